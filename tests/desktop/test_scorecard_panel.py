"""The scorecard: sorting, what a number stands on, and its link with the map."""

from __future__ import annotations

import math
import re
from html import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from data.balance.evaluate import indicator_ids, indicator_of
from data.balance.indicators import INDICATORS
from data.balance.scorecard import SCORECARD
from data.model import Layer, OwnLayer, Place
from data.scenario import AddSite, Scenario
from desktop.appearance import colours
from desktop.scorecard_heat import tint
from desktop.scorecard_model import DOUBTFUL_ROLE, JUDGEMENT_ROLE, LEVEL_ROLE, VALUE_ROLE
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


def test_a_number_that_stands_on_few_people_is_not_judged(panel):
    column = column_of(panel, "coverage_1gbps")
    judged = [panel.model.index(row, column).data(JUDGEMENT_ROLE) for row in range(7)]
    assert math.isnan(judged[0]), "0.7 % of the people"
    assert judged[5] == 0, "the only one that can be judged is neither better nor worse than itself"


def test_judgements_follow_the_direction_of_the_indicator(panel):
    panel.set_columns(("ai_per_100k", "telemedicine_nearest_km", "ai_operating", "population"))
    for indicator_id, sign in (("ai_per_100k", 1), ("telemedicine_nearest_km", -1)):
        column = column_of(panel, indicator_id)
        cells = [panel.model.index(row, column) for row in range(6)]
        best = max(cells, key=lambda cell: sign * cell.data(VALUE_ROLE))
        worst = min(cells, key=lambda cell: sign * cell.data(VALUE_ROLE))
        assert (best.data(JUDGEMENT_ROLE), worst.data(JUDGEMENT_ROLE)) == (1, -1)
    nation = panel.model.index(6, column_of(panel, "ai_per_100k"))
    assert math.isnan(nation.data(JUDGEMENT_ROLE))
    for indicator_id in ("population", "ai_operating"):
        total = panel.model.index(0, column_of(panel, indicator_id))
        assert math.isnan(total.data(JUDGEMENT_ROLE)), "a larger circle has more, and is not better for it"


def contrast(one, other):
    """The contrast of two colours by WCAG 2.1: (lighter + 0.05) / (darker + 0.05) of their relative luminance."""

    def luminance(colour):
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return sum(factor * part for factor, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_on_every_cell(panel, window, theme):
    """Of all indicators, not only those of the usual columns."""
    window.session.set_theme(theme)
    panel.set_columns(indicator_ids())
    own = colours(theme)
    grounds = set()
    for row in range(panel.model.rowCount()):
        for column in range(panel.model.columnCount()):
            judgement = panel.model.index(row, column).data(JUDGEMENT_ROLE)
            ground = tint(judgement, theme)
            grounds.add(ground)
            assert contrast(own.text, ground) >= 4.5
            if math.isnan(judgement):
                for plain in (ground, own.alternate, own.window, own.line):
                    assert contrast(own.muted, plain) >= 4.5
    assert len(grounds) > 20
    assert tint(1, theme) != tint(-1, theme)


def test_unknown_is_hatched(panel):
    column = column_of(panel, "coverage_2gbps")
    panel.table.scrollTo(panel.model.index(5, column))

    def inks(row):
        corner = panel.table.visualRect(panel.model.index(row, column))
        corner.setSize(corner.size() / 4)
        image = panel.table.viewport().grab(corner).toImage()
        return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}

    assert len(inks(1)) == 1
    assert len(inks(5)) > 1


def test_the_index_says_its_rank_and_soon_its_interval(panel, qtbot):
    cells = [panel.model.index(row, column_of(panel, "index")) for row in range(6)]
    assert sorted(int(re.search(r"\d", cell.data(LEVEL_ROLE))[0]) for cell in cells) == [1, 2, 3, 4, 5, 6]
    qtbot.waitUntil(lambda: all("–" in cell.data(LEVEL_ROLE) for cell in cells), timeout=5000)
    nation = panel.model.index(6, column_of(panel, "index"))
    assert (nation.data(), nation.data(LEVEL_ROLE)) == ("–", "")
    widths = [panel.table.sizeHintForIndex(cell).width() for cell in cells]
    assert panel.table.columnWidth(cells[0].column()) >= max(widths)


def test_the_index_follows_its_recipe(panel, window):
    column = column_of(panel, "index")
    before = values(panel, column)
    window.session.change_index(window.session.project.index.with_weight("speed_4g", 20))
    assert values(panel, column)[:6] != before[:6]
    panel.table.sortByColumn(column, DOWN)
    window.undo()
    assert values(panel, column)[:6] == sorted(before[:6], reverse=True)


def entries(panel):
    menu = panel.columns_menu()
    return {action.text(): action for under in (menu, *menu.findChildren(QMenu)) for action in under.actions()}


def test_columns_are_chosen_reset_and_told(panel):
    told = []
    panel.columns_changed.connect(lambda: told.append(panel.columns))
    entries(panel)[INDICATORS["digital_class"].name.zh].trigger()
    assert panel.columns[-1] == "digital_class"
    entries(panel)[INDICATORS["population"].name.zh].trigger()
    assert "population" not in panel.columns
    assert panel.model.columnCount() == len(panel.columns) == len(SCORECARD)
    panel.set_columns(("nonsense", "ai_operating"))
    assert panel.columns == ("ai_operating",)
    panel.set_columns(())
    assert panel.columns == SCORECARD
    assert len(told) == 4


