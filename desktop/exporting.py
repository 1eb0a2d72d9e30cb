"""Writing files in the background, with progress, a way to stop, and an answer that is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from data.errors import UserError
from desktop import words
from desktop.press import Press
from desktop.worker import Workers
from maps.display import Cancelled
from maps.export.formats import FormatId, Options, remarks
from maps.export.series import DEFAULT_PATTERN, Told, write_series
from maps.plate import Plate
from maps.texts import Texts


@dataclass(frozen=True)
class Written:
    """What became of an export."""

    files: tuple[Path, ...] = ()
    remarks: tuple[UserError, ...] = ()
    """what could not be written as it was wished"""
    cancelled: bool = False
    kept: int = 0
    """files that were finished before it was cancelled"""


class Exporting(QObject):
    """One export at a time."""

    progressed = Signal(int, int)
    """how many sheets of how many are done"""
    ended = Signal(object)
    """Written"""
    failed = Signal(object)
    """the fault; nothing half-written stays"""

    def __init__(self, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._stop = Event()
        self.running = False

    def start(self, write: Callable[[Told], Written]) -> None:
        """Run ``write`` in the background; what it is given tells how far it is, and raises Cancelled to stop it."""
        self.running = True
        self._stop = stop = Event()

        def told(done: int, total: int) -> None:
            if stop.is_set():
                raise Cancelled
            self.progressed.emit(done, total)

        self._workers.run_task(lambda _task: write(told), self._end, self._fail)

    def cancel(self) -> None:
        """Stop as soon as possible. Only ``ended`` says whether that came in time."""
        self._stop.set()

    def _end(self, written: Written) -> None:
        self.running = False
        self.ended.emit(written)

    def _fail(self, fault: Exception) -> None:
        self.running = False
        self.failed.emit(fault)


@dataclass(frozen=True, eq=False)
class SheetsToWrite:
    """Sheets, and the file or (not ``together``) the folder into which they are to be written."""

    plates: tuple[Plate, ...]
    format: FormatId
    out: Path
    together: bool = True
    pattern: str = DEFAULT_PATTERN
    options: Options = field(default=Options())

    def write(self, press: Press, told: Told) -> Written:
        """Write them. Raises TargetError and InputError; is cancelled when ``told`` raises Cancelled."""
        finished = 0

        def count(done: int, total: int) -> None:
            nonlocal finished
            finished = done
            told(done, total)

        with press.lock:
            try:
                files = write_series(
                    self.plates,
                    self.format,
                    self.out,
                    together=self.together,
                    pattern=self.pattern,
                    options=self.options,
                    told=count,
                )
            except Cancelled:
                return Written(cancelled=True, kept=0 if self.together else finished)
            return Written(files, remarks(self.plates, self.format))


def sentence(texts: Texts, fault: Exception) -> str:
    """Return what is to be said of a fault."""
    if isinstance(fault, UserError):
        return words.error(texts, fault)
    return texts.translate("Sheet", "That could not be made; nothing was written. The log file has the details.")
