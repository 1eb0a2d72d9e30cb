"""What the menu File does with projects: new, open, save, revert, and what is asked before anything would be lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QMainWindow

from data.errors import UserError
from data.project import Project
from data.project_file.journal import Recoverable
from data.project_file.record import ImportRecord, Said
from data.project_file.store import SUFFIX, with_suffix
from desktop import files, last_session, settings, words
from desktop.assessment import Assessment
from desktop.briefing.scenes_files import SceneFiles
from desktop.map_surface import MapSurface
from desktop.press import Press
from desktop.project import asking, kept_view, recent
from desktop.project.autosave import Autosave, Unsaved
from desktop.project.document import (
    ChangedElsewhereError,
    Document,
    HeldError,
    document_of,
    read_document,
    write_copy,
    write_document,
)
from desktop.project.user import user_name
from desktop.session import Session
from desktop.settings import Settings
from desktop.status_line import StatusLine
from desktop.worker import Task, Workers

REFRESH = 60_000
"""Milliseconds between two signs of life of the lock; who sees none for some minutes takes it for left behind."""
Then = Callable[[], object]
T = TypeVar("T")


class ProjectDesk(QObject):
    """One for each main window. Files are read and written in the background, one after the other."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        canvas: MapSurface,
        tabs: Assessment,
        scene_files: SceneFiles,
        status: StatusLine,
        press: Press,
        remembered: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._canvas, self._tabs = window, session, canvas, tabs
        self._scene_files, self._status, self._press, self._remembered = scene_files, status, press, remembered
        self._document = Document(session.project)
        self._saved_at = 0
        self._doing = ""
        """'opening' or 'saving' while a file is read or written"""
        self._after_saving: Then | None = None
        self._leaving = False
        self._workers = Workers(self, most=1)
        self._autosave = Autosave(remembered.journals, self._unsaved, self)
        self._autosave.failed.connect(self._tell_journal)
        self._refresh = QTimer(self)
        self._refresh.setInterval(REFRESH)
        self._refresh.timeout.connect(self._refresh_lock)
        session.history.changed.connect(self._follow)
        session.language_changed.connect(self.show_title)
        self.show_title()

    @property
    def document(self) -> Document:
        return self._document

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or written."""
        return bool(self._doing)

    @property
    def name(self) -> str:
        """What the project is called."""
        path = self._document.path
        if path is not None:
            return path.name.removesuffix(SUFFIX).removesuffix(".gpkg")
        return self._document.name or self._session.texts.translate("Project", "Untitled")

    def has_unsaved(self) -> bool:
        """Tell whether something would be lost that is in no file.

        Without a file of the project, scenes and scenario may be in files of their own, and definition and overlap
        rule are remembered anyway.
        """
        now, saved = self._session.project, self._document.saved
        if self._document.path is not None:
            return now != saved
        return (
            (now.own, now.index) != (saved.own, saved.index)
            or (now.scenario != saved.scenario and self._tabs.has_unsaved())
            or (now.scenes != saved.scenes and self._scene_files.has_unsaved())
        )

    def show_title(self) -> None:
        """Name the project in the title of the window, with a mark where something is not saved."""
        translate = self._session.texts.translate
        name = self.name
        if self._document.read_only is not None:
            name = translate("Project", "{name} (read only)").format(name=name)
        # Qt takes [*] for the place of its mark, unless it stands there twice.
        name = name.replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{name}[*] – {translate('Window', 'Lifecircles')}")
        self._window.setWindowModified(self.has_unsaved())

    # --- commands -----------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin a project with nothing but the embedded data."""
        self._leave_then(self._begin)

    def open(self) -> None:
        """Ask for a project and open it."""
        self._leave_then(self._ask_open)

    def open_path(self, path: Path) -> None:
        """Open a project, unless the user would rather keep what is not saved."""
        self._leave_then(partial(self._open, path))

    def save(self) -> None:
        """Write the project to its file, or ask for one."""
        self._save_then(lambda: None)

    def save_as(self) -> None:
        """Ask for a file, and write the project to it from now on."""
        self._save_as_then(lambda: None)

    def save_copy(self) -> None:
        """Write the project to another file as it stands now, and go on with this one."""
        target = self._ask_target(self._session.texts.translate("Project", "Save a copy"))
        if target is None:
            return
        if target == self._document.path:
            self._write(target)
            return
        document, project, kept = self._document, self._session.project, self._settings()

        def work(_task: Task) -> None:
            write_copy(document, project, kept, target, user_name())

        def done(_none: None) -> None:
            self._end()
            self._status.say(self._session.texts.translate("Project", "A copy was saved as {path}.").format(path=target))

        self._start("saving", work, done, self._report)

    def revert(self) -> None:
        """Go back to what the file holds."""
        path = self._document.path
        if path is None:
            return
        if not self.has_unsaved() or asking.may_revert(self._window, self._session.texts, path):
            self._reload(path)

    # --- leaving ------------------------------------------------------------------------------------------------------

    def may_close(self) -> bool:
        """Ask what becomes of what is not saved; False where the window stays, maybe until it is saved."""
        if self._doing == "saving":
            self._after_saving = self._window.close
            return False
        if self._leaving or not self.has_unsaved():
            return True
        answer = self._ask_leave()
        if answer == asking.SAVE:
            self._save_then(self._window.close)
        return answer == asking.DISCARD

    def leave_for_the_system(self) -> None:
        """Let the window close without a question: nobody may be there. The next start offers what is not saved."""
        self._leaving = True

    def close(self) -> None:
        """Give the file free and wait for the disk, so that no thread outlives the window."""
        self._refresh.stop()
        self._workers.close()
        self._autosave.close(keep_unsaved=self._leaving and self.has_unsaved())
        if self._document.lock is not None:
            self._document.lock.release()

    def _leave_then(self, action: Then) -> None:
        """Do something that gives up the present project, once that is saved or need not be."""
        if self._is_free() and self.has_unsaved():
            answer = self._ask_leave()
            if answer == asking.SAVE:
                self._save_then(action)
            if answer != asking.DISCARD:
                return
        if self._is_free():
            action()

    def _ask_leave(self) -> str:
        return asking.leave(self._window, self._session.texts, self.name)

    # --- opening ------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        project = last_session.first_project(self._session.project.embedded, self._remembered)
        self._take(Document(project))

    def _ask_open(self) -> None:
        texts = self._session.texts
        title = texts.translate("Project", "Open project")
        kinds = f"{texts.translate('Project', 'Projects')} (*.gpkg)"
        path, _ = QFileDialog.getOpenFileName(self._window, title, str(self._folder()), kinds)
        if path:
            self._open(Path(path))

    def _open(self, path: Path, *, locked: bool = True, as_copy: bool = False) -> None:
        path = path.absolute()
        if path == self._document.path:
            self._reload(path)
            return
        embedded, left = self._session.project.embedded, self._session.project

        def work(_task: Task) -> Document:
            return read_document(path, embedded, user_name(), locked=locked)

        def done(document: Document) -> None:
            self._end()
            if as_copy:
                document = Document(document.saved, settings=document.settings, name=path.name.removesuffix(SUFFIX))
            elif not locked:
                document = replace(document, read_only=document.read_only or Said("Somebody else has it open."))
            if self._session.project != left and self.has_unsaved() and self._ask_leave() != asking.DISCARD:
                if document.lock is not None:
                    document.lock.release()
                return
            self._take(document)

        self._start("opening", work, done, partial(self._open_failed, path))

    def _open_failed(self, path: Path, fault: Exception) -> None:
        if isinstance(fault, HeldError):
            self._end()
            answer = asking.held(self._window, self._session.texts, fault)
            if answer == asking.COPY:
                self._open(path, locked=False, as_copy=True)
            elif answer == asking.READ_ONLY:
                self._open(path, locked=False)
            return
        kept = recent.without_path(self._remembered.get(settings.RECENT), path)
        if isinstance(fault, UserError) and not path.exists():
            self._remembered.set(settings.RECENT, kept)
        self._report(fault)

    def _reload(self, path: Path) -> None:
        """Read the file anew, under the lock that there is."""
        before, embedded = self._document, self._session.project.embedded

        def work(_task: Task) -> Document:
            return read_document(path, embedded, user_name(), locked=False)

        def done(document: Document) -> None:
            self._end()
            self._take(replace(document, lock=before.lock, read_only=before.read_only or document.read_only))

        self._start("opening", work, done, self._report)

    def _take(self, document: Document, project: Project | None = None) -> None:
        """Work on another document from now on, or on a project that is newer than it."""
        before, self._document = self._document, document
        if before.lock is not None and before.lock is not document.lock:
            before.lock.release()
        session = self._session
        self._saved_at = 0
        session.open_project(document.saved if project is None else project)
        view, extent, tab = kept_view.view_of(
            document.settings, session.project, self._press.atlas(session.project.data), session.view
        )
        if document.path is not None or document.settings:
            session.open_project(session.project, view)
            if extent is None:
                self._canvas.fit()
            else:
                self._canvas.set_extent(extent)
            self._tabs.show_tab(tab)
        self._settle()
        if document.path is not None:
            self._status.say(self._session.texts.translate("Project", "{name} was opened.").format(name=self.name))
            asking.tell_opened(self._window, session.texts, document)

    def recover(self, found: Recoverable) -> None:
        """Go on with what a journal has kept. It goes when what it holds is in the journal of this window."""
        self._leave_then(partial(self._recover, found))

    def _recover(self, found: Recoverable) -> None:
        embedded = self._session.project.embedded

        def work(_task: Task) -> tuple[Document, Project]:
            return document_of(found, embedded, user_name())

        def done(both: tuple[Document, Project]) -> None:
            self._end()
            self._take(*both)
            self._saved_at = -found.changes
            self._autosave.write_soon(lambda kept: found.discard() if kept else None)

        self._start("opening", work, done, self._report)

    # --- saving -------------------------------------------------------------------------------------------------------

    def _save_then(self, then: Then) -> None:
        document = self._document
        if document.path is None or document.read_only is not None:
            self._save_as_then(then)
        else:
            self._write(document.path, then=then)

    def _save_as_then(self, then: Then) -> None:
        target = self._ask_target(self._session.texts.translate("Project", "Save project"))
        if target is not None:
            self._write(target, then=then)

    def _ask_target(self, title: str) -> Path | None:
        if not self._is_free():
            return None
        texts = self._session.texts
        path = self._document.path or self._folder() / (self.name + SUFFIX)
        kinds = f"{texts.translate('Project', 'Projects')} (*{SUFFIX})"
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(path), kinds)
        if not name:
            return None
        target = with_suffix(Path(name)).absolute()
        # The dialog has asked about another name.
        if target != Path(name).absolute() and target.exists() and not files.may_replace(self._window, texts, [target]):
            return None
        return target

    def _write(self, path: Path, *, anyway: bool = False, then: Then = lambda: None) -> None:
        if not self._is_free():
            return
        document, project, kept = self._document, self._session.project, self._settings()
        at = self._session.history.index()

        def work(_task: Task) -> Document:
            return write_document(document, project, kept, path, user_name(), anyway=anyway)

        def done(written: Document) -> None:
            self._document, self._saved_at = written, at
            self._end()
            self._settle()
            self._status.say(self._session.texts.translate("Project", "The project was saved as {path}.").format(path=path))
            after, self._after_saving = self._after_saving, None
            then()
            if after is not None and after != then:
                after()

        self._start("saving", work, done, partial(self._save_failed, path, then))

    def _save_failed(self, path: Path, then: Then, fault: Exception) -> None:
        self._after_saving = None
        if not isinstance(fault, UserError):
            self._report(fault)
            return

        def ask(kept: bool) -> None:
            self._end()
            answer = asking.save_failed(self._window, self._session.texts, fault, kept=kept)
            if answer == asking.SAVE_AS:
                self._save_as_then(then)
            elif answer == asking.REPLACE:
                self._write(path, anyway=True, then=then)

        if isinstance(fault, ChangedElsewhereError | HeldError):
            ask(False)
        else:  # what is said of the journal is true when it is said
            self._autosave.write_soon(ask)

    # --- what stays in step -------------------------------------------------------------------------------------------

    def record_import(self, record: ImportRecord) -> None:
        """Keep in the project what file was imported into it."""
        self._document = replace(self._document, imports=(*self._document.imports, record))

    def _follow(self) -> None:
        self.show_title()
        self._autosave.touch()

    def _unsaved(self) -> Unsaved | None:
        if not self.has_unsaved():
            return None
        changes = max(1, abs(self._session.history.index() - self._saved_at))
        return Unsaved(self._session.project, self._settings(), self._document.path, changes)

    def _settle(self) -> None:
        """Everything is in the file: no journal is needed, and the lists of files know it."""
        document = self._document
        self._scene_files.count_as_kept(document.saved.scenes)
        self._tabs.count_as_kept(document.saved.scenario)
        self._autosave.write_soon()
        if document.path is not None:
            paths = self._remembered.get(settings.RECENT)
            self._remembered.set(settings.RECENT, recent.with_path(paths, document.path))
            self._remembered.set(settings.PROJECT_FOLDER, str(document.path.parent))
            self._remembered.save()
        if document.lock is not None:
            self._refresh.start()
        else:
            self._refresh.stop()
        self.show_title()

    def _refresh_lock(self) -> None:
        document = self._document
        lock = document.lock
        if lock is None:
            return

        def done(ours: bool) -> None:
            if not ours and self._document is document:
                taken = Said("Somebody else has it open.")
                self._document = replace(document, lock=None, read_only=taken)
                self._refresh.stop()
                self.show_title()
                self._status.say(self._session.texts.translate("Project", "{name} was opened by somebody else: save it under another name.").format(name=self.name))

        self._workers.run_task(lambda _task: lock.refresh(), done, lambda _fault: None)

    def _settings(self) -> dict[str, object]:
        extent = None if self._canvas.is_fitted() else self._canvas.extent()
        return kept_view.settings_of(self._session.view, extent, self._tabs.current_tab())

    def _folder(self) -> Path:
        folder = self._remembered.get(settings.PROJECT_FOLDER)
        return Path(folder or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    # --- the work -----------------------------------------------------------------------------------------------------

    def _start(
        self, doing: str, work: Callable[[Task], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        translate = self._session.texts.translate
        self._doing = doing
        words_ = translate("Project", "Opening …") if doing == "opening" else translate("Project", "Saving …")
        self._status.showMessage(words_)
        self._workers.run_task(work, done, failed)

    def _end(self) -> None:
        self._doing = ""
        self._status.clearMessage()

    def _is_free(self) -> bool:
        if self._doing:
            self._status.say(self._session.texts.translate("Project", "Another project is still being read or written; try again then."))
        return not self._doing

    def _report(self, fault: Exception) -> None:
        self._end()
        asking.report(self._window, self._session.texts, fault)

    def _tell_journal(self, fault: UserError) -> None:
        sentence = self._session.texts.translate("Project", "What is not saved could not be kept aside: {fault}")
        self._status.say(sentence.format(fault=words.error(self._session.texts, fault)))
