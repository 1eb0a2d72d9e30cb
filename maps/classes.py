"""Sorting the values of areas into the classes of a choropleth."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from data.errors import InputError
from maps.schemes import (
    Array,
    deviation_offsets,
    equal_breaks,
    head_tail_ends,
    natural_ends,
    pretty_breaks,
    quantile_ends,
)
from maps.symbology import MOST_CLASSES, SchemeName, Symbology

DIGITS = 9
"""Decimals that count: a weighted mean over one town must not become a class of its own by its last bit."""

MORE_DECIMALS = 2
"""How many decimals beyond those wished for may be taken to tell values apart."""

FINE = 0.1
"""Share of a class's width that the last written digit of its bounds may be: coarser, and equal intervals are not."""

_ENDS: Mapping[SchemeName, Callable[[Array, int], Array]] = {
    "quantile": quantile_ends,
    "natural": natural_ends,
    "head_tail": head_tail_ends,
}


@dataclass(frozen=True)
class Classes:
    """Classes from low to high.

    ``bounds`` are (low, high) of each: the least and the greatest value in it, equal where it is a single value. Or,
    where the classes are ``intervals``, its breaks: a value on the upper one belongs to the next class, except in the
    last, the outer ones may be infinite, and there may be no value between.
    """

    bounds: tuple[tuple[float, float], ...]
    member: NDArray[np.int64]
    """class number of each value, -1 for unknown"""
    counts: tuple[int, ...]
    decimals: int
    """with which the bounds are to be written: no two classes then seem to touch"""
    steps: tuple[float, ...] = ()
    """of changes: how far each class is from no change, -1 (the largest fall) to 1 (the largest rise)"""
    intervals: bool = False
    deviations: tuple[tuple[float, float], ...] = ()
    """the bounds in standard deviations from the mean, where that is how they were found"""


def classify(values: Array, symbology: Symbology = Symbology(), decimals: int = DIGITS) -> Classes:
    """Sort ``values`` (n,), NaN unknown, into the classes of ``symbology``; ties never part.

    Values that read alike with ``decimals`` are ties, unless that would cost a class: who reads a number on the map
    must find it in the legend. Fewer distinct values give fewer classes. Every area counts once, whatever its size.
    The scheme "custom" without any breaks yet is quantiles. Raises InputError for breaks that are none.
    """
    values = np.round(values, DIGITS)
    known = values[~np.isnan(values)]
    distinct, scheme = len(np.unique(known)), symbology.scheme
    if symbology.breaks and scheme == "custom":
        return _custom(values, checked_breaks(symbology.breaks), decimals)
    if distinct < 2 or scheme in _ENDS or scheme == "custom":
        return _at_values(values, _ENDS.get(scheme, quantile_ends), symbology.classes, decimals)
    if scheme == "deviation":
        return _deviations(values, symbology.classes, decimals)
    low, high, count = float(known.min()), float(known.max()), min(symbology.classes, distinct)
    if scheme == "equal":
        written, digits = _written_breaks(equal_breaks(low, high, count), decimals)
        breaks = np.unique(written)
        if len(breaks) < 2:
            return _at_values(values, quantile_ends, 1, decimals)
        return _intervals(as_written(values, digits), breaks, digits)
    breaks = pretty_breaks(low, high, count)
    digits = _decimals_of(breaks.tolist())
    return _intervals(as_written(values, max(decimals, digits)), breaks, digits)


def _at_values(values: Array, rule: Callable[[Array, int], Array], count: int, decimals: int) -> Classes:
    """Sort values into classes that end at some of them; each value is its own class if there are hardly more."""
    known = values[~np.isnan(values)]
    few = len(np.unique(known)) <= min(count + 1, MOST_CLASSES)

    def ends_of(numbers: Array) -> Array:
        return np.unique(numbers) if few else rule(numbers, count)

    uppers = ends_of(known)
    for digits in range(decimals, decimals + MORE_DECIMALS + 1):
        ends = ends_of(as_written(known, digits))
        if len(ends) == len(uppers):
            break
    if not few:
        values, uppers = as_written(values, digits), ends
    return _classes(values, np.searchsorted(uppers, values, side="left"), len(uppers), digits)


def _written_breaks(breaks: Array, decimals: int) -> tuple[Array, int]:
    """Return breaks rounded so finely that nobody sees their classes become unequal, and the decimals that takes."""
    finest, most = FINE * float(np.diff(breaks).min()), decimals + MORE_DECIMALS
    digits = next((digits for digits in range(decimals, most) if 10.0**-digits <= finest), most)
    return as_written(breaks, digits), digits


def _deviations(values: Array, count: int, decimals: int) -> Classes:
    """Sort values into classes of one standard deviation (of all areas) around their mean; the outer ones are open.

    Classes that lie beyond all values are left out.
    """
    # Sorted, since the last bits of a sum depend on the order.
    known, offsets = np.sort(values[~np.isnan(values)]), deviation_offsets(count)
    breaks, digits = _written_breaks(known.mean() + offsets * known.std(), decimals)
    written = as_written(values, digits)
    breaks, at = np.unique(breaks, return_index=True)
    among = (breaks > np.nanmin(written)) & (breaks <= np.nanmax(written))
    if not among.any():
        return _at_values(values, quantile_ends, 1, decimals)
    inner = np.concatenate(([-np.inf], breaks[among], [np.inf]))
    away = [-math.inf, *offsets[at[among]].tolist(), math.inf]
    return replace(_intervals(written, inner, digits), deviations=tuple(pairwise(away)))


