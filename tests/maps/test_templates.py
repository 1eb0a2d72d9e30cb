"""Templates: whatever the page, the view and the words, nothing lies on anything and nothing honest is lost."""

import datetime
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from data.errors import InputError
from data.model import Place
from maps.areas import circle_colour, circle_fills
from maps.charts import render
from maps.charts.target_scale import target_scale
from maps.display import PageBox, PagePicture, PageText, SymbolStyle
from maps.export.png import render_sheet
from maps.fonts import text_width
from maps.mapspace import FRAMES
from maps.page import PageSize, page_size
from maps.sheet import page_sheet
from maps.sheet_spec import ELEMENT_IDS, TEMPLATE_ELEMENTS, TEMPLATE_IDS, SheetSpec
from maps.table import table_words
from maps.templates import page_unit
from maps.view import READY_VIEWS
from maps.words import overlap_rule

WITH_LARGE_MAP = {"63000", "10013", "10015", "09007", "10016"}
"""a city, a long county, one in two circles' neighbourhood and two of the islands"""

ON_THE_MAP = {"scale_bar", "north_arrow", "locator"}
SLOW_TEMPLATES = {"chart"}
"""a chart takes ten times as long as all the rest, and is one box like the table"""


@pytest.fixture(scope="module")
def make(project, atlas):
    """A function that lays out a sheet: of a ready view, on a page of 210 mm height or of a named size."""

    def sheet(name="overview", size=297 / 210, of=project, spec=None, language="zh", dots=3.0, **changes):
        page = page_size(size) if isinstance(size, str) else PageSize(210 * size, 210.0, (0, 0))
        view = replace(READY_VIEWS[name], language=language, **changes)
        return page_sheet(of, view, atlas, page.width, page.height, dots, spec or SheetSpec())

    return sheet


def texts_of(sheet):
    return [item for item in sheet.above if isinstance(item, PageText) and item.text]


def rect_of(item):
    width = text_width(item.text, item.style.size, item.style.bold)
    left = item.x - {"left": 0, "centre": width / 2, "right": width}[item.align]
    return QRectF(left, item.y - 0.8 * item.style.size, width, 0.92 * item.style.size)


def squeezed(*words):
    return "".join("".join(words).split())


def written(sheet):
    return squeezed(*(item.text for item in texts_of(sheet)))


def assert_sound(sheet, template):
    """Elements apart and on the page; every text in the box of its element; nothing too small to be read."""
    paper = QRectF(0, 0, sheet.width, sheet.height).adjusted(-0.01, -0.01, 0.01, 0.01)
    assert all(paper.contains(box) for box in sheet.elements.values())
    allowed = ON_THE_MAP | ({"legend"} if template == "map" else set())
    for (one, first), (other, second) in combinations(sheet.elements.items(), 2):
        if {one, other} & {"map"} and {one, other} & allowed:
            continue
        assert not first.adjusted(0.02, 0.02, -0.02, -0.02).intersects(second), (one, other)
    boxes = [box.adjusted(-0.05, -0.05, 0.05, 0.05) for name, box in sheet.elements.items() if name != "map"]
    for item in texts_of(sheet):
        assert any(box.contains(rect_of(item)) for box in boxes), item.text
        assert item.style.size >= 1.999 * page_unit(sheet.width, sheet.height), item.text


def assert_honest(sheet, project, make_context, view):
    """Definition, overlap rule, licence of the boundaries and data set are said; so is what has no data."""
    words = written(sheet)
    context = make_context(view.name, of=project, language=view.language)
    assert squeezed(overlap_rule(context)) in words
    assert squeezed(project.definition.name.text(view.language)) in words
    assert {"zh": "政府資料開放授權條款", "en": "OpenGovernmentDataLicense"}[view.language] in words
    assert project.data.version in words
    if "choropleth" in view.layers:
        assert {"zh": "無資料", "en": "Nodata"}[view.language] in words
        colours = {item.colour for item in sheet.above if isinstance(item, PageBox) and item.hatches}
        assert context.theme.missing in colours


