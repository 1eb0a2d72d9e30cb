"""A ring round the control that the keyboard has reached; the style's own mark is fainter than eyes need.

It shows only after Tab or a shortcut: who uses the mouse knows where it is. Qt's QFocusFrame is not used: it draws
nothing where a control fills its parent, and in a splitter it becomes a pane.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from shiboken6 import isValid

_WIDTH, _ROUNDING = 2, 3
_MOVED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class _Ring(QWidget):
    """Lies above one control, as far as there is room outside it, and moves with it."""

    def __init__(self, control: QWidget, ground: QWidget) -> None:
        super().__init__(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.control, self._ground = control, ground
        watched: QWidget | None = control
        while watched is not None and watched is not ground:
            watched.installEventFilter(self)
            watched = watched.parentWidget()
        self._place()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._place()
        return False

    def _place(self) -> None:
        around = self.control.rect().adjusted(-_WIDTH, -_WIDTH, _WIDTH, _WIDTH)
        self.setGeometry(around.translated(self.control.mapTo(self._ground, around.topLeft()) - around.topLeft()))
        self.setGeometry(self.geometry() & self._ground.rect())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), _WIDTH))
        inset = _WIDTH // 2
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), _ROUNDING, _ROUNDING)
        painter.end()


class FocusRing(QObject):
    """Keeps the ring where the keyboard is, in every window of the program."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # The ring lives beside its control and ends with a panel that is rebuilt, so each control gets its own.
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if now is None or not now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            return
        ground = now.parentWidget()
        while isinstance(ground, QSplitter):
            ground = ground.parentWidget()
        if ground is not None:
            self._ring = _Ring(now, ground)
