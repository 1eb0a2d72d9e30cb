"""The arithmetic behind the indicators that stand on figures: sums, rates and means over the towns of each group.

In every formula W is ``Groups.weights`` (groups, 368), pop the registered population of the towns (the latest month
in the set), and unknown towns (NaN) stay out of numerator and denominator alike. Formulas are in docs/formulas.md.
Measures that stand on sites are in ``data.balance.site_measures``, capacities in ``data.balance.capacity``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from data.arrays import read_only
from data.balance.groups import NATION, NATION_NAME, Groups
from data.balance.trace import Input, Trace, figure_input, figures_total, ordered, site_input, site_label
from data.coverage import Coverage, coverage
from data.dataset import DataSet
from data.model import AreaLevel, Figure, Layer, Name, Site, Status
from data.vocabulary import unit

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


@dataclass(frozen=True)
class Rate:
    """W @ x ÷ W @ base × factor, over the towns where both are known; without a base the plain sum W @ x.

    ``variable`` and ``base`` are variables of the towns' figures, each of its latest period; ``together`` both are of
    the latest period of which most towns have both.
    """

    variable: str
    base: str = ""
    factor: float = 1.0
    together: bool = False

    def period(self, data: DataSet) -> str:
        """Return the period of both, '' where each has its own."""
        return common_period(data, self.variable, self.base) if self.together else ""

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        period = self.period(data)
        numerator = values_of(data, self.variable, period)
        if not self.base:
            return rate(data, groups, numerator, None)
        return rate(data, groups, numerator, values_of(data, self.base, period) / self.factor)

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        period = self.period(data)
        figures = figures_of(data, self.variable, period)
        base = figures_of(data, self.base, period) if self.base else figures
        share = groups.weights[row] * [a is not None and b is not None for a, b in zip(figures, base, strict=True)]
        inputs = [figure_input(data, figure, weight=weight) for figure, weight in _used(figures, share)]
        if self.base:
            inputs += figures_total(data, groups, row, base, share)
        return Trace(ordered(inputs), self.factor)


@dataclass(frozen=True)
class PeopleMean:
    """Mean of a figure of the towns, weighted by their people: W @ (pop × x) ÷ W @ pop."""

    variable: str

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        population = data.town_values(POPULATION)
        return rate(data, groups, data.town_values(self.variable) * population, population)

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        figures, population = data.town_figures(self.variable), data.town_values(POPULATION)
        share = groups.weights[row] * [figure is not None for figure in figures]
        inputs = [
            figure_input(data, figure, weight=weight, role="mean")
            for figure, weight in _used(figures, share * population)
        ]
        inputs += figures_total(data, groups, row, data.town_figures(POPULATION), share, role="evidence")
        return Trace(ordered(inputs))


@dataclass(frozen=True)
class PeopleShare:
    """Percent of the people who live in towns of which a figure is ``value``: 100 · W @ (pop × [x = v]) ÷ W @ pop."""

    variable: str
    value: float

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        population, found = data.town_values(POPULATION), data.town_values(self.variable)
        inside = np.where(np.isnan(found), np.nan, 100 * population * (found == self.value))
        return rate(data, groups, inside, population)

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        figures, people = data.town_figures(self.variable), data.town_figures(POPULATION)
        share = groups.weights[row] * [figure is not None for figure in figures]
        inside = share * (data.town_values(self.variable) == self.value)
        inputs = [figure_input(data, figure, weight=weight) for figure, weight in _used(people, inside)]
        inputs += [figure_input(data, figure, role="evidence") for figure, _ in _used(figures, inside)]
        inputs += figures_total(data, groups, row, people, share)
        return Trace(ordered(inputs), 100)


@dataclass(frozen=True)
class CoverageMean:
    """Mean coverage weighted by people, each town at the nearest level that has a figure: W @ (pop × c) ÷ W @ pop."""

    series: str

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        found = coverage(data, self.series)
        population = data.town_values(POPULATION)
        column = rate(data, groups, found.values * population, population)
        return Column(column.values, _levels(groups, found.levels), column.known, _bounds(groups, found.figures))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        found = coverage(data, self.series)
        share = groups.weights[row] * ~np.isnan(found.values)
        inputs = list(self._inputs(data, found, share))
        inputs += figures_total(data, groups, row, data.town_figures(POPULATION), share, role="evidence")
        return Trace(ordered(inputs))

    def _inputs(self, data: DataSet, found: Coverage, share: Array) -> Iterator[Input]:
        """One input for each figure, with the people for whom it stands, and why towns are of a class."""
        people: dict[Figure, float] = {}
        for figure, weight in _used(found.figures, share * data.town_values(POPULATION)):
            people[figure] = people.get(figure, 0.0) + weight
        for figure, weight in people.items():
            yield figure_input(data, figure, weight=weight, role="mean")
        by_source: dict[tuple[AreaLevel, str], float] = {}
        for town in np.flatnonzero(share):
            level = found.levels[town]
            if level in CLASS_LABELS and data.towns[town].class_source_id:
                key = (level, data.towns[town].class_source_id)
                by_source[key] = by_source.get(key, 0) + 1
        for (level, source), count in by_source.items():
            yield Input(
                Name("鄉鎮市區分類", "Classes of townships"), CLASS_LABELS[level], count, Name("個", "townships"), "",
                level.value, source, "", "", None, 1.0, "evidence",
            )  # fmt: skip


CLASS_LABELS = {
    AreaLevel.RURAL: Name("認定為偏鄉", "classed as rural"),
    AreaLevel.NON_RURAL: Name("認定為非偏鄉", "classed as not rural"),
}


@dataclass(frozen=True)
class GapToNation:
    """Coverage of the group minus that of the nation, of the same series, in percentage points."""

    series: str

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        mean = CoverageMean(self.series)
        own, nation = mean(data, groups), mean(data, _nation(data))
        bounds = tuple(bound_of_difference(bound, nation.bounds[0]) for bound in own.bounds)
        return Column(own.values - nation.values[0], own.levels, own.known, bounds)

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        mean = CoverageMean(self.series)
        nation = mean(data, _nation(data))
        series = data.series[self.series]
        whole = Input(
            NATION_NAME, series.name, float(nation.values[0]), Name("%"), series.period, "nation",
            "", "", "", None, 1.0, "minus",
        )  # fmt: skip
        of_nation = (one for one in mean.trace(data, _nation(data), 0).inputs if one.role == "mean")
        evidence = (replace(one, role="evidence") for one in of_nation)
        return Trace(ordered((*mean.trace(data, groups, row).inputs, whole, *evidence)))


@dataclass(frozen=True)
class EmergencyBeds:
    """Emergency beds per so many people; see ``town_emergency_beds``.

    ``known`` is the share of people in towns of whose hospitals every number of beds is known.
    """

    people: float

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        beds, complete = town_emergency_beds(data)
        population = data.town_values(POPULATION)
        column = rate(data, groups, beds, population / self.people)
        return Column(
            column.values,
            column.levels,
            divide(groups.weights @ (population * complete), groups.weights @ population),
            column.bounds,
        )

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        share = groups.weights[row] * ~np.isnan(town_emergency_beds(data)[0])
        inputs = [figure_input(data, figure, weight=weight) for figure, weight in _used(data.town_figures(BEDS), share)]
        adding = {site.id for site in bed_hospitals(data)}
        for site in open_hospitals(data):
            town = data.town_index.get(site.town_code)
            if town is None or not groups.weights[row][town]:
                continue
            text = site.extra.get(BEDS, "")
            counted = bool(text) and site.id in adding
            inputs.append(
                site_input(
                    data, site, float(text) if text else None, unit_name=unit("beds"), label=site_label(site),
                    weight=float(share[town]), role="sum" if counted else "evidence",
                )
            )  # fmt: skip
        inputs += figures_total(data, groups, row, data.town_figures(POPULATION), share)
        return Trace(ordered(inputs), self.people)


def total(variable: str) -> Rate:
    """Sum of a figure of the towns: W @ x."""
    return Rate(variable)


def per_people(variable: str, people: float) -> Rate:
    """A figure of the towns per so many people: W @ x ÷ W @ pop × people."""
    return Rate(variable, POPULATION, people)


def ratio(variable: str, base: str, factor: float = 1) -> Rate:
    """One figure over another: W @ x ÷ W @ base × factor."""
    return Rate(variable, base, factor)


def same_month(variable: str, base: str) -> Rate:
    """One figure over another of the same period."""
    return Rate(variable, base, together=True)


def people_mean(variable: str) -> PeopleMean:
    """Mean of a figure of the towns, weighted by their people."""
    return PeopleMean(variable)


def coverage_mean(series: str) -> CoverageMean:
    """Mean coverage of a series, weighted by people."""
    return CoverageMean(series)


def emergency_beds_per_people(people: float) -> EmergencyBeds:
    """Emergency beds per so many people."""
    return EmergencyBeds(people)


@lru_cache(maxsize=8)
def town_emergency_beds(data: DataSet) -> tuple[Array, NDArray[np.bool_]]:
    """Return (368,) beds and whether they are complete, both read-only.

    A town's own figure counts where it has one, and on top of it the hospitals that it cannot know of; elsewhere the
    known beds of its hospitals (``bed_hospitals``). A town without a listed hospital has 0; a town with hospitals none
    of which has a known number is NaN.
    """
    beds = np.zeros(len(data.towns))
    known, unknown = np.zeros(len(data.towns)), np.zeros(len(data.towns))
    for site in bed_hospitals(data):
        row = data.town_index.get(site.town_code)
        if row is None:
            continue
        text = site.extra.get(BEDS, "")
        if text:
            beds[row] += float(text)
            known[row] += 1
        else:
            unknown[row] += 1
    figures = data.town_values(BEDS)
    whole = ~np.isnan(figures)
    beds[(known == 0) & (unknown > 0) & ~whole] = np.nan
    return read_only(beds + np.where(whole, figures, 0)), read_only(unknown == 0)


@lru_cache(maxsize=16)
def open_hospitals(data: DataSet) -> tuple[Site, ...]:
    """Return the hospitals people can go to: those that work, and those of which nobody says that they ended."""
    return tuple(site for site in data.sites_of(Layer.HOSPITAL) if site.status in (Status.OPERATING, Status.UNKNOWN))


@lru_cache(maxsize=16)
def bed_hospitals(data: DataSet) -> tuple[Site, ...]:
    """Return the open hospitals whose beds no figure of their town as a whole holds already."""
    whole = data.town_figures(BEDS)
    return tuple(
        site
        for site in open_hospitals(data)
        if (row := data.town_index.get(site.town_code)) is None or whole[row] is None or _came_later(data, site)
    )


def _came_later(data: DataSet, site: Site) -> bool:
    """Whether a scenario has put a hospital into its town, so that a figure of the town does not hold its beds.

    One from elsewhere brings the beds that were counted there. Of a hospital that the figure holds, a scenario may say
    other beds: how many of the figure's they replace is not known, and the figure stays.
    """
    before = data.known.site_by_id.get(site.id)
    return before is None or (before.town_code != site.town_code and bool(site.extra.get(BEDS, "")))


@lru_cache(maxsize=16)
def common_period(data: DataSet, one: str, other: str) -> str:
    """Return the latest of the periods of which most towns have actual figures of both variables, '' without any."""
    towns: dict[str, dict[str, set[str]]] = {one: defaultdict(set), other: defaultdict(set)}
    for figure in data.figures:
        if figure.variable in towns and figure.level is AreaLevel.TOWN and figure.kind == "actual":
            towns[figure.variable][figure.period].add(figure.area)
    counts = {period: len(areas & towns[other][period]) for period, areas in towns[one].items()}
    return max(counts, key=lambda period: (counts[period], period), default="")


@lru_cache(maxsize=64)
def figures_of(data: DataSet, variable: str, period: str = "") -> tuple[Figure | None, ...]:
    """Return (368,) the actual town figures of a variable, of ``period`` or else of its latest one."""
    if not period:
        return data.town_figures(variable)
    found = {
        figure.area: figure
        for figure in data.figures
        if figure.level is AreaLevel.TOWN
        and figure.kind == "actual"
        and (figure.variable, figure.period) == (variable, period)
    }
    return tuple(found.get(town.code) for town in data.towns)


def values_of(data: DataSet, variable: str, period: str = "") -> Array:
    """Return (368,) the values of ``figures_of``, NaN where unknown."""
    if not period:
        return data.town_values(variable)
    return np.array([np.nan if figure is None else figure.value for figure in figures_of(data, variable, period)])


def people_of(data: DataSet, groups: Groups) -> Array:
    """Return (n,) the people of each area; a town that it shares counts by its weight."""
    people: Array = groups.weights @ data.town_values(POPULATION)
    return people


def rate(data: DataSet, groups: Groups, numerator: Array, denominator: Array | None) -> Column:
    """W @ numerator ÷ W @ denominator over the towns where both are known; the plain sum without a denominator."""
    known = ~np.isnan(numerator)
    if denominator is not None:
        known &= ~np.isnan(denominator)
    population = data.town_values(POPULATION)
    share = divide(groups.weights @ (population * known), groups.weights @ population)
    sums = groups.weights @ np.where(known, numerator, 0)
    if denominator is None:
        return column_of(np.where(groups.weights @ known > 0, sums, np.nan), share)
    return column_of(divide(sums, groups.weights @ np.where(known, denominator, 0)), share)


def divide(numerator: Array, denominator: Array) -> Array:
    """Return the quotient, NaN where the denominator is 0."""
    quotient = np.full(len(numerator), np.nan)
    np.divide(numerator, denominator, out=quotient, where=denominator != 0)
    return quotient


def column_of(values: Array, known: Array, bounds: tuple[str, ...] | None = None) -> Column:
    """Return a column that falls back to no coarser level."""
    nothing = ("",) * len(values)
    return Column(values, nothing, known, bounds or nothing)


_LEVEL_WORDS = {
    "county": (AreaLevel.COUNTY,),
    "rural/non-rural": (AreaLevel.RURAL, AreaLevel.NON_RURAL),
    "nation": (AreaLevel.NATION,),
}
_OWN_LEVEL = {"county": "county", "nation": "nation"}


def _used(figures: tuple[Figure | None, ...], share: Array) -> Iterator[tuple[Figure, float]]:
    for row in np.flatnonzero(share):
        figure = figures[row]
        if figure is not None:
            yield figure, float(share[row])


@lru_cache(maxsize=16)
def _nation(data: DataSet) -> Groups:
    return Groups("nation", (NATION,), (NATION_NAME,), read_only(np.ones((1, len(data.towns)))))


def bound_of_difference(bound: str, subtracted: str) -> str:
    """Return the bound of a difference: what is known of the minuend, and the contrary of the subtrahend."""
    contrary = {"": "", ">=": "<=", "<=": ">="}[subtracted]
    return "" if bound and contrary and bound != contrary else bound or contrary


def _levels(groups: Groups, levels: tuple[AreaLevel | None, ...]) -> tuple[str, ...]:
    """Return, per group, the words of the levels coarser than the town and not the group's own."""
    own = _OWN_LEVEL.get(groups.by)
    words = [word for word in _LEVEL_WORDS if word != own]
    found = [_any(groups, [level in _LEVEL_WORDS[word] for level in levels]) for word in words]
    return tuple("+".join(compress(words, row)) for row in zip(*found, strict=True))


def _bounds(groups: Groups, figures: tuple[Figure | None, ...]) -> tuple[str, ...]:
    """Return, per group, the bound of its mean; '' too where lower and upper bounds meet in one mean."""
    of_towns = ["" if figure is None else figure.bound for figure in figures]
    lower, upper = (_any(groups, [bound == which for bound in of_towns]) for which in (">=", "<="))
    return tuple("" if a == b else ">=" if a else "<=" for a, b in zip(lower, upper, strict=True))


def _any(groups: Groups, towns: list[bool]) -> list[bool]:
    """Return, per group, whether any of its towns is True."""
    counted: list[bool] = (groups.weights @ np.array(towns, dtype=float) > 0).tolist()
    return counted