class TestEverySheet:
    @given(
        template=st.sampled_from(sorted(set(TEMPLATE_IDS) - SLOW_TEMPLATES)),
        aspect=st.floats(0.5, 2.2),
        name=st.sampled_from(sorted(READY_VIEWS)),
        language=st.sampled_from(("zh", "en")),
        level=st.sampled_from(("town", "county", "circle")),
    )
    @example("scorecard", 1.0, "telemedicine", "zh", "town")
    @example("scorecard", 1.0999, "scenario", "en", "circle")
    @example("scorecard", 0.5, "scenario", "en", "town")
    @example("map", 2.2, "broadband", "en", "town")
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_is_sound_and_honest(self, make, project, make_context, template, aspect, name, language, level):
        sheet = make(name, aspect, spec=SheetSpec(template), language=language, level=level)
        assert_sound(sheet, template)
        view = replace(READY_VIEWS[name], language=language)
        assert_honest(sheet, project, make_context, view)

    @pytest.mark.parametrize("size", ["A4", "A4-portrait", "16:9", "4:3"])
    def test_with_a_chart(self, make, project, make_context, size):
        sheet = make("broadband", size, spec=SheetSpec("chart"))
        assert_sound(sheet, "chart")
        assert_honest(sheet, project, make_context, READY_VIEWS["broadband"])
        (picture,) = (item for item in sheet.above if isinstance(item, PagePicture))
        assert sheet.elements["chart"].contains(picture.rect)
        assert b"<image" not in picture.svg

    @pytest.mark.parametrize("template", TEMPLATE_IDS)
    def test_has_the_elements_of_its_template(self, make, template):
        sheet = make("broadband", spec=SheetSpec(template, date=datetime.date(2026, 11, 21), texts={"notes": "附註"}))
        assert set(sheet.elements) - {"map"} == TEMPLATE_ELEMENTS[template] - {"locator", "logo"}

    def test_the_largest_map_is_that_of_the_template_for_it(self, make):
        scale = {one: make(spec=SheetSpec(one)).viewport.metres_per_mm for one in ("scorecard", "map", "plain")}
        for size in ("A4-portrait", "1080x1920"):
            whole, card = (make(size=size, spec=SheetSpec(one)).viewport for one in ("map", "scorecard"))
            assert whole.metres_per_mm < 0.85 * card.metres_per_mm
        assert scale["map"] < 1.25 * scale["scorecard"]

    def test_everything_grows_with_the_page(self, make):
        small, large = make(size="A4"), make(size="A3")
        factor = large.width / small.width
        for name, box in small.elements.items():
            assert large.elements[name].width() == pytest.approx(factor * box.width(), rel=0.01), name


class TestChart:
    """What a chart on a sheet says is in its summary; its picture holds letters as shapes."""

    @pytest.fixture
    def asked(self, make, monkeypatch):
        """A function that returns what the chart of a sheet was asked for, and the chart."""

        def ask(name, chart, **changes):
            found = []

            def build(chart_id, context):
                found.append((context, render.build(chart_id, context)))
                return found[-1][1]

            monkeypatch.setattr("maps.chart_block.build", build)
            make(name, spec=SheetSpec("chart", chart=chart), **changes)
            return found[-1]

        return ask

    def test_follows_the_map(self, asked):
        context, chart = asked("index", "scatter", level="county", second="coverage_5g")
        assert (context.indicator_id, context.other_id, context.by) == ("index", "coverage_5g", "county")
        assert "綜合指數" in chart.title

    def test_compares_two_different_indicators(self, asked):
        for name in ("broadband", "scenario"):
            context, _ = asked(name, "scatter")
            assert context.indicator_id != context.other_id

    def test_is_about_the_sites_where_areas_have_no_colours(self, asked):
        assert asked("telemedicine", "bars")[0].indicator_id == "telemedicine_points"

    def test_of_ranks_has_no_row_for_every_township(self, asked):
        assert asked("index", "ranks", level="town")[0].by == "circle"

    def test_of_targets_says_how_many_do_not_fit(self, asked, project):
        context, chart = asked("broadband", "targets")
        shown = len(chart.hits)
        all_of_them = sum(one.topic == "broadband" and target_scale(one) is not None for one in project.data.targets)
        assert 0 < shown < all_of_them
        assert f"{all_of_them - shown} " in chart.summary
        assert chart.figure.get_figheight() * 72 == pytest.approx(context.height, abs=0.1)


