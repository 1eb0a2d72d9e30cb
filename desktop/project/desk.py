"""What the menu File does with projects, and what is asked before anything would be lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from data.project_file.journal import Recoverable
from data.project_file.record import ImportRecord
from desktop.hand_over import HandOver
from desktop.project import asking
from desktop.project.comparing import Comparing
from desktop.project.document import Document
from desktop.project.opening import Opening
from desktop.project.packing import Packing
from desktop.project.recovery import Recovery
from desktop.project.saving import Saving
from desktop.project.standing import Standing


class ProjectDesk(QObject):
    """One for each main window."""

    def __init__(self, standing: Standing, hand_over: HandOver) -> None:
        super().__init__(standing)
        self._standing = standing
        self._opening = Opening(standing, self._leave_then)
        self._saving = Saving(standing)
        self.forms_may_leave: Callable[[], bool] = lambda: True
        """asks about forms of the present project, which go with it; False where the user wants to go on writing"""
        window, session = standing.window, standing.session
        self.recovery = Recovery(window, session, self, standing.remembered.journals)
        self.comparing = Comparing(window, session, standing.status, self)
        self.packing = Packing(window, session, hand_over, self)

    @property
    def document(self) -> Document:
        return self._standing.document

    @property
    def name(self) -> str:
        """What the project is called."""
        return self._standing.name

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read or written."""
        return bool(self._standing.doing)

    def has_unsaved(self) -> bool:
        """Tell whether something would be lost that is in no file."""
        return self._standing.has_unsaved()

    def folder(self) -> Path:
        """Return where projects were opened or saved last."""
        return self._standing.folder()

    def as_shown(self) -> Document:
        """Return the document with the view and the pictures of scenes as they are now."""
        return self._standing.as_shown()

    def new(self) -> None:
        """Begin a project with nothing but the embedded data."""
        self._leave_then(self._opening.begin)

    def open(self) -> None:
        """Ask for a project and open it."""
        self._leave_then(self._opening.ask)

    def open_path(self, path: Path) -> None:
        """Open a project, unless the user would rather keep what is not saved."""
        self._leave_then(partial(self._opening.open, path))

    def recover(self, found: Recoverable) -> None:
        """Go on with what a journal has kept."""
        self._leave_then(partial(self._opening.recover, found))

    def save(self) -> None:
        """Write the project to its file, or ask for one."""
        self._saving.save()

    def save_as(self) -> None:
        """Ask for a file, and write the project to it from now on."""
        self._saving.save_as()

    def save_copy(self) -> None:
        """Write the project to another file as it stands now, and go on with this one."""
        self._saving.save_copy()

    def revert(self) -> None:
        """Go back to what the file holds."""
        standing = self._standing
        path = standing.document.path
        if path is None or not standing.is_free() or not self.forms_may_leave():
            return
        if not standing.has_unsaved() or asking.may_revert(standing.window, standing.texts, path):
            self._opening.reload(path)

    def record_import(self, record: ImportRecord) -> None:
        """Keep in the project what file was imported into it."""
        document = self._standing.document
        self._standing.document = replace(document, imports=(*document.imports, record))

    def may_close(self) -> bool:
        """Ask what becomes of what is not saved; False where the window stays, maybe until it is saved."""
        standing = self._standing
        if standing.doing == "saving":
            self._saving.afterwards = standing.window.close
            return False
        if standing.unasked or not standing.has_unsaved():
            return True
        answer = asking.leave(standing.window, standing.texts, standing.name)
        if answer == asking.SAVE:
            self._saving.save(standing.window.close)
        return answer == asking.DISCARD

    @property
    def is_left_unasked(self) -> bool:
        """Whether the window closes without a question."""
        return self._standing.unasked

    def leave_unasked(self) -> None:
        """Let the window close without a question: nobody may be there. The next start offers what is not saved."""
        self._standing.unasked = True

    def close(self) -> None:
        """Wait for the disk, so that no thread outlives the window."""
        self.recovery.close()
        self.comparing.close()
        self._standing.close(keep_unsaved=self._standing.unasked)

    def _leave_then(self, action: Callable[[], object]) -> None:
        """Do something that gives up the present project, once that is saved or need not be."""
        standing = self._standing
        if not standing.is_free() or not self.forms_may_leave():
            return
        if not standing.has_unsaved():
            action()
            return
        answer = asking.leave(standing.window, standing.texts, standing.name)
        if answer == asking.SAVE:
            self._saving.save(action)
        elif answer == asking.DISCARD:
            action()
