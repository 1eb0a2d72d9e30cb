"""The bars of the policy targets: percentages on one scale, every other with its numbers, each asked for its source."""

from __future__ import annotations

import pytest

from data.balance.explain import explain
from data.targets import disagreements, latest_actual, next_target
from maps.charts import render
from maps.charts.chart import ChartContext
from maps.charts.target_scale import target_scale
from maps.theme import THEMES


@pytest.fixture
def series(data):
    return {one.id: one for one in data.targets}


def test_percentages_have_one_scale(series):
    for name, actual in (
        ("fixed-2gbps-non-rural", 92.27),
        ("fixed-2gbps-unstated", 81.6),
        ("mobile-5g-non-rural", 98.74),
    ):
        found = target_scale(series[name])
        assert (found.end, found.actual) == (100.0, actual)
        assert found.ticks == (0.0, 50.0, 100.0)


def test_other_units_end_at_the_larger_of_actual_and_target(series):
    stations, wifi = target_scale(series["non-rural-5g-stations"]), target_scale(series["tribal-outdoor-wifi-sites"])
    assert (stations.end, stations.target, stations.actual) == (18700.0, 18700.0, 15354.0)
    assert (wifi.end, wifi.target, wifi.actual) == (306.0, 170.0, 306.0)


def test_what_sources_disagree_about_is_no_bar(series):
    found = target_scale(series["mobile-5g-rural"])
    assert found.actual is None
    assert set(found.contested) == {74.9, 81.5}


def test_there_is_no_scale_where_there_is_nothing_to_compare(data):
    for one in data.targets:
        if target_scale(one) is None:
            assert next_target(one) is None


def test_no_mark_lies_beyond_its_scale(data):
    for one in data.targets:
        found = target_scale(one)
        if found is not None:
            shown = [value for value in (found.actual, found.target, *found.contested) if value is not None]
            assert 0 <= max(shown) <= found.end


def test_bars_of_percentages_are_as_long_as_their_numbers(project, texts):
    context = ChartContext(project, texts["en"], THEMES["light"], 240.0, 259.0, "index", topic="broadband")
    chart = render.build("targets", context)
    bars = [one.get_width() for one in chart.figure.axes[1].patches]
    for value in (92.27, 81.6, 98.74):
        assert any(width == pytest.approx(value / 100 * (240 - 12)) for width in bars), value


def test_every_bar_says_where_its_numbers_come_from(project, texts, data):
    context = ChartContext(project, texts["en"], THEMES["light"], 240.0, 259.0, "index", topic="telemedicine")
    for hit in render.build("targets", context).hits:
        found = explain(project, hit.indicator_id, hit.by, hit.area)
        one = next(series for series in data.targets if f"target:{series.id}" == hit.indicator_id)
        actual = latest_actual(one)
        assert found.value == (None if actual is None else actual.value)
        assert [(each.value, each.source_id) for each in found.inputs] == [(p.value, p.source_id) for p in one.points]
        assert ("disagree" in found.note.en) == bool(disagreements(one))
        assert {source.id for source in found.sources} == {point.source_id for point in one.points}


def test_an_estimate_in_part_is_marked_apart_from_one_altogether(project, texts):
    context = ChartContext(project, texts["en"], THEMES["light"], 285.0, 259.0, "coverage_5g")
    chart = render.build("bars", context)
    text = {hit.area: hit.text for hit in chart.hits}
    assert "in part" in text["islands"]
    assert "in part" not in text["capital"]
    labels = [one.get_text() for one in chart.figure.axes[0].texts]
    assert sum(one.endswith("(*)") for one in labels) == 1
    assert sum(one.endswith(" *") for one in labels) == 5
    assert "* estimated" in chart.summary
    assert "(*) in part." in chart.summary
