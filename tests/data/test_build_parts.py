"""The rules of the build that need no inputs."""

import json
import shutil
from pathlib import Path

import pytest

from data.build import checks
from data.build.__main__ import SETS, main
from data.build.facts import Row
from data.build.figures import bound
from data.build.links import match_hospital, partner_basis
from data.build.sites import status
from data.build.sources import address
from data.build.writer import replacing, sha256


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("operating", "operating"),
        ("pilot", "operating"),
        ("being expanded", "operating"),
        ("operating at source date", "operating"),
        ("listed 2025-11", "operating"),
        ("under-construction", "planned"),
        ("under construction in 2025; present state not found", "planned"),
        ("planned at source date", "planned"),
        ("ended", "ended"),
        ("temporary (typhoon Ragasa)", "unknown"),
        ("built by 2013, present state not checked", "unknown"),
        ("historical listing; state today unknown", "unknown"),
        ("reported operating 2018", "unknown"),
        ("", "unknown"),
    ],
)
def test_status(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("at least 97", ">="),
        ("above 98; NCC figure as quoted by a legislator", ">="),
        ("more than 90,000, three operators", ">="),
        ("lower bound; also line 469", ">="),
        ("upper bound", "<="),
        ("about", ""),
        ("150 of the 231 tribes stayed below 5,500 uses", ""),
        ("about; so over half of rural households had no fixed broadband", ""),
        ("", ""),
    ],
)
def test_bound(note: str, expected: str) -> None:
    assert bound(note) == expected


@pytest.mark.parametrize(
    ("text", "unit", "fine"),
    [
        ("100", "percent", True),
        ("100.01", "percent", False),
        ("-0.1", "percent", False),
        ("0", "count", True),
        ("1.5", "count", False),
        ("0", "persons", False),
        ("1000", "Mbps", True),
        ("1000.5", "Mbps", False),
        ("0", "Mbps", False),
        ("１２", "count", False),
        ("1_000", "count", False),
        (" 12", "count", False),
        ("12.0", "count", False),
        ("12.0", "percent", True),
        ("4", "class", True),
        ("0", "class", False),
        ("nan", "percent", False),
        ("", "percent", False),
        ("1,000", "count", False),
        ("97000", "passenger trips", True),
    ],
)
def test_numbers(text: str, unit: str, fine: bool) -> None:
    assert (checks.number(text, unit) == "") is fine


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("2026", True),
        ("2026-11", True),
        ("2026-2030", True),
        ("2026-11-30", True),
        ("", True),
        ("soon", True),
        ("2026-12", False),
        ("2027", False),
        ("2027-2030", False),
        ("2026-12-01", False),
    ],
)
def test_what_happened_is_not_later_than_the_set(text: str, fine: bool) -> None:
    assert (checks.past(text, "date") == "") is fine


@pytest.mark.parametrize(
    ("partners", "note", "expected"),
    [
        ("", "", ""),
        ("甲;乙", "eye by both hospitals", "site"),
        ("甲;乙", "nine hospitals share the sessions, pairing per township not found", "programme"),
        ("甲", "hospital and specialties of this one not found, so the county set is given", "programme"),
    ],
)
def test_partners_of_a_programme_are_not_those_of_the_point(partners: str, note: str, expected: str) -> None:
    row = Row("telemedicine_points.csv", 2, {"partner_hospitals": partners, "note": note})
    assert partner_basis(row) == expected


def test_an_address_is_one_that_a_browser_opens() -> None:
    commit = "0" * 40
    assert address(f"github:owner/name a folder/資料.csv @{commit} (of the Ministry)") == (
        f"https://github.com/owner/name/blob/{commit}/a%20folder/資料.csv",
        "(of the Ministry)",
    )
    assert address("https://a.tw/1 | https://b.tw/2") == ("https://a.tw/1", "https://b.tw/2")
    assert address("public code listing (x)") == ("", "public code listing (x)")


def test_a_hospital_is_matched_only_where_one_fits() -> None:
    hospitals = [
        {"id": "a", "campus": "本院", "name_zh": "某某醫療財團法人馬偕紀念醫院"},
        {"id": "b", "campus": "本院", "name_zh": "某某醫療財團法人新竹馬偕紀念醫院"},
        {"id": "c", "campus": "仁愛院區", "name_zh": "臺北市立聯合醫院（仁愛院區）"},
        {"id": "d", "campus": "本院", "name_zh": "杏和醫院"},
        {"id": "e", "campus": "本院", "name_zh": "杏和醫院"},
    ]
    assert match_hospital("馬偕紀念醫院", hospitals) == "a"
    assert match_hospital("臺北市立聯合醫院", hospitals) == ""
    assert match_hospital("杏和醫院", hospitals) == ""


def test_files_are_replaced_only_when_all_are_written(tmp_path: Path) -> None:
    target = tmp_path / "set"
    target.mkdir()
    (target / "a.csv").write_text("old")

    def fail_half_way() -> None:
        with replacing(target) as folder:
            (folder / "a.csv").write_text("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert (target / "a.csv").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["set"]


def test_sealing_renews_the_checksums_after_a_correction_by_hand(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    shutil.copytree(SETS, folder, ignore=shutil.ignore_patterns("__pycache__", "*.gpkg"))
    file = folder / "counties.csv"
    file.write_text(file.read_text("utf-8").replace("Yilan", "Ilan"), "utf-8", newline="\n")
    before = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert before["files"]["counties.csv"]["sha256"] != sha256(file)
    assert main(["--seal", "--out", str(folder)]) == 0
    after = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert after["files"]["counties.csv"] == {"sha256": sha256(file), "rows": 22}
    assert (after["version"], after["inputs"]) == (before["version"], before["inputs"])


def test_the_committed_manifest_fits_the_committed_files() -> None:
    files = json.loads((SETS / "manifest.json").read_text("utf-8"))["files"]
    assert {path.name for path in SETS.iterdir() if path.suffix in {".csv", ".gpkg"}} == set(files)
    for name, entry in files.items():
        assert sha256(SETS / name) == entry["sha256"], name
