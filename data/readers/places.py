"""Geometry of a row as text: its type, and a point on it. Cells of geodata as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar

import numpy as np
import shapely

from data.readers.bounds import LONGEST_CELL
from data.readers.sheet import GEOMETRY_TYPE, GEOMETRY_X, GEOMETRY_Y, LONG_CELL, DamagedCells

GEOMETRY_FIELDS = (GEOMETRY_TYPE, GEOMETRY_X, GEOMETRY_Y)
Place = tuple[str, str, str]
"""Cells of GEOMETRY_FIELDS; '' where nothing can be said"""
NOWHERE: Place = ("", "", "")

CHUNK = 1_000
"""Rows whose geometries are taken together. Too small: every call of Shapely costs 10 µs. Too large: of a file that is
only looked at, so many are read."""

_TYPES = (
    "Point",
    "LineString",
    "LinearRing",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
)
_LARGEST_WHOLE = 1e15
T = TypeVar("T")


def places(geometries: Sequence[Any]) -> list[Place]:
    """Return type and point of geometries of Shapely (None where there is none); a lone point of many is a Point."""
    found = np.array(list(geometries), dtype=object)
    lone = shapely.get_num_geometries(found) == 1
    kinds = shapely.get_type_id(found)
    found[lone & (kinds == 4)] = shapely.get_geometry(found[lone & (kinds == 4)], 0)
    kinds = shapely.get_type_id(found)
    points = found.copy()
    for position in np.flatnonzero(kinds > 0):
        points[position] = _point_on(found[position])
    x, y = shapely.get_x(points), shapely.get_y(points)
    known = (kinds >= 0) & ~shapely.is_empty(points) & ~shapely.is_missing(points)
    return [
        (_TYPES[kind], repr(east), repr(north)) if there else NOWHERE
        for kind, east, north, there in zip(kinds.tolist(), x.tolist(), y.tolist(), known.tolist(), strict=True)
    ]


def _point_on(geometry: Any) -> Any:
    try:
        with np.errstate(invalid="ignore"):
            return shapely.point_on_surface(geometry)
    except shapely.errors.GEOSException:  # coordinates that are not finite
        return None


def as_cell(value: object) -> str:
    """Return a value of a database as people write it: whole numbers without a point, '' for none and for bytes."""
    if isinstance(value, str):
        return value.strip("\0")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _LARGEST_WHOLE else repr(value)
    if value is None or isinstance(value, bytes):
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value.isoformat() if isinstance(value, date) else str(value)


def row_of(cells: Sequence[str], fault: str = "") -> Sequence[str]:
    """Return cells as they are, or as DamagedCells where one is too long or a fault was found."""
    if max(map(len, cells), default=0) > LONGEST_CELL:
        return DamagedCells(cells, LONG_CELL)
    return DamagedCells(cells, fault) if fault else cells


def chunks(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield items in lists of CHUNK."""
    iterator = iter(items)
    while some := list(islice(iterator, CHUNK)):
        yield some
