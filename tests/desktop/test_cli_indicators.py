import argparse
import csv
import json
from pathlib import Path

import pytest

from data.balance.evaluate import INDEX, indicator_ids
from data.balance.indicators import INDICATORS
from data.dataset import load
from desktop import cli_indicators


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    cli_indicators.add_parser(parser.add_subparsers())
    parsed = parser.parse_args(["indicators", *arguments])
    code: int = parsed.run(parsed)
    return code


def test_json_lists_every_indicator_with_formula_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--format", "json") == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert tuple(rows) == indicator_ids()
    data = load()
    for name, indicator in INDICATORS.items():
        row = rows[name]
        assert (row["direction"], row["decimals"]) == (indicator.direction, indicator.decimals)
        assert (row["formula_zh"], row["formula"]) == (indicator.formula.zh, indicator.formula.en)
        assert [source["id"] for source in row["sources"]] == list(indicator.sources(data))
        assert all(source["title"] and set(source) == {"id", "title", "publisher", "date"} for source in row["sources"])
    assert rows[INDEX]["sources"]


def test_csv_has_a_row_each_and_joins_the_sources(tmp_path: Path) -> None:
    assert run("--out", str(tmp_path / "list.csv")) == 0
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(row["id"] for row in rows) == indicator_ids()
    population = rows[0]
    assert (population["unit_zh"], population["unit"], population["direction"]) == ("人", "people", "0")
    assert population["sources"] == ";".join(INDICATORS["population"].sources(load()))
