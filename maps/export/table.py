"""A typed table on its way into a file, and its cells in the words of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.model import Language
from maps.showing import changed
from maps.texts import Texts

Cell = str | float | bool | None
"""None is unknown; an empty text is one that has nothing to say, such as the bound of an exact number."""

Role = Literal["id", "name", "value", "note", "code"]
"""Of a column: what identifies the row, its names, numbers to be read first, what stands behind them, and what is for
machines only because people find the words of it elsewhere."""

UNKNOWN = "–"


@dataclass(frozen=True)
class ShownColumn:
    """One column: ``id`` for machines, as the command ``assess`` writes it, ``heading`` for people."""

    id: str
    heading: str
    role: Role = "note"
    unit: str = ""
    """in words, '' where there is none and where the heading says it, as those of rates do"""
    decimals: int | None = None
    """digits after the point of a number when it is shown; None for what is no number"""
    bound: str = ""
    """id of the column that says which numbers are only bounds"""
    signed: bool = False
    """differences, written with their sign"""

    @property
    def title(self) -> str:
        """Heading and unit."""
        return f"{self.heading} ({self.unit})" if self.unit else self.heading


@dataclass(frozen=True)
class ShownTable:
    """Rows of cells under their columns."""

    id: str
    """values, symbols, circles, sites, links, sources or about"""
    title: str
    language: Language
    columns: tuple[ShownColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def column(self, column_id: str) -> tuple[Cell, ...]:
        """Return the cells of one column. Raises KeyError."""
        place = self._place(column_id)
        return tuple(row[place] for row in self.rows)

    def for_people(self) -> tuple[ShownColumn, ...]:
        """Return the columns without those for machines only."""
        return tuple(column for column in self.columns if column.role != "code")

    def brief(self) -> tuple[ShownColumn, ...]:
        """Return the columns that fit a slide: the name in the language of the table, and the numbers."""
        return tuple(one for one in self.columns if one.role == "value" or one.id == f"name_{self.language}")

    def words(self, columns: Sequence[ShownColumn]) -> tuple[tuple[str, ...], ...]:
        """Return the cells of some columns as people read them: decimals, bounds, signs, a dash for unknown."""
        texts = Texts(self.language)
        bounds = {one.id: self._place(one.bound) for one in columns if one.bound}
        places = [self._place(column.id) for column in columns]
        return tuple(
            tuple(
                _words(texts, row[place], column, row[bounds[column.id]] if column.bound else "")
                for column, place in zip(columns, places, strict=True)
            )
            for row in self.rows
        )

    def _place(self, column_id: str) -> int:
        for place, column in enumerate(self.columns):
            if column.id == column_id:
                return place
        raise KeyError(column_id)


def _words(texts: Texts, cell: Cell, column: ShownColumn, bound: Cell) -> str:
    if cell is None:
        return UNKNOWN
    if isinstance(cell, bool):
        return yes_no(texts)[not cell]
    if isinstance(cell, str):
        return cell
    decimals = column.decimals or 0
    return changed(texts, cell, decimals) if column.signed else texts.number(cell, decimals, str(bound or ""))


def yes_no(texts: Texts) -> tuple[str, str]:
    """Return the words for what is so and what is not."""
    return texts.translate("Data", "yes"), texts.translate("Data", "no")
