"""Sentences of this room that others translate."""

from __future__ import annotations


def mark(context: str, source: str) -> str:
    """Return ``source``, and let the catalogue of translations have it in this context."""
    return source
