"""Projects in the real window: new, save, open, revert, recent, closing; the lock, and files that others change."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from data.model import Name
from data.project_file.journal import pending
from data.project_file.lock import Lock, lock_path
from data.project_file.record import ImportRecord
from data.project_file.store import SUFFIX, backup_path, open_project
from data.scene import Scene
from desktop import settings
from desktop.project import asking, questions
from desktop.project.dropping import dropped_project
from desktop.project.questions import Answer
from desktop.project.recent import labels, read_paths, with_path, write_paths

FIXTURES = Path(__file__).parents[2] / "data" / "project_file" / "fixtures"


def told(window):
    return [box.text() + box.informativeText() for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_project_is_saved_left_and_opened_again(window, saved_as, edit, idle, data):
    session, projects = window.session, window.projects
    assert not window.isWindowModified()
    site = edit(session)
    assert window.isWindowModified()
    path = saved_as("南區[*]")
    session.show_ready_view("telemedicine")
    window.show_tab("targets")
    projects.save()
    idle(window)
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("南區[*][*][*] – ")
    assert open_project(path, data).project == session.project
    assert lock_path(path).exists()
    session.show_ready_view("ai")  # looking at something else is no change
    window.show_tab("scorecard")
    projects.new()
    assert session.project.own.is_empty
    assert not lock_path(path).exists()
    assert not session.history.can_undo()
    projects.open()
    idle(window)
    assert session.project.data.site_by_id[site.id].operator == "<b>X</b>"
    assert session.view.name == "telemedicine"
    assert window.tabs.current_tab() == "targets"
    assert read_paths(write_paths(window._settings.get(settings.RECENT)))[0] == str(path)
    session.history.undo()
    edit(session, 4)
    assert window.isWindowModified()
    session.history.undo()
    assert not window.isWindowModified()


def test_whoever_leaves_is_asked_once_and_only_for_what_is_unsaved(window, saved_as, edit, idle, answers):
    session = window.session
    session.change_definition("2024-12")  # remembered by the program
    window.projects.new()
    assert answers.asked == []
    edit(session)
    answers.append(questions.CANCEL)
    window.projects.new()
    assert not session.project.own.is_empty
    path = saved_as("甲")
    answers.append(asking.SAVE)
    window.projects.new()
    idle(window)
    assert session.project.own.is_empty  # the new one came when the old one was saved
    assert path.exists()
    edit(session)
    answers.append(asking.DISCARD)
    window.projects.open_path(path)
    idle(window)
    assert len(answers.asked) == 3
    edit(session, 5)
    answers.append(asking.SAVE)
    assert not window.close()
    idle(window)
    assert not window.isVisible()
    assert not lock_path(path).exists()
    assert backup_path(path).exists()


def test_revert_goes_back_to_the_file(window, saved_as, edit, idle, answers):
    edit(window.session)
    path = saved_as("乙")
    window.projects.save()
    idle(window)
    saved = window.session.project
    revert = window.menus.actions["project_revert"]
    window.menus.menu("file").aboutToShow.emit()
    assert not revert.isEnabled()
    edit(window.session, 7)
    window.menus.menu("file").aboutToShow.emit()
    assert revert.isEnabled()
    answers += [questions.CANCEL, asking.REVERT]
    window.projects.revert()
    assert window.session.project != saved
    window.projects.revert()
    idle(window)
    assert window.session.project == saved
    assert lock_path(path).exists()


def test_what_somebody_else_has_open(window, saved_as, edit, idle, answers, monkeypatch):
    told = []
    monkeypatch.setattr(questions, "tell", lambda *_: told.append(_))
    edit(window.session)
    path = saved_as("丙")
    window.projects.save_copy()
    idle(window)
    assert window.projects.document.path is None
    lock = Lock.take(path, "王小明")
    assert isinstance(lock, Lock)
    answers += [asking.DISCARD, questions.CANCEL, asking.DISCARD, asking.READ_ONLY]
    window.projects.open_path(path)
    idle(window)
    assert "王小明" in answers.asked[1]
    assert window.projects.document.path is None
    window.projects.open_path(path)
    idle(window)
    assert window.projects.document.read_only is not None
    assert not told  # the user has just chosen it
    assert path.name.removesuffix(SUFFIX) in window.windowTitle()
    edit(window.session, 8)
    other = saved_as("丁")
    window.projects.save()  # becomes save as
    idle(window)
    assert window.projects.document.path == other
    assert window.projects.document.read_only is None
    answers += [asking.COPY]
    window.projects.open_path(path)
    idle(window)
    assert window.projects.document.path is None
    assert not window.session.project.own.is_empty
    lock.release()


def test_a_file_that_others_changed_is_not_replaced_unasked(window, saved_as, edit, idle, answers, data):
    edit(window.session)
    path = saved_as("戊")
    window.projects.save()
    idle(window)
    shutil.copy(path, path.with_name("other"))
    edit(window.session, 9)
    window.projects.save()
    idle(window)
    shutil.copy(path.with_name("other"), path)
    edit(window.session, 10)
    theirs = path.read_bytes()
    answers += [questions.CANCEL]
    window.projects.save()
    idle(window)
    assert path.read_bytes() == theirs
    assert window.isWindowModified()
    answers += [asking.REPLACE]
    window.projects.save()
    idle(window)
    assert open_project(path, data).project == window.session.project


def test_a_folder_that_vanished_keeps_everything_in_the_journal(window, saved_as, edit, idle, answers, data):
    edit(window.session)
    path = saved_as("己")
    window.projects.save()
    idle(window)
    shutil.rmtree(path.parent)
    edit(window.session, 11)
    answers += [asking.SAVE_AS]
    elsewhere = path.parent.with_name("另一處")
    elsewhere.mkdir()
    other = saved_as("己", elsewhere)
    window.projects.save()
    window.projects._standing.refresh_lock()
    idle(window)
    assert str(path) in answers.asked[0]
    assert other.exists()
    assert open_project(other, data).project == window.session.project
    idle(window)
    assert pending(window._settings.journals) == []


def test_faults_are_sentences_and_keep_what_is_there(window, folder, edit, idle, qtbot):
    before = window.session.project
    broken = folder / ("壞" + SUFFIX)
    broken.write_bytes(b"SQLite format 3\x00" + bytes(500))
    window._settings.set(settings.RECENT, (str(folder / "gone.gpkg"), str(broken)))
    for path in (broken, folder / "gone.gpkg", folder):
        window.projects.open_path(path)
        idle(window)
        assert window.session.project is before
        (box,) = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
        assert path.name in box.text()
        assert "Traceback" not in box.text()
        box.close()
    assert window._settings.get(settings.RECENT) == (str(broken),)
    assert not list(folder.glob(".*"))


def test_small_pictures_of_scenes_go_into_the_file_while_they_hold(window, saved_as, idle, qtbot, data):
    window.session.change_scenes((Scene("a", "title", Name("封面")), Scene("b", "closing")), "scenes")
    window.scenes.open()
    qtbot.waitUntil(window.scenes.panel().is_ready, timeout=15_000)
    path = saved_as("圖")
    window.projects.save()
    idle(window)
    pictures = open_project(path, data).thumbnails
    assert set(pictures) == {"a", "b"}
    assert all(picture.startswith(b"\x89PNG") for picture in pictures.values())
    # Closed, the list makes no new ones: what is kept is what still shows its scene.
    window.scenes.hide()
    window.session.change_scenes((Scene("a", "title", Name("封面")), Scene("b", "title", Name("新"))), "scenes")
    window.projects.save()
    idle(window)
    assert open_project(path, data).thumbnails.get("a") == pictures["a"]
    assert open_project(path, data).thumbnails.get("b") != pictures["b"]


def test_an_older_format_is_told_and_kept_when_it_is_saved_over(window, saved_as, idle, data, edit):
    path = saved_as("舊")
    shutil.copy(FIXTURES / "format-1.lifecircles.gpkg", path)
    older = path.read_bytes()
    window.projects.open_path(path)
    idle(window)
    (sentence,) = told(window)
    assert path.name + ".v1.bak" in sentence
    record = ImportRecord("名冊.csv", "2026-11-20T10:00:00+08:00", "office", "ai", 12, 3)
    window.projects.record_import(replace(record, source_id="of an import that was undone"))
    window.projects.record_import(record)
    edit(window.session)
    window.projects.save()
    idle(window)
    assert path.with_name(path.name + ".v1.bak").read_bytes() == older
    opened = open_project(path, data)
    assert opened.migrated == ()
    assert opened.imports == (record,)
    assert opened.project == window.session.project
    for box in window.findChildren(QMessageBox):
        box.close()
    window.projects.revert()
    idle(window)
    assert window.projects.document.imports == (record,)  # as the file has it
    assert told(window) == []


def test_recent_projects_are_named_as_text(window, folder):
    paths = (str(folder / "a&b.lifecircles.gpkg"), str(folder / "x" / "c.gpkg"), str(folder / "y" / "c.gpkg"))
    window._settings.set(settings.RECENT, paths)
    window.file_menu.fill()
    words = [action.text() for action in window.menus.menu("recent").actions()]
    assert words[0].endswith("a&&b.lifecircles.gpkg")
    assert labels(paths)[1:] == ("c.gpkg  (x)", "c.gpkg  (y)")
    listed = paths
    for number in range(20):
        listed = with_path(listed, folder / str(number))
    assert len(listed) == 10
    with pytest.raises(ValueError, match=r"\{\}"):
        read_paths("{}")


def test_only_a_project_is_taken_when_files_are_dropped(folder):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(folder / "a.csv"))])
    assert dropped_project(dropped) is None
    dropped.setUrls([QUrl.fromLocalFile(str(folder / ("a" + SUFFIX)))])
    assert dropped_project(dropped) == folder / ("a" + SUFFIX)
    dropped.setUrls([QUrl.fromLocalFile(str(folder / ("a" + SUFFIX)))] * 2)
    assert dropped_project(dropped) is None


@pytest.mark.parametrize(
    ("roles", "default"),
    [
        (("AcceptRole", "DestructiveRole", "RejectRole"), "0"),
        (("DestructiveRole", "RejectRole"), "1"),
    ],
)
def test_return_destroys_nothing(qtbot, qapp, roles, default):
    parent = QWidget()
    qtbot.addWidget(parent)
    answers = [Answer(str(at), str(at), getattr(QMessageBox.ButtonRole, role)) for at, role in enumerate(roles)]

    def press():
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(50, press)
    assert questions.ask(parent, "title", "question?", answers) == default
