"""Ink: what is undone, wiped and kept, and how a line becomes smooth."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from data.scene import Ink
from data.scene_record import MOST_LINES
from desktop.briefing.ink_book import InkBook
from desktop.briefing.ink_smooth import smooth
from tests.desktop.briefing.conftest import SCENES


def line(x=250_000.0, tool="pen"):
    return Ink(tool, "#D40000", ((x, 2_600_000.0), (x + 900.0, 2_601_000.0)))


@pytest.fixture
def show(make_show):
    show = make_show()
    show.go(1)
    return show


@pytest.fixture
def book(show):
    return InkBook(show)


def test_every_scene_has_its_own_ink(show, book):
    book.add(line())
    show.next()
    assert book.lines == ()
    show.back()
    assert book.lines == (line(),)


def test_undo_takes_back_lines_and_wipes(book):
    book.add(line(1.0))
    book.add(line(2.0))
    book.wipe()
    assert book.lines == ()
    assert book.undo()
    assert book.lines == (line(1.0), line(2.0))
    assert book.undo()
    assert book.undo()
    assert book.lines == ()
    assert not book.undo()


def test_kept_ink_is_in_the_scene_and_other_ink_is_not(show, book):
    told = []
    show.scenes_changed.connect(lambda: told.append(show.scene.ink))
    book.add(line())
    assert show.scene.ink == ()
    assert book.keep()
    assert show.scene.ink == (line(),)
    assert not book.keep(), "nothing new"
    book.wipe()
    assert show.scene.ink == (line(),), "wiped off the screen only"
    assert book.keep()
    assert show.scene.ink == ()
    assert told == [(line(),), ()]


def test_kept_ink_is_there_when_the_show_begins_and_can_be_wiped(make_show):
    show = make_show((replace(SCENES[1], ink=(line(),)),))
    book = InkBook(show)
    show.go(0)
    assert book.lines == (line(),)
    book.wipe()
    assert book.lines == ()
    book.undo()
    assert book.is_kept


def test_a_scene_holds_no_more_lines_than_a_file_may(book):
    for number in range(MOST_LINES + 3):
        book.add(line(float(number)))
    assert len(book.lines) == MOST_LINES
    assert book.lines[-1] == line(float(MOST_LINES + 2))


def test_kept_ink_comes_back_to_the_desk(audience, qtbot):
    audience.tools.ink.add(line())
    qtbot.keyClicks(audience, "k")
    assert audience.show_state.scene.ink == (line(),)
    assert audience.hint.isVisible()
    qtbot.keyClicks(audience, "e")
    assert audience.tools.ink.lines == ()
    qtbot.keyClick(audience, "z", Qt.KeyboardModifier.ControlModifier)
    assert audience.tools.ink.lines == (line(),)


COORDINATES = st.tuples(st.floats(-4e5, 4e5), st.floats(2.3e6, 3e6))


@given(st.lists(COORDINATES, min_size=1, max_size=40), st.floats(3.0, 2000.0))
def test_a_smooth_line_keeps_its_ends_and_leaves_no_corner_out(points, pixel):
    found = smooth(points, pixel)
    assert found[0] == pytest.approx(points[0], abs=0.06)
    assert found[-1] == pytest.approx(points[-1], abs=0.06)
    hull = shapely.buffer(shapely.MultiPoint(points).convex_hull, 1.0)
    assert shapely.covers(hull, shapely.points(np.array(found))).all()


def test_a_circle_of_few_points_becomes_round():
    angles = np.linspace(0, 2 * np.pi, 25)
    found = np.array(smooth([(1000 * np.cos(a), 1000 * np.sin(a)) for a in angles], 10.0))
    steps = np.diff(found, axis=0)
    turns = np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0])))
    assert np.degrees(np.abs(turns)).max() < 10
    assert np.hypot(*found.T) == pytest.approx(1000, rel=0.02)
