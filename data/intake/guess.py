"""What a table probably is: where its header stands, what its rows are, which column is what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.dataset import DataSet
from data.errors import InputError, UnknownNameError
from data.intake import ready
from data.intake.cells import Cells
from data.intake.columns import columns_of
from data.intake.headers import Header, header_in, header_of, sample_of
from data.intake.kinds import dated_in, kind_of, level_of, period_in, publisher_in, titles_of, variable_of
from data.intake.placing import Placer
from data.intake.plan import CRS, ImportPlan, Kind
from data.intake.tally import Tally
from data.model import AreaLevel, Source
from data.readers.sheet import GEOMETRY_X, Row, Sheet, SourceFile

__all__ = ["Guess", "Header", "guess", "header_at", "match", "sheet_of"]


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
    date: str = ""
    """of the source, as a row above the header gives it, or ''"""
    period: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD as the title or the name of the file says, or ''"""
    variable: str = ""
    """id of the variable that the figures are of, or ''"""
    level: AreaLevel = AreaLevel.TOWN
    """of the areas of figures"""


def header_at(sheet: Sheet, rows: tuple[int, ...]) -> Header:
    """Return the header that the user points at: the numbers of its rows, () for none."""
    return header_of(sheet, rows, sample_of(sheet))


def sheet_of(file: SourceFile, name: str) -> Sheet:
    """Return the table of a file that has this name, '' the first. Raises UnknownNameError and InputError."""
    if not file.sheets:
        raise InputError("{file} holds no table.", file=file.path.name)
    for sheet in file.sheets:
        if not name or sheet.name == name:
            return sheet
    raise UnknownNameError(
        "{file} has no table {name}; its tables are {valid}.",
        file=file.path.name,
        name=name,
        valid=", ".join(sheet.name for sheet in file.sheets),
    )


def guess(file: SourceFile, data: DataSet, sheet: str = "") -> Guess:
    """Return what the likeliest table of a file is, or the one of this name. Raises UserError."""
    if sheet:
        chosen = sheet_of(file, sheet)
        return _guess(file, chosen, sample_of(chosen), data)
    sheet_of(file, "")
    samples = [(one, sample_of(one)) for one in file.sheets[:_SHEETS]]
    chosen, sample = max(samples, key=lambda pair: _worth(*pair))
    return _guess(file, chosen, sample, data)


_SHEETS = 20
"""Tables of a file that are looked at for the likeliest; more would take long, and it is mostly the first."""


def match(header: Header, sheet: Sheet, kind: Kind, data: DataSet) -> dict[str, int]:
    """Return the columns of the fields of ``kind``, by their names and by what they hold."""
    reader = ready.reader_of(header)
    if reader is not None and kind in reader.kinds:
        return ready.columns_of(reader, header, kind)
    return columns_of(header, _below(header, sample_of(sheet)), kind, data)


def _worth(sheet: Sheet, sample: Sequence[Row]) -> tuple[int, int]:
    """Return how much there is in a table; of equal ones the first counts."""
    header = header_in(sheet, sample)
    return len(_below(header, sample)) * min(len(header.names), 10), len(header.rows)


def _below(header: Header, sample: Sequence[Row]) -> list[Row]:
    return [row for row in sample if row[0] >= header.first_row]


def _guess(file: SourceFile, sheet: Sheet, sample: Sequence[Row], data: DataSet) -> Guess:
    header = header_in(sheet, sample)
    rows = _below(header, sample)
    above = [row for row in sample if row[0] < header.first_row and row[0] not in header.rows]
    titles = titles_of(file, sheet, above)
    reader = ready.reader_of(header)
    if reader is not None:
        kind = reader.kind_for(header, rows)
        columns = ready.columns_of(reader, header, kind)
    else:
        kind = kind_of(header, rows, titles, data)
        columns = columns_of(header, rows, kind, data)
    heading = (header.names[columns["value"]],) if "value" in columns else ()
    crs, swapped = _system(sheet, header, rows, columns, data)
    return Guess(
        sheet,
        header,
        kind,
        columns,
        crs,
        swapped,
        reader.id if reader else "",
        titles[0],
        publisher_in(above),
        dated_in(above),
        period_in((*heading, *titles)),
        (reader.variable if reader else "") or variable_of(header, columns, titles, kind, data),
        reader.level if reader else level_of(rows, columns, data),
    )


def _system(
    sheet: Sheet, header: Header, rows: Sequence[Row], columns: Mapping[str, int], data: DataSet
) -> tuple[int, bool]:
    """Return the system that the file states for its geometry, else the one that the coordinates speak for."""
    x = columns.get("x", -1)
    if sheet.crs in CRS and 0 <= x < len(header.names) and header.names[x] == GEOMETRY_X:
        return sheet.crs, False
    plan = ImportPlan("own", Source("", "", "", "", "", "", ""), columns=columns)
    lines = [cells for _, cells in rows]
    system = Placer(plan, data, Cells(plan, header, Tally()), lines).system(lines)
    return system.crs, system.swapped
