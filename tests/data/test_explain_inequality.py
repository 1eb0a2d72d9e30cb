"""Where a measure of inequality comes from: the areas listed give the value again, and the sources are named."""

from __future__ import annotations

import dataclasses
import math

import pytest

from data.balance.across import MEASURES, inequality_of
from data.balance.chains.inequality import explain_inequality, inequality_id
from data.balance.evaluate import INDEX, indicator_ids, indicator_of
from data.balance.explain import explain
from data.balance.groups import NATION
from data.balance.inequality import inequality
from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import Layer
from data.project import Project
from data.scenario import AddSite, Scenario


@pytest.fixture(scope="module")
def supposed(data: DataSet) -> Project:
    change = AddSite(Layer.TELEMEDICINE, "new-1", "七股站", "67000150", 120.14, 23.14)
    return Project(data, "2026-01", scenario=Scenario("試算", (change,)))


@pytest.mark.parametrize("across", ["town", "county", "circle"])
@pytest.mark.parametrize("weight", ["population", "none"])
@pytest.mark.parametrize("measure", ["gini", "theil", "hoover", "cv", "max_min_ratio", "range", "top_bottom_20"])
def test_the_areas_listed_give_the_value_again(project, across, weight, measure):
    found = explain_inequality(project, "speed_4g", across, weight, measure)
    values = [math.nan if one.value is None else one.value for one in found.inputs]
    again = inequality(values, [one.weight for one in found.inputs])
    assert found.value == pytest.approx(getattr(again, measure))
    assert found.value == pytest.approx(getattr(inequality_of(project, "speed_4g", across, weight), measure))
    assert sum(one.weight for one in found.inputs) == pytest.approx(1)


def test_the_unknown_are_listed_and_counted(project):
    found = explain_inequality(project, "speed_4g")
    missing = inequality_of(project, "speed_4g", "town", "population").missing
    assert [one.value for one in found.inputs].count(None) == missing > 0
    assert str(missing) in found.note.en
    assert str(missing) in found.note.zh
    assert all(one.weight == 0 for one in found.inputs if one.value is None)


def test_the_sources_are_those_of_the_indicator_and_of_the_weights(project, data):
    weighted = {one.id for one in explain_inequality(project, "speed_4g").sources}
    own = set(indicator_of(project, "speed_4g").sources(data))
    assert own
    assert weighted == own | set(indicator_of(project, "population").sources(data))
    assert {one.id for one in explain_inequality(project, "speed_4g", weight="none").sources} == own


def test_the_request_fits_into_the_id_of_an_indicator(project):
    asked = inequality_id("hotspots_per_10000", "county", "none", "theil")
    found = explain(project, asked, "nation", NATION)
    assert found == explain_inequality(project, "hotspots_per_10000", "county", "none", "theil")
    assert "Theil" in found.indicator.name.en
    assert "1 ÷ n" in found.formula.en


def test_a_difference_is_both_values_and_the_areas_that_change(supposed):
    asked = inequality_id("telemedicine_nearest_km")
    before, after, change = (
        explain(supposed, asked, "nation", NATION, side) for side in ("baseline", "scenario", "difference")
    )
    assert before.value != after.value
    assert change.value == pytest.approx(after.value - before.value)
    assert [(one.role, one.value) for one in change.inputs[:2]] == [("sum", after.value), ("minus", before.value)]
    assert "Qigu District, Tainan City" in {one.area.en for one in change.inputs[2:]}


def test_where_values_are_negative_it_says_so(project):
    found = explain_inequality(project, "coverage_5g_gap_nation")
    assert found.value is None
    assert "negative" in found.note.en


@pytest.mark.parametrize("wrong", ["gino:speed_4g:town:none", "gini:speed_4g:village:none", "gini:speed_4g:town:age"])
def test_an_unknown_part_of_the_request_lists_what_is_valid(project, wrong):
    with pytest.raises(UnknownNameError) as fault:
        explain(project, wrong, "nation", NATION)
    assert any(one in str(fault.value) for one in ("gini", "county", "population"))
    with pytest.raises(UnknownNameError):
        explain(project, "gini:no_such:town:none", "nation", NATION)


def test_every_indicator_answers_in_both_languages(project):
    for name in (*indicator_ids(), INDEX):
        found = explain_inequality(project, name)
        assert found.sources, name
        assert found.formula.zh != found.formula.en
        assert found.indicator.unit.zh == ""
    assert set(MEASURES) == {one.name for one in dataclasses.fields(inequality([1.0]))} - {
        "n",
        "missing",
        "known_share",
    }
