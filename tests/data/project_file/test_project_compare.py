"""In what two projects differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.balance.evaluate import column
from data.model import Layer, Name, Overlap, OwnLayer
from data.own import NOTHING
from data.own_edits import moved_site
from data.project import Project
from data.project_file.compare import Comparison, compare
from data.scene import Scene
from tests.data.project_file.sample import OFFICE, own_site, sample_own, sample_project


def test_a_project_is_the_same_as_itself(data, project):
    assert compare(project, project) == Comparison()
    assert compare(sample_project(data), sample_project(data)) == Comparison()


def test_sites_are_added_removed_moved_and_changed(data, project):
    ai = data.sites_of(Layer.AI)
    moved = replace(ai[0], lon=ai[0].lon, lat=ai[0].lat + 0.01)
    changed = replace(ai[1], name=Name("新名"), lon=ai[1].lon + 0.01)
    own = NOTHING.with_source(OFFICE).with_sites([moved, changed, own_site(1)]).without_sites([ai[2].id], data)
    found = {one.change: one for one in compare(project, replace(project, own=own)).sites}
    assert (found["added"].before, found["added"].after.id) == (None, "own-1")
    assert (found["removed"].before, found["removed"].after) == (ai[2], None)
    assert (found["moved"].before, found["moved"].fields) == (ai[0], ("lat",))
    assert found["moved"].metres == pytest.approx(1108, rel=0.01)
    assert (found["changed"].after, found["changed"].fields) == (changed, ("name", "lon"))


def test_a_site_that_was_moved_by_hand_was_moved_and_one_that_is_only_cited_otherwise_changed(data, project):
    site, other = data.sites_of(Layer.AI)[:2]
    by_hand = moved_site(site, data, site.lon, site.lat + 0.01, site.town_code)
    cited = replace(other, source_id=OFFICE.id)
    own = NOTHING.with_source(OFFICE).with_sites([by_hand, cited])
    found = {one.after.id: one.change for one in compare(project, replace(project, own=own)).sites}
    assert found == {site.id: "moved", other.id: "changed"}


def test_the_sites_of_an_own_layer_are_counted_in_the_scorecard_of_both(project):
    one = NOTHING.with_source(OFFICE).with_layer(OwnLayer("甲", "star", "#7A4FA3"))
    sites = [replace(own_site(number), layer=Layer.OWN, category="甲") for number in (1, 2)]
    before, after = (replace(project, own=one.with_sites(sites[:count])) for count in (1, 2))
    counts = [value for value in compare(before, after).values if value.indicator == "own_甲"]
    assert ("", 1.0, 2.0) in [(value.area, value.before, value.after) for value in counts]


def test_the_other_way_round_it_is_the_opposite(data, project):
    there, back = compare(project, sample_project(data)), compare(sample_project(data), project)
    assert {(one.before, one.after) for one in there.sites} == {(one.after, one.before) for one in back.sites}
    assert {(one.before, one.after) for one in there.figures} == {(one.after, one.before) for one in back.figures}
    assert there.scenario_added == back.scenario_removed == sample_project(data).scenario.changes
    assert there.shown == tuple(reversed(back.shown))
    assert {(one.indicator, one.area, one.side, one.before, one.after) for one in there.values} == {
        (one.indicator, one.area, one.side, one.after, one.before) for one in back.values
    }


def test_figures_are_compared_by_what_they_speak_of(data, project):
    found = compare(project, replace(project, own=sample_own(data))).figures
    changed = [one for one in found if one.before is not None and one.after is not None]
    assert [(one.before.variable, one.after.value) for one in changed] == [("population", 7.0)]
    assert [one.before for one in found if one.after is None] == [data.figures[-1]]
    assert {one.after.variable for one in found if one.before is None} == {"own-visits"}


def test_definitions_are_compared_by_town(data):
    a = sample_project(data)
    (definition,) = a.own.definitions
    more = replace(definition.members[0], area="66000", circle="south")
    b = replace(a, own=a.own.with_definition(replace(definition, members=(*definition.members, more))))
    found = compare(a, b)
    (one,) = found.definitions
    taichung = {town.code for town in data.towns if town.county.code == "66000"}
    assert (one.change, one.definition_id, {town.town_code for town in one.towns}) == ("changed", "own-1", taichung)
    assert {(town.before, town.after) for town in one.towns} == {((), ("south",))}
    assert found.towns == one.towns
    assert found.shown is None


def test_scenes_are_added_removed_moved_and_changed(project):
    scenes = [Scene(f"scene-{number}") for number in range(5)]
    a = replace(project, scenes=tuple(scenes[:4]))
    b = replace(project, scenes=(scenes[1], scenes[0], replace(scenes[2], seconds=9.0), scenes[4]))
    found = [(one.change, (one.after or one.before).id) for one in compare(a, b).scenes]
    assert sorted(found) == [
        ("added", "scene-4"),
        ("changed", "scene-2"),
        ("moved", "scene-0"),
        ("moved", "scene-1"),
        ("removed", "scene-3"),
    ]


def test_values_of_the_scorecard_are_those_of_the_measures(data, project):
    b = replace(project, own=NOTHING.without_sites([site.id for site in data.sites_of(Layer.AI)[:3]], data))
    found = {(one.indicator, one.area): one for one in compare(project, b).values}
    nation = found["ai_operating", ""]
    assert nation.before == column(project, "ai_operating", "nation").values[0]
    assert nation.after == column(b, "ai_operating", "nation").values[0]
    assert nation.before > nation.after
    assert not any(indicator == "population" for indicator, _ in found)


def test_a_rule_of_overlap_changes_circles_and_not_the_nation(project):
    found = compare(project, replace(project, overlap=Overlap.SPLIT))
    assert found.overlap == ("each", "split")
    population = {one.area for one in found.values if one.indicator == "population"}
    assert population == {"capital", "south", "east"}
    assert not found.sites


def test_what_a_scenario_does_is_its_own_side(data, project):
    b = replace(project, scenario=sample_project(data).scenario)
    assert {one.side for one in compare(project, b).values} == {"scenario"}
    assert isinstance(compare(Project.start(data), b).values[0].after, float)
