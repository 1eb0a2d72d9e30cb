"""The rules of OGC 12-128r18 (GeoPackage 1.3) and of the OGC validator that apply to a file without tiles."""

from __future__ import annotations

import re
import sqlite3
import struct
from contextlib import closing
from datetime import datetime

import pyogrio
import pytest
import shapely

from data.project_file.record import ImportRecord
from data.project_file.schema import TABLES
from data.project_file.store import save_project
from tests.data.project_file.sample import SETTINGS, sample_project

DATA_TYPES = {
    "BOOLEAN",
    "TINYINT",
    "SMALLINT",
    "MEDIUMINT",
    "INT",
    "INTEGER",
    "FLOAT",
    "DOUBLE",
    "REAL",
    "DATE",
    "DATETIME",
}
GEOMETRY_TYPES = {"GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"}
REQUIRED_COLUMNS = {
    "gpkg_spatial_ref_sys": [
        ("srs_name", "TEXT", 1, 0),
        ("srs_id", "INTEGER", 1, 1),
        ("organization", "TEXT", 1, 0),
        ("organization_coordsys_id", "INTEGER", 1, 0),
        ("definition", "TEXT", 1, 0),
        ("description", "TEXT", 0, 0),
    ],
    "gpkg_contents": [
        ("table_name", "TEXT", 1, 1),
        ("data_type", "TEXT", 1, 0),
        ("identifier", "TEXT", 0, 0),
        ("description", "TEXT", 0, 0),
        ("last_change", "DATETIME", 1, 0),
        ("min_x", "DOUBLE", 0, 0),
        ("min_y", "DOUBLE", 0, 0),
        ("max_x", "DOUBLE", 0, 0),
        ("max_y", "DOUBLE", 0, 0),
        ("srs_id", "INTEGER", 0, 0),
    ],
    "gpkg_geometry_columns": [
        ("table_name", "TEXT", 1, 1),
        ("column_name", "TEXT", 1, 2),
        ("geometry_type_name", "TEXT", 1, 0),
        ("srs_id", "INTEGER", 1, 0),
        ("z", "TINYINT", 1, 0),
        ("m", "TINYINT", 1, 0),
    ],
}


@pytest.fixture(scope="module")
def path(data, tmp_path_factory):
    target = tmp_path_factory.mktemp("rules") / "計畫.lifecircles.gpkg"
    imports = [ImportRecord("名冊.xlsx", "2026-11-21T10:00:00+08:00", "office", "own:社區據點", 2, 1)]
    save_project(sample_project(data), target, SETTINGS, {"scene-1": b"\x89PNG\r\n\x1a\n"}, imports)
    return target


@pytest.fixture(scope="module")
def file(path):
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def _all(file, sql):
    return file.execute(sql).fetchall()


def _features(file):
    return [row[0] for row in _all(file, "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'")]


def _r1_sqlite_3(path, file):
    return path.read_bytes().startswith(b"SQLite format 3\0")


def _r2_application_id_and_version(path, file):
    raw = path.read_bytes()
    return raw[68:72] == b"GPKG" and struct.unpack(">I", raw[60:64]) == (10300,)


def _r3_extension(path, file):
    return path.name.endswith(".gpkg")


def _r5_column_types(path, file):
    for table in _all(file, "SELECT table_name FROM gpkg_contents"):
        for _, name, kind, *_ in _all(file, f"PRAGMA table_info('{table[0]}')"):
            if not (kind in DATA_TYPES | GEOMETRY_TYPES or re.fullmatch(r"(TEXT|BLOB)(\([0-9]+\))?", kind)):
                return f"{table[0]}.{name} is {kind}"
    return True


def _r6_integrity_check(path, file):
    return _all(file, "PRAGMA integrity_check") == [("ok",)]


def _r7_foreign_keys(path, file):
    return _all(file, "PRAGMA foreign_key_check") == []


def _r10_required_tables_and_columns(path, file):
    return all(
        [(name, kind, required, key) for _, name, kind, required, _, key in _all(file, f"PRAGMA table_info({table})")]
        == columns
        for table, columns in REQUIRED_COLUMNS.items()
    )


def _r11_reference_systems(path, file):
    found = {
        row[0]: row[1:]
        for row in _all(file, "SELECT srs_id, organization, organization_coordsys_id FROM gpkg_spatial_ref_sys")
    }
    return found[-1] == ("NONE", -1) and found[0] == ("NONE", 0) and found[4326] == ("EPSG", 4326)


def _r12_all_used_reference_systems_are_there(path, file):
    return not _all(
        file,
        "SELECT srs_id FROM gpkg_geometry_columns EXCEPT SELECT srs_id FROM gpkg_spatial_ref_sys",
    )


