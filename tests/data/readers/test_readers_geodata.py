"""Geodata: places as text, attributes as they stand, coordinate systems as stated, and hostile files."""

from __future__ import annotations

import json
import sqlite3
import struct
import zipfile
from contextlib import closing
from pathlib import Path

import pyogrio
import pytest
import shapefile
import shapely
from pyproj import CRS
from pyproj.enums import WktVersion

from data.errors import InputError
from data.readers.open import open_source
from data.readers.prj import epsg_of_name, epsg_of_wkt
from data.readers.sheet import (
    GEOMETRY_TYPE,
    GEOMETRY_X,
    GEOMETRY_Y,
    LONG_CELL,
    NO_RECORD,
    DamagedCells,
    Row,
    SourceFile,
)
from tests.data.readers.make_files import (
    Rows,
    make_bomb,
    make_geojson,
    make_gpkg,
    make_json,
    make_kml,
    make_kmz,
    make_shp,
    make_zipped_shp,
)

ROWS: Rows = [
    ["名稱", "x", "y", "代碼"],
    ["黃堃診所", "121.5", "25.04", "0931"],
    ["<script>x</script>", "119.25", "23.5", "=1+1"],
    ["無座標", "", "", ""],
]
PLACES = [("Point", "121.5", "25.04"), ("Point", "119.25", "23.5"), ("", "", "")]
GEOMETRY = (GEOMETRY_TYPE, GEOMETRY_X, GEOMETRY_Y)
TAIWAN = Path("data/sets/boundaries.gpkg")


def rows(source: SourceFile, sheet: int = 0) -> list[Row]:
    return list(source.sheets[sheet].rows())


def places(source: SourceFile, sheet: int = 0) -> list[tuple[str, ...]]:
    return [tuple(cells[-3:]) for _, cells in rows(source, sheet)]


class TestPoints:
    @pytest.mark.parametrize("lines", [False, True])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "big5hkscs", "utf-16"])
    def test_geojson(self, tmp_path: Path, lines: bool, encoding: str) -> None:
        found = open_source(make_geojson(tmp_path / "a.json", ROWS, 1, 2, lines=lines, encoding=encoding))
        (sheet,) = found.sheets
        assert (found.format, sheet.fields, sheet.crs, sheet.count) == ("geojson", ("名稱", "代碼", *GEOMETRY), 0, 3)
        assert rows(found)[0] == (1, ["黃堃診所", "0931", *PLACES[0]])
        assert places(found) == PLACES

    def test_geojson_that_states_its_system(self, tmp_path: Path) -> None:
        assert open_source(make_geojson(tmp_path / "a.geojson", ROWS, 1, 2, crs=3826)).sheets[0].crs == 3826

    def test_gpkg(self, tmp_path: Path) -> None:
        found = open_source(make_gpkg(tmp_path / "a.gpkg", ROWS, 1, 2, crs=3824, layer='據"點'))
        (sheet,) = found.sheets
        assert (found.format, sheet.name, sheet.crs) == ("gpkg", '據"點', 3824)
        assert sheet.fields == ("fid", "名稱", "代碼", *GEOMETRY)
        assert [cells[1] for _, cells in rows(found)] == ["黃堃診所", "<script>x</script>", "無座標"]
        assert places(found) == PLACES

    @pytest.mark.parametrize(
        ("encoding", "cpg"), [("utf-8", "UTF-8"), ("utf-8", None), ("big5hkscs", None), ("utf-8", "950")]
    )
    def test_shp(self, tmp_path: Path, encoding: str, cpg: str | None) -> None:
        path = make_shp(tmp_path / "a.shp", ROWS, 1, 2, 3826, encoding, cpg)
        packed = make_zipped_shp(tmp_path / "b.zip", path, "../../資料/")
        before = set(tmp_path.parent.rglob("*"))
        for found in map(open_source, (path, path.with_suffix(".dbf"), packed)):
            (sheet,) = found.sheets
            assert (found.format, sheet.fields, sheet.crs, sheet.count) == ("shp", ("名稱", "代碼", *GEOMETRY), 3826, 3)
            assert rows(found)[0] == (1, ["黃堃診所", "0931", *PLACES[0]])
            assert places(found) == PLACES
        assert set(tmp_path.parent.rglob("*")) == before  # nothing was unpacked, least of all above

    @pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs"])
    def test_kml(self, tmp_path: Path, encoding: str) -> None:
        path = make_kml(tmp_path / "a.kml", ROWS, 1, 2, encoding=encoding)
        for found in map(open_source, (path, make_kmz(tmp_path / "a.kmz", path))):
            (sheet,) = found.sheets
            assert (found.format, sheet.fields, sheet.crs, sheet.count) == ("kml", ("name", "代碼", *GEOMETRY), 4326, 3)
            assert rows(found)[1] == (2, ["<script>x</script>", "=1+1", *PLACES[1]])
            assert places(found) == PLACES

    def test_json_records(self, tmp_path: Path) -> None:
        for inside in ("", "responseData"):
            found = open_source(make_json(tmp_path / "a.json", ROWS, inside))
            assert (found.format, found.sheets[0].fields) == ("json", ("名稱", "x", "y", "代碼"))
            assert rows(found)[0] == (1, ["黃堃診所", "121.5", "25.04", "0931"])


