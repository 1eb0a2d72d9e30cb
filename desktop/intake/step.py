"""What every step of an import has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.intake.state import ImportState
from desktop.session import Session
from desktop.widgets import heading, muted, named


class Step(QWidget):
    """One page: a title, a line that says what it is for, and ``body`` below."""

    def __init__(self, state: ImportState, session: Session) -> None:
        super().__init__()
        self.state, self.session = state, session
        named(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.about = heading(), muted(wrapped=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(self.body, 1)

    def retranslate(self) -> None:
        """Write every word again."""

    def refresh(self) -> None:
        """Show the plan as it stands."""


def scrolled(content: QWidget) -> QScrollArea:
    """Return controls that stay in reach however low the window is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(named(content, "panel"))
    return area
