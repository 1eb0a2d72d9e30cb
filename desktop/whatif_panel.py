"""The What-if tab: what is supposed to change, what that does, and where the next sites would do most good."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from data.errors import UserError
from data.model import Layer, Place, Site
from data.scenario import SITE_LAYERS, AddSite, Change, MoveSite, RemoveSite, Scenario, site_of
from data.scenario_file import read_scenario, write_scenario
from desktop import dialogs, files, whatif_words, words
from desktop.map_canvas import MapCanvas
from desktop.scorecard_sides import Sides
from desktop.session import Session
from desktop.whatif_boxes import AddBox, CoverageBox, SiteBox
from desktop.whatif_compare import compared
from desktop.whatif_fields import ChangeList, Section, reveal
from desktop.whatif_suggest import SuggestBox
from desktop.whatif_table import WhatIfTable
from desktop.widgets import heading, muted, text_tip
from desktop.worker import Workers
from maps.view import LAYER_NAMES

SUFFIX = ".json"
_CHANGE = Qt.ItemDataRole.UserRole
_FILE_WIDTH = 200
"""Pixels that the name of a file may take: one long word would make the panel wider than its column."""


class WhatIfPanel(QWidget):
    """Makes, shows, keeps and compares a scenario. Every change is one undoable command of the session."""

    def __init__(self, session: Session, workers: Workers, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, canvas
        self._kept, self._kept_as = Scenario(), ""
        self._folder = files.documents_folder()
        self._stale = True
        self.name = QLineEdit()
        self.delete = QPushButton()
        self.file = QPushButton()
        self.open, self.save, self.clear = (QAction(self) for _ in range(3))
        self.saved = muted(wrapped=True)
        self.sides = Sides(session)
        self.sides.setContentsMargins(-10, 0, 0, 0)  # it brings its own margin for a panel without one
        self.add = AddBox(session, self._report)
        self.coverage = CoverageBox(session, self.change, self._report)
        self.suggest = SuggestBox(session, workers, self._take_sites)
        self.site = SiteBox(session, self.change, self._report)
        self.changes = ChangeList()
        self.table = WhatIfTable(session)
        self._sections = (
            Section(self.add, opened=True),
            Section(self.coverage),
            Section(self.suggest),
            Section(self.site, opened=True),
        )
        self._list_title, self._table_title = heading(), heading()
        self._none, self._note = muted(wrapped=True), muted(wrapped=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- changing -----------------------------------------------------------------------------------------------------

    def change(self, one: Change) -> None:
        """Add a change to the scenario; a fault is told in a sentence and changes nothing."""
        session = self._session
        scenario = session.project.scenario.with_change(one)
        text = whatif_words.change(session.texts, session.project, one)
        if isinstance(one, RemoveSite):
            # Where it stood is what the removal is about; the site itself has nothing left to show.
            session.select(whatif_words.place(session.project, one))
        self._put(scenario, text)

    def place(self, lon: float, lat: float, town_code: str) -> None:
        """Add a site of the chosen layer at a place, and select it."""
        session, layer = self._session, self.add.chosen
        number = self._free_number()
        # Without the township: the point may be dragged into another one.
        name = session.texts.translate("WhatIf", "New {kind} {number}").format(
            kind=whatif_words.kind(session.texts, layer), number=number
        )
        site = AddSite(layer, f"new-{number}", name, town_code, lon, lat)
        self.change(site)
        if site.id in session.project.what_if.data.site_by_id:
            self._show_layer(layer)
            session.select(Place("site", site.id))

    def place_in_town(self, town_code: str) -> None:
        """Add a site at the representative point of a township."""
        data = self._session.project.data
        town = data.towns[data.town_index[town_code]]
        self.place(town.lon, town.lat, town.code)

    def delete_change(self) -> None:
        """Take the change that is marked in the list out of the scenario."""
        row = self.changes.currentRow()
        scenario = self._session.project.scenario
        if 0 <= row < len(scenario.changes):
            text = self._session.texts.translate("WhatIf", "removal of a change")
            self._put(scenario.without(row), text)

    def clear_scenario(self) -> None:
        """Begin anew; undo brings everything back."""
        self._put(Scenario(), self._session.texts.translate("WhatIf", "new scenario"))

    def _put(self, scenario: Scenario, text: str) -> None:
        try:
            self._session.change_scenario(scenario, text)
        except UserError as fault:
            self._report(fault)

    def _take_sites(self, scenario: Scenario, text: str) -> None:
        """Take a scenario that has more sites than the present one, and bring the new lines into sight."""
        first = len(self._session.project.scenario.changes)
        self._put(scenario, text)
        if self._session.project.scenario != scenario:
            return
        for one in scenario.changes[first:]:
            if isinstance(one, AddSite):
                self._show_layer(one.layer)
        self.changes.mark(first)
        self.changes.setFocus()
        self.delete.setEnabled(True)
        reveal(self._list_title, self.changes)

    def _rename(self) -> None:
        name = self.name.text().strip()
        scenario = self._session.project.scenario
        if name != scenario.name:
            text = self._session.texts.translate("WhatIf", "name of the scenario")
            self._put(replace(scenario, name=name), text)

    def _free_number(self) -> int:
        """Return a number that the id of neither a site nor a change has."""
        project = self._session.project
        taken = {*project.data.site_by_id, *map(site_of, project.scenario.changes)}
        return next(number for number in count(1) if f"new-{number}" not in taken)

    def _show_layer(self, layer: Layer) -> None:
        shown = next(name for name in LAYER_NAMES if name == layer.value)
        if shown not in self._session.view.layers:
            self._session.set_layer(shown, True)

    # --- files --------------------------------------------------------------------------------------------------------

    def has_unsaved(self) -> bool:
        """Tell whether the scenario has changes that are in no file."""
        scenario = self._session.project.scenario
        return not scenario.is_empty and scenario != self._kept

    def count_as_kept(self, scenario: Scenario) -> None:
        """Know that a scenario is in the file of the project."""
        if scenario != self._kept:
            self._kept, self._kept_as = scenario, ""

    def open_file(self, path: Path) -> None:
        """Replace the scenario by that of a file; a fault is told in a sentence and keeps what is there."""
        try:
            scenario = read_scenario(path, self._session.project.data, self._session.language)
        except UserError as fault:
            self._report(fault)
            return
        self._kept, self._kept_as, self._folder = scenario, "", path.parent
        text = self._session.texts.translate("WhatIf", "opening of {file}").format(file=path.name)
        self._put(scenario, text)

    def save_file(self, path: Path) -> None:
        """Write the scenario; a fault is told in a sentence."""
        scenario = self._session.project.scenario
        try:
            write_scenario(scenario, path)
        except UserError as fault:
            self._report(fault)
            return
        self._kept, self._kept_as, self._folder = scenario, path.name, path.parent
        self.saved.setToolTip(text_tip(str(path)))
        self._tell_saved()

    def _ask_open(self) -> None:
        texts = self._session.texts
        if self.has_unsaved():
            question = texts.translate(
                "WhatIf", "The present scenario is in no file. Open another one? Undo brings it back."
            )
            title = texts.translate("WhatIf", "Open scenario")
            if QMessageBox.question(self, title, question) != QMessageBox.StandardButton.Yes:
                return
        path, _ = QFileDialog.getOpenFileName(
            self, texts.translate("WhatIf", "Open scenario"), str(self._folder), self._filter()
        )
        if path:
            self.open_file(Path(path))

    def _ask_save(self) -> None:
        texts, scenario = self._session.texts, self._session.project.scenario
        start = self._folder / f"{_file_name(scenario.name) or 'scenario'}{SUFFIX}"
        path, _ = QFileDialog.getSaveFileName(
            self, texts.translate("WhatIf", "Save scenario"), str(start), self._filter()
        )
        if path:
            self.save_file(Path(path) if Path(path).suffix else Path(path + SUFFIX))

    def _filter(self) -> str:
        return f"{self._session.texts.translate('WhatIf', 'Scenarios')} (*{SUFFIX})"

    def _report(self, fault: UserError) -> None:
        box = dialogs.fault(self._session.texts, words.error(self._session.texts, fault), self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # --- showing ------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every word again."""
        texts = self._session.texts
        self.name.setPlaceholderText(texts.translate("WhatIf", "Name of the scenario"))
        self.name.setAccessibleName(texts.translate("WhatIf", "Name of the scenario"))
        self.file.setText(texts.translate("WhatIf", "File"))
        self.file.setAccessibleName(texts.translate("WhatIf", "File of the scenario"))
        self.open.setText(texts.translate("WhatIf", "Open…"))
        self.save.setText(texts.translate("WhatIf", "Save…"))
        self.clear.setText(texts.translate("WhatIf", "Clear"))
        self.delete.setText(texts.translate("WhatIf", "Delete change"))
        titles = (
            texts.translate("WhatIf", "New site"),
            texts.translate("WhatIf", "Change a coverage"),
            texts.translate("WhatIf", "Suggest sites"),
            texts.translate("WhatIf", "Selected site"),
        )
        for section, title in zip(self._sections, titles, strict=True):
            section.head.setText(title)
        self._table_title.setText(texts.translate("WhatIf", "Before and after"))
        self._none.setText(
            texts.translate("WhatIf", "Nothing is changed yet. Put a site on the map, or change a coverage.")
        )
        self._note.setText(
            texts.translate(
                "WhatIf",
                "▲ better, ▼ worse; circles that are not listed keep these numbers. Differences are of the unrounded "
                "values. Double click or Enter on a number: where it comes from.",
            )
        )
        for box in (self.add, self.coverage, self.suggest, self.site):
            box.retranslate()
        self._stale = True
        self.refresh()

    def refresh(self) -> None:
        """Follow the scenario; nothing is computed while nobody looks."""
        self._follow_movable()
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        scenario = self._session.project.scenario
        empty = scenario.is_empty
        if not self.name.hasFocus() or self.name.text().strip() != scenario.name:
            self.name.setText(scenario.name)
        self._tell_saved()
        self._list_changes()
        self.save.setEnabled(not empty)
        self.clear.setEnabled(not empty or bool(scenario.name))
        for widget in (self.table, self._note):
            widget.setVisible(not empty)
        self._none.setVisible(empty)
        self._follow_selection()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._canvas.set_placing(False)
        self._follow_movable()

    def _lay_out(self) -> None:
        menu = QMenu(self.file)
        menu.addActions([self.open, self.save])
        menu.addSeparator()
        menu.addAction(self.clear)
        self.file.setMenu(menu)
        files = QHBoxLayout()
        files.setSpacing(4)
        files.addWidget(self.name, 1)
        files.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(5)
        column.addLayout(files)
        column.addWidget(self.saved)
        column.addWidget(self.sides)
        *forms, self._site_section = self._sections
        for section in forms:
            column.addWidget(section)
        title = QHBoxLayout()
        title.addWidget(self._list_title, 1)
        title.addWidget(self.delete)
        column.addLayout(title)
        column.addWidget(self.changes)
        column.addWidget(self._site_section)
        column.addWidget(self._table_title)
        column.addWidget(self._none)
        column.addWidget(self.table)
        column.addWidget(self._note)
        column.addStretch(1)

    def _connect(self) -> None:
        session, canvas = self._session, self._canvas
        self.name.editingFinished.connect(self._rename)
        self.open.triggered.connect(self._ask_open)
        self.save.triggered.connect(self._ask_save)
        self.clear.triggered.connect(self.clear_scenario)
        self.delete.clicked.connect(self.delete_change)
        self.changes.deleted.connect(self.delete_change)
        self.changes.currentItemChanged.connect(self._show_change)
        self.changes.itemClicked.connect(self._show_change)  # also the line on which the cursor is already
        self.changes.itemActivated.connect(lambda item: self._go(item))
        self.add.placing.connect(canvas.set_placing)
        self.add.wanted.connect(self.place_in_town)
        self.add.drag.toggled.connect(self._follow_movable)
        canvas.placing_changed.connect(self.add.draw.setChecked)
        canvas.placed.connect(self.place)
        canvas.moved.connect(lambda site, lon, lat, town: self.change(MoveSite(site, lon, lat, town)))
        session.project_changed.connect(self.refresh)
        session.index_changed.connect(self._compare)
        session.layers_changed.connect(self._follow_movable)
        session.selection_changed.connect(self._follow_selection)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self._compare)

    def _tell_saved(self) -> None:
        """Say in which file the scenario is, until it changes."""
        scenario = self._session.project.scenario
        name = self.saved.fontMetrics().elidedText(self._kept_as, Qt.TextElideMode.ElideMiddle, _FILE_WIDTH)
        self.saved.setText(self._session.texts.translate("WhatIf", "Saved as {file}").format(file=name))
        self.saved.setVisible(bool(name) and scenario == self._kept)

    def _list_changes(self) -> None:
        project, texts = self._session.project, self._session.texts
        row = self.changes.currentRow()
        self.changes.blockSignals(True)
        self.changes.clear()
        for one in project.scenario.changes:
            item = QListWidgetItem(whatif_words.change(texts, project, one))
            item.setData(_CHANGE, one)
            item.setToolTip(text_tip(one.name if isinstance(one, AddSite) else item.text()))
            self.changes.addItem(item)
        total = len(project.scenario.changes)
        self.changes.setCurrentRow(min(row, total - 1))
        self.changes.blockSignals(False)
        self._list_title.setText(texts.translate("WhatIf", "Changes ({count})").format(count=texts.number(total)))
        self.changes.setAccessibleName(self._list_title.text())
        self.changes.setVisible(total > 0)
        self.delete.setVisible(total > 0)
        self.delete.setEnabled(self.changes.currentRow() >= 0)
        self.changes.fit()

    def _show_change(self, item: QListWidgetItem | None) -> None:
        self.delete.setEnabled(item is not None)
        if item is not None:
            place = whatif_words.place(self._session.project, item.data(_CHANGE))
            if place is not None:
                self._session.select(place)

    def _go(self, item: QListWidgetItem) -> None:
        place = whatif_words.place(self._session.project, item.data(_CHANGE))
        if place is not None:
            self._session.select(place, zoom=True)

    def _follow_selection(self) -> None:
        if not self.isVisible():
            self._stale = True
            return
        place = self._session.view.selected
        site = self._selected_site()
        self._site_section.setVisible(site is not None)
        self.site.show_site(site)
        for field in (self.add.town, self.coverage.area, self.site.town):
            field.show_place(place)
        self._compare()

    def _selected_site(self) -> Site | None:
        """Return the selected site, if a scenario may change it and has not removed it."""
        place = self._session.view.selected
        if place is None or place.kind != "site":
            return None
        site = self._session.project.what_if.data.site_by_id.get(place.id)
        return site if site is not None and site.layer in SITE_LAYERS else None

    def _compare(self) -> None:
        if not self.isVisible():
            self._stale = True
        elif not self._session.project.scenario.is_empty:
            self.table.show_blocks(compared(self._session.project, self._session.view.selected))

    def _follow_movable(self) -> None:
        """Let the scenario's sites be dragged where they are shown, and in this tab, if wished, all others too."""
        project = self._session.project
        movable: set[str] = set()
        if self._session.view.side != "baseline":
            movable |= set(map(site_of, project.scenario.changes)) & set(project.what_if.data.site_by_id)
        if self.isVisible() and self.add.drag.isChecked():
            movable |= {site.id for layer in SITE_LAYERS for site in project.what_if.data.sites_of(layer)}
        self._canvas.set_movable(frozenset(movable))


def _file_name(name: str) -> str:
    """Return a name without what files must not be called by."""
    return "".join("_" if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in name).strip(" .")
