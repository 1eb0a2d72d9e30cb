"""dBASE tables beside shapefiles, their values as text as they stand there.

pyshp cuts 12.7 to 12 where a field claims whole numbers, puts rows after a deleted one beside the wrong shapes, and
gives up a file for one strange date.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.readers.bounds import MOST_COLUMNS
from data.readers.encoding import least_lossy

_HEADER, _FIELD = 32, 32  # bytes
_END_OF_FIELDS = 0x0D
_DELETED = ord("*")
_LOGICAL = {"Y": "TRUE", "T": "TRUE", "N": "FALSE", "F": "FALSE"}


@dataclass(frozen=True)
class Column:
    """A field of the table: its name as bytes, its type by letter, and its place in a record."""

    name: bytes
    kind: str
    start: int
    end: int


class Dbf:
    """A table. ValueError where it is none, or shorter than it says."""

    def __init__(self, content: bytes) -> None:
        try:
            self.count, self._start, self._width = struct.unpack_from("<IHH", content, 4)
        except struct.error:
            raise ValueError from None
        self._content = content
        self.columns = tuple(self._columns())
        if not self.columns or self.columns[-1].end > self._width or len(self.columns) > MOST_COLUMNS:
            raise ValueError
        if len(content) < self._start + self.count * self._width:
            raise ValueError

    def _columns(self) -> Iterator[Column]:
        at, start = _HEADER, 1  # the first byte of a record says whether it is deleted
        while at + _FIELD <= min(self._start, len(self._content)) and self._content[at] != _END_OF_FIELDS:
            field = self._content[at : at + _FIELD]
            yield Column(field[:11].partition(b"\0")[0], chr(field[11]), start, start + field[16])
            at, start = at + _FIELD, start + field[16]

    def encoding(self) -> str:
        """Return the encoding that loses least of the names and texts."""
        return least_lossy(self._sample())

    def loses(self, encoding: str) -> bool:
        """Return whether a name or text is none in an encoding."""
        return "\ufffd" in self._sample().decode(encoding, "replace")

    def _sample(self) -> bytes:
        return b"\n".join([*(column.name for column in self.columns), *self._texts()]).replace(b"\0", b" ")

    def _texts(self) -> Iterator[bytes]:
        texts = [column for column in self.columns if column.kind == "C"]
        for record in self._records():
            for column in texts:
                yield record[column.start : column.end]

    def _records(self) -> Iterator[bytes]:
        for number in range(self.count):
            start = self._start + number * self._width
            yield self._content[start : start + self._width]

    def names(self, encoding: str) -> tuple[str, ...]:
        """Return the names of the columns."""
        return tuple(column.name.decode(encoding, "replace").strip() for column in self.columns)

    def rows(self, encoding: str) -> Iterator[list[str] | None]:
        """Yield the cells of every record, None for a deleted one."""
        columns = [(column.kind, column.start, column.end) for column in self.columns]
        for record in self._records():
            if record[0] == _DELETED:
                yield None
            else:
                yield [_cell(kind, record[start:end], encoding) for kind, start, end in columns]


def _cell(kind: str, raw: bytes, encoding: str) -> str:
    if kind == "C":
        text = raw.decode(encoding, "replace")
        if text.endswith("\ufffd"):  # a field that is too short cuts its last character
            text = text.rstrip("\ufffd")
        return text.strip(" \0")
    text = raw.partition(b"\0")[0].decode("ascii", "replace").strip()
    if kind == "D":
        return _day(text)
    if kind == "L":
        return _LOGICAL.get(text.upper(), "")
    if kind in "NF":
        return _number(text.strip("*"))
    return ""


def _day(text: str) -> str:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])).isoformat()
    except ValueError:
        return text.strip("0") and text


def _number(text: str) -> str:
    """Return a number as it stands; one with an exponent, as ArcGIS writes all of them, without it."""
    if "e" in text.lower():
        try:
            return repr(float(text))
        except ValueError:
            return text
    return text
