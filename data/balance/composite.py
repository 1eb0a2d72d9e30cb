"""The composite index: indicators of any unit made comparable, weighted, and put together into one number.

After the OECD/JRC Handbook on Constructing Composite Indicators (2008), steps 5 and 6; formulas in docs/measures.md.
Unknown (NaN) stays unknown; what an indicator does not say of an area is never taken for an average or a zero.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.index_spec import Aggregate, Normalise

Array = NDArray[np.float64]

LEAST_KNOWN = 0.5
"""An area has an index where the indicators known of it hold at least this share of the weights."""

MIDDLE = 50.0
"""What everybody scores (min–max, rank) in an indicator that is the same everywhere."""

AVERAGE, DEVIATION = 100.0, 10.0
"""The mean and the (sample) standard deviation of z-scores: far enough from 0 that a geometric mean exists."""

_SAME = 1e-12
"""Values that differ by less than this part of the largest are equal: a mean over one town has another last bit."""


def scores(values: ArrayLike, directions: ArrayLike, method: Normalise, reference: ArrayLike | None = None) -> Array:
    """Return (n, k) scores of ``values`` (n, k), NaN where unknown; higher is better.

    ``directions`` (k,) are 1 where more is better and -1 where less is. Min–max scores run from 0 (the worst area) to
    100 (the best), ranks likewise in equal steps (ties share their mean place), z-scores are 100 + 10·z. In an
    indicator that is the same everywhere all score 50, as z-scores 100.

    ``reference`` (n, k), of the same areas, gives the least and largest value, or mean and deviation, in place of
    ``values``, which may then score below 0 or above 100; a rank is then the place that an area would take among the
    reference values of all other areas.
    """
    x = np.asarray(values, dtype=float)
    base = x if reference is None else np.asarray(reference, dtype=float)
    if base.shape != x.shape:
        raise ValueError(f"values of shape {x.shape} and a reference of shape {base.shape}")
    result = np.full(x.shape, np.nan)
    for part, direction in enumerate(np.asarray(directions, dtype=float)):
        known = ~np.isnan(x[:, part])
        ours, theirs = x[known, part] * direction, base[:, part] * direction
        if method == "rank":
            result[known, part] = _rank_scores(ours, theirs, known)
        else:
            result[known, part] = _scaled(ours, theirs[~np.isnan(theirs)], method)
    return result


def combine(
    scores: ArrayLike, weights: ArrayLike, aggregate: Aggregate, method: Normalise = "minmax"
) -> tuple[Array, Array]:
    """Return (n,) the index of ``scores`` (n, k), and (n,) the share of ``weights`` (k,) whose indicator is known.

    The weights count by their shares. Where an indicator is unknown, its weight goes to the others in proportion; below
    half of the weights the index is unknown. The geometric mean takes scores of 0 to 100 (``method`` min–max or rank)
    as 1 to 100, so that being last in one indicator does not annihilate all the rest, and nothing below 1.
    """
    s = np.asarray(scores, dtype=float)
    w = np.asarray(weights, dtype=float)
    known = 1 - np.isnan(s) @ (w / w.sum())  # exactly 1 where nothing is unknown
    return np.where(enough(known), mean_scores(s, w[None, :], aggregate, method)[:, 0], np.nan), known


def enough(known: Array) -> NDArray[np.bool_]:
    """Whether each share of known weights is enough for an index."""
    return known >= LEAST_KNOWN - 1e-12


def mean_scores(scores: Array, weights: Array, aggregate: Aggregate, method: Normalise) -> Array:
    """Return (n, d) the means of ``scores`` (n, k) under each row of ``weights`` (d, k), over what is known."""
    known = ~np.isnan(scores)
    terms = np.log(positive(scores, method)) if aggregate == "geometric" else scores
    sums = np.where(known, terms, 0) @ weights.T
    held = known.astype(float) @ weights.T
    means = np.full(sums.shape, np.nan)
    np.divide(sums, held, out=means, where=held > 0)
    return np.exp(means) if aggregate == "geometric" else means


def positive(scores: Array, method: Normalise) -> Array:
    """Return scores of which a geometric mean exists: 0 to 100 as 1 to 100, z-scores as they are, none below 1."""
    return np.maximum(scores if method == "zscore" else 1 + 0.99 * scores, 1)


def rank(index: ArrayLike) -> Array:
    """Return (n,) the places of ``index``: 1 is the highest, equals share the better place, NaN where unknown."""
    return places(np.asarray(index, dtype=float)[:, None])[:, 0]


def places(index: Array) -> Array:
    """Return (n, d) the places of the areas in every column of ``index`` (n, d), as ``rank`` does.

    The index counts to nine decimals, so that sums of the same numbers in another order tie.
    """
    lower_is_better = -np.round(index, 9)
    order = np.argsort(lower_is_better, axis=0, kind="stable")
    in_order = np.take_along_axis(lower_is_better, order, axis=0)
    step = np.arange(len(index))[:, None]
    first = np.zeros(index.shape, dtype=np.intp)
    first[1:] = np.where(in_order[1:] != in_order[:-1], step[1:], 0)
    result = np.empty(index.shape)
    np.put_along_axis(result, order, np.maximum.accumulate(first, axis=0) + 1.0, axis=0)
    result[np.isnan(index)] = np.nan
    return result


def _scaled(ours: Array, theirs: Array, method: Normalise) -> Array:
    """Min–max or z-scores of one indicator by the spread of the known reference values."""
    zscore = method == "zscore"
    same = AVERAGE if zscore else MIDDLE
    if not len(theirs):
        return np.full(len(ours), same)
    low, high = theirs.min(), theirs.max()
    if high - low <= _SAME * max(abs(low), abs(high)):
        return np.full(len(ours), same)
    if zscore:
        return np.asarray(AVERAGE + DEVIATION * (ours - theirs.mean()) / theirs.std(ddof=1))
    return np.asarray(100 * ((ours - low) / (high - low)))  # in this order the best has 100 and no bit more


def _rank_scores(ours: Array, theirs: Array, known: NDArray[np.bool_]) -> Array:
    """Place of each area among the reference values of the others, 0 to 100; ties count half."""
    sorted_theirs = np.sort(theirs[~np.isnan(theirs)])
    if not len(sorted_theirs):
        return np.full(len(ours), MIDDLE)
    slack = _SAME * max(abs(sorted_theirs[0]), abs(sorted_theirs[-1]))
    below = np.searchsorted(sorted_theirs, ours - slack, side="left")
    upto = np.searchsorted(sorted_theirs, ours + slack, side="right")
    own = theirs[known]
    others = len(sorted_theirs) - ~np.isnan(own)
    doubled = below + upto - (own < ours - slack) - (own <= ours + slack)
    result = np.full(len(ours), MIDDLE)
    np.divide(100 * doubled, 2 * others, out=result, where=others > 0)
    return result
