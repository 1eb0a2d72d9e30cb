"""Layers of many sites as hexagons coloured by how many stand in each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from data.model import Layer
from maps.clusters import Points, gathered, in_front, points_of
from maps.context import Context
from maps.display import Fill, Stroke
from maps.gathering import Floats, count_classes, hexagon_corners, hexagons
from maps.layer_words import layer_words
from maps.legend_parts import AreaSwatch, Entry, Section
from maps.mapspace import FRAMES
from maps.paths import polygon
from maps.rings import box_area
from maps.theme import mixed

WIDTH = 5.0
"""Wished width of a hexagon across its flats, mm."""

FINEST = 1000.0
"""Narrowest hexagon, in metres on the ground."""

LIGHTEST, STRONGEST = 0.25, 0.95
"""Share of the layer's colour in the first and the last class."""

STEPPED_BACK = 0.3
"""Share of its colour that a hexagon keeps whose sites are all out of focus."""

TILE = 64_000.0
"""Side in metres of the squares by which hexagons are put into paths: what is out of sight then costs little."""


@dataclass(frozen=True, eq=False)
class Bins:
    """The hexagons of some layers, ``corners`` (m, 7, 2) in map space, with their ``count`` and ``front`` (m,)."""

    corners: Floats
    count: NDArray[np.int64]
    front: NDArray[np.bool_]
    frame: NDArray[np.int64]


def hexagon_layers(context: Context) -> tuple[Layer, ...]:
    """Return the layers that are shown as hexagons: all of them together, for one would hide the other."""
    return tuple(layer for layer in Layer if context.shows(layer.value) and gathered(context, layer) == "hexagons")


def hexagon_width(context: Context) -> float:
    """Return the width of the hexagons in metres on the ground: a kilometre times a power of two, fit for the scale."""
    wanted = WIDTH * context.map_unit * context.metres_per_mm
    return max(1000.0 * 2.0 ** round(math.log2(wanted / 1000)), FINEST)


def bins(context: Context) -> Bins:
    """Return the sites of all those layers in hexagons, as wide on the ground in the inset boxes as outside."""
    found = [points_of(context, layer) for layer in hexagon_layers(context)]
    front = np.concatenate([in_front(context, points) for points in found])
    return _binned(tuple(found), front.tobytes(), hexagon_width(context))


@lru_cache(maxsize=8)
def _binned(points: tuple[Points, ...], front: bytes, width: float) -> Bins:
    xy = np.concatenate([one.xy for one in points])
    frame = np.concatenate([one.frame for one in points])
    in_focus = np.frombuffer(front, dtype=bool)
    parts = []
    for number in np.unique(frame).tolist():
        here = frame == number
        box = FRAMES[number] if number >= 0 else None
        ground = xy[here] if box is None else box.from_map(xy[here])
        found = hexagons(ground, width)
        corners = hexagon_corners(found.centres, width)
        if box is not None:
            corners = box.to_map(corners)
        lit = np.bincount(found.member, in_focus[here], len(found.count)) > 0
        parts.append((corners, found.count, lit, np.full(len(lit), number)))
    return Bins(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def hexagon_fills(context: Context) -> list[Fill | Stroke]:
    """Return the hexagons by class, cut off at the edges of their inset boxes."""
    if not hexagon_layers(context):
        return []
    found = bins(context)
    if not len(found.count):
        return []
    shades = hexagon_colours(context)
    member = np.searchsorted(count_classes(int(found.count.max())), found.count, side="right") - 1
    shapes: list[Fill | Stroke] = []
    outline = QPainterPath()
    for lit in (False, True):
        for number, shade in enumerate(shades):
            rows = np.flatnonzero((member == number) & (found.front == lit))
            colour = shade if lit else mixed(shade, context.theme.land, STEPPED_BACK)
            for path in _paths(found, rows):
                shapes.append(Fill(path, colour))
                outline.addPath(path)
    return [*shapes, Stroke(outline, context.theme.land, 0.1 * context.unit)]


def _paths(found: Bins, rows: NDArray[np.intp]) -> list[QPainterPath]:
    """Return hexagons as paths, those of one tile together."""
    tiles = np.floor(found.corners[rows, 0] / TILE)
    paths = []
    for tile in np.unique(tiles, axis=0):
        path = QPainterPath()
        for row in rows[(tiles == tile).all(axis=1)].tolist():
            frame = int(found.frame[row])
            for ring in _cut(found.corners[row], frame):
                path.addPolygon(polygon(ring))
        paths.append(path)
    return paths


def _cut(corners: Floats, frame: int) -> list[Floats]:
    """Return the rings of a hexagon inside its box."""
    if frame < 0:
        return [corners]
    inside = shapely.intersection(shapely.polygons(corners), box_area(frame))
    return [shapely.get_coordinates(ring) for ring in shapely.get_rings(shapely.get_parts(inside)).tolist()]


def hexagon_colours(context: Context) -> list[str]:
    """Return the colours of the classes: of the layer, or of none where several are counted together."""
    layers = hexagon_layers(context)
    theme = context.theme
    colour = theme.layers[layers[0].value] if len(layers) == 1 else theme.layers["proportional"]
    most = int(bins(context).count.max(initial=1))
    count = len(count_classes(most))
    shares = np.linspace(LIGHTEST, STRONGEST, count) if count > 1 else [0.6]
    return [mixed(colour, theme.land, float(share)) for share in shares]


def hexagon_sections(context: Context) -> list[Section]:
    """Return the legend of the hexagons, none where there are none."""
    layers = hexagon_layers(context)
    if not layers:
        return []
    texts = context.texts
    found = bins(context)
    lows = count_classes(int(found.count.max(initial=1)))
    highs = [*(low - 1 for low in lows[1:]), int(found.count.max(initial=1))]
    member = np.searchsorted(lows, found.count, side="right") - 1
    numbers = np.bincount(member, minlength=len(lows)).tolist()
    entries = []
    for low, high, shade, number in zip(lows, highs, hexagon_colours(context), numbers, strict=True):
        words = texts.number(low) if low == high else f"{texts.number(low)} – {texts.number(high)}"
        entries.append(Entry(AreaSwatch(shade, context.theme.frame), words, texts.number(number)))
    width = texts.number(hexagon_width(context) / 1000)
    title = texts.translate("Legend", "Sites per hexagon {width} km wide").format(width=width)
    names = texts.translate("Sources", ", ").join(layer_words(texts, layer) for layer in layers)
    return [Section(title, tuple(reversed(entries)), about=names)]
