"""GeoJSON (also one feature in a line), and JSON that is a list of records, as open data portals hand it out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import shapely
import shapely.geometry

from data.errors import InputError
from data.readers.bounds import MOST_COLUMNS, MOST_ROWS, damaged, too_many_columns, too_many_rows, unreadable
from data.readers.encoding import detect
from data.readers.json_stream import FAULTS, Records
from data.readers.places import GEOMETRY_FIELDS, NOWHERE, Place, as_cell, chunks, places, row_of
from data.readers.prj import epsg_of_name
from data.readers.sheet import LOST_CHARACTERS, NO_RECORD, DamagedCells, ReadChoices, Row, Sheet, SourceFile

_NO_GEOMETRY = (ValueError, TypeError, LookupError, AttributeError, RecursionError, shapely.errors.ShapelyError)


@dataclass(frozen=True)
class _Found:
    """What a first reading of the whole file finds out."""

    fields: tuple[str, ...]
    features: bool
    crs: int
    count: int


def open_geojson(path: Path, choices: ReadChoices) -> SourceFile:
    """Open GeoJSON or a list of records. Raises UserError."""
    encoding = detect(path, choices.encoding)
    with _records(path, encoding.name) as records:
        found = _look_through(path, records)
    if not found.count:
        raise InputError("{file} has no records.", file=path.name)
    fields = found.fields + (GEOMETRY_FIELDS if found.features else ())
    rows = partial(_rows, path, encoding.name, bool(encoding.lost), found)
    sheet = Sheet("", rows, fields, found.crs, found.count)
    return SourceFile(path, "geojson" if found.features else "json", (sheet,), encoding.name)


@contextmanager
def _records(path: Path, encoding: str) -> Iterator[Records]:
    try:
        with path.open(encoding=encoding, errors="replace") as file:
            yield Records(file)
    except OSError as error:
        raise unreadable(path, error) from None
    except FAULTS:
        raise damaged(path, "JSON") from None


def _look_through(path: Path, records: Records) -> _Found:
    names: dict[str, None] = {}
    count = 0
    features = False
    for record in records:
        count += 1
        if count > MOST_ROWS:
            raise too_many_rows(path)
        features = features or _is_geometry(record)
        names.update(dict.fromkeys(_values(record)))
        if len(names) > MOST_COLUMNS:
            raise too_many_columns(path)
    return _Found(tuple(names), features, _crs(records.about), count)


def _rows(path: Path, encoding: str, lossy: bool, found: _Found) -> Iterator[Row]:
    number = 0
    with _records(path, encoding) as records:
        for some in chunks(records):
            ends = _places(some) if found.features else [()] * len(some)
            for record, end in zip(some, ends, strict=True):
                number += 1
                if not isinstance(record, dict):
                    yield number, DamagedCells((_text(record),), NO_RECORD)
                    continue
                cells = _cells(_values(record), found.fields)
                lost = lossy and any("\ufffd" in cell or "\0" in cell for cell in cells)
                yield number, row_of([*cells, *end], LOST_CHARACTERS if lost else "")


def _is_geometry(record: Any) -> bool:
    return isinstance(record, dict) and (record.get("type") == "Feature" or _is_shape(record))


def _is_shape(record: dict[str, Any]) -> bool:
    return isinstance(record.get("type"), str) and ("coordinates" in record or "geometries" in record)


def _values(record: Any) -> dict[str, Any]:
    """Return the named values of a record: the properties of a feature, or what it has itself."""
    if not isinstance(record, dict):
        return {}
    if record.get("type") == "Feature":
        properties = record.get("properties")
        return properties if isinstance(properties, dict) else {}
    return {} if _is_shape(record) else record


def _cells(values: dict[str, Any], names: Iterable[str]) -> list[str]:
    """Return named values as text, '' for those that are not there."""
    cells = [one if type(one := values.get(name, "")) is str else _text(one) for name in names]
    together = "".join(cells)
    if "\0" not in together:
        try:
            together.encode()  # all at once: to look at each cell takes longer than to read the file
        except UnicodeEncodeError:
            pass
        else:
            return cells
    return list(map(_text, cells))


def _places(records: list[Any]) -> list[Place]:
    found: list[Place] = []
    shapes: list[Any] = []
    for record in records:
        geometry = record.get("geometry", record) if isinstance(record, dict) else None
        found.append(_point(geometry))
        shapes.append(None if found[-1] is not NOWHERE else _shape(geometry))
    if any(shape is not None for shape in shapes):
        found = [one if one is not NOWHERE else other for one, other in zip(found, places(shapes), strict=True)]
    return found


def _point(geometry: Any) -> Place:
    """Return the place of a point, whose coordinates need no geometry; NOWHERE for all else."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return NOWHERE
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return NOWHERE
    return ("Point", _text(coordinates[0]), _text(coordinates[1]))


def _shape(geometry: Any) -> Any:
    if not isinstance(geometry, dict) or geometry.get("type") in ("Point", "Feature"):
        return None
    try:
        return shapely.geometry.shape(geometry)
    except _NO_GEOMETRY:
        return None


def _crs(about: dict[str, Any]) -> int:
    """Return what the member crs of the edition of 2008 says; 0 where there is none, as most files do without."""
    try:
        return epsg_of_name(str(about["crs"]["properties"]["name"]))
    except (LookupError, TypeError):
        return 0


def _text(value: Any) -> str:
    """Return a value as text; lists and objects as JSON. Halves of characters, which JSON can spell, are lost."""
    if isinstance(value, float):
        return as_cell(value)
    if isinstance(value, str) and value.isascii():
        return value
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else as_cell(value)
    return text.encode("utf-8", "replace").decode()
