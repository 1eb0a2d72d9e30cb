"""No command writes over what it reads, and importing keeps everything else that a project file holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from data.dataset import load
from data.model import Layer, Source
from data.own import EDITS
from data.project import Project
from data.project_file.store import SUFFIX, open_project, save_project
from data.scenario import RemoveSite, Scenario
from desktop.cli import main

CITED = ["--source", "清單", "--publisher", "某局", "--date", "2026-01-01"]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Return a project and a list."""
    project, listed = tmp_path / f"p{SUFFIX}", tmp_path / "l.csv"
    save_project(Project.start(load()), project)
    listed.write_text("名稱,鄉鎮市區,縣市\n甲,板橋區,新北市\n", encoding="utf-8")
    return project, listed


def test_what_is_read_is_never_written_over(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, listed = map(str, files)
    around = str(tmp_path / "x" / ".." / files[0].name)
    (tmp_path / "x").mkdir()
    before = [file.read_bytes() for file in files]
    into = ["import", listed, "--as", "ai", *CITED, "--into"]
    for arguments in (
        ["pack", project, "--out", around],
        ["assess", "--project", project, "--out", around],
        ["export", "--project", project, "--format", "gpkg", "--out", project],
        [*into, project, "--refused", listed],
        [*into, str(tmp_path / f"n{SUFFIX}"), "--refused", str(tmp_path / f"n{SUFFIX}")],
    ):
        assert main(arguments) == 2, arguments
        assert "which this command reads" in capsys.readouterr().err
    assert [file.read_bytes() for file in files] == before


def test_importing_keeps_tables_of_other_programs_and_drops_what_stands_on_rows_that_go(
    files: tuple[Path, Path],
) -> None:
    project, listed = files
    data = load()
    into = ["import", str(listed), "--as", "ai", *CITED, "--into", str(project)]
    assert main(into) == 0
    opened = open_project(project, data).project
    own = next(site for site in opened.own.sites if site.layer is Layer.AI)
    edited = opened.own.with_source(Source(EDITS, "本專案人工編修", "me", "2026-11-21", "", "own", ""))
    supposed = replace(opened, own=edited, scenario=Scenario("試算", (RemoveSite(own.id),)))
    save_project(supposed, project)
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT)")
        connection.execute("INSERT INTO layer_styles VALUES (1, 'style')")
    listed.write_text("名稱,鄉鎮市區,縣市\n乙,板橋區,新北市\n", encoding="utf-8")
    assert main([*into, "--whole"]) == 0
    after = open_project(project, data)
    assert after.read_only is None
    assert [site.name.zh for site in after.project.own.sites] == ["乙"]
    assert after.project.scenario.is_empty
    with closing(sqlite3.connect(project)) as connection:
        assert connection.execute("SELECT styleQML FROM layer_styles").fetchall() == [("style",)]
