"""``lifecircles check`` and ``lifecircles import``: what they print, what they return, what they leave behind."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from data.dataset import load
from data.model import Layer
from data.project_file.store import open_project, save_project
from data.scenario import RemoveSite, Scenario
from desktop.cli import main
from desktop.cli_output import say
from tests.data.intake.torture_cases import OFFICE, changed
from tests.data.readers.make_files import make_csv

CITED = ["--source", "遠距據點清冊", "--publisher", "測試機關", "--date", "114/12/31"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a list as offices make it, in Big5, with a row that cannot be taken."""
    title = [["遠距醫療據點清冊", "", "", "", ""]]
    return make_csv(tmp_path / "清冊.csv", [*title, *changed(OFFICE, 3, "啟用日期", "去年底")], encoding="cp950")


def test_check_names_rows_columns_and_reasons(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(office)]) == 1
    printed = capsys.readouterr().out
    assert "cp950" in printed
    assert "Rows: 6; sites: 5; figures: 0; refused: 1" in printed
    assert "Row 4, 啟用日期: 去年底 is not a date." in printed


def test_check_as_json(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(office), "--as", "own:我的", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["layer"] == "own:我的"
    assert told["columns"]["address"] == "地址"
    assert [row["row"] for row in told["refused"]] == [4]
    assert told["refused"][0]["problems"][0]["value"] == "去年底"


def test_check_of_a_clean_file_and_of_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(make_csv(tmp_path / "a.csv", OFFICE))]) == 0
    assert main(["check", str(tmp_path / "nothing.csv")]) == 2
    assert main(["check", str(make_csv(tmp_path / "a.csv", OFFICE)), "--as", "moon"]) == 2
    assert "There is no layer moon" in capsys.readouterr().err


