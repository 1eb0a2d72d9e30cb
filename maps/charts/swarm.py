"""Dots side by side instead of on top of each other, without chance: the same values always give the same picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_SMALLER = (1.0, 0.85, 0.7, 0.55)
"""Steps in which dots shrink until they fit; below the last they would no longer be seen or hit."""


def packed(x: Array, radius: Array) -> Array:
    """Return (n,) the distance of each dot from the middle line, so that no two overlap; all in one unit.

    The largest are placed first and so come to lie nearest the middle; each then takes the nearest free place, above
    rather than below where both are as near.
    """
    y = np.zeros(len(x))
    placed: list[int] = []
    for dot in np.lexsort((np.arange(len(x)), -radius)):
        others = np.array(placed, dtype=np.intp)
        reach = radius[others] + radius[dot]
        near = np.abs(x[others] - x[dot]) < reach
        others, reach = others[near], reach[near]
        if len(others):
            up = np.sqrt(reach**2 - (x[others] - x[dot]) ** 2)
            places = np.concatenate([[0.0], y[others] + up, y[others] - up])
            gaps = np.hypot(x[others] - x[dot], places[:, None] - y[others]) - reach
            free = places[(gaps > -1e-6).all(axis=1)]
            y[dot] = free[np.lexsort((-free, np.round(np.abs(free), 6)))[0]]
        placed.append(int(dot))
    return y


def fitted(rows: list[tuple[Array, Array]], half: float) -> tuple[float, list[Array]]:
    """Pack several rows of dots, (x, radius) each, into ``half`` above and below their middle lines.

    Returns the factor by which all radii were made smaller, and the distances. A row that is too full even then is
    pressed together, so that its dots overlap: better than moving them along the axis, which would change values.
    """
    for factor in _SMALLER:
        offsets = [packed(x, radius * factor) for x, radius in rows]
        tops = [
            float(np.max(np.abs(y) + radius * factor, initial=0.0))
            for y, (_, radius) in zip(offsets, rows, strict=True)
        ]
        if max(tops, default=0.0) <= half:
            break
    for y, (_, radius) in zip(offsets, rows, strict=True):
        furthest, largest = float(np.max(np.abs(y), initial=0.0)), float(np.max(radius * factor, initial=0.0))
        if furthest + largest > half:
            y *= max(half - largest, 0.0) / furthest
    return factor, offsets
