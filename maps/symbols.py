"""Site symbols: layers differ by shape as well as by colour, status by filling, precision by a ring.

What only a scenario puts there has a dashed ring besides, what it takes away a cross.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

RING = 1.6
"""Radius of the ring round an approximate place, in symbol radii."""

OUTER_RING = 2.05
"""Radius of the second ring, round a site of which only the county is known."""

SUPPOSED_RING = 2.1
"""Radius of the dashed ring round a site of a scenario, in symbol radii: outside the other one."""


def _diamond() -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(0, -1), QPointF(0.86, 0), QPointF(0, 1), QPointF(-0.86, 0), QPointF(0, -1)]))
    return path


def _triangle() -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(0, -0.95), QPointF(0.95, 0.75), QPointF(-0.95, 0.75), QPointF(0, -0.95)]))
    return path


def _cross() -> QPainterPath:
    arm, reach = 0.34, 0.95
    path = QPainterPath()
    path.addPolygon(
        QPolygonF(
            [
                QPointF(x, y)
                for x, y in (
                    (-arm, -reach),
                    (arm, -reach),
                    (arm, -arm),
                    (reach, -arm),
                    (reach, arm),
                    (arm, arm),
                    (arm, reach),
                    (-arm, reach),
                    (-arm, arm),
                    (-reach, arm),
                    (-reach, -arm),
                    (-arm, -arm),
                    (-arm, -reach),
                )
            ]
        )
    )
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-0.8, -0.8, 1.6, 1.6))
    return path


def _hub() -> QPainterPath:
    """The ground of the hospital at the other end of a telemedicine point; the cross goes on top."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(-1, -1, 2, 2), 0.35, 0.35)
    return path


def _disc() -> QPainterPath:
    """The ground of a value of an area, or of a cluster of sites."""
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 1, 1)
    return path


def _polygon(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in (*points, points[0])]))
    return path


def _star() -> QPainterPath:
    """A star fatter than a pentagram, and larger than its circle: its points weigh next to nothing."""
    radii = [1.2, 0.58] * 5
    turns = [math.pi * number / 5 for number in range(10)]
    return _polygon([(r * math.sin(turn), 0.05 - r * math.cos(turn)) for r, turn in zip(radii, turns, strict=True)])


def _pentagon() -> QPainterPath:
    """A pentagon with upright sides: a regular one is hardly told from a hexagon at the size of a symbol."""
    return _polygon([(0, -1.1), (0.88, -0.2), (0.88, 0.9), (-0.88, 0.9), (-0.88, -0.2)])


def _hexagon() -> QPainterPath:
    """A hexagon with a corner on either side, a little wider than high."""
    return _polygon([(-1.15, 0), (-0.6, -0.88), (0.6, -0.88), (1.15, 0), (0.6, 0.88), (-0.6, 0.88)])


def _drop() -> QPainterPath:
    """A drop that stands on its point; the middle of its round part is that of the symbol, a little raised."""
    path = QPainterPath(QPointF(0, 1.2))
    path.cubicTo(QPointF(-0.3, 0.62), QPointF(-0.82, 0.36), QPointF(-0.82, -0.26))
    path.cubicTo(QPointF(-0.82, -0.74), QPointF(-0.46, -1.08), QPointF(0, -1.08))
    path.cubicTo(QPointF(0.46, -1.08), QPointF(0.82, -0.74), QPointF(0.82, -0.26))
    path.cubicTo(QPointF(0.82, 0.36), QPointF(0.3, 0.62), QPointF(0, 1.2))
    return path


def _bar() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-1.15, -0.52, 2.3, 1.04))
    return path


def _ring() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 1.05, 1.05)
    path.addEllipse(QPointF(0, 0), 0.5, 0.5)
    return path


def _dot() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 0.8, 0.8)
    return path


SHAPES = {
    "ai": _diamond,
    "broadband": _triangle,
    "telemedicine": _cross,
    "hub": _hub,
    "hospital": _square,
    "digital": _dot,
    "own": _star,
    "star": _star,
    "pentagon": _pentagon,
    "hexagon": _hexagon,
    "drop": _drop,
    "bar": _bar,
    "ring": _ring,
    "disc": _disc,
    "cluster": _disc,
}


def symbol_path(shape: str) -> QPainterPath:
    """Return the outline of a symbol of radius 1 around the origin, y downwards.

    It is a new one for every call: two threads must not paint the same path, which Qt changes when it is first drawn.
    """
    return SHAPES[shape]()


def inner_cross() -> QPainterPath:
    """Return the cross inside a hub's square, radius 1 around the origin."""
    return QTransform.fromScale(0.72, 0.72).map(_cross())
