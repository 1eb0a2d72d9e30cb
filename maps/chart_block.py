"""A chart as a block of the sheet: the same picture as in the window, in the sheet's colours, sharp at every size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from data.balance.groups import By
from maps.blocks import Block
from maps.charted import charted_in
from maps.charts.catalogue import CHARTS, ChartId
from maps.charts.chart import ChartContext
from maps.charts.render import build, vector
from maps.context import Context
from maps.display import PagePicture
from maps.view import MapView, ViewName

POINTS = 72 / 25.4
"""Points of one mm."""

OTHER = ("telemedicine_nearest_km", "coverage_5g")
"""What a comparison takes where the view names no second indicator; the last if the first is its own."""

TOPIC: Mapping[ViewName, str] = MappingProxyType({"ai": "ai", "telemedicine": "telemedicine"})
"""Topics of the policy targets that belong to a view; the others have those of broadband."""

TYPE = 0.78
"""Size of a chart on an A4 sheet: its type is made for the window, and 8.5 points beside a map are loud."""


def chart_block(context: Context, chart_id: ChartId, box: QRectF) -> Block:
    """Draw a chart in ``box`` with title and sources; it follows indicators, level, side and circle of the view."""
    points = POINTS / (context.unit * TYPE)
    asked = chart_asked(context, chart_id, box.width() * points, box.height() * points)
    theme = replace(context.theme, halo=context.theme.paper)
    return Block((PagePicture(box, QImage(), vector(build(chart_id, replace(asked, theme=theme, paper=True)))),), box)


def chart_asked(context: Context, chart_id: ChartId, width: float, height: float) -> ChartContext:
    """Return what a chart of ``width`` × ``height`` points is asked for beside the map of a view."""
    view = context.view
    return ChartContext(
        context.project,
        context.texts,
        context.theme,
        width,
        height,
        charted(context),
        compared(context),
        _level(chart_id, view.level),
        context.side,
        view.focus.id if view.focus is not None and view.focus.kind == "circle" else "",
        topic_of(view),
        fit=True,
    )


def charted(context: Context) -> str:
    """Return the indicator of the chart: that of the map, or where areas have no colours one of the sites shown."""
    return charted_in(context.view)


def compared(context: Context) -> str:
    """Return what a comparison sets against the indicator of the chart."""
    return context.view.second or OTHER[charted(context) == OTHER[0]]


def topic_of(view: MapView) -> str:
    """Return the topic of the policy targets of a view."""
    return TOPIC.get(view.name, "broadband")


def _level(chart_id: ChartId, level: By) -> By:
    levels = CHARTS[chart_id].levels
    if chart_id == "ranks" and level == "town":
        return "circle"  # 368 rows are no chart for a page
    return level if level in levels or not levels else levels[0]
