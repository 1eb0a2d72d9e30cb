"""The arithmetic behind the indicators: sums, rates and means over the towns of each group.

In every formula W is ``Groups.weights`` (groups, 368), pop the registered population of the towns (the latest month
in the set), and unknown towns (NaN) stay out of numerator and denominator alike. Formulas are in docs/formulas.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.balance.groups import Groups
from data.coverage import coverage
from data.dataset import DataSet
from data.model import AreaLevel, Figure, Layer, Precision, Site, Status

POPULATION = "population"
BEDS = "emergency_beds"
SPOKE, HUB = "spoke", "hub"
"""Categories of telemedicine sites."""

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Column:
    """One indicator for n groups."""

    values: Array
    """(n,) NaN where unknown"""
    levels: tuple[str, ...]
    """'' where counted or measured for the area itself, else the levels fallen back to, coarsest last, as
    'county', 'rural/non-rural', 'nation', joined by '+'"""
    known: Array
    """(n,) share, 0 to 1, of the group's people on whom the value stands"""
    bounds: tuple[str, ...]
    """'>=' or '<=' where the value stands on a figure that its source gives as a bound only, else ''"""


Compute = Callable[[DataSet, Groups], Column]


def total(variable: str) -> Compute:
    """Sum of a figure of the towns: W @ x."""

    def compute(data: DataSet, groups: Groups) -> Column:
        return _rate(data, groups, data.town_values(variable), None)

    return compute


def per_people(variable: str, people: float) -> Compute:
    """A figure of the towns per so many people: W @ x / W @ pop × people."""

    def compute(data: DataSet, groups: Groups) -> Column:
        return _rate(data, groups, data.town_values(variable), data.town_values(POPULATION) / people)

    return compute


def ratio(variable: str, base: str, factor: float = 1) -> Compute:
    """One figure over another: W @ x / W @ base × factor."""

    def compute(data: DataSet, groups: Groups) -> Column:
        return _rate(data, groups, data.town_values(variable), data.town_values(base) / factor)

    return compute


def people_mean(variable: str) -> Compute:
    """Mean of a figure of the towns, weighted by their people: W @ (pop × x) / W @ pop."""

    def compute(data: DataSet, groups: Groups) -> Column:
        population = data.town_values(POPULATION)
        return _rate(data, groups, data.town_values(variable) * population, population)

    return compute


def coverage_mean(series: str) -> Compute:
    """Mean coverage weighted by people, each town at the nearest level that has a figure: W @ (pop × c) / W @ pop."""

    def compute(data: DataSet, groups: Groups) -> Column:
        found = coverage(data, series)
        population = data.town_values(POPULATION)
        column = _rate(data, groups, found.values * population, population)
        return Column(column.values, _levels(groups, found.levels), column.known, _bounds(groups, found.figures))

    return compute


def site_count(layer: Layer, status: Status) -> Compute:
    """Number of listed sites of a layer with a status; a group without any has 0 listed."""

    def compute(data: DataSet, groups: Groups) -> Column:
        counts = _counts(data, groups, (site for site in data.sites_of(layer) if site.status is status))
        return _column(counts, np.ones(len(groups.ids)))

    return compute


def sites_per_people(layer: Layer, status: Status, people: float) -> Compute:
    """Listed sites of a layer with a status per so many people."""

    def compute(data: DataSet, groups: Groups) -> Column:
        counted = site_count(layer, status)(data, groups)
        population = groups.weights @ data.town_values(POPULATION)
        return _column(_divide(counted.values, population / people), counted.known)

    return compute


def telemedicine_count(category: str, status: Status) -> Compute:
    """Number of listed telemedicine points of a category with a status.

    The list is known to be incomplete, so a group in which no point of the category is listed is unknown, not zero;
    ``known`` is the share of its people who live in a county with a listed point (for towns: 1 or 0).
    """

    def compute(data: DataSet, groups: Groups) -> Column:
        listed = _telemedicine(data, category)
        counts = _counts(data, groups, (site for site in listed if site.status is status))
        any_listed = _counts(data, groups, listed) > 0
        return _column(np.where(any_listed, counts, np.nan), _listed_share(data, groups, listed))

    return compute


def rural_towns(data: DataSet, groups: Groups) -> Column:
    """Count the statutory rural towns: W @ rural."""
    return _column(groups.weights @ _rural(data), np.ones(len(groups.ids)))


def rural_towns_with_point(data: DataSet, groups: Groups) -> Column:
    """Count the rural towns with a listed operating point.

    A group that has rural towns but no listed point in any of them is unknown, not zero.
    """
    rural, spokes = _rural(data), _telemedicine(data, SPOKE)
    with_listed = groups.weights @ (rural * (_by_town(data, spokes) > 0))
    counts = groups.weights @ (rural * _has_operating_point(data))
    unknown = (groups.weights @ rural > 0) & (with_listed == 0)
    return _column(np.where(unknown, np.nan, counts), _listed_share(data, groups, spokes, rural))


def rural_towns_without_known_point(data: DataSet, groups: Groups) -> Column:
    """Count the rural towns in which no operating point is listed: no point is known, which does not mean none."""
    without = groups.weights @ (_rural(data) * (1 - _has_operating_point(data)))
    return _column(without, np.ones(len(groups.ids)))


def emergency_beds_per_people(people: float) -> Compute:
    """Emergency beds per so many people; see ``town_emergency_beds``.

    ``known`` is the share of people in towns of whose hospitals every number of beds is known.
    """

    def compute(data: DataSet, groups: Groups) -> Column:
        beds, complete = town_emergency_beds(data)
        population = data.town_values(POPULATION)
        column = _rate(data, groups, beds, population / people)
        return _column(column.values, _divide(groups.weights @ (population * complete), groups.weights @ population))

    return compute


