"""Fields in the texts of scenes: numbers and names in braces, filled from live data."""

from __future__ import annotations

from dataclasses import dataclass

from data.project import Project
from maps.texts import Texts
from maps.view import MapView


@dataclass(frozen=True)
class Filled:
    """A text whose fields are filled."""

    text: str
    wrong: tuple[str, ...] = ()
    """fields that mean nothing, as they stand in the text; they stay there in their braces"""


def fill(text: str, project: Project, view: MapView, texts: Texts) -> Filled:
    """Return a text with the values of its fields in the language of ``texts``."""
    return Filled(text)
