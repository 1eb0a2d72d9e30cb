import dataclasses

import numpy as np
import pytest

from data.balance.groups import BY, By, groups
from data.balance.index import INDEX
from data.balance.indicators import BROADBAND_INDICATORS, INDICATORS
from data.balance.measures import Column, town_emergency_beds
from data.balance.scorecard import SCORECARD, scorecard
from data.balance.topics.ai import CATEGORIES
from data.dataset import DataSet
from data.model import Layer, Overlap, Precision, Site, Status
from data.project import Project

AI_CATEGORIES = tuple(f"ai_{name.removeprefix('ai-').replace('-', '_')}" for name in CATEGORIES)
COUNTS = (
    "population",
    "area",
    "households",
    "ai_total",
    "ai_operating",
    "ai_planned",
    *AI_CATEGORIES,
    "rural_towns",
    "rural_towns_without_known_point",
)


def column(project: Project, indicator: str, by: By) -> Column:
    return INDICATORS[indicator].compute(project.data, groups(project, by))


def value(project: Project, indicator: str, by: By, area: str) -> float:
    return float(column(project, indicator, by).values[groups(project, by).ids.index(area)])


def without(data: DataSet, layer: Layer) -> tuple[Site, ...]:
    return tuple(site for site in data.sites if site.layer is not layer)


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("name", INDICATORS)
def test_every_indicator_has_a_value_level_and_share_for_every_area(project: Project, name: str, by: By) -> None:
    found, count = column(project, name, by), len(groups(project, by).ids)
    assert found.values.shape == found.known.shape == (count,)
    assert len(found.levels) == count
    assert ((found.known >= 0) & (found.known <= 1 + 1e-12)).all()
    if INDICATORS[name].unit.en != "percentage points":  # a gap may be on either side
        assert (found.values[~np.isnan(found.values)] >= 0).all()
    assert not np.isinf(found.values).any()


@pytest.mark.parametrize("name", INDICATORS)
def test_every_indicator_explains_itself_and_names_its_sources(data: DataSet, name: str) -> None:
    indicator = INDICATORS[name]
    for text in (indicator.name, indicator.short, indicator.unit, indicator.formula):
        assert text.zh
        assert text.en
    sources = indicator.sources(data)
    assert sources
    assert len(set(sources)) == len(sources)
    assert set(sources) <= set(data.sources)


def test_percentages_stay_within_their_range(project: Project) -> None:
    for name, indicator in INDICATORS.items():
        if indicator.unit.zh == "%":
            for by in BY:
                values = column(project, name, by).values
                assert np.nanmax(values) <= 100


@pytest.mark.parametrize("name", COUNTS)
def test_counts_add_up_over_counties_and_over_split_circles(data: DataSet, name: str) -> None:
    project = Project(data, "2026-01", Overlap.SPLIT)
    nation = column(project, name, "nation").values[0]
    assert column(project, name, "county").values.sum() == pytest.approx(nation)
    assert column(project, name, "circle").values.sum() == pytest.approx(nation)
    first = Project(data, "2026-01", Overlap.FIRST)
    assert column(first, name, "circle").values.sum() == pytest.approx(nation)
    each = Project(data, "2026-01", Overlap.EACH)
    assert (column(each, name, "circle").values >= column(project, name, "circle").values - 1e-9).all()


def test_a_rate_over_a_circle_is_its_sum_over_its_people(project: Project) -> None:
    for circle in groups(project, "circle").ids:
        sites, people = value(project, "ai_operating", "circle", circle), value(project, "population", "circle", circle)
        assert value(project, "ai_per_100k", "circle", circle) == pytest.approx(sites / people * 100_000)


def test_a_mean_over_a_town_is_the_towns_own_figure(project: Project) -> None:
    data = project.data
    for name, variable in (("speed_4g", "mobile_4g_download_mbps_mean3"), ("digital_class", "digital_class")):
        np.testing.assert_allclose(column(project, name, "town").values, data.town_values(variable))
    assert set(column(project, "digital_class", "town").values) == {1, 2, 3, 4}


def test_an_unmeasured_town_is_unknown_and_lowers_the_share(project: Project) -> None:
    speed = column(project, "speed_4g", "town")
    unmeasured = np.isnan(project.data.town_values("mobile_4g_download_mbps_mean3"))
    np.testing.assert_array_equal(np.isnan(speed.values), unmeasured)
    np.testing.assert_array_equal(speed.known, (~unmeasured).astype(float))
    islands = groups(project, "circle").ids.index("islands")
    assert column(project, "speed_4g", "circle").known[islands] < 1