def checked_breaks(breaks: Sequence[float]) -> tuple[float, ...]:
    """Return breaks between classes of one's own. Raises InputError unless they are numbers, ascending, at most 8."""
    if not all(math.isfinite(one) for one in breaks):
        raise InputError("The breaks between classes must be numbers.")
    if any(low >= high for low, high in pairwise(breaks)):
        raise InputError("The breaks between classes must ascend, and none may be there twice.")
    if len(breaks) >= MOST_CLASSES:
        raise InputError("There can be at most {most} breaks, between {classes} classes.",
                         most=MOST_CLASSES - 1, classes=MOST_CLASSES)  # fmt: skip
    return tuple(breaks)


def _custom(values: Array, breaks: tuple[float, ...], decimals: int) -> Classes:
    digits = _decimals_of(breaks)
    return _intervals(as_written(values, max(decimals, digits)), np.array([-np.inf, *breaks, np.inf]), digits)


def _decimals_of(numbers: Sequence[float]) -> int:
    """Return the decimals that write all of ``numbers`` exactly, at most those that count."""
    exponents = [Decimal(repr(round(one, DIGITS))).normalize().as_tuple().exponent for one in numbers]
    return max(0, *(-exponent for exponent in exponents if isinstance(exponent, int)))


def _intervals(values: Array, breaks: Array, decimals: int) -> Classes:
    """Sort values into the intervals between ``breaks``, which hold them all."""
    count = len(breaks) - 1
    member = np.where(np.isnan(values), -1, np.searchsorted(breaks[1:-1], values, side="right")).astype(np.int64)
    counts = np.bincount(member[member >= 0], minlength=count)
    return Classes(tuple(pairwise(breaks.tolist())), member, tuple(counts.tolist()), decimals, intervals=True)


def classify_change(values: Array, decimals: int = DIGITS, count: int = 5) -> Classes:
    """Sort differences (n,), NaN unknown, into classes that lie alike on both sides of no change.

    No change is a class of its own. The others are divided by quantiles of the size of the changes, whichever their
    sign, so that equal colours mean changes of equal size: half of ``count`` of them to either side, rounded up.
    Classes in which there is nothing are left out. Sizes that read alike with ``decimals`` are ties; a change too small
    for them is one all the same.
    """
    values = np.round(values, DIGITS)
    sizes = as_written(np.abs(values), decimals)
    changed = sizes[~np.isnan(values) & (values != 0)]
    distinct, either_side = np.unique(changed), math.ceil(count / 2)
    uppers = distinct if len(distinct) <= either_side else quantile_ends(changed, either_side)
    signed = np.sign(values) * (np.searchsorted(uppers, sizes, side="left") + 1)
    found = np.unique(signed[~np.isnan(signed)])
    steps = tuple(float(step) / max(len(uppers), 1) for step in found)
    rounded = np.asarray(np.sign(values) * sizes, dtype=np.float64)
    return replace(_classes(rounded, np.searchsorted(found, signed, side="left"), len(found), decimals), steps=steps)


def terciles(values: Array, decimals: int = DIGITS) -> tuple[Classes, NDArray[np.int64]]:
    """Return the classes of values (n,), NaN unknown, in three parts of equally many, and the third, 0 to 2, of each.

    Ties never part. Where they leave only two classes, these are the lower and the upper third; a single one is the
    middle. The third of an unknown value is -1.
    """
    values = as_written(np.round(values, DIGITS), decimals)
    known = values[~np.isnan(values)]
    uppers = quantile_ends(known, 3) if len(known) else known
    classes = _classes(values, np.searchsorted(uppers, values, side="left"), len(uppers), decimals)
    thirds = np.array({0: (), 1: (1,), 2: (0, 2), 3: (0, 1, 2)}[len(uppers)] + (-1,), dtype=np.int64)
    return classes, thirds[classes.member]


def as_written(values: Array, decimals: int) -> Array:
    """Return values rounded as text shows them: by their exact binary value, halves away from zero.

    NumPy scales first, which makes 117.6 of a 117.55 that is written 117.5. Without decimals a half stays a half, as
    ``maps.texts`` writes it.
    """
    unit = Decimal(1).scaleb(-decimals)
    exact = ((value, Decimal(value)) for value in values.tolist())
    rounded = [float(one.quantize(unit, ROUND_HALF_UP)) if one.is_finite() else value for value, one in exact]
    return np.where((decimals == 0) & (values % 1 == 0.5), values, rounded)


def _classes(values: Array, number: NDArray[np.intp], count: int, decimals: int) -> Classes:
    member = np.where(np.isnan(values), -1, number).astype(np.int64)
    inside = [values[member == one] for one in range(count)]
    bounds = tuple((float(own.min()), float(own.max())) for own in inside)
    return Classes(bounds, member, tuple(len(own) for own in inside), decimals)
