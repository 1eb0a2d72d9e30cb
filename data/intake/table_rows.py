"""The rows of a table that hold something to import: no blank ones, no totals, no notes below, no second headers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from data.intake.headers import Header
from data.intake.tally import Tally
from data.marking import mark
from data.readers.sheet import Row, Sheet

BLANK = mark("Intake", "Blank rows left out: {count}.")
TOTAL = mark("Intake", "Rows of totals left out: {count}, for example {old}.")
NOTE = mark("Intake", "Lines of notes left out: {count}, for example {old}.")
HEADER = mark("Intake", "Rows that repeat the header, left out: {count}.")

_TOTAL = re.compile(
    r"(?:[^\d\s]{0,12}\s*)?(?:合\s*計|總\s*計|小\s*計|共\s*計|累\s*計|總\s*和|加\s*總)(?:數)?\s*[:：]?\s*[\d,，.]*\s*[^\d\s]{0,2}"
    r"|(?:grand |sub-?)?total\s*[:：]?[\d,.]*|sum",
    re.IGNORECASE,
)
_MAY_BE_TOTAL = re.compile("計|總和|加總|total|sum", re.IGNORECASE)
_NOTE = re.compile(
    r"\s*(?:[(（]?[註注][\d一二三四五六七八九十]*[)）]?\s*[:：.、\s]|備\s*[註考]|附\s*[註記]|說\s*明|資\s*料\s*來\s*源|資料日期|資料時間|製\s*表|填\s*表|"
    r"承\s*辦|更新日期|列印|[※＊*#]|notes?\b|sources?\b|remarks?\b)",
    re.IGNORECASE,
)
_FEW = 3
"""A note fills at most a cell less than this, and a table that has notes below has at least so many columns."""


def wanted_rows(sheet: Sheet, header: Header, corrected: Mapping[tuple[int, int], str], tally: Tally) -> Iterator[Row]:
    """Yield the rows below the header that are neither blank nor totals nor notes, with what the user put right.

    A row of which only one cell is filled is a note where it begins like one, or comes after one.
    """
    names = [name.strip() for name in header.names]
    put_right: dict[int, dict[int, str]] = {}
    for (number, column), text in corrected.items():
        put_right.setdefault(number, {})[column] = text
    skipped = set(header.rows)
    after_note = False
    for number, cells in sheet.rows():
        if number < header.first_row or number in skipped:
            continue
        if number in put_right:
            yield number, _with(cells, put_right[number])
            continue
        first = cells[0] if cells else ""
        if not first or first.isspace():
            first = next((cell for cell in cells if cell and not cell.isspace()), "")
        if not first:
            tally.count(BLANK, number)
            continue
        if len(first) < 40 and _MAY_BE_TOTAL.search(first) and _TOTAL.fullmatch(_plain(first)):
            tally.count(TOTAL, number, old=first.strip())
            continue
        if after_note or _NOTE.match(first):
            filled = sum(1 for cell in cells if cell and not cell.isspace())
            if filled < min(_FEW, len(names)) and (filled == 1 or _NOTE.match(first)):
                tally.count(NOTE, number, old=first.strip()[:60])
                after_note = True
                continue
        after_note = False
        if first.strip() in names and _is_header(cells, names):
            tally.count(HEADER, number)
            continue
        yield number, cells


def _with(cells: Sequence[str], put_right: Mapping[int, str]) -> list[str]:
    changed = [*cells, *[""] * (max(put_right) + 1 - len(cells))]
    for column, text in put_right.items():
        changed[column] = text
    return changed


def _is_header(cells: Sequence[str], names: Sequence[str]) -> bool:
    same = sum(1 for cell, name in zip(cells, names, strict=False) if cell.strip() and " ".join(cell.split()) == name)
    return same >= max(2, len([cell for cell in cells if cell.strip()]) * 0.8)


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip()
