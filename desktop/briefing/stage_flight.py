"""A flight: the pictures between what the screen shows and a scene that is ready. It knows no clock and no window."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion, QTransform

from desktop.briefing.stage_ready import Frame, Ready, ink_of, near, paper_of
from desktop.briefing.stage_type import page_swiftly
from desktop.map_pictures import Picture
from maps.briefing.blend import Blend, Shown, mixed_value, names_seen
from maps.briefing.flight import ZoomPath
from maps.briefing.slide import slide_signs
from maps.briefing.slide_layout import Bars, Values
from maps.context import Context
from maps.display import MapDrawing, Viewport
from maps.painter import SheetPainter

OverMap = Callable[[SheetPainter, Viewport], None]
"""Draws over the map and under title and legend; it gets the painter, in mm, and where the map is now."""

FINEST = 0.5
"""Scale of a picture, as a share of that of the screen, below which a picture of twice that scale is taken instead."""


APPEARS = 0.35
"""Share of the way after which the new title and legend are there: two texts one over the other are not to be read."""


@dataclass(frozen=True, eq=False)
class Shot:
    """What the screen shows at a moment: what a flight sets off from.

    ``signs`` and ``bars`` are None where there are none, or where they are in the picture of the furniture.
    """

    viewport: Viewport
    has_map: bool
    paper: QColor
    grounds: tuple[Picture, ...]
    """from the coarsest to the finest"""
    shown: Shown
    furniture: QImage
    grown: QImage
    """the same with what grows"""
    ink: QRegion
    """where the furniture is, device pixels"""
    signs: tuple[Context, QRectF] | None
    bars: tuple[Bars, Values] | None
    look: object
    """what the grounds were painted of: those of one look are pieces of the same map"""


def make_canvas(pixels: QSize) -> QImage:
    """Return a picture of so many device pixels to be painted on: to get the memory takes longer than to paint it."""
    canvas = QImage(pixels, QImage.Format.Format_RGB32)
    canvas.fill(0)
    return canvas


def resting(ready: Ready, viewport: Viewport, grounds: tuple[Picture, ...], drawing: MapDrawing) -> Shot:
    """Return what the screen shows of a scene at rest, wherever the user has moved its map."""
    bars = ready.layout.bars
    return Shot(
        viewport,
        ready.home is not None,
        paper_of(ready.context),
        grounds,
        ((1.0, near(drawing, viewport)),) if ready.home is not None else (),
        ready.furniture,
        ready.grown,
        ready.ink,
        None if ready.home is None else (ready.context, ready.layout.free),
        None if bars is None else (bars, bars.values),
        ready,
    )


class Flight:
    """From a shot to a scene, at its own place or at another ``place``.

    ``share`` is 0 at the start and 1 at the end of the way. ``over_map`` draws over areas, symbols and names; on
    ``canvas`` the map that comes in is put together.
    """

    def __init__(
        self, shot: Shot, ready: Ready, canvas: QImage, over_map: OverMap, place: Viewport | None = None
    ) -> None:
        self.ready = ready
        self.frame: Frame = ready.frame.in_flight
        self._shot = shot
        self._over_map = over_map
        end = place or ready.home or shot.viewport
        # Where there is no map on one side there is nowhere to fly from, or to.
        flies = ready.home is not None and shot.has_map
        self.path = ZoomPath(shot.viewport if flies else end, end)
        after = MapDrawing() if ready.composed is None else near(ready.composed.drawing, end)
        self._blend = Blend(shot.shown, after)
        self._paper = paper_of(ready.context)
        self._bars = ready.layout.bars
        self._second = canvas

    def paint(self, painter: QPainter, share: float) -> None:
        """Paint the picture at a share of the way on a painter of device pixels."""
        now = self.path.at(share)
        sheet = self._paint_map(painter, now, share)
        self._over_map(sheet, now)
        self._furniture(painter, share)
        self._signs(sheet, now, share)
        self._grow(sheet, share)

    def map_picture(self, share: float) -> Picture:
        """Return the map alone at a share of the way."""
        image = QImage(self.frame.pixels, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        now = self.path.at(share)
        self._paint_map(painter, now, share)
        painter.end()
        return Picture(image, now)

    def _paint_map(self, painter: QPainter, now: Viewport, share: float) -> SheetPainter:
        self._ground(painter, now, share)
        sheet = SheetPainter(painter, self.frame.dots, sight=self.ready.context.view.sight)
        for opacity, drawing in self._shown(now, share):
            painter.setOpacity(opacity)
            sheet.map(drawing, now)
        painter.setOpacity(1.0)
        return sheet

    def shot(self, share: float) -> Shot:
        """Return what is shown at a share of the way, for another flight to set off from."""
        now = self.path.at(share)
        rest = self.ready.grounds if share >= 0.5 else self._shot.grounds
        coarser = tuple(one for one in rest if one.viewport.metres_per_mm > 1.1 * now.metres_per_mm)
        ground = QImage(self.frame.pixels, QImage.Format.Format_RGB32)
        painter = QPainter(ground)
        self._ground(painter, now, share)
        painter.end()
        furniture = QImage(self.frame.pixels, QImage.Format.Format_ARGB32_Premultiplied)
        furniture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(furniture)
        sheet = SheetPainter(painter, self.frame.dots, sight=self.ready.context.view.sight)
        self._furniture(painter, share)
        self._signs(sheet, now, share)
        grown = self._bars is not None and (self._grows_on or share >= APPEARS)
        if not grown:
            self._grow(sheet, share)
        painter.end()
        furniture.setDevicePixelRatio(self.frame.ratio)
        return Shot(
            now,
            self.ready.home is not None,
            _mixed(self._shot.paper, self._paper, share),
            (*coarser, Picture(ground, now)),
            self._shown(now, share),
            furniture,
            furniture,
            ink_of(furniture),
            None,
            (self._bars, self._values(self._bars, share)) if grown and self._bars is not None else None,
            None,
        )

    # --- the map ----------------------------------------------------------------------------------------------------

    def _ground(self, painter: QPainter, now: Viewport, share: float) -> None:
        """Paint areas and lines of both maps, blended."""
        shot, ready, dots = self._shot, self.ready, self.frame.dots
        if shot.look is ready:
            pictures = sorted((*shot.grounds, *ready.grounds), key=lambda one: -one.viewport.metres_per_mm)
            pyramid(pictures, now).paint(painter, self._paper, now, dots)
            return
        if share < 1:
            pyramid(shot.grounds, now).paint(painter, shot.paper, now, dots)
        coming = pyramid(ready.grounds, now)
        if share >= 1:
            coming.paint(painter, self._paper, now, dots)
        elif coming.covers and len(coming.layers) == 1:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(share)
            place_picture(painter, coming.layers[0][0], now, dots)
        elif share > 0:
            on_second = QPainter(self._second)
            coming.paint(on_second, self._paper, now, dots)
            on_second.end()
            painter.setOpacity(share)
            painter.drawImage(0, 0, self._second)
        painter.setOpacity(1.0)

    def _shown(self, now: Viewport, share: float) -> Shown:
        old = names_seen(self.path.start.metres_per_mm, now.metres_per_mm)
        new = names_seen(self.path.end.metres_per_mm, now.metres_per_mm)
        return self._blend.at(share, old, new)

    # --- furniture --------------------------------------------------------------------------------------------------

    def _furniture(self, painter: QPainter, share: float) -> None:
        """Paint the new furniture over the old, and take the old away when it is covered: no ground turns transparent
        in between."""
        shot, ready = self._shot, self.ready
        painter.setTransform(QTransform())
        if shot.furniture is not ready.furniture and share < 1:
            painter.setOpacity(min(1.0, (1 - share) / (1 - APPEARS)))
            old = shot.furniture if self._grows_on else shot.grown
            _paint_ink(painter, old, shot.ink)
        else:
            share = 1.0
        painter.setOpacity(min(1.0, share / APPEARS))
        _paint_ink(painter, ready.furniture, ready.ink)
        painter.setOpacity(1.0)

    def _signs(self, sheet: SheetPainter, now: Viewport, share: float) -> None:
        after = None if self.ready.home is None else (self.ready.context, self.ready.layout.free)
        before = self._shot.signs
        if before is not None and after is not None and before[1] == after[1]:
            before, share = None, 1.0
        for signs, opacity in ((before, 1 - 2 * share), (after, 2 * share - 1)):
            if signs is not None and opacity > 0:
                context = replace(signs[0], metres_per_mm=now.metres_per_mm)
                sheet.painter.setOpacity(opacity)
                page_swiftly(sheet, slide_signs(context, now, signs[1]))
        sheet.painter.setOpacity(1.0)

    @property
    def _grows_on(self) -> bool:
        """Whether the bars of the scene are those that were there before, with other values."""
        before, bars = self._shot.bars, self._bars
        if before is None or bars is None:
            return False
        return before[0].subject == bars.subject and len(before[1]) == len(bars.values)

    def _values(self, bars: Bars, share: float) -> Values:
        """Return the values of the scene's bars on their way from the same ones before, or from nothing."""
        before = self._shot.bars
        start = before[1] if before is not None and self._grows_on else (None,) * len(bars.values)
        return tuple(mixed_value(old, new, share) for old, new in zip(start, bars.values, strict=True))

    def _grow(self, sheet: SheetPainter, share: float) -> None:
        bars, stays = self._bars, self._grows_on
        if bars is not None and (stays or share > 0):
            sheet.painter.setOpacity(1.0 if stays else min(1.0, share / APPEARS))
            page_swiftly(sheet, bars.items(self._values(bars, share)))
        sheet.painter.setOpacity(1.0)


