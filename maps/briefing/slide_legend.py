"""The legend of a slide: that of the map, in fewer words the less room there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from data.balance.evaluate import indicator_of
from maps.bivariate import is_bivariate
from maps.context import Context
from maps.display import PageItem, SymbolStyle
from maps.furniture import legend_items
from maps.layer_words import layer_words
from maps.legend import legend
from maps.legend_parts import AreaSwatch, Entry, Section
from maps.showing import LINE_END, unit_words
from maps.site_layers import layer_colour, layer_shape, shown_layers
from maps.texts import Texts
from maps.theme import Theme

BRIEFEST = 4
"""The legend with the fewest words; 0 says everything."""

DOT = " · "
"""Between period, level and better way of an indicator."""

KINDS = 3
"""Kinds of sites that the briefest legend explains."""

GAP = 1.6
"""Between two columns, in ems."""


def slide_sections(context: Context, em: float, brevity: int, named: bool) -> tuple[Section, ...]:
    """Return the sections of the legend, for type of at least ``em`` mm, at one of five levels of brevity.

    1 leaves out the histogram, 2 the counts of sites and what hollow symbols are apart, 3 the names of circles if they
    are ``named`` beside the map, 4 also if they stand on it, the notes on classes, long names, and rare ones of many
    kinds. What is missing, assumed or estimated is always said.
    """
    # Figures write at 2.1 mm and more.
    context = replace(context, unit=em / 2.1)
    symbology = context.view.symbology
    if brevity >= 1 and symbology.histogram:
        context = replace(context, view=replace(context.view, symbology=replace(symbology, histogram=False)))
    sections = [_shorter(context, section) for section in legend(context)]
    if context.shows("choropleth"):
        sections[0] = _with_meaning(context, sections[0], brevity)
    if brevity >= 2:
        sections = [_compact(context, section) for section in sections]
    if context.shows("circles") and (named or context.shows("labels")) and brevity >= (3 if named else BRIEFEST):
        sections = [one for section in sections for one in _without_circles(context, section)]
    if brevity >= BRIEFEST and context.view.sites_by == "category":
        sections = [_without_rare(context, section) for section in sections]
    return tuple(sections)


def _without_rare(context: Context, section: Section) -> Section:
    """Return a section of many kinds of sites with the most frequent, and how many more there are."""
    kinds = [entry for entry in section.entries if isinstance(entry.swatch, SymbolStyle) and entry.count]
    if len(kinds) <= KINDS:
        return section
    kept = tuple(entry for entry in section.entries if entry not in kinds[KINDS:])
    words = context.texts.translate("Slide", "{count} more kinds").format(
        count=context.texts.number(len(kinds) - KINDS)
    )
    return replace(section, entries=kept, note="\n".join(filter(None, (words, section.note))))


def _shorter(context: Context, section: Section) -> Section:
    """Return a section in the words of a slide, without a hatch that no area has."""
    shorter = _short_words(context.texts)
    none = f"({context.texts.number(0)})"
    return replace(
        section,
        entries=tuple(
            replace(entry, text=shorter.get(entry.text, entry.text)) for entry in section.entries if entry.count != none
        ),
    )


def _short_words(texts: Texts) -> dict[str, str]:
    """Return the long texts of a legend that a slide says in fewer words."""
    translate = texts.translate
    return {
        translate("Legend", "AI site, planned or under construction"): translate("Slide", "AI site, planned"),
        translate("Legend", "AI site, planned or state unknown"): translate("Slide", "AI site, planned or unknown"),
        translate("Legend", "Hub hospital, planned or state unknown"): translate(
            "Slide", "Hub hospital, planned or unknown"
        ),
        translate("Legend", "Broadband site, planned or state unknown"): translate(
            "Slide", "Broadband site, planned or unknown"
        ),
        translate("Legend", "Telemedicine point, planned or state unknown"): translate(
            "Slide", "Telemedicine, planned or unknown"
        ),
        translate("Legend", "Telemedicine point, operating"): translate("Slide", "Telemedicine, operating"),
        translate("Legend", "Hub hospital of telemedicine"): translate("Slide", "Hub hospital"),
        translate("Legend", "In two circles (both colours)"): translate("Slide", "In two circles"),
        translate("Legend", "Ring: placed at its township, not surveyed"): translate(
            "Slide", "Ring: placed at its township"
        ),
        translate("Legend", "Hollow: planned, or not known to work"): translate("Slide", "Hollow: planned or unknown"),
        translate("Legend", "Remote care link, point to hospital"): translate("Slide", "Link to the hospital"),
        translate("Legend", "Link planned, or across an inset (not to scale)"): translate(
            "Slide", "Planned, or across an inset"
        ),
        translate("Legend", "Several sites near each other: their number; zoom in to part them"): translate(
            "Slide", "Several sites"
        ),
        translate("Legend", "Hypothetical: added, moved or changed by the scenario"): translate(
            "Slide", "Hypothetical, of the scenario"
        ),
        translate("Legend", "Removed or moved away by the scenario"): translate("Slide", "Gone in the scenario"),
        translate("Legend", "Hatched: value of its rural or non-rural class, not measured there"): translate(
            "Slide", "Hatched: value of its class"
        ),
        translate("Legend", "Hatched: known for fewer than half of the people"): translate(
            "Slide", "Hatched: known for less than half"
        ),
    }


def _with_meaning(context: Context, section: Section, brevity: int) -> Section:
    """Return the section of the indicator with what counts as covered and who says so."""
    translate, data, language = context.texts.translate, context.data, context.view.language
    lines = [] if brevity >= BRIEFEST else list(filter(None, section.note.split("\n")))
    for name in filter(None, (context.view.choropleth, context.view.second)):
        indicator = indicator_of(context.project, name)
        if indicator.series:
            variable = data.variables[data.series[indicator.series].variable]
            meant, reporter = variable.definition.text(language).rstrip("。."), variable.reporter.text(language)
            words = translate("Slide", "Covered: {definition} (reported by {reporter})")
            if brevity >= 3:
                words = translate("Slide", "Covered: {definition}")
            lines.append(words.format(definition=meant, reporter=reporter))
    if brevity < BRIEFEST or is_bivariate(context):
        return replace(section, note="\n".join(lines))
    # The title of the slide says the name in full, and its foot that a scenario is but supposed.
    indicator = indicator_of(context.project, context.view.choropleth)
    unit = unit_words(context.texts, indicator.unit, context.side)
    brief, title = indicator.short.text(language), translate("Legend", "{indicator} ({unit})")
    return replace(
        section,
        title=brief if unit in brief else title.format(indicator=brief, unit=unit),
        about=DOT.join(section.about.split(LINE_END)[0].split(DOT)[:2]),
        note="\n".join(lines),
    )


def _compact(context: Context, section: Section) -> Section:
    """Return a section of sites in which one entry tells what all hollow symbols are; others stay as they are."""
    if context.view.sites_by != "status" or section.title != context.texts.translate("Legend", "Sites"):
        return section
    theme = context.view.theme
    layers = {(layer_shape(layer), layer_colour(theme, layer)): layer for layer in shown_layers(context)}
    filled = {
        (entry.swatch.shape, entry.swatch.colour)
        for entry in section.entries
        if isinstance(entry.swatch, SymbolStyle) and not entry.swatch.hollow
    }
    kept: list[Entry] = []
    hollow: list[Entry] = []
    for entry in section.entries:
        swatch = entry.swatch
        if not isinstance(swatch, SymbolStyle) or not entry.count:
            kept.append(entry)
        elif swatch.hollow and (swatch.shape, swatch.colour) in filled:
            hollow.append(entry)
        elif (swatch.shape, swatch.colour) in layers and not (swatch.hollow or swatch.supposed or swatch.gone):
            kept.append(Entry(swatch, layer_words(context.texts, layers[swatch.shape, swatch.colour])))
        else:
            kept.append(replace(entry, count=""))
    if hollow:
        style = SymbolStyle("digital", 0.9 * context.unit, context.theme.muted, context.theme.halo, hollow=True)
        words = context.texts.translate("Slide", "Hollow: planned or unknown")
        # Where many own layers are told shortly, one says so already.
        kept = [*(one for one in kept if one.swatch != style), Entry(style, words)]
    return replace(section, entries=tuple(kept))


def _without_circles(context: Context, section: Section) -> Iterator[Section]:
    """Yield a section, of the circles only what their names on the map do not say."""
    if section.title != context.texts.translate("Legend", "Life circles"):
        yield section
        return
    striped = tuple(e for e in section.entries if isinstance(e.swatch, AreaSwatch) and e.swatch.hatches)
    if striped:
        yield replace(section, entries=striped)


@dataclass(frozen=True)
class SlideLegend:
    """Sections to be set in columns."""

    sections: tuple[Section, ...]
    theme: Theme
    em: float
    tight: bool = False
    """whether the lines stand close together"""

    @property
    def _unit(self) -> float:
        return self.em / (3.4 if self.tight else 2.6)

    def without_last(self, words: str) -> SlideLegend:
        """Return the legend without its last section, but ``words`` instead."""
        kept = self.sections[:-1]
        return replace(self, sections=(*kept[:-1], replace(kept[-1], note=words)))

    def column_width(self, width: float, columns: int) -> float:
        return (width - GAP * self.em * (columns - 1)) / columns

    def place(self, x: float, y: float, width: float, columns: int) -> tuple[list[PageItem], float]:
        """Set the legend in ``columns`` from the upper left corner. Return the items and the y below them."""
        one = self.column_width(width, columns)
        items: list[PageItem] = []
        end = y
        for number, part in enumerate(self._parted(one, columns)):
            set_here, below = self._column(part, x + number * (one + GAP * self.em), y, one)
            items += set_here
            # No air below the last entry: the card has its own.
            end = max(end, below - 0.5 * self._unit)
        return items, end

    def _column(self, part: Sequence[Section], x: float, y: float, width: float) -> tuple[list[PageItem], float]:
        return legend_items(part, self.theme, x, y, width, self._unit, self.em)

    def _parted(self, width: float, columns: int) -> list[tuple[Section, ...]]:
        sections = self.sections
        columns = min(columns, len(sections))
        if columns <= 1:
            return [sections]
        tall = [self._column([one], 0, 0, width)[1] for one in sections]
        cuts = [(0, *inner, len(sections)) for inner in combinations(range(1, len(sections)), columns - 1)]
        best = min(cuts, key=lambda cut: max(sum(tall[a:b]) for a, b in pairwise(cut)))
        return [sections[a:b] for a, b in pairwise(best)]
