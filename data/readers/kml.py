"""KML and KMZ: every placemark a row, with what its ExtendedData say. Entities are refused, links are not followed."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TextIO

import shapely
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from data.errors import InputError
from data.readers.archive import member, opened_zip
from data.readers.bounds import (
    DEEPEST,
    LONGEST_FEATURE,
    MOST_COLUMNS,
    MOST_ROWS,
    check_whole,
    damaged,
    too_many_columns,
    too_many_rows,
    unreadable,
)
from data.readers.encoding import decoded, detect
from data.readers.places import GEOMETRY_FIELDS, NOWHERE, Place, chunks, places, row_of
from data.readers.sheet import LOST_CHARACTERS, ReadChoices, Row, Sheet, SourceFile

_WGS84 = 4326  # OGC 07-147r2: all coordinates of KML are in it
_PLAIN = ("name", "description", "address", "phoneNumber")
_FOLDER = "folder"
_ELEMENT = 100
"""Bytes that an element takes beside its text."""
_LEADING = (_FOLDER, *_PLAIN)
_SHAPES = {"Point": 1, "LineString": 2, "Polygon": 3}
_SPACE = re.compile(r"\s+")
_Placemark = tuple[dict[str, str], list[tuple[str, str]]]
"""Values by name, and of each geometry its type and the text of its (outer) coordinates."""


def open_kml(path: Path, choices: ReadChoices) -> SourceFile:
    """Open KML, or the first KML file in a KMZ. Raises UserError."""
    encoding = _encoding(path, choices)
    names: dict[str, None] = {}
    count = 0
    for values, _ in _placemarks(path, encoding):
        count += 1
        if count > MOST_ROWS:
            raise too_many_rows(path)
        names.update(dict.fromkeys(values))
        if len(names) > MOST_COLUMNS:
            raise too_many_columns(path)
    if not count:
        raise InputError("{file} has no placemarks.", file=path.name)
    fields = tuple(names)
    sheet = Sheet("", partial(_rows, path, encoding, fields), fields + GEOMETRY_FIELDS, _WGS84, count)
    return SourceFile(path, "kml", (sheet,), encoding)


def _encoding(path: Path, choices: ReadChoices) -> str:
    """Return the encoding of a KML file, '' of a KMZ, in which it is looked for anew."""
    check_whole(path)
    with path.open("rb") as file:
        return "" if file.read(2) == b"PK" else detect(path, choices.encoding).name


def _rows(path: Path, encoding: str, fields: tuple[str, ...]) -> Iterator[Row]:
    number = 0
    for some in chunks(_placemarks(path, encoding)):
        for (values, _), end in zip(some, _places([shapes for _, shapes in some]), strict=True):
            number += 1
            cells = [values.get(name, "") for name in fields]
            lost = any("\ufffd" in cell for cell in cells)
            yield number, row_of([*cells, *end], LOST_CHARACTERS if lost else "")


@contextmanager
def _text(path: Path, encoding: str) -> Iterator[TextIO]:
    if encoding:
        with path.open(encoding=encoding, errors="replace") as file:
            yield file
        return
    with opened_zip(path) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(".kml")]
        text = decoded(member(archive, next((n for n in names if n.lower() == "doc.kml"), names[0])))
    if text is None:
        raise damaged(path, "KMZ")
    yield io.StringIO(text)


def _placemarks(path: Path, encoding: str) -> Iterator[_Placemark]:
    """Yield the placemarks one by one. Text goes to the parser decoded, which knows no Big5 itself."""
    try:
        with _text(path, encoding) as file:
            yield from _parsed(path, file)
    except OSError as error:
        raise unreadable(path, error) from None
    except DefusedXmlException:
        raise InputError(
            "{file} defines entities, which are not read; nothing of it was taken.", file=path.name
        ) from None
    except (ElementTree.ParseError, ValueError, zipfile.BadZipFile, RecursionError, MemoryError):
        raise damaged(path, "KML") from None


def _parsed(path: Path, file: TextIO) -> Iterator[_Placemark]:
    depth = size = 0
    inside = 0  # depth of the placemark that is being read
    above: list[Any] = []
    folders: list[str] = []
    for event, element in iterparse(file, events=("start", "end")):
        if event == "start":
            depth += 1
            if depth > DEEPEST:
                raise damaged(path, "KML")
            above.append(element)
            if not inside and (tag := _local(element.tag)) in ("Placemark", "Folder"):
                if tag == "Placemark":
                    inside = depth
                else:
                    folders.append("")
            continue
        size += _ELEMENT + len(element.text or "")
        if size > LONGEST_FEATURE:
            raise damaged(path, "KML")
        above.pop()
        depth -= 1
        if depth >= inside > 0:
            continue
        tag = _local(element.tag)
        if inside:
            yield _placemark(element, " / ".join(filter(None, folders)))
            inside = 0
        elif tag == "name" and folders and _local(above[-1].tag) == "Folder":
            folders[-1] = _clean(element.text)
        elif tag == "Folder":
            folders.pop()
        size = 0
        if above:
            above[-1].clear()  # what was read is given back, or it would be held to the end


def _placemark(element: Any, folder: str) -> _Placemark:
    values = {_FOLDER: folder} if folder else {}
    shapes = []
    for one in element.iter():
        tag = _local(one.tag)
        if tag == "Data":
            values[one.get("name", "")] = _clean(_first(one, "value"))
        elif tag == "SimpleData":
            values[one.get("name", "")] = _clean(one.text)
        elif tag in _SHAPES:
            shapes.append((tag, _first(one, "coordinates") or ""))
    for child in element:
        tag = _local(child.tag)
        if tag in _PLAIN:
            values[tag] = _clean(child.text)
    return {name: values[name] for name in (*filter(values.__contains__, _LEADING), *values)}, shapes


def _first(element: Any, tag: str) -> str | None:
    return next((one.text for one in element.iter() if _local(one.tag) == tag), None)


def _places(all_shapes: list[list[tuple[str, str]]]) -> list[Place]:
    found: list[Place] = []
    geometries: list[Any] = []
    for shapes in all_shapes:
        first, text = shapes[0] if shapes else ("", "")
        if first == "Point" and len(shapes) == 1:
            found.append(_point(text))
            geometries.append(None)
        else:
            found.append(NOWHERE)
            geometries.append(_largest(shapes))
    if any(geometry is not None for geometry in geometries):
        others = places(geometries)
        found = [
            other if geometry is not None else one
            for one, other, geometry in zip(found, others, geometries, strict=True)
        ]
    return found


def _point(text: str) -> Place:
    parts = [part.strip() for part in text.strip().split(",")]
    return ("Point", parts[0], parts[1]) if len(parts) >= 2 else NOWHERE


def _largest(shapes: list[tuple[str, str]]) -> Any:
    """Return the part of a placemark that has most area, else most length, as a geometry; None where none is whole."""
    found = [one for one in (_geometry(kind, text) for kind, text in shapes) if one is not None]
    return max(found, key=lambda one: (one.area, one.length), default=None)


def _geometry(kind: str, text: str) -> Any:
    try:
        corners = [tuple(map(float, corner.split(",")[:2])) for corner in _SPACE.split(text.strip())]
        if _SHAPES[kind] == 1:
            return shapely.Point(corners[0])
        return shapely.Polygon(corners) if _SHAPES[kind] == 3 else shapely.LineString(corners)
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError):
        return None


@lru_cache(maxsize=500)
def _local(tag: str) -> str:
    """Return the name of an element without its namespace: files name different ones, or none."""
    return tag.rpartition("}")[2]


def _clean(text: str | None) -> str:
    return (text or "").strip()
