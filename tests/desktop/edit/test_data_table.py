"""The data table: what it shows, and what keys and the clipboard do in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from data.model import Layer, OwnLayer, Place
from data.own import NOTHING
from data.project import Project
from desktop.edit.blocks import block_text, read_block
from desktop.edit.commands import EditCommands
from desktop.edit.data_panel import DataPanel
from desktop.edit.rows import Filter
from desktop.session import Session
from maps.view import MapView

_Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture
def session(data):
    session = Session(Project.start(data), MapView())
    session.set_language("zh")
    return session


@pytest.fixture
def panel(qtbot, session):
    panel = DataPanel(session, EditCommands(session))
    qtbot.addWidget(panel)
    panel.resize(1200, 400)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def table(panel):
    return panel.sites


def column(panel, name):
    return 1 + [one.id for one in panel.model.rows.columns].index(name)


def cell(panel, row, name):
    return panel.model.index(row, column(panel, name))


def mark(panel, top, left, bottom, right):
    """Mark a block of cells, its first the current one."""
    first, last = cell(panel, top, left), cell(panel, bottom, right)
    panel.view.selectionModel().setCurrentIndex(first, _Flag.ClearAndSelect)
    panel.view.selectionModel().select(QItemSelection(first, last), _Flag.ClearAndSelect)


def texts(panel, name):
    return [cell(panel, row, name).data() for row in range(panel.model.rowCount())]


def test_every_site_is_shown(table, data):
    assert table.model.rowCount() == len(data.sites)
    assert table.bar.count.text().startswith(f"{len(data.sites):,}"[:1])


def test_a_written_cell_is_one_change_and_marked(table, session):
    assert table.model.setData(cell(table, 0, "operator"), "某單位")
    assert session.history.count() == 1
    site = session.project.own.sites[0]
    assert site.operator == "某單位"
    assert table.model.data(table.model.index(0, 0)) == "●"
    session.history.undo()
    assert table.model.data(table.model.index(0, 0)) == ""


def test_a_refused_cell_is_listed_and_changes_nothing(table, session):
    assert not table.model.setData(cell(table, 3, "value"), "很多")
    assert session.project.own == NOTHING
    assert table.refused.isVisible()
    assert "4" in table.refused.list.item(0).text()
    table.model.setData(cell(table, 3, "value"), "12")
    assert not table.refused.isVisible()


def test_names_are_text_and_no_formulas_or_html(table, session):
    table.model.setData(cell(table, 0, "name_zh"), "<b>=1+1</b>")
    tip = table.model.data(cell(table, 0, "name_zh"), Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "&lt;b&gt;" in tip
    table.model.setData(cell(table, 0, "name_zh"), "=HYPERLINK(1)")
    mark(table, 0, "name_zh", 0, "name_zh")
    table.view.copy()
    assert QGuiApplication.clipboard().text().startswith("'=")
    mark(table, 1, "name_zh", 1, "name_zh")
    table.view.paste()
    assert cell(table, 1, "name_zh").data() == "=HYPERLINK(1)"


def test_rows_are_filtered_by_text_layer_circle_and_state(table, session, data):
    table.model.show_filter(Filter(text="台東馬偕"))
    assert set(texts(table, "name_zh")) <= {site.name.zh for site in data.sites if "馬偕" in site.name.zh}
    assert table.model.rowCount()
    table.model.show_filter(Filter(layer="hospital"))
    assert table.model.rowCount() == len(data.sites_of(Layer.HOSPITAL))
    table.model.show_filter(Filter(circle="islands"))
    assert {town[:3] for town in texts(table, "town")} == {"金門縣", "連江縣", "澎湖縣"}
    table.model.show_filter(Filter())
    table.model.setData(cell(table, 0, "operator"), "某單位")
    table.model.show_filter(Filter(state="changed"))
    assert table.model.rowCount() == 1


def test_numbers_are_sorted_as_numbers_and_unknown_ones_stay_at_the_end(table):
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.model.sort(column(table, "value"), order)
        values = [table.model.rows.number(table.model.record(row), "value") for row in range(table.model.rowCount())]
        known = [value for value in values if value is not None]
        assert values[: len(known)] == sorted(known, reverse=order is Qt.SortOrder.DescendingOrder)


def test_an_edited_row_stays_where_it_is(table):
    table.model.sort(column(table, "name_zh"))
    before = table.model.key(5)
    table.model.setData(cell(table, 5, "name_zh"), "一一一")
    assert table.model.key(5) == before


def test_fill_down_is_one_change(table, session, qtbot):
    mark(table, 0, "operator", 4, "operator")
    first = cell(table, 0, "operator").data()
    qtbot.keyClick(table.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(table, "operator")[:5] == [first] * 5
    assert session.history.count() == 1


def test_a_block_of_a_spreadsheet_is_pasted_as_one_change(table, session, qtbot):
    QGuiApplication.clipboard().setText("規劃中\t2026\n營運中\t民國114年\n開張\t2024\n")
    mark(table, 2, "status", 2, "status")
    qtbot.keyClick(table.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(table, "status")[2:4] == ["規劃中", "營運中"]
    assert texts(table, "year")[2:5] == ["2026", "2025", "2024"]
    assert session.history.count() == 1
    assert table.refused.list.count() == 1
    session.history.undo()
    assert session.project.own == NOTHING


def test_one_cell_is_pasted_into_all_marked_ones(table):
    QGuiApplication.clipboard().setText("某公司\n")
    mark(table, 0, "operator", 3, "operator")
    table.view.paste()
    assert texts(table, "operator")[:4] == ["某公司"] * 4


def test_lines_below_the_last_row_are_new_sites(table, session, panel):
    EditCommands(session).put_layer(OwnLayer("充電站", "star", "#882255"))
    table.bar.layer.setCurrentIndex(table.bar.layer.findData("own:充電站"))
    lines = [["甲站", "", "", "", "", "營運中", "", "", "", "", "埔里鎮"], ["", "B"], ["丙站", "C"]]
    QGuiApplication.clipboard().setText(block_text(lines))
    table.view.paste_below()
    (site,) = session.project.data.sites_of(Layer.OWN)
    assert (site.name.zh, site.category, site.town_code) == ("甲站", "充電站", "10008020")
    assert table.refused.list.count() == 2
    assert texts(table, "name_zh") == ["甲站"]


def test_headings_of_a_spreadsheet_say_which_columns_are_meant(table, session):
    titles = [table.model.title(column(table, name)) for name in ("town", "name_zh", "year")]
    QGuiApplication.clipboard().setText(block_text([titles, ["埔里鎮", "乙站", "2024"]]))
    table.view.paste_below()
    (site,) = session.project.own.sites
    assert (site.name.zh, site.town_code, site.year) == ("乙站", "10008020", "2024")


def test_marked_rows_are_deleted_together_and_come_back(table, session, qtbot, data):
    mark(table, 1, "name_zh", 3, "name_zh")
    keys = table.view.keys_chosen()
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    assert session.project.own.removed_sites == set(keys)
    assert table.model.rowCount() == len(data.sites) - 3
    session.history.undo()
    assert table.model.rowCount() == len(data.sites)


def test_changed_rows_are_reverted(table, session):
    table.model.setData(cell(table, 0, "operator"), "某單位")
    table.view.go_to(table.model.key(0))
    assert table.revert.isEnabled()
    table.revert.click()
    assert not session.project.own.sites


def test_a_chosen_row_is_selected_on_the_map_and_the_other_way_round(table, session, qtbot):
    view = table.view
    view.setCurrentIndex(cell(table, 0, "name_zh"))
    assert session.view.selected is None
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert session.view.selected == Place("site", table.model.key(1))
    session.select(Place("site", "tele-006"))
    assert table.model.key(view.currentIndex().row()) == "tele-006"


def test_a_cell_is_edited_with_the_keyboard(table, session, qtbot):
    view = table.view
    view.setCurrentIndex(cell(table, 0, "operator"))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.focusWidget() if view.focusWidget() is not view else view.indexWidget(view.currentIndex())
    editor.selectAll()
    qtbot.keyClicks(editor, "ABC")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(table, 0, "operator").data() == "ABC")


def test_figures_are_edited_deleted_and_reverted(panel, session, data):
    panel.setCurrentIndex(1)
    table = panel.figures
    assert table.model.rowCount() == len(data.figures)
    offered = {table.bar.source.itemData(row) for row in range(1, table.bar.source.count())}
    assert offered == {figure.source_id for figure in data.figures}
    table.model.show_filter(Filter(layer="population", text="埔里"))
    key = table.model.key(0)
    assert table.model.setData(cell(table, 0, "value"), "81000")
    assert not table.model.setData(cell(table, 0, "value"), "-1")
    assert not table.model.setData(cell(table, 0, "value"), "")
    assert [one.value for one in session.project.own.figures] == [81000]
    table.view.go_to(key)
    table.view.revert_rows()
    assert not session.project.own.figures
    table.view.delete_rows()
    assert len(session.project.data.figures) == len(data.figures) - 1


def test_of_a_block_only_the_cells_that_cannot_be_are_left_out(panel, session, data):
    panel.setCurrentIndex(1)
    table = panel.figures
    table.model.show_filter(Filter(layer="area_km2"))
    keys = [table.model.key(row) for row in range(3)]
    refused = table.model.write(dict(zip(keys, ({"value": "12.5"}, {"value": "-3"}, {"value": "13"}), strict=True)))
    assert [one.key for one in refused] == [keys[1]]
    assert sorted(one.value for one in session.project.own.figures) == [12.5, 13]
    assert table.refused.isVisible()
    session.open_project(Project.start(data))
    assert not table.refused.isVisible()


def test_blocks_come_back_as_they_went():
    lines = [["甲\n乙", 'a"b', "=1"], ["", "x\ty", "-3"]]
    assert read_block(block_text(lines)) == lines
