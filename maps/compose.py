"""From a view to the display list of its map: the layers in their order from the bottom up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from data.model import Place
from maps.areas import border_strokes, circle_bands, circle_fills, frame_strokes
from maps.bivariate import bivariate_fills, is_bivariate
from maps.choropleth import choropleth_fills
from maps.context import Context
from maps.display import Cancelled, Fill, MapDrawing, Shape, Stroke, Symbol
from maps.frame_labels import frame_labels
from maps.hexagons import hexagon_fills
from maps.labels import map_labels
from maps.links import link_strokes
from maps.people import people_shapes
from maps.proportional import proportional_symbols
from maps.rings import ring_labels, ring_strokes, ring_veil
from maps.sites import site_symbols

MARK_AROUND, MARK_BEYOND, MARK_CLUSTER = 2.1, 2.8, 1.3
"""Radius of the mark round a site, in symbol radii: outside the ring of an approximate place, and of a supposed one;
and round a cluster, in whose middle the site stands."""


def compose_map(context: Context, cancelled: Callable[[], bool] = lambda: False) -> MapDrawing:
    """Return everything on the map but the marks of what is selected or hovered.

    Raises Cancelled as soon as ``cancelled``, which is asked between the layers, says so.
    """

    def check() -> None:
        if cancelled():
            raise Cancelled

    check()
    shapes: list[Shape] = []
    shapes += _area_fills(context)
    check()
    if context.shows("rings"):
        shapes += ring_veil(context)
    shapes += hexagon_fills(context)
    check()
    shapes += border_strokes(context)
    if context.shows("circles"):
        shapes += circle_bands(context)
    if context.shows("people"):
        # Above the borders: on a small island these leave nothing else to be seen.
        shapes += people_shapes(context)
    if context.shows("rings"):
        shapes += ring_strokes(context)
    shapes += frame_strokes(context)
    check()
    if context.shows("links"):
        shapes += link_strokes(context)
    discs = proportional_symbols(context) if context.shows("proportional") else []
    symbols = site_symbols(context)
    distances = ring_labels(context) if context.shows("rings") else []
    labels = [*frame_labels(context), *distances]
    check()
    if context.shows("labels"):
        labels += map_labels(context, symbols, distances, discs)
    return MapDrawing(tuple(shapes), (*discs, *symbols), tuple(labels))


def _area_fills(context: Context) -> list[Fill]:
    """Return the areas in the colours of what the view shows: two indicators, one, or the circles."""
    if not context.shows("choropleth"):
        return circle_fills(context)
    return bivariate_fills(context) if is_bivariate(context) else choropleth_fills(context)


def place_path(context: Context, place: Place) -> QPainterPath:
    """Return the outline of a town, county or circle in map space; empty for a site and for an unknown area."""
    data = context.project.data
    if place.kind == "town" and place.id in data.town_index:
        return context.detail.town_paths[data.town_index[place.id]]
    if place.kind == "county" and place.id in data.county_index:
        return context.detail.borders.around(context.detail.counties == data.county_index[place.id])
    if place.kind == "circle" and place.id in context.shapes.outlines:
        return context.shapes.outlines[place.id]
    return QPainterPath()


def compose_marks(context: Context, symbols: tuple[Symbol, ...]) -> tuple[Stroke, ...]:
    """Return the marks of the selected and the hovered place: a dark line in a light one, readable on any ground."""
    strokes: list[Stroke] = []
    for place, width in ((context.view.hovered, 0.3), (context.view.selected, 0.5)):
        if place is None:
            continue
        path = place_path(context, place)
        if place.kind == "site":
            path = _site_ring(context, place, symbols)
        if not path.isEmpty():
            strokes.append(Stroke(path, context.theme.halo, (width + 0.4) * context.unit))
            strokes.append(Stroke(path, context.theme.mark, width * context.unit))
    return tuple(strokes)


def _site_ring(context: Context, place: Place, symbols: tuple[Symbol, ...]) -> QPainterPath:
    path = QPainterPath()
    scale = context.metres_per_mm
    # A site that a scenario moves has two symbols: where it is supposed to stand, and where it stood.
    for symbol in symbols:
        if symbol.place == place:
            reach = MARK_BEYOND if symbol.style.supposed else MARK_AROUND
            radius = symbol.style.radius * (MARK_CLUSTER if symbol.style.shape == "cluster" else reach) * scale
            path.addEllipse(QPointF(symbol.x + symbol.dx * scale, symbol.y - symbol.dy * scale), radius, radius)
    return path


def place_extent(context: Context, place: Place) -> tuple[float, float, float, float] | None:
    """Return xmin, ymin, xmax, ymax of a place in map space; a site gets 6 km around; None if it is nowhere."""
    if place.kind == "site":
        position = context.site_positions.get(place.id) or context.atlas.site_positions.get(place.id)
        if position is None:
            return None
        x, y = position
        return x - 6000, y - 6000, x + 6000, y + 6000
    bounds = place_path(context, place).controlPointRect()
    if bounds.isEmpty():
        return None
    return bounds.left(), bounds.top(), bounds.right(), bounds.bottom()
