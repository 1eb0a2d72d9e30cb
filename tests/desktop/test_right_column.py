"""How the tabs and the details share the height, tab by tab."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.right_column import SHARES


def share(window):
    above, below = window.splitter.sizes()
    return above / (above + below)


def test_each_tab_has_a_split_of_its_own(window, qtbot):
    for tab, wanted in SHARES.items():
        window.show_tab(tab)
        qtbot.waitUntil(lambda wanted=wanted: share(window) == pytest.approx(wanted, abs=0.05))


def test_what_was_dragged_is_kept_for_that_tab_and_the_next_start(open_window, remembered):
    first = open_window(remembered, (1280, 1000))
    first.show_tab("targets")
    first.splitter.moveSplitter(round(0.5 * first.splitter.height()), 1)
    chosen = share(first)
    assert chosen == pytest.approx(0.5, abs=0.05)
    first.show_tab("scorecard")
    assert share(first) == pytest.approx(SHARES["scorecard"], abs=0.05)
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
