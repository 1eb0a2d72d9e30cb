"""What a table is taken for: its header, its columns, its kind, its variable and period."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dataset import DataSet
from data.intake.fields import ALL, BY_ID, FIELDS, REQUIRED, missing, synonyms
from data.intake.guess import guess, header_at, match
from data.intake.headers import Header, header_in, letter, sample_of
from data.model import AreaLevel
from data.names import fold
from data.readers.open import open_source
from data.readers.sheet import Sheet
from tests.data.intake.torture_cases import known
from tests.data.readers import make_files as files


def sheet(*rows: Sequence[str]) -> Sheet:
    return Sheet("", lambda: iter([(number, row) for number, row in enumerate(rows, 1)]))


def find_header(table: Sheet) -> Header:
    return header_in(table, sample_of(table))


def test_titles_above_the_header_are_passed_over() -> None:
    header = find_header(
        sheet(
            ["114年度清冊", "", ""],
            ["單位：處", "", "民國114年"],
            ["據點名稱", "地址", "備註"],
            ["甲", "臺北市中正區", ""],
        )
    )
    assert (header.rows, header.names, header.first_row) == ((3,), ("據點名稱", "地址", "備註"), 4)


@pytest.mark.parametrize(
    ("above", "date"),
    [
        ("製表日期：115年10月", "2026-10"),
        ("（資料時間：１１５/９/３０）", "2026-09-30"),
        ("更新日期 2026-10-05 製表", "2026-10-05"),
        ("115年3月啟用據點", ""),
        ("資料來源：衛生局", ""),
    ],
)
def test_a_row_above_the_header_dates_the_source(tmp_path: Path, data: DataSet, above: str, date: str) -> None:
    path = files.make_csv(tmp_path / "a.csv", [["清冊", ""], [above, ""], ["據點名稱", "地址"], ["甲", "臺北市中正區"]])
    assert guess(open_source(path), data).date == date


def test_of_two_languages_the_chinese_names_are_shown_and_both_count() -> None:
    table = sheet(["site_id", "people_total"], ["區域別", "人口數"], ["臺北市松山區", "5"])
    header = find_header(table)
    assert header.rows == (1, 2)
    assert header.names == ("區域別", "人口數")
    assert header.also == ("site_id", "people_total")


def test_groups_above_columns_are_joined_to_their_names() -> None:
    table = sheet(["據點名稱", "座標", "", "備註"], ["", "X", "Y", ""], ["甲", "121.5", "25.1", ""])
    header = find_header(table)
    assert header.names == ("據點名稱", "座標 X", "座標 Y", "備註")
    assert match(header, table, "own", known()) == {"name": 0, "x": 1, "y": 2, "note": 3}


def test_a_table_without_a_header_has_letters_and_is_known_by_its_cells() -> None:
    table = sheet(*([f"第{n}站", "臺北市中正區重慶南路1號", "121.51", "25.04"] for n in range(5)))
    header = find_header(table)
    assert (header.rows, header.names, header.first_row) == ((), ("A", "B", "C", "D"), 1)
    assert match(header, table, "own", known()) == {"address": 1, "x": 2, "y": 3, "name": 0}


def test_the_user_may_point_at_another_row() -> None:
    table = sheet(["據點名稱", "地址"], ["名稱", "住址"], ["甲", "臺北市中正區"])
    assert header_at(table, (2,)).names == ("名稱", "住址")
    assert header_at(table, ()).names == ("A", "B")
    assert header_at(table, ()).first_row == 1


def test_twins_among_names_are_told_apart() -> None:
    assert find_header(sheet(["名稱", "地址", "名稱", ""], ["甲", "臺北市", "乙", "丙"])).names == (
        "名稱",
        "地址",
        "名稱 (2)",
        "D",
    )


def test_letters_are_those_of_a_spreadsheet() -> None:
    assert [letter(column) for column in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("name", "rows", "kind"),
    [
        ("遠距醫療據點.csv", [["據點名稱", "地址"], ["海端鄉衛生所", "臺東縣海端鄉"]], "telemedicine"),
        ("list.csv", [["醫院名稱", "地址", "急診病床數"], ["甲醫院", "臺東縣海端鄉", "3"]], "hospital"),
        ("海纜登陸站.csv", [["站名", "地址"], ["甲", "新北市淡水區"]], "broadband"),
        ("AI據點.csv", [["名稱", "地址"], ["甲", "新北市淡水區"]], "ai"),
        ("農會.csv", [["名稱", "地址"], ["甲", "新北市淡水區"]], "own"),
        ("人口.csv", [["縣市", "鄉鎮市區", "人口數"], ["新北市", "淡水區", "1"]], "people"),
        ("率.csv", [["縣市", "涵蓋率"], ["新北市", "98"]], "figures"),
    ],
)  # fmt: skip
def test_kinds_by_title_columns_and_names(tmp_path: Path, name: str, rows: files.Rows, kind: str) -> None:
    assert guess(open_source(files.make_csv(tmp_path / name, rows)), known()).kind == kind


def test_title_publisher_period_and_variable_are_hinted(tmp_path: Path) -> None:
    rows = [
        ["數位發展部114年12月5G行動寬頻涵蓋率", ""],
        ["縣市", "5G行動寬頻涵蓋率"],
        ["臺北市", "99"],
        ["新北市", "98"],
    ]
    found = guess(open_source(files.make_csv(tmp_path / "a.csv", rows)), known())
    assert found.title == "數位發展部114年12月5G行動寬頻涵蓋率"
    assert found.publisher == "數位發展部"
    assert found.period == "2025-12"
    assert found.variable == "mobile_5g_population_coverage"
    assert found.level is AreaLevel.COUNTY


def test_the_sheet_with_the_list_is_taken(tmp_path: Path) -> None:
    rows = [["據點名稱", "地址"], *([f"第{n}站", "臺北市中正區1號"] for n in range(9))]
    file = open_source(files.make_xlsx(tmp_path / "a.xlsx", {"封面": [["清冊"], ["114年"]], "名單": rows}))
    assert guess(file, known()).sheet.name == "名單"
    assert guess(file, known(), "封面").sheet.name == "封面"


@pytest.mark.parametrize("kind", ALL)
def test_the_usual_name_of_each_field_is_its_own(kind: str) -> None:
    """A name of one field must not lead to another, or its column would never be found."""
    for field in FIELDS:
        if kind in field.kinds:
            assert synonyms(kind)[fold(field.name.zh)][0] == field.id, field.name.zh


def test_required_fields_exist_and_belong_to_the_kind() -> None:
    for kind, groups in REQUIRED.items():
        for group in groups:
            for fields in group:
                assert all(kind in BY_ID[field].kinds for field in fields)
    assert missing("own", {"name", "x"})
    assert not missing("own", {"name", "x", "y"})
    assert not missing("people", {"households", "place"})


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=12))
def test_any_table_has_a_header_below_which_it_goes_on(rows: list[list[str]]) -> None:
    header = find_header(sheet(*rows))
    assert len(set(header.names)) == len(header.names)
    assert all(number < header.first_row for number in header.rows)


def test_numbers_beside_areas_are_figures_of_the_year_that_their_column_names(tmp_path: Path, data: DataSet) -> None:
    rows = [["縣市", "115年平均所得(千元)"], ["臺北市", "1,203"], ["新北市", "988"], ["宜蘭縣", "870"]]
    found = guess(open_source(files.make_csv(tmp_path / "a.csv", rows)), data)
    assert (found.kind, dict(found.columns)) == ("figures", {"county": 0, "value": 1})
    assert (found.period, found.level) == ("2026", AreaLevel.COUNTY)


def test_numbers_beside_areas_and_names_are_sites(tmp_path: Path, data: DataSet) -> None:
    rows = [
        ["縣市", "甲欄", "容量"],
        ["臺北市", "第一機房", "12"],
        ["新北市", "板橋機房", "9"],
        ["宜蘭縣", "羅東站", "8"],
    ]
    found = guess(open_source(files.make_csv(tmp_path / "a.csv", rows)), data)
    assert found.kind != "figures"
