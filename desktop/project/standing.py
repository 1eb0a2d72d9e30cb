"""How things stand with the project in the window: its document, what of it is not saved, its title and its journal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from data.errors import UserError
from data.project import Project
from data.project_file.lock import REFRESH_SECONDS
from data.project_file.record import Note
from desktop import settings, words
from desktop.assessment import Assessment
from desktop.briefing.scenes_dock import ScenesDock
from desktop.files import documents_folder
from desktop.intake.ahead import spare_no_more
from desktop.map_surface import MapSurface
from desktop.press import Press
from desktop.project import asking, kept_view, recent
from desktop.project.autosave import Autosave, Unsaved
from desktop.project.document import Document, project_name
from desktop.session import Session
from desktop.settings import Settings
from desktop.status_line import StatusLine
from desktop.worker import Task, Workers
from maps.texts import Texts

T = TypeVar("T")


class Standing(QObject):
    """Files are read and written in the background, one after the other; while one is, ``doing`` says what."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        canvas: MapSurface,
        tabs: Assessment,
        scenes: ScenesDock,
        status: StatusLine,
        press: Press,
        remembered: Settings,
    ) -> None:
        super().__init__(window)
        self.window, self.session, self.status, self.remembered = window, session, status, remembered
        self._canvas, self._tabs, self._scenes, self._press = canvas, tabs, scenes, press
        self.document = Document(session.project)
        self.saved_at = 0
        """how many changes of the history are in the file"""
        self.doing = ""
        """'opening' or 'saving'"""
        self.unasked = False
        """whether the window closes without a question: nobody may be there"""
        self.workers = Workers(self, most=1)
        self.autosave = Autosave(remembered.journals, self._unsaved, self)
        self.autosave.failed.connect(self._tell_journal)
        self._refresh = QTimer(self)
        self._refresh.setInterval(1000 * REFRESH_SECONDS)
        self._refresh.timeout.connect(self.refresh_lock)
        session.history.changed.connect(self._follow)
        session.language_changed.connect(self.show_title)
        self.show_title()

    @property
    def texts(self) -> Texts:
        return self.session.texts

    @property
    def name(self) -> str:
        """What the project is called."""
        path = self.document.path
        if path is not None:
            return project_name(path)
        return self.document.name or self.texts.translate("Project", "Untitled")

    def has_unsaved(self) -> bool:
        """Tell whether something would be lost that is in no file.

        Without a file of the project, scenes and scenario may be in files of their own, and definition and overlap
        rule are remembered anyway.
        """
        now, saved = self.session.project, self.document.saved
        if self.document.path is not None:
            return now != saved
        return (
            (now.own, now.index) != (saved.own, saved.index)
            or (now.scenario != saved.scenario and self._tabs.has_unsaved())
            or (now.scenes != saved.scenes and self._scenes.files.has_unsaved())
        )

    def show_title(self) -> None:
        """Name the project in the title of the window, with a mark where something is not saved."""
        translate = self.texts.translate
        name = self.name
        if self.document.read_only is not None:
            name = translate("Project", "{name} (read only)").format(name=name)
        # Qt takes [*] for the place of its mark, unless it stands there twice.
        name = name.replace("[*]", "[*][*]")
        self.window.setWindowTitle(f"{name}[*] – {translate('Window', 'Lifecircles')}")
        self.window.setWindowModified(self.has_unsaved())

    def take(self, document: Document, project: Project | None = None) -> None:
        """Work on another document from now on, or on a project that is newer than it."""
        before, self.document = self.document, document
        if before.lock is not None and before.lock is not document.lock:
            before.lock.release()
        session = self.session
        spare_no_more()
        self.saved_at = 0
        session.open_project(document.saved if project is None else project)
        if document.settings:
            view, extent, tab = kept_view.view_of(
                document.settings, session.project, self._press.atlas(session.project.data), session.view
            )
            session.open_project(session.project, view)
            self._tabs.show_tab(tab)
            if extent is None:
                self._canvas.fit()
            else:
                self._canvas.set_extent(extent)
        self.settle()

    def settle(self) -> None:
        """Know that everything is in the file: no journal is needed, and the lists of files know it."""
        document = self.document
        self._scenes.files.count_as_kept(document.saved.scenes)
        self._tabs.count_as_kept(document.saved.scenario)
        self.autosave.write_soon()
        if document.path is not None:
            paths = self.remembered.get(settings.RECENT)
            self.remembered.set(settings.RECENT, recent.with_path(paths, document.path))
            self.remembered.set(settings.PROJECT_FOLDER, str(document.path.parent))
            self.remembered.save()
        if document.lock is not None:
            self._refresh.start()
        else:
            self._refresh.stop()
        self.show_title()

    def settings(self) -> dict[str, object]:
        """Return what of the view goes into the file."""
        extent = None if self._canvas.is_fitted() else self._canvas.extent()
        return kept_view.settings_of(self.session.view, extent, self._tabs.current_tab())

    def as_shown(self) -> Document:
        """Return the document with the view and the pictures of scenes as they are now, to be written.

        An import that was undone is not listed; done again, it is.
        """
        sources = self.session.project.data.sources
        imports = tuple(one for one in self.document.imports if one.source_id in sources)
        return replace(self.document, settings=self.settings(), thumbnails=self._thumbnails(), imports=imports)

    def _thumbnails(self) -> dict[str, bytes]:
        """Return the small pictures of scenes for the file: the newest, or the file's where they still hold."""
        from maps.export.png import encoded

        before = {scene.id: scene for scene in self.document.saved.scenes}
        now = self.session.project.scenes
        kept = {scene.id for scene in now if before.get(scene.id) == scene}
        found = {id_: picture for id_, picture in self.document.thumbnails.items() if id_ in kept}
        return found | {id_: encoded(picture) for id_, picture in self._scenes.pictures().items()}

    def folder(self) -> Path:
        """Return where projects were opened or saved last."""
        folder = self.remembered.get(settings.PROJECT_FOLDER)
        return Path(folder) if folder and Path(folder).is_dir() else documents_folder()

    def start(
        self, doing: str, work: Callable[[Task], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Read or write in the background; whatever is given back calls ``end``."""
        translate = self.texts.translate
        self.doing = doing
        saying = translate("Project", "Opening …") if doing == "opening" else translate("Project", "Saving …")
        self.status.showMessage(saying)
        self.workers.run_task(work, done, failed)

    def end(self) -> None:
        """Know that nothing is read or written any more."""
        self.doing = ""
        self.status.clearMessage()

    def is_free(self) -> bool:
        """Tell whether no file is read or written; says so where one is."""
        if self.doing:
            words_ = self.texts.translate("Project", "Another project is still being read or written; try again then.")
            self.status.say(words_)
        return not self.doing

    def report(self, fault: Exception) -> None:
        """Say what went wrong with what was started."""
        self.end()
        asking.report(self.window, self.texts, fault)

    def refresh_lock(self) -> None:
        """Show others that the project is still open. A drive that is gone is tried again, and nothing said."""
        document = self.document
        lock = document.lock
        if lock is None:
            return

        def done(ours: bool) -> None:
            if not ours and self.document is document:
                self.document = replace(document, lock=None, read_only=Note("Somebody else has opened it."))
                self._refresh.stop()
                self.show_title()
                words_ = self.texts.translate(
                    "Project", "{name} was opened by somebody else: save it under another name."
                )
                self.status.say(words_.format(name=self.name))

        self.workers.run_task(lambda _task: lock.refresh(), done, lambda _fault: None)

    def close(self, *, keep_unsaved: bool) -> None:
        """Give the file free and wait for the disk, so that no thread outlives the window."""
        self._refresh.stop()
        self.workers.close()
        self.autosave.close(keep_unsaved=keep_unsaved)
        if self.document.lock is not None:
            self.document.lock.release()

    def _follow(self) -> None:
        self.show_title()
        self.autosave.touch()

    def _unsaved(self) -> Unsaved | None:
        if not self.has_unsaved():
            return None
        changes = max(1, abs(self.session.history.index() - self.saved_at))
        return Unsaved(self.session.project, self.as_shown(), changes)

    def _tell_journal(self, fault: UserError) -> None:
        sentence = self.texts.translate("Project", "What is not saved could not be kept aside: {fault}")
        self.status.say(sentence.format(fault=words.error(self.texts, fault)))
