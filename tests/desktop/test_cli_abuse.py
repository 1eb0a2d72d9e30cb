"""The command line in clumsy and hostile hands: every refusal is one sentence, and nothing is guessed or half done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.commands import content, refused

ROOT = Path(__file__).parents[2]
OWN = "id,v,w\na,1,2\nb,3,1\n"
SITE = ("site", "--layer", "telemedicine", "--count", "1", "--within", "5")
EACH = (
    ("indicators",),
    ("assess", "--indicators", "population"),
    ("inequality", "--indicator", "population"),
    ("index",),
    ("access", "--layer", "hospital"),
    SITE,
    ("explain", "--indicator", "population", "--area", "nation"),
)
"""Every command that takes circles and a scenario."""

posix = pytest.mark.skipif(os.name != "posix", reason="shells and devices of POSIX")


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line in which $P is the program."""
    return subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "P": f"{sys.executable} -m desktop", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def own(tmp_path: Path) -> str:
    path = tmp_path / "own.csv"
    path.write_text(OWN, "utf-8")
    return str(path)


class TestEmptyNames:
    """Variables of a shell that are not set."""

    @pytest.mark.parametrize("command", EACH, ids=" ".join)
    def test_of_definitions_scenarios_and_targets(self, command, capsys, tmp_path, monkeypatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert "the definitions are 2026-01" in refused(capsys, *command, "--definition", "")
        assert "--scenario needs the name of a file" in refused(capsys, *command, "--scenario", "")
        assert "--out needs the name of a file" in refused(capsys, *command, "--out", "")
        assert list(tmp_path.iterdir()) == []

    def test_of_circles_topics_and_tables(self, capsys) -> None:
        assert "the circles are capital" in refused(capsys, *SITE, "--circle", "")
        assert "the topics are broadband" in refused(capsys, "targets", "--topic", "")
        assert "--input needs" in refused(capsys, "inequality", "--input", "", "--value", "v")
        assert "--input needs" in refused(capsys, "index", "--input", "", "--id", "a", "--indicators", "v:+:1")


class TestNumbers:
    @pytest.mark.parametrize("option", ["--sensitivity", "--seed"])
    def test_thousands_of_digits(self, option, capsys) -> None:
        assert "whole number from 0 to" in refused(capsys, "index", option, "9" * 5000)

    @pytest.mark.parametrize("weight", ["1e308", "1e-320"])
    def test_weights_that_cannot_be_added_up(self, weight, capsys) -> None:
        said = refused(capsys, "index", "--indicators", f"ai_per_100k:+:{weight},coverage_5g:+:{weight}")
        assert f"'{weight}' of ai_per_100k is too large or too small" in said

    def test_a_line_break_between_indicators(self, capsys) -> None:
        assert "is not of the form" in refused(capsys, "index", "--indicators", "ai_per_100k:+:1\ncoverage_5g:+:1")

    def test_bands_that_look_the_same_are_one(self, capsys) -> None:
        said = content(capsys, "access", "--layer", "hospital", "--bands", "5,5.00000001,10")
        assert said["bands_km"] == [5, 10]
        assert [name for name in said["rows"][0] if name.startswith("within")] == ["within_5km", "within_10km"]

    def test_a_name_of_two_lines_is_told_in_one(self, capsys) -> None:
        assert "There is no indicator a b;" in refused(capsys, "assess", "--indicators", "a\nb")


class TestScenarios:
    @pytest.mark.parametrize("command", [("access", "--layer", "hospital"), ("assess",), ("index",)], ids=" ".join)
    def test_an_empty_one_has_the_same_columns(self, command, capsys, tmp_path) -> None:
        head = {"format": "lifecircles-scenario", "version": 1, "name": "n"}
        add = {"change": "add", "layer": "telemedicine", "town": "10014120"}
        found = []
        for changes in ([], [add]):
            path = tmp_path / "s.json"
            path.write_text(json.dumps({**head, "changes": changes}), "utf-8")
            said = content(capsys, *command, "--scenario", str(path))
            assert said["scenario"] == "n"
            found.append([said["rows"][0].keys(), said["rows"][0].get("values", {}).get("ai_total", {}).keys()])
        assert found[0] == found[1]


class TestTargets:
    @pytest.mark.parametrize("name", ["a" * 300, "a/" * 3000], ids=["name", "path"])
    def test_too_long(self, name, capsys) -> None:
        assert "could not be written" in refused(capsys, "assess", "--out", name, code=1)
        assert "could not be written" in refused(capsys, *SITE, "--scenario-out", name, code=1)

    def test_of_two_files_both_are_written_or_none(self, capsys, tmp_path) -> None:
        scenario = str(tmp_path / "s.json")
        refused(capsys, *SITE, "--scenario-out", scenario, "--out", str(tmp_path / "no" / "x.csv"), code=1)
        refused(capsys, *SITE, "--scenario-out", str(tmp_path / "no" / "s.json"), code=1)
        assert "a file of its own" in refused(capsys, *SITE, "--scenario-out", scenario, "--out", scenario)
        assert "a file of its own" in refused(capsys, *SITE, "--scenario-out", "-")
        refused(capsys, *SITE, "--scenario-out", "")
        assert list(tmp_path.iterdir()) == []

    @posix
    def test_a_pipe_is_written_to_and_stays(self, tmp_path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        told = shell(f"cat {pipe} & $P assess --indicators population --out {pipe}; wait")
        assert (told.returncode, told.stderr) == (0, "")
        assert told.stdout.lstrip("\ufeff").startswith("id,name_zh")
        assert pipe.is_fifo()
        assert "is not a file" in shell(f"$P {' '.join(SITE)} --scenario-out {pipe}").stderr


class TestStreams:
    @posix
    def test_a_reader_that_has_gone(self, tmp_path) -> None:
        for command in ("info", f"export --size 640x480 --out {tmp_path}/x.png"):
            told = shell(f"set -o pipefail; $P {command} | true")
            assert (told.returncode, told.stderr) == (0, "")

    @posix
    def test_closed_standard_output(self) -> None:
        told = shell("$P info >&-")
        assert (told.returncode, told.stderr) == (1, "Standard output could not be written (Bad file descriptor).\n")

    @posix
    def test_closed_standard_error_leaves_standard_output_to_tables(self) -> None:
        told = shell("$P assess --indicators nope 2>&-")
        assert (told.returncode, told.stdout) == (2, "")

    @posix
    def test_a_file_named_in_another_encoding(self, own, tmp_path) -> None:
        told = shell(
            f"cp {own} {tmp_path}/$'\\xff.csv'; $P inequality --input {tmp_path}/$'\\xff.csv' --value v --format json"
        )
        assert (told.returncode, told.stderr) == (0, "")
        assert json.loads(told.stdout)["meta"]["input"] == "\udcff.csv"

    @posix
    def test_a_table_without_end(self) -> None:
        told = shell("$P inequality --input /dev/zero --value v")
        assert told.returncode == 2
        assert told.stderr.startswith("zero is larger than")


def test_the_nation_is_explained_by_its_own_name(capsys) -> None:
    told = content(capsys, "explain", "--indicator", "population", "--area", "nation", "--by", "nation")
    assert (told["by"], told["area"]) == ("nation", "nation")
