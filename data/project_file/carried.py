"""Tables that other programs have put into a project file (styles and layers of QGIS): kept when it is saved."""

from __future__ import annotations

import re
import sqlite3

from data.project_file.rows import plain_columns
from data.project_file.schema import TABLES
from data.project_file.source import quoted

MOST_TABLES = 100
_OURS = frozenset(table.name for table in TABLES)
_SYSTEM = ("gpkg_", "rtree_", "sqlite_")
_TYPE = re.compile(r"[A-Za-z]+(\([0-9]+\))?")


def other_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the plain tables of a file that are neither the program's nor part of how GeoPackages work."""
    listed = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rowid")
    names = [str(row[0]) for row in listed]
    return [name for name in names if name not in _OURS and not name.lower().startswith(_SYSTEM)][:MOST_TABLES]


def carry(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy the tables of other programs from one file into another, with what GeoPackages say of them.

    Only their rows are copied: no index, trigger, constraint or default. A table that cannot be is left out.
    """
    for name in other_tables(source):
        target.execute("SAVEPOINT carried")
        try:
            _copy(source, target, name)
        except (sqlite3.Error, OverflowError, ValueError, UnicodeError):
            target.execute("ROLLBACK TO carried")
        target.execute("RELEASE carried")


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, name: str) -> None:
    columns = plain_columns(source, name)
    described = ", ".join(
        f"{quoted(column.name)} {column.kind if _TYPE.fullmatch(column.kind) else ''}"
        + (" PRIMARY KEY" if column.is_key and column.kind.upper() == "INTEGER" else "")
        for column in columns
    )
    listed = ", ".join(quoted(column.name) for column in columns)
    target.execute(f"CREATE TABLE {quoted(name)} ({described})")
    target.executemany(
        f"INSERT INTO {quoted(name)} ({listed}) VALUES ({', '.join('?' * len(columns))})",
        source.execute(f"SELECT {listed} FROM {quoted(name)}"),
    )
    for table, condition in (
        ("gpkg_spatial_ref_sys", "srs_id IN (SELECT srs_id FROM gpkg_contents WHERE table_name = ?)"),
        ("gpkg_contents", "table_name = ?"),
        ("gpkg_geometry_columns", "table_name = ?"),
    ):
        width = len(plain_columns(target, table))
        if len(plain_columns(source, table)) == width:
            rows = source.execute(f"SELECT * FROM {table} WHERE {condition}", (name,)).fetchall()
            target.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * width)})", rows)
