"""What the last step shows of an outcome, made in the background: places as arrays for the map, and its lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from data.intake.outcome import Change, Difference, Outcome, Problem, RefusedRow
from data.model import Site, Status
from maps.mapspace import project_points

CHANGES: tuple[Change, ...] = get_args(Change)
"""The order in which changes are numbered."""


@dataclass(frozen=True, eq=False)
class Points:
    """Places in map space, row by row with ``sites``."""

    sites: tuple[Site, ...]
    xy: NDArray[np.float64]
    """(n, 2) metres of map space"""
    changes: NDArray[np.int8]
    """(n,) position in ``CHANGES`` of what the import does to the site"""

    @cached_property
    def extent(self) -> tuple[float, float, float, float] | None:
        """xmin, ymin, xmax, ymax of what the import adds, moves or changes; None where that is nothing."""
        touched = self.xy[(self.changes != CHANGES.index("same")) & (self.changes != CHANGES.index("removed"))]
        if not len(touched):
            return None
        left, bottom = (float(value) for value in touched.min(axis=0))
        right, top = (float(value) for value in touched.max(axis=0))
        return left, bottom, right, top

    def index_of(self, site_id: str) -> int:
        """Return the row of a site, -1 where it is none of them."""
        return next((row for row, site in enumerate(self.sites) if site.id == site_id), -1)


@dataclass(frozen=True, eq=False)
class Found:
    """What lists and map show of an outcome, put together in the background."""

    points: Points
    problems: tuple[tuple[RefusedRow, Problem], ...] = ()
    differences: tuple[Difference, ...] = ()
    """those that are any"""
    none_operates: bool = False
    """there are sites, and of none of them it is known whether it works"""
    proposals: int = 0
    """cells of which it can be said what they should be"""


NO_POINTS = Points((), np.empty((0, 2)), np.empty(0, dtype=np.int8))


NOTHING = Found(NO_POINTS)


def found_in(outcome: Outcome) -> Found:
    """Return what is to be shown of an outcome."""
    problems = tuple((row, one) for row in outcome.refused for one in row.problems)
    differences = tuple(one for one in outcome.differences if one.change != "same")
    proposals = sum(1 for _, one in problems if one.proposal and one.position >= 0)
    none_operates = bool(outcome.sites) and all(site.status is Status.UNKNOWN for site in outcome.sites)
    points = points_of(outcome)
    points.extent  # noqa: B018  (kept for the window, which must not look through a million places)
    return Found(points, problems, differences, none_operates, proposals)


def points_of(outcome: Outcome) -> Points:
    """Return the places of an import: of what it adds and changes, and of what it finds there and takes away."""
    change_of: dict[str, Change] = {}
    sites: dict[str, Site] = {}
    for difference in outcome.differences:
        site = difference.after or difference.before
        if isinstance(site, Site):
            change_of[site.id] = difference.change
            sites[site.id] = site
    for site in outcome.sites:
        sites.setdefault(site.id, site)
    if not sites:
        return NO_POINTS
    rows = tuple(sites.values())
    xy = project_points(
        np.array([site.lon for site in rows]),
        np.array([site.lat for site in rows]),
        tuple(site.town_code for site in rows),
    )
    added: Change = "added"
    changes = np.array([CHANGES.index(change_of.get(site.id, added)) for site in rows], dtype=np.int8)
    return Points(rows, xy, changes)
