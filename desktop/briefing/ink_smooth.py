"""A line as the hand meant it, from the points that the mouse reported."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

Points = tuple[tuple[float, float], ...]

ROUNDS = 3
"""Of cutting corners: each halves what is left of an angle."""

STRAYS = 0.12
"""By how many pixels the kept line may stray from the smooth one: nobody sees it, and most points go."""

DECIMALS = 1
"""Of metres of map space: a pixel is three metres at the largest scale."""


def smooth(points: Sequence[tuple[float, float]], metres_per_pixel: float) -> Points:
    """Return a smooth line through map space, metres, that begins and ends where ``points`` do.

    Corners are cut at a quarter and three quarters of every side, which leads to a quadratic B-spline (Chaikin, "An
    algorithm for high-speed curve generation", Computer Graphics and Image Processing 3, 1974).
    """
    line = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    if len(line) > 2:
        for _ in range(ROUNDS):
            line = _corners_cut(line)
        line = shapely.get_coordinates(shapely.simplify(shapely.linestrings(line), STRAYS * metres_per_pixel))
    return tuple((x, y) for x, y in np.round(line, DECIMALS).tolist())


def _corners_cut(line: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return an open line of 2 (n - 1) points and its two ends."""
    sides = line[1:] - line[:-1]
    inner = np.stack([line[:-1] + 0.25 * sides, line[:-1] + 0.75 * sides], axis=1).reshape(-1, 2)
    return np.concatenate([line[:1], inner, line[-1:]])
