"""How long a text of the user's may be on a sheet."""

from __future__ import annotations

MOST_CHARACTERS, MOST_LINES = 3000, 60
"""More could not be read on any sheet, and takes seconds to lay out."""


def is_too_long(text: str) -> bool:
    """Tell whether no sheet has room for a text."""
    return len(text) > MOST_CHARACTERS or len(text.splitlines()) > MOST_LINES
