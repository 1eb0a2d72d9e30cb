"""What a value may be: ranges by unit, enumerations, numbers, dates. Every check says what is wrong in words."""

from __future__ import annotations

import re
from collections.abc import Container

from data.numbers import RANGES, Range, plain_number
from data.vocabulary import has_unit, has_words

SET_MONTH = "2026-11"
"""The month of the set: nothing measured in it can be of a later one."""

DATE = r"[0-9]{4}(-[0-9]{4}|-[0-9]{2}(-[0-9]{2})?)?"
"""A year, a span of years, a month or a day."""
PERIOD = r"[0-9]{4}(-[0-9]{4}|Q[1-4]|-[0-9]{2}(\.\.[0-9]{4}-[0-9]{2})?)?"
"""A year, a span of years, a quarter, a month or a span of months."""
_BEGINNING = re.compile(r"[0-9]{4}(-[0-9]{2}(?![0-9]))?")


def number(text: str, unit: str = "", limits: Range | None = None) -> str:
    """Why ``text`` is not an acceptable number of ``unit``; '' when it is."""
    try:
        value = plain_number(text)
    except ValueError:
        return f"{text!r} is not a number"
    limits = limits or RANGES.get(unit)
    if limits is None:
        return ""
    if not limits.holds(value):
        return f"{text} {unit} is outside {limits.low:g} to {limits.high:g}".replace("  ", " ")
    if limits.whole and "." in text:
        return f"{text} {unit} is not a whole number"
    return ""


def choice(text: str, allowed: Container[str], column: str) -> str:
    """Why ``text`` is not one of ``allowed``; '' when it is."""
    return "" if text in allowed else f"{column} {text!r} is not one of the known values"


def pattern(text: str, form: str, column: str) -> str:
    """Why ``text`` has not the ``form`` of a regular expression; '' when it has."""
    return "" if re.fullmatch(form, text) else f"{column} {text!r} is not of the usual form"


def words(text: str, column: str) -> str:
    """Why a code cannot be shown in both languages; '' when it can."""
    return "" if has_words(text) else f"{column} {text!r} has no words in data/vocabulary.py"


def unit(text: str) -> str:
    """Why a unit cannot be shown in both languages; '' when it can."""
    return "" if has_unit(text) else f"unit {text!r} has no words in data/vocabulary.py"


def past(text: str, column: str) -> str:
    """Why something that happened cannot have begun at ``text``, a date or period; '' when it can or is not known."""
    beginning = _BEGINNING.match(text)
    if beginning and beginning[0] > SET_MONTH[: len(beginning[0])]:
        return f"{column} {text} is later than this set ({SET_MONTH})"
    return ""
