"""Units, periods and notes that the rows of several topics share."""

from __future__ import annotations

from data.model import Name

PERSONS = Name("人", "people")
PERCENT = Name("%", "%")
POINTS_OF_PERCENT = Name("個百分點", "percentage points")
SITES = Name("處", "sites")
TOWNS = Name("個", "townships")
POINTS = Name("處", "points")
POPULATION_PERIOD = "2026-08"

LISTED_SITES = (
    "名單為彙編所得，資料日期不一；0表示名單上沒有",
    "the list is compiled from sources of different dates; 0 means none listed",
)
LISTED_POINTS = (
    "名單不完整，資料日期不一；未列有據點之地區為不詳，不是零；人口占比指居住於名單有據點之縣市者，不表示該縣市名單完整",
    "the list is incomplete and of different dates: an area without a listed point is unknown, not zero; the known "
    "share is of people in counties with a listed point, and does not mean that the list is complete there",
)


def listed(zh: str, en: str, note: tuple[str, str]) -> Name:
    """Return a formula with a note behind it."""
    return Name(f"{zh}；{note[0]}", f"{en}; {note[1]}")
