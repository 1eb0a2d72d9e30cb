"""The cursor of a show: it goes when it rests, and is there again when it moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

REST_MS = 2000
"""Shorter hides it while somebody still looks for it, longer leaves it on the map that is talked about."""


class RestingCursor(QObject):
    """Watches the widgets of a show. What sets a cursor of its own while it moves, as the map does, may do so."""

    def __init__(self, parent: QObject, rest_ms: int = REST_MS) -> None:
        super().__init__(parent)
        self._watched: list[QWidget] = []
        self._last: QPointF | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._hide)

    def watch(self, widget: QWidget) -> None:
        """Hide the cursor over this widget too."""
        self._watched.append(widget)
        widget.installEventFilter(self)

    def start(self) -> None:
        """Let the cursor rest from now on."""
        self._rest.start()

    def stop(self) -> None:
        """Leave the cursor alone from now on."""
        self._rest.stop()
        for widget in self._watched:
            widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A widget that comes or goes under a resting cursor makes Qt tell of a move that was none.
        if (
            event.type() == QEvent.Type.MouseMove
            and isinstance(event, QMouseEvent)
            and event.globalPosition() != self._last
        ):
            self._last = event.globalPosition()
            for widget in self._watched:
                if widget.cursor().shape() == Qt.CursorShape.BlankCursor:
                    widget.unsetCursor()
            self._rest.start()
        return False

    def _hide(self) -> None:
        for widget in self._watched:
            widget.setCursor(Qt.CursorShape.BlankCursor)
