"""Cells as codes of a fixed length, which spreadsheets take for numbers and rob of their leading zeros."""

from __future__ import annotations

import re
import unicodedata

from data.intake.cleaned import Cleaned, Note, Refusal, check_length, shown
from data.marking import mark

LEADING_ZEROS = mark(
    "Intake",
    "Codes whose leading zeros, which a spreadsheet had taken, were put back: {count}, for example {old} → {new}.",
)

_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]+")
_WHOLE = re.compile(r"([0-9]+)\.0+")


def plain_code(raw: str) -> str:
    """Return a code without what spreadsheets add: padding, an apostrophe before it, .0 behind it, another width."""
    text = raw if raw.isascii() else unicodedata.normalize("NFKC", raw)
    text = text.strip().lstrip("'").strip()
    whole = _WHOLE.fullmatch(text)
    return whole[1] if whole else text


def code(raw: str, digits: int) -> Cleaned[str]:
    """Return a code of ``digits`` digits, '' where the cell is empty.

    Shorter ones get their leading zeros back, at most two of them: more are another code. Raises Refusal.
    """
    check_length(raw)
    text = plain_code(raw)
    if not text:
        return Cleaned("")
    if _POWER.fullmatch(text):
        raise Refusal(
            "{value} is a code that a spreadsheet turned into a number; its last digits are lost.", value=shown(text)
        )
    if not (text.isascii() and text.isdigit()) or not digits - 2 <= len(text) <= digits:
        raise Refusal("{value} is not a code of {digits} digits.", value=shown(text), digits=digits)
    if len(text) == digits:
        return Cleaned(text)
    return Cleaned(text.zfill(digits), (Note(LEADING_ZEROS, text, text.zfill(digits)),))
