"""How a legend is broken into rows, and how high the data of a chart stand in the panel of a small window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.charts import render
from maps.charts.chart import ChartContext
from maps.charts.frame import key_rows
from maps.theme import THEMES


@given(st.lists(st.floats(1, 100), min_size=1, max_size=9))
def test_every_entry_stands_once_in_a_row_with_room_for_it(widths):
    rows = key_rows(widths, 228)
    assert sorted(one for row in rows for one in row) == list(range(len(widths)))
    assert all(sum(widths[one] + 8 for one in row) - 8 <= 228 + 1e-6 for row in rows)


def test_entries_keep_their_order_unless_another_saves_a_row():
    assert key_rows([50, 60, 70, 80], 150) == [[0, 2], [1, 3]]
    assert key_rows([60, 60, 60, 60], 130) == [[0, 1], [2, 3]]
    assert len(key_rows([98, 150, 103, 128, 66, 79], 228)) == 3


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("chart_id", ["bars", "lorenz", "strip", "scatter", "ranks"])
def test_the_data_take_most_of_the_height_at_1280_by_800(project, texts, chart_id, language):
    asked = "index" if chart_id == "ranks" else "coverage_5g"
    context = ChartContext(project, texts[language], THEMES["light"], 240.0, 266.0, asked, other_id="density")
    axes = render.build(chart_id, context).figure.axes[0]
    assert axes.get_position().height * 266 / 72 * 96 >= 218
