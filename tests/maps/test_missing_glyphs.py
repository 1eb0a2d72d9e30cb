"""What the shipped font lacks is replaced on every sheet alike, and said."""

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from maps.display import MapDrawing, PageText, Sheet, TextStyle, Viewport
from maps.export.formats import remarks, write_plates
from maps.export.png import render_sheet
from maps.fonts import SUBSTITUTE, missing_glyphs, printable, text_width, wrapped
from maps.page import PageSize, page_size
from maps.plate import Plate
from maps.view import READY_VIEWS


@pytest.mark.parametrize(
    ("text", "missing", "shown"),
    [
        ("臺北市 5G ≥ 97.5 %", "", "臺北市 5G ≥ 97.5 %"),
        ("🏥診所🏥", "🏥", "〓診所〓"),
        ("磜𠮷磜", "磜𠮷", "〓〓〓"),
        ("\ud800", "\ud800", "〓"),
        ("e\u0301", "", "e\u0301"),  # shaping finds é
        ("\uf9dc", "", "\uf9dc"),  # and 隆 for its compatibility twin
        ("一\u200b二\ufe0f", "", "一\u200b二\ufe0f"),
        ("葛\U000e0100", "", "葛\ufe0f"),
        ("one\ttwo\x00", "", "one two "),
        ("two\nlines", "", "two\nlines"),
    ],
)
def test_characters_and_what_becomes_of_them(text, missing, shown):
    assert missing_glyphs(text) == missing
    assert printable(text) == shown


def test_the_substitute_is_in_the_font():
    assert missing_glyphs(SUBSTITUTE) == ""


@given(st.text(st.characters(), max_size=40))
def test_printable_text_is_as_long_and_lacks_nothing(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert missing_glyphs(shown) == ""
    assert printable(shown) == shown
    assert max(map(ord, shown), default=0) <= 0xFFFF, "Qt counts characters beyond it twice"


@given(st.text(st.sampled_from("六圈🏥𠮷 ab\u0301-"), min_size=1, max_size=60))
def test_lines_hold_the_text_as_it_was(text):
    """What is not shown must still be told from the lines of a sheet."""
    assert "".join("".join(wrapped(text, 3.0, 20.0)).split()) == "".join(text.split())


def test_no_other_font_helps_out(to_pixels):
    """An emoji has the width and the looks of the substitute, whatever fonts the machine has."""
    style = TextStyle(5.0, "#000000", halo="#FFEEDD")
    assert text_width("😀", 5.0) == text_width(SUBSTITUTE, 5.0)

    def picture(text) -> QImage:
        item = PageText(2, 7, text, style)
        sheet = Sheet(12, 10, "#FFFFFF", Viewport(QRectF(0, 0, 1, 1), (0, 0), 1), MapDrawing(), above=(item,))
        return to_pixels(render_sheet(sheet, PageSize(12, 10, (96, 80))))

    assert (picture("😀") == picture(SUBSTITUTE)).all()
    assert picture("😀").min() < 100


def test_the_user_is_told_once(project, atlas, tmp_path):
    plain = Plate(project, READY_VIEWS["telemedicine"], atlas, page_size("A4"))
    plate = replace(plain, heading="🏥 醫療 🏥", lines=(("磜溪村", "1"),))
    assert remarks([plain], "pdf") == ()
    assert remarks([plate], "xlsx") == ()
    (remark,) = remarks([plain, plate, plate], "pdf")
    assert str(remark) == "The font of the sheet lacks 🏥 磜; 〓 stands for each of them."
    target = tmp_path / "map.pdf"
    write_plates([plate], "pdf", target)
    text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
    assert "〓 醫療 〓" in text
    assert "〓溪村" in text
