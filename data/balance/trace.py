"""What a value is made of: the figures, sites and people that go into it, in the part that each of them plays.

With a trace (:class:`Trace`) of a value anybody can compute it again::

    value = factor × N ÷ D × Π(times) ÷ Π(per) − Σ(minus)
    N = Σ(sum: value × weight) + Σ(mean: value × weight),  D = Σ(base: value × weight) + Σ(mean: weight)

where D is left out if there is neither a base nor a mean. Evidence says why, and takes no part in the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from data.balance.groups import NATION_NAME, Groups, town_name
from data.dataset import DataSet
from data.model import AreaLevel, Figure, Layer, Name, Place, Site, Town
from data.vocabulary import unit, words

Role = Literal["sum", "mean", "base", "times", "per", "minus", "part", "compared", "stated", "evidence"]
ROLES: tuple[Role, ...] = ("sum", "mean", "base", "times", "per", "minus", "part", "compared", "stated", "evidence")
"""In the order in which inputs are shown; the parts are those of the composite index, compared are the areas that
a measure of inequality, a correlation or a median looks at, stated the numbers of a policy target as its documents
give them."""

ONE = Name("處", "site")


@dataclass(frozen=True, slots=True)
class Input:
    """One figure, site or sum that a value stands on, with its source."""

    area: Name
    label: Name
    value: float | None
    """in ``unit``; None where the input has no number or it is unknown"""
    unit: Name
    period: str
    level: str
    """of a figure: 'town', 'county', 'rural', 'non-rural' or 'nation'; else ''"""
    source_id: str
    location: str
    """where in the source"""
    note: str
    """as the data set has it"""
    place: Place | None
    weight: float = 1.0
    """share with which it counts; of a mean the people on whom it weighs, of the index and of areas compared the share
    of the weights"""
    role: Role = "sum"
    score: float | None = None
    """of the parts of the index: the normalised value, higher is better; of a correlation the second value"""

    @property
    def contribution(self) -> float:
        """How much it weighs among the inputs of its role."""
        return abs(self.weight if self.role in ("mean", "part") else (self.value or 0) * self.weight)


@dataclass(frozen=True, slots=True)
class Trace:
    """All inputs of one value, weightiest first within each role, and the factor of the formula."""

    inputs: tuple[Input, ...]
    factor: float = 1.0


@runtime_checkable
class Traced(Protocol):
    """A computation that can say what its values are made of."""

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        """Return what the value of the group in ``row`` is made of."""
        ...


def ordered(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """Sort inputs by role and, within a role, by their weight in the value."""
    return tuple(sorted(inputs, key=lambda one: (ROLES.index(one.role), -one.contribution)))


def group_place(groups: Groups, row: int) -> Place | None:
    """Return the place of a group; the nation is none."""
    return None if groups.by == "nation" else Place(groups.by, groups.ids[row])


def town_input(
    town: Town, label: Name, value: float | None, unit_name: Name, *, weight: float = 1.0, role: Role = "sum"
) -> Input:
    """Return a property that a town has by its class, with the source of the class."""
    place = Place("town", town.code)
    return Input(
        town_name(town), label, value, unit_name, "", "town", town.class_source_id, "", town.class_note, place,
        weight, role,
    )  # fmt: skip


def figure_input(data: DataSet, figure: Figure, *, weight: float = 1.0, role: Role = "sum") -> Input:
    """Return a figure as an input."""
    variable = data.variables[figure.variable]
    area, place = _area(data, figure)
    return Input(
        area, variable.name, figure.value, unit(variable.unit), figure.period, figure.level.value, figure.source_id,
        figure.source_location, figure.note, place, weight, role,
    )  # fmt: skip


def figures_total(
    data: DataSet,
    groups: Groups,
    row: int,
    figures: Sequence[Figure | None],
    counted: NDArray[np.float64],
    *,
    role: Role = "base",
) -> list[Input]:
    """Return the figures of many towns as one sum for each source and period; of a single town its own figure.

    ``counted`` (368,) is the share with which each town counts, 0 where it does not.
    """
    used = [
        (figure, float(counted[town]))
        for town in np.flatnonzero(counted).tolist()
        if (figure := figures[town]) is not None
    ]
    if len(used) == 1:
        return [figure_input(data, used[0][0], weight=used[0][1], role=role)]
    found: dict[tuple[str, str], list[tuple[Figure, float]]] = {}
    for figure, share in used:
        found.setdefault((figure.source_id, figure.period), []).append((figure, share))
    inputs = []
    for (source, period), some in found.items():
        variable = data.variables[some[0][0].variable]
        label = Name(
            f"{variable.name.zh}（{len(some)}個鄉鎮市區之和）", f"{variable.name.en} (sum of {len(some)} townships)"
        )
        total = sum(figure.value * share for figure, share in some)
        inputs.append(
            Input(
                groups.names[row], label, total, unit(variable.unit), period, "town", source, "", "",
                group_place(groups, row), 1.0, role,
            )
        )  # fmt: skip
    return inputs


def site_input(
    data: DataSet,
    site: Site,
    value: float | None = 1.0,
    *,
    unit_name: Name = ONE,
    label: Name | None = None,
    weight: float = 1.0,
    role: Role = "sum",
) -> Input:
    """Return a site as an input: by default it counts as one, its label is its name with its category and status."""
    town = data.town_index.get(site.town_code)
    area = data.counties[data.county_index[site.county_code]].name if town is None else town_name(data.towns[town])
    return Input(
        area, label or site_label(site), value, unit_name, site.year, "", site.source_id, site.source_location,
        site.note, Place("site", site.id), weight, role,
    )  # fmt: skip


def site_label(site: Site, *also: Name) -> Name:
    """Return the name of a site with the words of its status and what else is to be said of it."""
    of_hospital = () if site.layer is Layer.HOSPITAL or not site.category else (words(site.category),)
    said = (*of_hospital, words(site.status_text or site.status.value), *also)
    zh, en = "、".join(one.text("zh") for one in said), ", ".join(one.text("en") for one in said)
    return Name(f"{site.name.zh}（{zh}）", f"{site.name.text('en')} ({en})")


_CLASS_NAMES = {
    AreaLevel.RURAL: Name("偏鄉", "Rural townships"),
    AreaLevel.NON_RURAL: Name("非偏鄉", "Non-rural townships"),
    AreaLevel.NATION: NATION_NAME,
}


def _area(data: DataSet, figure: Figure) -> tuple[Name, Place | None]:
    if figure.level is AreaLevel.TOWN:
        return town_name(data.towns[data.town_index[figure.area]]), Place("town", figure.area)
    if figure.level is AreaLevel.COUNTY:
        return data.counties[data.county_index[figure.area]].name, Place("county", figure.area)
    if figure.level is AreaLevel.CIRCLE:
        return data.circles[figure.area].name, Place("circle", figure.area)
    return _CLASS_NAMES[figure.level], None
