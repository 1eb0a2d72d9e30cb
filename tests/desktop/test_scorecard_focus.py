"""The keyboard in the tables of places: focus selects nothing, keys and clicks do, and marks equal the selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from data.balance.scorecard import SCORECARD
from data.model import Layer, Place
from data.scenario import AddSite, Scenario

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


@pytest.fixture
def panel(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window.scorecard


@pytest.fixture
def ranking(window, panel, qtbot):
    window.show_tab("index")
    window.session.set_level("circle")
    index = window.tabs.panel("index")
    qtbot.waitUntil(lambda: index.isVisible() and index.model.rowCount() == 6)
    return index


def add_a_point(window):
    town = next(one for one in window.session.project.data.towns if one.name.zh == "和平區")
    point = AddSite(Layer.TELEMEDICINE, "new", "新據點", town.code, 121.0, 24.2)
    window.session.change_scenario(Scenario("試", (point,)), "add")


def walk(qtbot, key=TAB, most=60):
    """Press a key again and again; yield what has the focus after each."""
    for _ in range(most):
        qtbot.keyClick(QApplication.focusWidget(), key)
        yield QApplication.focusWidget()


def walk_to(qtbot, wanted):
    assert any(stop is wanted for stop in walk(qtbot)), "Tab never came there"


def marked(panel):
    return [panel.model.place(index.row()).id for index in panel.table.selectionModel().selectedRows()]


def renew_language(window):
    window.set_language("en")


def renew_scenario(window):
    add_a_point(window)


def renew_columns(window):
    window.scorecard.set_columns(("speed_4g", "population"))


def renew_nothing(_window):
    """As the program starts."""


@pytest.mark.parametrize("renew", [renew_nothing, renew_language, renew_scenario, renew_columns])
def test_tab_into_the_table_selects_nothing(panel, window, qtbot, renew):
    told = []
    window.session.selection_changed.connect(lambda: told.append(window.session.view.selected))
    renew(window)
    window.show_tab("scorecard")
    walk_to(qtbot, panel.table)
    assert told == []
    assert marked(panel) == []
    assert panel.table.currentIndex().isValid(), "the keys start somewhere"
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert window.session.view.selected == panel.model.place(1)
    assert marked(panel) == [panel.model.place(1).id]


def test_space_selects_the_row_that_has_the_focus(panel, window, qtbot):
    window.show_tab("scorecard")
    walk_to(qtbot, panel.table)
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert window.session.view.selected == panel.model.place(0)


def test_the_table_tabbed_into_stands_on_the_selected_row(panel, window, qtbot):
    window.session.select(Place("circle", "south"))
    window.show_tab("scorecard")
    walk_to(qtbot, panel.table)
    assert panel.model.place(panel.table.currentIndex().row()).id == "south"
    renew_language(window)
    add_a_point(window)
    assert panel.model.place(panel.table.currentIndex().row()).id == "south"
    assert marked(panel) == ["south"]
    assert window.session.view.selected == Place("circle", "south")


def test_the_menu_of_columns_selects_nothing(panel, window, qtbot):
    panel.table.setFocus()
    for choose in (lambda menu: menu.close(), lambda menu: menu.actions()[-1].trigger() or menu.close()):
        panel.set_columns(("speed_4g", "population"))
        panel.chooser.click()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        choose(menu)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        panel.table.clearFocus()
        panel.table.setFocus(Qt.FocusReason.PopupFocusReason)
        assert window.session.view.selected is None
        assert marked(panel) == []
    assert panel.columns == SCORECARD


def test_a_site_stays_selected_when_the_scenario_changes_elsewhere(panel, window, qtbot):
    add_a_point(window)
    window.show_tab("whatif")
    window.session.select(Place("site", "new"))
    panel.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    window.session.change_scenario(Scenario("再試", window.session.project.scenario.changes), "renamed")
    window.show_tab("scorecard")
    panel.table.setFocus(Qt.FocusReason.OtherFocusReason)
    assert window.session.view.selected == Place("site", "new")
    assert marked(panel) == ["precision"]
    assert panel.model.place(panel.table.currentIndex().row()).id == "precision"


def test_the_nation_by_key_clears_the_selection_and_the_marks(panel, window, qtbot):
    window.session.select(panel.model.place(5))
    panel.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert window.session.view.selected is None
    assert not panel.table.selectionModel().selectedRows()
    assert panel.table.currentIndex().row() == 6
    qtbot.keyClick(panel.table, Qt.Key.Key_Up)
    assert marked(panel) == [window.session.view.selected.id] == [panel.model.place(5).id]


def test_a_click_with_control_cannot_part_marks_and_selection(panel, window, qtbot):
    cell = panel.table.visualRect(panel.model.index(2, 0)).center()
    for _ in range(2):
        qtbot.mouseClick(
            panel.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=cell
        )
        assert marked(panel) == [window.session.view.selected.id] == ["precision"]


def test_the_keys_stay_on_their_number_while_the_scenario_changes(panel, window, qtbot):
    column = SCORECARD.index("speed_4g")
    panel.table.setFocus(Qt.FocusReason.TabFocusReason)
    panel.table.setCurrentIndex(panel.model.index(3, column))
    circle = panel.model.place(3)
    panel.set_columns(tuple(reversed(SCORECARD)))
    add_a_point(window)
    current = panel.table.currentIndex()
    assert panel.model.place(current.row()) == circle
    assert panel.model.indicator(current.column()).id == "speed_4g"


@pytest.mark.parametrize("view", ["overview", "broadband"])
def test_the_focus_is_in_sight_and_leaves_the_table_where_it_is(panel, window, qtbot, view):
    window.show_tab("scorecard")
    window.show_view(view)
    at = panel.table.horizontalScrollBar().value()
    walk_to(qtbot, panel.table)
    cell = panel.table.visualRect(panel.table.currentIndex())
    assert panel.table.viewport().rect().contains(cell)
    assert panel.table.horizontalScrollBar().value() == at


def test_tab_goes_through_the_tab_in_reading_order(panel, window, qtbot):
    add_a_point(window)
    window.show_tab("scorecard")
    sides = panel.sides.buttons
    wanted = [window.tabs.tabBar(), sides["scenario"], panel.chooser, panel.table, window.details]
    met = [window.tabs.tabBar(), *(stop for stop in walk(qtbot, most=8) if stop in wanted)]
    assert met[: len(wanted)] == wanted


def test_tab_lands_on_the_side_that_is_shown(panel, window, qtbot):
    add_a_point(window)
    for side in ("difference", "baseline", "scenario"):
        panel.sides.buttons["scenario"].click()
        window.session.set_side(side)
        buttons = set(panel.sides.buttons.values())
        window.tabs.tabBar().setFocus()
        forth = [stop for stop in walk(qtbot, most=6) if stop in buttons]
        assert forth == [panel.sides.buttons[side]]
        panel.table.setFocus()
        back = [stop for stop in walk(qtbot, BACK, most=4) if stop in buttons]
        assert back == [panel.sides.buttons[side]]


def test_arrow_keys_change_the_side(panel, window, qtbot):
    add_a_point(window)
    window.show_tab("scorecard")
    walk_to(qtbot, panel.sides.buttons["scenario"])
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert window.session.view.side == "difference"
    assert QApplication.focusWidget() is panel.sides.buttons["difference"]


def test_tab_into_the_ranking_selects_nothing(ranking, window, qtbot):
    walk_to(qtbot, ranking.table)
    assert window.session.view.selected is None
    assert marked(ranking) == []
    window.set_language("en")
    ranking.table.clearFocus()
    ranking.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.session.view.selected is None
    qtbot.keyClick(ranking.table, Qt.Key.Key_Down)
    assert marked(ranking) == [window.session.view.selected.id] == [ranking.model.place(1).id]
