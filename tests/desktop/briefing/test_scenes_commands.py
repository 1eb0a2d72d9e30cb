"""What is done with scenes, on a session and a map without a window: each is one step back; the choice follows."""

from __future__ import annotations

import pytest

from data.model import Name, Overlap, Place
from data.project import Project
from data.scene import Ink, Scene
from desktop.briefing.scenes_commands import SceneCommands
from desktop.map_canvas import MapCanvas
from desktop.session import Session
from maps.view import READY_VIEWS
from tests.desktop.driving import PART_OF_TAIWAN

FOUR = (Scene("a"), Scene("S", "section"), Scene("b"), Scene("c", hidden=True))


class Desk:
    """A session, a map that follows it, and the commands."""

    def __init__(self, data):
        self.session = Session(Project.start(data), READY_VIEWS["overview"])
        self.canvas = MapCanvas()
        self.canvas.resize(800, 600)
        self.session.view_changed.connect(lambda: self.canvas.set_view(self.session.view))
        self.session.project_changed.connect(lambda: self.canvas.set_project(self.session.project))
        self.canvas.set_project(self.session.project)
        self.canvas.set_view(self.session.view)
        self.shown, self.said = [], []
        self.commands = SceneCommands(
            self.session, self.canvas, lambda: "lorenz", lambda *shown: self.shown.append(shown)
        )
        self.commands.said.connect(self.said.append)

    def with_scenes(self, *scenes, chosen=()):
        self.session.change_scenes(scenes, "scenes")
        self.commands.choose(tuple(chosen))
        return self

    @property
    def ids(self):
        return " ".join(scene.id for scene in self.commands.scenes)

    @property
    def chosen(self):
        return " ".join(scene.id for scene in self.commands.chosen)


@pytest.fixture
def desk(qtbot, qapp, data):
    desk = Desk(data)
    qtbot.addWidget(desk.canvas)
    yield desk
    desk.canvas.close_workers()


class TestCapture:
    def test_keeps_what_is_seen(self, desk):
        desk.session.show_ready_view("ai")
        desk.session.select(Place("county", "10014"))
        desk.canvas.set_extent(PART_OF_TAIWAN)
        desk.commands.capture()
        (scene,) = desk.commands.scenes
        assert scene.view["selected"] == {"kind": "county", "id": "10014"}
        assert scene.extent == desk.canvas.extent()
        assert (scene.panel, scene.definition, scene.title) == ("lorenz", "2026-01", Name(""))
        assert desk.chosen == scene.id
        assert "1" in desk.said[-1]

    def test_the_whole_of_taiwan_has_no_extent(self, desk):
        desk.canvas.fit()
        desk.commands.capture()
        assert desk.commands.scenes[0].extent is None

    def test_stands_behind_the_chosen_one(self, desk):
        desk.with_scenes(*FOUR, chosen="a").commands.capture()
        assert desk.ids == "a scene-1 S b c"


class TestGoingThereAndBack:
    def test_update_from_the_view_of_a_scene_changes_nothing(self, desk):
        session = desk.session
        session.show_ready_view("broadband")
        session.change_overlap(Overlap.SPLIT)
        session.set_theme("dark")
        desk.canvas.set_extent(PART_OF_TAIWAN)
        desk.commands.capture()
        scene = desk.commands.scenes[0]
        session.set_theme("light")
        session.show_ready_view("ai")
        session.change_overlap(Overlap.EACH)
        session.change_definition("2024-12")
        desk.canvas.fit()
        desk.commands.go()
        assert session.view == READY_VIEWS["broadband"]  # in the window's own theme
        assert (session.project.definition_id, session.project.overlap) == ("2026-01", Overlap.SPLIT)
        desk.commands.update()
        assert desk.commands.scenes == (scene,)
        assert desk.shown == [("lorenz", "coverage_5g")]
        session.history.undo()
        assert session.project.definition_id == "2024-12"

    def test_what_the_project_decides_is_left_to_it(self, desk):
        desk.with_scenes(Scene("a", title=Name("標題"), panel="bars", ink=(Ink("pen", "#FF0000", ()),)), chosen="a")
        desk.commands.go()
        assert desk.shown == [("bars", "ai_per_100k")]  # of the sites shown, as on the slide
        desk.session.show_ready_view("ai")
        desk.commands.update()
        scene = desk.commands.single
        assert scene.view["name"] == "ai"
        assert (scene.title, scene.panel, scene.definition, scene.index) == (Name("標題"), "bars", None, None)
        assert scene.ink

    def test_a_circle_in_focus_is_brought_into_view_and_let_go(self, desk):
        desk.with_scenes(Scene("a", view={"focus": {"kind": "circle", "id": "east"}}), chosen="a")
        desk.commands.go()
        assert desk.session.view.focus == Place("circle", "east")
        assert not desk.canvas.is_fitted()
        desk.session.clear_focus()
        assert desk.session.view.focus is None

    def test_what_is_gone_is_said(self, desk):
        desk.with_scenes(Scene("a", view={"layers": ["choropleth"], "choropleth": "gone"}, definition="x"), chosen="a")
        desk.commands.go()
        assert "x" in desk.said[-1]
        assert "gone" in desk.said[-1]
        assert desk.session.project.definition_id == "2026-01"

    def test_a_title_has_no_view(self, desk):
        desk.with_scenes(Scene("a", "title"), chosen="a")
        before, steps = desk.session.view, desk.session.history.count()
        desk.commands.go()
        desk.commands.update()
        assert (desk.session.view, desk.session.history.count()) == (before, steps)


