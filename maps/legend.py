"""What the legend says: one entry for everything on the map that needs a word, in the order of its layers."""

from __future__ import annotations

from collections import Counter

from data.balance.indicator import Indicator
from data.dataset import DataSet
from data.model import Layer, Precision
from maps.areas import circle_colour, overlap_hatch
from maps.context import Context
from maps.display import SymbolStyle
from maps.legend_choropleth import choropleth_section
from maps.legend_parts import AreaSwatch, Entry, LineSwatch, Section, Swatch
from maps.sites import RADIUS, is_drawn, is_hollow, is_supposed, shape_of, sites_gone
from maps.texts import Texts
from maps.theme import mixed

__all__ = ["AreaSwatch", "Entry", "LineSwatch", "Section", "Swatch", "coverage_definition", "legend"]


def legend(context: Context) -> list[Section]:
    """Return the sections of the legend for what the view shows."""
    sections = []
    if context.shows("circles"):
        sections.append(_circles(context))
    if context.shows("choropleth"):
        sections.append(choropleth_section(context))
    sites = _sites(context)
    if sites.entries:
        sections.append(sites)
    return sections


def _circles(context: Context) -> Section:
    translate, data = context.texts.translate, context.project.data
    coloured = not context.shows("choropleth")
    entries = []
    for circle in context.project.definition.circles:
        colour = data.circles[circle].colour
        ground = circle_colour(context, circle) if coloured else context.theme.land
        line = colour if context.in_focus((circle,)) else context.theme.frame
        entries.append(Entry(AreaSwatch(ground, line), data.circles[circle].name.text(context.view.language)))
    overlaps = [region.circles for region in context.shapes.regions if len(region.circles) > 1]
    if overlaps and coloured:
        first, *others = overlaps[0]
        hatches = tuple(overlap_hatch(context, circle, 0.5 * context.unit) for circle in others)
        swatch = AreaSwatch(circle_colour(context, first), context.theme.frame, hatches)
        entries.append(Entry(swatch, translate("Legend", "In two circles (both colours)")))
    return Section(translate("Legend", "Life circles"), tuple(entries))


def coverage_definition(data: DataSet, indicator: Indicator, texts: Texts) -> str:
    """Return what counts as covered and who reported it; '' for an indicator that is no coverage."""
    if not indicator.series:
        return ""
    series = data.series[indicator.series]
    variable = data.variables[series.variable]
    return texts.translate("Legend", "Counts as covered: {definition}. Reported by: {reporter}. {note}").format(
        definition=variable.definition.text(texts.language).rstrip("。."),
        reporter=variable.reporter.text(texts.language),
        note=series.note.text(texts.language),
    )


def _site_words(context: Context, shape: str, hollow: bool) -> str:
    translate = context.texts.translate
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


def _sites(context: Context) -> Section:
    data, theme, translate = context.data, context.theme, context.texts.translate
    entries = []
    rings = False
    supposed = gone = 0
    for layer in (Layer.AI, Layer.BROADBAND, Layer.TELEMEDICINE, Layer.HOSPITAL, Layer.DIGITAL):
        if not context.shows(layer.value):
            continue
        sites = [site for site in data.sites_of(layer) if is_drawn(site)]
        rings = rings or any(site.precision is not Precision.SITE for site in sites)
        supposed += sum(is_supposed(site) for site in sites)
        gone += len(sites_gone(context, layer))
        counts = Counter((shape_of(site), is_hollow(site.status)) for site in sites)
        shapes = ("telemedicine", "hub") if layer is Layer.TELEMEDICINE else (layer.value,)
        for shape in shapes:
            for hollow in (False, True):
                if counts[shape, hollow]:
                    style = SymbolStyle(
                        shape, RADIUS[shape] * context.unit, theme.layers[layer.value], theme.halo, hollow
                    )
                    text = _site_words(context, shape, hollow)
                    entries.append(Entry(style, text, context.texts.number(counts[shape, hollow])))
    if context.shows("links"):
        colour = mixed(theme.layers["links"], theme.land, 0.7)
        swatch = LineSwatch(colour, 0.22 * context.unit)
        entries.append(Entry(swatch, translate("Legend", "Remote care link, point to hospital")))
        dashed = LineSwatch(colour, 0.22 * context.unit, (4, 3))
        entries.append(Entry(dashed, translate("Legend", "Link planned, or across an inset (not to scale)")))
    if supposed:
        style = SymbolStyle("digital", 0.75 * context.unit, theme.muted, theme.halo, supposed=theme.supposed)
        text = translate("Legend", "Hypothetical: added, moved or changed by the scenario")
        entries.append(Entry(style, text, context.texts.number(supposed)))
    if gone:
        style = SymbolStyle("digital", 1.0 * context.unit, theme.muted, theme.halo, gone=theme.mark)
        text = translate("Legend", "Removed or moved away by the scenario")
        entries.append(Entry(style, text, context.texts.number(gone)))
    if rings:
        style = SymbolStyle("digital", 0.55 * context.unit, theme.muted, theme.halo, ring=True)
        entries.append(Entry(style, translate("Legend", "Ring: placed at its township, not surveyed")))
    return Section(translate("Legend", "Sites"), tuple(entries))
