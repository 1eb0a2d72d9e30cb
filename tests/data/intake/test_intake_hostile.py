"""Faults that lists of strangers had found: columns, parts, editions, files that change, cells that come back."""

from __future__ import annotations

import csv
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from data.errors import UserError
from data.intake.addresses import find_address
from data.intake.columns import by_name
from data.intake.guess import guess, match
from data.intake.headers import Header
from data.intake.outcome import Outcome
from data.intake.plan import ImportPlan
from data.intake.refused_rows import save_refused
from data.intake.run import run_import
from data.intake.take import take
from data.model import OwnLayer, Source
from data.own import NOTHING, OwnData, apply_own
from data.project import Project
from data.project_file.store import open_project, save_project
from data.readers.open import open_source
from tests.data.intake.torture_cases import known, town
from tests.data.readers.make_files import Rows, make_csv

SOURCE = Source("own-1", "測試清冊", "測試機關", "2025-12-31", "", "list", "")
LAYER = OwnLayer("測試圖層", "star", "#7A3E9D")
TOWN = town("65000010")


def run(path: Path, own: OwnData = NOTHING, **choices: Any) -> tuple[Outcome, OwnData]:
    """Import a file as it is guessed, and return the outcome and the project's data with it."""
    data = apply_own(own, known())
    file = open_source(path)
    found = guess(file, data)
    kind = choices.get("kind", found.kind)
    columns = match(found.header, found.sheet, kind, data)
    plan = ImportPlan(
        found.kind, SOURCE, found.sheet.name, found.header.rows, columns, found.crs, found.swapped,
        LAYER if kind == "own" else None, level=found.level, period=found.period, reader=found.reader,
    )  # fmt: skip
    plan = replace(plan, **choices)
    outcome = run_import(file, plan, data)
    return outcome, take(outcome, plan, own, known())


def reasons(outcome: Outcome) -> dict[int, tuple[str, str]]:
    """Return column and value of the first problem by the number of the row."""
    return {row.number: (row.problems[0].column, row.problems[0].value) for row in outcome.refused}


def test_a_wide_table_of_villages_has_two_rows_of_names(tmp_path: Path) -> None:
    ages = [(age, sex) for age in range(101) for sex in "mf"]
    english = ["statistic_yyymm", "district_code", "site_id", "village", "household_no", "people_total"]
    english += [f"people_age_{age:03}{'up' if age == 100 else ''}_{sex}" for age, sex in ages]
    chinese = ["統計年月", "區域別代碼", "區域別", "村里名稱", "戶數", "人口數"]
    chinese += [f"{age}歲{'以上' if age == 100 else ''}-{'男' if sex == 'm' else '女'}" for age, sex in ages]
    village = [*("11509", TOWN.code + "001", TOWN.full_name("zh"), "甲里", "90", "202"), *["1"] * 202]
    outcome, _ = run(make_csv(tmp_path / "list.csv", [english, chinese, village]))
    assert not outcome.refused
    assert {one.variable: one.value for one in outcome.figures} == {
        "population": 202,
        "households": 90,
        "population_65plus": 72,
    }


def test_a_village_of_less_than_nobody_is_refused_where_it_stands(tmp_path: Path) -> None:
    rows: Rows = [["統計年月", "區域別代碼", "區域別", "村里名稱", "人口數"]]
    rows += [["11509", TOWN.code + f"{at:03}", TOWN.full_name("zh"), f"{at}里", n] for at, n in enumerate("905", 1)]
    rows[3][4] = "-5"
    outcome, _ = run(make_csv(tmp_path / "list.csv", rows))
    assert reasons(outcome) == {4: ("人口數", "-5")}
    assert not outcome.figures, "of the rest no sum is made"
    rows[3][4] = "5"
    outcome, _ = run(make_csv(tmp_path / "list.csv", rows))
    assert [one.value for one in outcome.figures] == [14], "a village without people is none that cannot be"


