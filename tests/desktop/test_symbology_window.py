"""The symbology panel and the previews in the window: keys, docks, pictures, and what the next start remembers."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from data.model import Place
from desktop import readings, settings
from desktop.settings import Settings
from maps.colour_vision import seen_as
from maps.symbology import Symbology
from maps.theme import THEMES
from tests.desktop.driving import choose, settle


def pixels(canvas):
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.width(), 4)
    return np.frombuffer(image.constBits(), np.uint8).reshape(shape)[..., 2::-1].astype(int)


def differs(before, after):
    """The share of pixels that changed visibly."""
    return float((np.abs(before - after).max(axis=2) > 24).mean())


@pytest.fixture
def styled(window, qtbot):
    """The window on the broadband view with the panel open."""
    window.session.show_ready_view("broadband")
    window.session.set_choropleth("speed_4g")
    window.menus.actions["symbology"].trigger()
    settle(qtbot, window.canvas)
    return window


def test_the_key_opens_it_in_front_with_the_keyboard_and_closes_it(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.symbology.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    panel = window.symbology.panel()
    assert not panel.visibleRegion().isEmpty()
    assert panel.choropleth.box.hasFocus()
    window.show_tab("scorecard")
    qtbot.waitUntil(lambda: not window.tabs.visibleRegion().isEmpty())
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert not panel.visibleRegion().isEmpty(), "it comes to the front before it closes"
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert not window.symbology.isVisible()
    qtbot.waitUntil(lambda: not window.tabs.visibleRegion().isEmpty())


def test_the_button_beside_the_layers_opens_it(window, qtbot):
    window.layers.symbology.click()
    assert window.symbology.panel().isVisible()
    window.session.explain("speed_4g", "circle", "south")
    qtbot.waitUntil(lambda: not window.details.visibleRegion().isEmpty())


def test_choices_are_on_the_map_at_once(styled, qtbot):
    """Every control changes the picture, and the way back leads to the same one."""
    canvas, session, panel = styled.canvas, styled.session, styled.symbology.panel()
    part = panel.choropleth
    steps = {
        "scheme": lambda: choose(part.scheme, "equal"),
        "classes": lambda: part.classes.setValue(8),
        "ramp": lambda: choose(part.ramp, "YlOrRd"),
        "reverse": part.reverse.click,
        "histogram": part.histogram.click,
        "breaks": lambda: session.set_symbology(Symbology("custom", breaks=(60.0, 120.0))),
        "second": lambda: choose(part.second, "population"),
        "proportional": panel.proportional.box.click,
        "people": panel.people.box.click,
        "rings": panel.rings.box.click,
        "names": lambda: choose(panel.names.names, "en"),
        "sites_by": lambda: choose(panel.sites.sites_by, "category"),
    }
    whole, view = pixels(canvas), session.view
    same = []
    for name, step in steps.items():
        step()
        settle(qtbot, canvas)
        if differs(whole, pixels(canvas)) < 0.0005:
            same.append(name)
        session._set_layers(view)
    assert same == []
    settle(qtbot, canvas)
    assert differs(whole, pixels(canvas)) == 0


def test_previews_draw_everything_for_that_eye_and_say_so(window, qtbot):
    canvas, session = window.canvas, window.session
    settle(qtbot, canvas)
    plain = pixels(canvas)
    assert not window.banner.isVisible()
    seen = []
    for sight in ("protan", "deutan", "tritan", "grey"):
        window.menus.actions[f"sight_{sight}"].trigger()
        assert session.view.sight == sight
        assert window.banner.isVisible()
        settle(qtbot, canvas)
        seen.append(window.banner.words.text())
        drawn = pixels(canvas)
        paper = [int(seen_as(THEMES["light"].paper, sight)[i : i + 2], 16) for i in (1, 3, 5)]
        assert np.abs(drawn[-60, 5] - paper).max() < 4
        if sight == "grey":
            assert np.ptp(drawn, axis=2).max() <= 2, "furniture and marks too"
    assert len(set(seen)) == 4
    window.banner.end.click()
    assert session.view.sight == "normal"
    assert window.menus.actions["sight_normal"].isChecked()
    assert not window.banner.isVisible()
    settle(qtbot, canvas)
    assert differs(plain, pixels(canvas)) == 0


def test_marks_are_part_of_the_preview(window, qtbot, haiduan):
    window.session.set_sight("grey")
    window.session.select(Place("town", haiduan.code))
    settle(qtbot, window.canvas)
    assert np.ptp(pixels(window.canvas), axis=2).max() <= 2


def test_the_next_start_remembers_everything_but_the_preview(open_window, tmp_path):
    path = tmp_path / "settings.ini"
    first = open_window(Settings(path))
    session = first.session
    session.show_ready_view("broadband")
    session.set_symbology(Symbology("custom", 7, "batlow", True, (1.5, 20.0, 1e6), "RdBu", True))
    session.set_second("population")
    session.set_proportional("density", "circle")
    session.set_people("circles")
    session.set_rings("hospital", (2.5, 40.0))
    session.set_sites_by("precision")
    session.set_gathering("hexagons")
    session.set_names("both")
    view = session.view
    session.set_sight("grey")
    first.toggle_symbology()
    first.close()
    second = open_window(Settings(path))
    assert second.session.view == view
    assert second.symbology.isVisible()


@pytest.mark.parametrize(
    ("section", "content"),
    [
        ("symbology", 'scheme=astrology\nclasses=12\nramp=rainbow\nreverse=perhaps\nbreaks="9; 3"\nhistogram=2\n'),
        ("symbology", "scheme=custom\nbreaks=\nclasses=x\ndiverging=\n"),
        ("view", "second=happiness\nproportional=happiness\nproportional-level=town\nrings-around=sea\nring-km=-1\n"),
        ("view", "ring-km=nan; 5\nnames=fr\npeople=stars\nsites-by=\ngathering=7\nchoropleth=area\nsecond=area\n"),
    ],
)
def test_damaged_choices_are_the_usual_ones(open_window, tmp_path, section, content):
    path = tmp_path / "settings.ini"
    path.write_text(f"[{section}]\n{content}")
    view = open_window(Settings(path)).session.view
    assert view.symbology == Symbology()
    usual = {field: setting.default for field, setting in settings.DRAWING.items()}
    assert {field: getattr(view, field) for field in usual} == usual


def test_hover_reads_what_is_on_the_map(window, haiduan):
    session = window.session
    session.show_ready_view("broadband")
    session.set_choropleth("speed_4g")
    place = Place("town", haiduan.code)

    def line():
        return readings.line(session.project, session.view, place, session.texts)

    plain = line()
    session.set_second("density")
    assert line().startswith(plain)
    assert "密度" in line().removeprefix(plain)
    session.set_layer("proportional", True)
    assert "臺東縣：人口" in line()
    session.set_proportional("population", "circle")
    assert "臺東縣：人口" not in line()
