"""The index tab: weights move ranking, map and undo together; methods, parts, intervals."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider

from data.balance.index import index_column, index_sensitivity
from data.balance.indicators import INDICATORS
from data.index_spec import DEFAULT_INDEX, IndexPart, IndexSpec
from data.model import Place
from desktop.index_part import MOST
from desktop.index_ranking import NAME, RANK, SPAN_ROLE, VALUE
from desktop.index_warnings import warnings

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(window, qtbot):
    window.show_tab("index")
    panel = window.tabs.panel("index")
    window.session.set_level("circle")
    qtbot.waitUntil(lambda: panel.isVisible() and panel.model.rowCount() == 6, timeout=3000)
    return panel


def row_of(panel, indicator_id):
    return next(row for row in panel.rows if row.indicator.id == indicator_id)


def test_english_rows_show_township_and_county_and_tell_the_full_name(panel):
    panel._session.set_language("en")
    panel._session.set_level("town")
    row = ranking(panel).index(
        next(town.code for town in panel._session.project.data.towns if town.name.zh == "銅鑼鄉")
    )
    cell = panel.model.index(row, NAME)
    assert cell.data() == "Tongluo, Miaoli"
    assert "Tongluo Township, Miaoli County" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "Tongluo Township, Miaoli County" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    shown = [panel.model.index(row, NAME).data() for row in range(panel.model.rowCount())]
    assert len(set(shown)) == len(shown), "Hsinchu and Chiayi are both a county and a city"


def ranking(panel):
    return [panel.model.place(row).id for row in range(panel.model.rowCount())]


def spans(panel):
    return [panel.model.index(row, NAME).data(SPAN_ROLE) for row in range(panel.model.rowCount())]


def fresh(panel):
    return all(span is not None and span.low is not None and not span.stale for span in spans(panel))


def handle(slider, place):
    """The middle of the handle when the slider stands at ``place``, or stands now, in its own pixels."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    option.sliderPosition = place
    return (
        slider.style()
        .subControlRect(QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider)
        .center()
    )


def drag(slider, places):
    QTest.mousePress(slider, LEFT, pos=handle(slider, slider.value()))
    for place in places:
        QTest.mouseMove(slider, handle(slider, place))
    QTest.mouseRelease(slider, LEFT, pos=handle(slider, places[-1]))


def test_a_drag_moves_ranking_and_map_and_is_one_step_back(panel, window, qtbot):
    session, slider = window.session, row_of(panel, "telemedicine_rural_share").slider
    panel.on_map.click()
    before, first = session.project.index, ranking(panel)
    qtbot.waitUntil(window.canvas.is_ready, timeout=10_000)
    picture = window.canvas.grab().toImage()
    assert session.view.choropleth == "index"
    changes = []
    session.index_changed.connect(lambda: changes.append(ranking(panel)))
    steps = session.history.index()
    drag(slider, [35, 50, 70, 85, 100])
    weight = {part.indicator: part.weight for part in session.project.index.parts}
    assert weight["telemedicine_rural_share"] > 2 * weight["ai_per_100k"] * 0.9
    assert {name: weight[name] for name in ("ai_per_100k", "coverage_5g")} == {"ai_per_100k": 3, "coverage_5g": 1}
    assert len(changes) >= 3, "every move of the mouse is followed"
    assert ranking(panel) != first
    values = index_column(session.project, "circle").values
    order = [session.project.definition.circles[row] for row in np.argsort(-values)]
    assert ranking(panel) == order
    assert session.history.index() == steps + 1
    qtbot.waitUntil(window.canvas.is_ready, timeout=10_000)
    assert window.canvas.grab().toImage() != picture
    window.undo()
    assert session.project.index == before
    assert ranking(panel) == first
    assert row_of(panel, "telemedicine_rural_share").share.text().startswith("11.1")


def test_two_drags_are_two_steps(panel, window):
    stack, slider = window.session.history, row_of(panel, "coverage_5g").slider
    steps = stack.index()
    drag(slider, [40, 60])
    between = window.session.project.index
    drag(slider, [70, 90])
    assert stack.index() == steps + 2
    window.undo()
    assert window.session.project.index == between


def test_keys_move_a_weight(panel, window, qtbot):
    slider = row_of(panel, "coverage_5g").slider
    slider.setFocus()
    before, steps = slider.value(), window.session.history.index()
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == before + 3
    assert window.session.history.index() == steps + 1


