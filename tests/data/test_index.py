"""The composite index of a project: by hand, under a scenario, and what cannot be."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from data.balance.composite import rank
from data.balance.computed import computed
from data.balance.evaluate import INDEX, column, indicator_of
from data.balance.groups import groups
from data.balance.index import (
    index_column,
    index_indicator,
    index_scores,
    index_sensitivity,
    index_values,
    parts_of,
)
from data.balance.indicators import INDICATORS
from data.dataset import load
from data.errors import UnknownNameError
from data.index_spec import AGGREGATE, DEFAULT_INDEX, NORMALISE, IndexPart, IndexSpec
from data.model import AreaLevel, Layer, Overlap
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario, SetCoverage

KINDS = ("circle", "county", "town")


@pytest.fixture(scope="module")
def project():
    return Project.start(load())


def with_parts(project, *parts, **methods):
    return replace(project, index=IndexSpec(tuple(IndexPart(*part) for part in parts), **methods))


def by_hand(values, directions, shares, normalise, aggregate):
    """The index area by area and part by part, written out after the Handbook; no vector of it is shared."""
    n, k = values.shape
    result = []
    for area in range(n):
        score, held = [], []
        for part in range(k):
            x = values[area, part]
            if np.isnan(x):
                continue
            known = values[~np.isnan(values[:, part]), part] * directions[part]
            x = x * directions[part]
            if normalise == "minmax":
                score.append(100 * (x - min(known)) / (max(known) - min(known)))
            elif normalise == "zscore":
                score.append(100 + 10 * (x - np.mean(known)) / np.std(known, ddof=1))
            else:
                worse = sum(other < x - 1e-9 for other in known)
                alike = sum(abs(other - x) <= 1e-9 for other in known) - 1
                score.append(100 * (worse + alike / 2) / (len(known) - 1))
            held.append(shares[part])
        if sum(held) < 0.5:
            result.append(np.nan)
            continue
        held = np.array(held) / sum(held)
        if aggregate == "geometric":
            positive = [one if normalise == "zscore" else 1 + 0.99 * one for one in score]
            result.append(float(np.prod(np.maximum(positive, 1) ** held)))
        else:
            result.append(float(np.dot(score, held)))
    return np.array(result)


@pytest.mark.parametrize("by", KINDS)
@pytest.mark.parametrize("normalise", ["minmax", "zscore", "rank"])
@pytest.mark.parametrize("aggregate", ["arithmetic", "geometric"])
def test_the_index_is_what_the_handbook_says(project, by, normalise, aggregate):
    spec = replace(
        DEFAULT_INDEX,
        parts=(*DEFAULT_INDEX.parts, IndexPart("telemedicine_nearest_km", -1, 3.5)),
        normalise=normalise,
        aggregate=aggregate,
    )
    ours = index_column(replace(project, index=spec), by)
    values = np.column_stack([computed(project, part.indicator, by).values for part in spec.parts])
    expected = by_hand(values, [part.direction for part in spec.parts], spec.shares, normalise, aggregate)
    np.testing.assert_allclose(ours.values, expected, rtol=1e-9)
    known = ~np.isnan(values) @ np.array(spec.shares)
    np.testing.assert_allclose(ours.known, known)


def test_the_default_gives_each_policy_a_third():
    third = {"ai": 0.0, "broadband": 0.0, "care": 0.0}
    for part, share in zip(parts_of(DEFAULT_INDEX), DEFAULT_INDEX.shares, strict=True):
        third[part.topic if part.topic in third else "care"] += share
    assert third == pytest.approx(dict.fromkeys(third, 1 / 3))


@pytest.mark.parametrize("definition", ["2026-01", "2024-12", "2025-09"])
def test_the_default_tells_circles_apart_by_every_part(project, definition):
    """No part is unknown for a circle, the same everywhere, or stands on less than half of the people it is about."""
    own = Project(project.data, definition)
    for part in DEFAULT_INDEX.parts:
        found = computed(own, part.indicator, "circle")
        assert not np.isnan(found.values).any(), part.indicator
        assert len(np.unique(np.round(found.values, 6))) == len(found.values), part.indicator
        assert (found.known >= 0.5).all(), part.indicator
        assert INDICATORS[part.indicator].direction == part.direction
    assert not np.isnan(index_column(own, "circle").values).any()


@pytest.mark.parametrize("by", ["county", "town"])
def test_every_county_and_town_has_a_default_index(project, by):
    found = index_column(project, by)
    assert not np.isnan(found.values).any()
    assert found.known.min() >= 1 - 1 / 6 - 1 / 6 - 1e-9


def test_below_half_of_the_weights_there_is_no_index(project):
    rural = "telemedicine_rural_share"
    known = ~np.isnan(computed(project, rural, "county").values)
    most = index_column(with_parts(project, (rural, 1, 0.51), ("speed_4g", 1, 0.49)), "county").values
    less = index_column(with_parts(project, (rural, 1, 0.49), ("speed_4g", 1, 0.51)), "county").values
    assert (~np.isnan(most) == known).all()
    assert not np.isnan(less).any()
    assert 0 < known.sum() < len(known)


def test_the_nation_has_no_index_but_an_unknown_part_is_still_refused(project):
    found = index_column(project, "nation")
    assert np.isnan(found.values).all()
    assert found.known.tolist() == [0]
    assert np.isnan(column(project, INDEX, "nation", "difference").values).all()
    with pytest.raises(UnknownNameError):
        index_column(with_parts(project, ("nonsense", 1, 1)), "nation")


def test_directions_turn_the_index_round(project):
    up = index_column(with_parts(project, ("speed_4g", 1, 1)), "county").values
    down = index_column(with_parts(project, ("speed_4g", -1, 1)), "county").values
    np.testing.assert_allclose(up + down, 100)


def test_only_shares_of_weights_count(project):
    tenfold = replace(
        DEFAULT_INDEX, parts=tuple(replace(part, weight=10 * part.weight) for part in DEFAULT_INDEX.parts)
    )
    ours, theirs = (index_column(replace(project, index=one), "county").values for one in (DEFAULT_INDEX, tenfold))
    np.testing.assert_allclose(ours, theirs)


def test_a_part_of_no_weight_changes_nothing(project):
    extra = replace(DEFAULT_INDEX, parts=(*DEFAULT_INDEX.parts, IndexPart("density", 1, 0)))
    ours, theirs = (index_column(replace(project, index=one), "town") for one in (DEFAULT_INDEX, extra))
    np.testing.assert_allclose(ours.values, theirs.values)
    np.testing.assert_allclose(ours.known, theirs.known)


def test_circles_follow_definition_and_rule_counties_do_not(project):
    split = replace(project, overlap=Overlap.SPLIT)
    assert not np.allclose(index_column(project, "circle").values, index_column(split, "circle").values)
    np.testing.assert_array_equal(index_column(project, "county").values, index_column(split, "county").values)


def ai_sites(project, town_code, count):
    sites = (AddSite(Layer.AI, f"new{n}", "", town_code, 121.0, 24.0, "ai_data_centre") for n in range(count))
    return replace(project, scenario=Scenario("", tuple(sites)))


def test_a_scenario_is_measured_by_the_bounds_of_the_baseline(project):
    """The best circle gets still better: its score leaves 100, and nobody else moves."""
    town = next(town for town in project.data.towns if town.name.zh == "竹北市")
    changed = ai_sites(with_parts(project, ("ai_per_100k", 1, 1)), town.code, 40)
    before, after = (index_column(changed, "circle", side).values for side in ("baseline", "scenario"))
    silicon = groups(project, "circle").ids.index("silicon")
    assert before[silicon] == 100
    assert after[silicon] > 200
    others = np.arange(len(before)) != silicon
    np.testing.assert_allclose(after[others], before[others], atol=1e-9)
    gain = column(changed, INDEX, "circle", "difference").values
    np.testing.assert_allclose(gain, after - before)
    assert index_scores(changed, "circle", "scenario")[silicon, 0] == pytest.approx(after[silicon])


@pytest.mark.parametrize("normalise", ["minmax", "zscore", "rank"])
def test_better_coverage_never_lowers_the_index_of_its_county(project, normalise):
    county = next(county for county in project.data.counties if county.name.zh == "澎湖縣")
    change = SetCoverage("fiveg_2024", AreaLevel.COUNTY, county.code, 99)
    series = next(iter(INDICATORS["coverage_5g"].series.split()))
    changed = replace(
        project,
        index=replace(DEFAULT_INDEX, normalise=normalise),
        scenario=Scenario("", (replace(change, series=series),)),
    )
    gain = column(changed, INDEX, "county", "difference").values
    row = groups(project, "county").ids.index(county.code)
    assert gain[row] > 0
    assert (np.delete(gain, row) <= 1e-9).all()


def test_an_empty_scenario_changes_nothing(project):
    assert (column(project, INDEX, "town", "difference").values == 0).all()
    assert index_sensitivity(project, "circle", "scenario") is index_sensitivity(project, "circle")


def test_the_sensitivity_belongs_to_recipe_side_and_seed(project):
    found = index_sensitivity(project, "county")
    assert index_sensitivity(replace(project, scenario=Scenario("another name")), "county") is found
    assert (found.low_rank <= found.median_rank).all()
    assert (found.median_rank <= found.high_rank).all()
    assert found.p_last.sum() >= 1 - 1e-9
    other = index_sensitivity(project, "county", seed=1)
    assert (other.draws, other.seed) == (1000, 1)
    assert not np.array_equal(other.p_last, found.p_last)
    recipe = replace(project, index=DEFAULT_INDEX.with_weight("speed_4g", 50))
    assert not np.array_equal(index_sensitivity(recipe, "county").median_rank, found.median_rank)
    points = tuple(RemoveSite(site.id) for site in project.data.sites_of(Layer.TELEMEDICINE))
    bare = replace(project, scenario=Scenario("", points))
    assert not np.array_equal(index_sensitivity(bare, "county", "scenario").median_rank, found.median_rank)
    np.testing.assert_array_equal(index_sensitivity(bare, "county").median_rank, found.median_rank)


PAGE = Path(__file__).parents[2] / "docs" / "index.md"


def test_the_page_tells_the_present_values(project):
    """docs/index.md argues with these numbers: a data set that changes them must change the argument."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| [a-z]+ [一-龥]", line)]
    ids = groups(project, "circle").ids
    assert sorted(line.split()[1] for line in lines) == sorted(ids)
    values, index = index_values(project, "circle"), index_column(project, "circle").values
    places, found = rank(index), index_sensitivity(project, "circle")
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        row = ids.index(cells[0].split()[0])
        told = [cell.removeprefix("≥ ") for cell in cells[1:9]]
        assert told == [
            f"{value:.2f}" if at == 0 else f"{value:.1f}" for at, value in enumerate((*values[row], index[row]))
        ]
        assert cells[9] == f"{places[row]:.0f} ({found.low_rank[row]:.0f}–{found.high_rank[row]:.0f})"
        assert cells[10] == f"{100 * found.p_last[row]:.0f} %"