@pytest.mark.parametrize("by", BY)
def test_at_least_stays_at_least(project: Project, by: By) -> None:
    """Kinmen's 5G coverage is "at least 99": whatever contains a town of Kinmen is a lower bound, and nothing else."""
    kinmen = {town.code for town in project.data.towns if town.county.name.zh == "金門縣"}
    for name in INDICATORS:
        found, areas = column(project, name, by), groups(project, by)
        for area, weights, bound in zip(areas.ids, areas.weights, found.bounds, strict=True):
            inside = {town.code for town, weight in zip(project.data.towns, weights, strict=True) if weight}
            if name == "coverage_5g":
                assert bound == (">=" if inside & kinmen else ""), area
            elif name == "coverage_5g_gap_nation":  # what is taken off is at least so much: the gap is at most so much
                assert bound == ("" if inside & kinmen else "<="), area
            elif name == "coverage_5g_gap_target":  # the target is for non-rural townships, and Kinmen has none
                assert bound == "", area
            else:
                assert bound == (">=" if name == "compute_mw_operating" and "68000070" in inside else ""), (name, area)


def test_bounds_of_both_kinds_make_none(data: DataSet) -> None:
    turned = tuple(
        dataclasses.replace(figure, bound="<=") if figure.series == "coverage_5g" and figure.area == "" else figure
        for figure in data.figures
    )
    project = Project.start(dataclasses.replace(data, figures=turned))
    assert column(project, "coverage_5g", "nation").bounds == ("",)
    assert set(column(project, "coverage_5g", "county").bounds) == {"<=", ">="}


