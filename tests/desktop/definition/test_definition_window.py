"""The window of the editor: painting with the mouse, choosing circles, saving, and what is asked on leaving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMessageBox

from data.model import Place
from data.project import Project
from desktop.definition.window import DefinitionWindow
from desktop.session import Session
from maps.view import READY_VIEWS
from tests.desktop.driving import settle


@pytest.fixture
def session(data, qapp):
    return Session(Project.start(data), READY_VIEWS["overview"])


@pytest.fixture
def editor(session, qtbot):
    window = DefinitionWindow(session, None)
    window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
    window.open()
    window.resize(1000, 700)
    qtbot.waitExposed(window)
    settle(qtbot, window.map)
    yield window
    window.hide()
    window.close_workers()
    window.deleteLater()


def at(editor, code):
    """The pixel of the representative point of a town."""
    brush = editor.map
    x, y = brush._atlas.town_positions[brush._project.data.town_index[code]]
    px, py = brush.viewport().to_page(x, y)
    return QPoint(round(px * 96 / 25.4), round(py * 96 / 25.4))


def drag(qtbot, editor, codes, button=Qt.MouseButton.LeftButton):
    first, *others = (at(editor, code) for code in codes)
    qtbot.mousePress(editor.map, button, pos=first)
    for point in others:
        qtbot.mouseMove(editor.map, point)
    qtbot.mouseRelease(editor.map, button, pos=[first, *others][-1])


def test_a_drag_paints_every_town_it_crosses_and_is_one_stroke(qtbot, editor, data):
    state = editor.state
    state.choose("precision")
    before = state.now.draft
    drag(qtbot, editor, ["10015010", "10014010"])  # 花蓮市 to 臺東市, through all that lies between
    painted = state.now.draft.of("precision") - before.of("precision")
    assert {"10015010", "10014010"} <= painted
    assert len(painted) > 5
    assert not painted & state.now.draft.of("east")
    assert state.history.count() == 1
    qtbot.keyClick(editor.map, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert state.now.draft == before
    settle(qtbot, editor.map)


def test_the_right_button_takes_out_and_sharing_keeps_the_others(qtbot, editor):
    state = editor.state
    state.choose("precision")
    editor.tools.strokes["add"].click()
    drag(qtbot, editor, ["10015010"])
    assert "10015010" in state.now.draft.of("precision") & state.now.draft.of("east")
    drag(qtbot, editor, ["10015010"], Qt.MouseButton.RightButton)
    assert "10015010" in state.now.draft.of("east") - state.now.draft.of("precision")


def test_a_rectangle_paints_what_it_encloses_and_counties_are_whole(qtbot, editor, data):
    state = editor.state
    state.choose("capital")
    editor.tools.shapes["rectangle"].click()
    box = QRect(at(editor, "66000010"), at(editor, "66000290")).normalized().adjusted(-3, -3, 3, 3)
    qtbot.mousePress(editor.map, Qt.MouseButton.LeftButton, pos=box.topLeft())
    qtbot.mouseMove(editor.map, box.bottomRight())
    qtbot.mouseRelease(editor.map, Qt.MouseButton.LeftButton, pos=box.bottomRight())
    assert {"66000010", "66000290"} <= state.now.draft.of("capital")
    editor.tools.shapes["brush"].click()
    editor.tools.counties.click()
    drag(qtbot, editor, ["67000010"])
    assert {town.code for town in data.towns if town.county.code == "67000"} <= state.now.draft.of("capital")


def test_escape_gives_a_stroke_up(qtbot, editor):
    qtbot.mousePress(editor.map, Qt.MouseButton.LeftButton, pos=at(editor, "10015010"))
    qtbot.keyClick(editor.map, Qt.Key.Key_Escape)
    qtbot.mouseRelease(editor.map, Qt.MouseButton.LeftButton, pos=at(editor, "10015010"))
    assert not editor.state.history.can_undo()


def test_places_are_painted_by_name_without_a_mouse(qtbot, editor, data):
    editor.state.choose("islands")
    editor.tools.place.setText("台東縣蘭嶼")
    qtbot.keyClick(editor.tools.place, Qt.Key.Key_Return)
    assert "10014160" in editor.state.now.draft.of("islands")
    assert editor.tools.place.text() == ""
    editor.tools.place.setText("<b>沒有這裡</b>")
    qtbot.keyClick(editor.tools.place, Qt.Key.Key_Return)
    assert "<b>沒有這裡</b>" in editor.says.text()
    assert editor.says.textFormat() is Qt.TextFormat.PlainText


def test_the_table_counts_and_chooses(qtbot, editor, data):
    table, state = editor.circles, editor.state
    assert [table.item(row, 1).text() for row in range(7)][-1] == "–"
    assert sum(int(table.item(row, 1).text()) for row in range(6)) == 368 + len(state.now.draft.shared)
    table.selectRow(6)
    table.setCurrentCell(6, 0)
    assert state.circle == ""
    assert not editor.tools.strokes["add"].isEnabled()
    drag(qtbot, editor, ["10015010"])
    assert table.item(6, 1).text() == "1"
    state.choose("east")
    editor.up.click()
    assert table.item(table.currentRow(), 0).text() == data.circles["east"].name.zh
    assert state.now.draft.circles.index("east") == 3


def test_saving_needs_a_name_and_a_source_and_then_lists_it(qtbot, editor, session):
    assert not editor.save.isEnabled()
    for field, text in (
        (editor.form.name_zh, "Plan A"),
        (editor.form.title, "Proposal"),
        (editor.form.publisher, "County"),
    ):
        assert not editor.save.isEnabled()
        qtbot.keyClicks(field, text)
    editor.form.note.setPlainText("會議紀錄第三案")
    assert editor.save.isEnabled()
    editor.save.click()
    assert session.project.definition.name.zh == "Plan A"
    assert session.project.definition.note == "會議紀錄第三案"
    assert editor.chooser.currentData() == "own-1"
    assert not editor.save.isEnabled()
    editor.delete.click()
    assert session.project.own.definitions == ()


def test_leaving_asks_only_where_something_would_be_lost(editor, monkeypatch):
    asked = []

    def answer(*_):
        asked.append(True)
        return QMessageBox.StandardButton.Cancel if len(asked) == 1 else QMessageBox.StandardButton.Discard

    monkeypatch.setattr(QMessageBox, "question", answer)
    assert editor.may_leave()
    editor.state.choose("capital")
    editor.state.paint(frozenset({"10015010"}))
    assert asked == []
    assert not editor.close()
    assert editor.close()
    assert len(asked) == 2
    assert not editor.state.is_changed()


def test_an_empty_definition_is_drawn_as_well(qtbot, editor):
    editor.state.clear()
    settle(qtbot, editor.map)
    editor._hover(Place("town", "10015010"))
    assert "花蓮" in editor.hint.text()


def test_every_word_changes_with_the_language(editor, session):
    session.set_language("en")
    before = [editor.hint.text(), editor.save.text(), editor.tools.counties.text(), editor.circles.item(6, 0).text()]
    assert all(one.isascii() for one in before)