def test_the_last_place_is_the_capitals_or_the_islands(project):
    """The finding of docs/index.md: under every method, every rule, and without any one part."""
    ids = groups(project, "circle").ids
    ways = [replace(project, overlap=rule) for rule in Overlap]
    ways += [
        replace(project, index=replace(DEFAULT_INDEX, normalise=normalise, aggregate=aggregate))
        for normalise in NORMALISE
        for aggregate in AGGREGATE
    ]
    ways += [
        replace(project, index=replace(DEFAULT_INDEX, parts=tuple(one for one in DEFAULT_INDEX.parts if one != part)))
        for part in DEFAULT_INDEX.parts
    ]
    last = [ids[int(np.argmax(rank(index_column(way, "circle").values)))] for way in ways]
    assert set(last) == {"capital", "islands"}
    found = index_sensitivity(project, "circle")
    assert found.p_last[[ids.index("capital"), ids.index("islands")]].sum() > 0.97


def test_formula_and_sources_name_every_part(project):
    spec = replace(DEFAULT_INDEX, parts=(*DEFAULT_INDEX.parts, IndexPart("telemedicine_nearest_km", -1, 3)))
    indicator = indicator_of(replace(project, index=spec), INDEX)
    assert indicator is index_indicator(spec)
    for part in spec.parts:
        own = INDICATORS[part.indicator]
        assert own.name.zh in indicator.formula.zh
        assert own.name.en in indicator.formula.en
        assert set(own.sources(project.data)) <= set(indicator.sources(project.data))
    assert "25.0%" in indicator.formula.en
    assert indicator.formula.en.count("(−)") == 3
    assert len(set(indicator.sources(project.data))) == len(indicator.sources(project.data))


