"""A field over a text of the sheet, in which it is written anew."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LEAST_WIDTH, _LEAST_LINES, _MOST_LINES = 260, 1.7, 6
"""Pixels, and heights of a line: a short title is no reason for a field in which nothing can be read."""

_LETTERS = 16
"""Pixels of the letters, which are those of the window and not of the sheet: the sheet may be seen from afar."""


class TextEditor(QPlainTextEdit):
    """Enter, Tab or a click elsewhere takes the text, Esc gives it up; Shift+Enter begins a line."""

    taken = Signal(str)
    left = Signal()
    """the field is done with, in whatever way"""

    def __init__(self, text: str, box: QRect, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._done = False
        font = self.font()
        font.setPixelSize(_LETTERS)
        self.setFont(font)
        self.setTabChangesFocus(True)
        line = self.fontMetrics().lineSpacing()
        height = min(max(box.height(), round(_LEAST_LINES * line)), _MOST_LINES * line)
        room = parent.rect()
        width = min(max(box.width(), _LEAST_WIDTH), room.width())
        left = min(max(box.left(), room.left()), room.right() + 1 - width)
        top = min(max(box.top(), room.top()), max(room.bottom() + 1 - height, 0))
        self.setGeometry(left, top, width, height)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._finish(take=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._finish(take=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A list of an input method, or a menu, over the field is not a click elsewhere.
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._finish(take=True)

    def _finish(self, take: bool) -> None:
        if self._done:
            return
        self._done = True
        if take:
            self.taken.emit(self.toPlainText().strip())
        self.left.emit()
        self.hide()
        self.deleteLater()
