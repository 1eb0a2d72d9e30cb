"""What QGIS users do to a project file: draw, move, delete, add columns and tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import geopandas
import pyogrio
import shapely

from data.balance.evaluate import column
from data.model import Layer, Precision, Status
from data.own import EDITS
from data.project_file.store import open_project, save_project
from data.site_facts import site_facts
from tests.data.project_file.sample import sample_project

HUALIEN_CITY = "10015010"
AT_HUALIEN = shapely.Point(121.6068, 23.9872)


def _edited(path, change):
    """Change the layer of sites with GDAL, as QGIS does."""
    frame = change(pyogrio.read_dataframe(path, layer="sites"))
    pyogrio.write_dataframe(frame, path, layer="sites", driver="GPKG")


def test_a_site_that_was_drawn_gets_id_township_and_source(changed, data):
    path = changed()

    def draw(frame):
        new = {"layer": ["hospital"], "name_zh": ["新診所"], "geometry": [AT_HUALIEN]}
        return geopandas.pd.concat([frame, geopandas.GeoDataFrame(new, crs=4326)], ignore_index=True)

    _edited(path, draw)
    opened = open_project(path, data)
    *before, site = opened.project.own.sites
    assert tuple(before) == sample_project(data).own.sites
    assert (site.id, site.layer, site.name.zh, site.town_code) == ("own-3", Layer.HOSPITAL, "新診所", HUALIEN_CITY)
    assert (site.precision, site.status, site.source_id) == (Precision.SITE, Status.UNKNOWN, EDITS)
    assert [(source.id, source.title, source.publisher) for source in opened.project.own.sources] == [
        ("office", "衛生局據點清單", "某縣衛生局"),
        (EDITS, "本專案人工編修", ""),
    ]
    assert opened.read_only is None
    assert "急診病床" in [line.label.zh for line in site_facts(opened.project.data, site, "zh")]
    assert column(opened.project, "emergency_beds_per_100k", "nation").values[0] > 0
    assert "drawn in another program: 1;" in str(opened.notes[0])
    save_project(opened.project, path)
    again = open_project(path, data)
    assert (again.project, again.notes) == (opened.project, ())


def test_a_site_that_was_moved_is_in_another_township(changed, data):
    path = changed()

    def move(frame):
        frame.loc[frame.id == "own-1", "geometry"] = AT_HUALIEN
        return frame

    _edited(path, move)
    opened = open_project(path, data)
    site = opened.project.own.sites[1]
    assert (site.lon, site.lat, site.town_code, site.county_code) == (121.6068, 23.9872, HUALIEN_CITY, "10015")
    assert site.precision is Precision.SITE
    assert opened.project.own.sites[2] == sample_project(data).own.sites[2]
    assert "moved in another program: 1;" in str(opened.notes[0])


def test_a_site_drawn_in_the_sea_is_left_out_and_said(changed, data):
    path = changed()

    def sink(frame):
        frame.loc[frame.id == "own-1", "geometry"] = shapely.Point(122.9, 21.0)
        return frame

    _edited(path, sink)
    opened = open_project(path, data)
    assert [site.id for site in opened.project.own.sites] == ["hosp-0101090517-1", "own-2"]
    assert "column geom: (122.9, 21.0)" in str(opened.read_only)


def test_columns_are_kept_as_details_and_tables_are_named(changed, data):
    path = changed(
        "ALTER TABLE sites ADD COLUMN 負責人 TEXT",
        "UPDATE sites SET 負責人 = '王小明' WHERE id = 'own-1'",
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)",
        "CREATE TABLE gpkg_ogr_contents (table_name TEXT PRIMARY KEY, feature_count INTEGER)",
    )
    opened = open_project(path, data)
    assert opened.project.own.sites[1].extra == {"電話": "02-1234", "負責人": "王小明"}
    said = [str(note) for note in opened.notes]
    assert any("負責人" in note for note in said)
    assert any("kept as they are: layer_styles." in note for note in said)
    save_project(opened.project, path)
    assert open_project(path, data).project.own.sites[1].extra == {"電話": "02-1234", "負責人": "王小明"}


def test_a_deleted_row_is_gone(changed, data):
    path = changed("DELETE FROM sites WHERE id = 'own-1'")
    assert [site.id for site in open_project(path, data).project.own.sites] == ["hosp-0101090517-1", "own-2"]


def test_points_as_other_programs_write_them(changed, data):
    """Big endian, with an envelope, with a height."""
    site = sample_project(data).own.sites[1]
    point = shapely.Point(site.lon, site.lat)
    big = b"GP\x00\x00" + (4326).to_bytes(4, "big") + shapely.to_wkb(point, byte_order=0)
    boxed = b"GP\x00\x03" + (4326).to_bytes(4, "little") + bytes(32) + shapely.to_wkb(point)
    high = shapely.to_wkb(shapely.Point(site.lon, site.lat, 9.0), flavor="iso")
    high = b"GP\x00\x01" + (4326).to_bytes(4, "little") + high
    for blob in (big, boxed, high):
        opened = open_project(changed(f"UPDATE sites SET geom = X'{blob.hex()}' WHERE id = 'own-1'"), data)
        assert opened.project == sample_project(data)


def test_tables_and_layers_of_other_programs_stay(changed, data):
    path = changed(
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT(256), styleQML TEXT, used BOOLEAN)",
        "INSERT INTO layer_styles VALUES (7, 'sites', '<qgis/>', 1)",
        "CREATE INDEX by_name ON layer_styles (f_table_name)",
    )
    lines = geopandas.GeoDataFrame(
        {"name": ["路線"]}, geometry=[shapely.LineString([(250000, 2700000), (251000, 2700000)])], crs=3826
    )
    pyogrio.write_dataframe(lines, path, layer="草圖", driver="GPKG")
    opened = open_project(path, data)
    other = path.with_name("b.lifecircles.gpkg")
    save_project(opened.project, path, carry_from=path)
    save_project(opened.project, other, carry_from=path)
    for saved in (path, other):
        with closing(sqlite3.connect(saved)) as connection:
            styles = connection.execute("SELECT * FROM layer_styles").fetchall()
            assert styles == [(7, "sites", "<qgis/>", 1)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        drawn = pyogrio.read_dataframe(saved, layer="草圖")
        assert drawn.crs.to_epsg() == 3826
        assert drawn.geometry.length.tolist() == [1000]
        assert [str(note) for note in open_project(saved, data).notes] == [
            "The file has tables of other programs, which are kept as they are: layer_styles, 草圖."
        ]
    save_project(opened.project, other)
    assert open_project(other, data).notes == ()


def test_tables_made_to_do_harm_bring_only_their_rows(changed, data):
    path = changed(
        "CREATE TABLE a (x TEXT DEFAULT (hex(randomblob(9))), y TEXT CHECK (y <> 'z'), "
        "z TEXT GENERATED ALWAYS AS (hex(zeroblob(9000000))))",
        "INSERT INTO a (x, y) VALUES ('1', '2')",
        'CREATE TABLE "b""; DROP TABLE sites; --" ("c""d" "INT); DROP TABLE sites; --")',
        "CREATE VIRTUAL TABLE v USING fts5(t)",
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM sites; END",
        "CREATE VIEW w AS SELECT * FROM a",
    )
    save_project(sample_project(data), path, carry_from=path)
    with closing(sqlite3.connect(path)) as connection:
        kept = dict(connection.execute("SELECT name, type FROM sqlite_schema WHERE name IN ('a', 'v', 't', 'w')"))
        assert kept == {"a": "table"}
        assert connection.execute("SELECT * FROM a").fetchall() == [("1", "2")]
        (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'a'").fetchone()
        assert sql == 'CREATE TABLE "a" ("x" TEXT, "y" TEXT)'
    assert open_project(path, data).project == sample_project(data)


def test_where_the_file_before_is_harmed_the_project_is_saved_all_the_same(changed, data):
    path = changed()
    path.write_bytes(path.read_bytes()[:5000])
    save_project(sample_project(data), path, carry_from=path)
    save_project(sample_project(data), path, carry_from=path.with_name("gone.gpkg"))
    assert open_project(path, data).project == sample_project(data)
