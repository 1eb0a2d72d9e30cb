"""How far people live from care: the nearest point, the share within a distance, beds in reach (E2SFCA).

All people of a town are taken to live at its representative point, distances are straight lines and count only on one
landmass (``data.balance.distance``). docs/access.md says what that means and where the formulas come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.arrays import read_only
from data.balance.distance import (
    Positions,
    crossing_distances,
    distances,
    site_positions,
    town_positions,
)
from data.balance.groups import Groups
from data.balance.measures import (
    BEDS,
    POPULATION,
    SPOKE,
    Column,
    Compute,
    bed_hospitals,
    column_of,
    divide,
    open_hospitals,
)
from data.balance.near import MANY, nearest_points, neighbourhoods, rows_of
from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import Layer, Precision, Site, Status

ACCESS_LAYERS = (Layer.TELEMEDICINE, Layer.HOSPITAL)
"""Layers of care, to which a distance means something."""

CATCHMENT_KM = 30.0
"""Beyond it a bed counts for nothing. Too small and towns between two hospitals reach none, too large and all are
alike."""

BEDS_PER = 100_000

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Nearest:
    """For each of the 368 towns its way to the points of a layer. A bare representative point stands for the town."""

    km: Array
    """(368,) to the nearest point on the same landmass, inf where there is none"""
    mean3_km: Array
    """(368,) mean of the three nearest on the same landmass, inf where there are fewer"""
    site_ids: tuple[str, ...]
    """(368,) the nearest point on the same landmass, '' where there is none"""
    crossing: NDArray[np.bool_]
    """(368,) whether the landmass has no point, so that every way is a crossing by sea or air"""
    crossing_km: Array
    """(368,) geodesic distance to the nearest point of all where a crossing is needed, else NaN"""
    crossing_ids: tuple[str, ...]
    """(368,) that point, '' where no crossing is needed"""
    points: int
    approximate: int
    """how many of the points stand at the representative point of their town or county"""


@dataclass(frozen=True, eq=False)
class Supply:
    """Emergency beds and where they stand."""

    positions: Positions
    beds: Array
    """(n,)"""
    approximate: int
    """how many of the n places are only those of a town or county"""
    hospitals: tuple[Site, ...]
    """those that stand at the first of the places; the figures of towns as a whole follow, in the order of the towns"""
    unknown: tuple[Site, ...]
    """hospitals left out because nobody says how many beds they have"""


@dataclass(frozen=True, eq=False)
class BedAccess:
    """The result of the E2SFCA for the 368 towns."""

    per_100k: Array
    """(368,) beds in reach per 100 000 people; 0 where no bed is in reach"""
    reached: NDArray[np.bool_]
    """(368,) whether any bed is in reach"""
    known: Array
    """(368,) share, 0 to 1, of the hospitals in reach whose beds are known, each with the weight of its distance"""
    supply: Supply


@lru_cache(maxsize=8)
def points_of(data: DataSet, layer: Layer) -> tuple[Site, ...]:
    """Return the points people go to: operating telemedicine spokes, or hospitals that may be open.

    Raises UnknownNameError for another layer.
    """
    if layer is Layer.TELEMEDICINE:
        return tuple(
            site for site in data.sites_of(layer) if site.category == SPOKE and site.status is Status.OPERATING
        )
    if layer is Layer.HOSPITAL:
        return open_hospitals(data)
    raise UnknownNameError(
        "There is no access to {name}; the layers are {valid}.", name=layer, valid=", ".join(ACCESS_LAYERS)
    )


@lru_cache(maxsize=8)
def point_positions(data: DataSet, layer: Layer) -> Positions:
    """Return where the (n,) ``points_of`` a layer stand."""
    return site_positions(data, points_of(data, layer))


def point_distances(data: DataSet, layer: Layer, town: int) -> Array:
    """Return (n,) kilometres from the town in row ``town`` to each of ``points_of`` a layer, inf across landmasses."""
    return np.asarray(distances(rows_of(town_positions(data), np.array([town])), point_positions(data, layer))[0])


@lru_cache(maxsize=8)
def nearest(data: DataSet, layer: Layer) -> Nearest:
    """Return the way of every town to the points of a layer. Raises UnknownNameError for a layer without access."""
    points = points_of(data, layer)
    towns, places = town_positions(data), point_positions(data, layer)
    best, mean3, columns = _ways(towns, places)
    crossing = np.isinf(best)
    crossing_km, crossing_ids = np.full(len(best), np.nan), [""] * len(best)
    if points and crossing.any():
        rows = np.flatnonzero(crossing)
        for row in rows:
            over = crossing_distances(rows_of(towns, np.array([row])), places)[0]
            column = int(over.argmin())
            crossing_km[row], crossing_ids[row] = over[column], points[column].id
    ids = tuple("" if away else points[column].id for away, column in zip(crossing, columns, strict=True))
    return Nearest(
        read_only(best),
        read_only(mean3),
        ids,
        read_only(crossing),
        read_only(crossing_km),
        tuple(crossing_ids),
        len(points),
        _approximate(points),
    )


def _ways(towns: Positions, places: Positions) -> tuple[Array, Array, NDArray[np.intp]]:
    """Return (368,) kilometres to the nearest place, their mean to the nearest three, and the row of the nearest."""
    if len(places.xy) > MANY:
        rows, three = nearest_points(towns, places, 3)
        return three[:, 0].copy(), three.mean(axis=1), rows[:, 0]
    km = distances(towns, places)
    best = km.min(axis=1, initial=np.inf)
    if not len(places.xy):
        return best, np.full(len(km), np.inf), np.full(len(km), -1)
    mean3 = np.partition(km, 2, axis=1)[:, :3].mean(axis=1) if len(places.xy) > 2 else np.full(len(km), np.inf)
    return best, mean3, km.argmin(axis=1)


def nearest_km(layer: Layer, of_three: bool = False) -> Compute:
    """Mean distance to the nearest point (or to the three nearest), weighted by people: W @ (pop × d) / W @ pop.

    People on a landmass without a point (without three) are left out, and are missing in the known share.
    """

    def compute(data: DataSet, groups: Groups) -> Column:
        found = nearest(data, layer)
        km = found.mean3_km if of_three else found.km
        reached = np.isfinite(km)
        people = data.town_values(POPULATION)
        weights = groups.weights @ np.column_stack(
            [people * reached, people * (reached & _listed(data, layer)), people]
        )
        sums = groups.weights @ (people * np.where(reached, km, 0))
        return column_of(divide(sums, weights[:, 0]), divide(weights[:, 1], weights[:, 2]))

    return compute


def within(layer: Layer, km: float) -> Compute:
    """Share, in percent, of people whose nearest point is at most ``km`` away: W @ (pop × (d ≤ km)) / W @ pop × 100.

    People on a landmass without a point count as not within any distance.
    """

    def compute(data: DataSet, groups: Groups) -> Column:
        people = data.town_values(POPULATION)
        inside = people * (nearest(data, layer).km <= km)
        sums = groups.weights @ np.column_stack([inside, people * _listed(data, layer), people])
        return column_of(100 * divide(sums[:, 0], sums[:, 2]), divide(sums[:, 1], sums[:, 2]))

    return compute


def beds_in_reach(data: DataSet, groups: Groups) -> Column:
    """Return ``mean_of_beds`` with the usual catchment."""
    return mean_of_beds(data, groups, CATCHMENT_KM)


def mean_of_beds(data: DataSet, groups: Groups, catchment_km: float) -> Column:
    """Mean of the E2SFCA weighted by people: W @ (pop × A) / W @ pop, in beds per 100 000 people.

    ``known`` is the mean of ``BedAccess.known``, weighted by people too.
    """
    found = e2sfca(data, catchment_km)
    people = data.town_values(POPULATION)
    sums = groups.weights @ np.column_stack([people * found.per_100k, people * found.known, people])
    return column_of(divide(sums[:, 0], sums[:, 2]), divide(sums[:, 1], sums[:, 2]))


def gaussian_decay(km: Array, catchment_km: float) -> Array:
    """Weight of a distance: 1 at 0, falling along a Gaussian to 0 at the catchment, 0 beyond it.

    (exp(-(d/d0)²/2) - exp(-1/2)) / (1 - exp(-1/2)); source: D. Dai, Black residential segregation, disparities in
    spatial access to health care facilities, and late-stage breast cancer diagnosis in metropolitan Detroit,
    Health & Place 16 (2010), 1038-1052.
    """
    edge = np.exp(-0.5)
    return np.asarray(np.maximum((np.exp(-0.5 * (km / catchment_km) ** 2) - edge) / (1 - edge), 0))


def two_step(km: Array, people: Array, supply: Array, catchment_km: float) -> Array:
    """Return (m,) the enhanced two-step floating catchment score, in units of supply per person.

    ``km`` (m, n) from m places with ``people`` to n points with ``supply``. Step 1: R_j = S_j / Σ_k P_k w(d_kj).
    Step 2: A_i = Σ_j R_j w(d_ij). A point that reaches nobody serves nobody. So Σ P_i A_i is the supply of the points
    that reach anybody. Source: W. Luo, Y. Qi, An enhanced two-step floating catchment area (E2SFCA) method for
    measuring spatial accessibility to primary care physicians, Health & Place 15 (2009), 1100-1107; its weights by
    zones are here the continuous ``gaussian_decay``.
    """
    weight = gaussian_decay(km, catchment_km)
    demand = people @ weight
    ratio = np.zeros(len(supply))
    np.divide(supply, demand, out=ratio, where=demand > 0)
    return np.asarray(weight @ ratio)


@lru_cache(maxsize=8)
def e2sfca(data: DataSet, catchment_km: float = CATCHMENT_KM) -> BedAccess:
    """Return the emergency beds in reach of every town. ``catchment_km`` is above 0."""
    supply, towns = bed_supply(data), town_positions(data)
    people = data.town_values(POPULATION)
    score, known, unknown = (np.zeros(len(data.towns)) for _ in range(3))
    for rows, places, km in neighbourhoods(towns, supply.positions, catchment_km):
        score[rows] += two_step(km, people[rows], supply.beds[places], catchment_km) * BEDS_PER
        known[rows] += gaussian_decay(km, catchment_km).sum(axis=1)
    for rows, _, km in neighbourhoods(towns, site_positions(data, supply.unknown), catchment_km):
        unknown[rows] += gaussian_decay(km, catchment_km).sum(axis=1)
    share = np.where(unknown > 0, divide(known, known + unknown), 1)
    return BedAccess(read_only(score), read_only(score > 0), read_only(share), supply)


@lru_cache(maxsize=4)
def bed_supply(data: DataSet) -> Supply:
    """Return the beds as ``measures.town_emergency_beds`` counts them, at the places where they stand.

    A town's own figure stands at its representative point instead of the hospitals that it holds; hospitals of unknown
    beds are left out.
    """
    own = data.town_values(BEDS)
    whole = np.flatnonzero(~np.isnan(own))
    hospitals = bed_hospitals(data)
    counted = tuple(site for site in hospitals if site.extra[BEDS])
    beds = np.array([float(site.extra[BEDS]) for site in counted])
    return Supply(
        _joined(site_positions(data, counted), rows_of(town_positions(data), whole)),
        np.concatenate([beds, own[whole]]),
        _approximate(counted) + len(whole),
        counted,
        tuple(site for site in hospitals if not site.extra[BEDS]),
    )


def beds_around(data: DataSet, town: int) -> tuple[NDArray[np.intp], Array, Array]:
    """Return which places of ``bed_supply`` the town in row ``town`` reaches in the usual catchment.

    They are (k,) rows, with the weight of the distance to each and the weighted people who reach it.
    """
    towns, places = town_positions(data), bed_supply(data).positions
    weight = gaussian_decay(distances(rows_of(towns, np.array([town])), places), CATCHMENT_KM)[0]
    rows = np.flatnonzero(weight)
    demand = data.town_values(POPULATION) @ gaussian_decay(distances(towns, rows_of(places, rows)), CATCHMENT_KM)
    return rows, weight[rows], demand


def _listed(data: DataSet, layer: Layer) -> NDArray[np.bool_]:
    """Return (368,) whether the list can be trusted there: the list of telemedicine points misses whole counties.

    Points that a scenario adds or removes make it neither more nor less complete.
    """
    if layer is not Layer.TELEMEDICINE:
        return np.ones(len(data.towns), dtype=bool)
    listed = np.zeros(len(data.counties), dtype=bool)
    for site in data.known.sites_of(layer):
        if site.category == SPOKE:
            listed[data.county_index[site.county_code]] = True
    return listed[data.town_county_rows]


def _approximate(sites: tuple[Site, ...] | list[Site]) -> int:
    return sum(site.precision is not Precision.SITE for site in sites)


def _joined(first: Positions, second: Positions) -> Positions:
    return Positions(
        np.concatenate([first.xy, second.xy]),
        np.concatenate([first.landmass, second.landmass]),
        np.concatenate([first.lon, second.lon]),
        np.concatenate([first.lat, second.lat]),
    )
