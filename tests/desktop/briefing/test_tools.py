"""Tools over the stage of a show, driven by the mouse as a presenter does."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QEnterEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.briefing.tool_clock import ClockFace
from desktop.briefing.tool_layer import ToolLayer
from desktop.briefing.tool_table import TOOL_IDS, TOOLS
from desktop.map_surface import LOGICAL_DOTS
from maps.colour_vision import seen_as

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
KEYS = {"laser": "l", "spotlight": "s", "pen": "p", "highlighter": "h", "magnifier": "z"}
START = QPointF(160, 300)
"""A point of the sea, where neither title nor legend lies."""


@pytest.fixture
def audience(open_show):
    window = open_show()
    window.resize(960, 540)
    QTest.qWait(0)
    return window


@pytest.fixture
def glass(audience, qtbot):
    qtbot.waitUntil(audience.stage.is_ready, timeout=10_000)
    return audience.findChild(ToolLayer)


def mouse(glass, kind, at, buttons=LEFT, modifiers=Qt.KeyboardModifier.NoModifier):
    """Send a mouse event to what is under the cursor; what it leaves goes on as Qt has it."""
    target = glass if glass.isVisible() else glass.stage
    button = NONE if kind is QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, at, glass.stage.mapToGlobal(at), button, buttons, modifiers)
    QApplication.sendEvent(target, event)


def rest(widget, qtbot):
    """Wait until no timer of a widget runs: the picture of the ink is due, the tail of a pointer is gone."""
    timers = widget.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert timers
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))
    QApplication.processEvents()


def hover(glass, at):
    mouse(glass, QEvent.Type.MouseMove, at, NONE)


def drag(glass, points, modifiers=Qt.KeyboardModifier.NoModifier):
    mouse(glass, QEvent.Type.MouseButtonPress, points[0])
    for point in points[1:]:
        mouse(glass, QEvent.Type.MouseMove, point, modifiers=modifiers)
    mouse(glass, QEvent.Type.MouseButtonRelease, points[-1], NONE)


def wheel(glass, at, steps, modifiers=Qt.KeyboardModifier.NoModifier):
    window = glass.window()
    place = QPointF(glass.mapTo(window, at.toPoint()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, 120 * steps), QPoint(), modifiers)


def picture(window):
    """(height, width, 3) what the audience sees."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(int)


def colour_at(window, at):
    return window.grab().toImage().pixelColor(at.toPoint()).getRgb()[:3]


def is_near(one, other, slack=12):
    return max(abs(a - b) for a, b in zip(one, QColor(other).getRgb()[:3], strict=True)) <= slack


def changed_box(before, after):
    """Return left, top, right, bottom of the pixels that differ."""
    rows, columns = np.nonzero(np.abs(before - after).max(axis=2) > 8)
    return columns.min(), rows.min(), columns.max(), rows.max()


# --- taking up and putting down -------------------------------------------------------------------------------------


def test_every_tool_has_a_key_that_takes_it_up_and_puts_it_down(audience, glass):
    assert set(KEYS) == set(TOOL_IDS)
    before = picture(audience)
    for tool, key in KEYS.items():
        QTest.keyClicks(audience, key)
        assert audience.tools.active == tool
        hover(glass, START)
        assert np.abs(picture(audience) - before).max() > 40, tool
        QTest.keyClicks(audience, key)
        assert audience.tools.active is None
        assert not glass.isVisible()
        assert np.array_equal(picture(audience), before), tool


def test_a_tool_shows_at_once_where_the_cursor_rests(audience, glass):
    QCursor.setPos(glass.stage.mapToGlobal(START.toPoint()))
    QApplication.sendEvent(glass.stage, QEnterEvent(START, START, glass.stage.mapToGlobal(START)))
    for key in "lsls":
        QTest.keyClicks(audience, key)
        assert glass._hand.at == START
        QTest.keyClicks(audience, key)


def test_escape_puts_down_the_tool_and_then_ends_the_show(audience, glass, qtbot):
    audience.tools.toggle("laser")
    QTest.keyClick(audience, Qt.Key.Key_Escape)
    assert audience.tools.active is None
    assert audience.isVisible()
    with qtbot.waitSignal(audience.closed):
        QTest.keyClick(audience, Qt.Key.Key_Escape)


