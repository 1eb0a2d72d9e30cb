"""Names of files by a pattern, such that every system takes them."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from pathlib import Path

from data.errors import InputError
from maps.plate import Plate

FIELDS = ("number", "view", "name", "title", "indicator", "level", "side", "language", "theme")
"""What a pattern may name in braces."""

LONGEST = 120
"""Characters of a name without its ending."""

MOST_BYTES = 200
"""Of a name without its ending: file systems take 255 with it and with what a file half-written is called."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+')
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks that turn the order of letters round: a name could then end otherwise than it seems to."""

_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[\d¹²³]|conin\$|conout\$)", re.IGNORECASE)


def file_name(text: str) -> str:
    """Return ``text`` as a name that Windows, macOS and Linux take: what is not allowed becomes a dash.

    '' becomes '-'. Names that Windows keeps for devices get a dash in front.
    """
    name = _DIRECTIONS.sub("", _FORBIDDEN.sub("-", text)).strip(" .")[:LONGEST]
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    if _RESERVED.fullmatch(name.partition(".")[0].rstrip()):
        name = f"-{name}"
    return name or "-"


def check_pattern(pattern: str) -> None:
    """Raise InputError, which lists the fields, if ``pattern`` is no pattern."""
    try:
        parsed = list(string.Formatter().parse(pattern))
    except ValueError:
        parsed = [("", "", "", None)]
    wrong = [name or "{}" for _, name, form, way in parsed if name is not None and (name not in FIELDS or form or way)]
    if wrong or not pattern.strip():
        raise InputError(
            "{pattern} is no pattern for file names; {wrong} cannot stand in it. The fields are {fields}.",
            pattern=pattern or "''",
            wrong=", ".join(wrong) or "''",
            fields=", ".join(f"{{{name}}}" for name in FIELDS),
        )


def named_by(plates: Sequence[Plate], pattern: str, folder: Path, suffix: str) -> tuple[Path, ...]:
    """Return the file of each plate. Raises InputError for a wrong pattern, or one that names two plates alike."""
    check_pattern(pattern)
    digits = len(str(len(plates)))
    names = [file_name(pattern.format(**_fields(plate, number, digits))) for number, plate in enumerate(plates, 1)]
    if len({name.casefold() for name in names}) < len(names):
        raise InputError(
            "The pattern {pattern} gives several sheets the same name; add {number} to it.",
            pattern=pattern,
            number="{number}",
        )
    return tuple(folder / f"{name}{suffix}" for name in names)


def _fields(plate: Plate, number: int, digits: int) -> dict[str, str]:
    view = plate.view
    coloured = "choropleth" in view.layers
    return {
        "number": f"{number:0{digits}d}",
        "view": view.name,
        "name": plate.name or "nation",
        "title": plate.title,
        "indicator": view.choropleth if coloured else "",
        "level": view.level if coloured else "",
        "side": view.side,
        "language": view.language,
        "theme": view.theme,
    }
