"""What was drawn by hand on the map of a scene, as lines of the display list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from data.scene import Ink, InkTool
from maps.context import Context
from maps.display import Stroke
from maps.theme import Theme

WIDTHS: Mapping[InkTool, float] = MappingProxyType({"pen": 0.9, "highlighter": 5.5})
"""mm at the unit 1: a pen is seen from the back row, a highlighter covers a name."""

CASING = 0.7
"""By how many mm, at the unit 1, the light or dark line under a pen's is broader: the colours of the map are as strong
as those of the pen."""

SHEER = "#60"
"""Opacity (of #AARRGGBB) of a highlighter: names under it are read, colours under it are told apart."""

PIECES: Mapping[InkTool, int] = MappingProxyType({"pen": 8, "highlighter": 256})
"""Points of a line after which it is drawn as another: one that crosses itself a thousand times takes minutes as a
whole. Where pieces of a highlighter meet it is seen, so that only lines are cut which no hand draws."""

SPECK = 1.0
"""Metres: Qt draws no line of no length, not even its round ends."""


def ink_width(tool: InkTool, unit: float) -> float:
    """Return the width in mm of what a tool draws, with its casing."""
    return (WIDTHS[tool] + (CASING if tool == "pen" else 0.0)) * unit


def ink_strokes(ink: Iterable[Ink], context: Context) -> list[Stroke]:
    """Return lines for a map that is composed."""
    return strokes_of(ink, context.theme, context.unit)


def strokes_of(ink: Iterable[Ink], theme: Theme, unit: float) -> list[Stroke]:
    """Return lines as they are drawn, highlighters under pens: no line of a pen is ever covered."""
    sheer, pens = [], []
    for one in ink:
        paths, width = _pieces(one), WIDTHS[one.tool] * unit
        if one.tool == "highlighter":
            sheer += [Stroke(path, SHEER + one.colour.removeprefix("#"), width, round=True) for path in paths]
        else:
            pens += [Stroke(path, theme.halo, ink_width(one.tool, unit), round=True) for path in paths]
            pens += [Stroke(path, one.colour, width, round=True) for path in paths]
    return [*sheer, *pens]


def _pieces(line: Ink) -> list[QPainterPath]:
    """Return the paths of a line; each begins where the one before it ends."""
    piece = PIECES[line.tool]
    starts = range(0, max(len(line.points) - 1, 1), piece)
    return [ink_path(line.points[start : start + piece + 1]) for start in starts]


def ink_path(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Return the path of a line in map space; of a single point one that is too short to be seen but as a dot."""
    path = QPainterPath()
    whole = points if len(points) > 1 else [(x + ahead, y) for x, y in points for ahead in (0.0, SPECK)]
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in whole]))
    return path
