"""Cells as numbers: what is read, what is unknown, and what is refused rather than guessed."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake import numbers
from data.intake.cleaned import Refusal
from data.intake.numbers import decimal_style, is_unknown, number


@pytest.mark.parametrize(
    ("raw", "expected", "templates"),
    [
        ("12", 12, []),
        ("-0.5", -0.5, []),
        ("1e5", 100_000, []),
        ("−12", -12, [numbers.WIDTH]),
        ("'007", 7, []),
        ("1,234.5", 1234.5, [numbers.SEPARATORS]),
        ("１２，３４５", 12345, [numbers.WIDTH, numbers.SEPARATORS]),
        ("12床", 12, [numbers.UNIT]),
        ("１００ 人", 100, [numbers.WIDTH, numbers.UNIT]),
        ("85.5％", 85.5, [numbers.WIDTH, numbers.UNIT]),
        ("3.5萬", 35_000, [numbers.MULTIPLE]),
        ("1.2億元", 120_000_000, [numbers.MULTIPLE, numbers.UNIT]),
    ],
)
def test_number(raw: str, expected: float, templates: list[str]) -> None:
    found = number(raw)
    assert found.value == pytest.approx(expected, rel=1e-15)
    assert [note.template for note in found.remarks] == templates


@pytest.mark.parametrize(
    "raw", ["", " ", "-", "－", "無", "＊", "*", "...", "…", "不詳", "未提供", "na", "N/A", "Null", "#N/A"]
)
def test_unknown_is_no_number_and_never_zero(raw: str) -> None:
    assert is_unknown(raw)
    assert number(raw).value is None


@pytest.mark.parametrize(
    "raw", ["#REF!", "#DIV/0!", "####", "inf", "-Infinity", "1e400", "1e-200", "五", "12,34,5", "+", "E-0"]
)
def test_refused(raw: str) -> None:
    with pytest.raises(Refusal) as refused:
        number(raw)
    assert not refused.value.proposals


@pytest.mark.parametrize(
    ("raw", "proposal"), [("約100", "100"), ("100+", "100"), ("(1,234)", "-1,234"), ("1,5", "1.5"), ("500以上", "500")]
)
def test_what_may_be_meant_is_proposed_and_would_be_taken(raw: str, proposal: str) -> None:
    with pytest.raises(Refusal) as refused:
        number(raw)
    assert refused.value.proposal == proposal
    assert number(proposal).value is not None


def test_another_unit_than_the_column_is_refused() -> None:
    assert number("5%", unit="percent").value == 5
    assert number("12個", unit="beds").value == 12
    with pytest.raises(Refusal, match="5% is given in %, and the column in beds"):
        number("5%", unit="beds")


@pytest.mark.parametrize(
    ("values", "style"),
    [
        (["1,5", "2,25"], "comma"),
        (["1.234,5", "7"], "comma"),
        (["1,234", "5"], "point"),
        (["1,5", "1.5"], "point"),
        (["abc", "", "1.5床"], "point"),
    ],
)
def test_decimal_style(values: list[str], style: str) -> None:
    assert decimal_style(values) == style


def test_decimal_comma() -> None:
    found = number("1.234,5", "comma")
    assert found.value == 1234.5
    assert numbers.COMMA in [note.template for note in found.remarks]


@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False))
def test_numbers_come_back_as_they_were_written(value: float) -> None:
    if value == 0 or abs(value) > 1e-90:
        assert number(repr(value)).value == value
        assert number(f"{value:,.2f}").value == pytest.approx(round(value, 2), abs=1e-9)


@given(st.text(max_size=50))
def test_any_text_is_a_finite_number_or_unknown_or_refused(raw: str) -> None:
    try:
        found = number(raw)
    except Refusal:
        return
    assert found.value is None or math.isfinite(found.value)


def test_a_refusal_is_the_same_every_time_and_never_the_same_object() -> None:
    """One object raised for every row of a table would keep all that was at work each time."""
    refusals = []
    for _ in range(3):
        with pytest.raises(Refusal) as refused:
            number("約100")
        refusals.append(refused.value)
    assert {(str(one), one.template, one.proposals) for one in refusals} == {
        ("約100 is not a number.", "{value} is not a number.", ("100",))
    }
    assert len({id(one) for one in refusals}) == 3
    assert all(one.__context__ is None for one in refusals)
