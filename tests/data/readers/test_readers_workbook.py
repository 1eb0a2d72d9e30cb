"""Workbooks of three formats: every sheet, row numbers, cells as people write them, merged cells, faults."""

from __future__ import annotations

import datetime
import gc
import subprocess
import threading
import zipfile
from pathlib import Path

import pytest

from data.errors import InputError, UserError
from data.readers import workbook
from data.readers.open import open_source
from data.readers.sheet import LONG_CELL, DamagedCells, Row, SourceFile
from tests.data.readers.make_files import Cell, Rows, make_bomb, make_encrypted, make_ods, make_xls, make_xlsx

ROWS: list[list[Cell]] = [
    ["一○一年遠距醫療據點", None, None],
    [None, None, None],
    ["名稱", "代碼", "床數"],
    ["黃堃診所", "0931", 12],
    ["<b>衛生所</b>", "A\x1bB", 2.5],
    ["甲\n乙", None, 1_141_231],
]
EXPECTED = [
    (1, ["一○一年遠距醫療據點", "", ""]),
    (3, ["名稱", "代碼", "床數"]),
    (4, ["黃堃診所", "0931", "12"]),
    (5, ["<b>衛生所</b>", "AB", "2.5"]),
    (6, ["甲\n乙", "", "1141231"]),
]
PLAIN: Rows = [["AB" if cell == "A\x1bB" else cell for cell in row] for row in ROWS]


def rows(source: SourceFile, sheet: int = 0) -> list[Row]:
    return list(source.sheets[sheet].rows())


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_every_format(tmp_path: Path, suffix: str) -> None:
    make = {"xlsx": make_xlsx, "xls": make_xls, "ods": make_ods}[suffix]
    found = open_source(make(tmp_path / "名冊.dat", {"據點": PLAIN, "空白": [], "第二": [["x"]]}))
    assert found.format == suffix
    assert [sheet.name for sheet in found.sheets] == ["據點", "空白", "第二"]
    assert rows(found) == EXPECTED
    assert rows(found, 1) == []
    assert rows(found, 2) == [(1, ["x"])]
    assert rows(found) == EXPECTED


@pytest.mark.parametrize("make", [make_xlsx, make_xls])
def test_hidden_sheets_are_marked(tmp_path: Path, make: object) -> None:
    path = {make_xlsx: make_xlsx, make_xls: make_xls}[make](
        tmp_path / "a", {"甲": [["x"]], "乙": [["y"]]}, hidden=["乙"]
    )
    found = open_source(path)
    assert [(sheet.name, sheet.hidden) for sheet in found.sheets] == [("甲", False), ("乙", True)]
    assert rows(found, 1) == [(1, ["y"])]


def test_cells_are_written_as_people_do(tmp_path: Path) -> None:
    cells = [
        (datetime.date(2025, 12, 31), "2025-12-31"),
        (datetime.datetime(2021, 10, 12, 15, 20, 24), "2021-10-12 15:20:24"),
        (datetime.time(8, 30), "08:30:00"),
        (datetime.timedelta(hours=30), "30:00:00"),
        (True, "TRUE"),
        (3.0, "3"),
        (-0.25, "-0.25"),
        (121.123456, "121.123456"),
        (1e20, "1e+20"),
        ("0012", "0012"),
    ]
    found = open_source(make_xlsx(tmp_path / "a.xlsx", {"a": [[cell] for cell, _ in cells]}))
    assert [row[0] for _, row in rows(found)] == [text for _, text in cells]


def test_formulas_are_not_carried_out(tmp_path: Path) -> None:
    found = open_source(make_xlsx(tmp_path / "a.xlsx", {"a": [["x", "=1+1", '=WEBSERVICE("http://x")']]}))
    assert rows(found) == [(1, ["x"])]  # openpyxl keeps no results


def test_errors_of_formulas_are_told(tmp_path: Path) -> None:
    table: Rows = [[None, "名", "床數"], [None, "甲", "#N/A"], [None, "乙", "#DIV/0!"], [None, "丙", 5]]
    found = open_source(make_xlsx(tmp_path / "a.xlsx", {"無關": [["#N/A", "x"]], "甲 & <乙>": table}))
    assert rows(found, 1) == [(1, ["名", "床數"]), (2, ["甲", "#N/A"]), (3, ["乙", "#DIV/0!"]), (4, ["丙", "5"])]
    assert rows(found, 0) == [(1, ["#N/A", "x"])]


def test_merged_downwards_stands_in_every_row_and_sideways_once(tmp_path: Path) -> None:
    table: Rows = [
        ["題名", None, None],
        ["縣市", "座標", None],
        [None, "X", "Y"],
        ["臺東縣", 1, 2],
        [None, 3, 4],
        [None, None, None],
        ["花蓮縣", 5, 6],
    ]
    areas = {"a": ["A1:C1", "A2:A3", "B2:C2", "A4:A6"]}
    found = open_source(make_xlsx(tmp_path / "a.xlsx", {"a": table}, areas))
    assert rows(found) == [
        (1, ["題名", "", ""]),
        (2, ["縣市", "座標", ""]),
        (3, ["縣市", "X", "Y"]),
        (4, ["臺東縣", "1", "2"]),
        (5, ["臺東縣", "3", "4"]),
        (6, ["臺東縣", "", ""]),
        (7, ["花蓮縣", "5", "6"]),
    ]