class TestElements:
    @pytest.mark.parametrize("template", ["scorecard", "side", "map"])
    @pytest.mark.parametrize("element", sorted(set(ELEMENT_IDS) - {"sources", "chart", "locator", "logo"}))
    def test_each_can_be_switched_off(self, make, template, element):
        spec = SheetSpec(template, date=datetime.date(2026, 11, 21), texts={"notes": "附註"})
        assert (element in make("index", spec=spec).elements) == (element in TEMPLATE_ELEMENTS[template])
        without = make("index", spec=replace(spec, hidden=frozenset({element})))
        assert element not in without.elements
        assert_sound(without, template)

    def test_sources_stay_as_one_line(self, make, project, make_context):
        full = make("broadband", language="en")
        short = make("broadband", language="en", spec=SheetSpec(hidden=frozenset({"sources", "legend"})))
        view = replace(READY_VIEWS["broadband"], language="en")
        assert_honest(short, project, make_context, view)
        assert short.elements["sources"].height() < 0.5 * full.elements["sources"].height()

    @pytest.mark.parametrize("template", ["scorecard", "map", "plain"])
    def test_texts_of_the_user_are_wrapped_and_never_cut(self, make, template):
        long = "很長的標題 with words & <b>signs</b> " * 12
        texts = {
            "title": long,
            "subtitle": long * 2,
            "notes": "第一行\n第二行\t" + long * 3,
            "sources": "前言。" + long,
        }
        spec = SheetSpec(template, texts=texts)
        sheet = make("overview", spec=spec)
        words = written(sheet)
        for element, text in texts.items():
            if element in TEMPLATE_ELEMENTS[template]:
                assert squeezed(text) in words, element
        lines = [item.text for item in texts_of(sheet)]
        assert "第一行" in lines, "the line break was lost"
        paper = QRectF(0, 0, sheet.width, sheet.height)
        assert all(paper.contains(rect_of(item)) for item in texts_of(sheet))
        boxes = [box for name, box in sheet.elements.items() if name not in {"map", *ON_THE_MAP, "legend"}]
        assert not any(a.adjusted(0.02, 0.02, -0.02, -0.02).intersects(b) for a, b in combinations(boxes, 2))

    def test_a_short_text_replaces_the_programs_own(self, make):
        sheet = make(spec=SheetSpec(texts={"title": "本府簡報用圖", "subtitle": "  "}))
        lines = [item.text for item in texts_of(sheet)]
        assert "本府簡報用圖" in lines
        assert "六大區域產業及生活圈" in written(sheet), "an empty text is none"

    @given(dx=st.floats(-3, 3), dy=st.floats(-3, 3), element=st.sampled_from(["title", "legend", "table", "scale_bar"]))
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_a_dragged_element_stays_on_the_page(self, make, dx, dy, element):
        still = make("index")
        moved = make("index", spec=SheetSpec(moved={element: (dx, dy)}))
        box, before = moved.elements[element], still.elements[element]
        assert QRectF(0, 0, moved.width, moved.height).adjusted(-0.01, -0.01, 0.01, 0.01).contains(box)
        assert box.size() == before.size()
        wanted = before.translated(dx * moved.width, dy * moved.height)
        if QRectF(0, 0, moved.width, moved.height).contains(wanted):
            assert box.left() == pytest.approx(wanted.left())
            assert box.top() == pytest.approx(wanted.top())
        assert {k: v for k, v in moved.elements.items() if k != element} == {
            k: v for k, v in still.elements.items() if k != element
        }

    def test_the_locator_keeps_off_a_legend_that_was_dragged_where_there_was_none(self, make):
        east = Place("circle", "east")
        corner = make("ai", spec=SheetSpec("map"), focus=east).elements["locator"]
        whole = make("ai", spec=SheetSpec("map"))
        to = corner.center() - whole.elements["legend"].center()
        spec = SheetSpec("map", moved={"legend": (to.x() / whole.width, to.y() / whole.height)})
        sheet = make("ai", spec=spec, focus=east)
        assert sheet.elements["legend"].intersects(corner)
        assert not sheet.elements["locator"].intersects(sheet.elements["legend"])

    @pytest.mark.parametrize(
        ("calendar", "day", "language", "expected"),
        [
            ("western", (2026, 11, 21), "zh", "2026-11-21"),
            ("minguo", (2026, 11, 21), "zh", "115"),
            ("minguo", (2026, 11, 21), "en", "115"),
            ("minguo", (1912, 1, 1), "zh", "1"),
            ("minguo", (1911, 12, 31), "zh", "1911-12-31"),
        ],
    )
    def test_date_in_either_calendar(self, make, calendar, day, language, expected):
        spec = SheetSpec(date=datetime.date(*day), calendar=calendar, author="國土規劃科")
        sheet = make(spec=spec, language=language)
        inside = [item.text for item in texts_of(sheet) if sheet.elements["date"].contains(rect_of(item).center())]
        assert expected in "".join(inside)
        assert "國土規劃科" in "".join(inside)

    def test_no_date_and_no_author_are_not_said(self, make):
        assert "date" not in make().elements


