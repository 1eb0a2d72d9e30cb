"""Sorting the values of areas into the classes of a choropleth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from numpy.typing import NDArray

FEW = 6
"""With at most so many distinct values each is its own class: one more hue and the legend stops being readable."""

DIGITS = 9
"""Decimals that count: a weighted mean over one town must not become a class of its own by its last bit."""

CHANGES = 3
"""Classes of changes to either side of no change."""


MORE_DECIMALS = 2
"""How many decimals beyond those wished for may be taken to tell values apart."""


@dataclass(frozen=True)
class Classes:
    """Classes from low to high. ``bounds`` are (low, high) of each, equal where a class is a single value."""

    bounds: tuple[tuple[float, float], ...]
    member: NDArray[np.int64]
    """class number of each value, -1 for unknown"""
    counts: tuple[int, ...]
    decimals: int
    """with which the bounds are to be written: no two classes then seem to touch"""
    steps: tuple[float, ...] = ()
    """of changes: how far each class is from no change, -1 (the largest fall) to 1 (the largest rise)"""


def classify(values: NDArray[np.float64], count: int = 5, decimals: int = DIGITS) -> Classes:
    """Sort ``values`` (n,), NaN unknown, into single-value classes if there are few, else into quantiles.

    Quantile classes end at observed values and ties never part, so there may be fewer than ``count``. Values that read
    alike with ``decimals`` are ties, unless that would cost a class: who reads a number on the map must find it in the
    legend.
    """
    values = np.round(values, DIGITS)
    known = values[~np.isnan(values)]
    distinct = np.unique(known)
    few = len(distinct) <= FEW
    uppers = distinct if few else _quantiles(known, count)
    for digits in range(decimals, decimals + MORE_DECIMALS + 1):
        rounded = as_written(known, digits)
        ends = np.unique(rounded) if few else _quantiles(rounded, count)
        if len(ends) == len(uppers):
            break
    if not few:
        values, uppers = as_written(values, digits), ends
    return _classes(values, np.searchsorted(uppers, values, side="left"), len(uppers), digits)


def classify_change(values: NDArray[np.float64], decimals: int = DIGITS) -> Classes:
    """Sort differences (n,), NaN unknown, into classes that lie alike on both sides of no change.

    No change is a class of its own. The others are divided by the tertiles of the size of the changes, whichever their
    sign, so that equal colours mean changes of equal size; classes in which there is nothing are left out. Sizes that
    read alike with ``decimals`` are ties; a change too small for them is one all the same.
    """
    values = np.round(values, DIGITS)
    sizes = as_written(np.abs(values), decimals)
    changed = sizes[~np.isnan(values) & (values != 0)]
    distinct = np.unique(changed)
    uppers = distinct if len(distinct) <= CHANGES else _quantiles(changed, CHANGES)
    signed = np.sign(values) * (np.searchsorted(uppers, sizes, side="left") + 1)
    found = np.unique(signed[~np.isnan(signed)])
    steps = tuple(float(step) / max(len(uppers), 1) for step in found)
    rounded = np.asarray(np.sign(values) * sizes, dtype=np.float64)
    return replace(_classes(rounded, np.searchsorted(found, signed, side="left"), len(found), decimals), steps=steps)


def as_written(values: NDArray[np.float64], decimals: int) -> NDArray[np.float64]:
    """Return values rounded as text shows them: by their exact binary value, halves away from zero.

    NumPy scales first, which makes 117.6 of a 117.55 that is written 117.5.
    """
    unit = Decimal(1).scaleb(-decimals)
    exact = ((value, Decimal(value)) for value in values.tolist())
    return np.array([float(one.quantize(unit, ROUND_HALF_UP)) if one.is_finite() else value for value, one in exact])


def _quantiles(values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return the upper ends of at most ``count`` quantile classes; each is one of the values."""
    return np.unique(np.quantile(values, np.arange(1, count + 1) / count, method="inverted_cdf"))


def _classes(values: NDArray[np.float64], number: NDArray[np.intp], count: int, decimals: int) -> Classes:
    member = np.where(np.isnan(values), -1, number).astype(np.int64)
    inside = [values[member == one] for one in range(count)]
    bounds = tuple((float(own.min()), float(own.max())) for own in inside)
    return Classes(bounds, member, tuple(len(own) for own in inside), decimals)
