"""The presenter's console: this scene, the next, what to say, how late it is, and everything the keys do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

import resources
from desktop import appearance
from desktop.briefing.console_buttons import Buttons, key_button
from desktop.briefing.console_heading import Heading
from desktop.briefing.console_live import LiveCopy
from desktop.briefing.console_next import NextScene
from desktop.briefing.console_notes import Notes
from desktop.briefing.console_screens import ScreensButton
from desktop.briefing.console_strip import SceneStrip
from desktop.briefing.console_times import Times
from desktop.briefing.help_card import HelpCard
from desktop.briefing.jump_field import JumpField
from desktop.briefing.scenes_looks import SceneLooks
from desktop.briefing.screens import Screens
from desktop.briefing.show_keys import KeyMap, KeySpec
from desktop.briefing.show_look import type_pixels
from desktop.briefing.show_window import ShowWindow
from desktop.briefing.tool_table import TOOL_IDS
from desktop.press import Press
from desktop.widgets import heading, named
from desktop.words import error
from maps.briefing.staging import Staged
from maps.texts import Texts

PICTURE_RATIO = 4.0
"""How much larger than in the list of the desk the pictures are: the next scene is shown larger than in a list."""

REST_MS = 800
"""Rest before pictures are made: a flight of the audience's map is over by then, which they would make stutter."""

SMALL = QSize(1000, 580)
"""Logical pixels below which the console keeps to what cannot be done without: a small screen at twice the scale."""


