"""The table of records under the hands of a user: cells are edited, copied, pasted, filled down, rows deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from data.errors import UserError
from desktop.edit.blocks import block_text, read_block
from desktop.edit.cell_editors import CellEditors
from desktop.edit.row_model import STATE, RowModel
from desktop.edit.rows import Refused

_Flag = QItemSelectionModel.SelectionFlag
_Key = QKeySequence.StandardKey


class RowView(QTableView):
    """What is chosen follows clicks and keys, never the focus alone."""

    chosen = Signal(int)
    """row that the user went to"""
    form_wanted = Signal(int)
    """row whose form is to be opened"""

    def __init__(self, model: RowModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(CellEditors(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        digit = self.fontMetrics().horizontalAdvance("0")
        self.setColumnWidth(STATE, 3 * digit)
        for column, spec in enumerate(model.rows.columns, 1):
            self.setColumnWidth(column, spec.width * digit)
        line = self.verticalHeader()
        line.setDefaultSectionSize(self.fontMetrics().height() + 8)
        line.setMinimumSectionSize(line.defaultSectionSize())
        line.sectionDoubleClicked.connect(self.form_wanted)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(False)
        self.setSortingEnabled(True)
        self._keys: tuple[tuple[QKeySequence, Callable[[], object]], ...] = (
            *((keys, self.copy) for keys in QKeySequence.keyBindings(_Key.Copy)),
            *((keys, self.paste) for keys in QKeySequence.keyBindings(_Key.Paste)),
            *((keys, self.delete_rows) for keys in QKeySequence.keyBindings(_Key.Delete)),
            (QKeySequence("Ctrl+Return"), self.fill_down),
            (QKeySequence("Ctrl+Enter"), self.fill_down),
            (QKeySequence("Alt+Return"), self._want_form),
            (QKeySequence("Alt+Enter"), self._want_form),
        )

    # --- which --------------------------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Bring a record into sight and mark it, choosing nothing."""
        row = self._model.row_of(key)
        if row < 0:
            self.selectionModel().clearSelection()
            return
        if row == self.currentIndex().row() and row in self.rows_chosen():
            return
        index = self._model.index(row, max(self.currentIndex().column(), 1))
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(self._model.index(row, self.columnAt(0)))

    def rows_chosen(self) -> list[int]:
        """Return the rows in which a cell is marked."""
        return sorted(
            {row for one in self.selectionModel().selection().toList() for row in range(one.top(), one.bottom() + 1)}
        )

    def keys_chosen(self) -> list[str]:
        """Return the keys of the records in which a cell is marked."""
        return [self._model.key(row) for row in self.rows_chosen()]

    # --- what ---------------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the marked cells on the clipboard, as one block."""
        block = self._block()
        if block is not None:
            rows, columns = block
            QGuiApplication.clipboard().setText(
                block_text([self._model.text(row, column) for column in columns] for row in rows)
            )

    def paste(self) -> None:
        """Write what is on the clipboard into the cells from the current one on: one change.

        One cell fills all marked ones. Lines beyond the last row are new records.
        """
        current = self.currentIndex()
        try:
            lines = read_block(QGuiApplication.clipboard().text())
        except UserError as fault:
            self._model.refused.emit((Refused("", "", "", fault),))
            return
        if not lines:
            return
        block = self._block()
        if len(lines) == 1 and len(lines[0]) == 1 and block is not None:
            self._write(block[0], block[1], lambda _row, _column: lines[0][0])
            return
        top = block[0][0] if block is not None else current.row() if current.isValid() else self._model.rowCount()
        columns = self._columns_from(block[1][0] if block is not None else max(current.column(), 1))
        self.paste_at(lines, top, columns)

    def paste_at(self, lines: list[list[str]], top: int, columns: list[int]) -> None:
        """Write lines of cells into the rows from ``top`` on, in these columns.

        A first line of nothing but headings of this table says which columns are meant.
        """
        named = self._columns_named(lines[0])
        if named:
            lines, columns = lines[1:], named
        cells: dict[str, dict[str, str]] = {}
        new: list[dict[str, str]] = []
        for row, line in enumerate(lines, top):
            texts = {
                self._model.rows.columns[column - 1].id: text
                for column, text in zip(columns, line, strict=False)
                if column != STATE
            }
            if row < self._model.rowCount():
                cells[self._model.key(row)] = texts
            else:
                new.append(texts)
        self._model.write(cells, new)

    def paste_below(self) -> None:
        """Add what is on the clipboard as new records, its columns from the first one on."""
        try:
            lines = read_block(QGuiApplication.clipboard().text())
        except UserError as fault:
            self._model.refused.emit((Refused("", "", "", fault),))
            return
        if lines:
            self.paste_at(lines, self._model.rowCount(), self._columns_from(1))

    def fill_down(self) -> None:
        """Write the topmost marked cell of each column into those marked below it: one change."""
        block = self._block()
        if block is not None and len(block[0]) > 1:
            first = block[0][0]
            self._write(block[0][1:], block[1], lambda _row, column: self._model.text(first, column))

    def delete_rows(self) -> None:
        """Take the marked records out of the project: one change."""
        keys = self.keys_chosen()
        if keys:
            self._model.rows.delete(keys)

    def revert_rows(self) -> None:
        """Let the marked records be as they are in the embedded set: one change."""
        keys = self.keys_chosen()
        if keys:
            self._model.rows.revert(keys)

    def _write(self, rows: list[int], columns: list[int], text: Callable[[int, int], str]) -> None:
        names = self._model.rows.columns
        self._model.write(
            {
                self._model.key(row): {names[column - 1].id: text(row, column) for column in columns if column != STATE}
                for row in rows
            }
        )

    def _block(self) -> tuple[list[int], list[int]] | None:
        """Return the rows and the columns that the marked cells span, in the order on screen."""
        marked = self.selectionModel().selection().toList()
        if not marked:
            return None
        columns = {column for one in marked for column in range(one.left(), one.right() + 1)}
        head = self.horizontalHeader()
        return self.rows_chosen(), sorted(columns, key=head.visualIndex)

    def _columns_from(self, first: int) -> list[int]:
        """Return the columns from one on, in the order on screen."""
        head = self.horizontalHeader()
        places = range(head.visualIndex(first), self._model.columnCount())
        return [head.logicalIndex(place) for place in places]

    def _columns_named(self, line: list[str]) -> list[int]:
        """Return the columns that a line of headings names, [] where it is none."""
        by_title = {self._model.title(column): column for column in range(1, self._model.columnCount())}
        titles = [cell.strip() for cell in line]
        return [by_title[title] for title in titles] if len(titles) > 1 and by_title.keys() >= set(titles) else []

    def _want_form(self) -> None:
        if self.currentIndex().isValid():
            self.form_wanted.emit(self.currentIndex().row())

    # --- keys and clicks ----------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Copy, paste and delete are also shortcuts of the window; in a table they belong to its cells.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._of_key(event):
            event.accept()
            return True
        return super().event(event)

    def _of_key(self, event: QKeyEvent) -> Callable[[], object] | None:
        pressed = QKeySequence(event.keyCombination())
        return next((does for keys, does in self._keys if keys == pressed), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = self._of_key(event)
        if does is not None:
            does()
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        now = self.currentIndex().row()
        if now != before and now >= 0:
            self.chosen.emit(now)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.chosen.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == STATE:
            self.form_wanted.emit(index.row())
        else:
            super().mouseDoubleClickEvent(event)
