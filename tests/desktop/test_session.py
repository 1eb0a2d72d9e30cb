"""The session: undoable changes of index and scenario, sides and levels of the view."""

from __future__ import annotations

import pytest

from data.errors import UnknownNameError
from data.index_spec import IndexPart, IndexSpec
from data.model import AreaLevel, Layer, Overlap, Place
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario, SetCoverage
from data.scene import Scene
from desktop.session import Session
from maps.view import READY_VIEWS

BETTER = Scenario("", (SetCoverage("coverage_5g", AreaLevel.RURAL, "", 95.0),))


@pytest.fixture
def session(qapp, data):
    return Session(Project.start(data), READY_VIEWS["overview"])


@pytest.fixture
def heard(session):
    """The names of the signals since the last look, in their order."""
    names = (
        "project_changed",
        "index_changed",
        "layers_changed",
        "selection_changed",
        "view_changed",
        "scenes_changed",
    )
    told = []
    for name in names:
        getattr(session, name).connect(lambda name=name: told.append(name))
    return told


def weights(session):
    return {part.indicator: part.weight for part in session.project.index.parts}


def test_steps_of_one_drag_are_undone_together_and_the_next_drag_alone(session):
    first = session.project.index
    name = first.parts[0].indicator
    for weight in (3, 4, 5):
        session.change_index(session.project.index.with_weight(name, weight), gesture=f"weight:{name}")
    session.finish_gesture()
    for weight in (6, 7):
        session.change_index(session.project.index.with_weight(name, weight), gesture=f"weight:{name}")
    assert session.history.count() == 2
    session.history.undo()
    assert weights(session)[name] == 5
    session.history.undo()
    assert session.project.index == first
    session.history.redo()
    assert weights(session)[name] == 5


def test_past_steps_of_a_drag_and_past_data_sets_are_not_kept_alive(session):
    def suppose(value, gesture=""):
        scenario = Scenario("", (SetCoverage("coverage_5g", AreaLevel.RURAL, "", value),))
        session.change_scenario(scenario, "5G", gesture)
        assert session.project.what_if.data is not session.project.data  # as panels do
        return scenario

    *_, end_of_drag = [suppose(value, "coverage") for value in (90.0, 91.0, 92.0, 93.0)]
    history = {Scenario(), end_of_drag, suppose(80.0), suppose(70.0)}
    projects = [project for change in session.history._changes for project in (change.before, change.after)]
    assert {project.scenario for project in projects} == history
    assert not [project for project in projects if "what_if" in vars(project)]


def test_a_new_change_forgets_what_was_undone(session):
    session.change_overlap(Overlap.SPLIT)
    session.history.undo()
    assert session.history.can_redo()
    session.change_overlap(Overlap.FIRST)
    assert not session.history.can_redo()
    assert (session.history.count(), session.history.index()) == (1, 1)
    for _ in range(3):
        session.history.undo()
    assert session.project.overlap is Overlap.EACH


def test_drags_of_two_sliders_do_not_merge(session):
    first, second = (part.indicator for part in session.project.index.parts[:2])
    session.change_index(session.project.index.with_weight(first, 9), gesture=f"weight:{first}")
    session.change_index(session.project.index.with_weight(second, 9), gesture=f"weight:{second}")
    assert session.history.count() == 2


def test_a_drag_back_to_where_it_began_leaves_nothing_to_undo(session):
    first = session.project.index
    name, weight = first.parts[0].indicator, first.parts[0].weight
    session.change_index(first.with_weight(name, weight + 1), gesture="weight")
    session.change_index(first, gesture="weight")
    assert session.history.count() == 0


def test_only_what_changed_is_told(session, heard):
    session.change_index(IndexSpec((IndexPart("population", 1, 1),)))
    assert heard == ["index_changed"]
    heard.clear()
    session.change_scenario(BETTER, "better 5G")
    assert heard.count("project_changed") == 1
    assert "index_changed" not in heard


def test_the_first_change_shows_the_scenario_and_the_last_taken_back_the_baseline(session):
    session.set_side("difference")
    assert session.view.side == "baseline", "without a scenario there is nothing else to show"
    session.change_scenario(BETTER, "better 5G")
    assert session.view.side == "scenario"
    session.set_side("difference")
    session.change_scenario(Scenario(), "clear")
    assert session.view.side == "baseline"
    session.history.undo()
    assert session.project.scenario == BETTER
    session.history.undo()
    assert session.project.scenario.is_empty
    assert session.view.side == "baseline"


def test_a_change_that_cannot_be_changes_nothing(session):
    before = session.project
    with pytest.raises(UnknownNameError, match="no site nowhere"):
        session.change_scenario(Scenario("", (RemoveSite("nowhere"),)), "remove")
    assert session.project is before
    assert session.history.count() == 0


def test_a_site_that_is_gone_is_marked_no_longer(session, data):
    town = data.towns[0]
    new = AddSite(Layer.TELEMEDICINE, "new-1", "新據點", town.code, town.lon, town.lat)
    session.change_scenario(Scenario("", (new,)), "add")
    session.select(Place("site", "new-1"))
    session.history.undo()
    assert session.view.selected is None


def test_a_ready_view_of_the_scenario_shows_the_baseline_while_there_is_none(session):
    session.show_ready_view("scenario")
    assert session.view.side == "baseline"
    session.change_scenario(BETTER, "better 5G")
    session.show_ready_view("overview")
    assert session.view.side == "baseline"
    session.show_ready_view("scenario")
    assert session.view.side == READY_VIEWS["scenario"].side


def test_the_undo_text_names_the_change_in_the_language_of_the_window(session):
    session.change_scenario(BETTER, "better 5G")
    assert session.history.undo_text() == "better 5G"


def test_undo_and_redo_show_the_scenario_they_change(session):
    one, two = (Scenario("", (SetCoverage("coverage_5g", AreaLevel.RURAL, "", value),)) for value in (90.0, 95.0))
    session.change_scenario(one, "5G")
    assert session.view.side == "scenario"
    session.history.undo()
    assert session.view.side == "baseline"
    session.history.redo()
    assert session.view.side == "scenario"
    session.change_scenario(two, "5G")
    session.set_side("baseline")
    session.history.undo()
    assert session.view.side == "scenario"
    session.set_side("difference")
    session.history.redo()
    assert session.view.side == "difference"


def test_choosing_a_site_that_only_the_scenario_has_shows_it(session):
    town = session.project.data.towns[0]
    new = AddSite(Layer.TELEMEDICINE, "new-1", "", town.code, town.lon, town.lat)
    session.change_scenario(Scenario("", (new,)), "add")
    session.set_side("baseline")
    session.select(Place("town", town.code))
    assert session.view.side == "baseline"
    session.select(Place("site", "new-1"))
    assert session.view.side == "scenario"


def test_scenes_are_changed_undoably_and_no_map_hears_of_it(session, heard):
    session.change_scenes((Scene("a"),), "capture of a scene")
    assert heard == ["scenes_changed"]
    assert session.history.undo_text() == "capture of a scene"
    session.history.undo()
    assert session.project.scenes == ()
    assert heard == ["scenes_changed"] * 2
