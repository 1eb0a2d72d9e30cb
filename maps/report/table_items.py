"""A table of the report as page items: columns as wide as their words ask, rows as high as their lines."""

from __future__ import annotations

import re
from itertools import accumulate

from PySide6.QtCore import QRectF

from maps.display import PageBox, PageItem, PageLine, PageText, TextStyle
from maps.fonts import ASCENT, text_width, wrapped
from maps.furniture import text_block
from maps.report.model import Row, Table
from maps.theme import Theme

SIZE, SMALL = 2.9, 2.35
"""Em heights of cells and notes, mm at full size."""

LEADING = 1.32
_HEAD, _GAP = 0.88, 0.9
"""Size of the head of a column, of that of its cells, and the room between columns, ems."""

_PARTS = re.compile(r"[\u2e80-\uffef]{1,4}|[^\s\u2e80-\uffef]+")
"""What stays on one line of a heading: a word, or four ideographs."""

_CHIP = 0.95
"""Side of a colour chip, ems."""


def table_items(
    table: Table, theme: Theme, x: float, y: float, width: float, unit: float
) -> tuple[list[PageItem], float]:
    """Set a table from its upper left corner. Return its items and the y below it."""
    items: list[PageItem] = []
    if table.title:
        head, y = text_block(table.title, x, y, width, TextStyle(1.1 * SIZE * unit, theme.text, bold=True))
        items += head
        y += 0.4 * unit
    size = SIZE * unit
    # Rather smaller type than a number that is broken in two.
    while sum(_needs(table, size)) > width and size > 0.4 * SIZE * unit:
        size *= 0.96
    edges = _edges(table, width, size)
    if table.header:
        made, y = _row(Row(table.header), table, theme, x, y, edges, TextStyle(_HEAD * size, theme.muted))
        items += made
        items.append(_rule(theme.muted, x, y, width, 0.25 * unit))
    for row in table.rows:
        made, y = _row(row, table, theme, x, y, edges, TextStyle(size, theme.text, bold=row.strong))
        items += made
        items.append(_rule(theme.frame, x, y, width, 0.12 * unit))
    if table.note:
        y += 0.6 * unit
        note, y = text_block(table.note, x, y, width, TextStyle(SMALL * unit, theme.muted), LEADING)
        items += note
    return items, y


def _rule(colour: str, x: float, y: float, width: float, thickness: float) -> PageLine:
    return PageLine(((x, y), (x + width, y)), colour, thickness)


def _needs(table: Table, size: float) -> list[float]:
    """Return the least width of each column at this size: its longest word and, of numbers, its longest number."""
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    chip = 1.5 * size if any(row.chip for row in table.rows) else 0.0
    needs = []
    for at, heading in enumerate(table.header):
        cells = columns[at] if columns else ()
        parts = [part for cell in cells for part in (cell.split() if at in table.words else (cell,))]
        longest = max((text_width(part, size, True) for part in parts), default=0.0)
        word = max((text_width(part, _HEAD * size) for part in _PARTS.findall(heading)), default=0.0)
        needs.append(max(longest, word) + _GAP * size + (chip if at == 0 else 0.0))
    return needs


def _edges(table: Table, width: float, size: float) -> list[float]:
    """Return the right edges of the columns: each as wide as it must be, those of words share half of what is left."""
    needs = _needs(table, size)
    spare = max(0.0, width - sum(needs))
    wordy = [at for at in range(len(needs)) if at in table.words]
    numeric = len(needs) - len(wordy)
    wishes = {at: _wish(table, at, size) - needs[at] for at in wordy}
    for at in wordy:
        share = spare * wishes[at] / max(sum(wishes.values()), 1e-9)
        needs[at] += min(wishes[at], share)
    left = max(0.0, width - sum(needs))
    for at in range(len(needs)):
        if at not in table.words or not numeric:
            needs[at] += left / (numeric or len(needs))
    return list(accumulate(needs))


def _wish(table: Table, at: int, size: float) -> float:
    """Return the width at which every cell of a column of words stands on one line."""
    cells = [row.cells[at] for row in table.rows]
    chip = 1.5 * size if at == 0 and any(row.chip for row in table.rows) else 0.0
    return max((text_width(cell, size, True) for cell in cells), default=0.0) + (_GAP + 0.1) * size + chip


def _row(
    row: Row, table: Table, theme: Theme, x: float, y: float, edges: list[float], style: TextStyle
) -> tuple[list[PageItem], float]:
    items: list[PageItem] = []
    pad, bottom = 0.28 * style.size, y
    for at, cell in enumerate(row.cells):
        left = x + (edges[at - 1] if at else 0.0)
        start = left + (1.5 * style.size if row.chip and at == 0 else 0.0)
        # Words keep off the column at their right, numbers off the one at their left.
        room = x + edges[at] - start - 0.6 * style.size * (at < len(row.cells) - 1 if at in table.words else at > 0)
        lines = wrapped(cell, style.size, max(room, style.size), style.bold) if cell else ()
        for number, line in enumerate(lines):
            base = y + pad + (number * LEADING + (LEADING - 1) / 2 + ASCENT) * style.size
            if at in table.words:
                items.append(PageText(start, base, line, style))
            else:
                items.append(PageText(x + edges[at], base, line, style, "right"))
        bottom = max(bottom, y + 2 * pad + len(lines) * LEADING * style.size)
    if row.chip:
        chip = _CHIP * style.size
        items.append(PageBox(QRectF(x, y + pad + 0.2 * style.size, chip, chip), row.chip, radius=0.15 * chip))
    return items, bottom
