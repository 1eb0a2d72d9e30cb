"""The layers of sites: those that the program knows, and one for each that the project brings along."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from PySide6.QtGui import QColor

from data.dataset import DataSet
from data.model import Layer, OwnLayer, Site
from data.rows import differing
from maps.context import Context
from maps.theme import THEMES, mixed
from maps.view import ThemeName

SiteLayer = Layer | OwnLayer
"""A layer of sites; ``Layer.OWN`` itself is none, its sites are those of the project's own layers."""

KNOWN = tuple(layer for layer in Layer if layer is not Layer.OWN)
"""The layers that are there in every project, in the order in which they are listed."""

LEAST_CONTRAST, LEAST_IN_THE_DARK = 3.0, 5.5
"""Between the colour of an own layer and the ground of the map: what WCAG 2.1 asks of signs, and more where the tints
of the circles are lighter than the ground."""

_STEPS = 20
"""Steps from the colour that the user chose to black or white, in which a readable one is looked for."""


@lru_cache(maxsize=8)
def own_layers(data: DataSet) -> tuple[OwnLayer, ...]:
    """Return the layers that the project brings along; sites that name none of them make one of a plain ring."""
    stray = (name for name in _own_sites(data) if name not in data.own_layers)
    return (*data.own_layers.values(), *(OwnLayer(name, "ring", "#5A6673") for name in stray))


@lru_cache(maxsize=8)
def _own_sites(data: DataSet) -> Mapping[str, tuple[Site, ...]]:
    found: dict[str, list[Site]] = defaultdict(list)
    for name, sites in groupby(data.sites_of(Layer.OWN), attrgetter("category")):
        found[name] += sites
    return {name: tuple(sites) for name, sites in found.items()}


@lru_cache(maxsize=8)
def _by_name(data: DataSet) -> Mapping[str, OwnLayer]:
    return {layer.name: layer for layer in own_layers(data)}


def sites_in(data: DataSet, layer: SiteLayer) -> tuple[Site, ...]:
    """Return the sites of a layer."""
    return _own_sites(data).get(layer.name, ()) if isinstance(layer, OwnLayer) else data.sites_of(layer)


Alike = Sequence[tuple[Site, int]]
_SIGNS = attrgetter("category", "status", "precision", "town_code", "source_id")
_AT_ONCE = 20_000
"""Sites counted in one go, in which no other thread, as that of the window, gets on."""


@lru_cache(maxsize=32)
def alike(data: DataSet, layer: SiteLayer) -> Alike:
    """Return the sites of a layer that a legend tells apart, each with the number of those that are like it.

    They differ in category, status, precision, town or source; of a hundred thousand there are a few hundred.
    """
    sites, kept = sites_in(data, layer), _kept(layer)
    last, found = kept.get("last", ((), ()))
    before, after = differing(last, sites)
    if list(map(_SIGNS, before)) != list(map(_SIGNS, after)):
        one_of_each: dict[tuple[object, ...], Site] = {}
        numbers: Counter[tuple[object, ...]] = Counter()
        for start in range(0, len(sites), _AT_ONCE):
            some = sites[start : start + _AT_ONCE]
            one_of_each.update(zip(map(_SIGNS, some), some, strict=True))
            numbers.update(map(_SIGNS, some))
        found = tuple((one_of_each[sign], number) for sign, number in numbers.items())
    kept["last"] = sites, found
    return found


@lru_cache(maxsize=64)
def _kept(layer: SiteLayer) -> dict[str, tuple[tuple[Site, ...], Alike]]:
    """Return where the sites of a layer that were asked for last are kept: an edit changes what few of them show."""
    return {}


def layer_of(data: DataSet, site: Site) -> SiteLayer:
    """Return the layer that a site of ``data`` is drawn with."""
    return _by_name(data)[site.category] if site.layer is Layer.OWN else site.layer


def shown_layers(context: Context) -> tuple[SiteLayer, ...]:
    """Return the layers of sites that the view shows, in the order in which they are listed."""
    known = tuple(layer for layer in KNOWN if context.shows(layer.value))
    return (*known, *shown_own(context))


def shown_own(context: Context) -> tuple[OwnLayer, ...]:
    """Return those among them that the project brings along."""
    if not context.shows(Layer.OWN.value):
        return ()
    return tuple(layer for layer in own_layers(context.data) if layer.name not in context.view.hidden_own)


def layer_shape(layer: SiteLayer) -> str:
    """Return the name of the symbol of a layer (``maps.symbols``)."""
    return layer.shape if isinstance(layer, OwnLayer) else layer.value


def layer_colour(theme: ThemeName, layer: SiteLayer) -> str:
    """Return the colour of a layer in a theme."""
    return readable(layer.colour, theme) if isinstance(layer, OwnLayer) else THEMES[theme].layers[layer.value]


@lru_cache(maxsize=256)
def readable(colour: str, theme: ThemeName) -> str:
    """Return the colour that the user chose, darker or lighter if it would not be seen on the ground of the theme."""
    ground = THEMES[theme].land
    end, least = ("#ffffff", LEAST_IN_THE_DARK) if luminance(ground) < 0.2 else ("#000000", LEAST_CONTRAST)
    shades = (mixed(end, colour, step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if contrast(shade, ground) >= least)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.1, from 0 (black) to 1 (white)."""
    of = QColor(colour)
    hues = of.redF(), of.greenF(), of.blueF()
    linear = [one / 12.92 if one <= 0.04045 else math.pow((one + 0.055) / 1.055, 2.4) for one in hues]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.1, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
