"""The scorecard: columns of any side, the index among them, beside the nation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.balance.evaluate import INDEX, column, indicator_ids
from data.balance.index import index_column
from data.balance.indicators import INDICATORS
from data.balance.scorecard import SCORECARD, scorecard
from data.dataset import load
from data.errors import UnknownNameError
from data.model import Layer
from data.project import Project
from data.scenario import AddSite, Scenario


@pytest.fixture(scope="module")
def project():
    data = load()
    town = next(town for town in data.towns if town.name.zh == "和平區")
    point = AddSite(Layer.TELEMEDICINE, "new", "", town.code, 121.0, 24.2)
    return replace(Project.start(data), scenario=Scenario("", (point,)))


@pytest.mark.parametrize("by", ["circle", "county", "town"])
def test_every_column_is_that_of_its_indicator(project, by):
    card = scorecard(project, by, indicator_ids())
    assert [indicator.id for indicator in card.indicators] == [*INDICATORS, INDEX]
    for one in ("population", "coverage_5g", "beds_e2sfca"):
        np.testing.assert_array_equal(card.columns[one].values, column(project, one, by).values)
        np.testing.assert_array_equal(card.nation[one].values, column(project, one, "nation").values)
    np.testing.assert_array_equal(card.columns[INDEX].values, index_column(project, by).values)
    assert np.isnan(card.nation[INDEX].values).all()


def test_sides_differ_by_what_the_scenario_adds(project):
    before, after, gain = (scorecard(project, side=side) for side in ("baseline", "scenario", "difference"))
    points = "telemedicine_points"
    assert (after.columns[points].values - before.columns[points].values).tolist() == [0, 0, 1, 0, 0, 0]
    for one in SCORECARD:
        expected = after.columns[one].values - before.columns[one].values
        np.testing.assert_allclose(gain.columns[one].values, expected, equal_nan=True)
    assert gain.nation[points].values.tolist() == [1]
    assert (before.side, after.side, gain.side) == ("baseline", "scenario", "difference")
    assert before.ids == after.ids == gain.ids


def test_a_moved_weight_changes_the_index_and_nothing_else(project):
    before = scorecard(project)
    after = scorecard(replace(project, index=project.index.with_weight("speed_4g", 9)))
    for one in SCORECARD:
        same = np.array_equal(before.columns[one].values, after.columns[one].values, equal_nan=True)
        assert same == (one != INDEX)


def test_the_usual_columns_begin_with_the_index_and_exist():
    assert SCORECARD[0] == INDEX
    assert set(SCORECARD) <= set(indicator_ids())
    assert len(set(SCORECARD)) == len(SCORECARD)


def test_an_unknown_indicator_is_named(project):
    with pytest.raises(UnknownNameError, match="no indicator gdp"):
        scorecard(project, "circle", ("population", "gdp"))
