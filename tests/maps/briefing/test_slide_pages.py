"""Covers, sections and closings: what they say, and the sources of what is really shown."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from data.model import Name
from data.scene import Scene
from maps.briefing.citing import cited, publishers
from maps.briefing.scene_view import view_record
from maps.briefing.slide import lay_out_slide, slide_context, slide_sheet
from maps.briefing.slide_layout import READABLE
from maps.briefing.slide_source import source_texts
from maps.briefing.staging import Stager
from maps.display import PageLine, PageText
from maps.fonts import text_width
from maps.texts import Texts
from maps.view import READY_VIEWS

WIDE, OLD = (508.0, 285.75), (270.9, 203.2)


def shown(name, **others):
    return Scene(name, view=view_record(READY_VIEWS[name]), **others)


SCENES = (
    Scene("cover", "title", Name("六圈均衡", "Balance in six circles"), Name("現況與落差", "Where the circles stand")),
    Scene("first", "section", Name("現況", "Where we are")),
    shown("ai"),
    Scene("skipped", "section", Name("略過", "Skipped"), hidden=True),
    Scene("second", "section", Name("下一步", "What next"), Name("五個據點", "Five points")),
    shown("broadband"),
    Scene("end", "closing", Name("資料來源", "Sources"), Name("可追溯", "Every figure can be traced")),
)


@pytest.fixture(scope="module")
def items_of(project, atlas):
    """A function that gives what stands on the page of a scene of a briefing."""

    def items(name, page=WIDE, scenes=SCENES, language="en", size=1.0):
        stager = Stager(replace(project, scenes=scenes), atlas)
        staged = stager.stage(next(one for one in scenes if one.id == name), language)
        rect = QRectF(0, 0, *page)
        return lay_out_slide(slide_context(staged, atlas, rect, 4.0, size), staged, rect, size).all_items

    return items


def texts(items):
    return [item.text for item in items if isinstance(item, PageText)]


@pytest.mark.parametrize("page", [WIDE, OLD], ids=["wide", "old"])
@pytest.mark.parametrize("name", ["cover", "second", "end"])
def test_pages_are_read_and_nothing_covers_anything(items_of, name, page):
    for language in ("zh", "en"):
        for size in (1.0, 1.6):
            boxes = []
            for item in items_of(name, page, language=language, size=size):
                if isinstance(item, PageText):
                    assert item.style.size >= READABLE * page[1] * 0.9999
                    width = text_width(item.text, item.style.size, item.style.bold)
                    left = item.x - (width if item.align == "right" else 0)
                    assert left >= 0.035 * page[0]
                    assert left + width <= 0.965 * page[0]
                    assert 0.035 * page[1] < item.y < 0.965 * page[1]
                    boxes.append((left, item.y - 0.8 * item.style.size, left + width, item.y + 0.1 * item.style.size))
            for a, b in combinations(boxes, 2):
                assert min(a[2], b[2]) - max(a[0], b[0]) < 0.1 or min(a[3], b[3]) - max(a[1], b[1]) < 0.1


def test_a_long_title_breaks_after_its_colon(items_of):
    title = Name("區域產業及生活圈的均衡：AI產業、寬頻與遠距醫療", "Balance of the regions: AI and broadband")
    for language in ("zh", "en"):
        said = texts(items_of("cover", scenes=(replace(SCENES[0], title=title),), language=language))
        assert title.text(language).partition(" AI")[0].partition("AI")[0] in said


def test_sections_are_numbered_as_they_are_shown(items_of):
    assert texts(items_of("first")) == ["1", "Where we are"]
    assert texts(items_of("second")) == ["2", "What next", "Five points"]
    assert texts(items_of("skipped")) == ["Skipped"]


def test_the_closing_lists_who_published_what_is_shown(items_of, project, atlas, make_context):
    every = {source for name in ("ai", "broadband") for source in cited(make_context(name))}
    said = texts(items_of("end"))
    assert f"Sources of this briefing: {len(every)}" in said
    most, count = publishers(every)[0]
    assert str(count) == said[said.index(most) + 1]
    numbers = [int(said[at + 1]) for at, text in enumerate(said[:-1]) if said[at + 1].isdecimal()]
    assert sum(numbers) == len(every)


def test_the_closing_leaves_out_what_is_hidden(items_of, make_context):
    fewer = tuple(replace(one, hidden=one.hidden or one.id == "ai") for one in SCENES)
    assert f"Sources of this briefing: {len(cited(make_context('broadband')))}" in texts(items_of("end", scenes=fewer))


def test_a_scorecard_cites_what_its_columns_stand_on(make_context):
    context = make_context("telemedicine")
    plain, with_table = (set(cited(context, panel)) for panel in ("", "scorecard"))
    assert plain < with_table


def test_a_panel_cites_its_own_indicator_and_a_text_the_numbers_that_it_says(make_context, data):
    context = make_context("ai")
    plain, bars, told = (set(cited(context, *more)) for more in ((), ("bars",), ("", ("coverage_5g",))))
    assert {source.id for source in bars - plain} == {"src-e8c8c70d"}  # the people behind a rate
    assert {figure.source_id for figure in data.figures_in("coverage_5g")} <= {source.id for source in told}
    assert plain < told
    targets = {point.source_id for one in data.targets if one.topic == "ai" for point in one.points}
    assert targets <= {source.id for source in cited(context, "targets")}


def test_the_closing_lists_the_sources_of_numbers_in_texts_too(items_of):
    numbers = (Scene("said", "title", Name("", "{households}")), SCENES[-1])
    assert "Sources of this briefing: 1" in texts(items_of("end", scenes=numbers))


def test_one_publisher_is_not_said_to_be_one_of_several(make_context, data):
    context = replace(make_context("overview"), texts=Texts("en"))
    one, many = [data.sources["src-e8c8c70d"]], list(data.sources.values())
    said = source_texts(context, one)[0]
    assert f"Sources: {one[0].publisher} (1)" in said
    assert any(part.endswith(f"and others ({len(many)})") for part in source_texts(context, many)[0])


def test_publishers_come_with_the_most_first_and_nobody_for_none(data):
    counted = publishers(data.sources.values())
    assert [count for _, count in counted] == sorted((count for _, count in counted), reverse=True)
    assert sum(count for _, count in counted) == len(data.sources)
    assert "" in dict(counted)


def test_the_cover_has_all_six_circles_and_the_licence(items_of, project):
    items = items_of("cover")
    assert any("Boundaries: Ministry of the Interior" in text for text in texts(items))
    assert not any(text.startswith("Sources") for text in texts(items))
    filled = {item.colour for item in items if isinstance(item, PageLine) and item.closed}
    assert len(filled) >= len(project.definition.circles)


def test_a_page_without_a_map_has_none(project, atlas):
    staged = Stager(replace(project, scenes=SCENES), atlas).stage(SCENES[0], "zh", "dark")
    sheet = slide_sheet(staged, atlas, *WIDE, 4.0)
    assert not sheet.map.shapes
    assert not sheet.map.labels
    assert sheet.paper == "#161C23"
