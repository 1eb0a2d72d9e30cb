"""Counting what was done to cells and rows: one remark for each kind of thing, with the first example."""

from __future__ import annotations

from collections.abc import Iterable

from data.intake.cleaned import Note, shown
from data.intake.outcome import Remark


class Tally:
    """The remarks of one import, in the order in which they first came up."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._first: dict[str, tuple[int, dict[str, object]]] = {}

    def count(self, template: str, row: int, times: int = 1, **values: object) -> None:
        """Count something that happened in a row; ``values`` are the fields of the template beside {count}."""
        if template in self._counts:
            self._counts[template] += times
        else:
            self._counts[template] = times
            self._first[template] = row, values

    def notes(self, notes: Iterable[Note], row: int) -> None:
        """Count what a cleaner did to a cell."""
        for note in notes:
            if note.template in self._counts:
                self._counts[note.template] += 1
            else:
                self.count(note.template, row, old=shown(note.old), new=shown(note.new))

    def remarks(self) -> tuple[Remark, ...]:
        return tuple(
            Remark(template, {**values, "count": self._counts[template]}, self._counts[template], row)
            for template, (row, values) in self._first.items()
        )
