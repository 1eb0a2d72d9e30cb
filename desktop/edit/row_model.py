"""The records of a project as a Qt table: which of them, in which order, and what is written into their cells.

An edited row stays where it is until the user sorts or filters again: nothing jumps away under the cursor.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence, Set
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from data.errors import UserError
from desktop.appearance import colours
from desktop.edit.rows import STATE_WORDS, Cells, Filter, Refused, Rows, folded
from desktop.session import Session
from desktop.widgets import text_tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

STATE = 0
"""The first column says whether a record is embedded, changed or the project's own."""

_SHORT, _SHOWN = 12, 300
"""Characters that a cell shows without a tip, and those that it shows at all: more would only be elided."""
_SIGNS = {"embedded": "", "changed": "●", "own": "＋"}


class RowModel(QAbstractTableModel, Generic[R]):
    """The rows that pass a filter. Columns are those of ``Rows``, one to the right: the first says the state."""

    refused = Signal(object)
    """tuple of Refused cells of the last thing that was written, () where all was taken"""
    shown_changed = Signal()
    """other rows pass the filter, or other records are there"""

    def __init__(self, session: Session, rows: Rows[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.rows = session, rows
        self._filter = Filter()
        self._sorted_by, self._order = -1, Qt.SortOrder.AscendingOrder
        self._known: Sequence[R] | None = None
        self._records: list[R] = []
        self._row_of: dict[str, int] = {}
        self._left_out: Set[str] = frozenset()
        """keys of the records that the filter does not let pass"""

    # --- which -------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Follow the project: records that changed stay in their rows, new ones come below."""
        records = self.rows.records()
        if records is self._known:
            return
        fresh = self._known is None
        self._known = records
        if fresh:
            self.show_filter(self._filter)
            return
        by_key = {self.rows.key(record): record for record in records}
        kept = [by_key[key] for key in self._row_of if key in by_key]
        passes = self._passes()
        new = by_key.keys() - self._row_of.keys() - self._left_out
        added = [record for key, record in by_key.items() if key in new and passes(record)]
        if added or len(kept) != len(self._records):
            self._take([*kept, *added])
        elif kept:
            self._records = kept
            self.dataChanged.emit(self.index(0, 0), self.index(len(kept) - 1, self.columnCount() - 1))
        self._left_out = by_key.keys() - self._row_of.keys()
        self.shown_changed.emit()

    def show_filter(self, wanted: Filter) -> None:
        """Show the rows that pass a filter, in the order chosen by ``sort``."""
        self._filter = wanted
        records = self.rows.records()
        self._known = records
        passes = self._passes()
        self._take(self._sorted([record for record in records if passes(record)]))
        self._left_out = {self.rows.key(record) for record in records} - self._row_of.keys()
        self.shown_changed.emit()

    def total(self) -> int:
        """Return how many records there are, shown or not."""
        return 0 if self._known is None else len(self._known)

    def _passes(self) -> Callable[[R], bool]:
        rows, wanted = self.rows, self._filter
        words = [folded(word) for word in wanted.text.split()]

        def passes(record: R) -> bool:
            return (
                (not wanted.layer or rows.group(record) == wanted.layer)
                and (not wanted.source or rows.source(record) == wanted.source)
                and (not wanted.state or rows.state(record) == wanted.state)
                and (not wanted.circle or wanted.circle in rows.circles(record))
                and (not words or all(word in rows.searched(record) for word in words))
            )

        return passes

    def _take(self, records: list[R]) -> None:
        self.beginResetModel()
        self._records = records
        self._row_of = {self.rows.key(record): row for row, record in enumerate(records)}
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._order = column, order
        self._take(self._sorted(self._records))

    def _sorted(self, records: list[R]) -> list[R]:
        """Return records in the chosen order; what is unknown stays at the end both ways."""
        if self._sorted_by < 0:
            return records
        backwards = self._order is Qt.SortOrder.DescendingOrder
        rows = self.rows
        if self._sorted_by == STATE:
            return sorted(records, key=rows.state, reverse=backwards)
        column = rows.columns[self._sorted_by - 1]
        if column.number:
            numbers = [(rows.number(record, column.id), record) for record in records]
            known = [pair for pair in numbers if pair[0] is not None and not math.isnan(pair[0])]
            known.sort(key=lambda pair: pair[0] or 0.0, reverse=backwards)
            unknown = [pair for pair in numbers if pair[0] is None or math.isnan(pair[0])]
            return [record for _, record in (*known, *unknown)]
        texts = [(rows.text(record, column.id), record) for record in records]
        told = sorted((pair for pair in texts if pair[0]), key=lambda pair: pair[0], reverse=backwards)
        return [record for _, record in (*told, *(pair for pair in texts if not pair[0]))]

    # --- where -------------------------------------------------------------------------------------------------------

    def record(self, row: int) -> R:
        return self._records[row]

    def key(self, row: int) -> str:
        return self.rows.key(self._records[row])

    def row_of(self, key: str) -> int:
        """Return the row of a record, -1 where it is not shown."""
        return self._row_of.get(key, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows.columns) + 1

    # --- cells -------------------------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.is_writable(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def is_writable(self, row: int, column: int) -> bool:
        return column != STATE and self.rows.is_writable(self._records[row], self.rows.columns[column - 1].id)

    def text(self, row: int, column: int) -> str:
        """Return what a cell holds; of the first column the word for the state."""
        record = self._records[row]
        if column == STATE:
            return self._session.texts.translate("Edit", STATE_WORDS[self.rows.state(record)])
        return self.rows.text(record, self.rows.columns[column - 1].id)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            if column == STATE:
                return _SIGNS[self.rows.state(self._records[row])]
            return self.text(row, column)[:_SHOWN].replace("\n", " ")
        if role == Role.EditRole:
            return self.text(row, column)
        if role == Role.TextAlignmentRole and column == STATE:
            return Qt.AlignmentFlag.AlignCenter
        if role == Role.TextAlignmentRole and self.rows.columns[column - 1].number:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Role.ToolTipRole:
            return self._tip(row, column)
        if role == Role.AccessibleTextRole:
            return self.text(row, column)
        if role == Role.ForegroundRole:
            return self._ink(row, column)
        return None

    def _tip(self, row: int, column: int) -> str:
        """Return a tip as HTML: the whole text, and what the embedded set has there."""
        text = self.text(row, column)
        if column == STATE:
            return text_tip(text)
        before = self.rows.before(self._records[row], self.rows.columns[column - 1].id)
        if before is None:
            return text_tip(text) if len(text) > _SHORT else ""
        was = self._session.texts.translate("Edit", "embedded set: {text}").format(text=before or "—")
        return f"<span>{escape(text).replace(chr(10), '<br>')}<br><i>{escape(was)}</i></span>"

    def _ink(self, row: int, column: int) -> QColor | None:
        """Return the colour of a text: that of links where it differs from the embedded set, pale if it is fast."""
        own = colours(self._session.view.theme)
        if column == STATE:
            return QColor(own.link)
        record, name = self._records[row], self.rows.columns[column - 1].id
        if self.rows.before(record, name) is not None:
            return QColor(own.link)
        return None if self.rows.is_writable(record, name) else QColor(own.muted)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Role.DisplayRole else None
        if role == Role.DisplayRole:
            return "" if section == STATE else self.title(section)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole) and section == STATE:
            return self._session.texts.translate("Edit", "● changed, ＋ own, empty: embedded")
        return None

    def title(self, column: int) -> str:
        """Return the heading of a column."""
        if column == STATE:
            return self._session.texts.translate("Edit", "State")
        return self._session.texts.translate("Edit", self.rows.columns[column - 1].title)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid():
            return False
        column = self.rows.columns[index.column() - 1].id
        if str(value).strip() == self.text(index.row(), index.column()).strip():
            return True
        return not self.write({self.key(index.row()): {column: str(value)}})

    def write(self, cells: Mapping[str, Cells], new: Sequence[Cells] = ()) -> tuple[Refused, ...]:
        """Write into cells: one change. What was refused is returned, and told to everybody."""
        try:
            refused = self.rows.write(cells, new)
        except UserError as fault:
            refused = tuple(  # nothing was taken
                Refused(key, column, text, fault)
                for key, texts in (*cells.items(), *(("", texts) for texts in new))
                for column, text in texts.items()
            )
        self.refused.emit(refused)
        return refused

    def retranslate(self) -> None:
        """Write every word again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._records) - 1, self.columnCount() - 1))
