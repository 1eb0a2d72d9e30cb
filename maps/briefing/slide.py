"""A scene as a slide: a few large words, one map, its legend, one panel, and where it all comes from.

Laid out for any rectangle: a screen, a picture to hand out, a part of a page.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from data.scene import Extent
from maps.briefing.ink import ink_strokes
from maps.briefing.slide_layout import READABLE, SlideLayout
from maps.briefing.slide_map import lay_out_map
from maps.briefing.slide_page import SlidePage
from maps.briefing.slide_pages import lay_out_page
from maps.briefing.staging import Staged
from maps.compose import compose_map, compose_marks
from maps.context import Context
from maps.display import Label, MapDrawing, PageBox, PageItem, PageText, Sheet, Viewport, fitted
from maps.focus import frames_in_focus, wanted_extent, without_strangers
from maps.furniture import north_arrow, ratio_text, scale_bar
from maps.geometry import Atlas
from maps.mapspace import EXTENT, FRAMES
from maps.overlay import VEIL, WEST_OF_CAPE, around
from maps.texts import Texts

ON_MAP = 0.68
"""Type on the map against the type beside it: still readable, and there is room for all counties and circles."""

DAMPED = 0.4
"""Power of the size of the type by which names and symbols grow: the map they stand on does not."""

SYMBOLS = 0.62
"""Symbols of sites against the type on the map: they are found without being read, and must not pile up."""

NARROWEST, WIDEST = 0.7, 1.7
"""Width of the map's place as a share of its height, whatever the proportions of what it shows."""


SHORT = 17.0
"""Where a scale bar ends, in mm at unit 1, that is too short for a zero beside its length."""


def slide_unit(height: float, size: float = 1.0) -> float:
    """Return the enlargement of the type on a slide of ``height`` mm; ``size`` is what the presenter asks for."""
    return size * READABLE * height / 2.1


def map_unit(height: float, size: float = 1.0) -> float:
    """Return the enlargement of symbols and names on the map of a slide of ``height`` mm."""
    return ON_MAP * slide_unit(height, size**DAMPED)


def lay_out_slide(context: Context, staged: Staged, rect: QRectF, size: float = 1.0) -> SlideLayout:
    """Lay out everything of a scene but its map in ``rect`` (mm); ``size`` enlarges the type.

    ``context`` is that of the map (``slide_context``). Takes some milliseconds; a chart is drawn only when
    ``SlideLayout.chart`` is asked.
    """
    page = SlidePage(context, staged, rect, size * READABLE * rect.height())
    if not staged.has_map:
        return lay_out_page(page)
    left, bottom, right, top = _extent(context, staged)
    return lay_out_map(page, min(max((right - left) / (top - bottom), NARROWEST), WIDEST))


def _extent(context: Context, staged: Staged) -> Extent:
    """Return what the scene shows: its extent, what has the focus, or all of Taiwan."""
    return wanted_extent(context) if staged.extent is None else staged.extent


def slide_signs(context: Context, viewport: Viewport, free: QRectF) -> list[PageItem]:
    """Return scale bar and north arrow of the map in ``free``, which change while the user zooms."""
    unit = context.unit / ON_MAP * 2.1 / 2.4
    context = replace(context, unit=unit)
    left, bottom = free.left(), free.bottom()
    longest = min(26 * unit, max(WEST_OF_CAPE * free.width() - 12.6 * unit, 4 * unit))
    # A ratio means nothing on a projector.
    bar = scale_bar(context, viewport, left + 9.4 * unit, bottom - 1.6 * unit, longest)[:-1]
    end = max(item.rect.right() for item in bar if isinstance(item, PageBox))
    right = end + 7 * unit
    if end - left < SHORT * unit:
        bar = [item for item in bar if not (isinstance(item, PageText) and item.text == "0")]
    veil = VEIL + context.theme.paper.removeprefix("#")
    grounds = (
        QRectF(left, bottom - 9.4 * unit, 6.0 * unit, 9.4 * unit),
        QRectF(left + 7.4 * unit, bottom - 6.2 * unit, right - left - 7.4 * unit, 6.2 * unit),
    )
    return [
        *(PageBox(ground, veil, radius=1.2 * unit) for ground in grounds),
        *north_arrow(replace(context, unit=0.86 * unit), left + 3.0 * unit, bottom - 8.7 * unit),
        *bar,
    ]


