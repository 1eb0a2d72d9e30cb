"""Sharp pictures of the map, composed and painted in a worker, one at a time and the latest wish only."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.worker import Task, Workers
from maps.colour_vision import seen_as
from maps.compose import compose_map
from maps.context import Context
from maps.display import MapDrawing, Viewport
from maps.painter import SheetPainter
from maps.picking import SymbolIndex

OVERSCAN = 0.18
"""Share of the window by which a picture reaches beyond each edge, so that a short drag shows no empty edge."""

Key = tuple[object, ...]


@dataclass(frozen=True)
class Picture:
    """A painted piece of the map and where it belongs."""

    image: QImage
    viewport: Viewport

    def covers(self, seen: Viewport) -> bool:
        """Tell whether nothing of ``seen`` lies outside the picture."""
        left, bottom, right, top = self.viewport.extent()
        x0, y0, x1, y1 = seen.extent()
        return left <= x0 and bottom <= y0 and x1 <= right and y1 <= top


@dataclass(frozen=True)
class Composed:
    """A drawing and what it was made for; it holds for any place on the map at this scale."""

    key: Key
    drawing: MapDrawing
    symbols: SymbolIndex


class PictureMaker(QObject):
    """Holds the last picture and drawing, and makes the next ones."""

    made = Signal()
    """a picture is finished and stands in ``picture``"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture: Picture | None = None
        self.composed: Composed | None = None
        self._task: Task | None = None
        self._workers = Workers(self)
        self.lock = Lock()
        """held while something is painted in a thread: Qt changes a path when it is first painted"""

    @property
    def busy(self) -> bool:
        """Whether a picture is being made that will be shown."""
        return self._task is not None

    def cancel(self) -> None:
        """Give up the picture being made."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def make(self, key: Key, context: Context, seen: Viewport, size: QSize, ratio: float) -> None:
        """Make the picture of a window of ``size`` logical pixels that shows ``seen``; an older wish is given up.

        ``key`` says what the drawing depends on; while it stays the same, the last drawing is only painted again.
        """
        self.cancel()
        known = self.composed if self.composed is not None and self.composed.key == key else None
        dots = context.dots / ratio
        margin = QSize(round(size.width() * OVERSCAN), round(size.height() * OVERSCAN))
        whole = size + margin * 2
        rect = QRectF(0, 0, whole.width() / dots, whole.height() / dots)
        viewport = Viewport(rect, seen.centre, seen.metres_per_mm)

        def work(task: Task) -> tuple[Composed, Picture]:
            with self.lock:
                composed = known
                if composed is None:
                    drawing = compose_map(context, lambda: task.cancelled)
                    composed = Composed(key, drawing, SymbolIndex(drawing.symbols))
                image = QImage(whole * ratio, QImage.Format.Format_RGB32)
                sight = context.view.sight
                image.fill(QColor(seen_as(context.theme.paper, sight)))
                painter = QPainter(image)
                try:
                    sheet = SheetPainter(painter, context.dots, cancelled=lambda: task.cancelled, sight=sight)
                    sheet.map(composed.drawing, viewport)
                finally:
                    painter.end()
            return composed, Picture(image, viewport)

        self._task = self._workers.run_task(work, self._finish, self._fail)

    def close(self) -> None:
        """Wait for the picture being made, so that no thread outlives the window."""
        self.cancel()
        self._workers.close()

    def _finish(self, result: tuple[Composed, Picture]) -> None:
        self.composed, self.picture = result
        self._task = None
        self.made.emit()

    def _fail(self, fault: Exception) -> None:
        """Leave the last picture standing and let the program's handler tell the user."""
        self._task = None
        raise fault
