"""The editors of cells: a list where only some words can stand there, a line that completes names, a plain line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from data.names import official
from desktop.edit.row_model import RowModel

Index = QModelIndex | QPersistentModelIndex


class NameCompleter(QCompleter):
    """Completes what is typed to names that hold it, 台 as 臺."""

    def __init__(self, names: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(list(names), parent)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def splitPath(self, path: str) -> list[str]:
        return [official(path)]


class CellEditors(QStyledItemDelegate):
    """Makes the editor of a cell and hands over what was written; the model refuses what cannot be."""

    def __init__(self, model: RowModel[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        record, column = self._model.record(index.row()), self._model.rows.columns[index.column() - 1].id
        choices = self._model.rows.choices(record, column)
        if choices:
            chooser = QComboBox(parent)
            chooser.addItems(choices)
            chooser.activated.connect(lambda _row: self._finish(chooser))
            QTimer.singleShot(0, chooser, chooser.showPopup)  # once it has its place
            return chooser
        line = QLineEdit(parent)
        line.setFrame(False)
        suggestions = self._model.rows.suggestions(record, column)
        if suggestions:
            line.setCompleter(NameCompleter(suggestions, line))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(text))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            # The table is told of every change of the project; what is being typed stays.
            editor.setText(text.replace("\n", " "))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
