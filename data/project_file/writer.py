"""A project as the bytes of its file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from data.circles import membership
from data.dataset import DataSet
from data.errors import TargetError
from data.model import Name, Site, Source, Variable
from data.project import Project
from data.project_file import schema
from data.project_file.carried import carry
from data.project_file.geometry import point_blobs, town_blobs, town_extents
from data.project_file.record import ImportRecord
from data.project_file.schema import Table
from data.project_file.seal import KEY, blank_seal, sealed
from data.scenario_record import change_record
from data.scene_record import index_record, scene_record
from data.version import program_version

Row = Sequence[object]
Extent = tuple[float, float, float, float]
"""west, south, east, north in degrees"""


def image(
    project: Project,
    settings: Mapping[str, Any],
    thumbnails: Mapping[str, bytes],
    imports: Sequence[ImportRecord],
    carried: sqlite3.Connection | None = None,
) -> bytes:
    """Return the file of a project, with the tables of other programs that the file ``carried`` has.

    Raises TargetError for what is larger than SQLite can hold.
    """
    blank = blank_seal()
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            _frame(connection)
            connection.execute("BEGIN")
            _content(connection, project, now, blank)
            scenes = {scene.id for scene in project.scenes}
            pictures = ((scene, png) for scene, png in thumbnails.items() if scene in scenes)
            _put(connection, schema.THUMBNAILS, pictures, None, now)
            files = ((one.file, one.when, one.source_id, one.target, one.taken, one.refused) for one in imports)
            _put(connection, schema.IMPORTS, files, None, now)
            _put(connection, schema.SETTINGS, ((key, json_text(value)) for key, value in settings.items()), None, now)
            if carried is not None:
                carry(carried, connection)
            connection.execute("COMMIT")
            return sealed(connection.serialize(), blank)
    except sqlite3.Error as error:
        raise TargetError("The project could not be put together ({reason}).", reason=error) from None


def _frame(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.GEOPACKAGE_VERSION}")
    connection.executescript(schema.FRAME)
    connection.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", schema.REFERENCE_SYSTEMS)


def _content(connection: sqlite3.Connection, project: Project, now: str, seal: str) -> None:
    own, data = project.own, project.data
    areas = _names_of_areas(data)

    def put(table: Table, rows: Iterable[Row], extent: Extent | None = None) -> None:
        _put(connection, table, rows, extent, now)

    put(schema.PROJECT, _project_rows(project, now, seal))
    put(schema.SITES, _site_rows(project, areas), _extent(own.sites))
    towns = _definition_towns(project)
    put(schema.DEFINITION_TOWNS, (row for _, row in towns), _extent_of_towns(data, [town for town, _ in towns]))
    put(schema.REMOVED, _removed_rows(project))
    put(
        schema.FIGURES,
        (
            (
                *(one.id, one.variable, one.level.value, one.area, areas.get(one.area, ""), one.period, one.kind),
                *(one.value, one.bound, one.series, one.source_id, one.source_location, one.note),
            )
            for one in own.figures
        ),
    )
    put(schema.VARIABLES, _variable_rows(project))
    put(schema.SOURCES, _source_rows(project))
    put(schema.LAYERS, ((one.name, one.shape, one.colour, one.note) for one in own.layers))
    put(schema.DEFINITIONS, ((one.id, one.name.zh, one.name.en, one.source_id, one.note) for one in own.definitions))
    put(
        schema.MEMBERS,
        (
            (
                *(definition.id, one.circle, one.area, areas.get(one.area, ""), one.assumption),
                *(one.source_id, one.source_location, one.note),
            )
            for definition in own.definitions
            for one in definition.members
        ),
    )
    put(
        schema.SCENARIOS,
        (
            (project.scenario.name, record["change"], json_text(record))
            for record in map(change_record, project.scenario.changes)
        ),
    )
    put(
        schema.SCENES,
        (
            (scene.id, scene.kind, scene.title.zh, scene.title.en, json_text(scene_record(scene)))
            for scene in project.scenes
        ),
    )


def json_text(value: Any) -> str:
    """Return a plain value as the file has it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _put(connection: sqlite3.Connection, table: Table, rows: Iterable[Row], extent: Extent | None, now: str) -> None:
    """Make a table, list it as the standard asks, and fill it."""
    connection.execute(table.sql)
    connection.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
        (
            *(table.name, "features" if table.geometry else "attributes", table.title, now),
            *(extent or (None,) * 4),
            schema.WGS84 if table.geometry else None,
        ),
    )
    if table.geometry:
        connection.execute(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
            (table.name, table.geometry, schema.WGS84),
        )
    columns, places = ", ".join(f'"{name}"' for name in table.names), ", ".join("?" * len(table.columns))
    insert = f'INSERT INTO "{table.name}" ({columns}) VALUES ({places})'
    ready = list(rows)
    try:
        connection.executemany(insert, ready)
    except UnicodeEncodeError:  # half of a character, from a file that was read carelessly; a project must be savable
        connection.execute(f'DELETE FROM "{table.name}"')
        connection.executemany(insert, (tuple(map(_writable, row)) for row in ready))


