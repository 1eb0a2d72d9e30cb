"""Sites added, moved and deleted on the map, and their forms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton

from data.model import Layer, Place, Precision
from data.own import EDITS, NOTHING
from data.project import Project
from data.scenario import MoveSite, Scenario
from desktop.edit.commands import EditCommands
from desktop.edit.figure_dialog import FigureDialog
from desktop.edit.layer_dialog import LayerDialog
from desktop.edit.map_edit import MapEdit
from desktop.edit.site_form import SiteForm
from desktop.intake.words import COLOUR_NAMES
from desktop.map_surface import LOGICAL_DOTS
from desktop.session import Session
from maps.view import READY_VIEWS, MapView
from tests.desktop.driving import choose, settle

LEFT = Qt.MouseButton.LeftButton
CLINIC = "tele-006"


def mouse(canvas, kind, point, buttons=LEFT):
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    where = QPointF(canvas.mapToGlobal(point))
    QApplication.sendEvent(canvas, QMouseEvent(kind, point, where, button, buttons, Qt.KeyboardModifier.NoModifier))


def symbol_point(canvas, site_id):
    """Return where the symbol of a site stands in the window."""
    symbol = next(one for one in canvas._pictures.composed.drawing.symbols if one.place == Place("site", site_id))
    x, y = canvas.viewport().to_page(symbol.x, symbol.y)
    return QPointF((x + symbol.dx) * LOGICAL_DOTS, (y + symbol.dy) * LOGICAL_DOTS)


def drag(canvas, start, end):
    mouse(canvas, QEvent.Type.MouseButtonPress, start)
    mouse(canvas, QEvent.Type.MouseMove, start + (end - start) / 2)
    mouse(canvas, QEvent.Type.MouseMove, end)
    mouse(canvas, QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton)


@pytest.fixture
def session(data):
    return Session(Project.start(data), MapView())


@pytest.fixture
def on_map(canvas, session, qtbot):
    """The map near a clinic, with the tools of editing."""
    tools = MapEdit(session, canvas, EditCommands(session), canvas)
    qtbot.addWidget(tools.banner)
    session.project_changed.connect(lambda: canvas.set_project(session.project))
    canvas.set_view(READY_VIEWS["telemedicine"])
    canvas.zoom_to(Place("site", CLINIC))
    settle(qtbot, canvas)
    return canvas, tools


class TestOnMap:
    def test_a_click_adds_a_site_where_it_is_and_ends_the_tool(self, on_map, session, qtbot):
        canvas, tools = on_map
        tools.begin_adding(Layer.AI)
        assert tools.banner.isVisibleTo(tools.banner.parentWidget()) or tools.banner.isVisible()
        point = QPointF(300, 300)
        with qtbot.waitSignal(tools.added) as told, qtbot.assertNotEmitted(canvas.placed):
            qtbot.mouseClick(canvas, LEFT, pos=point.toPoint())
        (site,) = session.project.own.sites
        land = canvas.land_at(point)
        assert told.args[0] == site.id == "own-1"
        assert (site.lon, site.lat, site.town_code) == pytest.approx(tuple(land))
        assert (site.source_id, site.precision) == (EDITS, Precision.SITE)
        assert session.view.selected == Place("site", "own-1")
        assert not canvas.is_placing(editing=True)

    def test_a_drag_moves_a_site_of_the_project_once(self, on_map, session, qtbot):
        canvas, tools = on_map
        start = symbol_point(canvas, CLINIC)
        end = start + QPointF(-60, 20)
        drag(canvas, start, end)
        assert session.project.own == NOTHING, "without the tool a drag moves the map"
        canvas.zoom_to(Place("site", CLINIC))
        settle(qtbot, canvas)
        tools.set_moving(True)
        with qtbot.assertNotEmitted(canvas.moved):
            drag(canvas, start, end)
        (site,) = session.project.own.sites
        land = canvas.land_at(end)
        assert (site.lon, site.lat, site.town_code) == pytest.approx(tuple(land))
        assert (site.precision, site.source_id) == (Precision.SITE, EDITS)
        assert session.history.count() == 1

    def test_the_scenario_keeps_its_own_hands(self, on_map, session):
        canvas, tools = on_map
        canvas.set_placing(True)
        tools.begin_adding(Layer.AI)
        assert not canvas.is_placing()
        canvas.set_placing(True)
        assert not canvas.is_placing(editing=True)
        assert not tools.banner.isVisible()
        tools.put_away()
        assert canvas.is_placing(), "putting away one tool leaves the other alone"

    def test_editing_is_of_what_is_there_and_not_of_what_is_supposed(self, on_map, session):
        _canvas, tools = on_map
        session.change_scenario(Scenario("", (MoveSite(CLINIC, 121.3, 23.0, "10014120"),)), "scenario")
        session.set_side("scenario")
        tools.set_moving(True)
        assert session.view.side == "baseline"
        session.set_side("scenario")
        assert not tools.moving


class TestForm:
    @pytest.fixture
    def form(self, session, qtbot):
        form = SiteForm(session, EditCommands(session), CLINIC)
        qtbot.addWidget(form)
        form.show()
        return form

    def test_no_field_lies_under_the_scroll_bar(self, form, qapp):
        area = form.findChild(QScrollArea)
        form.resize(form.minimumSizeHint().width(), 320)
        qapp.processEvents()
        assert area.verticalScrollBar().isVisible()
        assert area.widget().width() <= area.viewport().width()

    def test_what_was_written_is_saved_as_one_change(self, form, session):
        form.fields["operator"].editor.setText("臺東縣政府")
        form.fields["year"].editor.setText("民國114年")
        form.fields["town"].editor.setText("埔里鎮")
        form.save.click()
        (site,) = session.project.own.sites
        assert (site.operator, site.year, site.town_code, site.source_id) == ("臺東縣政府", "2025", "10008020", EDITS)
        assert session.history.count() == 1

    def test_tab_goes_down_the_form_to_the_source(self, form):
        chain, widget = [], form.fields["name_zh"].editor
        while len(chain) < 400 and widget is not form.source.chooser:
            chain.append(widget)
            widget = widget.nextInFocusChain()
        editors = [field.editor for field in form.fields.values()]
        assert [one for one in chain if one in editors] == editors

    def test_a_form_without_a_change_saves_nothing(self, form, session):
        form.save.click()
        assert session.history.count() == 0

    def test_faults_are_said_in_place_and_keep_it_open(self, form, session):
        form.fields["lon"].editor.setText("119")
        assert form.fields["lon"].below.isVisible()
        assert not form.save.isEnabled()
        form.fields["lon"].editor.setText(form.fields["lon"].first)
        assert form.save.isEnabled()

    def test_what_the_embedded_set_has_stands_beside_a_change(self, form, data):
        form.fields["name_zh"].editor.setText("別的名字")
        assert data.site_by_id[CLINIC].name.zh in form.fields["name_zh"].below.text()

    def test_a_new_source_needs_title_publisher_and_date(self, form, session):
        choose(form.source.chooser, "new")
        form.fields["operator"].editor.setText("某單位")
        assert not form.save.isEnabled()
        form.source.title.setText("據點名冊")
        form.source.publisher.setText("衛生局")
        form.source.date.setText("2026-13")
        assert not form.save.isEnabled()
        form.source.date.setText("2026-11")
        form.save.click()
        (site,) = session.project.own.sites
        assert session.project.data.sources[site.source_id].title == "據點名冊"
        assert session.history.count() == 1

    def test_a_change_that_the_old_source_bears_out_keeps_its_place_in_it(self, form, session, data):
        before = data.site_by_id[CLINIC]
        form.fields["operator"].editor.setText("某單位")
        choose(form.source.chooser, before.source_id)
        form.save.click()
        (site,) = session.project.own.sites
        assert site == replace(before, operator="某單位")

    def test_another_layer_shows_its_own_fields(self, form, session):
        assert "beds" not in form.fields
        form.fields["layer"].editor.setCurrentText("醫院")
        assert "specialties" not in form.fields
        form.fields["beds"].editor.setText("12")
        form.save.click()
        assert session.project.own.sites[0].extra["emergency_beds"] == "12"

    def test_a_form_of_a_site_that_is_gone_closes(self, form, session):
        EditCommands(session).delete_sites([CLINIC])
        assert not form.isVisible()

    def test_the_form_follows_a_move_on_the_map(self, form, session):
        form.fields["operator"].editor.setText("某單位")
        EditCommands(session).move_site(CLINIC, 120.97, 23.97, "10008020")
        assert form.fields["lon"].editor.text() == "120.97"
        form.save.click()
        site = session.project.data.site_by_id[CLINIC]
        assert (site.operator, site.lon) == ("某單位", 120.97)


def test_layers_are_added_renamed_and_deleted_with_their_sites(session, qtbot, monkeypatch):
    commands = EditCommands(session)
    dialog = LayerDialog(session, commands)
    qtbot.addWidget(dialog)
    dialog.name.setText("充電站")
    dialog.save.click()
    assert session.project.data.own_layers["充電站"].shape == "star"
    commands.add_site(Layer.OWN, "充電站", 120.97, 23.97, "10008020")
    assert dialog.chosen() == "充電站"
    names = [session.texts.translate("Intake", one) for one in COLOUR_NAMES.values()]
    colours = [one for one in dialog.findChildren(QToolButton) if one.accessibleName() in names]
    assert len(colours) == len(COLOUR_NAMES)
    assert [one.isChecked() for one in colours] == [True] + [False] * 5, "the colour that it has is marked"
    dialog = LayerDialog(session, commands)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("快充站")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [site.category for site in session.project.own.sites] == ["快充站"]
    dialog.begin_new()
    dialog.name.setText("快充站")
    dialog.save.click()
    assert dialog.fault.text()
    assert list(session.project.data.own_layers) == ["快充站"]
    commands.delete_layer("快充站")
    assert not session.project.own.sites
    assert dialog.list.count() == 0


def test_a_new_figure_is_added_and_said_to_be_there_already(session, qtbot):
    dialog = FigureDialog(session, EditCommands(session))
    qtbot.addWidget(dialog)
    choose(dialog.variable, "population")
    choose(dialog.level, "town")
    dialog.area.setText("埔里鎮")
    dialog.period.setText("2027")
    dialog.value.setText("不知道")
    dialog.add.click()
    assert dialog.fault.text()
    dialog.value.setText("80,123")
    dialog.add.click()
    (figure,) = session.project.own.figures
    assert (figure.value, figure.area, figure.source_id) == (80123, "10008020", EDITS)
    dialog.add.click()
    assert len(session.project.own.figures) == 1
    assert session.history.count() == 1


def test_the_window_edits_the_selected_site(window, qtbot):
    session, edit = window.session, window.edit
    actions = window.menus.actions
    assert not actions["delete_site"].isEnabled()
    session.select(Place("site", CLINIC))
    assert actions["delete_site"].isEnabled()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert session.project.own.removed_sites == {CLINIC}
    assert "Ctrl+Z" in window.status.currentMessage()
    assert actions["bring_back"].isEnabled()
    actions["bring_back"].trigger()
    assert session.project.own == NOTHING
    session.select(Place("site", CLINIC))
    window.details.edit_wanted.emit("form")
    (form,) = edit._forms.values()
    form.reject()
    assert not edit._forms
    edit.map._layer = Layer.AI
    land = (120.97, 23.97, "10008020")
    window.canvas.edit_placed.emit(*land)
    (form,) = edit._forms.values()
    form.fields["name_zh"].editor.setText("新據點")
    form.save.click()
    assert [site.name.zh for site in session.project.own.sites] == ["新據點"]
    assert session.history.undo_text().count("新據點") == 1
    count = session.history.index()
    window.canvas.edit_placed.emit(*land)
    (form,) = edit._forms.values()
    form.reject()
    assert [site.name.zh for site in session.project.own.sites] == ["新據點"]
    edit.history.open()
    panel = edit.history.panel()
    assert panel.model.now == count
    panel.list.clicked.emit(panel.model.index(0, 0))
    assert session.project.own == replace(NOTHING)
    assert panel.model.data(panel.model.index(0, 0)).startswith("→")
    edit.table.open()
    assert edit.table.panel().sites.model.rowCount() == len(session.project.data.sites)
    edit.open_form(CLINIC)
    session.open_project(Project.start(session.project.embedded))
    assert not edit._forms, "a form of one project must not write into another"
