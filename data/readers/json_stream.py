"""Records of a JSON file one after the other, so that a file of any length needs the memory of one record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from data.readers.bounds import LONGEST_FEATURE

_PIECE = 1 << 18  # characters
_BLANK = re.compile(r"[\s\x1e\ufeff]*")
_DECODER = json.JSONDecoder()
FAULTS = (ValueError, RecursionError, MemoryError)
"""What Records raises where the file is no JSON: ValueError also for numbers of thousands of digits."""


class Records:
    """The records of a file: those of a list, those of the first list of records in an object, or one in a line."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text, self._at, self._ended = "", 0, False
        self.about: dict[str, Any] = {}
        """what stands beside the list of records; complete when all were read"""

    def __iter__(self) -> Iterator[Any]:
        start = self._next_character()
        if start == "[":
            yield from self._items()
        elif start == "{":
            listed = False
            for record in self._object():
                listed = True
                yield record
            if not listed:
                yield self.about
        else:
            raise ValueError
        while self._next_character():  # lines of JSON, of which a broken one is one record
            try:
                yield self._value()
            except FAULTS:
                yield self._line()

    def _object(self) -> Iterator[Any]:
        self._take("{")
        if self._next_character() == "}":
            self._take("}")
            return
        listed = False
        while True:
            name = self._value()
            self._take(":")
            if not listed and self._next_character() == "[" and self._holds_records():
                listed = True
                yield from self._items()
            else:
                self.about[str(name)] = self._value()
            if self._take(",}") == "}":
                return

    def _items(self) -> Iterator[Any]:
        self._take("[")
        if self._next_character() == "]":
            self._take("]")
            return
        while True:
            yield self._value()
            if self._text[self._at : self._at + 1] == ",":  # nearly always
                self._at += 1
            elif self._take(",]") == "]":
                return

    def _holds_records(self) -> bool:
        """Return whether the list that begins here has an object first."""
        self._take("[")
        first = self._next_character()
        self._text, self._at = "[" + self._text[self._at :], 0
        return first == "{"

    def _next_character(self) -> str:
        while True:
            blank = _BLANK.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text) or self._ended:
                return self._text[self._at : self._at + 1]
            self._more(_PIECE)

    def _take(self, valid: str) -> str:
        found = self._next_character()
        if not found or found not in valid:
            raise ValueError
        self._at += 1
        return found

    def _value(self) -> Any:
        if self._text[self._at : self._at + 1] != "{":
            self._next_character()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if self._ended:
                    raise
            else:
                if end < len(self._text) or self._ended:  # else a number may go on
                    self._at = end
                    return value
            if len(self._text) - self._at > LONGEST_FEATURE:
                raise ValueError
            self._more(max(_PIECE, len(self._text) - self._at))

    def _line(self) -> str:
        """Return the rest of a line, as text."""
        while (end := self._text.find("\n", self._at)) < 0 and not self._ended:
            self._more(_PIECE)
        start, self._at = self._at, end + 1 if end >= 0 else len(self._text)
        return self._text[start : self._at].rstrip()

    def _more(self, count: int) -> None:
        piece = self._file.read(count)
        self._ended = not piece
        self._text, self._at = self._text[self._at :] + piece, 0
