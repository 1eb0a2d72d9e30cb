"""Layers of many sites as hexagons coloured by how many stand in each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from maps.clusters import Points, gathered, in_front, points_of
from maps.context import Context
from maps.display import Fill
from maps.gathering import Floats, count_classes, hexagon_corners, hexagons
from maps.layer_words import layer_words
from maps.legend_parts import AreaSwatch, Entry, Section
from maps.mapspace import FRAMES
from maps.paths import polygon
from maps.rings import box_area
from maps.site_layers import SiteLayer, layer_colour, shown_layers
from maps.theme import mixed

WIDTH = 5.0
"""Wished width of a hexagon across its flats, mm."""

FINEST = 1000.0
"""Narrowest hexagon, in metres on the ground."""

LIGHTEST, STRONGEST = 0.25, 0.95
"""Share of the layer's colour in the first and the last class."""

STEPPED_BACK = 0.3
"""Share of its colour that a hexagon keeps whose sites are all out of focus."""

TILE = 16
"""Side, in hexagons, of the squares by which they are put into paths: what is out of sight costs nothing."""

WITHOUT_HOLES = 8000.0
"""Width, in metres on the ground, up to which no hexagon is so wide that a whole inset box inside another fits in."""


@dataclass(frozen=True, eq=False)
class Bins:
    """The hexagons of some layers, ``corners`` (m, 7, 2) in map space, with their ``count`` and ``front`` (m,)."""

    corners: Floats
    count: NDArray[np.int64]
    front: NDArray[np.bool_]
    frame: NDArray[np.int64]

    @cached_property
    def lows(self) -> tuple[int, ...]:
        """The least count of each class."""
        return count_classes(int(self.count.max(initial=1)))

    @cached_property
    def member(self) -> NDArray[np.intp]:
        """(m,) the class of each hexagon."""
        return np.searchsorted(self.lows, self.count, side="right") - 1


def hexagon_layers(context: Context) -> tuple[SiteLayer, ...]:
    """Return the layers that are shown as hexagons: all of them together, for one would hide the other."""
    return tuple(layer for layer in shown_layers(context) if gathered(context, layer) == "hexagons")


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


def hexagon_fills(context: Context) -> list[Fill]:
    """Return the hexagons by class, cut off at the edges of their inset boxes."""
    if not hexagon_layers(context):
        return []
    found = bins(context)
    if not len(found.count):
        return []
    width, shapes = hexagon_width(context), []
    for lit in (False, True):
        for number, shade in enumerate(hexagon_colours(context)):
            colour = shade if lit else mixed(shade, context.theme.land, STEPPED_BACK)
            shapes += [Fill(path, colour, apart=width <= WITHOUT_HOLES) for path in _paths(found, number, lit, width)]
    return shapes


@lru_cache(maxsize=32)
def _paths(found: Bins, number: int, lit: bool, width: float) -> tuple[QPainterPath, ...]:
    """Return the hexagons of one class, in focus or not, as paths, those of one tile together."""
    rows = np.flatnonzero((found.member == number) & (found.front == lit))
    _, tile = np.unique(np.floor(found.corners[rows, 0] / (TILE * width)), axis=0, return_inverse=True)
    paths = tuple(QPainterPath() for _ in range(int(tile.max(initial=-1)) + 1))
    for row, path in zip(rows.tolist(), tile.tolist(), strict=True):
        for ring in _cut(found.corners[row], int(found.frame[row])):
            paths[path].addPolygon(polygon(ring))
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
    colour = layer_colour(theme.name, layers[0]) if len(layers) == 1 else theme.layers["proportional"]
    count = len(bins(context).lows)
    shares = np.linspace(LIGHTEST, STRONGEST, count) if count > 1 else [0.6]
    return [mixed(colour, theme.land, float(share)) for share in shares]


def hexagon_sections(context: Context) -> list[Section]:
    """Return the legend of the hexagons, none where there are none."""
    layers = hexagon_layers(context)
    if not layers:
        return []
    texts = context.texts
    found = bins(context)
    highs = [*(low - 1 for low in found.lows[1:]), int(found.count.max(initial=1))]
    numbers = np.bincount(found.member, minlength=len(found.lows)).tolist()
    entries = []
    for low, high, shade, number in zip(found.lows, highs, hexagon_colours(context), numbers, strict=True):
        words = texts.number(low) if low == high else f"{texts.number(low)} – {texts.number(high)}"
        entries.append(Entry(AreaSwatch(shade, context.theme.frame), words, texts.number(number)))
    width = texts.number(hexagon_width(context) / 1000)
    title = texts.translate("Legend", "Sites per hexagon {width} km wide").format(width=width)
    names = texts.translate("Sources", ", ").join(layer_words(texts, layer) for layer in layers)
    return [Section(title, tuple(reversed(entries)), about=names)]
