"""The few that are near of very many: what comes out is that of all distances."""

from __future__ import annotations

import numpy as np
import pytest

from data.balance.distance import Positions, distances, town_positions
from data.balance.near import MANY, nearest_points, neighbourhoods
from data.dataset import DataSet


@pytest.fixture(scope="module")
def scattered(data: DataSet) -> Positions:
    """Points round the towns, some twice in one place, those of one landmass all beside one another."""
    towns = town_positions(data)
    rng = np.random.default_rng(5)
    rows = rng.integers(0, len(towns.xy), 2 * MANY)
    xy = towns.xy[rows] + rng.normal(0, 4000, (len(rows), 2))
    xy[5::5] = xy[1:-4:5]
    return Positions(xy, towns.landmass[rows], towns.lon[rows], towns.lat[rows])


def test_the_nearest_of_many_are_those_of_all_distances(data: DataSet, scattered: Positions) -> None:
    towns = town_positions(data)
    km = distances(towns, scattered)
    rows, found = nearest_points(towns, scattered, 3)
    assert np.array_equal(found, np.sort(km, axis=1)[:, :3])
    there = np.isfinite(found)
    assert np.array_equal(rows[there], np.argsort(km, axis=1, kind="stable")[:, :3][there])
    assert np.all(rows[~there] == -1)


def test_landmasses_with_too_few_points_and_with_none(data: DataSet) -> None:
    towns = town_positions(data)
    one = Positions(towns.xy[:2], np.array(["nowhere", towns.landmass[1]]), towns.lon[:2], towns.lat[:2])
    rows, km = nearest_points(towns, one, 3)
    assert km[1].tolist() == [0, np.inf, np.inf]
    assert rows[1].tolist() == [1, -1, -1]
    away = towns.landmass != towns.landmass[1]
    assert away.any()
    assert np.all(rows[away] == -1)


@pytest.mark.parametrize("count", [0, 30, 2 * MANY])
def test_neighbourhoods_leave_out_only_what_is_farther(data: DataSet, scattered: Positions, count: int) -> None:
    towns = town_positions(data)
    some = Positions(*(of[:count] for of in (scattered.xy, scattered.landmass, scattered.lon, scattered.lat)))
    km = distances(towns, some)
    seen = np.full(km.shape, np.nan)
    for rows, columns, found in neighbourhoods(towns, some, 30):
        block = np.ix_(rows, columns)
        assert np.all(np.isnan(seen[block]))
        seen[block] = found
    assert np.array_equal(seen[~np.isnan(seen)], km[~np.isnan(seen)])
    assert np.all(km[np.isnan(seen)] > 30)
