"""The picture of a sheet for its preview, laid out and painted in a worker; the newest wish only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.press import Press
from desktop.worker import Task, Workers
from maps.display import Cancelled, Sheet
from maps.painter import SheetPainter
from maps.plate import Plate

Key = tuple[object, ...]


@dataclass(frozen=True, eq=False)
class SheetPicture:
    """A painted sheet. ``key`` says what it was laid out for."""

    key: Key
    plate: Plate
    image: QImage

    @property
    def sheet(self) -> Sheet:
        return self.plate.sheet


class SheetPictures(QObject):
    """Holds the last picture and makes the next one."""

    made = Signal()
    """a picture is finished and stands in ``picture``"""
    failed = Signal(object)
    """the fault for which there is no picture"""

    def __init__(self, press: Press, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture: SheetPicture | None = None
        self._press, self._workers = press, workers
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture is being made that will be shown."""
        return self._task is not None

    def make(self, key: Key, plate: Callable[[], Plate], size: QSize, ratio: float) -> None:
        """Make the picture of ``size`` logical pixels; an older wish is given up.

        While ``key`` stays the same the layout is kept and only painted anew.
        """
        self.cancel()
        known = self.picture.plate if self.picture is not None and self.picture.key == key else None

        def work(task: Task) -> SheetPicture:
            with self._press.lock:
                if task.cancelled:  # while a file was being written
                    raise Cancelled
                made = known or plate()
                sheet = made.sheet
                image = QImage(size * ratio, QImage.Format.Format_RGB32)
                image.fill(QColor(sheet.paper))
                painter = QPainter(image)
                try:
                    SheetPainter(painter, image.width() / sheet.width, cancelled=lambda: task.cancelled).sheet(sheet)
                finally:
                    painter.end()
            image.setDevicePixelRatio(ratio)
            return SheetPicture(key, made, image)

        self._task = self._workers.run_task(work, self._finish, self._fail)

    def cancel(self) -> None:
        """Give up the picture being made."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _finish(self, picture: SheetPicture) -> None:
        self._task = None
        self.picture = picture
        self.made.emit()

    def _fail(self, fault: Exception) -> None:
        self._task = None
        self.failed.emit(fault)
