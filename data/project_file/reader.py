"""From the tables of a project file to a project; every value is checked, and what cannot be is said."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeVar, get_args

from data.balance.evaluate import indicator_ids
from data.dataset import DataSet
from data.errors import UserError
from data.index_spec import DEFAULT_INDEX, IndexSpec
from data.model import (
    KINDS,
    OWN_SHAPES,
    AreaLevel,
    Definition,
    Figure,
    Member,
    Name,
    Overlap,
    OwnLayer,
    OwnShape,
    Source,
    Variable,
)
from data.own import OwnData
from data.project import Project
from data.project_file import schema
from data.project_file.record import ImportRecord, Note, Opened
from data.project_file.rows import RowError, Rows, other_tables
from data.project_file.sites import read_sites
from data.scenario import Scenario, supported
from data.scenario_record import read_change
from data.scene import Scene
from data.scene_record import read_index, read_scene

T = TypeVar("T")

MOST_SETTINGS = 1000
LARGEST_THUMBNAIL = 2_000_000
"""Bytes; a picture of 480 pixels has a tenth of it."""
_PNG = b"\x89PNG\r\n\x1a\n"
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


@dataclass
class _Reading:
    """What is being read, and what has been said on the way."""

    connection: sqlite3.Connection
    embedded: DataSet
    language_of_faults: str
    notes: list[Note]
    left_out: list[UserError]
    """the faults of what was left out; the file must then not be saved over"""

    def rows(self, table: schema.Table, required: bool = True) -> Rows:
        return Rows(self.connection, table, required)

    def without_faults(self, rows: Rows) -> list[int]:
        """Return the positions of the rows that can be taken; the others are left out and said."""
        self.left_out += (rows.faults[index] for index in sorted(rows.faults))
        if rows.cleaned:
            self.notes.append(
                Note("{count} values of the table {table} had control characters, which were left out.",
                     count=rows.cleaned, table=rows.table.name)
            )  # fmt: skip
        return rows.good


def read_project(connection: sqlite3.Connection, embedded: DataSet, edited: str) -> Opened:
    """Return the project of a file of the present format, or as much as can be read of a newer one.

    ``edited`` is the day on which the file was last changed, for what was drawn in another program. Raises RowError.
    """
    reading = _Reading(connection, embedded, "en", [], [])
    about = _pairs(reading.rows(schema.PROJECT))
    format_number = format_of(about)
    own = _own(reading, edited)
    project = _project(reading, own, about)
    _say_what_is_not_kept(reading)
    version = about.get("embedded_set", "")
    if version != embedded.version:
        reading.notes.append(
            Note(
                "The project was saved on the data set {before}; this program has {now}.",
                before=version or "?",
                now=embedded.version,
            )
        )
    return Opened(
        project=project,
        settings=_settings(reading),
        thumbnails=_thumbnails(reading, {scene.id for scene in project.scenes}),
        imports=_imports(reading),
        read_only=_read_only(reading, format_number),
        embedded_version=version,
        notes=tuple(reading.notes),
        format=format_number,
    )


def format_of(about: Mapping[str, str]) -> int:
    """Return the number of the format; raise RowError where the file does not say it."""
    text = about.get("format", "")
    if not re.fullmatch("[1-9][0-9]{0,5}", text):
        raise RowError("It does not say which format it has.")
    return int(text)


def about_of(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Return what a file says of itself. Raises RowError where it says nothing."""
    return _pairs(Rows(connection, schema.PROJECT))


def _pairs(rows: Rows) -> dict[str, str]:
    keys, values = rows.text("key"), rows.text("value")
    rows.proven()
    return dict(zip(keys, values, strict=True))


def _read_only(reading: _Reading, format_number: int) -> Note | None:
    if format_number > schema.FORMAT:
        return Note(
            "This project was saved by a newer version of the program (format {format}). It is open for reading only; "
            "what this version does not know is not shown.",
            format=format_number,
        )
    if not reading.left_out:
        return None
    return Note(
        "{count} rows of this project cannot be read and were left out; the first: {fault} So that they are not lost, "
        "the file is open for reading only: correct them in QGIS, or save under another name.",
        count=len(reading.left_out),
        fault=reading.left_out[0],
    )


def _say_what_is_not_kept(reading: _Reading) -> None:
    tables = other_tables(reading.connection, {table.name for table in schema.TABLES})
    if tables:
        reading.notes.append(
            Note(
                "The file has tables that the program does not know: {names}. Saving leaves them out; "
                "the version before stays beside it.",
                names=", ".join(tables[:10]),
            )
        )


# --- what the project has of its own ---------------------------------------------------------------------------------


def _own(reading: _Reading, edited: str) -> OwnData:
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


def _sources(reading: _Reading) -> tuple[dict[str, Source], dict[str, Source]]:
    """Return the project's own sources by id, and those of the embedded set that it cites."""
    rows = reading.rows(schema.SOURCES)
    columns = [rows.text(name) for name in ("title", "publisher", "date", "url", "kind", "note")]
    found = [Source(*row) for row in zip(rows.keys("id"), *columns, strict=True)]
    own = rows.flags("own")
    rows.proven()
    reading.without_faults(rows)
    return _split(found, own)


def _variables(reading: _Reading) -> tuple[dict[str, Variable], dict[str, Variable]]:
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
    named = [(one.id, one, mine) for one, mine in zip(found, own, strict=True)]  # type: ignore[attr-defined]
    return {key: one for key, one, mine in named if mine}, {key: one for key, one, mine in named if not mine}


def _layers(reading: _Reading) -> dict[str, OwnLayer]:
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


