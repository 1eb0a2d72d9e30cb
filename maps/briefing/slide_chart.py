"""The charts of Matplotlib on a slide, their smallest type as large as everything else there."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from maps.briefing.slide_layout import SlowPicture
from maps.briefing.slide_page import SlidePage
from maps.chart_block import chart_asked
from maps.charts.catalogue import ChartId
from maps.charts.chart import ChartContext
from maps.charts.render import build, vector
from maps.display import PageItem, PagePicture

SMALLEST = 7.5
"""Points of the smallest type of a chart (``maps.charts.frame``), which is the least em of a slide."""


@dataclass(frozen=True, eq=False)
class ChartPanel:
    """A chart that is still to be given a place."""

    page: SlidePage
    kind: ChartId

    widths: tuple[float, ...] = (32.0, 29.0, 26.0, 23.0, 20.0)
    """widths worth trying, in ems, the best first"""

    def height(self, width: float) -> tuple[float, float]:
        """Return the least and the best height for a width, mm."""
        em = self.page.em
        return 22 * em, max(28 * em, (1.3 if self.kind == "targets" else 1.05) * width)

    def place(self, rect: QRectF) -> tuple[list[PageItem], SlowPicture]:
        """Return what stands still in ``rect`` and the chart."""
        context, points = self.page.context, SMALLEST / self.page.em
        asked = chart_asked(context, self.kind, rect.width() * points, rect.height() * points)
        named = context.shows("circles") and (context.shows("legend") or context.shows("labels"))
        theme = replace(context.theme, halo=context.theme.box)
        asked = replace(asked, theme=theme, paper=True, bare=True, named=named)
        view = replace(context.view, selected=None, hovered=None)
        wish = _Wish((context.project, view, self.kind, asked.width, asked.height), self.kind, asked)
        return [], SlowPicture(rect, lambda: PagePicture(rect, QImage(), _drawn(wish)))


@dataclass(frozen=True)
class _Wish:
    """A chart that is wanted; ``key`` is all that it depends on."""

    key: Hashable
    kind: ChartId = field(compare=False)
    asked: ChartContext = field(compare=False)


@lru_cache(maxsize=8)
def _drawn(wish: _Wish) -> bytes:
    return vector(build(wish.kind, wish.asked))
