"""The real window: hover, select, search, language, theme, undo, actions, export."""

from __future__ import annotations

from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QListWidget, QToolButton

from data import search as search_module
from data.errors import TargetError
from data.model import Overlap, Place
from desktop import words
from desktop.actions import ACTIONS, MENUS

EAST = Place("circle", "east")


def type_text(field, text):
    """Type as an input method does, which alone can enter ideographs."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


@pytest.fixture
def haiduan(data):
    return Place("town", next(town.code for town in data.towns if town.name.zh == "海端鄉"))


def test_hovering_says_name_circle_population_and_the_active_value(window, haiduan):
    window.show_view("broadband")
    window.canvas.hovered.emit(haiduan, 121.17, 23.10)
    text = window.status.place.text()
    assert text.startswith("臺東縣海端鄉 · 東部慢活城鄉 · 人口 ")
    assert "5G" in text
    assert "%" in text
    assert window.status.position.text() == "23.10 N  121.17 E"
    window.canvas.hovered.emit(None, float("nan"), float("nan"))
    assert "海端" not in window.status.place.text()
    assert window.status.position.text() == ""


def test_hovering_the_real_map_reaches_the_status_bar(window, qtbot, haiduan):
    window.session.select(haiduan, zoom=True)
    qtbot.waitUntil(lambda: "海端" in window.status.place.text())
    window.clear_selection()
    assert "海端" not in window.status.place.text()

    def move():
        middle = window.canvas.rect().center()
        qtbot.mouseMove(window.canvas, middle + QPoint(3, 3))
        qtbot.mouseMove(window.canvas, middle)
        return window.session.view.hovered == haiduan

    qtbot.waitUntil(move, timeout=4000)
    assert "海端" in window.status.place.text()


def test_selecting_fills_the_details_and_escape_clears(window, qtbot, haiduan):
    window.canvas.selected.emit(haiduan)
    text = window.details.toPlainText()
    assert "海端鄉" in text
    assert "來源" in text
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.session.view.selected is None
    assert "海端鄉" not in window.details.toPlainText()


@pytest.mark.parametrize("typed", ["臺東市", "台東市", "Taitung City"])
def test_search_finds_either_spelling_and_enter_goes_there(window, qtbot, data, typed):
    gone = []
    window.session.zoom_requested.connect(gone.append)
    window.find_place()
    type_text(window.search, typed)
    assert window.search.popup.isVisible()
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    selected = window.session.view.selected
    assert selected is not None
    assert data.towns[data.town_index[selected.id]].name.zh == "臺東市"
    assert gone == [selected]
    assert not window.search.popup.isVisible()


def test_search_results_are_grouped_and_arrows_skip_headings(window, qtbot):
    window.find_place()
    type_text(window.search, "臺中")
    popup = window.search.popup
    headings = [row for row in range(popup.count()) if not popup.item(row).flags() & Qt.ItemFlag.ItemIsEnabled]
    assert len(headings) >= 2
    assert headings[0] == 0
    for _ in range(popup.count()):
        assert popup.currentRow() not in headings
        qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert window.search.text() == ""


def test_search_without_result_says_so(window, qtbot):
    window.find_place()
    qtbot.keyClicks(window.search, "zzzzqq")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.search.popup.count() == 1
    assert window.session.view.selected is None


def test_language_switch_changes_every_word(window, haiduan):
    window.session.select(haiduan)

    def everything():
        yield from (action.text() for action in window.menus.actions.values())
        yield from (window.menus.menu(menu.id).title() for menu in MENUS)
        yield from (box.text() for box in window.layers.boxes.values())
        yield window.left.windowTitle()
        yield window.right.windowTitle()
        yield window.tabs.tabText(0)
        yield window.scorecard.rule.text()
        yield window.scorecard.note.text()
        yield window.search.placeholderText()
        yield window.details.toPlainText()
        yield window.status.place.text()
        yield window.scorecard.model.headerData(0, Qt.Orientation.Vertical)
        yield window.choosers.overlap.currentText()
        yield window.windowTitle()

    chinese = list(everything())
    window.toggle_language()
    english = list(everything())
    same = [one for one, other in zip(chinese, english, strict=True) if one == other]
    assert same == []
    assert not any("\u4e00" <= sign <= "\u9fff" for text in english[:-6] for sign in text.replace("中文", "")), english
    window.toggle_language()
    assert list(everything()) == chinese


def test_theme_switch_changes_palette_and_map(window, qapp):
    light = qapp.palette().color(QPalette.ColorRole.Base)
    window.toggle_theme()
    assert window.session.view.theme == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Base).lightness() < light.lightness() / 2
    assert window.menus.actions["dark"].isChecked()
    window.toggle_theme()
    assert qapp.palette().color(QPalette.ColorRole.Base) == light


def test_definition_and_overlap_are_undone_and_redone(window, qtbot):
    choosers, session = window.choosers, window.session
    at = choosers.definition.findData("2025-09")
    choosers.definition.setCurrentIndex(at)
    choosers.definition.activated.emit(at)
    assert session.project.definition_id == "2025-09"
    assert window.scorecard.model.rowCount() == len(session.project.definition.circles) + 1 == 6
    at = choosers.overlap.findData("split")
    choosers.overlap.activated.emit(at)
    assert session.project.overlap is Overlap.SPLIT
    rule = window.scorecard.rule.text()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.project.overlap is Overlap.EACH
    assert window.scorecard.rule.text() != rule
    assert choosers.overlap.currentData() == "each"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.project.definition_id == "2026-01"
    assert choosers.definition.currentData() == "2026-01"
    assert not window.menus.actions["undo"].isEnabled()
    window.redo()
    window.redo()
    assert (session.project.definition_id, session.project.overlap) == ("2025-09", Overlap.SPLIT)
    assert window.scorecard.rule.text() == rule


def test_a_circle_that_the_definition_lacks_is_no_longer_selected(window):
    window.session.select(Place("circle", "islands"))
    window.session.change_definition("2025-09")
    assert window.session.view.selected is None


def test_layers_follow_the_session_both_ways(window):
    window.layers.boxes["hospital"].click()
    assert "hospital" in window.session.view.layers
    window.show_view("ai")
    assert not window.layers.boxes["hospital"].isChecked()
    assert window.menus.actions["ai"].isChecked()
    at = window.layers.chooser.findData("speed_4g")
    window.layers.chooser.setCurrentIndex(at)
    window.layers.chooser.activated.emit(at)
    assert window.session.view.choropleth == "speed_4g"
    assert "choropleth" in window.session.view.layers
    assert window.layers.boxes["choropleth"].isChecked()


def test_the_list_of_circles_zooms(window, qtbot):
    gone = []
    window.session.zoom_requested.connect(gone.append)
    circles = window.layers.circles
    qtbot.mouseClick(
        circles.viewport(), Qt.MouseButton.LeftButton, pos=circles.visualItemRect(circles.item(4)).center()
    )
    assert gone[0] == EAST
    assert window.session.view.selected == EAST


def test_every_action_has_words_a_handler_and_a_way_in_from_the_keyboard(window):
    taken = set()
    for spec in ACTIONS:
        action = window.menus.actions[spec.id]
        assert "&" in action.text(), spec.id
        assert callable(attrgetter(spec.handler)(window)), spec.id
        for keys in spec.shortcuts + spec.map_shortcuts:
            assert keys not in taken, keys
            taken.add(keys)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_mnemonics_of_one_menu_differ(window, language):
    window.set_language(language)
    for titles in (
        [window.menus.menu(menu.id).title() for menu in MENUS if not menu.parent],
        *([action.text() for action in window.menus.menu(menu.id).actions() if action.text()] for menu in MENUS),
    ):
        letters = [title[title.index("&") + 1].lower() for title in titles if "&" in title]
        assert len(letters) == len(set(letters)), titles


def test_controls_have_accessible_names(window):
    for kind in (QComboBox, QLineEdit, QListWidget):
        for widget in window.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName(), widget
    assert all(button.accessibleName() for button in (window.language_button, window.theme_button))
    assert all(
        button.text() or button.accessibleName()
        for button in window.toolbar.findChildren(QToolButton)
        if button.isVisible()
    )


def test_the_map_keeps_its_room_on_a_small_screen(window):
    assert window.canvas.width() >= 560
    assert window.toolbar.sizeHint().width() <= 1280


def test_the_data_table_and_the_history_fit_1920_x_1080_at_200_percent(window, qtbot):
    window.edit.table.open()
    window.edit.history.open()
    window.resize(960, 516)  # less the title bar
    qtbot.waitUntil(lambda: window.size().height() == 516)
    assert window.edit.table.height() >= 140


def test_the_wheel_over_a_chooser_chooses_nothing(window, qtbot):
    for box in (window.layers.chooser, window.choosers.definition, window.choosers.overlap):
        before, middle = box.currentIndex(), QPointF(box.rect().center())
        event = QWheelEvent(
            middle,
            box.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, event)
        assert box.currentIndex() == before
    assert not window.session.history.can_undo()


def test_the_system_s_reasons_are_said_in_chinese(window):
    fault = TargetError("{path} could not be written ({reason}).", path="圖.png", reason="Permission denied")
    assert words.error(window.session.texts, fault) == "無法寫入 圖.png（權限不足）。"
    rare = TargetError("{path} could not be written ({reason}).", path="圖.png", reason="Quota exceeded")
    assert "Quota exceeded" in words.error(window.session.texts, rare)


def test_headings_of_results_are_readable_and_every_row_has_its_height(window, qtbot):
    window.find_place()
    type_text(window.search, "NVIDIA")
    popup = window.search.popup
    assert popup.count() >= 3
    assert not popup.verticalScrollBar().isVisible() or popup.count() > 14
    assert sum(popup.sizeHintForRow(row) for row in range(popup.count())) <= popup.viewport().height()


def test_the_first_search_finds_its_index_ready(open_window, remembered, qtbot):
    search_module._index.cache_clear()
    window = open_window(remembered)
    qtbot.waitUntil(lambda: search_module._index.cache_info().currsize == 1, timeout=10_000)
    window.workers._pool.waitForDone()


def test_docks_squeezed_by_a_small_window_are_wide_again_in_a_larger_one(window, qtbot):
    window.resize(window.minimumSizeHint())
    qtbot.waitUntil(lambda: window.right.width() < 300)
    assert window.width() <= 700
    counts = window.layers._counts["digital"]
    assert counts.mapTo(window.layers, counts.rect().topRight()).x() <= window.layers.width()
    assert window.right.width() >= 170
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.right.width() >= 320 and window.left.width() >= 232, timeout=2000)
    assert window.canvas.width() >= 600


@pytest.mark.parametrize(
    ("name", "said"), [("show_about", "MIT"), ("show_sources", "衛生福利部"), ("show_shortcuts", "雷射筆")]
)
def test_help_pages_open_and_close(window, name, said):
    getattr(window, name)()
    page = QApplication.activeModalWidget()
    assert isinstance(page, QDialog)
    assert len(page.text.toPlainText()) > 100
    assert said in page.text.toPlainText()
    page.reject()
