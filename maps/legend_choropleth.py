"""The legend of the coloured areas: classes with their counts, what is not known, what is not the area's own value."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from data.balance.evaluate import INDEX
from maps.areas import fallback_hatch, missing_hatch
from maps.choropleth import UNKNOWN, Choropleth, areas_in_focus, choropleth
from maps.context import Context
from maps.histogram import histogram
from maps.legend_parts import AreaSwatch, Entry, Section
from maps.ramps import alike_in_grey, most_classes
from maps.showing import about, class_texts, scheme_words, unit_words

_BEHIND = UNKNOWN - 1
"""Class number, for counting, of areas that step back."""

SMALL = 0.6
"""Hatches of a swatch are as fine as this share of those on the map."""


def choropleth_section(context: Context) -> Section:
    """Return the section of the indicator on the map. On the page of a circle or county only its areas are counted."""
    translate, theme = context.texts.translate, context.theme
    classified = choropleth(context)
    indicator = classified.indicator
    hatched = classified.shading.hatched
    member = np.where(areas_in_focus(context), classified.classes.member, _BEHIND)
    entries = []
    for number, text in reversed(list(enumerate(class_texts(context, classified)))):
        rows = np.flatnonzero(classified.classes.member == number)
        all_hatched = len(rows) and hatched.issuperset(rows.tolist())
        hatches = (fallback_hatch(theme, SMALL * context.unit),) if all_hatched else ()
        swatch = AreaSwatch(classified.colours[number], theme.frame, hatches)
        entries.append(Entry(swatch, text, context.texts.number((member == number).sum())))
    entries.append(missing_entry(context, int((member == UNKNOWN).sum())))
    entries += hatch_entries(context, classified.estimated, classified.doubtful)
    title = translate("Legend", "{indicator} ({unit})").format(
        indicator=indicator.name.text(context.view.language),
        unit=unit_words(context.texts, indicator.unit, context.side),
    )
    figure = histogram(context, classified) if context.view.symbology.histogram else None
    return Section(title, tuple(entries), "\n".join(_notes(context, classified)), about(context, indicator), figure)


def missing_entry(context: Context, count: int, words: str = "") -> Entry:
    """Return the entry of areas without a value. It is always there: an empty colour cannot mean "none"."""
    hatch = missing_hatch(context.theme, SMALL * context.unit)
    swatch = AreaSwatch(context.theme.missing, context.theme.frame, (hatch,))
    return Entry(swatch, words or context.texts.translate("Legend", "No data"), context.texts.number(count))


def hatch_entries(context: Context, estimated: frozenset[int], doubtful: frozenset[int]) -> Iterator[Entry]:
    """Yield what the hatch on the map means, and how many of the areas counted above have it; always at least once."""
    translate, theme = context.texts.translate, context.theme
    swatch = AreaSwatch(theme.land, theme.frame, (fallback_hatch(theme, SMALL * context.unit),))
    reasons = (
        (estimated, translate("Legend", "Hatched: value of its rural or non-rural class, not measured there")),
        (doubtful, translate("Legend", "Hatched: known for fewer than half of the people")),
    )
    front = areas_in_focus(context)
    for rows, words in reasons:
        if rows:
            yield Entry(swatch, words, f"({context.texts.number(front[list(rows)].sum())})")
    if not estimated and not doubtful:
        yield Entry(swatch, translate("Legend", "Hatched: not measured there"), "(0)")


def _notes(context: Context, classified: Choropleth) -> Iterator[str]:
    translate, symbology = context.texts.translate, context.view.symbology
    difference = context.side == "difference"
    if difference and context.view.second:
        yield translate("Legend", "A change is shown of one indicator at a time")
    scheme = symbology.scheme if symbology.scheme != "custom" or symbology.breaks else "quantile"
    if not difference and scheme != "quantile" and any(low != high for low, high in classified.classes.bounds):
        yield scheme_words(context.texts, scheme)
    most = most_classes(symbology.ramp, context.theme)
    if not difference and len(classified.colours) > most:
        note = translate("Legend", "Colours of neighbouring classes are close; this ramp holds {most} well apart")
        yield note.format(most=context.texts.number(most))
    if difference and context.view.sight == "grey" and alike_in_grey(symbology.diverging, context.theme):
        yield translate("Legend", "In greyscale rises and falls look alike")
    if classified.indicator.id == INDEX:
        known = classified.column.known[~np.isnan(classified.column.values) & areas_in_focus(context)]
        if (known < 1).any():
            note = translate("Legend", "Not every indicator is known: {count} of {total} areas")
            yield note.format(count=context.texts.number((known < 1).sum()), total=context.texts.number(len(known)))
    if context.view.level == "circle" and any(len(region.circles) > 1 for region in context.shapes.regions):
        yield translate("Legend", "Striped: townships of two circles, in the colours of both")
