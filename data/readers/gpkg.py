"""GeoPackages: the plain tables that their contents name, read only; views and virtual tables are left alone."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from data.errors import InputError
from data.readers.bounds import (
    LONGEST_CELL,
    LONGEST_FEATURE,
    MOST_COLUMNS,
    MOST_ROWS,
    damaged,
    too_many_columns,
    too_many_rows,
)
from data.readers.places import GEOMETRY_FIELDS, as_cell, chunks, places, row_of
from data.readers.sheet import ReadChoices, Row, Sheet, SourceFile

_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
"""Length of the envelope in a GeoPackage geometry header, by its indicator (OGC 12-128, clause 2.1.3)."""

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
_MOST_LAYERS = 1_000


@dataclass(frozen=True)
class _Layer:
    table: str
    columns: tuple[str, ...]
    """those of text and numbers"""
    geometry: str
    """name of the column of geometry, '' for a table without"""
    crs: int


def open_geopackage(path: Path, choices: ReadChoices) -> SourceFile:
    """Open a GeoPackage: every layer and attribute table of it. Raises UserError."""
    with _connection(path) as connection:
        layers = [_layer(connection, path, *found) for found in _contents(connection)]
    if not layers:
        raise InputError("{file} is a database without layers of a GeoPackage.", file=path.name)
    sheets = tuple(
        Sheet(one.table, partial(_rows, path, one), one.columns + (GEOMETRY_FIELDS if one.geometry else ()), one.crs)
        for one in layers
    )
    return SourceFile(path, "gpkg", sheets)


@contextmanager
def _connection(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that can do nothing but read tables; faults of SQLite inside the block are a sentence."""
    try:
        # immutable: SQLite must neither wait for others nor leave a journal beside a stranger's file
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True, check_same_thread=False)) as connection:
            # what is longer than a cell may be is cut at once; thousands of rows wait for their geometries together
            connection.text_factory = lambda raw: raw[: 4 * LONGEST_CELL + 4].decode("utf-8", "replace")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_FEATURE)
            for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
                connection.execute(f"PRAGMA {pragma}")
            connection.set_authorizer(_authorize)
            yield connection
    except (sqlite3.Error, ValueError, OverflowError, MemoryError):  # names of columns that are no UTF-8
        raise damaged(path, "GeoPackage") from None


def _authorize(action: int, first: str | None, *_: str | None) -> int:
    reads = action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first == "table_info")
    return sqlite3.SQLITE_OK if reads else sqlite3.SQLITE_DENY


def _contents(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int]]:
    """Yield name, column of geometry and EPSG code of every plain table that the contents name."""
    tables = {
        name.lower(): name
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if not str(sql).lstrip().upper().startswith("CREATE VIRTUAL")
    }
    if "gpkg_contents" not in tables:
        return
    geometry, codes = {}, {}
    if "gpkg_geometry_columns" in tables:
        for table, column, system in connection.execute(
            "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns"
        ).fetchmany(_MOST_LAYERS):
            geometry[str(table).lower()] = (str(column), system)
    if "gpkg_spatial_ref_sys" in tables:
        for system, organization, code in connection.execute(
            "SELECT srs_id, organization, organization_coordsys_id FROM gpkg_spatial_ref_sys"
        ).fetchmany(100 * _MOST_LAYERS):
            codes[system] = code if str(organization).upper() == "EPSG" and isinstance(code, int) else 0
    named = connection.execute("SELECT table_name, data_type FROM gpkg_contents").fetchmany(_MOST_LAYERS)
    for table, kind in named:
        if kind in ("features", "attributes") and str(table).lower() in tables:
            column, system = geometry.get(str(table).lower(), ("", 0))
            yield tables[str(table).lower()], column, max(codes.get(system, 0), 0)


def _layer(connection: sqlite3.Connection, path: Path, table: str, geometry: str, crs: int) -> _Layer:
    names = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")]
    if len(names) > MOST_COLUMNS:
        raise too_many_columns(path)
    found = next((name for name in names if name.lower() == geometry.lower()), "")
    return _Layer(table, tuple(name for name in names if name != found), found, crs)


def _rows(path: Path, layer: _Layer) -> Iterator[Row]:
    """Yield the rows in the order of the table, numbered from 1."""
    names = ([layer.geometry] if layer.geometry else []) + list(layer.columns)
    number = 0
    with _connection(path) as connection:
        found = connection.execute(f"SELECT {', '.join(map(_quoted, names))} FROM {_quoted(layer.table)}")
        for some in chunks(found):
            ends = places(_geometries([row[0] for row in some])) if layer.geometry else [()] * len(some)
            for row, end in zip(some, ends, strict=True):
                number += 1
                if number > MOST_ROWS:
                    raise too_many_rows(path)
                yield number, row_of([*map(as_cell, row[1:] if layer.geometry else row), *end])


def _geometries(blobs: list[Any]) -> list[Any]:
    with np.errstate(invalid="ignore"):  # coordinates that are not finite are seen where they stand
        return list(shapely.from_wkb(np.array([_wkb(blob) for blob in blobs], dtype=object), on_invalid="ignore"))


def _wkb(blob: object) -> bytes | None:
    """Return the well-known binary in a geometry of a GeoPackage, None where there is none that is safe to read."""
    if not isinstance(blob, bytes) or len(blob) < 13 or blob[:2] != b"GP":
        return None
    envelope = _ENVELOPE_BYTES.get((blob[3] >> 1) & 0b111)
    if envelope is None:
        return None
    wkb = blob[8 + envelope :]
    try:
        return wkb if _is_flat(wkb) else None
    except struct.error:  # shorter than it says
        return None


def _is_flat(wkb: bytes) -> bool:
    """Return whether a geometry has no collections in collections: GEOS follows them until its stack ends."""
    kind, _, at = _begin(wkb, 0)
    if kind in (1, 2, 3):
        return True
    if kind not in (4, 5, 6, 7):
        return False
    (parts,) = struct.unpack_from("<I" if wkb[0] else ">I", wkb, at)
    at += 4
    for _ in range(parts):
        kind, width, at = _begin(wkb, at)
        order = "<I" if wkb[at - 5] else ">I"
        if kind == 1:
            at += width
        elif kind == 2:
            at += 4 + width * struct.unpack_from(order, wkb, at)[0]
        elif kind == 3:
            (rings,) = struct.unpack_from(order, wkb, at)
            at += 4
            for _ in range(rings):
                at += 4 + width * struct.unpack_from(order, wkb, at)[0]
        else:
            return False
    return True


def _begin(wkb: bytes, at: int) -> tuple[int, int, int]:
    """Return the type of the geometry that begins there, the bytes of its coordinates, and where its content begins."""
    (code,) = struct.unpack_from("<I" if wkb[at : at + 1] != b"\0" else ">I", wkb, at + 1)
    dimensions, kind = divmod(code, 1000)
    return (kind if dimensions <= 3 else 0), 8 * (2 + (dimensions > 0) + (dimensions == 3)), at + 5


def _quoted(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'
