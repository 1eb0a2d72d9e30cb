"""The ink on the stage of a show, in map space: under title and legend, and on its place also while the map flies."""

from __future__ import annotations

from PySide6.QtCore import QRect

from data.scene import Ink, InkTool
from desktop.briefing.ink_book import InkBook, Lines
from desktop.briefing.stage import Stage
from desktop.map_surface import LOGICAL_DOTS
from maps.briefing.ink import ink_width, strokes_of
from maps.briefing.slide import map_unit
from maps.display import MapDrawing, Stroke, Viewport
from maps.painter import SheetPainter
from maps.theme import THEMES
from maps.view import ThemeName


class InkPainter:
    """Draws the lines of the book, and the one that is being drawn."""

    def __init__(self, stage: Stage, book: InkBook) -> None:
        self._stage, self._book = stage, book
        self._growing: Ink | None = None
        self._known: tuple[tuple[Lines, ThemeName, float], tuple[Stroke, ...]] | None = None
        stage.add_painter(self.paint)
        book.changed.connect(stage.update)

    def width(self, tool: InkTool) -> float:
        """Return the width of a line on the screen, logical pixels."""
        return ink_width(tool, self._unit()) * LOGICAL_DOTS

    def draw(self, line: Ink, changed: QRect) -> None:
        """Show a line that is being drawn; only ``changed`` (logical pixels) is painted again."""
        self._growing = line
        self._stage.update(changed)

    def finish(self, line: Ink) -> None:
        """Write a line into the book."""
        self._growing = None
        self._book.add(line)

    def strokes(self) -> tuple[Stroke, ...]:
        """Return all that is drawn on the scene that is shown."""
        staged = self._stage.staged
        if staged is None or not staged.has_map:
            return ()
        theme, unit = staged.view.theme, self._unit()
        key = (self._book.lines, theme, unit)
        if self._known is None or self._known[0] != key:
            self._known = (key, tuple(strokes_of(self._book.lines, THEMES[theme], unit)))
        growing = () if self._growing is None else strokes_of((self._growing,), THEMES[theme], unit)
        return (*self._known[1], *growing)

    def paint(self, sheet: SheetPainter, now: Viewport) -> None:
        strokes = self.strokes()
        if strokes:
            sheet.map(MapDrawing(marks=strokes), now)

    def _unit(self) -> float:
        return map_unit(self._stage.height() / LOGICAL_DOTS)
