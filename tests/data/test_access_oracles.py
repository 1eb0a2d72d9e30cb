"""The same numbers as PySAL's ``access`` and as GeoPandas' nearest join, which nobody here wrote."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import pytest
from access.fca import two_stage_fca, weighted_catchment

from data.balance.access import CATCHMENT_KM, bed_supply, e2sfca, gaussian_decay, nearest, points_of, two_step
from data.balance.distance import distances, site_distances, town_positions
from data.dataset import DataSet
from data.model import Layer


def _costs(km: np.ndarray) -> pd.DataFrame:
    origin, dest = np.nonzero(np.isfinite(km))
    return pd.DataFrame({"origin": origin, "dest": dest, "cost": km[origin, dest]})


def _by_pysal(km: np.ndarray, people: np.ndarray, supply: np.ndarray, catchment: float) -> np.ndarray:
    demand = pd.DataFrame({"geoid": range(len(people)), "demand": people})
    supplied = pd.DataFrame({"supply": supply}, index=pd.Index(range(len(supply)), name="geoid"))
    costs = _costs(km)
    score = two_stage_fca(
        demand,
        supplied,
        costs[costs.cost < catchment].reset_index(drop=True),
        max_cost=catchment,
        weight_fn=lambda cost: float(gaussian_decay(np.array([cost]), catchment)[0]),
    )
    return score.reindex(range(len(people))).fillna(0).to_numpy()


@pytest.mark.parametrize("seed", range(5))
def test_e2sfca_is_that_of_pysal_on_random_maps(seed: int) -> None:
    random = np.random.default_rng(seed)
    km = random.uniform(0, 60, (40, 12))
    people, beds = random.integers(1, 10_000, 40).astype(float), random.integers(1, 80, 12).astype(float)
    np.testing.assert_allclose(two_step(km, people, beds, 30), _by_pysal(km, people, beds, 30), rtol=1e-12)


def test_e2sfca_is_that_of_pysal_on_the_data_set(data: DataSet) -> None:
    supply = bed_supply(data)
    km = distances(town_positions(data), supply.positions)
    expected = _by_pysal(km, data.town_values("population"), supply.beds, CATCHMENT_KM) * 100_000
    np.testing.assert_allclose(e2sfca(data).per_100k, expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("layer", [Layer.TELEMEDICINE, Layer.HOSPITAL])
@pytest.mark.parametrize("band", [5, 30])
def test_towns_within_a_band_are_those_of_pysals_catchment(data: DataSet, layer: Layer, band: int) -> None:
    points = points_of(data, layer)
    one_each = pd.DataFrame({"one": np.ones(len(points))})
    counts = weighted_catchment(
        one_each, _costs(site_distances(data, points)), band, cost_source="dest", cost_dest="origin", loc_index=True,
        loc_value="one",
    )  # fmt: skip
    assert counts.index.tolist() == np.flatnonzero(nearest(data, layer).km <= band).tolist()


@pytest.mark.parametrize("layer", [Layer.TELEMEDICINE, Layer.HOSPITAL])
def test_nearest_on_the_main_island_is_that_of_geopandas(data: DataSet, layer: Layer) -> None:
    main = {town.code for town in data.towns if town.landmass == "taiwan"}
    rows = [row for row, town in enumerate(data.towns) if town.code in main]
    towns = _frame([(data.towns[row].lon, data.towns[row].lat) for row in rows])
    sites = _frame([(site.lon, site.lat) for site in points_of(data, layer) if site.town_code in main])
    joined = geopandas.sjoin_nearest(towns, sites, distance_col="metres")
    expected = joined["metres"].groupby(level=0).first().to_numpy() / 1000
    np.testing.assert_allclose(nearest(data, layer).km[rows], expected, atol=1e-6)


def _frame(points: list[tuple[float, float]]) -> geopandas.GeoDataFrame:
    lon, lat = zip(*points, strict=True)
    return geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(lon, lat), crs=4326).to_crs(3826)
