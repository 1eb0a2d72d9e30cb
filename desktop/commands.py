"""Changes to the project that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from data.project import Project

_MERGING, _ALONE = 1, -1
"""Qt asks ``mergeWith`` for commands that share an id other than -1."""


class ChangeProject(QUndoCommand):
    """Replaces the project by another one. Projects are frozen, so both sides are simply kept.

    Changes of one ``gesture`` (a slider that is dragged, a point that is moved) are undone together; '' stands alone.
    """

    def __init__(
        self, apply: Callable[[Project], None], before: Project, after: Project, text: str = "", gesture: str = ""
    ) -> None:
        super().__init__(text)
        self._apply = apply
        self._before = before
        self._after = after
        self._gesture = gesture

    def redo(self) -> None:
        self._apply(self._after)

    def undo(self) -> None:
        self._apply(self._before)

    def id(self) -> int:
        return _MERGING if self._gesture else _ALONE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeProject) or other._gesture != self._gesture:
            return False
        self._after = other._after
        if self._after == self._before:
            self.setObsolete(True)
        return True
