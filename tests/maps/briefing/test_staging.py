"""Scenes over live data: what they ask for, and what becomes of what is gone."""

from dataclasses import replace

import pytest

from data.index_spec import IndexPart, IndexSpec
from data.model import Name, Overlap, Place
from data.project import Project
from data.scenario import MoveSite, RemoveSite, Scenario
from data.scene import Scene, new_id, shown
from maps.briefing.scene_view import view_record
from maps.briefing.staging import KEPT, LARGEST_SIDE, LEAST_SIDE, Stager
from maps.view import READY_VIEWS


@pytest.fixture
def stager(project, atlas):
    return Stager(project, atlas)


def scene(view=READY_VIEWS["overview"], **changes):
    return Scene("a", view=view_record(view), **changes)


def sentences(staged):
    return [str(one) for one in staged.missing]


def test_a_scene_is_shown_over_its_own_circles_and_scenario(stager, data):
    gone = Scenario("less", (RemoveSite(data.sites[0].id),))
    staged = stager.stage(scene(definition="2024-12", overlap=Overlap.SPLIT, scenario=gone), "zh")
    assert (staged.project.definition_id, staged.project.overlap) == ("2024-12", Overlap.SPLIT)
    assert data.sites[0].id not in staged.project.what_if.data.site_by_id
    assert staged.missing == ()


def test_what_a_scene_does_not_say_is_that_of_the_project(project, atlas):
    base = replace(project, definition_id="2025-09", overlap=Overlap.FIRST)
    staged = Stager(base, atlas).stage(scene(), "en")
    assert (staged.project.definition_id, staged.project.overlap) == ("2025-09", Overlap.FIRST)
    assert staged.view == replace(READY_VIEWS["overview"], language="en")


def test_a_map_without_a_title_has_that_of_the_sheet_in_the_language_of_the_show(stager):
    assert stager.stage(scene(), "zh").title != stager.stage(scene(), "en").title
    assert "AI" in stager.stage(scene(READY_VIEWS["ai"]), "en").title
    assert stager.stage(Scene("b", "title"), "en").title == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_text_in_one_language_is_read_in_both(stager, language):
    for name in (Name("只有"), Name("", "only")):
        assert stager.stage(scene(title=name, message=name, notes=name), language).title in ("只有", "only")


def test_scenes_of_one_scenario_share_what_is_computed(stager):
    one, two = (stager.stage(scene(scenario=Scenario("", ())), "zh").project for _ in range(2))
    assert one is two
    other = stager.stage(scene(definition="2024-12"), "zh").project
    assert other is not one


def test_only_a_few_projects_are_kept(stager, data):
    sites = [site.id for site in data.sites[: KEPT + 3]]
    for site in sites:
        stager.stage(scene(scenario=Scenario(site, (RemoveSite(site),))), "zh")
    assert len(stager._projects) == KEPT


@pytest.mark.parametrize(
    ("view", "changes", "told"),
    [
        (READY_VIEWS["index"], {"definition": "2099-01"}, "2099-01"),
        (replace(READY_VIEWS["broadband"], choropleth="lost"), {}, "lost"),
        (replace(READY_VIEWS["broadband"], second="lost"), {}, "lost"),
        (replace(READY_VIEWS["ai"], focus=Place("circle", "atlantis")), {}, "atlantis"),
        (replace(READY_VIEWS["ai"], selected=Place("site", "gone")), {}, "gone"),
        (READY_VIEWS["ai"], {"scenario": Scenario("", (MoveSite("gone", 121.0, 24.0, "10014010"),))}, "gone"),
        (READY_VIEWS["index"], {"index": IndexSpec((IndexPart("lost", 1, 1),))}, "lost"),
    ],
)
def test_what_is_gone_is_told_and_the_rest_is_shown(stager, view, changes, told):
    staged = stager.stage(scene(view, **changes), "zh")
    assert any(told in one for one in sentences(staged))
    assert staged.title
    assert staged.view.name == view.name


def test_an_indicator_that_is_gone_takes_its_colours_along(stager):
    staged = stager.stage(scene(replace(READY_VIEWS["broadband"], choropleth="lost")), "zh")
    assert "choropleth" not in staged.view.layers


def test_what_no_view_can_have_is_told(stager):
    staged = stager.stage(Scene("a", view={"theme": "pink", "name": "ai"}), "zh")
    assert "theme" in sentences(staged)[0]
    assert staged.view.name == "ai"


@pytest.mark.parametrize(
    ("extent", "side"),
    [
        ((250e3, 2600e3, 250e3 + 1e-9, 2600e3 + 1e-9), LEAST_SIDE),
        ((0.0, 0.0, 5e-324, 1e7), None),
        ((-1e7, -1e7, 1e7, 1e7), LARGEST_SIDE),
        ((9_999_998.0, 9_999_998.0, 9_999_999.0, 9_999_999.0), None),
        ((200e3, 2500e3, 300e3, 2600e3), 100e3),
    ],
)
def test_what_a_scene_shows_is_of_a_size_that_can_be_drawn(stager, extent, side):
    staged = stager.stage(scene(extent=extent), "zh")
    assert (staged.extent is None) == (side is None) == bool(staged.missing)
    if side is not None:
        assert staged.extent[2] - staged.extent[0] == staged.extent[3] - staged.extent[1] == pytest.approx(side)


def test_hidden_scenes_are_left_out_and_ids_are_new():
    scenes = (Scene("scene-1"), Scene("scene-2", hidden=True), Scene("x"))
    assert [one.id for one in shown(scenes)] == ["scene-1", "x"]
    assert new_id(scenes) == "scene-3"
    assert new_id(()) == "scene-1"


def test_a_side_without_a_scenario_is_the_baseline(stager):
    assert stager.stage(scene(READY_VIEWS["scenario"]), "zh").view.side == "baseline"


def test_scenes_belong_to_the_project(project):
    assert Project.start(project.data).scenes == ()
    assert replace(project, scenes=(Scene("a"),)) != project
