"""Plates as a workbook: what is shown as typed tables, with its sources and what it is about."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from maps.export.formats import Options, Progress
from maps.export.package import abbreviated, legal, timeless
from maps.export.shown import USES, Shown, shown
from maps.export.table import Cell, ShownColumn, ShownTable, yes_no
from maps.plate import Plate
from maps.texts import Texts

LONGEST_NAME = 31
"""Characters that Excel allows in the name of a sheet."""

LONGEST_TEXT = 32_767
"""Characters that Excel allows in a cell."""

NARROWEST, WIDEST = 8, 60
"""Columns in characters of the workbook's font."""

_FORBIDDEN = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
_HEAD = PatternFill("solid", start_color="FFE7ECF1")


def write(plates: Sequence[Plate], path: Path, options: Options, progress: Progress) -> None:
    """Write the tables of all plates: of one each on its sheet; of several the main one of each, the others joined."""
    found, total = [], len(plates)
    plates = [plate for plate in plates if not plate.lines]  # a page of contents holds no values
    for number, plate in enumerate(plates):
        progress(number)
        found.append(shown(plate))
    path.write_bytes(_book(_sheets(plates, found), plates[0].title, plates[0].spec.author))
    progress(total)


def workbook(tables: Iterable[ShownTable], title: str) -> bytes:
    """Return a workbook with a sheet for each table."""
    return _book(((table.title, table) for table in tables), title, "")


def _book(sheets: Iterable[tuple[str, ShownTable]], title: str, author: str) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = legal(abbreviated(title, 200))
    book.properties.creator = legal(author) or "Lifecircles"
    for name, table in sheets:
        _fill(book.create_sheet(_sheet_name(name, book.sheetnames)), table)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    return timeless(content.getvalue())


class _InMemory(ExcelWriter):
    """Writes sheets without the files that openpyxl keeps in the system's folder for temporary ones.

    Where that is full, its writer complains to the terminal whatever is done about its error.
    """

    _archive: zipfile.ZipFile

    def write_worksheet(self, ws: Any) -> None:
        content = io.BytesIO()
        writer: Any = WorksheetWriter(ws, out=content)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], content.getvalue())
        self.manifest.append(ws)


def _sheets(plates: Sequence[Plate], found: Sequence[Shown]) -> Iterable[tuple[str, ShownTable]]:
    if len(plates) == 1:
        for table in found[0].tables:
            yield table.title, table
        return
    for plate, one in zip(plates, found, strict=True):
        yield _page_name(plate), one.main
    # Plates of one series differ in what they focus on: their other tables have many rows in common.
    for kind in ("circles", "sites", "links"):
        pairs = [(_page_name(plate), one.main, getattr(one, kind)) for plate, one in zip(plates, found, strict=True)]
        tables = [(name, table) for name, main, table in pairs if table is not None and table is not main]
        for table in _joined(tables, plates[0].texts):
            yield table.title, table
    yield found[0].sources.title, _all_sources([one.sources for one in found])
    yield found[0].about.title, _about(plates, found)


def _page_name(plate: Plate) -> str:
    return plate.name or plate.title


def _page_column(texts: Texts) -> ShownColumn:
    return ShownColumn("plate", texts.translate("Data", "Page"), "id")


def _joined(tables: Sequence[tuple[str, ShownTable]], texts: Texts) -> Iterable[ShownTable]:
    """Yield one table for each set of columns, every row once behind the names of the pages it stands on.

    On one page a scenario may take away the site that stands on another.
    """
    by_columns: dict[tuple[ShownColumn, ...], list[tuple[str, ShownTable]]] = {}
    for name, table in tables:
        by_columns.setdefault(table.columns, []).append((name, table))
    for columns, several in by_columns.items():
        pages: dict[tuple[Cell, ...], list[str]] = {}
        for name, table in several:
            for row in table.rows:
                pages.setdefault(row, []).append(name)
        every = texts.translate("Data", "all pages")
        rows = tuple((every if len(names) == len(several) else "; ".join(names), *row) for row, names in pages.items())
        yield replace(several[0][1], columns=(_page_column(texts), *columns), rows=rows)


