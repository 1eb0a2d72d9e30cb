"""Distance rings: how far the nearest site of a layer is as the crow flies, or how far everything is from one site.

Distances are on the ground: inside an inset box they are as much longer on the sheet as the box is enlarged. Rings of
one distance are merged into one outline.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from data.model import Layer, OwnLayer, Site
from maps.context import Context
from maps.display import Label, Stroke, TextStyle, Veil
from maps.furniture import length_text
from maps.layer_words import layer_words
from maps.legend_parts import AreaSwatch, Entry, Section
from maps.mapspace import FRAMES, Frame, frame_of_town
from maps.paths import area_path
from maps.site_layers import SiteLayer, layer_colour, layer_of, own_layers, sites_in
from maps.site_looks import is_drawn
from maps.theme import mixed

OPACITY = 0.06
"""Of each ring; nearer ones lie on farther ones, so that the nearest is the strongest."""

NAMED = 5.0
"""Radius in mm from which the ring round a single site is labelled."""

QUARTER = 16
"""Corners of a quarter of a ring: its outline then errs by an eight-hundredth of the radius."""


@dataclass(frozen=True)
class Ring:
    """All places within ``km`` of the sites, each connected part on its own."""

    km: float
    parts: tuple[QPainterPath, ...]

    @cached_property
    def outline(self) -> QPainterPath:
        path = QPainterPath()
        for part in self.parts:
            path.addPath(part)
        return path


def ring_sites(context: Context) -> tuple[Site, ...]:
    """Return the sites that the rings are around: the selected one, or those of the layer."""
    selected = context.view.selected
    if selected is not None and selected.kind == "site":
        site = context.data.site_by_id.get(selected.id)
        if site is not None:
            return (site,)
    if context.view.rings_around not in tuple(Layer):
        return ()
    around = Layer(context.view.rings_around)
    layers: tuple[SiteLayer, ...] = own_layers(context.data) if around is Layer.OWN else (around,)
    hidden = context.view.hidden_own
    return tuple(
        site
        for layer in layers
        if not (isinstance(layer, OwnLayer) and layer.name in hidden)
        for site in sites_in(context.data, layer)
        if is_drawn(site)
    )


@dataclass(frozen=True)
class _Wish:
    """What rings are wanted; ``key`` is all that they depend on."""

    key: Hashable
    places: NDArray[np.float64] = field(compare=False)
    frames: tuple[Frame | None, ...] = field(compare=False)


def rings(context: Context) -> tuple[Ring, ...]:
    """Return the rings from far to near, in map space."""
    sites = ring_sites(context)
    distances = tuple(sorted(set(context.view.ring_km), reverse=True))
    if not sites:
        return ()
    places = np.array([context.site_positions[site.id] for site in sites])
    frames = tuple(frame_of_town(site.town_code) for site in sites)
    return _made(_Wish((places.tobytes(), distances), places, frames), distances)


@lru_cache(maxsize=8)
def _made(wish: _Wish, distances: tuple[float, ...]) -> tuple[Ring, ...]:
    areas = [shapely.get_parts(within(wish.places, wish.frames, km)) for km in distances]
    return tuple(Ring(km, tuple(area_path(part) for part in parts)) for km, parts in zip(distances, areas, strict=True))


def within(places: NDArray[np.float64], frames: tuple[Frame | None, ...], km: float) -> shapely.Geometry:
    """Return everything within ``km`` of the places, shape (n, 2) in map space, each in its frame.

    What lies in an inset box ends at its edge, and what lies on the main map ends where a box begins.
    """
    owner = np.array([-1 if frame is None else FRAMES.index(frame) for frame in frames])
    parts = []
    for number in np.unique(owner).tolist():
        scale = 1.0 if number < 0 else FRAMES[number].scale
        points = shapely.points(np.unique(places[owner == number], axis=0))
        area = shapely.union_all(shapely.buffer(points, km * 1000 * scale, quad_segs=QUARTER))
        if number < 0:
            boxes = shapely.union_all([shapely.box(*frame.box) for frame in FRAMES])
            parts.append(shapely.difference(area, boxes))
        else:
            parts.append(shapely.intersection(area, box_area(number)))
    return shapely.union_all(parts)


@cache
def box_area(number: int) -> shapely.Geometry:
    """Return the area of an inset box by its number; one that stands inside another takes its part of it."""
    boxes = [shapely.box(*frame.box) for frame in FRAMES]
    inner = [box for box in boxes[:number] if shapely.contains(boxes[number], box)]
    return shapely.difference(boxes[number], shapely.union_all(inner))


def ring_colour(context: Context) -> str:
    """Return the colour of the rings: that of the layer they are around."""
    sites = ring_sites(context)
    return layer_colour(context.view.theme, layer_of(context.data, sites[0])) if sites else context.theme.muted


def ring_veil(context: Context) -> list[Veil]:
    """Return the areas within the rings; none on coloured areas, whose colours they would change."""
    found = rings(context)
    if context.shows("choropleth") or not found:
        return []
    return [Veil(tuple(ring.parts for ring in found), ring_colour(context), OPACITY)]


def ring_strokes(context: Context) -> list[Stroke]:
    """Return the outlines, from far to near ever stronger."""
    found = rings(context)
    return [
        Stroke(ring.outline, shade, 0.14 * context.unit)
        for ring, shade in zip(found, _shades(context, len(found)), strict=True)
    ]


def _shades(context: Context, count: int) -> list[str]:
    colour = ring_colour(context)
    return [mixed(colour, context.theme.land, float(share)) for share in np.linspace(0.55, 1.0, count)]


def ring_labels(context: Context) -> list[Label]:
    """Return the distances at the northern end of the rings round a single site, where these end inside its frame."""
    sites = ring_sites(context)
    if len(sites) != 1:
        return []
    x, y = context.site_positions[sites[0].id]
    frame = frame_of_town(sites[0].town_code)
    style = TextStyle(2.2 * context.unit, context.theme.text, halo=context.theme.halo)
    labels = []
    for km in sorted(set(context.view.ring_km)):
        top = y + km * 1000 * (1.0 if frame is None else frame.scale)
        # Smaller rings are told by the larger ones and the legend; their number would stand on the symbol.
        small = top - y < NAMED * context.unit * context.metres_per_mm
        if not small and (frame is None or frame.holds(x, top)):
            labels.append(Label(x, top, 0.0, 0.0, length_text(context, km * 1000), style))
    return labels


def rings_section(context: Context) -> Section:
    """Return the legend: an entry for every ring, and that these are no ways."""
    translate = context.texts.translate
    found = rings(context)
    colour, ground = ring_colour(context), context.theme.land
    entries = []
    for ring, line in zip(found, _shades(context, len(found)), strict=True):
        if not context.shows("choropleth"):
            ground = mixed(colour, ground, OPACITY)
        words = translate("Legend", "Within {distance}").format(distance=length_text(context, ring.km * 1000))
        entries.append(Entry(AreaSwatch(ground, line), words))
    sites = ring_sites(context)
    around = (
        sites[0].name.text(context.view.language)
        if len(sites) == 1
        else translate("Legend", "around {count} sites: {layer}").format(
            count=context.texts.number(len(sites)), layer=layer_words(context.texts, sites[0].layer) if sites else ""
        )
    )
    note = translate("Legend", "Straight-line distance over land and sea, not travel")
    return Section(translate("Legend", "Distance"), tuple(reversed(entries)), note, around)
