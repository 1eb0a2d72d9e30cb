"""What earlier windows left unsaved: a page that offers it, at the start and from the menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMainWindow,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from data.project_file.journal import Recoverable, pending
from desktop.project import asking, questions
from desktop.project.questions import CANCEL, Answer
from desktop.session import Session
from desktop.widgets import muted, text_tip
from desktop.worker import Workers

if TYPE_CHECKING:
    from desktop.project.desk import ProjectDesk

_DISCARD = "discard"
_SIZE = 720, 340


class Recovery(QObject):
    """Looks for journals whose window is gone. Those of running windows are left alone."""

    def __init__(self, window: QMainWindow, session: Session, projects: ProjectDesk, folder: Path) -> None:
        super().__init__(projects)
        self._window, self._session, self._projects, self._folder = window, session, projects, folder
        self._workers = Workers(self, most=1)
        self.page: RecoveryPage | None = None

    def offer(self) -> None:
        """Show the page where there is something to offer, as at the start."""
        self._look(always=False)

    def show(self) -> None:
        """Show the page, also where it is empty."""
        self._look(always=True)

    def close(self) -> None:
        self._workers.close()

    def _look(self, *, always: bool) -> None:
        folder = self._folder

        def done(found: list[Recoverable]) -> None:
            if not found and not always:
                return
            if self.page is None:
                self.page = RecoveryPage(self._session, self._projects, self._window)
            self.page.fill(found)
            self.page.show()
            self.page.raise_()

        def failed(fault: Exception) -> None:
            asking.report(self._window, self._session.texts, fault)

        self._workers.run_task(lambda _task: pending(folder), done, failed)


class RecoveryPage(QDialog):
    """One row for each journal. Closing it throws nothing away: the next start offers everything again."""

    def __init__(self, session: Session, projects: ProjectDesk, parent: QMainWindow) -> None:
        super().__init__(parent)
        self._session, self._projects = session, projects
        self._found: list[Recoverable] = []
        self.head, self.foot = QLabel(), muted(wrapped=True)
        self.head.setWordWrap(True)
        self.table = QTableWidget(0, 4)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self.table.itemDoubleClicked.connect(self._restore)
        self.table.itemSelectionChanged.connect(self._follow)
        self.restore, self.compare, self.discard, self.later = (QPushButton() for _ in range(4))
        row = QHBoxLayout()
        for button, press in (
            (self.restore, self._restore),
            (self.compare, self._compare),
            (self.discard, self._discard),
            (self.later, self.reject),
        ):
            button.clicked.connect(press)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.insertStretch(2, 1)
        self.restore.setDefault(True)
        column = QVBoxLayout(self)
        for widget in (self.head, self.table, self.foot):
            column.addWidget(widget)
        column.addLayout(row)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def fill(self, found: list[Recoverable]) -> None:
        """List the journals, the latest first."""
        self._found = found
        self.retranslate()
        self.resize(*(_SIZE if found else (_SIZE[0] // 2, self.minimumSizeHint().height())))
        if found:
            self.table.selectRow(0)
        self._follow()

    def retranslate(self) -> None:
        texts = self._session.texts
        translate = texts.translate
        self.setWindowTitle(translate("Recovery", "Unsaved work"))
        self.head.setText(
            translate("Recovery", "These projects were not saved when their windows ended. Nothing of them is lost.")
            if self._found
            else translate("Recovery", "There is nothing that was not saved.")
        )
        self.foot.setText(translate("Recovery", "What you leave here is offered again at the next start."))
        self.restore.setText(translate("Recovery", "Restore"))
        self.compare.setText(translate("Recovery", "Show what differs"))
        self.discard.setText(translate("Recovery", "Throw away…"))
        self.later.setText(translate("Recovery", "Later") if self._found else translate("Recovery", "Close"))
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(
            [
                translate("Recovery", "Project"),
                translate("Recovery", "Kept at"),
                translate("Recovery", "Unsaved changes"),
                translate("Recovery", "File"),
            ]
        )
        chosen = self.table.currentRow()
        self.table.setRowCount(len(self._found))
        for row, one in enumerate(self._found):
            where = translate("Recovery", "never saved") if one.origin is None else str(one.origin)
            for place, text in enumerate(
                (self._name(one), asking.moment(texts, one.saved), texts.number(one.changes), where)
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text_tip(text))
                if place == 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, place, item)
        self.table.setVisible(bool(self._found))
        for widget in (self.foot, self.restore, self.compare, self.discard):
            widget.setVisible(bool(self._found))
        if 0 <= chosen < len(self._found):
            self.table.selectRow(chosen)

    @property
    def chosen(self) -> Recoverable | None:
        row = self.table.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _name(self, one: Recoverable) -> str:
        return self._session.texts.translate("Project", "Untitled") if one.origin is None else one.origin.name

    def _follow(self) -> None:
        one = self.chosen
        for button in (self.restore, self.compare, self.discard):
            button.setEnabled(one is not None)

    def _restore(self) -> None:
        one = self.chosen
        if one is not None:
            self.accept()
            self._projects.recover(one)

    def _compare(self) -> None:
        one = self.chosen
        if one is not None:
            self._projects.comparing.with_journal(one)

    def _discard(self) -> None:
        one, texts = self.chosen, self._session.texts
        if one is None:
            return
        answer = questions.ask(
            self,
            self.windowTitle(),
            texts.translate("Recovery", "Throw away what was not saved of {name}?").format(name=self._name(one)),
            (
                Answer(_DISCARD, texts.translate("Recovery", "Throw away"), QMessageBox.ButtonRole.DestructiveRole),
                Answer(CANCEL, texts.translate("Project", "Cancel")),
            ),
            texts.translate("Recovery", "It cannot be brought back."),
        )
        if answer == _DISCARD:
            one.discard()
            self.fill([other for other in self._found if other is not one])
            if not self._found:
                self.accept()
