"""GeoPackage and GeoJSON: real places, the values of the map, files that other programs read."""

import json
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import pytest
import shapely

from data.balance.evaluate import column
from data.circles import membership
from data.model import Name, Place
from data.project import Project
from maps.export.formats import write_plates
from maps.geometry import Atlas
from maps.page import page_size
from maps.plate import Plate
from maps.view import READY_VIEWS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def written(project, atlas, tmp_path_factory):
    """A function that writes a plate once and returns the file."""
    folder, known = tmp_path_factory.mktemp("places"), {}

    def write(format_id, name, **changes):
        key = (format_id, name, *changes.values())
        if key not in known:
            view = replace(READY_VIEWS[name], **changes)
            known[key] = folder / f"{len(known)}.{format_id}"
            write_plates([Plate(project, view, atlas, page_size("A4"))], format_id, known[key])
        return known[key]

    return write


def exterior(rings):
    ring = np.array(rings)
    return ((ring[1:, 0] - ring[:-1, 0]) * (ring[1:, 1] + ring[:-1, 1])).sum() < 0


class TestGeoPackage:
    def test_layers_and_tables_are_there(self, written):
        target = written("gpkg", "telemedicine")
        kinds = dict(pyogrio.list_layers(target))
        assert kinds == {"circles": "MultiPolygon", "sites": "Point", "links": "LineString"} | dict.fromkeys(
            ("sources", "about")
        )

    def test_values_and_areas_are_those_of_the_data_set(self, written, project, data):
        frame = geopandas.read_file(written("gpkg", "broadband"), layer="areas")
        assert frame.crs.to_epsg() == 4326
        assert frame["id"].tolist() == [town.code for town in data.towns]
        own = column(project, "coverage_5g", "town").values
        assert frame["coverage_5g"].to_numpy() == pytest.approx(own, nan_ok=True, abs=1e-6)
        assert frame.geometry.is_valid.all()
        before = shapely.area(data.boundaries(0))
        assert frame.to_crs(3826).area.to_numpy() == pytest.approx(before, rel=0.01)

    def test_the_islands_are_where_they_are(self, written, data):
        frame = geopandas.read_file(written("gpkg", "broadband"), layer="areas").set_index("id")
        for town in data.towns:
            assert frame.geometry[town.code].distance(shapely.Point(town.lon, town.lat)) < 0.002, town.name.zh

    def test_neighbours_share_their_borders(self, written):
        frame = geopandas.read_file(written("gpkg", "broadband"), layer="areas")
        assert shapely.coverage_is_valid(frame.geometry.to_numpy())

    def test_a_circle_is_all_its_towns_whatever_the_rule(self, written, data, project):
        frame = geopandas.read_file(written("gpkg", "broadband"), layer="circles").set_index("id")
        assert set(frame.index) == set(project.definition.circles)
        area = shapely.area(data.boundaries(0))
        members = membership(data, project.definition_id)
        for circle, own in frame.to_crs(3826).area.items():
            rows = [row for row, circles in enumerate(members) if circle in circles]
            assert own == pytest.approx(area[rows].sum(), rel=0.01)

    def test_plain_sqlite_reads_it(self, written, project):
        with closing(sqlite3.connect(written("gpkg", "broadband"))) as connection:
            about = dict(connection.execute("SELECT item, value FROM about").fetchall())
            sources = connection.execute("SELECT id, title FROM sources").fetchall()
            unknown = connection.execute("SELECT count(*) FROM sites WHERE value IS NULL").fetchone()
            kinds = {row[1]: row[2] for row in connection.execute("PRAGMA table_info(areas)")}
        assert project.data.version in about.values()
        assert all(title for _, title in sources)
        assert unknown[0] > 0
        assert kinds["coverage_5g"] == "REAL"
        assert kinds["coverage_5g_doubtful"] == "BOOLEAN"

    def test_the_same_plate_is_the_same_file(self, project, atlas, tmp_path):
        plate = Plate(project, READY_VIEWS["telemedicine"], atlas, page_size("A4"))
        for name in ("one.gpkg", "two.gpkg"):
            write_plates([plate], "gpkg", tmp_path / name)
        assert (tmp_path / "one.gpkg").read_bytes() == (tmp_path / "two.gpkg").read_bytes()

    def test_a_focus_without_sites_is_an_empty_layer(self, written):
        target = written("gpkg", "ai", focus=Place("county", "09007"))
        assert len(geopandas.read_file(target, layer="sites")) == 0


