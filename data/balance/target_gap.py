"""How far coverage is from its policy target, in those towns alone for which the target was set."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.arrays import read_only
from data.balance.groups import Groups
from data.balance.measures import POPULATION, Column, CoverageMean, bound_of_difference, column_of, divide
from data.balance.trace import Input, Trace, ordered
from data.dataset import DataSet
from data.model import Name
from data.targets import LEVELS, TargetPoint, TargetSeries, next_target, target_of
from data.vocabulary import unit


@dataclass(frozen=True)
class GapToTarget:
    """Coverage − its next target, in percentage points, over the group's towns for which the target holds.

    A target for non-rural areas says nothing of the rural towns: they are left out, and an area without any town for
    which it holds is unknown. ``known`` is the share of the group's people on whom the value stands.
    """

    series: str

    def __call__(self, data: DataSet, groups: Groups) -> Column:
        found = self._target(data)
        if found is None:
            return column_of(np.full(len(groups.ids), np.nan), np.zeros(len(groups.ids)))
        series, point = found
        meant = _meant(data, groups, series)
        mean = CoverageMean(self.series)(data, meant)
        people = data.town_values(POPULATION)
        share = divide(meant.weights @ people, groups.weights @ people)
        bounds = tuple(bound_of_difference(bound, point.bound) for bound in mean.bounds)
        return Column(mean.values - point.value, mean.levels, np.nan_to_num(mean.known * share), bounds)

    def trace(self, data: DataSet, groups: Groups, row: int) -> Trace:
        found = self._target(data)
        if found is None:
            return Trace(())
        series, point = found
        inputs = CoverageMean(self.series).trace(data, _meant(data, groups, series), row).inputs
        label = Name(
            f"目標：{series.name.zh}（{series.basis.zh}）",
            f"Target: {series.name.text('en')} ({series.basis.text('en')})",
        )
        target = Input(
            LEVELS[series.level], label, point.value, unit(series.unit), point.period, series.level, point.source_id,
            point.location, point.note, None, 1.0, "minus",
        )  # fmt: skip
        return Trace(ordered((*inputs, target)))

    def _target(self, data: DataSet) -> tuple[TargetSeries, TargetPoint] | None:
        series = target_of(data, self.series)
        point = None if series is None else next_target(series)
        return None if series is None or point is None else (series, point)


def _meant(data: DataSet, groups: Groups, series: TargetSeries) -> Groups:
    """Return the groups with those towns only for which a target holds."""
    return Groups(groups.by, groups.ids, groups.names, read_only(groups.weights * _holds(data, series)))


def _holds(data: DataSet, series: TargetSeries) -> NDArray[np.bool_]:
    """Return (368,) whether the target was set for the town: of its class, its county, or the whole nation."""
    if series.level in ("rural", "non-rural"):
        return np.array([town.rural == (series.level == "rural") for town in data.towns])
    if series.level in ("town", "county"):
        return np.array([series.area in (town.code, town.county.code) for town in data.towns])
    return np.full(len(data.towns), series.level == "nation")
