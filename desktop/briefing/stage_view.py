"""A scene at rest on the stage: its slide over the map, and what others ask of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from data.model import Place
from desktop.briefing.stage_flight import OverMap
from desktop.briefing.stage_ready import Frame, Ready
from desktop.map_canvas import MapCanvas
from desktop.map_surface import LOGICAL_DOTS
from maps.briefing.slide import map_unit, slide_signs
from maps.compose import compose_marks
from maps.context import Context
from maps.display import MapDrawing, PageItem, Stroke, Viewport
from maps.overlay import Overlay
from maps.painter import SheetPainter


class StageView(MapCanvas):
    """The map with the slide of one scene over it. Which scene that is, ``Stage`` decides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = 1.0
        self._over_map: list[OverMap] = []
        self._present: Ready | None = None
        """the scene on the screen, or to which a flight goes"""

    @property
    def free(self) -> QRectF:
        """The part of the window, in mm, that title, legend and chart leave to the map."""
        return self._layout().free

    @property
    def covered(self) -> tuple[QRectF, ...]:
        """Where title, legend and chart lie over the map, in mm."""
        return () if self._present is None else self._present.layout.grounds

    @property
    def drawing(self) -> MapDrawing:
        """What is on the map now, to be drawn by others at other scales; empty until it is made."""
        composed = self._pictures.composed
        return MapDrawing() if composed is None else composed.drawing

    @property
    def marks(self) -> tuple[Stroke, ...]:
        """The marks of what is selected and hovered now."""
        context = self._context()
        return () if context is None else compose_marks(context, self.drawing.symbols)

    @property
    def furniture(self) -> tuple[PageItem, ...]:
        """What lies over the map now: title, legend, chart, scale bar."""
        context, present = self._context(), self._present
        if context is None or present is None:
            return ()
        return (*present.layout.all_items, *self._signs(context, self.viewport()))

    def add_painter(self, paint: OverMap) -> None:
        """Let something be drawn over the map with every picture of it, also in flight: ``paint(sheet, viewport)``.

        Call ``update`` when it has changed.
        """
        self._over_map.append(paint)

    def place_at(self, point: QPointF) -> Place | None:
        return super().place_at(point) if self._has_map else None

    @property
    def _has_map(self) -> bool:
        return self._present is not None and self._present.home is not None

    # --- what the map is drawn by -----------------------------------------------------------------------------------

    def _frame(self) -> Frame:
        return Frame(self.size(), self.devicePixelRatioF(), LOGICAL_DOTS, self._size)

    def _whole(self) -> Viewport:
        home = None if self._present is None else self._present.home
        return home or self.viewport()

    def _unit(self) -> float:
        return map_unit(self._rect_mm().height(), self._size)

    def _furniture(self) -> tuple[tuple[object, ...], Overlay, QImage]:
        if self._present is None:
            return (), Overlay((), self._rect_mm()), QImage()
        layout = self._present.layout
        return (), Overlay(layout.items, layout.free), self._present.standing

    def _signs(self, context: Context, now: Viewport) -> list[PageItem]:
        assert self._present is not None
        return slide_signs(context, now, self._present.layout.free) if self._has_map else []

    def _paint_over_map(self, sheet: SheetPainter, now: Viewport) -> None:
        if self._has_map:
            for paint in self._over_map:
                paint(sheet, now)
