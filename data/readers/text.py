"""Text tables (CSV and its relatives), streamed: a row that is broken costs that row and not the file."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from data.errors import InputError
from data.readers.bounds import (
    LARGEST_WHOLE,
    LONGEST_CELL,
    LONGEST_LINE,
    MOST_COLUMNS,
    MOST_LINES,
    MOST_ROWS,
    too_many_columns,
    too_many_rows,
    unreadable,
)
from data.readers.delimiter import chosen_delimiter, delimiter_of
from data.readers.encoding import detect
from data.readers.sheet import (
    AS_FOUND,
    BROKEN_QUOTES,
    LONG_CELL,
    LOST_CHARACTERS,
    WIDE_ROW,
    DamagedCells,
    ReadChoices,
    Row,
    Sheet,
    SourceFile,
)

_SAMPLE = 60_000  # characters that the delimiter is found by
_FIRST_ROWS = 20
_STATED = re.compile(r"sep=([^\r\n])\r?\n", re.IGNORECASE)
"""The first line by which a file tells Excel what separates its columns."""


def open_text(path: Path, choices: ReadChoices) -> SourceFile:
    """Open a text table. Raises UserError."""
    encoding = detect(path, choices.encoding)

    def opened() -> TextIO:
        try:
            return path.open(encoding=encoding.name, errors="replace", newline="")
        except OSError as error:
            raise unreadable(path, error) from None

    return _source(path, opened, choices, encoding.name, bool(encoding.lost))


def paste(text: str, choices: ReadChoices = AS_FOUND) -> SourceFile:
    """Open what was copied from a workbook or a text table. Raises InputError where it is empty or too large."""
    if len(text) > LARGEST_WHOLE:
        raise InputError("What was pasted is larger than {most} MB.", most=LARGEST_WHOLE // 10**6)
    if not text.strip():
        raise InputError("There is no text to paste.")
    found = _source(Path("clipboard"), lambda: io.StringIO(text, newline=""), choices, "", "\0" in text)
    return replace(found, path=Path())


def _source(path: Path, opened: Callable[[], TextIO], choices: ReadChoices, encoding: str, lossy: bool) -> SourceFile:
    with opened() as file:
        sample = file.read(_SAMPLE)
    stated = _STATED.match(sample)
    if choices.delimiter:
        delimiter = chosen_delimiter(choices.delimiter)
    else:
        delimiter = stated[1] if stated else delimiter_of(sample)

    def rows() -> Iterator[Row]:
        with opened() as file:
            try:
                lines = _Lines(file)
                if stated:
                    next(lines)
                yield from _records(path, lines, delimiter, lossy)
            except OSError as error:  # a drive that went away
                raise unreadable(path, error) from None

    first = [cells for _, (_, cells) in zip(range(_FIRST_ROWS), rows(), strict=False)]
    if not first:
        raise InputError("{file} is empty.", file=path.name)
    if all(isinstance(cells, DamagedCells) and cells.fault == WIDE_ROW for cells in first):
        raise too_many_columns(path)
    return SourceFile(path, "csv", (Sheet("", rows),), encoding, delimiter)


class _Endless(Exception):  # noqa: N818 (not a fault: a turn in reading)
    """A row goes on over more lines than a row may have."""


class _Lines:
    """The lines of a file, those of the row that is being read remembered, so that they can be given back."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._back: deque[str] = deque()
        self.row: list[str] = []
        self.number = 0
        """of the last line handed out"""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if len(self.row) >= MOST_LINES:
            raise _Endless
        line = self._back.popleft() if self._back else self._file.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) >= LONGEST_LINE:
            self._skip_rest(line)
        self.row.append(line)
        self.number += 1
        return line

    def give_back(self) -> str:
        """Return the first line of the row, and hand out those after it again."""
        first, *others = self.row
        self._back.extendleft(reversed(others))
        self.number -= len(others)
        return first

    def _skip_rest(self, line: str) -> None:
        while line and line[-1] not in "\r\n":
            line = self._file.readline(LONGEST_LINE)


def _records(path: Path, lines: _Lines, delimiter: str, lossy: bool) -> Iterator[Row]:
    """Yield rows with the line on which each begins; blank lines are left out."""
    count = 0
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    row = lines.row
    while True:
        row.clear()
        first = lines.number + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except (csv.Error, _Endless):
            line = lines.give_back()
            long = len(line) > LONGEST_CELL
            yield first, DamagedCells(line.rstrip("\r\n").split(delimiter), LONG_CELL if long else BROKEN_QUOTES)
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        if not record:
            continue
        count += 1
        if count > MOST_ROWS:
            raise too_many_rows(path)
        if lossy or len(row) > 1 or len(row[0]) > LONGEST_CELL or len(record) > MOST_COLUMNS:
            fault = _fault(record)
            yield first, DamagedCells(record, fault) if fault else record
        else:
            yield first, record


def _fault(record: list[str]) -> str:
    if len(record) > MOST_COLUMNS:
        return WIDE_ROW
    if any(len(cell) > LONGEST_CELL for cell in record):
        return LONG_CELL
    if any("\ufffd" in cell or "\0" in cell for cell in record):
        return LOST_CHARACTERS
    return ""
