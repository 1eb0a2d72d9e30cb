"""Where a show is: next and back, the page after the last scene, numbers and titles, covers, type, clock."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.scene import Ink
from desktop.briefing.show import LARGEST, SMALLEST


@pytest.fixture
def show(make_show):
    made = make_show()
    made.go(0)
    return made


def test_hidden_scenes_are_not_shown(show):
    assert [scene.id for scene in show.scenes] == ["cover", "ai", "5g", "care"]


def test_after_the_last_scene_comes_the_end_page_and_then_the_end(show):
    ended = []
    show.ended.connect(lambda: ended.append(True))
    show.last()
    show.next()
    assert (show.at, show.cover, ended) == (3, "end", [])
    show.back()
    assert (show.at, show.cover) == (3, "")
    show.next()
    show.next()
    assert ended == [True]


def test_a_loop_has_no_end(show):
    show.looping = True
    show.last()
    show.next()
    assert (show.at, show.cover) == (0, "")


def test_back_stops_at_the_first_scene(show):
    show.back()
    assert show.at == 0


def test_again_tells_of_the_same_scene(show):
    moves = []
    show.moved.connect(lambda *move: moves.append(move))
    show.next()
    show.again()
    assert moves == [(0, 1), (1, 1)]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("1", 0), ("４", 3), ("0", None), ("5", None), ("99999999999999999999", None),
        ("台東", 2), ("臺東的5g", 2), ("遠距", 3), ("ai", 1), ("封面", 0), ("太魯閣", None), ("", None), (" ，", None),
    ],
)  # fmt: skip
def test_a_scene_is_found_by_number_or_title(show, text, position):
    assert show.find(text) == position


def test_what_may_be_meant_has_the_number_first(show):
    assert show.matches("5") == (2,)
    assert show.matches("2")[0] == 1
    assert show.matches("") == (0, 1, 2, 3)


@given(text=st.text(max_size=6))
def test_matches_are_scenes_and_hold_what_is_found(shared_show, text):
    found = shared_show.matches(text)
    assert len(set(found)) == len(found)
    assert set(found) <= set(range(len(shared_show.scenes)))
    at = shared_show.find(text)
    assert at is None or at in found


@pytest.fixture(scope="module")
def shared_show(qapp, data, atlas):
    from data.project import Project
    from desktop.briefing.show import Show
    from tests.desktop.briefing.conftest import SCENES

    return Show(replace(Project.start(data), scenes=SCENES), atlas, "en")


def test_covers_come_and_go_and_a_scene_uncovers(show):
    show.toggle_cover("black")
    assert show.cover == "black"
    show.toggle_cover("white")
    assert show.cover == "white"
    show.toggle_cover("white")
    assert show.cover == ""
    show.toggle_cover("black")
    show.next()
    assert show.cover == ""


def test_type_grows_and_shrinks_within_bounds(show):
    show.enlarge(1)
    assert show.size > 1
    show.enlarge(50)
    assert show.size == LARGEST
    show.enlarge(-50)
    assert show.size == SMALLEST


def test_the_clock_counts_the_show_and_the_scene(make_show):
    now = [100.0]
    show = make_show(clock=lambda: now[0])
    show.go(0)
    now[0] = 130.0
    show.next()
    now[0] = 145.0
    assert (show.elapsed, show.on_scene) == (45.0, 15.0)
    show.restart_clock()
    assert (show.elapsed, show.on_scene) == (0.0, 0.0)


def test_a_changed_scene_takes_the_place_of_the_old_one(show):
    ink = (Ink("pen", "#D40000", ((0.0, 0.0), (1.0, 1.0))),)
    show.replace_scene(2, replace(show.scenes[2], ink=ink))
    assert show.scenes[2].ink == ink
    assert [scene.id for scene in show.scenes] == ["cover", "ai", "5g", "care"]


def test_titles_follow_the_language_and_the_theme_the_order(make_show):
    show = make_show(language="en", theme="dark")
    assert show.titles[2] == "5G in Taitung"
    assert show.staged(2).view.theme == "dark"
