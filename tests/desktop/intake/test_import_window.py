"""The window of imports on real files: what it lands on, what it asks, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox

from data.model import Precision, Status
from desktop.intake.questions import STEPS
from tests.desktop.intake.steps import choose, name_source, open_file, settle, write


@pytest.fixture
def listed(qtbot, wizard, office_list):
    """The window with the office list in it."""
    open_file(qtbot, wizard, office_list)
    return wizard


def test_a_list_with_addresses_only_lands_on_its_summary(listed):
    state, check = listed.state, listed.pages["check"]
    assert listed.step == "check"
    assert state.now.file.encoding == "cp950"
    assert state.plan.kind == "telemedicine"
    assert [site.name.zh for site in state.outcome.sites] == ["海端鄉衛生所", "蘭嶼鄉衛生所", "延平鄉衛生所"]
    assert {site.precision for site in state.outcome.sites} == {Precision.TOWN}
    assert [row.number for row in state.outcome.refused] == [6]
    assert check.tabs.currentIndex() == 0, "problems come first where there are some"
    assert "海瑞鄉" in check.said.text()
    assert check.source.title.text() == "衛生所遠距醫療據點一覽表"


def test_only_the_source_is_missing_and_then_it_can_be_imported(qtbot, listed):
    assert not listed.go.isEnabled()
    assert "publisher" in listed.said.text()
    open_steps = [step for row, step in enumerate(STEPS) if "(open)" in _accessible(listed, row)]
    assert open_steps == ["source"]
    name_source(listed)
    settle(qtbot, listed.state)
    assert listed.state.plan.source.date == "2026-03-01", "a date of the Republic is understood"
    assert listed.go.isEnabled()
    assert "3" in listed.go.text()
    assert not any("(open)" in _accessible(listed, row) for row in range(len(STEPS)))


def test_a_date_that_is_none_keeps_the_import_closed(listed):
    name_source(listed, date="soon")
    assert not listed.go.isEnabled()
    assert "date" in listed.said.text()


def test_unknown_status_is_said_and_can_be_answered_on_the_summary(qtbot, listed):
    name_source(listed)
    assert "Status unknown" in listed.said.text()
    choose(listed.pages["check"].status, Status.OPERATING)
    settle(qtbot, listed.state)
    assert {site.status for site in listed.state.outcome.sites} == {Status.OPERATING}
    assert "Status unknown" not in listed.said.text()


def test_a_refused_cell_is_put_right_in_its_list(qtbot, listed):
    check, state = listed.pages["check"], listed.state
    cell = check.problems.index(0, 2)
    assert check.problems.flags(cell) & Qt.ItemFlag.ItemIsEditable
    assert check.problems.setData(cell, "臺東縣海端鄉某村1號")
    settle(qtbot, state)
    assert not state.outcome.refused
    assert len(state.outcome.sites) == 4
    check.forget.click()
    settle(qtbot, state)
    assert len(state.outcome.refused) == 1


def test_proposals_are_taken_together(qtbot, listed):
    check = listed.pages["check"]
    assert check.accept.isVisible()
    check.accept.click()
    settle(qtbot, listed.state)
    assert not listed.state.outcome.refused
    assert not check.accept.isVisible()


def test_refused_rows_are_saved_beside_the_list(listed, monkeypatch, tmp_path):
    target = tmp_path / "refused.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    check = listed.pages["check"]
    check.save.click()
    assert "海瑞鄉" in target.read_text("utf-8-sig")
    assert str(target) in check.said.text()


def test_a_target_that_cannot_be_written_is_a_sentence_in_place(listed, monkeypatch, tmp_path):
    target = tmp_path / "missing" / "refused.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    listed.pages["check"].save.click()
    assert "missing" in listed.pages["check"].said.text()


def test_rows_and_points_find_each_other(listed):
    check = listed.pages["check"]
    check.tabs.setCurrentIndex(1)
    check.views[1].selectRow(2)
    points = listed.state.found.points
    assert points.sites[check.map.chosen].name.zh == "延平鄉衛生所"
    check.map.choose(-1)
    check.map.point_chosen.emit(1)
    chosen = check.views[1].currentIndex().row()
    assert check.rows.rows[chosen] == points.sites[1]


def test_a_refused_row_whose_place_is_known_is_marked_on_the_map(qtbot, wizard, tmp_path):
    path = tmp_path / "nameless.csv"
    path.write_text("名稱,地址\n,臺東縣海端鄉1號\n甲,高雄市旗津區\n乙,見備註\n", "utf-8")
    state = open_file(qtbot, wizard, path)
    check = wizard.pages["check"]
    assert [row.number for row in state.outcome.refused] == [2, 4]
    check.views[0].selectRow(0)
    x, y = check.map.marked
    assert 220_000 < x < 290_000, "Haiduan is in the east"
    assert 2_540_000 < y < 2_580_000
    check.views[0].selectRow(1)
    assert check.map.marked is None


def test_another_kind_asks_for_what_it_needs(qtbot, listed):
    choose(listed.pages["check"].kind, "figures")
    settle(qtbot, listed.state)
    assert not listed.go.isEnabled()
    assert "measure" in listed.said.text()
    assert listed.pages["check"].map.isHidden() or not listed.pages["check"].map.isVisible()


def test_a_layer_of_ones_own_has_a_name_at_once_and_needs_one(qtbot, listed):
    listed.show_step("kind")
    page = listed.pages["kind"]
    page.buttons["own"].click()
    settle(qtbot, listed.state)
    assert listed.state.plan.layer.name == "衛生所遠距醫療據點一覽表"
    line = page.layer_name.lineEdit()
    line.setText("")
    line.editingFinished.emit()
    settle(qtbot, listed.state)
    name_source(listed)
    assert "no name" in listed.said.text()
    line.setText("據點")
    line.editingFinished.emit()
    choose(page.shape, "drop")
    settle(qtbot, listed.state)
    assert (listed.state.plan.layer.name, listed.state.plan.layer.shape) == ("據點", "drop")
    assert {site.category for site in listed.state.outcome.sites} == {"據點"}


def test_a_column_that_is_taken_away_is_asked_for(qtbot, listed):
    listed.show_step("columns")
    page = listed.pages["columns"]
    choose(page.boxes["name"], -1)
    assert "Name" in listed.said.text()
    assert not listed.go.isEnabled()
    choose(page.boxes["name"], 0)
    settle(qtbot, listed.state)
    name_source(listed)
    assert listed.go.isEnabled()


def test_a_column_fills_one_field_only(listed):
    page = listed.pages["columns"]
    choose(page.boxes["operator"], 0)
    assert listed.state.plan.columns["operator"] == 0
    assert "name" not in listed.state.plan.columns


def test_another_header_and_another_encoding_are_read_at_once(qtbot, listed):
    listed.show_step("file")
    page = listed.pages["file"]
    choose(page.header, 3)
    settle(qtbot, listed.state)
    assert listed.state.plan.header == (3,)
    assert listed.state.now.guess.header.names[0] == "海端鄉衛生所"
    choose(page.encoding, "utf-16-le")
    settle(qtbot, listed.state)
    assert listed.state.now.file.encoding != "cp950"


def test_what_cannot_be_read_is_a_sentence_and_closes_nothing(qtbot, wizard, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing of a workbook")
    open_file(qtbot, wizard, broken)
    assert "broken.xlsx" in wizard.empty.text()
    assert not wizard.go.isEnabled()
    assert wizard.isVisible()


def test_a_pasted_table_is_imported_like_a_file(qtbot, wizard):
    wizard.state.paste("名稱\t經度\t緯度\n甲\t121.5\t25.03\n乙\t120.3\t22.63\n")
    settle(qtbot, wizard.state)
    assert [site.name.zh for site in wizard.state.outcome.sites] == ["甲", "乙"]
    assert {site.precision for site in wizard.state.outcome.sites} == {Precision.SITE}


def test_what_was_put_right_is_not_lost_without_a_question(qtbot, listed, monkeypatch):
    listed.state.correct({(6, 1): "臺東縣海端鄉某村1號"})
    settle(qtbot, listed.state)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    listed.close()
    assert listed.isVisible()
    assert listed.state.plan is not None
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    listed.close()
    assert not listed.isVisible()
    assert listed.state.plan is None


def test_what_is_typed_is_not_written_over_while_it_is_typed(listed):
    listed.show_step("source")
    fields = listed.pages["source"].fields
    write(fields.title, "名冊")
    assert listed.pages["check"].source.title.text() == "名冊", "both pages show the same source"


def test_names_that_look_like_html_stay_text(qtbot, wizard, tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("名稱,<i>地址</i>\n<b>甲</b><img src=x>,臺東縣海端鄉1號\n", "utf-8")
    open_file(qtbot, wizard, path)
    place = wizard.pages["place"]
    assert "<i>地址</i>" in place.columns.text()
    assert place.columns.textFormat() is Qt.TextFormat.PlainText
    check = wizard.pages["check"]
    index = check.rows.index(0, 0)
    assert check.rows.data(index) == "<b>甲</b><img src=x>"
    assert "<img" not in check.rows.data(index, Qt.ItemDataRole.ToolTipRole)


def test_every_word_changes_with_the_language(listed, session):
    listed.show_step("columns")
    session.set_language("zh")
    assert listed.pages["columns"].boxes["address"].accessibleName() == "地址"
    assert listed.pages["check"].kind.currentData() == "telemedicine"


def _accessible(window, row):
    return window.steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_figures_of_something_new_are_named_and_imported(qtbot, wizard, tmp_path, session):
    path = tmp_path / "figures.csv"
    path.write_text("114年各縣市光纖桿數\n縣市,桿數(支)\n臺東縣,12\n花蓮縣,34\n台北市,無\n", "utf-8")
    state = open_file(qtbot, wizard, path)
    if state.plan.kind != "figures":
        choose(wizard.pages["check"].kind, "figures")
        settle(qtbot, state)
    choose(wizard.pages["columns"].boxes["county"], 0)
    choose(wizard.pages["columns"].boxes["value"], 1)
    wizard.show_step("kind")
    page = wizard.pages["kind"]
    choose(page.variable, "new")
    assert (page.new_zh.text(), page.new_unit.text()) == ("桿數", "支"), "named as its column"
    write(page.new_zh, "光纖桿數")
    assert state.plan.variable.name.zh == "光纖桿數"
    choose(page.level, "county")
    write(page.period, "114年")
    assert state.plan.period == "2025"
    settle(qtbot, state)
    assert {(figure.area, figure.value) for figure in state.outcome.figures} == {("10014", 12.0), ("10015", 34.0)}
    name_source(wizard)
    with qtbot.waitSignal(state.taken, timeout=10_000) as caught:
        wizard.go.click()
    session.change_own(caught.args[0], "import")
    assert [one.name.zh for one in session.project.own.variables] == ["光纖桿數"]
    assert len(session.project.own.figures) == 2


def test_a_check_that_was_stopped_can_be_begun_again(qtbot, listed):
    name_source(listed)
    listed.state.change(duplicates="keep")
    listed.state.run()
    assert listed.state.doing == "checking"
    listed.stop.click()
    assert not listed.state.doing
    assert not listed.go.isEnabled(), "what was not checked is not imported"
    assert listed.stop.isVisible()
    listed.stop.click()
    settle(qtbot, listed.state)
    assert listed.go.isEnabled()
    assert not listed.stop.isVisible()


def test_a_change_of_the_project_beside_it_is_compared_with(qtbot, listed, session):
    name_source(listed)
    settle(qtbot, listed.state)
    with qtbot.waitSignal(listed.state.taken, timeout=10_000) as caught:
        listed.go.click()
    assert not listed.state.outcome.duplicates
    session.change_own(caught.args[0], "import")
    settle(qtbot, listed.state)
    assert len(listed.state.outcome.duplicates) + len(listed.state.outcome.differences) >= 3


def test_nothing_is_said_to_be_in_order_before_it_was_looked_at(qtbot, listed, tmp_path):
    check = listed.pages["check"]
    assert "(3)" in check.tabs.tabText(1)
    assert "(done)" in _accessible(listed, STEPS.index("check"))
    path = tmp_path / "places.csv"
    path.write_text("名稱,備註\n甲,乙\n", encoding="utf-8")  # no column says where
    open_file(qtbot, listed, path)
    assert listed.state.outcome is None
    assert [check.tabs.tabText(at)[-3:] for at in range(5)] == ["(–)"] * 5
    assert check.said.text() == ""
    assert "(open)" in _accessible(listed, STEPS.index("check"))


def test_a_file_that_cannot_be_read_is_not_asked_for_its_source(qtbot, wizard, tmp_path, office_list):
    open_file(qtbot, wizard, office_list)
    wizard.state.forget()
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.4 paper")
    open_file(qtbot, wizard, path)
    assert "PDF" in wizard.empty.text()
    assert "source" not in wizard.empty.text()


def test_reasons_have_the_room_of_proposals_that_there_are_not(listed):
    check = listed.pages["check"]
    assert check.state.found.proposals
    assert not check.views[0].isColumnHidden(4)
    check.state.found = replace(check.state.found, proposals=0)
    check.state.ran.emit()
    assert check.views[0].isColumnHidden(4)


def test_every_key_of_a_step_means_one_thing(qtbot, listed):
    check = listed.pages["check"]
    assert check.problems.setData(check.problems.index(0, 2), "臺東縣某鄉某村1號")  # offers to undo the correction
    settle(qtbot, listed.state)
    for step in STEPS:
        listed.show_step(step)
        texts = [one.text() for one in listed.findChildren(QAbstractButton) if one.isVisible()]
        texts += [one.text() for one in listed.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
        keys = [text[text.index("&") + 1].upper() for text in texts if "&" in text]
        assert len(keys) == len(set(keys)), (step, sorted(keys))
