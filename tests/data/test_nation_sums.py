"""The nation's indicators against sums made directly from the compiled facts, by code of its own."""

import csv
import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared" / "facts"

pytestmark = pytest.mark.skipif(not FACTS.is_dir(), reason="the compiled facts are not beside the project")

OPERATING_AI = {"operating", "pilot"}
PLANNED_AI = {"planned", "under-construction"}


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def town_values(indicator: str) -> dict[str, float]:
    return {
        row["town_code"]: float(row["value"]) for row in rows("broadband_towns.csv") if row["indicator"] == indicator
    }


@cache
def people() -> dict[str, int]:
    return {row["town_code"]: int(row["population"]) for row in rows("town_population.csv")}


@cache
def rural() -> set[str]:
    return {row["town_code"] for row in rows("town_classes.csv") if row["rural_broadband"] == "1"}


def people_mean(values: dict[str, float]) -> float:
    return sum(people()[town] * value for town, value in values.items()) / sum(people()[town] for town in values)


@cache
def nation() -> dict[str, dict[str, object]]:
    """What the command says, run as a user runs it."""
    command = [sys.executable, "-m", "desktop", "assess", "--by", "nation", "--format", "json"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    content = json.loads(answer.stdout)
    assert [row["id"] for row in content["rows"]] == ["nation"]
    assert content["rows"][0]["values"] == content["nation"]["values"]
    values: dict[str, dict[str, object]] = content["nation"]["values"]
    return values


def value(indicator: str) -> float:
    said = nation()[indicator]["value"]
    assert isinstance(said, int | float)
    return said


def test_population_and_area() -> None:
    population = rows("town_population.csv")
    assert value("population") == sum(people().values())
    old = sum(int(row["population_65plus"]) for row in population)
    assert value("population_65plus_share") == pytest.approx(100 * old / sum(people().values()), abs=1e-6)
    area = sum(float(row["area_km2"]) for row in population)
    assert value("area") == pytest.approx(area, abs=1e-6)
    assert value("density") == pytest.approx(sum(people().values()) / area, abs=1e-6)


def test_ai_sites() -> None:
    statuses = Counter(row["status"] for row in rows("ai_sites.csv"))
    assert set(statuses) == OPERATING_AI | PLANNED_AI
    operating = sum(statuses[status] for status in OPERATING_AI)
    assert value("ai_operating") == operating
    assert value("ai_planned") == sum(statuses[status] for status in PLANNED_AI)
    assert value("ai_per_100k") == pytest.approx(operating / sum(people().values()) * 100_000, abs=1e-6)


def test_base_stations_and_hot_spots() -> None:
    everyone = sum(people().values())
    stations = sum(town_values("mobile_4g_base_stations").values())
    assert value("stations_per_1000") == pytest.approx(stations / everyone * 1_000, abs=1e-6)
    spots = sum(town_values("public_wifi_hotspots_itaiwan").values())
    assert value("hotspots_per_10000") == pytest.approx(spots / everyone * 10_000, abs=1e-6)


def test_speed_is_a_mean_over_the_people_of_measured_towns() -> None:
    speeds = town_values("mobile_4g_download_mbps_mean3")
    assert value("speed_4g") == pytest.approx(people_mean(speeds), abs=1e-6)
    measured = sum(people()[town] for town in speeds) / sum(people().values())
    assert nation()["speed_4g"]["known_share"] == pytest.approx(measured, abs=1e-6)


def test_digital_class() -> None:
    classes = {row["town_code"]: float(row["level"]) for row in rows("town_digital_level.csv")}
    assert value("digital_class") == pytest.approx(people_mean(classes), abs=1e-6)


def test_5g_from_kinmen_and_the_two_classes() -> None:
    coverage = rows("broadband_coverage.csv")
    kinmen = next(
        float(row["value"])
        for row in coverage
        if row["county"] == "金門縣" and row["indicator"] == "mobile_5g_population_coverage"
    )
    policy = {(row["source_id"], row["source_location"], row["value"]) for row in rows("policy_figures.csv")}
    assert ("doc-smart-nation-2024", "line 252", "98.01") in policy
    assert ("doc-smart-nation-2024", "line 289", "81.5") in policy
    values = {}
    for row in rows("town_population.csv"):
        by_class = 81.5 if row["town_code"] in rural() else 98.01
        values[row["town_code"]] = kinmen if row["county"] == "金門縣" else by_class
    assert value("coverage_5g") == pytest.approx(people_mean(values), abs=1e-6)
    assert nation()["coverage_5g"]["level"] == "county+rural/non-rural"
    assert nation()["coverage_5g"]["known_share"] == 1


def test_fixed_coverage_stands_on_the_class_that_has_a_figure() -> None:
    share = sum(people()[town] for town in rural()) / sum(people().values())
    for indicator, figure, known in (
        ("coverage_2gbps", 92.27, 1 - share),
        ("coverage_1gbps", 75.93, share),
        ("coverage_100mbps", 86.39, share),
    ):
        assert value(indicator) == pytest.approx(figure, abs=1e-6)
        assert nation()[indicator]["known_share"] == pytest.approx(known, abs=1e-6)
        assert nation()[indicator]["level"] == "rural/non-rural"


def test_telemedicine() -> None:
    points = rows("telemedicine_points.csv")
    spokes = [row for row in points if row["role"] == "spoke"]
    works = {"operating", "operating at source date", "pilot"}
    assert value("telemedicine_points") == sum(row["status"] in works for row in spokes)
    assert value("telemedicine_planned") == sum(row["status"].startswith("planned") for row in spokes)
    hubs = [row for row in points if row["role"] == "hub"]
    assert value("telemedicine_hubs") == sum(row["status"] in works for row in hubs)
    towns = {row["town_code"] for row in spokes if row["status"] in works}
    assert value("rural_towns") == len(rural()) == 88
    assert value("rural_towns_with_point") == len(rural() & towns)
    assert value("rural_towns_without_known_point") == len(rural() - towns)
    counties = {row["county"] for row in spokes}
    seen = sum(people()[row["town_code"]] for row in rows("town_population.csv") if row["county"] in counties)
    assert nation()["telemedicine_points"]["known_share"] == pytest.approx(seen / sum(people().values()), abs=1e-6)


def test_emergency_beds() -> None:
    hospitals = rows("hospitals.csv")
    # data/sets/CHANGES.md: the 45 beds of the Neihu campus are written again for this one
    repeated = next(row for row in hospitals if row["campus"] == "汀洲院區")
    assert repeated["emergency_beds"] == "45"
    repeated["emergency_beds"] = ""
    magong = [row for row in hospitals if row["town"] == "馬公市"]
    assert any("23 emergency beds are given for 馬公市 as a whole" in row["note"] for row in magong)
    assert not any(row["emergency_beds"] for row in magong)
    beds = 23 + sum(int(row["emergency_beds"]) for row in hospitals if row["emergency_beds"])
    unknown = {row["town_code"] for row in hospitals if not row["emergency_beds"]} - {magong[0]["town_code"]}
    only_unknown = unknown - {row["town_code"] for row in hospitals if row["emergency_beds"]}
    everyone = sum(people().values())
    counted = everyone - sum(people()[town] for town in only_unknown)
    assert value("emergency_beds_per_100k") == pytest.approx(beds / counted * 100_000, abs=1e-6)
    known = 1 - sum(people()[town] for town in unknown) / everyone
    assert nation()["emergency_beds_per_100k"]["known_share"] == pytest.approx(known, abs=1e-6)


def test_households_and_their_size() -> None:
    found = rows("town_population.csv")
    assert {row["households_month"] for row in found} == {"2025-10"}
    households = sum(int(row["households"]) for row in found)
    people_then = sum(int(row["population_2025_10"]) for row in found)
    assert value("households") == households
    assert value("household_size") == pytest.approx(people_then / households, abs=1e-6)


def test_ai_sites_by_category_and_their_quotient() -> None:
    found = Counter(row["category"] for row in rows("ai_sites.csv") if row["status"] in OPERATING_AI)
    for category, count in found.items():
        assert value(f"ai_{category.removeprefix('ai-').replace('-', '_')}") == count
    assert value("ai_total") == len(rows("ai_sites.csv"))
    assert value("ai_location_quotient") == pytest.approx(1)


def test_capacity_counts_the_campus_once_and_its_unbuilt_part_as_planned() -> None:
    published = {row["id"]: row for row in rows("ai_sites.csv") if row["unit"].startswith("MW")}
    campus, inside, unbuilt = published.pop("ai029"), published.pop("ai030"), published.pop("ai032")
    assert "contains TPE11 and Westwood - do not add up" in campus["note"]
    assert inside["status"] == "operating"
    assert unbuilt["status"] == "under-construction"
    operating = float(campus["value"]) - float(unbuilt["value"])
    operating += sum(float(row["value"]) for row in published.values() if row["status"] in OPERATING_AI)
    planned = float(unbuilt["value"])
    planned += sum(float(row["value"]) for row in published.values() if row["status"] in PLANNED_AI)
    assert value("compute_mw_operating") == operating
    assert value("compute_mw_planned") == planned


def test_people_by_digital_class() -> None:
    classes = {row["town_code"]: float(row["level"]) for row in rows("town_digital_level.csv")}
    for number in (1, 2, 3, 4):
        inside = sum(people()[town] for town, level in classes.items() if level == number)
        share = 100 * inside / sum(people()[town] for town in classes)
        assert value(f"digital_class_{number}_share") == pytest.approx(share, abs=1e-6)
    stations = sum(town_values("mobile_4g_base_stations").values())
    assert value("stations_per_km2") == pytest.approx(stations / value("area"), abs=1e-6)


def test_people_in_towns_with_a_point() -> None:
    works = {"operating", "operating at source date", "pilot"}
    spokes = [row for row in rows("telemedicine_points.csv") if row["role"] == "spoke" and row["status"] in works]
    towns = {row["town_code"] for row in spokes}
    classes = {row["town_code"]: row for row in rows("town_classes.csv")}
    kinds = {
        "rural": rural(),
        "indigenous": {town for town, row in classes.items() if row["indigenous_area"] == "1"},
        "offshore": {town for town, row in classes.items() if row["offshore_island"] == "1"},
    }
    for kind, members in kinds.items():
        share = 100 * sum(people()[town] for town in members & towns) / sum(people()[town] for town in members)
        assert value(f"telemedicine_{kind}_share") == pytest.approx(share, abs=1e-6)
    old = {row["town_code"]: int(row["population_65plus"]) for row in rows("town_population.csv")}
    share = 100 * sum(old[town] for town in towns if town) / sum(old.values())
    assert value("telemedicine_65plus_share") == pytest.approx(share, abs=1e-6)


def test_severe_hospitals_but_the_one_that_only_the_old_list_has() -> None:
    severe = [row for row in rows("hospitals.csv") if row["emergency_grade"] == "severe"]
    said = ("115Q1", "also in the 2024-12-31", "2024-12-31 emergency list names")
    unsaid = [row for row in severe if not any(words in row["note"] for words in said)]
    old = [row for row in unsaid if row["source_id"] != "src-78c2f454"]
    assert len(old) == 1
    assert value("severe_hospitals") == len(severe) - 1
    known = nation()["severe_hospitals_per_100k"]["known_share"]
    assert value("severe_hospitals_per_100k") >= (len(severe) - 1) / sum(people().values()) * 100_000
    assert isinstance(known, float)
    assert 0.9 < known < 1


def test_coverage_against_the_target_of_the_non_rural_towns() -> None:
    policy = {(row["source_id"], row["source_location"], row["value"]) for row in rows("policy_figures.csv")}
    assert ("doc-smart-nation-2024", "line 248", "85") in policy
    assert ("doc-smart-nation-2025", "line 433", "90") in policy
    assert value("coverage_5g_gap_target") == pytest.approx(98.01 - 85, abs=1e-6)
    assert value("coverage_2gbps_gap_target") == pytest.approx(92.27 - 90, abs=1e-6)
    share = sum(people()[town] for town in rural()) / sum(people().values())
    assert nation()["coverage_5g_gap_target"]["known_share"] == pytest.approx(1 - share, abs=1e-6)
