"""Distances against PROJ's geodesics, and what separates the islands."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from data.balance.distance import (
    crossing_distances,
    distances,
    geodesic_km,
    site_distances,
    site_positions,
    town_distances,
    town_of_site,
    town_positions,
    zone_of,
)
from data.dataset import DataSet
from data.model import Layer, Precision, Town

GEOD = Geod(ellps="GRS80")
SCALE_ERROR = 2e-4
"""What data/balance/distance.py says of TM2 in its zones."""
MILLIMETRE_IN_KM = 1e-6

longitudes, latitudes = st.floats(118, 123), st.floats(21, 27)


def _town(data: DataSet, name: str) -> Town:
    return next(town for town in data.towns if town.full_name("zh") == name)


@given(longitudes, latitudes, longitudes, latitudes)
def test_geodesic_agrees_with_proj(lon_1: float, lat_1: float, lon_2: float, lat_2: float) -> None:
    expected = GEOD.inv(lon_1, lat_1, lon_2, lat_2)[2] / 1000
    assert geodesic_km(lon_1, lat_1, lon_2, lat_2) == pytest.approx(expected, abs=MILLIMETRE_IN_KM)


def test_geodesic_of_equal_points_and_along_the_equator() -> None:
    assert geodesic_km(121, 24, 121, 24) == 0
    assert geodesic_km(120, 0, 121, 0) == pytest.approx(6378.137 * np.pi / 180, abs=MILLIMETRE_IN_KM)


def test_plane_distances_of_one_landmass_are_nearly_geodesic(data: DataSet) -> None:
    towns = town_positions(data)
    plane, geodesic = town_distances(data), crossing_distances(towns, towns)
    same = np.isfinite(plane) & (geodesic > 0)
    assert np.abs(plane[same] / geodesic[same] - 1).max() < SCALE_ERROR


def test_towns_are_infinitely_far_exactly_across_landmasses(data: DataSet) -> None:
    km = town_distances(data)
    landmass = np.array([town.landmass for town in data.towns])
    np.testing.assert_array_equal(np.isinf(km), landmass[:, None] != landmass[None, :])
    np.testing.assert_array_equal(km, km.T)
    assert (np.diag(km) == 0).all()
    lanyu, taitung = (data.town_index[_town(data, name).code] for name in ("臺東縣蘭嶼鄉", "臺東縣臺東市"))
    assert np.isinf(km[lanyu, taitung])


def test_result_is_shared_and_cannot_be_written_to(data: DataSet) -> None:
    with pytest.raises(ValueError, match="read-only"):
        town_distances(data)[0, 0] = 1


def test_only_the_western_islands_are_measured_in_zone_119(data: DataSet) -> None:
    western = {town.county.name.zh for town in data.towns if zone_of(town) == 119}
    assert western == {"澎湖縣", "金門縣", "連江縣"}


def test_sites_are_on_the_landmass_of_their_town(data: DataSet) -> None:
    sites = data.sites_of(Layer.TELEMEDICINE)
    places = site_positions(data, sites)
    for site, landmass in zip(sites, places.landmass, strict=True):
        assert landmass == data.towns[data.town_index[site.town_code]].landmass
    km = site_distances(data, sites)
    assert km.shape == (len(data.towns), len(sites))
    np.testing.assert_array_equal(km, distances(town_positions(data), places))


def test_site_of_a_county_is_taken_to_be_in_its_most_populous_town(data: DataSet) -> None:
    site = data.sites_of(Layer.HOSPITAL)[0]
    somewhere = replace(site, county_code="10016", town_code="", precision=Precision.COUNTY)
    assert town_of_site(data, somewhere).name.zh == "馬公市"
    assert town_of_site(data, site).code == site.town_code


def test_no_sites_are_no_distances(data: DataSet) -> None:
    assert site_distances(data, ()).shape == (len(data.towns), 0)
