"""The process that reads a workbook, run as a program with its path and format; answers on standard output.

Calamine is safe against memory faults and not against asking for memory: one digit of a cell's address, changed by
accident or on purpose, makes it ask for 500 GB, and the process ends. So it is not the process of the program.

Requests are lines of JSON: ["sheets"] or ["rows", sheet, first, count]. An answer is a line "ok BYTES ROWS" and so many
bytes, or a line "fault WORD". Fewer rows come where they are long, and none after the last. Rows come as text: cells
between UNIT, rows between RECORD marks; a row whose cells were cut begins with CUT.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, BinaryIO

import python_calamine

from data.readers.bounds import LONGEST_CELL, MOST_COLUMNS, MOST_MEMORY
from data.readers.workbook_marks import Area, errors_of_xlsx, spans_of_ods

UNIT, RECORD, CUT = "\x1f", "\x1e", "\x1d"
_SEPARATORS = str.maketrans({UNIT: " ", RECORD: " ", CUT: " "})
_ENOUGH = 4_000_000
"""Characters of an answer; more rows wait for the next."""

_LARGEST_WHOLE = 1e15
"""Beyond, a float has no digit for the units."""


def as_text(value: Any) -> str:
    """Return a cell as people write it: whole numbers without a point, dates as in ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _LARGEST_WHOLE else repr(value)
    if isinstance(value, datetime):  # before date, of which it is a kind
        rounded = (value + timedelta(microseconds=500_000)).replace(microsecond=0) if value.year < 9999 else value
        return rounded.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value)


class Reader:
    """A workbook, and the sheet of it that was asked for last."""

    def __init__(self, path: str, form: str) -> None:
        self._book = python_calamine.CalamineWorkbook.from_path(path)
        self._sheet, self._next = "", -1
        self._rows: Iterator[list[str]] = iter(())
        self._loaded: Any = None
        self._path = path
        self._format = form
        self._errors: dict[int, list[tuple[int, str]]] = {}
        self._spans = spans_of_ods(path) if form == "ods" else {}

    def sheets(self) -> str:
        """Return the sheets that hold cells, and whether each is hidden, as JSON."""
        cells = python_calamine.SheetTypeEnum.WorkSheet
        seen = python_calamine.SheetVisibleEnum.Visible
        return json.dumps([(one.name, one.visible != seen) for one in self._book.sheets_metadata if one.typ == cells])

    def rows(self, name: str, first: int, count: int) -> tuple[int, str]:
        """Return rows of a sheet, the first of all being 0, as text: how many, and their text."""
        if name != self._sheet or self._loaded is None:
            self._loaded = None  # gives its memory back before the next sheet takes some
            with ThreadPoolExecutor(1) as beside:  # calamine lets others compute, and takes longer
                errors = beside.submit(errors_of_xlsx, self._path, name) if self._format == "xlsx" else None
                self._loaded, self._sheet, self._next = self._book.get_sheet_by_name(name), name, -1
                self._errors = {} if errors is None else errors.result()
        if self._loaded.width > MOST_COLUMNS:
            raise OverflowError
        if first != self._next:
            self._rows = _filled(self._loaded, self._merged(), self._errors)
            for _ in islice(self._rows, first):
                pass
        found, length = [], 0
        for row in islice(self._rows, count):
            line = self._line(row)
            found.append(line)
            length += len(line)
            if length > _ENOUGH:
                break
        self._next = first + len(found)
        return len(found), RECORD.join(found)

    def _merged(self) -> list[Area]:
        return self._loaded.merged_cell_ranges or self._spans.get(self._sheet, [])

    def _line(self, cells: list[str]) -> str:
        line = UNIT.join(cells)
        if line.count(UNIT) >= len(cells) or RECORD in line or line.startswith(CUT):
            cells = [cell.translate(_SEPARATORS) for cell in cells]
            line = UNIT.join(cells)
        if len(line) > LONGEST_CELL and any(len(cell) > LONGEST_CELL for cell in cells):
            return CUT + UNIT.join(cell[:LONGEST_CELL] for cell in cells)
        return line


def _filled(sheet: Any, merged: list[Area], errors: dict[int, list[tuple[int, str]]]) -> Iterator[list[str]]:
    """Yield the rows of a sheet; a cell that was merged downwards stands in every row that it covers."""
    left = sheet.start[1] if sheet.start else 0
    fills: dict[int, list[tuple[int, int, int]]] = {}
    for (top, column), (bottom, _) in merged:
        if bottom > top and 0 <= column - left < sheet.width:
            fills.setdefault(top, []).append((column - left, top, bottom))
    active: list[tuple[int, int, str]] = []
    for number, values in enumerate(sheet.iter_rows()):
        row = [value if type(value) is str else as_text(value) for value in values]
        for column, text in errors.get(number, ()):
            if 0 <= column - left < len(row):
                row[column - left] = text
        if active:
            active = [one for one in active if number <= one[1]]
            for column, _, text in active:
                row[column] = row[column] or text
        for column, _, bottom in fills.get(number, ()):
            if row[column]:
                active.append((column, bottom, row[column]))
        yield row


def _serve(reader: Reader, requests: BinaryIO, answers: BinaryIO) -> None:
    for line in requests:
        request = json.loads(line)
        try:
            count, text = (0, reader.sheets()) if request[0] == "sheets" else reader.rows(*request[1:])
        except OverflowError:
            answers.write(b"fault wide\n")
        else:
            content = text.encode("utf-8", "replace")
            answers.write(b"ok %d %d\n" % (len(content), count) + content)
        answers.flush()


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows, which promises no memory that it has not
        return
    with suppress(ValueError, OSError):  # the system allows less already
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def main(path: str, form: str) -> None:
    """Answer until nobody asks; every fault is a word, also those that calamine calls panics."""
    _bound_memory()
    answers = sys.stdout.buffer
    try:
        _serve(Reader(path, form), sys.stdin.buffer, answers)
    except python_calamine.PasswordError:
        answers.write(b"fault password\n")
    except BaseException:  # a panic of Rust is no Exception
        answers.write(b"fault damaged\n")
    answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
