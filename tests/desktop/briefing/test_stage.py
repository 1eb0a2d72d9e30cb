"""The stage on real data: flights, cuts, interruptions, and that the last picture of a flight is the one that stays."""

import gc
import logging
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QThreadPool, QTimer
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from data.model import Name, Place
from data.project import Project
from data.scene import Scene
from desktop.briefing import stage as stage_module
from desktop.briefing.stage import Stage
from maps.briefing import flight
from maps.briefing.scene_view import view_record
from maps.briefing.staging import Stager
from maps.display import TextStyle
from maps.geometry import Atlas
from maps.stamps import STAMPS
from maps.view import READY_VIEWS

SIZE = 960, 540

WHOLE, EAST, TAINAN, COVER = 0, 1, 2, 3


@pytest.fixture(scope="module")
def scenes(data):
    stager = Stager(Project.start(data), Atlas(data))
    east = replace(READY_VIEWS["broadband"], focus=Place("circle", "east"), selected=Place("town", "10014010"))
    tainan = replace(READY_VIEWS["ai"], focus=Place("county", "67000"))
    made = (
        Scene("whole", title=Name("六圈"), view=view_record(READY_VIEWS["overview"])),
        Scene("east", title=Name("東部"), view=view_record(east), panel="bars"),
        Scene("tainan", title=Name("臺南"), view=view_record(tainan)),
        Scene("cover", "title", title=Name("封面")),
    )
    return lambda number, **changes: stager.stage(replace(made[number], **changes), "zh")


@pytest.fixture(scope="module", autouse=True)
def short_flights():
    with pytest.MonkeyPatch.context() as patch:
        for name, seconds in (("SHORTEST", 0.2), ("LONGEST", 0.3)):
            patch.setattr(flight, name, seconds)
        yield


@pytest.fixture(scope="module")
def running(qapp, scenes):
    stage = Stage()
    stage.resize(*SIZE)
    stage.show()
    yield stage
    stage.close_workers()
    assert not any(timer.isActive() for timer in stage.findChildren(QTimer))
    assert all(pool.activeThreadCount() == 0 for pool in stage.findChildren(QThreadPool))
    stage.deleteLater()


@pytest.fixture
def stage(running, scenes, qtbot):
    """A stage that shows all of Taiwan."""
    running.set_motion(True)
    running.set_size(1.0)
    running.show_staged(scenes(WHOLE), moving=False)
    qtbot.waitUntil(running.is_ready, timeout=20_000)
    return running


def settle(qtbot, stage):
    qtbot.waitUntil(stage.is_ready, timeout=20_000)


def prepared(qtbot, stage, staged):
    """Wait until a scene is ready backstage."""
    stage.prepare(staged)
    qtbot.waitUntil(lambda: stage.is_prepared(staged), timeout=20_000)


def pixels(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)


