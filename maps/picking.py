"""What lies under the cursor: the symbol of a site first, else the disc of an area, else the town."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import shapely

from data.model import Place
from maps.display import Symbol, Viewport
from maps.geometry import Atlas

PICK_TOLERANCE = 100
"""Level of detail, in metres, at which towns are looked up: finer than the eye, smaller than the full one."""


class Picker:
    """Finds towns by a tree of their shapes, made when first asked for."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._atlas.detail(PICK_TOLERANCE).towns)

    def town_at(self, x: float, y: float) -> Place | None:
        """Return the town at a point of map space."""
        found = self._tree.query(shapely.Point(x, y), predicate="intersects")
        return Place("town", self._atlas.data.towns[int(found[0])].code) if len(found) else None

    def towns_along(self, start: tuple[float, float], end: tuple[float, float]) -> frozenset[str]:
        """Return the codes of the towns that a line between two points of map space touches."""
        found = self._tree.query(shapely.LineString([start, end]), predicate="intersects")
        return frozenset(self._atlas.data.towns[row].code for row in found.tolist())

    def towns_inside(self, corners: Sequence[tuple[float, float]]) -> frozenset[str]:
        """Return the codes of the towns whose representative point lies in a ring of map space, however it is drawn."""
        if len(corners) < 3:
            return frozenset()
        area = shapely.make_valid(shapely.Polygon(corners))
        inside = shapely.contains_xy(area, self._atlas.town_positions)
        return frozenset(self._atlas.data.towns[row].code for row in np.flatnonzero(inside).tolist())


class SymbolIndex:
    """The symbols of one drawing, to be found by where they stand on the sheet."""

    def __init__(self, symbols: tuple[Symbol, ...]) -> None:
        self._symbols = symbols
        self._places = np.array([(s.x, s.y, s.dx, s.dy, s.style.radius) for s in symbols]).reshape(-1, 5)
        self._areas = np.array([s.style.shape == "disc" for s in symbols], dtype=bool)

    def site_at(self, viewport: Viewport, px: float, py: float, slack: float) -> Place | None:
        """Return the place whose symbol is within ``slack`` mm of a place on the sheet, the uppermost of equals.

        A site goes before the disc of an area that it stands on, and a small disc before a large one.
        """
        if not self._symbols:
            return None
        x, y, dx, dy, radius = self._places.T
        middle = viewport.rect.center()
        across = middle.x() + (x - viewport.centre[0]) / viewport.metres_per_mm + dx - px
        down = middle.y() - (y - viewport.centre[1]) / viewport.metres_per_mm + dy - py
        distance = np.hypot(across, down) - radius
        if self._areas.any():
            sites, areas = distance[~self._areas], distance[self._areas]
            if not (sites <= slack).any():
                hit = np.flatnonzero(areas <= slack)
                # They lie in the order of their size, the smallest uppermost.
                return self._symbols[int(np.flatnonzero(self._areas)[hit[-1]])].place if len(hit) else None
            distance[self._areas] = np.inf
        nearest = len(distance) - 1 - int(np.argmin(distance[::-1]))
        return self._symbols[nearest].place if distance[nearest] <= slack else None
