"""Where a value comes from: value ← formula ← figures and sites ← sources, for any indicator of any area.

The inputs reproduce the value (``data.balance.trace`` says how): the chain is what was computed, not a description.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from data.balance.access_trace import access_trace
from data.balance.computed import computed
from data.balance.evaluate import INDEX, Side, column, indicator_of
from data.balance.groups import NATION, By, groups
from data.balance.index import index_scores, index_values, parts_of
from data.balance.indicator import Indicator
from data.balance.trace import Input, Role, Trace, Traced, group_place, ordered
from data.errors import UnknownNameError
from data.model import Name, Source
from data.project import Project

__all__ = ["Explanation", "Input", "Role", "by_of", "explain"]


@dataclass(frozen=True)
class Explanation:
    """The chain of one value. Inputs come weightiest first within each role, all of them."""

    indicator: Indicator
    by: By
    area_id: str
    area: Name
    side: Side
    value: float | None
    """None where unknown; of the difference scenario minus baseline"""
    unit: Name
    formula: Name
    note: Name
    """what the coverage series says of itself; else empty"""
    level: str
    """coarser levels that it falls back to, as in ``Column.levels``"""
    known: float
    """share of the area's people on whom it stands; of the index share of the weights"""
    bound: str
    inputs: tuple[Input, ...]
    sources: tuple[Source, ...]
    """of the inputs, each once, in their order"""
    factor: float = 1.0
    """of the formula: 100 for percent, 100 000 for rates"""


def explain(project: Project, indicator_id: str, by: By, area_id: str, side: Side = "baseline") -> Explanation:
    """Return where an indicator, or the composite index, of one area comes from.

    ``area_id`` "nation" is the nation whatever ``by`` says. Raises UnknownNameError.
    """
    indicator = indicator_of(project, indicator_id)
    kind: By = "nation" if area_id == NATION else by
    areas = groups(project, kind)
    if area_id not in areas.ids:
        if kind == "town":
            raise UnknownNameError(
                "There is no township {name}; their codes have 8 digits, like {example}.",
                name=area_id,
                example=areas.ids[0],
            )
        raise UnknownNameError(
            "There is no area {name}; the areas are {valid}.", name=area_id, valid=", ".join(areas.ids)
        )
    row = areas.ids.index(area_id)
    found = column(project, indicator_id, kind, side)
    trace = _trace(project, indicator, kind, row, side)
    value = float(found.values[row])
    series = project.data.series.get(indicator.series)
    return Explanation(
        indicator, kind, area_id, areas.names[row], side, None if math.isnan(value) else value, indicator.unit,
        indicator.formula, Name("") if series is None else series.note, found.levels[row], float(found.known[row]),
        found.bounds[row], trace.inputs, _sources(project, _source_ids(project, indicator, kind, row, side, trace)),
        trace.factor,
    )  # fmt: skip


def by_of(area_id: str) -> By:
    """Return the kind of area of an id: 8 digits a town, 5 a county, else a circle or the nation."""
    if area_id == NATION:
        return "nation"
    if area_id.isdigit():
        return "town" if len(area_id) == 8 else "county"
    return "circle"


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
                areas.names[row], part.name, _or_none(value), part.unit, part.period, "", "", "", "",
                group_place(areas, row), share, "part", _or_none(score),
            )
            for part, share, value, score in zip(
                parts_of(project.index), project.index.shares, values, scores, strict=True
            )
        )
    )  # fmt: skip


def _difference(project: Project, indicator: Indicator, by: By, row: int) -> Trace:
    """Both values, and as evidence what the scenario brings in or changes, then what of the baseline it replaces."""
    before, after = (_trace(project, indicator, by, row, side) for side in ("baseline", "scenario"))
    areas = groups(project, by)
    both = []
    sides: tuple[tuple[Side, Name, Role], ...] = (
        ("scenario", Name("情境之值", "Value in the scenario"), "sum"),
        ("baseline", Name("現況之值", "Value of the baseline"), "minus"),
    )
    for side, label, role in sides:
        value = _or_none(column(project, indicator.id, by, side).values[row])
        both.append(
            Input(
                areas.names[row], label, value, indicator.unit, indicator.period, "", "", "", "",
                group_place(areas, row), 1.0, role,
            )
        )  # fmt: skip
    old, new = set(before.inputs), set(after.inputs)
    changed = [replace(one, role="evidence") for one in after.inputs if one not in old]
    replaced = [
        replace(one, role="evidence", label=Name(f"現況：{one.label.zh}", f"Baseline: {one.label.text('en')}"))
        for one in before.inputs
        if one not in new
    ]
    return Trace((*both, *changed, *replaced))


def _source_ids(project: Project, indicator: Indicator, by: By, row: int, side: Side, trace: Trace) -> Iterable[str]:
    if indicator.id != INDEX:
        return (one.source_id for one in trace.inputs)
    sides: tuple[Side, ...] = ("scenario", "baseline") if side == "difference" else (side,)
    return (
        one.source_id
        for which in sides
        for part in parts_of(project.index)
        for one in _trace(project, part, by, row, which).inputs
    )


def _sources(project: Project, ids: Iterable[str]) -> tuple[Source, ...]:
    known = project.what_if.data.sources
    return tuple(known[name] for name in dict.fromkeys(ids) if name)


def _or_none(value: float | np.float64) -> float | None:
    return None if math.isnan(value) else float(value)
