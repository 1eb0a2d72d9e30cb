"""The map of a show: one scene as a slide that can be moved, zoomed and asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from desktop.map_canvas import MapCanvas
from maps.briefing.slide import lay_out_slide, map_unit, slide_signs, slide_viewport
from maps.briefing.staging import Staged
from maps.context import Context
from maps.display import MapDrawing, PageItem, Viewport
from maps.overlay import Overlay
from maps.painter import SheetPainter

OverMap = Callable[[SheetPainter, Viewport], None]
"""Draws over the map and under title and legend; it gets the painter of the widget, in mm, and where the map is now."""


class Stage(MapCanvas):
    """Shows one staged scene. Gestures of the user move the map; ``go_home`` brings the scene's place back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._staged: Staged | None = None
        self._size = 1.0
        self._motion = True
        self._over_map: list[OverMap] = []

    @property
    def staged(self) -> Staged | None:
        return self._staged

    def show_staged(self, staged: Staged, *, moving: bool = True) -> None:
        """Show a scene, by its transition where ``moving``."""
        self._staged = staged
        self.set_project(staged.project)
        self.set_view(staged.view)
        self._overlay = None
        self.go_home()

    @property
    def free(self) -> QRectF:
        """The part of the window, in mm, that title, legend and chart leave to the map."""
        return self._layout().free

    @property
    def drawing(self) -> MapDrawing:
        """What is on the map now, to be drawn by others at other scales; empty until it is made."""
        composed = self._pictures.composed
        return MapDrawing() if composed is None else composed.drawing

    def add_painter(self, paint: OverMap) -> None:
        """Let something be drawn over the map with every picture of it, also in flight: ``paint(sheet, viewport)``.

        Call ``update`` when it has changed.
        """
        self._over_map.append(paint)

    def prepare(self, staged: Staged) -> None:
        """Make a scene ready in the background: the one that is likely to be shown next."""

    def set_motion(self, on: bool) -> None:
        """Fly from scene to scene, or cut."""
        self._motion = on

    def set_size(self, size: float) -> None:
        """Set the type larger or smaller."""
        self._size = size
        self._overlay = None
        self._changed()

    def go_home(self) -> None:
        """Go back to the place that the scene shows."""
        self.fit()

    def _whole(self) -> Viewport:
        context, staged, rect = self._context(), self._staged, self._rect_mm()
        assert context is not None
        assert staged is not None
        layout = lay_out_slide(context, staged, rect, self._size)
        return slide_viewport(context, staged, layout, rect)

    def _unit(self) -> float:
        return map_unit(self._rect_mm().height(), self._size)

    def _lay_out(self, context: Context, rect: QRectF) -> Overlay:
        assert self._staged is not None
        layout = lay_out_slide(context, self._staged, rect, self._size)
        return Overlay(layout.items, layout.free)

    def _signs(self, context: Context, now: Viewport) -> list[PageItem]:
        return slide_signs(context, now, self._layout().free)

    def _paint_over_map(self, sheet: SheetPainter, now: Viewport) -> None:
        for paint in self._over_map:
            paint(sheet, now)
