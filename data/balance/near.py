"""The few of very many points that are near: a project may bring a hundred thousand, and 368 × 100 000 distances fill
300 MB. What comes out is that of ``data.balance.distance.distances``.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from data.balance.distance import Array, Positions, distances

MANY = 2048
"""Points of which all distances are kept; more are looked for in the neighbourhood of each place."""

_CELL_KM = 10.0
_FIRST_KM = 1.0
_FARTHEST_KM = 2000.0
"""Longer than any way in Taiwan."""

Rows = NDArray[np.intp]


def rows_of(positions: Positions, rows: Rows) -> Positions:
    """Return the places in ``rows``."""
    return Positions(positions.xy[rows], positions.landmass[rows], positions.lon[rows], positions.lat[rows])


def nearest_points(origins: Positions, targets: Positions, count: int) -> tuple[Rows, Array]:
    """Return (m, count) the rows of the nearest targets and the kilometres to them, nearest first.

    Of targets equally far the first comes first. Beside inf, where there are fewer on the landmass, the row is -1.
    """
    rows, km = np.full((len(origins.xy), count), -1, dtype=np.intp), np.full((len(origins.xy), count), np.inf)
    for landmass in np.unique(origins.landmass):
        there = np.flatnonzero(targets.landmass == landmass)
        there = there[np.argsort(targets.xy[there, 1], kind="stable")]
        xy = targets.xy[there]
        for origin in np.flatnonzero(origins.landmass == landmass):
            found, far = _nearest(origins.xy[origin], xy, there, count)
            rows[origin, : len(found)], km[origin, : len(found)] = found, far
    return rows, km


def _nearest(origin: Array, xy: Array, there: Rows, count: int) -> tuple[Rows, Array]:
    """Look into a square round ``origin``, and into larger ones, until what lies outside is farther. ``xy`` go north"""
    half = _FIRST_KM * 1000
    while True:
        first, last = np.searchsorted(xy[:, 1], (origin[1] - half, origin[1] + half))
        inside = np.flatnonzero(np.abs(xy[first:last, 0] - origin[0]) <= half) + first
        km = np.hypot(origin[0] - xy[inside, 0], origin[1] - xy[inside, 1]) / 1000
        if np.count_nonzero(km * 1000 < half) >= min(count, len(xy)) or half > _FARTHEST_KM * 1000:
            best = np.lexsort((there[inside], km))[:count]
            return there[inside[best]], km[best]
        half *= 2


def neighbourhoods(origins: Positions, targets: Positions, reach_km: float) -> Iterator[tuple[Rows, Rows, Array]]:
    """Cut all pairs of origin and target into blocks: rows of origins, rows of targets, kilometres between them.

    Pairs that are left out are farther than ``reach_km``. Up to MANY targets come in one block with all origins.
    """
    if len(targets.xy) <= MANY:
        yield np.arange(len(origins.xy)), np.arange(len(targets.xy)), distances(origins, targets)
        return
    cells = np.floor(targets.xy / (_CELL_KM * 1000)).astype(np.intp)
    order = np.lexsort((cells[:, 1], cells[:, 0]))
    edges = np.flatnonzero(np.any(np.diff(cells[order], axis=0) != 0, axis=1)) + 1
    for inside in np.split(order, edges):
        low, high = targets.xy[inside].min(axis=0), targets.xy[inside].max(axis=0)
        beside = np.maximum(np.maximum(low - origins.xy, origins.xy - high), 0)
        near = np.flatnonzero(np.hypot(beside[:, 0], beside[:, 1]) <= reach_km * 1000)
        for part in np.array_split(inside, -(-len(inside) // MANY)):
            if len(near):
                yield near, part, distances(rows_of(origins, near), rows_of(targets, part))
