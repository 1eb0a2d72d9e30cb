"""Where the correlation of two indicators comes from: its formula and the areas compared."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np

from data.balance.across import ACROSS, ACROSS_NAMES, WEIGHT_NAMES, Across
from data.balance.evaluate import Side, indicator_of
from data.balance.explanation import Chain, Explanation, among, counted, joined_levels, or_none, sources_of
from data.balance.groups import NATION, groups
from data.balance.indicator import Indicator
from data.balance.indicators import INDICATORS
from data.balance.measures import POPULATION
from data.balance.pairs import Pair, pair_of
from data.balance.trace import Input, group_place
from data.model import Name
from data.project import Project

_PREFIX = "correlation"
_CHANGES = Name(
    "兩指標均取情境與現況之差：此為兩者變化之相關，非相關係數之變化。",
    "Of both indicators the difference between scenario and baseline is taken: this is how the changes go together, "
    "not how r changes.",
)
_CONSTANT = Name(
    "兩指標之一於各區均相同，無相關可言。", "One of the two is the same everywhere: there is no correlation."
)


def correlation_id(x_id: str, y_id: str, across: str = "town") -> str:
    """Return the id by which ``explain`` is asked, for the nation, where the correlation of two indicators comes from.

    ``across`` is the kind of areas compared: town, county or circle.
    """
    return f"{_PREFIX}:{x_id}:{y_id}:{across}"


def explain_correlation(
    project: Project, x_id: str, y_id: str, across: Across = "town", side: Side = "baseline"
) -> Explanation:
    """Return where Pearson's r, weighted by people, of two indicators comes from.

    The inputs are all areas: the value is the first indicator's, the score the second's, the weight the share in the
    people of the areas known in both, 0 for what is left out. Where one of the two does not vary the value is None. Of
    a difference it is the correlation of the changes. Raises UnknownNameError.
    """
    x, y = indicator_of(project, x_id), indicator_of(project, y_id)
    pair = pair_of(project, x_id, y_id, across, side)
    value = or_none(pair.r)
    indicator = replace(
        x, id=correlation_id(x_id, y_id, across), direction=0, total=False, unit=Name(""), decimals=2,
        name=Name(f"{x.name.zh}與{y.name.zh}之相關係數", f"Correlation: {x.name.text('en')} and {y.name.text('en')}"),
        short=Name("相關係數", "Correlation"), period=x.period if x.period == y.period else "",
    )  # fmt: skip
    said = [counted(int(pair.known.sum()), int((~pair.known).sum()))]
    said += [_CHANGES] if side == "difference" else []
    said += [_CONSTANT] if value is None else []
    data = project.data if side == "baseline" else project.what_if.data
    ids = (*x.sources(data), *y.sources(data), *INDICATORS[POPULATION].sources(data))
    return Explanation(
        indicator, "nation", NATION, ACROSS_NAMES[across], side, value, indicator.unit, _formula(x, y, pair),
        Name("".join(one.zh for one in said), " ".join(one.text("en") for one in said)),
        joined_levels((*pair.x.levels, *pair.y.levels)),
        float(pair.people[pair.known].sum() / pair.people.sum()), "", _compared(project, x, y, across, pair),
        sources_of(project, ids),
    )  # fmt: skip


def _answer(project: Project, parts: tuple[str, ...], _area_id: str, side: Side) -> Explanation:
    _, x_id, y_id, across = (*parts, *("town",)[len(parts) - 3 :])
    return explain_correlation(project, x_id, y_id, cast("Across", among(across, ACROSS)), side)


CHAIN = Chain((_PREFIX,), correlation_id("ID", "ID"), "nation", (2, 3), _answer)


def _formula(x: Indicator, y: Indicator, pair: Pair) -> Name:
    logs = [
        Name(f"{name} 為「{one.name.zh}」之常用對數", f"{name} the common logarithm of “{one.name.text('en')}”")
        if log
        else Name(f"{name} 為「{one.name.zh}」之值", f"{name} the value of “{one.name.text('en')}”")
        for name, one, log in zip("xy", (x, y), pair.logs, strict=True)
    ]
    weight = WEIGHT_NAMES["population"]
    return Name(
        f"r = Σ p·dx·dy ÷ √(Σ p·dx² · Σ p·dy²)。{logs[0].zh}，{logs[1].zh}；dx、dy 為與加權平均 Σ p·x、Σ p·y 之差，"
        f"{weight.zh}。",
        f"r = Σ p·dx·dy ÷ √(Σ p·dx² · Σ p·dy²). {logs[0].text('en')}, {logs[1].text('en')}; dx and dy are the "
        f"distances from the weighted means Σ p·x and Σ p·y, {weight.text('en')}.",
    )


def _compared(project: Project, x: Indicator, y: Indicator, across: Across, pair: Pair) -> tuple[Input, ...]:
    """Return every area with both values, those with most people first, what is left out last."""
    areas, people = groups(project, across), np.where(pair.known, pair.people, 0.0)
    shares = people / (people.sum() or 1.0)
    return tuple(
        Input(
            areas.names[row], _beside(x, y, pair.y.values[row]), or_none(pair.x.values[row]), x.unit, x.period,
            joined_levels((pair.x.levels[row], pair.y.levels[row])), "", "", "", group_place(areas, row),
            float(shares[row]), "compared", or_none(pair.y.values[row]),
        )
        for row in np.argsort(-shares, kind="stable").tolist()
    )  # fmt: skip


def _beside(x: Indicator, y: Indicator, value: float) -> Name:
    """Return the words of an area's row: what its number is, and the second number."""
    number = f"{value:,.{y.decimals}f}"
    zh, en = ("不詳", "unknown") if np.isnan(value) else (f"{number} {y.unit.zh}", f"{number} {y.unit.text('en')}")
    return Name(f"{x.short.zh}；{y.short.zh} {zh}", f"{x.short.text('en')}; {y.short.text('en')} {en}")
