"""Shapefiles, also several in a zip: shapes as points on them, with the row of the dBASE table beside each."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from data.errors import UnknownNameError
from data.readers.archive import member, opened_zip, shown
from data.readers.bounds import MOST_ROWS, check_whole, damaged, too_many_rows, unreadable
from data.readers.dbf import Dbf
from data.readers.encoding import chosen
from data.readers.places import GEOMETRY_FIELDS, NOWHERE, Place, chunks, places, row_of
from data.readers.prj import epsg_of_wkt
from data.readers.sheet import LOST_CHARACTERS, ReadChoices, Row, Sheet, SourceFile

_PARTS = (".shp", ".dbf", ".prj", ".cpg")
_HEADER = 100  # bytes
_MOST_SHAPEFILES = 200
_POINTS, _MULTIPOINTS, _LINES, _POLYGONS = (1, 11, 21), (8, 18, 28), (3, 13, 23), (5, 15, 25)
_CODE_PAGES = {"950": "cp950", "65001": "utf-8", "ansi 950": "cp950", "oem 950": "cp950", "utf8": "utf-8"}


@dataclass(frozen=True)
class _Shapefile:
    """Where the parts of one shapefile are: a name in the zip, or a path beside it, by suffix."""

    path: Path
    """the file that was opened"""
    parts: Mapping[str, str]
    zipped: bool

    def read(self, suffix: str) -> bytes:
        """Return a part, b"" where there is none. Raises UserError."""
        if suffix not in self.parts:
            return b""
        if self.zipped:
            with opened_zip(self.path) as archive:
                return member(archive, self.parts[suffix])
        path = Path(self.parts[suffix])
        check_whole(path)
        try:
            return path.read_bytes()
        except OSError as error:
            raise unreadable(path, error) from None


def open_shapefile(path: Path, choices: ReadChoices) -> SourceFile:
    """Open a shapefile with what lies beside it, or all in a zip. Raises UserError."""
    with path.open("rb") as file:
        zipped = file.read(2) == b"PK"
    found = _zipped(path) if zipped else [_beside(path)]
    sheets, encodings = [], []
    for one in found:
        with _faults(path):
            sheet, encoding = _sheet(one, choices, shown(one.parts[".shp"]).rpartition(".")[0] if zipped else "")
        sheets.append(sheet)
        encodings.append(encoding)
    return SourceFile(path, "shp", tuple(sheets), encodings[0])


def _zipped(path: Path) -> list[_Shapefile]:
    found: dict[str, dict[str, str]] = {}
    with opened_zip(path) as archive:
        for name in archive.namelist():
            stem, dot, suffix = name.lower().rpartition(".")
            if dot + suffix in _PARTS and not name.startswith("__MACOSX/"):
                found.setdefault(stem, {})[dot + suffix] = name
    whole = [_Shapefile(path, parts, True) for parts in found.values() if ".shp" in parts][:_MOST_SHAPEFILES]
    if not whole:
        raise damaged(path, "Shapefile")
    return whole


def _beside(path: Path) -> _Shapefile:
    parts = {".shp": str(path)}
    for suffix in _PARTS[1:]:
        for spelled in (suffix, suffix.upper(), suffix.capitalize()):
            beside = path.with_suffix(spelled)
            if beside.is_file() and beside.stat().st_size:
                parts[suffix] = str(beside)
                break
    return _Shapefile(path, parts, False)


def _sheet(one: _Shapefile, choices: ReadChoices, name: str) -> tuple[Sheet, str]:
    fields: tuple[str, ...] = ()
    encoding, count = "", None
    if ".dbf" in one.parts:
        table = Dbf(one.read(".dbf"))
        encoding = _encoding(one, choices, table)
        fields, count = table.names(encoding), table.count
    next(_shapes(one.read(".shp")), None)  # a file that is none is known before its rows are wanted
    crs = epsg_of_wkt(one.read(".prj").decode("utf-8", "replace"))
    return Sheet(name, partial(_rows, one, encoding), fields + GEOMETRY_FIELDS, crs, count), encoding


def _encoding(one: _Shapefile, choices: ReadChoices, table: Dbf) -> str:
    """Return the encoding of the table: as chosen, as the .cpg says where that loses nothing, else the best one."""
    if choices.encoding:
        return chosen(choices.encoding)
    stated = one.read(".cpg")[:40].decode("ascii", "replace").strip().lower()
    try:
        codec = chosen(_CODE_PAGES.get(stated, stated))
    except UnknownNameError:
        codec = ""
    best = table.encoding()
    return codec if codec and not table.loses(codec) else best


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except (ValueError, struct.error, MemoryError):
        raise damaged(path, "Shapefile") from None


def _rows(one: _Shapefile, encoding: str) -> Iterator[Row]:
    """Yield the rows that are not deleted, numbered as the shapes are."""
    with _faults(one.path):
        table = Dbf(one.read(".dbf")) if encoding else None
        width = len(table.columns) if table else 0
        shapes = _shapes(one.read(".shp"))
        number = 0
        for some in chunks(zip_longest(shapes, table.rows(encoding) if table else (), fillvalue=_ABSENT)):
            for (_, cells), end in zip(some, _places([shape for shape, _ in some]), strict=True):
                number += 1
                if number > MOST_ROWS:
                    raise too_many_rows(one.path)
                if cells is not None:
                    known = cells if isinstance(cells, list) else [""] * width
                    lost = any("\ufffd" in cell for cell in known)
                    yield number, row_of([*known, *end], LOST_CHARACTERS if lost else "")


_ABSENT = object()


def _shapes(content: bytes) -> Iterator[Any]:
    """Yield for every record a pair of coordinates (a point), a geometry, or None for a null shape.

    As in the ESRI Shapefile Technical Description of July 1998. Raises ValueError or struct.error.
    """
    if content[:4] != b"\0\0\x27\x0a" or len(content) < _HEADER:
        raise ValueError
    at = _HEADER
    while at + 12 <= len(content):
        (words,) = struct.unpack_from(">i", content, at + 4)
        (kind,) = struct.unpack_from("<i", content, at + 8)
        end = at + 8 + 2 * words
        if words < 2 or end > len(content):
            raise ValueError
        yield _shape(kind, content[at + 8 : end])
        at = end


def _shape(kind: int, record: bytes) -> Any:
    if kind in _POINTS:
        return struct.unpack_from("<2d", record, 4)
    if kind in _MULTIPOINTS:
        (count,) = struct.unpack_from("<i", record, 36)
        return _geometry(shapely.multipoints, _points(record, 40, count))
    if kind in _LINES or kind in _POLYGONS:
        parts, count = struct.unpack_from("<2i", record, 36)
        starts = np.frombuffer(record, "<i4", parts, 44) if parts >= 0 else np.array([-1])
        points = _points(record, 44 + 4 * parts, count)
        if not len(starts) or starts[0] != 0 or (np.diff(starts) <= 0).any() or starts[-1] >= count:
            return None
        pieces = np.split(points, starts[1:])
        return _polygon(pieces) if kind in _POLYGONS else _geometry(shapely.linestrings, max(pieces, key=len))
    return None


def _points(record: bytes, at: int, count: int) -> NDArray[np.float64]:
    if count < 0:
        raise ValueError
    return np.frombuffer(record, "<f8", 2 * count, at).reshape(-1, 2)


def _polygon(rings: list[NDArray[np.float64]]) -> Any:
    """Return the largest ring with those of the rings running the other way that lie in it, its holes."""
    polygons = [polygon for ring in rings if (polygon := _geometry(shapely.polygons, ring)) is not None]
    if len(polygons) < 2:
        return polygons[0] if polygons else None
    shell = max(polygons, key=lambda polygon: polygon.area)
    runs = shapely.is_ccw(shell.exterior)
    holes = [one.exterior for one in polygons if shapely.is_ccw(one.exterior) != runs and shapely.contains(shell, one)]
    return _geometry(partial(shapely.polygons, holes=holes), shell.exterior) if holes else shell


def _geometry(make: Any, points: Any) -> Any:
    try:
        return make(points)
    except (ValueError, shapely.errors.ShapelyError):  # too few corners, or some that are not finite
        return None


def _places(shapes: list[Any]) -> list[Place]:
    found: list[Place] = [
        ("Point", repr(shape[0]), repr(shape[1])) if isinstance(shape, tuple) else NOWHERE for shape in shapes
    ]
    geometries = [shape if isinstance(shape, shapely.Geometry) else None for shape in shapes]
    if any(geometry is not None for geometry in geometries):
        others = places(geometries)
        found = [other if other is not NOWHERE else one for one, other in zip(found, others, strict=True)]
    return found
