"""Work that is done in the background before it is needed: one piece at a time, the most wanted first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QObject, Signal

from desktop.worker import Task, Workers

Asked = Callable[[], bool]
"""Tells whether what is being made is wanted no longer."""


@dataclass(frozen=True)
class Wish:
    """Something to be made: ``work`` is done in a thread and may raise Cancelled when it is told to stop."""

    key: Hashable
    work: Callable[[Asked], object]


class Backstage(QObject):
    """Makes what is wished for, and keeps it for as long as it is wished for."""

    made = Signal()
    failed = Signal(object)
    """key of what could not be made; it is not tried again while it is wished for"""

    def __init__(self, lock: Lock, parent: QObject | None = None) -> None:
        """``lock`` is held while something is made."""
        super().__init__(parent)
        self._lock = lock
        self._workers = Workers(self)
        self._shelf: dict[Hashable, object] = {}
        self._broken: set[Hashable] = set()
        self._job: tuple[Hashable, Task] | None = None

    def get(self, key: Hashable) -> object | None:
        """Return what was made, None if it is not there."""
        return self._shelf.get(key)

    def serve(self, wishes: Sequence[Wish], *, urgent: int = 0, quiet: bool = False) -> None:
        """Make the first of the ``wishes`` that is not there; forget what is no longer among them.

        For the first ``urgent`` of them other work is given up, and while ``quiet`` only these are begun.
        """
        keys = {wish.key for wish in wishes}
        self._shelf = {key: result for key, result in self._shelf.items() if key in keys}
        self._broken &= keys
        todo = [
            (rank, wish)
            for rank, wish in enumerate(wishes)
            if wish.key not in self._shelf and wish.key not in self._broken
        ]
        rank, wish = todo[0] if todo else (len(wishes), None)
        if self._job is not None:
            if wish is not None and self._job[0] == wish.key:
                return
            if self._job[0] in keys and rank >= urgent:
                return
            self.stop()
        if wish is not None and (rank < urgent or not quiet):
            self._begin(wish)

    def stop(self) -> None:
        """Give up what is being made."""
        if self._job is not None:
            self._job[1].cancel()
            self._job = None

    def close(self) -> None:
        """Wait for what is being made, so that no thread outlives the window."""
        self.stop()
        self._workers.close()
        self._shelf.clear()

    def _begin(self, wish: Wish) -> None:
        key = wish.key

        def work(task: Task) -> object:
            with self._lock:
                return wish.work(lambda: task.cancelled)

        def done(result: object) -> None:
            self._job = None
            self._shelf[key] = result
            self.made.emit()

        def failed(_: Exception) -> None:  # it stands in the log
            self._job = None
            self._broken.add(key)
            self.failed.emit(key)

        self._job = (key, self._workers.run_task(work, done, failed))
