"""Access worked by hand, on the real data, and by properties that any measure of it must have."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.balance.access import (
    BEDS_PER,
    CATCHMENT_KM,
    bed_supply,
    beds_in_reach,
    e2sfca,
    gaussian_decay,
    mean_of_beds,
    nearest,
    nearest_km,
    points_of,
    two_step,
    within,
)
from data.balance.distance import distances, site_distances, town_positions
from data.balance.groups import Groups, groups
from data.balance.measures import town_emergency_beds
from data.balance.topics.access import ROWS
from data.dataset import DataSet, load
from data.errors import UnknownNameError
from data.model import Layer, Overlap, Precision, Status
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario, apply_scenario

CARE = (Layer.TELEMEDICINE, Layer.HOSPITAL)


def _groups(data: DataSet, by: str = "nation", overlap: Overlap = Overlap.EACH) -> Groups:
    return groups(Project(data, data.default_definition, overlap), by)


def _with_point(data: DataSet, row: int, layer: Layer, beds: float | None = None) -> DataSet:
    town = data.towns[row]
    added = AddSite(layer, "new", "new", town.code, town.lon, town.lat, beds=beds)
    return apply_scenario(Scenario("", (added,)), data)


def _row(data: DataSet, name: str) -> int:
    return next(row for row, town in enumerate(data.towns) if town.full_name("zh") == name)


# The method


def test_decay_by_hand() -> None:
    km = np.array([0.0, 15.0, 30.0, 30.1, np.inf])
    middle = (math.exp(-0.125) - math.exp(-0.5)) / (1 - math.exp(-0.5))  # (0.882497 - 0.606531) / 0.393469
    assert middle == pytest.approx(0.701366, abs=1e-6)
    np.testing.assert_allclose(gaussian_decay(km, 30), [1, middle, 0, 0, 0], atol=1e-15)


def test_two_steps_by_hand() -> None:
    """Three places, two hospitals; w(0) = 1, w(15) = 0.701366.

    R_1 = 10 / (100 + 0.701366 × 200) = 10 / 240.2732 = 0.041619, R_2 = 6 / 200 = 0.03;
    A_1 = R_1, A_2 = 0.701366 R_1 + R_2 = 0.059190, A_3 = 0.
    """
    km = np.array([[0.0, 40.0], [15.0, 0.0], [np.inf, 35.0]])
    score = two_step(km, np.array([100.0, 200.0, 50.0]), np.array([10.0, 6.0]), 30)
    np.testing.assert_allclose(score, [0.041619, 0.059190, 0], atol=1e-6)


def test_hospital_that_reaches_nobody_serves_nobody() -> None:
    score = two_step(np.array([[np.inf, 0.0]]), np.array([10.0]), np.array([99.0, 5.0]), 30)
    np.testing.assert_allclose(score, [0.5])


@settings(max_examples=50)
@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 8), st.floats(0.5, 60))
def test_beds_are_neither_made_nor_lost(seed: int, places: int, hospitals: int, catchment: float) -> None:
    random = np.random.default_rng(seed)
    km = random.uniform(0, 80, (places, hospitals))
    people, beds = random.integers(0, 1000, places).astype(float), random.integers(0, 50, hospitals).astype(float)
    served = (people @ gaussian_decay(km, catchment)) > 0
    assert people @ two_step(km, people, beds, catchment) == pytest.approx(beds[served].sum())


# The data set


def test_points_are_those_that_work(data: DataSet) -> None:
    spokes = points_of(data, Layer.TELEMEDICINE)
    assert {site.status for site in spokes} == {Status.OPERATING}
    assert {site.category for site in spokes} == {"spoke"}
    ended = replace(data.sites_of(Layer.HOSPITAL)[0], status=Status.ENDED)
    rest = tuple(site for site in data.sites if site.id != ended.id)
    changed = replace(data, sites=(*rest, ended))
    assert len(points_of(changed, Layer.HOSPITAL)) == len(points_of(data, Layer.HOSPITAL)) - 1


def test_layers_without_care_are_refused_by_name(data: DataSet) -> None:
    with pytest.raises(UnknownNameError, match=r"no access to ai; the layers are telemedicine, hospital"):
        nearest(data, Layer.AI)


@pytest.mark.parametrize("layer", CARE)
def test_nearest_counts_only_the_same_landmass(data: DataSet, layer: Layer) -> None:
    found = nearest(data, layer)
    there = {data.towns[data.town_index[site.town_code]].landmass for site in points_of(data, layer)}
    crossing = np.array([town.landmass not in there for town in data.towns])
    np.testing.assert_array_equal(found.crossing, crossing)
    np.testing.assert_array_equal(np.isinf(found.km), crossing)
    np.testing.assert_array_equal(np.isnan(found.crossing_km), ~crossing)
    for row, town in enumerate(data.towns):
        assert bool(found.site_ids[row]) is not bool(found.crossing_ids[row])
        if found.site_ids[row]:
            site = data.site_by_id[found.site_ids[row]]
            assert data.towns[data.town_index[site.town_code]].landmass == town.landmass


def test_lanyu_has_points_but_no_hospital_without_a_crossing(data: DataSet) -> None:
    lanyu = _row(data, "臺東縣蘭嶼鄉")
    assert nearest(data, Layer.TELEMEDICINE).km[lanyu] < 10
    found = nearest(data, Layer.HOSPITAL)
    assert found.crossing[lanyu]
    assert 60 < found.crossing_km[lanyu] < 100
    assert data.site_by_id[found.crossing_ids[lanyu]].county_code in ("10014", "10013")


@pytest.mark.parametrize("layer", CARE)
def test_mean_of_three_is_no_less_than_the_nearest(data: DataSet, layer: Layer) -> None:
    found = nearest(data, layer)
    assert (found.mean3_km >= found.km).all()
    assert np.isinf(found.mean3_km).sum() > np.isinf(found.km).sum()  # some islands have one or two


def test_the_three_nearest_are_the_first_of_all_in_order(data: DataSet) -> None:
    km = np.sort(site_distances(data, points_of(data, Layer.HOSPITAL)), axis=1)
    np.testing.assert_allclose(nearest(data, Layer.HOSPITAL).mean3_km, (km[:, 0] + km[:, 1] + km[:, 2]) / 3)


def test_a_band_ends_with_its_last_kilometre(data: DataSet) -> None:
    towns, row = _groups(data, "town"), _row(data, "高雄市那瑪夏區")
    km = nearest(data, Layer.HOSPITAL).km[row]
    assert within(Layer.HOSPITAL, km)(data, towns).values[row] == 100
    assert within(Layer.HOSPITAL, np.nextafter(km, 0))(data, towns).values[row] == 0


def test_approximate_places_are_counted(data: DataSet) -> None:
    found = nearest(data, Layer.TELEMEDICINE)
    points = points_of(data, Layer.TELEMEDICINE)
    assert found.points == len(points)
    assert found.approximate == sum(site.precision in (Precision.TOWN, Precision.COUNTY) for site in points) > 0


def test_people_without_a_point_leave_the_mean_but_not_the_share(data: DataSet) -> None:
    islands = _groups(data, "circle")
    row = islands.ids.index("islands")
    people = data.town_values("population")
    found = nearest(data, Layer.HOSPITAL)
    inside = islands.weights[row] > 0
    reached = inside & np.isfinite(found.km)
    mean = nearest_km(Layer.HOSPITAL)(data, islands)
    assert mean.values[row] == pytest.approx(np.average(found.km[reached], weights=people[reached]))
    assert mean.known[row] == pytest.approx(people[reached].sum() / people[inside].sum())
    share = within(Layer.HOSPITAL, 1000)(data, islands)
    assert share.values[row] == pytest.approx(100 * people[reached].sum() / people[inside].sum())
    assert share.known[row] == 1


def test_town_on_an_island_without_a_point_is_unknown_in_km_and_zero_in_share(data: DataSet) -> None:
    towns, row = _groups(data, "town"), _row(data, "臺東縣蘭嶼鄉")
    mean = nearest_km(Layer.HOSPITAL)(data, towns)
    assert math.isnan(mean.values[row])
    assert mean.known[row] == 0
    assert within(Layer.HOSPITAL, 30)(data, towns).values[row] == 0


def test_known_share_is_of_people_in_counties_with_a_listed_point(data: DataSet) -> None:
    counties = _groups(data, "county")
    listed = {site.county_code for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"}
    known = within(Layer.TELEMEDICINE, 10)(data, counties).known
    assert [code for code, share in zip(counties.ids, known, strict=True) if share == 1] == sorted(listed)
    assert set(known) == {0, 1}


def test_beds_of_the_nation_are_those_in_reach_of_anybody(data: DataSet) -> None:
    found = e2sfca(data)
    beds, _ = town_emergency_beds(data)
    assert found.supply.beds.sum() == pytest.approx(np.nansum(beds))
    people = data.town_values("population")
    km = distances(town_positions(data), found.supply.positions)
    reaching = found.supply.beds[(people @ gaussian_decay(km, CATCHMENT_KM)) > 0].sum()
    assert people @ found.per_100k / BEDS_PER == pytest.approx(reaching)
    nation = beds_in_reach(data, _groups(data))
    assert nation.values[0] == pytest.approx(reaching / people.sum() * BEDS_PER)
    assert 0.9 < nation.known[0] < 1


def test_places_out_of_reach_score_zero_and_are_flagged(data: DataSet) -> None:
    found = e2sfca(data)
    assert not np.isnan(found.per_100k).any()
    np.testing.assert_array_equal(found.reached, found.per_100k > 0)
    for name in ("臺東縣蘭嶼鄉", "屏東縣琉球鄉", "高雄市那瑪夏區"):
        assert not found.reached[_row(data, name)]
    assert found.reached[_row(data, "澎湖縣馬公市")]  # its beds are the town's own figure


def test_beds_of_a_town_as_a_whole_stand_once_at_its_point(data: DataSet) -> None:
    supply, row = bed_supply(data), _row(data, "澎湖縣馬公市")
    town = data.towns[row]
    there = supply.positions.landmass == town.landmass
    assert supply.beds[there].tolist() == [data.town_values("emergency_beds")[row]]
    assert (supply.positions.lon[there][0], supply.positions.lat[there][0]) == (town.lon, town.lat)
    assert all(site.town_code != town.code for site in supply.unknown)


def test_a_wider_catchment_leaves_no_more_out_of_reach(data: DataSet) -> None:
    out = [int((~e2sfca(data, km).reached).sum()) for km in (10, 20, 30, 60)]
    assert out == sorted(out, reverse=True)
    assert mean_of_beds(data, _groups(data), 60).known[0] > 0.9


# Whatever is added


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 367), st.sampled_from(CARE))
def test_a_new_point_takes_nothing_away(row: int, layer: Layer) -> None:
    data = load_once()
    before, changed = nearest(data, layer), _with_point(data, row, layer)
    after = nearest(changed, layer)
    assert (after.km <= before.km).all()
    assert (after.mean3_km <= before.mean3_km).all()
    assert after.km[row] == 0
    for km in (5, 30):
        shares = [within(layer, km)(one, _groups(one, "circle")).values for one in (data, changed)]
        assert (shares[1] >= shares[0]).all()


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 367), st.integers(1, 100))
def test_new_beds_are_all_given_to_somebody(row: int, beds: int) -> None:
    data = load_once()
    if not np.isnan(data.town_values("emergency_beds")[row]):
        return  # the town's own figure stands for its hospitals
    before, after = e2sfca(data), e2sfca(_with_point(data, row, Layer.HOSPITAL, beds))
    people = data.town_values("population")
    assert people @ (after.per_100k - before.per_100k) / BEDS_PER == pytest.approx(beds)
    assert (after.per_100k >= before.per_100k - 1e-9).all()


_LOADED: list[DataSet] = []


def load_once() -> DataSet:
    """Hypothesis takes no fixture of another scope."""
    if not _LOADED:
        _LOADED.append(load())
    return _LOADED[0]


def test_without_any_point_everybody_is_out_of_reach(data: DataSet) -> None:
    removed = tuple(RemoveSite(site.id) for site in data.sites_of(Layer.TELEMEDICINE))
    empty = apply_scenario(Scenario("", removed), data)
    found = nearest(empty, Layer.TELEMEDICINE)
    assert found.crossing.all()
    assert np.isnan(found.crossing_km).all()
    assert set(found.site_ids) == set(found.crossing_ids) == {""}
    nation = _groups(empty)
    assert math.isnan(nearest_km(Layer.TELEMEDICINE)(empty, nation).values[0])
    assert within(Layer.TELEMEDICINE, 30)(empty, nation).values[0] == 0
    assert within(Layer.TELEMEDICINE, 30)(empty, nation).known == within(Layer.TELEMEDICINE, 30)(data, nation).known


@pytest.mark.parametrize("by", ["town", "county", "circle", "nation"])
def test_every_row_computes_for_every_kind_of_area(data: DataSet, by: str) -> None:
    areas = _groups(data, by)
    for row in ROWS:
        column = row.compute(data, areas)
        assert column.values.shape == column.known.shape == (len(areas.ids),)
        assert ((column.known >= 0) & (column.known <= 1)).all()
        assert len(column.levels) == len(column.bounds) == len(areas.ids)
        if row.unit.en == "%":
            assert ((column.values >= 0) & (column.values <= 100)).all()


def test_rows_say_how_and_from_where(data: DataSet) -> None:
    for row in ROWS:
        assert row.topic == "access"
        assert "直線" in row.formula.zh
        assert "straight line" in row.formula.en
        assert "RCI" in row.formula.en
        assert row.direction == (-1 if row.unit.en == "km" else 1)
        assert row.sources(data)
