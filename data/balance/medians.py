"""The middle of an indicator within each circle: half of the people live in areas with no more."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.balance.evaluate import Side, column
from data.balance.groups import By, groups
from data.balance.measures import people_of
from data.balance.statistics import median_row
from data.circles import weights
from data.model import Overlap
from data.project import Project


@dataclass(frozen=True, eq=False)
class CircleMedian:
    """One circle; rows are those of ``groups``."""

    circle: str
    members: NDArray[np.intp]
    """rows of the areas of the circle that are known"""
    unknown: NDArray[np.intp]
    """rows of those that are not"""
    middle: int | None
    """the row whose value is the median, None where nothing is known"""
    value: float
    """NaN where nothing is known"""


def inside_circles(project: Project, by: By) -> NDArray[np.bool_]:
    """Return (circles, areas) whether an area lies, with any of its towns, in each circle.

    A shared town stands in each of its circles, whatever rule the totals follow.
    """
    towns = weights(project.data, project.definition_id, Overlap.EACH)
    return np.asarray(towns @ groups(project, by).weights.T > 0)


def circle_medians(project: Project, indicator_id: str, by: By, side: Side = "baseline") -> tuple[CircleMedian, ...]:
    """Return the median of each circle, weighted by people, in the order of ``groups(project, "circle")``.

    A county that lies in several circles counts in each with all its people; of a difference it is the median of the
    changes. Raises UnknownNameError.
    """
    values = column(project, indicator_id, by, side).values
    people = people_of(project.data, groups(project, by))
    found = []
    for circle, member in zip(groups(project, "circle").ids, inside_circles(project, by), strict=True):
        known, unknown = np.flatnonzero(member & ~np.isnan(values)), np.flatnonzero(member & np.isnan(values))
        at = median_row(values[known], people[known])
        middle = None if at is None else int(known[at])
        value = float("nan") if middle is None else float(values[middle])
        found.append(CircleMedian(circle, known, unknown, middle, value))
    return tuple(found)
