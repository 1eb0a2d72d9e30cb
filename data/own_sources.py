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


_YEAR = re.compile(
    r"(?:民國|西元)?\s*\d{2,4}\s*年度?(?:\s*\d{1,2}\s*月份?)?(?:\s*\d{1,2}\s*日)?|(?<!\d)(?:19|20)\d\d(?!\d)"
)


def edition_of(data: DataSet, source: Source, series: bool = False) -> Source:
    """Return ``source`` under the id of an own one with this title and publisher, of which it is a newer edition.

    Of several that is the one of its date, else the last. In a ``series`` titles may differ by their year: 114年度清冊,
    115年度清冊.
    A source of the embedded set keeps its id and its date: what cites it there was not in the newer edition.
    """
    own = [one for one in data.sources.values() if one.kind == KIND and one.id != EDITS]
    for without_year in (False, True) if series else (False,):
        known = [one for one in own if _key(one, without_year) == _key(source, without_year)]
        if known:
            same = [one for one in known if one.date == source.date]
            return replace(source, id=(same or known)[-1].id)
    return source


def _key(source: Source, without_year: bool) -> tuple[str, str]:
    title = _YEAR.sub("", source.title) if without_year else source.title
    return fold(title or source.title), fold(source.publisher)
