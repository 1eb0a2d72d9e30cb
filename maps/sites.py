"""Sites as symbols: shape by layer, filling by status, ring by precision; piles spread into small rosettes.

Under a scenario they are the sites as they would be: those it adds or changes are marked as supposed, and where it
takes one away or moves it from, that stays faintly crossed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.model import Layer, Place, Precision, Site
from maps.clusters import cluster_symbols, gathered_sites
from maps.context import Context
from maps.display import Symbol, SymbolStyle
from maps.site_layers import SiteLayer, layer_colour, layer_of, shown_own, sites_in
from maps.site_looks import category_look, is_drawn, is_hollow, is_supposed, precision_colour, shape_of

RADIUS = {
    "ai": 1.3,
    "broadband": 1.3,
    "telemedicine": 1.35,
    "hub": 1.3,
    "hospital": 0.95,
    "digital": 0.7,
    "star": 1.2,
    "pentagon": 1.15,
    "hexagon": 1.15,
    "drop": 1.2,
    "bar": 1.2,
    "ring": 1.15,
}
"""Symbol radii in mm: large enough to tell the shapes apart on a projector, small enough for 400 on one sheet."""

DRAWN = (Layer.DIGITAL, Layer.HOSPITAL, Layer.TELEMEDICINE, Layer.BROADBAND, Layer.AI, Layer.OWN)
"""Layers from the bottom up."""

SUNFLOWER = math.pi * (3 - math.sqrt(5))
"""The golden angle, which packs any number of equal symbols around one point without rows."""


def drawn_layers(context: Context) -> tuple[SiteLayer, ...]:
    """Return the layers of sites that are on, from the bottom up; those of the project's own lie above all."""
    known = (layer for layer in DRAWN if layer is not Layer.OWN and context.shows(layer.value))
    return (*known, *reversed(shown_own(context)))


def sites_gone(context: Context, layer: SiteLayer) -> tuple[Site, ...]:
    """Return the sites of the baseline that the scenario shown takes away or moves from their place."""
    if context.data is context.project.data:
        return ()
    now = context.data.site_by_id
    return tuple(
        site
        for site in sites_in(context.project.data, layer)
        if is_drawn(site) and (site.id not in now or (now[site.id].lon, now[site.id].lat) != (site.lon, site.lat))
    )


def site_style(context: Context, site: Site, *, faded: bool = False, gone: bool = False) -> SymbolStyle:
    """Return the resolved symbol of a site."""
    by, layer = context.view.sites_by, layer_of(context.data, site)
    shape = shape_of(site, layer)
    colour, mark = layer_colour(context.view.theme, layer), ""
    if by == "category":
        colour, mark = category_look(context, site.layer, site.category)
    elif by == "precision":
        colour = precision_colour(context, layer, site.precision)
    style = SymbolStyle(
        shape=shape,
        radius=RADIUS[shape] * context.unit * context.symbols,
        colour=colour,
        ground=context.theme.halo,
        hollow=is_hollow(site.status),
        ring=site.precision is not Precision.SITE,
        faded=faded,
        supposed=context.theme.supposed if is_supposed(site) else "",
        gone=context.theme.mark if gone else "",
        outer_ring=by == "precision" and site.precision is Precision.COUNTY,
        mark=mark,
    )
    return _shared(style)


@lru_cache(maxsize=256)
def _shared(style: SymbolStyle) -> SymbolStyle:
    """Return the one object for all equal styles: the painter then knows a style without comparing its ten fields."""
    return style


def spot_of(x: float, y: float) -> tuple[int, int]:
    """Return the spot of 30 m that a point of map space lies in: sites of one spot are spread around it."""
    return round(x / 30), round(y / 30)


def site_symbols(context: Context) -> list[Symbol]:
    """Return the symbols of all layers that are on, the layers one above the other, those of a scenario above all.

    Sites of one spot (within 30 m: those placed at their township, or several at one address) are spread around it in
    the order of their ids, so that the same site always stands in the same place. Gathered ones are discs instead.
    """
    spots: dict[tuple[int, int], list[_Standing]] = defaultdict(list)
    layers = drawn_layers(context)
    symbols = {layer: cluster_symbols(context, layer) for layer in layers}
    for layer in layers:
        for standing in _standing(context, layer):
            spots[spot_of(standing.x, standing.y)].append(standing)
    unit = context.unit * context.symbols
    for here in spots.values():
        for one, (dx, dy) in zip(here, _rosette(here, unit), strict=True):
            site = one.site
            style = site_style(context, site, faded=not context.town_in_focus(site.town_code), gone=one.gone)
            symbols[one.layer].append(Symbol(one.x, one.y, dx, dy, style, Place("site", site.id)))
    drawn = [symbol for layer in layers for symbol in symbols[layer]]
    # Where a site might stand is what a scenario is about: no hundred others may hide it.
    return sorted(drawn, key=lambda symbol: bool(symbol.style.supposed))


@dataclass(frozen=True, slots=True)
class _Standing:
    """A site and where it stands in map space, or stood."""

    site: Site
    layer: SiteLayer
    x: float
    y: float
    gone: bool


def _standing(context: Context, layer: SiteLayer) -> Iterator[_Standing]:
    """Yield the sites of a layer; those that are gone keep their place in a rosette."""
    for site in sites_gone(context, layer):
        yield _Standing(site, layer, *context.atlas.site_positions[site.id], gone=True)
    gathered = gathered_sites(context, layer)
    for site in sites_in(context.data, layer):
        if is_drawn(site) and site.id not in gathered:
            yield _Standing(site, layer, *context.site_positions[site.id], gone=False)


def _rosette(here: list[_Standing], unit: float) -> Iterator[tuple[float, float]]:
    """Yield the shift in mm of each site of one spot, upper layers nearer to the middle."""
    if len(here) == 1:
        yield 0.0, 0.0
        return
    pitch = 1.25 * max(RADIUS[shape_of(one.site, one.layer)] for one in here) * unit
    for place in reversed(range(len(here))):
        distance = pitch * math.sqrt(place + 0.5)
        angle = place * SUNFLOWER - math.pi / 2
        yield distance * math.cos(angle), distance * math.sin(angle)
