"""The magnifier: a round lens in which the slide is drawn anew, two to four times as large and as sharp as ever."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from desktop.briefing.tool_hand import Hand
from desktop.map_surface import LOGICAL_DOTS
from maps.colour_vision import seen_as
from maps.display import MapDrawing, Stroke, Viewport
from maps.painter import REACH, SheetPainter
from maps.stamps import label_reach
from maps.theme import THEMES
from maps.within import is_seen, meets

if TYPE_CHECKING:
    from desktop.briefing.tool_layer import ToolLayer

POWERS = (2.0, 3.0, 4.0)

LENS = 0.2
"""Radius of the lens as a share of the picture's height."""

RIM = 0.005
"""Width of its rim as a share of the picture's height."""


class Magnifier(Hand):
    """Follows the cursor, and enlarges what is under it: map, names and ink, legend and chart."""

    def __init__(self, glass: ToolLayer) -> None:
        super().__init__(glass)
        self._lens: _Lens | None = None

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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawEllipse(self.at, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
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
        if self._lens is None or self._lens.drawing is not stage.drawing:
            self._lens = _Lens(stage.drawing)
        sheet.map(self._lens.within(seen, (*stage.marks, *self.glass.ink.strokes())), seen)
        # The page begins where the corner of the slide lies, seen from the corner of the lens.
        at = self.at * (ratio * power) - QPointF(side / 2, side / 2)
        painter.setWindow(round(at.x()), round(at.y()), side, side)
        painter.setViewport(0, 0, side, side)
        sheet.page(stage.furniture)
        painter.end()
        return image


class _Lens:
    """A drawing of the whole map, from which what a lens shows is taken."""

    def __init__(self, drawing: MapDrawing) -> None:
        self.drawing = drawing
        self._strokes = {id(one): _Parts(one.path) for one in drawing.shapes if isinstance(one, Stroke)}

    def within(self, seen: Viewport, marks: tuple[Stroke, ...]) -> MapDrawing:
        """Return what is seen through the lens: lines beyond it take long, and large pictures of names longer."""
        left, bottom, right, top = seen.extent()
        box = QRectF(left, bottom, right - left, top - bottom)
        shapes = (
            replace(one, path=self._strokes[id(one)].near(box)) if isinstance(one, Stroke) else one
            for one in self.drawing.shapes
        )
        symbols = (one for one in self.drawing.symbols if is_seen(one, *2 * (one.style.radius * REACH,), seen))
        labels = (one for one in self.drawing.labels if is_seen(one, *label_reach(one), seen))
        return MapDrawing(tuple(shapes), tuple(symbols), tuple(labels), marks)


class _Parts:
    """The pieces of a long path."""

    def __init__(self, path: QPainterPath) -> None:
        self._pieces = path.toSubpathPolygons()
        self._boxes = [piece.boundingRect() for piece in self._pieces]

    def near(self, box: QRectF) -> QPainterPath:
        """Return the pieces that come near a box of map space."""
        path = QPainterPath()
        for piece, own in zip(self._pieces, self._boxes, strict=True):
            if meets(box, own):
                path.addPolygon(piece)
        return path
