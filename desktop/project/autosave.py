"""Keeping aside what is not saved yet: after a few seconds of quiet, in the background, where a crash leaves it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from data.errors import UserError
from data.project import Project
from data.project_file.journal import Journal
from desktop.project.document import Document
from desktop.worker import Workers

QUIET = 3_000
"""Milliseconds without a change before it is written: shorter, and it is written in the middle of every thought."""
LONGEST = 20_000
"""Milliseconds after which it is written even though changes go on."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Unsaved:
    """What would be lost now."""

    project: Project
    document: Document
    """with the view, the pictures of scenes and the list of imports that go with it"""
    changes: int


class Autosave(QObject):
    """Asks ``unsaved`` what there is to keep, None for nothing. One writing at a time, the newest state last."""

    failed = Signal(object)
    """the fault, once until a writing succeeds again"""

    def __init__(self, folder: Path, unsaved: Callable[[], Unsaved | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal, self._unsaved = Journal(folder), unsaved
        self._workers = Workers(self, most=1)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.write_soon)
        self._since = QElapsedTimer()
        self._writing = self._again = self._complained = False
        self._then: list[Callable[[bool], None]] = []

    def touch(self) -> None:
        """Something has changed: write when it has been quiet for a while."""
        if not self._quiet.isActive():
            self._since.start()
        elif self._since.elapsed() > LONGEST:
            return
        self._quiet.start()

    def write_soon(self, then: Callable[[bool], None] = lambda _kept: None) -> None:
        """Write what is unsaved in the background, or forget what was kept where nothing is.

        ``then`` is told whether everything is kept.
        """
        self._quiet.stop()
        self._then.append(then)
        if self._writing:
            self._again = True
            return
        waiting, self._then = self._then, []
        unsaved, journal = self._unsaved(), self._journal
        self._writing = True

        def work(_task: object) -> None:
            keep(journal, unsaved)

        def end(fault: Exception | None) -> None:
            self._writing = False
            if isinstance(fault, UserError) and not self._complained:
                self.failed.emit(fault)
            self._complained = fault is not None
            for one in waiting:
                one(fault is None)
            if self._again:
                self._again = False
                self.write_soon()

        self._workers.run_task(work, lambda _none: end(None), end)

    def close(self, *, keep_unsaved: bool) -> None:
        """End. What is unsaved is kept for the next start, or forgotten; this one waits for the disk."""
        self._quiet.stop()
        self._workers.close()
        unsaved = self._unsaved() if keep_unsaved else None
        try:
            if unsaved is None:
                self._journal.remove()
            else:
                keep(self._journal, unsaved)
        except UserError:
            _log.exception("the journal could not be written")


def keep(journal: Journal, unsaved: Unsaved | None) -> None:
    """Write what is unsaved, or forget what was kept. Raises TargetError."""
    if unsaved is None:
        journal.remove()
    else:
        document = unsaved.document
        journal.write(
            unsaved.project,
            document.settings,
            document.path,
            unsaved.changes,
            thumbnails=document.thumbnails,
            imports=document.imports,
            digest="" if document.stamp is None else document.stamp.digest.hex(),
        )
