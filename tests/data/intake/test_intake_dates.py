"""Cells as dates: the spellings of offices, and no day that is not sure."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.intake import dates
from data.intake.cleaned import Refusal
from data.intake.dates import OPEN, date, is_serial


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        *[
            (raw, "2025")
            for raw in ("2025", "民國114年", "114", "民國 114 年", "中華民國114年", "114年度", "西元2025年")
        ],
        *[(raw, "2025-12") for raw in ("11412", "2025-12", "202512", "2025/12", "114.12", "114年12月", "2025年12月份")],
        *[(raw, "2025-12-31") for raw in ("1141231", "114/12/31", "114.12.31", "114-12-31", "民國114年12月31日")],
        *[(raw, "2025-12-31") for raw in ("2025-12-31", "2025/12/31", "20251231", "01141231", "12/31/2025")],
        *[(raw, "2025-12-31") for raw in ("１１４／１２／３１", "2025-12-31T10:00:00Z", "114/12/31 下午 3:20")],
        ("1130430", "2024-04-30"),
        ("11508", "2026-08"),
        ("991231", "2010-12-31"),
        ("200512", "2005-12"),
        ("9912", "2010-12"),
        ("民國元年", "1912"),
        ("2021/10/12 15:20:24", "2021-10-12"),
        ("20251231120000", "2025-12-31"),
        ("1141231.0", "2025-12-31"),
        ("113/2/29", "2024-02-29"),
        ("2025-12-00", "2025-12"),
        *[(raw, OPEN) for raw in ("99991231", "9999-12-31", "9991231", "999/12/31")],
        *[(raw, "") for raw in ("", "無", "-", "00000000", "不詳")],
    ],
)
def test_date(raw: str, expected: str) -> None:
    assert date(raw).value == expected


def test_years_of_the_republic_are_told() -> None:
    (note,) = date("114/12/31").remarks
    assert (note.template, note.old, note.new) == (dates.ROC_YEAR, "114/12/31", "2025-12-31")
    assert date("114年度").remarks[0].template == dates.FISCAL
    assert not date("2025-12-31").remarks


@pytest.mark.parametrize(
    ("raw", "proposals"),
    [
        ("民國前5年", ()),
        ("12/25", ()),
        ("1012", ()),
        ("20251301", ()),
        ("1149931", ()),
        ("31/12/99", ()),
        ("abc", ()),
        ("114/2/29", ("2025-02-28",)),
        ("1140230", ("2025-02-28",)),
        ("2025-04-31", ("2025-04-30",)),
        ("1/2/2025", ("2025-01-02", "2025-02-01")),
        ("25/12/31", ("2025-12-31",)),
        ("114年底", ("2025",)),
        ("114年第3季", ("2025",)),
        ("45992", ("2025-12-01",)),
    ],
)
def test_what_is_not_sure_is_refused(raw: str, proposals: tuple[str, ...]) -> None:
    with pytest.raises(Refusal) as refused:
        date(raw)
    assert refused.value.proposals == proposals
    assert all(date(proposal).value == proposal for proposal in proposals)


def test_days_of_spreadsheets_count_only_where_a_whole_column_has_them() -> None:
    assert is_serial(["45992", "45000.5", "", "無"])
    assert not is_serial(["45992", "114/12/31"])
    assert not is_serial(["11412", "11411"])
    assert not is_serial([])
    assert date("45992", serial=True).value == "2025-12-01"
    assert date("60000", serial=True).value == (datetime.date(1899, 12, 30) + datetime.timedelta(60000)).isoformat()


@given(st.dates(datetime.date(1945, 1, 1), datetime.date(2100, 12, 31)))
def test_every_spelling_of_a_day_is_that_day(day: datetime.date) -> None:
    roc = day.year - 1911
    spellings = [
        f"{day:%Y%m%d}",
        f"{day:%Y/%m/%d}",
        f"{roc:03}{day:%m%d}",
        f"{roc}/{day.month}/{day.day}",
        f"{roc}.{day.month}.{day.day}",
        f"民國{roc}年{day.month}月{day.day}日",
    ]
    assert {date(spelling).value for spelling in spellings} == {day.isoformat()}


@given(st.text(alphabet="0123456789/-.年月日 民國前", max_size=14))
def test_what_is_taken_is_a_day_of_the_calendar(raw: str) -> None:
    try:
        value = date(raw).value
    except Refusal:
        return
    if value and value != OPEN:
        year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
        assert dates.FIRST_YEAR <= datetime.date(year, month, day).year <= dates.LAST_YEAR
