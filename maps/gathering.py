"""Many points as few: clusters that unfold as one zooms in, and hexagonal bins.

Both are computed for the whole country at steps of powers of two, on a grid fixed in map space, and so stand still
while the map is moved. Everything here is arithmetic on arrays: 100 000 points take some 30 ms.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

CELL = 10.0
"""Least width in mm of the cells whose points become one cluster."""

SMALLEST, GROWTH = 1.8, 0.75
"""Radius in mm of a cluster of one, and by how much it grows with every tenfold."""

ROUNDS = 3
"""How often clusters that touch are merged; after three rounds next to none do."""

_WIDE = 1 << 20
"""More cells than the map has in any direction."""

SHRUNK = 0.96
"""Share of its width that a hexagon is drawn with: a gap parts neighbours in a third of the time of a line."""

HALF = math.sqrt(3)
"""Width across the flats of a hexagon of side 1."""


def cluster_radius(count: NDArray[np.integer] | int) -> Floats:
    """Return the radius in mm of the disc of a cluster: larger ones are larger, and none hides the country."""
    return np.asarray(SMALLEST + GROWTH * np.log10(count))


def step_above(length: float) -> float:
    """Return the least power of two that is at least ``length``."""
    return 2.0 ** math.ceil(math.log2(length))


@dataclass(frozen=True, eq=False)
class Clusters:
    """Clusters of n points, the m of them in no order."""

    member: Rows
    """(n,) the cluster of each point"""
    count: NDArray[np.int64]
    """(m,) points of each"""
    nearest: Rows
    """(m,) the point nearest to the mean of each: where it is drawn, because there really is one"""


def clusters(xy: Floats, group: NDArray[np.int64], cell: float) -> Clusters:
    """Gather points, shape (n, 2), into the square cells of side ``cell``; then clusters that would touch.

    Points of different ``group`` (n,), counted from 0, never meet: of islands, of inset boxes. Discs are
    ``cluster_radius`` where a cell is ``CELL`` mm wide, the coarsest scale at which this side is used.
    """
    column, row = np.floor(xy / cell).astype(np.int64).T
    keys = (group * _WIDE + column + _WIDE // 4) * _WIDE + row + _WIDE // 4
    keys, member = np.unique(keys, return_inverse=True)
    count = np.bincount(member, minlength=len(keys))
    sums = np.column_stack([np.bincount(member, axis, len(keys)) for axis in xy.T])
    for _ in range(ROUNDS):
        target = _absorbed_by(keys, sums / count[:, None], cluster_radius(count) * cell / CELL, count)
        if target is None:
            break
        kept = np.flatnonzero(target == np.arange(len(keys)))
        part = np.searchsorted(kept, target)
        member, keys = part[member], keys[kept]
        count = np.bincount(part, count, len(kept)).astype(np.int64)
        sums = np.column_stack([np.bincount(part, axis, len(kept)) for axis in sums.T])
    away = ((xy - (sums / count[:, None])[member]) ** 2).sum(axis=1)
    # Of the points of a cluster the last one written is the nearest, the first of equals.
    far_to_near = np.argsort(away, kind="stable")[::-1]
    nearest = np.empty(len(keys), dtype=np.intp)
    nearest[member[far_to_near]] = far_to_near
    return Clusters(member, count, nearest)


def _absorbed_by(keys: NDArray[np.int64], places: Floats, radii: Floats, count: NDArray[np.int64]) -> Rows | None:
    """Return (m,) the cluster that each becomes part of, mostly itself; None if no two touch.

    Of two in neighbouring cells the smaller joins the larger, unless that joins another one.
    """
    pairs = []
    for step in (1, _WIDE, _WIDE + 1, _WIDE - 1):
        beside = np.searchsorted(keys, keys + step)
        found = np.flatnonzero(keys[np.minimum(beside, len(keys) - 1)] == keys + step)
        pairs.append(np.column_stack([found, beside[found]]))
    one, other = np.concatenate(pairs).T
    touching = np.hypot(*(places[one] - places[other]).T) < radii[one] + radii[other]
    if not touching.any():
        return None
    one, other = one[touching], other[touching]
    rank = np.empty(len(keys), dtype=np.intp)
    order = np.lexsort((np.arange(len(keys)), -count))
    rank[order] = np.arange(len(keys))
    best = rank.copy()
    np.minimum.at(best, one, rank[other])
    np.minimum.at(best, other, rank[one])
    target = order[best]
    stays = target == np.arange(len(keys))
    result: Rows = np.where(stays[target], target, np.arange(len(keys)))
    return result


@dataclass(frozen=True, eq=False)
class Hexagons:
    """Hexagonal bins of n points; ``centres`` (m, 2), ``count`` (m,), ``member`` (n,) the bin of each point."""

    centres: Floats
    count: NDArray[np.int64]
    member: Rows


def hexagons(xy: Floats, width: float) -> Hexagons:
    """Bin points, shape (n, 2), in hexagons of ``width`` across the flats, two of their corners north and south."""
    side = width / HALF
    q = (xy[:, 0] * HALF / 3 - xy[:, 1] / 3) / side
    r = xy[:, 1] * 2 / 3 / side
    # In the three coordinates of a hexagonal grid, which add up to zero, the worst rounded one follows the others.
    cube = np.column_stack([q, r, -q - r])
    whole = np.round(cube)
    worst = np.argmax(np.abs(whole - cube), axis=1)
    rows = np.arange(len(xy))
    whole[rows, worst] -= whole.sum(axis=1)
    keys = whole[:, 0].astype(np.int64) * _WIDE + whole[:, 1].astype(np.int64)
    _, first, member, count = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    q, r = whole[first, 0], whole[first, 1]
    centres = np.column_stack([side * HALF * (q + r / 2), side * 1.5 * r])
    return Hexagons(centres, count, member)


def hexagon_corners(centres: Floats, width: float) -> Floats:
    """Return (m, 7, 2) the closed outlines of hexagons of ``width`` across the flats, a little apart."""
    angles = np.radians(np.arange(30, 391, 60))
    corners: Floats = centres[:, None, :] + SHRUNK * width / HALF * np.column_stack([np.cos(angles), np.sin(angles)])
    return corners


def count_classes(most: int, classes: int = 5) -> tuple[int, ...]:
    """Return the least counts of up to ``classes`` classes, the first 1: of 1, 2, 5, 10 … as many as ``most`` needs."""
    steps = [step * 10**power for power in range(len(str(most))) for step in (1, 2, 5) if step * 10**power <= most]
    if len(steps) <= classes:
        return tuple(steps)
    chosen = np.round(np.linspace(0, len(steps) - 1, classes)).astype(int)
    return tuple(steps[number] for number in chosen)
