"""A page: its elements laid out by a template, the map drawn for the place that they leave.

Nothing here depends on a window or a resolution; a page is laid out in mm and looks the same at any number of dots.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSizeF

from data.project import Project
from maps.blocks import Block, north_block, scale_block
from maps.calm import Ground, calmest, with_panel
from maps.compose import compose_map, compose_marks, place_extent
from maps.context import Context
from maps.display import Inset, PageItem, Sheet, Viewport, fitted
from maps.furniture import panel
from maps.geometry import Atlas
from maps.locator import HEIGHT, LARGEST, WIDTH, locator, shows_a_part
from maps.mapspace import EXTENT, FRAMES, Frame, frame_of_town
from maps.sheet_spec import ElementId, Extent, SheetSpec
from maps.templates import PANEL_PAD, Layout, lay_out, page_unit
from maps.texts import Texts
from maps.view import MapView

LEFT_FOOT = (False, True)
"""The corner of the scale bar, where Taiwan leaves sea; others are taken only if something else stands there."""

BESIDE, BELOW = 3_500.0, 16_000.0
"""Metres round inset boxes that stand alone on a page: less than to the next box; and room for the circle's name."""

WEST_COAST = 149_000.0
"""No land of the main map lies left of this in map space."""

EAST_OF_BOXES = max(frame.box[2] for frame in FRAMES) + 1500

PASSES = 3
"""How often the sheet is laid out at most: what the legend says depends on the scale, and that on the legend's size."""


def page_sheet(
    project: Project,
    view: MapView,
    atlas: Atlas,
    width: float,
    height: float,
    dots: float,
    spec: SheetSpec = SheetSpec(),  # noqa: B008 - frozen
) -> Sheet:
    """Lay out a page of ``width`` × ``height`` mm. ``dots`` (device pixels per mm) only choose the level of detail.

    Raises InputError for a logo that cannot be read.
    """
    unit = page_unit(width, height)
    whole = fitted(QRectF(0, 0, width, height), EXTENT)
    context = Context(project, view, atlas, Texts(view.language), whole.metres_per_mm, unit, dots)
    extent = spec.extent or _wanted(context)
    for _ in range(PASSES):
        layout = lay_out(context, spec, (width, height), extent)
        viewport, blocks = _map_place(context, layout, extent)
        if spec.extent is None:
            viewport = _without_strangers(context, viewport, extent, blocks)
        settled = abs(viewport.metres_per_mm / context.metres_per_mm - 1) < 1e-6
        context = replace(context, metres_per_mm=viewport.metres_per_mm)
        if settled:
            break
    blocks |= _signs(context, spec, viewport, layout.map, blocks)
    insets: tuple[Inset, ...] = ()
    elements = {"map": viewport.rect}
    above: list[PageItem] = []
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
    drawing = replace(drawing, marks=compose_marks(_with_outline(context), drawing.symbols))
    return Sheet(
        width, height, context.theme.paper, viewport, drawing, above=tuple(above), insets=insets, elements=elements
    )


def _with_outline(context: Context) -> Context:
    """Return the context with the county that has the focus marked, unless something else is: circles have outlines."""
    view = context.view
    if view.selected is not None or view.focus is None or view.focus.kind != "county":
        return context
    return replace(context, view=replace(view, selected=view.focus))


def _covered(viewport: Viewport, elements: Mapping[str, QRectF]) -> tuple[Extent, ...]:
    """Return what of map space lies under other elements of the sheet, where no name may be."""
    over = [box for name, box in elements.items() if name != "map" and box.intersects(viewport.rect)]
    corners = ((viewport.to_map(box.left(), box.bottom()), viewport.to_map(box.right(), box.top())) for box in over)
    return tuple((*low, *high) for low, high in corners)


def _wanted(context: Context) -> Extent:
    """Return the part of map space that is to be seen: what has the focus, or all of Taiwan."""
    extent = None if context.view.focus is None else place_extent(context, context.view.focus)
    if extent is None:
        return EXTENT
    frames = _frames_in_focus(context)
    if frames and None not in frames:
        boxes = [frame.box for frame in frames if frame is not None]
        return (
            min(box[0] for box in boxes) - BESIDE,
            min(box[1] for box in boxes) - (BELOW if len(frames) > 1 else BESIDE),
            max(box[2] for box in boxes) + BESIDE,
            max(box[3] for box in boxes) + BESIDE,
        )
    if any(frames):
        extent = _with_boxes(extent)
    pad = 0.06 * max(extent[2] - extent[0], extent[3] - extent[1])
    return extent[0] - pad, extent[1] - pad, extent[2] + pad, extent[3] + pad