@pytest.mark.parametrize("tool", TOOL_IDS)
def test_what_points_at_the_scene_goes_with_it_and_the_rest_stays(make_show, tool):
    from desktop.briefing.tools import Tools

    show = make_show()
    tools = Tools(show)
    show.go(1)
    tools.toggle(tool)
    show.again()
    assert tools.active == tool, "the same scene"
    show.next()
    assert tools.active == (None if tool in ("spotlight", "magnifier") else tool)


def test_the_map_is_moved_and_asked_under_a_pointer(audience, glass, qtbot):
    audience.tools.toggle("laser")
    stage, before = audience.stage, audience.stage.viewport()
    with qtbot.waitSignal(stage.selected):
        drag(glass, [START])
    drag(glass, [START, START + QPointF(40, 0)])
    moved = stage.viewport()
    assert moved.centre[0] == pytest.approx(before.centre[0] - 40 / LOGICAL_DOTS * before.metres_per_mm)
    wheel(glass, START, 1)
    assert stage.viewport().metres_per_mm < moved.metres_per_mm
    assert audience.tools.ink.lines == ()


def test_a_pointer_asks_about_no_places(audience, glass):
    from data.model import Place

    told = []
    audience.stage.hovered.connect(lambda place, *_: told.append(place))
    taitung = audience.stage.free.center() * LOGICAL_DOTS
    hover(glass, taitung)
    assert isinstance(told[-1], Place)
    audience.tools.toggle("laser")
    assert told[-1] is None
    told.clear()
    hover(glass, taitung)
    assert told == []


# --- laser, spotlight, magnifier ------------------------------------------------------------------------------------


def test_the_laser_is_a_red_dot_where_the_cursor_is(audience, glass):
    before = picture(audience)
    audience.tools.toggle("laser")
    hover(glass, START)
    left, top, right, bottom = changed_box(before, picture(audience))
    assert (left + right) / 2 == pytest.approx(START.x(), abs=2)
    assert (top + bottom) / 2 == pytest.approx(START.y(), abs=2)
    dot = colour_at(audience, START + QPointF(0, 0.006 * audience.height()))
    assert dot[0] > 180
    assert dot[0] > 2 * max(dot[1:])
    assert 0.012 <= (right - left) / audience.height() < 0.1


def test_the_tail_of_the_laser_goes_by_itself(audience, glass, qtbot):
    audience.tools.toggle("laser")
    for step in range(8):
        hover(glass, START + QPointF(12 * step, 0))
    behind = START + QPointF(60, 0)
    assert is_near(colour_at(audience, behind), "#FF3050", 140)
    audience.tools.toggle("laser")
    bare = colour_at(audience, behind)
    audience.tools.toggle("laser")
    for step in range(8):
        hover(glass, START + QPointF(12 * step, 0))
    assert colour_at(audience, behind) != bare
    qtbot.waitUntil(lambda: colour_at(audience, behind) == bare, timeout=2000)


def test_a_moving_pointer_repaints_only_its_surroundings(audience, glass, qtbot):
    painted = []
    audience.tools.toggle("laser")
    hover(glass, START)
    rest(glass, qtbot)

    original = glass.paintEvent
    glass.paintEvent = lambda event: (painted.append(event.rect()), original(event))
    hover(glass, START + QPointF(6, 4))
    QApplication.processEvents()
    del glass.paintEvent
    assert painted
    assert all(rect.width() < 120 and rect.height() < 120 for rect in painted)


def test_the_spotlight_darkens_all_but_a_circle(audience, glass):
    before = picture(audience)
    audience.tools.toggle("spotlight")
    hover(glass, START)
    after = picture(audience)
    rows, columns = np.indices(before.shape[:2])
    distance = np.hypot(columns - START.x(), rows - START.y())
    radius = audience.tools.size * audience.height()
    assert np.array_equal(after[distance < radius - 4], before[distance < radius - 4])
    beyond = distance > radius + 4
    assert after[beyond].mean() < 0.5 * before[beyond].mean()


