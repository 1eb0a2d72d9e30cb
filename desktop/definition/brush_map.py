"""The map of the editor: towns are painted with the left button, taken out with the right one.

What a stroke touches is drawn at once over the last picture; the map itself follows when the stroke has ended.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainterPath, QWheelEvent
from PySide6.QtWidgets import QWidget

from data.model import Place
from data.own_definitions import towns_of_counties
from desktop.map_surface import ZOOM_STEP, MapSurface
from maps.context import Context
from maps.display import Fill, MapDrawing, Stroke, Viewport
from maps.overlay import Overlay
from maps.painter import SheetPainter
from maps.theme import mixed

Shape = Literal["brush", "rectangle", "lasso"]
"""What a drag touches: every town that it crosses, or those whose middle it encloses."""

_PAINTED, _EDGE, _TRACE = 0.8, 0.35, 0.3
"""Opacity of towns under a stroke; width in mm of their edge, and of the line of a rectangle or lasso."""

_LEAST_STEP = 2.0
"""Pixels between two corners of a lasso: fewer only make it slow."""


class BrushMap(MapSurface):
    """It changes no definition: it tells which towns were painted."""

    stroked = Signal(object, bool)
    """codes of the towns that a stroke touched, a frozenset, and whether it was to take them out"""
    hovered = Signal(object)
    """Place of the town under the cursor, or None"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(240, 200)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.shape: Shape = "brush"
        self.whole_counties = False
        self.erases = False
        """whether the left button takes towns out, too"""
        self._colour = ""
        self._button = Qt.MouseButton.NoButton
        self._trail: list[QPointF] = []
        self._touched: frozenset[str] = frozenset()
        self._shown: dict[str, str] = {}
        """towns that were stroked with their colour, until a picture shows them"""
        self.settled.connect(self._forget_shown)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def set_colour(self, colour: str) -> None:
        """Paint in the colour of this circle, '' for none."""
        self._colour = colour

    @property
    def is_stroking(self) -> bool:
        """Whether a button is held down that paints."""
        return self._button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)

    def give_up(self) -> None:
        """Forget the stroke that is not finished."""
        self._button, self._trail, self._touched = Qt.MouseButton.NoButton, [], frozenset()
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._button is not Qt.MouseButton.NoButton:
            return
        self._button = event.button()
        self._trail = [event.position()]
        if self._button is Qt.MouseButton.MiddleButton:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.is_stroking:
            self._touch(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._button is Qt.MouseButton.MiddleButton:
            moved = point - self._trail[-1]
            self.pan_by(moved.x(), moved.y())
            self._trail = [point]
        elif self.is_stroking:
            self._touch(point)
        land = self.land_at(point)
        self.hovered.emit(None if land is None else Place("town", land.town_code))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not self._button:
            return
        codes, erase, was_stroke = self._touched, self._takes_out, self.is_stroking
        colour = self._stroke_colour
        self.give_up()
        if was_stroke and codes:
            self._shown.update(dict.fromkeys(codes, colour))
            self.stroked.emit(codes, erase)
            if self.is_ready():  # nothing was changed by it
                self._forget_shown()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if steps and not self.is_stroking:
            self.zoom_by(ZOOM_STEP**steps, event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.pan_by_key(event.key()) or self.zoom_by_key(event.key()):
            return
        if event.key() == Qt.Key.Key_Escape and self.is_stroking:
            self.give_up()
        else:
            super().keyPressEvent(event)

    # --- a stroke ---------------------------------------------------------------------------------------------------

    @property
    def _takes_out(self) -> bool:
        return self.erases or self._button is Qt.MouseButton.RightButton

    @property
    def _stroke_colour(self) -> str:
        return "" if self._takes_out else self._colour

    def _touch(self, point: QPointF) -> None:
        """Carry the stroke on to a point."""
        if self._picker is None or self._project is None:
            return
        before = self._trail[-1]
        if self.shape == "brush":
            self._trail = [point]
            found = self._touched | self._picker.towns_along(self._to_map(before), self._to_map(point))
        else:
            if self.shape == "rectangle":
                self._trail = [self._trail[0], point]
            elif (point - before).manhattanLength() >= _LEAST_STEP:
                self._trail.append(point)
            found = self._picker.towns_inside([self._to_map(corner) for corner in self._ring()])
            if not found and len(self._trail) == 1:
                found = self._picker.towns_along(self._to_map(point), self._to_map(point))
        self._touched = towns_of_counties(self._project.data, found) if self.whole_counties else found
        self.update()

    def _ring(self) -> list[QPointF]:
        """Return the corners of the rectangle or lasso, logical pixels."""
        if self.shape == "lasso" or len(self._trail) < 2:
            return self._trail
        box = QRectF(self._trail[0], self._trail[1]).normalized()
        return [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]

    def _forget_shown(self) -> None:
        if self._shown:
            self._shown = {}
            self.update()

    # --- drawing ----------------------------------------------------------------------------------------------------

    def _lay_out(self, context: Context, rect: QRectF) -> Overlay:
        return Overlay((), rect)

    def _paint_over_map(self, sheet: SheetPainter, now: Viewport) -> None:
        context = self._context()
        if context is None:
            return
        touched = {**self._shown, **dict.fromkeys(self._touched, self._stroke_colour)}
        rows, theme = context.project.data.town_index, context.theme
        shapes: list[Fill | Stroke] = []
        for code, colour in touched.items():
            path = context.detail.town_paths[rows[code]]
            shapes.append(Fill(path, mixed(colour or theme.missing, theme.land, _PAINTED)))
            shapes.append(Stroke(path, theme.mark, _EDGE if code in self._touched else _EDGE / 2))
        if self.shape != "brush" and len(self._trail) > 1 and self.is_stroking:
            path = QPainterPath()
            ring = [QPointF(*self._to_map(corner)) for corner in self._ring()]
            path.moveTo(ring[0])
            for corner in ring[1:]:
                path.lineTo(corner)
            path.closeSubpath()
            shapes += [Stroke(path, theme.halo, 2 * _TRACE), Stroke(path, theme.mark, _TRACE, dash=(4, 3))]
        sheet.map(MapDrawing(tuple(shapes)), now)
