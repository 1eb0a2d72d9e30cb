"""The charts tab on the real data: it follows the map, draws only when seen, and shows every chart."""

from __future__ import annotations

import subprocess
import sys

import pytest

from data.balance.evaluate import indicator_ids, indicator_of
from data.model import AreaLevel, Overlap, OwnLayer, Place
from data.project import Project
from data.scenario import Scenario, SetCoverage
from desktop.indicator_chooser import TOPICS, IndicatorChooser
from desktop.session import Session
from maps.charts.catalogue import CHART_IDS
from maps.view import READY_VIEWS
from tests.desktop.driving import charts_alone


@pytest.fixture
def session(qapp, data):
    return Session(Project.start(data), READY_VIEWS["broadband"])


@pytest.fixture
def panel(qtbot, session):
    yield from charts_alone(qtbot, session, 380, 480)


@pytest.fixture
def ready(qtbot, panel):
    return lambda: qtbot.waitUntil(panel.is_ready, timeout=20_000)


@pytest.mark.parametrize("chart_id", CHART_IDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chart_is_shown(panel, session, ready, chart_id, language):
    session.set_language(language)
    panel.choose(chart_id)
    ready()
    assert panel.view.chart.hits
    assert panel.kind.currentData() == chart_id
    picture = panel.view._picture
    assert picture.width() >= panel.view.viewport().width() - 1


def test_it_follows_the_indicator_of_the_map(panel, session, ready):
    assert panel.indicator.indicator_id() == "coverage_5g"
    session.set_choropleth("speed_4g")
    ready()
    assert panel.indicator.indicator_id() == "speed_4g"
    assert all(hit.indicator_id == "speed_4g" for hit in panel.view.chart.hits)


def test_what_is_chosen_here_colours_a_map_that_shows_an_indicator(panel, session, ready):
    panel.indicator.chosen.emit("density")
    assert session.view.choropleth == "density"
    session.set_layer("choropleth", False)
    panel.indicator.set_id("speed_4g")
    panel.indicator.chosen.emit("speed_4g")
    ready()
    assert session.view.choropleth == "density"
    assert panel.view.chart.hits[0].indicator_id == "speed_4g"


def test_language_theme_and_overlap_are_followed(panel, session, ready):
    before = panel.view.chart.title
    session.set_language("en")
    ready()
    assert panel.view.chart.title != before
    light = panel.view._picture.pixelColor(2, 2).lightness()
    session.set_theme("dark")
    ready()
    assert panel.view._picture.pixelColor(2, 2).lightness() < light
    session.set_choropleth("population")
    ready()
    text = {hit.area: hit.text for hit in panel.view.chart.hits}["east"]
    session.change_overlap(Overlap.FIRST)
    ready()
    assert {hit.area: hit.text for hit in panel.view.chart.hits}["east"] != text


def test_a_scenario_stands_beside_the_baseline(panel, session, ready):
    session.set_language("en")
    change = SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 99.0)
    session.change_scenario(Scenario("x", (change,)), "more")
    ready()
    text = {hit.area: hit.text for hit in panel.view.chart.hits}["east"]
    assert "Baseline: 94.2" in text
    assert "Scenario: " in text


def test_ranks_show_the_towns_of_the_selected_circle(panel, session, ready):
    panel.choose("ranks")
    panel.level.setCurrentIndex(panel.level.findData("town"))
    panel.level.activated.emit(panel.level.currentIndex())
    session.select(Place("circle", "islands"))
    ready()
    assert len(panel.view.chart.hits) == 16


def test_a_slider_moves_the_marks_of_the_same_figure(panel, session, ready):
    panel.choose("ranks")
    ready()
    figure = panel.view.chart.figure
    part = session.project.index.parts[0].indicator
    texts = set()
    for weight in (0.0, 9.0):
        session.change_index(session.project.index.with_weight(part, weight), "weight")
        ready()
        assert panel.view.chart.figure is figure
        texts.add(panel.view.chart.summary)
    assert len(texts) == 2
    session.set_theme("dark")
    ready()
    assert panel.view.chart.figure is not figure


