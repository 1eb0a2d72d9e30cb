"""Inequality of the real indicators across towns, counties and circles."""

import math
from dataclasses import replace

import numpy as np
import pytest

from data import circles
from data.balance.across import ACROSS, distribution, inequality_of
from data.balance.evaluate import column
from data.balance.groups import groups
from data.balance.inequality import inequality
from data.dataset import load
from data.errors import InputError, UnknownNameError
from data.model import Overlap
from data.project import Project

PEOPLE = "population"


@pytest.fixture(scope="module")
def project() -> Project:
    return replace(Project.start(load()), overlap=Overlap.SPLIT)


@pytest.mark.parametrize("overlap", list(Overlap))
@pytest.mark.parametrize("across", ["town", "county"])
@pytest.mark.parametrize("weight", ["population", "none"])
def test_between_and_within_circles_add_up(project: Project, overlap: Overlap, across: str, weight: str) -> None:
    found = inequality_of(replace(project, overlap=overlap), "stations_per_1000", across, weight)
    assert found.theil_between + found.theil_within == pytest.approx(found.theil, abs=1e-12)
    assert found.theil_between > 0
    assert found.theil_within > 0


def test_each_splits_theil_as_split_does(project: Project) -> None:
    """Shares that add up to 2 cannot split a whole; the towns themselves are the same under every rule."""
    split = inequality_of(project, "speed_4g", "town", "population")
    assert inequality_of(replace(project, overlap=Overlap.EACH), "speed_4g", "town", "population") == split
    first = inequality_of(replace(project, overlap=Overlap.FIRST), "speed_4g", "town", "population")
    assert first.theil == split.theil
    assert first.theil_between != split.theil_between


def test_circles_are_one_value_each(project: Project) -> None:
    found = inequality_of(project, "stations_per_1000", "circle", "population")
    assert found.n == 6
    assert math.isnan(found.theil_between)
    assert math.isnan(found.theil_within)
    # What lies between the circles is what is left of the inequality of towns when each has its circle's mean.
    towns = inequality_of(project, "stations_per_1000", "town", "population")
    assert found.theil == pytest.approx(towns.theil_between, rel=1e-9)


def test_people_of_circles_are_counted_by_the_rule(project: Project) -> None:
    population = project.data.town_values(PEOPLE)
    for overlap in Overlap:
        given = distribution(replace(project, overlap=overlap), "speed_4g", "circle", "population")
        assert given.weights is not None
        expected = circles.weights(project.data, project.definition_id, overlap) @ population
        assert given.weights == pytest.approx(expected)
        assert given.shares is None


def test_a_county_belongs_to_circles_as_its_people_do(project: Project) -> None:
    """Southern Pingtung is half in the east: its county's share there is half that of its people."""
    given = distribution(project, "speed_4g", "county", "none")
    assert given.weights is None
    assert given.shares is not None
    data = project.data
    county = data.county_index["10013"]
    east, south = (project.definition.circles.index(name) for name in ("east", "south"))
    population = data.town_values(PEOPLE)
    inside = data.town_county_rows == county
    shared = inside & (circles.weights(data, project.definition_id, Overlap.EACH)[east] == 1)
    assert shared.sum() == 8
    part = population[shared].sum() / population[inside].sum() / 2
    assert given.shares[east, county] == pytest.approx(part)
    assert given.shares[south, county] == pytest.approx(1 - part)
    assert given.shares.sum(axis=0) == pytest.approx(1)


def test_it_is_the_inequality_of_the_column(project: Project) -> None:
    for across in ACROSS:
        found = inequality_of(project, "emergency_beds_per_100k", across, "population")
        values = column(project, "emergency_beds_per_100k", across).values
        people = groups(project, across).weights @ project.data.town_values(PEOPLE)
        assert found.gini == inequality(values, people).gini
        assert found.missing == np.isnan(values).sum()


def test_towns_that_belong_to_no_circle_are_a_group_of_their_own(project: Project) -> None:
    """The definition 2025-09 has no circle of the islands."""
    found = inequality_of(replace(project, definition_id="2025-09"), "stations_per_1000", "town", "population")
    assert found.n == 368
    assert found.theil_between + found.theil_within == pytest.approx(found.theil)


def test_negative_values_are_named(project: Project) -> None:
    with pytest.raises(InputError, match=r"coverage_5g_gap_nation of \d+ is -") as caught:
        inequality_of(project, "coverage_5g_gap_nation", "town", "population")
    assert caught.value.exit_code == 2


def test_an_unknown_indicator_is_named(project: Project) -> None:
    with pytest.raises(UnknownNameError, match="no indicator happiness"):
        inequality_of(project, "happiness", "town", "none")
