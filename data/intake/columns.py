"""Which column is what: by the names that offices give, then by what the cells look like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence

from data.dataset import DataSet
from data.intake.fields import BY_ID, missing, synonyms
from data.intake.headers import Header, keys_of, letter
from data.intake.plan import Kind
from data.names import fold
from data.readers.sheet import Row

_PARTLY = 1_000
"""Rank of a name that only holds a name of the field: behind all that are one."""

_WHOLE = frozenset({"代碼", "單位"})
"""Names that mean something only alone: 學校代碼 is no code of an area, 填報單位 no unit of a number."""

_OTHER = ("代碼", "編號", "電話", "網址")
"""Ends of names of columns that do not hold what they begin with: 據點代碼 is no name of a site."""

_MOSTLY = 0.8
"""Share of the filled cells of a column that look like a field; a few are always otherwise."""

_ADDRESS = re.compile(r"[鄉鎮市區].*(?:路|街|段|巷|弄|道|號|村|里|鄰)")
_COUNTY = re.compile(r"[^\d\s]{2}[縣市]")
_TOWN = re.compile(r"[^\d\s]{1,4}[鄉鎮市區]")
_PLACE = re.compile(r"[^\d\s]{2}[縣市][^\d\s]{1,4}[鄉鎮市區]")
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")

Test = Callable[[str], bool]


def columns_of(header: Header, rows: Sequence[Row], kind: Kind, data: DataSet) -> dict[str, int]:
    """Return the position of the column for each field of ``kind`` that is found."""
    found = by_name(header, kind)
    if missing(kind, set(found)):
        for field, column in _by_content(header, rows, kind, found, data):
            found.setdefault(field, column)
    return found


def by_name(header: Header, kind: Kind) -> dict[str, int]:
    """Return the columns whose name is one of a field of ``kind``, each field and each column at most once."""
    names = synonyms(kind)
    ranked: list[tuple[int, int, str]] = []
    for column, name in enumerate(header.names):
        if name == letter(column):  # nobody named it
            continue
        others = header.also[column] if column < len(header.also) else ""
        for order, key in enumerate((*keys_of(name), *keys_of(others))):
            if (hit := names.get(key)) is not None:
                ranked.append((hit[1] + order, column, hit[0]))
            elif (held := _held(key, names)) is not None:
                ranked.append((_PARTLY - len(held[1]), column, held[0]))
    found: dict[str, int] = {}
    for _, column, field in sorted(ranked):
        if field not in found and column not in found.values():
            found[field] = column
    return found


def _held(key: str, names: Mapping[str, tuple[str, int]]) -> tuple[str, str] | None:
    """Return the field of the longest name that a name of a column ends or begins with, and that name."""
    parts = [
        name
        for name in names
        if len(name) >= _least(name)
        and name not in _WHOLE
        and (key.endswith(name) or (key.startswith(name) and not key.endswith(_OTHER)))
    ]
    if not parts:
        return None
    best = max(parts, key=lambda name: (len(name), key.endswith(name)))
    return names[best][0], best


def _least(name: str) -> int:
    """Return how many characters a name needs to be found inside another: 區 and x stand in too many."""
    return 5 if name.isascii() else 2


def _by_content(
    header: Header, rows: Sequence[Row], kind: Kind, found: Mapping[str, int], data: DataSet
) -> Iterable[tuple[str, int]]:
    tests = _tests(data)
    given = set(found.values())
    for column in range(len(header.names)):
        if column in given:
            continue
        cells = [text for _, row in rows if column < len(row) and (text := _plain(row[column]))]
        if not cells:
            continue
        for field, test in tests.items():
            if field in found or kind not in BY_ID[field].kinds:
                continue
            if sum(map(test, cells)) >= _MOSTLY * len(cells):
                yield field, column
                break
    if "name" not in found and kind in BY_ID["name"].kinds and (column := _name_column(header, rows, given)) >= 0:
        yield "name", column
    if kind == "figures" and "value" not in found and len(numbers := number_columns(header, rows, given)) == 1:
        yield "value", numbers[0]


def number_columns(header: Header, rows: Sequence[Row], given: set[int]) -> list[int]:
    """Return the columns besides the given ones whose cells are mostly numbers."""
    found = []
    for column in range(len(header.names)):
        cells = [text for _, row in rows if column < len(row) and (text := _plain(row[column]))]
        numbers = sum(1 for text in cells if _DECIMAL.fullmatch(text.replace(",", "").removesuffix("%")))
        if column not in given and cells and numbers >= _MOSTLY * len(cells):
            found.append(column)
    return found


def _name_column(header: Header, rows: Sequence[Row], given: set[int]) -> int:
    """Return the first column whose cells are words and mostly differ, -1 where there is none."""
    for column in range(len(header.names)):
        cells = [text for _, row in rows if column < len(row) and (text := _plain(row[column]))]
        words = [text for text in cells if any(letter.isalpha() for letter in text) and len(text) < 60]
        if column not in given and cells and len(words) >= _MOSTLY * len(cells) and len(set(words)) > len(words) / 2:
            return column
    return -1


def _tests(data: DataSet) -> Mapping[str, Test]:
    """Return how the cells of a field look, those first that look like nothing else."""
    counties = {fold(county.name.zh) for county in data.counties}
    towns = {fold(town.name.zh) for town in data.towns}
    codes = {town.code for town in data.towns} | {county.code for county in data.counties}

    def decimal(text: str) -> float | None:
        return float(text) if _DECIMAL.fullmatch(text) and len(text) < 30 else None

    def between(*ranges: tuple[float, float]) -> Test:
        return lambda text: (number := decimal(text)) is not None and any(a <= number <= b for a, b in ranges)

    return {
        "point": lambda text: (
            len(parts := re.split(r"[,，;\s]+", text)) == 2
            and all(decimal(part) is not None and "." in part for part in parts)
        ),
        "x": lambda text: ("." in text and between((118, 123))(text)) or between((100_000, 400_000))(text),
        "y": lambda text: ("." in text and between((20, 27))(text)) or between((2_300_000, 3_000_000))(text),
        "area_code": lambda text: text in codes or (len(text) == 11 and text[:8] in codes),
        "place": lambda text: bool(_PLACE.fullmatch(text)),
        "address": lambda text: len(text) > 6 and _ADDRESS.search(text[:100]) is not None,
        "county": lambda text: bool(_COUNTY.fullmatch(text)) and fold(text) in counties,
        "town": lambda text: bool(_TOWN.fullmatch(text)) and fold(text) in towns,
    }


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell[:200]).strip()
