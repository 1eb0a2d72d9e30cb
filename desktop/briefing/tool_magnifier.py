"""The magnifier: a round lens in which the slide is drawn anew, two to four times as large and as sharp as ever."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from desktop.briefing.tool_hand import Hand
from desktop.map_surface import LOGICAL_DOTS
from maps.colour_vision import seen_as
from maps.display import MapDrawing, Viewport
from maps.painter import REACH, SheetPainter
from maps.stamps import label_reach
from maps.theme import THEMES
from maps.within import is_seen

POWERS = (2.0, 3.0, 4.0)

LENS = 0.2
"""Radius of the lens as a share of the picture's height."""

RIM = 0.005
"""Width of its rim as a share of the picture's height."""


class Magnifier(Hand):
    """Follows the cursor, and enlarges what is under it: map, names and ink, legend and chart."""

    def reach(self) -> float:
        return (LENS + RIM) * self.glass.height()

    def paint(self, painter: QPainter, rect: QRect) -> None:
        staged = self.glass.stage.staged
        if self.at is None or staged is None:
            return
        theme, radius = THEMES[staged.view.theme], LENS * self.glass.height()
        ratio = self.glass.devicePixelRatioF()
        brush = QBrush(self._picture(radius, ratio))
        corner = self.at - QPointF(radius, radius)
        brush.setTransform(QTransform.fromTranslate(corner.x(), corner.y()).scale(1 / ratio, 1 / ratio))
        painter.setBrush(brush)
        rim = RIM * self.glass.height()
        for colour, width in ((theme.halo, 2 * rim), (theme.mark, rim)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(self.at, radius, radius)

    def _picture(self, radius: float, ratio: float) -> QImage:
        """Return the square around the lens as it is seen through it, (2 radius · ratio) device pixels wide."""
        assert self.at is not None
        stage, power = self.glass.stage, self.glass.tools.size
        staged = stage.staged
        assert staged is not None
        side = math.ceil(2 * radius * ratio)
        sight = staged.view.sight
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor(seen_as(THEMES[staged.view.theme].paper, sight)))
        painter = QPainter(image)
        dots = LOGICAL_DOTS * ratio * power
        sheet = SheetPainter(painter, dots, sight=sight)
        seen = Viewport(
            QRectF(0, 0, side / dots, side / dots), self.glass.to_map(self.at), stage.viewport().metres_per_mm
        )
        sheet.map(_within(replace(stage.drawing, marks=(*stage.marks, *self.glass.ink.strokes())), seen), seen)
        # The page begins where the corner of the slide lies, seen from the corner of the lens.
        at = self.at * (ratio * power) - QPointF(side / 2, side / 2)
        painter.setWindow(round(at.x()), round(at.y()), side, side)
        painter.setViewport(0, 0, side, side)
        sheet.page(stage.furniture)
        painter.end()
        return image


def _within(drawing: MapDrawing, seen: Viewport) -> MapDrawing:
    """Return a drawing without symbols and names beyond the lens, whose large pictures need not be made."""
    symbols = (one for one in drawing.symbols if is_seen(one, *2 * (one.style.radius * REACH,), seen))
    labels = (one for one in drawing.labels if is_seen(one, *label_reach(one), seen))
    return replace(drawing, symbols=tuple(symbols), labels=tuple(labels))
