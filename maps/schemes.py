"""The rules by which classes end: at values of the data (quantiles, natural breaks, head/tail), or at even numbers.

Schemes of the first kind return the upper ends of the classes, each of them one of the values; those of the second
return breaks. All are pure, exact and give the same for the same values in any order.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from maps.symbology import MOST_CLASSES

Array = NDArray[np.float64]

MINORITY = 0.4
"""Largest share of the values above the mean for which Jiang's head/tail rule divides the head once more."""


def quantile_ends(values: Array, count: int) -> Array:
    """Return the upper ends of at most ``count`` classes of equally many of ``values`` (n,); ties never part."""
    return np.unique(np.quantile(values, np.arange(1, count + 1) / count, method="inverted_cdf"))


def natural_ends(values: Array, count: int) -> Array:
    """Return the upper ends of the ``count`` classes with the least sum of squares within (Fisher 1958; Jenks 1977).

    ``values`` (n,) with at least ``count`` distinct ones. Exact, by dynamic programming over the distinct values in
    O(count · n²): the best division of the first values into c classes ends with a class that starts somewhere, before
    which lies the best division into c - 1.
    """
    distinct, weights = np.unique(values, return_counts=True)
    n = len(distinct)
    # Centred on the mean, or squares of large numbers would swallow what distinguishes them.
    centred = distinct - np.average(distinct, weights=weights)
    sums = [np.concatenate(([0.0], np.cumsum(weights * centred**power))) for power in range(3)]
    number, total, squares = (one[None, 1:] - one[:-1, None] for one in sums)
    start, end = np.indices((n, n))
    with np.errstate(divide="ignore", invalid="ignore"):
        within = np.where(start <= end, squares - total**2 / number, np.inf)
    least, starts = within[0], []
    for _ in range(1, count):
        divided = np.concatenate(([np.inf], least[:-1]))[:, None] + within
        starts.append(np.argmin(divided, axis=0))
        least = divided.min(axis=0)
    ends = [n - 1]
    for start_of in reversed(starts):
        ends.append(int(start_of[ends[-1]]) - 1)
    return np.asarray(distinct[ends[::-1]], dtype=np.float64)


def head_tail_ends(values: Array, count: int) -> Array:
    """Return the upper ends of at most ``count`` classes that part at the mean, then at the mean of what lies above it.

    That goes on as long as the head is a minority of at most 40 %: Jiang (2013), "Head/tail breaks: a new
    classification scheme for data with a heavy-tailed distribution", The Professional Geographer 65 (3).
    """
    ends: list[float] = []
    head = values
    while len(ends) < count - 1:
        # Rounding may put the mean of equal values below all of them, and a plain sum depends on their order.
        tail = head <= max(math.fsum(head) / len(head), head.min())
        if tail.all():
            break
        ends.append(float(head[tail].max()))
        share, head = 1 - tail.mean(), head[~tail]
        if share > MINORITY:
            break
    return np.array([*ends, float(values.max())])


def equal_breaks(low: float, high: float, count: int) -> Array:
    """Return the ``count`` + 1 breaks of intervals of one width from ``low`` to ``high``."""
    return np.linspace(low, high, count + 1)


def pretty_breaks(low: float, high: float, count: int) -> Array:
    """Return breaks at multiples of 1, 2 or 5 times a power of ten that hold ``low`` < ``high``.

    Of these steps it is the one with the number of intervals next to ``count``, the smaller step where two are as near.
    There are never more than 9 intervals, also beyond ``low`` and ``high`` there is none.
    """
    power = math.floor(math.log10((high - low) / count))
    found = [_multiples(low, high, one, exponent) for exponent in (power, power + 1) for one in (1, 2, 5)]
    allowed = [breaks for breaks in found if len(breaks) - 1 <= MOST_CLASSES]
    return min(allowed, key=lambda breaks: abs(len(breaks) - 1 - count))


def _multiples(low: float, high: float, one: int, exponent: int) -> Array:
    """Return the multiples of one · 10^exponent around [low, high], divided instead where that is exact."""
    unit = 10.0 ** abs(exponent)
    scaled = (low * unit, high * unit) if exponent < 0 else (low / unit, high / unit)
    # A bound that is a multiple but for its last bit is one.
    first, last = math.floor(scaled[0] / one + 1e-9), math.ceil(scaled[1] / one - 1e-9)
    steps: Array = np.arange(first, max(last, first + 1) + 1, dtype=np.float64) * one
    return steps / unit if exponent < 0 else steps * unit


def deviation_offsets(count: int) -> Array:
    """Return the ``count`` - 1 breaks in standard deviations from the mean, one apart.

    An odd number of classes has one around the mean, an even number parts at the mean.
    """
    return np.arange(count - 1, dtype=np.float64) - (count - 2) / 2
