"""The ink on the stage of a show, in map space: under title and legend, and on its place also while the map flies."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from data.scene import Ink, InkTool
from desktop.briefing.ink_book import InkBook, Lines
from desktop.briefing.stage import Stage
from desktop.map_surface import LOGICAL_DOTS
from maps.briefing.ink import ink_width, strokes_of
from maps.briefing.slide import map_unit
from maps.display import MapDrawing, Stroke, Viewport
from maps.painter import SheetPainter
from maps.theme import THEMES
from maps.view import Sight, ThemeName

REST_MS = 80
"""After which a map that was moved counts as resting, and a picture of its ink is made."""

LIGHT = 300
"""Points of lines that are drawn anew, sharp, in every picture of a moving map. A line of sixty points takes a
millisecond: of more lines a picture is moved and scaled, as is done with the map itself."""


@dataclass(frozen=True)
class _Look:
    """What the looks of the ink depend on, but for its place."""

    lines: Lines
    theme: ThemeName
    sight: Sight
    unit: float
    ratio: float


class InkPainter:
    """Draws the lines of the book, and the one that is being drawn."""

    def __init__(self, stage: Stage, book: InkBook) -> None:
        self._stage, self._book = stage, book
        self._growing: Ink | None = None
        self._strokes: tuple[_Look, tuple[Stroke, ...]] | None = None
        self._picture: tuple[_Look, Viewport, QImage] | None = None
        self._last: tuple[_Look, Viewport] | None = None
        self._rest = QTimer(stage)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(stage.update)
        stage.add_painter(self.paint)
        book.changed.connect(stage.update)

    def width(self, tool: InkTool) -> float:
        """Return the width of a line on the screen, logical pixels."""
        return ink_width(tool, self._unit()) * LOGICAL_DOTS

    def draw(self, line: Ink, changed: QRect) -> None:
        """Show a line that is being drawn; only ``changed`` (logical pixels) is painted again."""
        self._growing = line
        self._stage.update(changed)

    def forget(self) -> None:
        """Let the line that is being drawn be nothing."""
        self._growing = None
        self._stage.update()

    def finish(self, line: Ink) -> None:
        """Write a line into the book."""
        self._growing = None
        self._book.add(line)

    def strokes(self) -> tuple[Stroke, ...]:
        """Return all that is drawn on the scene that is shown."""
        look = self._look()
        return () if look is None else (*self._strokes_of(look), *self._growing_strokes(look))

    def paint(self, sheet: SheetPainter, now: Viewport) -> None:
        """Draw the ink over the map: as a picture of it, made when the map has come to rest; else line by line."""
        look = self._look()
        if look is None:
            return
        if look.lines:
            self._paint_lines(sheet, now, look)
        growing = self._growing_strokes(look)
        if growing:
            sheet.map(MapDrawing(marks=growing), now)

    def _paint_lines(self, sheet: SheetPainter, now: Viewport, look: _Look) -> None:
        rests, self._last = self._last == (look, now), (look, now)
        known = self._picture is not None and self._picture[0] == look
        if rests and not (known and self._picture is not None and self._picture[1] == now):
            self._picture, known = (look, now, self._made(look, now)), True
        if not rests:
            self._rest.start()
        heavy = sum(len(line.points) for line in look.lines) > LIGHT
        if self._picture is not None and known and (rests or heavy):
            _, place, image = self._picture
            left, bottom, right, top = place.extent()
            (x0, y0), (x1, y1) = now.to_page(left, top), now.to_page(right, bottom)
            dots = sheet.dots
            painter = sheet.painter
            painter.save()
            painter.resetTransform()
            # Smooth scaling of a whole screen takes longer than a picture of a flight may.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(QRectF(x0 * dots, y0 * dots, (x1 - x0) * dots, (y1 - y0) * dots), image)
            painter.restore()
        else:
            sheet.map(MapDrawing(marks=self._strokes_of(look)), now)

    def _made(self, look: _Look, now: Viewport) -> QImage:
        dots = LOGICAL_DOTS * look.ratio
        image = QImage(
            round(now.rect.width() * dots), round(now.rect.height() * dots), QImage.Format.Format_ARGB32_Premultiplied
        )
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        SheetPainter(painter, dots, sight=look.sight).map(MapDrawing(marks=self._strokes_of(look)), now)
        painter.end()
        return image

    def _strokes_of(self, look: _Look) -> tuple[Stroke, ...]:
        if self._strokes is None or self._strokes[0] != look:
            self._strokes = (look, tuple(strokes_of(look.lines, THEMES[look.theme], look.unit)))
        return self._strokes[1]

    def _growing_strokes(self, look: _Look) -> tuple[Stroke, ...]:
        growing = () if self._growing is None else (self._growing,)
        return tuple(strokes_of(growing, THEMES[look.theme], look.unit))

    def _look(self) -> _Look | None:
        staged = self._stage.staged
        if staged is None or not staged.has_map:
            return None
        view = staged.view
        return _Look(self._book.lines, view.theme, view.sight, self._unit(), self._stage.devicePixelRatioF())

    def _unit(self) -> float:
        return map_unit(self._stage.height() / LOGICAL_DOTS)
