"""How ranks of the composite index are said: the place, its interval, and how often an area is last."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.balance.composite import rank
from data.balance.evaluate import Side
from data.balance.groups import By
from data.balance.index import IndexSide, index_column
from data.balance.sensitivity import Sensitivity
from data.model import Name
from data.project import Project
from maps.texts import Texts


@dataclass(frozen=True, eq=False)
class Ranks:
    """The places of all areas of one kind, 1 the best, NaN where there is no index."""

    places: NDArray[np.float64]
    before: NDArray[np.float64] | None = None
    """the baseline's places, where the difference is shown"""
    interval: Sensitivity | None = None


def index_side(side: Side) -> IndexSide:
    """Return the side whose index is ranked: the difference asks how the scenario ranks."""
    return "baseline" if side == "baseline" else "scenario"


def ranks(project: Project, by: By, side: Side, interval: Sensitivity | None = None) -> Ranks:
    """Return the places of all areas. Raises UnknownNameError for an indicator that does not exist."""
    places = rank(index_column(project, by, index_side(side)).values)
    before = rank(index_column(project, by).values) if side == "difference" else None
    return Ranks(places, before, interval)


def row_names(project: Project, by: By, names: Sequence[Name], texts: Texts) -> tuple[str, ...]:
    """Return the names as a narrow row has room for them: in English townships first, and both without their kind."""
    if by != "town" or texts.language == "zh":
        return tuple(name.text(texts.language) for name in names)
    counties = {county.code: county.name.en for county in project.data.counties}
    short = {code: name.removesuffix(" County").removesuffix(" City") for code, name in counties.items()}
    uses = Counter(short.values())  # Hsinchu and Chiayi are both a county and a city
    own = {code: short[code] if uses[short[code]] == 1 else name for code, name in counties.items()}
    return tuple(
        f"{town.name.en.removesuffix(' Township').removesuffix(' District')}, {own[town.county.code]}"
        for town in project.data.towns
    )


def place(of: Ranks, row: int) -> str:
    """Return "3 (2–4)", without the interval while it is not known, "3 → 2" for a difference; '' without an index."""
    own = of.places[row]
    if math.isnan(own):
        return ""
    if of.before is not None:
        was = of.before[row]
        return f"{own:.0f}" if was == own or math.isnan(was) else f"{was:.0f} → {own:.0f}"
    if of.interval is None or math.isnan(of.interval.low_rank[row]):
        return f"{own:.0f}"
    return f"{own:.0f} ({of.interval.low_rank[row]:.0f}–{of.interval.high_rank[row]:.0f})"


def sure(texts: Texts, of: Ranks, row: int) -> str:
    """Return in a sentence how sure the place is, '' where nothing is known of it."""
    found = of.interval
    if found is None or math.isnan(found.low_rank[row]):
        return ""
    return texts.translate(
        "Index",
        "In 90 % of {draws} variants of weights and methods the rank lies between {low} and {high}, last in {last} %",
    ).format(
        draws=texts.number(found.draws),
        low=texts.number(found.low_rank[row]),
        high=texts.number(found.high_rank[row]),
        last=texts.number(100 * found.p_last[row]),
    )
