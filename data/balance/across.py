"""How unequal an indicator is across the towns, the counties or the circles of a project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from data import circles
from data.balance.evaluate import Side, column
from data.balance.groups import groups
from data.balance.inequality import Inequality, inequality
from data.balance.measures import POPULATION
from data.errors import InputError
from data.model import Name, Overlap
from data.project import Project

Across = Literal["town", "county", "circle"]
ACROSS: tuple[Across, ...] = get_args(Across)
Weight = Literal["population", "none"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)

Measure = Literal[
    "gini", "theil", "theil_between", "theil_within", "hoover", "cv", "max_min_ratio", "range", "top_bottom_20"
]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class MeasureWords:
    """What a measure of inequality is called and how it is computed, as in docs/measures.md."""

    name: Name
    formula: Name
    """x the value of an area, p its share of the weights, m = Σ p·x"""


MEASURES: Mapping[Measure, MeasureWords] = MappingProxyType(
    {
        "gini": MeasureWords(
            Name("吉尼係數", "Gini coefficient"),
            Name(
                "1 − Σ p·(L + K)，各區依 x 由低至高，L 為 p·x 至該區之累積占比，K 為至前一區者；"
                "0 為完全均等，愈近 1 愈不均",
                "1 − Σ p·(L + K), areas in rising order of x, L the share of p·x up to an area, K up to the one "
                "before; 0 is equality",
            ),
        ),
        "theil": MeasureWords(
            Name("泰爾指數", "Theil index"),
            Name("Σ p·(x÷m)·ln(x÷m)；0 為完全均等", "Σ p·(x÷m)·ln(x÷m); 0 is equality"),
        ),
        "theil_between": MeasureWords(
            Name("泰爾指數（生活圈之間）", "Theil index, between the circles"),
            Name(
                "Σ P·(M÷m)·ln(M÷m)，P、M 為各生活圈之權重占比與平均值",
                "Σ P·(M÷m)·ln(M÷m), P the share of a circle in the weights, M its mean",
            ),
        ),
        "theil_within": MeasureWords(
            Name("泰爾指數（生活圈之內）", "Theil index, within the circles"),
            Name(
                "Σ P·(M÷m)·T，P、M、T 為各生活圈之權重占比、平均值與其內之泰爾指數",
                "Σ P·(M÷m)·T, P the share of a circle in the weights, M its mean, T the Theil index inside it",
            ),
        ),
        "hoover": MeasureWords(
            Name("胡佛指數", "Hoover index"),
            Name(
                "½·Σ p·|x÷m − 1|：須移轉多少占比始能均等",
                "½·Σ p·|x÷m − 1|: the share that would have to move to be equal",
            ),
        ),
        "cv": MeasureWords(
            Name("變異係數", "Coefficient of variation"), Name("√(Σ p·(x÷m − 1)²)", "√(Σ p·(x÷m − 1)²)")
        ),
        "max_min_ratio": MeasureWords(
            Name("最大與最小之比", "Largest over least"), Name("最大之 x ÷ 最小之 x", "largest x ÷ least x")
        ),
        "range": MeasureWords(Name("全距", "Range"), Name("最大之 x − 最小之 x", "largest x − least x")),
        "top_bottom_20": MeasureWords(
            Name("最高與最低20%之比", "Top over bottom 20 %"),
            Name(
                "x 最高而占權重20%各區之平均 ÷ x 最低而占權重20%各區之平均",
                "mean of the highest areas that hold 20 % of the weight ÷ mean of the lowest that hold 20 %",
            ),
        ),
    }
)

ACROSS_NAMES: Mapping[Across, Name] = MappingProxyType(
    {
        "town": Name("各鄉鎮市區之間", "Across townships"),
        "county": Name("各縣市之間", "Across counties and cities"),
        "circle": Name("各生活圈之間", "Across circles"),
    }
)
WEIGHT_NAMES: Mapping[Weight, Name] = MappingProxyType(
    {
        "population": Name(
            "p 為該區人口占比（以人口加權）", "p the share of an area in the people (weighted by people)"
        ),
        "none": Name("p 為 1÷n（各區權重相同）", "p = 1 ÷ n (every area counts alike)"),
    }
)


class Distribution(NamedTuple):
    """What ``inequality`` and ``lorenz`` are given: (n,) values, (n,) weights or None, (circles, n) shares or None."""

    values: Array
    weights: Array | None
    shares: Array | None


def inequality_of(
    project: Project, indicator_id: str, across: Across, weight: Weight, side: Side = "baseline"
) -> Inequality:
    """Measure the inequality of an indicator across areas, each counting by its people or, with 'none', alike.

    Theil is split by circles. A town belongs to its circles by the project's overlap rule, a county as its people do.
    Under ``each`` the shares of a town in two circles would add up to 2, and no split could add up to the whole:
    ``split`` is used in its place. Across circles there is nothing inside a circle to split: each is one value, so
    between and within are NaN; ask across towns for what lies inside the circles. A circle's people are counted by the
    project's rule; under ``each`` those of a shared town weigh in two circles.

    Raises UnknownNameError for an unknown indicator and InputError where a value is negative, as differences can be.
    """
    return inequality(*distribution(project, indicator_id, across, weight, side))


def distribution(
    project: Project, indicator_id: str, across: Across, weight: Weight, side: Side = "baseline"
) -> Distribution:
    """Return the values, weights and shares in circles that ``inequality_of`` measures; it says what they are."""
    areas = groups(project, across)
    population = project.data.town_values(POPULATION)
    values = column(project, indicator_id, across, side).values
    negative = np.flatnonzero(values < 0)
    if len(negative):
        raise InputError(
            "{indicator} of {area} is {value}: measures of inequality are not defined for negative values.",
            indicator=indicator_id,
            area=areas.ids[negative[0]],
            value=round(float(values[negative[0]]), 6),
        )
    weights = areas.weights @ population if weight == "population" else None
    shares = None if across == "circle" else _shares_in_circles(project, areas.weights * population)
    return Distribution(values, weights, shares)


def _shares_in_circles(project: Project, people: Array) -> Array:
    """Return (circles, areas) the share of each area's people, by area and town in ``people``, in each circle."""
    rule = Overlap.SPLIT if project.overlap is Overlap.EACH else project.overlap
    membership = circles.weights(project.data, project.definition_id, rule)
    return np.asarray(membership @ people.T / people.sum(axis=1))
