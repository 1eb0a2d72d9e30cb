"""What the menu Briefing does: it begins shows, and brings back what was drawn in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from data.scene import Scene, shown
from desktop import settings
from desktop.press import Press
from desktop.session import Session
from desktop.settings import Settings
from desktop.status_line import StatusLine

if TYPE_CHECKING:  # made when first wanted, so that the first map need not wait for it
    from desktop.briefing.show import Show
    from desktop.briefing.show_window import ShowWindow


class BriefingDesk(QObject):
    """One for each main window. The desk itself is not touched by a show: it is there again when the show ends."""

    hand_out_wanted = Signal(object, object)
    """the scenes of the briefing, and a frozenset of the ids of those that are chosen in the list"""

    def __init__(self, window: QMainWindow, session: Session, status: StatusLine, remembered: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._status, self._settings = window, session, status, remembered
        self._hinted = False
        self._shows_own = True
        self.press = Press()
        """of the small pictures of scenes, in their list and in shows"""
        self.show_window: ShowWindow | None = None
        self.here = 0
        """position among the shown scenes at which "present from here" begins: that of the scene list"""
        self.chosen: frozenset[str] = frozenset()
        """ids of the scenes that are chosen in the scene list"""

    def scenes(self) -> tuple[Scene, ...]:
        """Return the scenes that a show has: those of the project, or of the ready briefing while it has none."""
        project = self._session.project
        if project.scenes:
            return project.scenes
        from desktop.briefing.opening import briefing_of

        return briefing_of(None, project, self._session.language).scenes

    def present(self) -> None:
        """Begin the show with its first scene."""
        self._present(0)

    def present_here(self) -> None:
        """Begin the show with the scene that is chosen in the list."""
        self._present(self.here)

    def hand_out(self) -> None:
        """Ask how the scenes are to be handed out."""
        self.hand_out_wanted.emit(self.scenes(), self.chosen)

    def toggle_motion(self) -> None:
        """Fly from scene to scene, or cut; from the next show on, and remembered."""
        self._settings.set(settings.REDUCE_MOTION, not self._settings.get(settings.REDUCE_MOTION))

    def tell(self, sentence: str) -> None:
        """Tell the presenter of a running show something, and not the audience."""
        if self.show_window is not None:
            self.show_window.show_state.told.emit(sentence)

    def close(self) -> None:
        """End the show, and wait for what it is drawing."""
        if self.show_window is not None:
            self.show_window.end()

    def _present(self, position: int) -> None:
        from desktop.briefing.opened import ShowOrder, open_show

        if self.show_window is not None:
            self.show_window.activateWindow()
            return
        project = replace(self._session.project, scenes=self.scenes())
        if not shown(project.scenes):
            texts = self._session.texts
            self._status.say(texts.translate("Briefing", "All scenes are hidden: there is nothing to show."))
            return
        self._shows_own = bool(self._session.project.scenes)
        order = ShowOrder(position, desk=self._window.screen().name(), hint=not self._hinted)
        self.show_window = open_show(project, self._session.language, self._settings, order, self.press)
        self.show_window.closed.connect(self._came_back)
        self._hinted = True

    def _came_back(self) -> None:
        window, self.show_window = self.show_window, None
        if window is None:
            return
        self._keep_ink(window.show_state)
        window.deleteLater()
        self._window.activateWindow()

    def _keep_ink(self, show: Show) -> None:
        """Take over what was drawn and kept, as one change; the ready briefing comes into the project with it."""
        own, texts = self._session.project.scenes, self._session.texts
        drawn = {scene.id: scene.ink for scene in show.scenes}
        scenes = own if own or self._shows_own else show.project.scenes
        kept = tuple(replace(scene, ink=drawn.get(scene.id, scene.ink)) for scene in scenes)
        if kept == scenes:
            return
        self._session.change_scenes(kept, texts.translate("Undo", "drawing in the show"))
        if not own:
            self._status.say(
                texts.translate("Briefing", "The ready briefing is in the project now, with what was drawn on it.")
            )
