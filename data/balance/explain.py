"""Where a value comes from: value ← formula ← figures and sites ← sources, for any indicator of any area.

The inputs reproduce the value (``data.balance.trace`` says how): the chain is what was computed, not a description.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, cast

import numpy as np

from data.balance.access_trace import access_trace
from data.balance.across import ACROSS, MEASURES, WEIGHTS, Across, Measure, Weight, distribution
from data.balance.computed import computed
from data.balance.evaluate import INDEX, Side, column, indicator_of
from data.balance.groups import NATION, By, groups
from data.balance.index import index_scores, index_values, parts_of
from data.balance.indicator import Indicator
from data.balance.indicators import INDICATORS
from data.balance.inequality import inequality
from data.balance.measures import POPULATION
from data.balance.trace import Input, Role, Trace, Traced, group_place, ordered
from data.errors import InputError, UnknownNameError
from data.fact import decimals_of
from data.model import Name, Place, Source
from data.project import Project
from data.targets import LEVELS, disagreements, latest_actual
from data.vocabulary import unit

__all__ = [
    "Explanation",
    "Input",
    "Role",
    "by_of",
    "explain",
    "explain_inequality",
    "explain_target",
    "inequality_id",
    "target_id",
]

_ACROSS_NAMES: Mapping[Across, Name] = MappingProxyType(
    {
        "town": Name("各鄉鎮市區之間", "Across townships"),
        "county": Name("各縣市之間", "Across counties and cities"),
        "circle": Name("各生活圈之間", "Across circles"),
    }
)
_WEIGHT_NAMES: Mapping[Weight, Name] = MappingProxyType(
    {
        "population": Name(
            "p 為該區人口占比（以人口加權）", "p the share of an area in the people (weighted by people)"
        ),
        "none": Name("p 為 1÷n（各區權重相同）", "p = 1 ÷ n (every area counts alike)"),
    }
)


_TARGET = "target:"
_STATED = Name("文件所載之數，未經計算", "The number is as the documents give it; nothing is computed")
_DISPUTED = Name(
    "來源說法不一，並列於下；上列為最近一期", "The sources disagree; all stand below, the latest period above"
)
_POINTS: Mapping[str, Name] = MappingProxyType(
    {
        "actual": Name("實績", "actual"),
        "target": Name("目標", "target"),
        "baseline": Name("基期", "baseline"),
        "estimate": Name("推估", "estimate"),
    }
)


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

    ``area_id`` "nation" is the nation whatever ``by`` says. For the nation ``indicator_id`` may also be an
    ``inequality_id`` or a ``target_id``. Raises UnknownNameError.
    """
    if indicator_id.startswith(_TARGET) and area_id == NATION:
        return explain_target(project, indicator_id.removeprefix(_TARGET), side)
    asked = _asked_inequality(indicator_id)
    if asked is not None and area_id == NATION:
        return explain_inequality(project, *asked, side=side)
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


def inequality_id(
    indicator_id: str, across: Across = "town", weight: Weight = "population", measure: Measure = "gini"
) -> str:
    """Return the id by which ``explain`` is asked, for the nation, where a measure of inequality comes from."""
    return ":".join((measure, indicator_id, across, weight))


def explain_inequality(
    project: Project,
    indicator_id: str,
    across: Across = "town",
    weight: Weight = "population",
    measure: Measure = "gini",
    side: Side = "baseline",
) -> Explanation:
    """Return where a measure of inequality comes from: its formula, the areas compared, the indicator's sources.

    The inputs are all areas: the indicator's value, None where unknown, and the share in the weights of all known ones,
    0 for what is left out. Where the measure is not defined, as for negative values, the value is None and the note
    says why. Raises UnknownNameError.
    """
    of = indicator_of(project, indicator_id)
    words, areas = MEASURES[measure], groups(project, across)
    unit = of.unit if measure == "range" else Name("")
    indicator = replace(
        of, id=inequality_id(indicator_id, across, weight, measure), direction=0, total=False, unit=unit,
        name=Name(f"{of.name.zh}之{words.name.zh}", f"{words.name.text('en')}: {of.name.text('en')}"), short=words.name,
        decimals=of.decimals if measure == "range" else 4,
    )  # fmt: skip
    formula = Name(
        f"{words.formula.zh}。x 為各區之值，m = Σ p·x，{_WEIGHT_NAMES[weight].zh}。",
        f"{words.formula.text('en')}. x is the value of an area, m = Σ p·x, {_WEIGHT_NAMES[weight].text('en')}.",
    )
    last: Side = "baseline" if side == "baseline" else "scenario"
    value, note = _measured(project, indicator_id, across, weight, measure, last)
    inputs = _compared(project, of, across, weight, last)
    if side == "difference":
        before, _ = _measured(project, indicator_id, across, weight, measure, "baseline")
        both = _both_values(_ACROSS_NAMES[across], indicator, None, value, before)
        inputs = (*both, *_changed(_compared(project, of, across, weight, "baseline"), inputs))
        value = None if value is None or before is None else value - before
    found = column(project, indicator_id, across, last)
    people = areas.weights @ project.data.town_values(POPULATION)
    known = ~np.isnan(found.values)
    data = project.data if side == "baseline" else project.what_if.data
    ids = (*of.sources(data), *(INDICATORS[POPULATION].sources(data) if weight == "population" else ()))
    levels = dict.fromkeys(level for joined in found.levels for level in joined.split("+") if level)
    return Explanation(
        indicator, "nation", NATION, _ACROSS_NAMES[across], side, value, unit, formula, note, "+".join(levels),
        float(people[known].sum() / people.sum()), "", inputs, _sources(project, ids),
    )  # fmt: skip


