"""The shipped font, and measuring text in it independently of the device."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from threading import local
from typing import Literal

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

import resources
from data.errors import DataSetError

REFERENCE = 64
"""Pixel size at which text is measured; layouts are scaled from it so that they are the same at every resolution."""


def load_fonts() -> None:
    """Make the shipped font known to Qt; needs a QGuiApplication. Raises DataSetError for a missing font file."""
    for path in resources.font_files():
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise DataSetError(
                "The font file {name} is missing or damaged; please install the program again.", name=path.name
            )


class _Fonts(local):
    """Both weights and their measures, for each thread its own: Qt changes a font when another thread uses it."""

    def __init__(self) -> None:
        self.weights = {bold: self._font(bold) for bold in (False, True)}
        self.metrics = {bold: QFontMetricsF(font) for bold, font in self.weights.items()}

    @staticmethod
    def _font(bold: bool) -> QFont:
        font = QFont(resources.FONT_FAMILY)
        font.setPixelSize(REFERENCE)
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # What the shipped font lacks must not come from another: the same picture on every machine.
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        # Beside Latin letters the font has digits of their own ("5G", but "97.9"). They look uneven, and no text in a
        # PDF file could be found by them, because nothing says which character they stand for.
        font.setFeature(QFont.Tag("locl"), 0)
        return font


_FONTS = _Fonts()


def reference_font(bold: bool = False) -> QFont:
    """Return the shipped font at the reference size, unhinted so that widths grow in proportion."""
    return _FONTS.weights[bold]


SUBSTITUTE = "〓"
"""Stands for a character that the shipped font lacks, as it does in Chinese and Japanese typesetting."""

_WITHOUT_INK = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIATION_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


@lru_cache(maxsize=8192)
def _has(character: str) -> bool:
    return _FONTS.metrics[False].inFontUcs4(ord(character))


def missing_glyphs(text: str) -> str:
    """Return the characters of ``text`` that should leave ink and that the shipped font lacks, each once, in order."""
    if text.isascii():
        return ""
    # Qt's shaping finds the glyph of a composed character itself.
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        one
        for one in dict.fromkeys(composed)
        if not _has(one) and unicodedata.category(one) not in _WITHOUT_INK and one not in _VARIATION_SELECTORS
    )


@lru_cache(maxsize=8192)
def printable(text: str) -> str:
    """Return ``text`` as it is set: of the same length, with 〓 for what the shipped font lacks, without controls."""
    if text.isprintable() and text.isascii():
        return text
    missing = missing_glyphs(text)
    return "".join(SUBSTITUTE if one in missing else _harmless(one) for one in text)


def _harmless(character: str) -> str:
    if unicodedata.category(character) == "Cc" and character != "\n":
        return " "
    # Selectors and tags beyond the basic plane are invisible, as is this one, which Qt counts as Python does.
    return "\ufe0f" if ord(character) > 0xFFFF else character


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line in the unit of ``size``, the em height."""
    return _FONTS.metrics[bold].horizontalAdvance(printable(text)) * size / REFERENCE


def left_edge(x: float, width: float, align: Literal["left", "centre", "right"]) -> float:
    """Return where a line of a width begins that stands at ``x``, all in one unit."""
    return x - {"left": 0.0, "centre": width / 2, "right": width}[align]


LABEL_LINE = 1.15
"""Distance of the lines of a label in ems."""

ASCENT = 0.88
"""Top of an ideograph above the base line in ems; the font's own ascent has room for accents no text here uses."""


WIDOW = 3
"""Ideographs below which a last line looks like a mistake; the line before gives some of its own."""


@lru_cache(maxsize=512)
def wrapped(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """Break ``text`` into lines no wider than ``width`` (unit of ``size``) by Qt's Unicode line breaking.

    A paragraph does not end with a line of one or two ideographs.
    """
    lines = _broken(text, size, width, bold)
    if len(lines) > 1 and _is_widow(text[lines[-1][0] : lines[-1][1]]):
        start, end = lines[-2][0], lines[-1][1]
        for fewer in range(1, WIDOW + 1):
            last = _broken(text[start:end], size, width - fewer * size, bold)
            if len(last) == 2 and not _is_widow(text[start + last[1][0] : start + last[1][1]]):
                lines[-2:] = [(start + first, start + after) for first, after in last]
                break
    return tuple(text[first:after].rstrip() for first, after in lines)


def _is_widow(line: str) -> bool:
    letters = [one for one in line if one.isalnum()]
    return 0 < len(letters) < WIDOW and all(unicodedata.category(one) == "Lo" for one in letters)


def _broken(text: str, size: float, width: float, bold: bool) -> list[tuple[int, int]]:
    """Return where each line of ``text`` begins and ends."""
    # The font has no character beyond the basic plane, so that Qt counts the characters of printable text as Python.
    layout = QTextLayout(printable(text), reference_font(bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, size) / size * REFERENCE)
        line.setPosition(QPointF(0, 0))
        lines.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return lines
