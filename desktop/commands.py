"""Changes to the project that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from data.project import Project

_MERGING, _ALONE = 1, -1
"""Qt asks ``mergeWith`` for commands that share an id other than -1."""


class ChangeProject(QUndoCommand):
    """Replaces the project by another one. Projects are frozen, so both sides are kept.

    They are kept as copies, without the data set of the scenario that a project makes when it is looked at: a long
    history would hold hundreds of them.

    Changes of one ``gesture`` (a slider that is dragged, a point that is moved) are undone together; '' stands alone.
    """

    def __init__(
        self, apply: Callable[[Project], None], before: Project, after: Project, text: str = "", gesture: str = ""
    ) -> None:
        super().__init__(text)
        self._apply = apply
        self._before = replace(before)
        self._after = replace(after)
        self._gesture = gesture

    def redo(self) -> None:
        self._apply(replace(self._after))

    def undo(self) -> None:
        self._apply(replace(self._before))

    def id(self) -> int:
        return _MERGING if self._gesture else _ALONE

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeProject) or other._gesture != self._gesture:
            return False
        self._after = other._after
        # PySide never lets go of a command that Qt has merged and deleted; the steps of a drag must not stay with it.
        other._before = other._after = self._before
        if self._after == self._before:
            self.setObsolete(True)
        return True
