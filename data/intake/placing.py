"""Where rows are: by their coordinates, else by what they say of county, township, postal code or address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

import numpy as np

from data.dataset import DataSet
from data.intake.addresses import FAR_ISLANDS, find_address
from data.intake.cells import Cells, Faults
from data.intake.cleaned import Cleaned, Note, Refusal, shown
from data.intake.coordinates import Array, coordinate, split_pair
from data.intake.locations import Located, System, locate, recognise
from data.intake.numbers import DecimalStyle, decimal_style
from data.intake.places import NOWHERE, Area, area_name, find_area, find_county, find_town
from data.intake.plan import ImportPlan
from data.intake.postal import area_of_postal
from data.intake.simple_text import LONGEST_SIMPLE, SIMPLE, text
from data.intake.tally import Tally
from data.marking import mark
from data.model import Precision

BY_TOWN = mark("Intake", "Rows without coordinates, placed at their township: {count}, for example {old}.")
BY_COUNTY = mark("Intake", "Rows that say only their county, placed there: {count}, for example {old}.")
BY_ROW_ABOVE = mark(
    "Intake", "Rows that name no county, given that of the nearest county above: {count}, for example {old} → {new}."
)
ZEROS = mark("Intake", "Rows with 0, 0 for unknown coordinates, placed at their township: {count}.")
UNREAD = mark(
    "Intake", "Rows with coordinates whose other words for the place could not be read: {count}, for example {old}."
)


class Place(NamedTuple):
    """Where a row is."""

    county: str
    town: str
    """'' where only the county is known"""
    lon: float
    lat: float
    precision: Precision
    address: str


class _Points(NamedTuple):
    """What of ``Located`` decides about places, as lists: of arrays, single values are slow to get."""

    town: list[int]
    lon: list[float]
    lat: list[float]


class Stated(NamedTuple):
    """What a row says of its place in words."""

    area: Area
    address: str
    refused: tuple[str, str, Refusal] | None
    """field, cell and why it cannot be read, where nothing else in the row names a township"""


class Placer:
    """Places the rows of a table."""

    def __init__(
        self,
        plan: ImportPlan,
        data: DataSet,
        cells: Cells,
        sample: Sequence[Sequence[str]],
        nested: bool = False,
    ) -> None:
        """``nested`` lets the rows of townships stand below a row of their county, which they do not name."""
        self._nested, self._above = nested, ""
        self._data, self._cells, self._tally = data, cells, cells.tally
        self._fields = [field for field in _STATED if cells.has(field)]
        self._given = (cells.has("x") and cells.has("y")) or cells.has("point")
        self._style = style_of(cells, sample)
        self._centres = {town.code: (town.lon, town.lat) for town in data.towns}
        self._codes = [town.code for town in data.towns]
        self._full_names = {town.full_name("zh"): Area(town.code[:5], town.code) for town in data.towns}
        self._named: dict[tuple[str, str], Cleaned[Area]] = {}
        self._county_centres = _county_centres(data)
        self._system = System(plan.crs, plan.swapped) if plan.crs else self.system(sample)

    def system(self, rows: Sequence[Sequence[str]]) -> System:
        """Return the coordinate system that rows speak for."""
        if not self._given:
            return System(0)
        x, y = self._numbers(rows, [0] * len(rows), {}, Tally())
        codes = [_code(self._stated(texts, 0, Tally()).area) for texts in self._texts(rows)]
        return recognise(x, y, self._data, codes)

    def places(self, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults) -> list[Place]:
        """Return the place of each row; of those with faults it means nothing."""
        stated = [
            self._stated(texts, number, self._tally) for texts, number in zip(self._texts(rows), numbers, strict=True)
        ]
        points = self._points(rows, numbers, faults, [_code(one.area) for one in stated])
        where = None if points is None else _Points(*(one.tolist() for one in (points.town, points.lon, points.lat)))
        return [self._place(index, stated[index], where, numbers[index], faults) for index in range(len(rows))]

    def _points(
        self, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults, codes: Sequence[str]
    ) -> Located | None:
        """Return where the coordinates of rows lie, None where the table has none."""
        if not self._given:
            return None
        x, y = self._numbers(rows, numbers, faults, self._tally)
        for index in np.flatnonzero((x == 0) & (y == 0)).tolist():
            if len(codes[index]) > 5:  # the row names its township: what stands for unknown need not refuse it
                x[index] = y[index] = np.nan
                self._tally.count(ZEROS, numbers[index])
        if not self._system.crs and np.isfinite(x).any():
            self._system = recognise(x, y, self._data, codes)
        found = locate(x, y, self._system.crs or 4326, self._system.swapped, self._data, codes)
        for index, notes in found.remarks.items():
            if index not in found.refusals:
                self._tally.notes(notes, numbers[index])
        field = "x" if self._cells.has("x") else "point"
        for index, refusal in found.refusals.items():
            if index not in faults:
                raw = self._cells.column(field, [rows[index]])[0]
                self._cells.refuse(faults, index, field, raw, refusal)
        return found

    def _numbers(
        self, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults, tally: Tally
    ) -> tuple[Array, Array]:
        """Return (n,) x and y as they are written, NaN where there are none or they cannot be read."""
        if self._cells.has("x") and self._cells.has("y"):
            columns = [(name, self._cells.column(name, rows)) for name in ("x", "y")]
        else:
            pairs = [split_pair(raw) for raw in self._cells.column("point", rows)]
            columns = [("point", [pair[at] if pair else "" for pair in pairs]) for at in (0, 1)]
            for index, raw in enumerate(self._cells.column("point", rows)):
                if raw.strip() and pairs[index] is None:
                    refusal = Refusal("{value} holds no two coordinates.", value=shown(raw))
                    self._cells.refuse(faults, index, "point", raw, refusal)
        found = []
        for name, cells in columns:
            values = [np.nan] * len(rows)
            found.append(values)
            for index, raw in enumerate(cells):
                if not raw:
                    continue
                try:
                    cleaned = coordinate(raw, self._style)
                except Refusal as refusal:
                    self._cells.refuse(faults, index, name, raw, refusal)
                    continue
                if cleaned.remarks:
                    tally.notes(cleaned.remarks, numbers[index])
                if cleaned.value is not None:
                    values[index] = cleaned.value
        x, y = (np.array(values, dtype=np.float64) for values in found)
        return x, y

    def areas(self, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults) -> list[Area]:
        """Return the township of each row, or the county where it says no more."""
        if self._given:
            return [Area(one.county, one.town) for one in self.places(rows, numbers, faults)]
        found = []
        for index, texts in enumerate(self._texts(rows)):
            stated = self._stated(texts, numbers[index], self._tally)
            found.append(stated.area)
            if stated.refused is not None:
                self._cells.refuse(faults, index, *stated.refused)
            elif not stated.area.county_code:
                self._cells.refuse(faults, index, "", "", Refusal("The row says nowhere where it is."))
        return found

    def _texts(self, rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
        """Return what each row says of its place, by field."""
        columns = [self._cells.column(field, rows) for field in self._fields]
        if not columns:
            return [{}] * len(rows)
        return [dict(zip(self._fields, texts, strict=True)) for texts in zip(*columns, strict=True)]

    def _stated(self, texts: Mapping[str, str], number: int, tally: Tally) -> Stated:
        """Return what a row says of its place: the first of its cells that names a township, else a county."""
        area, address = NOWHERE, ""
        refused: tuple[str, str, Refusal] | None = None
        data = self._data
        for field, raw in texts.items():
            if not raw or (area.town_code and field != "address"):
                continue
            if field == "address" and (plain := self._plain_address(raw, area.county_code)) is not None:
                area, address = area if area.town_code else plain, raw
                continue
            try:
                found: Cleaned[Area]
                if field == "county":
                    county = find_county(raw, data)
                    found = Cleaned(Area(county.value), county.remarks)
                elif field == "town":
                    found = self._town(raw, area.county_code)
                elif field == "address":
                    line = find_address(raw, data, area.county_code)
                    address = line.value.text
                    found = Cleaned(line.value.area, line.remarks)
                elif field == "postal":
                    found = area_of_postal(raw, data)
                else:
                    found = self._area(raw, area.county_code)
            except Refusal as refusal:
                refused = refused or (field, raw, refusal)
                if field == "address":
                    with suppress(Refusal):
                        address = text(raw).value
                continue
            if found.remarks:
                tally.notes(found.remarks, number)
            if not area.town_code and found.value.county_code:
                area = found.value
        return Stated(area, address, None if area.town_code else refused)

    def _area(self, raw: str, county: str) -> Cleaned[Area]:
        """Return the area that a cell names, in the county of a row above where it names none. Raises Refusal."""
        if not self._nested or county:
            return find_area(raw, self._data, county)
        if self._above:
            with suppress(Refusal):
                town = find_town(raw, self._data, self._above)
                if town.value and not raw.strip().startswith(area_name(Area(self._above), self._data)):
                    note = Note(BY_ROW_ABOVE, shown(raw.strip()), area_name(Area(self._above, town.value), self._data))
                    return Cleaned(Area(self._above, town.value), (*town.remarks, note))
        found = find_area(raw, self._data)
        if found.value.county_code and not found.value.town_code:
            self._above = found.value.county_code
        return found

    def _town(self, raw: str, county: str) -> Cleaned[Area]:
        """Return the area of a cell that names a township. Raises Refusal."""
        found = self._named.get((raw, county))
        if found is None:
            town = find_town(raw, self._data, county)
            found = Cleaned(Area(town.value[:5], town.value), town.remarks)
            if len(self._named) < _NAMED:
                self._named[raw, county] = found
        return found

    def _plain_address(self, raw: str, county: str) -> Area | None:
        """Return where an address is that begins with county and township as they are written today; None for others.

        It is what ``find_address`` makes of it, in a tenth of the time: nearly all addresses of a list are so. Such an
        address is kept as it is written.
        """
        if len(raw) < LONGEST_SIMPLE and SIMPLE.fullmatch(raw):
            for length in (6, 7, 5):
                area = self._full_names.get(raw[:length])
                if area is not None and area.county_code == (county or area.county_code):
                    return None if area.town_code in FAR_ISLANDS else area
        return None

    def _place(self, index: int, stated: Stated, points: _Points | None, number: int, faults: Faults) -> Place:
        area = stated.area
        if index in faults:
            return _NOWHERE
        if points is not None and points.town[index] >= 0:
            if stated.refused is not None:
                self._tally.count(UNREAD, number, old=shown(stated.refused[1].strip()))
            town = self._codes[points.town[index]]
            lon, lat = round(points.lon[index], 6), round(points.lat[index], 6)
            return Place(town[:5], town, lon, lat, Precision.SITE, stated.address)
        if stated.refused is not None:
            field, raw, refusal = stated.refused
            self._cells.refuse(faults, index, field, raw, refusal)
            return _NOWHERE
        if area.town_code:
            if self._given:
                self._tally.count(BY_TOWN, number, old=area_name(area, self._data))
            lon, lat = self._centres[area.town_code]
            return Place(area.county_code, area.town_code, lon, lat, Precision.TOWN, stated.address)
        if area.county_code:
            self._tally.count(BY_COUNTY, number, old=area_name(area, self._data))
            lon, lat = self._county_centres[area.county_code]
            return Place(area.county_code, "", lon, lat, Precision.COUNTY, stated.address)
        self._cells.refuse(faults, index, "", "", Refusal("The row says nowhere where it is."))
        return _NOWHERE


def style_of(cells: Cells, rows: Sequence[Sequence[str]]) -> DecimalStyle:
    """Return how coordinates write their decimals."""
    return decimal_style([raw for name in ("x", "y") for raw in cells.column(name, rows)])


def _code(area: Area) -> str:
    return area.town_code or area.county_code


_STATED = ("county", "area_code", "town", "place", "address", "postal")
"""The fields that say where a row is, in the order in which they are asked; a county settles what a name means."""

_NAMED = 10_000
"""Different cells with townships that are kept; more are different in every row, and none comes again."""

_NOWHERE = Place("", "", 0.0, 0.0, Precision.COUNTY, "")


def _county_centres(data: DataSet) -> dict[str, tuple[float, float]]:
    """Return the representative point of each county: that of the township in which most of its people live."""
    population = np.nan_to_num(data.town_values("population"))
    found: dict[str, tuple[float, tuple[float, float]]] = {}
    for town, people in zip(data.towns, population, strict=True):
        if people >= found.get(town.county.code, (-1.0, (0.0, 0.0)))[0]:
            found[town.county.code] = float(people), (town.lon, town.lat)
    return {code: place for code, (_, place) in found.items()}
