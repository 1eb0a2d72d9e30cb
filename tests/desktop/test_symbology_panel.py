"""The symbology panel: every choice is in the view, the panel follows the view, and bad input keeps the last good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from data.model import Layer, Place
from data.project import Project
from data.scenario import AddSite, Scenario
from desktop import layers, settings
from desktop.session import Session
from desktop.symbology_panel import SymbologyPanel
from desktop.symbology_words import DIVERGING, GATHERINGS, NAMES, PEOPLE, RAMPS, SCHEMES, SITES_BY
from maps.symbology import (
    DIVERGING_NAMES,
    NAMES_IN,
    RAMP_NAMES,
    SCHEME_NAMES,
    Symbology,
)
from maps.symbology import (
    GATHERINGS as ALL_GATHERINGS,
)
from maps.symbology import (
    PEOPLE as ALL_PEOPLE,
)
from maps.symbology import (
    SITES_BY as ALL_SITES_BY,
)
from maps.view import READY_VIEWS, MapView
from tests.desktop.driving import choose


@pytest.fixture
def session(data, qapp):
    layers = READY_VIEWS["telemedicine"].layers | {"choropleth", "proportional", "people", "rings"}
    return Session(
        Project.start(data), replace(READY_VIEWS["broadband"], language="en", layers=layers, choropleth="speed_4g")
    )


@pytest.fixture
def panel(session, qtbot):
    widget = SymbologyPanel(session)
    qtbot.addWidget(widget)
    widget.resize(340, 900)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def scenario(data):
    town = next(town for town in data.towns if town.name.zh == "海端鄉")
    return Scenario("試", (AddSite(Layer.TELEMEDICINE, "new", "新據點", town.code, town.lon, town.lat),))


def type_list(qtbot, number_list, text):
    number_list.field.selectAll()
    qtbot.keyClicks(number_list.field, text)
    qtbot.keyClick(number_list.field, Qt.Key.Key_Return)


def test_the_tables_offer_every_choice_that_there_is():
    assert tuple(SCHEMES) == SCHEME_NAMES
    assert tuple(RAMPS) == RAMP_NAMES
    assert tuple(DIVERGING) == DIVERGING_NAMES
    assert set(PEOPLE) == set(ALL_PEOPLE)
    assert tuple(SITES_BY) == ALL_SITES_BY
    assert tuple(GATHERINGS) == ALL_GATHERINGS
    assert tuple(NAMES) == NAMES_IN


@pytest.mark.parametrize("scheme", [one for one in SCHEME_NAMES if one != "custom"])
def test_schemes_are_chosen(panel, session, scheme):
    session.set_symbology(Symbology("custom", breaks=(1.0, 2.0)))
    choose(panel.choropleth.scheme, scheme)
    assert session.view.symbology.scheme == scheme
    assert session.view.symbology.breaks == (1.0, 2.0), "whoever comes back to own breaks finds them"


def test_classes_ramp_and_direction_are_chosen(panel, session, qtbot):
    part = panel.choropleth
    part.classes.setFocus()
    qtbot.keyClick(part.classes, Qt.Key.Key_Up)
    choose(part.ramp, "cividis")
    part.reverse.click()
    part.histogram.click()
    assert session.view.symbology == Symbology(classes=6, ramp="cividis", reverse=True, histogram=True)
    assert (part.classes.minimum(), part.classes.maximum()) == (3, 9)


def test_strips_show_the_ramps_as_the_map_has_them(panel, session):
    ramp = panel.choropleth.ramp

    def colours(row):
        picture = ramp.itemIcon(row).pixmap(ramp.iconSize()).toImage()
        y = picture.height() // 2
        return [picture.pixelColor(round((x + 0.5) * picture.width() / 5), y).name() for x in range(5)]

    plain = colours(0)
    assert len(set(plain)) == 5
    assert colours(1) != plain
    panel.choropleth.reverse.click()
    assert colours(0) == plain[::-1]
    session.set_sight("grey")
    assert all(one[1:3] == one[3:5] == one[5:7] for one in colours(0))


def test_own_breaks_begin_with_those_on_the_map(panel, session):
    assert panel.choropleth.breaks.isHidden()
    choose(panel.choropleth.scheme, "custom")
    breaks = session.view.symbology.breaks
    assert len(breaks) == 4
    assert list(breaks) == sorted(set(breaks))
    assert not panel.choropleth.breaks.isHidden()
    assert panel.choropleth.classes.isHidden(), "breaks say how many classes there are"
    assert panel.choropleth.breaks.field.text().count(";") == 3


def test_bad_breaks_are_explained_and_the_last_good_stay(panel, session, qtbot):
    choose(panel.choropleth.scheme, "custom")
    breaks = panel.choropleth.breaks
    type_list(qtbot, breaks, "20 50 80")
    assert session.view.symbology.breaks == (20, 50, 80)
    assert breaks.field.text() == "20; 50; 80"
    for text, sentence in (("20 90 80", "80 does not come after 90"), ("many", "many is not a number"), ("", "one")):
        type_list(qtbot, breaks, text or " ")
        assert sentence in breaks.fault.text()
        assert breaks.fault.isVisible()
        assert session.view.symbology.breaks == (20, 50, 80)
    session.set_layer("hospital", True)
    assert breaks.fault.isVisible(), "what is being mended is not written over"
    type_list(qtbot, breaks, "30")
    assert session.view.symbology.breaks == (30,)
    assert not breaks.fault.isVisible()


def test_breaks_are_on_the_map_while_the_keyboard_rests(panel, session, qtbot):
    choose(panel.choropleth.scheme, "custom")
    panel.choropleth.breaks.field.selectAll()
    qtbot.keyClicks(panel.choropleth.breaks.field, "10 60")
    assert session.view.symbology.breaks != (10, 60)
    qtbot.waitUntil(lambda: session.view.symbology.breaks == (10, 60), timeout=3000)
    assert panel.choropleth.breaks.field.text() == "10 60", "nobody writes while another types"


def test_own_breaks_hold_for_indicators_of_the_same_unit(session):
    session.set_choropleth("coverage_5g")
    session.set_symbology(Symbology("custom", ramp="Blues", breaks=(50.0, 80.0)))
    session.set_choropleth("coverage_1gbps")
    assert session.view.symbology.breaks == (50.0, 80.0)
    session.set_choropleth("population")
    assert session.view.symbology == Symbology(ramp="Blues")


def test_a_second_indicator_hides_what_it_settles(panel, session):
    part = panel.choropleth
    choose(part.second, "population")
    assert session.view.second == "population"
    for control in (part.scheme, part.classes, part.ramp, part.reverse, part.histogram):
        assert not control.isVisible()
    assert "nine colours" in part.note.text()
    choose(part.second, "")
    assert session.view.second == ""
    assert part.scheme.isVisible()


def test_an_indicator_is_never_its_own_second(panel, session):
    assert panel.choropleth.second.findData("speed_4g") < 0
    session.set_second("population")
    session.set_choropleth("population")
    assert session.view.second == ""
    assert panel.choropleth.second.findData("population") < 0
    assert panel.choropleth.second.currentData() == ""


def test_a_difference_has_a_ramp_of_its_own(panel, session, scenario):
    part = panel.choropleth
    assert not part.diverging.isVisible()
    session.change_scenario(scenario, "try")
    session.set_side("difference")
    assert part.diverging.isVisible()
    assert not part.ramp.isVisible()
    assert part.scheme.isHidden()
    choose(part.diverging, "PuOr")
    assert session.view.symbology.diverging == "PuOr"
    assert "change" in part.note.text()


def test_too_many_classes_for_a_ramp_are_remarked(panel, session):
    session.set_symbology(Symbology(ramp="YlOrRd", classes=5))
    assert panel.choropleth.note.isHidden()
    session.set_symbology(Symbology(ramp="YlOrRd", classes=9))
    assert "up to 7 classes" in panel.choropleth.note.text()


def test_symbols_people_rings_sites_and_names_are_chosen(panel, session, qtbot):
    choose(panel.proportional.indicator, "ai_operating")
    choose(panel.proportional.level, "circle")
    choose(panel.people.people, "circles")
    choose(panel.rings.around, "hospital")
    type_list(qtbot, panel.rings.km, "3 15")
    choose(panel.sites.sites_by, "precision")
    choose(panel.sites.gathering, "hexagons")
    choose(panel.names.names, "both")
    view = session.view
    assert (view.proportional, view.proportional_level, view.people) == ("ai_operating", "circle", "circles")
    assert (view.rings_around, view.ring_km) == ("hospital", (3, 15))
    assert (view.sites_by, view.gathering, view.names) == ("precision", "hexagons", "both")
    type_list(qtbot, panel.rings.km, "0 5")
    assert "above 0" in panel.rings.km.fault.text()
    assert session.view.ring_km == (3, 15)


def test_the_panel_says_what_rings_are_around(panel, session):
    assert "Select a site" in panel.rings.note.text()
    session.select(Place("site", session.project.data.sites[0].id))
    assert "selected site only" in panel.rings.note.text()
    session.select(None)
    assert "Select a site" in panel.rings.note.text()


def test_the_coloured_indicator_is_chosen_where_its_colours_are(panel, session):
    assert panel.choropleth.indicator.indicator_id() == "speed_4g"
    choose(panel.choropleth.indicator, "ai_operating")
    assert session.view.choropleth == "ai_operating"
    session.set_choropleth("speed_4g")
    assert panel.choropleth.indicator.indicator_id() == "speed_4g"


def test_boxes_switch_the_layers_and_what_would_not_be_seen_is_greyed(panel, session):
    for section in (panel.choropleth, panel.proportional, panel.people, panel.rings, panel.names):
        assert section.box.isChecked()
        section.box.click()
        assert section.layer not in session.view.layers
        assert not section.body.isEnabled()
        session.set_layer(section.layer, True)
        assert section.box.isChecked()
        assert section.body.isEnabled()


def test_a_layer_has_one_name(panel, session):
    names = {spec.id: session.texts.translate("Layer", spec.name) for spec in layers.LAYERS}
    for section in panel._sections:
        if section.layer:
            assert section.box.text() == names[section.layer]


def test_the_panel_follows_the_view(panel, session):
    session.set_symbology(Symbology("natural", 7, "batlow", True, histogram=True))
    session.set_rings("ai", (2.5, 7))
    session.set_names("en")
    part = panel.choropleth
    assert (part.scheme.currentData(), part.classes.value(), part.ramp.currentData()) == ("natural", 7, "batlow")
    assert part.reverse.isChecked()
    assert part.histogram.isChecked()
    assert panel.rings.km.field.text() == "2.5; 7"
    assert (panel.rings.around.currentData(), panel.names.names.currentData()) == ("ai", "en")


def test_reset_returns_to_the_defaults_and_leaves_what_is_shown(panel, session):
    before = session.view
    session.set_symbology(Symbology("custom", 7, "Greys", True, (1.0,), "RdBu", True))
    session.set_second("population")
    session.set_proportional("ai_operating", "circle")
    session.set_people("circles")
    session.set_rings("ai", (1.0,))
    session.set_sites_by("category")
    session.set_gathering("none")
    session.set_names("both")
    panel.reset.click()
    assert session.view == before


def test_every_field_of_drawing_is_remembered_and_reset():
    from desktop.session import _DRAWN_BY

    assert set(settings.DRAWING) == set(_DRAWN_BY) - {"symbology"}
    assert set(settings.SYMBOLOGY) == set(vars(Symbology()))
    for field, setting in settings.DRAWING.items():
        assert setting.default == getattr(MapView(), field)
    for field, setting in settings.SYMBOLOGY.items():
        assert setting.default == getattr(Symbology(), field)


def test_a_ready_view_keeps_the_symbology_and_drops_the_second_indicator(session):
    session.set_symbology(Symbology("equal", 7))
    session.set_second("population")
    session.set_names("both")
    session.show_ready_view("index")
    assert session.view.symbology == Symbology("equal", 7)
    assert session.view.second == ""
    assert session.view.names == "both"


def test_another_language_writes_every_word_again(panel, session, qtbot):
    def words():
        return {widget.text() for widget in panel.findChildren(QWidget) if hasattr(widget, "text") and widget.text()}

    choose(panel.choropleth.scheme, "custom")
    type_list(qtbot, panel.choropleth.breaks, "5 3")
    english, sentence = words(), panel.choropleth.breaks.fault.text()
    chosen = panel.names.names.currentData()
    session.set_language("zh")
    left = {word for word in english & words() if any(letter.isascii() and letter.isalpha() for letter in word)}
    assert not left
    assert panel.choropleth.breaks.fault.text() != sentence
    assert panel.names.names.currentData() == chosen


def test_every_control_has_a_name_and_none_is_cut(panel, session, qtbot):
    for language in ("en", "zh"):
        session.set_language(language)
        for section in panel._sections:
            for control in section.body.findChildren(QWidget):
                if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
                    assert control.accessibleName() or control.text(), control
        qtbot.waitUntil(lambda: panel.widget().width() <= panel.viewport().width())
        most = {"en": 200, "zh": 170}[language]  # what the smallest window leaves
        qtbot.waitUntil(lambda most=most: panel.minimumWidth() <= most)