def frame(stage, share):
    """What a flight paints at a share of its way."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    stage._flight.paint(painter, share)
    painter.end()
    return pixels(image)


def differ(one, other):
    """Return the share of pixels that are clearly different."""
    return (np.abs(one - other).max(axis=2) > 48).mean()


def test_no_name_is_drawn_for_the_first_time_in_a_flight(stage, scenes, qtbot):
    # Over the south the map is at the scale of the scene in the north long before it is there.
    names = replace(READY_VIEWS["ai"], layers=READY_VIEWS["ai"].layers | {"labels"}, names="both")
    south, north = (
        scenes(EAST, id=county, view=view_record(replace(names, focus=Place("county", county))), panel="")
        for county in ("64000", "65000")
    )
    stage.show_staged(south, moving=False)
    settle(qtbot, stage)
    prepared(qtbot, stage, north)
    stage.show_staged(north)
    known = set(STAMPS._images)
    for share in np.linspace(0, 1, 9):
        frame(stage, share)
    # Single letters of what grows are drawn as they come.
    assert not [key for key in set(STAMPS._images) - known if not isinstance(key[1], TextStyle)]
    stage.show_staged(north, moving=False)


@pytest.mark.parametrize(("target", "between"), [(EAST, 0.5), (TAINAN, 0.5), (COVER, 0.15)])
def test_a_flight_begins_and_ends_with_what_the_screen_shows(stage, scenes, qtbot, target, between):
    staged = scenes(target)
    prepared(qtbot, stage, staged)
    before = pixels(stage.grab().toImage())
    stage.show_staged(staged)
    assert stage.is_flying, "what is ready is flown to at once"
    assert not gc.isenabled(), "a collection would hold up the flight"
    first, last, half = (frame(stage, share) for share in (0.0, 1.0, between))
    settle(qtbot, stage)
    assert gc.isenabled()
    after = pixels(stage.grab().toImage())
    assert differ(before, first) < 0.004
    assert differ(after, last) < 0.004
    assert differ(before, half) > 0.02 < differ(after, half)


def test_the_map_moves_all_the_way_and_arrives_where_the_scene_is(stage, scenes, qtbot):
    prepared(qtbot, stage, scenes(TAINAN))
    seen = []
    stage.add_painter(lambda sheet, viewport: seen.append(viewport.metres_per_mm))
    far = stage.viewport().metres_per_mm
    stage.show_staged(scenes(TAINAN))
    settle(qtbot, stage)
    near = stage.viewport().metres_per_mm
    assert near < far / 3
    between = {scale for scale in seen if near < scale < far}
    assert len(between) > 3, "others draw with every picture of the flight"
    stage._over_map.clear()


def test_a_scene_that_is_not_ready_is_shown_all_the_same(stage, scenes, qtbot, monkeypatch):
    stage._patience.setInterval(0)
    staged = scenes(TAINAN, title=Name("沒有準備"))
    stage.show_staged(staged)
    assert stage.staged is staged
    qtbot.waitUntil(lambda: stage.is_flying, timeout=5_000)
    settle(qtbot, stage)
    assert stage._present.staged is staged
    stage._patience.setInterval(stage_module.PATIENCE_MS)


def test_it_cuts_where_motion_is_off_or_the_scene_says_so_or_nothing_moves(stage, scenes, qtbot):
    def flew(staged, moving=True):
        places = set()
        stage._pilot.moved.connect(note := lambda: places.add(stage.viewport().metres_per_mm))
        stage.show_staged(staged, moving=moving)
        settle(qtbot, stage)
        stage._pilot.moved.disconnect(note)
        return len(places) > 1

    assert flew(scenes(EAST))
    assert not flew(scenes(WHOLE), moving=False)
    assert not flew(scenes(EAST, transition="cut"))
    stage.set_motion(False)
    assert not flew(scenes(WHOLE))


def test_a_flight_that_is_interrupted_goes_on_from_the_present_picture(stage, scenes, qtbot):
    prepared(qtbot, stage, scenes(EAST))
    stage.show_staged(scenes(EAST))
    qtbot.waitUntil(lambda: 0.2 < stage._pilot.share < 1)
    stage._pilot._seconds = 1e9  # time stands still
    stage._pilot._took_off -= 1e9 * 0.3
    share = stage._pilot.share
    before = frame(stage, share)
    here = stage._flight.path.at(share)
    stage.show_staged(scenes(WHOLE))  # it was on the screen just now, but is made again
    qtbot.waitUntil(lambda: stage._flight.ready.staged.scene.id == "whole")
    assert stage._flight.path.start.metres_per_mm == pytest.approx(here.metres_per_mm, rel=1e-3)
    assert differ(before, frame(stage, 0.0)) < 0.004
    settle(qtbot, stage)
    assert stage.staged.scene.id == "whole"


def test_the_wheel_stops_a_flight_and_home_flies_back(stage, scenes, qtbot):
    prepared(qtbot, stage, scenes(TAINAN))
    stage.show_staged(scenes(TAINAN))
    qtbot.waitUntil(lambda: 0.1 < stage._pilot.share < 1)
    turn(stage)
    assert not stage.is_flying
    stopped = stage.viewport()
    settle(qtbot, stage)
    assert stage.viewport() == stopped
    home = stage._present.home
    assert stopped.metres_per_mm != home.metres_per_mm
    stage.go_home()
    qtbot.waitUntil(lambda: stage.is_flying)
    settle(qtbot, stage)
    assert (stage.viewport().centre, stage.viewport().metres_per_mm) == (home.centre, home.metres_per_mm)


def turn(stage):
    """Turn the wheel one notch over the middle."""
    middle = QPointF(stage.rect().center())
    event = QWheelEvent(
        middle,
        stage.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage, event)


def test_from_where_the_user_has_moved_the_map_symbols_fly_on(stage, scenes, qtbot):
    turn(stage)
    settle(qtbot, stage)
    staged = scenes(EAST)
    prepared(qtbot, stage, staged)
    before = pixels(stage.grab().toImage())
    moved = stage.viewport()
    stage.show_staged(staged)
    qtbot.waitUntil(lambda: stage._flight is not None)
    assert stage._flight.path.start == moved
    assert any(drawing.symbols for _, drawing in stage._flight._shot.shown)
    assert differ(before, frame(stage, 0.0)) < 0.004
    settle(qtbot, stage)
    # What a lens shows of the slide, and what the clock keeps off, are the bars too.
    bars = stage._present.layout.bars
    furniture = stage.furniture
    assert all(item in furniture for item in bars.items(bars.values))
    # No name lies under legend or panel.
    for label in stage.drawing.labels:
        x, y = stage.viewport().to_page(label.x, label.y)
        assert not any(box.contains(x, y) for box in stage.covered[2:]), label.text


def test_a_page_without_a_map_answers_no_pointer(stage, scenes, qtbot):
    middle = QPointF(stage.rect().center())
    stage.show_staged(scenes(COVER))
    settle(qtbot, stage)
    assert stage.place_at(middle) is None
    assert not stage.drawing.symbols
    before = stage.viewport()
    turn(stage)
    assert stage.viewport() == before
    stage.show_staged(scenes(WHOLE))
    settle(qtbot, stage)
    assert stage.drawing.symbols


def test_larger_type_leaves_the_map_where_the_user_has_moved_it(stage, qtbot):
    turn(stage)
    settle(qtbot, stage)
    moved = stage.viewport()
    before = pixels(stage.grab().toImage())
    stage.set_size(1.21)
    settle(qtbot, stage)
    assert stage.viewport() == moved
    assert differ(before, pixels(stage.grab().toImage())) > 0.01


def test_another_window_shows_the_scene_in_its_own_size(stage, qtbot):
    stage.resize(800, 600)
    settle(qtbot, stage)
    assert stage._present.standing.size() == stage.size()
    assert stage._present.home.rect == stage._rect_mm()
    stage.resize(*SIZE)
    settle(qtbot, stage)


def test_another_window_in_mid_flight_shows_the_place_of_the_scene(stage, scenes, qtbot):
    # A projector that comes back while a scene is on its way: nobody has moved the map.
    prepared(qtbot, stage, scenes(EAST))
    stage.show_staged(scenes(EAST))
    qtbot.waitUntil(lambda: stage.is_flying, timeout=5_000)
    stage.resize(800, 600)
    assert not stage.is_flying
    settle(qtbot, stage)
    assert stage.viewport() == stage._present.home
    stage.resize(*SIZE)
    settle(qtbot, stage)


def test_what_is_kept_are_this_scene_and_the_next(stage, scenes, qtbot):
    for number in (EAST, TAINAN, WHOLE):
        prepared(qtbot, stage, scenes(number))
        stage.show_staged(scenes(number), moving=False)
        settle(qtbot, stage)
        kept = [one for one in stage._backstage._shelf.values() if hasattr(one, "staged")]
        assert len(kept) <= 2


def test_a_scene_that_cannot_be_drawn_leaves_the_last_picture(stage, scenes, qtbot, monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL, "desktop.worker")
    before = pixels(stage.grab().toImage())

    def fails(*_):
        raise RuntimeError("nobody in the room is to read this")

    monkeypatch.setattr(stage_module, "make_ready", fails)
    with qtbot.waitSignal(stage.given_up, timeout=5_000):
        stage.show_staged(scenes(TAINAN, title=Name("壞了")))
    settle(qtbot, stage)
    assert differ(before, pixels(stage.grab().toImage())) == 0
    monkeypatch.undo()
    stage.show_staged(scenes(TAINAN))
    settle(qtbot, stage)
    assert stage.staged.scene.id == "tainan"


def test_a_fault_while_painting_leaves_the_pictures_and_is_told_once(stage, scenes, qtbot, monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL, "desktop.painting")
    drawn = []

    def fails(sheet, viewport):
        drawn.append(stage.is_flying)
        raise ZeroDivisionError("of a tool")

    with qtbot.capture_exceptions() as faults, monkeypatch.context() as patch:
        patch.setattr(stage, "_over_map", [fails])
        stage.show_staged(scenes(TAINAN))
        settle(qtbot, stage)
        broken = pixels(stage.grab().toImage())
        qtbot.waitUntil(lambda: len(faults) > 0)
        stage.repaint()
        QApplication.processEvents()
    assert {True, False} == set(drawn), "in flight and at rest"
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert differ(broken, pixels(stage.grab().toImage())) < 0.02, "only scale bar and marks are missing"


def test_marks_of_the_user_are_drawn_on_the_scene_that_is_there(stage, scenes, qtbot):
    before = pixels(stage.grab().toImage())
    stage.set_view(replace(stage.staged.view, selected=Place("circle", "south")))
    assert differ(before, pixels(stage.grab().toImage())) > 0.001
    stage.show_staged(scenes(EAST))
    stage.set_view(scenes(EAST).view)  # as the session of the show tells it at once
    settle(qtbot, stage)
    assert stage._view.choropleth == scenes(EAST).view.choropleth


def test_hiding_and_closing_in_mid_flight_leaves_nothing_running(qapp, scenes, qtbot):
    stage = Stage()
    stage.resize(*SIZE)
    stage.show()
    stage.show_staged(scenes(WHOLE), moving=False)
    settle(qtbot, stage)
    stage.show_staged(scenes(EAST))
    stage.close_workers()
    QApplication.sendEvent(stage, QEvent(QEvent.Type.UpdateRequest))
    assert not any(timer.isActive() for timer in stage.findChildren(QTimer))
    assert all(pool.activeThreadCount() == 0 for pool in stage.findChildren(QThreadPool))
    stage.prepare(scenes(TAINAN))
    stage.deleteLater()
