"""Statistics of areas that count by their people, and when numbers are better read as powers of ten."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

DECADES = 2
"""Powers of ten that positive numbers must span to be read on a logarithmic axis."""


def is_logarithmic(values: Array) -> bool:
    """Tell whether known values are all positive and span more than two powers of ten."""
    known = values[~np.isnan(values)]
    return bool(len(known) and known.min() > 0 and known.max() / known.min() > 10**DECADES)


def median_row(values: Array, weights: Array) -> int | None:
    """Return which of the (n,) known values the areas with half of the weight do not exceed, None without weight."""
    order = np.argsort(values, kind="stable")
    held = np.cumsum(weights[order])
    if not len(held) or held[-1] <= 0:
        return None
    return int(order[np.searchsorted(held, held[-1] / 2 * (1 - 1e-12))])


def correlation(x: Array, y: Array, weights: Array) -> float:
    """Return Pearson's r of ``x`` and ``y`` weighted by ``weights``, all (n,); NaN where one of the two is constant.

    Σp·dx·dy ÷ √(Σp·dx² · Σp·dy²), with p the shares of the weights and dx, dy the distances from the weighted means.
    """
    if not len(x):
        return float("nan")
    p = weights / weights.sum()
    dx, dy = x - p @ x, y - p @ y
    scale = float(np.sqrt((p @ dx**2) * (p @ dy**2)))
    tiny = 1e-12 * max(float(np.abs(x).max() * np.abs(y).max()), 1e-300)
    return float(p @ (dx * dy)) / scale if scale > tiny else float("nan")
