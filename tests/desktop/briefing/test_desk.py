"""F5 and back: the desk is as it was, what was drawn and kept is one change, and nothing of the show is left."""

from __future__ import annotations

import gc
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from data.model import AreaLevel, Place
from data.scenario import Scenario, SetCoverage
from data.scene import Ink
from desktop import settings
from desktop.project import asking, questions
from tests.desktop.briefing.conftest import SCENES, map_scene
from tests.desktop.driving import settle
from tests.memory import give_back

INK = (Ink("pen", "#D40000", ((200e3, 2_600e3), (210e3, 2_610e3))),)


def desk_state(window):
    """Everything of the desk that a show might disturb."""
    return {
        "project": window.session.project,
        "view": replace(window.session.view, hovered=None),
        "extent": window.canvas.extent(),
        "fitted": window.canvas.is_fitted(),
        "docks": window.saveState().data(),
        "geometry": window.geometry(),
        "state": window.windowState(),
        "focus": window.focusWidget(),
        "undo": window.session.history.undo_text(),
        "visible": window.isVisible(),
        "tab": window.tabs.current_tab(),
    }


@pytest.fixture
def desk(window):
    window.session.change_scenes(SCENES, "scenes")
    return window


def started(desk, qtbot):
    show_window = desk.briefing.show_window
    qtbot.waitUntil(lambda: QApplication.activeWindow() is show_window, timeout=3000)
    return show_window


def test_leaving_returns_to_the_desk_exactly_as_it_was(desk, qtbot):
    desk.session.show_ready_view("telemedicine")
    desk.session.select(Place("circle", "east"), zoom=True)
    desk.show_tab("charts")
    desk.search.setFocus()
    settle(qtbot, desk.canvas)
    before, interval = desk_state(desk), sys.getswitchinterval()
    desk.menus.actions["present"].trigger()
    show_window = started(desk, qtbot)
    assert gc.get_freeze_count()
    for _ in range(3):
        QTest.keyClick(show_window, Qt.Key.Key_PageDown)
    QTest.keyClicks(show_window, "+g")
    QTest.keyClick(show_window, Qt.Key.Key_Escape)
    show_window.stage.zoom_by(3)
    show_window.stage.selected.emit(Place("circle", "south"))
    show_window.end()
    assert desk.briefing.show_window is None
    assert desk_state(desk) == before
    assert (gc.get_freeze_count(), sys.getswitchinterval()) == (0, interval)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk, timeout=2000)
    assert QApplication.focusWidget() is before["focus"]


def test_ink_that_was_kept_comes_back_as_one_change(desk, qtbot):
    desk.briefing.present_here()
    show = started(desk, qtbot).show_state
    for position in (1, 2):
        show.replace_scene(position, replace(show.scenes[position], ink=INK))
    desk.briefing.show_window.end()
    assert [scene.ink for scene in desk.session.project.scenes] == [(), INK, (), INK, ()]
    assert [scene.id for scene in desk.session.project.scenes] == [scene.id for scene in SCENES]
    desk.undo()
    assert desk.session.project.scenes == SCENES


def test_the_ready_briefing_stays_out_of_the_project_until_ink_is_kept_in_it(window, qtbot):
    window.briefing.present()
    show = started(window, qtbot).show_state
    assert len(show.scenes) > 5
    window.briefing.show_window.end()
    assert window.session.project.scenes == ()
    assert not window.session.history.can_undo()
    window.briefing.present()
    show = started(window, qtbot).show_state
    show.replace_scene(1, replace(show.scenes[1], ink=INK))
    window.briefing.show_window.end()
    assert window.session.project.scenes == (show.scenes[0], *window.session.project.scenes[1:])
    assert sum(scene.ink == INK for scene in window.session.project.scenes) == 1
    window.undo()
    assert window.session.project.scenes == ()


def test_a_briefing_whose_scenes_are_all_hidden_is_a_sentence(window):
    window.session.change_scenes((replace(SCENES[1], hidden=True),), "scenes")
    window.briefing.present()
    assert window.briefing.show_window is None
    assert window.status.currentMessage()


