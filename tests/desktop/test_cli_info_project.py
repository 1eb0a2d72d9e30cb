"""``lifecircles info PROJECT``."""

from __future__ import annotations

import json

import pytest

from data.dataset import load
from data.project_file.record import ImportRecord
from data.project_file.store import save_project
from desktop.cli import main
from tests.data.project_file.sample import SETTINGS, sample_project


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    target = tmp_path_factory.mktemp("info") / "計畫.lifecircles.gpkg"
    imports = [ImportRecord("名冊\n\x1b[31m.xlsx", "2026-11-21T10:00:00+08:00", "office", "own:社區據點", 2, 1)]
    save_project(sample_project(load()), target, SETTINGS, None, imports)
    return target


def test_as_json_it_is_what_the_project_holds(path, capsys):
    assert main(["info", str(path), "--json"]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["sites"] == {
        "added": 2,
        "changed": 1,
        "removed": 1,
        "by_layer": {"hospital": {"changed": 1}, "own:社區據點": {"added": 2}},
    }
    assert content["figures"] == {"own": 4, "removed": 1}
    assert content["shown"] == {"definition": "own-1", "overlap": "split"}
    assert content["scenario"] == {"name": "試算", "changes": 4}
    assert [one["id"] for one in content["scenes"]] == ["scene-1", "scene-2"]
    assert content["imports"][0]["taken"] == 2
    assert (content["format"], content["read_only"], content["migrated"]) == (2, None, [])
    assert content["data_set"] == content["data_set_of_program"]


def test_as_text_it_is_lines_that_a_terminal_only_shows(path, capsys):
    assert main(["info", str(path)]) == 0
    text = capsys.readouterr().out
    assert "Sites: 2 added, 1 changed, 1 removed" in text
    assert "衛生局據點清單, 某縣衛生局, 2026-11-01" in text
    assert "\x1b" not in text
    assert "名冊 [31m.xlsx" in text


def test_what_is_no_project_is_a_sentence(tmp_path, capsys):
    assert main(["info", str(tmp_path / "absent.gpkg")]) == 1
    assert "cannot be read" in capsys.readouterr().err
    (tmp_path / "a.csv").write_text("a,b\n")
    assert main(["info", str(tmp_path / "a.csv")]) == 2
    assert "a.csv is not a project file." in capsys.readouterr().err
