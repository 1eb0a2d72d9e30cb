"""Small JSON files that people can read and correct: reading them strictly, and the entries of one record in them.

Every fault is an InputError, whose sentence names the file or the entry.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from data.errors import InputError, UserError

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T", bound=str)

_LARGEST_WHOLE = 1e15


@dataclass(frozen=True)
class FileKind:
    """What a file of some format must be. The two faults are raised where it is not."""

    format: str
    version: int
    largest: int
    """bytes"""
    entries: tuple[str, ...]
    """those it may have beside format and version"""
    strange: InputError
    too_large: InputError


def read_document(path: Path, kind: FileKind) -> dict[str, Any]:
    """Return the content of a file of a kind; no entry in it stands there twice.

    Raises UserError (exit 1) where the file cannot be read, InputError (exit 2) where it is not of the kind.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(kind.largest + 1)
    except OSError as error:
        raise UserError(
            "{file} cannot be read ({reason}).", file=path, reason=error.strerror or type(error).__name__
        ) from None
    if len(raw) > kind.largest:
        raise kind.too_large
    try:
        content = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        raise InputError("{file} is not a text file in UTF-8.", file=path.name) from None
    except json.JSONDecodeError as error:
        raise InputError(
            "{file} is not JSON: line {line}, column {column} cannot be read.",
            file=path.name,
            line=error.lineno,
            column=error.colno,
        ) from None
    except (ValueError, RecursionError):  # numbers of thousands of digits, lists in lists in lists
        raise kind.strange from None
    except InputError as fault:
        raise InputError("{file}: {fault}", file=path.name, fault=fault) from None
    if not isinstance(content, dict) or content.get("format") != kind.format:
        raise kind.strange
    version = content.get("version")
    if type(version) is not int or version < 1:
        raise InputError("{file} does not say which version of the format it has.", file=path.name)
    if version > kind.version:
        raise InputError(
            "{file} was written by a newer version of the program (format {version}); please update the program.",
            file=path.name,
            version=version,
        )
    other = next((key for key in content if key not in ("format", "version", *kind.entries)), None)
    if other is not None:
        raise InputError("{file} has an unknown entry {name}.", file=path.name, name=other)
    return content


def is_text(value: object) -> bool:
    """Return whether a value is a text that can be written; JSON can spell halves of characters, which cannot."""
    return isinstance(value, str) and not any("\ud800" <= character <= "\udfff" for character in value)


def plain(value: float) -> float | int:
    """Return whole numbers without a point, as people write them."""
    return int(value) if float(value).is_integer() and abs(value) < _LARGEST_WHOLE else value


@dataclass(frozen=True)
class Entries:
    """The entries of one record, each asked for by what it should be. Everything raises InputError."""

    values: Mapping[str, Any]

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if value is None:
            raise InputError("The entry {name} is missing.", name=key)
        if not is_text(value):
            raise InputError("The entry {name} is not a text.", name=key)
        return str(value)

    def number(self, key: str) -> float | None:
        """Return a finite number, None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        number = finite(value)
        if number is None:
            raise InputError("The entry {name} is not a number.", name=key)
        return number

    def required(self, key: str) -> float:
        """Return a finite number that must be there."""
        number = self.number(key)
        if number is None:
            raise InputError("The entry {name} is missing.", name=key)
        return number

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise InputError("The entry {name} is neither true nor false.", name=key)
        return value

    def one_of(self, key: str, kind: type[E], valid: tuple[E, ...], default: E | None = None) -> E:
        return kind(self.choice(key, valid, default))

    def choice(self, key: str, valid: tuple[T, ...], default: T | None = None) -> T:
        """Return one of a few words."""
        text = self.text(key, default)
        for one in valid:
            if one == text:
                return one
        raise InputError(
            "{name} is not a valid {entry}; valid are {valid}.", name=text, entry=key, valid=", ".join(valid)
        )


def finite(value: object) -> float | None:
    """Return a JSON number as a finite float, None for everything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise InputError("The entry {name} stands there twice.", name=next(k for k in keys if keys.count(k) > 1))
    return found