def test_changes_without_end_are_drawn_in_between(panel, session, qtbot):
    panel.choose("ranks")
    qtbot.waitUntil(panel.is_ready, timeout=20_000)
    shown, before = [], panel.view.chart
    part = session.project.index.parts[0].indicator
    for step in range(400):
        session.change_index(session.project.index.with_weight(part, 1 + step / 10), "weight")
        qtbot.wait(10)
        if panel.view.chart is not before:
            shown.append(step)
            break
    assert shown, "nothing was drawn while the slider moved"


def test_only_the_choosers_a_chart_asks_for_are_seen(panel):
    for chart_id, seen in (
        ("bars", (True, False, False, False)),
        ("scatter", (True, True, True, False)),
        ("targets", (False, False, False, True)),
    ):
        panel.choose(chart_id)
        boxes = (panel.indicator, panel.other, panel.level, panel.topic)
        assert tuple(box.isVisible() for box in boxes) == seen


def test_nothing_is_drawn_while_it_is_hidden(panel, session, ready, qtbot):
    panel.hide()
    before = panel.view.chart
    session.set_choropleth("density")
    qtbot.wait(120)
    assert panel.view.chart is before
    panel.show()
    ready()
    assert panel.view.chart.hits[0].indicator_id == "density"


def test_a_saved_chart_is_reported_below(panel, qtbot, tmp_path):
    with qtbot.waitSignal(panel.view.told, timeout=20_000):
        panel.view.save(tmp_path / "missing" / "a.svg")
    assert panel.note.isVisible()
    assert "missing" in panel.note.text()


def test_making_the_panel_does_not_import_matplotlib():
    code = "import sys, desktop.charts_panel; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_chooser_lists_every_indicator_under_its_topic(qtbot, session, language):
    session.set_language(language)
    chooser = IndicatorChooser()
    qtbot.addWidget(chooser)
    chooser.fill(session)
    listed = [chooser.itemData(row) for row in range(chooser.count())]
    assert sorted(filter(None, listed)) == sorted(indicator_ids())
    assert listed.count(None) == len(TOPICS) - 1  # nothing of one's own yet
    assert listed[0] is None
    chooser.set_id("speed_4g")
    assert chooser.currentText() == indicator_of(session.project, "speed_4g").name.text(language)


def test_the_chooser_lists_what_the_project_brings_along(qtbot, session):
    chooser = IndicatorChooser()
    qtbot.addWidget(chooser)
    chooser.fill(session)
    chooser.set_id("density")
    session.change_own(session.project.own.with_layer(OwnLayer("充電站", "star", "#7A4FA3")), "a layer")
    assert chooser.indicator_id() == "density"
    assert chooser.findData("own_充電站_per_100k") >= 0
    session.set_choropleth("own_充電站_per_100k")
    chooser.set_id("own_充電站_per_100k")
    session.change_own(session.project.own.without_layer("充電站"), "no layer")
    assert chooser.findData("own_充電站_per_100k") < 0
    assert chooser.indicator_id() == ""
    session.history.undo()
    assert chooser.indicator_id() == "own_充電站_per_100k", "the map is coloured by it again"


def test_the_chooser_keeps_what_was_chosen_and_tells_only_of_the_user(qtbot, session):
    chooser, told = IndicatorChooser(), []
    qtbot.addWidget(chooser)
    chooser.chosen.connect(told.append)
    chooser.fill(session)
    chooser.set_id("density")
    session.set_language("en")
    chooser.fill(session)
    assert chooser.indicator_id() == "density"
    assert told == []
    chooser.activated.emit(chooser.findData("speed_4g"))
    assert told == ["speed_4g"]
    chooser.set_id("no such thing")
    assert chooser.indicator_id() == ""