def test_wheel_and_brackets_change_its_size_and_not_the_map(audience, glass):
    audience.tools.toggle("spotlight")
    hover(glass, START)
    size, place = audience.tools.size, audience.stage.viewport()
    wheel(glass, START, 1, Qt.KeyboardModifier.ControlModifier)
    assert audience.tools.size > size
    QTest.keyClicks(audience, "[")
    assert audience.tools.size == size
    QTest.keyClicks(audience, "[" * 20)
    assert audience.tools.size == TOOLS["spotlight"].sizes[0]
    assert audience.stage.viewport() == place


def test_the_magnifier_enlarges_what_is_under_its_middle(audience, glass):
    """The middle of the lens stays where it is; a point beside it is seen as far out as its power says."""
    audience.tools.toggle("pen")
    at = START + QPointF(0, 40)
    drag(glass, [at + QPointF(20, -30), at + QPointF(20, 30)], Qt.KeyboardModifier.ShiftModifier)
    red = audience.tools.ink.lines[0].colour
    audience.tools.toggle("magnifier")
    hover(glass, at)
    for power in TOOLS["magnifier"].sizes:
        assert audience.tools.size == power
        assert is_near(colour_at(audience, at + QPointF(20 * power, 0)), red), power
        wheel(glass, at, 1)
    assert audience.tools.size == TOOLS["magnifier"].sizes[-1]


def test_the_console_points_by_shares_of_the_slide(audience, glass):
    before = picture(audience)
    audience.tools.toggle("laser")
    audience.tools.point_at(0.25, 0.5)
    left, top, right, bottom = changed_box(before, picture(audience))
    assert (left + right) / 2 == pytest.approx(0.25 * audience.width(), abs=2)
    assert (top + bottom) / 2 == pytest.approx(0.5 * audience.height(), abs=2)
    audience.tools.point_away()
    assert np.array_equal(picture(audience), before)


# --- pen and highlighter --------------------------------------------------------------------------------------------


