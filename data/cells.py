"""Cells of tables for other programs: numbers without noise, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import math

DECIMALS = 6
"""Digits after the point in the tables; on screen each indicator has its own."""

_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
"""Spreadsheets of East Asia take full-width signs as well."""


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: names may come from anybody's table."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def number(value: float) -> float | int | None:
    """Return the number to six decimals, whole numbers without a point, None for unknown and infinite."""
    if not math.isfinite(value):
        return None
    rounded = round(float(value), DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded
