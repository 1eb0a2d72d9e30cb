"""Site symbols: layers differ by shape as well as by colour, status by filling, precision by a ring.

What only a scenario puts there has a dashed ring besides, what it takes away a cross.
"""

from __future__ import annotations

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