def _r13_contents_have_tables(path, file):
    listed = {row[0] for row in _all(file, "SELECT table_name FROM gpkg_contents")}
    tables = {row[0] for row in _all(file, "SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return listed == {table.name for table in TABLES} and listed <= tables


def _r14_contents_identifiers_are_unique(path, file):
    titles = [row[0] for row in _all(file, "SELECT identifier FROM gpkg_contents")]
    return len(set(titles)) == len(titles)


def _r15_last_change(path, file):
    return all(
        datetime.strptime(row[0], "%Y-%m-%dT%H:%M:%S.%fZ")
        for row in _all(file, "SELECT last_change FROM gpkg_contents")
    )


def _r18_contents_types(path, file):
    return {row[0] for row in _all(file, "SELECT data_type FROM gpkg_contents")} == {"features", "attributes"}


def _r21_geometry_columns_are_features(path, file):
    return _all(file, "SELECT table_name FROM gpkg_geometry_columns ORDER BY 1") == sorted(
        (name,) for name in _features(file)
    )


def _r22_same_reference_system(path, file):
    return not _all(
        file,
        "SELECT g.table_name FROM gpkg_geometry_columns g JOIN gpkg_contents c USING (table_name) "
        "WHERE g.srs_id != c.srs_id",
    )


def _r25_geometry_types_are_known_and_those_of_the_columns(path, file):
    for table, column, kind in _all(
        file, "SELECT table_name, column_name, geometry_type_name FROM gpkg_geometry_columns"
    ):
        declared = {row[1]: row[2] for row in _all(file, f"PRAGMA table_info('{table}')")}
        if kind not in GEOMETRY_TYPES or declared[column] != kind:
            return f"{table}.{column}"
    return True


def _r27_z_and_m(path, file):
    return set(_all(file, "SELECT z, m FROM gpkg_geometry_columns")) == {(0, 0)}


def _r29_integer_primary_keys(path, file):
    for (table,) in _all(file, "SELECT table_name FROM gpkg_contents"):
        keys = [(row[1], row[2]) for row in _all(file, f"PRAGMA table_info('{table}')") if row[5]]
        if keys != [("fid", "INTEGER")]:
            return f"{table} has {keys}"
    return True


def _r19_geometry_headers_and_types(path, file):
    for table in _features(file):
        (kind,) = _all(file, f"SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = '{table}'")[0]
        for (blob,) in _all(file, f"SELECT geom FROM {table}"):
            magic, version, flags, srs = struct.unpack_from("<2sBBi", blob)
            envelope = (flags >> 1) & 7
            if (magic, version, srs) != (b"GP", 0, 4326) or envelope > 1 or not flags & 1 or flags & 0b11110000:
                return f"{table}: header {blob[:8]!r}"
            shape = shapely.from_wkb(blob[8 + 32 * envelope :])
            if shape.geom_type.upper() != kind or not shape.is_valid or shape.is_empty:
                return f"{table}: {shape.geom_type}"
            if envelope:
                west, east, south, north = struct.unpack_from("<4d", blob, 8)
                if (west, south, east, north) != shape.bounds:
                    return f"{table}: envelope"
    return True


def _extents_are_those_of_the_geometries(path, file):
    for table in _features(file):
        (extent,) = _all(file, f"SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = '{table}'")
        blobs = [row[0] for row in _all(file, f"SELECT geom FROM {table}")]
        shapes = shapely.from_wkb([blob[8 + 32 * ((blob[3] >> 1) & 7) :] for blob in blobs])
        if extent != pytest.approx(tuple(shapely.total_bounds(shapes))):
            return f"{table}: {extent}"
    return True


def _r58_no_extensions_without_their_table(path, file):
    return not _all(file, "SELECT 1 FROM sqlite_schema WHERE name LIKE 'rtree%' OR name = 'gpkg_extensions'")


def _no_triggers_and_no_views(path, file):
    return not _all(file, "SELECT 1 FROM sqlite_schema WHERE type IN ('trigger', 'view')")


RULES = [value for name, value in list(globals().items()) if name.startswith(("_r", "_extents", "_no_"))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.strip("_"))
def test_rule(rule, path, file):
    assert rule(path, file) is True


def test_the_rules_notice_what_is_wrong(path, tmp_path):
    """Each change breaks the rule beside it: the table above can fail."""
    breaking = {
        "UPDATE gpkg_contents SET srs_id = -1 WHERE table_name = 'sites'": _r22_same_reference_system,
        "UPDATE gpkg_geometry_columns SET geometry_type_name = 'CURVE'": (
            _r25_geometry_types_are_known_and_those_of_the_columns
        ),
        "UPDATE sites SET geom = X'4750000100000000'": _r19_geometry_headers_and_types,
        "DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 4326": _r12_all_used_reference_systems_are_there,
        "ALTER TABLE sites ADD COLUMN x VARCHAR": _r5_column_types,
        "UPDATE gpkg_contents SET min_x = 0 WHERE table_name = 'sites'": _extents_are_those_of_the_geometries,
    }
    for number, (change, rule) in enumerate(breaking.items()):
        copy = tmp_path / f"{number}.gpkg"
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(change)
            assert rule(copy, connection) is not True, change


def test_gdal_reads_every_layer(path, data):
    layers = dict(pyogrio.list_layers(path).tolist())
    assert layers == {
        table.name: {"POINT": "Point", "MULTIPOLYGON": "MultiPolygon", None: None}[table.geometry] for table in TABLES
    }
    project = sample_project(data)
    for layer in layers:
        frame = pyogrio.read_dataframe(path, layer=layer)
        assert len(frame) > 0, layer
        if layers[layer]:
            assert frame.crs.to_epsg() == 4326
    sites = pyogrio.read_dataframe(path, layer="sites").set_index("id")
    for site in project.own.sites:
        assert (sites.geometry[site.id].x, sites.geometry[site.id].y) == (site.lon, site.lat)
        assert sites.name_zh[site.id] == site.name.zh
    towns = pyogrio.read_dataframe(path, layer="definition_towns")
    taipei = towns[towns.county == "臺北市"]
    assert set(taipei.circle) == {"capital"}
    assert set(towns[towns.circle == "east"].town_code) == {data.towns[0].code}
    assert taipei.drop_duplicates("town_code").to_crs(3826).area.sum() / 1e6 == pytest.approx(271.8, rel=0.02)


def test_figures_can_be_joined_by_the_code_of_their_area(path):
    figures = pyogrio.read_dataframe(path, layer="figures", read_geometry=False)
    towns = pyogrio.read_dataframe(path, layer="definition_towns")
    joined = figures.merge(towns, left_on="area", right_on="town_code")
    assert len(joined) > 0
    assert (joined.area_name == joined.town).all()
