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
        path, width = ink_path(one.points), WIDTHS[one.tool] * unit
        if one.tool == "highlighter":
            sheer.append(Stroke(path, SHEER + one.colour.removeprefix("#"), width, round=True))
        else:
            pens.append(Stroke(path, theme.halo, ink_width(one.tool, unit), round=True))
            pens.append(Stroke(path, one.colour, width, round=True))
    return [*sheer, *pens]


def ink_path(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Return the path of a line in map space; of a single point one that is too short to be seen but as a dot."""
    path = QPainterPath()
    whole = points if len(points) > 1 else [(x + ahead, y) for x, y in points for ahead in (0.0, SPECK)]
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in whole]))
    return path
