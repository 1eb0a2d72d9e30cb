"""Text tables: encodings, delimiters, rows that are broken, and what no table is."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import InputError, UnknownNameError, UserError
from data.readers import text as text_module
from data.readers.delimiter import delimiter_of
from data.readers.open import open_source, paste
from data.readers.sheet import (
    AS_FOUND,
    BROKEN_QUOTES,
    LONG_CELL,
    LOST_CHARACTERS,
    WIDE_ROW,
    DamagedCells,
    ReadChoices,
    Row,
    SourceFile,
)
from tests.data.readers.make_files import TEXT_ENCODINGS, make_csv

ROWS = [
    ["名稱", "地址", "床數"],
    ["臺大醫院金山分院", "新北市金山區\n五湖里", "1,200"],
    ["﹁測試﹂診所", "", "無"],
    ['"引號", 與逗號', "花蓮縣；玉里鎮", "3"],
]
GOOD = "名稱,床數\n" + "".join(f"甲{number},{number}\n" for number in range(500))


def rows_of(source: SourceFile) -> list[Row]:
    (sheet,) = source.sheets
    return list(sheet.rows())


def opened(folder: Path, content: str | bytes, choices: ReadChoices = AS_FOUND) -> SourceFile:
    path = folder / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_source(path, choices)


def faults(rows: list[Row]) -> dict[int, str]:
    return {number: cells.fault for number, cells in rows if isinstance(cells, DamagedCells)}


class TestEncodings:
    @pytest.mark.parametrize("encoding", TEXT_ENCODINGS)
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_is_found(self, tmp_path: Path, encoding: str, delimiter: str) -> None:
        found = open_source(make_csv(tmp_path / "any.csv", ROWS, encoding, delimiter))
        assert [cells for _, cells in rows_of(found)] == ROWS
        assert (found.format, found.encoding, found.delimiter) == (
            "csv",
            "cp950" if "big5" in encoding else encoding,
            delimiter,
        )

    def test_a_character_that_only_hkscs_has_far_down(self, tmp_path: Path) -> None:
        content = "名,值\n".encode("cp950") * 300_000 + "黃堃,1\n".encode("big5hkscs")
        found = opened(tmp_path, content)
        assert (found.encoding, rows_of(found)[-1]) == ("big5hkscs", (300_001, ["黃堃", "1"]))

    def test_a_chosen_one(self, tmp_path: Path) -> None:
        content = "名稱,值\n中山,1\n".encode("cp950")
        assert rows_of(opened(tmp_path, content, ReadChoices("Big5")))[1] == (2, ["中山", "1"])
        wrong = rows_of(opened(tmp_path, content, ReadChoices("utf-8")))
        assert faults(wrong) == {1: LOST_CHARACTERS, 2: LOST_CHARACTERS}
        with pytest.raises(UnknownNameError, match="valid are utf-8"):
            opened(tmp_path, content, ReadChoices("klingon"))

    def test_a_chosen_one_leaves_the_mark_out(self, tmp_path: Path) -> None:
        for encoding in ("utf-8-sig", "utf-16"):
            found = opened(tmp_path, "名稱,值\n".encode(encoding), ReadChoices(encoding[:6].rstrip("-")))
            assert rows_of(found)[0] == (1, ["名稱", "值"])

    def test_a_few_bytes_that_are_no_text_cost_their_row(self, tmp_path: Path) -> None:
        head, tail = GOOD[:2000].rsplit("\n", 1)
        found = rows_of(
            opened(tmp_path, head.encode() + b"\n\xff\xfe,1\nx,\0\n" + tail.encode() + GOOD[2000:].encode())
        )
        assert set(faults(found).values()) == {LOST_CHARACTERS}
        assert (len(faults(found)), len(found)) == (2, 503)


class TestRows:
    def test_numbers_are_the_lines_of_the_file(self, tmp_path: Path) -> None:
        found = rows_of(opened(tmp_path, '\r\na,b\r\n\r\n"x\r\ny",1\r\n\r\nz,2\r\n'))
        assert found == [(2, ["a", "b"]), (4, ["x\r\ny", "1"]), (7, ["z", "2"])]

    def test_old_mac_line_ends(self, tmp_path: Path) -> None:
        assert rows_of(opened(tmp_path, "a,b\r1,2\r")) == [(1, ["a", "b"]), (2, ["1", "2"])]

    def test_a_quote_that_is_never_closed_costs_one_row(self, tmp_path: Path) -> None:
        found = rows_of(opened(tmp_path, 'a,b\n1,"x\n' + "2,y\n" * 1000))
        assert faults(found) == {2: BROKEN_QUOTES}
        assert found[1][1] == ("1", '"x')
        assert [number for number, _ in found] == [*range(1, 1003)]

    def test_quotes_inside_a_cell_cost_their_rows(self, tmp_path: Path) -> None:
        found = rows_of(opened(tmp_path, 'a,b\n"宏"匯大樓,1\n2,3\n5" 管,4\n'))
        assert faults(found) == {2: BROKEN_QUOTES}
        assert found[3] == (4, ['5" 管', "4"])

    def test_an_endless_cell_is_cut(self, tmp_path: Path) -> None:
        for cell in ("x" * 5_000_000, '"' + "y\n" * 30_000 + '"'):
            found = rows_of(opened(tmp_path, f"a,b\n1,{cell}\n2,3\n"))
            assert found[-1][1] == ["2", "3"]
            assert faults(found)[2] in (LONG_CELL, BROKEN_QUOTES)
            assert all(len(text) <= 32_767 for _, cells in found for text in cells)

    def test_a_thousand_columns_are_read_and_more_are_not(self, tmp_path: Path) -> None:
        wide = ",".join(map(str, range(1000)))
        assert len(rows_of(opened(tmp_path, wide + "\n" + wide))[1][1]) == 1000
        with pytest.raises(InputError, match="more than 1000 columns"):
            opened(tmp_path, wide + ",1000\n" + wide + ",1\n")
        assert faults(rows_of(opened(tmp_path, "a,b\n1,2\n" + wide + ",1\n3,4\n"))) == {3: WIDE_ROW}

    def test_a_table_without_end(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(text_module, "MOST_ROWS", 300)
        found = opened(tmp_path, GOOD)
        with pytest.raises(InputError, match="more than 2000000 rows"):
            rows_of(found)

    def test_begins_anew(self, tmp_path: Path) -> None:
        (sheet,) = opened(tmp_path, GOOD).sheets
        first = sheet.rows()
        next(first)
        assert len(list(sheet.rows())) == 501
        assert next(first) == (2, ["甲0", "0"])

    def test_a_file_that_went_away(self, tmp_path: Path) -> None:
        (sheet,) = opened(tmp_path, GOOD).sheets
        (tmp_path / "list.csv").unlink()
        with pytest.raises(UserError, match="cannot be read"):
            next(sheet.rows())


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("名冊\n製表日期：114/12/31\n名稱,地址\n甲,乙\n", ","),
        ("名稱\t地址\n甲\t臺北市, 中正區\n", "\t"),
        ("值\n1\n2\n", ","),
        ('a,b\n"x;y;z",1\n"p;q;r",2\n', ","),
        ("", ","),
    ],
)
def test_what_separates_columns(text: str, delimiter: str) -> None:
    assert delimiter_of(text) == delimiter


def test_a_chosen_delimiter(tmp_path: Path) -> None:
    assert rows_of(opened(tmp_path, "a,b:c\n", ReadChoices(delimiter=":"))) == [(1, ["a,b", "c"])]
    assert opened(tmp_path, "a,b:c\n", ReadChoices(delimiter="tab")).delimiter == "\t"
    for wrong in ("::", "\n", '"'):
        with pytest.raises(InputError, match="cannot separate"):
            opened(tmp_path, "a\n", ReadChoices(delimiter=wrong))


def test_a_delimiter_that_the_file_states(tmp_path: Path) -> None:
    found = opened(tmp_path, "sep=;\r\na,b;c\r\n1,2;3\r\n")
    assert (found.delimiter, rows_of(found)) == (";", [(2, ["a,b", "c"]), (3, ["1,2", "3"])])


def test_what_is_pasted() -> None:
    found = paste('名稱\t地址\r\n甲\t"臺北市\n中正區"\r\n')
    assert rows_of(found) == [(1, ["名稱", "地址"]), (2, ["甲", "臺北市\n中正區"])]
    assert (found.delimiter, found.encoding) == ("\t", "")
    with pytest.raises(InputError, match="no text"):
        paste(" \r\n")


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffd"), max_size=6
)


@settings(max_examples=60)
@given(
    st.lists(st.lists(texts, min_size=2, max_size=4), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read(rows: list[list[str]], mark: str, end: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=mark, lineterminator=end).writerows([["name", "number"], *rows])
    found = rows_of(paste(written.getvalue(), ReadChoices(delimiter=mark)))
    assert [list(cells) for _, cells in found[1:]] == rows


@settings(max_examples=200)
@given(st.binary(max_size=120), st.sampled_from([bytes, lambda raw: b"a,b\n" + raw, lambda raw: b'a,"' + raw]))
def test_any_bytes_are_rows_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, wrapped: Callable[[bytes], bytes]
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(wrapped(content))
    try:
        found = open_source(path)
        for sheet in found.sheets:
            for number, cells in sheet.rows():
                assert number > 0
                assert all(isinstance(cell, str) for cell in cells)
    except UserError:
        return
