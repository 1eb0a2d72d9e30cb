"""The file of a project as one window has it open: read, locked, watched for others, written. It knows no window."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from data.dataset import DataSet
from data.errors import UserError
from data.project import Project
from data.project_file.journal import Recoverable
from data.project_file.lock import Held, Lock, Unlocked
from data.project_file.names import SUFFIX, followed
from data.project_file.record import ImportRecord, Note

_PIECE = 1 << 20  # bytes that are hashed at once


@dataclass(frozen=True)
class Stamp:
    """What tells one version of a file from another."""

    size: int
    modified: int
    """nanoseconds"""
    digest: bytes

    @classmethod
    def of(cls, path: Path) -> Stamp | None:
        """Return the stamp of a file, None where it cannot be read."""
        try:
            with path.open("rb") as file:
                digest = hashlib.blake2b(digest_size=16)
                while piece := file.read(_PIECE):
                    digest.update(piece)
                told = os.fstat(file.fileno())
        except OSError:
            return None
        return cls(told.st_size, told.st_mtime_ns, digest.digest())

    def still_of(self, path: Path) -> bool:
        """Tell whether the file holds what it held; a file that is gone was changed by nobody."""
        try:
            told = path.stat()
        except OSError:
            return True
        if (told.st_size, told.st_mtime_ns) == (self.size, self.modified):
            return True
        now = Stamp.of(path)
        return now is None or now.digest == self.digest


@dataclass(frozen=True, eq=False)
class Document:
    """What a window works on, as it was last read or written. Without a path it was never saved."""

    saved: Project
    path: Path | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)
    thumbnails: Mapping[str, bytes] = field(default_factory=dict)
    imports: tuple[ImportRecord, ...] = ()
    read_only: Note | None = None
    """why it is not saved over, None where it may be"""
    stamp: Stamp | None = None
    lock: Lock | None = None
    told: tuple[Note, ...] = ()
    """what the user should know of the opening: what changed on the way from an older format, what was put right"""
    older_format: int = 0
    """number of the format of the file where that is an older one, which saving leaves behind"""
    copied_from: Path | None = None
    """of a copy without a file of its own: the file it was opened from"""
    name: str = ""
    """what it is called while it has no file"""

    @property
    def carry_from(self) -> Path | None:
        """The file whose tables of other programs come along when it is saved."""
        return self.path or self.copied_from


class ChangedElsewhereError(UserError):
    """Somebody else has saved the file since it was read."""


class HeldError(UserError):
    """Somebody else has the file open: ``values`` has who and since when."""


def read_document(path: Path, embedded: DataSet, who: str, *, locked: bool = True) -> Document:
    """Read a project, and lock its file unless it is only to be looked at.

    Raises HeldError where somebody has it open, UserError where it cannot be read.
    """
    from data.project_file.store import open_project  # not on the way to the window

    path = followed(path.absolute())
    lock = take_lock(path, who) if locked else None
    try:
        stamp = Stamp.of(path)
        opened = open_project(path, embedded)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    read_only = opened.read_only or _why_not_writable(path)
    if read_only is not None and lock is not None:
        lock.release()
        lock = None
    told = (*opened.migrated, *opened.notes)
    if locked and lock is None and read_only is None:
        told += (Note("The folder takes no lock: others are not told that the project is open here."),)
    return Document(
        opened.project,
        path,
        opened.settings,
        opened.thumbnails,
        opened.imports,
        read_only,
        stamp,
        lock,
        told,
        opened.format if opened.migrated else 0,
    )


def write_document(document: Document, project: Project, path: Path, who: str, *, anyway: bool = False) -> Document:
    """Write a project, with settings and pictures of a document, to a file; return what the window has open then.

    Raises ChangedElsewhereError where the file is no longer what was read, unless it is to be replaced ``anyway``;
    HeldError where somebody has another file of that name open; TargetError where it cannot be written.
    """
    path = followed(path.absolute())
    moved = document.path != path
    lock = take_lock(path, who) if moved or document.lock is None else document.lock
    try:
        if not (moved or anyway) and document.stamp is not None and not document.stamp.still_of(path):
            raise ChangedElsewhereError("{file} was changed by somebody else since it was opened.", file=path.name)
        _save(document, project, path)
    except BaseException:
        if lock is not None and lock is not document.lock:
            lock.release()
        raise
    if document.lock is not None and document.lock is not lock:
        document.lock.release()
    return replace(
        document,
        saved=project,
        path=path,
        read_only=None,
        stamp=Stamp.of(path),
        lock=lock,
        told=(),
        older_format=0,
        copied_from=None,
    )


def write_copy(document: Document, project: Project, path: Path, who: str) -> None:
    """Write a project to another file, which the window does not have open then. Raises HeldError, TargetError."""
    lock = take_lock(path.absolute(), who)
    try:
        _save(document, project, path.absolute())
    finally:
        if lock is not None:
            lock.release()


def _save(document: Document, project: Project, path: Path) -> None:
    from data.project_file.store import save_project  # not on the way to the window

    save_project(
        project,
        path,
        document.settings,
        document.thumbnails,
        document.imports,
        carry_from=document.carry_from,
    )


def project_name(path: Path) -> str:
    """Return what a project of this file is called."""
    return path.name.removesuffix(SUFFIX).removesuffix(".gpkg")


def document_of(found: Recoverable, present: Document, embedded: DataSet, who: str) -> tuple[Document, Project]:
    """Return what a journal has kept, and the document that it goes on from.

    That is the file of the project, where it is still there and nobody has it open but the window itself, whose
    ``present`` document it may be. Where the file was changed after the journal began, saving will ask about it.
    Raises UserError.
    """
    kept = found.open(embedded)
    name = project_name(found.origin) if found.origin is not None else ""
    document = Document(Project.start(embedded), name=name)
    if found.origin is not None and found.origin == present.path:
        document = present
    elif found.origin is not None:
        with suppress(UserError):
            document = read_document(found.origin, embedded, who)
    stamp = document.stamp
    if stamp is not None and found.digest and stamp.digest.hex() != found.digest:
        document = replace(document, stamp=replace(stamp, modified=-1, digest=b""))
    opened = replace(document, settings=kept.settings, thumbnails=kept.thumbnails, imports=kept.imports, told=())
    return opened, kept.project


def take_lock(path: Path, who: str) -> Lock | None:
    """Lock a project; None where its folder takes no lock. Raises HeldError."""
    taken = Lock.take(path, who)
    if isinstance(taken, Held):
        raise HeldError(
            "{user} on {host} has {file} open.",
            user=taken.user,
            host=taken.host,
            file=path.name,
            since=taken.refreshed,
        )
    return None if isinstance(taken, Unlocked) else taken


def _why_not_writable(path: Path) -> Note | None:
    if not os.access(path, os.W_OK):
        return Note("The file must not be written.")
    if not os.access(path.parent, os.W_OK):
        return Note("The folder must not be written.")
    return None
