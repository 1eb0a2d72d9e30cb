"""The signs beside the steps: done, or something is still open. They differ in shape as well as in colour."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from maps.view import ThemeName

_SIZE, _SCALE = 18, 3
_OPEN = {"light": "#A3241B", "dark": "#FF9E94"}
_DONE = {"light": "#1B6E3C", "dark": "#7FD39B"}


@lru_cache(maxsize=8)
def step_icon(is_open: bool | None, theme: ThemeName) -> QIcon:
    """Return a tick, or a disc with an exclamation mark; of a step that cannot be told yet (None) an empty picture."""
    shade = "dark" if theme == "dark" else "light"
    pixmap = QPixmap(_SIZE * _SCALE, _SIZE * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    if is_open:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_OPEN[shade]))
        painter.drawEllipse(QRectF(1, 1, 16, 16))
        painter.setPen(QPen(QColor("#FFFFFF" if shade == "light" else "#161C23"), 2.2, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(9, 4.6), QPointF(9, 9.8))
        painter.drawPoint(QPointF(9, 13.2))
    elif is_open is not None:
        painter.setPen(QPen(QColor(_DONE[shade]), 2.2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([QPointF(3.5, 9.5), QPointF(7.5, 13.5), QPointF(14.5, 5)])
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
