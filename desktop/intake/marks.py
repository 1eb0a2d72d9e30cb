"""The signs beside the steps: done, still to be done, or asked. They differ in shape as well as in colour."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from maps.view import ThemeName

Mark = Literal["done", "waiting", "open"]
_SIZE, _SCALE = 18, 3
_OPEN = {"light": "#A3241B", "dark": "#FF9E94"}
_DONE = {"light": "#1B6E3C", "dark": "#7FD39B"}
_WAITING = {"light": "#5A6570", "dark": "#AEB9C4"}


@lru_cache(maxsize=8)
def step_icon(mark: Mark, theme: ThemeName) -> QIcon:
    """Return a tick, a circle, or a disc with an exclamation mark."""
    shade = "dark" if theme == "dark" else "light"
    pixmap = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    if mark == "open":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_OPEN[shade]))
        painter.drawEllipse(QRectF(1, 1, 16, 16))
        painter.setPen(QPen(QColor("#FFFFFF" if shade == "light" else "#161C23"), 2.2, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(9, 4.6), QPointF(9, 9.8))
        painter.drawPoint(QPointF(9, 13.2))
    elif mark == "waiting":
        painter.setPen(QPen(QColor(_WAITING[shade]), 1.6))
        painter.drawEllipse(QRectF(4, 4, 10, 10))
    else:
        painter.setPen(QPen(QColor(_DONE[shade]), 2.2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([QPointF(3.5, 9.5), QPointF(7.5, 13.5), QPointF(14.5, 5)])
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
