"""What is drawn on the maps of a show: it stays while the show lasts, and with the scene where that is wished."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from data.scene import Ink
from data.scene_record import MOST_LINES, MOST_POINTS
from desktop.briefing.show import Show

Lines = tuple[Ink, ...]


class InkBook(QObject):
    """The lines of every scene, and those before them, to which an undo goes back."""

    changed = Signal()
    """the lines of the present scene are others"""

    def __init__(self, show: Show) -> None:
        super().__init__(show)
        self._show = show
        self._lines: dict[str, Lines] = {}
        self._past: dict[str, list[Lines]] = {}
        show.moved.connect(self.changed)

    @property
    def lines(self) -> Lines:
        """What is drawn on the present scene: what is kept with it, until something is drawn or wiped."""
        scene = self._show.scene
        return self._lines.get(scene.id, scene.ink)

    @property
    def is_kept(self) -> bool:
        """Whether what is drawn on the present scene is also kept with it."""
        return self.lines == self._show.scene.ink

    def add(self, line: Ink) -> None:
        """Draw a line on the present scene. Of more than a file may hold, the oldest lines go."""
        lines = (*self.lines, line)
        while len(lines) > MOST_LINES or sum(len(one.points) for one in lines) > MOST_POINTS:
            lines = lines[1:]
        self._set(lines)

    def wipe(self) -> None:
        """Wipe the map of the present scene clean, also of what is kept with it."""
        if self.lines:
            self._set(())

    def undo(self) -> bool:
        """Take back the last line or wipe on the present scene; tell whether there was one."""
        past = self._past.get(self._show.scene.id)
        if not past:
            return False
        self._lines[self._show.scene.id] = past.pop()
        self.changed.emit()
        return True

    def keep(self) -> bool:
        """Keep with the present scene what is drawn on it, after a wipe nothing; tell whether that is a change."""
        if self.is_kept:
            return False
        self._show.replace_scene(self._show.at, replace(self._show.scene, ink=self.lines))
        self.changed.emit()
        return True

    def _set(self, lines: Lines) -> None:
        scene = self._show.scene
        self._past.setdefault(scene.id, []).append(self.lines)
        self._lines[scene.id] = lines
        self.changed.emit()
