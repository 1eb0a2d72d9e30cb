"""What the status bar and the card say of a place, on every level and side."""

from dataclasses import replace

import numpy as np
import pytest

from data.balance.composite import rank
from data.balance.evaluate import INDEX, column
from data.balance.groups import groups
from data.model import AreaLevel, Layer, Place
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario, SetCoverage
from desktop import readings
from maps.texts import Texts
from maps.view import READY_VIEWS


@pytest.fixture(scope="module")
def towns(data):
    return {town.full_name("zh"): town for town in data.towns}


@pytest.fixture(scope="module")
def project(data):
    return Project.start(data)


@pytest.fixture(scope="module")
def supposed(project, towns):
    haiduan = towns["臺東縣海端鄉"]
    changes = (
        SetCoverage("coverage_5g", AreaLevel.TOWN, haiduan.code, 95.0),
        AddSite(Layer.TELEMEDICINE, "new", "新據點", haiduan.code, haiduan.lon, haiduan.lat),
        RemoveSite("tele-022"),
    )
    return replace(project, scenario=Scenario("試", changes))


def said(project, place, **changes):
    view = replace(READY_VIEWS["broadband"], language="en", **changes)
    return list(readings.lines(project, view, place, Texts("en")))


def test_a_town_is_read_as_the_area_that_colours_it(project, towns):
    yilan = Place("town", towns["宜蘭縣宜蘭市"].code)
    assert said(project, yilan)[-1].startswith("5G 98.0 %")
    county = said(project, yilan, level="county")[-1]
    assert county.startswith("Yilan County: 5G ")
    first, second = said(project, yilan, level="circle")[-2:]
    assert first.startswith("Capital Golden Corridor: 5G ")
    assert second.startswith("Slow-living East: 5G ")


@pytest.mark.parametrize("level", ["town", "county", "circle"])
def test_a_circle_in_a_list_is_read_itself(project, level):
    assert said(project, Place("circle", "south"), level=level)[-1].startswith("5G ")


@pytest.mark.parametrize("level", ["town", "county", "circle"])
def test_the_index_says_its_rank_among_its_level(project, towns, level):
    haiduan = towns["臺東縣海端鄉"]
    area = {"town": haiduan.code, "county": haiduan.county.code, "circle": "east"}[level]
    values, row = column(project, INDEX, level).values, groups(project, level).ids.index(area)
    place = int(rank(values)[row])
    count = int(np.isfinite(values).sum())
    text = said(project, Place("town", haiduan.code), level=level, choropleth=INDEX)[-1]
    assert f"rank {place} of {count}" in text
    assert f"Index {values[row]:.1f} points" in text


@pytest.mark.parametrize("side", ["scenario", "difference"])
def test_a_scenario_reads_baseline_scenario_and_change(supposed, towns, side):
    changed = said(supposed, Place("town", towns["臺東縣海端鄉"].code), side=side)[-1]
    assert changed.startswith("5G 81.5 → 95.0 % [+13.5]")
    same = said(supposed, Place("town", towns["臺北市大安區"].code), side=side)[-1]
    assert "no change" in same
    assert "→" not in same
    assert "→" not in said(supposed, Place("town", towns["臺東縣海端鄉"].code))[-1]


def test_sites_of_the_scenario_are_found_and_said_to_be_supposed(supposed, towns):
    new, gone = Place("site", "new"), Place("site", "tele-022")
    for side in ("baseline", "scenario", "difference"):
        lines = said(supposed, new, side=side)
        assert lines[0] == "新據點"
        assert "hypothetical: only in the scenario" in lines
    assert "removed in the scenario" in said(supposed, gone, side="scenario")
    assert "removed in the scenario" not in said(supposed, gone)
    assert readings.circle_ids(supposed, new) == ("east",)
    assert readings.data_with(supposed, gone, "scenario") is supposed.data
    assert readings.data_with(supposed, new) is supposed.what_if.data
