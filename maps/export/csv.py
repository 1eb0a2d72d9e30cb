"""One plate as a CSV table: its main table with the identifiers of the command ``assess`` as its head."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from data.cells import guarded
from maps.export.formats import Options, Progress
from maps.export.shown import shown
from maps.export.table import Cell, ShownTable
from maps.plate import Plate


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write one plate. The file starts with the mark by which Excel knows UTF-8; what is unknown is empty."""
    (plate,) = plates
    progress(0)
    path.write_bytes(csv_bytes(shown(plate).main))
    progress(1)


def csv_bytes(table: ShownTable) -> bytes:
    """Return a table as a CSV file."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.id for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def _cell(cell: Cell) -> object:
    if isinstance(cell, bool):
        return int(cell)
    return guarded(cell) if isinstance(cell, str) else cell