def _plain(image: QImage) -> QImage:
    """Return a picture by its device pixels, whatever the window makes of them; the pixels are shared."""
    plain = QImage(image)
    plain.setDevicePixelRatio(1.0)
    return plain


def _mixed(before: QColor, after: QColor, share: float) -> QColor:
    parts = ((before.red(), after.red()), (before.green(), after.green()), (before.blue(), after.blue()))
    return QColor(*(round(old + (new - old) * share) for old, new in parts))


def _paint_ink(painter: QPainter, picture: QImage, ink: QRegion) -> None:
    """Paint a picture where it is not empty."""
    plain = _plain(picture)
    for tile in ink:  # type: ignore[attr-defined]  # PySide's stubs do not know that regions are iterable
        painter.drawImage(tile.topLeft(), plain, tile)


@dataclass(frozen=True)
class Pyramid:
    """Pictures of one map at several scales, those that are needed for what is seen ``now``.

    ``layers`` are pictures with their opacities, from the coarsest to the finest. A finer picture comes in gradually
    while the map comes up to its scale, so that no edge of it is seen.
    """

    layers: tuple[tuple[Picture, float], ...]
    covers: bool
    """whether the first of them leaves nothing free"""

    def paint(self, painter: QPainter, paper: QColor, now: Viewport, dots: float) -> None:
        """Paint the map on a painter of device pixels, of which ``dots`` are a mm."""
        if not self.covers:
            painter.fillRect(QRectF(0, 0, now.rect.width() * dots, now.rect.height() * dots), paper)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for picture, opacity in self.layers:
            painter.setOpacity(opacity)
            place_picture(painter, picture, now, dots)
        painter.setOpacity(1.0)


