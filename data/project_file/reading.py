"""A project file that is being read: its tables, and what there is to say of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.dataset import DataSet
from data.errors import UserError
from data.project_file import schema
from data.project_file.record import Note
from data.project_file.rows import RowError, Rows


@dataclass
class Reading:
    """What is being read, and what has been said on the way."""

    connection: sqlite3.Connection
    embedded: DataSet
    notes: list[Note] = field(default_factory=list)
    left_out: list[UserError] = field(default_factory=list)
    """the faults of what was left out; the file must then not be saved over"""

    def rows(self, table: schema.Table, required: bool = True) -> Rows:
        return Rows(self.connection, table, required)

    def without_faults(self, rows: Rows) -> list[int]:
        """Return the positions of the rows that can be taken; the others are left out and said."""
        self.left_out += (rows.faults[index] for index in sorted(rows.faults))
        if rows.cleaned:
            self.notes.append(
                Note("Values of the table {table} with control characters, which were left out: {count}.",
                     count=rows.cleaned, table=rows.table.name)
            )  # fmt: skip
        return rows.good


def format_of(about: Mapping[str, str]) -> int:
    """Return the number of the format; raise RowError where the file does not say it."""
    text = about.get("format", "")
    if not re.fullmatch("[1-9][0-9]{0,5}", text):
        raise RowError("It does not say which format it has.")
    return int(text)


def about_of(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Return what a file says of itself. Raises RowError where it says nothing."""
    return pairs(Rows(connection, schema.PROJECT))


def pairs(rows: Rows) -> dict[str, str]:
    """Return what a table of keys and values says. Raises RowError."""
    keys, values = rows.text("key"), rows.text("value")
    rows.proven()
    return dict(zip(keys, values, strict=True))
