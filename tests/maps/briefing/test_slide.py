"""Slides measured: type that the back row reads, margins, nothing on anything else, on every screen and view."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from data.model import Name, Place
from data.scene import Ink, Scene
from maps.briefing.scene_view import view_record
from maps.briefing.slide import lay_out_slide, slide_context, slide_sheet, slide_signs, slide_viewport
from maps.briefing.slide_layout import READABLE
from maps.briefing.staging import Stager
from maps.display import PageBox, PagePicture, PageText
from maps.fonts import text_width
from maps.mapspace import EXTENT
from maps.view import READY_VIEWS

DOTS = 96 / 25.4
WIDE, DESK, OLD, SMALL = (508.0, 285.75), (338.7, 211.7), (270.9, 203.2), (169.3, 95.25)
"""Full HD, 1280 × 800, 1024 × 768 and 640 × 360 pixels, in mm."""

MESSAGE = Name(
    "六圈人口相差三十倍，據點密度也不均：東部每十萬人的遠距據點最多，仍有偏鄉無人服務",
    "Population differs thirtyfold between circles, and so does the density of sites: rural gaps remain",
)
MARGIN = 0.035
STRESS = frozenset({"circles", "people", "proportional", "telemedicine", "rings", "labels", "legend"})


def scene(name="overview", panel="", message=MESSAGE, extent=None, ink=(), title=Name(""), **changes):
    view = view_record(replace(READY_VIEWS[name], **changes))
    return Scene("one", title=title, message=message, view=view, panel=panel, extent=extent, ink=ink)


@pytest.fixture(scope="module")
def stage(supposed, atlas):
    """A function that stages a scene under the scenario of the tests."""
    stager = Stager(supposed, atlas)
    return lambda scene, language="en", theme=None: stager.stage(scene, language, theme)


@pytest.fixture(scope="module")
def laid_out(atlas):
    """A function that lays a staged scene out; gives its layout, its signs and its viewport."""

    def lay_out(staged, page=WIDE, size=1.0):
        rect = QRectF(0, 0, *page)
        context = slide_context(staged, atlas, rect, DOTS, size)
        layout = lay_out_slide(context, staged, rect, size)
        viewport = slide_viewport(context, staged, layout, rect)
        signs = slide_signs(replace(context, metres_per_mm=viewport.metres_per_mm), viewport, layout.free)
        return layout, signs, viewport

    return lay_out


def texts(items):
    return [item for item in items if isinstance(item, PageText)]


def words(items):
    return "\n".join(item.text for item in texts(items))


def box(item):
    width = text_width(item.text, item.style.size, item.style.bold)
    left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.align]
    return left, item.y - 0.8 * item.style.size, left + width, item.y + 0.1 * item.style.size


def faults(layout, items, page, size):
    """Yield what is too small, too near to the edge, or on something else."""
    width, height = page
    boxes = [(box(item), item) for item in texts(items)]
    for (left, top, right, bottom), item in boxes:
        if size >= 1 and item.style.size < READABLE * height * 0.9999:
            yield "small", item.text
        if left < MARGIN * width or right > (1 - MARGIN) * width:
            yield "beyond the sides", item.text
        if top < MARGIN * height or bottom > (1 - MARGIN) * height:
            yield "beyond top or foot", item.text
    for (a, first), (b, second) in combinations(boxes, 2):
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.1 and min(a[3], b[3]) - max(a[1], b[1]) > 0.1:
            yield "on each other", first.text, second.text
    for a, b in combinations(layout.grounds, 2):
        if min((a & b).width(), (a & b).height()) > 0.01:
            yield "cards", a, b


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", READY_VIEWS)
def test_all_is_read_from_the_back_row_and_nothing_covers_anything(stage, laid_out, name, language):
    found = []
    for panel in ("", "scorecard", "bars"):
        staged = stage(scene(name, panel), language)
        for page, size in ((WIDE, 1.0), (WIDE, 1.6), (DESK, 1.0), (DESK, 1.33), (OLD, 1.0), (OLD, 1.6), (SMALL, 0.8)):
            layout, signs, _ = laid_out(staged, page, size)
            found += [(panel, page, size, *one) for one in faults(layout, (*layout.all_items, *signs), page, size)]
            assert layout.free.height() >= 0.42 * page[1], (panel, page, size)
            assert layout.free.width() >= 0.3 * page[1], (panel, page, size)
            if size == 1 and page in (WIDE, DESK):
                assert not layout.left_out
    assert not found


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "scenario", "side": "difference", "level": "county"},
        {"name": "index", "second": "density"},
        {"name": "telemedicine", "layers": STRESS},
        {
            "name": "overview",
            "sites_by": "category",
            "layers": READY_VIEWS["overview"].layers | {"hospital", "digital"},
        },
    ],
    ids=["difference", "bivariate", "people and rings", "kinds of sites"],
)
@pytest.mark.parametrize("page", [WIDE, OLD], ids=["wide", "old"])
def test_much_on_a_map_costs_words_and_never_their_size(stage, laid_out, changes, page):
    found = []
    for language in ("zh", "en"):
        for size in (1.0, 1.6):
            layout, signs, _ = laid_out(stage(scene(**changes, panel="bars"), language), page, size)
            found += [(language, size, *one) for one in faults(layout, (*layout.all_items, *signs), page, size)]
    assert not found


@pytest.mark.parametrize("page", [(60.0, 238.0), (238.0, 60.0)])
def test_a_window_of_strange_proportions_has_a_slide_too(stage, laid_out, page):
    layout, _, _ = laid_out(stage(scene("telemedicine", "strip")), page)
    assert texts(layout.items)


def test_larger_type_costs_the_panel_first_and_then_the_message(stage, laid_out):
    staged = stage(scene("overview", "bars"))
    at = [laid_out(staged, WIDE, size)[0].left_out for size in (1.0, 1.33, 1.6)]
    assert at[0] == frozenset()
    assert "panel" in at[2]
    assert all("panel" in one for one in at if "message" in one)


@pytest.mark.parametrize("page", [WIDE, OLD], ids=["wide", "old"])
def test_long_titles_take_two_lines_and_are_then_cut(stage, laid_out, page):
    for count in (3, 30, 300):
        staged = stage(scene(title=Name("大南方新矽谷與東部" * count, "The Greater South and the East " * count)))
        layout, signs, _ = laid_out(staged, page)
        assert not list(faults(layout, (*layout.all_items, *signs), page, 1.0))
        first = [one for one in texts(layout.items) if one.style.bold and one.text.startswith(("The", "South", "and"))]
        assert len(first) <= 2 or count == 3
        assert ("…" in words(layout.items)) == (count > 3)


@pytest.mark.parametrize("page", [WIDE, DESK, OLD])
def test_every_map_says_how_it_counts_and_whose_its_boundaries_are(stage, laid_out, page, data):
    for size in (1.0, 1.6):
        layout, _, _ = laid_out(stage(scene("scenario", "scorecard")), page, size)
        said = words(layout.items).replace("\n", " ")
        for needed in ("2026-01", "shared townships count fully in each", "southern Pingtung our assumption",
                       "Boundaries: Ministry of the Interior", data.version, "Hypothetical: "):  # fmt: skip
            assert needed in said, (size, needed)


@pytest.mark.parametrize("size", [1.0, 1.6])
def test_what_is_unknown_estimated_or_covered_is_always_said(stage, laid_out, size):
    layout, _, _ = laid_out(stage(scene("broadband", "bars")), OLD, size)
    said = words(layout.items).replace("\n", " ")
    assert "No data" in said
    assert "Hatched: value of its class" in said
    assert "Covered: share of people" in said


def test_what_no_area_has_is_not_explained(stage, laid_out):
    layout, _, _ = laid_out(stage(scene("index")))
    said = words(layout.items)
    assert "No data" in said
    assert "Hatched" not in said
    assert "(0)" not in said


def test_every_chart_keeps_its_place_on_narrow_screens(stage, laid_out):
    for panel in ("strip", "scatter", "ranks", "lorenz", "targets"):
        layout, _, _ = laid_out(stage(scene("broadband", panel)), OLD)
        assert layout.chart is not None, panel


def test_other_rules_and_definitions_are_those_named(supposed, atlas, laid_out):
    changed = replace(scene(), definition="2024-12", overlap=type(supposed.overlap)("split"))
    said = words(laid_out(Stager(supposed, atlas).stage(changed, "en"))[0].items)
    assert "first outline" in said
    assert "count half in each" in said
    assert "Pingtung our assumption" not in said


def test_what_is_missing_is_told_at_the_foot_and_the_rest_is_shown(stage, laid_out):
    gone = replace(scene("index"), view={**scene("index").view, "choropleth": "never_was"})
    layout, _, _ = laid_out(stage(gone))
    assert "Missing: The indicator never_was is gone." in words(layout.items)
    assert not list(faults(layout, layout.all_items, WIDE, 1.0))
    assert "Missing" not in words(laid_out(stage(scene("index")))[0].items)


@pytest.mark.parametrize("page", [WIDE, OLD], ids=["wide", "old"])
@pytest.mark.parametrize("shown", ["all", "extent", "circle", "county"])
def test_what_a_scene_shows_stands_in_the_free_part(stage, laid_out, page, shown):
    extent = (140_000.0, 2_500_000.0, 260_000.0, 2_580_000.0)
    one = {
        "all": scene("ai"),
        "extent": scene("ai", extent=extent),
        "circle": scene("ai", focus=Place("circle", "east")),
        "county": scene("ai", focus=Place("county", "10014")),
    }[shown]
    layout, _, viewport = laid_out(stage(one), page)
    assert viewport.rect == QRectF(0, 0, *page)
    wanted = {"all": EXTENT, "extent": extent}.get(shown)
    if wanted is None:
        wanted = (250_000.0, 2_470_000.0, 300_000.0, 2_580_000.0)  # inside of both
    left, bottom = viewport.to_page(wanted[0], wanted[1])
    right, top = viewport.to_page(wanted[2], wanted[3])
    assert layout.free.adjusted(-0.01, -0.01, 0.01, 0.01).contains(QRectF(left, top, right - left, bottom - top))


def test_a_sheet_is_the_slide_with_its_ink_and_without_names_under_its_cards(stage, atlas):
    ink = (
        Ink("pen", "#D00000", ((220_000.0, 2_650_000.0), (250_000.0, 2_690_000.0))),
        Ink("highlighter", "#FFD400", ((200_000.0, 2_560_000.0), (300_000.0, 2_580_000.0))),
    )
    plain, inked = (slide_sheet(stage(scene("ai", "bars", ink=one)), atlas, *WIDE, DOTS) for one in ((), ink))
    assert len(inked.map.marks) >= len(plain.map.marks) + 2
    assert not [label.text for label in plain.map.labels if label.text.startswith("1:")]
    cards = [item.rect for item in plain.above if isinstance(item, PageBox) and item.line and item.radius]
    assert len(cards) == 2
    for label in plain.map.labels:
        x, y = plain.viewport.to_page(label.x, label.y)
        assert not any(card.contains(x + label.dx, y + label.dy) for card in cards), label.text


def test_symbols_on_slides_are_smaller_than_the_type_around_them_asks(stage, atlas, make_context):
    sheet = slide_sheet(stage(scene("ai")), atlas, *WIDE, DOTS)
    largest = max(symbol.style.radius for symbol in sheet.map.symbols)
    county = next(label for label in sheet.map.labels if label.text == "Hualien")
    assert 0.005 * WIDE[1] < largest < 0.5 * county.style.size
    assert county.style.size > 0.021 * WIDE[1]
    assert make_context("ai").symbols == 1.0


def test_a_chart_is_a_picture_of_its_own_that_waits_until_it_is_asked(stage, laid_out):
    layout, _, _ = laid_out(stage(scene("telemedicine", "ranks")))
    assert layout.bars is None
    assert not [item for item in layout.items if isinstance(item, PagePicture)]
    drawn = layout.chart.draw()
    assert drawn.rect == layout.chart.rect
    assert any(ground.contains(drawn.rect) for ground in layout.grounds)
    assert drawn.svg.count(b"<use") > 100  # the names of the circles among them, which a window draws later
    assert layout.chart.draw().svg is drawn.svg
    assert drawn in layout.all_items or layout.all_items[-1].svg is drawn.svg