class TestFocus:
    def test_every_county_has_its_page(self, make, project, atlas):
        for county in project.data.counties:
            for template in ("scorecard", "map") if county.code in WITH_LARGE_MAP else ("scorecard",):
                sheet = make("index", spec=SheetSpec(template), focus=Place("county", county.code))
                assert_sound(sheet, template)
                assert county.name.zh in written(sheet)
                rows = [i for i, town in enumerate(project.data.towns) if town.county.code == county.code]
                left, bottom, right, top = sheet.viewport.extent()
                for x, y in atlas.town_positions[rows]:
                    assert left < x < right, county.name.zh
                    assert bottom < y < top, county.name.zh
                assert "locator" in sheet.elements
                assert len(sheet.insets) == 1

    def test_a_county_stands_in_front_of_the_rest_of_its_circle(self, make_context):
        context = make_context("overview", focus=Place("county", "10008"))
        fills = circle_fills(context)
        pale, full = (circle_colour(context, "precision", front) for front in (False, True))
        nantou = context.atlas.town_positions[[town.county.code == "10008" for town in context.project.data.towns]]
        assert pale != full
        for x, y in nantou:
            over = [fill.colour for fill in fills if fill.path.contains(QPointF(x, y))]
            assert over == [full]
        assert pale in {fill.colour for fill in fills}

    @pytest.mark.parametrize("circle", ["capital", "silicon", "precision", "south", "east", "islands"])
    def test_every_circle_has_its_page(self, make, circle):
        for template in ("scorecard", "map", "side"):
            assert_sound(make("broadband", spec=SheetSpec(template), focus=Place("circle", circle)), template)

    @pytest.mark.parametrize("frame", [frame for frame in FRAMES if not frame.towns], ids=lambda frame: frame.id)
    def test_a_county_in_an_inset_is_alone_on_its_page_and_measured_at_its_own_scale(self, make, frame):
        sheet = make("ai", focus=Place("county", frame.county))
        extent = sheet.viewport.extent()
        others = [one for one in FRAMES if not one.towns and one is not frame]
        for left, bottom, right, top in (one.box for one in others):
            assert right < extent[0] or left > extent[2] or top < extent[1] or bottom > extent[3]
        assert extent[2] < 149_000, "the main island is no neighbour of an inset"
        assert "scale_bar" not in sheet.elements, "the box has a bar of its own"
        bar = (frame.box[0] + frame.bar_m * frame.scale, frame.box[1])
        (ratio,) = [one.text for one in sheet.map.labels if one.text.startswith("1:") and (one.x, one.y) == bar]
        told = float(ratio[2:].replace(",", ""))
        assert told == pytest.approx(sheet.viewport.denominator / frame.scale, rel=0.006)

    @pytest.mark.parametrize("frame", [frame for frame in FRAMES if not frame.towns], ids=lambda frame: frame.id)
    @pytest.mark.parametrize("template", ["scorecard", "side", "map"])
    def test_the_name_of_an_inset_is_not_hidden(self, make, frame, template):
        for size in ("A4", "A4-portrait"):
            sheet = make("overview", size, spec=SheetSpec(template), focus=Place("county", frame.county))
            assert frame.name.zh in {label.text for label in sheet.map.labels}, size
            (label,) = (label for label in sheet.map.labels if label.text == frame.name.zh)
            x, y = sheet.viewport.to_page(label.x, label.y)
            assert not sheet.elements["locator"].contains(x + label.dx, y + label.dy)

    def test_several_insets_have_no_common_scale(self, make):
        assert "scale_bar" not in make(focus=Place("circle", "islands")).elements

    def test_all_of_taiwan_needs_no_locator(self, make):
        for template in ("scorecard", "map", "side"):
            for size in ("A4", "1080x1920", "16:9"):
                assert "locator" not in make(size=size, spec=SheetSpec(template)).elements

    def test_an_extent_is_shown_whole(self, make):
        wanted = (280_000.0, 2_750_000.0, 330_000.0, 2_790_000.0)
        for template in ("scorecard", "map", "plain"):
            sheet = make(spec=SheetSpec(template, extent=wanted))
            left, bottom, right, top = sheet.viewport.extent()
            assert left <= wanted[0] + 1
            assert bottom <= wanted[1] + 1
            assert right >= wanted[2] - 1
            assert top >= wanted[3] - 1
            assert ("locator" in sheet.elements) == ("locator" in TEMPLATE_ELEMENTS[template])

    def test_an_extent_without_area_is_widened(self, make):
        extent = make(spec=SheetSpec(extent=(300_000.0, 2_770_000.0, 300_000.0, 2_770_000.0))).viewport.extent()
        assert extent[2] - extent[0] >= 4999

    def test_the_locator_frames_what_the_map_shows(self, make):
        sheet = make("index", focus=Place("circle", "east"))
        (inset,) = sheet.insets
        (frame,) = (item.rect for item in inset.above if isinstance(item, PageBox))
        left, bottom, *_ = sheet.viewport.extent()
        x, y = inset.viewport.to_map(frame.left(), frame.bottom())
        assert (x, y) == (pytest.approx(max(left, 30_000), abs=1), pytest.approx(max(bottom, 2_414_000), abs=1))
        assert sheet.elements["locator"].contains(frame)


