"""Zips of strangers: members are read into memory within bounds, and nothing is ever unpacked to a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.errors import InputError
from data.readers.bounds import (
    HIGHEST_RATIO,
    LARGEST_INFLATED,
    LARGEST_WHOLE,
    MANY_INFLATED,
    MOST_MEMBERS,
    damaged,
    too_large,
    unreadable,
)

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, KeyError, IndexError)


@contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Give a zip whose members are few and small enough. Raises UserError, also for faults inside the block."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(path, archive)
            yield archive
    except OSError as error:
        raise unreadable(path, error) from None
    except RuntimeError:
        raise InputError("{file} is locked by a password; please save it without one.", file=path.name) from None
    except _FAULTS:
        raise damaged(path, "ZIP") from None


def member_names(path: Path) -> tuple[str, ...]:
    """Return the names of the members as they stand there, for looking at only. Raises UserError."""
    with opened_zip(path) as archive:
        return tuple(archive.namelist())


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a member's bytes; ValueError where it has more than it says, or more than is held as a whole."""
    info = archive.getinfo(name)
    if info.file_size > LARGEST_WHOLE:
        raise too_large(shown(name), LARGEST_WHOLE)
    content = io.BytesIO()
    with archive.open(info) as stream:
        while piece := stream.read(1 << 20):
            content.write(piece)
            if content.tell() > LARGEST_WHOLE:
                raise ValueError("more than is declared")
    return content.getvalue()


def shown(name: str) -> str:
    """Return the name of a member without its folders; names that Windows wrote in Big5 are read as such."""
    with suppress(UnicodeError):
        name = name.encode("cp437").decode("cp950")
    return name.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _check(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    inflated = sum(one.file_size for one in members)
    compressed = sum(one.compress_size for one in members)
    if (
        len(members) > MOST_MEMBERS
        or inflated > LARGEST_INFLATED
        or (inflated > MANY_INFLATED and inflated > HIGHEST_RATIO * max(compressed, 1))
    ):
        raise InputError(
            "{file} holds more than it may: files that would have {size} MB unpacked ({count}).",
            file=path.name,
            size=inflated // 10**6,
            count=len(members),
        )
