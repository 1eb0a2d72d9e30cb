"""How far a place is from another: straight lines between the representative points of towns and sites.

A distance counts only on one landmass, since a straight line over the sea is no way; between landmasses it is
infinite, and the crossing is reported separately. On a landmass the distance is planar in its zone of TWD97/TM2. The
scale of the projection is 0.9999 on the central meridian and 1.00003 at the edges of Taiwan, up to 1.0002 in Dongyin:
a distance of 30 km is wrong by at most 6 m. Crossings are geodesic, because the ends may lie in different zones.

Nothing here calls PROJ, which ends the process in threads that Python did not start (docs/pitfalls.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.arrays import read_only
from data.dataset import DataSet
from data.model import Site, Town
from data.tm2 import Zone, to_tm2

ZONE_119_COUNTIES = frozenset({"10016", "09020", "09007"})
"""Penghu, Kinmen and Lienchiang; all others lie in zone 121."""

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Positions:
    """Where n points stand, in the plane of their landmass."""

    xy: Array
    """(n, 2) metres in the TM2 zone of the landmass"""
    landmass: NDArray[np.str_]
    """(n,)"""
    lon: Array
    """(n,) degrees"""
    lat: Array
    """(n,) degrees"""


def zone_of(town: Town) -> Zone:
    """Return the TM2 zone in which distances on the town's landmass are measured."""
    return 119 if town.county.code in ZONE_119_COUNTIES else 121


@lru_cache(maxsize=4)
def town_positions(data: DataSet) -> Positions:
    """Return the (368,) representative points of the towns."""
    lon, lat = np.array([town.lon for town in data.towns]), np.array([town.lat for town in data.towns])
    return _positions(*_town_planes(data.geography), lon, lat)


def site_positions(data: DataSet, sites: Sequence[Site]) -> Positions:
    """Return where the (n,) sites stand; each is on the landmass of its town (``town_of_site``)."""
    index = data.town_index
    # Many sites stand in few towns.
    at = [index[site.town_code] if site.town_code in index else index[town_of_site(data, site).code] for site in sites]
    rows = np.array(at, dtype=np.intp)
    lon, lat = (np.array(found, dtype=float) for found in ([s.lon for s in sites], [s.lat for s in sites]))
    zones, landmasses = _town_planes(data.geography)
    return _positions(zones[rows], landmasses[rows], lon, lat)


@lru_cache(maxsize=4)
def _town_planes(data: DataSet) -> tuple[NDArray[np.intp], NDArray[np.str_]]:
    """Return (368,) the zone and the landmass of each town."""
    return (
        read_only(np.array([zone_of(town) for town in data.towns], dtype=np.intp)),
        read_only(np.array([town.landmass for town in data.towns], dtype=np.str_)),
    )


def town_of_site(data: DataSet, site: Site) -> Town:
    """Return the town on whose landmass a site is.

    A site of which only the county is known is taken to be in the county's most populous town: in a county of
    several islands its landmass is then a guess, which ``Precision.COUNTY`` says.
    """
    row = data.town_index.get(site.town_code)
    if row is None:
        inside = data.town_county_rows == data.county_index[site.county_code]
        row = int(np.argmax(np.where(inside, data.town_values("population"), -1)))
    return data.towns[row]


@lru_cache(maxsize=4)
def town_distances(data: DataSet) -> Array:
    """Return (368, 368) kilometres between the towns, inf across landmasses; read-only."""
    return read_only(distances(town_positions(data), town_positions(data)))


def site_distances(data: DataSet, sites: Sequence[Site]) -> Array:
    """Return (368, n) kilometres from each town to each site, inf across landmasses."""
    return distances(town_positions(data), site_positions(data, sites))


def distances(origins: Positions, targets: Positions) -> Array:
    """Return (m, n) kilometres from each origin to each target, inf across landmasses."""
    km = origins.xy[:, 0, None] - targets.xy[None, :, 0]
    np.hypot(km, origins.xy[:, 1, None] - targets.xy[None, :, 1], out=km)
    km /= 1000
    for landmass in np.unique(origins.landmass):  # names are slow to compare, and a thousand times fewer than pairs
        km[np.ix_(origins.landmass == landmass, targets.landmass != landmass)] = np.inf
    return km


def crossing_distances(origins: Positions, targets: Positions) -> Array:
    """Return (m, n) geodesic kilometres whatever lies between: what a crossing has to cover."""
    return geodesic_km(origins.lon[:, None], origins.lat[:, None], targets.lon[None, :], targets.lat[None, :])


def geodesic_km(lon_1: ArrayLike, lat_1: ArrayLike, lon_2: ArrayLike, lat_2: ArrayLike) -> Array:
    """Return the length of the geodesic on GRS80 in kilometres, for points that are not nearly antipodal.

    Source: T. Vincenty, Direct and Inverse Solutions of Geodesics on the Ellipsoid with Application of Nested
    Equations, Survey Review 23 (1975), 88-93, the inverse; better than 1 mm. Arguments broadcast, in degrees.
    """
    flattening = 1 / 298.257222101
    semi_minor = 6_378_137.0 * (1 - flattening)
    first, second = (np.arctan((1 - flattening) * np.tan(np.radians(lat))) for lat in (lat_1, lat_2))
    sine_1, cosine_1, sine_2, cosine_2 = np.sin(first), np.cos(first), np.sin(second), np.cos(second)
    east = np.radians(np.asarray(lon_2, dtype=float) - np.asarray(lon_1, dtype=float))
    longitude = east
    for _ in range(_ITERATIONS):
        sine_lon, cosine_lon = np.sin(longitude), np.cos(longitude)
        sine = np.hypot(cosine_2 * sine_lon, cosine_1 * sine_2 - sine_1 * cosine_2 * cosine_lon)
        cosine = sine_1 * sine_2 + cosine_1 * cosine_2 * cosine_lon
        arc = np.arctan2(sine, cosine)
        azimuth = cosine_1 * cosine_2 * sine_lon / np.where(sine == 0, 1, sine)
        squared = 1 - azimuth**2
        middle = cosine - 2 * sine_1 * sine_2 / np.where(squared == 0, 1, squared)
        part = flattening / 16 * squared * (4 + flattening * (4 - 3 * squared))
        nested = middle + part * cosine * (2 * middle**2 - 1)
        longitude = east + (1 - part) * flattening * azimuth * (arc + part * sine * nested)
    u = squared * ((6_378_137.0 / semi_minor) ** 2 - 1)
    a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    last = b / 6 * middle * (4 * sine**2 - 3) * (4 * middle**2 - 3)
    shift = b * sine * (middle + b / 4 * (cosine * (2 * middle**2 - 1) - last))
    return np.asarray(semi_minor * a * (arc - shift) / 1000)


_ITERATIONS = 6
"""Each gains more than two digits over the distances of Taiwan; further ones change nothing."""


def _positions(zones: NDArray[np.intp], landmass: NDArray[np.str_], lon: Array, lat: Array) -> Positions:
    """Project each point in its zone."""
    xy = to_tm2(lon, lat, 121)
    west = zones == 119
    xy[west] = to_tm2(lon[west], lat[west], 119)
    return Positions(read_only(xy), read_only(landmass), read_only(lon), read_only(lat))