class TestGeoJson:
    def test_areas_with_their_values_then_sites(self, written, project):
        content = json.loads(written("geojson", "broadband").read_text("utf-8"))
        kinds = [feature["properties"]["kind"] for feature in content["features"]]
        assert kinds == sorted(kinds)
        assert kinds.count("areas") == 368
        assert set(kinds) == {"areas", "sites"}
        own = column(project, "coverage_5g", "town").values
        found = [feature["properties"]["coverage_5g"] for feature in content["features"][:368]]
        assert found == pytest.approx(own.tolist(), abs=1e-6)

    def test_rings_turn_and_digits_end_as_the_standard_asks(self, written):
        content = json.loads(written("geojson", "broadband", level="county").read_text("utf-8"))
        areas = [one["geometry"] for one in content["features"] if one["properties"]["kind"] == "areas"]
        assert len(areas) == 22
        assert "crs" not in content
        for geometry in areas:
            assert geometry["type"] == "MultiPolygon"
            for outer, *holes in geometry["coordinates"]:
                assert outer[0] == outer[-1]
                assert exterior(outer)
                assert not any(exterior(hole) for hole in holes)
                for lon, lat in outer:
                    assert 118 < lon < 123
                    assert 20 < lat < 27
                    assert lon == round(lon, 6)

    def test_geopandas_reads_it(self, written, data):
        frame = geopandas.read_file(written("geojson", "overview"))
        assert frame.crs.to_epsg() == 4326
        assert set(frame.geom_type) == {"Point"}
        places = {site.id: (site.lon, site.lat) for site in data.sites}
        for name, point in zip(frame["id"], frame.geometry, strict=True):
            assert (point.x, point.y) == pytest.approx(places[name], abs=1e-6)

    @pytest.mark.parametrize("name", ["overview", "broadband"])
    def test_it_is_small_enough_to_be_sent(self, written, name):
        assert written("geojson", name).stat().st_size < 6_000_000


@pytest.mark.parametrize("format_id", ["gpkg", "geojson"])
def test_hostile_names_do_no_harm(project, tmp_path, format_id):
    data = project.data
    names = ("=1", "\x00\x07", "\ud800", "</script>", "長" * 10_000, '"; DROP TABLE areas; --')
    circles = {
        name: replace(circle, name=Name(text, text))
        for (name, circle), text in zip(data.circles.items(), names, strict=True)
    }
    of = Project.start(replace(data, circles=circles))
    target = tmp_path / f"hostile.{format_id}"
    view = replace(READY_VIEWS["broadband"], level="circle")
    write_plates([Plate(of, view, Atlas(of.data), page_size("A4"))], format_id, target)
    frame = geopandas.read_file(target, **({"layer": "areas"} if format_id == "gpkg" else {}))
    assert len(frame[frame["id"].isin(circles)]) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.slow
@pytest.mark.parametrize("format_id", ["gpkg", "geojson", "xlsx", "pptx"])
def test_a_full_disk_leaves_what_was_there(tmp_path, format_id):
    """The limit on the size of files stands for the disk: a write beyond 20 000 bytes fails in the middle."""
    target = tmp_path / f"map.{format_id}"
    target.write_bytes(b"old")
    code = """
        import resource, signal, sys
        from pathlib import Path
        from data.dataset import load
        from data.errors import TargetError
        from data.project import Project
        from maps.export.formats import write_plates
        from maps.geometry import Atlas
        from maps.page import page_size
        from maps.plate import Plate
        from maps.prepare import offscreen_application
        from maps.view import READY_VIEWS
        app = offscreen_application()
        project = Project.start(load())
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        try:
            plate = Plate(project, READY_VIEWS["broadband"], Atlas(project.data), page_size("A4"))
            write_plates([plate], sys.argv[2], Path(sys.argv[1]))
        except TargetError as error:
            print(error)
            sys.exit(7)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(target), format_id],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 7, done.stdout + done.stderr
    # openpyxl complains once more when its temporary file is given up; the program itself does not.
    assert "Traceback" not in done.stderr or format_id == "xlsx"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {target.name: b"old"}
