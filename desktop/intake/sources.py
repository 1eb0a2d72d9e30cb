"""The source of an import: earlier ones of the project, and its date as it is written."""

from __future__ import annotations

from collections.abc import Sequence

from data.intake import dates
from data.intake.cleaned import Refusal
from data.model import Source
from data.own import EDITS, OwnData


def earlier(own: OwnData) -> Sequence[Source]:
    """Return the sources that the project brought along, the latest first."""
    return [source for source in reversed(own.sources) if source.id != EDITS]


def as_date(text: str) -> str:
    """Return a date as it is kept: 115/3/1 as 2026-03-01; text that is no date stays as it is."""
    plain = text.strip()
    try:
        return dates.date(plain).value or plain
    except Refusal:
        return plain
