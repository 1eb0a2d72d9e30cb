"""The cells of fields in rows: where they stand, how they are cleaned, and why some cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from data.intake import ready
from data.intake.cleaned import Cleaned, Refusal, shown
from data.intake.headers import Header
from data.intake.outcome import Problem
from data.intake.plan import SITE_KINDS, ImportPlan
from data.intake.tally import Tally

T = TypeVar("T")
Faults = dict[int, list[Problem]]
"""Why rows of a chunk cannot be taken, by their index in it."""


class Cells:
    """Gets the cell of a field from a row, whether a column holds it or it is computed from several."""

    def __init__(self, plan: ImportPlan, header: Header, tally: Tally) -> None:
        self.tally = tally
        self._header = header
        self._columns = dict(plan.columns)
        self._computed: dict[str, Callable[[Sequence[str]], str]] = {}
        reader = ready.BY_ID.get(plan.reader)
        computes = (
            reader is not None and (plan.kind in reader.kinds) and not (reader.counted and plan.kind in SITE_KINDS)
        )
        for field, made in (reader.computed if reader and computes else {}).items():
            getter = made(header)
            if getter is not None and field not in self._columns:
                self._computed[field] = getter

    def has(self, field: str) -> bool:
        return field in self._columns or field in self._computed

    def name(self, field: str) -> str:
        """Return the name of the column that holds a field, '' where it is computed."""
        column = self._columns.get(field, -1)
        return self._header.names[column] if 0 <= column < len(self._header.names) else ""

    def column(self, field: str, rows: Sequence[Sequence[str]]) -> list[str]:
        """Return the cells of a field, '' where a row is too short for it."""
        if (made := self._computed.get(field)) is not None:
            return [made(cells) for cells in rows]
        at = self._columns.get(field, -1)
        if at < 0:
            return [""] * len(rows)
        return [cells[at] if at < len(cells) else "" for cells in rows]

    def cleaned(
        self,
        field: str,
        clean: Callable[[str], Cleaned[T]],
        rows: Sequence[Sequence[str]],
        numbers: Sequence[int],
        faults: Faults,
        default: T,
    ) -> list[T]:
        """Return the values of a field, ``default`` where the cell is empty or cannot be taken."""
        if not self.has(field):
            return [default] * len(rows)
        values: list[T] = []
        for index, raw in enumerate(self.column(field, rows)):
            if not raw:
                values.append(default)
                continue
            try:
                found = clean(raw)
            except Refusal as refusal:
                self.refuse(faults, index, field, raw, refusal)
                values.append(default)
                continue
            if found.remarks:
                self.tally.notes(found.remarks, numbers[index])
            values.append(found.value)
        return values

    def refuse(self, faults: Faults, index: int, field: str, raw: str, refusal: Refusal) -> None:
        """Note that a row cannot be taken because of the cell of a field."""
        faults.setdefault(index, []).append(self.problem(field, raw, refusal))

    def problem(self, field: str, raw: str, refusal: Refusal) -> Problem:
        """Return why the cell of a field cannot be taken."""
        column = self._columns.get(field, -1)
        return Problem(self.name(field), shown(raw), refusal.template, refusal.values, refusal.proposal, column)
