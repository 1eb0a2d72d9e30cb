"""How the tabs and the details share the height, tab by tab."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from data.model import Layer, Place
from data.scenario import AddSite, Scenario
from desktop.right_column import SHARES
from desktop.window import dock_widths


def share(window):
    above, below = window.splitter.sizes()
    return above / (above + below)


def test_each_tab_has_a_split_of_its_own(window, qtbot):
    for tab, wanted in SHARES.items():
        window.show_tab(tab)
        if tab == "scorecard":  # takes what its rows need
            assert share(window) < wanted
            continue
        qtbot.waitUntil(lambda wanted=wanted: share(window) == pytest.approx(wanted, abs=0.05))


def test_what_was_dragged_is_kept_for_that_tab_and_the_next_start(open_window, remembered):
    first = open_window(remembered, (1280, 1000))
    first.show_tab("targets")
    first.splitter.moveSplitter(round(0.5 * first.splitter.height()), 1)
    chosen = share(first)
    assert chosen == pytest.approx(0.5, abs=0.05)
    first.show_tab("charts")
    assert share(first) == pytest.approx(SHARES["charts"], abs=0.05)
    first.show_tab("targets")
    assert share(first) == pytest.approx(chosen, abs=0.02)
    first.close()
    again = open_window(remembered, (1280, 1000))
    assert again.tabs.current_tab() == "targets"
    assert again.splitter.shares()["targets"] == pytest.approx(chosen, abs=0.001)


def test_an_answer_has_room_to_be_read(window):
    window.show_tab("whatif")
    assert window.splitter.sizes()[1] < 220
    window.session.explain("speed_4g", "circle", "south")
    assert window.splitter.sizes()[1] == pytest.approx(220, abs=12)
    window.show_tab("scorecard")
    window.show_tab("whatif")
    assert window.splitter.sizes()[1] < 220, "the answer borrowed the room"


def test_an_answer_keeps_its_room_until_it_is_closed(window, qtbot):
    window.show_tab("whatif")
    above, _ = window.splitter.sizes()
    window.session.explain("speed_4g", "circle", "south")
    window.resize(1280, 820)
    qtbot.waitUntil(lambda: sum(window.splitter.sizes()) > above + 160)
    assert window.splitter.sizes()[1] == pytest.approx(220, abs=12), "also in another window"
    window.splitter.take_back()
    assert share(window) == pytest.approx(SHARES["whatif"], abs=0.02)


@pytest.mark.parametrize("selected", [None, Place("circle", "south")])
def test_escape_closes_an_answer_and_its_room(window, qtbot, selected):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_tab("charts")
    window.session.select(selected)
    details = window.details.toPlainText()
    if selected is None:
        window.session.explain("speed_4g", "nation", "nation")
    else:
        window.session.explain("speed_4g", "circle", selected.id)
    assert window.details.toPlainText() != details
    assert window.splitter.sizes()[1] == pytest.approx(220, abs=12)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert share(window) == pytest.approx(SHARES["charts"], abs=0.02)
    assert window.details.toPlainText().startswith("臺灣（全國）")


def test_who_drags_while_an_answer_is_shown_has_chosen(window):
    window.session.explain("speed_4g", "circle", "south")
    window.splitter.moveSplitter(round(0.45 * window.splitter.height()), 1)
    chosen = share(window)
    window.splitter.take_back()
    assert share(window) == pytest.approx(chosen, abs=0.01)


@pytest.mark.parametrize("supposed", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_nation_is_in_sight_on_a_small_screen(window, qtbot, language, supposed):
    """A screen of 1280 × 800 leaves 760 below a task bar or the title of the window."""
    window.set_language(language)
    window.resizeDocks([window.left, window.right], dock_widths(1280), Qt.Orientation.Horizontal)
    if supposed:
        town = next(one for one in window.session.project.data.towns if one.name.zh == "和平區")
        point = AddSite(Layer.TELEMEDICINE, "new", "新據點", town.code, 121.0, 24.2)
        window.session.change_scenario(Scenario("試", (point,)), "add")
    window.resize(1280, 760)
    table, nation = window.scorecard.table, window.scorecard.model.index(6, 0)
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(nation)), timeout=1000)
    assert window.scorecard.rule.isVisible()
    assert window.scorecard.note.isVisible() or supposed, "a sentence gives way to a row, where the sides need one"
    assert table.verticalScrollBar().maximum() == 0


def test_the_split_holds_when_the_window_grows(window, qtbot):
    window.show_tab("index")
    window.resize(1280, 1100)
    qtbot.waitUntil(lambda: share(window) == pytest.approx(SHARES["index"], abs=0.03))


def stops_after(widget, wanted):
    """Walk as the Tab key does, until a wanted widget comes."""
    stop = widget.nextInFocusChain()
    while stop is not widget and stop not in wanted:
        stop = stop.nextInFocusChain()
    return stop


def test_tab_goes_through_the_panel_before_the_details(window, qtbot):
    window.show_tab("index")
    panel = window.tabs.panel("index")
    qtbot.waitUntil(panel.isVisible)
    first, details = panel.rows[0], window.details
    assert stops_after(window.tabs.tabBar(), {first.slider, panel.chooser, details}) is first.slider
    order = [first.slider, first.direction, first.remove, panel.rows[1].slider]
    for before, after in pairwise(order):
        assert stops_after(before, {*order, panel.chooser, details} - {before}) is after
    assert stops_after(panel.rows[-1].remove, {first.slider, panel.chooser, details}) is panel.chooser
    assert stops_after(panel.chooser, {first.slider, details}) is details


def test_a_high_window_leaves_no_room_empty_below_the_scorecard(window, qtbot):
    window.resize(1600, 1100)
    qtbot.waitUntil(lambda: window.scorecard.note.isVisible())
    card = window.scorecard
    qtbot.waitUntil(lambda: card.height() - card.note.geometry().bottom() < 30)
    assert window.splitter.sizes()[1] > 400
    window.splitter.moveSplitter(round(0.8 * window.splitter.height()), 1)
    window.resize(1600, 1000)
    assert share(window) == pytest.approx(0.8, abs=0.02), "whoever drags has chosen"