def _figures(reading: _Reading, variables: Mapping[str, Variable], sources: Mapping[str, Source]) -> tuple[Figure, ...]:
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
    values = rows.numbers("value")
    for index, value in enumerate(values):
        if value is None:
            rows.refuse(index, "value", value)
    columns = (
        rows.known("variable", variables),
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
    keys = rows.keys("id")
    good = reading.without_faults(rows)
    found = list(zip(keys, *columns, strict=True))
    return tuple(Figure(*found[index]) for index in good)


def _definitions(reading: _Reading, sources: Mapping[str, Source]) -> tuple[Definition, ...]:
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


def _removed(reading: _Reading) -> dict[str, frozenset[str]]:
    rows = reading.rows(schema.REMOVED)
    pairs = list(zip(rows.known("kind", ("site", "figure")), rows.text("id"), strict=True))
    rows.proven()
    reading.without_faults(rows)
    return {kind: frozenset(key for of, key in pairs if of == kind) for kind in ("site", "figure")}


def _names(rows: Rows, prefix: str) -> list[Name]:
    return [Name(*pair) for pair in zip(rows.text(f"{prefix}_zh"), rows.text(f"{prefix}_en"), strict=True)]


# --- what is looked at -----------------------------------------------------------------------------------------------


def _project(reading: _Reading, own: OwnData, about: Mapping[str, str]) -> Project:
    embedded = reading.embedded
    definitions = {*embedded.definitions, *(one.id for one in own.definitions)}
    definition = about.get("definition", "")
    if definition not in definitions:
        reading.notes.append(
            Note(
                "The project showed the definition {name}, which does not exist any more; it shows {usual} now.",
                name=definition,
                usual=embedded.default_definition,
            )
        )
        definition = embedded.default_definition
    overlaps = {overlap.value: overlap for overlap in Overlap}
    overlap = overlaps.get(about.get("overlap", ""))
    if overlap is None:
        raise RowError("Its overlap rule {name} is none.", name=about.get("overlap", "")[:40])
    project = Project(embedded, definition, overlap, own=own, index=_index(reading, about.get("index", "")))
    scenario = _scenario(reading, project.data, about.get("scenario", ""))
    return replace(project, scenario=scenario, scenes=_scenes(reading, project.data))


def _index(reading: _Reading, text: str) -> IndexSpec:
    index = read_index(_from_json(text))
    known = set(indicator_ids())
    unknown = next((part.indicator for part in index.parts if part.indicator not in known), None)
    if unknown is None:
        return index
    reading.notes.append(
        Note("The index used {indicator}, which does not exist any more; it is the usual one now.", indicator=unknown)
    )
    return DEFAULT_INDEX


def _scenario(reading: _Reading, data: DataSet, name: str) -> Scenario:
    changes = _records(
        reading,
        schema.SCENARIOS,
        lambda record, number: read_change(data, record, number, "en", strict=False),
    )
    scenario = Scenario(name, tuple(changes))
    borne = supported(scenario, data)
    for change in scenario.changes:
        if change not in borne.changes:
            reading.left_out.append(
                RowError("A change of the scenario speaks of what does not exist any more: {change}.", change=change)
            )
    return borne


def _scenes(reading: _Reading, data: DataSet) -> tuple[Scene, ...]:
    found: dict[str, Scene] = {}

    def one(record: Any, number: int) -> Scene:
        scene = read_scene(data, record, f"scene-{number}", "en")
        if scene.id in found:
            raise RowError("Another scene has the id {name}, too.", name=scene.id)
        found[scene.id] = scene
        return scene

    return tuple(_records(reading, schema.SCENES, one))


def _records(reading: _Reading, table: schema.Table, read: Callable[[Any, int], T]) -> Iterable[T]:
    """Return what the records of a table are; those that cannot be read are left out and said."""
    rows = reading.rows(table)
    taken: list[T] = []
    for index, text in enumerate(rows.text("record")):
        try:
            taken.append(read(_from_json(text), index + 1))
        except UserError as fault:
            reading.left_out.append(
                RowError("Row {row} of the table {table}: {fault}", row=index + 1, table=table.name, fault=fault)
            )
    return taken


def _settings(reading: _Reading) -> dict[str, Any]:
    """Return the settings; one that cannot be read is as if it had never been set."""
    rows = reading.rows(schema.SETTINGS, required=False)
    found: dict[str, Any] = {}
    for key, text in list(zip(rows.text("key"), rows.text("value"), strict=True))[:MOST_SETTINGS]:
        try:
            found[key] = _from_json(text)
        except RowError:
            continue
    return found


def _thumbnails(reading: _Reading, scenes: set[str]) -> dict[str, bytes]:
    """Return the pictures of scenes; what is none is left out, for it is made again."""
    rows = reading.rows(schema.THUMBNAILS, required=False)
    return {
        scene: png
        for scene, png in zip(rows.text("scene"), rows.raw("png"), strict=True)
        if scene in scenes and isinstance(png, bytes) and png.startswith(_PNG) and len(png) <= LARGEST_THUMBNAIL
    }


def _imports(reading: _Reading) -> tuple[ImportRecord, ...]:
    rows = reading.rows(schema.IMPORTS, required=False)
    columns = zip(
        *(rows.text(name) for name in ("file", "imported", "source_id", "target")),
        *(map(_count, rows.numbers(name)) for name in ("taken", "refused")),
        strict=True,
    )
    found = [ImportRecord(*row) for row in columns]
    return tuple(found[index] for index in rows.good)


def _count(number: float | None) -> int:
    return int(number or 0)


def _from_json(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):  # also numbers of thousands of digits, lists in lists in lists
        raise RowError("It is not JSON: {text}.", text=repr(text[:40])) from None
