"""What can be undone: every state the project (or a sheet) was in, with the name of the change that led to it.

States are frozen, so a change is nothing but the state before and after it. Qt's QUndoStack is not used: PySide and
Qt do not agree who owns a command that Qt has merged into another (docs/pitfalls.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

S = TypeVar("S", bound="DataclassInstance")


@dataclass(frozen=True)
class Change(Generic[S]):
    """One step. Changes of one ``gesture`` (a slider that is dragged, a moved point) are one step; '' stands alone."""

    before: S
    after: S
    text: str
    gesture: str
    when: datetime = field(default_factory=datetime.now)
    """by the clock of the computer"""


class History(QObject, Generic[S]):
    """The changes up to now and those that were undone. A new change forgets what was undone."""

    changed = Signal()
    cleared = Signal()
    """another project is about to come"""

    def __init__(self, apply: Callable[[S], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._apply = apply
        self._changes: list[Change[S]] = []
        self._done = 0

    def push(self, before: S, after: S, text: str, gesture: str = "") -> None:
        """Carry out a change and keep it; a gesture that ends where it began leaves nothing to undo."""
        del self._changes[self._done :]
        change = Change(_bare(before), _bare(after), text, gesture)
        if gesture and self._changes and self._changes[-1].gesture == gesture:
            change = replace(change, before=self._changes.pop().before)
        if change.before != change.after:
            self._changes.append(change)
        self._done = len(self._changes)
        self._apply(after)
        self.changed.emit()

    def clear(self) -> None:
        """Forget every change."""
        self._changes.clear()
        self._done = 0
        self.cleared.emit()
        self.changed.emit()

    def undo(self) -> None:
        if self.can_undo():
            self._done -= 1
            self._apply(replace(self._changes[self._done].before))
            self.changed.emit()

    def redo(self) -> None:
        if self.can_redo():
            self._done += 1
            self._apply(replace(self._changes[self._done - 1].after))
            self.changed.emit()

    def go_to(self, index: int) -> None:
        """Go straight to the state after the first ``index`` changes; undone ones stay to be done again."""
        index = min(max(index, 0), len(self._changes))
        if index == self._done:
            return
        self._done = index
        self._apply(replace(self._changes[index - 1].after if index else self._changes[0].before))
        self.changed.emit()

    def texts(self) -> tuple[tuple[str, datetime], ...]:
        """Return the name of every change, undone ones included, and when it was made."""
        return tuple((change.text, change.when) for change in self._changes)

    def can_undo(self) -> bool:
        return self._done > 0

    def can_redo(self) -> bool:
        return self._done < len(self._changes)

    def undo_text(self) -> str:
        """Return the name of the change that would be undone, '' if there is none."""
        return self._changes[self._done - 1].text if self.can_undo() else ""

    def redo_text(self) -> str:
        """Return the name of the change that would be done again, '' if there is none."""
        return self._changes[self._done].text if self.can_redo() else ""

    def count(self) -> int:
        """Return how many changes are kept, undone ones included."""
        return len(self._changes)

    def index(self) -> int:
        """Return how many of them are done."""
        return self._done


def _bare(state: S) -> S:
    """Return a state with its fields alone, without the data sets that a project makes when it is made or looked at.

    A long history would hold hundreds of them. What is taken out of the history is made anew (``replace``).
    """
    made = object.__new__(type(state))
    for one in fields(state):
        object.__setattr__(made, one.name, getattr(state, one.name))
    return made
