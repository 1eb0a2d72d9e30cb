"""What the legend says: one entry for everything on the map that needs a word, in the order of its layers."""

from __future__ import annotations

import numpy as np

from data.balance.evaluate import INDEX
from data.balance.indicator import Indicator
from data.dataset import DataSet
from maps.areas import circle_colour, fallback_hatch, missing_hatch, overlap_hatch
from maps.choropleth import UNKNOWN, choropleth
from maps.context import Context
from maps.hexagons import hexagon_layers, hexagon_sections, hexagon_width
from maps.legend_parts import AreaSwatch, Entry, LineSwatch, Section, Swatch
from maps.legend_sites import site_sections
from maps.people import people_scale, people_section
from maps.proportional import proportional_section
from maps.rings import rings_section
from maps.showing import about, class_texts, unit_words
from maps.texts import Texts

__all__ = ["AreaSwatch", "Entry", "LineSwatch", "Section", "Swatch", "coverage_definition", "legend", "legend_scale"]


def legend(context: Context) -> list[Section]:
    """Return the sections of the legend for what the view shows."""
    sections = []
    if context.shows("circles"):
        sections.append(_circles(context))
    if context.shows("choropleth"):
        sections.append(_choropleth(context))
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
        first, *others = overlaps[0]
        hatches = tuple(overlap_hatch(context, circle, 0.5 * context.unit) for circle in others)
        swatch = AreaSwatch(circle_colour(context, first), context.theme.frame, hatches)
        entries.append(Entry(swatch, translate("Legend", "In two circles (both colours)")))
    return Section(translate("Legend", "Life circles"), tuple(entries))


def _choropleth(context: Context) -> Section:
    translate, theme, unit = context.texts.translate, context.theme, context.unit
    classified = choropleth(context)
    indicator = classified.indicator
    hatched = classified.estimated | classified.doubtful
    entries = []
    for number, text in reversed(list(enumerate(class_texts(context, classified)))):
        rows = np.flatnonzero(classified.classes.member == number)
        hatches = (fallback_hatch(theme, 0.6 * unit),) if hatched.issuperset(rows.tolist()) else ()
        swatch = AreaSwatch(classified.colours[number], theme.frame, hatches)
        entries.append(Entry(swatch, text, context.texts.number(classified.classes.counts[number])))
    missing = int((classified.classes.member == UNKNOWN).sum())
    # Always there: the reader must see that an empty colour cannot mean "none".
    swatch = AreaSwatch(theme.missing, theme.frame, (missing_hatch(theme, 0.6 * unit),))
    entries.append(Entry(swatch, translate("Legend", "No data"), context.texts.number(missing)))
    title = translate("Legend", "{indicator} ({unit})").format(
        indicator=indicator.name.text(context.view.language),
        unit=unit_words(context.texts, indicator.unit, context.side),
    )
    notes = []
    if classified.estimated:
        notes.append(translate("Legend", "Hatched: value of its rural or non-rural class, not measured there"))
    if classified.doubtful:
        notes.append(translate("Legend", "Hatched: known for fewer than half of the people"))
    if indicator.id == INDEX:
        known = classified.column.known[~np.isnan(classified.column.values)]
        if (known < 1).any():
            note = translate("Legend", "Not every indicator is known: {count} of {total} areas")
            notes.append(
                note.format(count=context.texts.number((known < 1).sum()), total=context.texts.number(len(known)))
            )
    if context.view.level == "circle" and any(len(region.circles) > 1 for region in context.shapes.regions):
        notes.append(translate("Legend", "Striped: townships of two circles, in the colours of both"))
    return Section(title, tuple(entries), "\n".join(notes), about(context, indicator))


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
