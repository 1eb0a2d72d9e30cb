"""A table of data with its filters and buttons, and below it what could not be taken."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs import keys
from desktop.edit.filter_bar import FilterBar
from desktop.edit.refused_list import RefusedList
from desktop.edit.row_model import RowModel
from desktop.edit.row_view import RowView
from desktop.edit.rows import Rows
from desktop.session import Session
from desktop.words import mark

ACTIONS_OF_ROWS = {
    "form": mark("Edit", "Edit in a form…"),
    "show": mark("Edit", "Show on the map"),
    "copy": mark("Edit", "Copy"),
    "paste": mark("Edit", "Paste into the cells"),
    "below": mark("Edit", "Paste as new rows"),
    "fill": mark("Edit", "Fill down"),
    "revert": mark("Edit", "Revert to the embedded set"),
    "delete": mark("Edit", "Delete"),
}
KEYS_OF_ROWS = {"form": "Alt+Return", "copy": "Ctrl+C", "paste": "Ctrl+V", "fill": "Ctrl+Return", "delete": "Del"}
"""What the table itself does with these keys; the menu names them."""
_ABOVE_LINE = ("copy", "revert")


class RowPanel(QWidget):
    """Follows the project and the selection while it is seen."""

    form_wanted = Signal(str)
    """key of the record that is to be edited in a form"""
    new_wanted = Signal()

    def __init__(self, session: Session, rows: Rows[Any], all_groups: str, has_form: bool) -> None:
        super().__init__()
        self._session, self._rows, self._has_form = session, rows, has_form
        self._stale = True
        self.model: RowModel[Any] = RowModel(session, rows, self)
        self.bar = FilterBar(session, all_groups)
        self.view = RowView(self.model)
        self.refused = RefusedList(session, self.model)
        self.add, self.form, self.revert, self.delete = (QPushButton() for _ in range(4))
        self.actions_of_rows = {name: QAction(self) for name in ACTIONS_OF_ROWS}
        top = QHBoxLayout()
        top.setContentsMargins(8, 6, 8, 4)
        top.setSpacing(4)
        top.addWidget(self.bar, 1)
        for button in (self.add, self.form, self.revert, self.delete):
            top.addWidget(button)
        self.form.setVisible(has_form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self.refused)
        self.setFocusProxy(self.view)
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Follow the project; nothing is done while nobody looks."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self.bar.offer(self._rows.groups(), self._rows.cited())
        self.model.refresh()
        self._follow_marks()

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        for button, text in (
            (self.add, texts.translate("Edit", "New…")),
            (self.form, texts.translate("Edit", "Edit…")),
            (self.revert, texts.translate("Edit", "Revert")),
            (self.delete, texts.translate("Edit", "Delete")),
        ):
            button.setText(text)
        self.revert.setToolTip(texts.translate("Edit", "Let changed rows be as they are in the embedded set"))
        for name, action in self.actions_of_rows.items():
            key = keys([KEYS_OF_ROWS[name]]) if name in KEYS_OF_ROWS else ""
            action.setText(f"{texts.translate('Edit', ACTIONS_OF_ROWS[name])}\t{key}".rstrip())
        self.view.setAccessibleName(texts.translate("Edit", "Data table"))
        self.refused.retranslate()
        self.bar.offer(self._rows.groups(), self._rows.cited())
        self.model.retranslate()
        self._tell_count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self._follow_selection()

    def go_to(self, key: str, column: str = "") -> None:
        """Bring a record into sight, and stand on one of its cells."""
        row = self.model.row_of(key)
        if row < 0:
            return
        self.view.go_to(key)
        places = [number for number, one in enumerate(self._rows.columns, 1) if one.id == column]
        if places:
            self.view.setCurrentIndex(self.model.index(row, places[0]))
            self.view.setFocus()

    def _connect(self) -> None:
        session, view, does = self._session, self.view, self.actions_of_rows
        self.bar.changed.connect(self.model.show_filter)
        self.model.shown_changed.connect(self._tell_count)
        view.chosen.connect(self._choose)
        view.form_wanted.connect(lambda row: self.form_wanted.emit(self.model.key(row)))
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().selectionChanged.connect(self._follow_marks)
        self.model.modelReset.connect(self._follow_marks)
        self.refused.wanted.connect(self.go_to)
        self.add.clicked.connect(self.new_wanted)
        self.delete.clicked.connect(view.delete_rows)
        self.revert.clicked.connect(view.revert_rows)
        self.form.clicked.connect(self._want_form)
        for name, slot in (
            ("form", self._want_form),
            ("show", self._show_on_map),
            ("copy", view.copy),
            ("paste", view.paste),
            ("below", view.paste_below),
            ("fill", view.fill_down),
            ("revert", view.revert_rows),
            ("delete", view.delete_rows),
        ):
            does[name].triggered.connect(lambda _checked, slot=slot: slot())
        session.project_changed.connect(self.refresh)
        session.selection_changed.connect(self._follow_selection)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self.model.retranslate)

    def _choose(self, row: int) -> None:
        place = self._rows.place(self.model.record(row))
        if place is not None:
            self._session.select(place)

    def _show_on_map(self) -> None:
        """Bring what the first marked row is about into view."""
        rows = self.view.rows_chosen()
        place = self._rows.place(self.model.record(rows[0])) if rows else None
        if place is not None:
            self._rows.show_layer(self.model.record(rows[0]))
            self._session.select(place, zoom=True)

    def _follow_selection(self) -> None:
        """Stand on the selected site; a table of figures, of which an area has many, stays where it is."""
        place = self._session.view.selected
        if place is not None and place.kind == "site" and self.isVisible() and self._has_form:
            self.view.go_to(place.id)

    def _follow_marks(self) -> None:
        rows = self.view.rows_chosen()
        states = {self._rows.state(self.model.record(row)) for row in rows[:1000]}
        self.delete.setEnabled(bool(rows))
        self.form.setEnabled(len(rows) == 1)
        self.revert.setEnabled("changed" in states)
        does = self.actions_of_rows
        does["form"].setEnabled(len(rows) == 1)
        does["form"].setVisible(self._has_form)
        does["below"].setVisible(self._has_form)
        does["fill"].setEnabled(len(rows) > 1)
        does["revert"].setEnabled("changed" in states)
        for name in ("show", "copy", "delete"):
            does[name].setEnabled(bool(rows))

    def _want_form(self) -> None:
        keys = self.view.keys_chosen()
        if keys:
            self.form_wanted.emit(keys[0])

    def _tell_count(self) -> None:
        self.bar.tell_count(self.model.rowCount(), self.model.total())

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for name, action in self.actions_of_rows.items():
            if name in _ABOVE_LINE:
                menu.addSeparator()
            menu.addAction(action)
        menu.exec(self.view.viewport().mapToGlobal(at))
