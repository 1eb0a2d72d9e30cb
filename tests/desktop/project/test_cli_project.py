"""Projects on the command line: opened, and measured instead of the embedded data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.model import Layer
from data.project import Project
from data.project_file.store import SUFFIX, save_project
from data.scenario import RemoveSite, Scenario
from data.scene import Scene
from desktop.cli import _arguments, main
from desktop.cli_project import is_project, names_project
from tests.desktop.commands import content, refused, table

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def project(data):
    """A project with one hub hospital of telemedicine less, in another definition, with two scenes."""
    hubs = [site.id for site in data.sites if site.layer is Layer.TELEMEDICINE and site.category == "hub"]
    start = Project.start(data)
    own = start.own.without_sites(hubs[:1], data)
    return replace(start, own=own, definition_id="2024-12", scenes=(Scene("a", "title"), Scene("b", "closing")))


@pytest.fixture(scope="module")
def path(project, tmp_path_factory):
    path = tmp_path_factory.mktemp("cli") / ("p" + SUFFIX)
    save_project(project, path)
    return str(path)


def test_tables_speak_of_the_project(path, capsys):
    ways = ("assess", "--by", "nation", "--indicators", "telemedicine_hubs")
    (mine,), (embedded,) = table(capsys, *ways, "--project", path), table(capsys, *ways)
    assert float(mine["telemedicine_hubs"]) == float(embedded["telemedicine_hubs"]) - 1
    found = content(capsys, "assess", "--project", path, "--by", "circle", "--indicators", "population")
    assert found["definition"] == "2024-12"
    ways = ("--definition", "2026-01", "--overlap", "split", "--indicators", "population")
    found = content(capsys, "assess", "--project", path, *ways)
    assert (found["definition"], found["overlap"]) == ("2026-01", "split")
    assert content(capsys, "index", "--project", path)["definition"] == "2024-12"
    assert content(capsys, "targets", "--project", path)["series"] > 0


def test_the_scenario_of_a_project_counts_as_if_it_were_named(project, data, tmp_path, capsys):
    spoke = next(site.id for site in project.data.sites if site.layer is Layer.TELEMEDICINE)
    path = tmp_path / ("s" + SUFFIX)
    save_project(replace(project, scenario=Scenario("s", (RemoveSite(spoke),))), path)
    rows = table(capsys, "assess", "--project", str(path), "--by", "nation", "--indicators", "telemedicine_points")
    assert any("baseline" in name for name in rows[0])
    ways = ("--indicator", "telemedicine_points", "--area", "nation", "--by", "nation")
    assert content(capsys, "explain", *ways, "--project", str(path))["side"] == "scenario"


def test_scenes_are_those_of_the_project(path, capsys):
    assert [row["id"] for row in table(capsys, "scenes", path)] == ["a", "b"]


def test_a_project_is_opened_by_its_name(path, tmp_path, capsys, monkeypatch):
    assert _arguments([path]).opened == path
    assert names_project("some" + SUFFIX)
    assert not names_project("assess")
    assert not names_project("--version")
    assert not is_project(tmp_path / "no\0thing")
    assert "gone" in refused(capsys, str(tmp_path / ("gone" + SUFFIX)))
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.chdir(tmp_path)
    assert main([path]) == 0
    assert "overview" in capsys.readouterr().out
    listed = tmp_path / "list.CSV"
    listed.write_text("名稱,地址\n", "utf-8")
    assert _arguments([str(listed)]).opened == str(listed)
    assert "lifecircles import" in refused(capsys, str(listed))


def test_what_is_no_project_is_a_sentence(tmp_path, capsys):
    broken = tmp_path / "x.gpkg"
    broken.write_bytes(b"SQLite format 3\0" + bytes(200))
    named = str(broken)
    for arguments in (["assess", "--project", named], ["scenes", named], ["pack", named, "--out", "x"]):
        assert main(arguments) in (1, 2)
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
