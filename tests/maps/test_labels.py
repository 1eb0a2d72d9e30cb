"""Names on the map: the important ones are there, none lies on another, and they stand still while panning."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from data.model import Place
from data.project import Project
from maps.circle_labels import ASTRAY
from maps.compose import compose_map
from maps.display import Viewport
from maps.frame_labels import frame_labels
from maps.label_raster import bounds
from maps.label_text import SECOND
from maps.labels import map_labels
from maps.mapspace import EXTENT, FRAMES, frame_of_town
from maps.sheet import page_sheet
from maps.sheet_spec import SheetSpec
from maps.sites import site_symbols
from maps.town_labels import TOWN_SCALE
from maps.view import READY_VIEWS

VIEWS = ("overview", "ai", "broadband", "telemedicine")
PAGE = QRectF(0, 0, 200, 200)

# Nine names of counties do not fit at the scale of a whole sheet in English: none may be added unseen.
UNNAMED: dict[str, set[str]] = {"zh": set(), "en": set()}


def one_line(label):
    return label.text.replace("\n", " ")


def named(labels):
    return {one_line(label) for label in labels}


def main_counties(data):
    return {town.county for town in data.towns if frame_of_town(town.code) is None}


@pytest.mark.parametrize("scale", [2600.0, 2040.0, 700.0, 419.0, 120.0, 15.0])
@pytest.mark.parametrize("names", ["zh", "en", "both"])
@pytest.mark.parametrize("name", VIEWS)
def test_no_label_lies_on_another(make_context, label_boxes, overlapping, name, names, scale):
    labels = compose_map(make_context(name, scale, names=names)).labels
    boxes = label_boxes(labels, Viewport(PAGE, (200_000.0, 2_600_000.0), scale))
    assert [(labels[i].text, labels[j].text) for i, j in overlapping(boxes, 0.05)] == []


@pytest.mark.parametrize("unit", [0.75, 1.4])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_neither_in_other_sizes(make_context, label_boxes, overlapping, language, unit):
    for scale in (2040.0, 400.0):
        labels = compose_map(make_context(scale=scale, language=language, unit=unit)).labels
        boxes = label_boxes(labels, Viewport(PAGE, (200_000.0, 2_600_000.0), scale))
        assert [(labels[i].text, labels[j].text) for i, j in overlapping(boxes, 0.05)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_every_county_and_circle_is_named_on_a_sheet(make_context, data, project, name, language):
    context = make_context(name, language=language)
    labels = named(compose_map(context).labels)
    missing = set()
    for county in main_counties(data):
        full = county.name.text(language)
        if not {full, full.removesuffix(" County").removesuffix(" City")} & labels:
            missing.add(full)
    assert missing == UNNAMED[language]
    for circle in project.definition.circles:
        assert data.circles[circle].name.text(language) in labels
    for frame in FRAMES:
        assert frame.name.text(language) in labels


def test_short_english_names_stay_distinct(make_context):
    labels = [label.text for label in compose_map(make_context(language="en", layers=frozenset({"labels"}))).labels]
    assert len(set(labels)) == len(labels) - (labels.count("20 km") - 1)
    assert {"Hsinchu City", "Hsinchu County", "Chiayi City", "Chiayi County"} <= set(labels)
    assert "Taipei" in labels


@pytest.mark.parametrize("language", ["zh", "en"])
def test_towns_are_named_only_where_there_is_room(make_context, data, language):
    def towns_named(scale):
        context = make_context(scale=scale, language=language)
        return len(named(map_labels(context, site_symbols(context))) & names)

    names = {town.name.text(language).removesuffix(" Township").removesuffix(" District") for town in data.towns}
    counties = {county.name.text(language).removesuffix(" County").removesuffix(" City") for county in data.counties}
    names -= counties
    assert towns_named(TOWN_SCALE + 1) == 0
    few, more, most = towns_named(TOWN_SCALE - 1), towns_named(250.0), towns_named(60.0)
    assert 0 < few <= more <= most
    assert most > 0.9 * len(names)


def test_the_largest_towns_are_named_first(make_context, data):
    context = make_context(scale=TOWN_SCALE - 1, layers=frozenset({"labels"}))
    shown = named(map_labels(context, []))
    people = data.town_values("population")
    rows = np.argsort(-people)
    main = [row for row in rows if frame_of_town(data.towns[row].code) is None]
    top = [data.towns[row].name.zh in shown for row in main[:100]]
    low = [data.towns[row].name.zh in shown for row in main[-100:]]
    assert sum(top) >= 30
    assert data.towns[rows[0]].name.zh in shown
    assert sum(low) > 0


def test_labels_belong_to_a_scale_and_not_to_a_place(make_context):
    """The window composes once per scale and pans the result: there is no place to depend on."""
    one, again = make_context(scale=700.0), make_context(scale=700.0)
    assert compose_map(one).labels == compose_map(again).labels


def test_names_of_circles_stand_near_their_circle(make_context, data, project):
    """The nearest land to each name belongs to its own circle, the islands' to their boxes."""
    for language in ("zh", "en"):
        context = make_context(language=language)
        shapes = context.atlas.circles(1000, project.definition_id)
        labels = {one_line(label): label for label in compose_map(context).labels}
        for circle in project.definition.circles:
            label = labels[data.circles[circle].name.text(language)]
            point = shapely.Point(label.x, label.y)
            near = {other: area.distance(point) for other, area in shapes.areas.items()}
            if circle == "islands":
                assert near[circle] < 60_000
            else:
                assert near[circle] < 75_000, (language, circle)


