"""The last step: every place on the map, every problem in a list, and what is still to be said, all on one page."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from data.errors import TargetError
from data.intake.outcome import Difference, Duplicate, Problem, RefusedRow, Remark
from data.intake.plan import DUPLICATES, SITE_KINDS
from data.intake.refused_rows import save_refused
from data.model import Site, Status
from data.project import Project
from desktop.intake import lists, words
from desktop.intake.points import CHANGES
from desktop.intake.preview_map import PreviewMap, sign
from desktop.intake.source_fields import SourceFields
from desktop.intake.state import ImportState
from desktop.intake.step import Step
from desktop.intake.tables import RowsModel, one_line, set_widths, table, wrap_words
from desktop.intake.where import place_of
from desktop.intake.words import CHANGE_NAMES, DUPLICATE_NAMES, KIND_NAMES, STATUS_NAMES, problem, word
from desktop.session import Session
from desktop.sheet_fields import chooser, name, show
from desktop.widgets import muted
from maps.view import LayerName, MapView

_MAP_LAYERS: frozenset[LayerName] = frozenset({"labels"})
"""Names over the tints of the circles, and no sites but those of the import."""
_NARROW = 720
"""Width of the page below which the source stands under the kind and not beside it."""
_LONGEST_ROW = 400
"""Characters of a row that are shown below the list."""
_LOWEST = 190
"""Height of map and lists, below which the page is scrolled."""
_WIDTHS = ((44, 72, 104, 0, 96), (0, 130, 110, 80), (0, 80), (52, 0, 150, 140), (70, 0, 90, 100, 100))
"""Logical pixels of the columns of the lists; 0 takes what is left."""
_PROBLEMS, _ROWS, _REMARKS, _DOUBLES, _DIFFERENCES = range(5)
_PROPOSAL = 4
"""Position of the column of proposals in the list of problems."""


class CheckStep(Step):
    """What comes of the import. It lands here, so kind and source can be answered here too."""

    def __init__(self, state: ImportState, session: Session) -> None:
        super().__init__(state, session)
        self.kind, self.status, self.source = chooser(), chooser(), SourceFields(state)
        self._is_first = True
        self._kind_label, self._status_label = QLabel(), QLabel()
        self.source.lie_across()
        kinds = QWidget()
        self._kinds = grid = QGridLayout(kinds)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for at, (label, field) in enumerate(((self._kind_label, self.kind), (self._status_label, self.status))):
            label.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(10)
        self._top.addWidget(kinds, 5)
        self._top.addWidget(self.source, 6)
        self.about.hide()
        self.body.addLayout(self._top)
        self.map = PreviewMap()
        self.legend = QHBoxLayout()
        self.legend.setSpacing(6)
        self._chips = {change: (QLabel(), QLabel()) for change in CHANGES}
        for chip, text in self._chips.values():
            self.legend.addWidget(chip)
            self.legend.addWidget(text)
        self.legend.addStretch(1)
        self._places = QWidget()
        left = QVBoxLayout(self._places)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.map, 1)
        left.addLayout(self.legend)
        self.tabs = QTabWidget()
        self._add_tabs()
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self._places)
        self.parts.addWidget(self.tabs)
        self.parts.setSizes([400, 500])
        self.parts.setMinimumHeight(_LOWEST)
        self.parts.setStretchFactor(0, 2)
        self.parts.setStretchFactor(1, 3)
        self.body.addWidget(self.parts, 1)
        self.kind.activated.connect(lambda _: state.change_kind(self.kind.currentData()))
        self.status.activated.connect(lambda _: state.change(status=Status(self.status.currentData())))
        state.opened.connect(self._await_first)
        state.ran.connect(self._show_outcome)
        self.map.point_chosen.connect(self._point_chosen)
        session.theme_changed.connect(self._look)
        session.language_changed.connect(self._look)
        session.project_changed.connect(self._look)
        self._look()

    def close_workers(self) -> None:
        """Wait for the map, so that no thread outlives the window."""
        self.map.close_workers()

    def start_typing(self) -> None:
        """Put the keyboard into the first field of the source that is still empty."""
        fields = (self.source.title, self.source.publisher, self.source.date)
        empty = next((field for field in fields if not field.text()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the lists --------------------------------------------------------------------------------------------------

    def _add_tabs(self) -> None:
        self.problems: RowsModel[lists.Refused] = RowsModel()
        self.rows: RowsModel[lists.Row] = RowsModel()
        self.remarks: RowsModel[Remark] = RowsModel()
        self.doubles: RowsModel[Duplicate] = RowsModel()
        self.differences: RowsModel[Difference] = RowsModel()
        self.views: list[QTableView] = [
            table(self.problems),
            table(self.rows),
            table(self.remarks),
            table(self.doubles),
            table(self.differences),
        ]
        self.views[_PROBLEMS].setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
        )
        wrap_words(self.views[_REMARKS])
        self.accept, self.forget, self.save = QPushButton(), QPushButton(), QPushButton()
        self.said = muted(wrapped=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.doubles_are, self._doubles_label = chooser(), QLabel()
        self._doubles_label.setBuddy(self.doubles_are)
        self.no_differences, self.whole = muted(wrapped=True), QCheckBox()
        self.whole.clicked.connect(lambda on: self.state.change(whole=on))
        for at, view in enumerate(self.views):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 6, 0, 0)
            if at == _DOUBLES:
                across = QHBoxLayout()
                across.addWidget(self._doubles_label)
                across.addWidget(self.doubles_are, 1)
                column.addLayout(across)
            if at == _DIFFERENCES:
                column.addWidget(self.no_differences)
                column.addWidget(self.whole)
            column.addWidget(view, 1)
            if at == _PROBLEMS:
                column.addWidget(self.said)
                across = QHBoxLayout()
                for button in (self.accept, self.forget, self.save):
                    button.setAutoDefault(False)
                    across.addWidget(button)
                across.addStretch(1)
                column.addLayout(across)
            self.tabs.addTab(page, "")
            selection = view.selectionModel()
            selection.currentRowChanged.connect(lambda now, _was, at=at: self._row_chosen(at, now))
        self.problems.edited.connect(self._correct)
        self.accept.clicked.connect(self._accept_proposals)
        self.forget.clicked.connect(self.state.forget_corrections)
        self.save.clicked.connect(self._save_refused)
        self.doubles_are.activated.connect(lambda _: self.state.change(duplicates=self.doubles_are.currentData()))

    def retranslate(self) -> None:
        texts, data = self.session.texts, self.state.data
        self.title.setText(texts.translate("Intake", "Check and import"))
        name(self._kind_label, texts.translate("Intake", "The &rows are"), self.kind)
        self.kind.clear()
        for kind, text in KIND_NAMES.items():
            self.kind.addItem(word(texts, text), kind)
        name(self._status_label, texts.translate("Intake", "Their &status"), self.status)
        self.status.clear()
        for status, text in STATUS_NAMES.items():
            self.status.addItem(word(texts, text), status)
        self.source.retranslate(texts)
        self.problems.set_columns(lists.problem_columns(texts))
        self.remarks.set_columns(lists.remark_columns(texts))
        self.doubles.set_columns(lists.duplicate_columns(data, texts))
        self.differences.set_columns(lists.difference_columns(data, texts))
        hint = texts.translate("Intake", "Write the right value over it; the row is tried again at once.")
        self.problems.let_edit(2, lambda one: one[1].position >= 0, hint)
        self.save.setText(texts.translate("Intake", "Sa&ve refused rows…"))
        name(self._doubles_label, texts.translate("Intake", "A row that is there alread&y"), self.doubles_are)
        self.doubles_are.clear()
        for choice in DUPLICATES:
            self.doubles_are.addItem(word(texts, DUPLICATE_NAMES[choice]), choice)
        self.no_differences.setText(
            texts.translate("Intake", "Compared with what the project has of this source or layer.")
        )
        self.whole.setText(texts.translate("Intake", "It is a w&hole new edition: what it lacks is removed"))
        self.map.setAccessibleName(texts.translate("Intake", "Map of the places of this import"))
        self._show_outcome()
        for view, widths in zip(self.views, _WIDTHS, strict=True):
            set_widths(view, widths)
        self.refresh()

    def refresh(self) -> None:
        plan = self.state.plan
        if plan is None:
            return
        texts = self.session.texts
        show(self.kind, plan.kind)
        show(self.status, plan.status)
        asked = plan.kind in SITE_KINDS and "status" not in plan.columns
        for widget in (self._status_label, self.status):
            widget.setVisible(asked)
        for at, share in enumerate((5, 6) if asked else (1, 3)):
            self._top.setStretch(at, share)
        for at, share in enumerate((3, 4) if asked else (1, 0)):  # the words of a status are longer
            self._kinds.setColumnStretch(at, share)
        show(self.doubles_are, plan.duplicates)
        known = plan.source.id in self.state.data.sources
        self.whole.setVisible(known)
        self.whole.setChecked(plan.whole and known)
        self.source.refresh()
        self._places.setVisible(plan.kind in SITE_KINDS)
        self.forget.setText(
            texts.translate("Intake", "Un&do corrections ({count})").format(count=texts.number(len(plan.corrected)))
        )
        self.forget.setVisible(bool(plan.corrected))

    def _show_outcome(self) -> None:
        outcome, texts = self.state.outcome, self.session.texts
        found = self.state.found
        chosen = [view.currentIndex().row() for view in self.views]
        if self._is_first:
            chosen[_PROBLEMS] = 0
        self.problems.set_rows(found.problems)
        variables = dict(self.state.data.variables) if outcome is not None and outcome.figures else {}
        variables |= {one.id: one for one in outcome.variables} if variables and outcome is not None else {}
        self.rows.set_columns(lists.row_columns(self.state.data, variables, texts))
        self.rows.set_rows((outcome.sites or outcome.figures) if outcome is not None else ())
        self.remarks.set_rows(outcome.remarks if outcome is not None else ())
        self.doubles.set_rows(outcome.duplicates if outcome is not None else ())
        self.differences.set_rows(found.differences)
        refused = len(outcome.refused) if outcome is not None else 0
        self.said.setText(
            texts.translate("Intake", "Write the right value over a wrong one, and its row is tried again at once.")
            if refused
            else texts.translate("Intake", "No row is refused.")
            if outcome is not None
            else ""  # nobody has looked yet
        )
        self.accept.setText(
            texts.translate("Intake", "&Take proposals ({count})").format(count=texts.number(found.proposals))
        )
        self.accept.setVisible(found.proposals > 0)
        # An empty column would take the room of the reasons.
        self.views[_PROBLEMS].setColumnHidden(_PROPOSAL, not found.proposals)
        self.save.setVisible(refused > 0)
        counts = (refused, len(self.rows.rows), len(self.remarks.rows), len(self.doubles.rows), len(found.differences))
        titles = (
            texts.translate("Intake", "Refused ({count})"),
            texts.translate("Intake", "Rows ({count})"),
            texts.translate("Intake", "Cleaned ({count})"),
            texts.translate("Intake", "Doubles ({count})"),
            texts.translate("Intake", "Changes ({count})"),
        )
        for at, (title, count) in enumerate(zip(titles, counts, strict=True)):
            text = title.format(count=texts.number(count) if outcome is not None else "–")
            self.tabs.setTabText(at, text)
            self.views[at].setAccessibleName(text)
        if outcome is not None and self._is_first:
            self._is_first = False
            self.tabs.setCurrentIndex(_PROBLEMS if refused else _DIFFERENCES if found.differences else _ROWS)
        self.map.set_points(found.points)
        # Who has put a row right finds the next one chosen.
        now = self.tabs.currentIndex()
        if counts[now] and chosen[now] >= 0:
            self.views[now].selectRow(min(chosen[now], counts[now] - 1))
        self._show_legend()

    def _await_first(self) -> None:
        """Turn to what matters most as soon as there is an outcome of a file; that of another file is none."""
        self._is_first = True
        self._show_outcome()

    def _show_legend(self) -> None:
        found, texts = self.state.found, self.session.texts
        counts = np.bincount(found.points.changes, minlength=len(CHANGES)).tolist()
        for at, change in enumerate(CHANGES):
            chip, text = self._chips[change]
            chip.setPixmap(sign(change, self.session.view.theme, self.devicePixelRatioF()))
            text.setText(f"{word(texts, CHANGE_NAMES[change])} {texts.number(counts[at])}")
            for label in (chip, text):
                label.setVisible(counts[at] > 0)

    # --- what is chosen ---------------------------------------------------------------------------------------------

    def _row_chosen(self, tab: int, index: QModelIndex) -> None:
        if not index.isValid():
            return
        row = index.row()
        site: object = None
        if tab == _PROBLEMS:
            self._tell_problem(*self.problems.rows[row])
            return
        if tab == _ROWS:
            site = self.rows.rows[row]
        elif tab == _DOUBLES:
            double = self.doubles.rows[row]
            site = double.site if self.state.found.points.index_of(double.site.id) >= 0 else double.of
        elif tab == _DIFFERENCES:
            difference = self.differences.rows[row]
            site = difference.after or difference.before
        self.map.choose(self.state.found.points.index_of(site.id) if isinstance(site, Site) else -1)

    def _tell_problem(self, refused: RefusedRow, one: Problem) -> None:
        """Say in full why a row is refused, with the row as it stands in the file."""
        texts = self.session.texts
        row = " │ ".join(cell for cell in map(one_line, refused.cells) if cell)
        sentence = texts.translate("Intake", "Row {number}: {reason}").format(
            number=refused.number, reason=problem(texts, one)
        )
        self.said.setText(f"{sentence}\n{row[:_LONGEST_ROW]}")
        plan, now = self.state.plan, self.state.now
        if plan is not None and now is not None:
            self.map.mark(place_of(refused, plan, now.guess.header, self.state.data))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _point_chosen(self, point: int) -> None:
        """Show the row of a point that was clicked."""
        site = self.state.found.points.sites[point]
        at = next((row for row, one in enumerate(self.rows.rows) if one.id == site.id), -1)
        if at >= 0:
            self.tabs.setCurrentIndex(_ROWS)
            self.views[_ROWS].selectRow(at)

    # --- what is put right ------------------------------------------------------------------------------------------

    def _correct(self, row: int, text: str) -> None:
        refused, problem = self.problems.rows[row]
        self.state.correct({(refused.number, problem.position): text})

    def _accept_proposals(self) -> None:
        self.state.correct(
            {
                (refused.number, one.position): one.proposal
                for refused, one in self.problems.rows
                if one.proposal and one.position >= 0
            }
        )

    def _save_refused(self) -> None:
        outcome, now, texts = self.state.outcome, self.state.now, self.session.texts
        if outcome is None or now is None:
            return
        file_name_ = texts.translate("Intake", "{name}, refused rows").format(name=now.file.path.stem or "-") + ".csv"
        suggested = now.file.path.parent / file_name_
        target, _ = QFileDialog.getSaveFileName(
            self, texts.translate("Intake", "Save the refused rows"), str(suggested), "CSV (*.csv)"
        )
        if not target:
            return
        try:
            save_refused(outcome, Path(target))
        except TargetError as fault:
            self.said.setText(words.fault(texts, fault))
        else:
            sentence = texts.translate("Intake", "The refused rows were saved as {path}.")
            self.said.setText(sentence.format(path=target))

    def _look(self) -> None:
        """Give the map the language, theme and circles of the window."""
        session = self.session
        project = session.project
        self.map.set_project(Project(project.data, project.definition_id, project.overlap))
        view = session.view
        self.map.set_view(MapView(language=view.language, theme=view.theme, layers=_MAP_LAYERS, sight=view.sight))
        self._show_legend()
