"""Where the median of a circle comes from: the areas of the circle and their people."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, cast

import numpy as np

from data.balance.evaluate import Side, column, indicator_of
from data.balance.explanation import Chain, Explanation, among, counted, joined_levels, or_none, sources_of
from data.balance.groups import groups
from data.balance.indicators import INDICATORS
from data.balance.measures import POPULATION, people_of
from data.balance.medians import circle_medians
from data.balance.trace import Input, group_place, ordered
from data.model import Name
from data.project import Project

Within = Literal["town", "county"]

_PREFIX = "median"
_FORMULA = Name(
    "各區依數值由低至高，人口累計達已知各區總人口一半者，其值即為中位數（以人口加權）；跨圈者於各圈均計入",
    "Areas in rising order of their values: the median, weighted by people, is the value of the one with which half of "
    "the people of all known areas are reached; an area in two circles counts in both",
)
_CHANGES = Name(
    "數值為各區之變化：此為變化之中位數，非中位數之變化。",
    "The values are the changes of the areas: this is the median change, not the change of the median.",
)


def median_id(indicator_id: str, within: str = "town") -> str:
    """Return the id by which ``explain`` is asked where the median of a circle comes from, of its town or county."""
    return f"{_PREFIX}:{indicator_id}:{within}"


def explain_median(
    project: Project, indicator_id: str, circle: str, within: Within = "town", side: Side = "baseline"
) -> Explanation:
    """Return where the median of an indicator over the areas of a circle, weighted by people, comes from.

    The inputs are all areas of the circle: the value, None where unknown, and the share in the people of the known
    ones. Of a difference it is the median of the changes. Raises UnknownNameError.
    """
    of, areas, circles = indicator_of(project, indicator_id), groups(project, within), groups(project, "circle")
    at = circles.ids.index(circle)
    found, median = column(project, indicator_id, within, side), circle_medians(project, indicator_id, within, side)[at]
    people = people_of(project.data, areas)
    known, everybody = people[median.members].sum(), people[[*median.members, *median.unknown]].sum()
    kinds = Name("各鄉鎮市區", "of its townships") if within == "town" else Name("各縣市", "of its counties and cities")
    indicator = replace(
        of, id=median_id(indicator_id, within), direction=0, total=False, short=Name("中位數", "Median"),
        name=Name(f"{kinds.zh}{of.name.zh}之中位數", f"Median {kinds.text('en')}: {of.name.text('en')}"),
    )  # fmt: skip
    said = [counted(len(median.members), len(median.unknown))]
    if median.middle is not None:
        middle = areas.names[median.middle]
        said.append(Name(f"中位數為{middle.zh}之值。", f"The median is the value of {middle.text('en')}."))
    said += [_CHANGES] if side == "difference" else []
    shares = np.zeros(len(people))
    shares[median.members] = people[median.members] / (known or 1.0)
    inputs = ordered(
        Input(
            areas.names[row], of.name, or_none(found.values[row]), of.unit, of.period, found.levels[row], "", "", "",
            group_place(areas, row), float(shares[row]), "compared",
        )
        for row in (*median.members.tolist(), *median.unknown.tolist())
    )  # fmt: skip
    data = project.data if side == "baseline" else project.what_if.data
    ids = (*of.sources(data), *INDICATORS[POPULATION].sources(data))
    return Explanation(
        indicator, "circle", circle, circles.names[at], side, or_none(median.value), of.unit, _FORMULA,
        Name("".join(one.zh for one in said), " ".join(one.text("en") for one in said)),
        joined_levels(found.levels[row] for row in median.members), float(known / everybody), "", inputs,
        sources_of(project, ids),
    )  # fmt: skip


def _answer(project: Project, parts: tuple[str, ...], area_id: str, side: Side) -> Explanation:
    _, indicator_id, within = (*parts, *("town",)[len(parts) - 2 :])
    return explain_median(project, indicator_id, area_id, cast("Within", among(within, ("town", "county"))), side)


CHAIN = Chain((_PREFIX,), median_id("ID"), "circle", (1, 2), _answer)
