"""``lifecircles scenes``: what it lists, that its titles say what other commands say, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from data.briefing_file import write_briefing
from data.model import Name, Place
from data.scene import Scene
from desktop.cli import main
from maps.briefing.scene_view import view_record
from maps.view import READY_VIEWS, MapView
from tests.desktop.commands import content, refused, table

COLUMNS = (
    "number", "id", "kind", "section", "title", "message", "indicator", "level", "side", "scenario", "panel", "seconds",
    "hidden", "missing", "wrong",
)  # fmt: skip


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of four scenes: one hidden, one with a wrong field, one over a circle that is gone."""
    lost = view_record(MapView(focus=Place("circle", "atlantis")))
    scenes = (
        Scene("head", "section", Name("甲組", "Group A"), hidden=True),
        Scene("one", title=Name("=1", "=1"), message=Name("{indicator:gini} {nothing}"), view=lost),
        Scene("two", title=Name("{indicator.name}"), view=view_record(READY_VIEWS["index"]), hidden=True),
        Scene("three", "closing", Name("完"), seconds=12.5),
    )
    path = tmp_path_factory.mktemp("briefing") / "簡報.json"
    write_briefing(scenes, path)
    return path


def test_the_ready_briefing_is_listed_in_either_language(capsys: pytest.CaptureFixture[str]) -> None:
    zh, en = (content(capsys, "scenes", "--lang", language) for language in ("zh", "en"))
    assert (zh["language"], en["language"], zh["scenes"]) == ("zh", "en", len(zh["rows"]))
    assert [row["number"] for row in zh["rows"] if not row["hidden"]] == list(range(1, 11))
    for one, other in zip(zh["rows"], en["rows"], strict=True):
        assert tuple(one) == COLUMNS
        assert one["id"] == other["id"]
        assert one["title"] != other["title"]
        assert one["missing"] == one["wrong"] == []
    five = next(row for row in en["rows"] if row["id"] == "five-points")
    assert (five["section"], five["side"]) == ("What can be done", "difference")
    assert five["scenario"] == "5 new telemedicine points"


def test_titles_say_what_the_other_commands_say(capsys: pytest.CaptureFixture[str]) -> None:
    rows = {row["id"]: row for row in content(capsys, "scenes", "--lang", "en")["rows"]}
    gini = content(capsys, "inequality", "--indicator", "ai_per_100k", "--across", "county")["gini"]
    assert rows["balance"]["title"].endswith(f"{gini:.3f}")
    ends = []
    for by in ("circle", "town"):
        speeds = [
            float(row["speed_4g"])
            for row in table(capsys, "assess", "--by", by, "--indicators", "speed_4g")
            if row["speed_4g"]
        ]
        ends += [round(min(speeds), 1), round(max(speeds), 1)]
    assert [float(one) for one in re.findall(r"\d+\.\d", rows["broadband"]["title"])] == ends
    index = table(capsys, "index", "--sensitivity", "1000")
    by_rank = sorted(index, key=lambda row: float(row["rank"]))
    assert rows["index"]["title"].startswith(f"Composite index: {by_rank[0]['name_en']} first")
    assert [one["name_en"] in rows["index"]["message"] for one in by_rank] == [True, *[False] * 4, True]
    places = [f"{row['low_rank']}–{row['high_rank']}" for row in (by_rank[0], by_rank[-1])]
    assert re.findall(r"\d–\d", rows["index"]["message"]) == places
    (nation,) = table(capsys, "assess", "--by", "nation", "--indicators", "rural_towns,rural_towns_with_point")
    assert rows["telemedicine"]["title"].startswith(
        f"{nation['rural_towns_with_point']} of {nation['rural_towns']} rural townships"
    )
    densest = max(
        table(capsys, "assess", "--indicators", "ai_per_100k"), key=lambda row: float(row["ai_per_100k"] or 0)
    )
    assert f"{float(densest['ai_per_100k']):.2f} per 100,000" in rows["ai"]["title"]
    assert densest["name_en"] in rows["ai"]["title"]


def test_a_file_is_listed_with_what_is_gone_and_what_is_wrong(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scenes", str(briefing), "--format", "json"]) == 0
    said = capsys.readouterr()
    assert said.err == "These fields mean nothing and stay as they are written: {nothing} in one.\n"
    head, one, two, three = json.loads(said.out)["rows"]
    assert [row["number"] for row in (head, one, two, three)] == [None, 1, None, 2]
    assert {row["section"] for row in (head, one, two, three)} == {"甲組"}
    assert one["wrong"] == ["{nothing}"]
    assert len(one["missing"]) == 1
    assert "atlantis" in one["missing"][0]
    assert one["message"].endswith(" {nothing}")
    assert (one["indicator"], two["indicator"], three["indicator"]) == ("", "index", "")
    assert (two["title"], three["seconds"]) == ("綜合指數", 12.5)


def test_csv_is_safe_for_spreadsheets(briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "scenes.csv"
    assert main(["scenes", str(briefing), "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    text = out.read_text("utf-8-sig")
    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert ",'=1," in text


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["none.json"], 1, "none.json"),
        ([" "], 2, "PROJECT"),
        (["--lang", "fr"], 2, "--lang"),
        (["--format", "xlsx"], 2, "--format"),
        (["--out", ""], 2, "--out"),
        (["a.json", "b.json"], 2, "b.json"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert word in refused(capsys, "scenes", *arguments, code=code)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_briefing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.json"
    path.write_text('{"format": "other"}', encoding="utf-8")
    assert "other.json" in refused(capsys, "scenes", str(path))
