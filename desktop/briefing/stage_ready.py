"""Scenes made ready for the stage: laid out, composed, and painted at every scale that a flight to them passes.

All of this is work for a thread; what comes of it is shown without any wait.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from desktop.briefing.backstage import Asked
from desktop.map_pictures import OVERSCAN, Composed, Picture
from desktop.map_surface import without_marks
from maps.briefing.blend import NAMES_HOLD
from maps.briefing.slide import covered_by, lay_out_slide, slide_context, slide_viewport
from maps.briefing.slide_layout import SlideLayout
from maps.briefing.staging import Staged
from maps.colour_vision import seen_as
from maps.compose import compose_map, compose_marks
from maps.context import Context
from maps.display import Cancelled, MapDrawing, PageItem, Viewport, fitted
from maps.geometry import Atlas
from maps.mapspace import EXTENT
from maps.painter import SheetPainter
from maps.picking import SymbolIndex

MOST_PIXELS = 1920 * 1200
"""Pixels of the pictures of flights: more take longer than the sixtieth of a second."""

TILE = 40
"""Side, in device pixels, of the tiles in which furniture is blended."""


@dataclass(frozen=True)
class Frame:
    """The window that a scene is shown in: logical pixels, device pixels for each, those in a mm, size of the type."""

    size: QSize
    ratio: float
    logical_dots: float
    type_size: float

    @property
    def rect(self) -> QRectF:
        """The window in mm."""
        return QRectF(0, 0, self.size.width() / self.logical_dots, self.size.height() / self.logical_dots)

    @property
    def dots(self) -> float:
        """Device pixels per mm."""
        return self.logical_dots * self.ratio

    @property
    def pixels(self) -> QSize:
        """The window in device pixels."""
        return self.size * self.ratio

    @property
    def in_flight(self) -> Frame:
        """The frame in which flights are painted: on large screens coarser, and enlarged, so that they stay smooth."""
        pixels = self.pixels.width() * self.pixels.height()
        return self if pixels <= MOST_PIXELS else replace(self, ratio=self.ratio * math.sqrt(MOST_PIXELS / pixels))


@dataclass(frozen=True, eq=False)
class Ready:
    """A scene with everything that is needed to show it.

    ``grounds`` are areas, lines and marks without symbols and names, from the coarsest to the finest, which is at the
    scale of the scene; ``furniture`` is a picture of the whole window without what grows and ``grown`` the same with
    it, ``standing`` at rest. All but that are for flights. A scene without a map has ``home`` and ``composed`` None.
    """

    staged: Staged
    frame: Frame
    context: Context
    layout: SlideLayout
    furniture: QImage
    grown: QImage
    ink: QRegion
    """where these are not empty, device pixels"""
    standing: QImage
    home: Viewport | None
    composed: Composed | None
    grounds: tuple[Picture, ...]


def asked_of(staged: Staged, frame: Frame) -> Hashable:
    """Return what tells one wish from another: scenes are staged anew every time they are asked for."""
    pixels = frame.size.width(), frame.size.height(), frame.ratio, frame.type_size
    missing = tuple(str(one) for one in staged.missing)
    return staged.project, staged.view, staged.scene.id, staged.extent, staged.title, staged.message, missing, pixels


def make_ready(staged: Staged, atlas: Atlas, frame: Frame, scale_bounds: tuple[float, float], stop: Asked) -> Ready:
    """Make a scene ready. ``scale_bounds`` are metres per mm. Raises Cancelled as soon as ``stop`` says so."""
    rect = frame.rect
    context = slide_context(staged, atlas, rect, frame.dots, frame.type_size)
    layout = lay_out_slide(context, staged, rect, frame.type_size)
    if not staged.has_map:
        furniture, grown, standing = _furniture(context, layout, frame)
        return Ready(staged, frame, context, layout, furniture, grown, ink_of(grown), standing, None, None, ())
    home = slide_viewport(context, staged, layout, rect)
    # The legend of hexagons and of people depends on the scale.
    context = replace(context, metres_per_mm=home.metres_per_mm)
    layout = lay_out_slide(context, staged, rect, frame.type_size)
    home = slide_viewport(context, staged, layout, rect)
    home = replace(home, metres_per_mm=min(max(home.metres_per_mm, scale_bounds[0]), scale_bounds[1]))
    context = replace(context, metres_per_mm=home.metres_per_mm)
    furniture, grown, standing = _furniture(context, layout, frame)
    if stop():
        raise Cancelled
    # Names stay where they are when the map is moved, but at first none is to lie under a card or the scale bar.
    drawing = compose_map(replace(context, covered=covered_by(context, layout, home)), stop)
    composed = Composed(drawn_by(context, frame), drawing, SymbolIndex(drawing.symbols))
    grounds = paint_grounds(context, drawing, home, frame.in_flight, stop)
    _stamp(context, drawing, home, frame.in_flight, stop)
    return Ready(staged, frame, context, layout, furniture, grown, ink_of(grown), standing, home, composed, grounds)


def drawn_by(context: Context, frame: Frame) -> tuple[object, ...]:
    """Return what a drawing depends on, as ``MapSurface`` tells one from another."""
    return context.project, without_marks(context.view), context.metres_per_mm, context.unit, frame.ratio


def _furniture(context: Context, layout: SlideLayout, frame: Frame) -> tuple[QImage, QImage, QImage]:
    """Return pictures of what stands over the map: for flights without and with what grows, and at rest."""
    items = layout.items if layout.chart is None else (*layout.items, layout.chart.draw())
    grown = () if layout.bars is None else layout.bars.items(layout.bars.values)
    furniture = grown_up = _page_picture(context, frame.in_flight, items)
    if grown:
        grown_up = furniture.copy()
        _paint_page(grown_up, context, frame.in_flight, grown)
    standing = grown_up if frame.in_flight == frame else _page_picture(context, frame, (*items, *grown))
    return furniture, grown_up, standing


def _page_picture(context: Context, frame: Frame, items: tuple[PageItem, ...]) -> QImage:
    image = QImage(frame.pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    _paint_page(image, context, frame, items)
    return image


def ink_of(image: QImage) -> QRegion:
    """Return which parts of a transparent picture are not empty, in tiles."""
    height, width = image.height(), image.width()
    drawn = np.frombuffer(image.constBits(), np.uint32).reshape(height, width) != 0
    rows, columns = range(0, height, TILE), range(0, width, TILE)
    tiles = np.logical_or.reduceat(np.logical_or.reduceat(drawn, rows, axis=0), columns, axis=1)
    region = QRegion()
    for row, column in np.argwhere(tiles).tolist():
        region += QRect(column * TILE, row * TILE, TILE, TILE)
    return region & image.rect()


def _paint_page(image: QImage, context: Context, frame: Frame, items: tuple[PageItem, ...]) -> None:
    image.setDevicePixelRatio(1.0)
    painter = QPainter(image)
    try:
        SheetPainter(painter, frame.dots, sight=context.view.sight).page(items)
    finally:
        painter.end()
    image.setDevicePixelRatio(frame.ratio)


def paint_grounds(
    context: Context, drawing: MapDrawing, seen: Viewport, frame: Frame, stop: Asked
) -> tuple[Picture, ...]:
    """Return pictures of areas and lines around ``seen``: at its scale, at twice that, and so on up to all of Taiwan.

    The finest reaches beyond the window as every picture of the map does.
    """
    whole = fitted(frame.rect, EXTENT)
    pictures = [paint_ground(context, drawing, with_margin(seen, frame), frame, stop)]
    scale = 2 * seen.metres_per_mm
    plain = replace(context.view, layers=context.view.layers - {"labels"})
    while scale < 2 * whole.metres_per_mm:
        if 1.5 * scale >= whole.metres_per_mm:
            scale = 2 * whole.metres_per_mm  # the last one
        viewport = Viewport(frame.rect, seen.centre, scale) if scale < whole.metres_per_mm else whole
        coarser = replace(context, view=plain, metres_per_mm=viewport.metres_per_mm)
        pictures.append(paint_ground(coarser, compose_map(coarser, stop), viewport, frame, stop))
        scale *= 2
    return tuple(reversed(pictures))


def with_margin(seen: Viewport, frame: Frame) -> Viewport:
    """Return the viewport of a picture that reaches beyond the window by whole pixels."""
    margin = QSize(round(frame.size.width() * OVERSCAN), round(frame.size.height() * OVERSCAN))
    size = frame.size + margin * 2
    rect = QRectF(0, 0, size.width() / frame.logical_dots, size.height() / frame.logical_dots)
    return Viewport(rect, seen.centre, seen.metres_per_mm)


def paint_ground(context: Context, drawing: MapDrawing, viewport: Viewport, frame: Frame, stop: Asked) -> Picture:
    """Return a picture of the areas and lines of a drawing, and of the place that is selected."""
    dots = frame.dots
    size = QSize(round(viewport.rect.width() * dots), round(viewport.rect.height() * dots))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(paper_of(context))
    painter = QPainter(image)
    try:
        marks = compose_marks(context, drawing.symbols)
        sheet = SheetPainter(painter, dots, cancelled=stop, sight=context.view.sight)
        sheet.map(MapDrawing(drawing.shapes, marks=marks), viewport)
    finally:
        painter.end()
    return Picture(image, viewport)


def paper_of(context: Context) -> QColor:
    """Return the colour of the sea, as the eye that is drawn for sees it."""
    return QColor(seen_as(context.theme.paper, context.view.sight))


def near(drawing: MapDrawing, seen: Viewport) -> MapDrawing:
    """Return a drawing with the names around ``seen`` alone: as far as a flight shows them (``NAMES_HOLD``).

    Names elsewhere would only flit past, and the first drawing of each takes a millisecond.
    """
    left, bottom, right, top = _reached(seen).extent()
    return replace(
        drawing, labels=tuple(one for one in drawing.labels if left < one.x < right and bottom < one.y < top)
    )


def _reached(seen: Viewport) -> Viewport:
    reach = 2**NAMES_HOLD
    return replace(seen, rect=QRectF(0, 0, reach * seen.rect.width(), reach * seen.rect.height()))


def _stamp(context: Context, drawing: MapDrawing, home: Viewport, frame: Frame, stop: Asked) -> None:
    """Have the symbols and names that a flight to ``home`` shows: the first drawing of each takes longest."""
    x, y = home.centre
    symbols = tuple({one.style: replace(one, x=x, y=y) for one in drawing.symbols}.values())
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        sheet = SheetPainter(painter, frame.dots, cancelled=stop, sight=context.view.sight)
        sheet.map(MapDrawing(symbols=symbols, labels=near(drawing, home).labels), _reached(home))
    finally:
        painter.end()
