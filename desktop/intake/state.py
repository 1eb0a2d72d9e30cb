"""The state of one import: the file, what is to be made of it, and what comes of that. It draws nothing.

Whatever takes time is done in the background: reading and guessing once, carrying out the plan anew after every
change of it. The project changes when the outcome is taken, and not before.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from data.dataset import DataSet
from data.errors import TargetError
from data.intake.guess import Header, guess, header_at, match
from data.intake.outcome import Outcome
from data.intake.plan import ImportPlan, Kind
from data.intake.remembered import recall, remember
from data.intake.run import ImportCancelled, run_import
from data.intake.take import take
from data.model import Source
from data.own import OwnData
from data.readers.open import open_source, paste
from data.readers.sheet import ReadChoices, SourceFile
from desktop.briefing.interpreter import Calm
from desktop.intake.ahead import look_ahead, spare
from desktop.intake.first_plan import Opened, first_plan, frozen, layer_for
from desktop.intake.points import NOTHING, Found, found_in
from desktop.intake.questions import can_be_checked
from desktop.session import Session
from desktop.worker import Task, Workers

T = TypeVar("T")

SHOWN_ROWS = 60
"""Rows of a table that the first step shows: enough to see where the header ends and what the columns hold."""

_REST_MS = 250
"""After a change, before the plan is carried out anew: who types a word means one change."""

_TELL_S = 0.1
"""Between two reports of progress."""


class ImportState(QObject):
    """One import. Pages show ``plan`` and change it by ``change`` and its relatives; ``outcome`` follows by itself."""

    opened = Signal()
    """a file, or another table or header of it: everything is to be shown anew"""
    changed = Signal()
    """the plan"""
    ran = Signal()
    """``outcome`` is that of the plan as it stands"""
    busy_changed = Signal()
    progressed = Signal(int, object)
    """rows done, and of how many, None where that is unknown"""
    faulted = Signal()
    """``fault`` is another, or none"""
    taken = Signal(object)
    """OwnData of the project with the import"""

    def __init__(self, session: Session, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` is where the choices for tables are remembered."""
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._workers = Workers(self)
        self._task: Task | None = None
        self._reopen: Callable[[ReadChoices], SourceFile] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.run)
        self.now: Opened | None = None
        self.plan: ImportPlan | None = None
        self.outcome: Outcome | None = None
        """of an earlier plan while ``is_outdated``"""
        self.found: Found = NOTHING
        """what is to be shown of the outcome"""
        self.is_outdated = True
        self.fault: Exception | None = None
        self.doing = ""
        """'reading', 'checking', 'taking', or ''"""
        session.project_changed.connect(self._plan_again)

    @property
    def data(self) -> DataSet:
        """What the project has, without a scenario."""
        return self._session.project.data

    @property
    def own(self) -> OwnData:
        return self._session.project.own

    @property
    def _pasted(self) -> str:
        """What a table is called that has neither a title nor a file."""
        return self._session.texts.translate("Intake", "Table from the clipboard")

    @property
    def waits(self) -> bool:
        """Whether the plan will be carried out by itself when the user rests."""
        return self._rest.isActive()

    # --- the file -------------------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Read a file and guess what it is."""
        self._reopen = partial(open_source, path)
        self._read(lambda: open_source(path))

    def paste(self, text: str) -> None:
        """Take a table that was copied elsewhere."""
        self._reopen = partial(paste, text)
        self._read(lambda: paste(text))

    def read_again(self, choices: ReadChoices) -> None:
        """Read the same file in another encoding, or with another delimiter."""
        reopen = self._reopen
        if reopen is not None:
            self._read(lambda: reopen(choices))

    def choose_sheet(self, name: str) -> None:
        """Take another table of the file."""
        if self.now is not None:
            file = self.now.file
            self._read(lambda: file, name)

    def choose_header(self, rows: tuple[int, ...]) -> None:
        """Take the names of the columns from other rows, () for none."""
        now, plan, data = self.now, self.plan, self.data
        if now is None or plan is None:
            return

        def work(_task: Task) -> tuple[Header, dict[str, int]]:
            header = header_at(now.guess.sheet, rows)
            return header, match(header, now.guess.sheet, plan.kind, data)

        def done(found: tuple[Header, dict[str, int]]) -> None:
            header, columns = found
            self.now = replace(now, guess=replace(now.guess, header=header, columns=columns, reader=""))
            self.plan = replace(plan, header=header.rows, columns=frozen(columns), reader="", corrected=frozen({}))
            self.opened.emit()
            self._changed()

        self._work("reading", work, done)

    # --- the plan -------------------------------------------------------------------------------------------------

    def change(self, **changes: Any) -> None:
        """Change fields of the plan that decide what the rows become."""
        if self.plan is None:
            return
        changed = replace(self.plan, **changes)
        if changed != self.plan:
            self.plan = changed
            self._changed()

    def change_kind(self, kind: Kind) -> None:
        """Take the rows for something else; the columns are matched anew."""
        now, plan, data = self.now, self.plan, self.data
        if now is None or plan is None or kind == plan.kind:
            return
        # The choice shows at once, its columns when they are found.
        self.plan = replace(plan, kind=kind, reader="", layer=layer_for(kind, now, self.data, self._pasted))
        self.is_outdated = True
        self.changed.emit()

        def work(_task: Task) -> dict[str, int]:
            return match(now.guess.header, now.guess.sheet, kind, data)

        def done(columns: dict[str, int]) -> None:
            self.now = replace(now, guess=replace(now.guess, kind=kind, columns=columns))
            if self.plan is not None:
                self.plan = replace(self.plan, columns=frozen(columns))
            self._changed()

        self._work("reading", work, done)

    def set_column(self, field: str, position: int) -> None:
        """Fill a field from a column, or from none (-1); a column fills one field only."""
        if self.plan is None:
            return
        columns = {one: at for one, at in self.plan.columns.items() if at != position and one != field}
        if position >= 0:
            columns[field] = position
        self.change(columns=frozen(columns))

    def set_source(self, source: Source) -> None:
        """Name the source. Its id decides about the rows, its date about those that end, its name about an edition."""
        plan = self.plan
        if plan is None or source == plan.source:
            return
        before = plan.source
        self.plan = replace(plan, source=source)
        ends = "end" in plan.columns and source.date != before.date
        names = plan.whole and (source.title, source.publisher) != (before.title, before.publisher)
        if source.id != before.id or ends or names:
            self._changed()
        else:
            self.changed.emit()

    def correct(self, cells: Mapping[tuple[int, int], str]) -> None:
        """Put cells right, by number of the row and position of the column."""
        if self.plan is not None and cells:
            self.change(corrected=frozen({**self.plan.corrected, **cells}))

    def forget_corrections(self) -> None:
        """Take every cell as it stands in the file again."""
        self.change(corrected=frozen({}))

    # --- carrying it out --------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Carry out the plan, without changing the project."""
        self._rest.stop()
        now, plan, data = self.now, self.plan, self.data
        if now is None or plan is None:
            return
        if not can_be_checked(plan):
            self.cancel()
            self.outcome, self.found = None, NOTHING
            self._set_fault(None)
            self.ran.emit()
            return
        if self.doing in ("reading", "taking"):
            # Its result changes the plan; to begin now would give it up.
            self._rest.start()
            return

        def work(task: Task) -> tuple[Outcome, Found]:
            # A million new rows are looked through by every collection, which holds up the window for half a second.
            calm = Calm()
            calm.hold()
            try:
                outcome = run_import(now.file, plan, data, self._teller(task), lambda: task.cancelled)
                found = found_in(outcome)
                spare(outcome.read)
                return outcome, found
            finally:
                calm.release()

        def done(result: tuple[Outcome, Found]) -> None:
            self.outcome, self.found = result
            self.is_outdated = False
            self.ran.emit()

        self._work("checking", work, done)

    def take(self) -> None:
        """Make the project's new data; ``taken`` tells them. The choices are remembered for the next table."""
        plan, outcome, own, now = self.plan, self.outcome, self.own, self.now
        embedded = self._session.project.embedded
        if plan is None or outcome is None or now is None or self.is_outdated:
            return
        names, folder, project = now.guess.header.names, self._folder, self._session.project

        def work(_task: Task) -> OwnData:
            calm = Calm()
            calm.hold()
            try:
                result = take(outcome, plan, own, embedded)
                look_ahead(replace(project, own=result))
                spare(len(result.sites) + len(result.figures))
            finally:
                calm.release()
            with suppress(TargetError):  # the next table is guessed again; the import is whole without it
                remember(folder, names, replace(plan, corrected=frozen({})))
            return result

        def done(result: OwnData) -> None:
            if self.own is own and self._session.project.embedded is embedded:
                self.taken.emit(result)
            else:  # the project was changed, or is another one: what was made stands on the one before
                self._changed()

        self._work("taking", work, done)

    def forget(self) -> None:
        """Let go of the file, which was taken: a million rows are not kept for nothing."""
        self.cancel()
        self.now, self.plan, self.outcome, self.found = None, None, None, NOTHING
        self.is_outdated = True
        self._set_fault(None)
        self.ran.emit()
        self.changed.emit()

    def cancel(self) -> None:
        """Give up what is being done. What was there before stays."""
        self._rest.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._set_doing("")

    def close(self) -> None:
        """Stop and wait, so that no thread outlives the window."""
        self.cancel()
        self._workers.close()

    # --- parts ------------------------------------------------------------------------------------------------------

    def _read(self, source: Callable[[], SourceFile], sheet: str = "") -> None:
        data, folder = self.data, self._folder

        def work(_task: Task) -> Opened:
            file = source()
            guessed = guess(file, data, sheet)
            head = tuple(islice(guessed.sheet.rows(), SHOWN_ROWS))
            return Opened(file, guessed, head, recall(folder, guessed.header.names))

        def done(found: Opened) -> None:
            self.now = found
            self.plan = first_plan(found, self.data, self._pasted)
            self.outcome, self.found = None, NOTHING
            self.is_outdated = True
            self.opened.emit()
            self.run()

        self._work("reading", work, done)

    def _changed(self) -> None:
        self.is_outdated = True
        self.changed.emit()
        self._rest.start()

    def _plan_again(self) -> None:
        """Compare with the project anew: it was changed beside this import."""
        if self.now is not None and self.doing != "taking":
            self._changed()

    def _teller(self, task: Task) -> Callable[[int, int | None], None]:
        last = 0.0

        def tell(done: int, total: int | None) -> None:
            nonlocal last
            if time.monotonic() - last > _TELL_S and not task.cancelled:
                last = time.monotonic()
                self.progressed.emit(done, total)

        return tell

    def _work(self, doing: str, work: Callable[[Task], T], done: Callable[[T], None]) -> None:
        """Do one thing in the background; what was being done before is given up."""
        if self._task is not None:
            self._task.cancel()

        def finish(result: T) -> None:
            self._task = None
            self._set_doing("")
            self._set_fault(None)
            done(result)

        def fail(fault: Exception) -> None:
            self._task = None
            self._set_doing("")
            if not isinstance(fault, ImportCancelled):
                self._set_fault(fault)

        self._set_doing(doing)
        self._task = self._workers.run_task(work, finish, fail)

    def _set_doing(self, doing: str) -> None:
        if doing != self.doing:
            self.doing = doing
            self.busy_changed.emit()

    def _set_fault(self, fault: Exception | None) -> None:
        if fault is not self.fault:
            self.fault = fault
            self.faulted.emit()
