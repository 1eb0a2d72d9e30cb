"""Layout of a page: the map on one side, title, scorecard, legend and sources beside it (or below, on a tall page).

Nothing here depends on a window or a resolution; a page is laid out in mm and looks the same at any number of dots.
"""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QRectF

from data.project import Project
from maps.compose import compose_map, compose_marks, place_extent
from maps.context import Context
from maps.display import PageItem, Sheet, TextStyle, Viewport, fitted
from maps.fonts import text_width
from maps.furniture import legend_items, north_arrow, scale_bar, text_block
from maps.geometry import Atlas
from maps.legend import Section, legend
from maps.mapspace import EXTENT, FRAMES, frame_of_town
from maps.sheet_spec import SheetSpec
from maps.table import circle_table
from maps.texts import Texts
from maps.view import MapView
from maps.words import source_lines, subtitle, title

A4_DIAGONAL = math.sqrt(297 * 210)
"""Type and symbols are sized for A4 and grow with the square root of the page's area."""

MAP_ASPECT = (EXTENT[2] - EXTENT[0]) / (EXTENT[3] - EXTENT[1])

LEGEND_WIDTH = 84.0
"""Widest column of the legend, mm: further right the counts would lose their rows."""

TABLE_WIDTH = 150.0
"""Widest table, mm."""

LARGEST = 1.3
"""Enlargement of the text beside the map where the page has room for it."""

SMALLEST = 0.55
"""Share of its proper size to which the text beside the map may shrink before it would have to be cut."""

EAST_OF_BOXES = max(frame.box[2] for frame in FRAMES) + 1500


def page_sheet(
    project: Project,
    view: MapView,
    atlas: Atlas,
    width: float,
    height: float,
    dots: float,
    spec: SheetSpec = SheetSpec(),  # noqa: B008 - frozen
) -> Sheet:
    """Lay out a page of ``width`` × ``height`` mm. ``dots`` (device pixels per mm) only choose the level of detail."""
    unit = math.sqrt(width * height) / A4_DIAGONAL
    margin = 8 * unit
    gap = 6 * unit
    if width > 1.1 * height:
        map_height = height - 2 * margin
        map_width = min(map_height * MAP_ASPECT, (width - 2 * margin) * 0.6)
        map_rect = QRectF(margin, margin, map_width, map_height)
        side = QRectF(margin + map_width + gap, margin, width - 2 * margin - map_width - gap, map_height)
    else:
        map_height = (height - 2 * margin) * 0.62
        map_rect = QRectF(margin, margin, width - 2 * margin, map_height)
        side = QRectF(margin, margin + map_height + gap, width - 2 * margin, height - 2 * margin - map_height - gap)
    texts = Texts(view.language)
    viewport = fitted(map_rect, EXTENT)
    context = Context(project, view, atlas, texts, viewport.metres_per_mm, unit, dots)
    if view.focus is not None:
        viewport = _focused(context, map_rect)
        context = replace(context, metres_per_mm=viewport.metres_per_mm)
    context = replace(context, extent=viewport.extent())
    drawing = compose_map(context)
    drawing = replace(drawing, marks=compose_marks(context, drawing.symbols))
    above: list[PageItem] = [
        *scale_bar(context, viewport, map_rect.left() + 2 * unit, map_rect.bottom() - 4.5 * unit, 34 * unit),
        *north_arrow(context, map_rect.left() + 4 * unit, map_rect.bottom() - 22 * unit),
        *_side_items(context, side),
    ]
    return Sheet(width, height, context.theme.paper, viewport, drawing, above=tuple(above))


