"""Geometries as a GeoPackage has them: a header and WKB (OGC 12-128r18, clause 2.1.3)."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.dataset import DataSet
from data.project_file.schema import WGS84
from data.tm2 import from_tm2

TOLERANCE = 500
"""Metres; towns are kept for an overview in QGIS, and the official boundaries are better got from their publisher."""

_POINT = np.dtype(
    [
        ("magic", "S2"),
        ("version", "u1"),
        ("flags", "u1"),
        ("srs", "<i4"),
        ("order", "u1"),
        ("type", "<u4"),
        ("lon", "<f8"),
        ("lat", "<f8"),
    ]
)
"""A point as this program and nearly every other writes it: little endian, no envelope."""
_LITTLE, _ENVELOPE_XY = 1, 1 << 1
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_EMPTY = 1 << 4
_WKB_POINTS = frozenset({1, 1001, 2001, 3001})
"""POINT, and with Z, M or both; SpatiaLite's flags for these are refused"""


def point_blobs(lon: Sequence[float], lat: Sequence[float]) -> list[bytes]:
    """Return points as blobs, from (n,) longitudes and latitudes in degrees."""
    points = np.zeros(len(lon), dtype=_POINT)
    points["magic"], points["flags"], points["srs"], points["order"], points["type"] = b"GP", _LITTLE, WGS84, 1, 1
    points["lon"], points["lat"] = lon, lat
    raw, size = points.tobytes(), _POINT.itemsize
    return [raw[start : start + size] for start in range(0, len(raw), size)]


def read_points(blobs: Sequence[object]) -> NDArray[np.float64]:
    """Return (n, 2) longitudes and latitudes; NaN for what is no point in degrees."""
    size = _POINT.itemsize
    whole = [blob for blob in blobs if isinstance(blob, bytes) and len(blob) == size]
    if len(whole) == len(blobs):
        points = np.frombuffer(b"".join(whole), dtype=_POINT)
        usual = (
            (points["magic"] == b"GP")
            & (points["version"] == 0)
            & (points["flags"] == _LITTLE)
            & (points["srs"] == WGS84)
            & (points["order"] == 1)
            & (points["type"] == 1)
        )
        if usual.all():
            return np.stack([points["lon"], points["lat"]], axis=1)
    return np.array([_point(blob) for blob in blobs], dtype=float).reshape(-1, 2)


def _point(blob: object) -> tuple[float, float]:
    unknown = math.nan, math.nan
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP" or blob[3] & _EMPTY:
        return unknown
    envelope = (blob[3] >> 1) & 0b111
    order = "<" if blob[3] & _LITTLE else ">"
    if envelope >= len(_ENVELOPE_BYTES) or struct.unpack_from(f"{order}i", blob, 4)[0] != WGS84:
        return unknown
    wkb = blob[8 + _ENVELOPE_BYTES[envelope] :]
    if len(wkb) < 21 or wkb[0] > 1:
        return unknown
    order = "<" if wkb[0] else ">"
    if struct.unpack_from(f"{order}I", wkb, 1)[0] not in _WKB_POINTS:
        return unknown
    lon, lat = struct.unpack_from(f"{order}dd", wkb, 5)
    return lon, lat


@lru_cache(maxsize=2)
def town_blobs(geography: DataSet) -> tuple[bytes, ...]:
    """Return (368,) the towns as multipolygons in degrees, with envelopes; ``geography`` is ``DataSet.geography``."""
    import shapely  # takes 0.2 s to import, which a project without areas need not pay

    shapes = shapely.transform(geography.boundaries(TOLERANCE), lambda xy: np.stack(from_tm2(xy, 121), axis=1))
    header = b"GP" + struct.pack("<BBi", 0, _LITTLE | _ENVELOPE_XY, WGS84)
    return tuple(
        header + struct.pack("<4d", west, east, south, north) + wkb
        for (west, south, east, north), wkb in zip(
            shapely.bounds(shapes), shapely.to_wkb(shapes, byte_order=1), strict=True
        )
    )


@lru_cache(maxsize=2)
def town_extents(geography: DataSet) -> NDArray[np.float64]:
    """Return (368, 4) west, south, east and north of ``town_blobs``."""
    return np.array([struct.unpack_from("<4d", blob, 8) for blob in town_blobs(geography)])[:, [0, 2, 1, 3]]
