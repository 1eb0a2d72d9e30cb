"""The rows of a project itself: sources, layers, sites, variables, figures and definitions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar, get_args

from data.model import (
    KINDS,
    OWN_SHAPES,
    AreaLevel,
    Definition,
    Figure,
    Member,
    Name,
    OwnLayer,
    OwnShape,
    Source,
    Variable,
)
from data.numbers import RANGES
from data.own import FigureKey, OwnData, figure_key
from data.own_edits import figure_id
from data.project_file import schema
from data.project_file.reading import Reading
from data.project_file.rows import RowError, Rows
from data.project_file.sites import read_sites

T = TypeVar("T", Source, Variable)

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def read_own(reading: Reading, edited: str) -> OwnData:
    """Return the rows of the project itself; what cannot be taken of sites and figures is left out and said.

    ``edited`` is the day on which the file was last changed. Raises RowError for faults in any other table.
    """
    sources, carried = _sources(reading)
    variables, carried_variables = _variables(reading)
    layers = _layers(reading)
    site_rows = read_sites(reading.connection, reading.embedded, sources, carried, layers, edited)
    reading.left_out += site_rows.left_out
    reading.notes += site_rows.notes
    cited = {**sources, **site_rows.sources}
    known_sources = {**carried, **reading.embedded.sources, **cited}
    known_variables = {**carried_variables, **reading.embedded.variables, **variables}
    figures = _figures(reading, known_variables, known_sources)
    definitions = _definitions(reading, known_sources)
    removed = _removed(reading)
    # The embedded set may have lost what the project still cites: it is the project's own then.
    used = {site.source_id for site in site_rows.sites} | {figure.source_id for figure in figures}
    used |= {definition.source_id for definition in definitions}
    used |= {member.source_id for definition in definitions for member in definition.members}
    missing = [carried[key] for key in carried if key in used and key not in reading.embedded.sources]
    measured = {figure.variable for figure in figures}
    unknown = [
        carried_variables[key] for key in carried_variables if key in measured and key not in reading.embedded.variables
    ]
    return OwnData(
        sources=(*cited.values(), *(one for one in missing if one.id not in cited)),
        layers=tuple(layers.values()),
        sites=site_rows.sites,
        removed_sites=removed.get("site", frozenset()),
        variables=(*variables.values(), *unknown),
        figures=figures,
        removed_figures=removed.get("figure", frozenset()),
        definitions=definitions,
    )


def _sources(reading: Reading) -> tuple[dict[str, Source], dict[str, Source]]:
    """Return the project's own sources by id, and those of the embedded set that it cites."""
    rows = reading.rows(schema.SOURCES)
    columns = [rows.text(name) for name in ("title", "publisher", "date", "url", "kind", "note")]
    found = [Source(*row) for row in zip(rows.keys("id"), *columns, strict=True)]
    own = rows.flags("own")
    rows.proven()
    reading.without_faults(rows)
    return _split(found, own)


def _variables(reading: Reading) -> tuple[dict[str, Variable], dict[str, Variable]]:
    rows = reading.rows(schema.VARIABLES)
    columns = zip(
        rows.keys("id"),
        _names(rows, "name"),
        rows.text("unit"),
        rows.text("base"),
        _names(rows, "definition"),
        _names(rows, "reporter"),
        strict=True,
    )
    found = [Variable(*row) for row in columns]
    own = rows.flags("own")
    rows.proven()
    reading.without_faults(rows)
    return _split(found, own)


def _split(found: Sequence[T], own: Sequence[bool]) -> tuple[dict[str, T], dict[str, T]]:
    named = [(one.id, one, mine) for one, mine in zip(found, own, strict=True)]
    return {key: one for key, one, mine in named if mine}, {key: one for key, one, mine in named if not mine}


def _layers(reading: Reading) -> dict[str, OwnLayer]:
    rows = reading.rows(schema.LAYERS)
    names, shapes = rows.keys("name"), rows.known("shape", OWN_SHAPES)
    colours, notes = rows.text("colour"), rows.text("note")
    for index, colour in enumerate(colours):
        if not _COLOUR.fullmatch(colour):
            rows.refuse(index, "colour", colour)
    rows.proven()
    reading.without_faults(rows)
    shape_of: dict[str, OwnShape] = {shape: shape for shape in get_args(OwnShape)}
    return {
        name: OwnLayer(name, shape_of[shape], colour, note)
        for name, shape, colour, note in zip(names, shapes, colours, notes, strict=True)
    }


