"""Columns of names beside a crowd of symbols, each joined to its symbol by a line; no two lines cross.

All lengths are mm from the middle of the crowd, y downwards.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

Point = tuple[float, float]

_RISES = (0.0, -0.25, 0.25, -0.5, 0.5)
"""How far columns are moved up (or down) to find room, as shares of their height."""


@dataclass(frozen=True)
class Member:
    """A symbol of the crowd and the size of its name."""

    x: float
    y: float
    radius: float
    width: float
    height: float


@dataclass(frozen=True)
class Entry:
    """A name in its column: ``number`` of its member, the middle of the name, and its line from rim to name."""

    number: int
    x: float
    y: float
    side: int
    """1 right of the crowd, -1 left of it"""
    leader: tuple[Point, Point]


@dataclass(frozen=True)
class Arrangement:
    """The names of a crowd, and where under the first column a line may count the others."""

    entries: tuple[Entry, ...]
    rest: tuple[float, float, int]
    """x of the edge that the line starts from, y of its upper edge, side"""


def arrangements(members: Sequence[Member], aside: float, gap: float) -> Iterator[Arrangement]:
    """Yield ways to set the names of ``members``, the most legible first.

    The columns begin ``aside`` mm from the middle, ``gap`` mm behind the ends of the lines. Names on both sides keep
    lines short; one column only is taken where the other side is not free, also above or below the crowd's middle.
    """
    everyone = list(range(len(members)))
    pitch = max(member.height for member in members)
    if len(members) > 2:
        across = sorted(everyone, key=lambda one: (members[one].x, members[one].y))
        left, right = across[: len(across) // 2], across[len(across) // 2 :]
        for share in _RISES[:3]:
            yield _arranged(members, ((right, 1), (left, -1)), aside, gap, pitch, share * len(right) * pitch)
    for share in _RISES:
        for side in (1, -1):
            yield _arranged(members, ((everyone, side),), aside, gap, pitch, share * len(members) * pitch)


def _arranged(
    members: Sequence[Member],
    parts: Sequence[tuple[list[int], int]],
    aside: float,
    gap: float,
    pitch: float,
    shift: float,
) -> Arrangement:
    entries: list[Entry] = []
    for chosen, side in parts:
        edge = side * aside
        rows = [shift + (row - (len(chosen) - 1) / 2) * pitch for row in range(len(chosen))]
        for number, y in _paired([(members[one].x, members[one].y) for one in chosen], edge, rows):
            member = members[chosen[number]]
            end = edge, y
            length = math.dist((member.x, member.y), end)
            share = min(member.radius / length, 1.0) if length else 0.0
            start = member.x + (edge - member.x) * share, member.y + (y - member.y) * share
            middle = edge + side * (gap + member.width / 2)
            entries.append(Entry(chosen[number], middle, y, side, (start, end)))
    first, side = parts[0]
    below = shift + len(first) / 2 * pitch
    return Arrangement(tuple(entries), (side * (aside + gap), below, side))


def _paired(points: Sequence[Point], edge: float, rows: Sequence[float]) -> Iterator[tuple[int, float]]:
    """Yield (number of a point, its row): of all pairings that of the least total length, whose lines never cross."""
    from scipy.optimize import linear_sum_assignment  # only maps at large scales need it; 0.2 s to import

    xy = np.array(points)
    lengths = np.hypot(xy[:, :1] - edge, xy[:, 1:] - np.array(rows)[None, :])
    for number, row in zip(*linear_sum_assignment(lengths), strict=True):
        yield int(number), rows[row]
