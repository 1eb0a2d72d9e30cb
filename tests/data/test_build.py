"""The build on the real facts: the committed set is what it makes, and it is whole."""

import csv
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import shapely

from data.build.__main__ import SETS, main
from data.build.assemble import COLUMNS
from data.build.geometry import TOLERANCES, read_atlas

FACTS = Path(__file__).parents[2].parent / "shared" / "facts"
needs_facts = pytest.mark.skipif(not FACTS.is_dir(), reason="the compiled facts are not beside this checkout")


def rows(file: str, folder: Path = SETS) -> list[dict[str, str]]:
    with (folder / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The set built again, from the facts and the boundaries of the committed set."""
    out = tmp_path_factory.mktemp("rebuilt") / "sets"
    assert main(["--facts", str(FACTS), "--atlas", str(SETS / "boundaries.gpkg"), "--out", str(out)]) == 0
    return out


@needs_facts
def test_the_committed_set_is_what_the_build_makes(rebuilt: Path) -> None:
    made = {path.name: path.read_bytes() for path in rebuilt.iterdir() if path.suffix in {".csv", ".md"}}
    assert set(made) == {*COLUMNS, "CHANGES.md"}
    for name, content in made.items():
        assert content == (SETS / name).read_bytes(), name


@needs_facts
def test_the_boundaries_come_back_unchanged(rebuilt: Path) -> None:
    old, new = read_atlas(SETS / "boundaries.gpkg"), read_atlas(rebuilt / "boundaries.gpkg")
    assert old.names == new.names
    assert shapely.equals_identical(old.shapes, new.shapes).all()


@needs_facts
def test_building_twice_gives_the_same_bytes(rebuilt: Path, tmp_path: Path) -> None:
    main(["--facts", str(FACTS), "--atlas", str(rebuilt / "boundaries.gpkg"), "--out", str(tmp_path / "again")])
    for path in rebuilt.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


@needs_facts
def test_the_manifest_names_the_inputs_of_both_kinds() -> None:
    inputs = json.loads((SETS / "manifest.json").read_text("utf-8"))["inputs"]
    assert "towns-10t.json" in inputs
    assert "town_population.csv" in inputs


@needs_facts
def test_sums_equal_those_of_the_facts() -> None:
    figures = rows("figures.csv")
    for variable, period, column in (
        ("population", "2026-08", "population"),
        ("population", "2025-10", "population_2025_10"),
        ("population_65plus", "2024-12", "population_65plus"),
        ("households", "2025-10", "households"),
    ):
        built = sum(int(f["value"]) for f in figures if (f["variable"], f["period"]) == (variable, period))
        assert built == sum(int(row[column]) for row in rows("town_population.csv", FACTS))


@needs_facts
def test_every_row_of_the_facts_is_in_the_set_or_in_the_changes() -> None:
    left_out = (SETS / "CHANGES.md").read_text("utf-8").split("## Left out")[1].split("\n## ")[0].count("\n- ")
    town_figures = [
        f for f in rows("figures.csv") if f["variable"].startswith(("mobile_4g", "public", "tribal", "univ"))
    ]
    in_towns = [f for f in town_figures if f["level"] == "town"]
    assert len(in_towns) == len(rows("broadband_towns.csv", FACTS)) - left_out
    for file in ("ai_sites.csv", "broadband_sites.csv", "digital_sites.csv", "telemedicine_points.csv", "hospitals.csv",
                 "policy_figures.csv"):  # fmt: skip
        assert len(rows(file)) == len(rows(file, FACTS)), file


@pytest.mark.parametrize(
    ("file", "count"),
    [
        ("counties.csv", 22), ("towns.csv", 368), ("circles.csv", 6), ("definitions.csv", 3), ("members.csv", 73),
        ("profiles.csv", 11), ("coverage_series.csv", 4), ("policy_figures.csv", 824), ("ai_sites.csv", 125),
        ("broadband_sites.csv", 21), ("digital_sites.csv", 428), ("telemedicine_points.csv", 114),
        ("hospitals.csv", 266), ("ids_services.csv", 33),
    ],
)  # fmt: skip
def test_counts(file: str, count: int) -> None:
    assert len(rows(file)) == count


def test_every_file_has_the_promised_columns() -> None:
    for file, columns in COLUMNS.items():
        with (SETS / file).open(encoding="utf-8", newline="") as stream:
            assert tuple(next(csv.reader(stream))) == columns, file
        content = (SETS / file).read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content


def test_every_row_names_a_source_of_the_set() -> None:
    known = {row["source_id"] for row in rows("sources.csv")}
    for file, columns in COLUMNS.items():
        for column in {"source_id", "class_source_id"} & set(columns):
            assert {row[column] for row in rows(file)} <= known, file


def test_ids_are_unique_and_in_order() -> None:
    for file, columns in COLUMNS.items():
        key = columns[0]
        if key in {"id", "town_code", "county_code", "source_id", "variable"} and file != "ids_services.csv":
            ids = [row[key] for row in rows(file)]
            assert ids == sorted(set(ids)), file


def test_the_classes_of_the_townships() -> None:
    towns = rows("towns.csv")
    assert sum(row["rural"] == "1" for row in towns) == 88
    assert Counter(row["indigenous"] for row in towns) == {"": 313, "mountain": 30, "plain": 25}
    assert sum(row["offshore"] == "1" for row in towns) == 19
    digital = Counter(row["value"] for row in rows("figures.csv") if row["variable"] == "digital_class")
    assert digital == {"1": 79, "2": 89, "3": 97, "4": 103}


def test_unknown_is_not_zero_in_wuqiu() -> None:
    speeds = {f["variable"] for f in rows("figures.csv") if f["area"] == "09020060" and "load_mbps" in f["variable"]}
    assert speeds == {"mobile_4g_download_mbps_chunghwa", "mobile_4g_upload_mbps_chunghwa"}


def test_series_hold_figures_of_their_variable_only() -> None:
    series = {row["series"]: row["variable"] for row in rows("coverage_series.csv")}
    used = [f for f in rows("figures.csv") if f["series"]]
    assert all(f["variable"] == series[f["series"]] for f in used)
    found = {(f["series"], f["level"], f["area"], f["value"], f["bound"]) for f in used}
    assert found == {
        ("coverage_5g", "rural", "", "81.5", ""),
        ("coverage_5g", "non-rural", "", "98.01", ""),
        ("coverage_5g", "county", "09020", "99", ">="),
        ("coverage_2gbps", "non-rural", "", "92.27", ""),
        ("coverage_1gbps", "rural", "", "75.93", ""),
        ("coverage_100mbps", "rural", "", "86.39", ""),
    }


def test_every_coverage_variable_says_what_counts_and_who_says_so() -> None:
    described = {row["variable"]: row for row in rows("variables.csv")}
    for row in rows("coverage_series.csv"):
        for column in ("definition_zh", "definition_en", "reporter_zh", "reporter_en"):
            assert described[row["variable"]][column]


def test_circles_are_counted_in_the_order_of_the_plan() -> None:
    order = ["capital", "silicon", "precision", "south", "east", "islands"]
    for definition in ("2026-01", "2024-12", "2025-09"):
        found = list(dict.fromkeys(m["circle"] for m in rows("members.csv") if m["definition"] == definition))
        assert found == [circle for circle in order if circle in found]
        assert len(found) == (5 if definition == "2025-09" else 6)


def test_links_join_spokes_and_hubs() -> None:
    category = {row["id"]: row["category"] for row in rows("telemedicine_points.csv")}
    links = rows("telemedicine_links.csv")
    assert {category[link["spoke_id"]] for link in links} == {"spoke"}
    assert {category[link["hub_id"]] for link in links} == {"hub"}
    hospitals = {row["id"] for row in rows("hospitals.csv")}
    assert {row["hospital_id"] for row in rows("ids_services.csv")} - {""} <= hospitals


def test_points_stand_inside_the_largest_part_of_their_town() -> None:
    atlas = read_atlas(SETS / "boundaries.gpkg")
    from data.build.geometry import metres_outside

    for town, shape in zip(rows("towns.csv"), atlas.shapes, strict=True):
        parts = shapely.get_parts(shape)
        largest = parts[np.argmax(shapely.area(parts))]
        assert metres_outside(largest, float(town["lon"]), float(town["lat"])) == 0


def test_every_layer_of_the_boundaries_is_a_coverage_of_all_towns() -> None:
    import pyogrio

    counts = []
    for tolerance in TOLERANCES:
        frame = pyogrio.read_dataframe(SETS / "boundaries.gpkg", layer=f"towns_{tolerance}")
        shapes = frame.geometry.to_numpy()
        assert frame.crs.to_epsg() == 3826
        assert list(frame["town_code"]) == [row["town_code"] for row in rows("towns.csv")]
        assert shapely.coverage_is_valid(shapes)
        assert (shapely.get_type_id(shapes) == shapely.GeometryType.MULTIPOLYGON).all()
        counts.append(int(shapely.get_num_coordinates(shapes).sum()))
    assert counts == sorted(counts, reverse=True)
    assert (SETS / "boundaries.gpkg").stat().st_size < 6_000_000