def pyramid(pictures: Sequence[Picture], now: Viewport) -> Pyramid:
    """Return what is needed of ``pictures``, which are ordered from the coarsest to the finest."""
    layers: list[tuple[Picture, float]] = []
    for picture in reversed(pictures):
        scale = picture.viewport.metres_per_mm / now.metres_per_mm
        opacity = 1.0 if picture is pictures[0] else min(1.0, (scale - FINEST) / (1 - FINEST))
        if opacity <= 0 or not _meets(picture.viewport, now):
            continue
        layers.append((picture, opacity))
        if opacity >= 1 and picture.covers(now):
            return Pyramid(tuple(reversed(layers)), True)
    return Pyramid(tuple(reversed(layers)), False)


def _meets(one: Viewport, other: Viewport) -> bool:
    left, bottom, right, top = one.extent()
    x0, y0, x1, y1 = other.extent()
    return left < x1 and x0 < right and bottom < y1 and y0 < top


def place_picture(painter: QPainter, picture: Picture, now: Viewport, dots: float) -> None:
    """Draw a picture where it belongs; at its own scale and on whole pixels it is only copied."""
    left, _, _, top = picture.viewport.extent()
    x, y = now.to_page(left, top)
    x, y = x * dots, y * dots
    scale = picture.viewport.metres_per_mm / now.metres_per_mm
    size = QSize(picture.image.size())
    on_pixels = math.isclose(x, round(x), abs_tol=0.01) and math.isclose(y, round(y), abs_tol=0.01)
    if math.isclose(scale, 1.0, abs_tol=1e-6) and on_pixels:
        painter.drawImage(QPointF(round(x), round(y)), picture.image)
    else:
        painter.drawImage(QRectF(x, y, size.width() * scale, size.height() * scale), picture.image)
