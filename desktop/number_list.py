"""A field for a list of numbers that says at once, in a sentence below it, what is wrong with what is typed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from data.errors import InputError
from desktop import words
from desktop.numbers import numbers_text, read_numbers
from desktop.session import Session
from desktop.widgets import muted, named

_REST_MS = 600
"""Rest after the last key before numbers are taken: "1" on the way to "10" is no mistake yet."""


class NumberList(QWidget):
    """Tells of lists that can be used; while the text is none, the last good one stays in use."""

    changed = Signal(object)
    """tuple of the numbers that were typed, ascending"""

    def __init__(self, session: Session, most: int, lengths: bool = False) -> None:
        super().__init__()
        self._session = session
        self._most, self._lengths = most, lengths
        self._numbers: tuple[float, ...] = ()
        self.field = named(QLineEdit(), "numbers")
        self.fault = named(muted(wrapped=True), "fault")
        self.fault.hide()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.fault)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._take)
        self.field.textEdited.connect(lambda _text: self._rest.start())
        self.field.editingFinished.connect(self._finish)

    def show_numbers(self, numbers: tuple[float, ...]) -> None:
        """Show the list in use; a text that is being mended stays until the list is another one."""
        if numbers != self._numbers:
            self._numbers = numbers
            self._rest.stop()
            self._write()

    def retranslate(self) -> None:
        """Say in the language of the window what is wrong."""
        if not self.fault.isHidden():
            self._take()

    def _write(self) -> None:
        self.field.setText(numbers_text(self._numbers))
        self.fault.hide()

    def _finish(self) -> None:
        """Take the text as it stands when the user goes on, and write it as it was understood."""
        self._take()
        if self.fault.isHidden():
            self._write()

    def _take(self) -> None:
        self._rest.stop()
        try:
            numbers = read_numbers(self.field.text(), self._most, self._lengths)
        except InputError as fault:
            sentence = words.error(self._session.texts, fault)
            self.fault.setText(sentence)
            self.field.setAccessibleDescription(sentence)
            self.fault.show()
            return
        self.fault.hide()
        self.field.setAccessibleDescription("")
        if numbers != self._numbers:
            self._numbers = numbers
            self.changed.emit(numbers)
