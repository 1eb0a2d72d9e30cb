"""The rows of one table of a file, column by column, each value proven to be what it should be."""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, cast

from data.errors import UserError
from data.numbers import Range
from data.project_file.schema import Table
from data.project_file.source import quoted

E = TypeVar("E", bound=StrEnum)

LONGEST_TEXT = 20_000
"""Characters; no form and no import lets through a third of it, and what is drawn must be laid out."""
_SHOWN = 40  # characters of a value that a sentence repeats
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_TEXT = frozenset({str, type(None)})


class RowError(UserError):
    """A value that cannot be."""


class Rows:
    """The rows of a table, in their order. A column or table that the file has not is empty (``missing``).

    Faults are kept by row: ``faults`` has the first of each, and ``good`` the positions of the others.
    """

    def __init__(self, connection: sqlite3.Connection, table: Table, required: bool = True, also: int = 0) -> None:
        """Read a table, and up to ``also`` columns that only this file has.

        Raises RowError where it is not there but ``required``, or where it is larger than it may be."""
        self.table = table
        self.faults: dict[int, RowError] = {}
        self.cleaned = 0
        """values without the control characters they had"""
        found = [column.name for column in plain_columns(connection, table.name)]
        if not found and required:
            raise RowError("It has no table {table}.", table=table.name)
        self.other = tuple(name for name in found if name not in table.names and name != "fid")
        """columns that the table of this program has not"""
        read = ("rowid", *(name for name in table.names if name in found), *self.other[:also])
        listed = (
            connection.execute(
                f"SELECT {', '.join(map(quoted, read))} FROM {quoted(table.name)} ORDER BY rowid LIMIT {table.most + 1}"
            ).fetchall()
            if found
            else []
        )
        if len(listed) > table.most:
            raise RowError("Its table {table} has more than {most} rows.", table=table.name, most=table.most)
        self.count = len(listed)
        columns = list(zip(*listed, strict=True)) if listed else [()] * len(read)
        self._columns: dict[str, Sequence[object]] = dict(zip(read, columns, strict=True))

    @property
    def good(self) -> list[int]:
        return [index for index in range(self.count) if index not in self.faults]

    def refuse(self, index: int, column: str, value: object) -> None:
        """Keep the fault of a row, unless it has one."""
        self.faults.setdefault(
            index,
            RowError(
                "Row {row} of the table {table} has a bad value in column {column}: {value}.",
                row=self._columns["rowid"][index],
                table=self.table.name,
                column=column,
                value=repr(value)[:_SHOWN],
            ),
        )

    def proven(self) -> None:
        """Raise the first fault, if there is one: of a table in which no row may be left out."""
        if self.faults:
            raise self.faults[min(self.faults)]

    def raw(self, column: str) -> Sequence[object]:
        """Return a column as it is, None where the file has not got it."""
        return self._columns.get(column) or (None,) * self.count

    def text(self, column: str, longest: int = LONGEST_TEXT) -> list[str]:
        """Return a column of texts, '' where there is none; of control characters only line ends and tabs stay."""
        values = self.raw(column)
        if not set(map(type, values)) <= _TEXT:
            for index, value in enumerate(values):
                if type(value) not in _TEXT:
                    self.refuse(index, column, value)
            values = [value if type(value) in _TEXT else "" for value in values]
        texts = cast(list[str], [value or "" for value in values])
        if max(map(len, texts), default=0) > longest:
            for index, text in enumerate(texts):
                if len(text) > longest:
                    self.refuse(index, column, text[:_SHOWN])
                    texts[index] = ""
        if _CONTROL.search("\n".join(texts)):
            for index, text in enumerate(texts):
                if _CONTROL.search(text):
                    texts[index] = _CONTROL.sub("", text)
                    self.cleaned += 1
        return texts

    def keys(self, column: str) -> list[str]:
        """Return a column of texts of which none is empty or there twice."""
        texts = self.text(column)
        seen: set[str] = set()
        for index, text in enumerate(texts):
            if not text or text in seen:
                self.refuse(index, column, text)
            seen.add(text)
        return texts

    def known(self, column: str, valid: Container[str]) -> list[str]:
        """Return a column of texts that are all in ``valid``."""
        texts = self.text(column)
        wrong = {text for text in set(texts) if text not in valid}
        if wrong:
            for index, text in enumerate(texts):
                if text in wrong:
                    self.refuse(index, column, text)
        return texts

    def choice(self, column: str, kind: type[E], usual: E | None = None) -> list[E]:
        """Return a column of the values of an enumeration, ``usual`` where it is empty."""
        by_text: dict[str, E] = {member.value: member for member in kind}
        texts = self.known(column, {*by_text, ""} if usual else by_text)
        any_one = usual or next(iter(kind))
        return [by_text.get(text, any_one) for text in texts]

    def numbers(self, column: str, limits: Range | None = None) -> list[float | None]:
        """Return a column of finite numbers within ``limits``, None where there is none."""
        found: list[float | None] = []
        for index, value in enumerate(self.raw(column)):
            number = None
            if value is not None:
                try:
                    number = float(value) if isinstance(value, int | float) else math.nan
                except OverflowError:
                    number = math.nan
                if not math.isfinite(number) or (limits is not None and not limits.holds(number)):
                    self.refuse(index, column, value)
                    number = None
            found.append(number)
        return found

    def flags(self, column: str) -> list[bool]:
        values = self.raw(column)
        for index, value in enumerate(values):
            if value not in (0, 1, None):
                self.refuse(index, column, value)
        return [value == 1 for value in values]


@dataclass(frozen=True)
class Column:
    """A column as a table declares it."""

    name: str
    kind: str
    is_key: bool


def plain_columns(connection: sqlite3.Connection, table: str) -> list[Column]:
    """Return the columns of a table, [] where the file has none of that name that is a plain table.

    Views and virtual tables have no root page. Columns that are computed from others are left out.
    """
    plain = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = ?", (table,)
    ).fetchone()
    if plain is None:
        return []
    listed = connection.execute(f"PRAGMA table_xinfo({quoted(table)})").fetchall()
    return [Column(str(row[1]), str(row[2]), row[5] == 1) for row in listed if row[6] == 0]
