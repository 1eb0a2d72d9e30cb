"""Cells as coordinates: degrees in every spelling, metres, and the coordinate systems that Taiwan uses.

``crs`` is an EPSG code of ``data.intake.plan.CRS``. TWD97 (3824, 3825, 3826) and WGS 84 (4326) differ by less than a
metre and are taken as one; TWD67 (3828) differs by 850 m, and looks just like TWD97.
"""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data.errors import InputError
from data.intake.cleaned import Cleaned, Note, Refusal, check_length, remembered, shown
from data.intake.numbers import DecimalStyle, is_unknown, number
from data.marking import mark
from data.numbers import LAT, LON
from data.tm2 import from_tm2

SEXAGESIMAL = mark(
    "Intake",
    "Cells whose degrees, minutes and seconds were written as decimal degrees: {count}, for example {old} → {new}.",
)

Array = NDArray[np.float64]

TM2_X, TM2_Y = (-70_000.0, 420_000.0), (2_200_000.0, 3_000_000.0)
"""Metres of TM2 in either zone; Kinmen and Matsu have negative x in zone 121."""

_A, _B = 0.00001549, 0.000006521
_SPHERE = 6_378_137.0

_PLAIN = re.compile(r"-?[0-9]{1,8}(?:\.[0-9]{1,20})?")
_SIDE = r"(?P<{0}>[NSEW]|[東西]經|[南北]緯|[東西南北])?"
_DEGREES = re.compile(
    _SIDE.format("before") + r"\s*(?P<degrees>[0-9]{1,3}(?:[.,][0-9]+)?)\s*(?:°|度)?\s*" + _SIDE.format("after"),
    re.IGNORECASE,
)
_PARTS = re.compile(
    _SIDE.format("before")
    + r"\s*(?P<degrees>[0-9]{1,3})\s*(?P<sign>[°度:\s-])\s*(?P<minutes>[0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:['分:\s-]|$)"
    + r"\s*(?:(?P<seconds>[0-9]{1,2}(?:[.,][0-9]+)?)\s*(?:\"|''|秒)?)?\s*"
    + _SIDE.format("after"),
    re.IGNORECASE,
)
_MARKS = str.maketrans("º\u02da゜\u2218′’‘\u02b9´`″”“\u02ba＂", "°°°°''''''\"\"\"\"\"")
_PAIR = re.compile(
    r"(?:POINT\s*)?[(\[]?\s*(?P<x>[^,;\s][^,;]*?)\s*[,;\s]\s*(?P<y>[^,;\s][^,;]*?)\s*[)\]]?", re.IGNORECASE
)
_SHORT = 60  # characters; no coordinate is longer, and patterns need not look at more


def coordinate(raw: str, style: DecimalStyle = "point") -> Cleaned[float | None]:
    """Return a coordinate as a number of degrees or metres, None where the cell is empty or says that it is unknown.

    South and west are negative. Raises Refusal.
    """
    if style == "point" and _PLAIN.fullmatch(raw):
        return Cleaned(float(raw))
    check_length(raw)
    return _coordinate(raw, style)


def split_pair(raw: str) -> tuple[str, str] | None:
    """Return the two coordinates of one cell (25.03, 121.56) or POINT(121.56 25.03), None where it holds no two."""
    if len(raw) > 2 * _SHORT:
        return None
    text = raw if raw.isascii() else unicodedata.normalize("NFKC", raw.translate(_MARKS))
    found = _PAIR.fullmatch(text.strip())
    return (found["x"], found["y"]) if found else None


@remembered(maxsize=10_000)
def _coordinate(raw: str, style: DecimalStyle) -> Cleaned[float | None]:
    text = unicodedata.normalize("NFKC", raw.translate(_MARKS)).strip().lstrip("'").strip().translate(_MARKS)
    short = text if len(text) <= _SHORT else ""
    if parts := _PARTS.fullmatch(short):
        minutes, seconds = _decimal(parts["minutes"]), _decimal(parts["seconds"] or "0")
        side = _side(raw, parts)
        if minutes >= 60 or seconds >= 60 or (parts["seconds"] and not float(minutes).is_integer()):
            raise Refusal("{value} has minutes or seconds that are no sixtieths.", value=shown(raw))
        value = side * (float(parts["degrees"]) + minutes / 60 + seconds / 3600)
        return Cleaned(value, (Note(SEXAGESIMAL, shown(raw.strip()), f"{value:.6f}"),))
    if (parts := _DEGREES.fullmatch(short)) and (parts["before"] or parts["after"] or short[-1:] in ("°", "度")):
        return Cleaned(_side(raw, parts) * _decimal(parts["degrees"]))
    if not is_unknown(raw) and split_pair(raw) and "," in text and style == "point" and text.count(".") > 1:
        raise Refusal("{value} holds both coordinates; they need a column each.", value=shown(raw))
    return number(raw, style)


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


def _side(raw: str, parts: re.Match[str]) -> int:
    letters = [letter[0].upper() for letter in (parts["before"], parts["after"]) if letter]
    if len(letters) > 1:
        raise Refusal("{value} names two sides of the world.", value=shown(raw))
    return -1 if letters and letters[0] in "SW南西" else 1


def to_degrees(x: ArrayLike, y: ArrayLike, crs: int) -> tuple[Array, Array]:
    """Return (n,) longitudes and latitudes in degrees of (n,) coordinates in a system; NaN stays NaN.

    TWD67 follows the usual plane formula, X97 = X67 + 807.8 + A X67 + B Y67 and Y97 = Y67 - 248.6 + A Y67 + B X67 with
    A = 0.00001549 and B = 0.000006521, said to be within 2 m on the main island; EPSG gives its own shift 7 m, and the
    two are nowhere farther apart. Raises InputError for a system that is not one of ``data.intake.plan.CRS``.
    """
    east, north = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if crs in (4326, 3824):
        return east.copy(), north.copy()
    if crs == 3826:
        return from_tm2(np.stack([east, north], axis=1), 121)
    if crs == 3825:
        return from_tm2(np.stack([east, north], axis=1), 119)
    if crs == 3828:
        shifted = (east + 807.8 + _A * east + _B * north, north - 248.6 + _A * north + _B * east)
        return from_tm2(np.stack(shifted, axis=1), 121)
    if crs == 3857:  # the inverse of the spherical Mercator projection
        return np.degrees(east / _SPHERE), np.degrees(np.arctan(np.sinh(north / _SPHERE)))
    raise InputError("Coordinates in EPSG:{crs} cannot be read.", crs=crs)


def in_range(x: Array, y: Array, crs: int) -> NDArray[np.bool_]:
    """Return (n,) whether coordinates of a system may be a place of Taiwan, by their size alone."""
    with np.errstate(invalid="ignore", over="ignore"):
        if crs in (3825, 3826, 3828):
            return np.asarray((TM2_X[0] <= x) & (x <= TM2_X[1]) & (TM2_Y[0] <= y) & (y <= TM2_Y[1]))
        if crs == 3857:
            x, y = to_degrees(x, y, crs)
        return np.asarray((LON.low <= x) & (x <= LON.high) & (LAT.low <= y) & (y <= LAT.high))