def _figures(reading: Reading, variables: Mapping[str, Variable], sources: Mapping[str, Source]) -> tuple[Figure, ...]:
    rows = reading.rows(schema.FIGURES)
    embedded = reading.embedded
    levels = rows.choice("level", AreaLevel)
    areas = rows.text("area")
    known = {
        AreaLevel.TOWN: embedded.town_index,
        AreaLevel.COUNTY: embedded.county_index,
        AreaLevel.CIRCLE: embedded.circles,
    }
    for index, (level, area) in enumerate(zip(levels, areas, strict=True)):
        if area not in known.get(level, {"": 0}):
            rows.refuse(index, "area", area)
    measured, values = rows.known("variable", variables), rows.numbers("value")
    for index, (name, value) in enumerate(zip(measured, values, strict=True)):
        limits = RANGES.get(variables[name].unit) if name in variables else None
        if value is None or not (limits is None or (limits.holds(value) and not (limits.whole and value % 1))):
            rows.refuse(index, "value", value)
    columns = (
        rows.text("id"),
        measured,
        levels,
        areas,
        rows.text("period"),
        rows.known("kind", KINDS),
        [value if value is not None else 0.0 for value in values],  # a row without a value is refused
        rows.known("bound", ("", ">=", "<=")),
        rows.known("series", {*embedded.series, ""}),
        rows.known("source_id", sources),
        rows.text("source_location"),
        rows.text("note"),
    )
    figures = [Figure(*row) for row in zip(*columns, strict=True)]
    said: set[FigureKey] = set()
    for index, figure in enumerate(figures):
        if figure_key(figure) in said:
            rows.refuse(index, "id", figure.id)
        said.add(figure_key(figure))
    good = reading.without_faults(rows)
    return tuple(
        figures[index] if figures[index].id else replace(figures[index], id=figure_id(figures[index])) for index in good
    )


def _definitions(reading: Reading, sources: Mapping[str, Source]) -> tuple[Definition, ...]:
    """Return the definitions; a member that cannot be makes the file unreadable."""
    rows, lines = reading.rows(schema.DEFINITIONS), reading.rows(schema.MEMBERS)
    keys = rows.keys("id")
    listed = zip(keys, _names(rows, "name"), rows.known("source_id", sources), rows.text("note"), strict=True)
    members = [
        (definition, Member(*row))
        for definition, *row in zip(
            lines.known("definition", set(keys)),
            lines.known("circle", reading.embedded.circles),
            lines.known("area", {*reading.embedded.town_index, *reading.embedded.county_index}),
            lines.flags("assumption"),
            lines.known("source_id", sources),
            lines.text("source_location"),
            lines.text("note"),
            strict=True,
        )
    ]
    for table in (rows, lines):
        table.proven()
        reading.without_faults(table)
    by_definition = {
        key: tuple(member for _, member in group) for key, group in groupby(sorted(members, key=_first), key=_first)
    }
    found = [Definition(key, name, source, by_definition.get(key, ()), note) for key, name, source, note in listed]
    reading.left_out += (
        RowError("The definition {name} has no members.", name=one.name.zh) for one in found if not one.members
    )
    return tuple(one for one in found if one.members)


def _first(pair: tuple[str, Member]) -> str:
    return pair[0]


def _removed(reading: Reading) -> dict[str, frozenset[str]]:
    rows = reading.rows(schema.REMOVED)
    pairs = list(zip(rows.known("kind", ("site", "figure")), rows.text("id"), strict=True))
    rows.proven()
    reading.without_faults(rows)
    return {kind: frozenset(key for of, key in pairs if of == kind) for kind in ("site", "figure")}


def _names(rows: Rows, prefix: str) -> list[Name]:
    return [Name(*pair) for pair in zip(rows.text(f"{prefix}_zh"), rows.text(f"{prefix}_en"), strict=True)]
