"""Where the command line writes its tables: standard output, or a file that is whole or not there."""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from data.errors import InputError, TargetError
from data.files import atomic_write

STANDARD_OUTPUT = "-"
_WRITTEN = ("out", "refused")
_READ = ("project", "project_file", "file", "into", "input", "scenes", "logo")
"""Options and arguments that name files. A scenario may be written over the one that it goes on from."""

_COMMANDS = {code: f"\\u{code:04x}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}
"""Control characters as JSON escapes them: in the name of a stranger's file they are orders to the terminal."""


def speak_utf8() -> None:
    """Make standard output and error UTF-8 whatever the locale says: the tables are full of Chinese names.

    What is no text in UTF-8, as the name of a file may be, is escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def has_display() -> bool:
    """Tell whether a window can be opened."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def complain(sentence: object) -> None:
    """Write a sentence to standard error, as one line also where a name in it has several."""
    if sys.stderr is not None:  # closed by the caller; print would write to standard output instead
        with suppress(OSError):
            print(" ".join(str(sentence).splitlines()).translate(_COMMANDS), file=sys.stderr)


def hang_up() -> None:
    """Write no more: nobody reads standard output, or it is full. Python would complain when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def named_file(option: str, text: str) -> Path:
    """Return the file that an option names. Raises InputError for an empty name, as unset variables of a shell are."""
    if not text.strip():
        raise InputError("{option} needs the name of a file.", option=option)
    return Path(text)


def check_target(option: str, text: str) -> Path:
    """Return the file that an option wants written, before anything is computed for it.

    Raises InputError for an empty name and TargetError for a folder, or where nothing can be written.
    """
    path = named_file(option, text)
    try:
        if path.is_dir():
            raise TargetError("{path} is a folder; please name a file.", path=path)
        path.parent.stat()
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with suppress(FileNotFoundError):
            path.stat()
    except OSError as error:
        raise _refusal(path, error) from None
    return path


def keep_what_is_read(arguments: argparse.Namespace) -> None:
    """Raise InputError where a file that a command reads would be written over by what it makes of it."""
    for option in _WRITTEN:
        for other in _READ:
            written, read = getattr(arguments, option, None), getattr(arguments, other, None)
            if isinstance(written, str) and isinstance(read, str) and _is_same(written, read):
                raise InputError(
                    "--{option} would be written over {path}, which this command reads.", option=option, path=read
                )


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.realpath(one) == os.path.realpath(other) or os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


def write_text(text: str, target: str, *, for_spreadsheet: bool = False) -> None:
    """Write ``text`` to the file ``target`` or to standard output. Raises InputError or TargetError.

    ``for_spreadsheet`` starts a file (not standard output) with the mark by which Excel knows UTF-8. What is there and
    is no file, a pipe or a device, is written to; a file is replaced.
    """
    if target == STANDARD_OUTPUT:
        _write_out(sys.stdout, text)
        return
    path = named_file("--out", target)
    content = text.encode("utf-8-sig" if for_spreadsheet else "utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
            return
        with atomic_write(path) as temporary:
            temporary.write_bytes(content)
    except OSError as error:
        raise _refusal(path, error) from None


def say(line: str) -> None:
    """Write a line to standard output. Raises TargetError where it is full or closed."""
    _write_out(sys.stdout, f"{line}\n")


def _write_out(stream: TextIO | None, text: str) -> None:
    try:
        if stream is None:  # closed by the caller
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        stream.write(text.translate(_COMMANDS))
        stream.flush()
    except BrokenPipeError:
        hang_up()
    except OSError as error:
        if stream is not None:
            hang_up()
        raise TargetError("Standard output could not be written ({reason}).", reason=error.strerror or error) from None


def _refusal(path: Path, error: OSError) -> TargetError:
    return TargetError("{path} could not be written ({reason}).", path=path, reason=error.strerror or error)