class Console(QWidget):
    """Follows the show of a window. Closing it ends nothing."""

    dismissed = Signal()
    """the presenter has closed it"""

    def __init__(self, window: ShowWindow, screens: Screens, points: int, press: Press) -> None:
        """``points`` is the type size of the notes; on ``press`` the small pictures are made."""
        super().__init__(None, Qt.WindowType.Window)
        self._window, self._show = window, window.show_state
        self._texts = texts = Texts(self._show.language)
        self._ends = self._lent = False
        self._looks = SceneLooks(press, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self.keys = _Keys(self, window)
        self.times = Times(self._show, texts)
        self.live = LiveCopy(window)
        self.next = NextScene(self._looks, texts)
        self.notes = Notes(points)
        self.buttons = Buttons(self.keys, texts)
        self.screens_button = ScreensButton(screens, texts)
        self.strip = SceneStrip(self._show, self._looks, texts)
        self.heading, self.said = Heading(), named(QLabel(wordWrap=True), "fault")
        self.jump = JumpField(self._show, self)
        self.help = HelpCard(self.keys, texts, self)
        self._lay_out()
        self._connect()
        self.follow()

    def _lay_out(self) -> None:
        texts = self._texts
        named(self, "console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setPalette(appearance.palette("dark"))
        self.setStyleSheet(
            "".join((resources.FOLDER / "styles" / name).read_text("utf-8") for name in ("dark.qss", "console.qss"))
        )
        self.setWindowTitle(texts.translate("Console", "Lifecircles: presenter's console"))
        self.setMinimumSize(560, 380)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.live.setAccessibleName(texts.translate("Console", "What the audience sees"))
        self.notes.setAccessibleName(texts.translate("Console", "Notes"))
        top = QHBoxLayout()
        top.addWidget(self.times, 1)
        top.addWidget(self.screens_button)
        rows = {row.id: row for row in self.keys.rows()}
        for row_id, words in (
            ("swap", texts.translate("Console", "Swap")),
            ("leave", texts.translate("Console", "End show")),
        ):
            top.addWidget(key_button(self.keys, rows[row_id], words, texts))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.heading)
        left.addWidget(self.live, 1)
        left.addWidget(self.said)
        right.addWidget(self.next, 1)
        notes = heading()
        notes.setText(texts.translate("Console", "Notes"))
        right.addWidget(notes)
        right.addWidget(self.notes, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 8)
        middle.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.buttons)
        column.addWidget(self.strip)

    def _connect(self) -> None:
        show = self._show
        for changed in (show.moved, show.scenes_changed):
            changed.connect(lambda *_: self.follow())
        for moved in (show.moved, show.scenes_changed, self.strip.looked):
            moved.connect(lambda *_: self._rest.start())
        self._rest.timeout.connect(self._look_again)
        show.told.connect(self._tell)
        show.cover_changed.connect(self._follow_cover)
        self.times.held.connect(show.clock.toggle)
        self.times.restarted.connect(show.restart_clock)
        for asked in (self.times.held, self.times.restarted):
            asked.connect(self.times.refresh)
        self.strip.chosen.connect(self._go_to)
        self.next.clicked.connect(show.next)
        tools = self._window.tools
        if tools is not None:
            tools.changed.connect(self._follow_tools)
            tools.clock_changed.connect(self._follow_tools)
            self.live.pointed.connect(tools.point_at)
            self.live.left.connect(tools.point_away)
            self.live.pressed.connect(self._lend_pointer)
        for widget in (self.notes, self.notes.viewport()):
            widget.installEventFilter(self)

    # --- what it says -----------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show where the show is."""
        show, texts = self._show, self._texts
        here = show.staged(max(show.at, 0))
        after = None if show.following is None else show.staged(show.at + 1)
        number, count = texts.number(max(show.at, 0) + 1), texts.number(len(show.scenes))
        self.heading.say(
            texts.translate("Console", "Scene {number} of {count}: {title}").format(
                number=number, count=count, title=here.title
            )
        )
        self.notes.say(here.notes, texts.translate("Console", "No notes for this scene."))
        self.next.follow(after)
        self._say(here, after)
        self.times.refresh()
        self._follow_cover()
        self._follow_tools()

    def _look_again(self) -> None:
        """Have pictures made of the next scene and of those in sight, as they are now."""
        show = self._show
        now = {scene.id: scene for scene in show.scenes}
        scenes = tuple(now.get(scene.id, scene) for scene in show.project.scenes)
        wanted = self.strip.seen() | ({show.following.id} if show.following is not None else set())
        self._looks.want(replace(show.project, scenes=scenes), show.language, PICTURE_RATIO, wanted)

    def _say(self, here: Staged, after: Staged | None) -> None:
        """Tell what is missing or wrong in this scene and the next."""
        texts = self._texts
        lines = [error(texts, fault) for fault in here.missing]
        if after is not None:
            words = texts.translate("Console", "Next scene: {fault}")
            lines += [words.format(fault=error(texts, fault)) for fault in after.missing]
        self._show_lines(lines)

    def _tell(self, sentence: str) -> None:
        """Say something before everything else, until the next scene comes."""
        self._show_lines([sentence, *self.said.text().splitlines()])

    def _show_lines(self, lines: Iterable[str]) -> None:
        text = "\n".join(dict.fromkeys(lines))
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _follow_cover(self) -> None:
        for cover in ("black", "white"):
            self.buttons.set_on(cover, self._show.cover == cover)

    def _follow_tools(self) -> None:
        tools = self._window.tools
        if tools is not None:
            for tool in TOOL_IDS:
                self.buttons.set_on(tool, tools.active == tool)
            self.buttons.set_on("timer", tools.clock != "")
            self.buttons.set_colour(tools.colour)

    def _lend_pointer(self, pressed: bool) -> None:
        """Lay a pointer into an empty hand while the mouse is pressed on the copy."""
        tools = self._window.tools
        if tools is not None and pressed and tools.active is None:
            self._lent = True
            tools.toggle("laser")
        elif tools is not None and self._lent and not pressed:
            self._lent = False
            tools.leave()

    def _go_to(self, scene_id: str) -> None:
        scene = next(scene for scene in self._show.project.scenes if scene.id == scene_id)
        self._show.go(self._show.take_in(scene))

    # --- what keys do -----------------------------------------------------------------------------------------------

    def open_jump(self, text: str = "") -> None:
        """Open the field for numbers and titles here, where the audience does not see it."""
        self.help.hide()
        self.jump.open(text, self.type_pixels())

    def toggle_help(self) -> None:
        """Show or hide the card of the keys, here as well."""
        self.help.toggle(self.type_pixels())

    def leave(self) -> None:
        """Close what is open over the console, then what is open over the slide, then end the show."""
        if self.jump.isVisible():
            self.jump.close_field()
        elif self.help.isVisible():
            self.help.hide()
        else:
            self._window.leave()

    def type_pixels(self) -> int:
        """Return the em height of cards over the console, logical pixels."""
        return type_pixels(self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.handle(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Notes can have the keyboard to be read aloud; what is pressed there is meant for the show all the same.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.keys.handle(event)
        return False

    # --- the window -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.times.set_small(self.width() < SMALL.width())
        self.strip.setVisible(self.height() >= SMALL.height())
        self._rest.start()
        self.help.hide()
        self.jump.close_field()

    def end(self) -> None:
        """Close with the show."""
        self._ends = True
        self._rest.stop()
        self._looks.close()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._ends:
            self.dismissed.emit()


class _Keys(KeyMap):
    """The keys of the show; what opens a field or a card opens it in the console."""

    OWN = ("open_jump", "toggle_help", "leave")

    def __init__(self, console: Console, window: ShowWindow) -> None:
        super().__init__(window)
        self._console = console

    def _handler(self, row: KeySpec) -> object:
        return getattr(self._console, row.handler) if row.handler in self.OWN else super()._handler(row)