def test_what_cannot_be_of_a_site_is_refused_and_the_rest_outlasts_saving(tmp_path: Path) -> None:
    rows: Rows = [["據點名稱", "鄉鎮市區", "電力容量（MW）"]]
    rows += [[f"機房{at}", TOWN.full_name("zh"), mw] for at, mw in enumerate(["-2", "1e20", "12.5", "10000"])]
    outcome, own = run(make_csv(tmp_path / "ai.csv", rows), kind="ai")
    assert reasons(outcome) == {2: ("電力容量（MW）", "-2"), 3: ("電力容量（MW）", "1e20")}
    rows = [["醫院名稱", "鄉鎮市區", "床數"]]
    rows += [[f"醫院{at}", TOWN.full_name("zh"), beds] for at, beds in enumerate(["-5", "2.5", "1e9", "0", "3,700"])]
    outcome, own = run(make_csv(tmp_path / "beds.csv", rows), own, kind="hospital")
    assert sorted(reasons(outcome)) == [2, 3, 4]
    path = tmp_path / "project.lifecircles.gpkg"
    save_project(replace(Project.start(known()), own=own), path)
    opened = open_project(path, known())
    assert (opened.read_only, opened.notes) == (None, ())
    assert opened.project.own == own


@pytest.mark.parametrize("name", ["學校代碼", "醫事機構代碼", "據點代碼", "填報單位", "據點電話"])
def test_codes_of_other_things_are_no_codes_of_areas(name: str) -> None:
    assert by_name(Header((1,), (name,)), "own") == {}


def test_the_cell_that_names_nothing_is_repeated(tmp_path: Path) -> None:
    outcome, _ = run(make_csv(tmp_path / "list.csv", [["據點名稱", "地址"], ["{", TOWN.full_name("zh")]]), kind="own")
    assert reasons(outcome) == {2: ("據點名稱", "{")}


def test_refused_rows_come_back_as_they_were(tmp_path: Path) -> None:
    rows: Rows = [["據點名稱", "地址", "備註"], ["@甲", "火星市1號", "=1+1"], ["'乙", "火星市2號", "-甲"]]
    outcome, own = run(make_csv(tmp_path / "list.csv", rows), kind="own")
    save_refused(outcome, tmp_path / "refused.csv")
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig", newline="") as file:
        saved = list(csv.reader(file))
    put_right = [[cell.replace("火星市", TOWN.full_name("zh")) for cell in row] for row in saved]
    outcome, own = run(make_csv(tmp_path / "again.csv", put_right), own, kind="own")
    assert not outcome.refused
    assert [(site.name.zh, site.note) for site in own.sites] == [("@甲", "=1+1"), ("'乙", "-甲")]


def test_a_renamed_hospital_is_the_one_of_its_code(tmp_path: Path) -> None:
    rows: Rows = [["醫事機構代碼", "醫事機構名稱", "地址"]]
    rows += [[f"1101100{at}1", f"{at}醫院", TOWN.full_name("zh") + f"{at}號"] for at in range(10, 13)]
    _, own = run(make_csv(tmp_path / "list.csv", rows), kind="hospital")
    rows[2][1] = "新名醫院"
    outcome, later = run(make_csv(tmp_path / "list.csv", rows), own, kind="hospital", whole=True)
    assert [(one.change, one.what) for one in outcome.differences if one.change != "same"] == [("changed", ("name",))]
    assert [site.id for site in later.sites] == [site.id for site in own.sites]


def test_an_english_address_names_its_county() -> None:
    text = f"No. 12, Zhongshan Rd., {TOWN.name.en}, {TOWN.county.name.en}"
    found = find_address(text, known())
    assert (found.value.area.town_code, found.remarks) == (TOWN.code, ())


@pytest.mark.parametrize("size", [0, 100_000])
def test_a_file_that_changes_while_it_is_read_is_refused(size: int, tmp_path: Path) -> None:
    rows = [[f"據點{at}", TOWN.full_name("zh")] for at in range(9_000)]
    path = make_csv(tmp_path / "list.csv", [["據點名稱", "地址"], *rows])
    file = open_source(path)
    found = guess(file, known())
    plan = ImportPlan("own", SOURCE, found.sheet.name, found.header.rows, found.columns, layer=LAYER)

    def write(_done: int, _all: int | None) -> None:
        os.truncate(path, size)

    with pytest.raises(UserError, match="was changed"):
        run_import(file, plan, known(), write)
