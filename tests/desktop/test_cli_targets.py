"""``lifecircles targets``: the table as a user reads it."""

import argparse
import csv
import io
import json

import pytest

from data.dataset import load
from data.errors import UnknownNameError
from desktop import cli_targets


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    cli_targets.add_parser(parser.add_subparsers())
    arguments = parser.parse_args(["targets", *words])
    code: int = arguments.run(arguments)
    return code


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_point_is_a_row_with_its_basis_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    found = rows(capsys.readouterr().out)
    assert len(found) == sum(len(series.points) for series in load().targets)
    assert all(row["basis_zh"] and row["basis_en"] and row["source"] and row["figure"] for row in found)


def test_the_gap_stands_beside_the_next_target(capsys: pytest.CaptureFixture[str]) -> None:
    run("--topic", "broadband")
    found = rows(capsys.readouterr().out)
    assert {row["topic"] for row in found} == {"broadband"}
    fibre = [row for row in found if row["target"] == "fixed-2gbps-non-rural"]
    assert [row["gap"] for row in fibre if row["kind"] == "target"] == ["-2.27"]
    assert [row["met"] for row in fibre if row["kind"] == "target"] == ["True"]
    assert all(row["gap"] == row["met"] == "" for row in fibre if row["kind"] != "target")
    assert [row["value"] for row in fibre if row["latest"] == "True"] == ["92.27"]


def test_a_target_without_an_actual_has_an_empty_gap(capsys: pytest.CaptureFixture[str]) -> None:
    run("--topic", "health", "--format", "json")
    content = json.loads(capsys.readouterr().out)
    assert content["series"] == 3
    assert {row["kind"] for row in content["rows"]} == {"target"}
    assert all(row["gap"] is None and row["met"] is None for row in content["rows"])


def test_sources_that_disagree_are_marked(capsys: pytest.CaptureFixture[str]) -> None:
    run("--topic", "telemedicine")
    clinics = [row for row in rows(capsys.readouterr().out) if row["target"] == "remote-specialist-clinics"]
    assert {row["value"] for row in clinics if row["disputed"] == "True"} == {"52", "135"}
    assert len({row["source_id"] for row in clinics}) == 2


def test_an_unknown_topic_lists_the_topics() -> None:
    with pytest.raises(UnknownNameError, match="no topic weather; the topics are broadband, telemedicine") as caught:
        run("--topic", "weather")
    assert caught.value.exit_code == 2
