"""Names as offices write them and as people type them."""

from __future__ import annotations

import unicodedata


def official(text: str) -> str:
    """Return ``text`` with 台 written 臺, as official place names have it."""
    return text.replace("台", "臺")


def fold(text: str) -> str:
    """Return the key under which ``text`` is searched: 台 as 臺, one width, one case, no spaces or punctuation.

    ``fold(fold(text)) == fold(text)`` for every text.
    """
    # Folding the case can undo the normal form, and leaving out marks can bring letters together that combine.
    while (key := _fold_once(text)) != text:
        text = key
    return key


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKC", official(unicodedata.normalize("NFKC", text).casefold()))
    return "".join(letter for letter in text if unicodedata.category(letter)[0] not in "PZC")
