"""The two choosers of the toolbar: which definition of the circles, and how shared townships are counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStyledItemDelegate, QWidget

from data.model import Overlap
from desktop import words
from desktop.session import Session
from desktop.widgets import Chooser, text_tip
from maps.definition_words import definition_sign, definition_words

_LIST_WIDTH = 330
"""Pixels of the open list of definitions: room for the longest full name."""


class _FullNames(QStyledItemDelegate):
    """Shows full names in the open list, where the closed chooser has room for the id only."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.names: Mapping[str, str] = {}

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        return self.names.get(value, str(value))


class Choosers(QWidget):
    """Changes the project through undoable commands, and follows it when it is changed elsewhere."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.definition, self.overlap = Chooser(), Chooser()
        self._labels = QLabel(), QLabel()
        self._names: dict[str, str] = {}
        self._full_names = _FullNames(self.definition)
        self.definition.setItemDelegate(self._full_names)
        self.definition.view().setMinimumWidth(_LIST_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for label, box in zip(self._labels, (self.definition, self.overlap), strict=True):
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(8)
        self.definition.activated.connect(lambda at: session.change_definition(self.definition.itemData(at)))
        self.overlap.activated.connect(lambda at: session.change_overlap(Overlap(self.overlap.itemData(at))))
        session.project_changed.connect(self.refresh)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        texts = self._session.texts
        self._labels[0].setText(texts.translate("Choosers", "&Circles"))
        self._labels[1].setText(texts.translate("Choosers", "&Overlap"))
        self.definition.setAccessibleName(texts.translate("Choosers", "Definition of the circles"))
        self.overlap.setAccessibleName(texts.translate("Choosers", "How townships shared by two circles are counted"))
        self._list_definitions()
        self.overlap.clear()
        for overlap in Overlap:
            self.overlap.addItem(words.overlap(texts, overlap), str(overlap))
            tip = words.overlap_sentence(texts, overlap)
            self.overlap.setItemData(self.overlap.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.refresh()

    def _list_definitions(self) -> None:
        """List the definitions that there are: a project may bring some along."""
        texts, project = self._session.texts, self._session.project
        names = {one: definition_words(texts, project, one) for one in project.data.definitions}
        if names == self._names:
            return
        self._names = names
        shown = {one: definition_sign(project, one, texts.language) for one in names}
        if len(set(shown.values())) < len(shown):  # two own ones begin alike
            shown = {one: one for one in names}
        self._full_names.names = {shown[one]: name for one, name in names.items()}
        self.definition.clear()
        for definition_id, name in names.items():
            self.definition.addItem(shown[definition_id], definition_id)
            self.definition.setItemData(self.definition.count() - 1, name, Qt.ItemDataRole.AccessibleTextRole)

    def refresh(self) -> None:
        """Show what the project counts by."""
        texts, project = self._session.texts, self._session.project
        self._list_definitions()
        self.definition.setCurrentIndex(self.definition.findData(project.definition_id))
        self.overlap.setCurrentIndex(self.overlap.findData(str(project.overlap)))
        about = self._names[project.definition_id], project.definition.note
        self.definition.setToolTip(text_tip("\n".join(filter(None, about))))
        self.overlap.setToolTip(words.overlap_sentence(texts, project.overlap))
