"""Boundaries in map space at several levels of detail: towns, the borders between them, circles and their overlaps.

A border is kept with the two towns it parts. County, circle and coast lines of any definition are then a selection of
borders instead of a geometric operation, and a shared border is drawn once.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from data.circles import membership
from data.dataset import BOUNDARY_TOLERANCES, DataSet
from data.model import Definition
from data.rows import differing
from maps.mapspace import move_geometries, positions_in, site_positions, town_positions
from maps.paths import area_path, line_path

TOLERANCES = BOUNDARY_TOLERANCES[1:]
"""The simplified levels; the published boundaries stand before them."""
SEA = -1

DISSOLVED_KEPT = 64
"""Dissolved areas kept at each level: the classes of a handful of indicators."""

BANDS_KEPT = 4
"""Widths of bands kept at each level: the scales that a flight to a scene passes, and those of the scene before."""

_SEEN = 0.5
"""Share of an island that must be left inside a circle's outline for its own colour to be read."""


def tolerance_for(metres_per_pixel: float) -> int:
    """Return the coarsest level of detail (tolerance in metres) whose error stays below two thirds of a device pixel.

    The published boundaries (0) serve only where one pixel is less than 50 m; that is, when zoomed to a few towns.
    """
    fitting = [tolerance for tolerance in TOLERANCES if tolerance <= 0.6 * metres_per_pixel]
    return max(fitting, default=0 if metres_per_pixel < TOLERANCES[0] else TOLERANCES[0])


@dataclass(frozen=True)
class Borders:
    """All borders once: ``lines`` (n,) multilines, ``towns`` (n, 2) row numbers of the towns on both sides.

    The sea is ``SEA`` and always stands first in its pair.
    """

    lines: NDArray[np.object_]
    towns: NDArray[np.int64]

    def between(self, groups: NDArray[np.int64]) -> QPainterPath:
        """Return the borders across which ``groups`` (one number a town) changes, the coast left out."""
        inland = self.towns[:, 0] != SEA
        return line_path(self.lines[inland & (groups[self.towns[:, 0]] != groups[self.towns[:, 1]])])

    def around(self, inside: NDArray[np.bool_]) -> QPainterPath:
        """Return the outline of the towns marked in ``inside``, coast included."""
        marked = np.append(inside, False)  # the sea, row -1, is never inside
        return line_path(self.lines[marked[self.towns[:, 0]] != marked[self.towns[:, 1]]])

    @property
    def coast(self) -> QPainterPath:
        return line_path(self.lines[self.towns[:, 0] == SEA])


