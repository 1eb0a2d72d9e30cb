"""Own layers and definitions in the window's lists: they come with the project's data, and go with an undo."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import Qt

from data.model import Definition, Layer, Member, Name, OwnLayer, Source
from data.own import NOTHING
from data.project import Project
from desktop import settings
from desktop.layers_panel import LayersPanel
from desktop.session import Session
from desktop.settings import Settings
from desktop.symbology_layers import RingsSection
from desktop.widgets import text_tip
from maps.view import READY_VIEWS

OFFICE = Source("office", "清冊", "某縣政府", "2026-10-01", "", "own", "")
LONG = "一個名字非常長的自訂圖層 & <b>x</b> 長到側欄裡放不下的那一種"
KITCHENS, MILLS = OwnLayer("Kitchens", "star", "#C2185B"), OwnLayer(LONG, "drop", "#00796B")


@pytest.fixture(scope="module")
def own(data):
    like = data.sites_of(Layer.AI)[0]
    sites = [
        replace(like, id=f"own-{number}", layer=Layer.OWN, category=layer.name, source_id="office")
        for number, layer in enumerate((KITCHENS, KITCHENS, MILLS))
    ]
    mine = Definition("own-1", Name("甲案 & <b>乙</b>"), "office", (Member("east", "10015", False, "office", "", ""),))
    start = NOTHING.with_source(OFFICE).with_layer(KITCHENS).with_layer(MILLS)
    return start.with_sites(sites).with_definition(mine)


@pytest.fixture
def session(data, qapp):
    return Session(Project.start(data), replace(READY_VIEWS["ai"], language="en"))


@pytest.fixture
def panel(session, qtbot):
    widget = LayersPanel(session)
    qtbot.addWidget(widget)
    widget.resize(246, 800)
    widget.show()
    return widget


def test_there_is_no_row_without_own_layers(panel):
    assert panel.boxes["own"].isHidden()
    assert panel.own.isHidden()
    assert panel.own.boxes == {}


def test_rows_come_with_the_layers_and_are_in_sight_at_once(panel, session, own):
    session.change_own(own, "import")
    assert "own" in session.view.layers
    assert not panel.boxes["own"].isHidden()
    assert list(panel.own.boxes) == ["Kitchens", LONG]
    assert all(box.isChecked() for box in panel.own.boxes.values())
    assert [label.text() for label in panel.own._counts.values()] == ["2", "1"]
    session.history.undo()
    assert panel.boxes["own"].isHidden()
    assert panel.own.boxes == {}


def test_each_layer_is_hidden_on_its_own_and_all_at_once(panel, session, own):
    session.change_own(own, "import")
    panel.own.boxes["Kitchens"].click()
    assert session.view.hidden_own == {"Kitchens"}
    panel.boxes["own"].click()
    assert "own" not in session.view.layers
    assert not panel.own.boxes[LONG].isEnabled()
    panel.boxes["own"].click()
    panel.own.boxes["Kitchens"].click()
    assert session.view.hidden_own == frozenset()


def test_a_layer_that_comes_anew_is_shown_though_one_of_its_name_was_hidden(session, own):
    session.set_own_layer("Kitchens", False)
    session.change_own(own, "import")
    assert session.view.hidden_own == frozenset()


def test_ready_views_leave_own_layers_as_they_are(session, own):
    session.change_own(own, "import")
    session.show_ready_view("index")
    assert "own" in session.view.layers
    session.set_layer("own", False)
    session.show_ready_view("ai")
    assert "own" not in session.view.layers


def test_a_long_name_is_cut_and_is_no_html(panel, session, own, qtbot):
    before = panel.minimumWidth()
    session.change_own(own, "import")
    box = panel.own.boxes[LONG]
    qtbot.waitUntil(lambda: box.text().endswith("…"))
    assert panel.minimumWidth() == before
    assert "<b>" not in box.toolTip()
    assert "&lt;b&gt;" in box.toolTip()
    assert box.accessibleName() == LONG


def test_hidden_layers_are_remembered(tmp_path):
    kept = Settings(tmp_path / "settings.ini")
    names = frozenset({LONG, "a, b", "圖層"})
    kept.set(settings.HIDDEN_OWN, names)
    kept.save()
    assert Settings(tmp_path / "settings.ini").get(settings.HIDDEN_OWN) == names


@pytest.mark.parametrize("text", ["", "x", "{}", "[1]", '"a"', "[[]]"])
def test_a_damaged_list_of_hidden_layers_hides_none(tmp_path, text):
    (tmp_path / "settings.ini").write_text(f"[view]\nhidden-own={text}\n")
    assert Settings(tmp_path / "settings.ini").get(settings.HIDDEN_OWN) == frozenset()


def test_menus_and_choosers_list_own_definitions(open_window, remembered, own):
    window = open_window(remembered)
    session, chooser = window.session, window.choosers.definition
    count = chooser.count()
    session.set_language("en")
    session.change_own(own, "import")
    assert chooser.count() == count + 1
    assert chooser.itemText(count) == "甲案 & <b>乙</b>"[:11] + "…"
    action = window.menus._definitions["own-1"]
    assert action.text() == "甲案 && <b>乙</b> (own)"
    action.trigger()
    assert session.project.definition_id == "own-1"
    assert chooser.currentData() == "own-1"
    assert action.isChecked()
    assert "&lt;b&gt;" in chooser.toolTip()
    assert window.menus._layer_actions["own"].isVisible()
    session.change_own(own.without_definition("own-1"), "delete")
    assert chooser.count() == count
    assert session.project.definition_id == session.project.data.default_definition
    assert action not in window.menus.menu("definition").actions()
    session.history.undo()
    assert chooser.currentData() == "own-1"


def test_rings_are_offered_around_own_sites_while_there_are_any(session, own, qtbot):
    rings = RingsSection(session)
    qtbot.addWidget(rings)
    session.project_changed.connect(rings.refresh)
    rings.retranslate()
    rings.refresh()
    assert rings.around.findData("own") < 0
    session.change_own(own, "import")
    assert rings.around.findData("own") >= 0
    session.set_rings("own", (5.0,))
    rings.refresh()
    assert rings.around.currentData() == "own"
    session.history.undo()
    assert rings.around.findData("own") < 0


def test_a_name_that_looks_like_html_is_no_html_in_a_tip():
    assert text_tip("甲 <img src=x> 乙") == "<span>甲 &lt;img src=x&gt; 乙</span>"
    assert text_tip("3 < 4 & 5") == "3 < 4 & 5", "what Qt takes for plain text stays as it is"


def test_long_lines_of_a_tip_can_be_broken_and_are_text():
    tip = text_tip(f"{'甲' * 100} < 3 & 5\n乙")
    assert Qt.mightBeRichText(tip), "Qt breaks lines of HTML only"
    assert tip == f"<span>{'甲' * 100} &lt; 3 &amp; 5<br>乙</span>"
    assert text_tip("甲\n" * 100) == "甲\n" * 100, "many short lines need no breaking"