class TestTelemedicine:
    def test_a_town_without_a_listed_point_is_unknown_not_zero(self, project: Project) -> None:
        data = project.data
        listed = {site.town_code for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"}
        found = column(project, "telemedicine_points", "town")
        for town, points, known in zip(data.towns, found.values, found.known, strict=True):
            assert np.isnan(points) == (town.code not in listed)
            assert known == (town.code in listed)

    def test_a_county_without_a_listed_point_is_unknown_not_zero(self, project: Project) -> None:
        data = project.data
        listed = {site.county_code for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"}
        found = column(project, "telemedicine_points", "county")
        assert 0 < len(listed) < 22
        for county, points, known in zip(data.counties, found.values, found.known, strict=True):
            assert np.isnan(points) == (county.code not in listed)
            assert known == (county.code in listed)

    def test_a_point_that_only_is_planned_is_a_known_zero_in_operation(self, project: Project) -> None:
        data = project.data
        spokes = [site for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"]
        working = {site.town_code for site in spokes if site.status is Status.OPERATING}
        planned = {site.town_code for site in spokes if site.status is Status.PLANNED} - working
        assert planned
        for code in planned:
            assert value(project, "telemedicine_points", "town", code) == 0

    def test_rural_towns_with_and_without_make_up_all(self, project: Project) -> None:
        for by in ("circle", "nation"):
            every, having, lacking = (
                column(project, name, by).values
                for name in ("rural_towns", "rural_towns_with_point", "rural_towns_without_known_point")
            )
            np.testing.assert_allclose(having + lacking, every)

    def test_of_a_rural_town_without_a_listed_point_having_one_is_unknown(self, project: Project) -> None:
        data = project.data
        listed = {site.town_code for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"}
        having = column(project, "rural_towns_with_point", "town").values
        lacking = column(project, "rural_towns_without_known_point", "town").values
        for row, town in enumerate(data.towns):
            assert np.isnan(having[row]) == (town.rural and town.code not in listed)
            assert lacking[row] <= town.rural
        assert set(lacking) == {0, 1}

    def test_nothing_listed_at_all_is_unknown_everywhere(self, data: DataSet) -> None:
        empty = Project.start(dataclasses.replace(data, sites=without(data, Layer.TELEMEDICINE)))
        for by in BY:
            for name in ("telemedicine_points", "telemedicine_planned", "telemedicine_hubs"):
                assert np.isnan(column(empty, name, by).values).all()


class TestSitesKnownByCountyOnly:
    def test_they_count_in_county_circle_and_nation_but_in_no_town(self, project: Project) -> None:
        data = project.data
        vague = [site for site in data.sites_of(Layer.AI) if site.precision is Precision.COUNTY]
        assert len(vague) == 3
        operating = [site for site in data.sites_of(Layer.AI) if site.status is Status.OPERATING]
        vague_operating = [site for site in vague if site.status is Status.OPERATING]
        in_towns = column(project, "ai_operating", "town").values.sum()
        assert in_towns == len(operating) - len(vague_operating)
        assert column(project, "ai_operating", "nation").values[0] == len(operating)
        for site in vague_operating:
            others = sum(other.county_code == site.county_code for other in operating)
            assert value(project, "ai_operating", "county", site.county_code) == others

    def test_without_any_town_they_count_as_the_most_populous_town(self, data: DataSet) -> None:
        site = next(site for site in data.sites_of(Layer.AI) if site.status is Status.OPERATING)
        # 屏東縣: its capital belongs to the south alone, its southern towns to the east too
        moved = dataclasses.replace(site, county_code="10013", town_code="", precision=Precision.COUNTY)
        project = Project.start(dataclasses.replace(data, sites=(*without(data, Layer.AI), moved)))
        for circle in groups(project, "circle").ids:
            assert value(project, "ai_operating", "circle", circle) == (circle == "south")


DIRECTIONS = {
    "population": 0,
    "population_65plus_share": 0,
    "area": 0,
    "density": 0,
    "households": 0,
    "household_size": 0,
    "ai_operating": 1,
    "ai_planned": 0,
    "ai_per_100k": 1,
    "ai_total": 0,
    "ai_location_quotient": 1,
    "compute_mw_operating": 1,
    "compute_mw_planned": 0,
    **dict.fromkeys(AI_CATEGORIES, 1),
    "coverage_5g": 1,
    "coverage_2gbps": 1,
    "coverage_1gbps": 1,
    "coverage_100mbps": 1,
    "speed_4g": 1,
    "stations_per_1000": 1,
    "hotspots_per_10000": 1,
    "digital_class": -1,
    "telemedicine_points": 1,
    "telemedicine_planned": 0,
    "telemedicine_hubs": 1,
    "rural_towns": 0,
    "rural_towns_with_point": 1,
    "rural_towns_without_known_point": -1,
    "emergency_beds_per_100k": 1,
    "coverage_5g_gap_nation": 1,
    "coverage_5g_gap_target": 1,
    "coverage_2gbps_gap_target": 1,
    "stations_per_km2": 1,
    "digital_class_1_share": 1,
    "digital_class_2_share": 0,
    "digital_class_3_share": 0,
    "digital_class_4_share": -1,
    "telemedicine_rural_share": 1,
    "telemedicine_indigenous_share": 1,
    "telemedicine_offshore_share": 1,
    "telemedicine_65plus_share": 1,
    "severe_hospitals": 1,
    "severe_hospitals_per_100k": 1,
}


def test_directions() -> None:
    others = {name: one.direction for name, one in INDICATORS.items() if one.topic != "access"}
    assert others == DIRECTIONS


def test_periods_are_those_of_the_figures(data: DataSet) -> None:
    for indicator in INDICATORS.values():
        of_figures = [{figure.period for figure in data.town_figures(v) if figure} for v in indicator.variables]
        if indicator.series:
            assert indicator.period == data.series[indicator.series].period
        elif indicator.layers:
            own = {period for periods in of_figures for period in periods}
            assert indicator.period in ("", "~2019 / 2026-08", *own), indicator.id  # sites are of different dates
        elif of_figures:
            said = " / ".join(dict.fromkeys(period for periods in of_figures for period in periods))
            # a mean is weighted by the people of 2026-08 and is of the time of what is averaged
            assert indicator.period == (said.partition(" / ")[0] if "mean" in indicator.name.en.lower() else said)


def test_what_stands_on_the_town_classes_names_their_sources(data: DataSet) -> None:
    classes = {town.class_source_id for town in data.towns}
    on_classes = {name for name, indicator in INDICATORS.items() if classes <= set(indicator.sources(data))}
    of_classes = {f"telemedicine_{kind}_share" for kind in ("rural", "indigenous", "offshore")}
    assert on_classes == of_classes | {name for name in INDICATORS if name.startswith(("coverage_", "rural_"))}


def test_the_share_of_rural_people_in_counties_with_a_listed_point(project: Project) -> None:
    data = project.data
    listed = {site.county_code for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"}
    people = dict(zip(data.towns, data.town_values("population"), strict=True))
    rural = sum(people[town] for town in data.towns if town.rural)
    seen = sum(people[town] for town in data.towns if town.rural and town.county.code in listed)
    found = column(project, "rural_towns_with_point", "nation")
    assert found.known[0] == pytest.approx(seen / rural)
    assert found.known[0] != column(project, "telemedicine_points", "nation").known[0]
    taipei = [county.code for county in data.counties].index("63000")
    county = column(project, "rural_towns_with_point", "county")
    assert (county.values[taipei], county.known[taipei]) == (0, 1)  # no rural township: nothing is unknown


class TestEmergencyBeds:
    def test_a_town_figure_beats_the_sum_of_its_hospitals(self, data: DataSet) -> None:
        beds, complete = town_emergency_beds(data)
        magong = data.town_index["10016010"]
        assert data.town_values("emergency_beds")[magong] == 23
        assert beds[magong] == 23
        assert complete[magong]

    def test_hospitals_add_up_and_unknown_ones_make_the_town_incomplete(self, data: DataSet) -> None:
        beds, complete = town_emergency_beds(data)
        for row, town in enumerate(data.towns):
            inside = [site for site in data.sites_of(Layer.HOSPITAL) if site.town_code == town.code]
            known = [float(site.extra["emergency_beds"]) for site in inside if site.extra["emergency_beds"]]
            if town.code == "10016010":
                continue
            assert complete[row] == (len(known) == len(inside))
            if inside and not known:
                assert np.isnan(beds[row])
            else:
                assert beds[row] == sum(known)

    def test_a_hospital_of_unknown_beds_lowers_the_share(self, data: DataSet) -> None:
        hospital = next(site for site in data.sites_of(Layer.HOSPITAL) if site.town_code == "10014010")
        unknown = dataclasses.replace(hospital, id="h2", extra={**hospital.extra, "emergency_beds": ""})
        sites = (*without(data, Layer.HOSPITAL), hospital, unknown)
        project = Project.start(dataclasses.replace(data, sites=sites))
        column_of_town = column(project, "emergency_beds_per_100k", "town")
        row = data.town_index["10014010"]
        expected = float(hospital.extra["emergency_beds"]) / data.town_values("population")[row] * 100_000
        assert column_of_town.values[row] == pytest.approx(expected)
        assert column_of_town.known[row] == 0


def test_an_area_of_whose_hospitals_no_grade_is_known_has_not_none_of_the_severe_grade(project: Project) -> None:
    data = project.data
    working = [site for site in data.sites_of(Layer.HOSPITAL) if site.status is Status.OPERATING]
    graded = {site.county_code for site in working if site.extra["emergency_grade"]}
    found = column(project, "severe_hospitals", "county").values
    for county, value_ in zip(data.counties, found, strict=True):
        assert np.isnan(value_) == (county.code not in graded), county.name
    assert {county.name.zh for county in data.counties if county.code not in graded} == {"連江縣", "金門縣", "澎湖縣"}
    assert np.isnan(value(project, "severe_hospitals_per_100k", "circle", "islands"))


@pytest.mark.parametrize("name", ["severe_hospitals", "severe_hospitals_per_100k"])
def test_none_of_the_severe_grade_is_not_said_where_a_grade_is_unknown(project: Project, name: str) -> None:
    """Gangshan has a hospital of the general grade and one whose grade nobody gives: none is known, and one may be."""
    data = project.data
    gangshan = data.town_index["64000190"]
    grades = {site.extra["emergency_grade"] for site in data.sites_of(Layer.HOSPITAL) if site.town_code == "64000190"}
    assert "" in grades
    assert len(grades) > 1
    assert "severe" not in grades
    assert np.isnan(column(project, name, "town").values[gangshan])


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("name", ["compute_mw_operating", "compute_mw_planned", "severe_hospitals_per_100k"])
def test_an_unknown_value_stands_on_nobody(project: Project, name: str, by: By) -> None:
    found = column(project, name, by)
    assert not found.known[np.isnan(found.values)].any()


class TestScorecard:
    def test_names_only_indicators_that_exist(self) -> None:
        assert set(SCORECARD) <= {*INDICATORS, INDEX}
        asked_for = (
            "population",
            "ai_operating",
            "ai_planned",
            "ai_per_100k",
            "telemedicine_points",
            "rural_towns_with_point",
        )
        asked_for += ("rural_towns_without_known_point", "emergency_beds_per_100k", "coverage_5g", "coverage_2gbps")
        assert set(asked_for) <= set(SCORECARD)
        assert set(BROADBAND_INDICATORS) <= set(INDICATORS)
        assert {INDICATORS[name].topic for name in BROADBAND_INDICATORS} == {"broadband"}

    def test_has_the_six_circles_and_the_nation(self, project: Project) -> None:
        card = scorecard(project)
        assert card.ids == ("capital", "silicon", "precision", "south", "east", "islands")
        assert [indicator.id for indicator in card.indicators] == list(SCORECARD)
        assert set(card.columns) == set(card.nation) == set(SCORECARD)
        assert all(len(column.values) == 1 for column in card.nation.values())

    def test_the_nation_is_the_same_whatever_the_rule_and_definition(self, data: DataSet) -> None:
        cards = [scorecard(Project(data, name, rule)) for name in data.definitions for rule in Overlap]
        for card in cards[1:]:
            for name in SCORECARD:
                np.testing.assert_array_equal(card.nation[name].values, cards[0].nation[name].values)

    def test_the_rule_moves_the_circles_that_share_towns_only(self, data: DataSet) -> None:
        each, first = (scorecard(Project(data, "2026-01", rule)) for rule in (Overlap.EACH, Overlap.FIRST))
        people = each.columns["population"].values, first.columns["population"].values
        changed = {circle for circle, a, b in zip(each.ids, *people, strict=True) if a != b}
        assert changed == {"east"}