def test_merged_downwards_in_ods(tmp_path: Path) -> None:
    table: Rows = [["縣市", "名"], ["臺東縣", 1], [None, 2], [None, 3], ["花蓮縣", 4]]
    path = make_ods(tmp_path / "a.ods", {"空": [], "a": table})
    cell = '<table:table-cell office:value-type="string"><text:p>臺東縣'
    spanned = cell.replace("cell ", 'cell table:number-columns-spanned="1" table:number-rows-spanned="3" ')
    found = open_source(rewritten(path, tmp_path / "b.ods", cell.encode(), spanned.encode()))
    assert [row for _, row in rows(found, 1)] == [
        ["縣市", "名"], ["臺東縣", "1"], ["臺東縣", "2"], ["臺東縣", "3"], ["花蓮縣", "4"],
    ]  # fmt: skip


def test_more_rows_than_one_answer(tmp_path: Path) -> None:
    found = open_source(make_xls(tmp_path / "a.xls", {"a": [[number, f"名{number}"] for number in range(4500)]}))
    first, second = found.sheets[0].rows(), found.sheets[0].rows()
    for number in range(4500):  # two readers of one sheet do not disturb each other
        assert next(first) == (number + 1, [str(number), f"名{number}"])
        if number % 1500 == 0:
            next(second)
    assert next(second) == (4, ["3", "名3"])


def test_a_long_cell_costs_its_row(tmp_path: Path) -> None:
    path = make_ods(tmp_path / "a.ods", {"a": [["x", "y" * 10_000_000], ["z", "w"]]})
    found = rows(open_source(path))
    (_, cut), after = found
    assert isinstance(cut, DamagedCells)
    assert (cut.fault, cut[0], len(cut[1])) == (LONG_CELL, "x", 32_767)
    assert after == (2, ["z", "w"])


def rewritten(source: Path, target: Path, old: bytes, new: bytes) -> Path:
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new))
    return target


def test_a_cell_at_the_end_of_the_sheet_ends_another_process_at_most(tmp_path: Path) -> None:
    """Calamine asks for 500 GB then, and the process that does is gone."""
    path = make_xlsx(tmp_path / "a.xlsx", {"a": [["x", "y"], ["z", 1]]})
    far = rewritten(path, tmp_path / "far.xlsx", b'r="B2"', b'r="XFD1048576"')
    with pytest.raises(InputError, match=r"far\.xlsx is damaged"):
        rows(open_source(far))
    wide = rewritten(path, tmp_path / "wide.xlsx", b'r="B2"', b'r="AMK2"')
    with pytest.raises(InputError, match="more than 1000 columns"):
        rows(open_source(wide))


def test_passwords_bombs_and_damage_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="locked by a password"):
        open_source(make_encrypted(tmp_path / "secret.xlsx"))
    with pytest.raises(InputError, match="holds more than it may"):
        open_source(make_bomb(tmp_path / "bomb.xlsx", "xl/workbook.xml", 60))
    (tmp_path / "half.xls").write_bytes(make_xls(tmp_path / "a.xls", {"a": ROWS}).read_bytes()[:3000])
    with pytest.raises(InputError, match="damaged or no XLS file"):
        open_source(tmp_path / "half.xls")
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = rewritten(
        make_ods(tmp_path / "a.ods", {"a": [["x"]]}), tmp_path / "e.ods", b"<office:doc", entity + b"<office:doc"
    )
    assert rows(open_source(path)) == [(1, ["x"])]


def test_reading_can_be_ended_from_another_thread(tmp_path: Path) -> None:
    found = open_source(make_xlsx(tmp_path / "a.xlsx", {"a": [[number] for number in range(5000)]}))
    begun = found.sheets[0].rows()
    next(begun)
    thread = threading.Thread(target=found.close)
    thread.start()
    thread.join()
    with pytest.raises(UserError, match=r"Reading a\.xlsx was ended"):
        list(begun)


def test_no_process_outlives_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)
            started.append(self)

    monkeypatch.setattr(workbook.subprocess, "Popen", Watched)
    found = open_source(make_xlsx(tmp_path / "a.xlsx", {"a": [["x"]]}))
    assert rows(found) == [(1, ["x"])]
    assert [one.poll() for one in started] == [None]
    del found
    gc.collect()
    assert [one.poll() is None for one in started] == [False]


def test_a_process_that_answers_nothing_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_SECONDS", 0.0)
    with pytest.raises(InputError, match="damaged"):
        rows(open_source(make_xlsx(tmp_path / "a.xlsx", {"a": [["x"]]})))
