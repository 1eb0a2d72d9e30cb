"""Workbooks (XLSX, XLS, ODS): asked row by row of a process that reads them, see ``workbook_process``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from data.errors import InputError, UserError
from data.readers import workbook_process
from data.readers.archive import opened_zip
from data.readers.bounds import (
    LARGEST_INFLATED,
    MOST_ROWS,
    MOST_SECONDS,
    damaged,
    too_many_columns,
    too_many_rows,
    unreadable,
)
from data.readers.sheet import LONG_CELL, DamagedCells, FormatId, ReadChoices, Row, Sheet, SourceFile

_ROWS = 2_000
"""Rows of one answer. Too small: every answer costs 0.1 ms. Too large: the first row waits, and nobody can cancel."""

_ROOT = str(Path(__file__).resolve().parents[2])
"""Where the process finds this package."""

Request = list[str | int]
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_workbook(path: Path, choices: ReadChoices) -> SourceFile:
    """Open a workbook: all its sheets that hold cells, hidden ones too. Raises UserError."""
    with path.open("rb") as file:
        zipped = file.read(2) == b"PK"
    form: FormatId = "xls"
    if zipped:
        with opened_zip(path) as archive:
            form = "xlsx" if "xl/workbook.xml" in map(str.lower, archive.namelist()) else "ods"
    process = _Process(path, form)
    found = json.loads(process.ask(["sheets"])[1])
    if not found:
        raise InputError("{file} has no sheet with cells.", file=path.name)
    sheets = tuple(Sheet(name, partial(_rows, process, name), hidden=hidden) for name, hidden in found)
    return SourceFile(path, form, sheets, close=process.close)


def _rows(process: _Process, sheet: str) -> Iterator[Row]:
    """Yield the rows of a sheet that are not blank, numbered as the workbook numbers them."""
    unit, cut = workbook_process.UNIT, workbook_process.CUT
    number = 0
    while True:
        count, text = process.ask_rows(sheet, number, _ROWS)
        if not count:
            return
        if number + count > MOST_ROWS:
            raise too_many_rows(process.path)
        for line in text.split(workbook_process.RECORD):
            number += 1
            if line.startswith(cut):
                yield number, DamagedCells(line[1:].split(unit), LONG_CELL)
            elif line.strip(unit):
                yield number, line.split(unit)


class _Process:
    """The process that has a workbook open, from the first question until nobody needs it any more."""

    def __init__(self, path: Path, form: FormatId) -> None:
        self.path: Final = path
        self._format = form.upper()
        self._turn = threading.Lock()
        self._closed = False
        self._asked: Request | None = None
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-m", workbook_process.__name__, str(path.resolve()), form],
                env=os.environ | {"PYTHONPATH": os.pathsep.join([_ROOT, *filter(None, sys.path)]), "PYTHONUTF8": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise unreadable(path, error) from None
        self._finalizer = weakref.finalize(self, _end, self._child)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._closed = True
        self._child.kill()

    def ask_rows(self, sheet: str, first: int, count: int) -> tuple[int, str]:
        """Return rows as text, and how many; those after them are read meanwhile. Raises UserError."""
        return self.ask(["rows", sheet, first, count], lambda found: ["rows", sheet, first + found, count])

    def ask(self, request: Request, following: Callable[[int], Request] | None = None) -> tuple[int, str]:
        """Return how many rows an answer has, and its text. Raises UserError; one question at a time is answered.

        ``following`` is given the number of rows, and returns what will probably be asked next.
        """
        with self._turn:
            watch = threading.Timer(MOST_SECONDS, self._child.kill)
            watch.daemon = True
            watch.start()
            try:
                if self._asked != request:
                    if self._asked is not None:
                        self._answer()
                    self._send(request)
                count, text = self._answer()
                if count and following is not None:
                    self._send(following(count))
                return count, text
            except (OSError, ValueError):  # the process ended, by itself or by the watch
                raise self._refusal("") from None
            finally:
                watch.cancel()

    def _send(self, request: Request) -> None:
        asked = self._child.stdin
        if asked is None:
            raise ValueError
        asked.write(json.dumps(request).encode() + b"\n")
        asked.flush()
        self._asked = request

    def _answer(self) -> tuple[int, str]:
        told = self._child.stdout
        if told is None:
            raise ValueError
        self._asked = None
        word, *numbers = told.readline(100).decode("ascii", "replace").split() or [""]
        if word != "ok":
            raise self._refusal(numbers[0] if numbers else "")
        size, count = int(numbers[0]), int(numbers[1])
        content = told.read(min(size, LARGEST_INFLATED))
        if len(content) < size:
            raise ValueError
        return count, content.decode("utf-8", "replace")

    def _refusal(self, fault: str) -> UserError:
        if self._closed:
            return UserError("Reading {file} was ended.", file=self.path.name)
        if fault == "wide":
            return too_many_columns(self.path)
        if fault == "password" or self._is_encrypted():
            return InputError("{file} is locked by a password; please save it without one.", file=self.path.name)
        return damaged(self.path, self._format)

    def _is_encrypted(self) -> bool:
        try:
            return self._format == "XLS" and _ENCRYPTED in self.path.read_bytes()
        except OSError:
            return False


def _end(child: subprocess.Popen[bytes]) -> None:
    child.kill()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was asked cannot be sent any more
                pipe.close()
    child.wait()
