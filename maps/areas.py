"""Circles as tint and outline, hatches, borders, inset boxes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from maps.context import Context
from maps.display import Fill, Hatch, Stroke
from maps.mapspace import FRAMES
from maps.theme import Theme, mixed

BAND = 0.5
"""Width of a circle's outline, mm."""

FRAME_PAD = 1.7
"""Room between an inset box and what is written in its corners, mm."""

STEPPED_BACK = 0.3
"""Share of its tint that a circle keeps while another one has the focus."""


def circle_colour(context: Context, circle: str, front: bool | None = None) -> str:
    """Return the opaque tint of a circle on the land; in ``front`` of others, by default where it is in focus."""
    if front is None:
        front = context.in_focus((circle,))
    tint = context.theme.tint * (1 if front else STEPPED_BACK)
    return mixed(context.project.data.circles[circle].colour, context.theme.land, tint)


def overlap_hatch(context: Context, circle: str, unit: float, front: bool | None = None) -> Hatch:
    """Return the stripes that show a second circle: as broad as the ground between them, so that neither wins."""
    return Hatch(circle_colour(context, circle, front), spacing=2.6 * unit, width=1.3 * unit)


def missing_hatch(theme: Theme, unit: float) -> Hatch:
    """Return the fine hatch that says that nothing is known."""
    return Hatch(theme.missing_hatch, spacing=1.4 * unit, width=0.12 * unit, angle=-45)


def fallback_hatch(theme: Theme, unit: float) -> Hatch:
    """Return the hatch that says that the value was not measured there, or for too few of the people."""
    return Hatch(theme.fallback_hatch, spacing=2.0 * unit, width=0.14 * unit, angle=45)


def circle_fills(context: Context) -> list[Fill]:
    """Return the tinted regions, those of several circles striped in all their colours."""
    focus = context.view.focus
    if focus is not None and focus.kind == "county":
        return _fills_round_county(context)
    return [_region_fill(context, region.circles, region.path) for region in context.shapes.regions]


def _fills_round_county(context: Context) -> list[Fill]:
    """Return the regions with the county that has the focus in front of its own circles too."""
    fills = []
    for front in (False, True):
        for region in context.shapes.regions:
            rows = tuple(
                row
                for row, circles in enumerate(context.shapes.members)
                if circles == region.circles and context.towns_in_focus[row] == front
            )
            if rows:
                fills.append(_region_fill(context, region.circles, context.detail.dissolved(rows), front))
    return fills


def _region_fill(context: Context, circles: tuple[str, ...], path: QPainterPath, front: bool | None = None) -> Fill:
    if not circles:
        return Fill(path, context.theme.land)
    first, *others = circles
    hatches = tuple(overlap_hatch(context, circle, context.unit, front) for circle in others)
    return Fill(path, circle_colour(context, first, front), hatches)


def border_strokes(context: Context) -> list[Stroke]:
    """Return town, county and coast lines, thin to strong."""
    theme, unit, detail = context.theme, context.unit, context.detail
    return [
        Stroke(detail.town_lines, theme.town_line, 0.12 * unit),
        Stroke(detail.county_lines, theme.county_line, 0.16 * unit),
        Stroke(detail.coast, theme.coast_line, 0.16 * unit),
    ]


def circle_bands(context: Context) -> list[Fill]:
    """Return the outlines of the circles, each inside its own border."""
    bands = context.shapes.bands(BAND * context.unit * context.metres_per_mm, context.shows("choropleth"))
    circles = context.project.data.circles
    return [Fill(band, circles[circle].colour) for circle, band in bands.items() if context.in_focus((circle,))]


def frame_strokes(context: Context) -> list[Stroke]:
    """Return the outlines of the inset boxes and, in each, the scale bar of its own."""
    boxes, bars = QPainterPath(), QPainterPath()
    pad = FRAME_PAD * context.unit * context.metres_per_mm
    for frame in FRAMES:
        left, bottom, right, top = frame.box
        boxes.addRect(QRectF(left, bottom, right - left, top - bottom))
        if frame.bar_m:
            x, y = left + pad, bottom + pad
            bars.moveTo(x, y + pad / 2)
            bars.lineTo(x, y)
            bars.lineTo(x + frame.bar_m * frame.scale, y)
            bars.lineTo(x + frame.bar_m * frame.scale, y + pad / 2)
    return [
        Stroke(boxes, context.theme.frame, 0.16 * context.unit),
        Stroke(bars, context.theme.muted, 0.2 * context.unit),
    ]
