"""The banner over a map that is drawn as other eyes see it, so that nobody takes a preview for the map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.session import Session
from desktop.symbology_words import SIGHTS
from desktop.widgets import named


class SightBanner(QFrame):
    """Stands above the map while a preview is shown; its button ends the preview."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        named(self, "banner")
        self.words = QLabel(wordWrap=True)
        self.end = QToolButton()
        self.end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.end.clicked.connect(lambda: session.set_sight("normal"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 8, 3)
        row.addWidget(self.words, 1)
        row.addWidget(self.end)
        session.layers_changed.connect(self.refresh)
        session.language_changed.connect(self.refresh)
        self.refresh()

    def above(self, canvas: QWidget, *others: QWidget) -> QWidget:
        """Return a widget that holds the map, and the banners above it, where they hide nothing."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for banner in (self, *others):
            column.addWidget(banner)
        column.addWidget(canvas, 1)
        return both

    def refresh(self) -> None:
        """Come, go, and say for what eye the map is drawn."""
        texts, sight = self._session.texts, self._session.view.sight
        self.setVisible(sight != "normal")
        if sight == "normal":
            return
        eye = texts.translate("Symbology", SIGHTS[sight])
        self.words.setText(
            texts.translate("Symbology", "Preview: {eye}. Exports keep the true colours.").format(eye=eye)
        )
        self.end.setText(texts.translate("Symbology", "End preview"))
