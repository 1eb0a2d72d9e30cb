"""A page: its elements laid out by a template, the map drawn for the place that they leave.

Nothing here depends on a window or a resolution; a page is laid out in mm and looks the same at any number of dots.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF

from data.errors import InputError
from data.own_text import MOST_CHARACTERS, MOST_LINES, is_too_long
from data.project import Project
from maps.blocks import Block, north_block, scale_block
from maps.calm import Corner, Ground, calmest, with_panel
from maps.compose import compose_map, compose_marks
from maps.context import Context
from maps.display import Inset, PageBox, PageItem, PageLine, Sheet, Stroke, Viewport, fitted
from maps.focus import frames_in_focus, ground_scale, wanted_extent, without_strangers
from maps.furniture import panel
from maps.geometry import Atlas
from maps.locator import HEIGHT, LARGEST, WIDTH, locator, shows_a_part
from maps.mapspace import EXTENT
from maps.rings import rings
from maps.sheet_spec import ElementId, Extent, SheetSpec
from maps.templates import PANEL_PAD, Layout, lay_out, page_unit
from maps.texts import Texts
from maps.view import MapView

LEFT_FOOT = (False, True)
"""The corner of the scale bar, where Taiwan leaves sea; others are taken only if something else stands there."""

LEAST_EXTENT = 5000.0
"""Metres of map space that a sheet shows at least; most places are known less exactly than that shows."""

PASSES = 3
"""How often the sheet is laid out at most: what the legend says depends on the scale, and that on the legend's size."""


def page_sheet(
    project: Project,
    view: MapView,
    atlas: Atlas,
    width: float,
    height: float,
    dots: float,
    spec: SheetSpec = SheetSpec(),
) -> Sheet:
    """Lay out a page of ``width`` × ``height`` mm. ``dots`` (device pixels per mm) only choose the level of detail.

    Raises InputError for a logo that cannot be read, and for a text that no sheet has room for.
    """
    if any(is_too_long(text) for text in (*spec.texts.values(), spec.author)):
        raise InputError(
            "A text of the sheet is too long; give up to {characters} characters and {lines} lines.",
            characters=MOST_CHARACTERS,
            lines=MOST_LINES,
        )
    unit = page_unit(width, height) * spec.enlarged
    whole = fitted(QRectF(0, 0, width, height), EXTENT)
    context = Context(project, view, atlas, Texts(view.language), whole.metres_per_mm, unit, dots)
    extent = _with_rings(context, wanted_extent(context)) if spec.extent is None else _sound(spec.extent)
    for _ in range(PASSES):
        layout = lay_out(context, spec, (width, height), extent)
        viewport, blocks = _map_place(context, layout, extent)
        if spec.extent is None:
            clear = without_strangers(context, viewport, extent)
            over = [block.box for name, block in blocks.items() if name == "legend" and layout.panel is not None]
            if not any(Ground(context).under(clear, box) for box in over):
                viewport = clear
        settled = abs(viewport.metres_per_mm / context.metres_per_mm - 1) < 1e-6
        context = replace(context, metres_per_mm=viewport.metres_per_mm)
        if settled:
            break
    dragged = [_dragged(block, spec.moved.get(name), width, height).box for name, block in blocks.items()]
    blocks |= _signs(context, spec, viewport, _column(context, layout), blocks, dragged)
    insets: tuple[Inset, ...] = ()
    elements = {"map": viewport.rect}
    above: list[PageItem] = []
    if shows_a_part(viewport) and ground_scale(viewport) == 1:
        # Land that is cut off ends at a line; inset boxes have one of their own.
        above += _edges(context, viewport.rect, bool(layout.bleed))
    for name, block in blocks.items():
        placed = _dragged(block, spec.moved.get(name), width, height)
        elements[name] = placed.box
        if name == "chart":
            from maps.chart_block import chart_block  # Matplotlib takes most of a second

            placed = chart_block(context, spec.chart, placed.box)
        elif name == "locator":
            insets = (locator(context, viewport, placed.box),)
        above += placed.items
    context = replace(context, extent=viewport.extent(), covered=_covered(viewport, elements))
    drawing = compose_map(context)
    drawing = replace(
        drawing,
        shapes=(*drawing.shapes, *_county_outline(context)),
        marks=compose_marks(context, drawing.symbols),
    )
    return Sheet(
        width, height, context.theme.paper, viewport, drawing, above=tuple(above), insets=insets, elements=elements
    )


def _with_rings(context: Context, extent: Extent) -> Extent:
    """Return all of Taiwan with room for the rings that reach beyond it: cut off they would look like a mistake."""
    if extent != EXTENT or not context.shows("rings"):
        return extent
    around = [ring.outline.controlPointRect() for ring in rings(context)]
    return (
        (
            min(extent[0], *(box.left() for box in around)),
            min(extent[1], *(box.top() for box in around)),
            max(extent[2], *(box.right() for box in around)),
            max(extent[3], *(box.bottom() for box in around)),
        )
        if around
        else extent
    )


def _edges(context: Context, rect: QRectF, bleed: bool) -> list[PageItem]:
    """Return the frame of a map, or where it runs over both sides of the page the lines over and under it."""
    colour, width = context.theme.frame, 0.16 * context.unit
    if not bleed:
        return [PageBox(rect, "", colour, width)]
    return [PageLine(((rect.left(), y), (rect.right(), y)), colour, width) for y in (rect.top(), rect.bottom())]


