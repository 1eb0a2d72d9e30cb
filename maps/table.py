"""The scorecard as a block of the sheet: the circles, the nation, and the few indicators that belong to the view."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF

from data.balance.indicators import Indicator
from data.balance.measures import Column
from data.balance.scorecard import scorecard
from maps.context import Context
from maps.display import PageBox, PageItem, PageLine, PageText, TextStyle
from maps.fonts import text_width, wrapped
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
    return UNKNOWN if math.isnan(value) else context.texts.number(value, indicator.decimals)


def circle_table(context: Context, x: float, y: float, width: float) -> tuple[list[PageItem], float]:
    """Set the table from its upper left corner (x, y). Return the items and the y below it."""
    unit, theme, language = context.unit, context.theme, context.view.language
    card = scorecard(context.project, "circle", columns_of(context))
    head = TextStyle(2.3 * unit, theme.muted)
    plain, bold = TextStyle(2.7 * unit, theme.text), TextStyle(2.7 * unit, theme.text, bold=True)
    quiet = TextStyle(2.1 * unit, theme.muted)
    chip, row_height = 2.8 * unit, 5.6 * unit
    names = [name.text(language) for name in card.names]
    nation = context.texts.translate("Table", "Nation (every township once)")
    widest = max(text_width(name, plain.size, True) for name in (*names, nation))
    name_width = min(chip + 1.6 * unit + widest + 2 * unit, 0.5 * width)
    step = (width - name_width) / len(card.indicators)
    right = [x + name_width + step * (number + 1) for number in range(len(card.indicators))]
    items: list[PageItem] = []
    heads = []
    for indicator in card.indicators:
        short, of = indicator.short.text(language), indicator.unit.text(language)
        heads.append([*wrapped(short, head.size, step * 0.96), *([f"({of})"] if of not in short else [])])
    deepest = max(len(lines) for lines in heads)
    for lines, edge in zip(heads, right, strict=True):
        for number, line in enumerate(lines):
            base = y + (deepest - len(lines) + number + 1) * 1.25 * head.size
            items.append(PageText(edge, base, line, head, "right"))
    y += deepest * 1.25 * head.size + 1.4 * unit
    items.append(PageLine(((x, y), (x + width, y)), theme.frame, 0.25 * unit))
    ends: list[float] = []
    for row, circle in enumerate((*card.ids, "")):
        middle = y + row_height / 2
        base = middle + 0.34 * plain.size
        style = bold if not circle or circle == context.view.focus else plain
        if circle and circle == context.view.focus:
            ground = mixed(context.project.data.circles[circle].colour, theme.paper, 0.18)
            items.append(PageBox(QRectF(x, y, width, row_height), ground))
        if circle:
            colour = context.project.data.circles[circle].colour
            items.append(PageBox(QRectF(x, middle - chip / 2, chip, chip), colour, radius=0.5 * unit))
        name = names[row] if circle else nation
        lines = wrapped(name, style.size, name_width - chip - 2.2 * unit, style.bold)
        shrunk = TextStyle(style.size * (1 if len(lines) == 1 else 0.82), style.colour, style.bold)
        lines = wrapped(name, shrunk.size, name_width - chip - 2.2 * unit, style.bold)
        for number, line in enumerate(lines):
            shift = (number - (len(lines) - 1) / 2) * 1.15 * shrunk.size
            items.append(PageText(x + chip + 1.6 * unit, base + shift, line, shrunk))
        for indicator, edge in zip(card.indicators, right, strict=True):
            column = card.columns[indicator.id] if circle else card.nation[indicator.id]
            text = cell_text(context, indicator, column, row if circle else 0)
            items.append(PageText(edge, base, text, style, "right"))
        y += row_height
        items.append(PageLine(((x, y), (x + width, y)), mixed(theme.frame, theme.paper, 0.45), 0.12 * unit))
        ends.append(y)
    note = context.texts.translate("Table", "{dash}: no data. 5G and fixed coverage: estimated from class or county figures.")
    items.append(PageText(x, y + 3.2 * unit, note.format(dash=UNKNOWN), quiet))
    return items, y + 4 * unit
