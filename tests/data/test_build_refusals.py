"""What the build refuses: a copy of the real facts with a fault of every kind, each named with its row."""

import csv
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.build.__main__ import SETS, main
from data.build.assemble import build
from data.build.faults import BuildError, Fault

FACTS = Path(__file__).parents[2].parent / "shared" / "facts"
pytestmark = pytest.mark.skipif(not FACTS.is_dir(), reason="the compiled facts are not beside this checkout")
ATLAS = SETS / "boundaries.gpkg"


@dataclass(frozen=True)
class Alteration:
    """One cell changed in one row, and the reason that must be given for it."""

    file: str
    column: str
    value: str
    reason: str
    row: int = 5


ALTERATIONS = (
    Alteration("ai_sites.csv", "source_id", "", "has no source"),
    Alteration("ai_sites.csv", "source_id", "src-nobody", "unknown source src-nobody", row=6),
    Alteration("ai_sites.csv", "town_code", "99999999", "unknown township '99999999'", row=7),
    Alteration("ai_sites.csv", "town", "板橋區", "is 臺北市南港區, not 臺北市板橋區", row=8),
    Alteration("ai_sites.csv", "precision", "street", "precision 'street'", row=9),
    Alteration("ai_sites.csv", "name_zh", "", "name_zh is missing", row=10),
    Alteration("ai_sites.csv", "value", "many", "'many' is not a number", row=11),
    Alteration("ai_sites.csv", "lat", "25.1", "contradicts the coordinates", row=12),
    Alteration("broadband_sites.csv", "id", "bb-001", "duplicate of row 2 (bb-001)"),
    Alteration("telemedicine_points.csv", "role", "wheel", "role 'wheel'"),
    Alteration("telemedicine_points.csv", "lat", "24.6", "km outside 臺東縣成功鎮", row=17),
    Alteration("telemedicine_points.csv", "lon", "23.1", "23.1 degrees east is outside", row=18),
    Alteration("ai_sites.csv", "name_zh", "北投士林科技園區（北士科）", "duplicate of row 2", row=3),
    Alteration("digital_sites.csv", "town", "", "not 宜蘭縣"),
    Alteration("hospitals.csv", "emergency_beds", "-3", "-3 beds is outside"),
    Alteration("hospitals.csv", "emergency_grade", "great", "emergency_grade 'great'", row=6),
    Alteration("broadband_coverage.csv", "value", "101", "101 percent is outside 0 to 100", row=2),
    Alteration("broadband_coverage.csv", "unit", "count", "unit count of", row=3),
    Alteration("broadband_coverage.csv", "indicator", "coverage_of_hope", "variable coverage_of_hope", row=5),
    Alteration("broadband_coverage.csv", "county", "台北縣", "unknown county '台北縣'", row=18),
    Alteration("broadband_towns.csv", "value", "12.5", "12.5 count is not a whole number"),
    Alteration("town_digital_level.csv", "level", "5", "5 class is outside 1 to 4"),
    Alteration("town_population.csv", "population", "0", "0 persons is outside"),
    Alteration("town_population.csv", "area_km2", "-1", "-1 km2 is outside", row=6),
    Alteration("town_population.csv", "population_65plus", "9000000", "more people aged 65 and over", row=7),
    Alteration("town_classes.csv", "rural_basis", "density", "the statutory rule gives ''"),
    Alteration("circle_members.csv", "circle", "north", "circle 'north'"),
    Alteration("circle_members.csv", "county", "臺灣省", "unknown county '臺灣省'", row=6),
    Alteration("policy_figures.csv", "value", "n/a", "'n/a' is not a number"),
    Alteration("policy_figures.csv", "kind", "hope", "kind 'hope'", row=6),
    Alteration("ids_hospital_pairs.csv", "hospital", "", "hospital is missing"),
    Alteration("ids_hospital_pairs.csv", "hospital", "甲;;乙", "has an empty name in it", row=6),
    Alteration("ai_sites.csv", "year", "soon", "date 'soon' is not of the usual form", row=13),
    Alteration("ai_sites.csv", "year", "2040", "2040 is later than this set", row=4),
    Alteration("ai_sites.csv", "status", "operatingg", "status 'operatingg' has no words", row=15),
    Alteration("ai_sites.csv", "category", "moonbase", "category 'moonbase' has no words", row=16),
    Alteration("ai_sites.csv", "category", "", "category '' has no words", row=17),
    Alteration("ai_sites.csv", "id", "", "id '' is not of the usual form", row=18),
    Alteration("ai_sites.csv", "name_zh", "某\u200b處", "name_zh holds a character that cannot be seen", row=19),
    Alteration("ai_sites.csv", "unit", "firkins", "unit 'firkins' has no words", row=23),
    Alteration("ai_sites.csv", "value", "-25", "is outside 0 to", row=2),
    Alteration("telemedicine_points.csv", "specialties", "astrology", "'astrology' has no words", row=3),
    Alteration("telemedicine_points.csv", "start_date", "2099-01-01", "is later than this set", row=2),
    Alteration("hospitals.csv", "hospital_code", "29101001", "hospital_code '29101001'", row=7),
    Alteration("hospitals.csv", "hospital_code", "0190030516", "is that of 衛生福利部金門醫院", row=8),
    Alteration("hospitals.csv", "campus", "", "campus is missing", row=9),
    Alteration("hospitals.csv", "emergency_beds", "5000", "5000 beds is outside", row=10),
    Alteration("town_population.csv", "population", "400000", "became 400000 within a year", row=2),
    Alteration("town_population.csv", "population", "54779.0", "not a whole number", row=3),
    Alteration("town_population.csv", "households", "900000", "more households than people", row=8),
    Alteration("town_population.csv", "area_km2", "0.2", "far from the", row=9),
    Alteration("broadband_coverage.csv", "county", "臺東縣", "names an area where area_level is rural", row=4),
    Alteration("broadband_coverage.csv", "period", "2055-09", "is later than this set", row=11),
    Alteration("broadband_coverage.csv", "period", "soon", "period 'soon'", row=12),
    Alteration("broadband_coverage.csv", "value", "0.749", "looks like a share of 1", row=6),
    Alteration("circles.csv", "colour", "orange", "colour 'orange'", row=2),
    Alteration("circles.csv", "order", "x", "order 'x'", row=3),
    Alteration("policy_figures.csv", "period", "2040", "is later than this set", row=8),
    Alteration("policy_figures.csv", "unit", "furlongs", "unit 'furlongs' has no words", row=3),
    Alteration("sources.csv", "date", "2031-01-01", "is later than this set", row=4),
)