def _focused(context: Context, rect: QRectF) -> Viewport:
    """Return the viewport of what has the focus, with the inset boxes kept out of sight where they are not meant."""
    extent = None if context.view.focus is None else place_extent(context, context.view.focus)
    if extent is None:
        return fitted(rect, EXTENT)
    on_main_map = all(
        frame_of_town(town.code) is None
        for town, in_focus in zip(context.project.data.towns, context.towns_in_focus, strict=True)
        if in_focus
    )
    if not on_main_map:
        extent = _with_boxes(extent)
    pad = 0.06 * max(extent[2] - extent[0], extent[3] - extent[1])
    viewport = fitted(rect, (extent[0] - pad, extent[1] - pad, extent[2] + pad, extent[3] + pad))
    left = viewport.extent()[0]
    if on_main_map and left < EAST_OF_BOXES:
        # The circle may move to the left edge of the picture, but not out of it.
        shift = min(EAST_OF_BOXES - left, extent[0] - pad / 2 - left)
        if shift > 0:
            viewport = replace(viewport, centre=(viewport.centre[0] + shift, viewport.centre[1]))
    return viewport


def _with_boxes(extent: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return ``extent`` widened to whole inset boxes, with room below them for the name of the circle."""
    boxes = [frame.box for frame in FRAMES]
    return (
        min(extent[0], *(box[0] for box in boxes)),
        min(extent[1], *(box[1] for box in boxes)) - 12_000,
        max(extent[2], *(box[2] for box in boxes)),
        max(extent[3], *(box[3] for box in boxes)),
    )


def _side_items(context: Context, side: QRectF) -> list[PageItem]:
    """Set the text beside the map as large as all of it fits: nothing is ever cut off."""
    scale = LARGEST
    while True:
        items, overflow = _set_side(replace(context, unit=context.unit * scale), side)
        if overflow <= 0 or scale <= SMALLEST:
            return items
        scale *= 0.95


def _set_side(context: Context, side: QRectF) -> tuple[list[PageItem], float]:
    """Return the items beside the map and by how many mm they run into each other."""
    unit, theme = context.unit, context.theme
    heading = TextStyle(6.4 * unit, theme.text, bold=True)
    words = title(context)
    # A title that nearly fits on one line is made to fit: one word left over on a second line looks like a mistake.
    fit = side.width() / text_width(words, heading.size, True)
    if 0.72 <= fit < 1:
        heading = replace(heading, size=heading.size * fit * 0.995)
    items, y = text_block(words, side.left(), side.top(), side.width(), heading, 1.3)
    below, y = text_block(
        subtitle(context), side.left(), y + 0.6 * unit, side.width(), TextStyle(3 * unit, theme.muted)
    )
    items += below
    y += 4 * unit
    table, y = circle_table(context, side.left(), y, min(side.width(), TABLE_WIDTH * unit))
    items += table
    y += 5 * unit
    sources, height = _sources(context, side)
    room = side.bottom() - height - 3 * unit
    columns = 2 if side.width() > 118 * unit else 1
    legend_part, end = _legend_columns(context, side, y, columns)
    items += legend_part
    items += sources
    return items, end - room


def _sources(context: Context, side: QRectF) -> tuple[list[PageItem], float]:
    """Return the source block set against the lower edge of ``side``, and its height."""
    style = TextStyle(2.0 * context.unit, context.theme.muted)
    y = 0.0
    blocks: list[tuple[str, float]] = []
    for line in source_lines(context):
        blocks.append((line, y))
        y = text_block(line, 0, y, side.width(), style, 1.32)[1] + 0.5 * context.unit
    items: list[PageItem] = []
    for line, offset in blocks:
        items += text_block(line, side.left(), side.bottom() - y + offset, side.width(), style, 1.32)[0]
    return items, y


def _legend_columns(context: Context, side: QRectF, y: float, columns: int) -> tuple[list[PageItem], float]:
    """Return the legend in one or two columns from ``y`` down, and the y below the longer one."""
    sections = legend(context)
    gap = 8 * context.unit
    width = min((side.width() - gap * (columns - 1)) / columns, LEGEND_WIDTH * context.unit)
    split: list[list[Section]] = [sections] if columns == 1 else [sections[:-1], sections[-1:]]
    items: list[PageItem] = []
    end = y
    for number, part in enumerate(part for part in split if part):
        left = side.left() + number * (width + gap)
        column, below = legend_items(part, context.theme, left, y, width, context.unit)
        items += column
        end = max(end, below)
    return items, end
