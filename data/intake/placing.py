"""Where rows are: by their coordinates, else by what they say of county, township, postal code or address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.dataset import DataSet
from data.intake.addresses import find_address
from data.intake.cells import Cells, Faults
from data.intake.cleaned import Cleaned, Refusal
from data.intake.numbers import is_unknown
from data.intake.places import NOWHERE, Area, area_name, find_area, find_county, find_town
from data.intake.plan import ImportPlan
from data.intake.postal import area_of_postal
from data.model import Precision
from data.readers.sheet import Row

BY_TOWN = "{count} rows have no coordinates and were placed at their township, as {old}."
BY_COUNTY = "{count} rows say only their county and were placed there, as {old}."
UNREAD = "{count} rows have coordinates; what else they say of their place could not be read, as {old}."
OTHER_TOWN = "{count} rows have coordinates in another township than they say; the coordinates counted, as {old} → {new}."


class Place(NamedTuple):
    """Where a row is."""

    county: str
    town: str
    """'' where only the county is known"""
    lon: float
    lat: float
    precision: Precision
    address: str


class Stated(NamedTuple):
    """What a row says of its place in words."""

    area: Area
    address: str
    refused: tuple[str, str, Refusal] | None
    """field, cell and why it cannot be read, where nothing else in the row names a township"""


class Placer:
    """Places the rows of a table."""

    def __init__(self, plan: ImportPlan, data: DataSet, cells: Cells, sample: Sequence[Sequence[str]]) -> None:
        self._data, self._cells, self._tally = data, cells, cells.tally
        self._points = Points(plan, data, cells, sample)
        self._centres = {town.code: (town.lon, town.lat) for town in data.towns}
        self._county_centres = _county_centres(data)

    def places(
        self, rows: Sequence[Sequence[str]], numbers: Sequence[int], faults: Faults
    ) -> list[Place]:
        """Return the place of each row; of those with faults it means nothing."""
        stated = self.stated(rows, numbers)
        points = self._points.of(rows, numbers, faults, [one.area for one in stated])
        return [
            self._place(index, stated[index], points, numbers[index], faults) for index in range(len(rows))
        ]

    def stated(self, rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> list[Stated]:
        """Return what the rows say of their place in words."""
        fields = [field for field in ("county", "area_code", "town", "place", "address", "postal") if self._cells.has(field)]
        if not fields:
            return [Stated(NOWHERE, "", None)] * len(rows)
        columns = [self._cells.column(field, rows) for field in fields]
        return [
            self._stated(dict(zip(fields, texts, strict=True)), number)
            for texts, number in zip(zip(*columns, strict=True), numbers, strict=True)
        ]

    def _stated(self, texts: Mapping[str, str], number: int) -> Stated:
        area, refused, address = NOWHERE, None, ""
        data, tally = self._data, self._tally
        for field, raw in texts.items():
            if not raw or (area.town_code and field != "address"):
                continue
            try:
                found: Cleaned[Area]
                if field == "county":
                    county = find_county(raw, data)
                    found = Cleaned(Area(county.value), county.remarks)
                elif field == "town":
                    town = find_town(raw, data, area.county_code)
                    found = Cleaned(Area(town.value[:5], town.value), town.remarks)
                elif field == "address":
                    line = find_address(raw, data, area.county_code)
                    address = line.value.text
                    found = Cleaned(line.value.area, line.remarks)
                elif field == "postal":
                    found = area_of_postal(raw, data)
                else:
                    found = find_area(raw, data, area.county_code)
            except Refusal as refusal:
                refused = refused or (field, raw, refusal)
                if field == "address":
                    address = raw.strip()
                continue
            if found.remarks:
                tally.notes(found.remarks, number)
            if not area.town_code and found.value.county_code:
                area = found.value
        return Stated(area, address, None if area.town_code else refused)

    def _place(self, index: int, stated: Stated, points: Found, number: int, faults: Faults) -> Place:
        area = stated.area
        if points.known[index]:
            town = points.towns[index]
            if stated.refused is not None:
                self._tally.count(UNREAD, number, old=stated.refused[1].strip()[:60])
            elif area.town_code and area.town_code != town:
                names = area_name(area, self._data), area_name(Area(town[:5], town), self._data)
                self._tally.count(OTHER_TOWN, number, old=names[0], new=names[1])
            lon, lat = float(points.lon[index]), float(points.lat[index])
            return Place(town[:5], town, lon, lat, Precision.SITE, stated.address)
        if index in faults:
            return _NOWHERE
        if stated.refused is not None:
            field, raw, refusal = stated.refused
            self._cells.refuse(faults, index, field, raw, refusal)
            return _NOWHERE
        if area.town_code:
            if self._points.given:
                self._tally.count(BY_TOWN, number, old=area_name(area, self._data))
            lon, lat = self._centres[area.town_code]
            return Place(area.county_code, area.town_code, lon, lat, Precision.TOWN, stated.address)
        if area.county_code:
            self._tally.count(BY_COUNTY, number, old=area_name(area, self._data))
            lon, lat = self._county_centres[area.county_code]
            return Place(area.county_code, "", lon, lat, Precision.COUNTY, stated.address)
        self._cells.refuse(faults, index, "", "", Refusal("The row says nowhere where it is."))
        return _NOWHERE


_NOWHERE = Place("", "", 0.0, 0.0, Precision.COUNTY, "")


def _county_centres(data: DataSet) -> dict[str, tuple[float, float]]:
    """Return the representative point of each county: that of the township in which most of its people live."""
    population = np.nan_to_num(data.town_values("population"))
    found: dict[str, tuple[float, tuple[float, float]]] = {}
    for town, people in zip(data.towns, population, strict=True):
        if people >= found.get(town.county.code, (-1.0, (0.0, 0.0)))[0]:
            found[town.county.code] = float(people), (town.lon, town.lat)
    return {code: place for code, (_, place) in found.items()}
