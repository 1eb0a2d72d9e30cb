"""Bars and tables that grow: true at rest, on one axis on the way, never beyond their place."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from data.balance.evaluate import column
from data.scene import Scene
from maps.briefing.scene_view import view_record
from maps.briefing.slide import lay_out_slide, slide_context
from maps.briefing.staging import Stager
from maps.display import PageBox, PageText
from maps.view import READY_VIEWS

RECT = QRectF(0, 0, 508.0, 285.75)


@pytest.fixture(scope="module")
def bars_of(supposed, atlas):
    """A function that gives what grows on the slide of a view."""
    stager = Stager(supposed, atlas)

    def bars(name, panel, language="en", **changes):
        view = view_record(replace(READY_VIEWS[name], **changes))
        staged = stager.stage(Scene("one", view=view, panel=panel), language)
        return lay_out_slide(slide_context(staged, atlas, RECT, 4.0), staged, RECT).bars

    return bars


def coloured(bars, items):
    """Return the bars of the circles among the items, in their order."""
    data = bars.page.context.project.data
    colours = [data.circles[one].colour for one in bars.reading.ids]
    return [item for item in items if isinstance(item, PageBox) and item.colour in colours]


def texts(items):
    return [item.text for item in items if isinstance(item, PageText)]


def test_bars_at_rest_are_the_values_of_the_circles(bars_of, supposed):
    bars = bars_of("ai", "bars")
    wanted = column(supposed, "ai_per_100k", "circle").values
    assert bars.values == tuple(wanted)
    items = bars.items(bars.values)
    drawn = coloured(bars, items)
    assert len(drawn) == len(wanted)
    scale = drawn[0].rect.width() / wanted[0]
    assert [one.rect.width() for one in drawn] == pytest.approx([scale * value for value in wanted])
    assert len({one.rect.left() for one in drawn}) == 1
    assert texts(items) == [f"{value:.2f}" for value in wanted]


@pytest.fixture(scope="module")
def ai_bars(bars_of):
    return bars_of("ai", "bars")


@given(st.lists(st.none() | st.floats(-1e9, 1e9), min_size=6, max_size=6))
def test_whatever_values_are_drawn_stay_in_their_rows(ai_bars, values):
    items = ai_bars.items(tuple(values))
    assert len(texts(items)) == 6
    assert texts(items).count("no data") == values.count(None)
    rows = ai_bars.rows
    for rect in (item.rect for item in coloured(ai_bars, items)):
        assert rows.left() - 0.01 <= rect.left() <= rect.right() <= rows.right() + 0.01
        assert rows.top() - 0.01 <= rect.top() <= rect.bottom() <= rows.bottom() + 0.01


def test_half_way_bars_are_half_as_long_and_say_so(bars_of):
    bars = bars_of("ai", "bars")
    half = tuple(value / 2 for value in bars.values)
    full, grown = (coloured(bars, bars.items(values)) for values in (bars.values, half))
    assert [one.rect.width() for one in grown] == pytest.approx([one.rect.width() / 2 for one in full])
    assert texts(bars.items(half))[0] == f"{half[0]:.2f}"


def test_an_estimate_keeps_its_star_and_bound_only_at_rest(bars_of):
    bars = bars_of("broadband", "bars")
    assert all(text.endswith(" *") for text in texts(bars.items(bars.values)))
    assert not any("*" in text or "≥" in text for text in texts(bars.items((50.0,) * 6)))


def test_unknown_is_no_bar_and_not_zero(bars_of):
    bars = bars_of("broadband", "bars", choropleth="coverage_2gbps")
    assert None in bars.values
    items = bars.items(bars.values)
    assert "no data" in texts(items)
    assert len(coloured(bars, items)) <= sum(value is not None for value in bars.values)


def test_a_difference_has_zero_in_the_middle(bars_of):
    bars = bars_of("scenario", "bars", side="difference")
    low, high, zero, _ = bars._axis
    assert low == -high
    left = coloured(bars, bars.items((low,) * 6))[0].rect
    right = coloured(bars, bars.items((high,) * 6))[0].rect
    assert left.right() == pytest.approx(zero) == pytest.approx(right.left())
    assert left.width() == pytest.approx(right.width())
    assert texts(bars.items((1.5,) * 6)) == ["+1.5"] * 6


def test_of_a_scenario_the_baseline_is_marked(bars_of):
    plain, supposed = bars_of("telemedicine", "bars"), bars_of("telemedicine", "bars", side="scenario")
    assert plain.reading.before is None
    assert supposed.reading.before is not None
    assert sum(supposed.values) > sum(plain.values)


def test_subjects_tell_what_may_grow_into_what(bars_of):
    assert bars_of("ai", "bars").subject == bars_of("ai", "bars", "zh").subject
    assert bars_of("ai", "bars").subject != bars_of("broadband", "bars").subject


def test_a_table_at_rest_has_the_values_of_circles_and_nation(bars_of, supposed):
    table = bars_of("broadband", "scorecard")
    wanted = [*column(supposed, "coverage_5g", "circle").values, *column(supposed, "coverage_5g", "nation").values]
    assert table.values[:7] == pytest.approx(wanted)
    assert texts(table.items(table.values))[0] == f"{wanted[0]:.1f}"


def test_ranks_of_the_index_do_not_grow(bars_of):
    table = bars_of("index", "scorecard")
    rest, begun = (texts(table.items(values)) for values in (table.values, (0.0,) * len(table.values)))
    at = next(number for number, one in enumerate(table.columns) if one.indicator is None) * 7
    assert rest[at : at + 7] == begun[at : at + 7]
    assert "(" in rest[at]
    assert rest[:6] != begun[:6]
    # The nation is compared with nobody.
    assert table.values[6] is None
    assert not any(value is not None and math.isnan(value) for value in table.values)


def test_a_scenario_shows_what_changes_beside_what_is(bars_of):
    table = bars_of("scenario", "scorecard", "zh")
    sides = [one.side for one in table.columns if one.main]
    assert {"scenario", "difference"} <= set(sides)
    assert sides == sorted(sides, key=("baseline", "scenario", "difference").index)
