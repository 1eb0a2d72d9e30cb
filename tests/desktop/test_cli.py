import csv
import io
import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from data import dataset
from data.balance.indicators import INDICATORS
from desktop import cli_tables
from desktop.cli import main

# Pictures are made in this process: with the application that the tests of the window need, not a smaller one.
pytestmark = pytest.mark.usefixtures("qapp")

ROOT = Path(__file__).parents[2]
CIRCLES = ["capital", "silicon", "precision", "south", "east", "islands"]


def run(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does, in a process of its own; None takes a variable away."""
    names = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        env={name: value for name, value in names.items() if value is not None},
        cwd=environment.get("PWD") or ROOT,
        capture_output=True,
        check=False,
    )


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def png_size(path: Path) -> tuple[int, int]:
    header = path.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", header[16:24])
    return width, height


class TestInfo:
    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["info", "--json"]) == 0
        content = json.loads(capsys.readouterr().out)
        data = dataset.load()
        assert content["data_set"] == data.version
        assert content["version"]
        assert (content["counties"], content["towns"]) == (22, 368)
        for layer, counts in content["layers"].items():
            assert counts["sites"] == sum(site.layer.value == layer for site in data.sites)
            assert sum(counts["by_status"].values()) == counts["sites"]
        assert content["layers"]["telemedicine"]["by_category"] == {"hub": 37, "spoke": 77}
        assert [one["id"] for one in content["definitions"] if one["default"]] == ["2026-01"]
        assert content["definitions"][0]["circles"] == CIRCLES

    def test_text_names_every_layer_and_definition(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["info"]) == 0
        text = capsys.readouterr().out
        for word in ("ai ", "broadband", "telemedicine", "hospital", "digital", "2024-12", "2025-09", "(default)"):
            assert word in text


class TestAssess:
    def test_circles_end_with_the_nation(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["assess"]) == 0
        rows = table(capsys.readouterr().out)
        assert [row["id"] for row in rows] == [*CIRCLES, "nation"]
        assert rows[0]["name_zh"] == "首都圈黃金廊帶"
        expected = ["id", "name_zh", "name_en"]
        for name in INDICATORS:
            expected += [name, f"{name}_unit", f"{name}_level", f"{name}_known_share", f"{name}_bound"]
        assert list(rows[0]) == expected
        assert rows[-1]["population"] == "23224721"
        assert rows[-1]["population_unit"] == "people"
        assert rows[5]["coverage_5g_level"] == "county+rural/non-rural"

    @pytest.mark.parametrize(("by", "count"), [("town", 368), ("county", 22), ("circle", 6), ("nation", 1)])
    def test_csv_and_json_agree(self, by: str, count: int, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["assess", "--by", by]) == 0
        rows = table(capsys.readouterr().out)
        assert main(["assess", "--by", by, "--format", "json"]) == 0
        content = json.loads(capsys.readouterr().out)
        assert content["by"] == by
        assert len(content["rows"]) == count
        assert len(rows) == count + (by == "circle")
        for row, entry in zip(rows, content["rows"], strict=False):
            assert row["id"] == entry["id"]
            for name, said in entry["values"].items():
                assert row[name] == ("" if said["value"] is None else str(said["value"]))
                assert row[f"{name}_level"] == said["level"]
                assert row[f"{name}_unit"] == said["unit"]
                assert row[f"{name}_bound"] == said["bound"]
                assert row[f"{name}_known_share"] == str(said["known_share"])

    def test_unknown_is_empty_and_null_never_zero(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["assess"])
        islands = table(capsys.readouterr().out)[5]
        assert islands["coverage_2gbps"] == ""
        assert islands["coverage_2gbps_known_share"] == "0"
        main(["assess", "--format", "json"])
        text = capsys.readouterr().out
        assert "NaN" not in text
        assert json.loads(text)["rows"][5]["values"]["coverage_2gbps"]["value"] is None

    def test_json_says_what_it_stands_on(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["assess", "--format", "json", "--definition", "2025-09", "--overlap", "split"])
        content = json.loads(capsys.readouterr().out)
        assert (content["definition"], content["overlap"]) == ("2025-09", "split")
        assert [row["id"] for row in content["rows"]] == CIRCLES[:5]
        sources = set(dataset.load().sources)
        for indicator in content["indicators"]:
            assert indicator["formula"]
            assert indicator["unit"]
            assert bool(indicator["series_note"]) == indicator["id"].startswith("coverage_")
            assert set(indicator["sources"]) <= sources
            assert indicator["sources"]

    def test_rules_change_the_circles_and_not_the_nation(self, capsys: pytest.CaptureFixture[str]) -> None:
        people: dict[str, list[float]] = {}
        for rule in ("each", "split", "first"):
            main(["assess", "--overlap", rule])
            people[rule] = [float(row["population"]) for row in table(capsys.readouterr().out)]
        assert {values[-1] for values in people.values()} == {23_224_721}
        assert sum(people["split"][:-1]) == sum(people["first"][:-1]) == 23_224_721
        assert sum(people["each"][:-1]) > 23_224_721

    def test_numbers_have_at_most_six_decimals(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["assess", "--by", "town"])
        for row in table(capsys.readouterr().out):
            for name in INDICATORS:
                assert len(row[name].partition(".")[2]) <= 6
                assert "e" not in row[name]

    def test_a_file_starts_with_the_mark_that_excel_needs(self, tmp_path: Path) -> None:
        target = tmp_path / "計分卡.csv"
        assert main(["assess", "--out", str(target)]) == 0
        content = target.read_bytes()
        assert content.startswith(b"\xef\xbb\xbfid,")
        assert b"\r" not in content
        assert list(tmp_path.iterdir()) == [target]
        json_target = tmp_path / "card.json"
        assert main(["assess", "--format", "json", "--out", str(json_target)]) == 0
        assert json_target.read_bytes().startswith(b"{")


def test_an_interrupt_ends_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_tables, "load", interrupted)
    assert main(["info"]) == 130
    assert capsys.readouterr().err == ""


class TestRefusals:
    @pytest.mark.parametrize(
        ("arguments", "valid"),
        [
            (["assess", "--by", "village"], ["town", "county", "circle", "nation"]),
            (["assess", "--overlap", "twice"], ["each", "split", "first"]),
            (["assess", "--format", "xlsx"], ["csv", "json"]),
            (["assess", "--definition", "1999"], ["2026-01", "2024-12", "2025-09"]),
            (["export", "--out", "x.png", "--view", "moon"], ["overview", "ai", "broadband", "telemedicine"]),
            (["export", "--out", "x.png", "--circle", "moon"], [*CIRCLES, "all"]),
            (["export", "--out", "x.png", "--circle", "islands", "--definition", "2025-09"], CIRCLES[:5]),
            (["export", "--out", "x.png", "--theme", "neon"], ["light", "dark", "print"]),
            (["export", "--out", "x.png", "--lang", "fr"], ["zh", "en"]),
            (["export", "--out", "x.png", "--size", "A9"], ["A4", "A3"]),
            (["export", "--out", "x.png", "--view", "broadband", "--indicator", "6g"], ["coverage_5g", "speed_4g"]),
            (["fly"], ["info", "assess", "export"]),
        ],
    )
    def test_unknown_names_list_the_valid_ones(
        self,
        arguments: list[str],
        valid: list[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(arguments) == 2
        output = capsys.readouterr()
        assert output.out == ""
        assert all(name in output.err for name in valid)
        assert "Traceback" not in output.err
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("command", "target"),
        [
            (["assess"], "absent/x"),
            (["assess"], "file/x"),
            (["assess"], "."),
            (["export", "--size", "400x320"], "absent/x"),
            (["export", "--size", "400x320"], "file/x"),
        ],
    )
    def test_an_unwritable_target_is_a_sentence(
        self,
        command: list[str],
        target: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "file").write_text("kept")
        assert main([*command, "--out", target]) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err.count("\n") == 1
        assert output.err.endswith(".\n")
        assert [path.name for path in tmp_path.iterdir()] == ["file"]
        assert (tmp_path / "file").read_text() == "kept"

    def test_a_folder_that_cannot_be_made_is_a_sentence(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "file").write_text("kept")
        assert main(["export", "--circle", "all", "--out", str(tmp_path / "file")]) == 1
        assert "could not be made" in capsys.readouterr().err

    @pytest.mark.parametrize("command", [["info"], ["assess"], ["export", "--out", "x.png"]])
    def test_a_damaged_data_set_is_one_sentence(
        self,
        command: list[str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        copy = Path(shutil.copytree(dataset.SETS, tmp_path / "sets"))
        (copy / "towns.csv").write_bytes((copy / "towns.csv").read_bytes()[:-100])
        monkeypatch.setattr(dataset.load, "__defaults__", (copy,))
        monkeypatch.chdir(tmp_path)
        assert main(command) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert output.err.count("\n") == 1
        assert str(copy / "towns.csv") in output.err
        assert not (tmp_path / "x.png").exists()


class TestExport:
    def test_one_picture(self, tmp_path: Path) -> None:
        target = tmp_path / "map.png"
        assert main(["export", "--size", "800x600", "--view", "broadband", "--indicator", "speed_4g", "--lang", "en",
                     "--theme", "dark", "--out", str(target)]) == 0  # fmt: skip
        assert png_size(target) == (800, 600)
        assert list(tmp_path.iterdir()) == [target]

    @pytest.mark.parametrize(
        ("more", "written"),
        [
            ([], "out/overview.png"),
            (["--out", "."], "overview.png"),
            (["--view", "ai", "--circle", "east", "--out", "."], "ai-east.png"),
        ],
    )
    def test_into_a_folder_it_is_named_after_what_it_shows(
        self,
        more: list[str],
        written: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert main(["export", "--size", "400x320", *more]) == 0
        assert capsys.readouterr().out == f"{Path(written)}\n"
        assert png_size(tmp_path / written) == (400, 320)

    def test_one_picture_of_each_circle(self, tmp_path: Path) -> None:
        folder = tmp_path / "new" / "atlas"
        assert main(["export", "--circle", "all", "--view", "ai", "--size", "640x480", "--out", str(folder)]) == 0
        assert sorted(path.name for path in folder.iterdir()) == sorted(f"ai-{circle}.png" for circle in CIRCLES)
        assert len({path.read_bytes() for path in folder.iterdir()}) == len(CIRCLES)

    def test_without_a_display_the_overview_is_written_instead_of_a_window(self, tmp_path: Path) -> None:
        if not sys.platform.startswith("linux"):
            pytest.skip("other systems always have a display")
        answer = run(PWD=str(tmp_path), DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
        assert answer.returncode == 0, answer.stderr.decode()
        assert answer.stdout.decode().startswith("There is no display")
        assert answer.stdout.count(b"\n") == 1
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["lifecircles-overview.png"]
        assert png_size(tmp_path / "out" / "lifecircles-overview.png") == (1920, 1080)


class TestProcess:
    def test_tables_need_no_qt_and_no_shapely(self) -> None:
        script = (
            "import sys; from desktop.cli import main; assert main(['info']) == main(['assess']) == 0;"
            "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
        )
        answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
        loaded = set(answer.stderr.decode().strip("[]\n").replace("'", "").split(", "))
        assert "numpy" in loaded
        assert loaded.isdisjoint({"PySide6", "shapely", "pandas", "geopandas", "matplotlib", "scipy", "maps"})

    def test_output_is_utf8_whatever_the_locale(self) -> None:
        answer = run("assess", "--by", "nation", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
        assert answer.returncode == 0
        assert "全國" in answer.stdout.decode("utf-8")

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
    def test_a_reader_that_leaves_early_is_no_fault(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        try:
            answer = subprocess.run(
                [sys.executable, "-m", "desktop", "assess", "--by", "town"],
                cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False,
            )  # fmt: skip
        finally:
            os.close(writing)
        assert answer.stderr == b""
        assert answer.returncode == 0

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
    def test_a_full_disk_behind_standard_output_is_a_sentence(self) -> None:
        with open("/dev/full", "wb") as full:
            answer = subprocess.run(
                [sys.executable, "-m", "desktop", "info"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert answer.returncode == 1
        assert answer.stderr == b"Standard output could not be written (No space left on device).\n"

    @pytest.mark.parametrize("command", ["", "info", "assess", "export"])
    def test_help_says_what_there_is(self, command: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([*filter(None, [command]), "--help"]) == 0
        assert "usage: lifecircles" in capsys.readouterr().out

    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"lifecircles {cli_tables.program_version()}\n"
