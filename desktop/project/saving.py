"""Saving projects, and what is done where that fails: nothing that was made is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from data.errors import UserError
from data.project_file.names import SUFFIX, with_suffix
from desktop import files
from desktop.project import asking
from desktop.project.document import ChangedElsewhereError, Document, HeldError, write_copy, write_document
from desktop.project.standing import Standing
from desktop.project.user import user_name
from desktop.worker import Task

Then = Callable[[], object]


class Saving:
    """Whoever wants something done only when everything is saved hands it over as ``then``."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self.afterwards: Then | None = None
        """what else waits for the saving that goes on"""

    def save(self, then: Then = lambda: None) -> None:
        """Write the project to its file, or ask for one."""
        document = self._standing.document
        if document.path is None or document.read_only is not None:
            self.save_as(then)
        else:
            self._write(document.path, then)

    def save_as(self, then: Then = lambda: None) -> None:
        """Ask for a file, and write the project to it from now on."""
        target = self._ask_target(self._standing.texts.translate("Project", "Save project"))
        if target is not None:
            self._write(target, then)

    def save_copy(self) -> None:
        """Write the project to another file as it stands now, and go on with the one that there is."""
        standing = self._standing
        target = self._ask_target(standing.texts.translate("Project", "Save a copy"))
        if target is None:
            return
        document, project = standing.as_shown(), standing.session.project
        if target == document.path:
            self.save()
            return

        def work(_task: Task) -> None:
            write_copy(document, project, target, user_name())

        def done(_none: None) -> None:
            standing.end()
            said = standing.texts.translate("Project", "A copy was saved as {path}.")
            standing.status.say(said.format(path=target))

        standing.start("saving", work, done, standing.report)

    def _ask_target(self, title: str) -> Path | None:
        standing = self._standing
        if not standing.is_free():
            return None
        texts = standing.texts
        path = standing.document.path or standing.folder() / (standing.name + SUFFIX)
        kinds = f"{texts.translate('Project', 'Projects')} (*{SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(standing.window, title, str(path), kinds)
        if not name:
            return None
        said, target = Path(name).absolute(), with_suffix(Path(name)).absolute()
        # The dialog has asked about another name.
        if target != said and target.exists() and not files.may_replace(standing.window, texts, [target]):
            return None
        return target

    def _write(self, path: Path, then: Then, *, anyway: bool = False) -> None:
        standing = self._standing
        if not standing.is_free():
            return
        document, project = standing.as_shown(), standing.session.project
        at = standing.session.history.index()

        def work(_task: Task) -> Document:
            return write_document(document, project, path, user_name(), anyway=anyway)

        def done(written: Document) -> None:
            # A file may have been imported while this was written.
            standing.document = replace(written, imports=standing.document.imports)
            standing.saved_at = at
            standing.end()
            standing.settle()
            said = standing.texts.translate("Project", "The project was saved as {path}.")
            standing.status.say(said.format(path=path))
            after, self.afterwards = self.afterwards, None
            then()
            if after is not None:
                after()

        standing.start("saving", work, done, partial(self._failed, path, then))

    def _failed(self, path: Path, then: Then, fault: Exception) -> None:
        standing = self._standing
        self.afterwards = None
        if not isinstance(fault, UserError):
            standing.report(fault)
            return

        def ask(kept: bool) -> None:
            standing.end()
            if standing.unasked:
                standing.window.close()
                return
            answer = asking.save_failed(standing.window, standing.texts, fault, kept=kept)
            if answer == asking.SAVE_AS:
                self.save_as(then)
            elif answer == asking.REPLACE:
                self._write(path, then, anyway=True)

        if isinstance(fault, ChangedElsewhereError | HeldError):
            ask(False)
        else:  # what is said of the journal must be true when it is said
            standing.autosave.write_soon(ask)