def _writable(value: object) -> object:
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _project_rows(project: Project, now: str, seal: str) -> Iterator[Row]:
    yield "format", str(schema.FORMAT)
    yield "program", program_version()
    yield "embedded_set", project.embedded.version
    yield "saved", now
    yield "definition", project.definition_id
    yield "overlap", project.overlap.value
    yield "scenario", project.scenario.name
    yield "index", json_text(index_record(project.index))
    yield KEY, seal


def _site_rows(project: Project, areas: Mapping[str, str]) -> Iterator[Row]:
    sites, embedded = project.own.sites, project.embedded.site_by_id
    known = frozenset(schema.SITE_EXTRAS)
    blobs = point_blobs([site.lon for site in sites], [site.lat for site in sites])
    for blob, site in zip(blobs, sites, strict=True):
        extra = site.extra
        other = {name: text for name, text in extra.items() if name not in known}
        yield (
            blob,
            *(site.id, "changed" if site.id in embedded else "own", site.layer.value, site.category),
            *(site.name.zh, site.name.en, site.operator, site.county_code, site.town_code),
            *(areas.get(site.county_code, ""), areas.get(site.town_code, ""), site.locality, site.lon, site.lat),
            *(site.precision.value, site.status.value, site.status_text, site.year, site.value, site.unit),
            *(site.source_id, site.source_location, site.note),
            *((extra.get(name) for name in schema.SITE_EXTRAS) if extra else (None,) * len(known)),
            json_text(other) if other else None,
        )


def _removed_rows(project: Project) -> Iterator[Row]:
    sites = project.embedded.site_by_id
    for site in sorted(project.own.removed_sites):
        yield "site", site, sites[site].name.zh if site in sites else ""
    for figure in sorted(project.own.removed_figures):
        yield "figure", figure, ""


def _variable_rows(project: Project) -> Iterator[Row]:
    """Yield the project's own variables, and those of the embedded set that its figures are of."""

    def row(one: Variable, own: bool) -> Row:
        names = (one.definition, one.reporter)
        return (
            *(one.id, one.name.zh, one.name.en, one.unit, one.base),
            *(text for name in names for text in (name.zh, name.en)),
            own,
        )

    own = {one.id for one in project.own.variables}
    yield from (row(one, True) for one in project.own.variables)
    for variable in dict.fromkeys(figure.variable for figure in project.own.figures):
        if variable not in own and variable in project.embedded.variables:
            yield row(project.embedded.variables[variable], False)


def _source_rows(project: Project) -> Iterator[Row]:
    """Yield the project's own sources, and those of the embedded set that its rows cite."""

    def row(one: Source, own: bool) -> Row:
        return one.id, one.title, one.publisher, one.date, one.url, one.kind, one.note, own

    own = project.own
    known = {one.id for one in own.sources}
    yield from (row(one, True) for one in own.sources)
    cited = (
        *(site.source_id for site in own.sites),
        *(figure.source_id for figure in own.figures),
        *(definition.source_id for definition in own.definitions),
        *(member.source_id for definition in own.definitions for member in definition.members),
    )
    for source in dict.fromkeys(cited):
        if source not in known and source in project.embedded.sources:
            yield row(project.embedded.sources[source], False)


def _definition_towns(project: Project) -> list[tuple[int, Row]]:
    """Return the position of a town and its row, for each circle of the definition shown and of the project's own."""
    data = project.data
    blobs = town_blobs(data.geography)
    found: list[tuple[int, Row]] = []
    for definition in dict.fromkeys((project.definition_id, *(one.id for one in project.own.definitions))):
        for position, (town, circles) in enumerate(zip(data.towns, membership(data, definition), strict=True)):
            found += (
                (
                    position,
                    (
                        *(blobs[position], definition, circle, data.circles[circle].name.zh),
                        *(town.code, town.name.zh, town.county.code, town.county.name.zh),
                    ),
                )
                for circle in circles
            )
    return found


def _extent(sites: Sequence[Site]) -> Extent | None:
    if not sites:
        return None
    lon, lat = [site.lon for site in sites], [site.lat for site in sites]
    return min(lon), min(lat), max(lon), max(lat)


def _extent_of_towns(data: DataSet, towns: Sequence[int]) -> Extent | None:
    if not towns:
        return None
    extents = town_extents(data.geography)[list(towns)]
    west, south = extents[:, :2].min(axis=0)
    east, north = extents[:, 2:].max(axis=0)
    return float(west), float(south), float(east), float(north)


def _names_of_areas(data: DataSet) -> dict[str, str]:
    """Return the Chinese name of every county, town and circle, by its code or id."""
    named: dict[str, Name] = {circle.id: circle.name for circle in data.circles.values()}
    named |= {county.code: county.name for county in data.counties}
    return {key: name.zh for key, name in named.items()} | {town.code: town.name.zh for town in data.towns}
