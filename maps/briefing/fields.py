"""Fields in the texts of scenes: numbers and names in braces, filled from live data (docs/presentation.md)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from data.balance.evaluate import indicator_ids
from data.errors import UserError
from data.model import Layer
from data.project import Project
from maps.briefing.fields_asked import Asked, WrongField
from maps.briefing.fields_facts import FACTS, area_field, count, people
from maps.briefing.fields_indicator import indicator_value, indicator_words
from maps.people import POPULATION
from maps.texts import Texts
from maps.view import MapView

_PIECE = re.compile(r"\{\{|\}\}|\{[^{}]*\}?")
"""A doubled brace, which stands for one, or a field; one that is never closed is a slip."""


@dataclass(frozen=True)
class Filled:
    """A text whose fields are filled."""

    text: str
    wrong: tuple[str, ...] = ()
    """fields that mean nothing, with their braces, as they stand in the text; they stay there"""
    subjects: tuple[str, ...] = ()
    """ids of the indicators and layers whose numbers it says"""


def fill(text: str, project: Project, view: MapView, texts: Texts) -> Filled:
    """Return a text with the values of its fields in the language of ``texts``. Never raises for what it says."""
    if "{" not in text and "}" not in text:
        return Filled(text)
    asked = Asked(project, view, texts)
    wrong: list[str] = []
    subjects: list[str] = []

    def piece(found: re.Match[str]) -> str:
        written = found[0]
        if written in ("{{", "}}"):
            return written[0]
        try:
            value = _value(asked, written)
        except (WrongField, UserError):
            wrong.append(written)
            return written
        subjects.extend(_subjects(asked, written))
        return value

    filled = _PIECE.sub(piece, text)
    return Filled(filled, tuple(dict.fromkeys(wrong)), tuple(dict.fromkeys(subjects)))


def _value(asked: Asked, written: str) -> str:
    """Return what a field stands for, its braces included. Raises WrongField, or UserError for what does not exist."""
    if not written.endswith("}"):
        raise WrongField(written)
    subject, attribute, words = _parts(written)
    key = subject.casefold()
    if f"{key}.{attribute}" in FACTS and not words:
        return FACTS[f"{key}.{attribute}"](asked)
    if key == "count" and not attribute:
        return count(asked, words)
    if key == "people" and not attribute:
        return people(asked, words)
    if key in ("indicator", *indicator_ids(asked.project)):
        indicator = asked.indicator_id(key)
        if not attribute:
            return indicator_value(asked, indicator, words)
        if words:
            raise WrongField(written)
        return indicator_words(asked, indicator, attribute)
    return area_field(asked, subject, attribute, words)


def _parts(written: str) -> tuple[str, str, tuple[str, ...]]:
    """Return the subject of a field, the word behind its point and those behind its colons."""
    # Input methods write full-width colons and points.
    head, *rest = (part.strip() for part in unicodedata.normalize("NFKC", written.strip("{}")).split(":"))
    subject, _, attribute = head.partition(".")
    return subject, attribute.casefold(), tuple(rest)


def _subjects(asked: Asked, written: str) -> Iterator[str]:
    """Yield the indicators and the layer whose numbers a field says; words about them are no numbers."""
    subject, attribute, words = _parts(written)
    if attribute == "population":
        yield POPULATION
    if attribute:
        return
    named = {word.casefold() for word in (subject, *words)}
    if "count" in named:
        yield from (layer for layer in Layer if layer in named)
    else:
        yield from (asked.indicator_id(one) for one in ("indicator", *indicator_ids(asked.project)) if one in named)
