"""A native table on a slide, its type as large as all of it fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Mm, Pt
from PySide6.QtCore import QRectF

from maps.export.package import abbreviated, legal
from maps.export.slide_text import LEADING, PT_MM, line_width, lines_of
from maps.export.slide_units import rgb
from maps.theme import Theme, mixed

MOST, LEAST, READABLE = 14.0, 6.0, 9.0
"""Points of the type: at most, at least, and from where a table is rather continued on the next slide."""

PAD_X, PAD_Y = 1.4, 0.8
"""Room round the text of a cell, mm."""

ROUNDING = 0.5
"""mm by which a column of names is wider than they are, so that no rounding breaks them."""

LONGEST_TEXT = 120
"""Characters of a cell."""

HEAD, HEAD_LEAST = 0.88, 8.0
"""Size of the type of the heads, of that of the rows, and the points below which they are no smaller than these."""

NAME_LEAST = 0.4
"""Share of the longest name that must stand on one line."""

ROOMY = 0.82
"""Share of the width that the longest words and numbers of the columns may fill, where type can be smaller."""

AIR = 2.5
"""mm by which rows are higher where there is room."""

_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's "No Style, No Grid": what is drawn is said cell by cell, so that every program shows the same."""


@dataclass(frozen=True)
class SlideTable:
    """Words in rows; the first column holds names, the others numbers."""

    title: str
    """read out to who cannot see the table"""
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    colours: tuple[str, ...] = ()
    """the colour of each row's chip, '' for none; () where no row has one"""
    bold: frozenset[int] = frozenset()
    """rows that stand out"""

    def part(self, start: int, end: int) -> SlideTable:
        """Return some of the rows."""
        bold = frozenset(row - start for row in self.bold if start <= row < end)
        return replace(self, rows=self.rows[start:end], colours=self.colours[start:end], bold=bold)


@dataclass(frozen=True)
class _Fit:
    points: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    """of the head and the rows"""


def add_table(slide: Any, table: SlideTable, box: QRectF, theme: Theme, most: float = MOST) -> Any:
    """Add the table from the upper left corner of ``box``, its type at most ``most`` points, and return its shape."""
    table = _shortened(table)
    fit = _fit(table, box, most)
    shape = slide.shapes.add_table(
        len(table.rows) + 1, len(table.heads), Mm(box.left()), Mm(box.top()), Mm(sum(fit.widths)), Mm(sum(fit.heights))
    )
    native = shape.table
    native.horz_banding = False
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN_STYLE
    for column, width in zip(native.columns, fit.widths, strict=True):
        column.width = Mm(width)
    for row, height in zip(native.rows, fit.heights, strict=True):
        row.height = Mm(height)
    for column, head in enumerate(table.heads):
        _set(
            native.cell(0, column), head, _head(fit.points), theme.muted, theme, number=column > 0, bold=True, head=True
        )
    for line, row in enumerate(table.rows):
        for column, text in enumerate(row):
            cell = native.cell(line + 1, column)
            _set(cell, text, fit.points, theme.text, theme, number=column > 0, bold=line in table.bold)
            if not column and table.colours and table.colours[line]:
                _line(cell, "a:lnL", table.colours[line], 4.5)
    return shape


def table_height(table: SlideTable, points: float, width: float) -> float:
    """Return the height in mm of a table in type of a size."""
    table = _shortened(table)
    widths = _widths(table, points, width)
    head = _height(table.heads, _head(points), widths, True)
    return head + sum(_height(row, points, widths) for row in table.rows)


def is_roomy(table: SlideTable, points: float, width: float) -> bool:
    """Whether no word and no number of a table in type of a size would be broken by a somewhat wider font."""
    return sum(_least(_shortened(table), points)) <= ROOMY * width


def rows_that_fit(table: SlideTable, box: QRectF) -> int:
    """Return how many rows of a table stand in a box in readable type, one at least."""
    table = _shortened(table)
    widths = _widths(table, READABLE, box.width())
    left, count = box.height() - _height(table.heads, _head(READABLE), widths, True), 0
    for row in table.rows:
        left -= _height(row, READABLE, widths)
        if left < 0:
            break
        count += 1
    return max(1, count)


