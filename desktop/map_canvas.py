"""The map under the hands of a user: drags, zooms, points at things, puts points on the map and moves them."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from data.model import Place
from desktop.map_surface import FARTHEST, LOGICAL_DOTS, NEAREST, ZOOM_STEP, MapSurface
from desktop.readings import circle_ids
from maps.mapspace import to_lonlat

__all__ = ["FARTHEST", "LOGICAL_DOTS", "NEAREST", "ZOOM_STEP", "MapCanvas"]

DRAG_PIXELS = 5
"""How far a pressed mouse moves before it drags: a hand that clicks trembles."""


class MapCanvas(MapSurface):
    """The map. It changes no project and no view: it tells what was hovered and selected, and draws what it is told."""

    hovered = Signal(object, float, float)
    """Place or None under the cursor, longitude and latitude in EPSG:4326 degrees"""
    selected = Signal(object)
    """Place or None that was clicked"""
    placed = Signal(float, float, str)
    """longitude, latitude and town code of a point that was put on land with the tool for it"""
    moved = Signal(str, float, float, str)
    """id of a site that was dragged, with longitude, latitude and town code of where it was let go"""
    placing_changed = Signal(bool)
    """the tool that puts points on the map was switched on or off"""
    edit_placed = Signal(float, float, str)
    """as ``placed``, of a site that is to be added to the project"""
    edit_moved = Signal(str, float, float, str)
    """as ``moved``, of a site of the project that stands there"""
    edit_placing_changed = Signal(bool)
    """the tool that adds sites was switched on or off"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pressed: QPointF | None = None
        self._dragged = False

    def set_placing(self, on: bool, editing: bool = False) -> None:
        """Switch the tool on or off with which a click puts a point on the map; Esc switches it off too.

        A point is a supposition, or a site of the project where one is ``editing``; one tool puts away the other.
        """
        tool = self._tool
        if tool.placing and tool.editing != editing:
            if not on:
                return
            self.set_placing(False, tool.editing)
        if on != tool.placing:
            tool.placing, tool.editing = on, editing
            if on:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.unsetCursor()
            (self.edit_placing_changed if editing else self.placing_changed).emit(on)

    def is_placing(self, editing: bool = False) -> bool:
        """Tell whether a click puts a point on the map, as a supposition or as a site of the project."""
        return self._tool.placing and self._tool.editing == editing

    def set_editable(self, site_ids: Set[str]) -> None:
        """Let these sites of the project be dragged to where they stand."""
        self._tool.editable = site_ids

    def set_movable(self, site_ids: frozenset[str]) -> None:
        """Let these sites be dragged."""
        self._tool.movable = site_ids

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._dragged = False
            composed = self._pictures.composed
            if composed is not None:
                self._tool.press(self.place_at(event.position()), composed.drawing.symbols)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pressed is None:
            place = self.place_at(point)
            self.setCursor(self._tool.cursor(place, self.land_at(point) if self._tool.placing else None))
            self._tell(place, point)
            return
        moved = point - self._pressed
        if not self._dragged and moved.manhattanLength() < DRAG_PIXELS:
            return
        self._dragged = True
        if self._tool.holds:
            self._tool.drag(*self._to_map(point))
            land = self.land_at(point)
            self.setCursor(self._tool.cursor(None, land))
            self._tell(None if land is None else Place("town", land.town_code), point)
            self.update()
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.pan_by(moved.x(), moved.y())
        self._pressed = point

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        self.unsetCursor()
        point = event.position()
        land = self.land_at(point)
        site = self._tool.release(on_land=land is not None)
        if self._dragged:
            if site and land is not None:
                (self.edit_moved if site in self._tool.editable else self.moved).emit(site, *land)
            if self.is_ready():  # nobody took it up: it stands where it stood
                self._tool.forget_dropped()
            self.update()
        elif not self._tool.placing:
            self.selected.emit(self.place_at(point))
        elif land is not None:
            (self.edit_placed if self._tool.editing else self.placed).emit(*land)

    def _tell(self, place: Place | None, point: QPointF) -> None:
        self.hovered.emit(place, *to_lonlat(*self._to_map(point)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._tool.placing:
            return
        circle = self._circle_at(event.position()) if self._shows_all() else None
        if circle is None:
            self.zoom_by(2.0, event.position())
        else:
            self.zoom_to(circle)

    def _shows_all(self) -> bool:
        if self._context() is None:
            return False
        return self._metres_per_mm > 0.9 * self._whole().metres_per_mm

    def _circle_at(self, point: QPointF) -> Place | None:
        """Return the first circle of the town or site at a point, None where there is none."""
        place = self.place_at(point)
        if place is None or self._project is None:
            return None
        ids = circle_ids(self._project, place)
        return Place("circle", ids[0]) if ids else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom_by(ZOOM_STEP**steps, event.position())
        event.accept()

    def leaveEvent(self, event: object) -> None:
        self.hovered.emit(None, float("nan"), float("nan"))

    def event(self, event: QEvent) -> bool:
        # Esc is also a shortcut of the window; while a tool is on it belongs to the tool.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._tool.is_active
        ):
            event.accept()
            return True
        return super().event(event)

    def _give_up(self) -> None:
        """Put the dragged site back; without one, switch the tool off."""
        if self._tool.holds:
            self._tool.let_go()
            self._pressed = None
            self.unsetCursor()
            self.update()
        else:
            self.set_placing(False, self._tool.editing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.pan_by_key(event.key()):
            return
        if event.key() == Qt.Key.Key_Escape and self._tool.is_active:
            self._give_up()
        else:
            super().keyPressEvent(event)
