"""The report: its pages, that nothing on them overlaps or is cut, and that its numbers are those of the program."""

import datetime
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from data.balance.evaluate import column
from data.errors import TargetError
from data.project import Project
from maps.display import Cancelled, PageText
from maps.fonts import ASCENT, text_width
from maps.page import page_size
from maps.plate import Plate
from maps.report.circle_page import COMPARED
from maps.report.content import report_of
from maps.report.files import write_report
from maps.report.model import Table
from maps.report.sheets import report_plates
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS, MapView

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def make_report(project, atlas, texts):
    """A function that returns a report and its pages as plates."""

    def make(language="zh", of=project, size="A4", spec=SheetSpec()):  # noqa: B008 - frozen
        page = page_size(size, 100)
        report = report_of(of, atlas, texts[language], page, spec=spec)
        view = replace(READY_VIEWS["overview"], language=language, theme="print")
        return report, report_plates(report, Plate(of, view, atlas, page, spec))

    return make


def boxes(sheet):
    """Return the rectangles of all texts beside the maps, mm, and the texts."""
    items = [item for item in sheet.above if isinstance(item, PageText)]
    found = []
    for item in items:
        width = text_width(item.text, item.style.size, item.style.bold)
        left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.align]
        found.append((left, item.y - ASCENT * item.style.size, left + width, item.y + 0.12 * item.style.size))
    return np.array(found), [item.text for item in items]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", ["A4", "16:9"])
def test_no_page_has_words_on_words_or_beyond_the_page(make_report, overlapping, language, size):
    report, plates = make_report(language, size=size)
    assert 12 <= len(report.pages) <= 20
    assert len(plates) == len(report.pages)
    for plate in plates:
        found, words = boxes(plate.sheet)
        assert [(words[i], words[j]) for i, j in overlapping(found, 0.05)] == [], plate.title
        assert found.min() >= 0
        assert found[:, 2].max() <= plate.page.width
        assert found[:, 3].max() <= plate.page.height


def test_every_definition_has_a_report(make_report, data):
    for definition in data.definitions:
        report, _ = make_report(of=Project(data, definition))
        assert 12 <= len(report.pages) <= 20
        titles = [page.title for page in report.pages]
        for circle in data.definitions[definition].circles:
            assert titles.count(data.circles[circle].name.zh) == 1


def tables(page):
    return [block for block in page.blocks if isinstance(block, Table)]


def test_a_circle_is_told_as_the_scorecard_tells_it(make_report, project, texts):
    report, _ = make_report("en")
    for row, circle in enumerate(project.definition.circles):
        name = project.data.circles[circle].name.en
        (page,) = [one for one in report.pages if one.title == name]
        scorecard = tables(page)[0]
        assert len(scorecard.rows) == len(COMPARED)
        for told, indicator in zip(scorecard.rows, COMPARED, strict=True):
            own = column(project, indicator, "circle")
            wanted = float(own.values[row])
            if np.isnan(wanted):
                assert told.cells[1] == "–"
                continue
            read = float(told.cells[1].replace(",", "").removeprefix("≥ ").removeprefix("≤ "))
            assert read == pytest.approx(wanted, abs=0.5 if wanted > 1000 else 0.06)


def test_a_place_is_among_the_circles(make_report):
    report, _ = make_report("en")
    index = [tables(page)[0].rows[-1].cells for page in report.pages[7:13]]
    assert sorted(cells[3] for cells in index) == [f"{place} / 6" for place in range(1, 7)]


def test_a_scenario_is_told_with_its_numbers_and_said_to_be_one(make_report, supposed, project):
    plain, _ = make_report("en")
    report, _ = make_report("en", of=supposed)
    said = " ".join(paragraph for block in report.pages[0].left for paragraph in getattr(block, "paragraphs", ()))
    assert "東部三點" in said
    assert "nobody's plans" in said
    before, after = (tables(one.pages[2])[0].rows for one in (plain, report))
    east = list(project.definition.circles).index("east")
    assert before[east] != after[east]


def test_every_source_of_a_page_is_listed_once(make_report, data):
    report, _ = make_report("en")
    lists = [page for page in report.pages if page.title.startswith("Sources")]
    lines = [line for page in lists for block in page.blocks for line in block.paragraphs]
    assert len(lines) == len(set(lines)) > 100
    used = {source for page in report.pages for source in page.sources}
    assert used <= set(data.sources)
    told = "\n".join(lines)
    assert all(data.sources[source].title in told for source in used)


class _Reader(HTMLParser):
    VOID = frozenset({"meta", "img", "br"})

    def __init__(self):
        super().__init__()
        self.open, self.seen, self.links, self.words = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.links += [value for name, value in attrs if name in ("src", "href")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.slow
def test_the_file_for_a_browser_is_whole_and_alone(project, atlas, tmp_path):
    target = tmp_path / "report.html"
    hostile = "</title><script>alert(1)</script> & 均衡"
    told = []
    spec = SheetSpec(texts={"title": hostile}, author='"><script>')
    write_report(project, atlas, MapView(language="zh", theme="print"), spec, "html", target, told.append)
    text = target.read_text("utf-8")
    reader = _Reader()
    reader.feed(text)
    assert reader.open == []
    assert "script" not in reader.seen
    assert hostile in reader.words
    assert all(link.startswith(("#page-", "data:image/png;base64,")) for link in reader.links)
    assert reader.seen.count("section") == max(told)
    assert reader.seen.count("table") >= 20
    assert told == sorted(told)
    assert "zh-Hant-TW" in text
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    ("language", "written"), [("zh", "民國115年11月21日"), ("en", "2026-11-21 (Minguo 115-11-21)")]
)
def test_the_cover_says_who_made_it_and_when(make_report, language, written):
    spec = SheetSpec(date=datetime.date(2026, 11, 21), calendar="minguo", author="國發會")
    report, _ = make_report(language, spec=spec)
    said = [paragraph for block in report.pages[0].left for paragraph in block.paragraphs]
    assert [paragraph for paragraph in said if written in paragraph and "國發會" in paragraph]


def test_giving_up_leaves_nothing(project, atlas, tmp_path):
    def give_up(done):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_report(project, atlas, MapView(), SheetSpec(), "html", tmp_path / "report.html", give_up)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(project, atlas, tmp_path):
    with pytest.raises(TargetError, match="nowhere"):
        write_report(project, atlas, MapView(), SheetSpec(), "html", tmp_path / "nowhere" / "report.html")


@pytest.mark.slow
def test_slides_have_titles_tables_and_notes(project, atlas, tmp_path):
    from pptx import Presentation

    target = tmp_path / "report.pptx"
    write_report(project, atlas, MapView(language="zh", theme="light"), SheetSpec(author="國發會"), "pptx", target)
    deck = Presentation(str(target))
    slides = list(deck.slides)
    assert 12 <= len(slides) <= 24
    assert deck.core_properties.author == "國發會"
    assert all(slide.shapes.title is not None and slide.shapes.title.text for slide in slides)
    assert all(slide.notes_slide.notes_text_frame.text for slide in slides)
    assert sum(shape.has_table for slide in slides for shape in slide.shapes) >= 20
    circles = {project.data.circles[circle].name.zh for circle in project.definition.circles}
    assert circles <= {slide.shapes.title.text for slide in slides}
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
