"""What of map space a sheet shows: the circle or county in focus, or all of Taiwan; and how large its ground is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from maps.compose import place_extent
from maps.context import Context
from maps.display import Viewport, fitted
from maps.mapspace import EXTENT, FRAMES, Frame, frame_of_town
from maps.sheet_spec import Extent

BESIDE, BELOW = 3_500.0, 16_000.0
"""Metres round inset boxes that stand alone on a page: less than to the next box; and room for the circle's name."""

EAST_OF_BOXES = max(frame.box[2] for frame in FRAMES) + 1500

WEST_COAST = 149_000.0
"""No land of the main map lies left of this in map space."""


def wanted_extent(context: Context) -> Extent:
    """Return the part of map space that is to be seen: what has the focus, or all of Taiwan."""
    extent = None if context.view.focus is None else place_extent(context, context.view.focus)
    if extent is None:
        return EXTENT
    frames = frames_in_focus(context)
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


def focused(context: Context, rect: QRectF) -> Viewport:
    """Return the viewport of all of Taiwan, or of what has the focus, in ``rect`` (mm)."""
    extent = wanted_extent(context)
    return without_strangers(context, fitted(rect, extent), extent)


def frames_in_focus(context: Context) -> set[Frame | None]:
    """Return the inset frames in which the towns in focus are drawn, None for the main map, a frame in a frame left
    out."""
    towns = context.project.data.towns
    found = {frame_of_town(town.code) for town, here in zip(towns, context.towns_in_focus, strict=True) if here}
    return {frame for frame in found if frame is None or not any(frame.towns and o is not frame for o in found)}


def without_strangers(context: Context, viewport: Viewport, extent: Extent) -> Viewport:
    """Return the viewport of what has the focus, with what is no neighbour of it in map space kept out of sight."""
    frames = frames_in_focus(context)
    if None not in frames:
        return _cropped(viewport, extent)
    if context.view.focus is None or frames != {None}:
        return viewport
    return _clear_of_boxes(viewport, extent)


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


def ground_scale(viewport: Viewport) -> float | None:
    """Return by how much the map enlarges what it shows; None for inset boxes whose own scale bars are seen."""
    left, bottom, right, top = viewport.extent()
    if right > WEST_COAST:
        return 1.0
    shown = [
        frame
        for frame in FRAMES
        if not frame.towns and frame.box[0] < right and left < frame.box[2]
        and frame.box[1] < top and bottom < frame.box[3]
    ]  # fmt: skip
    if len(shown) != 1:
        return None
    (x, y, *_), bar = shown[0].box, shown[0].bar_m * shown[0].scale
    return None if left < x and x + bar < right and bottom < y else shown[0].scale
