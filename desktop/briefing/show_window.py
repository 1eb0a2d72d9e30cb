"""The window that the audience sees: one slide from edge to edge, the keys of a show, and what answers questions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from data.model import Place
from desktop.briefing.help_card import HelpCard
from desktop.briefing.interpreter import ShowTime
from desktop.briefing.jump_field import JumpField
from desktop.briefing.kiosk import Kiosk
from desktop.briefing.resting_cursor import RestingCursor
from desktop.briefing.show import Show
from desktop.briefing.show_card import ShowCard
from desktop.briefing.show_cover import ShowCover
from desktop.briefing.show_hint import ShowHint
from desktop.briefing.show_hover import ShowHover
from desktop.briefing.show_keys import KeyMap
from desktop.briefing.show_look import type_pixels
from desktop.briefing.show_session import ShowSession
from desktop.briefing.stage import Stage
from desktop.briefing.tool_clock import ClockFace
from desktop.briefing.tool_layer import ToolLayer
from desktop.briefing.tools import Tools
from desktop.briefing.wakefulness import Wakefulness
from desktop.map_surface import LOGICAL_DOTS
from maps.texts import Texts
from maps.view import MapView


class ShowWindow(QWidget):
    """Follows a show, full screen. The show is its own from now on, and ends with it."""

    closed = Signal()

    def __init__(self, show: Show, kiosk_seconds: float | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.show_state = show
        self.presenter: QObject | None = None
        """the presenter's side of the show (``desktop.briefing.presenter``), which a kiosk has not"""
        self.keeps = True
        """whether what is kept with a scene outlasts the show"""
        show.setParent(self)
        self._texts = texts = Texts(show.language)
        self.setWindowTitle(texts.translate("Show", "Lifecircles: presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.session = ShowSession(show.project, MapView(language=show.language), self)
        self.stage = Stage(self)
        self.stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tools = Tools(show) if kiosk_seconds is None else None
        if self.tools is not None:
            ClockFace(self.stage, self.tools)
            ToolLayer(self.stage, self.tools)
        self.cover = ShowCover(show, self)
        self.keys = KeyMap(self)
        self.hover = ShowHover(self.session, self.stage)
        self.card = ShowCard(self.session, self)
        self.help = HelpCard(self.keys, texts, self)
        self.jump = JumpField(show, self)
        self.hint, self.pause = ShowHint("hint", self), ShowHint("pause", self)
        self.cursor_rest = RestingCursor(self)
        self.kiosk = None if kiosk_seconds is None else Kiosk(show, kiosk_seconds, self)
        self._wakefulness = Wakefulness()
        self._show_time = ShowTime()
        self._cursor = QPoint()
        self._closed = self._goes_back = False
        for widget in (self, self.stage, self.cover):
            self.cursor_rest.watch(widget)
            if self.kiosk is not None:
                self.kiosk.watch(widget)
        self._connect()

    def _connect(self) -> None:
        show, session, stage = self.show_state, self.session, self.stage
        show.moved.connect(self._move)
        show.size_changed.connect(self._resize_type)
        show.ended.connect(self.close)
        self.cover.clicked.connect(self._click_cover)
        stage.installEventFilter(self)
        stage.settled.connect(self._prepare_next)
        stage.given_up.connect(self._tell_undrawn)
        stage.hovered.connect(self._hover)
        stage.selected.connect(self._answer)
        session.hover_changed.connect(lambda: stage.set_view(session.view))
        session.selection_changed.connect(lambda: stage.set_view(session.view))
        if self.kiosk is not None:
            self.kiosk.paused_changed.connect(self._say_paused)

    def begin(self, position: int, screen: QScreen | None = None, *, hint: bool = False) -> None:
        """Show a scene on the whole of a screen, by default the one that the window is on."""
        if screen is not None:
            self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wakefulness.hold(self.windowTitle())
        self._show_time.begin()
        self.show_state.go(position)
        self.cursor_rest.start()
        if hint:
            self.hint.say(self._texts.translate("Show", "Esc ends the show, ? lists the keys"), self.type_pixels())

    def set_motion(self, on: bool) -> None:
        """Fly from scene to scene and let hints fade, or cut."""
        self.stage.set_motion(on)
        self.hint.fades = on

    def end(self) -> None:
        self.show_state.end()

    def type_pixels(self) -> int:
        """Return the em height of type over the slide, in logical pixels."""
        return type_pixels(self.height(), self.show_state.size)

    # --- what keys do -----------------------------------------------------------------------------------------------

    def go_home(self) -> None:
        """Go back to the place that the scene shows."""
        self.stage.go_home()

    def open_jump(self, text: str = "") -> None:
        """Open the field for numbers and titles."""
        self.help.hide()
        self.jump.open(text, self.type_pixels())

    def toggle_help(self) -> None:
        """Show or hide the card of the keys."""
        self.help.toggle(self.type_pixels())

    def keep_ink(self) -> None:
        """Keep what is drawn with the scene, and say so."""
        if self.tools is not None and self.tools.ink.keep():
            kept = self._texts.translate("Show", "Kept with the scene")
            lost = self._texts.translate("Show", "Kept until the show ends; only a show begun in the window keeps more")
            self.hint.say(kept if self.keeps else lost, self.type_pixels())

    def leave(self) -> None:
        """Close what is open over the slide; where nothing is, end the show."""
        if self.jump.isVisible():
            self.jump.close_field()
        elif self.help.isVisible():
            self.help.hide()
        elif self.tools is not None and self.tools.leave():
            pass
        elif self.card.isVisible():
            self.close_card()
        elif self.show_state.cover in ("black", "white"):
            self.show_state.set_cover("")
        else:
            self.end()

    def close_card(self) -> None:
        """Close the card of a place, which is marked no longer."""
        self.card.hide()
        staged = self.stage.staged
        self.session.select(None if staged is None else staged.view.selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.handle(event):
            super().keyPressEvent(event)

    # --- what the mouse does ----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self._cursor = event.position().toPoint()
            if event.type() == QEvent.Type.MouseButtonDblClick:
                self.close_card()
        return False

    def _hover(self, place: Place | None, _lon: float, _lat: float) -> None:
        self.session.hover(place if self._on_map() else None)

    def _answer(self, place: Place | None) -> None:
        """Show the card of a place that was clicked; a click beside every place closes it."""
        self.help.hide()
        if place is None or not self._on_map():
            self.close_card()
            return
        self.hover.go()
        self.session.select(place)
        self.card.open(place, self._cursor, self.type_pixels())

    def _on_map(self) -> bool:
        """Tell whether the cursor is on the map, and not on what stands over it."""
        staged = self.stage.staged
        on_map = self.stage.free.contains(self._cursor.toPointF() / LOGICAL_DOTS)
        return staged is not None and staged.has_map and on_map

    def _click_cover(self) -> None:
        """Uncover the slide; a click on the last page ends the show, as the next key does."""
        if self.show_state.cover == "end":
            self.show_state.next()
        else:
            self.show_state.set_cover("")

    # --- the window -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for widget in (self.stage, self.cover):
            widget.setGeometry(self.rect())
        for slate in (self.card, self.help):
            slate.hide()
        self.jump.close_field()
        self.hover.set_type(self.type_pixels())
        for hint in (self.hint, self.pause):
            hint.place(self.type_pixels())

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._closed:
            return
        self._closed = True
        self._wakefulness.release()
        self.cursor_rest.stop()
        self._show_time.end()
        if self.kiosk is not None:
            self.kiosk.stop()
        self.stage.close_workers()
        self.closed.emit()

    def _move(self, before: int, now: int) -> None:
        self.hover.go()
        self.card.hide()
        self.help.hide()
        self._goes_back = now < before
        staged = self.show_state.staged()
        self.stage.show_staged(staged, moving=before >= 0)
        self.session.follow(staged)

    def _prepare_next(self) -> None:
        """Have the scene made ready that the next click asks for, so that it answers at once.

        Who goes back is likely to go back further; where the show came from is still ready.
        """
        show = self.show_state
        likely = show.at - 1 if self._goes_back and show.at > 0 else show.at + 1
        if likely < len(show.scenes):
            self.stage.prepare(show.staged(likely))

    def _tell_undrawn(self) -> None:
        words = self._texts.translate("Show", "Scene {number} cannot be drawn; the audience still sees what was there.")
        self.show_state.told.emit(words.format(number=self.show_state.at + 1))

    def _resize_type(self) -> None:
        self.stage.set_size(self.show_state.size)
        self.hover.set_type(self.type_pixels())
        for slate in (self.card, self.help):
            slate.hide()

    def _say_paused(self, paused: bool) -> None:
        if paused:
            self.pause.say(self._texts.translate("Show", "Paused"), self.type_pixels(), lasting=True)
        else:
            self.pause.hide()
            self.close_card()
            self.show_state.set_cover("")
