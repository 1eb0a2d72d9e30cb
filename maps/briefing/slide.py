"""A scene as a slide: a few large words, one map, its legend, one chart, and where it all comes from.

Laid out for any rectangle: a screen, a picture to hand out, a part of a page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from maps.briefing.staging import Staged
from maps.compose import compose_map, compose_marks
from maps.context import Context
from maps.display import MapDrawing, PageBox, PageItem, PageText, Sheet, TextStyle, Viewport, fitted
from maps.geometry import Atlas
from maps.mapspace import EXTENT
from maps.overlay import around
from maps.texts import Texts

READABLE = 0.025
"""Least em height of text on a slide as a share of its height: what the back row can read."""


@dataclass(frozen=True)
class SlideLayout:
    """``items`` stand on the slide, over the map; ``free`` is the part of it, in mm, in which the map is fitted."""

    items: tuple[PageItem, ...]
    free: QRectF


def slide_unit(height: float, size: float = 1.0) -> float:
    """Return the enlargement of the type on a slide of ``height`` mm; ``size`` is what the presenter asks for."""
    return size * READABLE * height / 2.1


def map_unit(height: float, size: float = 1.0) -> float:
    """Return the enlargement of symbols and names on the map of a slide of ``height`` mm."""
    return 0.6 * slide_unit(height, size)


def lay_out_slide(context: Context, staged: Staged, rect: QRectF, size: float = 1.0) -> SlideLayout:
    """Lay out everything of a scene but its map in ``rect`` (mm); ``size`` enlarges the type."""
    unit = slide_unit(rect.height(), size)
    style = TextStyle(4.2 * unit, context.theme.text, bold=True)
    bar = QRectF(rect.left(), rect.top(), rect.width(), 8 * unit)
    items: list[PageItem] = [PageBox(bar, context.theme.paper)]
    items.append(PageText(rect.left() + 4 * unit, rect.top() + 6 * unit, staged.title, style))
    return SlideLayout(tuple(items), rect.adjusted(0, bar.height(), 0, 0))


def slide_signs(context: Context, viewport: Viewport, free: QRectF) -> list[PageItem]:
    """Return scale bar and north arrow of the map in ``free``, which change while the user zooms."""
    return []


def slide_viewport(context: Context, staged: Staged, layout: SlideLayout, rect: QRectF) -> Viewport:
    """Return the viewport of the whole ``rect`` that shows what the scene wants in the free part of the layout."""
    return around(fitted(layout.free, staged.extent or EXTENT), rect)


def slide_context(staged: Staged, atlas: Atlas, rect: QRectF, dots: float, size: float = 1.0) -> Context:
    """Return the context of a slide's map as the scene shows it; ``dots`` are device pixels per mm."""
    whole = fitted(rect, EXTENT)
    texts = Texts(staged.view.language)
    unit = map_unit(rect.height(), size)
    return Context(staged.project, staged.view, atlas, texts, whole.metres_per_mm, unit, dots)


def slide_sheet(staged: Staged, atlas: Atlas, width: float, height: float, dots: float) -> Sheet:
    """Return a slide as a sheet of ``width`` × ``height`` mm: what a show puts on the screen, to be handed out."""
    rect = QRectF(0, 0, width, height)
    context = slide_context(staged, atlas, rect, dots)
    layout = lay_out_slide(context, staged, rect)
    viewport = slide_viewport(context, staged, layout, rect)
    context = replace(context, metres_per_mm=viewport.metres_per_mm, extent=viewport.extent())
    drawing = MapDrawing()
    if staged.has_map:
        drawing = compose_map(context)
        drawing = replace(drawing, marks=compose_marks(context, drawing.symbols))
    signs = slide_signs(context, viewport, layout.free) if staged.has_map else []
    return Sheet(width, height, context.theme.paper, viewport, drawing, above=(*layout.items, *signs))
