"""Pen and highlighter: lines on the map, which stay on their place when the map is moved."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from data.scene import Ink, InkTool
from desktop.briefing.ink_smooth import smooth
from desktop.briefing.tool_hand import Hand, around

if TYPE_CHECKING:
    from desktop.briefing.tool_layer import ToolLayer

STEP = 3.0
"""Pixels between points of a line: closer together they are the trembling of a hand and the grid of the pixels."""

UNSETTLED = 4
"""Points at the end of a line that the next one may still bend, or shift its smooth course."""

NIB_EDGE = "#FFFFFF"


class Pen(Hand):
    """Draws with the left button; a line that begins where no map is becomes none."""

    draws = True
    tool: InkTool = "pen"

    def __init__(self, glass: ToolLayer) -> None:
        super().__init__(glass)
        self._points: list[tuple[float, float]] = []
        self._last = QPointF()
        self._drawn = QRect()

    def reach(self) -> float:
        return self.glass.ink.width(self.tool) / 2 + 2

    def press(self, at: QPointF) -> None:
        if self.glass.is_map(at):
            self._points = [self.glass.to_map(at)]
            self._last = at
            self._show()

    def drag(self, at: QPointF, *, straight: bool) -> None:
        if not self._points:
            return
        if straight:
            del self._points[1:]
        elif math.hypot(at.x() - self._last.x(), at.y() - self._last.y()) < STEP:
            return
        self._points.append(self.glass.to_map(at))
        self._last = at
        self._show()

    def release(self) -> None:
        if self._points:
            line, self._points, self._drawn = self._line(), [], QRect()
            self.glass.ink.finish(line)

    def drop(self) -> None:
        self._points, self._drawn = [], QRect()
        self.glass.ink.forget()

    def close(self) -> None:
        self.release()

    def paint(self, painter: QPainter, rect: QRect) -> None:
        """Draw the nib, which is as broad as its line; hollow where it would draw none."""
        if self.at is not None:
            covered = not self._points and not self.glass.is_map(self.at)
            colour = QColor(self.glass.tools.colour)
            painter.setPen(QPen(colour if covered else QColor(NIB_EDGE), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush if covered else colour)
            nib = self.glass.ink.width(self.tool) / 2
            painter.drawEllipse(self.at, nib, nib)

    def _line(self) -> Ink:
        points = smooth(self._points, self.glass.metres_per_pixel)
        return Ink(self.tool, self.glass.tools.colour, points)

    def _show(self) -> None:
        """Draw the line as far as it has come; of a long one only what has changed since the last point."""
        before = self._drawn
        self._drawn = QRect()
        for point in self._points[-UNSETTLED:]:
            self._drawn = self._drawn.united(around(self.glass.from_map(point), self.reach()))
        self.glass.ink.draw(self._line(), before.united(self._drawn))


class Highlighter(Pen):
    """A pen of another width, under whose sheer line names are read."""

    tool: InkTool = "highlighter"

    def paint(self, painter: QPainter, rect: QRect) -> None:
        if self.at is not None:
            painter.setOpacity(0.6)
            super().paint(painter, rect)
            painter.setOpacity(1.0)
