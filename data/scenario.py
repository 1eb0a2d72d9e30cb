"""What if: hypothetical changes of sites and coverage, and the data set as it would be with them.

Every measure works on a ``DataSet``; so a scenario is nothing but another data set, whose hypothetical rows name the
source ``scenario``. The baseline is the empty scenario.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import AreaLevel, Figure, Layer, Name, Precision, Site, Source, Status

SOURCE_ID = "scenario"
"""Source of every hypothetical site and figure."""

EMERGENCY_BEDS = "emergency_beds"
SITE_LAYERS = (Layer.AI, Layer.TELEMEDICINE, Layer.HOSPITAL, Layer.BROADBAND)
"""Layers a scenario may add sites to."""

USUAL_CATEGORY: Mapping[Layer, str] = {Layer.TELEMEDICINE: "spoke"}
"""Category of a new site that names none."""

COVERAGE_LEVELS = (AreaLevel.TOWN, AreaLevel.COUNTY, AreaLevel.RURAL, AreaLevel.NON_RURAL, AreaLevel.NATION)
BOX = (118.0, 20.0, 123.0, 27.0)
"""West, south, east, north in degrees: where sites of Taiwan can be."""


@dataclass(frozen=True, slots=True)
class AddSite:
    """A site that does not exist yet."""

    layer: Layer
    id: str
    name: str
    town_code: str
    lon: float
    lat: float
    category: str = ""
    status: Status = Status.OPERATING
    beds: float | None = None
    """emergency beds, of hospitals only"""


@dataclass(frozen=True, slots=True)
class MoveSite:
    """A site, also one that the scenario added, stands somewhere else."""

    site_id: str
    lon: float
    lat: float
    town_code: str


@dataclass(frozen=True, slots=True)
class RemoveSite:
    """A site is no more."""

    site_id: str


@dataclass(frozen=True, slots=True)
class UpgradeSite:
    """A site changes its status (planned to operating) or its emergency beds; None leaves it as it is."""

    site_id: str
    status: Status | None = None
    beds: float | None = None


@dataclass(frozen=True, slots=True)
class SetCoverage:
    """Coverage of a town, a county, the rural or non-rural class or the nation becomes ``value`` percent.

    As with the figures of the data set, a finer level that has a figure of the series wins over it.
    """

    series: str
    level: AreaLevel
    area: str
    """town or county code; '' for rural, non-rural and nation"""
    value: float


Change = AddSite | MoveSite | RemoveSite | UpgradeSite | SetCoverage


@dataclass(frozen=True, slots=True)
class Scenario:
    """Changes in the order in which they were made."""

    name: str = ""
    changes: tuple[Change, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.changes

    def with_change(self, change: Change) -> Scenario:
        """Return the scenario with one change more, in which earlier changes of the same thing are taken up.

        A site moved twice is one move; moving or removing an added site changes its addition.
        """
        return replace(self, changes=_merged(self.changes, change))

    def without(self, position: int) -> Scenario:
        """Return the scenario without the change at ``position``, nor changes of a site that only it had added."""
        gone = self.changes[position]
        rest = self.changes[:position] + self.changes[position + 1 :]
        if isinstance(gone, AddSite):
            rest = tuple(change for change in rest if site_of(change) != gone.id)
        return replace(self, changes=rest)


def site_of(change: Change) -> str:
    """Return the id of the site that a change is about, '' where it is about coverage."""
    if isinstance(change, AddSite):
        return change.id
    return "" if isinstance(change, SetCoverage) else change.site_id


def _merged(changes: tuple[Change, ...], change: Change) -> tuple[Change, ...]:
    if isinstance(change, SetCoverage):
        key = (change.series, change.level, change.area)
        kept = (
            one for one in changes if not (isinstance(one, SetCoverage) and (one.series, one.level, one.area) == key)
        )
        return (*kept, change)
    site = site_of(change)
    added = next((one for one in changes if isinstance(one, AddSite) and one.id == site), None)
    if added is not None and not isinstance(change, AddSite):
        if isinstance(change, RemoveSite):
            return tuple(one for one in changes if site_of(one) != site)
        if isinstance(change, MoveSite):
            new = replace(added, lon=change.lon, lat=change.lat, town_code=change.town_code)
        else:
            new = replace(
                added,
                status=added.status if change.status is None else change.status,
                beds=added.beds if change.beds is None else change.beds,
            )
        return tuple(new if one is added else one for one in changes)
    if isinstance(change, RemoveSite):
        return (*(one for one in changes if site_of(one) != site), change)
    for position, one in enumerate(changes):
        if isinstance(one, MoveSite) and isinstance(change, MoveSite) and one.site_id == site:
            return (*changes[:position], change, *changes[position + 1 :])
        if isinstance(one, UpgradeSite) and isinstance(change, UpgradeSite) and one.site_id == site:
            both = UpgradeSite(
                site,
                one.status if change.status is None else change.status,
                one.beds if change.beds is None else change.beds,
            )
            return (*changes[:position], both, *changes[position + 1 :])
    return (*changes, change)


@lru_cache(maxsize=8)
def apply_scenario(scenario: Scenario, data: DataSet) -> DataSet:
    """Return the data set as it would be; ``data`` itself for the empty scenario.

    Raises UnknownNameError where a change names what does not exist or gives a value that cannot be.
    """
    if scenario.is_empty:
        return data
    sites = dict(data.site_by_id)
    covered: dict[tuple[str, AreaLevel, str], Figure] = {}
    for number, change in enumerate(scenario.changes, start=1):
        try:
            if isinstance(change, SetCoverage):
                figure = _coverage_figure(data, change)
                covered[figure.series, figure.level, figure.area] = figure
            else:
                _change_site(data, sites, change)
        except UnknownNameError as fault:
            raise UnknownNameError("Change {number} of the scenario: {fault}", number=number, fault=fault) from None
    source = Source(SOURCE_ID, scenario.name or "情境假設 Scenario", "", "", "", "scenario", "")
    kept = [figure for figure in data.figures if (figure.series, figure.level, figure.area) not in covered]
    return data.with_rows(sites=tuple(sites.values()), figures=(*kept, *covered.values()), source=source)


def supported(scenario: Scenario, data: DataSet) -> Scenario:
    """Return the scenario without the changes that ``data`` does not bear, ``scenario`` itself if it bears all."""
    changes: tuple[Change, ...] = ()
    for change in scenario.changes:
        try:
            apply_scenario(replace(scenario, changes=(*changes, change)), data)
        except UnknownNameError:
            continue
        changes = (*changes, change)
    return scenario if changes == scenario.changes else replace(scenario, changes=changes)


def _change_site(data: DataSet, sites: dict[str, Site], change: AddSite | MoveSite | RemoveSite | UpgradeSite) -> None:
    if isinstance(change, AddSite):
        if change.id in sites or not change.id:
            raise UnknownNameError("There is a site {name} already.", name=change.id)
        sites[change.id] = _new_site(data, change)
        return
    site = sites.get(change.site_id)
    if site is None:
        raise UnknownNameError("There is no site {name}.", name=change.site_id)
    if isinstance(change, RemoveSite):
        del sites[site.id]
    elif isinstance(change, MoveSite):
        _check_place(data, change.lon, change.lat, change.town_code)
        sites[site.id] = replace(
            site,
            lon=change.lon,
            lat=change.lat,
            town_code=change.town_code,
            county_code=change.town_code[:5],
            precision=Precision.SITE,
            source_id=SOURCE_ID,
        )
    else:
        if change.status is None and change.beds is None:
            raise UnknownNameError("The change changes nothing: it names neither status nor beds.")
        extra = dict(site.extra)
        if change.beds is not None:
            _check_beds(site.layer, change.beds)
            extra[EMERGENCY_BEDS] = f"{change.beds:g}"
        sites[site.id] = replace(
            site, status=change.status or site.status, extra=extra, source_id=SOURCE_ID, status_text=""
        )


def _new_site(data: DataSet, change: AddSite) -> Site:
    if change.layer not in SITE_LAYERS:
        raise UnknownNameError(
            "A scenario cannot add a site of {name}; the layers are {valid}.",
            name=change.layer,
            valid=", ".join(SITE_LAYERS),
        )
    _check_place(data, change.lon, change.lat, change.town_code)
    others = data.sites_of(change.layer)
    extra = dict.fromkeys(others[0].extra, "") if others else {}
    if change.beds is not None:
        _check_beds(change.layer, change.beds)
        extra[EMERGENCY_BEDS] = f"{change.beds:g}"
    return Site(
        id=change.id,
        layer=change.layer,
        category=change.category or USUAL_CATEGORY.get(change.layer, ""),
        name=Name(change.name or change.id),
        operator="",
        county_code=change.town_code[:5],
        town_code=change.town_code,
        locality="",
        lon=change.lon,
        lat=change.lat,
        precision=Precision.SITE,
        status=change.status,
        status_text="",
        year="",
        value=None,
        unit="",
        source_id=SOURCE_ID,
        source_location="",
        note="",
        extra=extra,
    )


def _check_place(data: DataSet, lon: float, lat: float, town_code: str) -> None:
    if town_code not in data.town_index:
        raise UnknownNameError("There is no township {name}.", name=town_code)
    west, south, east, north = BOX
    if not (west <= lon <= east and south <= lat <= north):
        raise UnknownNameError("The place {lon}, {lat} is not in Taiwan.", lon=lon, lat=lat)


def _check_beds(layer: Layer, beds: float) -> None:
    if layer is not Layer.HOSPITAL:
        raise UnknownNameError("Only hospitals have emergency beds.")
    if not math.isfinite(beds) or beds < 0:
        raise UnknownNameError("The number of beds {value} is not a number of 0 or more.", value=beds)


def _coverage_figure(data: DataSet, change: SetCoverage) -> Figure:
    series = data.series.get(change.series)
    if series is None:
        raise UnknownNameError(
            "There is no coverage series {name}; the series are {valid}.",
            name=change.series,
            valid=", ".join(data.series),
        )
    known = {AreaLevel.TOWN: data.town_index, AreaLevel.COUNTY: data.county_index}.get(change.level, {"": 0})
    if change.level not in COVERAGE_LEVELS or change.area not in known:
        raise UnknownNameError("There is no area {name} at level {level}.", name=change.area, level=change.level)
    if not (math.isfinite(change.value) and 0 <= change.value <= 100):
        raise UnknownNameError("The coverage {value} is not between 0 and 100 percent.", value=change.value)
    return Figure(
        id=f"{SOURCE_ID}.{change.series}.{change.level}.{change.area}",
        variable=series.variable,
        level=change.level,
        area=change.area,
        period=series.period,
        kind="estimate",
        value=change.value,
        bound="",
        series=change.series,
        source_id=SOURCE_ID,
        source_location="",
        note="",
    )