def _sound(extent: Extent) -> Extent:
    """Return an extent of five kilometres at least, whichever corners it was given by."""
    left, right = sorted((extent[0], extent[2]))
    bottom, top = sorted((extent[1], extent[3]))
    across, down = max(0.0, LEAST_EXTENT - (right - left)) / 2, max(0.0, LEAST_EXTENT - (top - bottom)) / 2
    return left - across, bottom - down, right + across, top + down


def _county_outline(context: Context) -> tuple[Stroke, ...]:
    """Return a thin outline of the county in focus, under symbols and names: circles have one, islands need none."""
    view = context.view
    if view.focus is None or view.focus.kind != "county" or None not in frames_in_focus(context):
        return ()
    return compose_marks(replace(context, view=replace(view, hovered=view.focus, selected=None)), ())


def _covered(viewport: Viewport, elements: Mapping[str, QRectF]) -> tuple[Extent, ...]:
    """Return what of map space lies under other elements of the sheet, where no name may be."""
    over = [box for name, box in elements.items() if name != "map" and box.intersects(viewport.rect)]
    corners = ((viewport.to_map(box.left(), box.bottom()), viewport.to_map(box.right(), box.top())) for box in over)
    return tuple((*low, *high) for low, high in corners)


def _column(context: Context, layout: Layout) -> QRectF:
    """Return the part of the map in whose corners things may lie: it ends a little outside the text."""
    beyond = max(0.0, layout.bleed - 2 * context.unit)
    return layout.map.adjusted(beyond, 0, -beyond, 0)


def _map_place(context: Context, layout: Layout, extent: Extent) -> tuple[Viewport, dict[ElementId, Block]]:
    """Return the viewport of the map and the elements beside it, with the legend that lies on it."""
    blocks = dict(layout.blocks)
    if layout.panel is None:
        return fitted(layout.map, extent), blocks
    size = layout.panel.box.size()
    viewport, place = with_panel(
        Ground(context), layout.map, _column(context, layout), extent, size, PANEL_PAD * context.unit
    )
    legend = layout.panel.moved(place.left(), place.top())
    blocks["legend"] = Block((panel(context.theme, place, context.unit), *legend.items), place)
    return viewport, blocks


def _signs(
    context: Context,
    spec: SheetSpec,
    viewport: Viewport,
    room: QRectF,
    others: dict[ElementId, Block],
    dragged: Sequence[QRectF],
) -> dict[ElementId, Block]:
    """Return scale bar, north arrow and locator in the corners of the map's place, which inset boxes do not fill.

    ``dragged`` are the places of the ``others`` on the sheet. Scale bar and north arrow stay when something is dragged;
    the locator, which comes up on the sheets of parts only, must not lie on what was dragged on a sheet without one.
    """
    unit, rect = context.unit, viewport.rect
    taken = [block.box for block in others.values()]
    ground = Ground(context)
    signs = _measure(context, spec, viewport)
    if signs:
        reach = _united([block.box for block in signs.values()])
        place = calmest(ground, viewport, room, reach.size(), 0.8 * unit, (LEFT_FOOT,), taken) or calmest(
            ground, viewport, room, reach.size(), 2 * unit, ((True, True), (False, False), (True, False)), taken
        )
        dx, dy = (place or reach).left() - reach.left(), (place or reach).top() - reach.top()
        signs = {name: block.moved(dx, dy) for name, block in signs.items()}
    if spec.shows("locator") and shows_a_part(viewport):
        taken += [*dragged, *(block.box for block in signs.values())]
        factor = min(unit, LARGEST * rect.width() / WIDTH, LARGEST * rect.height() / HEIGHT)
        size = QSizeF(WIDTH * factor, HEIGHT * factor)
        corners: Sequence[Corner] = ((True, False), (False, False), (True, True), (False, True))
        if ground_scale(viewport) != 1:
            corners = corners[::2]  # the name of an inset box stands on its left
        place = calmest(ground, viewport, room, size, 2 * unit, corners, taken)
        if place is not None:
            signs["locator"] = Block((), place)
    return signs


def _measure(context: Context, spec: SheetSpec, viewport: Viewport) -> dict[ElementId, Block]:
    """Return scale bar and north arrow as they stand to each other."""
    unit = context.unit
    signs: dict[ElementId, Block] = {}
    enlarged = ground_scale(viewport)
    if spec.shows("scale_bar") and enlarged is not None:
        bar = replace(viewport, metres_per_mm=viewport.metres_per_mm / enlarged)
        signs["scale_bar"] = scale_block(context, bar, min(34 * unit, 0.4 * viewport.rect.width()))
    if spec.shows("north_arrow"):
        signs["north_arrow"] = north_block(context).moved(2 * unit, -17.5 * unit)
    return signs


def _united(boxes: Sequence[QRectF]) -> QRectF:
    union = QRectF(boxes[0])
    for box in boxes[1:]:
        union = union.united(box)
    return union


def _dragged(block: Block, by: tuple[float, float] | None, width: float, height: float) -> Block:
    """Return an element where the user dragged it, but not beyond the edges of the page."""
    if by is None:
        return block
    box = block.box
    dx = min(max(by[0] * width, -box.left()), max(width - box.right(), -box.left()))
    dy = min(max(by[1] * height, -box.top()), max(height - box.bottom(), -box.top()))
    return block.moved(dx, dy)
