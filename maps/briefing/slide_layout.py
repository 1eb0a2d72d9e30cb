"""What is laid out of a slide: what stands still, what grows, what takes long to draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF

from maps.display import PageItem, PagePicture

READABLE = 0.025
"""Least em height of text on a slide as a share of its height: what the back row can read."""

Values = tuple[float | None, ...]
"""Numbers of a panel in the order in which it shows them; None for unknown"""


class Bars(Protocol):
    """Bars, or a table of numbers, that can be drawn on their way from other values to their own."""

    @property
    def values(self) -> Values:
        """The values at rest."""

    @property
    def subject(self) -> tuple[object, ...]:
        """What the values are of; between two equal ones they may grow, between others from nothing."""

    def items(self, values: Values) -> tuple[PageItem, ...]:
        """Return bars and numbers of as many ``values`` as there are at rest, on the axis of those at rest."""


@dataclass(frozen=True, eq=False)
class SlowPicture:
    """A chart, which Matplotlib takes 0.2 s to draw and a second the first time, and where it belongs.

    ``draw`` may be called in any thread; what was drawn once is kept.
    """

    rect: QRectF
    draw: Callable[[], PagePicture]


@dataclass(frozen=True, eq=False)
class SlideLayout:
    """``items`` stand on the slide, over the map; ``free`` is the part of it, in mm, in which the map is fitted."""

    items: tuple[PageItem, ...]
    free: QRectF
    bars: Bars | None = None
    """what is not among ``items`` because it grows"""
    chart: SlowPicture | None = None
    """what is not among ``items`` because it takes its time"""
    grounds: tuple[QRectF, ...] = ()
    """what of the map is covered, mm"""
    em: float = 0.0
    """least em height on the slide, mm"""
    left_out: frozenset[str] = frozenset()
    """what there was no room for at this size of the type: "panel", "message" """

    @property
    def all_items(self) -> tuple[PageItem, ...]:
        """Everything at rest; draws the chart, if there is one, here and now."""
        grown = () if self.bars is None else self.bars.items(self.bars.values)
        chart = () if self.chart is None else (self.chart.draw(),)
        return (*self.items, *grown, *chart)