def test_the_wheel_scrolls_past_a_weight(panel, window):
    slider = row_of(panel, "coverage_5g").slider
    before = window.session.project.index
    middle = QPointF(slider.rect().center())
    event = QWheelEvent(
        middle, QPointF(slider.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    assert window.session.project.index == before


def test_the_last_weight_cannot_go_to_nothing(panel, window):
    for row in panel.rows[1:]:
        row.slider.setValue(0)
    first = panel.rows[0]
    first.slider.setValue(0)
    assert first.slider.value() == 1
    assert first.warning.isVisible()
    assert window.session.project.index.shares[0] == 1
    panel.equal.click()
    parts = len(DEFAULT_INDEX.parts)
    assert window.session.project.index.shares == pytest.approx((1 / parts,) * parts)
    assert [row.slider.value() for row in panel.rows] == [panel.rows[0].slider.value()] * parts


def test_shares_add_up_and_sliders_leave_room_both_ways(panel):
    shares = [float(row.share.text().split()[0].rstrip("%")) for row in panel.rows]
    assert sum(shares) == pytest.approx(100, abs=0.3)
    assert all(0 < row.slider.value() < MOST for row in panel.rows)


def test_parts_are_added_turned_and_removed(panel, window):
    session = window.session
    panel.chooser.chosen.emit("telemedicine_nearest_km")
    added = session.project.index.parts[-1]
    assert added.indicator == "telemedicine_nearest_km"
    assert added.direction == -1, "less is better by the indicator's own account"
    assert panel.chooser.findData("telemedicine_nearest_km") == -1
    assert panel.chooser.findData("index") == -1
    values = index_column(session.project, "circle").values
    row_of(panel, "telemedicine_nearest_km").direction.click()
    assert session.project.index.parts[-1].direction == 1
    assert not np.allclose(index_column(session.project, "circle").values, values)
    row_of(panel, "telemedicine_nearest_km").remove.click()
    assert session.project.index == DEFAULT_INDEX
    assert len(panel.rows) == len(DEFAULT_INDEX.parts)
    for _ in range(3):
        window.undo()
    assert session.project.index == DEFAULT_INDEX


def test_the_last_part_cannot_be_removed(panel, window):
    window.session.change_index(IndexSpec((IndexPart("speed_4g", 1, 0.5),)))
    assert len(panel.rows) == 1
    assert not panel.rows[0].remove.isEnabled()
    panel.default.click()
    assert window.session.project.index == DEFAULT_INDEX


def test_removing_all_that_weighs_leaves_weights(panel, window):
    window.session.change_index(IndexSpec((IndexPart("speed_4g", 1, 1), IndexPart("coverage_5g", 1, 0))))
    row_of(panel, "speed_4g").remove.click()
    assert window.session.project.index.shares == (1.0,)


@pytest.mark.parametrize(
    ("box", "method"), [("normalise", "rank"), ("normalise", "zscore"), ("aggregate", "geometric")]
)
def test_methods_change_the_values(panel, window, box, method):
    chooser = getattr(panel, box)

    def shown():
        return [panel.model.index(row, VALUE).data() for row in range(6)]

    before = shown()
    chooser.setCurrentIndex(chooser.findData(method))
    chooser.activated.emit(chooser.currentIndex())
    assert getattr(window.session.project.index, box) == method
    assert shown() != before
    assert method != "geometric" or "幾何" in panel.formula.text()
    window.undo()
    assert shown() == before
    assert chooser.currentData() != method


def test_intervals_arrive_and_step_back_while_a_weight_moves(panel, window, qtbot):
    qtbot.waitUntil(lambda: fresh(panel), timeout=5000)
    found = index_sensitivity(window.session.project, "circle")
    rows = {circle: row for row, circle in enumerate(window.session.project.definition.circles)}
    for row, span in enumerate(spans(panel)):
        at = rows[panel.model.place(row).id]
        assert (span.low, span.high) == (found.low_rank[at], found.high_rank[at])
        assert f"({span.low:.0f}–{span.high:.0f})" in panel.model.index(row, RANK).data()
    row_of(panel, "speed_4g").slider.setValue(90)
    assert all(span.stale and span.low is not None for span in spans(panel))
    told = [panel.model.index(row, RANK).data() for row in range(6)]
    assert told == ["1", "2", "3", "4", "5", "6"], "an interval of other weights is drawn back, and not said"
    qtbot.waitUntil(lambda: fresh(panel), timeout=5000)


def test_another_kind_of_area_has_no_interval_of_the_last_one(panel, window):
    panel.level.setCurrentIndex(panel.level.findData("county"))
    panel.level.activated.emit(panel.level.currentIndex())
    assert window.session.view.level == "county"
    assert panel.model.rowCount() == 22
    assert all(span.low is None for span in spans(panel) if span is not None)


def test_rows_and_map_follow_one_selection(panel, window, qtbot):
    cell = panel.table.visualRect(panel.model.index(1, NAME)).center()
    qtbot.mouseClick(panel.table.viewport(), LEFT, pos=cell)
    assert window.session.view.selected == panel.model.place(1)
    window.session.select(Place("circle", "south"))
    marked = panel.table.selectionModel().selectedRows()
    assert [panel.model.place(index.row()).id for index in marked] == ["south"]
    row_of(panel, "speed_4g").slider.setValue(100)
    marked = panel.table.selectionModel().selectedRows()
    assert [panel.model.place(index.row()).id for index in marked] == ["south"], "the mark goes where its row goes"
    window.clear_selection()
    assert not panel.table.selectionModel().selectedRows()


def test_enter_asks_where_the_index_comes_from(panel, window, qtbot):
    asked = []
    window.session.explanation_requested.connect(lambda *what: asked.append(what))
    panel.table.setCurrentIndex(panel.model.index(0, VALUE))
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert asked == [("index", "circle", panel.model.place(0).id, "baseline")]


def test_unknown_and_constant_parts_are_said(panel, window):
    window.session.change_index(
        IndexSpec(
            (IndexPart("speed_4g", 1, 1), IndexPart("ai_photonics", 1, 1), IndexPart("telemedicine_rural_share", 1, 1))
        )
    )
    assert row_of(panel, "speed_4g").warning.isHidden()
    assert not row_of(panel, "ai_photonics").warning.isHidden(), "no circle has one: nothing to compare"
    window.session.set_level("county")
    assert "14" in row_of(panel, "telemedicine_rural_share").warning.text()
    assert panel.note.isVisible(), "some areas lack an indicator"


def test_warnings_tell_the_three_cases_apart(window):
    nan = np.nan
    values = np.array([[nan, 1.0, 1.0, 1.0], [nan, 1.0, nan, 2.0], [nan, nan, 3.0, 3.0]])
    unknown, constant, partly, fine = warnings(values, window.session.texts)
    assert len({unknown, constant, partly, fine}) == 4
    assert fine == ""
    assert "2" in partly
    assert "3" in partly


def test_nothing_is_computed_while_another_tab_is_shown(panel, window, qtbot):
    window.show_tab("scorecard")
    shown = ranking(panel)
    window.session.change_index(
        replace(DEFAULT_INDEX, parts=tuple(replace(part, direction=-part.direction) for part in DEFAULT_INDEX.parts))
    )
    assert ranking(panel) == shown
    window.show_tab("index")
    assert ranking(panel) == shown[::-1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [320, 380, 520])
def test_every_control_is_in_sight_and_has_a_name(panel, window, language, width):
    window.set_language(language)
    assert panel.chooser.findText(INDICATORS["density"].name.text(language)) > 0
    panel.resize(width, 420)
    window.session.set_level("county")
    window.toggle_theme()
    QApplication.processEvents()
    parts = panel.rows[0].parentWidget()
    assert parts.minimumSizeHint().width() <= 320 - panel.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
    controls = [panel.chooser, panel.equal, panel.default, panel.normalise, panel.aggregate, panel.level, panel.on_map]
    for row in panel.rows:
        controls += [row.slider, row.direction, row.remove]
    for control in controls:
        assert control.accessibleName() or control.text()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel.minimumSizeHint().width() <= 320


def in_sight(panel, row):
    return panel.table.viewport().rect().contains(panel.table.visualRect(panel.model.index(row, NAME)))


def test_another_kind_of_area_is_ranked_from_its_first(panel, window, qtbot):
    session = window.session
    session.select(panel.model.place(5))
    session.explain("index", "circle", panel.model.place(5).id)
    QApplication.processEvents()
    assert in_sight(panel, 5)
    assert not in_sight(panel, 0), "the answer took the room"
    session.set_level("town")
    QApplication.processEvents()
    assert in_sight(panel, 0)
    panel.table.verticalScrollBar().setValue(40)
    window.set_language("en")
    QApplication.processEvents()
    assert in_sight(panel, 0)


def test_what_is_selected_stays_in_sight(panel, window, qtbot):
    session = window.session
    session.set_level("town")
    session.select(panel.model.place(200))
    QApplication.processEvents()
    assert in_sight(panel, 200)
    window.set_language("en")
    QApplication.processEvents()
    assert in_sight(panel, panel.model.row_of(session.view.selected))
    row_of(panel, "speed_4g").slider.setValue(100)
    QApplication.processEvents()
    moved = panel.model.row_of(session.view.selected)
    assert moved != 200
    assert in_sight(panel, moved)
    session.explain("index", "town", session.view.selected.id)
    QApplication.processEvents()
    assert in_sight(panel, moved), "the answer took the room, not the row"


def test_the_list_does_not_move_under_the_eyes_while_a_weight_does(panel, window):
    window.session.set_level("town")
    bar = panel.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    row_of(panel, "speed_4g").slider.setValue(90)
    assert bar.value() == bar.maximum()


def test_names_can_be_read_in_a_narrow_dock(panel, window, qtbot):
    window.session.set_level("town")
    wide = {}
    for width in (520, 320):
        window.resizeDocks([window.right], [width], Qt.Orientation.Horizontal)
        qtbot.waitUntil(lambda width=width: abs(window.right.width() - width) < 40)
        header = panel.table.horizontalHeader()
        wide[width] = [not panel.table.isColumnHidden(column) for column in range(header.count())]
        assert panel.table.columnWidth(NAME) >= 84
        assert header.length() <= panel.table.viewport().width()
    assert all(wide[520])
    assert wide[320][:3] == [True, True, True]
    assert not all(wide[320])
