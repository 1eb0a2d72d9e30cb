"""A show that runs by itself: scene after scene, round and round, until somebody touches it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.briefing.show import Show

IDLE_SECONDS = 60.0
"""How long nobody touches a paused kiosk before it goes on: shorter takes the map from somebody who reads it."""

_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.KeyPress,
    }
)


class Kiosk(QObject):
    """Moves a show on. ``seconds`` is for scenes that are planned no time of their own."""

    paused_changed = Signal(bool)

    def __init__(self, show: Show, seconds: float, parent: QObject, idle: float = IDLE_SECONDS) -> None:
        super().__init__(parent)
        self.paused = False
        self._show, self._seconds = show, seconds
        self._last: QPointF | None = None
        self._step = QTimer(self, singleShot=True)
        self._step.timeout.connect(show.next)
        self._idle = QTimer(self, singleShot=True, interval=round(1000 * idle))
        self._idle.timeout.connect(self._go_on)
        show.looping = True
        show.moved.connect(self._wait)

    def watch(self, widget: QWidget) -> None:
        """Pause when somebody touches this widget."""
        widget.installEventFilter(self)

    def stop(self) -> None:
        """Move the show no more."""
        self._step.stop()
        self._idle.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES or (event.type() == QEvent.Type.MouseMove and self._moved(event)):
            self._pause()
        return False

    def _moved(self, event: QEvent) -> bool:
        """Tell whether the mouse was moved, and not only what is below it."""
        if not isinstance(event, QMouseEvent):
            return False
        before, self._last = self._last, event.globalPosition()
        return before is not None and before != self._last

    def _wait(self) -> None:
        if not self.paused:
            self._step.start(round(1000 * (self._show.scene.seconds or self._seconds)))

    def _pause(self) -> None:
        self._step.stop()
        self._idle.start()
        if not self.paused:
            self.paused = True
            self.paused_changed.emit(True)

    def _go_on(self) -> None:
        """Go on where the show was touched, with the view of that scene."""
        self.paused = False
        self.paused_changed.emit(False)
        self._show.again()
