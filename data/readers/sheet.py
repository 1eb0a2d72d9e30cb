"""What every reader gives: the tables of a file as rows of text, as they stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

GEOMETRY_X, GEOMETRY_Y = "geometry x", "geometry y"
"""Names of the last two columns of files that have geometry: the place of a row as decimal text."""

Row = tuple[int, Sequence[str]]
"""Number of a row as the user sees it in the file (from 1), and its cells; a row may be shorter than the header."""


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


@dataclass(frozen=True)
class ReadChoices:
    """What the user may decide about reading; '' lets the reader find out."""

    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A file that was opened for import."""

    path: Path
    format: str
    """'csv', 'xlsx', 'xls', 'ods', 'geojson', 'gpkg', 'shp', 'kml'"""
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    """the encoding that text is read in, '' where the format leaves no choice"""
    delimiter: str = ""
