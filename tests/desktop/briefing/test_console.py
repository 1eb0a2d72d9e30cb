"""The presenter's console and the windows of a show, on simulated screens, under real keys and a real mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from data.model import Name
from desktop import settings
from desktop.briefing.console_live import LiveCopy
from desktop.briefing.presenter import Presenter
from desktop.briefing.screens import Screens
from desktop.briefing.show_window import ShowWindow
from desktop.press import Press
from tests.desktop.briefing.conftest import SCENES, map_scene
from tests.desktop.briefing.simulated_screens import LAPTOP, PROJECTOR, SimulatedScreens

LEFT = Qt.MouseButton.LeftButton
SMALL = replace(PROJECTOR, geometry=PROJECTOR.geometry.adjusted(0, 0, -224, -168))
"""800 × 600: a picture of the audience's is soon painted."""


@pytest.fixture
def present(qtbot, make_show, remembered):
    """A function that begins a show on simulated screens, by default a laptop with a projector."""
    windows = []

    def begin(*screens, position=0, show=None):
        window = ShowWindow(show or make_show(language="en"))
        windows.append(window)
        window.set_motion(False)
        source = SimulatedScreens(*(screens or (LAPTOP, SMALL)))
        source.setParent(window)
        presenter = Presenter(window, Screens(source, remembered, "laptop"), remembered, Press())
        presenter.begin(position)
        qtbot.waitExposed(window)
        window.source = source
        return presenter

    yield begin
    for window in windows:
        window.end()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def windows(presenter):
    """Return where the audience's window is, and where the console is if it is to be seen."""
    console = presenter.console
    seen = None if console is None or not console.isVisible() else console.geometry()
    return presenter.parent().geometry(), seen


