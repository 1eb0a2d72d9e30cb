"""The gap to a target counts those towns only for which the target was set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.balance.groups import groups
from data.balance.measures import POPULATION, Column
from data.balance.target_gap import GapToTarget
from data.coverage import coverage
from data.dataset import DataSet, load
from data.project import Project
from data.targets import next_target

DATA = load()
SERIES = "coverage_5g"
GAP = GapToTarget(SERIES)
POINT = next_target(next(one for one in DATA.targets if one.indicator == SERIES))
PEOPLE = DATA.town_values(POPULATION)
COVERED = coverage(DATA, SERIES).values


def holding_for(level: str, area: str = "") -> DataSet:
    """The data set whose 5G target was set for another kind of area."""
    targets = (replace(one, level=level, area=area) if one.indicator == SERIES else one for one in DATA.targets)
    return replace(DATA, targets=tuple(targets))


def of_nation(data: DataSet) -> Column:
    return GAP(data, groups(Project.start(data), "nation"))


@pytest.mark.parametrize(
    ("level", "area", "inside"),
    [
        ("nation", "", [True for _ in DATA.towns]),
        ("rural", "", [town.rural for town in DATA.towns]),
        ("non-rural", "", [not town.rural for town in DATA.towns]),
        ("county", "10014", [town.county.code == "10014" for town in DATA.towns]),
        ("town", DATA.towns[7].code, [town is DATA.towns[7] for town in DATA.towns]),
    ],
)
def test_the_mean_is_that_of_the_towns_for_which_it_holds(level: str, area: str, inside: list[bool]) -> None:
    found = of_nation(holding_for(level, area))
    people = PEOPLE * inside
    assert POINT is not None
    assert found.values[0] == pytest.approx(people @ COVERED / people.sum() - POINT.value)
    assert found.known[0] == pytest.approx(people.sum() / PEOPLE.sum())


@pytest.mark.parametrize("level", ["island", "remote-tribe", "other"])
def test_of_a_kind_of_area_that_no_town_is_known_to_be_it_says_nothing(level: str) -> None:
    found = of_nation(holding_for(level))
    assert np.isnan(found.values[0])
    assert found.known[0] == 0


def test_without_a_target_there_is_no_gap_and_nothing_it_stands_on() -> None:
    data = replace(DATA, targets=())
    areas = groups(Project.start(data), "county")
    found = GAP(data, areas)
    assert np.isnan(found.values).all()
    assert not found.known.any()
    assert GAP.trace(data, areas, 0).inputs == ()
