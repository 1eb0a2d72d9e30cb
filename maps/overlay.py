"""Furniture of the map in the window: what stands still while the map is moved under it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from maps.context import Context
from maps.display import PageBox, PageItem, PageText, TextStyle, Viewport, fitted
from maps.fonts import ASCENT, text_width, wrapped
from maps.furniture import legend_items, north_arrow, panel, scale_bar
from maps.legend import legend
from maps.mapspace import EXTENT
from maps.words import definition_line, title

LEGEND_WIDTH = 47.0
"""Width of the legend in the window, mm."""

ROOM_FOR_LEGEND = 2.7
"""Widths of the legend that the window must have to show it: in a narrower one it would hide the map."""

TITLE_HEIGHT = 9.0

VEIL = "#E0"
"""Opacity (of #AARRGGBB) of the strips on which title and definition stand when the map is moved under them."""

WEST_OF_CAPE = 0.5
"""Share of the map's width that is sea at its foot: the southern cape begins right of it."""

OVERLAP = 0.02
"""Share of the legend's width that may cover the sea in the east of the map, where the window is narrow."""


@dataclass(frozen=True)
class Overlay:
    """``items`` stand on the window; ``free`` is the part of it, in mm, in which the whole map is fitted."""

    items: tuple[PageItem, ...]
    free: QRectF


def window_overlay(context: Context, width: float, height: float) -> Overlay:
    """Return title, legend and definition line for a map of ``width`` × ``height`` mm."""
    unit, theme = context.unit, context.theme
    heading = TextStyle(3.9 * unit, theme.text, bold=True)
    words = title(context)
    fit = (width - 8 * unit) / text_width(words, heading.size, True)
    heading = replace(heading, size=heading.size * min(1.0, fit))
    quiet = TextStyle(2.1 * unit, theme.muted)
    lines = wrapped(definition_line(context), quiet.size, width - 8 * unit)
    foot = len(lines) * 1.35 * quiet.size + 2.4 * unit
    veil = VEIL + theme.paper.removeprefix("#")
    items: list[PageItem] = [
        PageBox(QRectF(0, 0, width, TITLE_HEIGHT * unit), veil),
        PageBox(QRectF(0, height - foot, width, foot), veil),
        PageText(4 * unit, 2.6 * unit + ASCENT * heading.size, words, heading),
    ]
    bottom = height - 1.6 * unit
    for number, line in enumerate(reversed(lines)):
        items.append(PageText(4 * unit, bottom - number * 1.35 * quiet.size, line, quiet))
    top = TITLE_HEIGHT * unit
    free_height = max(height - top - foot, height / 2)
    right = width
    if context.shows("legend") and width > ROOM_FOR_LEGEND * LEGEND_WIDTH * unit:
        block, box = _legend(context, width, height - foot)
        items += block
        # The map keeps clear of the legend as far as that does not make it smaller.
        wanted = free_height * (EXTENT[2] - EXTENT[0]) / (EXTENT[3] - EXTENT[1])
        right = min(max(box.left(), wanted), box.left() + OVERLAP * box.width())
    return Overlay(tuple(items), QRectF(0, top, max(right, width / 2), free_height))


def _legend(context: Context, width: float, bottom: float) -> tuple[list[PageItem], QRectF]:
    """Return the legend in the lower right corner, smaller where the window is too low for it, and its ground."""
    scale = 1.0
    while True:
        unit = context.unit * scale
        pad = 2.2 * unit
        column = LEGEND_WIDTH * unit - 2 * pad
        sections = legend(replace(context, unit=unit))
        height = legend_items(sections, context.theme, 0, 0, column, unit)[1] + 2 * pad
        if height <= bottom - TITLE_HEIGHT * context.unit or scale < 0.6:
            break
        scale *= 0.95
    box = QRectF(width - LEGEND_WIDTH * unit - 2 * unit, bottom - height, LEGEND_WIDTH * unit, height)
    ground: PageBox = panel(context.theme, box, unit)
    items, _ = legend_items(sections, context.theme, box.left() + pad, box.top() + pad, column, unit)
    return [ground, *items], box


def window_scale(context: Context, viewport: Viewport, free: QRectF) -> list[PageItem]:
    """Return scale bar and north arrow in the lower left corner of ``free``, west of where the island ends.

    They are the one piece of furniture that changes while zooming.
    """
    unit = context.unit
    width = min(50 * unit, WEST_OF_CAPE * free.width() - 2 * unit)
    box = QRectF(free.left() + 2 * unit, free.bottom() - 15 * unit, width, 14 * unit)
    bar = scale_bar(context, viewport, box.left() + 13 * unit, box.bottom() - 5.4 * unit, width - 21 * unit)
    right = max(item.rect.right() for item in bar if isinstance(item, PageBox)) + 7 * unit
    # A veil under each of them and no larger: a name beside them is not to lose its letters.
    arrow_ground = QRectF(box.left() + 1.5 * unit, box.top(), 7 * unit, box.height())
    bar_ground = QRectF(box.left() + 11 * unit, box.top() + 4.6 * unit, right - box.left() - 11 * unit, 9.4 * unit)
    veil = VEIL + context.theme.paper.removeprefix("#")
    return [
        *(PageBox(ground, veil, radius=1.2 * unit) for ground in (arrow_ground, bar_ground)),
        *north_arrow(context, box.left() + 5 * unit, box.top() + 1.6 * unit),
        *bar,
    ]


def fitted_viewport(overlay: Overlay, width: float, height: float) -> Viewport:
    """Return the viewport of the whole window in which all of Taiwan stands in the free part."""
    inner = fitted(overlay.free, EXTENT)
    return around(inner, QRectF(0, 0, width, height))


def around(inner: Viewport, rect: QRectF) -> Viewport:
    """Return the viewport of ``rect`` that shows ``inner``'s map at its place and scale."""
    return Viewport(rect, inner.to_map(rect.center().x(), rect.center().y()), inner.metres_per_mm)