def _all_sources(tables: Sequence[ShownTable]) -> ShownTable:
    """Return every source once, with all that it is used for on any plate."""
    names = [column.id for column in tables[0].columns]
    at, uses = names.index("id"), names.index("used_for")
    rows: dict[Cell, tuple[Cell, ...]] = {}
    for row in (row for table in tables for row in table.rows):
        before = rows.get(row[at], row)
        used = dict.fromkeys(f"{before[uses]}{USES}{row[uses]}".split(USES))
        rows[row[at]] = (*row[:uses], USES.join(used), *row[uses + 1 :])
    return replace(tables[0], rows=tuple(rows[name] for name in sorted(rows, key=str)))


def _about(plates: Sequence[Plate], found: Sequence[Shown]) -> ShownTable:
    """Return what the plates are about, one below the other, each behind its name."""
    first = found[0].about
    rows = tuple((_page_name(plate), *row) for plate, one in zip(plates, found, strict=True) for row in one.about.rows)
    return replace(first, columns=(_page_column(plates[0].texts), *first.columns), rows=rows)


def _sheet_name(wished: str, taken: Sequence[str]) -> str:
    """Return a name that Excel accepts and no sheet has yet."""
    plain = _FORBIDDEN.sub(" ", legal(wished)).strip(" '") or "-"
    name, number = plain[:LONGEST_NAME].rstrip(" '"), 1
    while name.casefold() in {one.casefold() for one in taken} or name.casefold() == "history":
        number += 1
        ending = f" {number}"
        name = plain[: LONGEST_NAME - len(ending)] + ending
    return name


def _fill(sheet: Worksheet, table: ShownTable) -> None:
    columns = table.for_people()
    places = [table.columns.index(column) for column in columns]
    for across, column in enumerate(columns, 1):
        head = _write(sheet, 1, across, column.title)
        head.font, head.fill = Font(bold=True), _HEAD
        head.alignment = Alignment(vertical="center", wrap_text=True)
    texts = [[column.title] for column in columns]
    truth = yes_no(Texts(table.language))[::-1]
    for down, row in enumerate(table.rows, 2):
        for across, (place, column) in enumerate(zip(places, columns, strict=True), 1):
            cell = _write(sheet, down, across, row[place], truth)
            if column.decimals is not None:
                cell.number_format = _number_format(column)
            texts[across - 1].append(str(row[place] or ""))
    for across, written in enumerate(texts, 1):
        sheet.column_dimensions[get_column_letter(across)].width = _width(written)
    sheet.freeze_panes = "B2"
    if table.rows:
        sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _write(sheet: Worksheet, row: int, column: int, value: Cell, truth: Sequence[str] = ()) -> SheetCell:
    """Write a cell; text stays text, whatever it begins with, also when somebody edits it.

    ``truth`` are the words for no and yes.
    """
    cell = cast(SheetCell, sheet.cell(row, column))
    if isinstance(value, bool):
        value = truth[value]
    if isinstance(value, str):
        if value:
            cell.value = abbreviated(legal(value), LONGEST_TEXT)
            cell.data_type = "s"
            cell.quotePrefix = value[0] in "=+-@\t\r\n"
    else:
        cell.value = value
    return cell


def _number_format(column: ShownColumn) -> str:
    decimals = "." + "0" * column.decimals if column.decimals else ""
    plain = f"#,##0{decimals}"
    return f"+{plain};-{plain};{plain}" if column.signed else plain


def _width(texts: Sequence[str]) -> float:
    """Return the width of a column; an ideograph is as wide as two letters. A long heading takes several lines."""
    head, *cells = texts
    longest = max((_letters(text) for text in cells), default=0)
    return min(max(NARROWEST, longest + 2, min(_letters(head) / 2 + 2, 16)), WIDEST)


def _letters(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text[: WIDEST + 1])
