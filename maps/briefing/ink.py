"""Ink on a scene: what a pen and a highlighter have drawn, as lines of map space."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from data.scene import Ink
from maps.context import Context
from maps.display import Stroke

PEN, HIGHLIGHTER = 0.9, 4.5
"""Widths in mm at unit 1."""

OPACITY = 0.38
"""Of the highlighter, under which names stay readable."""


def ink_strokes(ink: Iterable[Ink], context: Context) -> tuple[Stroke, ...]:
    """Return ink as lines; a line of one point is a dot."""
    return tuple(_stroke(one, context) for one in ink if one.points)


def _stroke(ink: Ink, context: Context) -> Stroke:
    highlights = ink.tool == "highlighter"
    width = (HIGHLIGHTER if highlights else PEN) * context.unit
    points = [QPointF(x, y) for x, y in ink.points]
    if len(points) == 1:
        step = width / 2 * context.metres_per_mm
        points = [points[0] - QPointF(step, 0), points[0] + QPointF(step, 0)]
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    colour = QColor(ink.colour)
    if highlights:
        colour.setAlphaF(OPACITY)
    return Stroke(path, colour.name(QColor.NameFormat.HexArgb) if highlights else ink.colour, width)
