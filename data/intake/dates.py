"""Cells as dates: years of the Republic (民國) and of the common era in the spellings of offices, as ISO dates.

A date is kept as exactly as it is given: YYYY, YYYY-MM or YYYY-MM-DD.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable

from data.intake.cleaned import Cleaned, Note, Refusal, check_length, remembered, shown
from data.intake.codes import plain_code
from data.intake.numbers import UNKNOWN
from data.marking import mark

OPEN = "9999-12-31"
"""What dates such as 99991231 are read as: the end of what has no end."""

FIRST_YEAR, LAST_YEAR = 1895, 2100
"""No fact about Taiwan of today is dated outside."""
LIKELY_YEARS = range(1945, LAST_YEAR + 1)
"""What a date that could be read in two ways is expected in; 民國 34 and later."""
ROC, OPEN_YEAR = 1911, 999
"""Year 1 of the Republic is 1912, and its year 999 stands for no end."""

ROC_YEAR = mark(
    "Intake",
    "Cells whose year of the Republic was written as that of the common era: {count}, for example {old} → {new}.",
)
COMMON = mark("Intake", "Cells whose date was brought into one form: {count}, for example {old} → {new}.")
SERIAL = mark(
    "Intake", "Cells whose day as a spreadsheet counts it was written as a date: {count}, for example {old} → {new}."
)
FISCAL = mark("Intake", "Cells whose fiscal year was taken as the year: {count}, for example {old} → {new}.")
MISSING_MARK = mark("Intake", "Cells taken as unknown dates: {count}, for example {old}.")

_ISO = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?")
_ERA = re.compile(r"^(?:中華民國|民國|民|ROC|R\.O\.C\.)\s*", re.IGNORECASE)
_WESTERN = re.compile(r"^(?:西元|公元|AD)\s*", re.IGNORECASE)
_TIME = re.compile(
    r"(?:[T\s]+|(?<=日))(?:上午|下午|AM|PM)?\s*[0-9]{1,2}(?::[0-9]{1,2}){1,2}(?:\.[0-9]+)?\s*(?:AM|PM|Z|[+-][0-9]{2}:?[0-9]{2})?$",
    re.IGNORECASE,
)
_STAMP = re.compile(r"([0-9]{8})(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]")
_SIGNS = re.compile(r"(?P<a>[0-9]{1,4})\s*(?P<s>[./-])\s*(?P<b>[0-9]{1,2})(?:\s*(?P=s)\s*(?P<c>[0-9]{1,4}))?\.?")
_WORDS = re.compile(r"(?P<a>[0-9]{1,4}|元)\s*年(?:\s*(?P<b>[0-9]{1,2}|元)\s*月份?(?:\s*(?P<c>[0-9]{1,2})\s*[日號])?)?")
_FISCAL = re.compile(r"(?P<a>[0-9]{2,4})\s*年度")
_ROUGH = re.compile(
    r"(?P<year>[0-9]{2,4})\s*(?:學年度?|年(?:底|初|中|度?第?\s*[一二三四1-4]\s*季|上半年|下半年)|Q[1-4]|年?\s*第?\s*[一二三四1-4]\s*季)"
)
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_SERIALS = range(16_438, 73_416)
"""1945-01-01 to the last day of 2100 in the days of Excel"""
_SHORT = 60  # characters; no date is longer, and patterns need not look at more

Parts = tuple[int, int, int]
"""year of the common era, month, day; 0 for what is not given"""


def date(raw: str, serial: bool = False) -> Cleaned[str]:
    """Return the ISO date of a cell, '' where it says that it is unknown, OPEN for the end of what has no end.

    ``serial`` says that the column counts days as spreadsheets do (``is_serial``). Raises Refusal, with a proposal
    where a day does not exist or only the year is clear.
    """
    check_length(raw)
    return _date(raw, serial)


def is_serial(values: Iterable[str]) -> bool:
    """Whether a column counts days as spreadsheets do: every cell does, and none could be another date."""
    known = [text for raw in values if (text := raw.strip()) and text.upper() not in UNKNOWN]
    return bool(known) and all(_SERIAL.fullmatch(text) and int(text[:5]) in _SERIALS for text in known)


@remembered(maxsize=50_000)
def _date(raw: str, serial: bool) -> Cleaned[str]:
    if _ISO.fullmatch(raw):
        return Cleaned(raw)
    text = plain_code(raw)
    if text.upper() in UNKNOWN or not text.strip("0"):
        return Cleaned("", (Note(MISSING_MARK, text),) if text else ())
    if len(text) > _SHORT or "前" in text:
        raise _refused(raw)
    text = _STAMP.sub(r"\1", _TIME.sub("", text).strip())
    if serial and _SERIAL.fullmatch(text):
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text[:5]))
        return Cleaned(day.isoformat(), (Note(SERIAL, text, day.isoformat()),))
    return _of_text(raw, text)


def _of_text(raw: str, text: str) -> Cleaned[str]:
    plain = _WESTERN.sub("", text)
    western = plain != text
    plain, era = _ERA.subn("", plain)
    if fiscal := _FISCAL.fullmatch(plain):
        parts, republic = _parts(raw, fiscal["a"], "0", "0", bool(era), western)
        return _cleaned(raw, parts, republic, FISCAL)
    if found := _WORDS.fullmatch(plain) or _SIGNS.fullmatch(plain):
        a, b, c = ("1" if part == "元" else part or "0" for part in (found["a"], found["b"], found["c"]))
        if len(c) > 2 or (len(c) == 2 and len(a) < 3 and not era and not 0 < int(b) <= 12):
            a, b, c = _year_last(raw, a, b, c)
        parts, republic = _parts(raw, a, b, c, bool(era), western)
    elif plain.isascii() and plain.isdigit():
        parts, republic = _of_digits(raw, plain, bool(era), western)
    else:
        raise _refused(raw, _ROUGH.fullmatch(plain))
    return _cleaned(raw, parts, republic, COMMON)


def _year_last(raw: str, a: str, b: str, c: str) -> tuple[str, str, str]:
    """Return year, month and day of what has its year last: 12/31/2025 can be but one day, 1/2/2025 may be two."""
    months = [(c, month, day) for month, day in {(a, b), (b, a)} if 0 < int(month) <= 12 and 0 < int(day) <= 31]
    if len(c) != 4 or not months:
        raise _refused(raw)
    if len(months) > 1:
        raise Refusal(
            "{value} may be two different days.",
            value=shown(raw),
            proposals=tuple(sorted(f"{int(c):04}-{int(month):02}-{int(day):02}" for _, month, day in months)),
        )
    return months[0]


def _parts(raw: str, a: str, b: str, c: str, era: bool, western: bool) -> tuple[Parts, bool]:
    """Return the parts of a date whose year stands first, and whether that is a year of the Republic."""
    year = int(a)
    republic = era or (not western and len(a) < 4)
    if (
        republic and not era and year + ROC not in LIKELY_YEARS and year != OPEN_YEAR
    ):  # 9/5 has no year, 25/12/31 half of one
        likely = (2000 + year, int(b), int(c))
        proposals = (_written(likely),) if len(a) == 2 and likely[2] and _exists(likely) else ()
        raise Refusal("{value} is not a date.", value=shown(raw), proposals=proposals)
    return (year + ROC if republic else year, int(b), int(c)), republic


def _of_digits(raw: str, digits: str, era: bool, western: bool) -> tuple[Parts, bool]:
    """Return the parts of a date without signs in it, and whether its year is one of the Republic.

    The number of digits leaves one or two readings; of two the one counts that is a day of LIKELY_YEARS.
    """
    readings: list[tuple[Parts, bool]] = []
    for republic, lengths in ((False, {4: 4, 6: 4, 8: 4}), (True, {2: 2, 3: 3, 4: 2, 5: 3, 6: 2, 7: 3, 8: 4})):
        length = lengths.get(len(digits))
        if length is None or (republic and western) or (not republic and era):
            continue
        year, month, day = int(digits[:length]), int(digits[length : length + 2] or 0), int(digits[length + 2 :] or 0)
        readings.append(((year + ROC if republic else year, month, day), republic))
    likely = [reading for reading in readings if reading[0][0] in LIKELY_YEARS and _exists(reading[0])]
    likely += [reading for reading in readings if _is_open(reading[0], reading[1])]
    if len(likely) == 1:
        return likely[0]
    if len(likely) > 1:
        proposals = tuple(_written(parts) for parts, _ in likely)
        raise Refusal("{value} may be two different days.", value=shown(raw), proposals=proposals)
    possible = [reading for reading in readings if reading[0][0] in LIKELY_YEARS and 0 < reading[0][1] <= 12]
    if len(possible) == 1:
        return possible[0]  # its day does not exist, which is said with a proposal
    if _SERIAL.fullmatch(digits) and int(digits) in _SERIALS:
        day_of = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(digits))
        raise Refusal(
            "{value} is no date, unless it counts days as spreadsheets do.",
            value=shown(raw),
            proposals=(day_of.isoformat(),),
        )
    raise _refused(raw)


def _cleaned(raw: str, parts: Parts, republic: bool, template: str) -> Cleaned[str]:
    year, month, day = parts
    if _is_open(parts, republic):
        return Cleaned(OPEN)
    if not FIRST_YEAR <= year <= LAST_YEAR or month > 12 or (day and not month):
        raise _refused(raw)
    if not _exists(parts):
        last = monthrange(year, month)[1] if month else 0
        proposals = (f"{year:04}-{month:02}-{last:02}",) if last and day > last else ()
        raise Refusal("{value} is no day of the calendar.", value=shown(raw), proposals=proposals)
    written = _written(parts)
    if written == raw:
        return Cleaned(written)
    if template is COMMON and republic:
        template = ROC_YEAR
    return Cleaned(written, (Note(template, shown(raw.strip()), written),))


def _is_open(parts: Parts, republic: bool) -> bool:
    year = parts[0] - ROC if republic else parts[0]
    return year == (OPEN_YEAR if republic else 9999) and parts[1:] in ((12, 31), (12, 0), (0, 0))


def _exists(parts: Parts) -> bool:
    year, month, day = parts
    return (month == 0 and day == 0) or (1 <= month <= 12 and 0 <= day <= monthrange(year, month)[1])


def _written(parts: Parts) -> str:
    year, month, day = parts
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _refused(raw: str, rough: re.Match[str] | None = None) -> Refusal:
    """Return the refusal of what is no date; of a rough one (a season, the end of a year) the year is proposed."""
    year = 0 if rough is None else int(rough["year"]) + (ROC if len(rough["year"]) < 4 else 0)
    proposals = (str(year),) if FIRST_YEAR <= year <= LAST_YEAR else ()
    return Refusal("{value} is not a date.", value=shown(raw), proposals=proposals)
