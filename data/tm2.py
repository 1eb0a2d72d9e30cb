"""TWD97/TM2: transverse Mercator on GRS80 in the two zones of Taiwan, in plain numpy.

PROJ ends the process when it is first used in a thread that Python did not start (docs/pitfalls.md), and distances
are measured in such threads. These formulas hold no state, so any thread may call them.

Source: L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912), as written out by C. F. F. Karney,
Transverse Mercator with an accuracy of a few nanometers, Journal of Geodesy 85 (2011), 475-485, equations 7-14,
19-21, 35 and 36, here to the fourth order of the third flattening. Within five degrees of the central meridian the
result is that of PROJ to less than 1 µm.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Zone = Literal[119, 121]
"""Central meridian in degrees: 121 for Taiwan and the islands beside it, 119 for Penghu, Kinmen and Lienchiang."""

SCALE = 0.9999
"""on the central meridian"""
FALSE_EASTING = 250_000.0

_SEMI_MAJOR = 6_378_137.0
_FLATTENING = 1 / 298.257222101
_ECCENTRICITY = np.sqrt(_FLATTENING * (2 - _FLATTENING))
_N = _FLATTENING / (2 - _FLATTENING)
_RADIUS = _SEMI_MAJOR / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_FORWARD = (
    _N / 2 - _N**2 * 2 / 3 + _N**3 * 5 / 16 + _N**4 * 41 / 180,
    _N**2 * 13 / 48 - _N**3 * 3 / 5 + _N**4 * 557 / 1440,
    _N**3 * 61 / 240 - _N**4 * 103 / 140,
    _N**4 * 49561 / 161280,
)
_INVERSE = (
    _N / 2 - _N**2 * 2 / 3 + _N**3 * 37 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - _N**4 * 437 / 1440,
    _N**3 * 17 / 480 - _N**4 * 37 / 840,
    _N**4 * 4397 / 161280,
)

Array = NDArray[np.float64]


def to_tm2(lon: ArrayLike, lat: ArrayLike, zone: Zone) -> Array:
    """Return (n, 2) easting and northing in metres of (n,) longitudes and latitudes in degrees; NaN stays NaN."""
    east = np.radians(np.atleast_1d(np.asarray(lon, dtype=float)) - zone)
    conformal = _conformal(np.tan(np.radians(np.atleast_1d(np.asarray(lat, dtype=float)))))
    xi = np.arctan2(conformal, np.cos(east))
    eta = np.arcsinh(np.sin(east) / np.hypot(conformal, np.cos(east)))
    northing, easting = xi.copy(), eta.copy()
    for order, term in enumerate(_FORWARD, 1):
        northing += term * np.sin(2 * order * xi) * np.cosh(2 * order * eta)
        easting += term * np.cos(2 * order * xi) * np.sinh(2 * order * eta)
    return np.stack([FALSE_EASTING + SCALE * _RADIUS * easting, SCALE * _RADIUS * northing], axis=1)


def from_tm2(xy: ArrayLike, zone: Zone) -> tuple[Array, Array]:
    """Return (n,) longitudes and latitudes in degrees of (n, 2) eastings and northings in metres; NaN stays NaN."""
    points = np.asarray(xy, dtype=float).reshape(-1, 2)
    eta = (points[:, 0] - FALSE_EASTING) / (SCALE * _RADIUS)
    xi = points[:, 1] / (SCALE * _RADIUS)
    north, east = xi.copy(), eta.copy()
    for order, term in enumerate(_INVERSE, 1):
        north -= term * np.sin(2 * order * xi) * np.cosh(2 * order * eta)
        east -= term * np.cos(2 * order * xi) * np.sinh(2 * order * eta)
    longitude = np.arctan2(np.sinh(east), np.cos(north))
    conformal = np.sin(north) / np.hypot(np.sinh(east), np.cos(north))
    return zone + np.degrees(longitude), np.degrees(np.arctan(_geographic(conformal)))


def _conformal(tangent: Array) -> Array:
    """Tangent of the conformal latitude, of that of the geographic one (equations 7 and 9)."""
    secant = np.hypot(1, tangent)
    sigma = np.sinh(_ECCENTRICITY * np.arctanh(_ECCENTRICITY * tangent / secant))
    return np.asarray(tangent * np.hypot(1, sigma) - sigma * secant)


def _geographic(conformal: Array) -> Array:
    """Tangent of the geographic latitude by Newton's method (equations 19-21); two steps give full precision."""
    squared = 1 - _ECCENTRICITY**2
    tangent = conformal / squared
    for _ in range(2):
        guess = _conformal(tangent)
        step = (conformal - guess) / np.hypot(1, guess) * (1 + squared * tangent**2)
        tangent = tangent + step / (squared * np.hypot(1, tangent))
    return np.asarray(tangent)
