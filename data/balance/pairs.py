"""Two indicators of the same areas, and how closely one goes with the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.balance.evaluate import Side, column
from data.balance.groups import By, groups
from data.balance.measures import Column, people_of
from data.balance.statistics import correlation, is_logarithmic
from data.project import Project

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Pair:
    """Both indicators of all (n,) areas of one kind, in the order of ``groups``."""

    x: Column
    y: Column
    people: Array
    """(n,)"""
    known: NDArray[np.bool_]
    """(n,) whether both are known"""
    logs: tuple[bool, bool]
    """whether x and y span so much that their logarithms are compared"""
    r: float
    """Pearson's, weighted by people, of the logarithms where ``logs`` says so; NaN where one does not vary"""


def pair_of(project: Project, x_id: str, y_id: str, by: By, side: Side = "baseline") -> Pair:
    """Return two indicators with their correlation; of a difference that of the changes. Raises UnknownNameError."""
    x, y = column(project, x_id, by, side), column(project, y_id, by, side)
    people = people_of(project.data, groups(project, by))
    known = ~np.isnan(x.values) & ~np.isnan(y.values)
    logs = (is_logarithmic(x.values[known]), is_logarithmic(y.values[known]))
    at, up = (np.log10(one.values[known]) if log else one.values[known] for one, log in zip((x, y), logs, strict=True))
    return Pair(x, y, people, known, logs, correlation(at, up, people[known]))
