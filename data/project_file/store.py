"""A project in one file, a GeoPackage that QGIS opens too: opening and saving it (docs/project.md)."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from data.collector import no_collections
from data.dataset import DataSet
from data.errors import InputError, TargetError, UserError
from data.files import atomic_write
from data.project import Project
from data.project_file import schema
from data.project_file.migrations import migrate
from data.project_file.names import SUFFIX, followed, format_backup_path, with_suffix
from data.project_file.reader import read_project
from data.project_file.reading import about_of, format_of
from data.project_file.record import ImportRecord, Note, Opened
from data.project_file.seal import KEY, is_intact
from data.project_file.source import backup_path, beside, damaged, has_content, only_read, open_image
from data.project_file.writer import image

__all__ = ["SUFFIX", "backup_path", "format_backup_path", "open_project", "save_project", "with_suffix"]

LEFT_BEHIND = 3600.0
"""Seconds after which a file that is half written belongs to a saving that was killed."""
_UNFINISHED = 8  # characters that tempfile.mkstemp puts into a name


def open_project(path: Path, embedded: DataSet) -> Opened:
    """Return the project of a file.

    Raises UserError (exit 1) where the file cannot be read or is damaged, InputError (exit 2) where it is no project.
    """
    with no_collections(), open_image(path) as file:
        connection, found = file.connection, 0
        try:
            about = about_of(connection)
            found = format_of(about)
            migrated = migrate(connection, found, schema.FORMAT)
            only_read(connection)
            opened = read_project(connection, embedded, _last_changed(path))
        except sqlite3.Error:
            raise damaged(path) from None
        except UserError as fault:
            if found > schema.FORMAT:
                raise InputError(
                    "{file} was written by a newer version of the program (format {version}); please update the "
                    "program.",
                    file=path.name,
                    version=found,
                ) from None
            raise InputError("{file} cannot be opened as a project. {fault}", file=path.name, fault=fault) from None
        if KEY in about and not is_intact(file.content, about[KEY]):
            changed = Note(
                "The file is not as this program saved it on {saved}: another program has changed it, or it was "
                "damaged. Please look over what it holds.",
                saved=about.get("saved", "?")[:10],
            )
            opened = replace(opened, notes=(*opened.notes, changed))
    return replace(opened, migrated=migrated, format=found)


def save_project(
    project: Project,
    path: Path,
    settings: Mapping[str, Any] | None = None,
    thumbnails: Mapping[str, bytes] | None = None,
    imports: Sequence[ImportRecord] = (),
    keep_backup: bool = True,
    carry_from: Path | None = None,
) -> None:
    """Write a project so that ``open_project`` gives back the same one. Raises TargetError.

    What stood at ``path`` stays whole until the new file is, and then as its backup (``backup_path``).
    ``carry_from`` is the file that the project was opened from: the tables of other programs (QGIS) in it come along.
    """
    path = followed(path)
    with ExitStack() as stack:
        carried = None
        if carry_from is not None:
            with suppress(UserError):  # it is gone or harmed since: the project itself is to be saved
                carried = stack.enter_context(open_image(carry_from)).connection
                only_read(carried)
        content = image(project, settings or {}, thumbnails or {}, imports, carried)
    with atomic_write(path) as temporary:
        _refuse_open_elsewhere(path)
        older = _older_format(path)
        temporary.write_bytes(content)
        if temporary.read_bytes() != content:  # a disk or a network may lie
            raise TargetError("{path} could not be written ({reason}).", path=path, reason="other data came back")
        if path.exists():
            if older:
                _keep(path, format_backup_path(path, older))
            if keep_backup:
                _keep(path, backup_path(path))
    _sync(path.parent)
    _sweep(path)


def _refuse_open_elsewhere(path: Path) -> None:
    """Raise TargetError where another program keeps changes of the file beside it, which would spoil the new one."""
    if has_content(beside(path, "-wal")) or has_content(beside(path, "-journal")):
        raise TargetError(
            "{path} is open in another program (QGIS). Please close it there, or save under another name.", path=path
        )


def _older_format(path: Path) -> int:
    """Return the format of the project at ``path`` if it is older than the present one, else 0.

    Raises TargetError where it is newer. A file that cannot be read was chosen by the user to be replaced.
    """
    if not path.is_file():
        return 0
    try:
        with open_image(path, prove=False) as existing:
            only_read(existing.connection)
            found = format_of(about_of(existing.connection))
    except (UserError, sqlite3.Error):
        return 0
    if found > schema.FORMAT:
        raise TargetError(
            "{path} was saved by a newer version of the program (format {format}) and is not written over. "
            "Please save under another name.",
            path=path,
            format=found,
        )
    return found if found < schema.FORMAT else 0


def _keep(path: Path, kept: Path) -> None:
    """Let ``kept`` be what ``path`` is now; at every moment it is the old version or the new one, and whole."""
    beside_it = kept.with_name(f".{kept.name}.new")
    with suppress(FileNotFoundError):
        beside_it.unlink()
    try:
        try:
            os.link(path, beside_it)
        except OSError:  # a file system without links
            shutil.copyfile(path, beside_it)
            with beside_it.open("r+b") as file:
                os.fsync(file.fileno())
        beside_it.replace(kept)
    finally:
        with suppress(OSError):
            beside_it.unlink()


def _sync(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system can do that."""
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _sweep(path: Path) -> None:
    """Remove what savings of this project left that were killed; not what another program may be writing just now."""
    name = path.name
    with suppress(OSError):
        for one in path.parent.glob(f".{glob.escape(path.stem[:40])}.*{glob.escape(path.suffix)}"):
            unfinished = one.name.removesuffix(path.suffix).rpartition(".")[2]
            if one.name != name and len(unfinished) == _UNFINISHED and time.time() - one.stat().st_mtime > LEFT_BEHIND:
                one.unlink()


def _last_changed(path: Path) -> str:
    try:
        return date.fromtimestamp(path.stat().st_mtime).isoformat()
    except (OSError, OverflowError, ValueError):
        return date.today().isoformat()
