"""Indicators of what a project brings along: its own layers of sites and its own variables of the towns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.balance.groups import Groups
from data.balance.indicator import Indicator
from data.balance.measures import POPULATION, Column, column_of, divide, people_mean, people_of, total
from data.balance.site_measures import counts_of, site_inputs
from data.balance.topics.words import SITES
from data.balance.trace import Trace, figures_total, ordered
from data.dataset import DataSet
from data.model import AreaLevel, Layer, Name, Site, Status, Variable
from data.vocabulary import unit

COUNTED_UNITS = frozenset(
    (
        *("", "count", "persons", "people", "households", "beds", "km2", "ha", "firms", "jobs", "teams", "projects"),
        *("base stations", "stations", "hotspots", "devices", "vehicles"),
        *("人", "名", "位", "口", "人次", "戶", "家戶", "床", "張", "輛", "公頃", "平方公里"),
        *("處", "個", "家", "間", "座", "站", "臺", "台", "部", "所", "件", "點", "次", "筆", "支"),
    )
)
"""Units whose numbers add up over areas; of all others (percent, speeds, classes) areas have a mean."""

_PEOPLE = 100_000.0
_NO_ID = re.compile(r"[\s,;:{}.=]+")


@dataclass(frozen=True)
class OwnSites:
    """Sites of one of a project's own layers that have not ended, or so many of them for so many people."""

    layer: str
    people: float = 0.0

    def chosen(self, data: DataSet) -> tuple[Site, ...]:
        """Return the sites that count."""
        name, ended = self.layer, Status.ENDED
        return tuple([one for one in data.sites_of(Layer.OWN) if one.status is not ended and one.category == name])

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        found = counts_of(data, groups, OwnSites(self.layer))
        if self.people:
            found = divide(found, people_of(data, groups) / self.people)
        return column_of(found, np.ones(len(groups.ids)))

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        inputs = list(site_inputs(data, groups, row, self.chosen(data)))
        if self.people:
            inputs += figures_total(data, groups, row, data.town_figures(POPULATION), groups.weights[row])
        return Trace(ordered(inputs), self.people or 1.0)


def own_indicators(data: DataSet) -> tuple[Indicator, ...]:
    """Return the indicators of a data set's own layers and of the variables that only it has figures of towns of.

    Whether more is better nobody but the user can say: they have no direction.
    """
    return tuple(_rows(data))


def own_counts(data: DataSet) -> tuple[str, ...]:
    """Return the ids of those that a scorecard shows unasked: how many sites each own layer has, and the variables."""
    rows = own_indicators(data)
    return tuple(row.id for row in rows if not (isinstance(row.compute, OwnSites) and row.compute.people))


def _rows(data: DataSet) -> Iterator[Indicator]:
    taken: set[str] = set()
    for name in data.own_layers:
        key = _key(name, taken)
        yield Indicator(
            f"own_{key}", "own", Name(name), Name(name), SITES, 0, 0, "",
            Name(f"自訂圖層「{name}」之據點數，已結束者不計", f"sites of the own layer {name} that have not ended"),
            OwnSites(name), layers=(Layer.OWN,), total=True,
        )  # fmt: skip
        yield Indicator(
            f"own_{key}_per_100k", "own", Name(f"每十萬人{name}", f"{name} per 100,000 people"),
            Name(f"{name}/10萬人", f"{name} per 100k"), Name("處/10萬人", "per 100,000 people"), 2, 0, "",
            Name(
                f"自訂圖層「{name}」之據點數（已結束者不計）÷Σ人口×100000",
                f"sites of the own layer {name} that have not ended ÷ Σ people × 100,000",
            ),
            OwnSites(name, _PEOPLE), (POPULATION,), layers=(Layer.OWN,),
        )  # fmt: skip
    of_towns = {one.variable for one in data.figures if one.level is AreaLevel.TOWN and one.kind == "actual"}
    for variable in data.variables.values():
        if variable.id in of_towns and variable.id not in data.shipped.variables:
            yield _of_variable(data, variable, _key(variable.name.zh or variable.id, taken))


def _of_variable(data: DataSet, variable: Variable, key: str) -> Indicator:
    adds = variable.unit in COUNTED_UNITS
    period = data.town_period(variable.id)
    values = data.town_values(variable.id)
    whole = bool((values[~np.isnan(values)] % 1 == 0).all())
    name, english = variable.name.zh, variable.name.text("en")
    formula = (
        Name(f"Σ{name}", f"Σ {english}")
        if adds
        else Name(f"Σ（人口×{name}）÷Σ人口", f"Σ (people × {english}) ÷ Σ people")
    )
    return Indicator(
        f"own_{key}", "own", variable.name, variable.name, unit(variable.unit), 0 if whole and adds else 2, 0, period,
        formula, total(variable.id) if adds else people_mean(variable.id),
        (variable.id,) if adds else (variable.id, POPULATION), total=adds,
    )  # fmt: skip


def _key(name: str, taken: set[str]) -> str:
    """Return a name as part of an id: without what separates ids on the command line and in fields of scenes."""
    key = base = _NO_ID.sub("_", name.casefold()).strip("_") or "layer"
    number = 2
    while key in taken:
        key, number = f"{base}_{number}", number + 1
    taken |= {key, f"{key}_per_100k"}
    return key
