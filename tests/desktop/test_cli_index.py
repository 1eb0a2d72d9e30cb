"""``lifecircles index`` on the embedded set and on anybody's table."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from data.balance.composite import combine, rank, scores
from data.balance.evaluate import column
from data.dataset import load
from data.index_spec import AGGREGATE, DEFAULT_INDEX, NORMALISE
from data.model import AreaLevel
from data.project import Project
from data.scenario import Scenario, SetCoverage
from data.scenario_file import write_scenario
from desktop.cli_index import parse_parts
from tests.desktop.commands import content, refused, table

TWO = "speed_4g:+:2,digital_class:-:1"
OWN = "town,fast,far,note\na,10,1,x\nb,20,NA,y\nc,40,3,z\nd,NA,NA,\n"


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    return table(capsys, "index", *arguments)


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    return content(capsys, "index", *arguments)


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    return refused(capsys, "index", *arguments)


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.csv"
    path.write_text(OWN, "utf-8")
    return str(path)


class TestAreas:
    @pytest.mark.parametrize(("by", "count"), [("town", 368), ("county", 22), ("circle", 6)])
    def test_default_index(self, by: str, count: int, capsys: pytest.CaptureFixture[str]) -> None:
        found = rows(capsys, "--by", by)
        assert len(found) == count
        parts = [part.indicator for part in DEFAULT_INDEX.parts]
        expected = ["id", "name", "name_en", "index", "rank", "known"]
        for part in parts:
            expected += [part, f"{part}_score"]
        assert list(found[0]) == expected
        expected_index = column(Project.start(load()), "index", by).values
        for row, value in zip(found, expected_index, strict=True):
            assert row["index"] == "" if np.isnan(value) else float(row["index"]) == pytest.approx(value, abs=1e-6)
        ranks = [int(row["rank"]) for row in found if row["rank"]]
        assert min(ranks) == 1

    @pytest.mark.parametrize("normalise", NORMALISE)
    @pytest.mark.parametrize("aggregate", AGGREGATE)
    def test_methods(self, normalise: str, aggregate: str, capsys: pytest.CaptureFixture[str]) -> None:
        found = rows(capsys, "--indicators", TWO, "--normalise", normalise, "--aggregate", aggregate)
        project = Project.start(load())
        raw = np.column_stack([column(project, name, "circle").values for name in ("speed_4g", "digital_class")])
        scored = scores(raw, [1, -1], normalise)
        index, _ = combine(scored, [2, 1], aggregate, normalise)
        assert [float(row["index"]) for row in found] == pytest.approx(index, abs=1e-6)
        assert [float(row["digital_class_score"]) for row in found] == pytest.approx(scored[:, 1], abs=1e-6)
        assert [float(row["rank"]) for row in found] == rank(index).tolist()

    def test_json_says_how_it_was_made(self, capsys: pytest.CaptureFixture[str]) -> None:
        content = answer(capsys, "--indicators", TWO, "--sensitivity", "50", "--seed", "7", "--overlap", "split")
        assert [(one["id"], one["direction"], one["weight"]) for one in content["indicators"]] == [
            ("speed_4g", 1, 2),
            ("digital_class", -1, 1),
        ]
        assert content["overlap"] == "split"
        assert (content["sensitivity"]["draws"], content["sensitivity"]["seed"]) == (50, 7)
        assert (content["normalise"], content["aggregate"], content["by"]) == ("minmax", "arithmetic", "circle")
        assert len(content["rows"]) == 6

    def test_sensitivity(self, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("--by", "county", "--sensitivity", "200")
        found = rows(capsys, *asked)
        for row in found:
            low, median, high = (int(row[f"{name}_rank"]) for name in ("low", "median", "high"))
            assert 1 <= low <= median <= high <= 22
            assert 0 <= float(row["p_last"]) <= 1
        assert rows(capsys, *asked) == found
        assert rows(capsys, *asked, "--seed", "1") != found

    def test_a_scenario_stands_beside_its_baseline(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "what_if.json"
        write_scenario(Scenario("better", (SetCoverage("coverage_5g", AreaLevel.RURAL, "", 97.0),)), path)
        asked = ("--by", "county", "--indicators", "coverage_5g:+:1,speed_4g:+:1")
        before = {row["id"]: row for row in rows(capsys, *asked)}
        found = rows(capsys, *asked, "--scenario", str(path), "--sensitivity", "20")
        for row in found:
            assert row["index_baseline"] == before[row["id"]]["index"]
            assert row["rank_baseline"] == before[row["id"]]["rank"]
            gained = float(row["index"]) - float(row["index_baseline"])
            assert float(row["index_difference"]) == pytest.approx(gained, abs=2e-6)
            assert gained >= -1e-6
            assert float(row["coverage_5g"]) >= float(before[row["id"]]["coverage_5g"])
        taitung = next(row for row in found if row["id"] == "10014")
        assert float(taitung["coverage_5g"]) > float(before["10014"]["coverage_5g"]) + 1
        assert any(row["rank"] != row["rank_baseline"] for row in found)
        assert any(float(row["index_difference"]) > 1 for row in found)

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("--indicators", "x"), "'x' is not of the form"),
            (("--indicators", ""), "at least one indicator"),
            (("--indicators", "speed_4g:*:1"), "'speed_4g:*:1' is not of the form"),
            (("--indicators", ":+:1"), "':+:1' is not of the form"),
            (("--indicators", "speed_4g:+:abc"), "The weight 'abc' of speed_4g is not a number"),
            (("--indicators", "speed_4g:+:-1"), "-1"),
            (("--indicators", "speed_4g:+:nan"), "nan"),
            (("--indicators", "speed_4g:+:0,digital_class:-:0"), "add up to 0"),
            (("--indicators", "happiness:+:1"), "no indicator happiness"),
            (("--indicators", "index:+:1"), "no indicator index"),
            (("--indicators", "speed_4g:+:1,speed_4g:-:1"), "speed_4g twice"),
            (("--sensitivity", "-1"), "--sensitivity -1"),
            (("--sensitivity", "many"), "--sensitivity many"),
            (("--sensitivity", "100001"), "from 0 to 100000"),
            (("--seed", "-4"), "--seed -4"),
            (("--seed", "4294967296"), "--seed 4294967296"),
            (("--seed", "１"), "--seed"),
            (("--normalise", "percentile"), "percentile"),
            (("--by", "nation"), "nation"),
            (("--id", "town"), "--id belongs to --input"),
        ],
    )
    def test_asked_wrongly(self, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
        option, value = arguments
        assert said in refusal(capsys, f"{option}={value}")


class TestOwnTable:
    def test_rows(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        found = rows(capsys, "--input", own, "--id", "town", "--indicators", "fast:+:1,far:-:1")
        assert [row["id"] for row in found] == ["a", "b", "c", "d"]
        assert [row["index"] for row in found] == ["50", "33.333333", "50", ""]
        assert [row["rank"] for row in found] == ["1", "3", "1", ""]
        assert [row["known"] for row in found] == ["1", "0.5", "1", "0"]
        assert [row["far_score"] for row in found] == ["100", "", "0", ""]

    def test_sensitivity(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        asked = ("--input", own, "--id", "town", "--indicators", "fast:+:1", "--sensitivity", "10")
        found = rows(capsys, *asked)
        assert [row["median_rank"] for row in found] == ["3", "2", "1", ""]
        assert [row["p_last"] for row in found] == ["1", "0", "0", ""]

    def test_the_seed_decides_the_draws(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "own.csv"
        path.write_text("id,v,w\na,1,5\nb,2,4\nc,3,3\nd,4,2\n", "utf-8")
        asked = ("--input", str(path), "--id", "id", "--indicators", "v:+:1,w:+:1", "--sensitivity", "99", "--seed")
        assert rows(capsys, *asked, "1") == rows(capsys, *asked, "1")
        assert rows(capsys, *asked, "1") != rows(capsys, *asked, "2")

    def test_a_column_may_have_colons_and_commas(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "own.csv"
        path.write_text('id,"5G, 2024: share"\na,1\nb,3\n', "utf-8")
        found = rows(capsys, "--input", str(path), "--id", "id", "--indicators", '"5G, 2024: share:+:1"')
        assert [row["index"] for row in found] == ["0", "100"]

    @pytest.mark.parametrize(
        ("table", "spec", "said"),
        [
            (OWN, "slow:+:1", "no column slow; its columns are town, fast, far, note"),
            (OWN, "note:+:1", "line 2, column note: 'x' is not a number"),
            ("town,fast\na,1\na,2\n", "fast:+:1", "line 3, column town: 'a' does not name one row alone"),
            ("town,fast\na,1\n,2\n", "fast:+:1", "line 3, column town: '' does not name one row alone"),
            ("town,rank\na,1\n", "rank:+:1", "rank is a column of the answer already"),
            ("town,fast,fast_score\na,1,2\n", "fast:+:1,fast_score:+:1", "fast_score is a column of the answer"),
            ("name,fast\na,1\n", "fast:+:1", "no column town"),
        ],
    )
    def test_asked_wrongly(
        self, table: str, spec: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "mine.csv"
        path.write_text(table, "utf-8")
        assert said in refusal(capsys, "--input", str(path), "--id", "town", "--indicators", spec)

    def test_what_must_be_said_too(self, own: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert "--id" in refusal(capsys, "--input", own, "--indicators", "fast:+:1")
        assert "--indicators" in refusal(capsys, "--input", own, "--id", "town")
        spec = ("--input", own, "--id", "town", "--indicators", "fast:+:1")
        for option, value in (
            ("--by", "town"),
            ("--definition", "2026-01"),
            ("--overlap", "each"),
            ("--scenario", "s"),
        ):
            assert f"{option} does not go with --input" in refusal(capsys, *spec, option, value)

    def test_more_draws_than_the_memory_holds(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        path = tmp_path / "long.csv"
        path.write_text("id,v\n" + "".join(f"{row},{row}\n" for row in range(500)), "utf-8")
        spec = ("--input", str(path), "--id", "id", "--indicators", "v:+:1", "--sensitivity", "100000")
        assert "at most 80000 draws" in refusal(capsys, *spec)


def test_parts_are_read_with_spaces() -> None:
    (one, other) = parse_parts("speed_4g : + : 2 , digital_class:-:0.5")
    assert (one.indicator, one.direction, one.weight) == ("speed_4g", 1, 2)
    assert (other.indicator, other.direction, other.weight) == ("digital_class", -1, 0.5)
