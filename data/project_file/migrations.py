"""From older formats of the project file to the present one, a step for each; a step is never changed once it is out.

A step works on a copy of the file in memory, in which there are neither triggers nor views. It makes of the tables that
are read what the next format has; the GeoPackage around them is written anew when the project is saved.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from data.project_file.record import Note


@dataclass(frozen=True)
class Step:
    """What leads from a format to the next one, and the sentence that says so."""

    change: Callable[[sqlite3.Connection], None]
    note: Note


def migrate(connection: sqlite3.Connection, found: int, present: int) -> tuple[Note, ...]:
    """Bring a file of an older format to the present one and return what changed. Raises sqlite3.Error."""
    steps = [STEPS[number] for number in range(found, present)]
    for step in steps:
        step.change(connection)
    if steps:
        connection.execute("UPDATE project SET value = ? WHERE key = 'format'", (str(present),))
    return tuple(step.note for step in steps)


def _with_thumbnails_and_imports(connection: sqlite3.Connection) -> None:
    connection.executescript(
        """
        DROP TABLE IF EXISTS thumbnails;
        DROP TABLE IF EXISTS imports;
        CREATE TABLE thumbnails (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, scene TEXT, png BLOB);
        CREATE TABLE imports (
          fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          file TEXT, imported TEXT, source_id TEXT, target TEXT, taken INTEGER, refused INTEGER
        );
        """
    )


STEPS: Mapping[int, Step] = MappingProxyType(
    {
        1: Step(
            _with_thumbnails_and_imports,
            Note("Format 2: the project keeps pictures of its scenes, and a list of the files that were imported."),
        )
    }
)
"""By the format from which a step leads."""
