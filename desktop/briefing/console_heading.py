"""A heading of one line, cut where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.widgets import named, text_tip


class Heading(QLabel):
    """Titles of scenes are as long as their authors like; the whole one is in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "heading")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.words = ""

    def say(self, words: str) -> None:
        """Show a line."""
        self.words = words
        self.setToolTip(text_tip(words))
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room))