def town_emergency_beds(data: DataSet) -> tuple[Array, NDArray[np.bool_]]:
    """Return (368,) beds and whether they are complete.

    A town's own figure counts where it has one, else the known beds of its hospitals. A town without a listed
    hospital has 0; a town with hospitals none of which has a known number is NaN.
    """
    beds = np.zeros(len(data.towns))
    known, unknown = np.zeros(len(data.towns)), np.zeros(len(data.towns))
    for site in data.sites_of(Layer.HOSPITAL):
        row = data.town_index.get(site.town_code)
        if row is None:
            continue
        text = site.extra[BEDS]
        if text:
            beds[row] += float(text)
            known[row] += 1
        else:
            unknown[row] += 1
    beds[(known == 0) & (unknown > 0)] = np.nan
    figures = data.town_values(BEDS)
    whole = ~np.isnan(figures)
    return np.where(whole, figures, beds), (unknown == 0) | whole


def _rate(data: DataSet, groups: Groups, numerator: Array, denominator: Array | None) -> Column:
    """W @ numerator / W @ denominator over the towns where both are known; the plain sum without a denominator."""
    known = ~np.isnan(numerator)
    if denominator is not None:
        known &= ~np.isnan(denominator)
    population = data.town_values(POPULATION)
    share = _divide(groups.weights @ (population * known), groups.weights @ population)
    sums = groups.weights @ np.where(known, numerator, 0)
    if denominator is None:
        return _column(np.where(groups.weights @ known > 0, sums, np.nan), share)
    return _column(_divide(sums, groups.weights @ np.where(known, denominator, 0)), share)


def _divide(numerator: Array, denominator: Array) -> Array:
    """Return the quotient, NaN where the denominator is 0."""
    quotient = np.full(len(numerator), np.nan)
    np.divide(numerator, denominator, out=quotient, where=denominator != 0)
    return quotient


def _column(values: Array, known: Array) -> Column:
    nothing = ("",) * len(values)
    return Column(values, nothing, known, nothing)


_LEVEL_WORDS = {
    AreaLevel.COUNTY: "county",
    AreaLevel.RURAL: "rural/non-rural",
    AreaLevel.NON_RURAL: "rural/non-rural",
    AreaLevel.NATION: "nation",
}
_OWN_LEVEL = {"county": "county", "nation": "nation"}


def _levels(groups: Groups, levels: tuple[AreaLevel | None, ...]) -> tuple[str, ...]:
    """Return, per group, the words of the levels coarser than the town and not the group's own."""
    found = [set[str]() for _ in groups.ids]
    for group, town in zip(*np.nonzero(groups.weights), strict=True):
        level = levels[town]
        if level in _LEVEL_WORDS:
            found[group].add(_LEVEL_WORDS[level])
    own = _OWN_LEVEL.get(groups.by)
    order = dict.fromkeys(_LEVEL_WORDS.values())
    return tuple("+".join(word for word in order if word in words and word != own) for words in found)


def _bounds(groups: Groups, figures: tuple[Figure | None, ...]) -> tuple[str, ...]:
    """Return, per group, the bound of its mean; '' too where lower and upper bounds meet in one mean."""
    found = [set[str]() for _ in groups.ids]
    for group, town in zip(*np.nonzero(groups.weights), strict=True):
        figure = figures[town]
        if figure is not None and figure.bound:
            found[group].add(figure.bound)
    return tuple(bounds.pop() if len(bounds) == 1 else "" for bounds in found)


def _by_town(data: DataSet, sites: Iterable[Site]) -> Array:
    """Return (368,) the number of sites whose town is known."""
    counts = Counter(site.town_code for site in sites if site.precision is not Precision.COUNTY)
    return np.array([counts[town.code] for town in data.towns], dtype=float)


def _counts(data: DataSet, groups: Groups, sites: Iterable[Site]) -> Array:
    """Count sites by group: W @ sites of each town.

    A site of which only the county is known counts in no single town; elsewhere it counts as the town that it is
    placed in does, or else as the county's most populous town.
    """
    listed = list(sites)
    counts = _by_town(data, listed)
    if groups.by != "town":
        for site in listed:
            if site.precision is Precision.COUNTY:
                counts[_likely_row(data, site)] += 1
    return np.asarray(groups.weights @ counts)


def _likely_row(data: DataSet, site: Site) -> int:
    row = data.town_index.get(site.town_code)
    if row is not None:
        return row
    inside = data.town_county_rows == data.county_index[site.county_code]
    return int(np.argmax(np.where(inside, data.town_values(POPULATION), -1)))


def _telemedicine(data: DataSet, category: str) -> tuple[Site, ...]:
    return tuple(site for site in data.sites_of(Layer.TELEMEDICINE) if site.category == category)


def _rural(data: DataSet) -> Array:
    return np.array([town.rural for town in data.towns], dtype=float)


def _has_operating_point(data: DataSet) -> NDArray[np.bool_]:
    spokes = _telemedicine(data, SPOKE)
    return _by_town(data, (site for site in spokes if site.status is Status.OPERATING)) > 0


def _listed_share(data: DataSet, groups: Groups, listed: tuple[Site, ...], towns: Array | None = None) -> Array:
    """Share of people (of the towns marked 1 in ``towns``) in counties with a listed site; for towns, in such towns."""
    if groups.by == "town":
        seen = _by_town(data, listed) > 0
    else:
        counties = {site.county_code for site in listed}
        seen = np.array([town.county.code in counties for town in data.towns])
    people = data.town_values(POPULATION) * (1 if towns is None else towns)
    total_people = groups.weights @ people
    return np.where(total_people > 0, _divide(groups.weights @ (people * seen), total_people), 1.0)
