"""Comparing the project in the window with another file, or a journal with the file that it goes on from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow

from data.dataset import DataSet
from data.project import Project
from data.project_file.journal import Recoverable
from desktop.project import asking
from desktop.session import Session
from desktop.status_line import StatusLine
from desktop.worker import Task, Workers
from maps.export.table import ShownTable

if TYPE_CHECKING:
    from data.project_file.compare import Comparison
    from desktop.project.compare_window import CompareWindow
    from desktop.project.desk import ProjectDesk

_Compared = tuple[Project, Project, "Comparison"]


class Comparing(QObject):
    """Reads and compares in the background; every comparison has a window of its own."""

    def __init__(self, window: QMainWindow, session: Session, status: StatusLine, projects: ProjectDesk) -> None:
        super().__init__(projects)
        self._window, self._session, self._status, self._projects = window, session, status, projects
        self._workers = Workers(self, most=1)
        self.windows: list[CompareWindow] = []

    def ask(self) -> None:
        """Ask for another project, and show in what the one in the window differs from it."""
        texts = self._session.texts
        title = texts.translate("Compare", "Compare with a project")
        kinds = f"{texts.translate('Project', 'Projects')} (*.gpkg *.bak)"
        path, _ = QFileDialog.getOpenFileName(self._window, title, str(self._projects.folder()), kinds)
        if path:
            self.with_file(Path(path))

    def with_file(self, path: Path) -> None:
        """Show in what the project in the window differs from a file."""
        now = self._session.project
        name = self._session.texts.translate("Compare", "{name} as it stands in the window")
        self._compare(
            (str(path), name.format(name=self._projects.name)),
            lambda: (_project_at(path, now.embedded), now),
        )

    def with_journal(self, found: Recoverable) -> None:
        """Show in what a journal differs from the file of its project, or from the embedded data alone."""
        origin, embedded, texts = found.origin, self._session.project.embedded, self._session.texts
        untitled = texts.translate("Project", "Untitled")
        before = texts.translate("Compare", "the embedded data") if origin is None else str(origin)
        after = texts.translate("Compare", "{name} as it was kept at {when}").format(
            name=untitled if origin is None else origin.name, when=asking.moment(texts, found.saved)
        )

        def read() -> tuple[Project, Project]:
            saved = Project.start(embedded) if origin is None else _project_at(origin, embedded)
            return saved, found.open(embedded).project

        self._compare((before, after), read)

    def close(self) -> None:
        """Close the windows and wait for what is being compared."""
        self._workers.close()
        for one in list(self.windows):
            one.close()

    def _compare(self, names: tuple[str, str], read: Callable[[], tuple[Project, Project]]) -> None:
        def work(_task: Task) -> _Compared:
            from data.project_file.compare import compare

            a, b = read()
            return a, b, compare(a, b)

        def done(compared: _Compared) -> None:
            from desktop.project.compare_window import CompareWindow

            self._status.clearMessage()
            shown = CompareWindow(self._session, names, *compared)
            shown.export_wanted.connect(self._export)
            shown.destroyed.connect(lambda: self.windows.remove(shown) if shown in self.windows else None)
            self.windows.append(shown)
            shown.show()

        self._status.showMessage(self._session.texts.translate("Compare", "Comparing …"))
        self._workers.run_task(work, done, self._report)

    def _export(self, tables: Sequence[ShownTable], path: Path) -> None:
        title = self._session.texts.translate("Compare", "Comparison of two projects")

        def work(_task: Task) -> None:
            from desktop.project.compare_files import write_tables

            write_tables(tables, title, path)

        def done(_none: None) -> None:
            said = self._session.texts.translate("Compare", "The comparison was saved as {path}.")
            self._status.say(said.format(path=path))

        self._workers.run_task(work, done, self._report)

    def _report(self, fault: Exception) -> None:
        self._status.clearMessage()
        asking.report(self._window, self._session.texts, fault)


def _project_at(path: Path, embedded: DataSet) -> Project:
    from data.project_file.store import open_project  # not on the way to the window

    return open_project(path, embedded).project
