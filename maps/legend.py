"""What the legend says: one entry for everything on the map that needs a word, what it is about before the rest."""

from __future__ import annotations

from data.balance.indicator import Indicator
from data.dataset import DataSet
from maps.areas import circle_colour, overlap_hatch
from maps.bivariate import is_bivariate
from maps.context import Context
from maps.hexagons import hexagon_layers, hexagon_sections, hexagon_width
from maps.legend_bivariate import bivariate_section
from maps.legend_choropleth import choropleth_section
from maps.legend_parts import AreaSwatch, Entry, LineSwatch, Section, Swatch
from maps.legend_sites import site_sections
from maps.people import people_scale, people_section
from maps.proportional import proportional_section
from maps.rings import rings_section
from maps.texts import Texts

__all__ = ["AreaSwatch", "Entry", "LineSwatch", "Section", "Swatch", "coverage_definition", "legend", "legend_scale"]


def legend(context: Context) -> list[Section]:
    """Return the sections of the legend for what the view shows."""
    sections = []
    if context.shows("choropleth"):
        # What the map is about comes first; the circles are but lines over it.
        sections.append(bivariate_section(context) if is_bivariate(context) else choropleth_section(context))
    if context.shows("circles"):
        sections.append(_circles(context))
    if context.shows("proportional"):
        sections.append(proportional_section(context))
    if context.shows("people"):
        sections.append(people_section(context))
    if context.shows("rings"):
        sections.append(rings_section(context))
    return [*sections, *hexagon_sections(context), *site_sections(context)]


def legend_scale(context: Context) -> tuple[object, ...]:
    """Return all that the legend says of the scale; equal for two scales that have the same legend."""
    return (
        people_scale(context) if context.shows("people") else None,
        hexagon_width(context) if hexagon_layers(context) else None,
    )


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
        first, *others = next(filter(context.in_focus, overlaps), overlaps[0])
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
