"""Any indicator, the composite index among them, of any areas, for the baseline, the scenario or the difference."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from data.balance.computed import computed
from data.balance.groups import By
from data.balance.index import INDEX, index_column, index_indicator
from data.balance.indicators import INDICATORS, Indicator, indicators_of
from data.balance.measures import Column
from data.errors import UnknownNameError
from data.project import Project

__all__ = ["INDEX", "SIDES", "Side", "column", "indicator_ids", "indicator_of"]

Side = Literal["baseline", "scenario", "difference"]
SIDES: tuple[Side, ...] = get_args(Side)


def indicator_ids(project: Project | None = None) -> tuple[str, ...]:
    """Return the ids of everything that can be evaluated, the index last; of a project its own among them."""
    return (*(INDICATORS if project is None else indicators_of(project.data)), INDEX)


def indicator_of(project: Project, indicator_id: str) -> Indicator:
    """Return an indicator, or the project's index as one. Raises UnknownNameError listing the valid ids."""
    if indicator_id == INDEX:
        return index_indicator(project.index, project.data)
    found = indicators_of(project.data).get(indicator_id)
    if found is None:
        raise UnknownNameError(
            "There is no indicator {name}; the indicators are {valid}.",
            name=indicator_id,
            valid=", ".join(indicator_ids(project)),
        )
    return found


def column(project: Project, indicator_id: str, by: By, side: Side = "baseline") -> Column:
    """Return an indicator of all areas of one kind, in the order of ``groups(project, by)``.

    The difference is scenario minus baseline, in the indicator's unit, NaN where either is unknown; level and bound are
    the scenario's, the known share the smaller one. Raises UnknownNameError.
    """
    if side == "difference":
        before, after = column(project, indicator_id, by), column(project, indicator_id, by, "scenario")
        return Column(after.values - before.values, after.levels, np.minimum(before.known, after.known), after.bounds)
    if indicator_id == INDEX:
        return index_column(project, by, side)
    indicator_of(project, indicator_id)
    return computed(project.what_if if side == "scenario" else project, indicator_id, by)
