"""Where a measure of inequality comes from: its formula and the areas compared."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np

from data.balance.across import (
    ACROSS,
    ACROSS_NAMES,
    MEASURES,
    WEIGHT_NAMES,
    WEIGHTS,
    Across,
    Measure,
    Weight,
    distribution,
)
from data.balance.evaluate import Side, column, indicator_of
from data.balance.explanation import (
    Chain,
    Explanation,
    among,
    counted,
    difference,
    joined_levels,
    or_none,
    sources_of,
)
from data.balance.groups import NATION, groups
from data.balance.indicator import Indicator
from data.balance.indicators import INDICATORS
from data.balance.inequality import inequality
from data.balance.measures import POPULATION, people_of
from data.balance.trace import Input, group_place, ordered
from data.errors import InputError
from data.model import Name
from data.project import Project


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
    if side == "difference":
        both: tuple[Side, ...] = ("baseline", "scenario")
        return difference(*(explain_inequality(project, indicator_id, across, weight, measure, one) for one in both))
    of = indicator_of(project, indicator_id)
    words, areas = MEASURES[measure], groups(project, across)
    unit = of.unit if measure == "range" else Name("")
    indicator = replace(
        of, id=inequality_id(indicator_id, across, weight, measure), direction=0, total=False, unit=unit,
        name=Name(f"{of.name.zh}之{words.name.zh}", f"{words.name.text('en')}: {of.name.text('en')}"), short=words.name,
        decimals=of.decimals if measure == "range" else 4,
    )  # fmt: skip
    formula = Name(
        f"{words.formula.zh}。x 為各區之值，m = Σ p·x，{WEIGHT_NAMES[weight].zh}。",
        f"{words.formula.text('en')}. x is the value of an area, m = Σ p·x, {WEIGHT_NAMES[weight].text('en')}.",
    )
    value, note = _measured(project, indicator_id, across, weight, measure, side)
    found = column(project, indicator_id, across, side)
    people = people_of(project.data, areas)
    known = ~np.isnan(found.values)
    data = project.data if side == "baseline" else project.what_if.data
    ids = (*of.sources(data), *(INDICATORS[POPULATION].sources(data) if weight == "population" else ()))
    return Explanation(
        indicator, "nation", NATION, ACROSS_NAMES[across], side, value, unit, formula, note,
        joined_levels(found.levels), float(people[known].sum() / people.sum()), "",
        _compared(project, of, across, weight, side), sources_of(project, ids),
    )  # fmt: skip


def _answer(project: Project, parts: tuple[str, ...], _area_id: str, side: Side) -> Explanation:
    """Areas and weight may be left out, as in ``inequality_id`` itself."""
    measure, indicator_id, across, weight = (*parts, *("town", "population")[len(parts) - 2 :])
    among(across, ACROSS)
    among(weight, WEIGHTS)
    return explain_inequality(
        project, indicator_id, cast("Across", across), cast("Weight", weight), cast("Measure", measure), side
    )


CHAIN = Chain(tuple(MEASURES), "gini:ID:town:population", "nation", (1, 3), _answer)


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
    return or_none(getattr(found, measure)), counted(found.n, found.missing)


def _compared(project: Project, of: Indicator, across: Across, weight: Weight, side: Side) -> tuple[Input, ...]:
    """Return every area with its value and the share in the weights with which it counts."""
    areas, found = groups(project, across), column(project, of.id, across, side)
    people = people_of(project.data, areas)
    weights = np.where(np.isnan(found.values), 0.0, people if weight == "population" else 1.0)
    shares = weights / (weights.sum() or 1.0)
    return ordered(
        Input(
            areas.names[row], of.name, or_none(found.values[row]), of.unit, of.period, found.levels[row], "", "", "",
            group_place(areas, row), float(shares[row]), "compared",
        )
        for row in range(len(areas.ids))
    )  # fmt: skip
