"""Which circles a town belongs to, and how much of it counts in each."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.arrays import read_only
from data.dataset import DataSet
from data.model import Overlap


@lru_cache(maxsize=16)
def membership(data: DataSet, definition_id: str) -> tuple[tuple[str, ...], ...]:
    """Return (368,) the ids of each town's circles in the order of the definition, () for a town in none."""
    definition = data.definitions[definition_id]
    circles_of: dict[str, set[str]] = {}
    for member in definition.members:
        circles_of.setdefault(member.area, set()).add(member.circle)
    nothing: set[str] = set()
    return tuple(
        tuple(
            circle
            for circle in definition.circles
            if circle in circles_of.get(town.code, nothing) or circle in circles_of.get(town.county.code, nothing)
        )
        for town in data.towns
    )


@lru_cache(maxsize=16)
def weights(data: DataSet, definition_id: str, overlap: Overlap) -> NDArray[np.float64]:
    """Return (circles, 368) the share, 0 to 1, with which each town counts in each circle of the definition; read-only.

    A town in n circles counts 1 in each (``each``), 1/n in each (``split``) or 1 in the first of them (``first``).
    """
    rows = {circle: row for row, circle in enumerate(data.definitions[definition_id].circles)}
    shares = np.zeros((len(rows), len(data.towns)))
    for column, circles in enumerate(membership(data, definition_id)):
        counted = circles[:1] if overlap is Overlap.FIRST else circles
        for circle in counted:
            shares[rows[circle], column] = 1 / len(circles) if overlap is Overlap.SPLIT else 1
    return read_only(shares)