@pytest.mark.parametrize("name", ["telemedicine", "index"])
@pytest.mark.parametrize("names", ["window", "both"])
@pytest.mark.parametrize("scale", [2660.0, 2900.0, 3100.0])
def test_no_name_of_a_circle_stands_beside_another(make_context, data, project, name, names, scale):
    """In a small window there is little sea for long names; left out is better than at the wrong coast."""
    context = make_context(name, scale, language="en", names=names, gathering="clusters")
    areas = context.atlas.circles(1000, project.definition_id).areas
    circles = {text: one for one in areas for text in (data.circles[one].name.zh, data.circles[one].name.en)}
    labels = [label for label in compose_map(context).labels if one_line(label).replace("– ", "–") in circles]
    assert len(labels) >= 4
    for label in labels:
        away = {one: area.distance(shapely.box(*bounds(label, scale))) for one, area in areas.items()}
        # Both distances are found on a raster of 6 km.
        own = circles[one_line(label).replace("– ", "–")]
        assert away[own] - min(away.values()) < ASTRAY + 2 * 4_300, own


def test_no_circle_is_named_when_circles_are_off(make_context, data):
    labels = named(compose_map(make_context(layers=frozenset({"labels"}))).labels)
    assert not labels & {circle.name.zh for circle in data.circles.values()}
    assert not named(compose_map(make_context(layers=frozenset({"circles"}))).labels) & {"臺北市", "花蓮縣"}


def test_only_the_circle_in_focus_is_named(make_context, data):
    labels = named(compose_map(make_context(focus=Place("circle", "east"))).labels)
    assert labels & {circle.name.zh for circle in data.circles.values()} == {data.circles["east"].name.zh}


def test_a_definition_without_islands_names_five_circles(make_context, data):
    five = Project(data, "2025-09")
    labels = named(compose_map(make_context(of=five)).labels)
    circles = {circle.name.zh for circle in data.circles.values()}
    assert labels & circles == circles - {data.circles["islands"].name.zh}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", [2600.0, 2040.0, 700.0])
def test_captions_stay_in_their_boxes(make_context, label_boxes, language, scale):
    viewport = Viewport(PAGE, (87_000.0, 2_660_000.0), scale)
    labels = frame_labels(make_context(scale=scale, language=language))
    for label, box in zip(labels, label_boxes(labels, viewport), strict=True):
        frame = next(
            frame for frame in FRAMES if frame.box[0] <= label.x <= frame.box[2] and label.y in frame.box[1::2]
        )
        left, bottom = viewport.to_page(frame.box[0], frame.box[1])
        right, top = viewport.to_page(frame.box[2], frame.box[3])
        assert box[0] > left
        assert box[1] > top
        assert box[3] < bottom
        assert box[2] < right, (label.text, scale)


