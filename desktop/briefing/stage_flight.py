"""A flight: the pictures between what the screen shows and a scene that is ready. It knows no clock and no window."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.briefing.stage_ready import Frame, Ready, paper_of
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


@dataclass(frozen=True, eq=False)
class Shot:
    """What the screen shows at a moment: what a flight sets off from. ``signs`` is None where there is no map."""

    viewport: Viewport
    paper: QColor
    grounds: tuple[Picture, ...]
    """from the coarsest to the finest"""
    shown: Shown
    furniture: QImage
    signs: tuple[Context, QRectF] | None
    bars: tuple[Bars, Values] | None
    look: object
    """what the grounds were painted of: those of one look are pieces of the same map"""


def resting(ready: Ready, viewport: Viewport, grounds: tuple[Picture, ...], drawing: MapDrawing) -> Shot:
    """Return what the screen shows of a scene at rest, wherever the user has moved its map."""
    bars = ready.layout.bars
    return Shot(
        viewport,
        paper_of(ready.context),
        grounds,
        ((1.0, drawing),) if ready.home is not None else (),
        ready.furniture,
        None if ready.home is None else (ready.context, ready.layout.free),
        None if bars is None else (bars, bars.values),
        ready,
    )


class Flight:
    """From a shot to a scene, at its own place or at another ``place``.

    ``share`` is 0 at the start and 1 at the end of the way. ``over_map`` draws over areas, symbols and names.
    """

    def __init__(self, shot: Shot, ready: Ready, over_map: OverMap, place: Viewport | None = None) -> None:
        self.ready = ready
        self.frame: Frame = ready.frame
        self._shot = shot
        self._over_map = over_map
        end = place or ready.home or shot.viewport
        # Where there is no map on one side there is nowhere to fly from, or to.
        flies = ready.home is not None and shot.signs is not None
        self.path = ZoomPath(shot.viewport if flies else end, end)
        after = MapDrawing() if ready.composed is None else ready.composed.drawing
        self._blend = Blend(shot.shown, after)
        self._paper = paper_of(ready.context)
        self._bars = ready.layout.bars

    def picture(self, share: float, *, furniture: bool = True) -> QImage:
        """Return the picture at a share of the way, in device pixels; without furniture it is only the map."""
        now = self.path.at(share)
        image = self._ground(now, share)
        painter = QPainter(image)
        try:
            sheet = SheetPainter(painter, self.frame.dots, sight=self.ready.context.view.sight)
            self._symbols(sheet, now, share)
            if furniture:
                self._over_map(sheet, now)
                self._furniture(sheet, now, share)
        finally:
            painter.end()
        return image

    def shot(self, share: float) -> Shot:
        """Return what is shown at a share of the way, for another flight to set off from."""
        now = self.path.at(share)
        rest = self.ready.grounds if share >= 0.5 else self._shot.grounds
        coarser = tuple(one for one in rest if one.viewport.metres_per_mm > 1.1 * now.metres_per_mm)
        furniture = QImage(self.frame.pixels, QImage.Format.Format_ARGB32_Premultiplied)
        furniture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(furniture)
        _crossed(painter, self._shot.furniture, self.ready.furniture, share)
        painter.end()
        furniture.setDevicePixelRatio(self.frame.ratio)
        ready = self.ready
        return Shot(
            now,
            _mixed(self._shot.paper, self._paper, share),
            (*coarser, Picture(self._ground(now, share), now)),
            self._shown(now, share),
            furniture,
            None if ready.home is None else (ready.context, ready.layout.free),
            None if self._bars is None else (self._bars, self._values(self._bars, share)),
            None,
        )

    # --- the map ----------------------------------------------------------------------------------------------------

    def _ground(self, now: Viewport, share: float) -> QImage:
        """Return areas and lines of both maps, blended."""
        shot, ready = self._shot, self.ready
        one_map = shot.look is ready
        image = QImage(self.frame.pixels, QImage.Format.Format_RGB32)
        image.fill(_mixed(shot.paper, self._paper, share))
        if one_map:
            pictures = sorted((*shot.grounds, *ready.grounds), key=lambda one: -one.viewport.metres_per_mm)
            paint_pyramid(image, pictures, now, self.frame.dots)
            return image
        if share < 1:
            paint_pyramid(image, shot.grounds, now, self.frame.dots)
        if share > 0:
            target = image
            if share < 1:
                target = QImage(self.frame.pixels, QImage.Format.Format_RGB32)
                target.fill(self._paper)
            paint_pyramid(target, ready.grounds, now, self.frame.dots)
            if target is not image:
                painter = QPainter(image)
                painter.setOpacity(share)
                painter.drawImage(0, 0, target)
                painter.end()
        return image

    def _shown(self, now: Viewport, share: float) -> Shown:
        old = names_seen(self.path.start.metres_per_mm, now.metres_per_mm)
        new = names_seen(self.path.end.metres_per_mm, now.metres_per_mm)
        return self._blend.at(share, old, new)

    def _symbols(self, sheet: SheetPainter, now: Viewport, share: float) -> None:
        for opacity, drawing in self._shown(now, share):
            sheet.painter.setOpacity(opacity)
            sheet.map(drawing, now)
        sheet.painter.setOpacity(1.0)

    # --- furniture --------------------------------------------------------------------------------------------------

    def _furniture(self, sheet: SheetPainter, now: Viewport, share: float) -> None:
        painter, shot, ready = sheet.painter, self._shot, self.ready
        if shot.furniture is ready.furniture:
            painter.drawImage(0, 0, _plain(ready.furniture))
        elif share >= 1 or share <= 0:
            painter.drawImage(0, 0, _plain(ready.furniture if share >= 1 else shot.furniture))
        else:
            both = QImage(self.frame.pixels, QImage.Format.Format_ARGB32_Premultiplied)
            both.fill(Qt.GlobalColor.transparent)
            on_both = QPainter(both)
            _crossed(on_both, shot.furniture, ready.furniture, share)
            on_both.end()
            painter.drawImage(0, 0, both)
        self._signs(sheet, now, share)
        self._grow(sheet, share)

    def _signs(self, sheet: SheetPainter, now: Viewport, share: float) -> None:
        after = None if self.ready.home is None else (self.ready.context, self.ready.layout.free)
        before = self._shot.signs
        if before is not None and after is not None and before[1] == after[1]:
            before, share = None, 1.0
        for signs, opacity in ((before, 1 - share), (after, share)):
            if signs is not None and opacity > 0:
                context = replace(signs[0], metres_per_mm=now.metres_per_mm)
                sheet.painter.setOpacity(opacity)
                sheet.page(slide_signs(context, now, signs[1]))
        sheet.painter.setOpacity(1.0)

    def _values(self, bars: Bars, share: float) -> Values:
        """Return the values of the scene's bars on their way from the same ones before, or from nothing."""
        before = self._shot.bars
        if before is not None and before[0].subject == bars.subject and len(before[1]) == len(bars.values):
            start = before[1]
        else:
            start = (None,) * len(bars.values)
        return tuple(mixed_value(old, new, share) for old, new in zip(start, bars.values, strict=True))

    def _grow(self, sheet: SheetPainter, share: float) -> None:
        before, bars = self._shot.bars, self._bars
        stays = before is not None and bars is not None and before[0].subject == bars.subject
        if before is not None and not stays and share < 1:
            sheet.painter.setOpacity(1 - share)
            sheet.page(before[0].items(before[1]))
        if bars is not None and share > 0:
            sheet.painter.setOpacity(1.0 if stays else share)
            sheet.page(bars.items(self._values(bars, share)))
        sheet.painter.setOpacity(1.0)


