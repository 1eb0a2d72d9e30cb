"""A page: its elements laid out by a template, the map drawn for the place that they leave.

Nothing here depends on a window or a resolution; a page is laid out in mm and looks the same at any number of dots.
"""

from __future__ import annotations

from collections.abc import Mapping
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
from maps.mapspace import EXTENT, FRAMES, frame_of_town
from maps.sheet_spec import ElementId, Extent, SheetSpec
from maps.templates import PANEL_PAD, Layout, lay_out, page_unit
from maps.texts import Texts
from maps.view import MapView

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
    unit = page_unit(width, height) * spec.enlarged
    whole = fitted(QRectF(0, 0, width, height), EXTENT)
    context = Context(project, view, atlas, Texts(view.language), whole.metres_per_mm, unit, dots)
    extent = spec.extent or _wanted(context)
    for _ in range(PASSES):
        layout = lay_out(context, spec, (width, height), extent)
        viewport, blocks = _map_place(context, layout, extent)
        settled = abs(viewport.metres_per_mm / context.metres_per_mm - 1) < 1e-6
        context = replace(context, metres_per_mm=viewport.metres_per_mm)
        if settled:
            break
    blocks |= _signs(context, spec, viewport, blocks)
    insets: tuple[Inset, ...] = ()
    elements = {"map": viewport.rect}
    above: list[PageItem] = []
    for name, block in blocks.items():
        placed = _dragged(block, spec.moved.get(name), width, height)
        elements[name] = placed.box
        above += placed.items
        if name == "locator":
            insets = (locator(context, viewport, placed.box),)
    if "chart" in elements:
        from maps.chart_block import chart_block  # Matplotlib takes most of a second

        above += chart_block(context, spec.chart, elements["chart"]).items
    context = replace(context, extent=viewport.extent(), covered=_covered(viewport, elements))
    drawing = compose_map(context)
    drawing = replace(drawing, marks=compose_marks(context, drawing.symbols))
    return Sheet(
        width, height, context.theme.paper, viewport, drawing, above=tuple(above), insets=insets, elements=elements
    )


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
    if not _on_main_map(context):
        extent = _with_boxes(extent)
    pad = 0.06 * max(extent[2] - extent[0], extent[3] - extent[1])
    return extent[0] - pad, extent[1] - pad, extent[2] + pad, extent[3] + pad


def _on_main_map(context: Context) -> bool:
    towns = context.project.data.towns
    return all(
        frame_of_town(town.code) is None
        for town, in_focus in zip(towns, context.towns_in_focus, strict=True)
        if in_focus
    )


def _map_place(context: Context, layout: Layout, extent: Extent) -> tuple[Viewport, dict[ElementId, Block]]:
    """Return the viewport of the map and the elements beside it, with the legend that lies on it."""
    blocks = dict(layout.blocks)
    if layout.panel is None:
        return _clear_of_boxes(context, fitted(layout.map, extent), extent), blocks
    size = layout.panel.box.size()
    viewport, place = with_panel(Ground(context), layout.map, extent, size, PANEL_PAD * context.unit)
    ground = panel(context.theme, place, context.unit)
    legend = layout.panel.moved(place.left(), place.top())
    blocks["legend"] = Block((ground, *legend.items), place)
    return viewport, blocks


def _clear_of_boxes(context: Context, viewport: Viewport, extent: Extent) -> Viewport:
    """Return the viewport moved so that the inset boxes stay out of sight where they are not meant."""
    left = viewport.extent()[0]
    if context.view.focus is None or not _on_main_map(context) or left >= EAST_OF_BOXES:
        return viewport
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
    context: Context, spec: SheetSpec, viewport: Viewport, others: dict[ElementId, Block]
) -> dict[ElementId, Block]:
    """Return scale bar, north arrow and locator at their places on the map."""
    unit, rect = context.unit, viewport.rect
    signs: dict[ElementId, Block] = {}
    taken = [block.box for block in others.values()]
    if spec.shows("scale_bar"):
        bar = scale_block(context, viewport, min(34 * unit, 0.4 * rect.width()))
        signs["scale_bar"] = bar.moved(rect.left() + 2 * unit, rect.bottom() - 4.5 * unit)
    if spec.shows("north_arrow"):
        signs["north_arrow"] = north_block(context).moved(rect.left() + 4 * unit, rect.bottom() - 22 * unit)
    if spec.shows("locator") and shows_a_part(viewport):
        taken += [block.box for block in signs.values()]
        factor = min(unit, LARGEST * rect.width() / WIDTH, LARGEST * rect.height() / HEIGHT)
        size = QSizeF(WIDTH * factor, HEIGHT * factor)
        corners = ((True, False), (False, False), (True, True), (False, True))
        place = calmest(Ground(context), viewport, size, 2 * unit, corners, taken)
        if place is not None:
            signs["locator"] = Block((), place)
    return signs


def _dragged(block: Block, by: tuple[float, float] | None, width: float, height: float) -> Block:
    """Return an element where the user dragged it, but not beyond the edges of the page."""
    if by is None:
        return block
    box = block.box
    dx = min(max(by[0] * width, -box.left()), max(width - box.right(), -box.left()))
    dy = min(max(by[1] * height, -box.top()), max(height - box.bottom(), -box.top()))
    return block.moved(dx, dy)
