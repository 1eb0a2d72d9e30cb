"""A native bar chart on a slide: one bar an area, in its colour, with its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt
from PySide6.QtCore import QRectF

from maps.export.package import abbreviated, legal
from maps.export.slide_units import emu, rgb
from maps.theme import Theme

WORD_JOINER = "\u2060"

LONGEST_NAME = 60
"""Characters of a bar's name: longer ones leave no room for the bar."""


NUMBER = 0.25
"""Room for the number at the end of a bar below zero, as a share of the axis."""


@dataclass(frozen=True)
class Bars:
    """The bars from top to bottom."""

    title: str
    """what the bars are, with the unit"""
    names: tuple[str, ...]
    values: tuple[float | None, ...]
    """None where unknown"""
    colours: tuple[str, ...]
    decimals: int


def add_bars(slide: Any, bars: Bars, box: QRectF, theme: Theme) -> Any:
    """Add the chart to fill ``box`` and return its shape. Its numbers lie in a workbook inside the file."""
    data = cast(Any, CategoryChartData)(number_format="#,##0" + ("." + "0" * bars.decimals if bars.decimals else ""))
    data.categories = [_label(abbreviated(legal(name), LONGEST_NAME)) for name in bars.names]
    data.add_series(_label(abbreviated(legal(bars.title), 200)), bars.values)
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *emu(box), data)
    chart = shape.chart
    chart.has_legend = False
    chart.font.size, chart.font.color.rgb = Pt(12), rgb(theme.text)
    chart.has_title = True
    chart.chart_title.text_frame.text = legal(abbreviated(bars.title, 200))
    heading = chart.chart_title.text_frame.paragraphs[0].runs[0].font
    heading.size, heading.bold, heading.color.rgb = Pt(13), True, rgb(theme.text)
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    labels = plot.data_labels
    labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.color.rgb = Pt(12), rgb(theme.text)
    for point, colour in enumerate(bars.colours):
        fill = plot.series[0].points[point].format.fill
        fill.solid()
        fill.fore_color.rgb = rgb(colour)
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = rgb(theme.frame)
    values.has_major_gridlines = values.visible = False
    known = [value for value in bars.values if value is not None]
    # Bars are compared by their length, so that they begin at zero. Those to the left need room for their numbers.
    low, high = min(0.0, *known) if known else 0.0, max(0.0, *known) if known else 0.0
    values.minimum_scale = low - NUMBER * (high - low) if low < 0 else 0.0
    return shape


def _label(text: str) -> str:
    """Return a text that the workbook inside the chart takes neither for a formula nor for a link.

    The mark before it is not seen, as an apostrophe would be in the chart.
    """
    return text if text[:1].isalnum() and ":" not in text else WORD_JOINER + text
