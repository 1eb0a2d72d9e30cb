"""How sure a ranking is: the index computed again and again under other weights and other methods.

Step 7 of the OECD/JRC Handbook on Constructing Composite Indicators (uncertainty analysis): what one person chose,
another could have chosen differently, so the draws vary it all at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.balance.composite import combine, enough, mean_scores, places, scores
from data.index_spec import AGGREGATE, NORMALISE

Array = NDArray[np.float64]

DRAWS = 1000
SEED = 20260101
CONCENTRATION = 24.0
"""How closely drawn weights keep to the chosen ones: the sum of the parameters of the Dirichlet distribution.

A weight of share s has the coefficient of variation √((1 − s) / (s·(concentration + 1))): with 24, 0.4 for one of five
equal weights. Too small: weights nobody would choose, intervals from first to last. Too large: a certainty that only
comes from not asking.
"""

_AT_ONCE = 2_000_000
"""Cells (areas × draws) computed in one go: enough to be fast, few enough for the memory of a small machine."""


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """The places (1 is the best) of n areas over all draws; NaN where the area has no index."""

    median_rank: Array
    low_rank: Array
    """the place that 5 % of the draws do not exceed"""
    high_rank: Array
    """the place that 95 % of the draws do not exceed"""
    p_last: Array
    """share of the draws, 0 to 1, in which no area stands lower; areas that tie at the end are all last"""
    draws: int
    seed: int


def sensitivity(
    values: ArrayLike,
    directions: ArrayLike,
    weights: ArrayLike,
    draws: int = DRAWS,
    seed: int = SEED,
    concentration: float = CONCENTRATION,
    reference: ArrayLike | None = None,
) -> Sensitivity:
    """Rank the areas of ``values`` (n, k) in ``draws`` random variants of the index; the same seed, the same result.

    Each draw takes weights from a Dirichlet distribution whose mean are the shares of ``weights`` (k,), and one of the
    three normalisations and two aggregations, all equally likely. ``directions`` and ``reference`` are those of
    ``composite.scores``. Which areas have an index is decided once, by the chosen weights; the draws rank these.
    Intervals are places that occur, not interpolated. An indicator of weight 0 stays out of every draw.
    """
    x = np.asarray(values, dtype=float)
    w = np.asarray(weights, dtype=float)
    used = w > 0
    shares = w[used] / w.sum()
    way = np.asarray(directions)[used]
    base = None if reference is None else np.asarray(reference, dtype=float)[:, used]
    normalised = [scores(x[:, used], way, method, base) for method in NORMALISE]
    ranked = enough(combine(normalised[0], shares, "arithmetic")[1])

    generator = np.random.default_rng(seed)
    drawn = generator.dirichlet(concentration * shares, size=draws)
    variants = generator.integers(len(NORMALISE) * len(AGGREGATE), size=draws)
    found = np.empty((int(ranked.sum()), draws), dtype=np.int32)
    last = np.zeros(len(found))
    step = max(_AT_ONCE // max(len(found), 1), 1)
    for start in range(0, draws, step):
        block = slice(start, start + step)
        index = np.empty((len(found), len(variants[block])))
        for variant in range(len(NORMALISE) * len(AGGREGATE)):
            method, aggregate = divmod(variant, len(AGGREGATE))
            chosen = variants[block] == variant
            index[:, chosen] = mean_scores(
                normalised[method][ranked], drawn[block][chosen], AGGREGATE[aggregate], NORMALISE[method]
            )
        ranks = places(index)
        found[:, block] = ranks
        if len(found):
            last += (ranks == ranks.max(axis=0)).sum(axis=1)
    found.sort(axis=1)

    def over_all(of_ranked: NDArray[np.generic]) -> Array:
        result = np.full(len(x), np.nan)
        result[ranked] = of_ranked
        return result

    def place(share: float) -> Array:
        return over_all(found[:, int(np.ceil(share * draws)) - 1])

    return Sensitivity(place(0.5), place(0.05), place(0.95), over_all(last / draws), draws, seed)