def _shortened(table: SlideTable) -> SlideTable:
    """Return the table without what no slide could hold: the longest names are of users' own places."""

    def short(cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(abbreviated(legal(" ".join(cell.split())), LONGEST_TEXT) for cell in cells)

    return replace(table, heads=short(table.heads), rows=tuple(short(row) for row in table.rows))


def _fit(table: SlideTable, box: QRectF, most: float) -> _Fit:
    """Return the largest type in which the table fits: names on one line where they can be read so."""
    for names, least in ((1.0, READABLE), (NAME_LEAST, LEAST)):
        points = most
        while points >= least:
            widths, needed = _widths(table, points, box.width()), sum(_least(table, points, names))
            heights = (
                _height(table.heads, _head(points), widths, True),
                *(_height(row, points, widths) for row in table.rows),
            )
            if needed <= box.width() and sum(heights) <= box.height():
                air = min(AIR, (box.height() - sum(heights)) / len(heights))
                return _Fit(points, widths, tuple(height + air for height in heights))
            points -= 0.5
    return _Fit(LEAST, widths, heights)


def _head(points: float) -> float:
    """Return the points of the heads over rows of a size."""
    return max(HEAD * points, min(points, HEAD_LEAST))


def _least(table: SlideTable, points: float, names: float = NAME_LEAST) -> Iterator[float]:
    """Yield the least width of each column: that of its numbers and of the longest word of its head.

    ``names`` is the share of the longest name that must stand on one line.
    """
    for column, head in enumerate(table.heads):
        widest = max((line_width(word, _head(points), True) for word in _words(head)), default=0.0)
        cells = max((line_width(row[column], points, True) for row in table.rows), default=0.0)
        yield max(widest, cells * names if column == 0 else cells) + 2 * PAD_X + (ROUNDING if column == 0 else 0.0)


def _words(head: str) -> list[str]:
    """Return what of a head stays in one line: words of up to twelve letters, and five ideographs."""
    most = 12 if head.isascii() else 5
    return [part[start : start + most] for part in head.split() for start in range(0, len(part), most)]


def _widths(table: SlideTable, points: float, width: float) -> tuple[float, ...]:
    least = list(_least(table, points))
    names = max((line_width(row[0], points, True) for row in table.rows), default=0.0) + 2 * PAD_X + ROUNDING
    first = max(least[0], min(names, width - sum(least[1:])))
    spare = width - first - sum(least[1:])
    others = [one + spare / max(1, len(least) - 1) for one in least[1:]] if spare > 0 else least[1:]
    scale = min(1.0, width / (first + sum(others)))
    return tuple(one * scale for one in (first, *others))


def _height(cells: tuple[str, ...], points: float, widths: tuple[float, ...], bold: bool = False) -> float:
    deepest = max(
        len(lines_of(text, points, width - 2 * PAD_X, bold)) for text, width in zip(cells, widths, strict=True)
    )
    return deepest * points * PT_MM * LEADING + 2 * PAD_Y


def _set(
    cell: Any, text: str, points: float, colour: str, theme: Theme, *, number: bool, bold: bool, head: bool = False
) -> None:
    cell.margin_left = cell.margin_right = Mm(PAD_X)
    cell.margin_top = cell.margin_bottom = Mm(PAD_Y)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.MIDDLE
    cell.text_frame.text = text
    for paragraph in cell.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.RIGHT if number else PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(points), bold
            run.font.color.rgb = rgb(colour)
    _line(cell, "a:lnB", mixed(theme.frame, theme.paper, 0.6), 0.75)


def _line(cell: Any, edge: str, colour: str, points: float) -> None:
    """Draw one edge of a cell, for which python-pptx has no words. Edges come in the order left, right, top, bottom."""
    properties = cell._tc.get_or_add_tcPr()
    line = parse_xml(
        f'<{edge} {nsdecls("a")} w="{Pt(points)}" cap="flat" cmpd="sng" algn="ctr">'
        f'<a:solidFill><a:srgbClr val="{rgb(colour)}"/></a:solidFill><a:prstDash val="solid"/></{edge}>'
    )
    properties.insert(0, line) if edge == "a:lnL" else properties.append(line)
