"""What a site's symbol says beside its layer, which is its shape: status, category or precision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from data.dataset import DataSet
from data.model import Layer, Precision, Site, Status
from data.scenario import SOURCE_ID
from maps.context import Context
from maps.site_layers import SiteLayer, layer_colour, layer_shape, own_layers
from maps.stamps import INNER_DOT
from maps.theme import mixed
from maps.view import ThemeName

HUES: Mapping[ThemeName, tuple[str, ...]] = {
    "light": ("#1B4F9C", "#C2410C", "#1E7B34", "#7E22A8", "#8A6A00", "#0E7C86", "#B0186B", "#4A4A4A"),
    "dark": ("#8FB8FF", "#FFA86B", "#7FDB8F", "#D9A2FF", "#E8CC5A", "#6FDCE6", "#FF8FC4", "#D0D0D0"),
}
"""Colours of categories, told apart within one layer only; another layer has another shape."""


def hues(theme: ThemeName) -> tuple[str, ...]:
    """Return the colours of categories; paper takes those of the light theme."""
    return HUES["dark" if theme == "dark" else "light"]


SURENESS = {Precision.SITE: 1.0, Precision.TOWN: 0.62, Precision.COUNTY: 0.4}
"""Strength of a layer's colour by how exactly the place is known: what is less sure is paler."""


def precision_colour(context: Context, layer: SiteLayer, precision: Precision) -> str:
    """Return the colour of a layer's sites whose place is known as exactly as that."""
    return mixed(layer_colour(context.view.theme, layer), context.theme.land, SURENESS[precision])


def shape_of(site: Site, layer: SiteLayer) -> str:
    """Return the name of the symbol of a site of this layer."""
    return "hub" if layer is Layer.TELEMEDICINE and site.category == "hub" else layer_shape(layer)


def is_hollow(status: Status) -> bool:
    """Hollow symbols are not working today, or not known to be."""
    return status is not Status.OPERATING


def is_drawn(site: Site) -> bool:
    """Tell whether a site belongs on the map at all: what has ended does not."""
    return site.status is not Status.ENDED


def is_supposed(site: Site) -> bool:
    """Tell whether a site is there, or as it is, only in a scenario."""
    return site.source_id == SOURCE_ID


@lru_cache(maxsize=16)
def categories(data: DataSet, layer: Layer) -> Mapping[str, int]:
    """Return the place of each category of a layer's sites that are drawn, the most frequent first.

    A list whose column of names was taken for categories has as many as rows.
    """
    counts = Counter(site.category for site in data.sites_of(layer) if is_drawn(site))
    ordered = sorted(counts, key=lambda category: (-counts[category], category))
    return MappingProxyType({category: place for place, category in enumerate(ordered)})


def category_look(context: Context, layer: Layer, category: str) -> tuple[str, str]:
    """Return colour and mark of a category; a scenario changes them of none. After eight hues they come again, dotted.

    Layers begin with different hues, so that the most frequent categories of all are told apart by colour as well.
    The category of a site of an own layer is that layer, which has its colour already.
    """
    if layer is Layer.OWN:
        own = next((one for one in own_layers(context.project.data) if one.name == category), None)
        return (layer_colour(context.view.theme, layer if own is None else own), "")
    known = categories(context.project.data, layer)
    place = known.get(category, len(known))
    colours = hues(context.view.theme)
    shift = 2 * tuple(Layer).index(layer)
    return colours[(place + shift) % len(colours)], INNER_DOT if place // len(colours) % 2 else ""
