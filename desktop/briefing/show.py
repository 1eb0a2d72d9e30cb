"""A running show: which scene it is at, what covers the screen, since when. It knows no window.

The windows (audience, presenter) follow its signals and call its methods; keys and buttons do the same.
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Literal

from PySide6.QtCore import QObject, Signal

from data.model import Language
from data.names import fold
from data.project import Project
from data.scene import Scene, shown
from desktop.briefing.stop_clock import StopClock
from maps.briefing.staging import Staged, Stager
from maps.geometry import Atlas
from maps.view import ThemeName

Cover = Literal["", "black", "white", "end"]
"""What lies over the scene; "end" is the page after the last one."""

SMALLEST, LARGEST, SIZE_STEP = 0.8, 1.6, 1.1
"""Bounds and step of the type size: smaller is not read from the back row, larger leaves no room for the map."""


class Show(QObject):
    """The scenes that are shown, and where the show is."""

    moved = Signal(int, int)
    """position of the scene that was shown (-1 at the start) and of the one that is shown now, which may be the same:
    then it is to be shown again as it is kept"""
    cover_changed = Signal()
    size_changed = Signal()
    scenes_changed = Signal()
    """a scene itself was changed: its ink"""
    told = Signal(str)
    """a sentence for the presenter alone"""
    ended = Signal()

    def __init__(
        self,
        project: Project,
        atlas: Atlas,
        language: Language,
        parent: QObject | None = None,
        clock: Callable[[], float] = monotonic,
        theme: ThemeName | None = None,
    ) -> None:
        super().__init__(parent)
        self.project = project
        self.scenes = shown(project.scenes)
        self.language: Language = language
        self.looping = False
        """the first scene follows the last, as in a kiosk"""
        self.at = -1
        self.cover: Cover = ""
        self.size = 1.0
        """how much larger than usual the type is"""
        self._stager = Stager(project, atlas)
        self._theme = theme
        self._titles: tuple[str, ...] = ()
        self.clock = StopClock(clock)
        self._began = self.clock()
        self._arrived = self._began

    # --- scenes -----------------------------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        return self.scenes[max(self.at, 0)]

    @property
    def following(self) -> Scene | None:
        """The scene after this one, None at the end."""
        return self.scenes[self.at + 1] if self.at + 1 < len(self.scenes) else None

    def staged(self, position: int | None = None) -> Staged:
        """Return a scene ready to be shown, by default the present one."""
        return self._stager.stage(self.scenes[self.at if position is None else position], self.language, self._theme)

    def go(self, position: int) -> None:
        """Show the scene at a position, the nearest where there is none; uncovers the screen."""
        before, self.at = self.at, min(max(position, 0), len(self.scenes) - 1)
        self._arrived = self.clock()
        self.set_cover("")
        self.moved.emit(before, self.at)

    def next(self) -> None:
        """Show the next scene. After the last comes a page that says so, and after that the show ends."""
        if self.following is not None:
            self.go(self.at + 1)
        elif self.looping:
            self.go(0)
        elif self.cover == "end":
            self.end()
        else:
            self.set_cover("end")

    def back(self) -> None:
        """Show the scene before, or again the last one where the show was over."""
        if self.cover == "end":
            self.set_cover("")
        elif self.at > 0:
            self.go(self.at - 1)

    def first(self) -> None:
        """Show the first scene."""
        self.go(0)

    def last(self) -> None:
        """Show the last scene."""
        self.go(len(self.scenes) - 1)

    def again(self) -> None:
        """Show the present scene as it is kept: where the map was moved, it goes back."""
        self.go(self.at)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of all scenes, staged when they are first asked for."""
        if not self._titles:
            self._titles = tuple(self.staged(position).title for position in range(len(self.scenes)))
        return self._titles

    def find(self, text: str) -> int | None:
        """Return the position of a scene by its number (from 1) or the first letters of its title; None for none."""
        wanted = text.strip()
        if wanted.isdecimal():
            return int(wanted) - 1 if 1 <= int(wanted) <= len(self.scenes) else None
        return next(iter(self.matches(wanted)), None) if fold(wanted) else None

    def matches(self, text: str) -> tuple[int, ...]:
        """Return the positions of all scenes that a text may mean, the likeliest first; all for no text.

        These are the number itself, numbers that begin with it, titles that begin with the text, and titles in
        which it stands.
        """
        wanted, positions = fold(text.strip()), range(len(self.scenes))
        if not wanted:
            return tuple(positions)
        titles = [fold(title) for title in self.titles]
        by_number = (
            (at for at in positions if str(at + 1) == wanted),
            (at for at in positions if str(at + 1).startswith(wanted)),
        )
        by_title = (
            (at for at in positions if titles[at].startswith(wanted)),
            (at for at in positions if wanted in titles[at]),
        )
        return tuple(dict.fromkeys(at for group in (*by_number, *by_title) for at in group))

    def take_in(self, scene: Scene) -> int:
        """Return the position of a scene of the project, which is shown from now on if it was hidden."""
        ids = [one.id for one in self.scenes]
        if scene.id not in ids:
            order = [one.id for one in self.project.scenes]
            before = sum(order.index(one) < order.index(scene.id) for one in ids)
            self.scenes = (*self.scenes[:before], scene, *self.scenes[before:])
            self.at += before <= self.at
            self._titles = ()
            self.scenes_changed.emit()
            return before
        return ids.index(scene.id)

    def replace_scene(self, position: int, scene: Scene) -> None:
        """Put a changed scene in the place of the old one."""
        self.scenes = (*self.scenes[:position], scene, *self.scenes[position + 1 :])
        self._titles = ()
        self.scenes_changed.emit()

    # --- what covers it, how large it is, how long it takes ---------------------------------------------------------

    def set_cover(self, cover: Cover) -> None:
        """Cover the screen, or uncover it."""
        if cover != self.cover:
            self.cover = cover
            self.cover_changed.emit()

    def toggle_cover(self, cover: Cover) -> None:
        self.set_cover("" if self.cover == cover else cover)

    def enlarge(self, steps: int) -> None:
        """Make the type larger by so many steps, or smaller."""
        size = min(max(self.size * SIZE_STEP**steps, SMALLEST), LARGEST)
        if size != self.size:
            self.size = size
            self.size_changed.emit()

    @property
    def elapsed(self) -> float:
        """Seconds since the show began."""
        return self.clock() - self._began

    @property
    def on_scene(self) -> float:
        """Seconds since the present scene was shown."""
        return self.clock() - self._arrived

    @property
    def planned(self) -> float:
        """Seconds that all scenes are planned to take; 0 where none is planned."""
        return sum(scene.seconds for scene in self.scenes)

    def restart_clock(self) -> None:
        self._began = self._arrived = self.clock()

    def end(self) -> None:
        self.ended.emit()
