"""What a plate shows as tables: values of areas, circles, sites, links, the sources of it all, and what it is about.

Numbers are numbers in the unit of their source, what is unknown is None, codes and identifiers are those of the command
``assess``. How a cell is written is for the format to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.balance.evaluate import INDEX, indicator_of
from data.model import Source
from data.version import program_version
from maps.context import Context
from maps.definition_words import definition_words
from maps.export.shown_areas import area_table, circle_table
from maps.export.shown_sites import link_table, site_table
from maps.export.table import Cell, ShownColumn, ShownTable
from maps.plate import Plate
from maps.showing import level_words, period_words, side_words
from maps.words import overlap_rule, place_name, source_lines, subtitle

USES = "; "
"""Between the tables that a source is used for."""


@dataclass(frozen=True)
class Shown:
    """The tables of one plate; None where the map shows nothing of the kind."""

    values: ShownTable | None
    """areas coloured by an indicator, or by two"""
    symbols: ShownTable | None
    """areas in which symbols as large as the value of an indicator stand"""
    circles: ShownTable
    """the circles and the nation, as beside the map"""
    sites: ShownTable | None
    links: ShownTable | None
    sources: ShownTable
    about: ShownTable

    @property
    def main(self) -> ShownTable:
        """The one table of a format that holds one: coloured areas, else symbols, else sites, else the circles."""
        return self.values or self.symbols or self.sites or self.circles

    @property
    def tables(self) -> tuple[ShownTable, ...]:
        """Every table there is."""
        found = (self.values, self.symbols, self.circles, self.sites, self.links, self.sources, self.about)
        return tuple(table for table in found if table is not None)


def plate_context(plate: Plate) -> Context:
    """Return the context of a plate for words and values, which depend on no scale."""
    return Context(plate.project, plate.view, plate.atlas, plate.texts, 1.0)


def shown(plate: Plate) -> Shown:
    """Return the tables of a plate. The sources of hundreds of values take up to two seconds."""
    context, view = plate_context(plate), plate.view
    values = None
    if context.shows("choropleth"):
        names = (view.choropleth, view.second) if view.second else (view.choropleth,)
        values = area_table(context, "values", view.level, names, classified=not view.second)
    symbols = (
        area_table(context, "symbols", view.proportional_level, (view.proportional,))
        if context.shows("proportional")
        else None
    )
    circles, sites, links = circle_table(context), site_table(context), link_table(context)
    return Shown(
        values,
        symbols,
        circles,
        sites,
        links,
        _source_table(context, [table for table in (values, symbols, circles, sites, links) if table is not None]),
        _about_table(plate, context),
    )


def _source_table(context: Context, tables: Iterable[ShownTable]) -> ShownTable:
    """Return every source that a row of the tables names, and those of the definition of the circles."""
    translate = context.texts.translate
    used: dict[str, list[str]] = {}
    for table in tables:
        for source in _named(table):
            used.setdefault(source, []).append(table.title)
    for member in context.project.definition.members:
        used.setdefault(member.source_id, []).append(translate("Data", "Definition of the circles"))
    known = context.project.what_if.data.sources
    columns = (
        ShownColumn("id", translate("Data", "Code"), "id"),
        ShownColumn("title", translate("Data", "Title")),
        ShownColumn("publisher", translate("Data", "Publisher")),
        ShownColumn("date", translate("Data", "Date")),
        ShownColumn("url", translate("Data", "Address")),
        ShownColumn("kind", translate("Data", "Kind")),
        ShownColumn("used_for", translate("Data", "Used for")),
        ShownColumn("note", translate("Data", "Note")),
    )
    rows = tuple(
        _source_row(known[name], USES.join(dict.fromkeys(used[name]))) for name in sorted(used) if name in known
    )
    return ShownTable("sources", translate("Data", "Sources"), context.view.language, columns, rows)


def _named(table: ShownTable) -> Iterator[str]:
    for place, column in enumerate(table.columns):
        if column.id == "source_id" or column.id.endswith("_sources"):
            for row in table.rows:
                yield from filter(None, str(row[place] or "").split(";"))


def _source_row(source: Source, used_for: str) -> tuple[Cell, ...]:
    return (
        source.id,
        source.title,
        source.publisher,
        source.date,
        source.url,
        source.kind,
        used_for,
        source.note,
    )


def _about_table(plate: Plate, context: Context) -> ShownTable:
    translate = context.texts.translate
    columns = (ShownColumn("item", translate("Data", "Item"), "id"), ShownColumn("value", translate("Data", "Content")))
    rows = tuple((item, value) for item, value in _about(plate, context) if value)
    return ShownTable("about", translate("Data", "About"), context.view.language, columns, rows)


def _about(plate: Plate, context: Context) -> Iterator[tuple[str, str]]:
    """Yield what a reader who has nothing but the file must know; empty where there is nothing to say."""
    translate, project, view, language = context.texts.translate, context.project, context.view, context.view.language
    definition = project.definition
    yield translate("Data", "Title"), plate.title
    yield translate("Data", "Subtitle"), subtitle(context)
    yield translate("Data", "Program"), f"Lifecircles {program_version()}"
    yield translate("Data", "Data set"), project.data.version
    yield translate("Data", "Definition"), f"{definition.id} {definition_words(context.texts, project, definition.id)}"
    yield translate("Data", "Overlap rule"), f"{project.overlap.value}: {overlap_rule(context)}"
    for name in _indicators(context):
        indicator = indicator_of(project, name)
        label = translate("Data", "Indicator {id}").format(id=name)
        yield label, indicator.name.text(language)
        yield translate("Data", "{item}: formula").format(item=label), indicator.formula.text(language)
        if name != INDEX:
            yield translate("Data", "{item}: period").format(item=label), period_words(context.texts, indicator)
    if context.shows("choropleth"):
        yield translate("Data", "Areas"), level_words(context.texts, view.level)
    yield translate("Data", "Side"), side_words(context) or translate("Data", "Baseline")
    yield translate("Data", "Part"), place_name(project, view.focus).text(language) if view.focus is not None else ""
    yield translate("Data", "Date"), plate.spec.date.isoformat() if plate.spec.date is not None else ""
    yield translate("Data", "Author"), plate.spec.author
    yield translate("Data", "Notes"), plate.spec.words("notes")
    for line in source_lines(context):
        yield translate("Data", "Note"), line


def _indicators(context: Context) -> tuple[str, ...]:
    view = context.view
    names = [view.choropleth, view.second] if context.shows("choropleth") else []
    if context.shows("proportional"):
        names.append(view.proportional)
    return tuple(dict.fromkeys(filter(None, names)))
