"""Where a value comes from: value ← formula ← figures and sites ← sources, for any indicator of any area.

The inputs reproduce the value (``data.balance.trace`` says how): the chain is what was computed, not a description.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

import numpy as np

from data.balance.access_trace import access_trace
from data.balance.chains import correlation, inequality, median, reach, target
from data.balance.computed import computed
from data.balance.evaluate import INDEX, Side, column, indicator_of
from data.balance.explanation import (
    SEPARATOR,
    Chain,
    Explanation,
    both_values,
    changed,
    or_none,
    sources_of,
)
from data.balance.groups import NATION, By, Groups, groups
from data.balance.index import index_scores, index_values, parts_of
from data.balance.indicator import Indicator
from data.balance.trace import Input, Trace, Traced, group_place, ordered
from data.errors import UnknownNameError
from data.model import Name
from data.project import Project

__all__ = ["CHAINS", "Explanation", "Input", "by_of", "explain"]

CHAINS: Mapping[str, Chain] = MappingProxyType(
    {prefix: one.CHAIN for one in (inequality, correlation, median, reach, target) for prefix in one.CHAIN.prefixes}
)
"""The kinds of numbers that are no indicators, by the prefix of their ids."""


def explain(project: Project, indicator_id: str, by: By, area_id: str, side: Side = "baseline") -> Explanation:
    """Return where an indicator, or the composite index, of one area comes from.

    ``area_id`` "nation" is the nation whatever ``by`` says. ``indicator_id`` may also be the id of
    one of the ``CHAINS``, of the nation or of a circle. Raises UnknownNameError.
    """
    if SEPARATOR in indicator_id:
        return _chain(project, indicator_id, area_id, side)
    indicator = indicator_of(project, indicator_id)
    kind: By = "nation" if area_id == NATION else by
    areas = groups(project, kind)
    _known(areas, area_id)
    row = areas.ids.index(area_id)
    found = column(project, indicator_id, kind, side)
    trace = _trace(project, indicator, kind, row, side)
    value = float(found.values[row])
    series = project.data.series.get(indicator.series)
    return Explanation(
        indicator, kind, area_id, areas.names[row], side, None if math.isnan(value) else value, indicator.unit,
        indicator.formula, Name("") if series is None else series.note, found.levels[row], float(found.known[row]),
        found.bounds[row], trace.inputs, sources_of(project, _source_ids(project, indicator, kind, row, side, trace)),
        trace.factor,
    )  # fmt: skip


def by_of(area_id: str) -> By:
    """Return the kind of area of an id: 8 digits a town, 5 a county, else a circle or the nation."""
    if area_id == NATION:
        return "nation"
    if area_id.isdigit():
        return "town" if len(area_id) == 8 else "county"
    return "circle"


def _chain(project: Project, text: str, area_id: str, side: Side) -> Explanation:
    prefix = text.partition(SEPARATOR)[0]
    chain = CHAINS.get(prefix)
    if chain is None:
        raise UnknownNameError(
            "There is no kind of number {name}; the kinds are {valid}.", name=prefix, valid=", ".join(CHAINS)
        )
    parts = chain.split(text)
    _known(groups(project, chain.by), area_id)
    return chain.answer(project, parts, area_id, side)


def _known(areas: Groups, area_id: str) -> None:
    """Raise UnknownNameError for an area that is none of these."""
    if area_id not in areas.ids:
        if areas.by == "town":
            raise UnknownNameError(
                "There is no township {name}; their codes have 8 digits, like {example}.",
                name=area_id,
                example=areas.ids[0],
            )
        raise UnknownNameError(
            "There is no area {name}; the areas are {valid}.", name=area_id, valid=", ".join(areas.ids)
        )


def _trace(project: Project, indicator: Indicator, by: By, row: int, side: Side) -> Trace:
    if side == "difference":
        return _difference(project, indicator, by, row)
    if indicator.id == INDEX:
        return _index_trace(project, by, row, side)
    looked_at = project.what_if if side == "scenario" else project
    areas = groups(looked_at, by)
    if isinstance(indicator.compute, Traced):
        return indicator.compute.trace(looked_at.data, areas, row)
    town_values = computed(looked_at, indicator.id, "town").values
    return access_trace(looked_at.data, areas, row, indicator, town_values)


def _index_trace(project: Project, by: By, row: int, side: Side) -> Trace:
    """The parts with raw value, score and share of the weights."""
    which: Literal["baseline", "scenario"] = "scenario" if side == "scenario" else "baseline"
    areas = groups(project, by)
    values = index_values(project, by, which)[row]
    # the nation has nobody to be compared with
    scores = np.full(len(values), np.nan) if by == "nation" else index_scores(project, by, which)[row]
    return Trace(
        ordered(
            Input(
                areas.names[row], part.name, or_none(value), part.unit, part.period, "", "", "", "",
                group_place(areas, row), share, "part", or_none(score),
            )
            for part, share, value, score in zip(
                parts_of(project.index, project.data), project.index.shares, values, scores, strict=True
            )
        )
    )  # fmt: skip


def _difference(project: Project, indicator: Indicator, by: By, row: int) -> Trace:
    """Both values, and as evidence what the scenario brings in or changes, then what of the baseline it replaces."""
    before, after = (_trace(project, indicator, by, row, side) for side in ("baseline", "scenario"))
    areas = groups(project, by)
    old, new = (or_none(column(project, indicator.id, by, side).values[row]) for side in ("baseline", "scenario"))
    both = both_values(areas.names[row], indicator, group_place(areas, row), new, old)
    return Trace((*both, *changed(before.inputs, after.inputs)))


def _source_ids(project: Project, indicator: Indicator, by: By, row: int, side: Side, trace: Trace) -> Iterable[str]:
    if indicator.id != INDEX:
        return (one.source_id for one in trace.inputs)
    sides: tuple[Side, ...] = ("scenario", "baseline") if side == "difference" else (side,)
    return (
        one.source_id
        for which in sides
        for part in parts_of(project.index, project.data)
        for one in _trace(project, part, by, row, which).inputs
    )
