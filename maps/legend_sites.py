"""The legend of the sites: what their shapes, fillings, rings and colours say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace

from data.model import Layer, OwnLayer, Precision, Site, Status
from data.vocabulary import words
from maps.clusters import cluster_style, gathered
from maps.context import Context
from maps.display import SymbolStyle
from maps.layer_words import layer_words
from maps.legend_parts import Entry, LineSwatch, Section
from maps.site_layers import Alike, SiteLayer, alike, layer_colour, layer_shape, shown_layers
from maps.site_looks import category_look, is_drawn, is_hollow, is_supposed, precision_colour, shape_of
from maps.sites import RADIUS, sites_gone
from maps.theme import mixed

MOST_KINDS = 24
"""Categories of a layer that are told one by one. The shipped layers have up to 15; an imported list may have as many
as rows, and laying them out takes minutes."""

OWN_BY_STATUS = 3
"""Layers of the project's own whose sites are told apart by status; more would fill the map with legend."""


def _site_words(context: Context, shape: str, hollow: bool, unknown: bool) -> str:
    """Return the words for a symbol; ``unknown`` says that of some hollow ones the state is not known."""
    translate = context.texts.translate
    imported = {  # no such sites are in the shipped data
        "ai": translate("Legend", "AI site, planned or state unknown"),
        "hub": translate("Legend", "Hub hospital, planned or state unknown"),
    }
    if unknown and shape in imported:
        return imported[shape]
    words = {
        ("ai", False): translate("Legend", "AI site, operating"),
        ("ai", True): translate("Legend", "AI site, planned or under construction"),
        ("broadband", False): translate("Legend", "Broadband site, operating"),
        ("broadband", True): translate("Legend", "Broadband site, planned or state unknown"),
        ("telemedicine", False): translate("Legend", "Telemedicine point, operating"),
        ("telemedicine", True): translate("Legend", "Telemedicine point, planned or state unknown"),
        ("hub", False): translate("Legend", "Hub hospital of telemedicine"),
        ("hub", True): translate("Legend", "Hub hospital, planned"),
        ("hospital", False): translate("Legend", "Hospital"),
        ("hospital", True): translate("Legend", "Hospital, planned or state unknown"),
        ("digital", False): translate("Legend", "Tribal public Wi-Fi"),
        ("digital", True): translate("Legend", "Digital opportunity centre, state today unknown"),
    }
    return words[shape, hollow]


def _own_words(context: Context, layer: OwnLayer, hollow: bool) -> str:
    translate = context.texts.translate
    words = (
        translate("Legend", "{layer}, planned or state unknown")
        if hollow
        else translate("Legend", "{layer}, operating")
    )
    return words.format(layer=layer.name)


def site_sections(context: Context) -> list[Section]:
    """Return the sections of the sites: one, or one for each layer where categories or precision are told apart."""
    translate = context.texts.translate
    shown = [layer for layer in shown_layers(context) if gathered(context, layer) != "hexagons"]
    sites = {layer: [(one, n) for one, n in alike(context.data, layer) if is_drawn(one)] for layer in shown}
    by = context.view.sites_by
    if by == "status":
        known = [layer for layer in shown if not isinstance(layer, OwnLayer)]
        entries = [entry for layer in known for entry in _by_status(context, layer, sites[layer])]
        entries += _own_entries(context, sites)
        entries += _others(context, sites)
        return [Section(translate("Legend", "Sites"), tuple(entries))] if entries else []
    if by == "category":
        sections = [
            Section(layer_words(context.texts, layer), tuple(_by_category(context, layer, sites[layer])))
            for layer in shown
            if not isinstance(layer, OwnLayer)
        ]
        entries = _own_entries(context, sites)
        if entries:
            sections.append(Section(layer_words(context.texts, Layer.OWN), tuple(entries)))
    else:
        sections = [
            Section(layer_words(context.texts, layer), tuple(_by_precision(context, layer, sites[layer])))
            for layer in shown
        ]
    others = _others(context, sites)
    if others:
        sections.append(Section(translate("Legend", "Sites"), tuple(others)))
    return sections


def _own_entries(context: Context, sites: Mapping[SiteLayer, Alike]) -> list[Entry]:
    """Return the layers of the project's own by status; where there are more than a few, an entry for each."""
    own = {layer: found for layer, found in sites.items() if isinstance(layer, OwnLayer) and found}
    if len(own) <= OWN_BY_STATUS:
        return [entry for layer, found in own.items() for entry in _by_status(context, layer, found)]
    entries = []
    for layer, found in own.items():
        hollow = all(is_hollow(site.status) for site, _ in found)
        colour = layer_colour(context.view.theme, layer)
        style = SymbolStyle(layer.shape, RADIUS[layer.shape] * context.unit, colour, context.theme.halo, hollow)
        entries.append(Entry(style, layer.name, context.texts.number(sum(n for _, n in _in_focus(context, found)))))
    told = context.view.sites_by != "status"  # then of all layers together
    if not told and any(is_hollow(site.status) for found in own.values() for site, _ in found):
        entries.append(_hollow_entry(context))
    return entries


def _hollow_entry(context: Context) -> Entry:
    style = SymbolStyle("digital", 0.9 * context.unit, context.theme.muted, context.theme.halo, hollow=True)
    return Entry(style, context.texts.translate("Legend", "Hollow: planned, or not known to work"))


def _in_focus(context: Context, sites: Alike) -> Alike:
    """Return the sites that stand in front. The others have their signs explained, but only these are counted."""
    return [(site, n) for site, n in sites if context.town_in_focus(site.town_code)]