def key(console, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(console, key, modifiers)


# --- screens ----------------------------------------------------------------------------------------------------------


def test_unplugging_while_presenting_ends_nothing(present):
    presenter = present(position=1)
    window, source = presenter.parent(), presenter.parent().source
    assert windows(presenter) == (SMALL.geometry, LAPTOP.geometry)
    source.become(LAPTOP)
    assert windows(presenter) == (LAPTOP.geometry, None)
    assert window.isVisible()
    key(window, Qt.Key.Key_Right)
    assert window.show_state.at == 2
    source.become(LAPTOP, SMALL)
    assert windows(presenter) == (SMALL.geometry, LAPTOP.geometry)
    assert window.show_state.at == 2
    key(presenter.console, Qt.Key.Key_Left)
    assert window.show_state.at == 1


def test_on_one_screen_the_console_is_a_window_over_the_show(present):
    presenter = present(LAPTOP)
    assert windows(presenter) == (LAPTOP.geometry, None)
    key(presenter.parent(), Qt.Key.Key_F6)
    console = presenter.console
    assert not console.isFullScreen()
    assert LAPTOP.geometry.contains(console.geometry())
    assert console.windowHandle().transientParent() is presenter.parent().windowHandle()
    console.move(60, 60)
    presenter.parent().source.become(replace(LAPTOP, name="other"))
    assert console.pos() == QPoint(60, 60)
    key(console, Qt.Key.Key_F6)
    assert not console.isVisible()


def test_x_swaps_the_screens(present):
    presenter = present()
    key(presenter.console, Qt.Key.Key_X)
    assert windows(presenter) == (LAPTOP.geometry, SMALL.geometry)
    key(presenter.parent(), Qt.Key.Key_X)
    assert windows(presenter) == (SMALL.geometry, LAPTOP.geometry)


def test_screens_are_chosen_by_name_from_a_list(present):
    presenter = present()
    menu = presenter.console.screens_button.menu()
    menu.aboutToShow.emit()
    rows = [action for action in menu.actions() if action.isCheckable()]
    assert [row.text() for row in rows if row.isChecked()] == ["2  projector  800 × 600", "1  laptop  1280 × 800"]
    rows[0].trigger()
    assert windows(presenter) == (LAPTOP.geometry, SMALL.geometry)


def test_closing_the_console_ends_no_show_and_f6_brings_it_back(present):
    presenter = present()
    presenter.console.close()
    assert windows(presenter) == (SMALL.geometry, None)
    key(presenter.parent(), Qt.Key.Key_F6)
    assert windows(presenter) == (SMALL.geometry, LAPTOP.geometry)


def test_nothing_is_left_when_the_show_ends(present, qtbot):
    presenter = present()
    window, source, console = presenter.parent(), presenter.parent().source, presenter.console
    key(console, Qt.Key.Key_Escape)
    assert not window.isVisible()
    source.become(LAPTOP)
    source.become(LAPTOP, SMALL)
    assert not [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert presenter.console is None


# --- keys and buttons -------------------------------------------------------------------------------------------------


def test_escape_follows_the_same_rule_as_before_the_audience(present):
    presenter = present(position=1)
    window, console = presenter.parent(), presenter.console
    key(console, Qt.Key.Key_L)
    key(console, Qt.Key.Key_F1)
    assert console.help.isVisible()
    assert not window.help.isVisible()
    for left in ((False, "laser"), (False, None)):
        key(console, Qt.Key.Key_Escape)
        assert (console.help.isVisible(), window.tools.active) == left
    assert window.isVisible()
    key(console, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_field_to_jump_opens_where_the_audience_does_not_see_it(present):
    presenter = present()
    console = presenter.console
    QTest.keyClicks(console, "3")
    assert (console.jump.isVisible(), presenter.parent().jump.isVisible()) == (True, False)
    key(console.jump.field, Qt.Key.Key_Return)
    assert presenter.parent().show_state.at == 2


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_PageDown])
def test_keys_are_the_shows_whatever_was_clicked(present, pressed):
    presenter = present()
    console, show = presenter.console, presenter.parent().show_state
    for button in (console.buttons.buttons["white"], console.times.hold_button):
        QTest.mouseClick(button, LEFT)
    assert (show.cover, show.clock.runs) == ("white", False)
    console.notes.setFocus()
    for receiver in (QApplication.focusWidget() or console.notes, console):
        before = show.at
        QApplication.sendEvent(receiver, QKeyEvent(QEvent.Type.KeyPress, pressed, Qt.KeyboardModifier.NoModifier))
        assert show.at == before + 1
    assert (show.cover, show.clock.runs) == ("", False)


def test_every_button_does_what_its_key_does_and_names_it(present):
    presenter = present(position=1)
    window, buttons = presenter.parent(), presenter.console.buttons.buttons
    assert {"back", "next", "jump", "home", "black", "white", "laser", "pen", "wipe", "keep", "timer"} <= set(buttons)
    assert "(Z)" in buttons["magnifier"].toolTip()
    for button in buttons.values():
        assert button.accessibleName()
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.mouseClick(buttons["spotlight"], LEFT)
    assert window.tools.active == "spotlight"
    assert buttons["spotlight"].isChecked()
    QTest.mouseClick(buttons["pen"], LEFT)
    assert (buttons["spotlight"].isChecked(), buttons["colour"].isEnabled()) == (False, True)
    QTest.mouseClick(buttons["black"], LEFT)
    assert (window.show_state.cover, buttons["black"].isChecked()) == ("black", True)
    QTest.mouseClick(buttons["next"], LEFT)
    assert (window.show_state.at, buttons["black"].isChecked()) == (2, False)


def test_the_size_of_the_notes_is_remembered(present, remembered):
    presenter = present()
    notes, before = presenter.console.notes, presenter.console.notes.fontInfo().pixelSize()
    key(presenter.console, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert notes.fontInfo().pixelSize() > before
    assert remembered.get(settings.NOTES_SIZE) == notes.points > settings.NOTES_SIZE.default
    for _ in range(20):
        key(presenter.console, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert notes.points == settings.NOTES_SIZES[0]


# --- what it says -----------------------------------------------------------------------------------------------------


def test_it_says_what_is_now_what_comes_and_what_to_say(present, make_show):
    notes = Name("先說這個", "Say this first")
    scenes = (SCENES[0], replace(SCENES[1], notes=notes), SCENES[4])
    presenter = present(show=make_show(scenes, language="en"), position=1)
    console = presenter.console
    assert console.heading.words == "Scene 2 of 3: Where AI is"
    assert console.next.heading.words == "Next: Who is out of reach"
    assert console.notes.toPlainText() == "Say this first"
    QTest.mouseClick(console.next.picture, LEFT)
    assert console.heading.words == "Scene 3 of 3: Who is out of reach"
    assert console.next.heading.words == "After this: end of the show"
    assert console.notes.toPlainText() == "No notes for this scene."


def test_what_is_missing_in_this_scene_and_the_next_is_said(present, make_show):
    scenes = tuple(
        replace(scene, view={**scene.view, "layers": ["choropleth"], "choropleth": gone})
        for scene, gone in ((map_scene("a"), "first_gone"), (map_scene("b"), "second_gone"))
    )
    presenter = present(show=make_show((*scenes, SCENES[0]), language="en"))
    said = presenter.console.said.text().splitlines()
    assert ["first_gone" in said[0], "second_gone" in said[1]] == [True, True]
    assert said[1].startswith("Next scene: ")
    key(presenter.console, Qt.Key.Key_End)
    assert not presenter.console.said.isVisible()


def test_a_fault_is_told_to_the_presenter_until_the_next_scene(present):
    presenter = present(position=1)
    show, said = presenter.parent().show_state, presenter.console.said
    for _ in range(2):
        show.told.emit("Something went wrong.")
    assert (said.isVisible(), said.text()) == (True, "Something went wrong.")
    show.next()
    assert not said.isVisible()


def test_the_strip_goes_to_scenes_and_takes_in_a_hidden_one(present, qtbot):
    presenter = present(position=3)
    strip, show = presenter.console.strip, presenter.parent().show_state
    qtbot.waitUntil(lambda: all(strip.item(row).text() for row in range(5)), timeout=10_000)
    qtbot.waitUntil(lambda: "hidden" in strip.item(2).text(), timeout=10_000)
    assert strip.currentRow() == 4
    QTest.mouseClick(strip.viewport(), LEFT, pos=strip.visualItemRect(strip.item(2)).center())
    assert (show.scene.id, show.at, len(show.scenes)) == ("hidden", 2, 5)
    assert strip.item(2).text().startswith("3  ")
    assert presenter.console.heading.words.startswith("Scene 3 of 5: ")
    QTest.mouseClick(strip.viewport(), LEFT, pos=strip.visualItemRect(strip.item(4)).center())
    assert show.scene.id == "care"


def test_times_are_told_against_the_plan(present, make_show, qapp):
    now = [0.0]
    scenes = tuple(replace(scene, seconds=60.0) for scene in SCENES)
    presenter = present(show=make_show(scenes, language="en", clock=lambda: now[0]))
    times = presenter.console.times
    now[0] = 50
    times.refresh()
    assert [times.elapsed.text(), times.on_scene.text(), times.planned.text()] == ["0:50", "0:50 / 1:00", "4:00"]
    assert times.pace.text() == "in time"
    now[0] = 100
    times.refresh()
    assert (times.pace.text(), times.pace.objectName()) == ("0:40 behind", "late")
    key(presenter.console, Qt.Key.Key_End)
    assert times.pace.text() == "1:20 ahead"
    key(presenter.console, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    now[0] = 500
    times.refresh()
    assert times.elapsed.text() == "1:40"
    key(presenter.console, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    times.refresh()
    assert times.elapsed.text() == "0:00"


# --- the live copy ----------------------------------------------------------------------------------------------------


def test_the_copy_shows_what_the_audience_sees(present, qtbot):
    presenter = present(position=0)
    live, show = presenter.console.live, presenter.parent().show_state

    def middle():
        image = live.picture
        return image.pixelColor(image.width() // 2, image.height() // 2)

    for cover in ("black", "white"):
        show.set_cover(cover)
        qtbot.waitUntil(lambda cover=cover: middle() == QColor(cover), timeout=5000)
    size, seen = live.picture.size(), presenter.parent().size()
    assert size.width() / size.height() == pytest.approx(seen.width() / seen.height(), rel=0.01)


def test_copying_a_window_paints_it_no_more_often(qtbot):
    class Painted(QWidget):
        times, colour = 0, "red"

        def paintEvent(self, event):
            self.times += 1
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self.colour))
            painter.end()

    painted = Painted()
    live = LiveCopy(painted)
    qtbot.addWidget(painted)
    qtbot.addWidget(live)
    for widget in (painted, live):
        widget.resize(320, 180)
        widget.show()
        qtbot.waitExposed(widget)
    for colour in ("red", "blue"):
        painted.colour, before = colour, painted.times
        painted.update()
        qtbot.waitUntil(lambda before=before: painted.times == before + 1)
        live.refresh()
        assert live.picture.pixelColor(20, 20) == QColor(colour)
        assert painted.times == before + 1


def test_pointing_at_the_copy_points_before_the_audience(present, qtbot):
    presenter = present(position=1)
    window, live = presenter.parent(), presenter.console.live
    pointed = []
    window.tools.pointed.connect(lambda x, y: pointed.append((x, y)))
    place = live.place()
    QTest.mousePress(live, LEFT, pos=place.center().toPoint())
    assert window.tools.active == "laser"
    assert pointed[-1] == pytest.approx((0.5, 0.5), abs=0.01)
    QTest.mouseRelease(live, LEFT, pos=place.center().toPoint())
    assert window.tools.active is None
    key(presenter.console, Qt.Key.Key_S)
    QTest.mousePress(live, LEFT, pos=(place.topLeft() + (place.center() - place.topLeft()) / 2).toPoint())
    QTest.mouseRelease(live, LEFT)
    assert window.tools.active == "spotlight"
    assert pointed[-1] == pytest.approx((0.25, 0.25), abs=0.01)
