"""The tables of a project file, and what makes a SQLite file a GeoPackage (OGC 12-128r18, version 1.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.model import Layer
from data.records import EXTRA_COLUMNS

FORMAT = 2
"""Raised by one with every change of the tables; ``migrations`` has a step for each."""

APPLICATION_ID = 0x47504B47
"""``GPKG`` in ASCII"""
GEOPACKAGE_VERSION = 10300
WGS84 = 4326

Kind = Literal["TEXT", "DOUBLE", "INTEGER", "BOOLEAN", "BLOB", "POINT", "MULTIPOLYGON"]
GEOMETRIES: tuple[Kind, ...] = ("POINT", "MULTIPOLYGON")

SITE_EXTRAS: tuple[str, ...] = tuple(name for layer in Layer for name in EXTRA_COLUMNS.get(layer, ()))
"""Entries of ``Site.extra`` that have a column each; the others are together in ``extra``."""


@dataclass(frozen=True)
class Table:
    """A table of the file. Every one has ``fid`` as its key, which gives the order of its rows."""

    name: str
    title: str
    """what QGIS calls it"""
    columns: tuple[tuple[str, Kind], ...]
    most: int
    """rows that are read; a file with more was not made by this program"""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.columns)

    @property
    def geometry(self) -> Kind | None:
        """The kind of its geometries, None where it has none."""
        return next((kind for _, kind in self.columns if kind in GEOMETRIES), None)

    @property
    def sql(self) -> str:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in self.columns)
        return f'CREATE TABLE "{self.name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns})'


def _texts(*names: str) -> tuple[tuple[str, Kind], ...]:
    return tuple((name, "TEXT") for name in names)


PROJECT = Table("project", "Project 專案", _texts("key", "value"), 100)
SETTINGS = Table("settings", "Settings 設定", _texts("key", "value"), 1_000)
SOURCES = Table(
    "sources",
    "Sources 資料來源",
    (*_texts("id", "title", "publisher", "date", "url", "kind", "note"), ("own", "BOOLEAN")),
    20_000,
)
LAYERS = Table("layers", "Own layers 自訂圖層", _texts("name", "shape", "colour", "note"), 200)
SITES = Table(
    "sites",
    "Own and changed sites 自有據點",
    (
        ("geom", "POINT"),
        *_texts("id", "state", "layer", "category", "name_zh", "name_en", "operator"),
        *_texts("county_code", "town_code", "county", "town", "locality"),
        ("lon", "DOUBLE"),
        ("lat", "DOUBLE"),
        *_texts("precision", "status", "status_text", "year"),
        ("value", "DOUBLE"),
        *_texts("unit", "source_id", "source_location", "note"),
        *_texts(*SITE_EXTRAS, "extra"),
    ),
    2_000_000,
)
"""``state``, ``county`` and ``town`` are for people; ``lon`` and ``lat`` tell a point that was moved in QGIS."""
REMOVED = Table("removed", "Removed from the embedded set 已移除", _texts("kind", "id", "name"), 200_000)
VARIABLES = Table(
    "variables",
    "Variables 數據項目",
    (
        *_texts("id", "name_zh", "name_en", "unit", "base"),
        *_texts("definition_zh", "definition_en", "reporter_zh", "reporter_en"),
        ("own", "BOOLEAN"),
    ),
    10_000,
)
FIGURES = Table(
    "figures",
    "Own figures 自有數據",
    (
        *_texts("id", "variable", "level", "area", "area_name", "period", "kind"),
        ("value", "DOUBLE"),
        *_texts("bound", "series", "source_id", "source_location", "note"),
    ),
    2_000_000,
)
DEFINITIONS = Table(
    "definitions",
    "Own definitions of the circles 自訂劃設",
    _texts("id", "name_zh", "name_en", "source_id", "note"),
    200,
)
MEMBERS = Table(
    "members",
    "Members of own definitions 自訂劃設成員",
    (
        *_texts("definition", "circle", "area", "area_name"),
        ("assumption", "BOOLEAN"),
        *_texts("source_id", "source_location", "note"),
    ),
    200_000,
)
DEFINITION_TOWNS = Table(
    "definition_towns",
    "Townships by circle 生活圈鄉鎮市區",
    (
        ("geom", "MULTIPOLYGON"),
        *_texts("definition", "circle", "circle_name", "town_code", "town", "county_code", "county"),
    ),
    1_000_000,
)
"""For people only: what the definitions that are shown or the project's own say, as areas."""
SCENARIOS = Table("scenarios", "Scenario 情境", _texts("scenario", "change", "record"), 5_000)
SCENES = Table("scenes", "Scenes 場景", _texts("id", "kind", "title_zh", "title_en", "record"), 2_000)
THUMBNAILS = Table("thumbnails", "Pictures of scenes 場景縮圖", (("scene", "TEXT"), ("png", "BLOB")), 2_000)
IMPORTS = Table(
    "imports",
    "Imported files 匯入紀錄",
    (*_texts("file", "imported", "source_id", "target"), ("taken", "INTEGER"), ("refused", "INTEGER")),
    20_000,
)

TABLES = (
    PROJECT,
    SITES,
    DEFINITION_TOWNS,
    REMOVED,
    FIGURES,
    VARIABLES,
    SOURCES,
    LAYERS,
    DEFINITIONS,
    MEMBERS,
    SCENARIOS,
    SCENES,
    THUMBNAILS,
    IMPORTS,
    SETTINGS,
)

FRAME = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
"""
"""The tables that every GeoPackage has, as annex C of the standard words them."""

REFERENCE_SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    (
        "WGS 84 geodetic",
        WGS84,
        "EPSG",
        WGS84,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
        'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
        'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
        "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid",
    ),
)
