"""Which screen shows what, with one, two and three of them, and while they come and go."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from desktop import settings
from desktop.briefing.screens import Screens, assigned
from desktop.briefing.screens_system import SystemScreens
from desktop.settings import Settings
from tests.desktop.briefing.simulated_screens import LAPTOP, PROJECTOR, WALL, SimulatedScreens


def shown(screens):
    """Return the names of the screens of audience and console."""
    return screens.audience.name, None if screens.console is None else screens.console.name


@pytest.mark.parametrize(
    ("names", "audience", "console", "desk", "expected"),
    [
        (["a"], "", "", "", ("a", "a")),
        (["a"], "b", "a", "a", ("a", "a")),
        (["a", "b"], "", "", "", ("b", "a")),
        (["a", "b"], "", "", "b", ("a", "b")),  # the main window stands on the second screen
        (["a", "b"], "a", "", "a", ("a", "b")),
        (["a", "b"], "gone", "gone", "a", ("b", "a")),
        (["a", "b", "c"], "", "", "a", ("b", "a")),
        (["a", "b", "c"], "c", "b", "a", ("c", "b")),
        (["a", "b", "c"], "gone", "b", "a", ("a", "b")),
        (["a", "b", "c"], "c", "gone", "a", ("c", "a")),
    ],
)
def test_who_gets_which_screen(names, audience, console, desk, expected):
    assert assigned(names, audience, console, desk) == expected


NAMES = st.lists(st.sampled_from("abcde"), min_size=1, max_size=5, unique=True)
WISH = st.sampled_from(["", *"abcdefg"])


@given(NAMES, WISH, WISH, WISH)
def test_there_are_always_two_screens_where_there_can_be(names, audience, console, desk):
    one, other = assigned(names, audience, console, desk)
    assert {one, other} <= set(names)
    assert (one != other) == (len(names) > 1)
    if audience in names:
        assert one == audience
    elif console in names:
        assert other == console


def test_on_one_screen_the_console_comes_only_when_it_is_asked_for(qapp, remembered):
    screens = Screens(SimulatedScreens(LAPTOP), remembered)
    assert (screens.has_console, shown(screens)) == (False, ("laptop", None))
    screens.toggle_console()
    assert (screens.has_console, shown(screens)) == (True, ("laptop", None))
    screens.toggle_console()
    assert not screens.has_console


def test_on_two_screens_the_console_stays_where_the_main_window_is(qapp, remembered):
    assert shown(Screens(SimulatedScreens(LAPTOP, PROJECTOR), remembered, "laptop")) == ("projector", "laptop")
    assert shown(Screens(SimulatedScreens(LAPTOP, PROJECTOR), remembered, "projector")) == ("laptop", "projector")


def test_what_was_chosen_is_remembered_by_name(qapp, remembered):
    screens = Screens(SimulatedScreens(LAPTOP, PROJECTOR, WALL), remembered, "laptop")
    screens.choose_audience("wall")
    screens.choose_console("projector")
    again = Screens(SimulatedScreens(LAPTOP, WALL, PROJECTOR), Settings(remembered.path), "laptop")
    remembered.save()
    assert shown(screens) == shown(again) == ("wall", "projector")


def test_two_never_stand_on_one_screen(qapp, remembered):
    screens = Screens(SimulatedScreens(LAPTOP, PROJECTOR), remembered, "laptop")
    screens.choose_audience("laptop")
    assert shown(screens) == ("laptop", "projector")
    screens.choose_console("laptop")
    assert shown(screens) == ("projector", "laptop")
    screens.swap()
    assert shown(screens) == ("laptop", "projector")


def test_unplugging_leaves_the_audience_what_is_left_and_plugging_in_restores(qapp, remembered):
    source = SimulatedScreens(LAPTOP, PROJECTOR, WALL)
    screens = Screens(source, remembered, "laptop")
    screens.choose_audience("wall")
    screens.choose_console("projector")
    source.become(LAPTOP, PROJECTOR)
    assert shown(screens) == ("laptop", "projector")
    source.become(LAPTOP)
    assert shown(screens) == ("laptop", None)
    source.become()  # the last one goes for a moment
    assert shown(screens) == ("laptop", None)
    source.become(LAPTOP, PROJECTOR, WALL)
    assert shown(screens) == ("wall", "projector")


def test_a_screen_of_another_size_is_told(qapp, qtbot, remembered):
    source = SimulatedScreens(LAPTOP, PROJECTOR)
    screens = Screens(source, remembered)
    with qtbot.waitSignal(screens.changed):
        source.become(LAPTOP, replace(PROJECTOR, geometry=QRect(1280, 0, 1280, 720)))
    assert screens.audience.geometry.height() == 720
    with qtbot.assertNotEmitted(screens.changed):
        source.become(*source.there)


def test_the_screen_that_the_command_line_names_is_not_remembered(qapp, remembered):
    screens = Screens(SimulatedScreens(LAPTOP, PROJECTOR, WALL), remembered, "laptop", 3)
    assert shown(screens) == ("wall", "laptop")
    assert remembered.get(settings.AUDIENCE_SCREEN) == ""


def test_a_console_that_was_sent_away_stays_away_the_next_time(qapp, remembered):
    screens = Screens(SimulatedScreens(LAPTOP, PROJECTOR), remembered, "laptop")
    screens.toggle_console()
    again = Screens(SimulatedScreens(LAPTOP, PROJECTOR), remembered, "laptop")
    assert (again.has_console, shown(again)) == (False, ("projector", None))
    again.choose_console("laptop")
    assert again.has_console


def test_the_screens_of_the_computer_have_names_of_their_own(qapp):
    screens = SystemScreens().screens()
    assert screens
    assert len({one.name for one in screens}) == len(screens)
    assert screens[0].handle is qapp.primaryScreen()
    assert screens[0].pixels >= (1, 1)
