"""Anybody's table: encodings, separators, numbers as people type them, and sentences that name line and column."""

import csv
import io
import math
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import own_table
from data.errors import InputError, UnknownNameError, UserError
from data.own_table import OwnTable, own_number, read_table

PLAIN = '鄉鎮,人口,值\n板橋區,"551,480",12.5\n坪林區,6500,-\n'


def write(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / "mine.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def table(folder: Path, content: str | bytes, encoding: str = "utf-8") -> OwnTable:
    return read_table(write(folder, content, encoding))


class TestReading:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp950", "big5hkscs"])
    def test_encodings(self, tmp_path: Path, encoding: str) -> None:
        found = table(tmp_path, PLAIN, encoding)
        assert found.header == ("鄉鎮", "人口", "值")
        assert found.texts("鄉鎮") == ("板橋區", "坪林區")
        assert found.numbers("人口").tolist() == [551480, 6500]
        assert found.numbers("值")[0] == 12.5
        assert math.isnan(found.numbers("值")[1])

    def test_a_character_only_hkscs_has(self, tmp_path: Path) -> None:
        assert table(tmp_path, "名,值\n黃堃,1\n", "big5hkscs").texts("名") == ("黃堃",)

    @pytest.mark.parametrize("mark", [",", ";", "\t"])
    def test_separators(self, tmp_path: Path, mark: str) -> None:
        found = table(tmp_path, f"a{mark}b{mark}c\n1{mark}2.5{mark}x\n4{mark}5{mark}y\n")
        assert (found.delimiter, found.numbers("b").tolist()) == (mark, [2.5, 5])

    def test_a_separator_that_also_stands_in_the_header(self, tmp_path: Path) -> None:
        found = table(tmp_path, 'a;"b, c";d\n1;2;3\n4;5;6\n7;8;9\n')
        assert found.header == ("a", "b, c", "d")

    def test_one_column(self, tmp_path: Path) -> None:
        assert table(tmp_path, "值\n1\n2\n").numbers("值").tolist() == [1, 2]

    def test_blank_lines_and_line_breaks_in_a_cell_keep_the_line_numbers(self, tmp_path: Path) -> None:
        found = table(tmp_path, '\r\na,b\r\n\r\n"x\r\ny",1\r\n\r\nz,2\r\n')
        assert found.lines.tolist() == [4, 7]
        assert found.texts("a") == ("x\r\ny", "z")

    def test_columns_without_a_name_are_left_alone(self, tmp_path: Path) -> None:
        assert table(tmp_path, "a,b,,\n1,2,,\n").numbers("b").tolist() == [2]

    def test_names_and_cells_have_no_spaces_around(self, tmp_path: Path) -> None:
        found = table(tmp_path, " a , b\n x , 3 \n")
        assert found.numbers(" b ").tolist() == [3]
        assert found.texts("a") == ("x",)

    def test_a_long_table(self, tmp_path: Path) -> None:
        rows = 50_000
        found = table(tmp_path, "id,value\n" + "".join(f"t{row},{row / 4}\n" for row in range(rows)))
        assert found.numbers("value").sum() == rows * (rows - 1) / 8
        assert found.lines[-1] == rows + 1


class TestRefusals:
    def test_a_column_without_a_name_cannot_be_asked_for(self, tmp_path: Path) -> None:
        found = table(tmp_path, "a,b,\n1,2,3\n")
        for name in ("", " "):
            with pytest.raises(UnknownNameError, match="its columns are a, b"):
                found.numbers(name)

    def test_a_file_without_end(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(own_table, "LARGEST_FILE", 8)
        assert len(table(tmp_path, "a\n1\n2\n3\n").lines) == 3
        with pytest.raises(InputError, match=r"mine\.csv is larger than"):
            table(tmp_path, "a\n1\n2\n34\n")

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        for path in (tmp_path / "none.csv", tmp_path):
            with pytest.raises(UserError, match="cannot be read") as caught:
                read_table(path)
            assert caught.value.exit_code == 1

    @pytest.mark.parametrize(
        "content", [b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff", b"\xff\xfea\x00,\x00b", b"a,b\n1,\xff\xff\n"]
    )
    def test_what_is_not_text(self, tmp_path: Path, content: bytes) -> None:
        with pytest.raises(UserError, match="not a text file") as caught:
            table(tmp_path, content)
        assert caught.value.exit_code == 1

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ("", "is empty"),
            ("\n\n", "is empty"),
            (",,\n1,2,3\n", "is empty"),
            ("a,b\n", "a header and no rows"),
            ("a,b, a\n1,2,3\n", "two columns named a"),
            ("a,b\n1,2\n\n1,2,3\n", "line 4: 3 fields where the header has 2"),
            ("a,b\n1\n", "line 2: 1 fields"),
            ('a,b\n1,2\n3,"4\n', "line 3: this is not a row"),
            ('a,b\n1,"2"x\n', "line 2: this is not a row"),
        ],
    )
    def test_what_is_not_a_table(self, tmp_path: Path, content: str, said: str) -> None:
        with pytest.raises(InputError, match=said) as caught:
            table(tmp_path, content)
        assert caught.value.exit_code == 2
        assert "mine.csv" in str(caught.value)

    def test_a_column_that_is_not_there(self, tmp_path: Path) -> None:
        found = table(tmp_path, PLAIN)
        for read in (found.texts, found.numbers, found.measures):
            with pytest.raises(UnknownNameError, match="no column 面積; its columns are 鄉鎮, 人口, 值") as caught:
                read("面積")
            assert caught.value.exit_code == 2

    def test_a_word_among_the_numbers(self, tmp_path: Path) -> None:
        found = table(tmp_path, "a,b\n1,2\n\n2,many\n3,few\n")
        with pytest.raises(InputError, match=r"line 4, column b: 'many' is not a number"):
            found.numbers("b")

    def test_a_negative_measure(self, tmp_path: Path) -> None:
        found = table(tmp_path, "a,b\n1,2\n2,NA\n3,-4\n")
        assert found.numbers("b")[2] == -4
        with pytest.raises(InputError, match=r"line 4, column b: -4.0 is negative"):
            found.measures("b")
        assert found.measures("a").tolist() == [1, 2, 3]


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("0", 0), ("-3", -3), ("+3", 3), ("1,234", 1234), ("1,234,567.5", 1234567.5), (".5", 0.5), ("5.", 5),
            ("1e3", 1000), ("1.5E-3", 0.0015), ("１２，３４５．６", 12345.6), ("－７", -7), ("−7", -7), ("007", 7),
        ],
    )  # fmt: skip
    def test_spellings(self, text: str, number: float) -> None:
        assert own_number(text) == number

    @pytest.mark.parametrize("text", ["", "NA", "na", "ＮＡ", "n/a", "-", "－", "—", "–", "無"])
    def test_unknown(self, text: str) -> None:
        assert math.isnan(own_number(text))

    @pytest.mark.parametrize(
        "text",
        [
            "x",
            "1,23",
            "12,34,567",
            "1 2",
            "1_000",
            "0x10",
            "nan",
            "inf",
            "-inf",
            "12%",
            ".",
            "e5",
            "--1",
            "１２a",
            "十",
        ],
    )
    def test_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match=re.escape(text)):
            own_number(text)

    @pytest.mark.parametrize("text", ["1e999", "1e101", "-1e300", "1e-320", "9" * 400])
    def test_no_quantity(self, tmp_path: Path, text: str) -> None:
        with pytest.raises(OverflowError):
            own_number(text)
        with pytest.raises(InputError, match=r"line 3, column v: '.{1,60}' is too large or too small"):
            table(tmp_path, f"v\n0\n{text}\n").numbers("v")

    @given(st.floats(-1e100, 1e100).filter(lambda number: number == 0 or abs(number) >= 1e-100))
    def test_what_python_writes_is_read_back(self, number: float) -> None:
        assert own_number(repr(number)) == number

    @given(st.integers(-(10**15), 10**15))
    def test_thousands(self, number: int) -> None:
        assert own_number(f"{number:,}") == number
        assert own_number(f"{number:,}".translate(str.maketrans("0123456789,-", "０１２３４５６７８９，－"))) == number

    @given(st.text(max_size=12))
    def test_any_text_is_a_number_or_refused(self, text: str) -> None:
        try:
            found = own_number(text)
        except ValueError:
            return
        assert not math.isinf(found)


cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8).map(str.strip)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(cells, st.integers(-(10**6), 10**6)), min_size=1, max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, int]], mark: str, encoding: str, end: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=mark, lineterminator=end)
    writer.writerows([("name", "number"), *rows])
    path = tmp_path_factory.mktemp("own") / "any.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    found = read_table(path)
    assert found.texts("name") == tuple(name for name, _ in rows)
    assert np.array_equal(found.numbers("number"), [number for _, number in rows])


@settings(max_examples=150)
@given(st.binary(max_size=80))
def test_any_bytes_are_a_table_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "any.csv"
    path.write_bytes(content)
    try:
        found = read_table(path)
    except UserError:
        return
    assert len(found.texts(next(name for name in found.header if name))) == len(found.lines)
