"""The small signs on the buttons of the scene list, drawn in the colour of its text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

_SIDE, _FINER = 16, 3
"""Logical pixels, and how much finer icons are drawn than those."""


def icon(name: str, colour: str, disabled: str) -> QIcon:
    """Return the sign of a command, in a colour and in another where it can do nothing (``#RRGGBB``)."""
    result = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        picture = QPixmap(_SIDE * _FINER, _SIDE * _FINER)
        picture.setDevicePixelRatio(_FINER)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(shade), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        _SIGNS[name](painter)
        painter.end()
        result.addPixmap(picture, mode)
    return result


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _go(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(3.5, 3.5, 9, 9))
    for ends in (((8, 1), (8, 5)), ((8, 11), (8, 15)), ((1, 8), (5, 8)), ((11, 8), (15, 8))):
        _line(painter, *ends)


def _update(painter: QPainter) -> None:
    painter.drawArc(QRectF(2.5, 2.5, 11, 11), 40 * 16, 290 * 16)
    _line(painter, (9.5, 5.5), (13.5, 5), (13.5, 1))


def _duplicate(painter: QPainter) -> None:
    painter.drawRect(QRectF(2, 5, 9, 9))
    _line(painter, (5, 5), (5, 2), (14, 2), (14, 11), (11, 11))


def _up(painter: QPainter) -> None:
    _line(painter, (8, 14), (8, 2.5))
    _line(painter, (3.5, 7), (8, 2.5), (12.5, 7))


def _down(painter: QPainter) -> None:
    _line(painter, (8, 2), (8, 13.5))
    _line(painter, (3.5, 9), (8, 13.5), (12.5, 9))


def _hide(painter: QPainter) -> None:
    painter.drawArc(QRectF(1, 3.5, 14, 14), 30 * 16, 120 * 16)
    painter.drawArc(QRectF(1, -1.5, 14, 14), 210 * 16, 120 * 16)
    painter.drawEllipse(QRectF(6, 6, 4, 4))
    _line(painter, (3, 14), (13, 2))


def _delete(painter: QPainter) -> None:
    _line(painter, (2.5, 4), (13.5, 4))
    _line(painter, (6, 4), (6, 2), (10, 2), (10, 4))
    _line(painter, (4, 4), (4.8, 14), (11.2, 14), (12, 4))
    _line(painter, (6.7, 7), (6.9, 11.5))
    _line(painter, (9.3, 7), (9.1, 11.5))


_SIGNS: dict[str, Callable[[QPainter], None]] = {
    "scene_go": _go,
    "scene_update": _update,
    "scene_duplicate": _duplicate,
    "scene_up": _up,
    "scene_down": _down,
    "scene_hide": _hide,
    "scene_delete": _delete,
}
