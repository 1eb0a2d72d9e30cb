"""Tables of an import that may be a million rows long: nothing is made of a row until it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.widgets import text_tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LONGEST = 300
"""Letters of a cell that are shown: a cell of ten million would hold up the window at every repaint."""


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: its title, and the text of a row in it."""

    title: str
    text: Callable[[R], str]
    is_number: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of anything as text. Cells of the columns in ``editable`` can be written over."""

    edited = Signal(int, str)
    """row and text of a cell that the user wrote over"""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[R] = ()
        self._columns: Sequence[Column[R]] = ()
        self._editable = -1
        self._may_edit: Callable[[R], bool] = lambda _row: False
        self._hint = ""

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        self.beginResetModel()
        self._columns = columns
        self.endResetModel()

    def set_rows(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def let_edit(self, column: int, may_edit: Callable[[R], bool], hint: str) -> None:
        """Let cells of one column be written over, of the rows that ``may_edit`` admits."""
        self._editable, self._may_edit, self._hint = column, may_edit, hint

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return one_line(column.text(self.rows[index.row()]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(column.text(self.rows[index.row()]), self._hint if self._can_edit(index) else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._side(self._columns[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._can_edit(index) else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        self.edited.emit(index.row(), str(value))
        return True

    @staticmethod
    def _side(column: Column[R]) -> Qt.AlignmentFlag:
        across = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter

    def _can_edit(self, index: Index) -> bool:
        return index.column() == self._editable and self._may_edit(self.rows[index.row()])


def one_line(text: str) -> str:
    """Return a cell as it is shown: on one line, and cut where it is very long."""
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return " ".join(cut.split()) if any(sign in cut for sign in "\n\r\t") else cut


def _tool_tip(text: str, hint: str) -> str:
    """Return the whole cell on a line, and the hint below it."""
    return text_tip("\n".join(filter(None, (" ".join(text[: 3 * _LONGEST].split()), hint))))


def table(model: QAbstractTableModel) -> QTableView:
    """Return a table of whole rows."""
    view = QTableView()
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setMinimumSectionSize(40)
    return view


def wrap_words(view: QTableView) -> None:
    """Let rows be as high as their words need, also when a column becomes narrower: of a table of few rows."""
    view.setWordWrap(True)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().sectionResized.connect(view.resizeRowsToContents)


def set_widths(view: QTableView, widths: Sequence[int]) -> None:
    """Give the columns of a table their widths, logical pixels; that of 0 takes what is left."""
    header = view.horizontalHeader()
    for column, width in enumerate(widths):
        if width:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            view.setColumnWidth(column, width)
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
