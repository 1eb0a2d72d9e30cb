"""Reading the compiled facts, with row numbers, and applying the table of corrections to them."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.build.faults import BuildError, Fault, Faults
from data.names import fold

KEYS: dict[str, tuple[str, ...]] = {
    "ai_sites.csv": ("id",),
    "broadband_coverage.csv": ("area_level", "county", "town", "indicator", "period"),
    "broadband_sites.csv": ("id",),
    "broadband_towns.csv": ("town_code", "indicator", "period"),
    "circle_definitions.csv": ("definition",),
    "circle_members.csv": ("definition", "circle", "county", "town"),
    "circle_profiles.csv": ("circle", "aspect"),
    "circles.csv": ("circle",),
    "digital_sites.csv": ("id",),
    "hospitals.csv": ("name_zh", "campus", "town_code"),
    "ids_hospital_pairs.csv": ("town_code", "hospital"),
    "policy_figures.csv": (),  # numbered by their order: the documents repeat figures on purpose
    "sources.csv": ("source_id",),
    "telemedicine_points.csv": ("id",),
    "town_classes.csv": ("town_code",),
    "town_digital_level.csv": ("town_code",),
    "town_population.csv": ("town_code",),
}
"""The files that are used, and the columns that tell their rows apart."""

SITE_FILES = ("ai_sites.csv", "broadband_sites.csv", "digital_sites.csv", "telemedicine_points.csv")
TWINS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(SITE_FILES, ("name_zh", "town_code")),
    "hospitals.csv": ("name_zh", "campus", "town_code"),
}
"""Columns in which two rows are the same site under two ids, also where one writes 台 or another width."""

HIDDEN = ("Cc", "Cf", "Cn", "Co", "Zl", "Zp")
"""Kinds of characters that no cell may hold: control and format characters, line separators, unassigned ones."""

CORRECTIONS = Path(__file__).with_name("corrections.csv")
LEFT_OUT = "*"
"""The column name that marks a whole row as left out in the table of corrections."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file of facts; ``number`` counts as in the file, the header being row 1."""

    file: str
    number: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        try:
            return self.values[column]
        except KeyError:
            raise BuildError([Fault(self.file, 0, f"has no column {column}")]) from None

    @property
    def key(self) -> str:
        return "|".join(self.values[column] for column in KEYS[self.file]) or str(self.number)


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of the table of corrections: a cell that is changed, or a row that is left out."""

    file: str
    key: str
    column: str
    old: str
    new: str
    reason: str


class Facts:
    """All rows of all files after correction, and the corrections that were applied."""

    def __init__(self, folder: Path, faults: Faults, corrections: Path = CORRECTIONS) -> None:
        self.folder = folder
        self._faults = faults
        self.corrections = _read_corrections(corrections)
        self._rows = {file: self._read(file) for file in KEYS}

    def rows(self, file: str) -> Iterator[Row]:
        """The rows of ``file`` in their order."""
        return iter(self._rows[file])

    def _read(self, file: str) -> list[Row]:
        path = self.folder / file
        try:
            with path.open(encoding="utf-8-sig", newline="") as stream:
                header, *records = [*csv.reader(stream, strict=True)] or [[]]
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise BuildError([Fault(file, 0, f"cannot be read ({error})")]) from error
        missing = [column for column in KEYS[file] if column not in header]
        if missing:
            raise BuildError([Fault(file, 0, f"has no column {', '.join(missing)}")])
        if len(set(header)) < len(header):
            raise BuildError([Fault(file, 0, "has two columns of one name")])
        if not records:
            raise BuildError([Fault(file, 0, "has no rows")])
        rows = [
            row for number, values in enumerate(records, start=2) if (row := self._row(file, number, header, values))
        ]
        self._refuse_duplicates(rows)
        return self._correct(file, rows)

    def _row(self, file: str, number: int, header: list[str], values: list[str]) -> Row | None:
        if len(values) != len(header):
            self._faults.add(file, number, f"has {len(values)} fields where the header has {len(header)}")
            return None
        row = Row(file, number, {column: text.strip() for column, text in zip(header, values, strict=True)})
        for column, text in row.values.items():
            if any(unicodedata.category(letter) in HIDDEN for letter in text):
                self._faults.add(file, number, f"{column} holds a character that cannot be seen: {text!r}")
        return row

    def _refuse_duplicates(self, rows: list[Row]) -> None:
        seen: dict[tuple[str, str], int] = {}
        for row in rows:
            twin = fold("/".join(row[column] for column in TWINS.get(row.file, ())))
            for kind, key in (("key", row.key), ("twin", twin)):
                if key and (kind, key) in seen:
                    self._faults.add(row.file, row.number, f"duplicate of row {seen[kind, key]} ({key})")
                seen.setdefault((kind, key), row.number)

    def _correct(self, file: str, rows: list[Row]) -> list[Row]:
        by_key = {row.key: row for row in rows}
        for correction in self.corrections:
            if correction.file != file:
                continue
            row = by_key.get(correction.key)
            if row is None:
                self._faults.add(file, 0, f"the correction of {correction.key} finds no such row any more")
            elif correction.column == LEFT_OUT:
                rows.remove(row)
            elif row.values.get(correction.column) != correction.old:
                self._faults.add(file, row.number, f"the correction of {correction.column} expects {correction.old!r}")
            else:
                row.values[correction.column] = correction.new
        return rows


def _read_corrections(path: Path) -> tuple[Correction, ...]:
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(Correction(**values) for values in csv.DictReader(stream))
