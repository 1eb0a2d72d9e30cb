"""The layers panel chooses what colours the map, by what areas and on which side."""

from dataclasses import replace

import pytest

from data.balance.evaluate import indicator_ids
from data.model import Layer, OwnLayer
from data.project import Project
from data.scenario import AddSite, Scenario
from desktop.layers_panel import LayersPanel
from desktop.session import Session
from maps.view import READY_VIEWS


@pytest.fixture
def session(data, qapp):
    return Session(Project.start(data), replace(READY_VIEWS["broadband"], language="en"))


@pytest.fixture
def panel(session, qtbot):
    widget = LayersPanel(session)
    qtbot.addWidget(widget)
    widget.resize(300, 800)
    widget.show()
    return widget


@pytest.fixture
def scenario(data):
    town = next(town for town in data.towns if town.name.zh == "海端鄉")
    return Scenario("試", (AddSite(Layer.TELEMEDICINE, "new", "新據點", town.code, town.lon, town.lat),))


def pick(chooser, value):
    row = chooser.findData(value)
    assert row >= 0, value
    chooser.setCurrentIndex(row)
    chooser.activated.emit(row)


def test_every_indicator_can_be_chosen(panel, session):
    for indicator in indicator_ids():
        pick(panel.chooser, indicator)
        assert session.view.choropleth == indicator
    assert "choropleth" in session.view.layers


def test_the_level_is_chosen_and_followed(panel, session):
    pick(panel.level, "county")
    assert session.view.level == "county"
    session.set_level("circle")
    assert panel.level.currentData() == "circle"


def test_sides_are_offered_only_with_a_scenario(panel, session, scenario):
    assert panel.side.isHidden()
    session.change_scenario(scenario, "try")
    assert not panel.side.isHidden()
    assert panel.side.currentData() == "scenario"
    pick(panel.side, "difference")
    assert session.view.side == "difference"
    session.history.undo()
    assert panel.side.isHidden()


def test_counts_are_those_of_the_side_shown(panel, session, scenario):
    before = int(panel._counts["telemedicine"].text())
    session.change_scenario(scenario, "try")
    assert int(panel._counts["telemedicine"].text()) == before + 1
    session.set_side("baseline")
    assert int(panel._counts["telemedicine"].text()) == before


def test_the_meaning_is_that_of_the_indicator(panel, session):
    session.set_choropleth("telemedicine_nearest_km")
    assert "Unit: km" in panel._meaning.text()
    assert "less is better" in panel._meaning.text()
    session.set_choropleth("index")
    before = panel._meaning.text()
    session.change_index(session.project.index.with_weight("ai_per_100k", 0.5))
    assert panel._meaning.text() != before


def test_a_circle_is_read_out_when_the_cursor_comes(panel, session):
    item = panel.circles.item(0)
    panel.circles.itemEntered.emit(item)
    assert "5G" in item.toolTip()
    session.set_choropleth("speed_4g")
    panel.circles.itemEntered.emit(item)
    assert "4G" in item.toolTip()


def test_another_definition_lists_other_circles(panel, session):
    assert panel.circles.count() == 6
    session.change_definition("2025-09")
    assert panel.circles.count() == 5


def test_areas_are_chosen_while_they_are_coloured(panel, session):
    assert panel.level.isEnabled()
    session.set_layer("choropleth", False)
    assert not panel.level.isEnabled()


def test_an_indicator_of_the_project_is_offered_as_soon_as_it_is_there(panel, session):
    own = session.project.own
    layer = replace(own, layers=(*own.layers, OwnLayer("診所", "star", "#7A4FA3")))
    session.change_own(layer, "new layer")
    pick(panel.chooser, "own_診所")
    assert session.view.choropleth == "own_診所"
    assert panel.chooser.indicator_id() == "own_診所"
    session.history.undo()
    assert panel.chooser.findData("own_診所") < 0
