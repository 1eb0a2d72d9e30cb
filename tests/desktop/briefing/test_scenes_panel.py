"""The list of scenes in the real window: mouse, keys, texts, pictures, files, and closing with scenes in no file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from data.briefing_file import SUFFIX, read_briefing
from data.model import Name, Place
from data.scene import Ink, Scene
from desktop import settings
from desktop.briefing import scenes_files
from desktop.briefing.scenes_looks import THUMBNAIL
from desktop.project import questions
from maps.briefing.scene_view import view_record
from maps.view import READY_VIEWS
from tests.desktop.driving import choose

LEFT, NO = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SCENES = (
    Scene("a", "title", Name("封面", "Cover")),
    Scene("S", "section", Name("現況")),
    Scene("b", view=view_record(READY_VIEWS["ai"])),
    Scene("c", title=Name("{indicator:gini} {nonsense}"), view=view_record(READY_VIEWS["broadband"])),
    Scene("T", "section", Name("作為"), hidden=True),
    Scene("d", ink=(Ink("pen", "#FF0000", ((250_000.0, 2_700_000.0), (260_000.0, 2_710_000.0))),), hidden=True),
)


@pytest.fixture
def panel(window, qtbot):
    window.session.change_scenes(SCENES, "scenes")
    window.scenes.open()
    panel = window.scenes.panel()
    qtbot.waitUntil(panel.is_ready, timeout=20_000)
    yield panel
    window.scenes.files._kept = window.session.project.scenes  # nobody is asked about them


def ids(window):
    return " ".join(scene.id for scene in window.session.project.scenes)


def chosen(window):
    return " ".join(scene.id for scene in window.scenes.commands.chosen)


def point_on(panel, scene_id, x=120):
    index = panel._model.index(panel._model.row(scene_id))
    panel.list.scrollTo(index)
    rect = panel.list.visualRect(index)
    return QPoint(x, rect.center().y())


def click(qtbot, panel, scene_id, modifier=NO):
    qtbot.mouseClick(panel.list.viewport(), LEFT, modifier, point_on(panel, scene_id))


def drop(panel, scene_id, below):
    """Let what is chosen go over a line, as the end of a drag does."""

    class Drop(QDropEvent):
        def source(self):
            return panel.list

    index = panel._model.index(panel._model.row(scene_id))
    rect = panel.list.visualRect(index)
    at = QPointF(40, rect.bottom() - 2 if below else rect.top() + 2)
    data = panel._model.mimeData([index])
    panel.list.dropEvent(Drop(at, Qt.DropAction.MoveAction, data, LEFT, NO))


def test_what_the_list_says_and_shows(panel, window, qtbot):
    model, looks = panel._model, panel.looks

    def said(scene_id, role=Qt.ItemDataRole.DisplayRole):
        return model.index(model.row(scene_id)).data(role)

    accessible = Qt.ItemDataRole.AccessibleTextRole
    assert said("a") == "封面"
    assert "AI" in said("b")  # the title of its map
    assert said("c").endswith(" {nonsense}")
    assert not said("c").startswith("{")
    assert "{nonsense}" in said("c", Qt.ItemDataRole.ToolTipRole)
    assert said("b", accessible).startswith("3\n")
    assert not said("d", accessible)[0].isdigit()
    for scene in SCENES:
        picture = looks.look(scene.id).picture
        assert picture.deviceIndependentSize().toSize() == THUMBNAIL
    colours = {looks.look("b").picture.pixel(x, y) for x in range(96) for y in range(54)}
    assert len(colours) > 50
    # Words change with the language, the picture with the scene; what did not change is kept.
    before = looks.look("b").picture
    window.set_language("en")
    qtbot.waitUntil(panel.is_ready, timeout=20_000)
    assert said("a") == "Cover"
    before, kept = looks.look("b").picture, looks.look("c").picture
    window.scenes.commands.choose(("b",))
    window.scenes.commands.change("b", "other", view=view_record(READY_VIEWS["telemedicine"]))
    qtbot.waitUntil(panel.is_ready, timeout=20_000)
    assert looks.look("b").picture != before
    assert looks.look("c").picture is kept
    # The head of a section has the number of its place among those that are shown.
    before = looks.look("T").picture
    window.scenes.commands.change("T", "shown", hidden=False)
    qtbot.waitUntil(panel.is_ready, timeout=20_000)
    assert looks.look("T").picture != before


def test_mouse_and_keys(panel, window, qtbot):
    scenes = panel.list
    # Folding leaves the choice where it can be seen; what is chosen elsewhere opens the section again.
    click(qtbot, panel, "c")
    assert chosen(window) == "c"
    assert (window.briefing.here, window.briefing.chosen) == (3, {"c"})
    qtbot.mouseClick(scenes.viewport(), LEFT, NO, point_on(panel, "S", 8))
    assert [scene.id for scene in panel._model.lines] == ["a", "S", "T", "d"]
    assert chosen(window) == "S"
    window.scenes.commands.choose(("b",))
    assert panel._model.row("b") == 2
    click(qtbot, panel, "S")
    qtbot.keyClick(scenes, Qt.Key.Key_Left)
    assert panel._model.row("b") == -1
    qtbot.keyClick(scenes, Qt.Key.Key_Right)
    assert panel._model.row("b") == 2
    # Moving by keys and by dragging, alone, together and with a group.
    qtbot.keyClick(scenes, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert ids(window) == "a T d S b c"
    assert chosen(window) == "S"
    click(qtbot, panel, "T")
    drop(panel, "c", below=True)
    assert ids(window) == "a S b c T d"
    click(qtbot, panel, "a")
    click(qtbot, panel, "b", Qt.KeyboardModifier.ControlModifier)
    drop(panel, "T", below=False)
    assert ids(window) == "S c a b T d"
    assert chosen(window) == "a b"
    window.undo()
    assert ids(window) == "a S b c T d"
    assert chosen(window) == "a b"
    # A new section asks for its name, in its place.
    window.menus.actions["scene_section"].trigger()
    editor = scenes.findChild(QLineEdit)
    editor.setText("名")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [scene.title.zh for scene in window.scenes.commands.chosen] == ["名"])
    qtbot.waitUntil(lambda: scenes.findChild(QLineEdit) is None)
    window.undo()
    window.undo()
    assert ids(window) == "a S b c T d"
    # Rename, hide, go, delete.
    click(qtbot, panel, "b")
    qtbot.keyClick(scenes, Qt.Key.Key_F2)
    editor = scenes.findChild(QLineEdit)
    assert "AI" in editor.placeholderText()
    editor.setText("AI 據點")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.project.scenes[2].title == Name("AI 據點"))
    qtbot.waitUntil(scenes.hasFocus)
    window.menus.actions["scene_hide"].trigger()
    assert window.session.project.scenes[2].hidden
    qtbot.keyClick(scenes, Qt.Key.Key_Return)
    assert window.session.view.name == "ai"
    click(qtbot, panel, "c")
    qtbot.mouseDClick(scenes.viewport(), LEFT, NO, point_on(panel, "c"))
    assert window.session.view.name == "broadband"
    qtbot.keyClick(scenes, Qt.Key.Key_Delete)
    assert ids(window) == "a S b T d"
    window.scenes.commands.choose(tuple(ids(window).split()))
    qtbot.keyClick(scenes, Qt.Key.Key_Delete)
    assert panel.first_capture.isVisible()
    assert not window.menus.actions["scenes_save"].isEnabled()
    assert window.briefing.here == 0
    qtbot.mouseClick(panel.first_capture, LEFT)
    assert len(window.session.project.scenes) == 1


def test_the_form_writes_the_language_of_the_window(panel, window, qtbot):
    form, session = panel.form, window.session
    window.scenes.commands.choose(())
    assert form.hint.isVisible()
    window.scenes.commands.choose(("c",))
    assert form.title.text() == "{indicator:gini} {nonsense}"
    assert form.faults["title"].isVisible()
    assert "{nonsense}" in form.faults["title"].text()
    assert not form.faults["notes"].isVisible()
    steps = session.history.count()
    form.title.setFocus()
    form.title.selectAll()
    qtbot.keyClicks(form.title, "{indicator:nation}")
    form.notes.setFocus()
    form.notes.insertPlainText("先說")
    form.notes.insertPlainText("全國")
    assert session.project.scenes[3].notes.zh == "先說全國"
    choose(form.panel, "bars")
    assert form.title.cursorPosition() == 0  # a long title is read from its beginning again
    choose(form.theme, "dark")
    form.seconds.setValue(90)
    form.hidden.click()
    scene = session.project.scenes[3]
    assert (scene.panel, scene.seconds, scene.hidden) == ("bars", 90.0, True)
    assert scene.view == {**SCENES[3].view, "theme": "dark"}
    assert session.history.count() == steps + 6
    qtbot.waitUntil(panel.is_ready, timeout=20_000)
    assert not form.faults["title"].isVisible()
    form.notes.setPlainText("x" * 3001)
    assert form.faults["notes"].isVisible()
    assert session.project.scenes[3].notes.zh == "先說全國"
    window.set_language("en")
    assert form.title.text() == ""
    assert form.notes.toPlainText() == ""
    for _ in range(6):
        window.undo()
    assert session.project.scenes == SCENES
    window.scenes.commands.choose(("a", "b"))
    assert "2" in form.hint.text()


def test_tab_reaches_every_control(panel, window, qtbot):
    window.activateWindow()
    window.scenes.commands.choose(("c",))
    panel.capture.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(25):
        widget = QApplication.focusWidget()
        if widget is None or not panel.isAncestorOf(widget):
            break
        reached.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    form = panel.form
    wanted = [panel.new, panel.file, *panel.tools.values(), panel.list]
    wanted += [form.title, form.message, form.notes, form.panel, form.theme, form.transition, form.seconds, form.hidden]
    assert [one for one in reached if one in wanted] == wanted
    assert all(one.accessibleName() or one.text() for one in reached)


def test_files_and_closing(panel, window, qtbot, tmp_path, monkeypatch, target):
    files, session = window.scenes.files, window.session
    asked = []

    def answers(button):
        def answer(*question):
            asked.append(question[2])
            return button

        monkeypatch.setattr(scenes_files.QMessageBox, "question", answer)

    box = QMessageBox.StandardButton
    stays = [questions.CANCEL]
    with monkeypatch.context() as patch:
        patch.setattr(questions, "ask", lambda *_: stays.pop())
        assert not window.close()
    assert stays == []
    path = target("簡報").with_name("簡報" + SUFFIX)
    window.menus.actions["scenes_save"].trigger()
    assert read_briefing(path, session.project.data) == SCENES
    assert not window.projects.has_unsaved()
    assert asked == []
    window.scenes.commands.choose(("a",))
    window.scenes.commands.delete()
    assert files.has_unsaved()
    window.menus.actions["scenes_save"].trigger()
    assert len(read_briefing(path, session.project.data)) == 5
    # A fault keeps what is there; another file takes its place and is one step back.
    path.with_name("x.json").write_text("{", "utf-8")
    files.open_file(path.with_name("x.json"))
    assert "x.json" in window.findChildren(QMessageBox)[-1].text()
    assert ids(window) == "S b c T d"
    window.scenes.commands.delete()
    monkeypatch.setattr(scenes_files.QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    answers(box.No)
    window.menus.actions["scenes_open"].trigger()
    assert ids(window) == "b c T d"
    answers(box.Yes)
    window.menus.actions["scenes_open"].trigger()
    assert (ids(window), chosen(window)) == ("S b c T d", "S")
    window.undo()
    assert ids(window) == "b c T d"
    window.scenes.commands.capture()
    # The ready briefing may be left as it came.
    window.menus.actions["scenes_ready"].trigger()
    qtbot.waitUntil(lambda: len(session.project.scenes) > 6, timeout=20_000)
    assert not files.has_unsaved()
    assert window.briefing.here == 0
    assert files.folder == tmp_path
    window.close()
    assert window._settings.get(settings.SCENES_FOLDER) == str(tmp_path)


def test_capture_needs_no_list(window, qtbot):
    window.session.select(Place("county", "10014"))
    window.show_tab("charts")
    assert window.scenes.made() is None
    window.menus.actions["scene_capture"].trigger()
    assert window.scenes.made() is None
    assert window.session.project.scenes[0].panel == "bars"
    window.right.hide()
    window.menus.actions["scene_capture"].trigger()
    assert window.session.project.scenes[1].panel == ""
    window.right.show()
    window.show_tab("scorecard")
    window.scenes.commands.choose(("scene-1",))
    window.menus.actions["scene_go"].trigger()
    assert window.tabs.current_tab() == "charts"
    window.menus.actions["scenes"].trigger()
    assert window.scenes.panel().list.selectionModel().isSelected(window.scenes.panel()._model.index(0))
    window.menus.actions["scenes"].trigger()
    assert not window.scenes.isVisible()
