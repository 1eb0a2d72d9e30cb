"""The arithmetic behind the indicators that count sites: AI sites, telemedicine points, hospitals (docs/formulas.md).

W, pop and unknown towns are as in ``data.balance.measures``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from data.arrays import read_only
from data.balance.distance import town_of_site
from data.balance.groups import NATION_NAME, Groups
from data.balance.measures import POPULATION, SPOKE, Array, Column, column_of, divide, people_of, rate
from data.balance.trace import (
    Input,
    Role,
    Trace,
    figure_input,
    figures_total,
    ordered,
    site_input,
    site_label,
    town_input,
)
from data.dataset import DataSet
from data.model import Layer, Name, Precision, Site, Status, Town

SEVERE = "severe"
"""The highest grade of emergency hospitals."""


class Choice(Hashable, Protocol):
    """What says which sites count."""

    def chosen(self, data: DataSet) -> tuple[Site, ...]:
        """Return the sites that count."""
        ...


@dataclass(frozen=True)
class SiteCount:
    """Number of listed sites of a layer, of a status and a category where these are given; 0 where none is listed."""

    layer: Layer
    status: Status | None = None
    category: str = ""

    def chosen(self, data: DataSet) -> tuple[Site, ...]:
        """Return the sites that count."""
        return _chosen(data, self)

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        return column_of(counts_of(data, groups, self), np.ones(len(groups.ids)))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        return Trace(ordered(site_inputs(data, groups, row, self.chosen(data))))


@lru_cache(maxsize=32)
def _chosen(data: DataSet, count: SiteCount) -> tuple[Site, ...]:
    sites, status, category = data.sites_of(count.layer), count.status, count.category
    if status is not None:
        sites = tuple([site for site in sites if site.status is status])
    return tuple([site for site in sites if site.category == category]) if category else sites


@dataclass(frozen=True)
class SitesPerPeople:
    """Listed sites of a layer with a status per so many people."""

    layer: Layer
    status: Status
    people: float

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        counted = SiteCount(self.layer, self.status)(data, groups)
        population = people_of(data, groups)
        return column_of(divide(counted.values, population / self.people), counted.known)

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        sites = site_inputs(data, groups, row, SiteCount(self.layer, self.status).chosen(data))
        people = figures_total(data, groups, row, data.town_figures(POPULATION), groups.weights[row])
        return Trace(ordered((*sites, *people)), self.people)


@dataclass(frozen=True)
class LocationQuotient:
    """Share of the nation's sites ÷ share of its people: (W @ s ÷ Σ s) ÷ (W @ pop ÷ Σ pop); 1 is the nation.

    NaN where nobody lives and where the nation has no site.
    """

    layer: Layer
    status: Status

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        chosen = SiteCount(self.layer, self.status).chosen(data)
        if not chosen:
            return column_of(np.full(len(groups.ids), np.nan), np.zeros(len(groups.ids)))
        population = data.town_values(POPULATION)
        counted = counts_of(data, groups, SiteCount(self.layer, self.status))
        per_person = divide(counted, groups.weights @ population)
        return column_of(per_person * (population.sum() / len(chosen)), np.ones(len(groups.ids)))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        chosen = SiteCount(self.layer, self.status).chosen(data)
        figures, everybody = data.town_figures(POPULATION), np.ones(len(data.towns))
        inputs = site_inputs(data, groups, row, chosen)
        inputs += figures_total(data, groups, row, figures, groups.weights[row])
        people = figures_total(data, groups, row, figures, everybody, role="times")
        inputs += [replace(one, area=NATION_NAME, place=None) for one in people]
        label = Name("全國營運中據點", "Sites in operation in the nation")
        inputs.append(Input(NATION_NAME, label, len(chosen), Name("處", "sites"), "", "", "", "", "", None, 1.0, "per"))
        inside = {one.place for one in inputs}
        elsewhere = (site_input(data, site, role="evidence") for site in chosen)
        inputs += [one for one in elsewhere if one.place not in inside]
        return Trace(ordered(inputs))


@dataclass(frozen=True)
class TelemedicineCount:
    """Number of listed telemedicine points of a category with a status.

    The list is known to be incomplete, so a group in which no point of the category is listed is unknown, not zero;
    ``known`` is the share of its people who live in a county with a listed point (for towns: 1 or 0).
    """

    category: str
    status: Status

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        listed = telemedicine(data, self.category)
        found = counts(data, groups, (site for site in listed if site.status is self.status))
        any_listed = counts(data, groups, ever_listed(data, self.category)) > 0
        return column_of(
            np.where(any_listed, found, np.nan), listed_share(data, groups, telemedicine(data.known, self.category))
        )

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        listed = telemedicine(data, self.category)
        inputs = site_inputs(data, groups, row, (site for site in listed if site.status is self.status))
        others = (site for site in listed if site.status is not self.status)
        inputs += site_inputs(data, groups, row, others, role="evidence")
        return Trace(ordered(inputs))


@dataclass(frozen=True)
class TownCount:
    """Number of the towns of a class: W @ class."""

    belongs: Callable[[Town], bool]
    label: Name

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        return column_of(groups.weights @ members(data, self.belongs), np.ones(len(groups.ids)))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        return Trace(ordered(_town_inputs(data, groups.weights[row] * members(data, self.belongs), self.label)))


@dataclass(frozen=True)
class TownsWithPoint:
    """Number of the towns of a class with a listed operating point.

    A group that has such towns but no listed point in any of them is unknown, not zero.
    """

    belongs: Callable[[Town], bool]
    label: Name

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        inside = members(data, self.belongs)
        with_listed = groups.weights @ (inside * (by_town(data, ever_listed(data, SPOKE)) > 0))
        found = groups.weights @ (inside * has_operating_point(data))
        unknown = (groups.weights @ inside > 0) & (with_listed == 0)
        people = data.town_values(POPULATION) * inside
        return column_of(
            np.where(unknown, np.nan, found), listed_share(data, groups, telemedicine(data.known, SPOKE), people)
        )

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        inside = groups.weights[row] * members(data, self.belongs)
        inputs = _town_inputs(data, inside * has_operating_point(data), self.label)
        return Trace(ordered((*inputs, *_points_of(data, groups, row, inside > 0))))


@dataclass(frozen=True)
class TownsWithoutKnownPoint:
    """Number of the towns of a class without a listed operating point: none is known, which does not mean none."""

    belongs: Callable[[Town], bool]
    label: Name

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        without = groups.weights @ (members(data, self.belongs) * (1 - has_operating_point(data)))
        return column_of(without, np.ones(len(groups.ids)))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        without = groups.weights[row] * members(data, self.belongs) * (1 - has_operating_point(data))
        return Trace(ordered((*_town_inputs(data, without, self.label), *_points_of(data, groups, row, without > 0))))


@dataclass(frozen=True)
class PeopleWithPoint:
    """Percent of people of a kind who live in a town with a listed operating point: 100 · W @ (x × m) ÷ W @ x.

    x are the people of a variable in the towns of a class. NaN where there are no such people, and where no point of
    any status is listed in the towns where they live: the list is incomplete. ``known`` is the share of such people in
    counties with a listed point (for towns: 1 or 0).
    """

    variable: str
    belongs: Callable[[Town], bool]

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        people = data.town_values(self.variable) * members(data, self.belongs)
        with_listed = groups.weights @ (people * (by_town(data, ever_listed(data, SPOKE)) > 0))
        share = divide(groups.weights @ (people * has_operating_point(data)) * 100, groups.weights @ people)
        return column_of(
            np.where(with_listed > 0, share, np.nan),
            listed_share(data, groups, telemedicine(data.known, SPOKE), people),
        )

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        figures = data.town_figures(self.variable)
        inside = groups.weights[row] * members(data, self.belongs)
        having = has_operating_point(data)
        inputs = [
            figure_input(data, figure, weight=float(inside[town]))
            for town in np.flatnonzero(inside * having)
            if (figure := figures[town]) is not None
        ]
        inputs += figures_total(data, groups, row, figures, inside)
        return Trace(ordered((*inputs, *_points_of(data, groups, row, inside > 0))), 100)


@dataclass(frozen=True)
class SevereHospitals:
    """Number of operating hospitals of the highest emergency grade, or per so many people: W @ h (÷ W @ pop × people).

    A town of whose operating hospitals no grade is known leaves the rate. An area in which none is known to be of the
    highest grade is unknown where one's grade is unknown: that one may be. ``known`` is the share of people in towns of
    whose operating hospitals every grade is known, 0 where the value is unknown.
    """

    people: float = 0

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        severe, complete = _severe(data)
        population = data.town_values(POPULATION)
        column = rate(data, groups, severe, population / self.people if self.people else None)
        known = divide(groups.weights @ (population * complete), groups.weights @ population)
        perhaps = (groups.weights @ np.nan_to_num(severe) == 0) & (groups.weights @ ~complete > 0)
        return column_of(np.where(perhaps, np.nan, column.values), np.where(perhaps, 0, known))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        severe, _ = _severe(data)
        share = groups.weights[row] * ~np.isnan(severe)
        sites = _operating_hospitals(data)
        inputs = site_inputs(data, groups, row, (site for site in sites if site.extra.get(GRADE, "") == SEVERE))
        inputs += [
            site_input(data, site, None, label=site_label(site, Name("分級不詳", "grade unknown")), role="evidence")
            for site in sites
            if not site.extra.get(GRADE, "") and groups.weights[row][data.town_index[site.town_code]]
        ]
        if self.people:
            inputs += figures_total(data, groups, row, data.town_figures(POPULATION), share)
        return Trace(ordered(inputs), self.people or 1.0)


GRADE = "emergency_grade"


def everywhere(_town: Town) -> bool:
    """Every town belongs."""
    return True


def rural(town: Town) -> bool:
    """The statutory rural towns."""
    return town.rural


def indigenous(town: Town) -> bool:
    """The towns of the indigenous areas, mountain and plains."""
    return bool(town.indigenous)


def offshore(town: Town) -> bool:
    """The towns of the outlying islands."""
    return town.offshore


def members(data: DataSet, belongs: Callable[[Town], bool]) -> Array:
    """Return (368,) 1 for the towns that belong, else 0; read-only."""
    return _members(data.geography, belongs)


@lru_cache(maxsize=16)
def _members(data: DataSet, belongs: Callable[[Town], bool]) -> Array:
    return read_only(np.array([belongs(town) for town in data.towns], dtype=float))


@lru_cache(maxsize=16)
def telemedicine(data: DataSet, category: str) -> tuple[Site, ...]:
    """Return the telemedicine sites of a category."""
    return tuple(site for site in data.sites_of(Layer.TELEMEDICINE) if site.category == category)


def by_town(data: DataSet, sites: Iterable[Site]) -> Array:
    """Return (368,) the number of sites whose town is known."""
    index, county = data.town_index, Precision.COUNTY
    rows = [index[site.town_code] for site in sites if site.precision is not county]
    return np.bincount(rows, minlength=len(data.towns)).astype(float)


def counts(data: DataSet, groups: Groups, sites: Iterable[Site]) -> Array:
    """Count sites by group: W @ sites of each town.

    A site of which only the county is known counts in no single town; elsewhere it counts as the town that it is
    placed in does, or else as the county's most populous town.
    """
    return np.asarray(groups.weights @ _tally(data, sites)[int(groups.by != "town")])


def counts_of(data: DataSet, groups: Groups, choice: Choice) -> Array:
    """Return ``counts`` of the sites of a choice, looked through once for all kinds of groups."""
    return np.asarray(groups.weights @ _tally_of(data, choice)[int(groups.by != "town")])


@lru_cache(maxsize=64)
def _tally_of(data: DataSet, choice: Choice) -> NDArray[np.intp]:
    return read_only(_tally(data, choice.chosen(data)))


def _tally(data: DataSet, sites: Iterable[Site]) -> NDArray[np.intp]:
    """Return (2, 368) the sites that count as each town: where towns are what is counted by, and elsewhere."""
    index, county = data.town_index, Precision.COUNTY
    rows: list[int] = []
    placed: list[int] = []
    for site in sites:
        if site.precision is county:
            placed.append(index[town_of_site(data, site).code])
        else:
            rows.append(index[site.town_code])
    alone = np.bincount(rows, minlength=len(data.towns))
    return np.stack([alone, alone + np.bincount(placed, minlength=len(data.towns))])


def counted_row(data: DataSet, groups: Groups, site: Site) -> int | None:
    """Return the row of the town as which a site counts in groups of this kind, None where it counts in none."""
    if site.precision is not Precision.COUNTY:
        return data.town_index[site.town_code]
    return None if groups.by == "town" else data.town_index[town_of_site(data, site).code]


def site_inputs(data: DataSet, groups: Groups, row: int, sites: Iterable[Site], *, role: Role = "sum") -> list[Input]:
    """Return the sites that count in one group, each as one, with the share with which it does."""
    inputs = []
    for site in sites:
        town = counted_row(data, groups, site)
        share = 0.0 if town is None else float(groups.weights[row][town])
        if share:
            inputs.append(site_input(data, site, weight=share, role=role))
    return inputs


def has_operating_point(data: DataSet) -> NDArray[np.bool_]:
    """Return (368,) whether an operating telemedicine point is listed in the town."""
    return by_town(data, (site for site in telemedicine(data, SPOKE) if site.status is Status.OPERATING)) > 0


def ever_listed(data: DataSet, category: str) -> tuple[Site, ...]:
    """Return the telemedicine sites of a category, and those that a scenario has moved or removed where they stood.

    Where one was listed, that none is left is known. A site may come twice.
    """
    sites = telemedicine(data, category)
    return sites if data.baseline is None else (*sites, *telemedicine(data.baseline, category))


def listed_share(data: DataSet, groups: Groups, listed: tuple[Site, ...], people: Array | None = None) -> Array:
    """Share of people (all, or those given by town) in counties with a listed site; for towns, in such towns.

    ``listed`` is what is known (``DataSet.known``): a scenario makes no list more or less complete.
    """
    if groups.by == "town":
        seen = by_town(data, listed) > 0
    else:
        counties = [data.county_index[site.county_code] for site in listed]
        seen = np.isin(data.town_county_rows, counties)
    counted = data.town_values(POPULATION) if people is None else people
    total_people = groups.weights @ counted
    return np.where(total_people > 0, divide(groups.weights @ (counted * seen), total_people), 1.0)


def _points_of(data: DataSet, groups: Groups, row: int, towns: NDArray[np.bool_]) -> list[Input]:
    """Return as evidence the listed points of the towns marked True."""
    spokes = (site for site in telemedicine(data, SPOKE) if site.precision is not Precision.COUNTY)
    inside = (site for site in spokes if towns[data.town_index[site.town_code]])
    return site_inputs(data, groups, row, inside, role="evidence")


def _town_inputs(data: DataSet, weights: Array, label: Name) -> list[Input]:
    unit = Name("個", "township")
    return [
        town_input(data.towns[row], label, 1.0, unit, weight=float(weights[row])) for row in np.flatnonzero(weights)
    ]


@lru_cache(maxsize=16)
def _operating_hospitals(data: DataSet) -> tuple[Site, ...]:
    """Return the hospitals whose grade matters; a scenario gives none to those it adds, so they change nothing."""
    index, known, operating = data.town_index, data.known.site_by_id, Status.OPERATING
    return tuple(
        [
            site
            for site in data.sites_of(Layer.HOSPITAL)
            if site.status is operating and site.town_code in index and site.id in known
        ]
    )


@lru_cache(maxsize=16)
def _severe(data: DataSet) -> tuple[Array, NDArray[np.bool_]]:
    """Return (368,) severe-grade hospitals, NaN where no grade of the town's is known, and whether all are known."""
    sites = _operating_hospitals(data)
    unknown = by_town(data, (site for site in sites if not site.extra.get(GRADE, "")))
    every = by_town(data, sites)
    severe = by_town(data, (site for site in sites if site.extra.get(GRADE, "") == SEVERE))
    return read_only(np.where((unknown > 0) & (unknown == every), np.nan, severe)), read_only(unknown == 0)
