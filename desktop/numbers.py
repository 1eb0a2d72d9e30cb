"""Lists of numbers as users type them: the bounds of classes, the distances of rings."""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise

from data.errors import InputError

MOST_BREAKS = 8
"""Bounds between classes: one fewer than the classes there may be."""

MOST_RINGS, FARTHEST_KM = 6, 500.0
"""Distances of rings: more cannot be told apart on a map, and farther ones are beyond it."""

_SEPARATORS = re.compile(r"[\s,;、]+")


def read_numbers(text: str, most: int, lengths: bool = False) -> tuple[float, ...]:
    """Return the ascending numbers of a text, between them spaces, commas or semicolons, full-width ones too.

    A comma never groups digits. Raises InputError for what is no number, for none or too many of them, for an order
    other than from small to large, and for ``lengths`` in km that are not above 0 or above 500.
    """
    parts = [part for part in _SEPARATORS.split(unicodedata.normalize("NFKC", text).replace("−", "-")) if part]
    numbers = tuple(_number(part) for part in parts)
    if not numbers:
        raise InputError("Give at least one number.")
    if len(numbers) > most:
        raise InputError("Give at most {most} numbers.", most=most)
    for first, second in pairwise(numbers):
        if second <= first:
            raise InputError(
                "{second} does not come after {first}: give the numbers from small to large, digits without commas.",
                first=_text(first),
                second=_text(second),
            )
    if lengths and not 0 < numbers[0] <= numbers[-1] <= FARTHEST_KM:
        raise InputError("Give lengths above 0 and up to {most} km.", most=_text(FARTHEST_KM))
    return numbers


def numbers_text(numbers: tuple[float, ...]) -> str:
    """Return the text from which ``read_numbers`` reads these numbers."""
    return "; ".join(map(_text, numbers))


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise InputError("{text} is not a number.", text=text)
    return number


def _text(number: float) -> str:
    return f"{number:.12g}"