class TestShapes:
    def test_are_placed_inside_as_other_programs_read_them(self, tmp_path: Path) -> None:
        """Towns of the data set, written by GDAL: every place lies in its town, whatever the format."""
        towns = pyogrio.read_dataframe(TAIWAN, layer="towns_500")[["town_code", "geometry"]]
        for driver, name in (("ESRI Shapefile", "t.shp"), ("GPKG", "t.gpkg"), ("GeoJSON", "t.geojson")):
            pyogrio.write_dataframe(towns, tmp_path / name, driver=driver)
            found = open_source(tmp_path / name)
            (sheet,) = found.sheets
            assert sheet.crs == 3826
            code = sheet.fields.index("town_code")
            by_code = {cells[code]: cells for _, cells in rows(found)}
            assert len(by_code) == 368
            for code_of, shape in zip(towns["town_code"], towns["geometry"], strict=True):
                kind, x, y = by_code[code_of][-3:]
                assert kind in ("Polygon", "MultiPolygon")
                assert shape.buffer(1e-6).contains(shapely.Point(float(x), float(y)))

    def test_a_hole_is_no_place(self, tmp_path: Path) -> None:
        ring, hole = [[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]], [[1, 1], [9, 1], [9, 9], [1, 9], [1, 1]]
        with shapefile.Writer(str(tmp_path / "a"), shapeType=shapefile.POLYGON) as writer:
            writer.field("n", "N", 5, 0)
            writer.poly([ring, hole])
            writer.record(1)
        (tmp_path / "a.geojson").write_text(json.dumps({"type": "Polygon", "coordinates": [ring, hole]}))
        for name in ("a.shp", "a.geojson"):
            ((kind, x, y),) = places(open_source(tmp_path / name))
            assert kind == "Polygon"
            assert shapely.Polygon(ring, [hole]).contains(shapely.Point(float(x), float(y)))

    def test_lines_and_folders_of_kml(self, tmp_path: Path) -> None:
        (tmp_path / "a.kml").write_text(
            "<kml><Document><Folder><name>甲</name><Placemark><name>路</name><LineString><coordinates>"
            "0,0,5 1,0,5\n2,0,5</coordinates></LineString></Placemark><Folder><name>乙</name><Placemark><MultiGeometry>"
            "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates></LinearRing>"
            "</outerBoundaryIs></Polygon><Point><coordinates>9,9</coordinates></Point></MultiGeometry></Placemark>"
            "</Folder></Folder><Placemark><name>三</name></Placemark></Document></kml>",
            "utf-8",
        )
        found = rows(open_source(tmp_path / "a.kml"))
        assert found[0] == (1, ["甲", "路", "LineString", "1.0", "0.0"])
        assert found[1][1][:3] == ["甲 / 乙", "", "Polygon"]
        assert found[2] == (3, ["", "三", "", "", ""])


