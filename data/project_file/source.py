"""Getting at the tables of a file that anybody may have made: nothing of it is executed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.errors import InputError, UserError

LARGEST = 1_000_000_000
"""Bytes; a project of a million sites has a third of it."""
LONGEST = 20_000_000
"""Bytes of one value; a scene that is drawn all over has a twentieth of it."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100  # bytes
_WRITE_VERSION, _READ_VERSION = 18, 19  # places in the header of the file (sqlite.org/fileformat.html, 1.3)
_ROLLBACK = 1
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA}


@dataclass(frozen=True)
class Image:
    """A copy of a SQLite file in memory."""

    connection: sqlite3.Connection
    content: bytes
    """of the file, as it is"""


@contextmanager
def open_image(path: Path, prove: bool = True) -> Iterator[Image]:
    """Give a copy of a SQLite file, without its triggers and views and, where asked to ``prove`` it, whole.

    Raises UserError where it cannot be read or is damaged, InputError where it is no SQLite file.
    """
    raw = _read(path)
    content = _content(path, raw)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        _load(connection, content, path, prove)
        yield Image(connection, raw)


def _load(connection: sqlite3.Connection, content: bytes, path: Path, prove: bool) -> None:
    try:
        connection.deserialize(content)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        if prove and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError
        for kind, name in connection.execute("SELECT type, name FROM sqlite_schema").fetchall():
            if kind in ("trigger", "view"):
                connection.execute(f"DROP {kind} {quoted(name)}")
    except (sqlite3.Error, OverflowError, ValueError, TypeError):
        raise damaged(path) from None


def only_read(connection: sqlite3.Connection) -> None:
    """Let a connection do nothing but read tables: no function, no change, no other file."""
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY)


def damaged(path: Path) -> UserError:
    """Return the sentence of a file that is not whole."""
    backup = backup_path(path)
    if has_content(backup):
        return UserError(
            "{file} is damaged and cannot be read. It stays as it is; the version before is {backup}.",
            file=path,
            backup=backup.name,
        )
    return UserError("{file} is damaged and cannot be read. It stays as it is.", file=path)


def backup_path(path: Path) -> Path:
    """Return where the version before the last saving lies."""
    return path.with_name(path.name + ".bak")


def followed(path: Path) -> Path:
    """Return the file that a symbolic link leads to, so that saving leaves the link; every other path as it is."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):  # a ring of links
        return path


def quoted(identifier: str) -> str:
    """Return a name as SQL has it."""
    return '"' + identifier.replace('"', '""') + '"'


def beside(path: Path, ending: str) -> Path:
    """Return the file that SQLite keeps beside a database while another program changes it."""
    return path.with_name(path.name + ending)


def has_content(path: Path) -> bool:
    """Tell whether a file is there and not empty."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _content(path: Path, content: bytes) -> bytes:
    """Return the bytes of a file as SQLite would read them, with what another program has not yet moved into it."""
    if not content.startswith(_MAGIC) or len(content) < _HEADER:
        raise InputError("{file} is not a project file.", file=path.name)
    if len(content) < _length(content):
        raise damaged(path)
    if has_content(beside(path, "-journal")):
        # What undoes a half-made change may name other files to be removed: never let SQLite follow it.
        raise UserError(
            "{file} is being changed by another program, or one ended in the middle of a change. "
            "Please open and close it in that program first.",
            file=path,
        )
    log = beside(path, "-wal")
    if has_content(log):
        content = _with_log(path, content, log)
    if content[_WRITE_VERSION] != _ROLLBACK or content[_READ_VERSION] != _ROLLBACK:  # a file in memory has no log
        content = content[:_WRITE_VERSION] + bytes((_ROLLBACK, _ROLLBACK)) + content[_READ_VERSION + 1 :]
    return content


def _length(content: bytes) -> int:
    """Return how long a file is by its own header: SQLite takes what is missing at the end for zeros."""
    page = int.from_bytes(content[16:18], "big")
    return int.from_bytes(content[28:32], "big") * (65536 if page == 1 else page)


def _read(path: Path) -> bytes:
    try:
        if not path.is_file() and path.exists():
            raise InputError("{file} is not a file.", file=path)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(
            "{file} cannot be read ({reason}).", file=path, reason=error.strerror or type(error).__name__
        ) from None
    if len(content) > LARGEST:
        raise InputError(
            "{file} is larger than {most} MB, the most that is read.", file=path.name, most=LARGEST // 10**6
        )
    return content


def _with_log(path: Path, content: bytes, log: Path) -> bytes:
    """Return a file that another program (QGIS) has open, with the changes that it keeps in a log until it closes."""
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            copy = Path(folder) / "copy.gpkg"
            copy.write_bytes(content)
            shutil.copyfile(log, beside(copy, "-wal"))
            if os.path.getsize(beside(copy, "-wal")) > LARGEST:
                raise damaged(path)
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                connection.execute("PRAGMA trusted_schema = OFF")
                return connection.serialize()
    except sqlite3.Error:
        raise damaged(path) from None
    except OSError as error:
        raise UserError(
            "{file} cannot be read ({reason}).", file=path, reason=error.strerror or type(error).__name__
        ) from None
