"""A show that runs by itself: round and round, still while it is touched, on again when nobody touches it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.briefing.kiosk import IDLE_SECONDS
from tests.desktop.briefing.conftest import SCENES

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def kiosk(open_show):
    return open_show(0, kiosk_seconds=0.03)


def test_it_goes_round(kiosk, qtbot):
    seen = []
    kiosk.show_state.moved.connect(lambda _before, now: seen.append(now))
    qtbot.waitUntil(lambda: len(seen) >= 5, timeout=5000)
    assert [(now - seen[0]) % 4 for now in seen[:5]] == [0, 1, 2, 3, 0]
    assert kiosk.show_state.cover == ""


def test_a_planned_scene_stays_as_long_as_planned(open_show, make_show, qtbot):
    scenes = (SCENES[0], replace(SCENES[0], id="long", seconds=3600.0))
    window = open_show(0, make_show(scenes), kiosk_seconds=0.01)
    qtbot.waitUntil(lambda: window.show_state.at == 1, timeout=5000)
    assert window.kiosk._step.remainingTime() > 3_500_000


@pytest.mark.parametrize("touch", ["key", "click", "move"])
def test_it_rests_while_it_is_touched_and_says_so(open_show, qtbot, touch):
    window = open_show(kiosk_seconds=1000)
    if touch == "key":
        QTest.keyClicks(window, "+")
    elif touch == "click":
        QTest.mouseClick(window.stage, LEFT, NONE, QPoint(100, 100))
    else:
        for x in (100, 110, 120):
            QTest.mouseMove(window.stage, QPoint(x, 100))
    assert window.kiosk.paused
    assert not window.kiosk._step.isActive()
    assert window.pause.isVisible()


def test_it_goes_on_where_it_was_with_the_view_of_the_scene(open_show, qtbot):
    window = open_show(kiosk_seconds=1000)
    home = window.stage.viewport()
    QTest.keyClicks(window, "b")
    window.stage.zoom_by(4)
    window.kiosk._idle.start(20)
    qtbot.waitUntil(lambda: not window.kiosk.paused, timeout=2000)
    qtbot.waitUntil(lambda: window.stage.viewport().metres_per_mm == pytest.approx(home.metres_per_mm), timeout=3000)
    assert window.show_state.at == 1
    assert window.show_state.cover == ""
    assert not window.pause.isVisible()
    assert window.kiosk._step.isActive()


def test_keys_still_move_it_and_esc_ends_it(open_show):
    window = open_show(kiosk_seconds=1000)
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert window.show_state.at == 2
    assert window.kiosk.paused
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert not window.kiosk._step.isActive()
    assert not window.kiosk._idle.isActive()


def test_nobody_is_hurried():
    assert 30 <= IDLE_SECONDS <= 120
