"""What must hold of every indicator, whatever the numbers: additivity, order of the towns, more sites."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.balance.groups import BY, By, groups
from data.balance.indicators import INDICATORS
from data.balance.measures import Column
from data.balance.topics.ai import CATEGORIES
from data.dataset import DataSet, load
from data.model import Layer, Overlap, Status
from data.project import Project
from data.scenario import AddSite, Scenario

DATA = load()
UNITS = {"people", "sites", "km²", "households", "townships", "points", "hospitals", "MW"}
ADDITIVE = tuple(name for name, one in INDICATORS.items() if one.total)
NEVER_LESS = (
    "ai_total",
    "ai_operating",
    "ai_per_100k",
    *(name for name in INDICATORS if name.startswith(("telemedicine_points", "rural_towns_with_point"))),
    *(f"telemedicine_{kind}_share" for kind in ("rural", "indigenous", "offshore", "65plus")),
    *(name for name in INDICATORS if "_within_" in name),
)


def column(project: Project, name: str, by: By) -> Column:
    return INDICATORS[name].compute(project.data, groups(project, by))


def test_the_additive_ones_are_those_that_count() -> None:
    assert set(ADDITIVE) == {name for name, one in INDICATORS.items() if one.unit.en in UNITS}
    assert {"population", "households", "compute_mw_operating", "severe_hospitals", "rural_towns"} <= set(ADDITIVE)
    assert not any(word in name for name in ADDITIVE for word in ("share", "per_", "coverage", "km", "speed"))


@pytest.mark.parametrize("name", ADDITIVE)
def test_parts_add_up_to_the_nation_and_each_is_never_less_than_split(name: str) -> None:
    """Unknown parts of an incomplete list add nothing to a total that is itself of what is listed."""
    each, split, first = (Project(DATA, "2026-01", rule) for rule in (Overlap.EACH, Overlap.SPLIT, Overlap.FIRST))
    nation = column(each, name, "nation").values[0]
    circles = column(split, name, "circle").values
    assert np.nansum(circles) == pytest.approx(nation)
    assert np.nansum(column(first, name, "circle").values) == pytest.approx(nation)
    assert np.nansum(column(each, name, "county").values) == pytest.approx(nation)
    whole = column(each, name, "circle").values
    np.testing.assert_array_equal(np.isnan(whole), np.isnan(circles))
    assert np.all((whole >= circles - 1e-9) | np.isnan(whole))


def shuffled(data: DataSet, seed: int) -> tuple[DataSet, np.ndarray]:
    order = np.random.default_rng(seed).permutation(len(data.towns))
    return dataclasses.replace(data, towns=tuple(data.towns[row] for row in order)), order


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_towns_changes_nothing(seed: int) -> None:
    mixed, order = shuffled(DATA, seed)
    ordered, turned = Project(DATA, "2026-01", Overlap.SPLIT), Project(mixed, "2026-01", Overlap.SPLIT)
    for name in INDICATORS:
        for by in BY:
            ours, theirs = column(ordered, name, by), column(turned, name, by)
            rows = order if by == "town" else np.arange(len(ours.values))
            np.testing.assert_allclose(theirs.values, ours.values[rows], rtol=1e-9, err_msg=f"{name} {by}")
            np.testing.assert_allclose(theirs.known, ours.known[rows], rtol=1e-9, err_msg=f"{name} {by}")
            assert theirs.levels == tuple(ours.levels[row] for row in rows)
            assert theirs.bounds == tuple(ours.bounds[row] for row in rows)


@settings(max_examples=12, deadline=None)
@given(
    row=st.integers(0, len(DATA.towns) - 1),
    layer=st.sampled_from([Layer.AI, Layer.TELEMEDICINE]),
    status=st.sampled_from([Status.OPERATING, Status.PLANNED]),
    overlap=st.sampled_from(list(Overlap)),
)
def test_one_more_site_never_lowers_a_count_or_share(row: int, layer: Layer, status: Status, overlap: Overlap) -> None:
    town = DATA.towns[row]
    category = "data-centre" if layer is Layer.AI else ""
    new = AddSite(layer, "one-more", "新據點", town.code, town.lon, town.lat, category, status)
    before = Project(DATA, "2026-01", overlap)
    after = dataclasses.replace(before, scenario=Scenario("", (new,))).what_if
    for name in NEVER_LESS:
        for by in BY:
            old, more = column(before, name, by).values, column(after, name, by).values
            lost = ~np.isnan(old) & ~(more >= old - 1e-9)
            assert not lost.any(), (name, by, groups(before, by).ids[int(np.argmax(lost))])


def test_every_category_of_the_listed_ai_sites_has_its_indicator() -> None:
    assert set(CATEGORIES) == {site.category for site in DATA.sites_of(Layer.AI)}


def test_a_part_in_operation_within_a_planned_whole_counts_as_operating() -> None:
    sites = {site.id: site for site in DATA.sites_of(Layer.AI)}
    turned = dataclasses.replace(sites["ai029"], status=Status.PLANNED)
    others = tuple(site for site in DATA.sites if site.id != "ai029")
    project = Project.start(dataclasses.replace(DATA, sites=(*others, turned)))
    usual = Project.start(DATA)
    # 16 MW operate within 100 planned, whose other planned part is in them
    planned, before = (column(one, "compute_mw_planned", "nation").values[0] for one in (project, usual))
    assert planned - before == 100 - 16 - 80
    assert column(project, "compute_mw_operating", "nation").values[0] == 86 - 20 + 16


def test_a_circle_of_wholes_does_not_hang() -> None:
    sites = {site.id: site for site in DATA.sites_of(Layer.AI)}
    turned = dataclasses.replace(sites["ai029"], extra={**sites["ai029"].extra, "part_of": "ai030"})
    others = tuple(site for site in DATA.sites if site.id != "ai029")
    project = Project.start(dataclasses.replace(DATA, sites=(*others, turned)))
    assert np.isfinite(column(project, "compute_mw_operating", "nation").values[0])


def test_an_area_without_a_published_capacity_is_unknown() -> None:
    found = column(Project.start(DATA), "compute_mw_operating", "county")
    published = {site.county_code for site in DATA.sites_of(Layer.AI) if site.extra["mw"]}
    for code, value, known in zip(groups(Project.start(DATA), "county").ids, found.values, found.known, strict=True):
        assert known == (code in published)
        assert np.isnan(value) or code in published


def test_the_gap_to_the_nation_is_the_difference_of_two_coverages() -> None:
    project = Project.start(DATA)
    nation = column(project, "coverage_5g", "nation").values[0]
    for by in BY:
        gap, own = column(project, "coverage_5g_gap_nation", by), column(project, "coverage_5g", by)
        np.testing.assert_allclose(gap.values, own.values - nation)


def test_a_target_for_non_rural_towns_says_nothing_of_rural_ones() -> None:
    found = column(Project.start(DATA), "coverage_5g_gap_target", "town")
    rural = np.array([town.rural for town in DATA.towns])
    np.testing.assert_array_equal(np.isnan(found.values), rural)
    np.testing.assert_array_equal(found.known, ~rural)


def test_the_people_of_a_kind_live_in_towns_with_or_without_a_point() -> None:
    """100 where there is a listed operating point, 0 where one is listed but none works, unknown elsewhere."""
    project = Project.start(DATA)
    spokes = [site for site in DATA.sites_of(Layer.TELEMEDICINE) if site.category == "spoke"]
    listed = {site.town_code for site in spokes}
    working = {site.town_code for site in spokes if site.status is Status.OPERATING}
    found = column(project, "telemedicine_offshore_share", "town").values
    for town, value in zip(DATA.towns, found, strict=True):
        if not town.offshore or town.code not in listed:
            assert np.isnan(value)
        else:
            assert value == (100 if town.code in working else 0)
    assert {0.0, 100.0} <= set(column(project, "telemedicine_65plus_share", "town").values)


def test_households_and_people_of_one_month() -> None:
    found = column(Project.start(DATA), "household_size", "nation").values[0]
    wanted = ("population", "2025-10", "town")
    month = [one.value for one in DATA.figures if (one.variable, one.period, one.level) == wanted]
    assert len(month) == 368
    assert found == pytest.approx(sum(month) / DATA.town_values("households").sum())
    assert found != pytest.approx(DATA.town_values("population").sum() / DATA.town_values("households").sum(), rel=1e-6)
