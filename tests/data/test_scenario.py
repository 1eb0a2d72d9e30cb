"""Hypothetical changes: each kind, how they add up, and that every measure works with them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import dataset
from data.balance.evaluate import column, indicator_ids
from data.balance.groups import BY, groups
from data.coverage import coverage
from data.errors import UnknownNameError
from data.model import AreaLevel, Layer, Overlap, Precision, Status
from data.project import Project
from data.scenario import (
    EMERGENCY_BEDS,
    SOURCE_ID,
    AddSite,
    MoveSite,
    RemoveSite,
    Scenario,
    SetCoverage,
    UpgradeSite,
    apply_scenario,
)

DATA = dataset.load()
PROJECT = Project.start(DATA)
HAIDUAN = DATA.towns[DATA.town_index["10014120"]]
TAIPEI = next(town for town in DATA.towns if town.full_name("zh") == "臺北市信義區")
SPOKE = next(link.spoke_id for link in DATA.links)
PLANNED = next(site for site in DATA.sites_of(Layer.AI) if site.status is Status.PLANNED and site.town_code)
HOSPITAL = next(
    site
    for site in DATA.sites_of(Layer.HOSPITAL)
    if site.extra[EMERGENCY_BEDS] and np.isnan(DATA.town_values("emergency_beds")[DATA.town_index[site.town_code]])
)


def add(layer=Layer.TELEMEDICINE, town=HAIDUAN, site_id="new-1", **others):
    return AddSite(layer, site_id, "試設", town.code, town.lon, town.lat, **others)


def project(*changes):
    scenario = Scenario()
    for change in changes:
        scenario = scenario.with_change(change)
    return replace(PROJECT, scenario=scenario)


def value(one, indicator, by="nation", area="nation", side="scenario"):
    from data.balance.groups import groups

    return float(column(one, indicator, by, side).values[groups(one, by).ids.index(area)])


ONE_OF_EACH = {
    "add": add(),
    "add hospital": add(Layer.HOSPITAL, beds=20.0),
    "add ai": add(Layer.AI),
    "add broadband": add(Layer.BROADBAND),
    "move": MoveSite(SPOKE, TAIPEI.lon, TAIPEI.lat, TAIPEI.code),
    "remove": RemoveSite(SPOKE),
    "remove hospital": RemoveSite(HOSPITAL.id),
    "upgrade": UpgradeSite(PLANNED.id, Status.OPERATING),
    "beds": UpgradeSite(HOSPITAL.id, beds=99.0),
    "coverage of a town": SetCoverage("coverage_5g", AreaLevel.TOWN, HAIDUAN.code, 95.0),
    "coverage of a class": SetCoverage("coverage_2gbps", AreaLevel.RURAL, "", 60.0),
}


class TestKinds:
    def test_an_added_site_stands_where_it_was_put_and_names_the_scenario(self):
        site = apply_scenario(Scenario("甲", (add(),)), DATA).site_by_id["new-1"]
        assert (site.town_code, site.county_code, site.lon, site.lat) == (
            HAIDUAN.code,
            HAIDUAN.county.code,
            HAIDUAN.lon,
            HAIDUAN.lat,
        )
        assert (site.category, site.status, site.precision) == ("spoke", Status.OPERATING, Precision.SITE)
        assert site.source_id == SOURCE_ID

    def test_the_source_is_named_after_the_scenario(self):
        changed = apply_scenario(Scenario("甲案", (add(),)), DATA)
        assert changed.sources[SOURCE_ID].title == "甲案"
        assert SOURCE_ID not in DATA.sources

    def test_counts_follow_an_added_removed_and_moved_site(self):
        before = value(PROJECT, "telemedicine_points")
        assert value(project(add()), "telemedicine_points") == before + 1
        assert value(project(RemoveSite(SPOKE)), "telemedicine_points") == before - 1
        moved = project(ONE_OF_EACH["move"])
        assert value(moved, "telemedicine_points") == before
        assert value(moved, "telemedicine_points", "town", TAIPEI.code) == 1

    def test_links_of_a_removed_spoke_disappear_and_those_of_others_stay(self):
        changed = apply_scenario(Scenario("", (RemoveSite(SPOKE),)), DATA)
        gone = [link for link in DATA.links if link.spoke_id == SPOKE]
        assert gone
        assert len(changed.links) == len(DATA.links) - len(gone)

    def test_a_planned_site_in_operation_counts_as_operating_and_not_as_planned(self):
        upgraded = project(ONE_OF_EACH["upgrade"])
        for indicator, change in (("ai_operating", 1), ("ai_planned", -1)):
            assert value(upgraded, indicator) == value(PROJECT, indicator) + change

    def test_beds_of_a_hospital_change_the_rate_of_the_nation(self):
        beds = float(HOSPITAL.extra[EMERGENCY_BEDS])
        people = DATA.town_values("population").sum()
        more = value(project(UpgradeSite(HOSPITAL.id, beds=beds + 100)), "emergency_beds_per_100k")
        assert more - value(PROJECT, "emergency_beds_per_100k") == pytest.approx(100 / people * 100_000, rel=0.02)

    def test_the_baseline_is_untouched(self):
        site = DATA.site_by_id[SPOKE]
        apply_scenario(Scenario("", tuple(ONE_OF_EACH.values())[4:5]), DATA)
        assert DATA.site_by_id[SPOKE] is site

    def test_the_empty_scenario_is_the_data_itself(self):
        assert apply_scenario(Scenario("只有名稱"), DATA) is DATA
        assert replace(PROJECT, scenario=Scenario("只有名稱")).what_if.data is DATA

    def test_what_does_not_change_is_shared(self):
        changed = apply_scenario(Scenario("", (add(),)), DATA)
        assert changed.town_values("population") is DATA.town_values("population")
        assert changed.boundaries(200) is DATA.boundaries(200)


class TestCoverage:
    """The nearest level that has a figure of the series wins, also over a change of a coarser one."""

    def changed(self, *changes):
        return coverage(apply_scenario(project(*changes).scenario, DATA), "coverage_5g")

    def test_a_town_has_its_own(self):
        row = DATA.town_index[HAIDUAN.code]
        found = self.changed(SetCoverage("coverage_5g", AreaLevel.TOWN, HAIDUAN.code, 95.0))
        assert (found.values[row], found.levels[row]) == (95.0, AreaLevel.TOWN)
        others = np.arange(len(DATA.towns)) != row
        np.testing.assert_array_equal(found.values[others], coverage(DATA, "coverage_5g").values[others])

    def test_a_county_covers_its_towns(self):
        found = self.changed(SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 90.0))
        inside = np.array([town.county.code == "10014" for town in DATA.towns])
        assert set(found.values[inside]) == {90.0}
        np.testing.assert_array_equal(found.values[~inside], coverage(DATA, "coverage_5g").values[~inside])

    def test_a_class_covers_all_but_those_with_a_finer_figure(self):
        found = self.changed(SetCoverage("coverage_5g", AreaLevel.RURAL, "", 90.0))
        before = coverage(DATA, "coverage_5g")
        by_class = np.array([level is AreaLevel.RURAL for level in before.levels])
        assert by_class.sum() > 50
        assert set(found.values[by_class]) == {90.0}
        np.testing.assert_array_equal(found.values[~by_class], before.values[~by_class])

    def test_a_finer_change_wins_in_whatever_order(self):
        town = SetCoverage("coverage_5g", AreaLevel.TOWN, HAIDUAN.code, 95.0)
        county = SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 90.0)
        row = DATA.town_index[HAIDUAN.code]
        assert self.changed(town, county).values[row] == self.changed(county, town).values[row] == 95.0

    def test_the_nation_fills_what_no_class_knows(self):
        changed = apply_scenario(Scenario("", (SetCoverage("coverage_2gbps", AreaLevel.NATION, "", 70.0),)), DATA)
        found, before = coverage(changed, "coverage_2gbps"), coverage(DATA, "coverage_2gbps")
        unknown = np.isnan(before.values)
        assert unknown.any()
        assert set(found.values[unknown]) == {70.0}
        np.testing.assert_array_equal(found.values[~unknown], before.values[~unknown])


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_every_indicator_computes_under_every_kind_of_change(kind):
    one = project(ONE_OF_EACH[kind])
    for by in BY:
        for indicator in indicator_ids():
            before, after, change = (
                column(one, indicator, by, side) for side in ("baseline", "scenario", "difference")
            )
            assert after.values.shape == before.values.shape
            known = ~np.isnan(after.values - before.values)
            np.testing.assert_allclose(change.values[known], (after.values - before.values)[known])


@pytest.mark.parametrize("overlap", Overlap)
@pytest.mark.parametrize(
    ("layer", "more", "less"),
    [
        (
            Layer.TELEMEDICINE,
            ("telemedicine_points", "telemedicine_rural_share", "telemedicine_within_10km", "rural_towns_with_point"),
            ("telemedicine_nearest_km", "telemedicine_mean3_km", "rural_towns_without_known_point"),
        ),
        (Layer.HOSPITAL, ("beds_e2sfca", "hospital_within_10km", "emergency_beds_per_100k"), ("hospital_nearest_km",)),
        (Layer.AI, ("ai_operating", "ai_per_100k"), ()),
    ],
)
def test_adding_a_site_never_makes_anybody_worse_off(layer, more, less, overlap):
    beds = 15.0 if layer is Layer.HOSPITAL else None
    for town in DATA.towns[::61]:
        one = replace(project(add(layer, town, beds=beds)), overlap=overlap)
        for by in ("town", "circle", "nation"):
            for indicator in (*more, *less):
                change = column(one, indicator, by, "difference").values
                change = change[~np.isnan(change)] * (1 if indicator in more else -1)
                assert (change >= -1e-9).all(), (indicator, town.name.zh, by)


class TestMerging:
    def test_a_site_moved_twice_is_one_move(self):
        first = MoveSite(SPOKE, 121.0, 23.0, HAIDUAN.code)
        second = MoveSite(SPOKE, 121.1, 23.1, HAIDUAN.code)
        assert Scenario().with_change(first).with_change(second).changes == (second,)

    def test_moving_and_upgrading_an_added_site_changes_its_addition(self):
        scenario = Scenario().with_change(add(Layer.HOSPITAL, status=Status.PLANNED))
        scenario = scenario.with_change(MoveSite("new-1", TAIPEI.lon, TAIPEI.lat, TAIPEI.code))
        scenario = scenario.with_change(UpgradeSite("new-1", Status.OPERATING, 12.0))
        assert scenario.changes == (add(Layer.HOSPITAL, TAIPEI, status=Status.OPERATING, beds=12.0),)

    def test_removing_an_added_site_leaves_nothing(self):
        assert Scenario().with_change(add()).with_change(RemoveSite("new-1")).is_empty

    def test_removing_a_site_takes_its_other_changes_with_it(self):
        scenario = Scenario().with_change(ONE_OF_EACH["move"]).with_change(UpgradeSite(SPOKE, Status.PLANNED))
        assert scenario.with_change(RemoveSite(SPOKE)).changes == (RemoveSite(SPOKE),)

    def test_upgrades_of_one_site_are_put_together(self):
        scenario = Scenario().with_change(UpgradeSite(HOSPITAL.id, Status.PLANNED))
        scenario = scenario.with_change(UpgradeSite(HOSPITAL.id, beds=3.0))
        assert scenario.changes == (UpgradeSite(HOSPITAL.id, Status.PLANNED, 3.0),)

    def test_the_last_coverage_of_an_area_counts(self):
        first = SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 90.0)
        other = SetCoverage("coverage_5g", AreaLevel.COUNTY, "10015", 80.0)
        scenario = Scenario().with_change(first).with_change(other).with_change(replace(first, value=91.0))
        assert scenario.changes == (other, replace(first, value=91.0))

    def test_without_an_addition_its_site_is_gone_altogether(self):
        scenario = Scenario("", (add(), MoveSite("new-1", 121.0, 23.0, HAIDUAN.code), ONE_OF_EACH["remove"]))
        assert scenario.without(0).changes == (ONE_OF_EACH["remove"],)

    @given(st.lists(st.sampled_from(list(ONE_OF_EACH.values())), max_size=8), st.data())
    @settings(max_examples=60, deadline=None)
    def test_any_order_of_changes_applies_and_taking_all_back_restores(self, changes, drawn):
        scenario = Scenario()
        for number, change in enumerate(changes):
            if isinstance(change, AddSite):
                change = replace(change, id=f"new-{number}")
            elif RemoveSite(getattr(change, "site_id", "")) in scenario.changes:
                continue
            scenario = scenario.with_change(change)
            apply_scenario(scenario, DATA)
        while not scenario.is_empty:
            scenario = scenario.without(drawn.draw(st.integers(0, len(scenario.changes) - 1)))
            apply_scenario(scenario, DATA)
        assert apply_scenario(scenario, DATA) is DATA


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (RemoveSite("nowhere"), "nowhere"),
        (MoveSite("nowhere", 121, 23, HAIDUAN.code), "nowhere"),
        (UpgradeSite(SPOKE), "changes nothing"),
        (UpgradeSite(SPOKE, beds=3), "Only hospitals"),
        (UpgradeSite(HOSPITAL.id, beds=-1), "-1"),
        (UpgradeSite(HOSPITAL.id, beds=float("nan")), "nan"),
        (add(Layer.DIGITAL), "digital"),
        (add(site_id=SPOKE), SPOKE),
        (add(site_id=""), "already"),
        (replace(add(), town_code="99999999"), "99999999"),
        (replace(add(), lon=0.0), "not in Taiwan"),
        (replace(add(), lat=float("nan")), "not in Taiwan"),
        (add(beds=3.0), "Only hospitals"),
        (SetCoverage("coverage_9g", AreaLevel.NATION, "", 3), "coverage_5g"),
        (SetCoverage("coverage_5g", AreaLevel.TOWN, "10014", 3), "10014"),
        (SetCoverage("coverage_5g", AreaLevel.CIRCLE, "east", 3), "east"),
        (SetCoverage("coverage_5g", AreaLevel.RURAL, "10014", 3), "10014"),
        (SetCoverage("coverage_5g", AreaLevel.RURAL, "", 100.5), "100.5"),
        (SetCoverage("coverage_5g", AreaLevel.RURAL, "", float("nan")), "nan"),
    ],
)
def test_what_cannot_be_is_refused_with_its_number(change, said):
    with pytest.raises(UnknownNameError, match="Change 2 of the scenario") as refused:
        apply_scenario(Scenario("", (add(site_id="first"), change)), DATA)
    assert said in str(refused.value)
    assert refused.value.exit_code == 2


def test_a_scenario_changes_no_area():
    """While a point is dragged hundreds of data sets pass; their areas are made once."""
    changed = apply_scenario(Scenario("again", (add(site_id="second"),)), apply_scenario(Scenario("", (add(),)), DATA))
    assert "second" in changed.site_by_id
    for by in BY:
        assert groups(Project.start(changed), by) is groups(Project.start(DATA), by)


def test_a_change_made_again_keeps_its_place_and_no_other_change_is_lost():
    changes = (MoveSite(SPOKE, 121.0, 23.0, HAIDUAN.code), UpgradeSite(HOSPITAL.id, beds=1.0), RemoveSite("x"))
    again = UpgradeSite(HOSPITAL.id, beds=2.0)
    assert Scenario("", changes).with_change(again).changes == (changes[0], again, changes[2])
    moved = MoveSite(SPOKE, 121.1, 23.1, HAIDUAN.code)
    assert Scenario("", changes).with_change(moved).changes == (moved, *changes[1:])
