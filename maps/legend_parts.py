"""What a legend is made of: sections of entries, each a swatch with its words and how many of it there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from maps.display import Hatch, PageItem, SymbolStyle


@dataclass(frozen=True)
class AreaSwatch:
    """A small area as it looks on the map."""

    colour: str
    line: str = ""
    hatches: tuple[Hatch, ...] = ()


@dataclass(frozen=True)
class LineSwatch:
    """A short piece of a line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


Figure = Callable[[float, float, float], tuple[list[PageItem], float]]
"""Draws from (x, y) down in a column as wide as the third number, all mm; returns its items and the y below it."""

Swatch = AreaSwatch | LineSwatch | SymbolStyle


@dataclass(frozen=True)
class Entry:
    """One thing on the map, its words, and how many of it there are."""

    swatch: Swatch
    text: str
    count: str = ""


@dataclass(frozen=True)
class Section:
    """Entries under one heading."""

    title: str
    entries: tuple[Entry, ...]
    note: str = ""
    about: str = ""
    """what the heading leaves open: period, level, side"""
    figure: Figure | None = None
    """a drawing between heading and entries: a histogram, a diamond, nested circles"""
