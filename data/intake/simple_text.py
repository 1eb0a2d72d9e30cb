"""Text as cells: the little that most of them need, and the whole of it for the rest."""

from __future__ import annotations

import re

from data.intake.cleaned import Cleaned
from data.intake.numbers import is_unknown
from data.intake.texts import clean_text

LONGEST_SIMPLE = 200
"""Characters; longer texts are looked at one by one."""

SIMPLE = re.compile(r"[\u4e00-\u9fff0-9A-Za-z（）()、．.,，。:：;；/\-－~～_]*")
"""Text that cleaning leaves as it is: no spaces, nothing that has another width or cannot be seen."""


def text(raw: str) -> Cleaned[str]:
    """Return a cell as text; '' for what says that nothing is known."""
    if len(raw) < LONGEST_SIMPLE and SIMPLE.fullmatch(raw):
        return Cleaned("" if len(raw) < 4 and is_unknown(raw) else raw)
    cleaned = clean_text(raw)
    return Cleaned("") if is_unknown(cleaned.value) else cleaned


def place_in(sheet: str) -> str:
    """Return what stands before the number of a row where a source is cited: the name of its table, if it has one."""
    name = text(sheet[:LONGEST_SIMPLE]).value
    return f"{name} " if name else ""
