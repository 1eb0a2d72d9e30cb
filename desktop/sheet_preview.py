"""The preview of a sheet: as large as there is room for it, or larger and scrolled."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.map_surface import LOGICAL_DOTS, ZOOM_STEP
from desktop.press import Press
from desktop.sheet_page import SheetPage
from desktop.sheet_pictures import Key, SheetPictures
from desktop.worker import Workers
from maps.plate import Plate

_MARGIN = 14
"""Pixels round a sheet that is fitted."""

_LEAST, _MOST = 0.2, 3.0
"""Zoom: below, nothing can be read; above, the picture of an A3 sheet takes more than 150 MB at 200 %."""

_REST_MS = 30
"""Rest before another picture is asked for: changes that come together are painted once."""


class SheetPreview(QScrollArea):
    """Shows the newest sheet it was given; ``page`` is where its elements are handled."""

    zoomed = Signal()
    failed = Signal(object)
    """the fault for which there is no picture"""
    made = Signal()

    def __init__(self, press: Press, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = SheetPage()
        self.setWidget(self.page)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.setMinimumSize(260, 200)
        self._pictures = SheetPictures(press, workers, self)
        self._pictures.made.connect(self._show_picture)
        self._pictures.failed.connect(self._fail)
        self._order: tuple[Key, Callable[[], Plate], QSize] | None = None
        self._zoom: float | None = None
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._paint)

    @property
    def zoom(self) -> float:
        """1 where a millimetre of the sheet is one on the screen."""
        width = 0.0 if self._order is None else self._order[2].width()
        return self.page.width() / width if width else 1.0

    @property
    def is_fitted(self) -> bool:
        return self._zoom is None

    def show_sheet(self, key: Key, plate: Callable[[], Plate], width: float, height: float) -> None:
        """Show a sheet of ``width`` × ``height`` mm; ``key`` is what it depends on, ``plate`` is called in a worker."""
        if self._order is not None and self._order[0] == key:
            return
        size = QSize(round(width * LOGICAL_DOTS), round(height * LOGICAL_DOTS))
        self._order = (key, plate, size)
        self._resize_page()

    def set_zoom(self, zoom: float | None) -> None:
        """Enlarge the sheet; None fits it into the window."""
        self._zoom = None if zoom is None else min(max(zoom, _LEAST), _MOST)
        self._resize_page()
        self.zoomed.emit()

    def is_ready(self) -> bool:
        """Tell whether the sheet last asked for is on screen, sharp."""
        picture = self._pictures.picture
        return (
            self._order is not None
            and picture is not None
            and picture.key == self._order[0]
            and picture.image.size() == self.page.size() * self.devicePixelRatioF()
            and not self._timer.isActive()
            and not self._pictures.busy
        )

    def cancel(self) -> None:
        """Give up the picture being made."""
        self._timer.stop()
        self._pictures.cancel()

    def _resize_page(self) -> None:
        if self._order is None:
            return
        whole = self._order[2]
        if self._zoom is None:
            room = self.maximumViewportSize() - QSize(2 * _MARGIN, 2 * _MARGIN)
            size = whole.scaled(room.expandedTo(QSize(1, 1)), Qt.AspectRatioMode.KeepAspectRatio)
        else:
            size = whole * self._zoom
        self.page.resize(size)
        self._timer.start()

    def _paint(self) -> None:
        if self._order is not None and self.isVisible():
            key, plate, _ = self._order
            self._pictures.make(key, plate, self.page.size(), self.devicePixelRatioF())

    def _show_picture(self) -> None:
        self.page.show_picture(self._pictures.picture)
        self.made.emit()

    def _fail(self, fault: Exception) -> None:
        self.page.show_picture(None)
        self.failed.emit(fault)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom is None:
            self._resize_page()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._resize_page()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and steps:
            self.set_zoom(self.zoom * ZOOM_STEP**steps)
            event.accept()
        else:
            super().wheelEvent(event)