def target_id(series_id: str) -> str:
    """Return the id by which ``explain`` is asked, for the nation, where the numbers of a policy target come from."""
    return f"{_TARGET}{series_id}"


def explain_target(project: Project, series_id: str, side: Side = "baseline") -> Explanation:
    """Return what each document says of a policy target, the latest actual as the value. Raises UnknownNameError.

    A scenario changes no document: the side is only said.
    """
    series = next((one for one in project.data.targets if one.id == series_id), None)
    if series is None:
        raise UnknownNameError("There is no policy target {name}; lifecircles targets lists them.", name=series_id)
    actual, unit_name, level = latest_actual(series), unit(series.unit), LEVELS[series.level]
    value = None if actual is None else actual.value
    indicator = replace(
        INDICATORS[POPULATION], id=target_id(series_id), name=series.name, short=series.name, unit=unit_name,
        decimals=0 if value is None else decimals_of(value), period="" if actual is None else actual.period,
        formula=_STATED, variables=(), total=False,
    )  # fmt: skip
    inputs = tuple(
        Input(
            level, _POINTS[point.kind], point.value, unit_name, point.period, "", point.source_id, point.location,
            point.note, None, 1.0, "stated",
        )
        for point in series.points
    )  # fmt: skip
    note = series.basis
    if disagreements(series):
        note = Name(f"{note.zh}。{_DISPUTED.zh}", f"{note.text('en')}. {_DISPUTED.text('en')}")
    return Explanation(
        indicator, "nation", NATION, level, side, value, unit_name, _STATED, note, "", 1.0,
        "" if actual is None else actual.bound, inputs, _sources(project, (one.source_id for one in inputs)),
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


def _asked_inequality(text: str) -> tuple[str, Across, Weight, Measure] | None:
    """Return what an ``inequality_id`` asks for, None for the id of an indicator. Raises UnknownNameError.

    Areas and weight may be left out, as in ``inequality_id`` itself.
    """
    if ":" not in text:
        return None
    measure, indicator_id, *rest = text.split(":", maxsplit=3)
    across, weight = (*rest, *("town", "population")[len(rest) :])
    for name, valid in ((measure, tuple(MEASURES)), (across, ACROSS), (weight, WEIGHTS)):
        if name not in valid:
            raise UnknownNameError(
                "There is no {name} among measures of inequality; there are {valid}.", name=name, valid=", ".join(valid)
            )
    return indicator_id, cast("Across", across), cast("Weight", weight), cast("Measure", measure)


def _measured(
    project: Project, indicator_id: str, across: Across, weight: Weight, measure: Measure, side: Side
) -> tuple[float | None, Name]:
    """Return a measure with a sentence on what is known, or why there is none."""
    try:
        found = inequality(*distribution(project, indicator_id, across, weight, side))
    except InputError:
        return None, Name(
            "部分數值為負，無法計算不均度。", "Some values are negative: inequality is not defined for them."
        )
    zh, en = f"{found.n}區列入計算", f"{found.n} areas count"
    if found.missing:
        zh, en = f"{zh}，{found.missing}區不詳而未列入", f"{en}; {found.missing} are unknown and left out"
    return _or_none(getattr(found, measure)), Name(f"{zh}。", f"{en}.")


def _compared(project: Project, of: Indicator, across: Across, weight: Weight, side: Side) -> tuple[Input, ...]:
    """Return every area with its value and the share in the weights with which it counts."""
    areas, found = groups(project, across), column(project, of.id, across, side)
    people = areas.weights @ project.data.town_values(POPULATION)
    weights = np.where(np.isnan(found.values), 0.0, people if weight == "population" else 1.0)
    shares = weights / (weights.sum() or 1.0)
    return ordered(
        Input(
            areas.names[row], of.name, _or_none(found.values[row]), of.unit, of.period, found.levels[row], "", "", "",
            group_place(areas, row), float(shares[row]), "compared",
        )
        for row in range(len(areas.ids))
    )  # fmt: skip


def _difference(project: Project, indicator: Indicator, by: By, row: int) -> Trace:
    """Both values, and as evidence what the scenario brings in or changes, then what of the baseline it replaces."""
    before, after = (_trace(project, indicator, by, row, side) for side in ("baseline", "scenario"))
    areas = groups(project, by)
    old, new = (_or_none(column(project, indicator.id, by, side).values[row]) for side in ("baseline", "scenario"))
    both = _both_values(areas.names[row], indicator, group_place(areas, row), new, old)
    return Trace((*both, *_changed(before.inputs, after.inputs)))


def _both_values(
    area: Name, indicator: Indicator, place: Place | None, scenario: float | None, baseline: float | None
) -> tuple[Input, ...]:
    """Return the two values whose difference is explained."""
    sides: tuple[tuple[float | None, Name, Role], ...] = (
        (scenario, Name("情境之值", "Value in the scenario"), "sum"),
        (baseline, Name("現況之值", "Value of the baseline"), "minus"),
    )
    return tuple(
        Input(area, label, value, indicator.unit, indicator.period, "", "", "", "", place, 1.0, role)
        for value, label, role in sides
    )


def _changed(before: tuple[Input, ...], after: tuple[Input, ...]) -> tuple[Input, ...]:
    """Return as evidence what only the scenario has, then what of the baseline it replaces."""
    old, new = set(before), set(after)
    changed = (replace(one, role="evidence") for one in after if one not in old)
    replaced = (
        replace(one, role="evidence", label=Name(f"現況：{one.label.zh}", f"Baseline: {one.label.text('en')}"))
        for one in before
        if one not in new
    )
    return (*changed, *replaced)


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