class TestOneStepBack:
    @pytest.mark.parametrize(
        ("command", "chosen", "ids", "chosen_then"),
        [
            ("add_title", "a", "a scene-1 S b c", "scene-1"),
            ("add_section", "", "a S b c scene-1", "scene-1"),
            ("add_closing", "c", "a S b c scene-1", "scene-1"),
            ("duplicate", "ab", "a S b scene-1 scene-2 c", "scene-1 scene-2"),
            ("delete", "a", "S b c", "S"),
            ("delete", "bc", "a S", "S"),
            ("move_up", "b", "a b S c", "b"),
            ("move_down", "a", "S a b c", "a"),
            ("move_up", "S", "S b c a", "S"),
        ],
    )
    def test_commands(self, desk, command, chosen, ids, chosen_then):
        desk.with_scenes(*FOUR, chosen=chosen)
        steps = desk.session.history.count()
        getattr(desk.commands, command)()
        assert (desk.ids, desk.chosen) == (ids, chosen_then)
        assert desk.session.history.count() == steps + 1
        assert desk.session.history.undo_text()
        desk.session.history.undo()
        assert desk.ids == "a S b c"
        if command == "delete":
            assert desk.chosen == " ".join(chosen)
        desk.session.history.redo()
        assert desk.ids == ids

    def test_nothing_that_changes_nothing(self, desk):
        desk.with_scenes(*FOUR, chosen="a")
        steps = desk.session.history.count()
        desk.commands.move_up()
        desk.commands.wipe_ink()
        desk.commands.write("a", "title", "zh", "")
        desk.commands.choose(())
        desk.commands.delete()
        assert desk.session.history.count() == steps

    def test_hiding_several_and_showing_them(self, desk):
        desk.with_scenes(*FOUR, chosen="bc")
        desk.commands.toggle_hidden()
        assert [scene.hidden for scene in desk.commands.scenes] == [False, False, True, True]
        desk.commands.toggle_hidden()
        assert [scene.hidden for scene in desk.commands.scenes] == [False] * 4

    def test_typing_is_one_step_for_each_field_and_language(self, desk):
        desk.with_scenes(*FOUR, chosen="a")
        steps = desk.session.history.count()
        for typed in ("六", "六個", "六個圈"):
            desk.commands.write("a", "title", "zh", typed, "title")
        desk.session.finish_gesture()
        desk.commands.write("a", "title", "en", "Six", "title")
        desk.commands.write("a", "notes", "en", "Say", "notes")
        assert desk.session.history.count() == steps + 3
        assert desk.commands.scenes[0].title == Name("六個圈", "Six")
        desk.session.history.undo()
        desk.session.history.undo()
        assert desk.commands.scenes[0].title == Name("六個圈")
        desk.session.history.undo()
        assert desk.commands.scenes[0].title == Name("")


@pytest.mark.parametrize(("chosen", "here"), [("", 0), ("a", 0), ("S", 1), ("b", 2), ("c", 2), ("bc", 2)])
def test_where_a_show_from_here_begins(desk, chosen, here):
    assert desk.with_scenes(*FOUR, chosen=chosen).commands.here == here