class TestTable:
    def test_the_county_in_focus_has_a_row_between_circles_and_nation(self, make_context):
        said = table_words(make_context("index", focus=Place("county", "10015")))
        assert [by for by, _, _ in said.rows] == ["circle"] * 6 + ["county", "nation"]
        rank = said.columns[-1].cells
        assert rank[-2].endswith("/22")

    def test_the_second_indicator_has_a_column(self, make_context):
        plain, both = (
            table_words(make_context("index", second=second)).columns for second in ("", "telemedicine_nearest_km")
        )
        assert len(both) == len(plain) + 1
        assert len({column.heading for column in both}) == len(both)


class TestLogo:
    @pytest.fixture
    def png(self, tmp_path):
        path = tmp_path / "logo.png"
        image = QImage(300, 100, QImage.Format.Format_RGB32)
        image.fill(QColor("#ff0000"))
        assert image.save(str(path))
        return path

    def test_keeps_its_proportions(self, make, png):
        for template in TEMPLATE_IDS:
            if template not in SLOW_TEMPLATES:
                sheet = make("broadband", spec=SheetSpec(template, logo=png))
                assert_sound(sheet, template)
                box = sheet.elements["logo"]
                assert box.width() / box.height() == pytest.approx(3)

    def test_is_painted_from_a_picture_and_from_svg(self, make, png, to_pixels, tmp_path):
        svg = tmp_path / "logo.svg"
        svg.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" '
            'fill="#ff0000"/></svg>'
        )
        for path in (png, svg):
            sheet = make("ai", size="4:3", spec=SheetSpec("plain", logo=path))
            size = PageSize(sheet.width, sheet.height, (508, 381))
            at = sheet.elements["logo"].center() * 2
            for sight, colour in (("normal", (255, 0, 0)), ("grey", None)):
                picture = to_pixels(render_sheet(sheet, size, sight))
                found = picture[int(at.y()), int(at.x())]
                assert tuple(found) == colour if colour else len(set(found.tolist())) == 1

    @pytest.mark.parametrize("content", [b"", b"not a picture", b"<svg", b"GIF89a" + bytes(40)])
    def test_that_cannot_be_read_is_a_sentence_that_names_it(self, make, tmp_path, content):
        path = tmp_path / "wappen.png"
        path.write_bytes(content)
        with pytest.raises(InputError, match=r"wappen\.png"):
            make(spec=SheetSpec(logo=path))

    def test_that_is_not_there_is_a_sentence(self, make, tmp_path):
        for path in (tmp_path / "none.png", tmp_path):
            with pytest.raises(InputError, match=path.name):
                make(spec=SheetSpec(logo=path))

    def test_that_is_too_large_is_refused_unread(self, make, tmp_path):
        path = tmp_path / "huge.png"
        with path.open("wb") as file:
            file.truncate(9_000_000)
        with pytest.raises(InputError, match=r"huge\.png"):
            make(spec=SheetSpec(logo=path))


def test_symbols_of_the_legend_lie_in_its_box(make):
    sheet = make("overview", spec=SheetSpec("map"))
    symbols = [item for item in sheet.above if isinstance(getattr(item, "style", None), SymbolStyle)]
    assert symbols
    assert all(sheet.elements["legend"].contains(symbol.x, symbol.y) for symbol in symbols)
