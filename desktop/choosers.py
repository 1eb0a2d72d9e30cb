"""The two choosers of the toolbar: which definition of the circles, and how shared townships are counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from data.model import Overlap
from desktop import words
from desktop.session import Session

_WIDEST = 230
"""Pixels a chooser may take, so that everything on the toolbar fits into a window of 1280."""


class Choosers(QWidget):
    """Changes the project through undoable commands, and follows it when it is changed elsewhere."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.definition, self.overlap = QComboBox(), QComboBox()
        self._labels = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for label, box in zip(self._labels, (self.definition, self.overlap), strict=True):
            box.setMaximumWidth(_WIDEST)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(8)
        self.definition.activated.connect(lambda at: session.change_definition(self.definition.itemData(at)))
        self.overlap.activated.connect(lambda at: session.change_overlap(Overlap(self.overlap.itemData(at))))
        session.project_changed.connect(self.refresh)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        texts, data = self._session.texts, self._session.project.data
        self._labels[0].setText(texts.translate("Choosers", "&Circles"))
        self._labels[1].setText(texts.translate("Choosers", "&Overlap"))
        self.definition.setAccessibleName(texts.translate("Choosers", "Definition of the circles"))
        self.overlap.setAccessibleName(texts.translate("Choosers", "How townships shared by two circles are counted"))
        self.definition.clear()
        for definition in data.definitions.values():
            self.definition.addItem(definition.name.text(texts.language), definition.id)
        self.overlap.clear()
        for overlap in Overlap:
            self.overlap.addItem(words.overlap(texts, overlap), str(overlap))
            tip = words.overlap_sentence(texts, overlap)
            self.overlap.setItemData(self.overlap.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.refresh()

    def refresh(self) -> None:
        """Show what the project counts by."""
        texts, project = self._session.texts, self._session.project
        self.definition.setCurrentIndex(self.definition.findData(project.definition_id))
        self.overlap.setCurrentIndex(self.overlap.findData(str(project.overlap)))
        self.definition.setToolTip(project.definition.name.text(texts.language))
        self.overlap.setToolTip(words.overlap_sentence(texts, project.overlap))
