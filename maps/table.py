"""The scorecard as a block of the sheet: the circles, the nation, and the few indicators that belong to the view."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF

from data.balance.indicators import Indicator
from data.balance.measures import Column
from data.balance.scorecard import Scorecard, scorecard
from data.model import Layer
from maps.context import Context
from maps.display import PageBox, PageItem, PageLine, PageText, TextStyle
from maps.fonts import text_width, wrapped
from maps.furniture import text_block
from maps.theme import mixed
from maps.view import ViewName

COLUMNS: dict[ViewName, tuple[str, ...]] = {
    "overview": ("population", "ai_operating", "ai_per_100k", "coverage_5g", "telemedicine_points"),
    "ai": ("population", "ai_operating", "ai_planned", "ai_per_100k"),
    "broadband": ("population",),
    "telemedicine": ("telemedicine_points", "telemedicine_hubs", "rural_towns", "rural_towns_with_point"),
}
"""Indicators of each view's table; the broadband view adds the one on the map."""

UNKNOWN = "–"

CHIP, ROW = 2.8, 5.6
"""Side of a circle's colour chip and height of a row, mm."""


def columns_of(context: Context) -> tuple[str, ...]:
    """Return the indicator ids of the table that goes with the view."""
    columns = COLUMNS[context.view.name]
    shown = context.view.choropleth
    if context.shows("choropleth") and shown not in columns:
        return (*columns, shown)
    return columns


def cell_text(context: Context, indicator: Indicator, column: Column, row: int) -> str:
    """Return a value as written in the table, a dash for unknown."""
    value = float(column.values[row])
    return UNKNOWN if math.isnan(value) else context.texts.number(value, indicator.decimals, column.bounds[row])


def _heading(context: Context, indicator: Indicator) -> tuple[str, str]:
    """Return the head of a column and its unit; a rate says its unit in its name."""
    unit = indicator.unit.text(context.view.language)
    return indicator.short.text(context.view.language), "" if "/" in indicator.unit.zh else f"({unit})"


def _edges(columns: list[list[str]], width: float, size: float, gap: float) -> list[float]:
    """Return the right edges of columns that are as wide as their longest word asks and share the rest of ``width``."""
    least = [max(text_width(word, size, True) for word in words) + gap for words in columns]
    spare = max(0.0, width - sum(least)) / len(least)
    return list(accumulate(one + spare for one in least))


@dataclass(frozen=True)
class _Column:
    heading: str
    unit: str
    cells: tuple[str, ...]
    """one a circle, the nation last"""


def _columns(context: Context, card: Scorecard) -> list[_Column]:
    """Return the columns of the table; a coverage is followed by the share of the people it stands on."""
    columns = []
    for indicator in card.indicators:
        own, nation = card.columns[indicator.id], card.nation[indicator.id]
        cells = [cell_text(context, indicator, own, row) for row in range(len(card.ids))]
        heading, unit = _heading(context, indicator)
        columns.append(_Column(heading, unit, (*cells, cell_text(context, indicator, nation, 0))))
        if indicator.series and context.shows("choropleth"):
            shares = (*own.known, *nation.known)
            cells = [context.texts.number(100 * float(share), 1) for share in shares]
            columns.append(_Column(context.texts.translate("Table", "People it stands on"), "(%)", tuple(cells)))
    return columns


def circle_table(context: Context, x: float, y: float, width: float) -> tuple[list[PageItem], float]:
    """Set the table from its upper left corner (x, y). Return the items and the y below it."""
    unit, theme = context.unit, context.theme
    card = scorecard(context.project, "circle", columns_of(context))
    columns = _columns(context, card)
    head = TextStyle(2.3 * unit, theme.muted)
    plain = TextStyle(2.7 * unit, theme.text)
    names = [name.text(context.view.language) for name in card.names]
    names.append(context.texts.translate("Table", "Nation (every township once)"))
    gap = 2.2 * unit
    words = [[*re.split(r"\s+", column.heading), column.unit, *column.cells] for column in columns]
    least = _edges(words, 0, plain.size, gap)[-1]
    widest = max(text_width(name, plain.size, True) for name in names)
    name_width = min(CHIP * unit + gap + widest + unit, max(width - least, 0.3 * width))
    right = [x + name_width + edge for edge in _edges(words, width - name_width, plain.size, gap)]
    items, y = _head(columns, x + name_width, right, y, head)
    items.append(PageLine(((x, y), (x + width, y)), theme.frame, 0.25 * unit))
    for row, name in enumerate(names):
        circle = card.ids[row] if row < len(card.ids) else ""
        style = replace(plain, bold=circle in ("", context.view.focus))
        items += _row_ground(context, circle, QRectF(x, y, width, ROW * unit))
        base = y + ROW * unit / 2 + 0.34 * plain.size
        items += _name_lines(name, style, x + CHIP * unit + gap, base, name_width - CHIP * unit - gap)
        items += [
            PageText(edge, base, column.cells[row], style, "right") for column, edge in zip(columns, right, strict=True)
        ]
        y += ROW * unit
        items.append(PageLine(((x, y), (x + width, y)), mixed(theme.frame, theme.paper, 0.45), 0.12 * unit))
    note = context.texts.translate("Table", "{dash}: no data.").format(dash=UNKNOWN)
    if any(indicator.series for indicator in card.indicators):
        note += context.texts.translate("Table", " Coverage: estimated from figures of the class or county.")
    if any(Layer.TELEMEDICINE in indicator.layers for indicator in card.indicators):
        note += context.texts.translate("Table", " Telemedicine: only what a source names; the list is incomplete.")
    lines, y = text_block(note, x, y + 0.9 * unit, width, TextStyle(2.1 * unit, theme.muted))
    return items + lines, y


def _head(
    columns: list[_Column], left: float, right: list[float], y: float, style: TextStyle
) -> tuple[list[PageItem], float]:
    """Set the column heads with their last lines on one base line. Return the items and the y below them."""
    steps = [b - a for a, b in pairwise([left, *right])]
    heads = [
        [*wrapped(column.heading, style.size, step - 0.8 * style.size), *([column.unit] if column.unit else [])]
        for column, step in zip(columns, steps, strict=True)
    ]
    deepest = max(len(lines) for lines in heads)
    items: list[PageItem] = [
        PageText(edge, y + (deepest - len(lines) + number + 1) * 1.25 * style.size, line, style, "right")
        for lines, edge in zip(heads, right, strict=True)
        for number, line in enumerate(lines)
    ]
    return items, y + (deepest * 1.25 + 0.6) * style.size


def _row_ground(context: Context, circle: str, rect: QRectF) -> list[PageItem]:
    """Return the colour chip of a circle's row, and its ground if the circle has the focus."""
    if not circle:
        return []
    unit, colour = context.unit, context.project.data.circles[circle].colour
    chip = QRectF(rect.left(), rect.center().y() - CHIP * unit / 2, CHIP * unit, CHIP * unit)
    items: list[PageItem] = [PageBox(chip, colour, radius=0.5 * unit)]
    if circle == context.view.focus:
        items.insert(0, PageBox(rect, mixed(colour, context.theme.paper, 0.18)))
    return items


def _name_lines(name: str, style: TextStyle, x: float, base: float, width: float) -> list[PageItem]:
    """Set a name on one line, or smaller on two around the same base line."""
    if text_width(name, style.size, style.bold) > width:
        style = replace(style, size=0.82 * style.size)
    lines = wrapped(name, style.size, width, style.bold)
    return [
        PageText(x, base + (number - (len(lines) - 1) / 2) * 1.15 * style.size, line, style)
        for number, line in enumerate(lines)
    ]
