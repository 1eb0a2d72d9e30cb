"""Opening projects: from files, as copies, read only, anew, and from what a journal has kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from data.errors import UserError
from data.project import Project
from data.project_file.journal import Recoverable
from data.project_file.names import followed
from desktop import last_session, settings
from desktop.project import asking, recent
from desktop.project.document import Document, HeldError, document_of, project_name, read_document
from desktop.project.standing import Standing
from desktop.project.user import user_name
from desktop.worker import Task


class Opening:
    """``leave`` asks whether the present project, if it was changed while another was read, may still be left."""

    def __init__(self, standing: Standing, leave: Callable[[Callable[[], object]], None]) -> None:
        self._standing, self._leave = standing, leave

    def begin(self) -> None:
        """Begin a project with nothing but the embedded data, in the view that there is."""
        standing = self._standing
        embedded = standing.session.project.embedded
        standing.take(Document(last_session.first_project(embedded, standing.remembered)))
        standing.status.say(standing.texts.translate("Project", "A new project was begun."))

    def ask(self) -> None:
        """Ask for a project and open it."""
        standing = self._standing
        translate = standing.texts.translate
        path, _ = QFileDialog.getOpenFileName(
            standing.window,
            translate("Project", "Open project"),
            str(standing.folder()),
            f"{translate('Project', 'Projects')} (*.gpkg)",
        )
        if path:
            self.open(Path(path))

    def open(self, path: Path, *, locked: bool = True, as_copy: bool = False) -> None:
        """Open a project; one that somebody else has open only as the user wants it then."""
        path = followed(path.absolute())
        standing = self._standing
        if path == standing.document.path:
            self.reload(path)
            return
        embedded, left = standing.session.project.embedded, standing.session.project

        def work(_task: Task) -> Document:
            return read_document(path, embedded, user_name(), locked=locked)

        def done(document: Document) -> None:
            standing.end()
            if as_copy:
                document = replace(
                    Document(document.saved),
                    settings=document.settings,
                    thumbnails=document.thumbnails,
                    imports=document.imports,
                    copied_from=path,
                    name=project_name(path),
                )
            elif not locked:
                document = replace(document, read_only=document.read_only or asking.HELD)
            if self._may_take(left, document, partial(self.open, path, locked=locked, as_copy=as_copy)):
                self._take(document)

        standing.start("opening", work, done, partial(self._failed, path))

    def reload(self, path: Path) -> None:
        """Read the file of the window anew, under the lock that there is."""
        standing = self._standing
        before, left = standing.document, standing.session.project
        embedded = left.embedded

        def work(_task: Task) -> Document:
            return read_document(path, embedded, user_name(), locked=False)

        def done(document: Document) -> None:
            standing.end()
            if self._may_take(left, document, partial(self.reload, path)):
                self._take(replace(document, lock=before.lock, read_only=before.read_only or document.read_only))

        standing.start("opening", work, done, standing.report)

    def recover(self, found: Recoverable) -> None:
        """Go on with what a journal has kept. It goes when what it holds is in the journal of this window."""
        standing = self._standing
        left, present = standing.session.project, standing.document
        embedded = left.embedded

        def work(_task: Task) -> tuple[Document, Project]:
            return document_of(found, present, embedded, user_name())

        def done(both: tuple[Document, Project]) -> None:
            standing.end()
            if not self._may_take(left, both[0], partial(self.recover, found)):
                return
            standing.take(*both)
            standing.saved_at = -found.changes
            standing.autosave.write_soon(lambda kept: found.discard() if kept else None)
            said = standing.texts.translate("Project", "{name} was restored as it was kept at {when}; save it now.")
            standing.status.say(said.format(name=standing.name, when=asking.moment(standing.texts, found.saved)))

        standing.start("opening", work, done, standing.report)

    def _may_take(self, left: Project, document: Document, again: Callable[[], object]) -> bool:
        """Tell whether the project is still the one that was to be left; one changed meanwhile is asked about first."""
        standing = self._standing
        if standing.session.project == left:
            return True
        if document.lock is not None and document.lock is not standing.document.lock:
            document.lock.release()
        self._leave(again)
        return False

    def _take(self, document: Document) -> None:
        standing = self._standing
        standing.take(document)
        translate = standing.texts.translate
        words_ = [translate("Project", "{name} was opened.").format(name=standing.name)]
        left_behind = None if document.lock is None else document.lock.instead_of
        if left_behind is not None:
            taken = translate("Project", "The lock that {user} on {host} had left behind was taken over.")
            words_.append(taken.format(user=left_behind.user, host=left_behind.host))
        standing.status.say("  ".join(words_))
        asking.tell_opened(standing.window, standing.texts, document)

    def _failed(self, path: Path, fault: Exception) -> None:
        standing = self._standing
        if not isinstance(fault, HeldError):
            if isinstance(fault, UserError) and not path.exists():
                paths = standing.remembered.get(settings.RECENT)
                standing.remembered.set(settings.RECENT, recent.without_path(paths, path))
            standing.report(fault)
            return
        standing.end()
        answer = asking.held(standing.window, standing.texts, fault)
        if answer == asking.COPY:
            self.open(path, locked=False, as_copy=True)
        elif answer == asking.READ_ONLY:
            self.open(path, locked=False)
