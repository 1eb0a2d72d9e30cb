"""A chart as a block of the sheet: the same picture as in the window, in the sheet's colours, sharp at every size."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from maps.blocks import Block
from maps.charts.catalogue import CHARTS, ChartId
from maps.charts.chart import ChartContext
from maps.charts.render import build, vector
from maps.context import Context
from maps.display import PagePicture, TextStyle
from maps.furniture import text_block

POINTS = 72 / 25.4
"""Points of one mm."""

TYPE = 0.78
"""Size of a chart on an A4 sheet: its type is made for the window, and 8.5 points beside a map are loud."""


def chart_block(context: Context, chart_id: ChartId, box: QRectF) -> Block:
    """Draw a chart with its heading in ``box``; it follows indicators, level and side of the view."""
    view, unit = context.view, context.unit
    theme = replace(context.theme, halo=context.theme.paper)
    heading = TextStyle(2.9 * unit, theme.text, bold=True)
    kind = CHARTS[chart_id]
    levels = kind.levels
    points = POINTS / (unit * TYPE)
    asked = ChartContext(
        context.project, context.texts, theme, box.width() * points, box.height() * points, view.choropleth,
        view.second or other_than(view.choropleth), view.level if view.level in levels or not levels else levels[0],
        context.side, view.focus.id if view.focus is not None and view.focus.kind == "circle" else "",
    )  # fmt: skip
    title = build(chart_id, asked).title
    items, below = text_block(title, box.left(), box.top(), box.width(), heading, 1.3)
    rect = QRectF(box.left(), below + 0.5 * unit, box.width(), box.bottom() - below - 0.5 * unit)
    drawn = build(chart_id, replace(asked, height=rect.height() * points))
    return Block((*items, PagePicture(rect, QImage(), vector(drawn))), box)


def other_than(indicator: str) -> str:
    """Return the indicator that a comparison takes where the view names no second one."""
    return "telemedicine_nearest_km" if indicator != "telemedicine_nearest_km" else "coverage_5g"
