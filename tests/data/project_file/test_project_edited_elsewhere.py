"""What QGIS users do to a project file: draw, move, delete, add columns and tables."""

from __future__ import annotations

import geopandas
import pyogrio
import shapely

from data.model import Layer, Precision, Status
from data.own import EDITS
from data.project_file.store import open_project, save_project
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
    assert any("does not know: layer_styles." in note for note in said)
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
