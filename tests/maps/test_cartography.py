"""What a cartographer would stumble over: names on small signs, lines through names, cut rings, widows, odd titles."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from data.model import Layer, Place
from maps.display import PageLine, PageText, Stroke
from maps.fonts import text_width, wrapped
from maps.furniture import legend_items
from maps.labels import HIDDEN
from maps.legend import legend
from maps.legend_parts import Entry, LineSwatch, Section
from maps.mapspace import EXTENT
from maps.page import page_size
from maps.rings import rings
from maps.sheet import page_sheet
from maps.sheet_spec import SheetSpec
from maps.site_looks import is_drawn
from maps.theme import THEMES
from maps.view import READY_VIEWS
from maps.words import title

SIDES = ((297, 210), (210, 297))


@pytest.fixture(scope="module")
def make(project, atlas):
    """A function that lays out a ready view on a page of a named size."""

    def sheet(name="overview", size="A4", spec=None, **changes):
        page = page_size(size)
        view = replace(READY_VIEWS[name], **changes)
        return page_sheet(project, view, atlas, page.width, page.height, 3.0, spec or SheetSpec())

    return sheet


class TestNumbers:
    def test_a_minus_is_as_wide_as_a_plus(self, texts):
        for one in texts.values():
            assert one.number(-16.02, 2) == "−16.02"
            assert one.number(-1234) == "−1,234"
            assert one.number(-3.3, 1, "<=") == "≤ −3.3"

    def test_what_rounds_to_zero_has_no_sign(self, texts):
        assert texts["zh"].number(-0.04, 1) == "0.0"
        assert texts["en"].number(-0.0) == "0"
        assert texts["en"].number(-0.05, 2) == "−0.05"


class TestLines:
    @given(st.text("圈據點規劃中現況不明涵蓋率", min_size=1, max_size=90), st.integers(60, 400))
    def test_no_paragraph_ends_with_one_or_two_ideographs(self, text, tenths):
        size, width = 2.0, 2.0 * tenths / 10
        lines = wrapped(text, size, width)
        assert "".join(lines) == text
        assert all(text_width(line, size) <= width + 1e-6 for line in lines)
        assert len(lines) == 1 or len(lines[-1]) > 2

    def test_a_mark_stays_with_the_word_before_it(self):
        for width in range(14, 60):
            for line in wrapped("遠距醫療據點（規劃中或現況不明），僅知所在鄉鎮市區；非實測位置。", 2.0, width):
                assert line[0] not in "），；。"
                assert line[-1] not in "（"

    def test_lines_that_were_set_apart_stay_apart(self):
        assert wrapped("涵蓋率之定義\u2028各異", 2.0, 60.0) == ("涵蓋率之定義", "各異")


class TestNames:
    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("indicator", ["population", "ai_total"])
    def test_no_name_hides_a_small_disc(self, make, label_boxes, language, indicator):
        layers = frozenset({"circles", "proportional", "labels", "legend"})
        sheet = make(layers=layers, language=language, proportional=indicator)
        names = [label for label in sheet.map.labels if label.style.size > 2.6 and not label.text.startswith("1:")]
        boxes = [QRectF(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in label_boxes(names, sheet.viewport)]
        small = [one for one in sheet.map.symbols if one.style.shape == "disc" and 0.6 < one.style.radius < HIDDEN]
        assert small
        for disc in small:
            x, y = sheet.viewport.to_page(disc.x, disc.y)
            radius = disc.style.radius
            whole = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            hidden = sum((box & whole).width() * (box & whole).height() for box in boxes if box.intersects(whole))
            assert hidden < 0.5 * whole.width() * whole.height(), disc.place

    def test_the_outline_of_a_county_runs_under_the_names(self, make):
        place = Place("county", "63000")
        sheet, marked = make(focus=place), make(focus=place, hovered=place)
        assert not sheet.map.marks
        under, over = sheet.map.shapes[-1], marked.map.marks[-1]
        assert isinstance(under, Stroke)
        assert under.colour == over.colour
        assert under.path.boundingRect() == over.path.boundingRect()


class TestRings:
    @pytest.mark.parametrize("template", ["scorecard", "map"])
    def test_rings_of_the_whole_country_are_whole(self, make, make_context, template):
        layers = frozenset({"circles", "telemedicine", "rings", "labels", "legend"})
        left, bottom, right, top = make(layers=layers, spec=SheetSpec(template)).viewport.extent()
        for ring in rings(make_context(layers=layers)):
            box = ring.outline.controlPointRect()
            assert bottom < box.top() + 1
            assert box.bottom() < top + 1
            assert box.right() < right + 1
        assert left <= EXTENT[0]

    def test_without_rings_nothing_is_smaller(self, make):
        assert make().viewport.denominator < make(layers=frozenset({"telemedicine", "rings"})).viewport.denominator


class TestEdges:
    def test_land_that_is_cut_off_over_the_whole_page_ends_at_lines(self, make):
        sheet = make("telemedicine", "A4-portrait", SheetSpec("map"), focus=Place("circle", "east"))
        rect = sheet.viewport.rect
        lines = [item.points for item in sheet.above if isinstance(item, PageLine)]
        for y in (rect.top(), rect.bottom()):
            assert ((rect.left(), y), (rect.right(), y)) in lines


class TestTitles:
    @pytest.mark.parametrize(
        ("layers", "words"),
        [
            ({"circles", "people"}, "Regional life circles: Population"),
            ({"circles", "proportional", "people"}, "Regional life circles: Population"),
            ({"hospital", "rings"}, "Regional life circles: Hospitals"),
            ({"ai", "telemedicine"}, "Regional life circles: AI sites, Telemedicine"),
            ({"ai", "broadband", "telemedicine"}, "Regional life circles: AI industry, broadband and telemedicine"),
            ({"circles"}, "The regional life circles"),
        ],
    )
    def test_a_title_names_what_is_on_the_map(self, make_context, layers, words):
        assert title(make_context(layers=frozenset(layers), language="en")) == words

    def test_the_second_of_two_has_no_capital_unless_it_is_an_abbreviation(self, make_context):
        def two(first, second):
            return title(make_context("index", choropleth=first, second=second, language="en"))

        assert two("index", "density") == "Composite index and population density"
        assert two("density", "coverage_5g") == "Population density and 5G mobile coverage"
        assert two("density", "ai_per_100k").startswith("Population density and AI sites")


class TestLegend:
    def test_what_colours_the_map_comes_before_the_circles(self, make_context):
        for name in ("broadband", "index", "scenario"):
            first, second, *_ = legend(make_context(name, language="en"))
            assert "Life circles" in second.title
            assert first.about

    def test_counts_stand_in_one_column_near_their_words(self):
        swatch = LineSwatch("#000000", 0.2)
        sections = [
            Section("A", (Entry(swatch, "short", "9"), Entry(swatch, "none of these is counted, however long it is"))),
            Section("B", (Entry(swatch, "a little longer", "1,234"),)),
        ]
        items, _ = legend_items(sections, THEMES["light"], 0.0, 0.0, 90.0, 1.0)
        counts = [item for item in items if isinstance(item, PageText) and item.text in ("9", "1,234")]
        (longest,) = [item for item in items if isinstance(item, PageText) and item.text == "a little longer"]
        assert len({item.x for item in counts}) == 1
        free = counts[1].x - text_width("1,234", counts[1].style.size) - longest.x - text_width(longest.text, 2.55)
        assert 1.5 < free < 6

    def test_the_stripes_of_two_circles_are_those_in_focus(self, make_context):
        def stripes(circle):
            context = make_context(focus=Place("circle", circle))
            return next(section for section in legend(context) if section.entries[-1].swatch.hatches).entries[-1].swatch

        assert stripes("south").colour != stripes("capital").colour
        assert len({stripes(circle).colour for circle in ("south", "capital", "islands")}) == 3


class TestTable:
    @pytest.mark.parametrize("size", ["A4", "A4-portrait", "16:9", "A3"])
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_names_of_circles_have_one_size_and_are_whole_where_there_is_room(self, make, project, size, language):
        sheet = make(size=size, language=language)
        names = [project.data.circles[one].name.text(language) for one in project.definition.circles]
        table = sheet.elements["table"]
        inside = [item for item in sheet.above if isinstance(item, PageText) and table.contains(item.x, item.y)]
        found = [item for item in inside if item.text in names]
        assert [item.text for item in found] == names
        assert len({item.style.size for item in found}) == 1


def test_names_of_low_bars_do_not_run_into_each_other(project, texts):
    from maps.charts.bars import build
    from maps.charts.chart import ChartContext

    names = {project.data.circles[one].name.en for one in project.definition.circles}
    for height, whole in ((170.0, True), (400.0, False)):
        context = ChartContext(project, texts["en"], THEMES["light"], 320.0, height, "coverage_5g", paper=True)
        written = {text.get_text() for text in build(context).figure.texts}
        assert (names <= written) == whole


class TestCountsOfAPart:
    """On the page of a circle or county the legend counts what stands in front, and explains all that is in sight."""

    @pytest.mark.parametrize(
        "focus",
        [Place("circle", "east"), Place("circle", "islands"), Place("county", "10015"), Place("county", "63000")],
    )
    def test_of_areas_and_sites(self, make_context, data, focus):
        context = make_context("broadband", focus=focus, layers=READY_VIEWS["broadband"].layers | {"ai"})
        areas, *_, sites = [section for section in legend(context) if section.title != "生活圈"]
        counts = [int(entry.count) for entry in areas.entries if not entry.count.startswith("(")]
        assert sum(counts) == context.towns_in_focus.sum() < len(data.towns)
        ai = sum(int(entry.count) for entry in sites.entries if getattr(entry.swatch, "shape", "") == "ai")
        own = [site for site in data.sites_of(Layer.AI) if is_drawn(site) and context.town_in_focus(site.town_code)]
        assert ai == len(own)
        whole = make_context("broadband", layers=context.view.layers)
        assert [entry.text for section in legend(whole) for entry in section.entries if entry.count] == [
            entry.text for section in legend(context) for entry in section.entries if entry.count
        ]

    def test_of_two_indicators(self, make_context):
        context = make_context("index", second="density", focus=Place("circle", "east"))
        (section,) = [one for one in legend(context) if one.figure is not None]
        items, _ = section.figure(0, 0, 80)
        numbers = [int(item.text) for item in items if isinstance(item, PageText) and item.text.isdigit()]
        assert sum(numbers) + int(section.entries[0].count) == context.towns_in_focus.sum()
