"""Reading the CSV files of the embedded data set, column by column, with faults that name file, row and column."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Container, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

from data.errors import DataSetError
from data.numbers import Range, plain_number

_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)

FIRST_ROW = 2
"""Rows are counted as a spreadsheet shows them: the header is row 1."""


def read_checked(path: Path, sha256: str | None) -> bytes:
    """Return the bytes of ``path``; raise DataSetError where it cannot be read or differs from ``sha256``."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataSetError("The data file {file} is missing; please install the program again.", file=path) from None
    except OSError as error:
        raise DataSetError(
            "The data file {file} cannot be read ({reason}).", file=path, reason=error.strerror or error
        ) from None
    if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
        raise DataSetError(
            "The data file {file} is damaged (its checksum differs from manifest.json); "
            "please install the program again.",
            file=path,
        )
    return content


class Table:
    """The columns of one CSV file. Every reading method raises DataSetError naming file, row and column."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        try:
            text = content.decode("utf-8-sig")  # spreadsheets put a mark before what they save as UTF-8
        except UnicodeDecodeError as error:
            raise DataSetError(
                "The data file {file} is not UTF-8 text (row {row}).",
                file=path,
                row=content.count(b"\n", 0, error.start) + 1,
            ) from None
        try:
            records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        except csv.Error as error:
            raise DataSetError("The data file {file} is not a CSV table ({reason}).", file=path, reason=error) from None
        if len(records) < 2:
            raise DataSetError("The data file {file} is empty.", file=path)
        header, rows = records[0], records[1:]
        if len(set(header)) < len(header):
            raise DataSetError(
                "The data file {file} is not a CSV table ({reason}).", file=path, reason="two columns of one name"
            )
        for number, row in enumerate(rows, FIRST_ROW):
            if len(row) != len(header):
                raise DataSetError(
                    "The data file {file} has {found} fields in row {row} where its header has {expected}.",
                    file=path,
                    row=number,
                    found=len(row),
                    expected=len(header),
                )
        self.rows = len(rows)
        self._columns: Mapping[str, tuple[str, ...]] = dict(zip(header, zip(*rows, strict=True), strict=True))

    def text(self, column: str) -> tuple[str, ...]:
        """Return the column as it is written."""
        try:
            return self._columns[column]
        except KeyError:
            raise DataSetError("The data file {file} has no column {column}.", file=self.path, column=column) from None

    def required(self, column: str) -> tuple[str, ...]:
        """Return a column in which no field may be empty."""
        values = self.text(column)
        if not all(values):
            self.refuse(column, values.index(""))
        return values

    def keys(self, column: str) -> tuple[str, ...]:
        """Return a column in which no field may be empty or occur twice."""
        values = self.required(column)
        if len(set(values)) < len(values):
            seen: set[str] = set()
            for index, value in enumerate(values):
                if value in seen:
                    self.refuse(column, index)
                seen.add(value)
        return values

    def matching(self, column: str, pattern: str) -> tuple[str, ...]:
        """Return a column every field of which is ``pattern``, a regular expression, from end to end."""
        values = self.text(column)
        for index, value in enumerate(values):
            if not re.fullmatch(pattern, value):
                self.refuse(column, index)
        return values

    def numbers(self, column: str, limits: Range | None = None) -> list[float]:
        """Return a column of finite numbers, all within ``limits``."""
        numbers = self._convert(column, plain_number)
        for index, number in enumerate(numbers):
            if limits is not None and not limits.holds(number):
                self.refuse(column, index)
        return numbers

    def optional_numbers(self, column: str) -> list[float | None]:
        """Return a column of finite numbers in which an empty field is None."""
        return self._convert(column, lambda text: plain_number(text) if text else None)

    def flags(self, column: str) -> list[bool]:
        """Return a column of 0 and 1."""
        return self._convert(column, {"0": False, "1": True}.__getitem__)

    def choices(self, column: str, kind: type[_E]) -> list[_E]:
        """Return a column of the values of an enumeration."""
        return self._convert(column, {member.value: member for member in kind}.__getitem__)

    def references(self, column: str, known: Container[str], *, optional: bool = False) -> tuple[str, ...]:
        """Return a column whose fields are keys in ``known``, or empty where ``optional``."""
        values = self.text(column)
        for value in set(values):
            if value not in known and not (optional and not value):
                self.refuse(column, values.index(value))
        return values

    def refuse(self, column: str, index: int) -> NoReturn:
        """Raise DataSetError for the field in ``column`` of the row at ``index`` (0 is the first below the header)."""
        raise DataSetError(
            "The data file {file} has a bad value in row {row}, column {column}: {value!r}.",
            file=self.path,
            row=index + FIRST_ROW,
            column=column,
            value=self._columns[column][index],
        )

    def _convert(self, column: str, convert: Callable[[str], _T]) -> list[_T]:
        values = self.text(column)
        try:
            return [convert(value) for value in values]
        except (ValueError, KeyError):
            pass
        for index, value in enumerate(values):
            try:
                convert(value)
            except (ValueError, KeyError):
                self.refuse(column, index)
        raise AssertionError("a column that failed as a whole has a field that fails")
