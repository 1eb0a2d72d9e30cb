"""A page of text without a map: the contents of a series."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF

from maps.display import MapDrawing, PageItem, PageLine, PageText, Sheet, TextStyle, Viewport
from maps.fonts import text_width, wrapped
from maps.page import PageSize
from maps.theme import Theme

_A4 = math.sqrt(297 * 210)
_LEAST = 0.35
"""Share of the proper size below which lines could not be read."""

Line = tuple[str, str]
"""words at the left and, at the right end of a dotted line, a number"""


def text_page(title: str, lines: Sequence[Line], note: str, theme: Theme, page: PageSize) -> Sheet:
    """Return a page with a title, lines and a note at its foot; the lines are set as large as all of them fit."""
    unit = math.sqrt(page.width * page.height) / _A4
    margin = 14 * unit
    box = QRectF(margin, margin, page.width - 2 * margin, page.height - 2 * margin)
    size = 1.0
    while True:
        items, end = _set(title, lines, note, theme, box, unit, size)
        if end <= box.bottom() or size <= _LEAST:
            break
        size *= 0.94
    nowhere = Viewport(QRectF(0, 0, page.width, page.height), (0.0, 0.0), 1.0)
    return Sheet(page.width, page.height, theme.paper, nowhere, MapDrawing(), above=tuple(items))


def _set(
    title: str, lines: Sequence[Line], note: str, theme: Theme, box: QRectF, unit: float, size: float
) -> tuple[list[PageItem], float]:
    items: list[PageItem] = []
    heading = TextStyle(7.0 * unit * size, theme.text, bold=True)
    plain = TextStyle(4.2 * unit * size, theme.text)
    quiet = TextStyle(2.6 * unit * size, theme.muted)
    y = box.top() + heading.size
    for part in wrapped(title, heading.size, box.width(), True):
        items.append(PageText(box.left(), y, part, heading))
        y += 1.3 * heading.size
    items.append(
        PageLine(((box.left(), y - 0.6 * heading.size), (box.right(), y - 0.6 * heading.size)), theme.frame, 0.3)
    )
    y += 0.6 * heading.size
    for words, number in lines:
        room = box.width() - (text_width(number, plain.size) + 2 * plain.size if number else 0)
        for part in wrapped(words, plain.size, room):
            items.append(PageText(box.left(), y, part, plain))
            y += 1.55 * plain.size
        if number:
            base = y - 1.55 * plain.size
            items.append(PageText(box.right(), base, number, plain, "right"))
    foot = wrapped(note, quiet.size, box.width()) if note else ()
    for row, part in enumerate(reversed(foot)):
        items.append(PageText(box.left(), box.bottom() - 1.4 * quiet.size * row, part, quiet))
    return items, y + 1.4 * quiet.size * (len(foot) + 1)
