"""The boundaries: reading them as published, simplifying them as one coverage, writing them as a GeoPackage."""

from __future__ import annotations

import hashlib
import sqlite3
import struct
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray

from data.build.faults import BuildError, Fault

TOLERANCES = (0, 50, 100, 200, 500, 1000)
"""Simplification tolerances of the layers, in metres; layer 0 is as published, rounded to a decimetre."""
TOPOLOGY = "towns-10t.json"
ATLAS_COLUMNS = ("TOWNCODE", "TOWNNAME", "TOWNENG", "COUNTYCODE", "COUNTYNAME", "COUNTYENG")
NAME_COLUMNS = ("town_code", "town_zh", "town_en", "county_code", "county_zh", "county_en")
CRS = 3826
_TO_DEGREES = pyproj.Transformer.from_crs(CRS, 4326, always_xy=True)
_TO_METRES = pyproj.Transformer.from_crs(4326, CRS, always_xy=True)


@dataclass(frozen=True)
class Atlas:
    """The 368 towns as published, in the order of their code.

    ``names`` holds the NAME_COLUMNS of each town; ``shapes`` are MultiPolygons in EPSG:3826, rounded to 0.1 m;
    ``checksum`` is the sha256 of the topology file, '' where an earlier build was read.
    """

    names: tuple[tuple[str, ...], ...]
    shapes: NDArray[np.object_]
    checksum: str

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self.names)


def read_atlas(path: Path) -> Atlas:
    """Read the npm package (``.tgz``, its folder, or the topology file) or a GeoPackage of an earlier build.

    Raises BuildError where nothing of the kind is found or the shapes are no valid coverage.
    """
    try:
        atlas = _read_geopackage(path) if path.suffix == ".gpkg" else _read_topology(path)
    except (OSError, tarfile.TarError, sqlite3.Error, pyogrio.errors.DataSourceError, KeyError) as error:
        raise BuildError([Fault(path.name, 0, f"the boundaries cannot be read ({error})")]) from error
    _check_coverage(path.name, atlas.shapes)
    return atlas


def _read_topology(path: Path) -> Atlas:
    with _topology_file(path) as file:
        checksum = hashlib.sha256(file.read_bytes()).hexdigest()
        meta, _, wkb, columns = pyogrio.raw.read(file, layer="towns", columns=list(ATLAS_COLUMNS))
    table = dict(zip(meta["fields"], columns, strict=True))
    names = [tuple(str(table[column][i]) for column in ATLAS_COLUMNS) for i in range(len(wkb))]
    order = sorted(range(len(names)), key=lambda i: names[i][0])
    shapes = shapely.transform(shapely.from_wkb(wkb), _to_decimetres)
    return Atlas(tuple(names[i] for i in order), _multi(shapes[order]), checksum)


