"""What is not saved yet, kept aside every few seconds so that a crash or a pulled plug loses nothing.

A journal is a project file and a small JSON file about it. The program holds a third file for as long as it runs; when
nobody holds it any more, the journal is offered.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from data.dataset import DataSet
from data.errors import InputError, UserError
from data.files import atomic_write, make_folder
from data.json_file import Entries, FileKind, read_document
from data.project import Project
from data.project_file.names import SUFFIX
from data.project_file.record import ImportRecord, Opened
from data.project_file.running import hold, is_held

_ABOUT, _HELD = ".json", ".held"
_FORMAT, _VERSION = "lifecircles-journal", 1
_ENTRIES = ("origin", "digest", "pid", "host", "started", "saved", "changes")


@dataclass(frozen=True)
class Recoverable:
    """A journal whose program is gone."""

    path: Path
    """of the project in the journal"""
    origin: Path | None
    """the file the project was opened from, None for one that was never saved or where that is not known"""
    started: str
    """when the window began, ISO 8601 with zone; '' where that is not known"""
    saved: str
    """when the journal was last written"""
    changes: int
    """how many changes were not saved then"""
    digest: str = ""
    """of the file when it was opened or saved; '' where that is not known"""

    def open(self, embedded: DataSet) -> Opened:
        """Return the project. Raises UserError."""
        from data.project_file.store import open_project  # not on the way to the window

        return open_project(self.path, embedded)

    def discard(self) -> None:
        """Throw the journal away."""
        _forget(self.path)


class Journal:
    """The journal of one window; nothing is on the disk before the first ``write``. For one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / f"{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
        self._started = _now()
        self._held: IO[bytes] | None = None

    def write(
        self,
        project: Project,
        settings: Mapping[str, Any] | None = None,
        origin: Path | None = None,
        changes: int = 0,
        thumbnails: Mapping[str, bytes] | None = None,
        imports: Sequence[ImportRecord] = (),
        digest: str = "",
    ) -> None:
        """Keep the project as it is now; ``digest`` is of the file ``origin`` as it was read.

        Raises TargetError; what was kept before stays then.
        """
        from data.project_file.store import save_project  # not on the way to the window

        make_folder(self._folder)
        if self._held is None:
            with suppress(OSError):  # a file system without locks: the process id says who is running
                self._held = hold(_part(self._path, _HELD))
        save_project(project, self._path, settings, thumbnails, imports, keep_backup=False)
        about = {
            "format": _FORMAT,
            "version": _VERSION,
            "origin": "" if origin is None else str(origin.absolute()),
            "digest": digest,
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "started": self._started,
            "saved": _now(),
            "changes": changes,
        }
        with atomic_write(_part(self._path, _ABOUT)) as temporary:
            temporary.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")

    def remove(self) -> None:
        """Forget what is kept: the project is saved, or thrown away. ``write`` begins anew."""
        if self._held is not None:
            self._held.close()
            self._held = None
        _forget(self._path)


def pending(folder: Path) -> list[Recoverable]:
    """Return the journals of programs that are gone, the latest first; those of running ones are left alone."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX) and path.name[0] != ".")
    except OSError:
        return []
    found = [_recoverable(path) for path in paths if not is_held(_part(path, _HELD), _pid(path))]
    return sorted(found, key=lambda one: one.saved, reverse=True)


def _recoverable(path: Path) -> Recoverable:
    """Return a journal; without what is known about it where it ended between its two files."""
    try:
        kind = FileKind(
            _FORMAT,
            _VERSION,
            100_000,
            _ENTRIES,
            InputError("{file} is not a journal.", file=path.name),
            InputError("{file} is too large for a journal.", file=path.name),
        )
        about = Entries(read_document(_part(path, _ABOUT), kind))
        origin = about.text("origin", "")
        return Recoverable(
            path,
            Path(origin) if origin and "\0" not in origin else None,
            about.text("started", ""),
            about.text("saved", ""),
            int(about.number("changes") or 0),
            about.text("digest", ""),
        )
    except UserError:
        return Recoverable(path, None, "", _changed(path), 0)


def _changed(path: Path) -> str:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    except (OSError, OverflowError, ValueError):
        return ""


def _pid(path: Path) -> int:
    number = path.name.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _part(path: Path, ending: str) -> Path:
    return path.with_name(path.name.removesuffix(SUFFIX) + ending)


def _forget(path: Path) -> None:
    for one in (path, _part(path, _ABOUT), _part(path, _HELD)):
        with suppress(OSError):
            one.unlink()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
