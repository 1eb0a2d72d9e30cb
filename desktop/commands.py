"""Changes to the project that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from data.project import Project


class ChangeProject(QUndoCommand):
    """Replaces the project by another one. Projects are frozen, so both sides are simply kept."""

    def __init__(self, apply: Callable[[Project], None], before: Project, after: Project) -> None:
        super().__init__()
        self._apply = apply
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._apply(self._after)

    def undo(self) -> None:
        self._apply(self._before)
