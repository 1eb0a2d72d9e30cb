"""What a scenario supposes counts, but makes nothing better known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.balance.access import bed_supply, e2sfca, points_of
from data.balance.evaluate import column
from data.balance.explain import explain
from data.balance.groups import By, groups
from data.balance.measures import town_emergency_beds
from data.dataset import DataSet
from data.model import Layer, Status
from data.project import Project
from data.scenario import AddSite, Change, MoveSite, RemoveSite, Scenario, UpgradeSite, apply_scenario

MAGONG, TAITUNG, NAMAXIA, TAINAN = "10016010", "10014010", "64000380", "67000240"


def added(data: DataSet, layer: Layer, town_code: str, site_id: str = "new", **others: object) -> AddSite:
    town = data.towns[data.town_index[town_code]]
    return AddSite(layer, site_id, "試設", town.code, town.lon, town.lat, **others)


def with_changes(data: DataSet, *changes: Change) -> DataSet:
    return apply_scenario(Scenario("", changes), data)


def hospital_of(data: DataSet, town_code: str, *, beds: bool = True) -> str:
    return next(
        site.id
        for site in data.sites_of(Layer.HOSPITAL)
        if site.town_code == town_code and bool(site.extra["emergency_beds"]) is beds
    )


def value(project: Project, name: str, by: By, area: str, side: str = "scenario") -> tuple[float, float]:
    found = column(project, name, by, side)
    row = groups(project, by).ids.index(area)
    return float(found.values[row]), float(found.known[row])


def test_a_scenario_remembers_what_is_known(data: DataSet) -> None:
    assert data.known is data
    first = with_changes(data, added(data, Layer.TELEMEDICINE, TAINAN))
    again = apply_scenario(Scenario("", (added(data, Layer.HOSPITAL, TAINAN, "second"),)), first)
    assert first.known is again.known is data


class TestBedsOnTopOfATownsOwnFigure:
    def test_those_of_a_new_hospital_count(self, data: DataSet, project: Project) -> None:
        change = added(data, Layer.HOSPITAL, MAGONG, beds=10)
        changed = with_changes(data, change)
        beds, complete = town_emergency_beds(changed)
        row = data.town_index[MAGONG]
        assert (beds[row], complete[row]) == (33, True)
        assert bed_supply(changed).beds.sum() == bed_supply(data).beds.sum() + 10
        assert e2sfca(changed).per_100k[row] > e2sfca(data).per_100k[row]
        scenario = replace(project, scenario=Scenario("", (change,)))
        people = data.town_values("population")[row]
        for name in ("emergency_beds_per_100k", "beds_e2sfca"):
            assert value(scenario, name, "town", MAGONG, "difference")[0] > 0
        assert value(scenario, "emergency_beds_per_100k", "town", MAGONG)[0] == pytest.approx(33 / people * 100_000)

    @pytest.mark.parametrize("name", ["emergency_beds_per_100k", "beds_e2sfca"])
    def test_the_explanation_names_both(self, data: DataSet, project: Project, name: str) -> None:
        scenario = replace(project, scenario=Scenario("", (added(data, Layer.HOSPITAL, MAGONG, beds=10),)))
        found = explain(scenario, name, "town", MAGONG, "scenario")
        counted = [one for one in found.inputs if one.role == "sum"]
        assert {one.source_id for one in counted} == {"scenario", "src-78c2f454"}

    def test_a_new_hospital_of_unknown_beds_is_unknown(self, data: DataSet) -> None:
        changed = with_changes(data, added(data, Layer.HOSPITAL, MAGONG))
        beds, complete = town_emergency_beds(changed)
        row = data.town_index[MAGONG]
        assert (beds[row], complete[row]) == (23, False)
        assert [site.id for site in bed_supply(changed).unknown if site.town_code == MAGONG] == ["new"]

    def test_a_hospital_moved_there_brings_its_beds(self, data: DataSet) -> None:
        site = data.site_by_id[hospital_of(data, TAITUNG)]
        town = data.towns[data.town_index[MAGONG]]
        changed = with_changes(data, MoveSite(site.id, town.lon, town.lat, MAGONG))
        before, after = (town_emergency_beds(one)[0] for one in (data, changed))
        moved = float(site.extra["emergency_beds"])
        assert after[data.town_index[MAGONG]] == 23 + moved
        assert np.nansum(after) == np.nansum(before) == bed_supply(changed).beds.sum()

    def test_one_that_was_there_adds_nothing(self, data: DataSet) -> None:
        inside = hospital_of(data, MAGONG, beds=False)
        town = data.towns[data.town_index[MAGONG]]
        for change in (UpgradeSite(inside, beds=40), MoveSite(inside, town.lon, town.lat, MAGONG), RemoveSite(inside)):
            changed = with_changes(data, change)
            beds, complete = town_emergency_beds(changed)
            assert (beds[data.town_index[MAGONG]], complete[data.town_index[MAGONG]]) == (23, True)
            assert bed_supply(changed).beds.sum() == bed_supply(data).beds.sum()


@pytest.mark.parametrize("status", [Status.ENDED, Status.PLANNED])
def test_a_hospital_that_is_not_open_has_no_beds_and_is_nowhere_near(data: DataSet, status: Status) -> None:
    site = data.site_by_id[hospital_of(data, TAITUNG)]
    changed = with_changes(data, UpgradeSite(site.id, status))
    lost = float(site.extra["emergency_beds"])
    row = data.town_index[TAITUNG]
    assert town_emergency_beds(changed)[0][row] == town_emergency_beds(data)[0][row] - lost
    assert bed_supply(changed).beds.sum() == bed_supply(data).beds.sum() - lost
    assert site.id not in {one.id for one in points_of(changed, Layer.HOSPITAL)}


@pytest.mark.parametrize("name", ["severe_hospitals", "severe_hospitals_per_100k"])
def test_a_new_hospital_has_no_grade_and_changes_none(data: DataSet, project: Project, name: str) -> None:
    """It stands in a township without any other, which must not become unknown by it."""
    assert NAMAXIA not in {site.town_code for site in data.sites_of(Layer.HOSPITAL)}
    scenario = replace(project, scenario=Scenario("", (added(data, Layer.HOSPITAL, NAMAXIA, beds=10),)))
    for by in ("town", "county", "circle", "nation"):
        before, after = column(scenario, name, by), column(scenario, name, by, "scenario")
        np.testing.assert_array_equal(after.values, before.values)
        np.testing.assert_array_equal(after.known, before.known)


def test_a_new_point_makes_no_list_more_complete(data: DataSet, project: Project) -> None:
    """No point of Tainan is listed. One that is only supposed there counts, but says nothing of the real ones."""
    point = added(data, Layer.TELEMEDICINE, TAINAN)
    scenario = replace(project, scenario=Scenario("", (point,)))
    county = point.town_code[:5]
    names = ("telemedicine_points", "telemedicine_65plus_share", "rural_towns_with_point", "telemedicine_nearest_km")
    assert np.isnan(value(scenario, "telemedicine_points", "county", county, "baseline")[0])
    for name in names:
        assert value(scenario, name, "county", county)[1] == 0, name
        assert value(scenario, name, "nation", "nation")[1] == value(scenario, name, "nation", "nation", "baseline")[1]
    assert value(scenario, "telemedicine_points", "county", county)[0] == 1


@pytest.mark.parametrize("by", ["town", "county", "circle", "nation"])
def test_where_the_last_point_goes_none_is_known(data: DataSet, project: Project, by: By) -> None:
    """A place whose listed points are removed or moved away has none left: zero, where before it was listed."""
    spokes = [site for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"]
    town = data.towns[data.town_index[TAINAN]]
    for change in (RemoveSite, lambda site: MoveSite(site, town.lon, town.lat, town.code)):
        scenario = replace(project, scenario=Scenario("", tuple(change(site.id) for site in spokes)))
        before = column(scenario, "telemedicine_points", by)
        after = column(scenario, "telemedicine_points", by, "scenario")
        listed = ~np.isnan(before.values)
        assert not np.isnan(after.values[listed]).any()
        np.testing.assert_array_equal(after.known, before.known)
        if change is RemoveSite:
            assert not after.values[listed].any()
            share = column(scenario, "telemedicine_rural_share", by, "scenario").values
            np.testing.assert_array_equal(
                np.isnan(share), np.isnan(column(scenario, "telemedicine_rural_share", by).values)
            )
            assert not np.nan_to_num(share).any()
