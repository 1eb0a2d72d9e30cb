"""The report: its pages, that nothing on them overlaps or is cut, and that its numbers are those of the program."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from data.balance.evaluate import column
from data.errors import TargetError
from data.model import Overlap
from data.project import Project
from maps.display import Cancelled, PagePicture, PageText
from maps.export.palette import in_few_colours
from maps.fonts import ASCENT, text_width
from maps.page import page_size
from maps.plate import Plate
from maps.report.circle_page import COMPARED
from maps.report.content import report_of
from maps.report.files import write_report
from maps.report.findings import findings
from maps.report.model import Table, Text
from maps.report.sheets import report_plates
from maps.report.words import Speaker
from maps.sheet_spec import SheetSpec
from maps.texts import Texts
from maps.view import READY_VIEWS, MapView

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def make_report(project, atlas, texts):
    """A function that returns a report, of the whole project as it starts unless told otherwise."""
    kept = {}

    def make(language="zh", of=project, spec=SheetSpec()):
        key = language if of is project and spec == SheetSpec() else None
        if key not in kept or key is None:
            kept[key] = report_of(of, atlas, texts[language], page_size("A4", 100), spec=spec)
        return kept[key]

    return make


@pytest.fixture(scope="module")
def plates_of(project, atlas):
    """A function that returns the pages of a report as plates, laid out once."""
    kept = {}

    def lay_out(report):
        if id(report) not in kept:
            view = replace(READY_VIEWS["overview"], language=report.language, theme="print")
            kept[id(report)] = report, report_plates(report, Plate(project, view, atlas, page_size("A4", 100)))
        return kept[id(report)][1]

    return lay_out


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
def test_no_page_has_words_on_words_or_beyond_the_page(make_report, plates_of, overlapping, language):
    report = make_report(language)
    plates = plates_of(report)
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
        report = make_report(of=Project(data, definition))
        assert 12 <= len(report.pages) <= 20
        titles = [page.title for page in report.pages]
        for circle in data.definitions[definition].circles:
            assert titles.count(data.circles[circle].name.zh) == 1


def tables(page):
    return [block for block in page.blocks if isinstance(block, Table)]


def page_of_circle(report, project, circle, language="en"):
    (page,) = [one for one in report.pages if one.title == project.data.circles[circle].name.text(language)]
    return page


def scorecard_of(page):
    (table,) = [one for one in tables(page) if len(one.rows) == len(COMPARED)]
    return table


def sentences(page):
    return [line for block in page.blocks if isinstance(block, Text) for line in block.paragraphs]


def test_a_circle_is_told_as_the_scorecard_tells_it(make_report, project, texts):
    report = make_report("en")
    for row, circle in enumerate(project.definition.circles):
        scorecard = scorecard_of(page_of_circle(report, project, circle))
        for told, indicator in zip(scorecard.rows, COMPARED, strict=True):
            own = column(project, indicator, "circle")
            wanted = float(own.values[row])
            if np.isnan(wanted):
                assert told.cells[1] == "–"
                continue
            read = float(told.cells[1].replace(",", "").removeprefix("≥ ").removeprefix("≤ "))
            assert read == pytest.approx(wanted, abs=0.5 if wanted > 1000 else 0.06)


def test_a_place_is_among_the_circles(make_report):
    report = make_report("en")
    index = [scorecard_of(page).rows[-1].cells for page in report.pages[7:13]]
    assert sorted(cells[3] for cells in index) == [f"{place} / 6" for place in range(1, 7)]


def test_a_scenario_is_told_with_its_numbers_and_said_to_be_one(make_report, supposed, project):
    plain = make_report("en")
    report = make_report("en", of=supposed)
    said = " ".join(paragraph for block in report.pages[0].left for paragraph in getattr(block, "paragraphs", ()))
    assert "東部三點" in said
    assert "nobody's plans" in said
    before, after = (tables(one.pages[2])[0].rows for one in (plain, report))
    east = list(project.definition.circles).index("east")
    assert before[east] != after[east]


def test_every_source_of_a_page_is_listed_once(make_report, data):
    report = make_report("en")
    lists = [page for page in report.pages if page.title.startswith("Sources")]
    lines = [line for page in lists for block in page.blocks for line in block.paragraphs]
    assert len(lines) == len(set(lines)) > 100
    used = {source for page in report.pages for source in page.sources}
    assert used <= set(data.sources)
    told = "\n".join(lines)
    assert all(data.sources[source].title in told for source in used)
    # How a date was inferred is for the data set.
    assert "inferred" not in told


def test_every_page_says_where_the_sources_stand(make_report, plates_of):
    report = make_report("en")
    plates = plates_of(report)
    listed = [number for number, page in enumerate(report.pages, 1) if page.lists_sources]
    assert listed == [len(plates) - 1, len(plates)]
    for plate in plates[1:]:
        _, words = boxes(plate.sheet)
        assert any(f"pages {listed[0]}–{listed[-1]}" in line for line in words), plate.title


def test_what_is_shared_is_named_with_its_rule(make_report, project):
    report = make_report("en")
    shared = {
        circle: [line for line in sentences(page_of_circle(report, project, circle)) if line.startswith("Shared")]
        for circle in project.definition.circles
    }
    assert shared["silicon"] == shared["precision"] == shared["islands"] == []
    assert shared["capital"] == ["Shared with Slow-living East: Yilan County; counted fully in each."]
    assert "Hengchun" in shared["south"][0]
    assert "Yilan County" in shared["east"][0]
    halves = make_report("en", of=replace(project, overlap=Overlap.SPLIT))
    assert any("counted half in each" in line for line in sentences(page_of_circle(halves, project, "capital")))


def test_sites_of_the_counties_add_up_to_those_of_the_circle(make_report, project):
    report = make_report("en")
    for row, circle in enumerate(project.definition.circles):
        (line,) = [one for one in sentences(page_of_circle(report, project, circle)) if one.startswith("In operation")]
        counts = [part.removesuffix(".").split()[-1].split("/") for part in line.split(": ")[1].split(", ")]
        for at, name in enumerate(("ai_operating", "telemedicine_points")):
            told = sum(int(one[at]) for one in counts if one[at] != "–")
            assert told == column(project, name, "circle").values[row], (circle, name)


def test_best_is_the_better_end_and_equals_share_it(project, texts):
    speaker = Speaker(project, texts["en"])
    (distance,) = findings(speaker, ["hospital_nearest_km"])
    values = column(project, "hospital_nearest_km", "circle").values
    best = project.data.circles[project.definition.circles[int(np.argmin(values))]].name.en
    assert f"best {best} (" in distance
    # Measured for counties and written with one decimal, several circles read the same.
    names = [project.data.circles[circle].name.en for circle in project.definition.circles]
    for name in ("coverage_5g", "hospital_within_30km"):
        (line,) = findings(speaker, [name])
        cells = [speaker.cell(name, "circle", row) for row in range(len(names))]
        highest = max(cells, key=lambda cell: float(cell.removeprefix("≥ ")))
        ties = [one for one, cell in zip(names, cells, strict=True) if cell == highest]
        assert f"best {', '.join(ties)} ({highest}" in line
    # What is only known to be at least so much may not be last.
    assert "its place not certain" in findings(speaker, ["coverage_5g"])[0]
    # More people is not better.
    assert findings(speaker, ["population"]) == ()


def test_gaps_are_where_the_circle_lies_behind(make_report, project):
    report = make_report("en")
    for row, circle in enumerate(project.definition.circles):
        line = next(one for one in sentences(page_of_circle(report, project, circle)) if "the nation" in one)
        for name in COMPARED:
            indicator = Speaker(project, Texts("en")).indicator(name)
            if name != "index" and f"{indicator.name.en} " in line.replace("(%) ", "").replace("(Mbps) ", ""):
                own = column(project, name, "circle").values[row]
                assert indicator.direction * (own - column(project, name, "nation").values[0]) < 0


def test_a_margin_is_plus_where_the_target_is_met(make_report):
    report = make_report("en")
    (page,) = [one for one in report.pages if one.title.startswith("Policy targets")]
    rows = tables(page)[0].rows
    assert len(rows) > 20
    for row in rows:
        lead, met = row.cells[-2:]
        assert met == "open" or lead.startswith("−") == (met == "no"), row.cells
        assert "pf-" not in row.cells[1]


def test_the_cover_has_logo_and_date(make_report, project, atlas, tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10"/></svg>'
    )
    spec = SheetSpec(logo=logo, date=date(2026, 11, 21), calendar="minguo", author="國發會")
    report = make_report("zh", spec=spec)
    view = replace(READY_VIEWS["overview"], theme="print")
    alone = replace(report, pages=(report.pages[0], report.pages[-1]))
    cover = report_plates(alone, Plate(project, view, atlas, page_size("A4", 100)))[0].sheet
    (picture,) = [item for item in cover.above if isinstance(item, PagePicture)]
    assert picture.rect.width() / picture.rect.height() == pytest.approx(3)
    found, words = boxes(cover)
    assert found[:, 1].min() > picture.rect.bottom()
    assert any("民國115年" in line and "國發會" in line for line in words)


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
    write_report(
        project, atlas, MapView(language="zh", theme="print"), spec, "html", target, lambda *step: told.append(step)
    )
    text = target.read_text("utf-8")
    reader = _Reader()
    reader.feed(text)
    assert reader.open == []
    assert "script" not in reader.seen
    assert hostile in reader.words
    assert all(link.startswith(("#page-", "data:image/png;base64,")) for link in reader.links)
    assert [step for step in told if step[1] > 1] == [(at, told[-1][1]) for at in range(told[-1][1] + 1)]
    assert reader.seen.count("section") == told[-1][1]
    assert reader.seen.count("table") >= 20
    assert target.stat().st_size < 4_000_000
    assert "zh-Hant-TW" in text
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    ("language", "written"), [("zh", "民國115年11月21日"), ("en", "2026-11-21 (Minguo 115-11-21)")]
)
def test_the_cover_says_who_made_it_and_when(make_report, language, written):
    spec = SheetSpec(date=date(2026, 11, 21), calendar="minguo", author="國發會")
    report = make_report(language, spec=spec)
    said = [paragraph for block in report.pages[0].left for paragraph in block.paragraphs]
    assert [paragraph for paragraph in said if written in paragraph and "國發會" in paragraph]


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_giving_up_leaves_nothing(project, atlas, tmp_path, ending):
    def give_up(done, total):
        assert total > 0
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_report(project, atlas, MapView(), SheetSpec(), ending, tmp_path / f"report.{ending}", give_up)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(project, atlas, tmp_path):
    with pytest.raises(TargetError, match="nowhere"):
        write_report(project, atlas, MapView(), SheetSpec(), "html", tmp_path / "nowhere" / "report.html")


@pytest.mark.slow
def test_slides_have_titles_tables_and_notes(project, atlas, texts, tmp_path, overlapping):
    from pptx import Presentation
    from pptx.util import Mm

    target = tmp_path / "report.pptx"
    write_report(project, atlas, MapView(language="zh", theme="light"), SheetSpec(author="國發會"), "pptx", target)
    deck = Presentation(str(target))
    slides = list(deck.slides)
    assert 12 <= len(slides) <= 20
    assert deck.core_properties.author == "國發會"
    assert all(slide.shapes.title is not None and slide.shapes.title.text for slide in slides)
    assert all(slide.notes_slide.notes_text_frame.text for slide in slides)
    assert sum(shape.has_table for slide in slides for shape in slide.shapes) >= 20
    circles = {project.data.circles[circle].name.zh for circle in project.definition.circles}
    assert circles <= {slide.shapes.title.text for slide in slides}
    for number, slide in enumerate(slides):
        rects = [(one.left, one.top, one.left + one.width, one.top + one.height) for one in slide.shapes]
        assert all(
            left >= 0 and top >= 0 and right <= deck.slide_width and bottom <= deck.slide_height
            for left, top, right, bottom in rects
        )
        assert overlapping(np.array(rects), Mm(0.3)) == [], number
        if not slide.shapes.title.text.startswith(texts["zh"].translate("Report", "Sources")):
            assert min(sizes(slide, deck)) >= 8


def sizes(slide, deck):
    """Return the points of all type on a slide but the sources at its foot."""
    frames = [
        frame
        for shape in slide.shapes
        for frame in (
            [cell.text_frame for row in shape.table.rows for cell in row.cells]
            if shape.has_table
            else [shape.text_frame]
            if shape.has_text_frame and shape.top < 0.88 * deck.slide_height
            else []
        )
    ]
    return [run.font.size.pt for frame in frames for line in frame.paragraphs for run in line.runs]


@given(st.lists(st.integers(0, 0xFFFFFF), min_size=1, max_size=300, unique=True))
def test_few_colours_stay_exact_and_many_become_near_ones(colours):
    image = QImage(len(colours), 1, QImage.Format.Format_RGB32)
    for at, colour in enumerate(colours):
        image.setPixel(at, 0, colour | 0xFF000000)
    few = in_few_colours(image)
    assert few.colorCount() <= 256
    for at, colour in enumerate(colours):
        told = few.pixel(at, 0) & 0xFFFFFF
        own = [(colour >> shift & 0xFF, told >> shift & 0xFF) for shift in (0, 8, 16)]
        # Of 300 colours at most 44 go, each to a neighbour; colours of one cell become one.
        assert len(colours) > 256 or max(abs(a - b) for a, b in own) < 8