def _plain(image: QImage) -> QImage:
    """Return a picture by its device pixels, whatever the window makes of them; the pixels are shared."""
    plain = QImage(image)
    plain.setDevicePixelRatio(1.0)
    return plain


def _mixed(before: QColor, after: QColor, share: float) -> QColor:
    parts = ((before.red(), after.red()), (before.green(), after.green()), (before.blue(), after.blue()))
    return QColor(*(round(old + (new - old) * share) for old, new in parts))


def _crossed(painter: QPainter, before: QImage, after: QImage, share: float) -> None:
    """Draw two pictures on a transparent one so that what both have does not turn transparent in between."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    for image, opacity in ((before, 1 - share), (after, share)):
        painter.setOpacity(opacity)
        painter.drawImage(0, 0, _plain(image))


def paint_pyramid(image: QImage, pictures: Sequence[Picture], now: Viewport, dots: float) -> None:
    """Paint one map from pictures of it at several scales, from the coarsest to the finest, each where it is sharp.

    A finer picture comes in gradually while the map comes up to its scale, so that no edge of it is seen.
    """
    wanted: list[tuple[Picture, float]] = []
    for picture in reversed(pictures):
        scale = picture.viewport.metres_per_mm / now.metres_per_mm
        opacity = 1.0 if picture is pictures[0] else min(1.0, (scale - FINEST) / (1 - FINEST))
        if opacity <= 0 or not _meets(picture.viewport, now):
            continue
        wanted.append((picture, opacity))
        if opacity >= 1 and picture.covers(now):
            break
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for picture, opacity in reversed(wanted):
        painter.setOpacity(opacity)
        place_picture(painter, picture, now, dots)
    painter.end()


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
