"""What is shown as geography: real places in EPSG:4326, whatever inset the map draws them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from data.balance.groups import By
from data.circles import membership
from data.project import Project
from data.tm2 import from_tm2

TOLERANCE = 50
"""The boundaries written, simplified by so many metres: towns keep their area within 0.2 % and share their borders."""

DECIMALS = 6
"""Of degrees: a tenth of a metre."""

Geometries = NDArray[np.object_]


def area_polygons(project: Project, by: By, ids: Iterable[str]) -> Geometries:
    """Return (n,) the multipolygons of areas, outer rings anticlockwise, as RFC 7946 asks.

    A town of several circles lies in each of them, whatever the rule by which its people count.
    """
    towns = project.data.boundaries(TOLERANCE)
    rows = _rows(project, by)
    shapes = [
        towns[rows[name][0]] if len(rows[name]) == 1 else shapely.coverage_union_all(towns[rows[name]]) for name in ids
    ]
    lonlat = shapely.orient_polygons(shapely.transform(np.array(shapes, dtype=object), _to_lonlat))
    return np.array([_multi(one) for one in lonlat], dtype=object)


def _rows(project: Project, by: By) -> dict[str, list[int]]:
    """Return the rows of the towns of every area of one kind."""
    found: dict[str, list[int]] = {}
    members = membership(project.data.geography, project.definition_id)
    for row, town in enumerate(project.data.towns):
        names: Sequence[str] = {
            "town": (town.code,),
            "county": (town.county.code,),
            "circle": members[row],
            "nation": ("nation",),
        }[by]
        for name in names:
            found.setdefault(name, []).append(row)
    return found


def _to_lonlat(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.round(np.column_stack(from_tm2(xy, 121)), DECIMALS), dtype=np.float64)


def _multi(geometry: shapely.Geometry) -> shapely.Geometry:
    return geometry if geometry.geom_type == "MultiPolygon" else shapely.multipolygons([geometry])


def points(lonlat: Sequence[tuple[float, float]]) -> Geometries:
    """Return (n,) the points of longitudes and latitudes in degrees."""
    return np.asarray(shapely.points(np.round(np.array(lonlat, dtype=float).reshape(-1, 2), DECIMALS)), dtype=object)


def lines(ends: Sequence[tuple[float, float, float, float]]) -> Geometries:
    """Return (n,) the straight lines from one longitude and latitude to another, in degrees."""
    pairs = np.round(np.array(ends, dtype=float).reshape(-1, 2, 2), DECIMALS)
    return np.asarray(shapely.linestrings(pairs), dtype=object)