def _frames_in_focus(context: Context) -> set[Frame | None]:
    """Return the inset frames in which the towns in focus are drawn, None for the main map, a frame in a frame left
    out."""
    towns = context.project.data.towns
    found = {frame_of_town(town.code) for town, here in zip(towns, context.towns_in_focus, strict=True) if here}
    return {frame for frame in found if frame is None or not any(frame.towns and o is not frame for o in found)}


def _map_place(context: Context, layout: Layout, extent: Extent) -> tuple[Viewport, dict[ElementId, Block]]:
    """Return the viewport of the map and the elements beside it, with the legend that lies on it."""
    blocks = dict(layout.blocks)
    if layout.panel is None:
        return fitted(layout.map, extent), blocks
    size = layout.panel.box.size()
    viewport, place = with_panel(Ground(context), layout.map, extent, size, PANEL_PAD * context.unit)
    legend = layout.panel.moved(place.left(), place.top())
    blocks["legend"] = Block((panel(context.theme, place, context.unit), *legend.items), place)
    return viewport, blocks


def _without_strangers(
    context: Context, viewport: Viewport, extent: Extent, blocks: dict[ElementId, Block]
) -> Viewport:
    """Return the viewport of what has the focus, with what is no neighbour of it in map space kept out of sight."""
    frames = _frames_in_focus(context)
    if None not in frames:
        return _cropped(viewport, extent)
    if context.view.focus is None or frames != {None}:
        return viewport
    clear = _clear_of_boxes(viewport, extent)
    covered = "legend" in blocks and Ground(context).under(clear, blocks["legend"].box) > 0
    return viewport if covered else clear


def _cropped(viewport: Viewport, extent: Extent) -> Viewport:
    """Return the viewport without what lies round the inset boxes that are meant: it is no neighbour of theirs."""
    left, top = viewport.to_page(extent[0], extent[3])
    right, bottom = viewport.to_page(extent[2], extent[1])
    rect = QRectF(left, top, right - left, bottom - top) & viewport.rect
    return Viewport(rect, viewport.to_map(rect.center().x(), rect.center().y()), viewport.metres_per_mm)


def _clear_of_boxes(viewport: Viewport, extent: Extent) -> Viewport:
    """Return the viewport moved so that the inset boxes stay out of sight where they are not meant."""
    left = viewport.extent()[0]
    # The circle may move to the left edge of the picture, but not out of it.
    shift = min(EAST_OF_BOXES - left, extent[0] - left)
    return replace(viewport, centre=(viewport.centre[0] + max(0.0, shift), viewport.centre[1]))


def _with_boxes(extent: Extent) -> Extent:
    """Return ``extent`` widened to whole inset boxes, with room below them for the name of the circle."""
    boxes = [frame.box for frame in FRAMES]
    return (
        min(extent[0], *(box[0] for box in boxes)),
        min(extent[1], *(box[1] for box in boxes)) - 12_000,
        max(extent[2], *(box[2] for box in boxes)),
        max(extent[3], *(box[3] for box in boxes)),
    )


def _signs(
    context: Context, spec: SheetSpec, viewport: Viewport, room: QRectF, others: dict[ElementId, Block]
) -> dict[ElementId, Block]:
    """Return scale bar, north arrow and locator in the corners of the map's place, which inset boxes do not fill."""
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
        taken += [block.box for block in signs.values()]
        factor = min(unit, LARGEST * rect.width() / WIDTH, LARGEST * rect.height() / HEIGHT)
        size = QSizeF(WIDTH * factor, HEIGHT * factor)
        corners = ((True, False), (False, False), (True, True), (False, True))
        place = calmest(ground, viewport, room, size, 2 * unit, corners, taken)
        if place is not None:
            signs["locator"] = Block((), place)
    return signs


def _measure(context: Context, spec: SheetSpec, viewport: Viewport) -> dict[ElementId, Block]:
    """Return scale bar and north arrow as they stand to each other."""
    unit = context.unit
    signs: dict[ElementId, Block] = {}
    ground_scale = _ground_scale(viewport)
    if spec.shows("scale_bar") and ground_scale is not None:
        bar = replace(viewport, metres_per_mm=viewport.metres_per_mm / ground_scale)
        signs["scale_bar"] = scale_block(context, bar, min(34 * unit, 0.4 * viewport.rect.width()))
    if spec.shows("north_arrow"):
        signs["north_arrow"] = north_block(context).moved(2 * unit, -17.5 * unit)
    return signs


def _ground_scale(viewport: Viewport) -> float | None:
    """Return by how much the map enlarges what it shows; None for several inset boxes: each has a bar of its own."""
    left, bottom, right, top = viewport.extent()
    if right > WEST_COAST:
        return 1.0
    shown = [
        frame.scale
        for frame in FRAMES
        if not frame.towns and frame.box[0] < right and left < frame.box[2]
        and frame.box[1] < top and bottom < frame.box[3]
    ]  # fmt: skip
    return shown[0] if len(shown) == 1 else None


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