def test_columns_of_what_the_project_brings_along_are_chosen_too(panel, window):
    own = window.session.project.own
    window.session.change_own(own.with_layer(OwnLayer("甲&乙站", "star", "#7A4FA3")), "a layer")
    count, share = (one for one in indicator_ids(window.session.project) if one.startswith("own_"))
    named = {one: indicator_of(window.session.project, one).name.zh.replace("&", "&&") for one in (count, share)}
    assert panel.columns == (*SCORECARD, count)
    entries(panel)[named[count]].trigger()
    assert panel.columns == SCORECARD, "it can be hidden"
    entries(panel)[named[count]].trigger()
    entries(panel)[named[share]].trigger()
    assert panel.columns == (*SCORECARD, count, share)
    assert panel.model.columnCount() == len(SCORECARD) + 2
    entries(panel)[window.session.texts.translate("Scorecard", "Usual columns")].trigger()
    assert panel.columns == (*SCORECARD, count)


def test_the_last_column_stays(panel):
    panel.set_columns(("speed_4g",))
    entries(panel)[INDICATORS["speed_4g"].name.zh].trigger()
    assert panel.columns == ("speed_4g",)


def test_sorting_stays_with_its_indicator_when_columns_change(panel):
    panel.table.sortByColumn(column_of(panel, "speed_4g"), DOWN)
    order = [panel.model.place(row) for row in range(6)]
    panel.set_columns(("speed_4g", "population"))
    assert [panel.model.place(row) for row in range(6)] == order
    assert panel.model.sorted_by == (0, DOWN)
    assert panel.table.horizontalHeader().sortIndicatorSection() == 0
    panel.set_columns(("population",))
    assert panel.model.sorted_by[0] == -1
    assert panel.table.horizontalHeader().sortIndicatorSection() == -1


def test_copying_gives_plain_numbers_and_nothing_for_unknown(panel, qtbot):
    panel.set_columns(("index", "population", "coverage_2gbps"))
    qtbot.waitUntil(lambda: "–" in panel.model.index(0, 0).data(LEVEL_ROLE), timeout=5000)
    panel.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert len(lines) == 8
    assert {len(line) for line in lines} == {7}
    assert lines[6][0] == "低碳樂活離島"
    assert lines[6][-1] == "", "2 Gbps is unknown on the islands"
    assert float(lines[1][-2]) == values(panel, 1)[0]
    assert all(int(low) <= int(place) <= int(high) for _, _, place, low, high, *_ in lines[1:7])
    assert lines[7][1:5] == [""] * 4, "the nation has no index and no rank"


def add_a_point(window):
    town = next(one for one in window.session.project.data.towns if one.name.zh == "和平區")
    point = AddSite(Layer.TELEMEDICINE, "new", "新據點", town.code, 121.0, 24.2)
    window.session.change_scenario(Scenario("試", (point,)), "add")


def test_sides_are_there_with_a_scenario_only(panel, window):
    assert panel.sides.isHidden()
    add_a_point(window)
    assert panel.sides.isVisible()
    window.undo()
    assert panel.sides.isHidden()


def test_a_scenario_is_shown_beside_the_baseline_and_as_a_difference(panel, window):
    column = column_of(panel, "telemedicine_points")
    before = values(panel, column)
    add_a_point(window)
    assert window.session.view.side == "scenario"
    assert values(panel, column)[2] == before[2] + 1
    precision = panel.model.index(2, column)
    assert f"{before[2]:.0f}" in precision.data(Qt.ItemDataRole.ToolTipRole).splitlines()[1]
    panel.sides.buttons["difference"].click()
    assert window.session.view.side == "difference"
    assert [panel.model.index(row, column).data() for row in range(7)] == ["0", "0", "+1", "0", "0", "0", "+1"]
    assert panel.model.index(2, column).data(JUDGEMENT_ROLE) == 1
    assert panel.model.index(0, column).data(JUDGEMENT_ROLE) == 0
    panel.set_columns(("telemedicine_nearest_km",))
    nearer = panel.model.index(2, 0)
    assert nearer.data().startswith("−")
    assert nearer.data(JUDGEMENT_ROLE) == 1, "less distance is better"


@pytest.mark.parametrize(("row", "asked"), [(4, ("circle", "east")), (6, ("nation", "nation"))])
def test_enter_asks_where_a_number_comes_from(panel, window, qtbot, row, asked):
    told = []
    window.session.explanation_requested.connect(lambda *what: told.append(what))
    panel.table.setCurrentIndex(panel.model.index(row, column_of(panel, "ai_operating")))
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert told == [("ai_operating", *asked, "baseline")]


def test_a_double_click_asks_too_and_the_nation_has_no_index_to_explain(panel, window, qtbot):
    told = []
    window.session.explanation_requested.connect(lambda *what: told.append(what))
    for row in (2, 6):
        cell = panel.table.visualRect(panel.model.index(row, column_of(panel, "index"))).center()
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
        qtbot.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert told == [("index", "circle", "precision", "baseline")]


def test_nothing_is_computed_while_another_tab_is_shown(panel, window):
    window.show_tab("index")
    column = column_of(panel, "index")
    before = values(panel, column)
    window.session.change_index(window.session.project.index.with_weight("speed_4g", 20))
    assert values(panel, column)[:6] == before[:6]
    window.show_tab("scorecard")
    assert values(panel, column)[:6] != before[:6]


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
