"""How unequal a quantity is across areas: Gini, Theil, Hoover and the measures beside them, weighted or not.

Every measure is one of shares: p is the weight of an area over the weight of all known areas (people, or 1 each), x its
value, m = Σ p·x the mean. Formulas with their sources are in docs/measures.md.

- An area whose value or weight is unknown (NaN) is left out of everything and counted in ``missing``.
- An area of weight 0 holds nobody: it is left out, also of the range.
- 0·ln 0 counts as 0, its limit. max/min is undefined where the least value is 0, the ratio of the top to the bottom
  where the bottom holds nothing, and every relative measure where all values are 0: NaN, never infinity.
- Negative values are refused: a share of a negative whole means nothing.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.errors import InputError

Array = NDArray[np.float64]

TAIL = 0.2
"""The share of the weight that the best and the worst areas hold in ``top_bottom_20``."""


@dataclass(frozen=True)
class Inequality:
    """Measures of one distribution; NaN where undefined. All but ``range`` are pure numbers."""

    gini: float
    theil: float
    """Theil T, natural logarithm"""
    theil_between: float
    """the part of ``theil`` that lies between the means of the groups; NaN without groups"""
    theil_within: float
    """the rest, inside the groups; NaN without groups"""
    hoover: float
    cv: float
    """standard deviation (of the population, not of a sample) over the mean"""
    max_min_ratio: float
    range: float
    """largest less least value, in the unit of the values"""
    top_bottom_20: float
    """mean of the best areas that hold 20 % of the weight over the mean of the worst that hold 20 %"""
    n: int
    """areas that count: value and weight known, weight above 0"""
    missing: int
    """areas whose value or weight is unknown"""
    known_share: float
    """share of the weight, 0 to 1, that the areas with a known value hold"""


def inequality(
    values: ArrayLike, weights: ArrayLike | None = None, groups: Sequence[str] | NDArray[np.generic] | None = None
) -> Inequality:
    """Measure the inequality of ``values`` (n,), NaN where unknown, weighted by ``weights`` (n,) or equally.

    ``groups`` splits Theil: (n,) labels, each area in one group, '' being a group of its own; or (g, n) shares, 0 to 1,
    with which each area belongs to each group. Where the shares of an area add up to less than 1, the remainder
    belongs to one more group, so that between + within = total. Without known areas every measure is NaN.

    Raises InputError for values or weights that are negative or infinite, and for weights that add up to 0;
    ValueError for shares that add up to more than 1.
    """
    everything, known, share, missing, known_share = _known(values, weights)
    x, p = everything[known], share[known]
    if not len(x):
        return Inequality(*(np.nan,) * 9, n=0, missing=missing, known_share=known_share)
    order = np.argsort(x, kind="stable")
    low, high = float(x[order[0]]), float(x[order[-1]])
    if high == 0:
        undefined = (np.nan,) * 7
        return Inequality(
            *undefined, range=0.0, top_bottom_20=np.nan, n=len(x), missing=missing, known_share=known_share
        )
    scaled = x / high  # so that no sum overflows; every measure but the range is the same for the scaled values
    mean = float(p @ scaled)
    relative = scaled / mean
    between, within = _theil_parts(scaled, p, mean, _pieces(groups, known))
    return Inequality(
        gini=_gini(relative[order], p[order]),
        theil=_no_less_than_0(p @ _x_log_x(relative)),
        theil_between=between,
        theil_within=within,
        hoover=_no_less_than_0(p @ np.abs(relative - 1) / 2),
        cv=float(np.sqrt(p @ (relative - 1) ** 2)),
        max_min_ratio=_ratio(1.0, low / high),
        range=high - low,
        top_bottom_20=_top_over_bottom(relative[order], p[order]),
        n=len(x),
        missing=missing,
        known_share=known_share,
    )


def lorenz(values: ArrayLike, weights: ArrayLike | None = None) -> tuple[Array, Array]:
    """Return the Lorenz curve: (m,) cumulative shares of the weight and (m,) of the values, from the least value up.

    Both start at 0 and end at 1; the curve is the straight line between the points. Only the origin is returned where
    nothing is known or all values are 0. Raises InputError as ``inequality`` does.
    """
    everything, known, share, _, _ = _known(values, weights)
    x, p = everything[known], share[known]
    order = np.argsort(x, kind="stable")
    if not len(x) or x[order[-1]] == 0:
        return np.zeros(1), np.zeros(1)
    return _lorenz(x[order] / x[order[-1]], p[order])


def _known(values: ArrayLike, weights: ArrayLike | None) -> tuple[Array, NDArray[np.bool_], Array, int, float]:
    """Return values, which areas count, their shares of the weight, the number of unknown ones, and the known share."""
    x = np.asarray(values, dtype=float)
    w = np.ones(len(x)) if weights is None else np.asarray(weights, dtype=float)
    if x.ndim != 1 or x.shape != w.shape:
        raise ValueError(f"values of shape {x.shape} and weights of shape {w.shape}")
    wrong = x[(x < 0) | np.isinf(x)]
    if len(wrong):
        raise InputError(
            "The value {value} is negative or infinite; inequality is not defined for it.", value=float(wrong[0])
        )
    wrong = w[(w < 0) | np.isinf(w)]
    if len(wrong):
        raise InputError("The weight {value} is negative or infinite.", value=float(wrong[0]))
    has_weight = ~np.isnan(w)
    largest = float(np.max(w, where=has_weight, initial=0))
    if has_weight.any() and largest == 0:
        raise InputError("The weights add up to 0; at least one must be greater.")
    w = np.where(has_weight, w, 0) / (largest or 1)  # so that no sum overflows
    unknown = np.isnan(x) | ~has_weight
    known = ~unknown & (w > 0)
    total, counted = float(w.sum()), float(w[known].sum())
    share = np.where(known, w, 0) / (counted or 1)
    return x, known, share, int(unknown.sum()), counted / total if total else np.nan


class _Pieces(NamedTuple):
    """Which part of which area lies in which group; the shares of each area add up to 1."""

    area: NDArray[np.intp]
    group: NDArray[np.intp]
    share: Array


def _pieces(groups: Sequence[str] | NDArray[np.generic] | None, known: NDArray[np.bool_]) -> _Pieces | None:
    """Return the pieces of the known areas, numbered among themselves."""
    if groups is None:
        return None
    given = np.asarray(groups)
    if given.shape[-1] != len(known):
        raise ValueError(f"groups of {given.shape[-1]} areas where there are {len(known)}")
    if given.ndim == 1:
        _, group = np.unique(given[known], return_inverse=True)
        return _Pieces(np.arange(len(group)), group, np.ones(len(group)))
    shares = given[:, known].astype(float)
    rest = 1 - shares.sum(axis=0)
    if np.any(shares < 0) or np.any(rest < -1e-9):
        raise ValueError("shares of groups below 0, or adding up to more than 1")
    shares = np.vstack([shares, np.where(rest > 1e-9, rest, 0)])
    group, area = np.nonzero(shares)
    return _Pieces(area, group, shares[group, area])


def _theil_parts(x: Array, p: Array, mean: float, pieces: _Pieces | None) -> tuple[float, float]:
    """Theil T between and within groups: Σ P·(M/m)·ln(M/m) and Σ P·(M/m)·T of the group, P and M its share and mean."""
    if pieces is None:
        return np.nan, np.nan
    weight = pieces.share * p[pieces.area]
    amount = weight * x[pieces.area]
    weights = np.bincount(pieces.group, weight)
    amounts = np.bincount(pieces.group, amount)
    means = amounts / np.where(weights > 0, weights, 1)
    between = (amounts / mean) @ np.log(np.where(amounts > 0, means / mean, 1))
    holds = amount > 0
    inside = np.log(x[pieces.area[holds]]) - np.log(means[pieces.group[holds]])
    return _no_less_than_0(between), _no_less_than_0(amount[holds] / mean @ inside)


def _x_log_x(x: Array) -> Array:
    """x·ln x, 0 at 0."""
    return x * np.log(np.where(x > 0, x, 1))


def _lorenz(x: Array, p: Array) -> tuple[Array, Array]:
    """The Lorenz curve of values in rising order."""
    held = np.cumsum(p * x)
    weight = np.cumsum(p)
    return np.concatenate([[0], weight / weight[-1]]), np.concatenate([[0], held / held[-1]])


def _gini(x: Array, p: Array) -> float:
    """1 less twice the area under the Lorenz curve of values in rising order."""
    weight, held = _lorenz(x, p)
    return _no_less_than_0(1 - np.diff(weight) @ (held[1:] + held[:-1]))


def _top_over_bottom(x: Array, p: Array) -> float:
    """Mean over the last ``TAIL`` of the weight over the mean of the first, of values in rising order."""
    end = np.cumsum(p)
    start = np.concatenate([[0], end[:-1]])
    bottom = _parts(np.minimum(end, TAIL) - start) @ x
    top = _parts(end - np.maximum(start, 1 - TAIL)) @ x
    return _ratio(float(top), float(bottom))


def _parts(overlaps: Array) -> Array:
    """Return how much of each area lies in a tail. Where the tail ends between two areas, rounding must not reach over:
    the last bit of an area that has something would be all that a bottom of zeros holds.
    """
    return np.where(overlaps > 1e-12, overlaps, 0)


def _ratio(high: float, low: float) -> float:
    """Return the quotient, NaN where the lower number is 0 or so small that the quotient is beyond every float."""
    return high / low if low > high / sys.float_info.max else math.nan


def _no_less_than_0(measure: float | np.floating | Array) -> float:
    """Return the measure without the last bit by which a sum of equal values can fall below 0."""
    return max(float(measure), 0.0)
