"""Which township a point of the land is in."""

from __future__ import annotations

import numpy as np

from data.dataset import DataSet
from data.errors import InputError


def town_at(data: DataSet, lon: float, lat: float) -> str:
    """Return the code of the township at a point in EPSG:4326 degrees; off a coast, of the nearest within 2 km.

    Raises InputError for a point farther out (``data.intake.locations.OFFSHORE``).
    """
    from data.intake.locations import towns_at  # Shapely takes 0.2 s to import

    row = int(towns_at(np.array([lon]), np.array([lat]), data)[0][0])
    if row < 0:
        raise InputError("The place {lon}, {lat} is in no township of Taiwan.", lon=f"{lon:g}", lat=f"{lat:g}")
    return data.towns[row].code
