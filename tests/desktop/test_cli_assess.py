"""``lifecircles assess`` with chosen indicators, the index and a scenario; the plain table is in test_cli.py."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from data import dataset
from data.balance.evaluate import column
from data.balance.groups import BY, groups
from data.model import AreaLevel, Layer
from data.project import Project
from data.scenario import AddSite, Scenario, SetCoverage
from data.scenario_file import write_scenario
from tests.desktop.commands import content, refused, table

DATA = dataset.load()
HAIDUAN = DATA.towns[DATA.town_index["10014120"]]
SCENARIO = Scenario(
    "海端設站",
    (
        AddSite(Layer.TELEMEDICINE, "new-1", "海端", HAIDUAN.code, HAIDUAN.lon, HAIDUAN.lat),
        SetCoverage("coverage_5g", AreaLevel.RURAL, "", 95.0),
    ),
)
COMPANIONS = ("unit", "level", "known_share", "bound")


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    path = tmp_path / "海端.json"
    write_scenario(SCENARIO, path)
    return str(path)


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    return table(capsys, "assess", *arguments)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    return content(capsys, "assess", *arguments)


class TestChosen:
    def test_columns_in_the_order_asked_for(self, capsys):
        found = rows(capsys, "--indicators", "coverage_5g, population ,coverage_5g")
        expected = ["id", "name_zh", "name_en"]
        for name in ("coverage_5g", "population"):
            expected += [name, *(f"{name}_{what}" for what in COMPANIONS)]
        assert list(found[0]) == expected

    def test_they_are_those_of_the_whole_table(self, capsys):
        whole, chosen = rows(capsys), rows(capsys, "--indicators", "ai_per_100k")
        assert [row["ai_per_100k"] for row in chosen] == [row["ai_per_100k"] for row in whole]

    @pytest.mark.parametrize("by", ["town", "county", "circle"])
    def test_the_index_brings_its_rank(self, by, capsys):
        found = rows(capsys, "--by", by, "--indicators", "index")
        ranked = [row for row in found if row["index"]]
        best = max(ranked, key=lambda row: float(row["index"]))
        assert best["index_rank"] == "1"
        for row in ranked:
            better = sum(float(other["index"]) > float(row["index"]) for other in ranked)
            assert int(row["index_rank"]) == better + 1
        assert all(row["index_rank"] == "" for row in found if not row["index"])

    def test_the_nation_has_no_index_and_no_rank(self, capsys):
        said = told(capsys, "--indicators", "index")
        assert said["nation"]["values"]["index"]["value"] is None
        assert said["nation"]["values"]["index"]["rank"] is None
        assert rows(capsys, "--indicators", "index")[-1]["index_rank"] == ""

    @pytest.mark.parametrize("names", ["", ",", "population,nosuch"])
    def test_an_unknown_one_is_a_sentence_that_lists_the_valid(self, names, capsys):
        said = refused(capsys, "assess", "--indicators", names)
        assert "telemedicine_points" in said


class TestScenario:
    @pytest.mark.parametrize("by", BY)
    def test_values_are_the_scenarios_beside_baseline_and_difference(self, by, scenario, capsys):
        names = ("telemedicine_points", "coverage_5g", "telemedicine_nearest_km")
        found = rows(capsys, "--by", by, "--indicators", ",".join(names), "--scenario", scenario)
        project = Project(DATA, DATA.default_definition, scenario=SCENARIO)
        for name in names:
            for side, heading in (
                ("scenario", name),
                ("baseline", f"{name}_baseline"),
                ("difference", f"{name}_difference"),
            ):
                values = column(project, name, by, side).values
                assert len(values) == len(groups(project, by).ids)
                for row, value in zip(found, values, strict=False):
                    if math.isnan(value):
                        assert row[heading] == ""
                    else:
                        assert float(row[heading]) == pytest.approx(value, abs=1e-6)

    def test_the_nation_ends_the_table(self, scenario, capsys):
        nation = rows(capsys, "--indicators", "telemedicine_points", "--scenario", scenario)[-1]
        assert nation["id"] == "nation"
        assert int(nation["telemedicine_points"]) == int(nation["telemedicine_points_baseline"]) + 1
        assert nation["telemedicine_points_difference"] == "1"

    def test_json_says_the_same_and_names_the_scenario(self, scenario, capsys):
        arguments = ("--indicators", "coverage_5g,index", "--scenario", scenario)
        table, said = rows(capsys, *arguments), told(capsys, *arguments)
        assert said["scenario"] == "海端設站"
        for row, entry in zip(table, said["rows"], strict=False):
            five = entry["values"]["coverage_5g"]
            assert [row[f"coverage_5g{end}"] for end in ("", "_baseline", "_difference")] == [
                str(five[what]) for what in ("value", "baseline", "difference")
            ]
            index = entry["values"]["index"]
            assert (row["index_rank"], row["index_rank_baseline"]) == (str(index["rank"]), str(index["rank_baseline"]))

    def test_without_one_nothing_stands_beside(self, capsys):
        said = told(capsys, "--indicators", "coverage_5g")
        assert "scenario" not in said
        assert set(said["rows"][0]["values"]["coverage_5g"]) == {"value", *COMPANIONS}

    def test_an_empty_one_changes_nothing(self, tmp_path, capsys):
        path = tmp_path / "empty.json"
        write_scenario(Scenario(), path)
        found = rows(capsys, "--indicators", "coverage_5g", "--scenario", str(path))
        assert {row["coverage_5g_difference"] for row in found} == {"0"}
        assert all(row["coverage_5g"] == row["coverage_5g_baseline"] for row in found)

    def test_what_is_hypothetical_is_named_as_a_source(self, scenario, capsys):
        said = told(capsys, "--indicators", "telemedicine_points", "--scenario", scenario)
        assert "scenario" in said["indicators"][0]["sources"]

    def test_faults_of_the_file_end_with_their_codes(self, tmp_path, capsys):
        missing = tmp_path / "missing.json"
        said = refused(capsys, "assess", "--scenario", str(missing), code=1)
        assert "missing.json" in said
        missing.write_text("{}", "utf-8")
        said = refused(capsys, "assess", "--scenario", str(missing), code=2)
        assert "not a scenario file" in said

    def test_definition_and_overlap_apply_to_both_sides(self, scenario, capsys):
        found = rows(
            capsys,
            *("--definition", "2025-09", "--overlap", "split", "--indicators", "telemedicine_points"),
            *("--scenario", scenario),
        )
        assert "islands" not in [row["id"] for row in found]
        east = next(row for row in found if row["id"] == "east")
        assert float(east["telemedicine_points_difference"]) == 1
