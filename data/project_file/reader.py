"""From the tables of a project file to a project; every value is checked, and what cannot be is said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from data.balance.evaluate import indicator_ids
from data.dataset import DataSet
from data.errors import UnknownNameError, UserError
from data.index_spec import DEFAULT_INDEX, IndexSpec
from data.model import (
    Overlap,
)
from data.own import OwnData
from data.project import Project
from data.project_file import schema
from data.project_file.carried import other_tables
from data.project_file.own_rows import read_own
from data.project_file.reading import Reading, format_of, pairs
from data.project_file.record import ImportRecord, Note, Opened
from data.project_file.rows import RowError
from data.project_file.source import LONGEST
from data.scenario import Scenario, apply_scenario
from data.scenario_record import read_change
from data.scene import Scene
from data.scene_record import read_index, read_scene

T = TypeVar("T")

LONGEST_SETTING = 1_000_000
"""Characters of one setting."""
MOST_BROKEN = 100
"""Changes of a scenario that are left out, because they speak of what a newer data set has not; each costs a trial."""
LARGEST_THUMBNAIL = 2_000_000
"""Bytes; a picture of 480 pixels has a tenth of it."""
_PNG = b"\x89PNG\r\n\x1a\n"


def read_project(connection: sqlite3.Connection, embedded: DataSet, edited: str) -> Opened:
    """Return the project of a file of the present format, or as much as can be read of a newer one.

    ``edited`` is the day on which the file was last changed, for what was drawn in another program. Raises RowError.
    """
    reading = Reading(connection, embedded)
    about = pairs(reading.rows(schema.PROJECT))
    format_number = format_of(about)
    own = read_own(reading, edited)
    project = _project(reading, own, about)
    _say_what_others_have_put_in(reading)
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


def _read_only(reading: Reading, format_number: int) -> Note | None:
    if format_number > schema.FORMAT:
        return Note(
            "This project was saved by a newer version of the program (format {format}). It is open for reading only; "
            "what this version does not know is not shown.",
            format=format_number,
        )
    if not reading.left_out:
        return None
    return Note(
        "Rows of this project that cannot be read and were left out: {count}. The first: {fault} So that nothing is "
        "lost, the file is open for reading only: correct it in QGIS, or save under another name.",
        count=len(reading.left_out),
        fault=reading.left_out[0],
    )


def _say_what_others_have_put_in(reading: Reading) -> None:
    tables = other_tables(reading.connection)
    if tables:
        reading.notes.append(
            Note(
                "The file has tables of other programs, which are kept as they are: {names}.",
                names=", ".join(tables[:10]),
            )
        )


def _project(reading: Reading, own: OwnData, about: Mapping[str, str]) -> Project:
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
        raise RowError("There is no overlap rule {name}.", name=about.get("overlap", "")[:40])
    project = Project(embedded, definition, overlap, own=own)
    project = replace(project, index=_index(reading, project, about.get("index", "")))
    scenario = _scenario(reading, project.data, about.get("scenario", ""))
    return replace(project, scenario=scenario, scenes=_scenes(reading, project.data))


def _index(reading: Reading, project: Project, text: str) -> IndexSpec:
    index = read_index(_from_json(text))
    known = set(indicator_ids(project))
    unknown = next((part.indicator for part in index.parts if part.indicator not in known), None)
    if unknown is None:
        return index
    reading.notes.append(
        Note("The index used {indicator}, which does not exist any more; it is the usual one now.", indicator=unknown)
    )
    return DEFAULT_INDEX


def _scenario(reading: Reading, data: DataSet, name: str) -> Scenario:
    changes = _records(
        reading,
        schema.SCENARIOS,
        lambda record, number: read_change(data, record, number, "en", strict=False),
    )
    scenario = Scenario(name, tuple(changes))
    for _ in range(MOST_BROKEN):
        fault = _fault_of(scenario, data)
        if fault is None:
            return scenario
        reading.left_out.append(fault)
        scenario = scenario.without(int(str(fault.values["number"])) - 1)
    raise RowError("Its scenario does not fit the data.")


def _fault_of(scenario: Scenario, data: DataSet) -> UserError | None:
    try:
        apply_scenario(scenario, data)
    except UnknownNameError as fault:
        return fault
    return None


def _scenes(reading: Reading, data: DataSet) -> tuple[Scene, ...]:
    found: dict[str, Scene] = {}

    def one(record: Any, number: int) -> Scene:
        scene = read_scene(data, record, f"scene-{number}", "en")
        if scene.id in found:
            raise RowError("Another scene has the id {name}, too.", name=scene.id)
        found[scene.id] = scene
        return scene

    return tuple(_records(reading, schema.SCENES, one))


def _records(reading: Reading, table: schema.Table, read: Callable[[Any, int], T]) -> Iterable[T]:
    """Return what the records of a table are; those that cannot be read are left out and said."""
    rows = reading.rows(table)
    taken: list[T] = []
    for index, text in enumerate(rows.text("record", LONGEST)):
        try:
            taken.append(read(_from_json(text), index + 1))
        except UserError as fault:
            reading.left_out.append(
                RowError("Row {row} of the table {table}: {fault}", row=index + 1, table=table.name, fault=fault)
            )
    return taken


def _settings(reading: Reading) -> dict[str, Any]:
    """Return the settings; one that cannot be read is as if it had never been set."""
    rows = reading.rows(schema.SETTINGS, required=False)
    found: dict[str, Any] = {}
    for key, text in list(zip(rows.text("key"), rows.text("value", LONGEST_SETTING), strict=True)):
        try:
            found[key] = _from_json(text)
        except RowError:
            continue
    return found


def _thumbnails(reading: Reading, scenes: set[str]) -> dict[str, bytes]:
    """Return the pictures of scenes; what is none is left out, for it is made again."""
    rows = reading.rows(schema.THUMBNAILS, required=False)
    return {
        scene: png
        for scene, png in zip(rows.text("scene"), rows.raw("png"), strict=True)
        if scene in scenes and isinstance(png, bytes) and png.startswith(_PNG) and len(png) <= LARGEST_THUMBNAIL
    }


def _imports(reading: Reading) -> tuple[ImportRecord, ...]:
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
