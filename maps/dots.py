"""Dots and discs by the thousand, drawn without a Python step for each where Qt can."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform

from maps.display import Discs, Dots, Viewport
from maps.paths import polygon
from maps.stamps import Ink

Floats = NDArray[np.float64]

MOST_PIXELS = 3.0
"""Width in device pixels up to which the dots of a picture are squares of single pixels."""

LINE = 0.1
"""Width in mm of the line round a disc of many."""


def draw_dots(
    painter: QPainter, dots: Dots, to_device: QTransform, viewport: Viewport, scale: float, ink: Ink, *, pixels: bool
) -> None:
    """Draw equal dots; ``scale`` is device pixels per mm.

    With ``pixels``, on a picture, small ones are made of single pixels: 50 000 points of one pixel take 4 ms, with a
    pen of 1.5 pixels 230 ms.
    """
    painter.setTransform(QTransform())
    width = 2 * dots.radius * scale
    points, _ = _on_device(dots.points, dots.radius, to_device, viewport)
    pen = QPen(ink(dots.colour), 1.0)
    pen.setCosmetic(True)
    if not pixels or width > MOST_PIXELS:
        pen.setWidthF(max(1.0, width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(polygon(points))
        return
    painter.setPen(pen)
    side = max(1, round(width))
    corner = np.floor(points - (side - 1) / 2) + 0.5
    for shift in np.ndindex(side, side):
        painter.drawPoints(polygon(corner + shift))


def draw_discs(
    painter: QPainter, discs: Discs, to_device: QTransform, viewport: Viewport, scale: float, ink: Ink
) -> None:
    """Draw discs of their own sizes; ``scale`` is device pixels per mm."""
    painter.setTransform(QTransform())
    points, rows = _on_device(discs.points, float(discs.radii.max(initial=0.0)), to_device, viewport)
    radii = discs.radii[rows] * scale
    painter.setBrush(ink(discs.colour))
    painter.setPen(QPen(ink(discs.line), max(1.0, LINE * scale)))
    for (x, y), radius in zip(points.tolist(), radii.tolist(), strict=True):
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _on_device(
    points: Floats, reach: float, to_device: QTransform, viewport: Viewport
) -> tuple[Floats, NDArray[np.intp]]:
    """Return those points in device pixels that lie at most ``reach`` mm outside the viewport, and their rows."""
    left, bottom, right, top = viewport.extent()
    slack = reach * viewport.metres_per_mm
    x, y = points[:, 0], points[:, 1]
    seen = np.flatnonzero((x > left - slack) & (x < right + slack) & (y > bottom - slack) & (y < top + slack))
    # Maps are never turned.
    return points[seen] * (to_device.m11(), to_device.m22()) + (to_device.dx(), to_device.dy()), seen
