"""What a scenario does, in rows: the measures themselves, of the areas that feel it, small differences included."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.balance.evaluate import column
from data.balance.groups import groups
from data.model import AreaLevel, Layer, Place
from data.project import Project
from data.scenario import AddSite, Scenario, SetCoverage
from desktop.whatif_compare import compared
from desktop.whatif_table import difference
from maps.texts import Texts


@pytest.fixture
def haiduan(data):
    return next(town for town in data.towns if town.name.zh == "海端鄉")


def test_the_rows_are_the_measures(data, haiduan):
    site = AddSite(Layer.HOSPITAL, "new-1", "", haiduan.code, haiduan.lon, haiduan.lat, beds=10.0)
    project = replace(Project.start(data), scenario=Scenario("", (site,)))
    blocks = compared(project, Place("site", "new-1"))
    assert Place("town", haiduan.code) in [block.place for block in blocks]
    for block in blocks:
        for row in block.rows:
            if row.kind != "value":
                continue
            at = groups(project, row.by).ids.index(row.area)
            for side, value in (("baseline", row.before), ("scenario", row.after)):
                expected = column(project, row.indicator.id, row.by, side).values[at]
                assert value == pytest.approx(expected, nan_ok=True)


def test_a_circle_that_only_feels_it_shows_what_changes(data):
    """A hospital at a circle's border: the other circle's people reach it too."""
    town = next(town for town in data.towns if town.full_name("zh") == "雲林縣北港鎮")
    site = AddSite(Layer.HOSPITAL, "new-1", "", town.code, town.lon, town.lat, beds=50.0)
    project = replace(Project.start(data), scenario=Scenario("", (site,)))
    blocks = {block.place.id: block for block in compared(project, None) if block.place}
    assert {"precision", "south"} <= set(blocks)
    assert "east" not in blocks
    others = [row for circle, block in blocks.items() if circle != "precision" for row in block.rows]
    assert all(row.changes for row in others)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_small_differences_are_shown_and_none_is_none(data, haiduan, language):
    change = SetCoverage("coverage_5g", AreaLevel.TOWN, haiduan.code, 81.6)
    project = replace(Project.start(data), scenario=Scenario("", (change,)))
    nation = compared(project, None)[0].rows[0]
    assert abs(nation.difference) < 0.05
    text = difference(Texts(language), nation)
    assert text.startswith("▲ +0.0")
    assert float(text.removeprefix("▲ +")) > 0
    assert difference(Texts(language), replace(nation, after=nation.before)) == "0"
    assert difference(Texts(language), replace(nation, after=float("nan"))) == Texts(language).translate(
        "Reading", "no data"
    )
