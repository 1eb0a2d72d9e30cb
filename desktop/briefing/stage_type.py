"""Letters that are drawn anew with every picture of a flight: put together from small pictures of each letter."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QTransform

from maps.colour_vision import seen_as
from maps.display import PageItem, PageText, TextStyle
from maps.fonts import ASCENT, left_edge, text_width
from maps.painter import SheetPainter
from maps.stamps import STAMPS, draw_text, stamp

PARTS = 4
"""Places within a pixel at which a letter may stand: fewer, and growing numbers are seen to jump."""


def page_swiftly(sheet: SheetPainter, items: Iterable[PageItem]) -> None:
    """Draw page items as ``SheetPainter.page`` does; text with a halo takes a hundredth of the time.

    Numbers that grow are another text in every picture, but of the same few letters.
    """
    known = tuple(items)
    sheet.page(item for item in known if not isinstance(item, PageText))
    sheet.painter.setTransform(QTransform())
    for item in known:
        if isinstance(item, PageText):
            _write(sheet, item)


def _write(sheet: SheetPainter, item: PageText) -> None:
    style, dots = item.style, sheet.dots
    width = text_width(item.text, style.size, style.bold)
    left = left_edge(item.x, width, item.align)
    places = [(left + text_width(item.text[:at], style.size, style.bold)) * dots for at in range(len(item.text))]
    # The halo of a letter must not lie on the letter before it.
    for one in (style, replace(style, halo="")) if style.halo else (style,):
        for letter, x in zip(item.text, places, strict=True):
            if not letter.isspace():
                _letter(sheet, letter, one, x, item.y * dots)


def _letter(sheet: SheetPainter, letter: str, style: TextStyle, x: float, y: float) -> None:
    """Copy the picture of a letter whose base line begins at device pixel (x, y)."""
    left, base = math.floor(x), math.floor(y)
    part_x, part_y = int(PARTS * (x - left)), int(PARTS * (y - base))
    size = style.size * sheet.dots

    def ink(colour: str) -> QColor:
        return QColor(seen_as(colour, sheet.sight))

    def make() -> QImage:
        half = math.ceil(max(text_width(letter, size, style.bold), ASCENT * size) + 0.4 * size) + 1
        dx, dy = part_x / PARTS, part_y / PARTS
        return stamp(half, half, lambda painter: draw_text(painter, letter, style, dx, dy, sheet.dots, ink))

    picture = STAMPS.get((letter, style, sheet.dots, sheet.sight, part_x, part_y), make)
    sheet.painter.drawImage(QPointF(left - picture.width() / 2, base - picture.height() / 2), picture)
