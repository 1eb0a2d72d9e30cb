"""Tables of a comparison as a workbook or a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.files import atomic_write
from maps.export.csv import csv_bytes
from maps.export.table import ShownTable
from maps.export.xlsx import workbook


def write_tables(tables: Sequence[ShownTable], title: str, path: Path) -> None:
    """Write tables: a sheet for each in a workbook, the first alone as CSV. Raises TargetError."""
    content = csv_bytes(tables[0]) if path.suffix.lower() == ".csv" else workbook(tables, title)
    with atomic_write(path) as beside:
        beside.write_bytes(content)
