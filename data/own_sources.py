"""Sources that a project brings along: of lists, of edits and of definitions."""

from __future__ import annotations

import re
from dataclasses import replace

from data.dataset import DataSet
from data.model import Source
from data.names import fold
from data.own import EDITS

KIND = "own"
"""``Source.kind`` of what a user brings along."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_date(text: str) -> bool:
    """Tell whether text is a date of a source: YYYY, YYYY-MM or YYYY-MM-DD."""
    return _DATE.fullmatch(text) is not None


def edition_of(data: DataSet, source: Source) -> Source:
    """Return ``source`` under the id of an own one with this title and publisher, of which it is a newer edition.

    Of several that is the one of its date, else the last.
    A source of the embedded set keeps its id and its date: what cites it there was not in the newer edition.
    """
    key = fold(source.title), fold(source.publisher)
    known = [
        one
        for one in data.sources.values()
        if one.kind == KIND and one.id != EDITS and (fold(one.title), fold(one.publisher)) == key
    ]
    same = [one for one in known if one.date == source.date]
    return replace(source, id=(same or known)[-1].id) if known else source
