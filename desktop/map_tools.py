"""Putting points on the map and dragging sites: what the mouse holds, where it may let go, what the cursor says."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import Qt

from data.model import Place
from maps.display import Symbol


class Land(NamedTuple):
    """A point on land."""

    lon: float
    """EPSG:4326 degrees"""
    lat: float
    town_code: str


class PointTool:
    """The state of both gestures; the canvas tells it of the mouse and draws ``floating`` above its last picture."""

    def __init__(self) -> None:
        self.placing = False
        """a click puts a new point on the map"""
        self.movable: frozenset[str] = frozenset()
        """ids of the sites that can be dragged to suppose that they stand elsewhere"""
        self.editing = False
        """the point that is put, or the site that is held, is edited and not only supposed to stand there"""
        self.editable: Set[str] = frozenset()
        """ids of the sites that can be dragged to say where they do stand; this goes before ``movable``"""
        self.floating: Symbol | None = None
        """the dragged symbol at the cursor; after it was dropped, until a picture shows it there"""
        self._held: Symbol | None = None

    @property
    def holds(self) -> bool:
        """Whether a site is held, so that moving the mouse drags it and not the map."""
        return self._held is not None

    @property
    def is_active(self) -> bool:
        """Whether there is something that Esc gives up."""
        return self.placing or self.holds

    def press(self, place: Place | None, symbols: tuple[Symbol, ...]) -> None:
        """Take hold of the site under the mouse, if it can be dragged."""
        if place is not None and self._can_take(place):
            self._held = next((symbol for symbol in symbols if symbol.place == place), None)

    def _can_take(self, place: Place) -> bool:
        return place.kind == "site" and (place.id in self.editable or place.id in self.movable)

    def drag(self, x: float, y: float) -> None:
        """Move the held symbol to a point of map space."""
        if self._held is not None:
            self.floating = replace(self._held, x=x, y=y, dx=0.0, dy=0.0)

    def release(self, on_land: bool) -> str:
        """Let go of the held site and return its id, '' if there is none; at sea it goes back to where it was."""
        held, self._held = self._held, None
        if not on_land:
            self.floating = None
        return "" if held is None else held.place.id

    def let_go(self) -> None:
        """Put the held site back."""
        self._held = self.floating = None

    def forget_dropped(self) -> None:
        """Stop drawing a dropped symbol: the picture has it now."""
        if not self.holds:
            self.floating = None

    def cursor(self, place: Place | None, land: Land | None) -> Qt.CursorShape:
        """Return what the cursor says over a place: what a press would take, or that nothing can stand at sea."""
        if self.holds:
            return Qt.CursorShape.ForbiddenCursor if land is None else Qt.CursorShape.ClosedHandCursor
        if place is not None and self._can_take(place):
            return Qt.CursorShape.OpenHandCursor
        if self.placing:
            return Qt.CursorShape.ForbiddenCursor if land is None else Qt.CursorShape.CrossCursor
        return Qt.CursorShape.ArrowCursor
