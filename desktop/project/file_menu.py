"""What the menu File says of projects: those opened or saved last, and what can be done with the present one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop import settings
from desktop.menus import Menus
from desktop.project import recent
from desktop.project.desk import ProjectDesk
from desktop.session import Session
from desktop.settings import Settings
from desktop.widgets import text_tip


class FileMenu(QObject):
    """Its menu of recent projects stands behind "Open" and is filled when it opens.

    Whether a file is still there is asked when it is chosen: a network drive that is gone takes seconds to say so.
    """

    def __init__(self, menus: Menus, session: Session, projects: ProjectDesk, remembered: Settings) -> None:
        menu, file = menus.menu("recent"), menus.menu("file")
        super().__init__(menu)
        self._menu, self._session, self._projects, self._remembered = menu, session, projects, remembered
        listed = file.actions()
        at = listed.index(menu.menuAction())
        file.removeAction(listed[at - 1])  # the line above it, where Qt put both
        file.insertMenu(listed[listed.index(menus.actions["project_open"]) + 1], menu)
        menu.aboutToShow.connect(self.fill)
        self._revert = menus.actions["project_revert"]
        file.aboutToShow.connect(self._follow)

    def fill(self) -> None:
        """List the projects, the latest first."""
        menu, texts = self._menu, self._session.texts
        paths = self._remembered.get(settings.RECENT)
        menu.clear()
        for number, (path, label) in enumerate(zip(paths, recent.labels(paths), strict=True), 1):
            action = menu.addAction(f"&{number % 10}  " + label.replace("&", "&&"))
            action.setToolTip(text_tip(path))
            action.setStatusTip(path)
            action.triggered.connect(partial(self._open, Path(path)))
        if not paths:
            menu.addAction(texts.translate("Project", "No project yet")).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(texts.translate("Project", "Clear the list")).triggered.connect(self._clear)

    def _follow(self) -> None:
        document = self._projects.document
        self._revert.setEnabled(document.path is not None and self._projects.has_unsaved())

    def _open(self, path: Path, _checked: bool = False) -> None:
        self._projects.open_path(path)

    def _clear(self) -> None:
        self._remembered.set(settings.RECENT, ())
