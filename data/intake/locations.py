"""Where coordinates lie: their system, their township, and what speaks against them.

Boundaries are those of the data set, in EPSG:3826; points are compared with them there, also those of the islands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from data.dataset import DataSet
from data.intake.cleaned import Note, Refusal
from data.intake.coordinates import Array, in_range, to_degrees
from data.marking import mark
from data.tm2 import to_tm2

OFFSHORE = 2_000.0
"""Metres from the coast in which a point still belongs to a township: piers, breakwaters, coarse coast lines."""
NEAR_BORDER = 100.0
"""Metres from the township that a row states in which coordinates still count as inside: borders are drawn coarsely."""

SWAPPED = mark(
    "Intake", "Rows whose x and y stood in each other's place and were exchanged: {count}, for example {old} → {new}."
)
IN_DEGREES = mark("Intake", "Rows with coordinates in degrees, unlike the others: {count}, for example {old}.")
OTHER_ZONE = mark(
    "Intake", "Rows of outlying islands with coordinates of zone 119, unlike the others: {count}, for example {old}."
)
ELSEWHERE = mark(
    "Intake",
    "Rows with coordinates in another township than they say, which counted: {count}, for example {old} → {new}.",
)
OFF_COAST = mark("Intake", "Rows off the coast, given to the nearest township: {count}, for example {old} → {new}.")

Remarks = dict[int, list[Note]]
"""by position of the row"""

_ISLANDS = ("10016", "09020", "09007")
_SAMPLE = 2_000  # points by which a system is recognised; more would not change it
_ENOUGH, _FEW = 0.9, 3
_BETTER, _MORE = 0.02, 5
_ONE_AT_A_TIME = Lock()
"""Prepared geometries of GEOS are completed by the questions that they are asked, which threads must not do at once."""


@dataclass(frozen=True, slots=True)
class System:
    """The coordinate system of two columns."""

    crs: int
    """EPSG code, 0 where the numbers are no coordinates of Taiwan"""
    swapped: bool = False
    share: float = 0.0
    """part of the rows with coordinates that may lie in Taiwan in this system"""
    sure: bool = True
    """False where another zone would fit as well"""


@dataclass(frozen=True, eq=False)
class Located:
    """What became of (n,) pairs of coordinates."""

    lon: Array
    lat: Array
    """degrees; NaN where there are none and where they are refused"""
    town: NDArray[np.intp]
    """position in ``DataSet.towns``, -1 where there are no coordinates"""
    remarks: Mapping[int, tuple[Note, ...]]
    refusals: Mapping[int, Refusal]
    """by position of the row"""


def recognise(x: Array, y: Array, data: DataSet, stated: Sequence[str] = ()) -> System:
    """Return the system of (n,) coordinates by their range, and of TM2 the zone and datum by where the points lie.

    ``stated`` are the codes of the township or county that the rows state, '' for none. Nothing but these tells TWD67
    from TWD97, whose coordinates differ by 850 m; without them TWD97 is taken.
    """
    known = np.flatnonzero(np.isfinite(x) & np.isfinite(y) & ~((x == 0) & (y == 0)))
    if not len(known):
        return System(0)
    counts = {
        (crs, swapped): int(in_range(*((y[known], x[known]) if swapped else (x[known], y[known])), crs).sum())
        for crs in (4326, 3826, 3857)
        for swapped in (False, True)
    }
    crs, swapped = max(counts, key=lambda key: counts[key])
    share = counts[crs, swapped] / len(known)
    if not share:
        return System(0)
    if crs != 3826:
        return System(crs, swapped, share)
    east, north = (y, x) if swapped else (x, y)
    fitting = known[in_range(east[known], north[known], crs)]
    some = fitting[:: max(1, len(fitting) // _SAMPLE)]
    east, north = east[some], north[some]
    chosen, sure = _zone(east, north, data, [stated[row] if len(stated) else "" for row in some])
    return System(chosen, swapped, share, sure)


def _zone(east: Array, north: Array, data: DataSet, stated: Sequence[str]) -> tuple[int, bool]:
    """Return which of the TM2 systems points are in, and whether no other would do.

    The land of zone 119 is so small that points of zone 121 do not lie on it by chance, while those of Penghu, read in
    zone 121, do lie in the mountains of the east.
    """
    inside, agreeing = {}, {}
    for crs in (3826, 3825, 3828):
        town, distance = towns_at(*to_degrees(east, north, crs), data)
        codes = [data.towns[row].code if row >= 0 else "" for row in town]
        inside[crs] = float(np.mean(distance == 0))
        agreeing[crs] = sum(bool(said) and code.startswith(said) for code, said in zip(codes, stated, strict=True))
    said = sum(map(bool, stated))
    if said:
        best = max(agreeing, key=lambda crs: agreeing[crs])
        better = agreeing[best] - agreeing[3826]
        if (best == 3825 and better) or better >= max(_MORE, _BETTER * said):
            return best, True
        return 3826, agreeing[3826] >= _ENOUGH * said
    if inside[3825] >= _ENOUGH and (len(east) >= _FEW or not inside[3826]):
        return 3825, True
    return 3826, not inside[3825]


def towns_at(lon: Array, lat: Array, data: DataSet) -> tuple[NDArray[np.intp], Array]:
    """Return (n,) positions in ``DataSet.towns`` and metres from the town for (n,) degrees.

    0 metres is inside; up to OFFSHORE the nearest town counts; beyond, and for NaN, the position is -1 and the
    distance infinite.
    """
    towns = np.full(len(lon), -1, dtype=np.intp)
    distances = np.full(len(lon), np.inf)
    known = np.flatnonzero(in_range(lon, lat, 4326))
    if not len(known):
        return towns, distances
    points = shapely.points(to_tm2(lon[known], lat[known], 121))
    area, point = _query(points, data, "intersects")
    towns[known[point]] = area
    distances[known[point]] = 0
    off = np.flatnonzero(towns[known] < 0)
    if len(off):
        area, point = _query(points[off], data, "dwithin", OFFSHORE)
        metres = shapely.distance(data.boundaries(0)[area], points[off[point]])
        order = np.argsort(-metres, kind="stable")  # the nearest is written last, and stays
        rows = known[off[point[order]]]
        towns[rows], distances[rows] = area[order], metres[order]
    return towns, distances


def _query(
    points: NDArray[np.object_], data: DataSet, predicate: Literal["intersects", "dwithin"], metres: float | None = None
) -> NDArray[np.intp]:
    """Return (2, n) positions of towns and of points that are so to one another."""
    with _ONE_AT_A_TIME:
        found: NDArray[np.intp] = shapely.STRtree(points).query(
            _prepared(data.geography), predicate=predicate, distance=metres
        )
    return found


@lru_cache(maxsize=1)
def _prepared(data: DataSet) -> NDArray[np.object_]:
    """Return the towns as GEOS has them ready for many questions; to do so anew for every 2 000 points takes longer."""
    polygons: NDArray[np.object_] = shapely.from_wkb(shapely.to_wkb(data.boundaries(0)))
    shapely.prepare(polygons)
    return polygons


def locate(x: Array, y: Array, crs: int, swapped: bool, data: DataSet, stated: Sequence[str] = ()) -> Located:
    """Return where (n,) coordinates of a system lie; a row with neither coordinate is neither located nor refused.

    ``stated`` are the codes of the township or county that the rows state elsewhere, '' for none. Rows whose x and y
    are exchanged, or that are in degrees unlike the others, are put right and told of; what lies at 0, 0, outside
    Taiwan or at sea is refused.
    """
    east, north = (y, x) if swapped else (x, y)
    remarks: Remarks = defaultdict(list)
    refusals: dict[int, Refusal] = {}
    for row in np.flatnonzero(np.isnan(east) != np.isnan(north)):
        refusals[int(row)] = Refusal("Only one of the two coordinates is given.")
    given = np.isfinite(east) & np.isfinite(north)
    for row in np.flatnonzero(np.isinf(east) | np.isinf(north)):
        refusals[int(row)] = Refusal("{place} is no place.", place=_pair(x[row], y[row]))
    for row in np.flatnonzero(given & (east == 0) & (north == 0)):
        refusals[int(row)] = Refusal("0, 0 is no place; it stands for coordinates that are unknown.")
    given &= (east != 0) | (north != 0)
    lon, lat = np.full(len(east), np.nan), np.full(len(east), np.nan)
    remaining = given.copy()
    for system, exchanged, template in (
        (crs, False, ""),
        (crs, True, SWAPPED),
        (4326, False, IN_DEGREES),
        (4326, True, IN_DEGREES),
    ):
        first, second = (north, east) if exchanged else (east, north)
        rows = np.flatnonzero(remaining & in_range(first, second, system))
        lon[rows], lat[rows] = to_degrees(first[rows], second[rows], system)
        remaining[rows] = False
        if template:
            for row in rows:
                remarks[int(row)].append(Note(template, _pair(x[row], y[row]), _pair(lon[row], lat[row])))
    for row in np.flatnonzero(remaining):
        refusals[int(row)] = Refusal("{place} lies outside Taiwan.", place=_pair(x[row], y[row]))
    if crs == 3826 and len(stated):
        _put_islands_right(east, north, lon, lat, data, stated, remarks)
    town, distance = towns_at(lon, lat, data)
    for row in np.flatnonzero(np.isfinite(lon) & (town < 0)):
        refusals[int(row)] = _at_sea(lon[row], lat[row], data)
        lon[row] = lat[row] = np.nan
    if len(stated):
        _compare(lon, lat, town, data, stated, remarks)
    for row in np.flatnonzero((town >= 0) & (distance > 0)):
        name = data.towns[town[row]].full_name("zh")
        remarks[int(row)].append(Note(OFF_COAST, _pair(lon[row], lat[row]), name))
    return Located(lon, lat, town, {row: tuple(notes) for row, notes in remarks.items()}, refusals)


def _put_islands_right(
    east: Array,
    north: Array,
    lon: Array,
    lat: Array,
    data: DataSet,
    stated: Sequence[str],
    remarks: dict[int, list[Note]],
) -> None:
    """Read rows that say they lie on the islands in zone 119, where only that makes it true."""
    rows = np.array(
        [row for row, code in enumerate(stated) if code[:5] in _ISLANDS and np.isfinite(lon[row])], dtype=int
    )
    if not len(rows):
        return
    here, _ = towns_at(lon[rows], lat[rows], data)
    other = to_degrees(east[rows], north[rows], 3825)
    there, _ = towns_at(*other, data)
    for at, row in enumerate(rows):
        wrong = here[at] < 0 or data.towns[here[at]].county.code != stated[row][:5]
        if wrong and there[at] >= 0 and data.towns[there[at]].county.code == stated[row][:5]:
            lon[row], lat[row] = other[0][at], other[1][at]
            remarks[int(row)].append(Note(OTHER_ZONE, _pair(east[row], north[row]), _pair(lon[row], lat[row])))


def _compare(
    lon: Array, lat: Array, town: NDArray[np.intp], data: DataSet, stated: Sequence[str], remarks: Remarks
) -> None:
    """Say of each row that its coordinates lie elsewhere than it says; close to the border its own word counts."""
    found = [data.towns[at].code if at >= 0 else "" for at in town]
    rows = [row for row, code in enumerate(stated) if found[row] and not found[row].startswith(code)]
    if not rows:
        return
    near = _query(shapely.points(to_tm2(lon[rows], lat[rows], 121)), data, "dwithin", NEAR_BORDER)
    close = {(data.towns[area].code, rows[point]): area for area, point in near.T}
    names = {county.code: county.name.zh for county in data.counties}
    names |= {one.code: one.full_name("zh") for one in data.towns}
    for row in rows:
        code = stated[row]
        if (code, row) in close:
            town[row] = close[code, row]
        else:
            remarks[row].append(Note(ELSEWHERE, names.get(code, code), names[found[row]]))


def _at_sea(lon: float, lat: float, data: DataSet) -> Refusal:
    """Return the refusal of a point far from any town, with the one whose representative point is nearest."""
    metres = np.hypot(*(_middles(data.geography) - to_tm2(lon, lat, 121)).T)
    nearest = data.towns[int(np.argmin(metres))]
    return Refusal(
        "{place} lies at sea or abroad, {km} km from the middle of {town}.",
        place=_pair(lon, lat),
        km=round(float(metres.min()) / 1000),
        town=nearest.full_name("zh"),
    )


@lru_cache(maxsize=1)
def _middles(data: DataSet) -> Array:
    """Return (368, 2) metres of the towns' representative points."""
    return to_tm2([town.lon for town in data.towns], [town.lat for town in data.towns], 121)


def _pair(x: float, y: float) -> str:
    return f"{x:.10g}, {y:.10g}"
