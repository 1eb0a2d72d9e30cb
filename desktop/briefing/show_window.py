"""The window that the audience sees: one slide from edge to edge, and the keys of a show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.briefing.show import Show
from desktop.briefing.stage import Stage


class ShowWindow(QWidget):
    """Follows a show, full screen."""

    closed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.show_state = show
        show.setParent(self)
        self.stage = Stage(self)
        self.stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        show.moved.connect(self._move)
        show.size_changed.connect(lambda: self.stage.set_size(show.size))
        show.ended.connect(self.close)

    def begin(self, position: int) -> None:
        """Show a scene on the whole screen."""
        self.showFullScreen()
        self.show_state.go(position)

    def end(self) -> None:
        self.show_state.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        show = self.show_state
        if event.key() == Qt.Key.Key_Escape:
            show.end()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            show.next()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            show.back()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stage.close_workers()
        super().closeEvent(event)
        self.closed.emit()

    def _move(self, before: int, now: int) -> None:
        self.stage.show_staged(self.show_state.staged(), moving=before >= 0)
