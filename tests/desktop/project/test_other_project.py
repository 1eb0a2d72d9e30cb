"""Another project, or another state of this one, in a window full of the one before: nothing of it is left over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox

from data.index_spec import DEFAULT_INDEX, IndexPart, IndexSpec
from data.model import Name, Place
from data.project_file.journal import pending
from data.project_file.store import SUFFIX, save_project
from desktop.project import asking, questions
from tests.data.project_file.sample import own_site, sample_project
from tests.desktop.driving import settle

OWN = "own_社區據點"


def test_own_indicators_come_and_go_in_every_panel(window, qtbot, data):
    session = window.session
    window.show_tab("index")
    window.symbology.toggle()
    settle(qtbot, window.canvas)
    session.change_own(sample_project(data).own, "import")
    assert window.layers.chooser.findData(OWN) >= 0
    session.set_choropleth(OWN)
    session.change_index(IndexSpec((IndexPart(OWN, 1, 1.0),)))
    window.fit()
    index = window.tabs.panel("index")
    assert [row.indicator.id for row in index.rows] == [OWN]
    assert window.layers.chooser.indicator_id() == OWN
    session.history.go_to(0)  # an exception in a slot fails the test
    assert window.layers.chooser.findData(OWN) < 0
    assert window.layers.chooser.indicator_id() == session.view.choropleth != OWN
    assert [row.indicator.id for row in index.rows] == [part.indicator for part in DEFAULT_INDEX.parts]
    session.history.go_to(session.history.count())
    assert [row.indicator.id for row in index.rows] == [OWN]
    session.change_index(DEFAULT_INDEX)
    window.show_tab("scorecard")
    scorecard = window.scorecard
    qtbot.waitUntil(lambda: scorecard._asked is not None, timeout=10_000)
    asked = scorecard._asked
    window.projects._standing.take(replace(window.projects.document, settings={}))
    assert asked.cancelled


def test_a_history_of_edits_holds_no_data_sets(window, edit):
    for number in range(3, 6):
        edit(window.session, number)
    changes = window.session.history._changes
    assert len(changes) == 3
    assert not any("data" in vars(state) for change in changes for state in (change.before, change.after))
    window.session.history.undo()
    assert window.session.project.data.sites[3].operator == "<b>X</b>"
    assert window.session.project.data.sites[5].operator != "<b>X</b>"


def test_a_form_is_asked_about_and_a_site_of_the_same_id_is_another(window, folder, idle, answers, data):
    first, second = (folder / f"{name}{SUFFIX}" for name in "ab")
    project = sample_project(data)
    save_project(project, first)
    save_project(replace(project, own=project.own.with_sites([replace(own_site(1), name=Name("別的據點"))])), second)
    session, projects = window.session, window.projects
    projects.open_path(first)
    idle(window)
    session.select(Place("site", "own-1"))
    window.edit.open_form("own-1")
    (form,) = window.edit._forms.values()
    form.fields["name_zh"].editor.setText("打到一半")
    for weight in (2.0, 1.0):  # a gesture that ends where it began leaves no history, and the same project
        session.change_index(IndexSpec((replace(session.project.index.parts[0], weight=weight),)), "slider")
    session.change_index(project.index, "slider")
    assert session.history.count() == 0
    assert list(window.edit._forms.values()) == [form]
    answers.append(questions.CANCEL)
    projects.open_path(second)
    assert form.changes()
    answers.append(questions.CANCEL)
    window.close()
    assert window.isVisible()
    assert form.changes()
    answers.append("leave")
    projects.open_path(second)
    idle(window)
    assert not window.edit._forms
    assert session.project.data.site_by_id["own-1"].name.zh == "別的據點"
    assert session.view.selected is None
    for box in window.findChildren(QMessageBox):
        box.close()


def test_what_was_kept_is_not_saved_over_a_newer_file_unasked(window, saved_as, edit, idle, answers, data, monkeypatch):
    session, projects = window.session, window.projects
    path = saved_as("甲")
    edit(session)
    projects.save()
    idle(window)
    edit(session, 4)
    projects._standing.autosave.write_soon()
    idle(window)
    journal = projects._standing.autosave._journal
    journal._held.close()  # as if the window had gone
    (found,) = pending(window._settings.journals)
    save_project(sample_project(data), path)  # somebody else saves meanwhile
    answers.append(asking.DISCARD)
    projects.recover(found)
    idle(window)
    assert projects.document.path == path
    assert projects.document.lock is not None
    assert session.project.data.sites[4].operator == "<b>X</b>"
    answers.append(questions.CANCEL)
    projects.save()
    idle(window)
    assert "changed by somebody else" in answers.asked[-1] or "他人變更" in answers.asked[-1]
    assert window.isWindowModified()


@pytest.mark.parametrize("meanwhile", ["another project", "nothing"])
def test_an_import_is_put_only_into_the_project_it_was_made_for(window, qtbot, tmp_path, meanwhile):
    listed = tmp_path / "l.csv"
    listed.write_text("名稱,鄉鎮市區,縣市\n甲,板橋區,新北市\n", encoding="utf-8")
    session, state = window.session, window.importing.window.state
    window.importing.open(listed)
    qtbot.waitUntil(lambda: state.outcome is not None and not state.is_outdated and not state.doing, timeout=10_000)
    state.take()
    if meanwhile == "another project":
        other = sample_project(session.project.embedded)
        session.open_project(other)
        qtbot.waitUntil(lambda: state.doing != "taking", timeout=10_000)
        assert session.project == other
    else:
        qtbot.waitUntil(lambda: state.doing != "taking", timeout=10_000)
        assert [site.name.zh for site in session.project.own.sites] == ["甲"]
