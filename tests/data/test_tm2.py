"""TWD97/TM2 against PROJ, which nobody here wrote."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from data.tm2 import Zone, from_tm2, to_tm2

EPSG: dict[Zone, int] = {119: 3825, 121: 3826}
ZONES: tuple[Zone, ...] = (119, 121)
MILLIMETRE = 1e-3


def _grid() -> tuple[np.ndarray, np.ndarray]:
    lon, lat = np.meshgrid(np.linspace(118, 123, 101), np.linspace(21, 27, 121))
    return lon.ravel(), lat.ravel()


@pytest.mark.parametrize("zone", ZONES)
def test_forward_agrees_with_proj(zone: Zone) -> None:
    lon, lat = _grid()
    expected = np.column_stack(Transformer.from_crs(4326, EPSG[zone], always_xy=True).transform(lon, lat))
    assert np.abs(to_tm2(lon, lat, zone) - expected).max() < MILLIMETRE / 1000


@pytest.mark.parametrize("zone", ZONES)
def test_inverse_agrees_with_proj(zone: Zone) -> None:
    lon, lat = _grid()
    xy = np.column_stack(Transformer.from_crs(4326, EPSG[zone], always_xy=True).transform(lon, lat))
    found_lon, found_lat = from_tm2(xy, zone)
    metres = 111_000.0
    assert np.abs(found_lon - lon).max() * metres < MILLIMETRE / 1000
    assert np.abs(found_lat - lat).max() * metres < MILLIMETRE / 1000


@given(st.floats(118, 123), st.floats(21, 27), st.sampled_from(ZONES))
def test_there_and_back(lon: float, lat: float, zone: Zone) -> None:
    found_lon, found_lat = from_tm2(to_tm2(lon, lat, zone), zone)
    assert found_lon[0] == pytest.approx(lon, abs=1e-11)
    assert found_lat[0] == pytest.approx(lat, abs=1e-11)


def test_central_meridian_has_the_false_easting_and_the_scale() -> None:
    points = to_tm2([121, 121], [24.0, 24.01], 121)
    assert points[:, 0] == pytest.approx([250_000, 250_000], abs=1e-9)
    squared = 2 / 298.257222101 - 1 / 298.257222101**2
    radius = 6_378_137 * (1 - squared) / (1 - squared * np.sin(np.radians(24.005)) ** 2) ** 1.5  # of the meridian
    assert points[1, 1] - points[0, 1] == pytest.approx(0.9999 * radius * np.radians(0.01), rel=1e-8)


def test_unknown_stays_unknown() -> None:
    assert np.isnan(to_tm2([np.nan, 121], [24, np.nan], 121)).any(axis=1).all()


def test_many_threads_get_the_same() -> None:
    lon, lat = _grid()
    alone = to_tm2(lon, lat, 121)
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: to_tm2(lon, lat, 121), range(32)):
            np.testing.assert_array_equal(found, alone)
