"""How numbers are written in the set, and which are possible in a unit: one rule for building it and for reading it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def plain_number(text: str) -> float:
    """Return the number that ``text`` is in ASCII digits with a point; raise ValueError for every other spelling.

    Python alone would also take 1_000, full-width digits, nan and padding, which are slips where a person typed them.
    """
    if not _PLAIN.fullmatch(text):
        raise ValueError(text)
    number = float(text)
    if not math.isfinite(number):  # more digits than a float can hold
        raise ValueError(text)
    return number


@dataclass(frozen=True, slots=True)
class Range:
    """The closed range of a unit; ``whole`` for counts, ``positive`` where zero is impossible too."""

    low: float
    high: float
    whole: bool = False
    positive: bool = False

    def holds(self, value: float) -> bool:
        """Whether ``value`` lies inside; whether it is whole is another question."""
        return self.low <= value <= self.high and not (self.positive and value == 0)


RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "percent": Range(0, 100),
        "per 100 households": Range(0, 100),
        "count": Range(0, 50_000_000, whole=True),
        "persons": Range(0, 50_000_000, whole=True, positive=True),
        "households": Range(0, 50_000_000, whole=True, positive=True),
        "beds": Range(0, 500, whole=True),
        "Mbps": Range(0, 1_000, positive=True),
        "Gbps": Range(0, 1_000),
        "km2": Range(0, 5_000, positive=True),
        "class": Range(1, 4, whole=True),
        "ha": Range(0, 50_000, positive=True),
        "MW": Range(0, 10_000, positive=True),
    }
)
"""Ranges of the units of figures. Beds are those of one hospital or township; the largest emergency room has 160."""

LON = Range(116, 123)
LAT = Range(20, 27)
"""Degrees; Taiwan with all its islands, the South China Sea ones left out."""
