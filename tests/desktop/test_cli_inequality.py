"""``lifecircles inequality`` on the embedded set and on anybody's table."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.balance.across import inequality_of
from data.dataset import load
from data.model import AreaLevel, Overlap
from data.project import Project
from data.scenario import Scenario, SetCoverage
from data.scenario_file import write_scenario
from desktop.cli import main
from tests.desktop.commands import content, refused

MEASURES = [
    "gini", "theil", "theil_between", "theil_within", "hoover", "cv", "max_min_ratio", "range", "top_bottom_20", "n",
    "missing", "known_share",
]  # fmt: skip
OWN = "town,value,people,circle\na,1,10,x\nb,3,30,x\nc,NA,5,y\nd,8,20,\n"


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    return content(capsys, "inequality", *arguments)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    return refused(capsys, "inequality", *arguments)


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.csv"
    path.write_text(OWN, "utf-8")
    return str(path)


class TestIndicator:
    @pytest.mark.parametrize("across", ["town", "county", "circle"])
    @pytest.mark.parametrize("weight", ["population", "none"])
    def test_json_is_the_measure(self, across: str, weight: str, capsys: pytest.CaptureFixture[str]) -> None:
        content = answer(capsys, "--indicator", "stations_per_1000", "--across", across, "--weight", weight)
        assert list(content) == [*MEASURES, "meta"]
        project = replace(Project.start(load()), overlap=Overlap.SPLIT)
        found = inequality_of(project, "stations_per_1000", across, weight)
        assert content["gini"] == pytest.approx(found.gini, abs=1e-6)
        assert content["theil"] == pytest.approx(found.theil, abs=1e-6)
        meta = content["meta"]
        assert (meta["indicator"], meta["across"], meta["weight"]) == ("stations_per_1000", across, weight)
        assert meta["unit"] == "per 1,000 people"
        assert meta["definition"] == "2026-01"
        if across == "circle":
            assert (content["theil_between"], content["theil_within"]) == (None, None)
            assert "nothing inside" in meta["note"]
        else:
            assert content["theil_between"] + content["theil_within"] == pytest.approx(content["theil"], abs=2e-6)

    def test_circles_split_shared_towns_unless_told_otherwise(self, capsys: pytest.CaptureFixture[str]) -> None:
        plain = answer(capsys, "--indicator", "speed_4g")
        assert (plain["meta"]["across"], plain["meta"]["weight"], plain["meta"]["overlap"]) == (
            "circle", "population", "split",
        )  # fmt: skip
        each = answer(capsys, "--indicator", "speed_4g", "--overlap", "each")
        assert each["meta"]["overlap"] == "each"
        assert each["gini"] != plain["gini"]
        assert answer(capsys, "--indicator", "speed_4g", "--across", "town")["meta"]["overlap"] == "each"

    def test_csv_has_one_row_and_leaves_the_undefined_empty(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["inequality", "--indicator", "speed_4g"]) == 0
        (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert list(row) == MEASURES
        assert row["theil_within"] == ""
        assert float(row["gini"]) > 0

    def test_lorenz_points(self, capsys: pytest.CaptureFixture[str]) -> None:
        content = answer(capsys, "--indicator", "speed_4g", "--lorenz")
        assert [len(points) for points in content["lorenz"].values()] == [7, 7]
        assert content["lorenz"]["weight_share"][0] == content["lorenz"]["value_share"][0] == 0
        assert content["lorenz"]["value_share"][-1] == 1

    def test_values_of_coarser_levels_are_said_to_be(self, capsys: pytest.CaptureFixture[str]) -> None:
        """One figure for all non-rural towns makes circles equal; nobody may take that for a finding."""
        content = answer(capsys, "--indicator", "coverage_2gbps")
        assert content["gini"] == 0
        assert content["meta"]["levels"] == ["rural/non-rural"]
        assert "look more alike" in content["meta"]["note"]
        assert answer(capsys, "--indicator", "speed_4g")["meta"]["levels"] == []

    def test_help_is_readable(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["inequality", "--help"]) == 0
        text = capsys.readouterr().out
        assert "%%" not in text
        assert "split equally" in text

    def test_the_index_has_an_inequality_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert 0 < answer(capsys, "--indicator", "index", "--across", "town")["gini"] < 1

    def test_a_scenario_stands_beside_its_baseline(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "what_if.json"
        write_scenario(Scenario("better", (SetCoverage("coverage_5g", AreaLevel.RURAL, "", 97.0),)), path)
        asked = ("--indicator", "coverage_5g", "--across", "town")
        before = answer(capsys, *asked)
        content = answer(capsys, *asked, "--scenario", str(path))
        assert content["baseline"] == {name: before[name] for name in MEASURES}
        assert content["gini"] < before["gini"]
        assert content["difference"]["gini"] == pytest.approx(content["gini"] - before["gini"], abs=2e-6)
        assert main(["inequality", *asked, "--scenario", str(path)]) == 0
        (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert row["gini"] == str(content["gini"])
        assert row["gini_baseline"] == str(before["gini"])

    def test_out(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "inequality.csv"
        assert main(["inequality", "--indicator", "speed_4g", "--out", str(path)]) == 0
        assert capsys.readouterr().out == ""
        assert path.read_bytes().startswith(b"\xef\xbb\xbfgini,")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("--indicator", "happiness"), "no indicator happiness"),
            (("--indicator", "speed_4g", "--weight", "area"), "no weight area"),
            (("--indicator", "speed_4g", "--definition", "1999"), "1999"),
            (("--indicator", "speed_4g", "--value", "x"), "--value belongs to --input"),
            (("--indicator", "speed_4g", "--group", "x"), "--group belongs to --input"),
            (("--indicator", "speed_4g", "--lorenz"), "--format json"),
            (("--indicator", "coverage_5g_gap_nation"), "coverage_5g_gap_nation of east is -4.28"),
            (("--indicator", "speed_4g", "--across", "village"), "village"),
            ((), "--indicator --input"),
        ],
    )
    def test_asked_wrongly(self, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert said in refusal(capsys, *arguments)


class TestOwnTable:
    def test_measures(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        content = answer(capsys, "--input", own, "--value", "value")
        assert list(content) == [*MEASURES, "meta"]
        assert (content["n"], content["missing"], content["range"], content["max_min_ratio"]) == (3, 1, 7, 8)
        assert content["gini"] == pytest.approx(2 * (1 + 2 * 3 + 3 * 8) / (3 * 12) - 4 / 3, abs=1e-6)
        assert content["known_share"] == 0.75
        assert content["theil_between"] is None

    def test_weights_and_groups(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        content = answer(capsys, "--input", own, "--value", "value", "--weight", "people", "--group", "circle")
        assert content["known_share"] == pytest.approx(60 / 65, abs=1e-6)
        assert content["theil_between"] + content["theil_within"] == pytest.approx(content["theil"], abs=2e-6)
        assert content["meta"]["group"] == "circle"

    def test_zeros(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "zeros.csv"
        path.write_text("v\n0\n0\n", "utf-8")
        content = answer(capsys, "--input", str(path), "--value", "v")
        assert (content["gini"], content["theil"], content["range"], content["n"]) == (None, None, 0, 2)

    @pytest.mark.parametrize(
        ("table", "arguments", "said"),
        [
            ("v\n1\n-2\n", (), "line 3, column v: -2.0 is negative"),
            ("v\n1\nx\n", (), "line 3, column v: 'x' is not a number"),
            ("v,w\n1,0\n2,0\n", ("--weight", "w"), "column w: the weights add up to 0"),
            ("v,w\n1,1\n2,-1\n", ("--weight", "w"), "line 3, column w: -1.0 is negative"),
            ("v,w\n1,1\n", ("--weight", "people"), "no column people; its columns are v, w"),
            ("v,w\n1,1\n", ("--group", "g"), "no column g"),
            ("w\n1\n", (), "no column v"),
            ("v\n1\n", ("--across", "town"), "--across belongs to --indicator"),
            ("v\n1\n", ("--overlap", "split"), "--overlap belongs to --indicator"),
            ("v\n1\n", ("--scenario", "s.json"), "--scenario belongs to --indicator"),
        ],
    )
    def test_asked_wrongly(
        self, table: str, arguments: tuple[str, ...], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "mine.csv"
        path.write_text(table, "utf-8")
        assert said in refusal(capsys, "--input", str(path), "--value", "v", *arguments)

    def test_no_value_column(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert "--value" in refusal(capsys, "--input", own)

    def test_a_file_that_is_not_there(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["inequality", "--input", str(tmp_path / "none.csv"), "--value", "v"]) == 1
        assert "cannot be read" in capsys.readouterr().err