class TestTables:
    def test_numbers_dates_and_deleted_rows_of_dbase(self, tmp_path: Path) -> None:
        with shapefile.Writer(str(tmp_path / "a"), shapeType=shapefile.POINT, encoding="utf-8") as writer:
            for name, kind, size, digits in (
                ("n", "N", 8, 0),
                ("f", "F", 20, 3),
                ("d", "D", 8, 0),
                ("l", "L", 1, 0),
                ("t", "C", 10, 0),
            ):
                writer.field(name, kind, size, digits)
            for number in range(3):
                writer.point(number, number)
                writer.record(number, number / 4, "20250101", True, "醫院")
        path = tmp_path / "a.dbf"
        content = bytearray(path.read_bytes())
        start, width = struct.unpack_from("<HH", content, 8)
        content[start + width] = ord("*")
        content[start + 1 : start + 9] = b"    12.7"
        content[start + 29 : start + 37] = b"114/1/1 "
        content[start + 38 : start + 48] = "甲乙丙丁".encode()[:10]
        path.write_bytes(content)
        found = rows(open_source(path))
        assert found[0] == (1, ["12.7", "0.000", "114/1/1", "TRUE", "甲乙丙", "Point", "0.0", "0.0"])
        assert found[1] == (3, ["2", "0.500", "2025-01-01", "TRUE", "醫院", "Point", "2.0", "2.0"])

    def test_values_of_json(self, tmp_path: Path) -> None:
        values = [True, None, 3.0, 121.50, 10**20, [1, "甲"], {"a": 1}, "\ud800", float("nan")]
        (tmp_path / "a.json").write_text(json.dumps([{str(number): value} for number, value in enumerate(values)]))
        found = rows(open_source(tmp_path / "a.json"))
        texts = ["TRUE", "", "3", "121.5", str(10**20), '[1, "甲"]', '{"a": 1}', "?", "nan"]
        assert [cells[number] for number, (_, cells) in enumerate(found)] == texts

    def test_a_broken_line_of_json_costs_that_line(self, tmp_path: Path) -> None:
        path = make_geojson(tmp_path / "a.geojsonl", ROWS, 1, 2, lines=True)
        first, second, third = path.read_text("utf-8").split("\n")
        path.write_text("\n".join([first, second[:-20], third, "7"]), "utf-8")
        found = rows(open_source(path))
        assert [cells.fault if isinstance(cells, DamagedCells) else cells[0] for _, cells in found] == [
            "黃堃診所", NO_RECORD, "無座標", NO_RECORD,
        ]  # fmt: skip

    def test_bytes_that_are_no_text_cost_their_row(self, tmp_path: Path) -> None:
        many: Rows = [["名稱", "x", "y"], *([f"黃坤{number}", "121", "25"] for number in range(200))]
        for path in (
            make_kml(tmp_path / "a.kml", many, 1, 2),
            make_geojson(tmp_path / "a.geojson", many, 1, 2),
            make_shp(tmp_path / "a.shp", many, 1, 2).with_suffix(".dbf"),
        ):
            path.write_bytes(path.read_bytes().replace("坤77".encode(), b"\xff\xff\xff77"))
            assert [number for number, cells in rows(open_source(path)) if isinstance(cells, DamagedCells)] == [78]

    def test_long_values(self, tmp_path: Path) -> None:
        long: Rows = [["名稱", "x", "y"], ["長" * 1_000_000, "121", "25"], ["短", "121", "25"]]
        for found in (
            open_source(make_geojson(tmp_path / "a.geojson", long, 1, 2)),
            open_source(make_gpkg(tmp_path / "a.gpkg", long, 1, 2)),
            open_source(make_kml(tmp_path / "a.kml", long, 1, 2)),
        ):
            (_, cut), (_, kept) = rows(found)
            assert isinstance(cut, DamagedCells)
            assert cut.fault == LONG_CELL
            assert max(map(len, cut)) == 32_767
            assert "短" in kept