def borders_of(geometries: NDArray[np.object_]) -> Borders:
    """Take a valid coverage apart into its borders, by matching the segments that two towns share."""
    parts, part_town = shapely.get_parts(geometries, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    coordinates, owner = shapely.get_coordinates(rings, return_index=True)
    joined = owner[1:] == owner[:-1]
    start, end = coordinates[:-1][joined], coordinates[1:][joined]
    town = part_town[ring_part][owner[:-1][joined]]
    backwards = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    segments = np.hstack([np.where(backwards[:, None], end, start), np.where(backwards[:, None], start, end)])
    order = np.lexsort(segments.T)
    segments, town = segments[order], town[order]
    shared = np.append((segments[1:] == segments[:-1]).all(axis=1), False)
    second = np.insert(shared[:-1], 0, False)
    sides = np.column_stack([np.full(len(town), SEA), town])
    sides[shared, 0] = town[1:][shared[:-1]]
    sides, segments = np.sort(sides[~second], axis=1), segments[~second]
    pairs, pair_of = np.unique(sides, axis=0, return_inverse=True)
    by_pair = np.argsort(pair_of, kind="stable")
    lines = shapely.multilinestrings(shapely.linestrings(segments[by_pair].reshape(-1, 2, 2)), indices=pair_of[by_pair])
    return Borders(shapely.line_merge(lines), pairs)


@dataclass(frozen=True, eq=False)
class Detail:
    """The towns of one level of detail, with everything that depends on no definition."""

    data: DataSet
    tolerance: int

    @cached_property
    def towns(self) -> NDArray[np.object_]:
        """Multipolygons in map space, town order."""
        return move_geometries(self.data.boundaries(self.tolerance), self.data.towns)

    @cached_property
    def town_paths(self) -> tuple[QPainterPath, ...]:
        return tuple(area_path(geometry) for geometry in self.towns)

    def dissolved(self, rows: tuple[int, ...]) -> QPainterPath:
        """Return the area of several towns without the borders between them, which would cost most of its painting."""
        path = QPainterPath()
        for part in self.dissolved_parts(rows):
            path.addPath(part)
        return path

    def dissolved_parts(self, rows: tuple[int, ...]) -> tuple[QPainterPath, ...]:
        """Return the same area, each connected part on its own: scattered parts are filled twice as fast one by one."""
        paths = self._dissolved.get(rows)
        if paths is None:
            area = shapely.coverage_union_all(self.towns[list(rows)])
            paths = tuple(area_path(part) for part in shapely.get_parts(area))
            if len(self._dissolved) >= DISSOLVED_KEPT:
                self._dissolved.clear()
            self._dissolved[rows] = paths
        return paths

    @cached_property
    def _dissolved(self) -> dict[tuple[int, ...], tuple[QPainterPath, ...]]:
        return {}

    @cached_property
    def borders(self) -> Borders:
        return borders_of(self.towns)

    @cached_property
    def counties(self) -> NDArray[np.int64]:
        """Number of the county of each town."""
        number = {county.code: i for i, county in enumerate(self.data.counties)}
        return np.array([number[town.county.code] for town in self.data.towns])

    @cached_property
    def town_lines(self) -> QPainterPath:
        """Borders between towns of one county."""
        borders = self.borders
        inland = borders.towns[:, 0] != SEA
        same = self.counties[borders.towns[:, 0]] == self.counties[borders.towns[:, 1]]
        return line_path(borders.lines[inland & same])

    @cached_property
    def county_lines(self) -> QPainterPath:
        """Borders between counties."""
        return self.borders.between(self.counties)

    @cached_property
    def coast(self) -> QPainterPath:
        return self.borders.coast


@dataclass(frozen=True)
class Region:
    """Towns with the same circles, dissolved: one circle, or the overlap of several."""

    circles: tuple[str, ...]
    path: QPainterPath


@dataclass(frozen=True, eq=False)
class CircleShapes:
    """The circles of one definition at one level of detail."""

    detail: Detail
    data: DataSet
    """whose definition is meant: that of a detail may be an older one"""
    definition: Definition

    @cached_property
    def members(self) -> tuple[tuple[str, ...], ...]:
        return membership(self.data, self.definition.id)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Every combination of circles that occurs, towns in no circle included, without seams between towns."""
        rows: dict[tuple[str, ...], list[int]] = {}
        for row, circles in enumerate(self.members):
            rows.setdefault(circles, []).append(row)
        return tuple(
            Region(circles, area_path(shapely.coverage_union_all(self.detail.towns[chosen])))
            for circles, chosen in sorted(rows.items())
        )

    @cached_property
    def areas(self) -> dict[str, shapely.Geometry]:
        """The dissolved shape of each circle by its id, overlaps included."""
        rows = {
            circle: [row for row, circles in enumerate(self.members) if circle in circles]
            for circle in self.definition.circles
        }
        return {circle: shapely.coverage_union_all(self.detail.towns[chosen]) for circle, chosen in rows.items()}

    @cached_property
    def outlines(self) -> dict[str, QPainterPath]:
        """The outline of each circle by its id."""
        return {circle: line_path(shapely.boundary([area])) for circle, area in self.areas.items()}

    def circle_path(self, circle: str) -> QPainterPath:
        """Return the filled shape of one circle."""
        return area_path(self.areas[circle])

    def bands(self, width: float, clear: bool = False) -> dict[str, QPainterPath]:
        """Return for each circle the band of ``width`` metres along the inner side of its outline.

        Two neighbours then show both their colours along the shared border. Filling a band takes a tenth of the time
        of stroking a line as broad. With ``clear`` islands that the band would all but cover have none.
        """
        key = (float(f"{width:.2g}"), clear)
        bands = self._bands.get(key)
        if bands is None:
            bands = {circle: area_path(_band(area, key[0], clear)) for circle, area in self.areas.items()}
            if len(self._bands) >= BANDS_KEPT:
                del self._bands[next(iter(self._bands))]
            self._bands[key] = bands
        return bands

    @cached_property
    def _bands(self) -> dict[tuple[float, bool], dict[str, QPainterPath]]:
        return {}


def _band(area: shapely.Geometry, width: float, clear: bool) -> shapely.Geometry:
    # The inner edge needs no detail finer than an eighth of the band.
    inner = shapely.buffer(shapely.simplify(area, width / 8), -width, quad_segs=2)
    if not clear:
        return shapely.difference(area, inner)
    parts = shapely.get_parts(area)
    left = shapely.area(shapely.intersection(parts, inner))
    return shapely.difference(shapely.multipolygons(parts[left > _SEEN * shapely.area(parts)]), inner)


MANY = 1_000
"""New sites at once that are projected all together."""


class Atlas:
    """All shapes of one data set, made when first asked for and kept. Painting from it is for one thread at a time."""

    def __init__(self, data: DataSet) -> None:
        self.data = data
        self.site_positions = site_positions(data.sites)
        """map-space position of every site by its id"""
        self.town_positions = town_positions(data)
        """(368, 2) map-space position of the representative point of every town"""
        self._details: dict[int, Detail] = {}
        self._circles: dict[tuple[int, str], CircleShapes] = {}

    def with_data(self, data: DataSet) -> Atlas:
        """Return an atlas of ``data`` that shares all shapes with this one, whose towns are the same.

        Only the sites that differ are projected: a point is dragged in steps of a few milliseconds. What is kept of an
        atlas elsewhere is not kept of the other: it may have other sites, figures and definitions under the same ids.
        """
        if data is self.data:
            return self
        if data.towns is not self.data.towns:
            return Atlas(data)
        other = copy(self)
        other.data = data
        if len(data.sites) > len(self.data.sites) + MANY:
            other.site_positions = positions_in(data)
            return other
        before, after = differing(self.data.sites, data.sites)
        known, now = set(map(id, before)), set(map(id, after))
        changed = [site for site in after if id(site) not in known]
        positions = self.site_positions.copy()
        for site in before:
            if id(site) not in now:
                del positions[site.id]
        positions.update(site_positions(changed))
        other.site_positions = MappingProxyType(positions)
        return other

    def detail(self, tolerance: int) -> Detail:
        return self._details.setdefault(tolerance, Detail(self.data, tolerance))

    def circles(self, tolerance: int, definition_id: str) -> CircleShapes:
        """Return the circles of a definition; one that was changed since under the same id has other circles."""
        key, definition = (tolerance, definition_id), self.data.definitions[definition_id]
        known = self._circles.get(key)
        if known is None or (known.definition is not definition and known.definition != definition):
            known = self._circles[key] = CircleShapes(self.detail(tolerance), self.data, definition)
        return known
