"""Reading anybody's CSV or TSV file: columns of text and of numbers, with faults that name line, column and value."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.errors import InputError, UnknownNameError, UserError
from data.readers.delimiter import delimiter_of
from data.readers.encoding import decoded

MISSING = frozenset({"", "NA", "N/A", "-", "–", "—", "無"})
"""What stands for an unknown number, in any case and width."""

LARGEST_FILE = 50_000_000
"""Bytes; a table of 100 000 rows has a tenth of it. Computing with it takes up to sixty times as much memory."""

LARGEST_NUMBER, SMALLEST_NUMBER = 1e100, 1e-100
"""No quantity is beyond them, and sums of squares of what lies between stay finite."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?")
_SHOWN = 60  # characters of a cell that a sentence repeats


@dataclass(frozen=True, eq=False)
class OwnTable:
    """A table with a header row. The text is kept once and columns are taken from it when asked for."""

    path: Path
    header: tuple[str, ...]
    lines: NDArray[np.int64]
    """(rows,) the line of the file, from 1, on which each row begins"""
    delimiter: str
    text: str = field(repr=False)

    def texts(self, column: str) -> tuple[str, ...]:
        """Return a column as it is written, without spaces around. Raises UnknownNameError."""
        place = self._place(column)
        rows = _records(self.path, self.text, self.delimiter)
        next(rows)
        return tuple(row[place].strip() for _, row in rows)

    def numbers(self, column: str) -> NDArray[np.float64]:
        """Return a column of numbers, NaN where MISSING.

        Thousands separators and full-width digits are read. Raises UnknownNameError for an unknown column and
        InputError naming line, column and value for what is neither a number nor missing.
        """
        texts = self.texts(column)
        values = np.empty(len(texts))
        for row, text in enumerate(texts):
            try:
                values[row] = own_number(text)
            except OverflowError:
                raise InputError(
                    "{file}, line {line}, column {column}: {value} is too large or too small to be computed with.",
                    file=self.path.name,
                    line=int(self.lines[row]),
                    column=column,
                    value=repr(text[:_SHOWN]),
                ) from None
            except ValueError:
                raise InputError(
                    "{file}, line {line}, column {column}: {value} is not a number.",
                    file=self.path.name,
                    line=int(self.lines[row]),
                    column=column,
                    value=repr(text[:_SHOWN]),
                ) from None
        return values

    def measures(self, column: str) -> NDArray[np.float64]:
        """Return a column of numbers of which none is negative; raise InputError naming the first that is."""
        values = self.numbers(column)
        negative = np.flatnonzero(values < 0)
        if len(negative):
            raise InputError(
                "{file}, line {line}, column {column}: {value} is negative; values and weights need to be 0 or more.",
                file=self.path.name,
                line=int(self.lines[negative[0]]),
                column=column,
                value=float(values[negative[0]]),
            )
        return values

    def _place(self, column: str) -> int:
        name = column.strip()
        if not name or name not in self.header:
            raise UnknownNameError(
                "{file} has no column {name}; its columns are {valid}.",
                file=self.path.name,
                name=column,
                valid=", ".join(name for name in self.header if name),
            )
        return self.header.index(name)


def own_number(text: str) -> float:
    """Return the number that ``text`` spells, NaN where it stands for an unknown one; raise ValueError otherwise.

    Raises OverflowError for a number beyond LARGEST_NUMBER, or nearer to 0 than SMALLEST_NUMBER.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    if plain.upper() in MISSING:
        return math.nan
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    number = float(plain.replace(",", ""))
    if abs(number) > LARGEST_NUMBER or 0 < abs(number) < SMALLEST_NUMBER:
        raise OverflowError(text)
    return number


def read_table(path: Path) -> OwnTable:
    """Read a table in UTF-8 (with or without mark), UTF-16 with mark, cp950 or Big5-HKSCS, separated by , ; | or tab.

    Blank lines are skipped. Raises UserError (exit 1) where the file cannot be read as text, InputError (exit 2) for a
    file that is too large or has no rows, a column named twice, a row of another length than the header, or broken
    quotes.
    """
    text = _decoded(path)
    delimiter = delimiter_of(text)
    rows = _records(path, text, delimiter)
    header = tuple(name.strip() for name in next(rows, (0, []))[1])
    if not any(header):
        raise InputError("{file} is empty.", file=path.name)
    repeated = [name for name, count in Counter(header).items() if name and count > 1]
    if repeated:
        raise InputError("{file} has two columns named {column}.", file=path.name, column=repeated[0])
    lines = np.fromiter(_checked_lines(path, rows, len(header)), dtype=np.int64)
    if not len(lines):
        raise InputError("{file} has a header and no rows.", file=path.name)
    return OwnTable(path, header, lines, delimiter, text)


def _decoded(path: Path) -> str:
    try:
        with path.open("rb") as file:  # a device may have no end
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UserError(
            "{file} cannot be read ({reason}).", file=path, reason=error.strerror or type(error).__name__
        ) from None
    if len(content) > LARGEST_FILE:
        raise InputError(
            "{file} is larger than {most} MB, the most that is read.", file=path.name, most=LARGEST_FILE // 10**6
        )
    text = decoded(content)
    if text is None:
        raise UserError("{file} is not a text file in UTF-8, UTF-16 or Big5.", file=path)
    return text


def _records(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each record begins, and the record; blank lines are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for record in reader:
            if record:
                yield line, record
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            "{file}, line {line}: this is not a row of a table ({reason}).", file=path.name, line=line, reason=error
        ) from None


def _checked_lines(path: Path, rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[int]:
    for line, row in rows:
        if len(row) != width:
            raise InputError(
                "{file}, line {line}: {found} fields where the header has {expected}.",
                file=path.name,
                line=line,
                found=len(row),
                expected=width,
            )
        yield line
