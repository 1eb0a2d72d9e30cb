"""Cells as text and codes: one width, nothing invisible, nothing lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.intake import codes, texts
from data.intake.cleaned import LONGEST, Refusal
from data.intake.codes import code
from data.intake.texts import clean_text


@pytest.mark.parametrize(
    ("raw", "expected", "templates"),
    [
        (" 臺大醫院 ", "臺大醫院", []),
        ("台灣大學", "台灣大學", []),
        ("ＡＩ　中心（２期）", "AI 中心（2期）", [texts.WIDTH]),
        ("榮民\u200b總醫院\ufeff", "榮民總醫院", [texts.INVISIBLE]),
        ("左\u202e右", "左右", [texts.INVISIBLE]),
        ("上\r\n下\t左", "上 下 左", []),
        ("半\ud800個", "半個", [texts.INVISIBLE]),
        ("衞\uf9f4", "衞林", []),
        ("<b>=1+1</b>", "<b>=1+1</b>", []),
    ],
)
def test_text(raw: str, expected: str, templates: list[str]) -> None:
    found = clean_text(raw)
    assert found.value == expected
    assert [note.template for note in found.remarks] == templates


@given(st.text())
@example("0 \x1b\r0")
def test_clean_text_is_clean(raw: str) -> None:
    value = clean_text(raw).value
    assert clean_text(value).value == value
    assert not clean_text(value).remarks
    assert all(unicodedata.category(letter) not in ("Cc", "Cf", "Cs") for letter in value)


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(Refusal, match="4001 characters"):
        clean_text("A" * (LONGEST + 1))


@pytest.mark.parametrize(("raw", "expected"), [("0401180014", "0401180014"), ("401180014", "0401180014"), ("", "")])
def test_code(raw: str, expected: str) -> None:
    assert code(raw, 10).value == expected


@pytest.mark.parametrize("raw", ["'0401180014", "0401180014.0", " ０４０１１８００１４ "])
def test_code_without_what_spreadsheets_add(raw: str) -> None:
    assert code(raw, 10).value == "0401180014"


def test_a_zero_that_is_put_back_is_told() -> None:
    (note,) = code("401180014", 10).remarks
    assert (note.template, note.old, note.new) == (codes.LEADING_ZEROS, "401180014", "0401180014")


@pytest.mark.parametrize("raw", ["4.01E+08", "12345", "04011800141", "A401180014"])
def test_no_code(raw: str) -> None:
    with pytest.raises(Refusal):
        code(raw, 10)
