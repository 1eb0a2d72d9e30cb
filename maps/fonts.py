"""The shipped font, and measuring text in it independently of the device."""

from __future__ import annotations

from functools import lru_cache
from threading import local

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
        return font


_FONTS = _Fonts()


def reference_font(bold: bool = False) -> QFont:
    """Return the shipped font at the reference size, unhinted so that widths grow in proportion."""
    return _FONTS.weights[bold]


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line in the unit of ``size``, the em height."""
    return _FONTS.metrics[bold].horizontalAdvance(text) * size / REFERENCE


LABEL_LINE = 1.15
"""Distance of the lines of a label in ems."""

ASCENT = 0.88
"""Top of an ideograph above the base line in ems; the font's own ascent has room for accents no text here uses."""


@lru_cache(maxsize=512)
def wrapped(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """Break ``text`` into lines no wider than ``width`` (unit of ``size``) by Qt's Unicode line breaking."""
    layout = QTextLayout(text, reference_font(bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width / size * REFERENCE)
        line.setPosition(QPointF(0, 0))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(lines)
