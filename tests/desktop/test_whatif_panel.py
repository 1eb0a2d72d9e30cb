"""The What-if tab in the real window: points drawn and dragged on the map, coverage, files, suggestions, the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStyleOptionViewItem,
)

from data.balance.explain import explain
from data.model import AreaLevel, Layer, Place, Status
from data.scenario import AddSite, MoveSite, RemoveSite, SetCoverage, UpgradeSite
from desktop.map_canvas import LOGICAL_DOTS
from tests.desktop.driving import choose, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(whatif):
    return whatif


def point_of(canvas, town):
    atlas = canvas._atlas
    x, y = atlas.town_positions[atlas.data.town_index[town.code]]
    across, down = canvas.viewport().to_page(x, y)
    return QPointF(across * LOGICAL_DOTS, down * LOGICAL_DOTS)


def changes(panel):
    return panel._session.project.scenario.changes


def lines(panel):
    return [panel.changes.item(row).text() for row in range(panel.changes.count())]


def faults(panel):
    return [box.text() for box in panel.findChildren(QMessageBox)]


def cells(panel):
    """Return the table as one dictionary: (area, measure) to the three texts."""
    found, area = {}, ""
    for row in range(panel.table.rowCount()):
        if panel.table.item(row, 1) is None:
            area = panel.table.item(row, 0).text()
        else:
            texts = [panel.table.item(row, at).text() for at in range(4)]
            found[area, texts[0]] = tuple(texts[1:])
    return found


class TestOnTheMap:
    def test_a_click_puts_a_point_and_undo_takes_it_away(self, panel, window, qtbot, haiduan):
        qtbot.mouseClick(panel.add.draw, LEFT)
        qtbot.mouseClick(window.canvas, LEFT, pos=point_of(window.canvas, haiduan).toPoint())
        (site,) = changes(panel)
        assert isinstance(site, AddSite)
        assert (site.layer, site.town_code) == (Layer.TELEMEDICINE, haiduan.code)
        assert window.session.view.selected == Place("site", site.id)
        assert window.session.view.side == "scenario"
        assert len(lines(panel)) == 1
        assert "臺東縣海端鄉" in lines(panel)[0]
        window.undo()
        assert changes(panel) == ()
        assert lines(panel) == []
        assert window.session.view.side == "baseline"

    def test_esc_switches_the_tool_and_its_button_off(self, panel, window, qtbot, haiduan):
        panel.add.draw.setChecked(True)
        qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
        assert not panel.add.draw.isChecked()
        qtbot.mouseClick(window.canvas, LEFT, pos=point_of(window.canvas, haiduan).toPoint())
        assert changes(panel) == ()

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_a_township_that_is_not_named_is_asked_for(self, panel, window, language):
        window.set_language(language)
        panel.add.add.click()
        (sentence,) = faults(panel)
        assert sentence.strip(" .。") not in ("There is no township", "沒有鄉鎮市區")
        assert changes(panel) == ()

    def test_the_next_township_is_typed_over_the_last(self, panel, qtbot, haiduan):
        panel.add.town.setText(haiduan.code)
        panel.add.add.click()
        qtbot.keyClicks(panel.add.town, "10")
        assert panel.add.town.text() == "10"

    def test_leaving_the_tab_ends_the_tool(self, panel, window):
        panel.add.draw.setChecked(True)
        window.tabs.show_tab("scorecard")
        assert not panel.add.draw.isChecked()

    def test_a_drag_moves_the_point_and_is_one_step_of_undo(self, panel, window, qtbot, haiduan):
        panel.place_in_town(haiduan.code)
        window.canvas.zoom_to(Place("county", haiduan.county.code))
        settle(qtbot, window.canvas)
        before = changes(panel)[0]
        start = point_of(window.canvas, haiduan)
        symbols = window.canvas._pictures.composed.drawing.symbols
        symbol = next(symbol for symbol in symbols if symbol.place.id == before.id)
        start += QPointF(symbol.dx, symbol.dy) * LOGICAL_DOTS
        end = start + QPointF(30, 40)
        land = window.canvas.land_at(end)
        drag(window.canvas, start, start + QPointF(15, 15), end)
        after = changes(panel)[0]
        assert (after.lon, after.lat, after.town_code) == pytest.approx(tuple(land))
        assert after.id == before.id
        assert len(changes(panel)) == 1
        window.undo()
        assert changes(panel) == (before,)

    def test_existing_sites_are_dragged_only_if_wished(self, panel, window, qtbot, data):
        spoke = next(site for site in data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke")
        assert spoke.id not in window.canvas._tool.movable
        panel.add.drag.setChecked(True)
        assert spoke.id in window.canvas._tool.movable
        window.tabs.show_tab("scorecard")
        assert spoke.id not in window.canvas._tool.movable

    def test_the_layer_of_a_new_site_is_switched_on(self, panel, window, haiduan):
        choose(panel.add.layer, Layer.AI)
        assert "ai" not in window.session.view.layers
        panel.place_in_town(haiduan.code)
        assert "ai" in window.session.view.layers


def text_height(changes, row):
    """Return the height that a line needs at the width that it has, as the list itself reckons it."""
    option = QStyleOptionViewItem()
    changes.initViewItemOption(option)
    option.rect = QRect(0, 0, changes.viewport().width(), 1000)
    item = changes.item(row)
    own = item.sizeHint()
    item.setData(Qt.ItemDataRole.SizeHintRole, None)
    needed = changes.itemDelegate().sizeHint(option, changes.indexFromItem(item)).height()
    item.setSizeHint(own)
    return needed


def drag(canvas, start, *stops):
    def send(kind, point, button, buttons):
        event = QMouseEvent(kind, point, canvas.mapToGlobal(point), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas, event)

    send(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    for stop in stops:
        send(QEvent.Type.MouseMove, stop, Qt.MouseButton.NoButton, LEFT)
    send(QEvent.Type.MouseButtonRelease, stops[-1], LEFT, Qt.MouseButton.NoButton)


class TestByKeyboard:
    def test_a_township_is_typed_with_either_tai(self, panel, qtbot, haiduan):
        panel.add.town.setText("台東縣海端鄉")
        qtbot.keyClick(panel.add.town, Qt.Key.Key_Return)
        (site,) = changes(panel)
        assert (site.town_code, site.lon, site.lat) == (haiduan.code, haiduan.lon, haiduan.lat)

    def test_what_is_no_township_is_told_and_changes_nothing(self, panel, qtbot):
        for typed, said in (("海瑞鄉", "海瑞鄉"), ("信義區", "臺北市信義區")):
            panel.add.town.setText(typed)
            qtbot.mouseClick(panel.add.add, LEFT)
            assert said in faults(panel)[-1]
        assert changes(panel) == ()

    def test_delete_takes_the_marked_change_out_and_undo_brings_it_back(self, panel, window, qtbot, data):
        for town in data.towns[:3]:
            panel.place_in_town(town.code)
        before = changes(panel)
        panel.changes.setCurrentRow(1)
        qtbot.keyClick(panel.changes, Qt.Key.Key_Delete)
        assert changes(panel) == (before[0], before[2])
        window.undo()
        assert changes(panel) == before

    def test_a_marked_change_is_shown_on_the_map(self, panel, window, haiduan):
        panel.change(SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 90.0))
        panel.place_in_town(haiduan.code)
        panel.changes.setCurrentRow(0)
        assert window.session.view.selected == Place("county", "10014")
        panel.changes.setCurrentRow(1)
        assert window.session.view.selected == Place("site", "new-1")

    def test_reaching_the_list_by_tab_selects_nothing(self, panel, window, qtbot, haiduan):
        panel.change(SetCoverage("coverage_5g", AreaLevel.COUNTY, "10014", 90.0))
        assert window.session.view.selected is None
        panel.delete.setFocus()
        panel.changes.setFocus(Qt.FocusReason.TabFocusReason)
        assert panel.changes.hasFocus()
        assert window.session.view.selected is None
        qtbot.keyClick(panel.changes, Qt.Key.Key_Down)
        assert window.session.view.selected == Place("county", "10014")

    def test_a_click_on_the_line_that_is_marked_already_shows_its_change(self, panel, window, qtbot, haiduan):
        panel.place_in_town(haiduan.code)
        panel.changes.setCurrentRow(0)
        window.session.select(None)
        spot = panel.changes.visualItemRect(panel.changes.item(0)).center()
        qtbot.mouseClick(panel.changes.viewport(), LEFT, pos=spot)
        assert window.session.view.selected == Place("site", "new-1")

    @pytest.mark.parametrize("count", [1, 7])
    def test_lines_are_as_high_as_their_text(self, panel, window, qtbot, data, count):
        for town in data.towns[:count]:
            panel.place_in_town(town.code)
        qtbot.wait(20)
        changes, line = panel.changes, panel.changes.fontMetrics().lineSpacing()
        words = "abcd efgh " * 10
        heights = set()
        for text in (words[:letters] + tail for letters in range(20, 60) for tail in ("i", "ii", "W", "Wi")):
            changes.item(0).setText(text)
            changes.fit()
            height, needed = changes.item(0).sizeHint().height(), text_height(changes, 0)
            assert needed <= height < needed + line
            heights.add(height)
        assert len(heights) == 2

    def test_coverage_of_a_township(self, panel, qtbot, haiduan):
        choose(panel.coverage.series, "coverage_5g")
        choose(panel.coverage.level, AreaLevel.TOWN)
        panel.coverage.area.setText("臺東縣海端鄉")
        panel.coverage.value.setValue(95)
        panel.coverage.set.click()
        assert changes(panel) == (SetCoverage("coverage_5g", AreaLevel.TOWN, haiduan.code, 95.0),)

    def test_coverage_of_a_class_needs_no_area(self, panel, qtbot):
        choose(panel.coverage.level, AreaLevel.RURAL)
        assert panel.coverage.area.isHidden()
        panel.coverage.set.click()
        assert changes(panel)[0].area == ""


class TestSelectedSite:
    def test_a_planned_site_is_put_into_operation(self, panel, window, data):
        site = next(one for one in data.sites_of(Layer.AI) if one.status is Status.PLANNED)
        window.session.select(Place("site", site.id))
        assert not panel.site.operate.isHidden()
        panel.site.operate.click()
        assert changes(panel) == (UpgradeSite(site.id, Status.OPERATING),)
        assert panel.site.operate.isHidden()

    def test_it_is_removed_and_its_town_selected(self, panel, window, data):
        site = next(one for one in data.sites_of(Layer.TELEMEDICINE) if one.town_code)
        window.session.select(Place("site", site.id))
        panel.site.remove.click()
        assert changes(panel) == (RemoveSite(site.id),)
        assert window.session.view.selected == Place("town", site.town_code)
        assert not panel.site.isVisible()

    def test_it_is_moved_to_a_township(self, panel, window, data, haiduan):
        site = data.sites_of(Layer.TELEMEDICINE)[0]
        window.session.select(Place("site", site.id))
        panel.site.town.setText(haiduan.code)
        panel.site.relocate.click()
        assert changes(panel) == (MoveSite(site.id, haiduan.lon, haiduan.lat, haiduan.code),)

    def test_beds_of_a_hospital(self, panel, window, data):
        site = data.sites_of(Layer.HOSPITAL)[0]
        window.session.select(Place("site", site.id))
        panel.site.beds.setValue(33)
        panel.site.set_beds.click()
        assert changes(panel) == (UpgradeSite(site.id, beds=33.0),)

    def test_sites_that_no_scenario_changes_have_no_form(self, panel, window, data):
        window.session.select(Place("site", data.sites_of(Layer.DIGITAL)[0].id))
        assert not panel.site.isVisible()


class TestTable:
    def test_without_a_change_it_says_what_to_do(self, panel):
        assert panel.table.isHidden()
        assert not panel._none.isHidden()

    def test_nation_circle_and_place_before_and_after(self, panel, data, haiduan):
        panel.place_in_town(haiduan.code)
        found = cells(panel)
        points = next(name for _, name in found if name.startswith("遠距據點 "))
        for area in ("全國", "東部慢活城鄉", "臺東縣海端鄉"):
            before, after, change = found[area, points]
            assert int(after) == int(before) + 1
            assert change == "▲ +1"
        assert not any(area == "低碳樂活離島" for area, _ in found)

    def test_a_double_click_and_enter_ask_where_a_number_comes_from(self, panel, window, qtbot, haiduan):
        panel.place_in_town(haiduan.code)
        row = next(row for row in range(panel.table.rowCount()) if panel.table.item(row, 1) is not None)
        for at, side in ((1, "baseline"), (2, "scenario"), (3, "difference")):
            panel.table.setCurrentCell(row, at)
            with qtbot.waitSignal(window.session.explanation_requested) as asked:
                qtbot.keyClick(panel.table, Qt.Key.Key_Return)
            assert asked.args == ["telemedicine_points", "nation", "nation", side]
        with qtbot.waitSignal(window.session.explanation_requested):
            panel.table.cellDoubleClicked.emit(row, 2)

    def test_no_word_of_a_measure_is_cut_off(self, panel, window, haiduan):
        window.set_language("en")
        panel.place_in_town(haiduan.code)
        metrics, room = panel.table.fontMetrics(), panel.table.columnWidth(0)
        words = " ".join(measure for _, measure in cells(panel)).split(" ")
        assert max(map(metrics.horizontalAdvance, words)) < room

    def test_inequality_says_where_it_comes_from_too(self, panel, window, qtbot, haiduan):
        panel.place_in_town(haiduan.code)
        row = panel.table.rowCount() - 1
        assert panel.table.item(row, 0).text().startswith("綜合指數")
        for at, side in ((1, "baseline"), (2, "scenario"), (3, "difference")):
            panel.table.setCurrentCell(row, at)
            with qtbot.waitSignal(window.session.explanation_requested) as asked:
                qtbot.keyClick(panel.table, Qt.Key.Key_Return)
            assert asked.args == ["gini:index:town:population", "nation", "nation", side]
            value = explain(window.session.project, *asked.args).value
            shown = panel.table.item(row, at).text().lstrip("▲▼ ").replace("−", "-")
            assert float(shown) == pytest.approx(value, abs=5e-5)
            assert "吉尼" in window.details.toPlainText()

    def test_the_index_follows_its_weights(self, panel, window, haiduan):
        panel.change(SetCoverage("coverage_5g", AreaLevel.TOWN, haiduan.code, 99.0))
        window.session.select(Place("town", haiduan.code))
        before = [texts for (area, name), texts in cells(panel).items() if name.startswith("綜合指數")]
        window.session.change_index(window.session.project.index.with_weight("coverage_5g", 20))
        assert [texts for (area, name), texts in cells(panel).items() if name.startswith("綜合指數")] != before

    def test_nothing_is_computed_while_nobody_looks(self, panel, window, haiduan):
        panel.place_in_town(haiduan.code)
        shown = cells(panel)
        window.tabs.show_tab("scorecard")
        panel.clear_scenario()
        assert cells(panel) == shown
        window.tabs.show_tab("whatif")
        assert panel.table.isHidden()


class TestWords:
    def test_every_control_has_a_name_in_both_languages(self, panel, window):
        for language in ("en", "zh"):
            window.session.set_language(language)
            for kind in (QPushButton, QCheckBox):
                for widget in panel.findChildren(kind):
                    assert widget.text(), widget
            assert all(section.head.text() for section in panel._sections)
            for kind in (QComboBox, QAbstractSpinBox):
                for widget in panel.findChildren(kind):
                    assert widget.accessibleName(), widget
            for widget in panel.findChildren(QLineEdit):
                inner = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
                assert inner or widget.accessibleName(), widget

    def test_it_fits_a_narrow_dock(self, panel, window, haiduan):
        for language in ("zh", "en"):
            window.session.set_language(language)
            for section in panel._sections:
                section.head.setChecked(True)
            panel.place_in_town(haiduan.code)
            assert panel.minimumSizeHint().width() <= 306

    def test_the_language_changes_every_line(self, panel, window, haiduan):
        panel.place_in_town(haiduan.code)
        chinese = lines(panel)
        window.session.set_language("en")
        assert lines(panel) != chinese
        assert "Haiduan Township" in lines(panel)[0]
        assert any(area == "Nation" for area, _ in cells(panel))


def test_fields_for_numbers_are_as_high_as_choosers(panel, qtbot):
    for section in panel._sections:
        section.head.setChecked(True)
    suggest = panel.suggest
    qtbot.waitUntil(lambda: suggest.count.height() == suggest.layer.height())
    assert suggest.within.height() == suggest.demand.height()
    assert panel.coverage.value.height() == panel.coverage.series.height()
