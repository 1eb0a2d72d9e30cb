"""Every chart in both languages and all themes: what it reads, where its marks lie, what it says of the unknown."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest

from data.balance.across import inequality_of
from data.balance.composite import rank
from data.balance.evaluate import column
from data.balance.groups import groups
from data.balance.index import index_column, index_sensitivity
from data.balance.indicators import INDICATORS
from data.balance.statistics import correlation, median_row
from data.model import AreaLevel, Layer, Overlap, Place
from data.project import Project
from data.scenario import AddSite, Scenario, SetCoverage
from data.targets import TOPICS, latest_actual
from maps.charts import render
from maps.charts.catalogue import CHART_IDS, CHARTS, chart_name
from maps.charts.chart import ChartContext, Hit
from maps.charts.ranks import RankPlot
from maps.charts.swarm import fitted, packed
from maps.charts.words import axis_title
from maps.texts import Texts
from maps.theme import THEMES

WIDTH, HEIGHT = 285.0, 240.0
"""A panel of 380 x 320 pixels, in points."""


@pytest.fixture(scope="module", autouse=True)
def _matplotlib():
    render.prepare()


@pytest.fixture(scope="module")
def supposed(data):
    changes = (
        AddSite(Layer.AI, "s1", "supposed", "10015010", 121.6, 23.97),
        SetCoverage("coverage_5g", AreaLevel.COUNTY, "10015", 99.0),
    )
    return Project(data, "2026-01", scenario=Scenario("more", changes))


@pytest.fixture
def ask(project, texts):
    """A function that gives what a chart is asked for."""

    def make(indicator="speed_4g", *, of=project, language="en", theme="light", **more):
        size = {"width": WIDTH, "height": HEIGHT}
        return ChartContext(of, texts[language], THEMES[theme], **{**size, **more}, indicator_id=indicator)

    return make


def words_of(figure):
    """Every text that a drawn figure shows, with its box in pixels."""
    from matplotlib.text import Text

    unseen = set()
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
                if not (axes.axison and axis.get_visible() and low <= tick.get_loc() <= high):
                    unseen |= {tick.label1, tick.label2}
    return [
        (text.get_text(), text.get_window_extent())
        for text in figure.findobj(Text)
        if text.get_text().strip() and text.get_visible() and text not in unseen
    ]


def reading_of(chart, place):
    found = [hit.text for hit in chart.hits if hit.place == place]
    assert found, place
    return found[0]


@pytest.mark.parametrize("chart_id", CHART_IDS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_word_lies_inside_the_picture(ask, chart_id, language, theme):
    context = ask(
        "index" if chart_id == "ranks" else "telemedicine_nearest_km", other_id="density", by="county",
        language=language, theme=theme, paper=theme == "print", width=460.0 if theme == "print" else WIDTH,
    )  # fmt: skip
    chart = render.build(chart_id, context)
    picture = render.picture(chart, 96)
    assert picture.width() == round(context.width / 72 * 96)
    assert chart.title
    assert chart.summary
    width, height = chart.figure.canvas.get_width_height()
    for text, box in words_of(chart.figure):
        assert box.x0 >= -0.5, text
        assert box.y0 >= -2, text
        assert box.x1 <= width + 0.5, text
        assert box.y1 <= height + 2, text


@pytest.mark.parametrize(
    ("chart_id", "by"), [("strip", "town"), ("scatter", "town"), ("ranks", "circle"), ("ranks", "county")]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_beside_a_map_words_lie_apart_and_data_have_room(ask, chart_id, by, language):
    chart = render.build(chart_id, ask(
        "index" if chart_id == "ranks" else "speed_4g", other_id="coverage_5g", by=by, language=language,
        width=162.0, height=205.0, paper=True, bare=True, named=True,
    ))  # fmt: skip
    render.picture(chart, 96)
    figure = chart.figure
    assert figure.get_figheight() * 72 == pytest.approx(205, abs=0.1), "it is not made smaller to fit"
    assert figure.axes[0].get_window_extent().height > 0.3 * figure.bbox.height
    boxes = words_of(figure)
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = min(a.x1, b.x1) - max(a.x0, b.x0) < 1 or min(a.y1, b.y1) - max(a.y0, b.y0) < 3
        assert apart, (one, other)


def test_the_last_number_of_an_axis_lies_inside_the_picture(ask):
    chart = render.build("bars", ask("households"))
    render.picture(chart, 96)
    assert max(box.x1 for _, box in words_of(chart.figure)) <= 380


@pytest.mark.parametrize("chart_id", ["bars", "lorenz", "strip", "scatter", "ranks"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("indicator", ["telemedicine_nearest_km", "population", "ai_per_100k"])
def test_no_word_lies_on_another(ask, chart_id, language, indicator):
    asked = "index" if chart_id == "ranks" else indicator
    context = ask(asked, other_id="population_65plus_share", by="county", language=language)
    chart = render.build(chart_id, context)
    render.picture(chart, 96)
    shown = words_of(chart.figure)
    for at, (text, box) in enumerate(shown):
        for other, its in shown[at + 1 :]:
            across = min(box.x1, its.x1) - max(box.x0, its.x0)
            down = min(box.y1, its.y1) - max(box.y0, its.y0)
            # boxes hold the room for accents above and below, which ink seldom takes
            assert across < 2 or down < 0.45 * min(box.height, its.height), (text, other)


def test_twice_the_resolution_is_the_same_chart_in_more_dots(ask):
    chart = render.build("bars", ask())
    once, twice = render.picture(chart, 96), render.picture(chart, 96, 2.0)
    assert (twice.width(), twice.height()) == (2 * once.width(), 2 * once.height())
    assert twice.deviceIndependentSize() == once.deviceIndependentSize()


def test_bars_read_the_value_of_each_circle_best_first(ask, project, texts):
    one, areas = column(project, "speed_4g", "circle"), groups(project, "circle")
    chart = render.build("bars", ask())
    assert {hit.area for hit in chart.hits} == set(areas.ids)
    for row, circle in enumerate(areas.ids):
        assert f"{texts['en'].number(one.values[row], 1)} Mbps" in reading_of(chart, Place("circle", circle))
    values = [one.values[areas.ids.index(hit.area)] for hit in chart.hits]
    assert values == sorted(values, reverse=True)
    less = render.build("bars", ask("telemedicine_nearest_km"))
    distances = column(project, "telemedicine_nearest_km", "circle").values
    values = [distances[areas.ids.index(hit.area)] for hit in less.hits]
    assert values == sorted(values)


def test_a_sum_has_no_line_of_the_nation_but_says_it(ask, project, texts):
    population = texts["en"].number(column(project, "population", "nation").values[0])
    chart = render.build("bars", ask("population"))
    assert f"Nation {population}" in chart.summary
    assert not [line for line in chart.figure.axes[0].lines if line.get_linestyle() == "--" and line.get_xdata()[0]]
    speed = column(project, "speed_4g", "nation").values[0]
    lines = render.build("bars", ask()).figure.axes[0].lines
    assert any(np.allclose(line.get_xdata(), speed) for line in lines)


def test_bars_show_the_scenario_beside_the_baseline(ask, supposed, texts):
    chart = render.build("bars", ask("ai_operating", of=supposed, side="scenario"))
    before, after = (column(supposed, "ai_operating", "circle", side).values for side in ("baseline", "scenario"))
    row = groups(supposed, "circle").ids.index("east")
    assert after[row] == before[row] + 1
    text = reading_of(chart, Place("circle", "east"))
    assert f"Baseline: {before[row]:.0f}" in text
    assert f"Scenario: {after[row]:.0f}" in text
    assert len(chart.figure.axes[0].patches) == 12
    difference = render.build("bars", ask("ai_operating", of=supposed, side="difference"))
    assert "+1" in reading_of(difference, Place("circle", "east"))


def test_a_bound_and_an_estimate_are_said(ask):
    chart = render.build("bars", ask("coverage_5g"))
    assert "≥" in reading_of(chart, Place("circle", "islands"))
    assert "rural/non-rural class" in reading_of(chart, Place("circle", "capital"))


@pytest.mark.parametrize("by", ["town", "county"])
def test_the_lorenz_curve_tells_the_gini_and_every_known_area(ask, project, by):
    chart = render.build("lorenz", ask("hotspots_per_10000", by=by))
    measured = inequality_of(project, "hotspots_per_10000", by, "population")
    dots = [hit for hit in chart.hits if hit.place is not None]
    assert len(dots) == measured.n
    assert f"Gini {measured.gini:.3f}" in [text for text, _ in words_of(chart.figure)]
    assert all(a.x <= b.x for a, b in pairwise(dots))


def test_a_lorenz_curve_counts_the_unknown(ask, project):
    measured = inequality_of(project, "speed_4g", "town", "population")
    assert measured.missing > 0
    assert f"Unknown and left out: {measured.missing} townships." in render.build("lorenz", ask()).summary


def test_no_inequality_of_negative_values_but_a_sentence(ask):
    chart = render.build("lorenz", ask("coverage_5g_gap_nation"))
    assert chart.hits == ()
    assert "negative" in chart.summary


def test_a_town_of_two_circles_stands_in_both_strips(ask, project):
    chart = render.build("strip", ask("population"))
    yilan = [hit for hit in chart.hits if hit.place == Place("town", "10002010")]
    assert len(yilan) == 2
    towns = [hit for hit in chart.hits if hit.by == "town"]
    assert len(towns) == int((groups(project, "circle").weights > 0).sum())
    # also when totals count it only once: where it lies is no matter of the rule
    first = render.build("strip", ask("population", of=replace(project, overlap=Overlap.FIRST)))
    assert len([hit for hit in first.hits if hit.by == "town"]) == len(towns)


def test_strips_say_how_many_are_unknown(ask, project):
    one, areas = column(project, "speed_4g", "town"), groups(project, "circle")
    inside = areas.weights[areas.ids.index("islands")] > 0
    unknown = int(np.isnan(one.values[inside]).sum())
    assert unknown == 3
    assert f"{unknown} unknown" in reading_of(render.build("strip", ask()), Place("circle", "islands"))


def test_strips_are_the_same_every_time(ask):
    first, second = (render.build("strip", ask()) for _ in range(2))
    assert [(hit.x, hit.y) for hit in first.hits] == [(hit.x, hit.y) for hit in second.hits]


def test_packed_dots_keep_their_distance():
    rng = np.random.default_rng(3)
    x, radius = rng.uniform(0, 60, 120), rng.uniform(1, 4, 120)
    y = packed(x, radius)
    gaps = np.hypot(x[:, None] - x, y[:, None] - y) - radius[:, None] - radius
    assert (gaps[~np.eye(len(x), dtype=bool)] > -1e-5).all()


def test_too_many_dots_are_pressed_together_inside_their_row():
    x, radius = np.full(80, 10.0), np.full(80, 3.0)
    factor, (y,) = fitted([(x, radius)], 15.0)
    assert np.abs(y).max() + 3.0 * factor <= 15.0 + 1e-9


@pytest.mark.parametrize(
    ("values", "weights", "row"),
    [([1, 2, 3], [1, 1, 1], 1), ([1, 2, 3], [1, 1, 5], 2), ([5, 1], [1, 1], 1), ([4], [0], None), ([], [], None)],
)
def test_the_median_counts_people(values, weights, row):
    assert median_row(np.array(values, float), np.array(weights, float)) == row


def test_the_correlation_is_that_of_numpy():
    rng = np.random.default_rng(5)
    x, y, people = rng.normal(size=50), rng.normal(size=50), rng.integers(1, 9, 50)
    repeated = np.corrcoef(np.repeat(x, people), np.repeat(y, people))[0, 1]
    assert correlation(x, y, people.astype(float)) == pytest.approx(repeated)
    assert np.isnan(correlation(x, np.full(50, 0.1), people.astype(float)))


def test_the_scatter_says_correlation_number_and_unknown(ask, project):
    xs, ys = (column(project, one, "town").values for one in ("speed_4g", "population_65plus_share"))
    known = ~np.isnan(xs) & ~np.isnan(ys)
    people = project.data.town_values("population")
    chart = render.build("scatter", ask(other_id="population_65plus_share"))
    assert len([hit for hit in chart.hits if hit.place is not None]) == int(known.sum())
    assert f"r = {correlation(xs[known], ys[known], people[known]):.2f}" in chart.summary
    assert f"{known.sum()} townships" in chart.summary
    assert f", {(~known).sum()} unknown" in chart.summary


def test_a_wide_span_is_read_on_a_logarithmic_axis(ask):
    chart = render.build("scatter", ask("speed_4g", other_id="density"))
    axes = chart.figure.axes[0]
    assert (axes.get_xscale(), axes.get_yscale()) == ("linear", "log")
    assert "logarithms" in chart.summary


def test_ranks_are_those_of_the_index_and_its_draws(ask, project):
    chart = render.build("ranks", ask("index", by="county"))
    present = rank(index_column(project, "county").values)
    sure, ids = index_sensitivity(project, "county"), groups(project, "county").ids
    assert chart.hits[0].area == ids[int(np.argmin(present))]
    for row, county in enumerate(ids):
        text = reading_of(chart, Place("county", county))
        assert f"Rank {present[row]:.0f} of 22; median {sure.median_rank[row]:.0f}, " in text
        assert f"{sure.low_rank[row]:.0f} to {sure.high_rank[row]:.0f} in 90 %" in text


def test_ranks_of_one_circle_keep_their_place_among_all(ask, project):
    chart = render.build("ranks", ask("index", by="town", circle="islands"))
    assert len(chart.hits) == int((groups(project, "circle").weights[5] > 0).sum())
    assert "of 368" in chart.hits[0].text


def test_a_moved_weight_moves_the_marks_and_keeps_the_figure(ask, project):
    plot = RankPlot()
    first = plot.update(ask("index", by="circle"))
    before = render.picture(first, 96)
    heavier = replace(project, index=project.index.with_weight(project.index.parts[0].indicator, 20))
    second = plot.update(ask("index", of=heavier, by="circle"))
    after = render.picture(second, 96)
    assert second.figure is first.figure
    assert before != after
    # what stayed from the kept picture is what a new drawing would show
    fresh = render.picture(RankPlot().update(ask("index", of=heavier, by="circle")), 96)
    assert after == fresh


def test_targets_show_every_topic_and_what_disagrees(ask, data):
    for topic in TOPICS:
        assert render.build("targets", ask("index", topic=topic)).hits
    chart = render.build("targets", ask("index", topic="telemedicine", language="zh"))
    text = "".join(hit.text for hit in chart.hits)
    assert "52" in text
    assert "135" in text


def test_a_target_names_latest_basis_and_source(ask, data):
    series = next(one for one in data.targets if one.id == "mobile-5g-non-rural")
    actual = latest_actual(series)
    chart = render.build("targets", ask("index", topic="broadband"))
    text = next(hit.text for hit in chart.hits if hit.text.startswith(series.name.en))
    assert f"{actual.value:g} %" in text
    assert series.basis.en in text
    assert data.sources[actual.source_id].title in text


def test_a_place_in_a_chinese_source_is_said_in_chinese(ask):
    text = "".join(hit.text for hit in render.build("targets", ask("index", topic="broadband", language="zh")).hits)
    assert "line " not in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("height", [150.0, 200.0, 320.0])
def test_the_gini_coefficient_stays_off_the_line_of_equality(ask, language, height):
    chart = render.build("lorenz", ask("coverage_5g", by="town", language=language, height=height))
    render.picture(chart, 96)
    renderer = chart.figure.canvas.get_renderer()
    texts = [one for one in chart.figure.texts if one.get_text().startswith(("Gini", "吉尼"))]
    (axes,) = chart.figure.axes
    for text in texts:
        box = text.get_window_extent(renderer).transformed(axes.transData.inverted())
        assert box.x1 < box.y0
    assert texts


def test_paper_names_definition_rule_and_sources(ask, data):
    chart = render.build("bars", ask("coverage_5g", paper=True, theme="print", width=460.0))
    render.picture(chart, 96)
    said = " ".join(text for text, _ in words_of(chart.figure))
    assert data.version in said
    assert "counts fully in each" in said
    assert "Sources:" in said


@pytest.mark.parametrize(("suffix", "head"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_a_saved_chart_is_a_valid_file(ask, tmp_path, suffix, head):
    target = tmp_path / f"chart.{suffix}"
    render.save(render.build("bars", ask(paper=True)), target)
    assert target.read_bytes().startswith(head)
    assert list(tmp_path.iterdir()) == [target]


def test_every_chart_has_a_name_in_both_languages(texts):
    for one in CHARTS:
        assert chart_name(texts["en"], one)


def test_a_dot_is_hit_from_its_rim_and_a_row_from_its_box():
    dot, row = Hit(10, 10, 4, 4, "", round=True), Hit(0, 0, 100, 20, "")
    assert dot.distance(12, 15) == pytest.approx(1)
    assert dot.distance(12, 12) == pytest.approx(-2)
    assert row.distance(50, 25) == pytest.approx(5)
    assert row.distance(50, 5) == 0


def test_a_total_is_not_said_to_be_better_for_being_more(ask):
    totals = [one for one in INDICATORS.values() if one.total and one.direction]
    assert totals
    for indicator in totals:
        assert "better" not in axis_title(ask(indicator.id), indicator), indicator.id
    assert axis_title(ask(), INDICATORS["speed_4g"]).endswith("more is better")


def test_language_is_that_of_the_texts(ask):
    assert ask(language="zh").language == "zh"
    assert isinstance(ask().texts, Texts)
