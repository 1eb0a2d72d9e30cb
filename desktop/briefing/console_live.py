"""What the audience sees just now, small, for the presenter; pointing at it points on the large picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QCursor, QHideEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.painting import painting

TICK_MS = 100
"""Ten pictures a second: enough to follow a pointer, and few enough that a flight does not wait for them."""

LAST_TICK = 10
"""Ticks after which it is copied anyhow: what a system paints again on its own account is told to nobody."""

_POINTER = "#FF3B30"


class LiveCopy(QWidget):
    """A copy of a window, and of the cursor in it."""

    pointed = Signal(float, float)
    """where the presenter points, as shares of width and height of the copied window"""
    pressed = Signal(bool)
    """the presenter presses the mouse on it, or lets it go"""
    left = Signal()
    """the presenter points at it no longer"""

    def __init__(self, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._picture = QImage()
        self._stale, self._ticks = True, 0
        self._cursor: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 100)
        self.setMouseTracking(True)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.refresh)
        window.installEventFilter(self)

    @property
    def picture(self) -> QImage:
        """The copy as it was made last."""
        return self._picture

    def place(self) -> QRectF:
        """Return where the copy lies, logical pixels."""
        fitted = self._window.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(QPointF((self.width() - fitted.width()) // 2, 0), fitted.toSizeF())

    def refresh(self) -> None:
        """Copy the window again if it was painted since, and look where the cursor is."""
        cursor = self._share_of_cursor()
        self._ticks += 1
        if self._stale or self._ticks >= LAST_TICK:
            self._stale, self._ticks = False, 0
            size = (self.place().size() * self.devicePixelRatioF()).toSize()
            self._picture = _painted(self._window).scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self.update()
        if cursor != self._cursor:
            self._cursor = cursor
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Whatever is painted anew in a window, it is the window that is asked to update.
        if event.type() in (QEvent.Type.UpdateRequest, QEvent.Type.Resize):
            self._stale = True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = self.place()
            painter.fillRect(place, QColor("black"))
            if not self._picture.isNull():
                painter.drawImage(place, self._picture)
            if self._cursor is not None:
                painter.setPen(QPen(QColor(_POINTER), 2))
                at = QPointF(self._cursor.x() * place.width(), self._cursor.y() * place.height()) + place.topLeft()
                painter.drawEllipse(at, 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place()
        if place.contains(event.position()):
            at = event.position() - place.topLeft()
            self.pointed.emit(at.x() / place.width(), at.y() / place.height())
        else:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(True)
            self.mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(False)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()

    def resizeEvent(self, event: QEvent) -> None:
        self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._stale = True
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _share_of_cursor(self) -> QPointF | None:
        """Return where the cursor is in the copied window, None where it is elsewhere or hidden."""
        window, over = self._window, QApplication.widgetAt(QCursor.pos())
        if over is None or over.window() is not window or over.cursor().shape() == Qt.CursorShape.BlankCursor:
            return None
        at = window.mapFromGlobal(QPointF(QCursor.pos()))
        return QPointF(at.x() / window.width(), at.y() / window.height())


def _painted(window: QWidget) -> QImage:
    """Return what a window has on its screen. It is not painted again for it: a flight would lose frames."""
    store = window.backingStore()
    ground = None if store is None else store.paintDevice()
    return ground if isinstance(ground, QImage) and not ground.isNull() else window.grab().toImage()