def test_the_indicator_computes_what_the_column_holds(project):
    areas = groups(project, "county")
    found = index_indicator(DEFAULT_INDEX).compute(project.data, areas)
    np.testing.assert_allclose(found.values, index_column(project, "county").values)


def test_values_stand_in_the_order_of_the_recipe(project):
    values = index_values(project, "county")
    for at, part in enumerate(DEFAULT_INDEX.parts):
        np.testing.assert_array_equal(values[:, at], computed(project, part.indicator, "county").values)


def test_an_unknown_part_lists_the_indicators(project):
    with pytest.raises(UnknownNameError, match="no indicator gdp; the indicators are population,") as caught:
        index_column(with_parts(project, ("gdp", 1, 1)), "circle")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((), "at least one indicator"),
        (((("speed_4g", 1, -1)),), "-1 of speed_4g"),
        ((("speed_4g", 1, float("nan")),), "nan of speed_4g"),
        ((("speed_4g", 1, float("inf")),), "inf of speed_4g"),
        ((("speed_4g", 1, 0), ("coverage_5g", 1, 0)), "add up to 0"),
        ((("speed_4g", 1, 1), ("speed_4g", -1, 2)), "names speed_4g twice"),
    ],
)
def test_a_recipe_that_means_nothing_is_refused(parts, sentence):
    with pytest.raises(UnknownNameError, match=sentence) as caught:
        IndexSpec(tuple(IndexPart(*part) for part in parts))
    assert caught.value.exit_code == 2


def test_a_weight_is_changed_alone():
    changed = DEFAULT_INDEX.with_weight("coverage_5g", 7)
    assert [part.weight for part in changed.parts] == [3, 7, 1, 1, 1, 1, 1]
    assert sum(changed.shares) == pytest.approx(1)
    assert DEFAULT_INDEX.with_weight("not there", 7) == DEFAULT_INDEX
    with pytest.raises(UnknownNameError):
        IndexSpec((IndexPart("speed_4g", 1, 1),)).with_weight("speed_4g", 0)
