"""The audience's window under real keys and a real mouse: jumps, cards, covers, the end, and what is gone."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from data.balance.explain import explain
from data.model import Name, Place
from data.scenario import RemoveSite, Scenario
from data.scene import Scene
from desktop.briefing.show_look import READABLE, type_pixels
from desktop.map_surface import LOGICAL_DOTS
from maps.briefing.scene_view import view_record
from maps.view import READY_VIEWS
from tests.desktop.briefing.conftest import map_scene
from tests.desktop.driving import settle

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def some_town(window):
    """Return a point of the map that is on a town, and the town."""
    stage = window.stage
    free = stage.free
    for step in range(400):
        mm = QPointF(free.left() + free.width() * (step % 20) / 20, free.top() + free.height() * (step // 20) / 20)
        point = (mm * LOGICAL_DOTS).toPoint()
        place = stage.place_at(point.toPointF())
        if free.contains(point.toPointF() / LOGICAL_DOTS) and place is not None and place.kind == "town":
            return point, place
    raise AssertionError("no land in the window")


def click(window, point):
    QTest.mouseMove(window.stage, point)
    QTest.mouseClick(window.stage, LEFT, NONE, point)


# --- jumps ------------------------------------------------------------------------------------------------------------


def test_a_number_and_enter_go_there(audience):
    QTest.keyClicks(audience, "3")
    assert audience.jump.isVisible()
    assert QApplication.focusWidget() is audience.jump.field
    QTest.keyClicks(audience.jump.field, "1")
    assert audience.jump.field.text() == "31"
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Backspace)
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Return)
    assert audience.show_state.at == 2
    assert not audience.jump.isVisible()
    QTest.keyClick(audience, Qt.Key.Key_Left)
    assert audience.show_state.at == 1


def test_letters_of_a_title_go_there(audience):
    QTest.keyClick(audience, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert audience.jump.list.count() == 4
    assert audience.jump.list.currentRow() == 1
    audience.jump.field.insert("遠距")
    audience.jump.field.textEdited.emit("遠距")
    assert [audience.jump.list.item(0).text(), audience.jump.list.count()] == ["4  誰離遠距醫療太遠", 1]
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Enter)
    assert audience.show_state.at == 3


def test_letters_that_are_keys_of_the_show_are_letters_in_the_field(audience):
    QTest.keyClicks(audience, "g")
    QTest.keyClicks(audience.jump.field, "b w")
    assert audience.jump.field.text() == "b w"
    assert audience.show_state.cover == ""


def test_a_wrong_number_stays_and_is_said(audience):
    QTest.keyClicks(audience, "9")
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Return)
    assert audience.jump.isVisible()
    assert audience.show_state.at == 1
    assert "9" in audience.jump.said
    assert "4" in audience.jump.said
    QTest.keyClicks(audience.jump.field, "2")
    assert audience.jump.said == ""
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Escape)
    assert not audience.jump.isVisible()
    assert audience.isVisible()
    QTest.keyClick(audience, Qt.Key.Key_Right)
    assert audience.show_state.at == 2


def test_arrows_choose_in_the_list_and_a_clicker_still_moves_on(audience):
    QTest.keyClicks(audience, "g")
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Down)
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Down)
    QTest.keyClick(audience.jump.field, Qt.Key.Key_Return)
    assert audience.show_state.at == 3
    audience.show_state.go(0)
    QTest.keyClicks(audience, "g")
    QTest.keyClick(audience.jump.field, Qt.Key.Key_PageDown)
    assert audience.show_state.at == 1
    assert not audience.jump.isVisible()


# --- questions --------------------------------------------------------------------------------------------------------


def test_a_click_on_a_place_shows_its_card_until_esc(audience, data):
    point, place = some_town(audience)
    click(audience, point)
    assert audience.card.isVisible()
    assert data.towns[data.town_index[place.id]].name.zh in audience.card.html
    assert audience.session.view.selected == place
    assert not audience.card.geometry().contains(point)
    assert audience.rect().contains(audience.card.geometry())
    QTest.keyClick(audience, Qt.Key.Key_Escape)
    assert not audience.card.isVisible()
    assert audience.session.view.selected is None
    assert audience.isVisible()


def test_a_card_goes_with_a_click_beside_and_with_the_next_scene(audience):
    point, _ = some_town(audience)
    sea = (audience.stage.free.topLeft() * LOGICAL_DOTS).toPoint() + QPoint(3, 3)
    assert audience.stage.place_at(sea.toPointF()) is None
    click(audience, point)
    click(audience, sea)
    assert not audience.card.isVisible()
    click(audience, point)
    QTest.keyClick(audience, Qt.Key.Key_PageDown)
    assert not audience.card.isVisible()
    assert audience.session.view.selected is None


def test_what_stands_over_the_map_answers_nothing(audience):
    audience.stage.set_extent((200e3, 2_600e3, 260e3, 2_660e3))
    settle_point = QPoint(audience.width() // 2, 5)
    assert not audience.stage.free.contains(settle_point.toPointF() / LOGICAL_DOTS)
    click(audience, settle_point)
    assert not audience.card.isVisible()


def test_a_page_without_a_map_answers_nothing(audience):
    audience.show_state.first()
    click(audience, audience.rect().center())
    assert not audience.card.isVisible()
    assert audience.session.view.hovered is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_card_says_facts_with_their_publishers(open_show, make_show, data, language):
    window = open_show(show=make_show(language=language))
    haiduan = next(town for town in data.towns if town.name.zh == "海端鄉")
    window.stage.selected.emit(Place("town", haiduan.code))
    window.card.open(Place("town", haiduan.code), QPoint(10, 10), 20)
    html = window.card.html
    told = explain(window.session.project, "population", "town", haiduan.code)
    assert f"{told.value:,.0f}" in html
    assert told.sources[0].publisher in html
    site = next(site for site in data.sites if site.layer == "telemedicine")
    window.card.open(Place("site", site.id), QPoint(10, 10), 20)
    assert site.name.text(language) in window.card.html


def test_the_cursor_is_answered_in_large_type(audience, qtbot):
    point, place = some_town(audience)
    audience.stage.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QTest.mouseMove(audience.stage, point)
    assert audience.session.view.hovered == place
    qtbot.waitUntil(audience.hover.isVisible, timeout=3000)
    assert audience.hover.font().pixelSize() in (audience.type_pixels(), -1)
    assert audience.hover.fontInfo().pixelSize() >= 0.025 * audience.height() or audience.height() < 560


@pytest.mark.parametrize("height", [768, 800, 1080, 2160])
def test_type_over_a_slide_is_read_from_the_back_row(height):
    assert type_pixels(height) >= 0.025 * height
    assert READABLE >= 0.025


# --- moving the map ---------------------------------------------------------------------------------------------------


def test_wheel_drag_and_double_click_move_the_map_and_home_brings_it_back(audience, qtbot):
    stage, middle = audience.stage, audience.rect().center()
    at_home = stage.viewport()
    wheel = QWheelEvent(
        middle.toPointF(), middle.toPointF(), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage, wheel)
    assert stage.viewport().metres_per_mm < at_home.metres_per_mm
    QTest.keyClick(audience, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: stage.viewport().metres_per_mm == pytest.approx(at_home.metres_per_mm), timeout=3000)
    QTest.mousePress(stage, LEFT, NONE, middle)
    QTest.mouseMove(stage, middle + QPoint(60, 30))
    QTest.mouseRelease(stage, LEFT, NONE, middle + QPoint(60, 30))
    assert stage.viewport().centre != at_home.centre
    assert not audience.card.isVisible()
    QTest.mouseDClick(stage, LEFT, NONE, middle)
    assert stage.viewport().metres_per_mm < at_home.metres_per_mm
    assert not audience.card.isVisible()


def test_the_cursor_goes_when_it_rests_and_comes_back(open_show, qtbot):
    window = open_show()
    window.cursor_rest._rest.setInterval(20)
    QTest.mouseMove(window.stage, QPoint(200, 200))
    qtbot.waitUntil(lambda: window.stage.cursor().shape() == Qt.CursorShape.BlankCursor, timeout=2000)
    QTest.mouseMove(window.stage, QPoint(220, 220))
    assert window.stage.cursor().shape() != Qt.CursorShape.BlankCursor


# --- the end ----------------------------------------------------------------------------------------------------------


def test_the_end_page_says_so_and_one_more_key_ends_the_show(audience):
    audience.show_state.last()
    QTest.keyClick(audience, Qt.Key.Key_PageDown)
    assert audience.cover.isVisible()
    assert audience.cover.text()
    QTest.keyClick(audience, Qt.Key.Key_PageUp)
    assert not audience.cover.isVisible()
    QTest.keyClick(audience, Qt.Key.Key_PageDown)
    QTest.keyClick(audience, Qt.Key.Key_PageDown)
    assert not audience.isVisible()


def test_esc_uncovers_before_it_ends_the_show(audience):
    QTest.keyClicks(audience, "b")
    QTest.keyClick(audience, Qt.Key.Key_Escape)
    assert audience.isVisible()
    assert not audience.cover.isVisible()
    QTest.keyClick(audience, Qt.Key.Key_Escape)
    assert not audience.isVisible()


def test_a_click_uncovers(audience):
    QTest.keyClicks(audience, "w")
    QTest.mouseClick(audience.cover, LEFT)
    assert audience.show_state.cover == ""


def test_the_hint_comes_once_and_goes(open_show, qtbot):
    window = open_show(hint=True)
    assert window.hint.isVisible()
    assert "Esc" in window.hint.text
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1200, 700)
    assert window.rect().contains(window.hint.geometry())
    assert window.hint.geometry().center().x() == pytest.approx(600, abs=2)
    window.hint._stay.start(10)
    qtbot.waitUntil(lambda: not window.hint.isVisible(), timeout=2000)


# --- what goes wrong --------------------------------------------------------------------------------------------------


def gone_scenes():
    """Scenes that ask for what is not there."""
    view = view_record(READY_VIEWS["broadband"])
    return (
        map_scene("whole", "ai"),
        Scene("indicator", view={**view, "choropleth": "gone_indicator"}),
        Scene("circle", view={**view, "focus": {"kind": "circle", "id": "gone"}}),
        Scene("site", view={**view, "selected": {"kind": "site", "id": "gone"}}),
        Scene("definition", view=view, definition="1999-01"),
        Scene("record", view={"theme": 5, "layers": "none", "moon": True}),
        Scene("field", title=Name("有 {nothing:at_all} 嗎"), view=view),
        Scene("scenario", view=view, scenario=Scenario(changes=(RemoveSite("gone"),))),
    )


def test_scenes_whose_data_are_gone_are_shown_and_say_what_is_missing(open_show, make_show, qtbot):
    window = open_show(0, make_show(gone_scenes()))
    for _ in range(1, len(window.show_state.scenes)):
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        settle(qtbot, window.stage)
        assert window.stage.staged.missing, window.show_state.scene.id
    assert window.show_state.scene.id == "scenario"


def test_a_fault_nobody_expected_leaves_the_picture_and_the_show(audience, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *fault: caught.append(fault[0]))

    def fail(*_arguments):
        raise ZeroDivisionError

    before = audience.stage.staged
    monkeypatch.setattr(audience.show_state, "staged", fail)
    audience.show_state.next()
    assert audience.isVisible()
    assert audience.stage.staged is before
    monkeypatch.undo()
    audience.show_state.next()
    assert audience.stage.staged.scene.id == "care"


def test_a_scene_that_is_changed_while_it_is_shown_is_shown_anew(audience):
    show = audience.show_state
    show.replace_scene(1, replace(show.scenes[1], title=Name("新的標題")))
    show.again()
    assert audience.stage.staged.title == "新的標題"


def test_the_scene_that_the_next_click_asks_for_is_ready_both_ways(audience, qtbot):
    show, stage = audience.show_state, audience.stage

    def ready(position):
        qtbot.waitUntil(lambda: stage.is_prepared(show.staged(position)), timeout=10_000)

    ready(2)
    QTest.keyClick(audience, Qt.Key.Key_Right)
    settle(qtbot, stage)
    ready(3)
    assert stage.is_prepared(show.staged(1)), "where the show came from stays ready"
    QTest.keyClick(audience, Qt.Key.Key_Left)
    settle(qtbot, stage)
    ready(0)
    assert stage.is_prepared(show.staged(2))
