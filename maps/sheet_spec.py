"""What a planner decides about a sheet: template, elements, texts, places, date and logo. It depends on no window."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from maps.charts.catalogue import ChartId

TemplateId = Literal["scorecard", "map", "chart", "side", "plain"]
"""Map with scorecard, large map with the legend over it, map with a chart, map with the legend beside it, map only."""
TEMPLATE_IDS: tuple[TemplateId, ...] = get_args(TemplateId)

ElementId = Literal[
    "title",
    "subtitle",
    "legend",
    "scale_bar",
    "north_arrow",
    "locator",
    "table",
    "chart",
    "notes",
    "sources",
    "date",
    "logo",
]
ELEMENT_IDS: tuple[ElementId, ...] = get_args(ElementId)

_ALWAYS: frozenset[ElementId] = frozenset({"title", "scale_bar", "notes", "sources", "date", "logo"})
_WITH_LEGEND: frozenset[ElementId] = _ALWAYS.union(("subtitle", "legend", "north_arrow", "locator"))

TEMPLATE_ELEMENTS: Mapping[TemplateId, frozenset[ElementId]] = MappingProxyType(
    {
        "scorecard": _WITH_LEGEND.union(("table",)),
        "map": _WITH_LEGEND,
        "chart": _WITH_LEGEND.union(("chart",)),
        "side": _WITH_LEGEND,
        "plain": _ALWAYS,
    }
)
"""What stands on the sheets of a template; notes, date and logo only where the user gives them, the locator only where
the map shows a part."""

Calendar = Literal["western", "minguo"]
Extent = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax in map space, metres"""


@dataclass(frozen=True)
class SheetSpec:
    """The layout of a sheet as the user wants it."""

    template: TemplateId = "scorecard"
    hidden: frozenset[ElementId] = frozenset()
    """elements of the template that are switched off"""
    texts: Mapping[ElementId, str] = field(default_factory=dict)
    """texts that replace those of the program: title, subtitle; notes; sources: what stands before them"""
    moved: Mapping[ElementId, tuple[float, float]] = field(default_factory=dict)
    """how far an element was dragged from the template's place, as shares of the width and height of the page"""
    extent: Extent | None = None
    """the part of map space that the map shows; None for all of Taiwan, or what has the focus"""
    enlarged: float = 1.0
    """type and symbols by so much larger than for a page read at arm's length: a part of a slide is seen from afar"""
    chart: ChartId = "bars"
    """what the template with a chart shows"""
    calendar: Calendar = "western"
    date: datetime.date | None = None
    """the date on the sheet; None for none"""
    logo: Path | None = None
    author: str = ""
    """written into files as their author"""

    def words(self, element: ElementId, own: str = "") -> str:
        """Return what the user wrote in the place of ``own``: its lines without controls, outer and repeated spaces.

        What is left of nothing but such is nothing. Characters that no font may have stay: they are to be reported.
        """
        lines = (" ".join("".join(map(_spoken, line)).split()) for line in self.texts.get(element, "").split("\n"))
        return "\n".join(lines).strip() or own

    def shows(self, element: ElementId) -> bool:
        """Tell whether the template has an element and it is not switched off."""
        return element in TEMPLATE_ELEMENTS[self.template] and element not in self.hidden


_SPACES = frozenset({"Cc", "Zl", "Zp", "Zs"})


def _spoken(character: str) -> str:
    """Return a space for what is one or a control, and nothing for what has neither ink nor width."""
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category in _SPACES else character