def test_import_makes_a_project_and_goes_on_with_it(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "p.lifecircles.gpkg"
    refused = tmp_path / "refused.csv"
    arguments = ["import", str(office), "--as", "telemedicine", *CITED, "--into", str(project)]
    assert main([*arguments, "--refused", str(refused), "--status", "operating"]) == 0
    opened = open_project(project, load())
    (source,) = opened.project.own.sources
    assert (source.title, source.publisher, source.date) == ("遠距據點清冊", "測試機關", "2025-12-31")
    points = opened.project.own.sites
    assert {site.layer for site in points} == {Layer.TELEMEDICINE}
    assert len(points) == 5
    assert [record.refused for record in opened.imports] == [1]
    assert [line[0] for line in csv.reader(refused.read_text("utf-8-sig").splitlines())] == ["row", "4"]

    assert main([*arguments, "--whole"]) == 0
    again = open_project(project, load())
    assert again.project.own.sources == opened.project.own.sources
    assert {site.id for site in again.project.own.sites} == {site.id for site in points}
    assert len(again.imports) == 2
    assert not list(tmp_path.glob(".~lock*"))


def test_columns_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = make_csv(tmp_path / "a.csv", [["甲", "乙"], ["臺東縣海端鄉1號", "測試站"], ["臺東縣池上鄉1號", "另一站"]])
    arguments = ["check", str(path), "--as", "own:我的", "--json"]
    assert main([*arguments, "--map", "name=乙", "--map", "address=1"]) == 0
    assert json.loads(capsys.readouterr().out)["columns"] == {"name": "乙", "address": "甲"}
    assert main([*arguments, "--map", "name=丙"]) == 2
    assert main([*arguments, "--map", "colour=乙"]) == 2


@pytest.mark.parametrize("option", ["--source", "--publisher", "--date", "--as", "--into"])
def test_import_asks_for_what_is_missing(option: str, office: Path, tmp_path: Path) -> None:
    arguments = ["import", str(office), "--as", "telemedicine", *CITED, "--into", str(tmp_path / "p.gpkg")]
    at = arguments.index(option)
    if option not in ("--publisher", "--date"):
        assert main(arguments[:at] + arguments[at + 2 :]) == 2
    blank = [*arguments[: at + 1], " ", *arguments[at + 2 :]]
    assert main(blank) == 2
    assert not (tmp_path / "p.gpkg").exists()


def test_nothing_taken_leaves_the_project_as_it_was(tmp_path: Path) -> None:
    path = make_csv(tmp_path / "a.csv", [["據點名稱", "地址"], ["甲", "不知道"]])
    project = tmp_path / "p.lifecircles.gpkg"
    assert main(["import", str(path), "--as", "own:我的", *CITED, "--into", str(project)]) == 1
    assert not project.exists()


def test_a_file_that_is_no_project_is_not_written_over(office: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.gpkg"
    project.write_bytes(b"not a project")
    assert main(["import", str(office), "--as", "telemedicine", *CITED, "--into", str(project)]) != 0
    assert project.read_bytes() == b"not a project"


def test_a_newer_edition_takes_along_what_was_supposed_of_sites_that_it_lacks(office: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.lifecircles.gpkg"
    arguments = ["--as", "telemedicine", *CITED, "--into", str(path)]
    assert main(["import", str(office), *arguments]) == 0
    project = open_project(path, load()).project
    supposed = Scenario("甲", (RemoveSite(project.own.sites[0].id),))
    save_project(replace(project, scenario=supposed), path)
    newer = make_csv(tmp_path / "b.csv", [["據點名稱", "地址"], ["全新站", "臺東縣池上鄉1號"]])
    assert main(["import", str(newer), *arguments, "--whole"]) == 0
    opened = open_project(path, load())
    assert [site.name.zh for site in opened.project.own.sites] == ["全新站"]
    assert opened.project.scenario.changes == ()
    assert opened.read_only is None


def test_a_list_named_as_an_embedded_source_leaves_that_as_it_is(office: Path, tmp_path: Path) -> None:
    path, data = tmp_path / "p.lifecircles.gpkg", load()
    known = next(one for one in data.sources.values() if one.publisher)
    cited = ["--source", known.title, "--publisher", known.publisher, "--date", "2026-11"]
    assert main(["import", str(office), "--as", "telemedicine", *cited, "--into", str(path)]) == 0
    assert open_project(path, data).project.data.sources[known.id] == known


def test_rows_of_an_earlier_date_keep_it_beside_those_of_a_later_one(office: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.lifecircles.gpkg"
    cited = ["--as", "telemedicine", *CITED[:-1]]
    assert main(["import", str(office), *cited, "2025-12-31", "--into", str(path)]) == 0
    before = open_project(path, load()).project.own
    more = make_csv(tmp_path / "b.csv", [["據點名稱", "地址"], ["全新站", "臺東縣池上鄉1號"]])
    assert main(["import", str(more), *cited, "2026-06-30", "--into", str(path)]) == 0
    own = open_project(path, load()).project.own
    dates = {source.id: source.date for source in own.sources}
    assert [dates[site.source_id] for site in own.sites if site.name.zh == "全新站"] == ["2026-06-30"]
    assert {dates[site.source_id] for site in own.sites if site.id in {one.id for one in before.sites}} == {
        "2025-12-31"
    }


def test_names_of_strangers_give_the_terminal_no_orders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "\x1b[2J\x9b31m.csv")]) == 2
    say("甲\x1b[2J\t乙\x9b31m")
    told = capsys.readouterr()
    assert told.out == "甲\\u001b[2J\t乙\\u009b31m\n"
    assert "\\u001b[2J\\u009b31m" in told.err


def test_what_the_source_is_not_told_is_assumed_and_said(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.lifecircles.gpkg"
    assert main(["import", str(office), "--as", "telemedicine", "--source", "清單", "--into", str(path)]) == 0
    told = capsys.readouterr().out
    source = open_project(path, load()).project.own.sources[-1]
    assert source.title == "清單"
    assert f"names none: {source.publisher}" in told
    assert f"names none: {source.date}, that of" in told
    assert main(["import", str(office), "--as", "telemedicine", "--source", " ", "--into", str(path)]) == 2
