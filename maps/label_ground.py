"""What of the sheet is taken by names, their leader lines and symbols, found by a grid of squares.

All lengths are mm on a sheet that shows the whole of map space at one scale: x = east / scale, y = -north / scale.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from maps.display import Label, Symbol
from maps.label_raster import Box
from maps.label_text import label_size

SQUARE = 8.0
"""Side of a square in mm: about a name long, so that a name asks four squares and a square holds few names."""

LINE_STEP = 0.5
"""A leader line takes boxes of this many mm: two lines that cross share one."""


class Ground:
    """The rectangles (left, top, right, bottom) that are taken; beyond ``seen``, if given, everything is."""

    def __init__(self, boxes: Iterable[Box] = (), seen: Box | None = None) -> None:
        self._seen = seen or (-math.inf, -math.inf, math.inf, math.inf)
        self._squares: dict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.take(box)

    def take(self, box: Box) -> None:
        for square in _squares(box):
            self._squares[square].append(box)

    def is_free(self, box: Box) -> bool:
        """Tell whether nothing that is taken overlaps ``box``."""
        x0, y0, x1, y1 = box
        left, top, right, bottom = self._seen
        if x0 < left or y0 < top or x1 > right or y1 > bottom:
            return False
        for square in _squares(box):
            for left, top, right, bottom in self._squares.get(square, ()):
                if left < x1 and x0 < right and top < y1 and y0 < bottom:
                    return False
        return True

    def overlapped(self, box: Box) -> set[Box]:
        """Return all that is taken and overlaps ``box``."""
        x0, y0, x1, y1 = box
        return {
            other
            for square in _squares(box)
            for other in self._squares.get(square, ())
            if other[0] < x1 and x0 < other[2] and other[1] < y1 and y0 < other[3]
        }


def _squares(box: Box) -> list[tuple[int, int]]:
    first_column, last_column = int(box[0] // SQUARE), int(box[2] // SQUARE)
    first_row, last_row = int(box[1] // SQUARE), int(box[3] // SQUARE)
    if first_column == last_column and first_row == last_row:
        return [(first_column, first_row)]
    rows = range(first_row, last_row + 1)
    return [(column, row) for column in range(first_column, last_column + 1) for row in rows]


def on_ground(box: Box, scale: float) -> Box:
    """Return a rectangle of map space in mm of this ground."""
    left, bottom, right, top = box
    return left / scale, -top / scale, right / scale, -bottom / scale


def label_box(label: Label, scale: float) -> Box:
    """Return what a label takes with a little air; ``scale`` in metres per mm."""
    width, height = label_size(label.text, label.style, label.second)
    x, y = label.x / scale + label.dx, -label.y / scale + label.dy
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def mark_box(symbol: Symbol, scale: float) -> Box:
    """Return what a symbol takes."""
    x, y, reach = symbol.x / scale + symbol.dx, -symbol.y / scale + symbol.dy, symbol.style.radius
    return x - reach, y - reach, x + reach, y + reach


def leader_boxes(label: Label, scale: float) -> list[Box]:
    """Return what the straight leader line of a label takes, in steps."""
    if not label.leader:
        return []
    (x0, y0), (x1, y1) = label.leader
    steps = max(1, math.ceil(math.dist(*label.leader) / LINE_STEP))
    x, y, half = label.x / scale, -label.y / scale, LINE_STEP / 2
    middles = ((x + x0 + (x1 - x0) * share, y + y0 + (y1 - y0) * share) for share in _shares(steps))
    return [(px - half, py - half, px + half, py + half) for px, py in middles]


def _shares(steps: int) -> Iterator[float]:
    return ((step + 0.5) / steps for step in range(steps))