def alter(file: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        rows = list(reader)
        columns = reader.fieldnames or []
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> tuple[Fault, ...]:
    """The faults of a copy of the facts with all ALTERATIONS; nothing may have been written."""
    folder = tmp_path_factory.mktemp("altered")
    facts = Path(shutil.copytree(FACTS, folder / "facts", copy_function=shutil.copyfile))
    for change in ALTERATIONS:
        alter(facts / change.file, lambda rows, c=change: rows[c.row - 2].update({c.column: c.value}))
    with pytest.raises(BuildError) as caught:
        build(facts, ATLAS, folder / "out")
    assert not (folder / "out").exists()
    return caught.value.faults


@pytest.mark.parametrize("change", ALTERATIONS, ids=lambda change: f"{change.file}-{change.column}-{change.value}")
def test_a_fault_is_refused_with_file_row_and_reason(refused: tuple[Fault, ...], change: Alteration) -> None:
    found = [fault.reason for fault in refused if (fault.file, fault.row) == (change.file, change.row)]
    assert any(change.reason in reason for reason in found), found


def test_nothing_else_is_refused(refused: tuple[Fault, ...]) -> None:
    altered = {(change.file, change.row) for change in ALTERATIONS}
    altered |= {("circles.csv", 0)}  # an order that is no number leaves five
    altered |= {("target_points.csv", 0)}  # a unit that is none is not that of its target series either
    assert {(fault.file, fault.row) for fault in refused} <= altered


def test_an_id_in_two_files_is_refused(tmp_path: Path) -> None:
    facts = Path(shutil.copytree(FACTS, tmp_path / "facts", copy_function=shutil.copyfile))
    alter(facts / "broadband_sites.csv", lambda rows: rows[0].update(id="ai001"))
    with pytest.raises(BuildError, match=r"broadband_sites.csv: duplicate id ai001 \(also in ai_sites.csv\)"):
        build(facts, ATLAS, tmp_path / "out")


def change(column: str, value: str, **where: str) -> Callable[[list[dict[str, str]]], None]:
    """Return a change of one cell of the first row that has the values of ``where``."""

    def apply(rows: list[dict[str, str]]) -> None:
        next(row for row in rows if all(row[key] == text for key, text in where.items()))[column] = value

    return apply


@pytest.mark.parametrize(
    ("file", "alteration", "reason"),
    [
        (
            "ai_sites.csv",
            lambda rows: rows.append({**rows[1], "id": "ai900", "name_zh": "輝達臺灣總部（北士科Ｔ17、T18）"}),
            "ai_sites.csv, row 127: duplicate of row 3",
        ),
        (
            "hospitals.csv",
            lambda rows: rows.append({**rows[-1], "name_zh": " ".join(rows[-1]["name_zh"]), "hospital_code": ""}),
            "hospitals.csv, row 268: duplicate of row 267",
        ),
        ("circles.csv", lambda rows: rows.pop(), "does not hold six circles"),
        ("circle_members.csv", lambda rows: rows.remove(rows[0]), "臺北市松山區 is in no circle of the default"),
        (
            "circle_members.csv",
            lambda rows: rows.__setitem__(slice(None), [r for r in rows if r["definition"] != "2024-12"]),
            "definition 2024-12 has no members",
        ),
        (
            "circle_members.csv",
            lambda rows: rows.append({**rows[0], "town": "北投區"}),
            "circle_members.csv, row 75: 臺北市 is in the circle as a whole",
        ),
        ("broadband_towns.csv", lambda rows: rows.pop(0), "town 10002100 has no mobile_4g_base_stations"),
        (
            "broadband_towns.csv",
            lambda rows: rows[0].update(period="2023-11"),
            "mobile_4g_base_stations has more than one period: 2022-11, 2023-11",
        ),
        (
            "broadband_towns.csv",
            change("value", "99", indicator="mobile_4g_download_mbps_mean3"),
            "99 Mbps is not the mean of",
        ),
        (
            "broadband_towns.csv",
            change("value", "0", indicator="mobile_4g_upload_mbps_chunghwa"),
            "0 Mbps is outside",
        ),
        ("town_population.csv", lambda rows: rows[0].update(population_month="2026-07"), "more than one month"),
        (
            "telemedicine_points.csv",
            lambda rows: [row.update(note=row["note"].replace("pairing per township not found", "")) for row in rows],
            "no note says any more 'pairing per township not found'",
        ),
    ],
)
def test_what_no_single_cell_shows_is_refused(
    tmp_path: Path, file: str, alteration: Callable[[list[dict[str, str]]], None], reason: str
) -> None:
    facts = Path(shutil.copytree(FACTS, tmp_path / "facts", copy_function=shutil.copyfile))
    alter(facts / file, alteration)
    with pytest.raises(BuildError) as caught:
        build(facts, ATLAS, tmp_path / "out")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: text.splitlines(keepends=True)[0], "ai_sites.csv: has no rows"),
        (lambda text: "", "ai_sites.csv: has no column id"),
        (lambda text: text.replace(",precision,", ",precisoin,", 1), "ai_sites.csv: has no column precision"),
        (lambda text: text.replace(",name_en,", ",name_zh,", 1), "ai_sites.csv: has two columns of one name"),
        (lambda text: text + "ai999,x\n", "ai_sites.csv, row 127: has 2 fields where the header has 19"),
        (lambda text: text + '"ai999,x', "ai_sites.csv: cannot be read"),
    ],
    ids=["header only", "empty", "column lost", "column twice", "short row", "open quote"],
)
def test_a_table_out_of_shape_is_refused(tmp_path: Path, spoil: Callable[[str], str], reason: str) -> None:
    facts = Path(shutil.copytree(FACTS, tmp_path / "facts", copy_function=shutil.copyfile))
    file = facts / "ai_sites.csv"
    file.write_text(spoil(file.read_text("utf-8")), "utf-8", newline="\n")
    with pytest.raises(BuildError) as caught:
        build(facts, ATLAS, tmp_path / "out")
    assert reason in str(caught.value)