def _to_decimetres(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(_TO_METRES.transform(degrees[:, 0], degrees[:, 1])).round(1)


@contextmanager
def _topology_file(path: Path) -> Iterator[Path]:
    if path.is_file() and path.suffix in {".tgz", ".gz"}:
        with tempfile.TemporaryDirectory() as folder, tarfile.open(path) as archive:
            target = Path(folder) / TOPOLOGY
            member = archive.extractfile(f"package/{TOPOLOGY}")
            if member is None:
                raise KeyError(TOPOLOGY)
            target.write_bytes(member.read())
            yield target
        return
    candidates = [path, path / TOPOLOGY, path / "package" / TOPOLOGY]
    yield next((file for file in candidates if file.is_file()), path)


def _read_geopackage(path: Path) -> Atlas:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
        rows = base.execute(f"SELECT geom, {', '.join(NAME_COLUMNS)} FROM towns_0 ORDER BY town_code").fetchall()
    shapes = shapely.from_wkb([row[0][_HEADER.size :] for row in rows])
    return Atlas(tuple(tuple(row[1:]) for row in rows), shapes, "")


def _multi(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Every shape as a MultiPolygon, largest part first, so that equal shapes have equal bytes."""
    result = np.empty(len(shapes), dtype=object)
    for i, shape in enumerate(shapely.normalize(shapes)):
        parts = shapely.get_parts(shape)
        result[i] = shapely.multipolygons(parts[np.argsort(-shapely.area(parts), kind="stable")])
    return result


def _check_coverage(name: str, shapes: NDArray[np.object_]) -> None:
    if not shapely.coverage_is_valid(shapes):
        raise BuildError([Fault(name, 0, "the towns overlap or leave gaps")])
    if not shapely.is_valid(shapes).all() or shapely.is_empty(shapes).any():
        raise BuildError([Fault(name, 0, "a town has an invalid or empty shape")])


def simplified(shapes: NDArray[np.object_], tolerance: int) -> NDArray[np.object_]:
    """The coverage simplified with ``tolerance`` metres, rounded to a metre (tolerance 0: as it is)."""
    if tolerance == 0:
        return shapes
    result = shapely.transform(shapely.coverage_simplify(shapes, tolerance), lambda xy: xy.round(0))
    _check_coverage(f"towns_{tolerance}", result)
    return _multi(result)


def inner_points(shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    """A point well inside the largest part of each shape: (n, 2) longitude and latitude, six decimals."""
    largest = [shapely.get_geometry(shape, 0) for shape in shapes]
    centres = [shapely.get_point(shapely.maximum_inscribed_circle(part, 1.0), 0) for part in largest]
    lon, lat = _TO_DEGREES.transform(shapely.get_x(centres), shapely.get_y(centres))
    return np.column_stack([lon, lat]).round(6)


def metres_outside(shape: shapely.Geometry, lon: float, lat: float) -> float:
    """How far a point is from a shape, in TM2 metres; 0 inside."""
    return float(shapely.distance(shape, shapely.Point(*_TO_METRES.transform(lon, lat))))


_HEADER = struct.Struct("<2sBBi")
_SRS = (
    ("WGS 84 geodetic", 4326, "EPSG", 4326),
    ("TWD97 / TM2 zone 121", CRS, "EPSG", CRS),
)


def write_geopackage(path: Path, atlas: Atlas) -> None:
    """Write one layer per tolerance. Written by hand, because the same input must give the same bytes.

    No spatial index: every reader of this file reads all rows, and the indices are larger than the coarse layers.
    """
    with closing(sqlite3.connect(path)) as base:
        base.executescript(_SCHEMA)
        for name, code, organisation, number in _SRS:
            definition = pyproj.CRS.from_epsg(number).to_wkt("WKT1_GDAL")
            base.execute(
                "INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,NULL)",
                (name, code, organisation, number, definition),
            )
        for code, name in ((-1, "Undefined cartesian SRS"), (0, "Undefined geographic SRS")):
            base.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,'NONE',?,'undefined',NULL)", (name, code, code))
        for tolerance in TOLERANCES:
            _write_layer(base, tolerance, atlas, simplified(atlas.shapes, tolerance))
        base.commit()
        base.execute("VACUUM")


def _write_layer(base: sqlite3.Connection, tolerance: int, atlas: Atlas, shapes: NDArray[np.object_]) -> None:
    layer = f"towns_{tolerance}"
    columns: Sequence[str] = NAME_COLUMNS if tolerance == 0 else NAME_COLUMNS[:1]
    base.execute(
        f"CREATE TABLE {layer} (fid INTEGER PRIMARY KEY NOT NULL, geom MULTIPOLYGON, "
        + ", ".join(f"{column} TEXT NOT NULL" for column in columns)
        + ")"
    )
    bounds = [float(value) for value in shapely.total_bounds(shapes)]
    base.execute(
        "INSERT INTO gpkg_contents VALUES (?,'features',?,?,'2021-09-20T00:00:00.000Z',?,?,?,?,?)",
        (layer, layer, f"368 towns, tolerance {tolerance} m", *bounds, CRS),
    )
    base.execute("INSERT INTO gpkg_geometry_columns VALUES (?,'geom','MULTIPOLYGON',?,0,0)", (layer, CRS))
    header = _HEADER.pack(b"GP", 0, 1, CRS)
    marks = ",".join("?" * (len(columns) + 2))
    for fid, (names, wkb) in enumerate(zip(atlas.names, shapely.to_wkb(shapes, byte_order=1), strict=True), start=1):
        base.execute(f"INSERT INTO {layer} VALUES ({marks})", (fid, header + wkb, *names[: len(columns)]))


_SCHEMA = """
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
PRAGMA page_size = 4096;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE REFERENCES gpkg_contents(table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES
  gpkg_spatial_ref_sys(srs_id), z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
"""
