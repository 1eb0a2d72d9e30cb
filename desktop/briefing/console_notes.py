"""What the presenter wanted to say, in type that can be read standing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.settings import NOTES_SIZES

STEP = 0.7
"""Share of the height of the notes."""


class Notes(QTextEdit):
    """The notes of a scene. Their type is chosen from a few sizes."""

    sized = Signal(int)
    """the type has another size, points"""

    def __init__(self, points: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setObjectName("notes")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.points = points
        self._set_points()

    def say(self, text: str, nothing: str) -> None:
        """Show notes, or that there are none."""
        self.setObjectName("notes" if text else "no_notes")
        self.style().polish(self)
        self._set_points()
        self.setPlainText(text or nothing)

    def enlarge(self, steps: int) -> None:
        """Make the type larger by so many sizes, or smaller."""
        at = NOTES_SIZES.index(self.points) + steps
        points = NOTES_SIZES[min(max(at, 0), len(NOTES_SIZES) - 1)]
        if points != self.points:
            self.points = points
            self._set_points()
            self.sized.emit(points)

    def turn(self, steps: int) -> None:
        """Scroll down by so many steps, or up; a step leaves some of the lines that were read last."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(steps * STEP * bar.pageStep()))

    def _set_points(self) -> None:
        # A style sheet of the program decides about fonts before anybody else does.
        self.setStyleSheet(f"font-size: {self.points}pt;")
