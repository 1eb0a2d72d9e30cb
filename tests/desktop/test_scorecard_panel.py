"""The scorecard: sorting, what a number stands on, and its link with the map."""

from __future__ import annotations

import math
from html import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from data.model import Place
from desktop.scorecard_model import DOUBTFUL_ROLE, LEVEL_ROLE, VALUE_ROLE
from desktop.window import dock_widths

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def panel(window):
    return window.scorecard


def column_of(panel, indicator_id):
    ids = [panel.model.indicator(column).id for column in range(panel.model.columnCount())]
    return ids.index(indicator_id)


def values(panel, column):
    return [panel.model.index(row, column).data(VALUE_ROLE) for row in range(panel.model.rowCount())]


def test_six_circles_and_the_nation(panel):
    model = panel.model
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    assert len(names) == 7
    assert names[0] == "首都圈黃金廊帶"
    assert model.place(6) is None


@pytest.mark.parametrize("order", [UP, DOWN])
def test_every_column_sorts_with_unknown_and_nation_last(panel, order):
    for column in range(panel.model.columnCount()):
        nation = values(panel, column)[-1]
        panel.table.sortByColumn(column, order)
        *circles, last = values(panel, column)
        assert last == nation or (math.isnan(last) and math.isnan(nation))
        known = [value for value in circles if not math.isnan(value)]
        assert circles[: len(known)] == sorted(known, reverse=order == DOWN)
        assert panel.model.place(panel.model.rowCount() - 1) is None


def test_sorting_survives_a_change_of_the_project_and_can_be_cleared(panel, window):
    column = column_of(panel, "population")
    panel.table.sortByColumn(column, DOWN)
    first = panel.model.place(0)
    window.session.change_definition("2024-12")
    assert panel.model.place(0) == first
    panel.model.sort(-1)
    order = [panel.model.place(row).id for row in range(6)]
    assert order == list(window.session.project.definition.circles)


def test_an_estimate_says_what_it_stands_on(panel):
    index = panel.model.index(0, column_of(panel, "coverage_5g"))
    assert index.data(LEVEL_ROLE)
    assert "估計" in index.data(Qt.ItemDataRole.ToolTipRole)
    counted = panel.model.index(0, column_of(panel, "population"))
    assert counted.data(LEVEL_ROLE) == ""


def test_headings_explain_formula_and_sources(panel, data):
    for column in range(panel.model.columnCount()):
        text = panel.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        indicator = panel.model.indicator(column)
        assert escape(indicator.formula.zh) in text
        assert escape(data.sources[indicator.sources(data)[0]].title) in text
        assert text.count("<br>") < 20
        assert "undated<" not in text


def test_the_overlap_rule_is_stated(panel, window):
    sentences = set()
    for overlap in ("each", "split", "first"):
        window.choosers.overlap.activated.emit(window.choosers.overlap.findData(overlap))
        sentences.add(panel.rule.text())
    assert len(sentences) == 3


