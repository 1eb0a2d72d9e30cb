"""The sources of a sheet in few words, and who made it when."""

from __future__ import annotations

from data.balance.evaluate import indicator_of
from data.scenario import SOURCE_ID
from maps.context import Context
from maps.definition_words import definition_words
from maps.sheet_spec import SheetSpec
from maps.site_layers import alike, shown_layers
from maps.words import definition_line, meaning, overlap_rule, supposed_line

FIRST_MINGUO = 1912
"""The year 1 of the Republic; days before it are written in the western calendar."""


def _source_count(context: Context) -> int:
    """Return how many sources stand behind the sites and figures that are shown."""
    data = context.data
    found = {site.source_id for layer in shown_layers(context) for site, _ in alike(data, layer)}
    if context.shows("choropleth"):
        for name in filter(None, (context.view.choropleth, context.view.second)):
            found.update(indicator_of(context.project, name).sources(data))
    return len(found - {SOURCE_ID})


def brief_source_lines(context: Context) -> list[str]:
    """Return the source block with the sources counted instead of named; what figures mean stays."""
    translate = context.texts.translate
    counted = (
        translate("Sources", "Sites and figures: {count} sources, each named in data set {version}.")
        if context.project.own.is_empty
        else translate("Sources", "Sites and figures: {count} sources, named in data set {version} or this project.")
    ).format(count=_source_count(context), version=context.data.version)
    boundaries = translate(
        "Sources", "Boundaries: Ministry of the Interior (Open Government Data License, version 1.0)."
    )
    what = meaning(context) if context.shows("choropleth") else ""
    return list(filter(None, (definition_line(context), counted, what, *_supposed(context), boundaries)))


def attribution_lines(context: Context) -> list[str]:
    """Return the least that every sheet says: definition, overlap rule, licence of the boundaries, data set."""
    line = context.texts.translate(
        "Sources",
        "Circles: {name}; {rule}. Boundaries: Ministry of the Interior (Open Government Data License, version 1.0). Data set {version}.",  # noqa: E501
    ).format(
        name=definition_words(context.texts, context.project, context.project.definition_id),
        rule=overlap_rule(context),
        version=context.data.version,
    )
    return [line, *_supposed(context)]


def _supposed(context: Context) -> list[str]:
    return [] if context.side == "baseline" else [supposed_line(context)]


def made_line(context: Context, spec: SheetSpec) -> str:
    """Return by whom and when the sheet was made; '' where neither is said."""
    translate, day, author = context.texts.translate, spec.date, " ".join(spec.author.split())
    if day is None:
        return author and translate("Sheet", "Made by {author}").format(author=author)
    date = day.isoformat()
    if spec.calendar == "minguo" and day.year >= FIRST_MINGUO:
        date = translate("Sheet", "{western} (Minguo {year}-{month}-{day})").format(
            year=day.year - FIRST_MINGUO + 1, month=day.month, day=day.day, western=date
        )
    if author:
        return translate("Sheet", "Made by {author}, {date}").format(author=author, date=date)
    return translate("Sheet", "Made on {date}").format(date=date)
