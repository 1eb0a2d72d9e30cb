"""Where a correlation and the median of a circle come from: the areas listed give the value again."""

from __future__ import annotations

import math

import numpy as np
import pytest

from data.balance.chains.correlation import correlation_id, explain_correlation
from data.balance.chains.median import explain_median, median_id
from data.balance.evaluate import column, indicator_of
from data.balance.explain import CHAINS, explain
from data.balance.groups import NATION, groups
from data.balance.medians import inside_circles
from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import Layer
from data.project import Project
from data.scenario import AddSite, Scenario


@pytest.fixture(scope="module")
def supposed(data: DataSet) -> Project:
    changes = (
        AddSite(Layer.TELEMEDICINE, "new-1", "七股站", "67000150", 120.14, 23.14),
        AddSite(Layer.TELEMEDICINE, "new-2", "大安站", "63000030", 121.54, 25.03),
    )
    return Project(data, "2026-01", scenario=Scenario("試算", changes))


def pearson(found, logs):
    """Return r of the inputs alone, by numpy's weighted covariance."""
    counting = [one for one in found.inputs if one.weight]
    pair = np.array([[one.value for one in counting], [one.score for one in counting]])
    for row, log in enumerate(logs):
        pair[row] = np.log10(pair[row]) if log else pair[row]
    weights = [one.weight for one in counting]
    assert sum(weights) == pytest.approx(1)
    cov = np.cov(pair, aweights=weights, ddof=0)
    return cov[0, 1] / math.sqrt(cov[0, 0] * cov[1, 1])


def middle(found):
    """Return the weighted median of the inputs alone."""
    held = 0.0
    for one in sorted((one for one in found.inputs if one.value is not None), key=lambda one: one.value):
        held += one.weight
        if held >= 0.5 - 1e-12:
            return one.value
    return None


@pytest.mark.parametrize("across", ["town", "county", "circle"])
@pytest.mark.parametrize(
    ("x", "y", "spans"),
    [("speed_4g", "population_65plus_share", False), ("density", "speed_4g", True), ("index", "speed_4g", False)],
)
def test_the_areas_compared_give_r_again(project, across, x, y, spans):
    found = explain(project, correlation_id(x, y, across), "nation", NATION)
    logs = (spans and across != "circle", False)
    assert found.value == pytest.approx(pearson(found, logs))
    assert ("logarithm" in found.formula.en) == ("對數" in found.formula.zh) == logs[0]
    assert len(found.inputs) == len(groups(project, across).ids)
    assert found == explain_correlation(project, x, y, across)


def test_a_correlation_names_the_unknown_and_the_sources_of_both(project, data):
    found = explain_correlation(project, "speed_4g", "population_65plus_share")
    left_out = [one for one in found.inputs if not one.weight]
    assert len(left_out) == 3
    assert any(one.value is None for one in left_out)
    assert f"{len(left_out)} are unknown" in found.note.en
    assert {one.id for one in found.sources} == {
        name
        for one in ("speed_4g", "population_65plus_share", "population")
        for name in indicator_of(project, one).sources(data)
    }


def test_a_correlation_with_what_does_not_vary_says_so(supposed):
    found = explain_correlation(supposed, "speed_4g", "population", "town", "difference")
    assert found.value is None
    assert "no correlation" in found.note.en
    assert "無相關" in found.note.zh


def test_the_sides_of_a_correlation(supposed):
    asked = correlation_id("telemedicine_nearest_km", "telemedicine_within_30km")
    before, after, change = (
        explain(supposed, asked, "nation", NATION, side) for side in ("baseline", "scenario", "difference")
    )
    for found in (before, after, change):
        logs = ["對數" in part for part in found.formula.zh.split("；")[0].split("，")]
        assert found.value == pytest.approx(pearson(found, logs))
    assert before.value != after.value
    assert "changes" in change.note.en
    assert "scenario" in {one.id for one in after.sources}
    assert "scenario" not in {one.id for one in before.sources}


@pytest.mark.parametrize("within", ["town", "county"])
@pytest.mark.parametrize("name", ["speed_4g", "telemedicine_nearest_km", "index"])
def test_the_areas_of_a_circle_give_its_median_again(project, within, name):
    inside, areas = inside_circles(project, within), groups(project, within)
    for row, circle in enumerate(groups(project, "circle").ids):
        found = explain(project, median_id(name, within), "circle", circle)
        assert found.value == middle(found)
        assert {one.place.id for one in found.inputs} == {areas.ids[at] for at in np.flatnonzero(inside[row])}
        assert found == explain_median(project, name, circle, within)
        shown = next(one for one in found.inputs if one.value == found.value)
        assert shown.area.zh in found.note.zh


def test_a_median_says_what_is_unknown(project):
    found = explain_median(project, "speed_4g", "islands")
    unknown = [one for one in found.inputs if one.value is None]
    assert unknown
    assert all(one.weight == 0 for one in unknown)
    assert f"{len(unknown)} are unknown" in found.note.en
    assert found.known < 1


def test_the_sides_of_a_median(supposed):
    asked = median_id("telemedicine_nearest_km")
    before, after, change = (
        explain(supposed, asked, "circle", "capital", side) for side in ("baseline", "scenario", "difference")
    )
    assert after.value < before.value
    for found in (before, after, change):
        assert found.value == middle(found)
    towns = groups(supposed, "town").ids
    shift = column(supposed, "telemedicine_nearest_km", "town", "difference").values
    assert all(one.value == shift[towns.index(one.place.id)] for one in change.inputs if one.value is not None)


@pytest.mark.parametrize(
    ("wrong", "area", "said"),
    [
        ("correlation:", NATION, "write it like correlation:ID:ID:town"),
        ("correlation:speed_4g", NATION, "write it like"),
        ("correlation:speed_4g::town", NATION, "write it like"),
        ("correlation:speed_4g:density:town:log", NATION, "write it like"),
        ("correlation:speed_4g:nothing", NATION, "There is no indicator nothing"),
        ("correlation:speed_4g:density:village", NATION, "There is no village; choose of town, county, circle"),
        ("correlation:speed_4g:density", "east", "There is no area east; the areas are nation"),
        ("median:speed_4g:circle", "east", "There is no circle; choose of town, county"),
        ("median:speed_4g:town", NATION, "There is no area nation; the areas are capital"),
        ("median:", "east", "write it like median:ID:town"),
        ("mean:speed_4g", NATION, "There is no kind of number mean; the kinds are gini"),
        (":", NATION, "There is no kind of number ; the kinds are"),
    ],
)
def test_a_wrong_id_is_a_sentence_of_what_is_wrong(project, wrong, area, said):
    with pytest.raises(UnknownNameError) as fault:
        explain(project, wrong, "nation", area)
    assert said in str(fault.value)


def test_every_kind_shows_an_id_that_its_own_prefix_takes():
    for prefix, chain in CHAINS.items():
        assert chain.shape.split(":")[0] in chain.prefixes
        assert prefix in chain.prefixes
        assert chain.split(chain.shape)
