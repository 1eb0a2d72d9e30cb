"""Names as offices write them and as people type them."""

from __future__ import annotations

import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def official(text: str) -> str:
    """Return ``text`` with 台 written 臺, as official place names have it."""
    return text.replace("台", "臺")


def fold(text: str) -> str:
    """Return the key under which ``text`` is searched: 台 as 臺, one width, one case, one dash, no spaces.

    ``fold(fold(text)) == fold(text)`` for every text.
    """
    # Unicode asks for both steps twice: folding case can undo the normal form, and the other way round.
    for _ in range(2):
        text = unicodedata.normalize("NFKC", text.casefold())
    return "".join(official(text).translate(_DASHES).split())