def test_a_click_on_a_row_selects_the_circle_and_the_map_follows(panel, window, qtbot):
    gone = []
    window.session.zoom_requested.connect(gone.append)
    cell = panel.table.visualRect(panel.model.index(4, 0)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert window.session.view.selected == Place("circle", "east")
    assert gone == [Place("circle", "east")]
    assert "東部慢活城鄉" in window.details.toPlainText()


def test_a_click_on_the_nation_shows_all_of_taiwan(panel, window, qtbot):
    window.session.select(Place("circle", "east"))
    gone = []
    window.session.zoom_requested.connect(gone.append)
    cell = panel.table.visualRect(panel.model.index(6, 0)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert window.session.view.selected is None
    assert gone == [None]


def test_rows_follow_a_selection_on_the_map(panel, window, data):
    def marked():
        return {panel.model.place(index.row()).id for index in panel.table.selectionModel().selectedRows()}

    yilan = next(town for town in data.towns if town.name.zh == "宜蘭市")
    window.canvas.selected.emit(Place("town", yilan.code))
    assert marked() == {"capital", "east"}
    window.canvas.selected.emit(Place("circle", "south"))
    assert marked() == {"south"}
    panel.table.sortByColumn(0, DOWN)
    assert marked() == {"south"}
    window.clear_selection()
    assert marked() == set()


def test_numbers_stand_to_the_right_with_grouped_digits(panel):
    index = panel.model.index(0, column_of(panel, "population"))
    assert "," in index.data()
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_a_number_that_stands_on_few_people_says_so_in_its_cell(panel, data):
    column = column_of(panel, "coverage_1gbps")
    capital, islands = panel.model.index(0, column), panel.model.index(5, column)
    assert capital.data(DOUBTFUL_ROLE)
    assert capital.data(LEVEL_ROLE) == "僅據人口0.7%"
    assert "0.7%" in capital.data(Qt.ItemDataRole.ToolTipRole)
    assert not islands.data(DOUBTFUL_ROLE), "there all people live in rural townships"
    assert "人口" not in islands.data(LEVEL_ROLE)
    nation = panel.model.index(6, column)
    assert nation.data(DOUBTFUL_ROLE)
    unknown = panel.model.index(5, column_of(panel, "coverage_2gbps"))
    assert math.isnan(unknown.data(VALUE_ROLE))
    assert not unknown.data(DOUBTFUL_ROLE)


def test_a_doubtful_number_is_drawn_otherwise(panel, window, qtbot):
    table, column = panel.table, column_of(panel, "coverage_1gbps")
    table.scrollTo(panel.model.index(0, column))

    def colours_of(row):
        rect = table.visualRect(panel.model.index(row, column))
        rect.setTop(rect.bottom() - 2)
        image = table.viewport().grab(rect).toImage()
        return sum(
            image.pixelColor(x, 1) == image.pixelColor(8, 0) for x in range(12, image.width() - 30)
        ), image.width()

    solid, width = colours_of(5)
    hollow, _ = colours_of(0)
    assert solid > width / 3
    assert hollow == 0


@pytest.mark.parametrize(
    ("view", "leftmost"),
    [("telemedicine", "telemedicine_points"), ("broadband", "coverage_5g"), ("ai", "ai_operating")],
)
def test_a_view_brings_its_columns_into_sight(panel, window, view, leftmost):
    window.show_view(view)
    assert panel.table.columnAt(2) == column_of(panel, leftmost)
    window.show_view("overview")
    assert panel.table.columnAt(2) == 0


def test_an_indicator_on_the_map_brings_its_column_into_sight(panel, window):
    window.session.set_choropleth("speed_4g")
    assert panel.table.columnAt(panel.table.viewport().width() // 2) >= 0
    window.show_view("broadband")
    window.session.set_choropleth("speed_4g")
    assert panel.table.columnAt(2) == column_of(panel, "speed_4g")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_three_columns_are_in_sight_on_a_small_screen(panel, window, language):
    window.set_language(language)
    window.resizeDocks([window.left, window.right], dock_widths(1280), Qt.Orientation.Horizontal)
    QApplication.processEvents()
    table = panel.table
    room = table.viewport().width()
    assert table.columnViewportPosition(2) + table.columnWidth(2) <= room
    assert window.canvas.width() >= 600


@pytest.mark.parametrize("size", [(690, 450), (800, 520), (1280, 800)])
def test_rows_and_sentences_never_lie_on_each_other(panel, window, qtbot, size):
    window.resize(*size)
    qtbot.wait(50)
    below = [label for label in (panel.rule, panel.note) if label.isVisible()]
    for label in below:
        assert label.y() >= panel.table.geometry().bottom()
        assert label.height() >= label.heightForWidth(label.width())
    assert len(below) == 2 or size[1] < 800
    assert panel.table.viewport().height() >= 60
