"""What a value may be: ranges by unit, enumerations, numbers. Every check says what is wrong in words."""

from __future__ import annotations

import math
from collections.abc import Container
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """The closed range of a unit; ``whole`` for counts, ``positive`` where zero is impossible too."""

    low: float
    high: float
    whole: bool = False
    positive: bool = False


RANGES: dict[str, Range] = {
    "percent": Range(0, 100),
    "per 100 households": Range(0, 100),
    "count": Range(0, math.inf, whole=True),
    "persons": Range(0, 50_000_000, whole=True, positive=True),
    "households": Range(0, 50_000_000, whole=True, positive=True),
    "beds": Range(0, 10_000, whole=True),
    "Mbps": Range(0, 10_000),
    "Gbps": Range(0, 1_000),
    "km2": Range(0, 5_000, positive=True),
    "class": Range(1, 4, whole=True),
}
"""Ranges of the units of figures; other units (of sites and policy figures) need only be finite numbers."""

LON = Range(116, 123)
LAT = Range(20, 27)
"""Taiwan with all its islands, the South China Sea ones left out."""


def number(text: str, unit: str = "", limits: Range | None = None) -> str:
    """Why ``text`` is not an acceptable number of ``unit``; '' when it is."""
    try:
        value = float(text)
    except ValueError:
        return f"{text!r} is not a number"
    if not math.isfinite(value):
        return f"{text!r} is not a number"
    limits = limits or RANGES.get(unit)
    if limits is None:
        return ""
    if not limits.low <= value <= limits.high or (limits.positive and value == 0):
        return f"{text} {unit} is outside {limits.low:g} to {limits.high:g}".replace("  ", " ")
    if limits.whole and value != int(value):
        return f"{text} {unit} is not a whole number"
    return ""


def choice(text: str, allowed: Container[str], column: str) -> str:
    """Why ``text`` is not one of ``allowed``; '' when it is."""
    return "" if text in allowed else f"{column} {text!r} is not one of the known values"
