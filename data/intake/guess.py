"""What a table probably is: where its header stands, what its rows are, which column is what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.dataset import DataSet
from data.intake.plan import Kind
from data.readers.sheet import Sheet, SourceFile


@dataclass(frozen=True)
class Header:
    """Where the names of the columns stand, and what they are."""

    rows: tuple[int, ...]
    """numbers of the rows that hold names; () where the format has them or nobody has"""
    names: tuple[str, ...]
    """one for each column, none twice; letters as in a spreadsheet where the table has no names"""
    also: tuple[str, ...] = ()
    """a second row of names (as of the ODRP tables: English and Chinese), or ()"""
    first_row: int = 1
    """number of the first row below"""


@dataclass(frozen=True)
class Guess:
    """What a table is taken for as long as nobody says otherwise."""

    sheet: Sheet
    header: Header
    kind: Kind
    columns: Mapping[str, int]
    """position of the column for each field that was found"""
    crs: int
    """EPSG code of the coordinates, 0 where there are none or nothing can be said"""
    swapped: bool
    reader: str
    """id of the ready reader that knows the table, or ''"""
    title: str = ""
    """of the source: the title row above the header, else the name of the sheet or file"""
    publisher: str = ""
    period: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD as the title or the name of the file says, or ''"""
    variable: str = ""
    """id of the variable that the figures are of, or ''"""


def find_header(sheet: Sheet) -> Header:
    """Return where the names of the columns stand. Raises UserError of the reader."""
    raise NotImplementedError


def header_at(sheet: Sheet, rows: tuple[int, ...]) -> Header:
    """Return the header that the user points at: the numbers of its rows, () for none."""
    raise NotImplementedError


def guess(file: SourceFile, data: DataSet, sheet: str = "") -> Guess:
    """Return what the likeliest table of a file is, or the one of this name. Raises UserError."""
    raise NotImplementedError


def match(header: Header, sheet: Sheet, kind: Kind, data: DataSet) -> dict[str, int]:
    """Return the columns of the fields of ``kind``, by their names and by what they hold."""
    raise NotImplementedError
