"""What a suggestion of sites does to balance: indicators, index and inequality before and after."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.balance.across import inequality_of
from data.balance.evaluate import INDEX, column, indicator_of
from data.balance.groups import By, groups
from data.balance.indicators import INDICATORS, Indicator
from data.balance.siting import SitingResult, with_suggestion
from data.errors import InputError
from data.model import Layer, Name
from data.project import Project

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Change:
    """One indicator before and after, in its unit; NaN where unknown."""

    indicator: Indicator
    before: Array
    """(circles,)"""
    after: Array
    nation_before: float
    """NaN for the index, which the nation has none of"""
    nation_after: float
    gini_before: float
    """across the 368 towns, weighted by people; NaN where undefined"""
    gini_after: float


@dataclass(frozen=True, eq=False)
class Effects:
    """What happens to the circles of the definition and the nation, against the project's scenario as it was."""

    circles: tuple[str, ...]
    names: tuple[Name, ...]
    index: Change
    indicators: tuple[Change, ...]
    """those that stand on sites of the layer"""


def effects(project: Project, result: SitingResult) -> Effects:
    """Compare the project with and without the suggestion; both sides include the project's scenario.

    The index of both is normalised on the bounds of the data set, so that the difference is the suggestion's doing.
    """
    extended = with_suggestion(project, result)
    areas = groups(project, "circle")
    return Effects(
        areas.ids,
        areas.names,
        _change(project, extended, INDEX),
        tuple(_change(project, extended, name) for name in indicators_of(result.order.layer)),
    )


def indicators_of(layer: Layer) -> tuple[str, ...]:
    """Return the ids of the indicators that stand on the sites of a layer."""
    return tuple(name for name, indicator in INDICATORS.items() if layer in indicator.layers)


def _change(project: Project, extended: Project, name: str) -> Change:
    nation = (
        (np.nan, np.nan) if name == INDEX else tuple(_values(one, name, "nation")[0] for one in (project, extended))
    )
    return Change(
        indicator_of(project, name),
        _values(project, name, "circle"),
        _values(extended, name, "circle"),
        float(nation[0]),
        float(nation[1]),
        _gini(project, name),
        _gini(extended, name),
    )


def _values(project: Project, name: str, by: By) -> Array:
    return column(project, name, by, "scenario").values


def _gini(project: Project, name: str) -> float:
    try:
        return inequality_of(project, name, "town", "population", "scenario").gini
    except InputError:  # a negative value, as of z-scores: no Gini
        return float("nan")
