"""The laser pointer: a red dot that glows, and a short tail that says where it came from."""

from __future__ import annotations

import math
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPolygonF, QRadialGradient, QRegion

from desktop.briefing.tool_hand import Hand, around

if TYPE_CHECKING:
    from desktop.briefing.tool_layer import ToolLayer

DOT = 0.009
"""Radius of the dot as a share of the picture's height: seen from the back row, and smaller than a county."""

GLOW = 2.6
"""Radius of the glow, in those of the dot."""

TAIL_SECONDS = 0.22
"""How long the tail lasts: longer, it would be a drawing."""

FRAME_MS = 16

RED, EDGE, CORE, TAIL = "#F5001D", "#FFFFFF", "#FFD9DC", "#A0FF1030"


class Laser(Hand):
    """Follows the cursor at once; its tail goes by itself when the cursor rests."""

    def __init__(self, glass: ToolLayer) -> None:
        super().__init__(glass)
        self._tail: deque[tuple[float, QPointF]] = deque()
        self._frames = QTimer(glass)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._fade)

    def move(self, at: QPointF | None) -> None:
        before = self.region()
        if at is None:
            self._tail.clear()
        else:
            if self.at is not None and not self._tail:
                self._tail.append((monotonic(), self.at))
            self._tail.append((monotonic(), at))
            self._frames.start()
        self.at = at
        self.glass.update(before.united(self.region()))

    def reach(self) -> float:
        return DOT * GLOW * self.glass.height()

    def region(self) -> QRegion:
        # One box: a region of many is clipped to more slowly than the whole slide is drawn.
        box = super().region().boundingRect()
        for _, point in self._tail:
            box = box.united(around(point, DOT * self.glass.height()))
        return QRegion(box)

    def paint(self, painter: QPainter, rect: QRect) -> None:
        if self.at is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if len(self._tail) > 1:
            painter.fillPath(self._ribbon(), QColor(TAIL))
        dot = DOT * self.glass.height()
        glow = QRadialGradient(self.at, dot * GLOW)
        glow.setColorAt(0.0, QColor("#E0FF0020"))
        glow.setColorAt(1 / GLOW, QColor("#90FF0020"))
        glow.setColorAt(1.0, QColor("#00FF0020"))
        painter.setBrush(QBrush(glow))
        painter.drawEllipse(self.at, dot * GLOW, dot * GLOW)
        for brush, share in ((QBrush(QColor(EDGE)), 1.0), (QBrush(self._light(dot)), 0.86)):
            painter.setBrush(brush)
            painter.drawEllipse(self.at, dot * share, dot * share)

    def _light(self, dot: float) -> QRadialGradient:
        """Return the red of the dot, hot in its middle."""
        assert self.at is not None
        light = QRadialGradient(self.at, dot)
        for share, colour in ((0.0, CORE), (0.45, RED), (1.0, RED)):
            light.setColorAt(share, QColor(colour))
        return light

    def close(self) -> None:
        self._frames.stop()
        self._frames.deleteLater()

    def _fade(self) -> None:
        before = self.region()
        until = monotonic() - TAIL_SECONDS
        while self._tail and self._tail[0][0] < until:
            self._tail.popleft()
        if not self._tail:
            self._frames.stop()
        self.glass.update(before.united(self.region()))

    def _ribbon(self) -> QPainterPath:
        """Return the tail: as broad as the dot where it is young, nothing where it is old."""
        now, dot = monotonic(), DOT * self.glass.height()
        points = [(point, dot * max(0.0, 1 - (now - born) / TAIL_SECONDS)) for born, point in self._tail]
        left, right = [], []
        for (first, width), (second, _) in zip(points, [*points[1:], points[-1]], strict=True):
            along = second - first
            length = math.hypot(along.x(), along.y())
            across = QPointF(-along.y(), along.x()) * (width / length) if length else QPointF()
            left.append(first + across)
            right.append(first - across)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addPolygon(QPolygonF([*left, *reversed(right)]))
        return path
