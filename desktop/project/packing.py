"""Packing the project in the window for the archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from desktop import files
from desktop.exporting import Written
from desktop.hand_over import HandOver
from desktop.press import Press
from desktop.session import Session
from maps.display import Cancelled
from maps.export.file_names import file_name
from maps.export.series import Told
from maps.geometry import Atlas

if TYPE_CHECKING:
    from desktop.project.desk import ProjectDesk
    from desktop.project.pack import ProjectToPack

SUFFIX = ".zip"


@dataclass(frozen=True, eq=False)
class PackToWrite:
    """A project, and the archive into which it is to be packed."""

    packed: ProjectToPack
    atlas: Atlas
    out: Path

    def write(self, press: Press, told: Told) -> Written:
        """Write it. Raises TargetError; is cancelled when ``told`` raises Cancelled."""
        from desktop.project.pack import write_pack

        with press.lock:
            try:
                write_pack(self.packed, self.atlas, self.out, told)
            except Cancelled:
                return Written(cancelled=True)
        return Written((self.out,))


class Packing(QObject):
    """Asks for the file; the writing is that of every export, with progress and a way to stop."""

    def __init__(self, window: QMainWindow, session: Session, hand_over: HandOver, projects: ProjectDesk) -> None:
        super().__init__(projects)
        self._window, self._session, self._hand_over, self._projects = window, session, hand_over, projects

    def ask(self) -> None:
        """Ask for the archive and write it."""
        texts, projects = self._session.texts, self._projects
        title = texts.translate("Pack", "Pack the project with its sources")
        suggested = projects.folder() / (file_name(projects.name) + SUFFIX)
        target = files.ask_target(self._window, texts, title, suggested)
        if target is None:
            return
        from desktop.project.pack import ProjectToPack  # brings with it what writes files

        document = projects.as_shown()
        packed = ProjectToPack(
            self._session.project,
            projects.name,
            self._session.language,
            document.settings,
            document.thumbnails,
            document.imports,
            document.carry_from,
        )
        self._hand_over.write(
            lambda atlas: PackToWrite(packed, atlas, target).write,
            texts.translate("Pack", "The project was packed as {path}."),
            texts.translate("Pack", "Packing: {share} %"),
            texts.translate("Pack", "Packing the project as {name} …").format(name=target.name),
        )
