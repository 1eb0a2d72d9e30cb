"""The clock of a show, and how late it is."""

from __future__ import annotations

import pytest

from desktop.briefing.stop_clock import StopClock, behind, duration


@pytest.mark.parametrize(
    ("at", "elapsed", "expected"),
    [
        (0, 0, 0),
        (0, 30, 0),  # to the second of the plan
        (0, 40, 10),
        (1, 10, -20),
        (1, 30, 0),
        (1, 90, 0),
        (1, 100, 10),
        (2, 95, 5),  # nobody planned this scene: it has no time of its own
        (3, 60, -30),
        (3, 200, 50),
    ],
)
def test_a_show_is_in_time_while_its_scene_is_planned_to_be_shown(at, elapsed, expected):
    assert behind([30, 60, 0, 60], at, elapsed) == expected


def test_without_a_plan_nobody_is_late():
    assert behind([0, 0], 1, 600) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (59.9, "0:59"), (60, "1:00"), (3599, "59:59"), (3600, "1:00:00"), (36061, "10:01:01")],
)
def test_durations(seconds, text):
    assert duration(seconds) == text


def test_a_stopped_clock_goes_on_from_where_it_stopped():
    now = [100.0]
    clock = StopClock(lambda: now[0])
    began = clock()
    now[0] += 5
    clock.toggle()
    now[0] += 60
    assert (clock() - began, clock.runs) == (5, False)
    clock.toggle()
    now[0] += 2
    assert (clock() - began, clock.runs) == (7, True)


def test_a_show_that_is_begun_anew_while_its_clock_stands_begins_at_nothing(make_show):
    now = [0.0]
    show = make_show(clock=lambda: now[0])
    now[0] = 90
    show.clock.toggle()
    assert show.elapsed == 90
    show.restart_clock()
    now[0] = 95
    assert (show.elapsed, show.on_scene) == (0, 0)
    show.clock.toggle()
    now[0] = 96
    assert show.elapsed == 1
