"""Slides: native titles, tables, charts and notes; nothing overlaps or leaves the slide; LibreOffice opens them."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import combinations

import pypdfium2
import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Mm
from PySide6.QtCore import QRectF

from data.balance.evaluate import column
from data.balance.groups import groups
from data.model import Name, Place
from data.project import Project
from maps.export.deck import Deck
from maps.export.formats import write_plates
from maps.export.slide_chart import Bars
from maps.export.slide_table import LEAST, SlideTable
from maps.export.slide_text import fitted_text, text_height
from maps.geometry import Atlas
from maps.page import page_size
from maps.plate import Plate
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS

SLACK = Mm(0.2)


@pytest.fixture(scope="module")
def plates(project, atlas):
    """A slide of every kind: with table, chart, only a map, in focus, a page of contents."""

    def plate(name, template="scorecard", page="16:9", texts=None, **changes):
        spec = SheetSpec(template=template, author="區域規劃科", texts=texts or {})
        return Plate(project, replace(READY_VIEWS[name], **changes), atlas, page_size(page), spec)

    contents = replace(plate("overview"), heading="目錄", lines=(("總覽", "2"), ("寬頻", "3")))
    return [
        contents,
        plate("overview"),
        plate("broadband", "chart", level="circle"),
        plate("telemedicine", "side"),
        plate("broadband", level="county", focus=Place("circle", "islands"), language="en"),
        plate("ai", texts={"title": "長" * 3_000, "subtitle": "=1+1\x00\ud800", "notes": "備註"}),
    ]


@pytest.fixture(scope="module")
def deck_file(plates, tmp_path_factory):
    target = tmp_path_factory.mktemp("deck") / "簡報.pptx"
    write_plates(plates, "pptx", target)
    return target


@pytest.fixture(scope="module")
def deck(deck_file):
    return Presentation(deck_file)


def box(shape):
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def overlap(one, other):
    a, b = box(one), box(other)
    return min(a[2], b[2]) - max(a[0], b[0]) > SLACK and min(a[3], b[3]) - max(a[1], b[1]) > SLACK


def check_layout(deck):
    """Every shape lies on its slide and on no other shape; no placeholder is empty."""
    for slide in deck.slides:
        for shape in slide.shapes:
            left, top, right, bottom = box(shape)
            assert left >= 0, shape.name
            assert top >= 0, shape.name
            assert right <= deck.slide_width + SLACK, shape.name
            assert bottom <= deck.slide_height + SLACK, shape.name
        assert all(shape.text_frame.text for shape in slide.placeholders)
        assert not [(one.name, other.name) for one, other in combinations(slide.shapes, 2) if overlap(one, other)]


def test_nothing_overlaps_leaves_the_slide_or_is_empty(deck):
    check_layout(deck)


def test_titles_are_native_and_pictures_described(deck, plates):
    for slide, plate in zip(deck.slides, plates, strict=True):
        shown = slide.shapes.title.text_frame.text
        assert shown == plate.title or (shown.endswith("…") and plate.title.startswith(shown[:20]))
        for shape in slide.shapes:
            if shape.shape_type == 13:
                words = shape._element.nvPicPr.cNvPr.get("descr")
                assert words.startswith(plate.title[:20])
                assert shape.image.size[0] / (shape.width / 914400) == pytest.approx(240, rel=0.01)


def test_the_table_is_that_of_the_circles_and_the_nation(deck, project):
    (table,) = [shape.table for shape in deck.slides[1].shapes if shape.has_table]
    areas = groups(project, "circle")
    first = [row.cells[0].text_frame.text for row in table.rows]
    assert first[1:] == [*(name.zh for name in areas.names), "全國"]
    people = column(project, "population", "circle").values
    assert [row.cells[1].text_frame.text for row in table.rows][1:-1] == [f"{one:,.0f}" for one in people]


def test_the_chart_is_native_with_the_values_in_it(deck, project):
    (chart,) = [shape.chart for shape in deck.slides[2].shapes if shape.has_chart]
    values = column(project, "coverage_5g", "circle").values
    assert list(chart.plots[0].series[0].values) == pytest.approx(values.tolist(), abs=0.051)
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    names, bounds = groups(project, "circle").names, column(project, "coverage_5g", "circle").bounds
    assert [cell.value for cell in book.active["A"][1:]] == [
        f"{name.zh} ≥" if bound == ">=" else name.zh for name, bound in zip(names, bounds, strict=True)
    ]
    assert ">=" in bounds


def test_notes_say_rule_sources_and_data_set(deck, project, plates):
    for slide in list(deck.slides)[1:]:
        notes = slide.notes_slide.notes_text_frame.text
        assert project.data.version in notes
        assert "2026-01" in notes
        assert notes.count("\n") > 10
    assert "備註" in deck.slides[5].notes_slide.notes_text_frame.text


def test_text_says_its_language_and_files_their_author(deck, deck_file):
    languages = {run.font._element.get("lang") for shape in deck.slides[1].shapes if shape.has_text_frame
                 for one in shape.text_frame.paragraphs for run in one.runs}  # fmt: skip
    assert languages == {"zh-TW"}
    assert deck.core_properties.author == "區域規劃科"
    assert deck.core_properties.language == "zh-TW"
    with zipfile.ZipFile(deck_file) as package:
        theme = package.read("ppt/theme/theme1.xml").decode("utf-8")
    assert theme.count('<a:ea typeface="Microsoft JhengHei"/>') == 2


def test_the_same_plates_are_the_same_file(plates, tmp_path):
    for name in ("one.pptx", "two.pptx"):
        write_plates([plates[2]], "pptx", tmp_path / name)
    assert (tmp_path / "one.pptx").read_bytes() == (tmp_path / "two.pptx").read_bytes()


@pytest.mark.parametrize("page", ["4:3", "A4", "A4-portrait"])
def test_slides_take_the_shape_nearest_to_the_page(plates, page, tmp_path):
    write_plates([replace(plates[1], page=page_size(page))], "pptx", tmp_path / "a.pptx")
    deck = Presentation(tmp_path / "a.pptx")
    wanted = {"4:3": 4 / 3, "A4": 4 / 3, "A4-portrait": 4 / 3}[page]
    assert deck.slide_width / deck.slide_height == pytest.approx(wanted, rel=1e-3)
    check_layout(deck)


def test_hostile_names_stay_text_also_in_the_workbook_of_the_chart(project, tmp_path):
    data = project.data
    names = ("=1+1", "\x00\x07", "\ud800", "<a>&", "長" * 10_000, "http://x")
    circles = {
        name: replace(circle, name=Name(text, text))
        for (name, circle), text in zip(data.circles.items(), names, strict=True)
    }
    of = Project.start(replace(data, circles=circles))
    view = replace(READY_VIEWS["broadband"], level="circle")
    base = Plate(of, view, Atlas(of.data), page_size("16:9"))
    write_plates([base, replace(base, spec=SheetSpec(template="chart"))], "pptx", tmp_path / "a.pptx")
    deck = Presentation(tmp_path / "a.pptx")
    check_layout(deck)
    (chart,) = [shape.chart for shape in deck.slides[1].shapes if shape.has_chart]
    blob = chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(BytesIO(blob)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
        assert not [name for name in package.namelist() if "externalLink" in name or name.endswith("sheet1.xml.rels")]


class TestDeck:
    @pytest.fixture(params=["16:9", "4:3"])
    def empty(self, request):
        return Deck("zh", paper=request.param, title="題", author="人")

    def test_a_deck_of_everything_overlaps_nowhere(self, empty):
        table = SlideTable("表", ("生活圈", "數"), tuple((f"名稱{n}", str(n)) for n in range(60)))
        empty.add_title_slide("封面" * 30, ["副題" * 40, "日期"], "來源" * 300, "來源")
        slides = empty.add_table_slide("表", table, "說明", "來源")
        bars = Bars("數（%）", ("甲", "乙"), (1.5, None), ("#E69F00", "#0072B2"), 1)
        empty.add_bars(empty.add_slide("圖"), bars, empty.body(foot=False))
        empty.add_notes(slides[0], "備註")
        deck = Presentation(BytesIO(empty.content()))
        check_layout(deck)
        tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
        assert len(tables) == len(slides) > 1
        rows = [row.cells[0].text_frame.text for one in tables for row in list(one.rows)[1:]]
        assert rows == [f"名稱{n}" for n in range(60)]
        assert deck.slides[1].notes_slide.notes_text_frame.text == "備註"

    def test_the_first_way_to_say_the_sources_that_can_be_read_is_taken(self, empty):
        empty.add_slide("題", "", "很長的來源" * 500, "短的來源", "更短")
        texts = [shape.text_frame.text for shape in empty.slides[0].shapes]
        assert texts == ["題", "短的來源"]

    def test_type_shrinks_until_a_wide_table_fits(self, empty):
        heads = ("Circle", *(f"Indicator {n}" for n in range(9)))
        rows = (("Taoyuan–Hsinchu–Miaoli Silicon Valley", *["12,345.6"] * 9),) * 7
        slide = empty.add_slide("題")
        empty.add_table(slide, SlideTable("表", heads, rows), QRectF(10, 30, 110, 110))
        (table,) = [shape.table for shape in slide.shapes if shape.has_table]
        size = table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size.pt
        assert size >= LEAST
        assert sum(one.width for one in table.columns) <= Mm(110) + SLACK


def test_text_is_as_large_as_its_box_allows_and_cut_only_below_the_least():
    assert fitted_text("短", 100, 20, 24, 8) == (24, "短")
    points, text = fitted_text("長文" * 60, 100, 20, 24, 8)
    assert 8 < points < 24
    assert text == "長文" * 60
    assert text_height(text, points, 100) <= 20
    points, text = fitted_text("長文" * 6000, 100, 20, 24, 8)
    assert points == 8
    assert text.endswith("…")
    assert text_height(text, points, 100) <= 20


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(deck_file, plates, tmp_path):
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(deck_file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    pdf = pypdfium2.PdfDocument(tmp_path / "簡報.pdf")
    assert len(pdf) == len(plates)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    assert "".join(plates[1].title.split()) in texts[1]
    assert "23,224,721" in texts[1]
    assert "97.9" in texts[2]
    assert "Slow-livingEast" in texts[4]


def test_the_logo_stands_beside_the_sources(plates, tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><path d="M0 0H300V100z"/></svg>')
    target = tmp_path / "logo.pptx"
    write_plates([replace(plates[1], spec=replace(plates[1].spec, logo=logo))], "pptx", target)
    found = Presentation(target)
    check_layout(found)
    pictures = [shape for shape in found.slides[0].shapes if hasattr(shape, "image")]
    small = min(pictures, key=lambda picture: picture.width)
    assert len(pictures) == 2
    assert small.width / small.height == pytest.approx(3, rel=0.01)
    assert small.image.size[0] > 200
