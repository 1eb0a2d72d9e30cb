"""A table whose rows are places: keys and clicks choose a row, the focus alone never does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

_Flag = QItemSelectionModel.SelectionFlag
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
"""How the focus comes to the table itself, and not back to it from a menu or another window."""


class PlaceTable(QTableView):
    """Marks the rows it is told. Which row the keys stand on is Qt's current cell, which need not be marked."""

    chosen = Signal(int)
    """row that the user chose; who is told marks what is then selected"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking = self._telling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def mark(self, rows: Sequence[int]) -> None:
        """Mark these rows and no others; the keys go on from the first, unless they stand on one of them."""
        marks = self.selectionModel()
        self._marking = True
        if {index.row() for index in marks.selectedRows()} != set(rows):
            marks.clearSelection()
            for row in rows:
                marks.select(self.model().index(row, 0), _Flag.Select | _Flag.Rows)
        self._marking = False
        # While the user chooses, Qt itself is about to move the current cell there.
        if rows and self.currentIndex().row() not in rows and not self._telling:
            self.stand_on(rows[0], self._column_in_sight())

    def stand_on(self, row: int, column: int) -> None:
        """Let the keys go on from a cell, choosing nothing."""
        self.selectionModel().setCurrentIndex(self.model().index(row, column), _Flag.NoUpdate)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._marking or self._telling:
            return
        # Qt selects before it moves the current cell. Ctrl takes a mark away: that row is the one which was meant.
        rows = self.selectionModel().selectedRows()
        row = rows[0].row() if rows else self.currentIndex().row()
        if row >= 0:
            self._telling = True
            self.chosen.emit(row)
            self._telling = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEY:
            self._stand_in_sight()
        super().focusInEvent(event)

    def _stand_in_sight(self) -> None:
        """Bring the row of the keys into sight, in a column that is: what the user scrolled to stays there."""
        row, column = self.currentIndex().row(), self._column_in_sight()
        if row < 0:
            row = max(self.rowAt(0), 0)
        if row < self.model().rowCount() and column < self.model().columnCount():
            self.stand_on(row, column)
            self.scrollTo(self.model().index(row, column))

    def _column_in_sight(self) -> int:
        """Return the current column, or the first one that is wholly in sight if that one is not."""
        current, room = self.currentIndex().column(), self.viewport().width()

        def begins(column: int) -> int:
            return self.columnViewportPosition(column)

        if current >= 0 and begins(current) >= 0 and begins(current) + self.columnWidth(current) <= room:
            return current
        columns = range(self.model().columnCount())
        return next((column for column in columns if begins(column) >= 0), max(current, 0))
