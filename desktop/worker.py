"""The one door for work outside the GUI thread: results always come back on the thread that asked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from data.errors import UserError

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Task:
    """A piece of work that was started; ``cancel`` makes its result be thrown away."""

    def __init__(self) -> None:
        self._cancelled = Event()

    def cancel(self) -> None:
        """Throw the result away. Work that looks at ``cancelled`` may stop early."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


class _Bell(QObject):
    rung = Signal(object)


class _Runnable(QRunnable):
    def __init__(self, bell: _Bell, work: Callable[[], Callable[[], None]]) -> None:
        super().__init__()
        self._bell = bell
        self._work = work

    def run(self) -> None:
        self._bell.rung.emit(self._work())


class Workers(QObject):
    """A small pool of threads that belongs to one window and ends with it."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, most: int = 0) -> None:
        """``most`` limits how much goes on at once; with 1 everything is done in the order in which it was asked."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        if most:
            self._pool.setMaxThreadCount(most)
        self._bell = _Bell(self)
        self._bell.rung.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._running = 0

    def run_task(
        self, work: Callable[[Task], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> Task:
        """Run ``work`` in the background; then call ``done`` or ``failed`` here, unless the task was cancelled."""
        task = Task()

        def attempt() -> Callable[[], None]:
            try:
                result = work(task)
            except Exception as fault:
                if not task.cancelled and not isinstance(fault, UserError):  # those are sentences, which the user reads
                    _log.exception("background work failed")
                kept = fault
                return lambda: None if task.cancelled else failed(kept)
            return lambda: None if task.cancelled else done(result)

        self._running += 1
        if self._running == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Runnable(self._bell, attempt))
        return task

    def close(self) -> None:
        """Wait for what is running, so that no thread outlives the window."""
        self._bell.rung.disconnect(self._finish)
        self._pool.waitForDone()

    def _finish(self, tell: Callable[[], None]) -> None:
        self._running -= 1
        if self._running == 0:
            self.busy_changed.emit(False)
        tell()