def test_the_facts_must_cover_the_townships_of_the_boundaries(tmp_path: Path) -> None:
    facts = Path(shutil.copytree(FACTS, tmp_path / "facts", copy_function=shutil.copyfile))
    alter(facts / "town_population.csv", lambda rows: rows.pop())
    with pytest.raises(BuildError, match="known to only one of the facts and the boundaries"):
        build(facts, ATLAS, tmp_path / "out")


def test_a_correction_that_fits_nothing_any_more_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "corrections.csv"
    table.write_text(
        "file,key,column,old,new,reason\nai_sites.csv,ai999,*,,,gone\nai_sites.csv,ai001,town,中山區,士林區,moved\n",
        encoding="utf-8",
    )
    with pytest.raises(BuildError) as caught:
        build(FACTS, ATLAS, tmp_path / "out", corrections=table)
    text = str(caught.value)
    assert "the correction of ai999 finds no such row" in text
    assert "ai_sites.csv, row 2: the correction of town expects '中山區'" in text


def test_a_missing_file_is_one_sentence_and_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--facts", str(tmp_path), "--atlas", str(ATLAS), "--out", str(tmp_path / "out")]) == 1
    message = capsys.readouterr().err
    assert "ai_sites.csv: cannot be read" in message
    assert "Traceback" not in message
    assert not (tmp_path / "out").exists()


def test_a_failed_build_leaves_the_old_set_whole(tmp_path: Path) -> None:
    out = tmp_path / "sets"
    build(FACTS, ATLAS, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    facts = Path(shutil.copytree(FACTS, tmp_path / "facts", copy_function=shutil.copyfile))
    alter(facts / "ai_sites.csv", lambda rows: rows[0].update(source_id=""))
    with pytest.raises(BuildError):
        build(facts, ATLAS, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
