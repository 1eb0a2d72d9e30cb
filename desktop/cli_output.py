"""Where the command line writes its tables: standard output, or a file that is whole or not there."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TextIO

from data.errors import TargetError
from data.files import atomic_write

STANDARD_OUTPUT = "-"


def speak_utf8() -> None:
    """Make standard output and error UTF-8 whatever the locale says: the tables are full of Chinese names."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def write_text(text: str, target: str, *, for_spreadsheet: bool = False) -> None:
    """Write ``text`` to the file ``target`` or to standard output. Raises TargetError.

    ``for_spreadsheet`` starts a file (not standard output) with the mark by which Excel knows UTF-8.
    """
    if target == STANDARD_OUTPUT:
        _write_out(sys.stdout, text)
        return
    with atomic_write(Path(target)) as temporary:
        temporary.write_text(text, encoding="utf-8-sig" if for_spreadsheet else "utf-8", newline="\n")


def _write_out(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The reader has what it wanted (head, less); Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        raise TargetError("Standard output could not be written ({reason}).", reason=error.strerror or error) from None
