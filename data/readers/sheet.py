"""What every reader gives: the tables of a file as rows of text, as they stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from data.errors import UserError
from data.marking import mark
from data.readers.bounds import LONGEST_CELL, MOST_COLUMNS

GEOMETRY_X, GEOMETRY_Y = "geometry x", "geometry y"
"""Names of the last two columns of files that have geometry: the place of a row as decimal text."""

GEOMETRY_TYPE = "geometry type"
"""Name of the column before them: Point, Polygon, …; of all but Point, the place is a point on the shape."""

FormatId = Literal["csv", "xlsx", "xls", "ods", "json", "geojson", "gpkg", "shp", "kml"]


class DamagedCells(tuple[str, ...]):
    """Cells of a row that could not be read as it stands in the file: a row to be refused, with this reason."""

    fault: str
    """one of FAULTS: an English sentence without fields, for translation in the context Intake"""

    def __new__(cls, cells: Iterable[str], fault: str) -> DamagedCells:
        """Keep cells, cut to what may be shown."""
        row = super().__new__(cls, (cell[:LONGEST_CELL] for cell in list(cells)[:MOST_COLUMNS]))
        row.fault = fault
        return row


BROKEN_QUOTES = mark("Intake", "The quotes of this row are not closed, or stand inside a cell.")
LONG_CELL = mark("Intake", "A cell of this row is too long and was cut.")
LOST_CHARACTERS = mark("Intake", "This row has bytes that are no text in the encoding of the file.")
WIDE_ROW = mark("Intake", "This row has more columns than are read.")
NO_RECORD = mark("Intake", "This entry is no record with named values.")
FAULTS = (BROKEN_QUOTES, LONG_CELL, LOST_CHARACTERS, WIDE_ROW, NO_RECORD)

Row = tuple[int, Sequence[str]]
"""Number of a row as the user sees it in the file (from 1), and its cells; a row may be shorter than the header, or
DamagedCells."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table: a sheet of a workbook, a layer of geodata, a whole text file."""

    name: str
    """'' where the file has but one table"""
    rows: Callable[[], Iterator[Row]]
    """begins anew at every call; a file of a million rows is never held as a whole. Raises UserError."""
    fields: tuple[str, ...] = ()
    """names of the columns where the format has them; then no row is a header"""
    crs: int = 0
    """EPSG code of GEOMETRY_X and GEOMETRY_Y as the file states it, 0 where it does not"""
    count: int | None = None
    """number of rows where it is known without reading all"""
    hidden: bool = False
    """of a workbook, not shown there"""


@dataclass(frozen=True)
class ReadChoices:
    """What the user may decide about reading; '' lets the reader find out."""

    encoding: str = ""
    delimiter: str = ""


AS_FOUND = ReadChoices()


def _nothing() -> None: ...


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A file that was opened for import."""

    path: Path
    """Path() of what was pasted"""
    format: FormatId
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    """the encoding that text is read in, '' where the format leaves no choice"""
    delimiter: str = ""
    close: Callable[[], None] = _nothing
    """ends reading, also from another thread: rows() that wait for a large workbook raise UserError at once"""
    stamp: tuple[int, int] | None = None
    """``stamp_of`` the file when it was opened"""

    def check_unchanged(self) -> None:
        """Raise UserError where another program has written the file since it was opened: its rows are of both."""
        now = stamp_of(self.path)
        if self.stamp is not None and now is not None and now != self.stamp:
            raise UserError("{file} was changed while it was open here; please open it again.", file=self.path.name)


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Return size and time of a file, by which a change is known; None where there is none."""
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return stat.st_size, stat.st_mtime_ns