def _counted(sites: Alike, sign: Callable[[Site], Hashable]) -> Counter[Hashable]:
    counts: Counter[Hashable] = Counter()
    for site, n in sites:
        counts[sign(site)] += n
    return counts


def _by_status(context: Context, layer: SiteLayer, sites: Alike) -> list[Entry]:
    there = {(shape_of(site, layer), is_hollow(site.status)) for site, _ in sites}
    unknown = {shape_of(site, layer) for site, _ in sites if site.status is Status.UNKNOWN}
    counts = _counted(_in_focus(context, sites), lambda site: (shape_of(site, layer), is_hollow(site.status)))
    shapes = ("telemedicine", "hub") if layer is Layer.TELEMEDICINE else (layer_shape(layer),)
    colour = layer_colour(context.view.theme, layer)
    return [
        Entry(
            SymbolStyle(shape, RADIUS[shape] * context.unit, colour, context.theme.halo, hollow),
            _own_words(context, layer, hollow)
            if isinstance(layer, OwnLayer)
            else _site_words(context, shape, hollow, hollow and shape in unknown),
            context.texts.number(counts[shape, hollow]),
        )
        for shape in shapes
        for hollow in (False, True)
        if (shape, hollow) in there
    ]


def _by_category(context: Context, layer: Layer, sites: Alike) -> list[Entry]:
    counts = _counted(_in_focus(context, sites), lambda site: site.category)
    shapes = {site.category: shape_of(site, layer) for site, _ in sites}
    entries = []
    ordered = sorted(shapes, key=lambda one: (-counts[one], one))
    for category in ordered[:MOST_KINDS]:
        colour, mark = category_look(context, layer, category)
        shape = shapes[category]
        style = SymbolStyle(shape, RADIUS[shape] * context.unit, colour, context.theme.halo, mark=mark)
        text = words(category).text(context.view.language) if category else ""
        text = text or context.texts.translate("Legend", "Kind not stated")
        entries.append(Entry(style, text[:1].upper() + text[1:], context.texts.number(counts[category])))
    if others := ordered[MOST_KINDS:]:
        shape = layer_shape(layer)
        style = SymbolStyle(shape, RADIUS[shape] * context.unit, context.theme.muted, context.theme.halo)
        text = context.texts.translate("Legend", "{number} other kinds").format(
            number=context.texts.number(len(others))
        )
        entries.append(Entry(style, text, context.texts.number(sum(counts[one] for one in others))))
    return entries


def _by_precision(context: Context, layer: SiteLayer, sites: Alike) -> list[Entry]:
    translate, theme = context.texts.translate, context.theme
    there = {site.precision for site, _ in sites}
    counts = _counted(_in_focus(context, sites), lambda site: site.precision)
    texts = {
        Precision.SITE: translate("Legend", "Surveyed or listed place"),
        Precision.TOWN: translate("Legend", "Placed at its township"),
        Precision.COUNTY: translate("Legend", "Placed at its county"),
    }
    return [
        Entry(
            SymbolStyle(
                layer_shape(layer),
                0.8 * RADIUS[layer_shape(layer)] * context.unit,
                precision_colour(context, layer, precision),
                theme.halo,
                ring=precision is not Precision.SITE,
                outer_ring=precision is Precision.COUNTY,
            ),
            text,
            context.texts.number(counts[precision]),
        )
        for precision, text in texts.items()
        if precision in there
    ]


def _others(context: Context, sites: Mapping[SiteLayer, Alike]) -> list[Entry]:
    """Return what is said of all layers at once: clusters, links, the scenario, hollow symbols and rings."""
    theme, translate, number = context.theme, context.texts.translate, context.texts.number
    unit, by = context.unit, context.view.sites_by
    every = [site for found in sites.values() for site in found]
    entries = []
    if by != "status" and any(is_hollow(site.status) for site, _ in every):
        entries.append(_hollow_entry(context))
    # Told also where none is in sight: the legend must not change while one zooms.
    clustered = next((layer for layer in sites if gathered(context, layer)), None)
    if clustered is not None:
        style = replace(cluster_style(context, clustered, 10), radius=2.0 * unit)
        text = translate("Legend", "Several sites near each other: their number; zoom in to part them")
        entries.append(Entry(style, text))
    if context.shows("links"):
        colour = mixed(theme.layers["links"], theme.land, 0.7)
        swatch = LineSwatch(colour, 0.22 * unit)
        entries.append(Entry(swatch, translate("Legend", "Remote care link, point to hospital")))
        dashed = LineSwatch(colour, 0.22 * unit, (4, 3))
        entries.append(Entry(dashed, translate("Legend", "Link planned, or across an inset (not to scale)")))
    supposed = sum(n for site, n in every if is_supposed(site))
    if supposed:
        style = SymbolStyle("digital", 0.75 * unit, theme.muted, theme.halo, supposed=theme.supposed)
        text = translate("Legend", "Hypothetical: added, moved or changed by the scenario")
        entries.append(Entry(style, text, number(supposed)))
    gone = sum(len(sites_gone(context, layer)) for layer in sites)
    if gone:
        style = SymbolStyle("digital", 1.0 * unit, theme.muted, theme.halo, gone=theme.mark)
        text = translate("Legend", "Removed or moved away by the scenario")
        entries.append(Entry(style, text, number(gone)))
    if by != "precision" and any(site.precision is not Precision.SITE for site, _ in every):
        style = SymbolStyle("digital", 0.55 * unit, theme.muted, theme.halo, ring=True)
        entries.append(Entry(style, translate("Legend", "Ring: placed at its township, not surveyed")))
    return entries
