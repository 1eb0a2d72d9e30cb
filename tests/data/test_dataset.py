import csv
import dataclasses
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from data.dataset import BOUNDARIES, BOUNDARY_TOLERANCES, MANIFEST, SETS, DataSet, load
from data.errors import DataSetError
from data.model import AreaLevel, Layer

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SETS, tmp_path / "sets"))


def sign(folder: Path, name: str) -> None:
    """Make the manifest agree with a file again, so that a fault inside the file is what is found."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    manifest["files"][name]["sha256"] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def edit(folder: Path, name: str, change: Callable[[list[list[str]]], None]) -> None:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    change(rows)
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    sign(folder, name)


def cell(rows: list[list[str]], row: int, column: str, value: str) -> None:
    """Write a cell; ``row`` counts as a spreadsheet does, the header being row 1."""
    rows[row - 1][rows[0].index(column)] = value


def refusal(folder: Path) -> str:
    with pytest.raises(DataSetError) as caught:
        load(folder)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


class TestRealSet:
    def test_holds_every_town_county_and_layer(self, data: DataSet) -> None:
        assert len(data.towns) == 368
        assert len(data.counties) == 22
        assert len(data.circles) == 6
        assert list(data.definitions) == ["2026-01", "2024-12", "2025-09"]
        assert data.default_definition == "2026-01"
        assert all(data.sites_of(layer) for layer in Layer if layer is not Layer.OWN)
        assert sum(len(data.sites_of(layer)) for layer in Layer) == len(data.sites)

    def test_towns_are_in_the_order_of_their_code(self, data: DataSet) -> None:
        codes = [town.code for town in data.towns]
        assert codes == sorted(codes)
        assert data.town_index[codes[17]] == 17
        assert all(town.code.startswith(town.county.code) for town in data.towns)

    def test_every_site_and_figure_names_a_source(self, data: DataSet) -> None:
        assert all(site.source_id in data.sources for site in data.sites)
        assert all(figure.source_id in data.sources for figure in data.figures)

    def test_no_two_figures_of_a_series_are_about_one_area(self, data: DataSet) -> None:
        for series in data.series:
            areas = [(figure.level, figure.area) for figure in data.figures_in(series)]
            assert areas
            assert len(areas) == len(set(areas))

    def test_town_values_are_of_the_latest_period(self, data: DataSet) -> None:
        assert {figure.period for figure in data.town_figures("population") if figure} == {"2026-08"}
        population = data.town_values("population")
        assert population.shape == (368,)
        assert population.sum() == 23_224_721

    def test_town_values_are_nan_where_unknown_and_cannot_be_written_to(self, data: DataSet) -> None:
        speed = data.town_values("mobile_4g_download_mbps_mean3")
        assert np.isnan(speed).sum() == 3
        assert np.isnan(data.town_values("no such variable")).all()
        with pytest.raises(ValueError, match="read-only"):
            speed[0] = 1

    def test_figures_of_an_area(self, data: DataSet) -> None:
        assert {figure.level for figure in data.figures_of(AreaLevel.RURAL)} == {AreaLevel.RURAL}
        assert {figure.area for figure in data.figures_of(AreaLevel.COUNTY, "10014")} == {"10014"}
        assert data.figures_of(AreaLevel.COUNTY, "99999") == ()

    @pytest.mark.parametrize("tolerance", BOUNDARY_TOLERANCES)
    def test_boundaries_hold_the_representative_point_of_their_town(self, data: DataSet, tolerance: int) -> None:
        boundaries = data.boundaries(tolerance)
        assert boundaries.shape == (368,)
        assert data.boundaries(tolerance) is boundaries
        assert {shape.geom_type for shape in boundaries} == {"MultiPolygon"}
        assert not shapely.is_empty(boundaries).any()
        to_metres = Transformer.from_crs(4326, 3826, always_xy=True)
        points = shapely.points(*to_metres.transform([t.lon for t in data.towns], [t.lat for t in data.towns]))
        outside = np.flatnonzero(shapely.distance(boundaries, points) > tolerance / 2)
        assert [data.towns[row].full_name("zh") for row in outside] == []

    def test_boundaries_have_about_the_registered_area(self, data: DataSet) -> None:
        # The published boundaries run out to the tidal flats of the west coast, the registered area does not.
        area = shapely.area(data.boundaries(0)).sum() / 1e6
        assert area == pytest.approx(data.town_values("area_km2").sum(), rel=0.02)

    def test_loading_is_quick_and_imports_no_heavy_library(self) -> None:
        script = (
            "import sys; from data.dataset import load; load();"
            "print(*sorted({name.split('.')[0] for name in sys.modules}))"
        )
        listed = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
        heavy = {"pandas", "geopandas", "pyogrio", "shapely", "scipy", "matplotlib", "mapclassify", "PySide6"}
        assert heavy.isdisjoint(listed.stdout.split())
        best = min(_seconds(load) for _ in range(3))
        assert best < 0.15


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


LISTED = sorted(json.loads((SETS / MANIFEST).read_text("utf-8"))["files"])


class TestDamagedSet:
    def test_the_copy_itself_loads(self, copy: Path) -> None:
        assert len(load(copy).towns) == 368

    @pytest.mark.parametrize("name", [*LISTED, MANIFEST])
    def test_missing_file(self, copy: Path, name: str) -> None:
        (copy / name).unlink()
        assert f"{copy / name} is missing" in refusal(copy)

    @pytest.mark.parametrize("name", LISTED)
    def test_one_flipped_bit(self, copy: Path, name: str) -> None:
        content = bytearray((copy / name).read_bytes())
        content[len(content) // 2] ^= 1
        (copy / name).write_bytes(content)
        assert f"{copy / name} is damaged" in refusal(copy)

    @pytest.mark.parametrize("name", ["figures.csv", BOUNDARIES])
    def test_truncated_file(self, copy: Path, name: str) -> None:
        content = (copy / name).read_bytes()
        (copy / name).write_bytes(content[: len(content) // 2])
        assert f"{copy / name} is damaged" in refusal(copy)

    @pytest.mark.parametrize("name", ["towns.csv", BOUNDARIES, MANIFEST])
    def test_empty_file(self, copy: Path, name: str) -> None:
        (copy / name).write_bytes(b"")
        assert f"{copy / name} is damaged" in refusal(copy)

    def test_folder_in_place_of_a_file(self, copy: Path) -> None:
        (copy / "towns.csv").unlink()
        (copy / "towns.csv").mkdir()
        assert f"{copy / 'towns.csv'} cannot be read" in refusal(copy)

    @pytest.mark.parametrize(
        "content", ["[]", "{}", '{"version": "1", "files": {"towns.csv": {}}}', "not json", "[" * 100_000]
    )
    def test_manifest_of_another_form(self, copy: Path, content: str) -> None:
        (copy / MANIFEST).write_text(content)
        assert f"{copy / MANIFEST} is damaged" in refusal(copy)

    def test_manifest_that_lacks_a_file(self, copy: Path) -> None:
        manifest = json.loads((copy / MANIFEST).read_text("utf-8"))
        del manifest["files"]["towns.csv"]
        (copy / MANIFEST).write_text(json.dumps(manifest), "utf-8")
        assert "does not list towns.csv" in refusal(copy)

    def test_signed_but_empty_table(self, copy: Path) -> None:
        (copy / "towns.csv").write_bytes(b"")
        sign(copy, "towns.csv")
        assert f"{copy / 'towns.csv'} is empty" in refusal(copy)

    def test_not_utf8(self, copy: Path) -> None:
        content = (copy / "counties.csv").read_bytes().replace("臺北市".encode(), "臺北市".encode("cp950"))
        (copy / "counties.csv").write_bytes(content)
        sign(copy, "counties.csv")
        row = content.split("臺北市".encode("cp950"))[0].count(b"\n") + 1
        assert f"counties.csv is not UTF-8 text (row {row})" in refusal(copy)

    def test_missing_column(self, copy: Path) -> None:
        edit(copy, "hospitals.csv", lambda rows: cell(rows, 1, "emergency_beds", "beds"))
        assert "hospitals.csv has no column emergency_beds" in refusal(copy)

    def test_row_with_too_few_fields(self, copy: Path) -> None:
        edit(copy, "figures.csv", lambda rows: rows[6].pop())
        assert "figures.csv has 11 fields in row 7 where its header has 12" in refusal(copy)

    def test_row_with_too_many_fields(self, copy: Path) -> None:
        edit(copy, "figures.csv", lambda rows: rows[6].append(""))
        assert "figures.csv has 13 fields in row 7 where its header has 12" in refusal(copy)

    def test_a_quote_that_is_not_closed(self, copy: Path) -> None:
        with (copy / "members.csv").open("a", encoding="utf-8") as file:
            file.write('"2026-01,east')
        sign(copy, "members.csv")
        assert "members.csv is not a CSV table" in refusal(copy)

    def test_circles_stand_in_their_order_whatever_that_of_the_rows(self, copy: Path) -> None:
        edit(copy, "circles.csv", lambda rows: rows.insert(1, rows.pop()))
        assert list(load(copy).circles) == list(load().circles)

    def test_boundaries_of_other_towns(self, copy: Path) -> None:
        with closing(sqlite3.connect(copy / BOUNDARIES)) as connection:
            connection.execute("DELETE FROM towns_1000 WHERE fid = 5")
            connection.commit()
        sign(copy, BOUNDARIES)
        with pytest.raises(DataSetError, match="does not hold the 368 towns"):
            load(copy).boundaries(1000)

    @pytest.mark.parametrize(
        ("name", "row", "column", "value"),
        [
            ("towns.csv", 5, "lon", "121,5"),
            ("towns.csv", 5, "lat", "nan"),
            ("towns.csv", 9, "rural", "yes"),
            ("towns.csv", 9, "county_code", "12345"),
            ("figures.csv", 3, "value", ""),
            ("figures.csv", 4, "value", "inf"),
            ("figures.csv", 5, "level", "village"),
            ("figures.csv", 6, "variable", "happiness"),
            ("figures.csv", 7, "source_id", ""),
            ("figures.csv", 8, "series", "coverage_9g"),
            ("figures.csv", 2, "area", "63000010"),
            ("ai_sites.csv", 2, "status", "open"),
            ("ai_sites.csv", 3, "precision", "house"),
            ("ai_sites.csv", 4, "value", "many"),
            ("ai_sites.csv", 5, "town_code", "99999999"),
            ("ai_sites.csv", 6, "source_id", "nobody"),
            ("circles.csv", 3, "order", "second"),
            ("members.csv", 4, "circle", "moon"),
            ("telemedicine_links.csv", 2, "hub_id", "hub-999"),
            ("ids_services.csv", 2, "town_code", ""),
            ("policy_figures.csv", 9, "value", "a lot"),
            ("profiles.csv", 2, "source_id", "nobody"),
            ("coverage_series.csv", 2, "variable", "nothing"),
            ("counties.csv", 2, "county_code", "9007"),
            ("towns.csv", 2, "town_code", "9007010"),
            ("towns.csv", 4, "name_zh", ""),
            ("towns.csv", 5, "county_code", "63000"),
            ("towns.csv", 5, "lon", "25.1"),
            ("towns.csv", 5, "lat", "121.5"),
            ("towns.csv", 5, "rural_basis", ""),
            ("towns.csv", 5, "indigenous", "coast"),
            ("circles.csv", 2, "colour", "orange"),
            ("circles.csv", 2, "order", "-1"),
            ("figures.csv", 5, "kind", "hope"),
            ("figures.csv", 5, "area", ""),
            ("figures.csv", 5, "bound", "~"),
            ("figures.csv", 5, "value", "-5"),
            ("figures.csv", 5, "value", "6000"),
            ("figures.csv", 5, "value", "0"),
            ("figures.csv", 5, "value", "1_000"),
            ("figures.csv", 5, "value", "１２"),
            ("figures.csv", 5, "value", " 12 "),
            ("figures.csv", 5, "value", "1e3"),
            ("figures.csv", 5, "value", "9" * 400),
            ("policy_figures.csv", 5, "kind", "hope"),
            ("hospitals.csv", 5, "emergency_beds", "nan"),
            ("hospitals.csv", 5, "emergency_beds", "-5"),
            ("hospitals.csv", 5, "emergency_beds", "1_0"),
            ("ai_sites.csv", 5, "lon", "25.1"),
            ("ai_sites.csv", 5, "lat", "121.5"),
            ("ai_sites.csv", 5, "town_code", ""),
            ("ai_sites.csv", 5, "town_code", "09007010"),
            ("ai_sites.csv", 5, "name_zh", ""),
            ("telemedicine_points.csv", 5, "category", "wheel"),
            ("telemedicine_links.csv", 2, "hub_id", "tele-001"),
            ("telemedicine_links.csv", 2, "spoke_id", "hub-001"),
        ],
    )
    def test_bad_value(self, copy: Path, name: str, row: int, column: str, value: str) -> None:
        edit(copy, name, lambda rows: cell(rows, row, column, value))
        sentence = refusal(copy)
        assert f"{copy / name} has a bad value in row {row}, column {column}" in sentence
        assert repr(value) in sentence

    def test_duplicate_key(self, copy: Path) -> None:
        edit(copy, "ai_sites.csv", lambda rows: rows.append(rows[1]))
        assert "column id: 'ai001'" in refusal(copy)

    def test_towns_out_of_order(self, copy: Path) -> None:
        edit(copy, "towns.csv", lambda rows: rows.insert(1, rows.pop(4)))
        assert "towns.csv has a bad value in row 3, column town_code" in refusal(copy)

    @pytest.mark.parametrize("name", [name for name in LISTED if name.endswith(".csv")])
    def test_as_a_spreadsheet_saves_it(self, copy: Path, name: str) -> None:
        content = (copy / name).read_bytes()
        (copy / name).write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
        sign(copy, name)
        loaded, whole = load(copy), load()
        for field in dataclasses.fields(DataSet):
            if field.name != "folder":
                assert getattr(loaded, field.name) == getattr(whole, field.name)

    @pytest.mark.parametrize("name", [name for name in LISTED if name.endswith(".csv")])
    def test_table_without_a_row(self, copy: Path, name: str) -> None:
        edit(copy, name, lambda rows: rows.__delitem__(slice(1, None)))
        assert f"{copy / name} is empty" in refusal(copy)

    def test_two_columns_of_one_name(self, copy: Path) -> None:
        edit(copy, "ai_sites.csv", lambda rows: cell(rows, 1, "name_en", "name_zh"))
        assert "ai_sites.csv is not a CSV table (two columns of one name)" in refusal(copy)

    def test_two_figures_that_say_the_same(self, copy: Path) -> None:
        edit(copy, "figures.csv", lambda rows: rows.append([rows[4][0] + "x", *rows[4][1:]]))
        assert "figures.csv has a bad value in row 5727, column id" in refusal(copy)

    @pytest.mark.parametrize("change", ["", "2026-09"])
    def test_a_town_whose_people_are_not_known(self, copy: Path, change: str) -> None:
        def newer(rows: list[list[str]]) -> None:
            row = next(row for row in rows if row[0] == "population.63000010.2026-08")
            rows.remove(row)
            if change:
                rows.append([text.replace("2026-08", change) for text in row])

        edit(copy, "figures.csv", newer)
        assert "figures.csv does not hold the 368 towns" in refusal(copy)

    def test_a_target_is_not_what_a_town_has(self, copy: Path) -> None:
        def promise(rows: list[list[str]]) -> None:
            row = next(row for row in rows if row[0] == "population.63000010.2026-08")
            rows.append([text.replace("2026-08", "2030").replace("actual", "target") for text in row])
            rows[-1][0] += ".target"

        edit(copy, "figures.csv", promise)
        assert load(copy).town_values("population").sum() == 23_224_721

    def test_definition_without_members(self, copy: Path) -> None:
        edit(copy, "members.csv", lambda rows: rows.__setitem__(slice(None), [r for r in rows if r[0] != "2024-12"]))
        assert "definitions.csv has a bad value in row 3, column definition: '2024-12'" in refusal(copy)

    def test_two_default_definitions(self, copy: Path) -> None:
        edit(copy, "definitions.csv", lambda rows: cell(rows, 3, "default", "1"))
        assert "definitions.csv must mark exactly one default definition" in refusal(copy)
