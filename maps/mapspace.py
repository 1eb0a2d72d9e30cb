"""Map space: TWD97 / TM2 zone 121 metres, with the outlying islands moved into inset boxes west of Taiwan.

Everything that is drawn passes through here; nothing that is measured does. One affine per frame (a scale and a
shift), so a frame has one scale in every direction and its own scale bar is true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

import numpy as np
import shapely
from numpy.typing import NDArray

from data.arrays import read_only
from data.dataset import DataSet
from data.model import Name, Site, Town
from data.tm2 import from_tm2, to_tm2

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Frame:
    """A part of the country drawn in a box of its own.

    ``centre`` (EPSG:3826 metres) is drawn at the centre of ``content`` and enlarged by ``scale``; ``box`` is the
    outline as xmin, ymin, xmax, ymax in map space and ``content`` the part of it that the islands fill.
    """

    id: str
    name: Name
    county: str
    towns: frozenset[str]
    """town codes; empty for all towns of the county"""
    centre: tuple[float, float]
    scale: float
    box: tuple[float, float, float, float]
    content: tuple[float, float]
    bar_m: int
    """length of the frame's scale bar on the ground, metres"""

    def to_map(self, xy: Floats) -> Floats:
        """Map EPSG:3826 metres, shape (n, 2), into map space."""
        return (xy - self.centre) * self.scale + self.content

    def from_map(self, xy: Floats) -> Floats:
        """Invert ``to_map``."""
        return (xy - self.content) / self.scale + self.centre

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point of map space lies in the box."""
        left, bottom, right, top = self.box
        return left <= x <= right and bottom <= y <= top


WUQIU = "09020060"

# The boxes stand in the sea between the left edge of the map and the west coast, which is nowhere left of 149 000;
# Wuqiu comes first, because its small box stands inside Kinmen's.
FRAMES: tuple[Frame, ...] = (
    Frame(
        "wuqiu",
        Name("烏坵", "Wuqiu"),
        "09020",
        frozenset({WUQIU}),
        centre=(94_650, 2_765_400),
        scale=3.4,
        box=(92_000, 2_631_500, 134_000, 2_657_500),
        content=(126_500, 2_636_700),
        bar_m=0,
    ),
    Frame(
        "matsu",
        Name("連江縣（馬祖）", "Lienchiang (Matsu)"),
        "09007",
        frozenset(),
        centre=(171_050, 2_895_250),
        scale=1.4,
        box=(37_000, 2_719_000, 137_000, 2_805_000),
        content=(87_000, 2_758_500),
        bar_m=20_000,
    ),
    Frame(
        "kinmen",
        Name("金門縣", "Kinmen"),
        "09020",
        frozenset(),
        centre=(-22_350, 2_708_250),
        scale=2.6,
        box=(37_000, 2_629_000, 137_000, 2_711_000),
        content=(87_000, 2_677_500),
        bar_m=10_000,
    ),
    Frame(
        "penghu",
        Name("澎湖縣", "Penghu"),
        "10016",
        frozenset(),
        centre=(97_200, 2_598_350),
        scale=1.15,
        box=(37_000, 2_523_000, 137_000, 2_621_000),
        content=(87_000, 2_570_500),
        bar_m=20_000,
    ),
)

EXTENT = (30_000.0, 2_414_000.0, 362_000.0, 2_810_000.0)
"""xmin, ymin, xmax, ymax of map space: Taiwan, its near islands and the boxes, with a little sea around."""


@cache
def frame_of_town(town_code: str) -> Frame | None:
    """Return the inset frame in which a town is drawn, or None for the main map."""
    for frame in FRAMES:
        if town_code in frame.towns or (not frame.towns and town_code.startswith(frame.county)):
            return frame
    return None


def frame_at(x: float, y: float) -> Frame | None:
    """Return the inset frame under a point of map space, or None for the main map."""
    return next((frame for frame in FRAMES if frame.holds(x, y)), None)


def project_points(lon: Floats, lat: Floats, town_codes: tuple[str, ...]) -> Floats:
    """Return the map-space positions, shape (n, 2), of EPSG:4326 points that belong to the given towns."""
    xy = to_tm2(lon, lat, 121)
    frames = {code: frame_of_town(code) for code in set(town_codes)}
    moved = [row for row, code in enumerate(town_codes) if frames[code] is not None]
    for frame in FRAMES:
        rows = [row for row in moved if frames[town_codes[row]] is frame]
        if rows:
            xy[rows] = frame.to_map(xy[rows])
    return xy


def site_positions(sites: Sequence[Site]) -> MappingProxyType[str, tuple[float, float]]:
    """Return the map-space position of every one of ``sites`` by its id."""
    xy = project_points(
        np.array([site.lon for site in sites]),
        np.array([site.lat for site in sites]),
        tuple(site.town_code for site in sites),
    )
    return MappingProxyType(dict(zip((site.id for site in sites), map(tuple, xy.tolist()), strict=True)))


@lru_cache(maxsize=2)
def positions_in(data: DataSet) -> MappingProxyType[str, tuple[float, float]]:
    """Return ``site_positions`` of all sites of a data set: what brings in very many asks for them in advance."""
    return site_positions(data.sites)


def town_positions(data: DataSet) -> Floats:
    """Return the map-space position, shape (368, 2), of the representative point of every town; read-only."""
    towns = data.towns
    lon, lat = np.array([town.lon for town in towns]), np.array([town.lat for town in towns])
    return read_only(project_points(lon, lat, tuple(town.code for town in towns)))


def to_lonlat(x: float, y: float) -> tuple[float, float]:
    """Return longitude and latitude (EPSG:4326 degrees) of a point of map space."""
    point = np.array([[x, y]])
    frame = frame_at(x, y)
    if frame is not None:
        point = frame.from_map(point)
    lon, lat = from_tm2(point, 121)
    return float(lon[0]), float(lat[0])


def move_geometries(geometries: NDArray[np.object_], towns: tuple[Town, ...]) -> NDArray[np.object_]:
    """Return town geometries (EPSG:3826, in town order) moved into map space."""
    moved = geometries.copy()
    for frame in FRAMES:
        rows = [i for i, town in enumerate(towns) if frame_of_town(town.code) is frame]
        moved[rows] = shapely.transform(moved[rows], frame.to_map)
    return moved
