import argparse
import csv
import io
import json
from pathlib import Path

import pytest

from data.balance.explain import explain
from data.dataset import load
from data.errors import UserError
from data.model import Layer
from data.project import Project
from data.scenario import AddSite, Scenario
from data.scenario_file import write_scenario
from desktop import cli_explain


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    cli_explain.add_parser(parser.add_subparsers())
    parsed = parser.parse_args(["explain", *arguments])
    code: int = parsed.run(parsed)
    return code


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    path = tmp_path / "more.json"
    new = AddSite(Layer.TELEMEDICINE, "new-1", "蘭嶼二站", "10014160", 121.55, 22.05)
    write_scenario(Scenario("試算", (new,)), path)
    return str(path)


def test_json_is_the_whole_chain(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--indicator", "coverage_5g", "--area", "east", "--format", "json") == 0
    content = json.loads(capsys.readouterr().out)
    found = explain(Project.start(load()), "coverage_5g", "circle", "east")
    assert (content["by"], content["side"]) == ("circle", "baseline")
    assert content["value"] == pytest.approx(found.value, abs=1e-6)
    assert content["formula"] == found.formula.en
    assert len(content["inputs"]) == len(found.inputs)
    means = [one for one in content["inputs"] if one["role"] == "mean"]
    again = sum(one["value"] * one["weight"] for one in means) / sum(one["weight"] for one in means)
    assert again == pytest.approx(content["value"], abs=1e-6)
    assert [one["id"] for one in content["sources"]] == [source.id for source in found.sources]
    assert "baseline" not in content


@pytest.mark.parametrize(
    ("area", "by", "name"),
    [("63000030", "town", "臺北市大安區"), ("10014", "county", "臺東縣"), ("nation", "nation", "全國")],
)
def test_the_kind_of_area_comes_from_its_id(area: str, by: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--indicator", "population", "--area", area, "--format", "json") == 0
    content = json.loads(capsys.readouterr().out)
    assert (content["by"], content["area_zh"]) == (by, name)


def test_csv_starts_with_the_value_and_names_the_source_of_every_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--indicator", "ai_per_100k", "--area", "islands") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["role"] for row in rows] == ["value", "sum", "base"]
    assert rows[0]["label_zh"] == "每十萬人營運中AI據點"
    assert "factor 100000" in rows[0]["note"]
    assert rows[1]["label_zh"].startswith("金門大學")
    assert all(row["source"] and row["source_title"] for row in rows[1:])


def test_a_scenario_stands_beside_its_baseline(scenario: str, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ("--indicator", "telemedicine_points", "--area", "10014160", "--scenario", scenario)
    assert run(*chosen, "--format", "json") == 0
    content = json.loads(capsys.readouterr().out)
    assert content["side"] == "scenario"
    assert (content["value"], content["baseline"], content["difference"]) == (2, 1, 1)
    assert "scenario" in [source["id"] for source in content["sources"]]
    assert run(*chosen, "--side", "difference") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["role"] for row in rows] == ["value", "baseline", "sum", "minus", "evidence"]
    assert rows[-1]["place"] == "new-1"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--indicator", "nonsense", "--area", "east"), "There is no indicator nonsense; the indicators are"),
        (("--indicator", "population", "--area", "atlantis"), "There is no area atlantis; the areas are capital, "),
        (("--indicator", "population", "--area", "east", "--side", "scenario"), "--side scenario needs --scenario"),
    ],
)
def test_what_does_not_exist_is_a_sentence(arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(UserError, match=said) as fault:
        run(*arguments)
    assert fault.value.exit_code == 2
