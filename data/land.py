"""Which township a point of the land is in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from data.dataset import DataSet
from data.errors import InputError
from data.numbers import LAT, LON
from data.tm2 import to_tm2

if TYPE_CHECKING:
    import shapely

SHORE_METRES = 2000.0
"""How far off a township a point may lie and still belong to it: boundaries are simplified, and piers reach out."""


def town_at(data: DataSet, lon: float, lat: float) -> str:
    """Return the code of the township at a point (EPSG:4326 degrees), of the nearest one where it lies off a shore.

    Raises InputError for a point farther than SHORE_METRES from every township.
    """
    if LON.holds(lon) and LAT.holds(lat):
        import shapely  # takes 0.2 s to import

        point = shapely.Point(to_tm2(lon, lat, 121)[0])
        found = _tree(data.geography).query_nearest(point, max_distance=SHORE_METRES, all_matches=False)
        if len(found):
            return data.towns[int(found[0])].code
    raise InputError("The place {lon}, {lat} is in no township of Taiwan.", lon=f"{lon:g}", lat=f"{lat:g}")


@lru_cache(maxsize=1)
def _tree(geography: DataSet) -> shapely.STRtree:
    import shapely

    return shapely.STRtree(geography.boundaries())
