"""Names on the map: the important ones are there, none lies on another, and they stand still while panning."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from data.model import Place
from data.project import Project
from maps.compose import compose_map
from maps.display import Viewport
from maps.frame_labels import frame_labels
from maps.labels import map_labels
from maps.mapspace import FRAMES, frame_of_town
from maps.sites import site_symbols
from maps.town_labels import TOWN_SCALE

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


@pytest.mark.parametrize("scale", [2600.0, 2040.0, 1300.0, 700.0, 419.0, 250.0, 120.0, 50.0, 15.0])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_no_label_lies_on_another(make_context, label_boxes, overlapping, name, language, scale):
    labels = compose_map(make_context(name, scale, language=language)).labels
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
    import shapely

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
