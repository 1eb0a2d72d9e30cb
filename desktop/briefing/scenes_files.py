"""Scenes in files, and the ready briefing: opened, saved, and never lost without a question."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from data.briefing_file import SUFFIX, read_briefing, write_briefing
from data.errors import UserError
from data.scene import Scene
from desktop import dialogs, files, words
from desktop.session import Session
from desktop.worker import Workers


class SceneFiles(QObject):
    """Knows which scenes are in a file. The ready briefing, as it came, is as good as in one."""

    opened = Signal()
    """other scenes took the places of all"""
    said = Signal(str)

    def __init__(self, session: Session, workers: Workers, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._workers, self._window = session, workers, window
        self._kept: tuple[Scene, ...] = ()
        self._path: Path | None = None
        self._preparing = False
        self.folder = files.documents_folder()

    def start_in(self, folder: str) -> None:
        """Look for files where they were in an earlier session, if that folder is still there."""
        if folder and Path(folder).is_dir():
            self.folder = Path(folder)

    @property
    def path(self) -> Path | None:
        """The file that the scenes were opened from or saved to last."""
        return self._path

    def has_unsaved(self) -> bool:
        """Tell whether there are scenes that are in no file."""
        scenes = self._session.project.scenes
        return bool(scenes) and scenes != self._kept

    def count_as_kept(self, scenes: tuple[Scene, ...]) -> None:
        """Know that these scenes are in the file of the project."""
        self._kept = scenes

    def open(self) -> None:
        """Ask for a file, and let its scenes take the places of all."""
        texts = self._session.texts
        title = texts.translate("Scenes", "Open scenes")
        if not self._may_replace(title):
            return
        kinds = f"{texts.translate('Scenes', 'Scenes')} (*{SUFFIX} *.json)"
        path, _ = QFileDialog.getOpenFileName(self._window, title, str(self.folder), kinds)
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Show the scenes of a file; a fault is told in a sentence and keeps what is there."""
        try:
            scenes = read_briefing(path, self._session.project.data, self._session.language)
        except UserError as fault:
            self._report(fault)
            return
        self.folder, self._path = path.parent, path
        text = self._session.texts.translate("Scenes", "opening of {file}").format(file=path.name)
        self._replace(scenes, text)

    def load_ready(self) -> None:
        """Let the ready briefing take the places of all scenes."""
        texts = self._session.texts
        if self._preparing or not self._may_replace(texts.translate("Scenes", "Ready briefing")):
            return
        project, language = self._session.project, self._session.language
        self._preparing = True
        self.said.emit(texts.translate("Scenes", "Preparing the ready briefing …"))

        def work(_task: object) -> tuple[Scene, ...]:
            from maps.briefing.ready import ready_briefing

            return ready_briefing(project, language)

        def done(scenes: tuple[Scene, ...]) -> None:
            self._preparing = False
            self._path = None
            self._replace(scenes, self._session.texts.translate("Scenes", "ready briefing"))
            words_ = self._session.texts.translate(
                "Scenes", "The ready briefing has {count} scenes; change them freely."
            )
            self.said.emit(words_.format(count=len(scenes)))

        def failed(fault: Exception) -> None:
            self._preparing = False
            raise fault

        self._workers.run_task(work, done, failed)

    def save(self) -> None:
        """Write the scenes to the file that they came from, or ask for one."""
        if self._path is None:
            self.save_as()
        else:
            self.save_file(self._path)

    def save_as(self) -> None:
        """Ask for a file and write the scenes to it."""
        texts = self._session.texts
        title = texts.translate("Scenes", "Save scenes")
        name = texts.translate("Scenes", "briefing") + SUFFIX if self._path is None else self._path.name
        kinds = f"{texts.translate('Scenes', 'Scenes')} (*{SUFFIX})"
        said, _ = QFileDialog.getSaveFileName(self._window, title, str(self.folder / name), kinds)
        if not said:
            return
        path = Path(said)
        if path.suffix.lower() != ".json":
            path = path.with_name(path.name + SUFFIX)
            # The dialog has asked about another name.
            if path.exists() and not files.may_replace(self._window, texts, [path]):
                return
        self.save_file(path)

    def save_file(self, path: Path) -> None:
        """Write the scenes; a fault is told in a sentence."""
        scenes = self._session.project.scenes
        try:
            write_briefing(scenes, path)
        except UserError as fault:
            self._report(fault)
            return
        self._kept, self.folder, self._path = scenes, path.parent, path
        self.said.emit(self._session.texts.translate("Scenes", "The scenes were saved as {path}.").format(path=path))

    def _may_replace(self, title: str) -> bool:
        if not self.has_unsaved():
            return True
        question = self._session.texts.translate(
            "Scenes", "The present scenes are in no file. Put others in their places? Undo brings them back."
        )
        return QMessageBox.question(self._window, title, question) == QMessageBox.StandardButton.Yes

    def _replace(self, scenes: tuple[Scene, ...], text: str) -> None:
        self._kept = scenes
        self._session.change_scenes(scenes, text)
        self.opened.emit()

    def _report(self, fault: UserError) -> None:
        box = dialogs.fault(self._session.texts, words.error(self._session.texts, fault), self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