def slide_viewport(context: Context, staged: Staged, layout: SlideLayout, rect: QRectF) -> Viewport:
    """Return the viewport of the whole ``rect`` that shows what the scene wants in the free part of the layout."""
    extent = _extent(context, staged)
    inner = fitted(layout.free, extent)
    whole = around(inner, rect)
    if staged.extent is not None or frames_in_focus(context) != {None}:
        return whole
    clear = without_strangers(context, whole, extent)
    spare = layout.free.width() * inner.metres_per_mm - (extent[2] - extent[0])
    # What is meant stays near the middle, even where inset boxes are then seen beside it.
    return clear if clear.centre[0] - whole.centre[0] <= spare / 4 else whole


def slide_context(staged: Staged, atlas: Atlas, rect: QRectF, dots: float, size: float = 1.0) -> Context:
    """Return the context of a slide's map as the scene shows it; ``dots`` are device pixels per mm."""
    whole = fitted(rect, EXTENT)
    texts = Texts(staged.view.language)
    unit = map_unit(rect.height(), size)
    return Context(staged.project, staged.view, atlas, texts, whole.metres_per_mm, unit, dots, symbols=SYMBOLS)


def slide_sheet(staged: Staged, atlas: Atlas, width: float, height: float, dots: float) -> Sheet:
    """Return a slide as a sheet of ``width`` × ``height`` mm: what a show puts on the screen, to be handed out."""
    rect = QRectF(0, 0, width, height)
    context = slide_context(staged, atlas, rect, dots)
    layout = lay_out_slide(context, staged, rect)
    viewport = slide_viewport(context, staged, layout, rect)
    if not staged.has_map:
        return Sheet(width, height, context.theme.paper, viewport, MapDrawing(), above=layout.all_items)
    # The legend of hexagons and of people depends on the scale.
    context = replace(context, metres_per_mm=viewport.metres_per_mm)
    layout = lay_out_slide(context, staged, rect)
    viewport = slide_viewport(context, staged, layout, rect)
    signs = slide_signs(context, viewport, layout.free)
    context = replace(context, metres_per_mm=viewport.metres_per_mm)
    covered = covered_by(context, layout, viewport)
    context = replace(context, extent=viewport.extent(), covered=covered)
    drawing = compose_map(context)
    marks = (*compose_marks(context, drawing.symbols), *ink_strokes(staged.scene.ink, context))
    drawing = replace(drawing, labels=_without_ratios(context, drawing), marks=marks)
    return Sheet(width, height, context.theme.paper, viewport, drawing, above=(*layout.all_items, *signs))


def covered_by(context: Context, layout: SlideLayout, viewport: Viewport) -> tuple[Extent, ...]:
    """Return what of the map lies under cards and signs, in map space: names keep off it."""
    signs = slide_signs(context, viewport, layout.free)
    boxes = [*layout.grounds, *(item.rect for item in signs if isinstance(item, PageBox))]
    return tuple(_on_map(viewport, box) for box in boxes)


def _without_ratios(context: Context, drawing: MapDrawing) -> tuple[Label, ...]:
    """Return the names without the ratios of inset boxes, which are true on paper only."""
    ratios = {ratio_text(context, context.metres_per_mm * 1000 / frame.scale) for frame in FRAMES}
    return tuple(label for label in drawing.labels if label.text not in ratios)


def _on_map(viewport: Viewport, box: QRectF) -> Extent:
    """Return a box of the slide in map space."""
    return *viewport.to_map(box.left(), box.bottom()), *viewport.to_map(box.right(), box.top())
