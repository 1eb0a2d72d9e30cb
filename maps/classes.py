"""Sorting town values into the classes of a choropleth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEW = 6
"""With at most so many distinct values each is its own class: one more hue and the legend stops being readable."""

DIGITS = 9
"""Decimals that count: a weighted mean over one town must not become a class of its own by its last bit."""


@dataclass(frozen=True)
class Classes:
    """Classes from low to high. ``bounds`` are (low, high) of each, equal where a class is a single value."""

    bounds: tuple[tuple[float, float], ...]
    member: NDArray[np.int64]
    """class number of each value, -1 for unknown"""
    counts: tuple[int, ...]


def classify(values: NDArray[np.float64], count: int = 5) -> Classes:
    """Sort ``values`` (n,), NaN unknown, into single-value classes if there are few, else into quantiles.

    Quantile classes end at observed values and ties never part, so there may be fewer than ``count``.
    """
    values = np.round(values, DIGITS)
    known = ~np.isnan(values)
    distinct = np.unique(values[known])
    if len(distinct) <= FEW:
        uppers = distinct
    else:
        uppers = np.unique(np.quantile(values[known], np.arange(1, count + 1) / count, method="inverted_cdf"))
    member = np.full(len(values), -1, dtype=np.int64)
    member[known] = np.searchsorted(uppers, values[known], side="left")
    bounds = tuple((float(values[member == i].min()), float(values[member == i].max())) for i in range(len(uppers)))
    counts = tuple(int((member == i).sum()) for i in range(len(uppers)))
    return Classes(bounds, member, counts)
