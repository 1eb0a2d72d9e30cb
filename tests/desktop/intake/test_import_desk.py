"""From the main window and back: drop, paste, menu; one step that can be undone; and the map shows what is new."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from data.index_spec import IndexPart
from data.model import Layer, OwnLayer, Status
from desktop.index_panel import IndexPanel
from tests.desktop.driving import settle as settle_map
from tests.desktop.intake.steps import choose, name_source, settle


def _drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    return window.importing.eventFilter(window, event)


def test_a_dropped_list_is_points_on_the_map_and_one_step_to_undo(qtbot, window, office_list, tmp_path):
    window.session.set_language("en")
    window.session.set_layer("telemedicine", False)
    before = window.session.project
    records = []
    window.importing.imported.connect(records.append)
    assert not _drop(window, tmp_path / "work.lifecircles.gpkg"), "a project is opened, not imported"
    assert _drop(window, office_list)
    wizard = window.importing.window
    settle(qtbot, wizard.state)
    name_source(wizard)
    choose(wizard.pages["check"].status, Status.OPERATING)
    settle(qtbot, wizard.state)
    wizard.go.click()
    qtbot.waitUntil(lambda: not wizard.isVisible(), timeout=10_000)

    project = window.session.project
    new = [site for site in project.data.sites if site.id not in before.data.site_by_id]
    assert [site.name.zh for site in new] == ["海端鄉衛生所", "蘭嶼鄉衛生所", "延平鄉衛生所"]
    assert {site.layer for site in new} == {Layer.TELEMEDICINE}
    assert {project.data.sources[site.source_id].publisher for site in new} == {"臺東縣衛生局"}
    assert "telemedicine" in window.session.view.layers
    assert [(one.file, one.target, one.taken, one.refused) for one in records] == [
        (office_list.name, "telemedicine", 3, 1)
    ]
    assert "): 3; Ctrl+Z" in window.status.currentMessage()
    left, _, right, _ = window.canvas.extent()
    assert right - left < 300_000, "the map shows the new points, not all of Taiwan"
    assert wizard.state.plan is None, "the file is let go of"
    settle_map(qtbot, window.canvas)
    window.undo()
    assert window.session.project == before
    assert window.status.currentMessage().startswith("Undone: "), "nobody is told any more that it was imported"
    window.redo()
    assert len(window.session.project.data.sites) == len(before.data.sites) + 3

    # The next edition of the list: what was chosen is chosen again, and what it changes is shown first.
    content = office_list.read_text("cp950")
    office_list.write_text(content.replace("延平鄉衛生所,臺東縣延平鄉桃源村", "新設衛生所,臺東縣金峰鄉嘉蘭村"), "cp950")
    window.importing.open(office_list)
    settle(qtbot, wizard.state)
    assert wizard.state.plan.status is Status.OPERATING
    assert wizard.state.plan.source.publisher == "臺東縣衛生局"
    assert wizard.state.plan.source.date == "", "a newer edition has another date"
    assert wizard.state.plan.duplicates == "replace", "and comes for what is otherwise"
    wizard.pages["check"].tabs.setCurrentIndex(4)
    wizard.pages["check"].whole.click()
    settle(qtbot, wizard.state)
    changes = {(one.change, (one.after or one.before).name.zh) for one in wizard.state.found.differences}
    assert ("added", "新設衛生所") in changes
    assert ("removed", "延平鄉衛生所") in changes
    wizard.close()

    QGuiApplication.clipboard().setText("no table")
    window.importing.paste()
    assert not wizard.isVisible()
    assert "clipboard" in window.status.currentMessage()
    QGuiApplication.clipboard().setText("名稱\t經度\t緯度\n甲\t121.5\t25.03\n")
    window.importing.paste()
    settle(qtbot, wizard.state)
    assert wizard.isVisible()
    assert [site.name.zh for site in wizard.state.outcome.sites] == ["甲"]


def test_what_is_undone_may_colour_the_map_and_stand_in_the_index(window, qtbot):
    session = window.session
    own = session.project.own
    session.change_own(replace(own, layers=(*own.layers, OwnLayer("診所", "star", "#7A4FA3"))), "new layer")
    window.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: any(one.rows for one in window.tabs.findChildren(IndexPanel)), timeout=5000)
    panel = window.tabs.findChild(IndexPanel)
    index = session.project.index
    whole = replace(session.project, index=replace(index, parts=(*index.parts, IndexPart("own_診所", 1, 1.0))))
    session.set_choropleth("own_診所")
    window.canvas.fit()
    session.open_project(whole)
    assert len(panel.rows) == len(index.parts) + 1
    session.open_project(replace(whole, own=own, index=index))
    assert session.view.choropleth != "own_診所"
    assert len(panel.rows) == len(index.parts)
