"""The badge on a map that is drawn as other eyes see it, so that nobody takes a preview for the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.session import Session
from desktop.symbology_words import SIGHTS
from desktop.widgets import named

_TOP = 42
"""Pixels below the upper edge of the map, which belong to its title."""


class SightBadge(QFrame):
    """Lies on the map while a preview is shown; its button ends the preview."""

    def __init__(self, session: Session, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        named(self, "badge")
        self._words = QLabel()
        self.end = QToolButton()
        self.end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.end.clicked.connect(lambda: session.set_sight("normal"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 4, 3)
        row.addWidget(self._words)
        row.addWidget(self.end)
        canvas.installEventFilter(self)
        session.layers_changed.connect(self.refresh)
        session.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Come, go, and say what the map is drawn for."""
        texts, sight = self._session.texts, self._session.view.sight
        self.setVisible(sight != "normal")
        if sight == "normal":
            return
        self._words.setText(texts.translate("Symbology", SIGHTS[sight]))
        self.end.setText(texts.translate("Symbology", "End preview"))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        self.move(max(0, (self._canvas.width() - self.width()) // 2), _TOP)
        self.raise_()
