"""How unequal an indicator is across the towns, the counties or the circles of a project."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from data import circles
from data.balance.evaluate import Side, column
from data.balance.groups import groups
from data.balance.inequality import Inequality, inequality
from data.balance.measures import POPULATION
from data.errors import InputError
from data.model import Overlap
from data.project import Project

Across = Literal["town", "county", "circle"]
ACROSS: tuple[Across, ...] = get_args(Across)
Weight = Literal["population", "none"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)

Array = NDArray[np.float64]


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
