"""Writing files so that a failure leaves what was there before, and nothing half-written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.errors import TargetError


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Give the path of a new empty file beside ``path``; on leaving, sync it and put it in the place of ``path``.

    The temporary name keeps the suffix, because some writers choose their format by it. When the block fails, ``path``
    is as it was and the temporary file is gone. Raises TargetError where the target cannot be written; an OSError
    inside the block is taken for a failure to write to the target too.
    """
    _check(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}.", suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise _refusal(path, error) from None
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        _publish(temporary, path)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def make_folder(folder: Path) -> None:
    """Make a folder and those above it where they are missing. Raises TargetError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetError(
            "The folder {path} could not be made ({reason}).", path=folder, reason=error.strerror or error
        ) from None


def _check(path: Path) -> None:
    try:
        if path.is_dir():
            raise TargetError("{path} is a folder; please name a file.", path=path)
        if path.exists() and not path.is_file():  # a device or a pipe must not become a file
            raise TargetError("{path} is not a file.", path=path)
    except OSError as error:  # a name that is too long
        raise _refusal(path, error) from None


def _publish(temporary: Path, path: Path) -> None:
    # mkstemp makes the file private; a new file should be as readable as any other the user makes
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())
    temporary.replace(path)


def _refusal(path: Path, error: OSError) -> TargetError:
    return TargetError("{path} could not be written ({reason}).", path=path, reason=error.strerror or error)
