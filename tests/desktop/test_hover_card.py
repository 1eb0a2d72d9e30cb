"""The card beside the cursor: it comes after a rest, says what the status bar says, and is never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from data.model import Place
from desktop import readings
from desktop.hover_card import REST_MS, HoverCard


@pytest.fixture
def card(window, qtbot):
    qtbot.waitUntil(window.canvas.is_ready, timeout=10_000)
    return window.findChild(HoverCard)


def move(window, point, buttons=Qt.MouseButton.NoButton):
    canvas, where = window.canvas, QPointF(point)
    canvas.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, where, canvas.mapToGlobal(where), Qt.MouseButton.NoButton, buttons, none)
    QApplication.sendEvent(canvas, event)


def spot_of(window, place):
    """Rest on a place; the middle of the window shows it."""
    window.session.select(place, zoom=True)
    window.clear_selection()
    return window.canvas.rect().center()


@pytest.fixture
def haiduan(data):
    return Place("town", next(town.code for town in data.towns if town.name.zh == "海端鄉"))


def rest_on(window, qtbot, card, place):
    point = spot_of(window, place)
    move(window, point)
    qtbot.waitUntil(card.isVisible, timeout=3000)
    return point


def test_it_says_what_the_status_bar_says(window, qtbot, card, haiduan):
    window.show_view("broadband")
    qtbot.waitUntil(window.canvas.is_ready, timeout=10_000)
    point = spot_of(window, haiduan)
    move(window, point)
    assert not card.isVisible()
    qtbot.wait(REST_MS // 2)
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible, timeout=3000)
    hovered = window.session.view.hovered
    lines = list(readings.lines(window.session.project, window.session.view, hovered, window.session.texts))
    assert hovered == haiduan
    assert all(line in card.text() for line in lines)
    assert " · ".join(lines) == window.status.place.text()
    assert lines[1] == "東部慢活城鄉"
    assert lines[2].startswith("人口 ")
    assert lines[3].startswith("5G")
    assert not card.geometry().contains(point)


@pytest.mark.parametrize("corner", [(0.02, 0.02), (0.98, 0.02), (0.98, 0.98), (0.02, 0.98)])
def test_it_stays_in_the_map_and_off_the_cursor(window, card, corner, haiduan):
    canvas = window.canvas
    canvas.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    point = QPoint(round(corner[0] * canvas.width()), round(corner[1] * canvas.height()))
    move(window, point)
    window.session.hover(haiduan)
    card._come()
    assert canvas.rect().contains(card.geometry())
    assert not card.geometry().adjusted(-8, -8, 8, 8).contains(point)


def test_it_goes_with_a_drag_a_wheel_a_zoom_and_when_the_cursor_leaves(window, qtbot, card, haiduan):
    canvas = window.canvas

    def wheel(point):
        where = QPointF(point)
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            canvas,
            QWheelEvent(
                where,
                canvas.mapToGlobal(where),
                QPoint(),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                none,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )

    for leave in (
        lambda point: qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point),
        wheel,
        lambda _point: window.zoom_in(),
        lambda _point: QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave)),
        lambda _point: window.show_view("ai"),
    ):
        point = rest_on(window, qtbot, card, haiduan)
        leave(point)
        assert not card.isVisible()
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point)


def test_moving_within_one_place_keeps_it_still(window, qtbot, card, haiduan):
    point = rest_on(window, qtbot, card, haiduan)
    stands = card.geometry()
    move(window, point + QPoint(-4, -4))
    assert card.isVisible()
    assert card.geometry() == stands


def test_reaching_for_what_it_covers_makes_it_step_aside(window, qtbot, card, haiduan):
    rest_on(window, qtbot, card, haiduan)
    move(window, card.geometry().center())
    assert not card.isVisible()


def test_the_mouse_passes_through(card):
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