def test_ink_stays_on_its_place_of_the_map(audience, glass, qtbot):
    audience.tools.toggle("pen")
    drag(glass, [START + QPointF(4 * step, 0) for step in range(20)])
    audience.tools.leave()
    (line,) = audience.tools.ink.lines
    middle = line.points[len(line.points) // 2]
    stage = audience.stage
    assert is_near(colour_at(audience, glass.from_map(middle)), line.colour)
    stage.zoom_by(1.6, START)
    stage.pan_by(30, -20)
    assert is_near(colour_at(audience, glass.from_map(middle)), line.colour), "while the map moves"
    qtbot.waitUntil(stage.is_ready, timeout=10_000)
    rest(stage, qtbot)
    assert is_near(colour_at(audience, glass.from_map(middle)), line.colour), "at rest"


def test_many_lines_stay_on_their_places_too(audience, glass, qtbot):
    audience.tools.toggle("pen")
    for row in range(12):
        drag(glass, [START + QPointF(4 * step, 8 * row + 3 * (step % 5)) for step in range(40)])
    audience.tools.leave()
    lines = audience.tools.ink.lines
    rest(audience.stage, qtbot)
    picture(audience)
    audience.stage.pan_by(40, 10)
    assert sum(len(line.points) for line in lines) > 300
    assert is_near(colour_at(audience, glass.from_map(lines[-1].points[0])), lines[0].colour, 40)


def test_shift_draws_a_straight_line(audience, glass):
    audience.tools.toggle("pen")
    end = START + QPointF(120, -60)
    drag(glass, [START, START + QPointF(10, 50), START + QPointF(60, 40), end], Qt.KeyboardModifier.ShiftModifier)
    (line,) = audience.tools.ink.lines
    assert len(line.points) == 2
    assert line.points[0] == pytest.approx(glass.to_map(START), abs=0.1)
    assert line.points[1] == pytest.approx(glass.to_map(end), abs=0.1)


def test_a_click_is_a_dot(audience, glass):
    audience.tools.toggle("pen")
    drag(glass, [START])
    audience.tools.leave()
    (line,) = audience.tools.ink.lines
    assert len(line.points) == 1
    assert is_near(colour_at(audience, START), line.colour, 30)


def test_a_line_that_the_next_scene_cuts_short_is_on_none(audience, glass, qtbot):
    audience.tools.toggle("pen")
    mouse(glass, QEvent.Type.MouseButtonPress, START)
    mouse(glass, QEvent.Type.MouseMove, START + QPointF(60, 0))
    audience.show_state.next()
    mouse(glass, QEvent.Type.MouseMove, START + QPointF(90, 0))
    mouse(glass, QEvent.Type.MouseButtonRelease, START + QPointF(90, 0), NONE)
    assert audience.tools.ink.lines == ()
    audience.show_state.back()
    assert audience.tools.ink.lines == ()


def test_where_no_map_is_nothing_is_drawn(audience, glass):
    audience.tools.toggle("pen")
    box = next(box for box in audience.stage.covered if box.width() > 10)
    place = audience.stage.viewport()
    drag(glass, [box.center() * LOGICAL_DOTS, START])
    assert audience.tools.ink.lines == ()
    assert audience.stage.viewport() == place, "the map was not dragged instead"
    audience.show_state.go(0)
    drag(glass, [START, START + QPointF(50, 0)])
    assert audience.tools.ink.lines == (), "a cover has no map"


def test_colours_change_for_the_next_line(audience, glass):
    audience.tools.toggle("highlighter")
    for _ in TOOLS["highlighter"].colours:
        drag(glass, [START, START + QPointF(30, 0)])
        QTest.keyClicks(audience, "c")
    assert tuple(line.colour for line in audience.tools.ink.lines) == TOOLS["highlighter"].colours
    assert audience.tools.colour == TOOLS["highlighter"].colours[0]


def test_under_a_highlighter_the_map_is_still_seen(audience, glass):
    audience.tools.toggle("highlighter")
    at = audience.stage.free.center() * LOGICAL_DOTS
    before = picture(audience)[int(at.y()) - 4 : int(at.y()) + 4, int(at.x()) : int(at.x()) + 60]
    drag(glass, [at, at + QPointF(80, 0)])
    audience.tools.leave()
    after = picture(audience)[int(at.y()) - 4 : int(at.y()) + 4, int(at.x()) : int(at.x()) + 60]
    assert np.abs(before - after).max() > 20
    grey_before, grey_after = before.sum(axis=2).ravel(), after.sum(axis=2).ravel()
    assert grey_before.std() > 0
    assert np.corrcoef(grey_before, grey_after)[0, 1] > 0.8


@pytest.mark.parametrize("tool", ["pen", "highlighter"])
def test_inks_are_told_apart_by_every_eye(tool):
    for sight in ("normal", "protan", "deutan", "tritan"):
        seen = [
            cspace_convert(QColor(seen_as(one, sight)).getRgb()[:3], "sRGB255", "CAM02-UCS")
            for one in TOOLS[tool].colours
        ]
        assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) > 9, sight


# --- the clock ------------------------------------------------------------------------------------------------------


def test_the_clock_shows_what_has_gone_then_what_is_left_then_nothing(open_show, make_show, qtbot):
    from tests.desktop.briefing.conftest import map_scene

    now = [0.0]
    show = make_show(
        [map_scene("a", "ai", seconds=60.0), map_scene("b", "ai", seconds=30.0)], language="en", clock=lambda: now[0]
    )
    window = open_show(0, show)
    face = window.findChild(ClockFace)
    show.restart_clock()
    assert not face.isVisible()
    QTest.keyClicks(window, "t")
    now[0] = 65.0
    qtbot.waitUntil(lambda: face.text == "1:05")
    assert face.isVisible()
    QTest.mouseClick(face, LEFT)
    assert face.text.startswith("0:25 ")
    assert not face.is_over
    now[0] = 97.0
    qtbot.waitUntil(lambda: face.text.startswith("0:07 "))
    assert face.is_over
    assert QPointF(face.geometry().center()).x() > window.width() / 2
    QTest.keyClicks(window, "t")
    assert not face.isVisible()


def test_without_a_plan_nothing_is_left(make_show):
    from desktop.briefing.tools import Tools

    tools = Tools(make_show())
    tools.next_clock()
    assert tools.clock == "elapsed"
    tools.next_clock()
    assert tools.clock == ""
