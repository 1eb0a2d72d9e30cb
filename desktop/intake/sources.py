"""The source of an import: its id, what is still missing of it, and earlier ones of the project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from data.dataset import DataSet
from data.intake import dates
from data.intake.cleaned import Refusal
from data.model import Source
from data.names import fold
from data.own import EDITS, OwnData

KIND = "own"
"""``Source.kind`` of what a user brings along."""

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_YEAR = re.compile(
    r"(?:民國|西元)?\s*\d{2,4}\s*年度?(?:\s*\d{1,2}\s*月份?)?(?:\s*\d{1,2}\s*日)?|(?<!\d)(?:19|20)\d\d(?!\d)"
)


def new_id(data: DataSet) -> str:
    """Return an id that no source of the project has."""
    return next(one for number in count(1) if (one := f"own-source-{number}") not in data.sources)


def earlier(own: OwnData) -> Sequence[Source]:
    """Return the sources that the project brought along, the latest first."""
    return [source for source in reversed(own.sources) if source.id != EDITS]


def like(data: DataSet, source: Source, series: bool) -> Source:
    """Return ``source`` under the id of an own one with this title and publisher, of which it is a newer edition.

    In a ``series`` titles may differ by their year: 114年度據點清冊, 115年度據點清冊.
    """
    own = [one for one in data.sources.values() if one.kind == KIND and one.id != EDITS]
    for without in (False, True) if series else (False,):
        key = _key(source, without)
        for one in own:
            if _key(one, without) == key:
                return replace(source, id=one.id)
    return source


def _key(source: Source, without_year: bool) -> tuple[str, str]:
    title = _YEAR.sub("", source.title) if without_year else source.title
    return fold(title or source.title), fold(source.publisher)


def is_date(text: str) -> bool:
    """Tell whether text is a date of a source: YYYY, YYYY-MM or YYYY-MM-DD."""
    return _DATE.fullmatch(text) is not None


def is_complete(source: Source) -> bool:
    """Tell whether everything that is required of a source is there."""
    return bool(source.title and source.publisher and is_date(source.date))


def as_date(text: str) -> str:
    """Return a date as it is kept: 115/3/1 as 2026-03-01; text that is no date stays as it is."""
    plain = text.strip()
    try:
        return dates.date(plain).value or plain
    except Refusal:
        return plain
