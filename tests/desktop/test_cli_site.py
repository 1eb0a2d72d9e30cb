"""``lifecircles site`` as a user types it, and the search in a thread of Qt's."""

from __future__ import annotations

import argparse
import csv
import io
import json

import pytest
from PySide6.QtCore import QRunnable, QThreadPool

from data import dataset
from data.balance.access import e2sfca
from data.balance.siting import SitingOrder, solve
from data.errors import UserError
from data.model import Layer
from data.project import Project
from data.scenario_file import read_scenario
from desktop import cli_site

ASKED = ("--layer", "telemedicine", "--count", "3", "--within", "10", "--demand", "rural")


def run(*arguments: str) -> int:
    """Run the command; UserError comes through, for the caller to see its sentence."""
    parser = argparse.ArgumentParser(allow_abbrev=False)
    cli_site.add_parser(parser.add_subparsers())
    parsed = parser.parse_args(["site", *arguments])
    return parsed.run(parsed)


def content(capsys, *arguments: str) -> dict:
    assert run(*arguments, "--format", "json") == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("method", ["mclp", "pmedian"])
def test_answer_names_towns_and_what_they_do(capsys, method: str) -> None:
    told = content(capsys, *ASKED, "--method", method)
    assert len(told["towns"]) == 3
    assert all(town["town_code"] and town["name_zh"] and town["name_en"] for town in told["towns"])
    assert told["optimal"] is True
    assert told["bound"] == pytest.approx(told["objective"])
    assert told["share_before"] < told["share_after"] <= 1
    assert told["newly_reached"] > 0
    assert told["reached_towns"]
    index = told["effects"]["index"]
    assert [circle["id"] for circle in index["circles"]][-1] == "islands"
    assert 0 < index["gini_across_towns"]["after"] < 1
    near = next(one for one in told["effects"]["indicators"] if one["id"] == "telemedicine_nearest_km")
    assert near["nation"]["after"] < near["nation"]["before"]


def test_csv_has_a_row_for_each_town(capsys) -> None:
    assert run(*ASKED, "--circle", "east") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == 3
    assert {row["optimal"] for row in rows} == {"True"}
    assert float(rows[0]["index_east_after"]) >= float(rows[0]["index_east_before"])
    assert float(rows[0]["index_gini_after"]) > 0


def test_suggestion_becomes_a_scenario(capsys, tmp_path) -> None:
    file = tmp_path / "suggested.json"
    first = content(capsys, *ASKED, "--scenario-out", str(file))
    scenario = read_scenario(file, dataset.load())
    assert [change.town_code for change in scenario.changes] == [town["town_code"] for town in first["towns"]]
    second = content(capsys, *ASKED, "--scenario", str(file), "--scenario-out", str(file))
    assert second["share_before"] == first["share_after"]
    assert len(read_scenario(file, dataset.load()).changes) == 6


def test_nothing_left_to_gain_is_said_in_a_row_without_a_town(capsys, tmp_path) -> None:
    file = tmp_path / "all.json"
    everywhere = ("--layer", "telemedicine", "--count", "16", "--within", "1000", "--circle", "islands")
    content(capsys, *everywhere, "--scenario-out", str(file))
    assert run(*everywhere, "--scenario", str(file)) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["town_code"], row["newly_reached"], row["share_after"]) for row in rows] == [("", "0", "1")]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (("--count", "0"), "between 1 and 368"),
        (("--count", "-1"), "between 1 and 368"),
        (("--count", "999"), "between 1 and 368"),
        (("--count", "two"), "--count 'two' is not a whole number"),
        (("--count", "2.5"), "--count '2.5' is not a whole number"),
        (("--within", "0"), "--within: '0' is not a number of kilometres"),
        (("--within", "nan"), "--within: 'nan' is not"),
        (("--within", "far"), "--within: 'far' is not"),
        (("--circle", "moon"), "no circle moon .* capital"),
        (("--circle", "islands", "--definition", "2025-09"), "no circle islands in the definition 2025-09"),
        (("--time-limit", "never"), "--time-limit 'never' is not"),
        (("--scenario", "/nowhere/at-all.json"), "at-all.json"),
    ],
)
def test_orders_that_cannot_be_are_refused_in_a_sentence(changed: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as raised:
        run(*ASKED, *changed)
    assert raised.value.exit_code == (1 if "--scenario" in changed else 2)


@pytest.mark.parametrize("changed", [("--layer", "hospital"), ("--method", "luck"), ("--demand", "tourists")])
def test_unknown_choices_end_with_2(changed: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as leaving:
        run(*ASKED, *changed)
    assert leaving.value.code == 2


def test_search_and_access_run_in_threads_of_qt(qapp) -> None:
    """PROJ ends the process there; nothing on this way may call it."""
    data = dataset.load()
    found: list[tuple[str, ...]] = []
    pool = QThreadPool()
    pool.setMaxThreadCount(4)
    for demand in ("rural", "65plus") * 4:
        project = Project.start(dataset.load())

        def work(project: Project = project, demand: str = demand) -> None:
            e2sfca(project.data)
            found.append((demand, *solve(project, SitingOrder(Layer.TELEMEDICINE, 2, 10, demand)).towns))

        pool.start(QRunnable.create(work))
    assert pool.waitForDone(60_000)
    assert len(found) == 8
    alone = {
        d: solve(Project.start(data), SitingOrder(Layer.TELEMEDICINE, 2, 10, d)).towns for d in ("rural", "65plus")
    }
    assert set(found) == {(demand, *towns) for demand, towns in alone.items()}