def test_a_number_stands_at_each_bar(make_context):
    texts = [label.text for label in frame_labels(make_context())]
    assert sorted(text for text in texts if "公里" in text or "km" in text) == sorted(
        text for text in texts if any(character.isdigit() for character in text)
    )
    assert len(texts) == len(FRAMES) + sum(1 for frame in FRAMES if frame.bar_m)


@pytest.mark.parametrize("names", ["zh", "en", "both"])
def test_on_a_sheet_every_box_says_its_ratio(make_context, label_boxes, overlapping, names):
    context = replace(make_context(names=names), extent=EXTENT)
    labels = frame_labels(context)
    viewport = Viewport(PAGE, (87_000.0, 2_660_000.0), context.metres_per_mm)
    boxes = label_boxes(labels, viewport)
    assert overlapping(boxes) == []
    for frame in FRAMES:
        denominator = context.metres_per_mm * 1000 / frame.scale
        inner = [other for other in FRAMES if other is not frame and frame.holds(*other.content)]
        written = []
        for label, box in zip(labels, boxes, strict=True):
            x, y = viewport.to_map((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            if label.text.startswith("1:") and frame.holds(x, y) and not any(one.holds(x, y) for one in inner):
                written.append(int(label.text.removeprefix("1:").replace(",", "")))
                corners = viewport.to_map(box[0], box[3]), viewport.to_map(box[2], box[1])
                assert all(frame.holds(*corner) for corner in corners), (frame.id, label.text)
                assert not any(one.holds(*corner) for one in inner for corner in corners)
        assert written == [pytest.approx(denominator, rel=0.006)], frame.id


def test_both_languages_stand_together(make_context, data):
    labels = compose_map(make_context(names="both")).labels
    pairs = {(label.text, label.second.replace("\n", " ")) for label in labels if label.second}
    assert {("花蓮縣", "Hualien"), ("臺北市", "Taipei"), ("新竹縣", "Hsinchu County")} <= pairs
    for circle in data.circles.values():
        if circle.id in {"capital", "silicon", "precision", "south", "east", "islands"}:
            squeezed = {(zh, en.replace(" ", "")) for zh, en in pairs}
            assert (circle.name.zh, circle.name.en.replace(" ", "")) in squeezed
    assert {"金門縣 Kinmen", "澎湖縣 Penghu"} <= {label.text for label in labels}
    towns = compose_map(make_context(scale=300.0, names="both")).labels
    assert ("秀林鄉", "Xiulin") in {(label.text, label.second) for label in towns}


@pytest.mark.parametrize(("names", "shown"), [("zh", "花蓮縣"), ("en", "Hualien")])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_may_speak_another_language_than_the_window(make_context, names, shown, language):
    labels = named(compose_map(make_context(language=language, names=names)).labels)
    assert shown in labels
    assert len({"花蓮縣", "Hualien"} & labels) == 1
    assert ("20 km" in labels) == (language == "en"), "the length of a bar is no name"


@pytest.mark.parametrize("names", ["zh", "en", "both"])
@pytest.mark.parametrize("scale", [2040.0, 240.0, 60.0])
def test_no_type_is_smaller_than_can_be_read(make_context, names, scale):
    context = replace(make_context(scale=scale, names=names), extent=EXTENT)
    for label in compose_map(context).labels:
        assert label.style.size * (SECOND if label.second else 1) >= 2.1 - 1e-9, label.text
        assert label.style.halo


@given(
    x=st.floats(150_000, 330_000),
    y=st.floats(2_430_000, 2_790_000),
    scale=st.floats(20, 2600),
    names=st.sampled_from(["zh", "en", "both"]),
)
@settings(max_examples=12, deadline=None)
def test_names_on_a_sheet_are_whole_and_keep_off_what_covers_the_map(make_context, label_boxes, x, y, scale, names):
    whole = Viewport(PAGE, (x, y), scale)
    _, bottom, right, _ = whole.extent()
    legend = (right - 60 * scale, bottom, right, bottom + 80 * scale)
    context = replace(make_context(scale=scale, names=names), extent=whole.extent(), covered=(legend,))
    labels = compose_map(context).labels
    for label, box in zip(labels, label_boxes(labels, whole), strict=True):
        assert 0 <= box[0] < box[2] <= PAGE.width(), label.text
        assert 0 <= box[1] < box[3] <= PAGE.height(), label.text
        assert box[2] <= PAGE.width() - 60 + 0.1 or box[3] <= PAGE.height() - 80 + 0.1, label.text


def test_a_circle_cut_by_the_sheet_is_named_where_it_is_seen(make_context, data):
    """Around Hualien the middle of the circle is far away; its name must be on the sheet all the same."""
    view = Viewport(PAGE, (300_000.0, 2_650_000.0), 200.0)
    context = make_context(scale=200.0)
    cut = named(compose_map(replace(context, extent=view.extent())).labels)
    assert data.circles["east"].name.zh in cut
    assert not {data.circles[circle].name.zh for circle in ("south", "islands", "capital")} & cut
    assert "花蓮縣" in cut
    assert "屏東縣" not in cut


@pytest.mark.parametrize("scale", [2040.0, 200.0])
def test_marks_move_no_name(make_context, scale):
    plain = make_context(scale=scale)
    marked = make_context(scale=scale, hovered=Place("county", "10015"), selected=Place("circle", "east"))
    assert map_labels(plain, site_symbols(plain)) == map_labels(marked, site_symbols(marked))


def test_on_a_sheet_names_keep_clear_of_supposed_sites(make_context, supposed, label_boxes):
    """In the window they stand still while such a site is dragged, and it may come to lie on a name."""

    def covered(extent):
        context = make_context("telemedicine", of=supposed, side="scenario", layers=frozenset({"labels"}))
        sites = make_context("telemedicine", of=supposed, side="scenario")
        symbols = [replace(symbol, x=x, y=y) for symbol in site_symbols(sites) if symbol.style.supposed]
        labels = map_labels(replace(context, extent=extent), symbols)
        viewport = Viewport(PAGE, (x, y), context.metres_per_mm)
        middle = PAGE.center()
        return [
            label.text
            for label, (left, top, right, bottom) in zip(labels, label_boxes(labels, viewport), strict=True)
            if left < middle.x() < right and top < middle.y() < bottom
        ]

    bare = make_context("telemedicine", layers=frozenset({"labels"}))
    hualien = next(label for label in map_labels(bare, []) if label.text == "花蓮縣")
    x, y = hualien.x, hualien.y
    assert covered(None) == ["花蓮縣"]
    assert covered(EXTENT) == []


@pytest.mark.parametrize(
    ("focus", "extent", "names"),
    [
        (None, None, "window"),
        (Place("circle", "south"), None, "en"),
        (None, (285_000.0, 2_750_000.0, 325_000.0, 2_785_000.0), "both"),
    ],
)
def test_no_name_of_a_sheet_is_cut_or_hidden(project, atlas, label_boxes, focus, extent, names):
    view = replace(READY_VIEWS["overview"], focus=focus, names=names)
    sheet = page_sheet(project, view, atlas, 297, 210, 4.0, SheetSpec(template="map", extent=extent))
    rect = sheet.viewport.rect
    assert len(sheet.map.labels) > 5
    for label, (left, top, right, bottom) in zip(
        sheet.map.labels, label_boxes(sheet.map.labels, sheet.viewport), strict=True
    ):
        box = QRectF(left, top, right - left, bottom - top)
        assert rect.contains(box), label.text
        hidden = [name for name, other in sheet.elements.items() if name != "map" and other.intersects(box)]
        assert hidden == [], label.text
