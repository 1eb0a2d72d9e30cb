"""The spotlight: all but a circle around the cursor is darkened."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.briefing.tool_hand import Hand, around

RADII = (0.06, 0.09, 0.13, 0.18, 0.25, 0.35, 0.48)
"""Of the circle, as shares of the picture's height."""

DARK = "#A0000000"
"""What lies over the rest: the audience still sees where in Taiwan it is."""

RIM = "#C0FFFFFF"


class Spotlight(Hand):
    """Follows the cursor. While the cursor is elsewhere nothing is darkened."""

    def move(self, at: QPointF | None) -> None:
        if (at is None) != (self.at is None):
            self.at = at
            self.glass.update()
        else:
            super().move(at)

    def reach(self) -> float:
        return self.glass.tools.size * self.glass.height()

    def paint(self, painter: QPainter, rect: QRect) -> None:
        if self.at is None:
            return
        if not rect.intersects(around(self.at, self.reach())):
            painter.fillRect(rect, QColor(DARK))
            return
        dark = QPainterPath()
        dark.addRect(QRectF(rect))
        dark.addEllipse(self.at, self.reach(), self.reach())
        painter.fillPath(dark, QColor(DARK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(RIM), 1.5))
        painter.drawEllipse(self.at, self.reach(), self.reach())
