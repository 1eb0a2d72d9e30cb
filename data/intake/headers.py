"""Finding the header of a table: below titles, in two rows, in the format itself, or nowhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from data.intake.fields import ALL, synonyms
from data.names import fold
from data.readers.sheet import Row, Sheet

SAMPLE = 200
"""Rows that are looked at. Fewer may all be titles and headings, more make opening slow."""

_TOP = 25
"""Among so many rows with something in them the header is looked for."""

_LONGEST = 120
"""Characters of the name of a column; texts of more are no names."""

_ALIKE = 4
"""Known names in a second row that make it one of names, where the row above has hardly more: a table of population by
single years of age has 200 columns that no field knows."""

_NUMBER = re.compile(r"[+-]?[\d,，.]*\d[\d,，.]*(?:[eE][+-]?\d+)?[%％]?")
_DATE = re.compile(r"(?:民國)?\d{2,4}[年./-]\d{1,2}[月./-]?(?:\d{1,2}日?)?(?:[ T]\d.*)?")
_BRACKETS = re.compile(r"[（(［\[][^）)］\]]*[）)］\]]")


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


@cache
def known_names() -> frozenset[str]:
    """Return every name of a column that some field knows, folded."""
    return frozenset(key for kind in ALL for key in synonyms(kind))


def keys_of(name: str) -> tuple[str, ...]:
    """Return the folded ways to read the name of a column: whole, and without what stands in brackets."""
    short = name[:_LONGEST]
    return tuple(dict.fromkeys(key for key in (fold(short), fold(_BRACKETS.sub("", short))) if key))


def sample_of(sheet: Sheet) -> list[Row]:
    """Return the first rows of a table that have something in them. Raises UserError of the reader."""
    return list(islice((row for row in sheet.rows() if any(cell.strip() for cell in row[1])), SAMPLE))


def header_in(sheet: Sheet, sample: Sequence[Row]) -> Header:
    """Return the header that a sample of a table has."""
    if sheet.fields or not sample:
        first = sample[0][0] if sample else 1
        return Header((), _unique(sheet.fields), (), first)
    top = sample[:_TOP]
    width = _usual_width(sample)
    at = max(range(len(top)), key=lambda index: (_likeness(top, index, width), -index))
    if _likeness(top, at, width) <= 0:
        return Header((), _letters(max(len(cells) for _, cells in sample)), (), top[0][0])
    if at + 1 < len(top) and _goes_on(top[at][1], top[at + 1][1]):
        return header_of(sheet, (top[at][0], top[at + 1][0]), sample)
    if at and _known(top[at - 1][1]) and _goes_on(top[at - 1][1], top[at][1]):
        return header_of(sheet, (top[at - 1][0], top[at][0]), sample)
    return header_of(sheet, (top[at][0],), sample)


def header_of(sheet: Sheet, rows: tuple[int, ...], sample: Sequence[Row]) -> Header:
    """Return the header that stands in the rows of these numbers; () for a table without one."""
    if sheet.fields:
        return header_in(sheet, sample)
    width = max((len(cells) for _, cells in sample), default=0)
    held = [list(cells) + [""] * (width - len(cells)) for number, cells in sample if number in rows]
    if not held:
        first = sample[0][0] if sample else 1
        return Header((), _letters(width), (), first)
    first = next((number for number, _ in sample if number > max(rows)), max(rows) + 1)
    names: Sequence[str] = held[0]
    also: Sequence[str] = ()
    if len(held) > 1:
        names, also = _two(held[0], held[1])
    return Header(tuple(sorted(rows)), _unique(names), tuple(also), first)


def _two(upper: Sequence[str], lower: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return the names that two rows make: both of the same columns, or those of groups over those of columns."""
    if sum(bool(cell.strip()) for cell in upper) >= 0.8 * len(upper) and not _repeats(upper, lower):
        chinese = sum(map(_has_cjk, lower)) > sum(map(_has_cjk, upper))
        return (lower, upper) if chinese else (upper, lower)
    joined, group = [], ""
    for above, below in zip((cell.strip() for cell in upper), (cell.strip() for cell in lower), strict=True):
        group = above or (group if below else "")
        joined.append(above or below if not below or above == below else f"{group} {below}".strip())
    return joined, lower


def _repeats(upper: Sequence[str], lower: Sequence[str]) -> bool:
    return any(above.strip() and above.strip() == below.strip() for above, below in zip(upper, lower, strict=True))


def _goes_on(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the row below a header belongs to it: names as well, or names of parts where groups stand above."""
    filled = [cell for cell in lower if cell.strip()]
    if not filled or any(_is_data(cell) for cell in filled):
        return False
    known = _known(lower)
    if known >= max(2, len(filled) / 2) or known >= max(_ALIKE, 0.8 * _known(upper)):
        return True
    pairs = [
        (above.strip(), below.strip())
        for above, below in zip(upper, [*lower, *[""] * (len(upper) - len(lower))], strict=False)
    ]
    grouped = any(not above and below for above, below in pairs)
    alone = any(above and (not below or above == below) for above, below in pairs)
    return grouped and alone and len(filled) < len(pairs)


def _likeness(top: Sequence[Row], index: int, width: int) -> float:
    """Return how much a row is like a header; 0 or less for what is none."""
    cells = [cell.strip() for cell in top[index][1]]
    filled = [cell for cell in cells if cell]
    if len(filled) < min(2, width) or any(len(cell) > _LONGEST for cell in filled):
        return 0.0
    known = _known(filled)
    data = sum(map(_is_data, filled))
    if not known and (data or len(filled) < 0.6 * width):
        return 0.0
    if not known and not _differs(filled, top[index + 1 : index + 6]):
        return 0.0
    spread = len(filled) / max(width, 1) + len(set(filled)) / len(filled)
    return 3.0 * known + 2.0 * spread - 3.0 * data - 0.05 * index


def _differs(names: Sequence[str], below: Sequence[Row]) -> bool:
    """Whether the rows below hold numbers or dates, or longer texts, where a row without known names holds words."""
    cells = [cell.strip() for _, row in below for cell in row if cell.strip()]
    if not cells:
        return False
    if any(map(_is_data, cells)):
        return True
    return sum(map(len, cells)) / len(cells) > 1.5 * sum(map(len, names)) / len(names)


def _known(cells: Sequence[str]) -> int:
    """Return how many different cells are names that fields know."""
    known = known_names()
    return sum(any(key in known for key in keys_of(cell)) for cell in {cell.strip() for cell in cells})


def _is_data(cell: str) -> bool:
    text = unicodedata.normalize("NFKC", cell[:_LONGEST]).strip()
    return bool(_NUMBER.fullmatch(text) or _DATE.fullmatch(text))


def _has_cjk(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def _usual_width(sample: Sequence[Row]) -> int:
    widths = sorted(sum(bool(cell.strip()) for cell in cells) for _, cells in sample)
    return widths[len(widths) * 3 // 4]


def _letters(width: int) -> tuple[str, ...]:
    return tuple(letter(column) for column in range(width))


def letter(column: int) -> str:
    """Return how a spreadsheet names the column at a position from 0."""
    column, last = divmod(column, 26)
    return (letter(column - 1) if column else "") + chr(ord("A") + last)


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names in one line, cut where they are long, those without one as letters, twins numbered."""
    found: dict[str, int] = {}
    unique = []
    for column, raw in enumerate(names):
        name = " ".join(raw.split())[:_LONGEST] or letter(column)
        found[name] = found.get(name, 0) + 1
        unique.append(name if found[name] == 1 else f"{name} ({found[name]})")
    return tuple(unique)
