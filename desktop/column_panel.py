"""A column of controls that scrolls down and is never narrower than they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.widgets import named


class ColumnPanel(QScrollArea):
    """The controls stand in ``inside``, which a subclass fills and then sets as the widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = named(QWidget(), "panel")

    def keep_width_later(self) -> None:
        """Keep every control in sight once the layout has learnt of new words, with its next event."""
        QTimer.singleShot(0, self, self._keep_width)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now the style sheet has its say about the width of everything.
        self._keep_width()

    def _keep_width(self) -> None:
        """Keep every control in sight, also when the scroll bar comes up."""
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self.inside.minimumSizeHint().width() + bar)