class TestHostile:
    def test_coordinates_that_are_no_numbers_stay_as_they_stand(self, tmp_path: Path) -> None:
        bad: Rows = [["名稱", "x", "y"], ["a", "nan", "25"], ["b", "inf", "-inf"], ["c", "1e308", "0"]]
        assert places(open_source(make_geojson(tmp_path / "a.json", bad, 1, 2))) == [
            ("Point", "nan", "25"), ("Point", "inf", "-inf"), ("Point", "1e+308", "0"),
        ]  # fmt: skip
        assert places(open_source(make_gpkg(tmp_path / "a.gpkg", bad, 1, 2)))[1] == ("Point", "inf", "-inf")
        assert places(open_source(make_shp(tmp_path / "a.shp", bad, 1, 2)))[1] == ("Point", "inf", "-inf")
        assert places(open_source(make_kml(tmp_path / "a.kml", bad, 1, 2)))[1] == ("Point", "inf", "-inf")

    def test_views_triggers_and_virtual_tables_are_left_alone(self, tmp_path: Path) -> None:
        hostile = """
            CREATE TABLE log(x); CREATE TRIGGER t AFTER INSERT ON sites BEGIN INSERT INTO log VALUES (1); END;
            CREATE VIEW spy AS SELECT load_extension('x'), * FROM sites;
            INSERT INTO gpkg_contents(table_name, data_type) VALUES ('spy', 'attributes'), ('log', 'attributes'),
                ('gone', 'features');
            ALTER TABLE sites ADD COLUMN made TEXT AS (upper(hex(zeroblob(1000)))) VIRTUAL;"""
        path = make_gpkg(tmp_path / "a.gpkg", ROWS, 1, 2, more=hostile)
        before = path.read_bytes()
        found = open_source(path)
        assert [sheet.name for sheet in found.sheets] == ["sites", "log"]
        assert "made" not in found.sheets[0].fields
        assert len(rows(found)) == 3
        assert path.read_bytes() == before
        assert [one.name for one in tmp_path.iterdir()] == ["a.gpkg"]

    def test_contents_that_are_a_view(self, tmp_path: Path) -> None:
        with closing(sqlite3.connect(tmp_path / "a.gpkg")) as connection, connection:
            connection.executescript(
                "CREATE TABLE t(x); CREATE VIEW gpkg_contents AS SELECT 't' AS table_name, 'attributes' AS data_type;"
            )
        with pytest.raises(InputError, match="database without layers"):
            open_source(tmp_path / "a.gpkg")

    def test_collections_in_collections_are_no_place(self, tmp_path: Path) -> None:
        """GEOS follows them until its stack ends, and the process with it."""
        nested = struct.pack("<BII", 1, 7, 1) * 1_000_000 + struct.pack("<BIdd", 1, 1, 1, 2)
        hidden = struct.pack("<BII", 1, 7, 2) + struct.pack("<BIdd", 1, 1, 1, 2) + nested
        path = make_gpkg(tmp_path / "a.gpkg", ROWS, 1, 2)
        with closing(sqlite3.connect(path)) as connection, connection:
            for fid, wkb in ((1, nested), (2, hidden), (3, shapely.to_wkb(shapely.from_wkt("MULTIPOINT (1 2)")))):
                connection.execute("UPDATE sites SET geom = ? WHERE fid = ?", (b"GP\0\x01" + bytes(4) + wkb, fid))
        assert places(open_source(path)) == [("", "", ""), ("", "", ""), ("Point", "1.0", "2.0")]

    def test_entities_are_refused(self, tmp_path: Path) -> None:
        bombs = (
            '<!DOCTYPE k [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
            '<!DOCTYPE k [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        )
        for head in bombs:
            with pytest.raises(InputError, match="defines entities"):
                open_source(make_kml(tmp_path / "a.kml", ROWS, 1, 2, head=head))

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.json", "[" * 300_000),
            ("a.json", '{"a":' * 300_000),
            ("a.json", '[{"a": ' + "9" * 6000 + "}]"),
            ("a.kml", "<kml>" + "<Folder>" * 300_000),
            ("a.kml", "<kml><Placemark>" + "<a/>" * 450_000),
            ("a.geojson", '{"type": "FeatureCollection", "features": [{"type": "Feature"'),
        ],
    )
    def test_depth_and_breadth_are_sentences(self, tmp_path: Path, name: str, content: str) -> None:
        (tmp_path / name).write_text(content)
        with pytest.raises(InputError, match="damaged"):
            open_source(tmp_path / name)

    def test_bombs_and_zips_of_other_things(self, tmp_path: Path) -> None:
        for name in ("doc.kml", "a.shp"):
            with pytest.raises(InputError, match="holds more than it may"):
                open_source(make_bomb(tmp_path / "bomb.zip", name, 60))
        with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
            archive.writestr("readme.txt", "x")
        with pytest.raises(InputError, match="zip without a workbook"):
            open_source(tmp_path / "b.zip")


class TestSystems:
    @pytest.mark.parametrize("code", [4326, 3824, 3826, 3825, 3828, 3857])
    def test_are_known_however_they_are_written(self, code: int) -> None:
        system = CRS.from_epsg(code)
        for version in (WktVersion.WKT1_GDAL, WktVersion.WKT1_ESRI, WktVersion.WKT2_2019):
            assert epsg_of_wkt(system.to_wkt(version)) == code

    def test_one_without_a_name(self) -> None:
        text = CRS.from_epsg(3826).to_wkt(WktVersion.WKT1_ESRI).replace("TWD_1997_TM_Taiwan", "自訂")
        assert epsg_of_wkt(text) == 3826

    @pytest.mark.parametrize(
        "text", ["", "LOCAL_CS[x]", "PROJCS", "x" * 100_000, CRS.from_epsg(32651).to_wkt("WKT1_ESRI")]
    )
    def test_others_are_unknown(self, text: str) -> None:
        assert epsg_of_wkt(text) == 0

    def test_names(self) -> None:
        assert epsg_of_name("urn:ogc:def:crs:EPSG::3826") == 3826
        assert epsg_of_name("EPSG:4326") == 4326
        assert epsg_of_name("urn:ogc:def:crs:OGC:1.3:CRS84") == 4326
        assert epsg_of_name("moon") == 0