def test_present_here_begins_there_and_a_second_f5_begins_no_second_show(desk, qtbot, monkeypatch):
    # Scenes in no file: nobody is there to answer what shall become of them.
    monkeypatch.setattr(questions, "ask", lambda *_: asking.DISCARD)
    desk.briefing.here = 2
    desk.briefing.present_here()
    show_window = started(desk, qtbot)
    assert show_window.show_state.at == 2
    desk.briefing.present()
    assert desk.briefing.show_window is show_window
    assert show_window.show_state.at == 2
    desk.close()
    assert not show_window.isVisible()


def test_less_motion_is_remembered_and_obeyed(open_window, remembered, monkeypatch):
    from desktop.briefing import opened

    monkeypatch.setattr(opened, "system_is_calm", lambda: False)
    desk = open_window(remembered)
    desk.session.change_scenes(SCENES, "scenes")
    action = desk.menus.actions["reduce_motion"]
    assert not action.isChecked()
    desk.briefing.present()
    assert desk.briefing.show_window.stage._motion
    desk.briefing.show_window.end()
    action.trigger()
    assert action.isChecked()
    assert remembered.get(settings.REDUCE_MOTION)
    desk.briefing.present()
    assert not desk.briefing.show_window.stage._motion
    desk.briefing.show_window.end()


# --- fifty scenes -----------------------------------------------------------------------------------------------------


def fifty_scenes(data):
    """Every view with every scenario, some of a part of the map, again and again."""
    views = ("overview", "ai", "broadband", "telemedicine", "index")
    series, town = next(iter(data.series)), data.towns[0].code
    supposed = (Scenario(changes=(SetCoverage(series, AreaLevel.TOWN, town, share),)) for share in (50.0, 60.0))
    scenarios = (None, *supposed)
    distinct = []
    for number in range(len(views) * len(scenarios)):
        x = 180e3 + 4e3 * number
        distinct.append(
            map_scene(
                f"scene-{number}",
                views[number % len(views)],
                scenario=scenarios[number % len(scenarios)],
                extent=None if number % 3 else (x, 2_500e3, x + 60e3, 2_580e3),
            )
        )
    return tuple(replace(distinct[at % len(distinct)], id=f"scene-{at}") for at in range(50))


def alive():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    widgets = QApplication.allWidgets()
    timers = {id(timer) for owner in (*widgets, QApplication.instance()) for timer in owner.findChildren(QTimer)}
    return {
        "windows": len(QApplication.topLevelWidgets()),
        "widgets": len(widgets),
        "timers": len(timers),
        "threads": threading.active_count(),
        "pool": QThreadPool.globalInstance().activeThreadCount(),
    }


def resident():
    """Return the memory of the process in bytes; None where the system does not say.

    What the allocator keeps at hand comes and goes by a tenth from run to run, and is no leak.
    """
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return None
    give_back()
    return int(statm.read_text().split()[1]) * 4096


@pytest.mark.slow
def test_a_show_of_fifty_scenes_leaves_nothing_behind(window, qtbot, data):
    window.session.change_scenes(fifty_scenes(data), "scenes")
    settle(qtbot, window.canvas)

    def lap(scenes):
        window.briefing.present()
        show_window = started(window, qtbot)
        show_window.set_motion(False)
        for _ in range(scenes - 1):
            QTest.keyClick(show_window, Qt.Key.Key_PageDown)
            settle(qtbot, show_window.stage)
        assert show_window.show_state.at == scenes - 1
        pools = show_window.findChildren(QThreadPool)
        assert pools
        QTest.keyClick(show_window, Qt.Key.Key_Escape)
        assert all(pool.activeThreadCount() == 0 for pool in pools)

    lap(15)
    before, memory = alive(), resident()
    lap(50)
    assert alive() == before
    if memory is not None:
        assert resident() <= 1.1 * memory
