"""The scorecard as a block of the sheet: the circles, the nation, and the few indicators that belong to the view."""

from __future__ import annotations

import math
import re
from itertools import accumulate, pairwise

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


def _heading(context: Context, indicator: Indicator) -> tuple[str, str]:
    """Return the head of a column and its unit; a rate says its unit in its name."""
    unit = indicator.unit.text(context.view.language)
    return indicator.short.text(context.view.language), "" if "/" in indicator.unit.zh else f"({unit})"


def _edges(columns: list[list[str]], width: float, size: float, gap: float) -> list[float]:
    """Return the right edges of columns that are as wide as their longest word asks and share the rest of ``width``."""
    least = [max(text_width(word, size, True) for word in words) + gap for words in columns]
    spare = max(0.0, width - sum(least)) / len(least)
    return list(accumulate(one + spare for one in least))


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
    headings = [_heading(context, indicator) for indicator in card.indicators]
    cells = [
        [
            *(cell_text(context, indicator, card.columns[indicator.id], row) for row in range(len(card.ids))),
            cell_text(context, indicator, card.nation[indicator.id], 0),
        ]
        for indicator in card.indicators
    ]
    words = [
        [*re.split(r"\s+", short), unit_text, *texts] for (short, unit_text), texts in zip(headings, cells, strict=True)
    ]
    least = _edges(words, 0, plain.size, 1.6 * unit)[-1]
    widest = max(text_width(name, plain.size, True) for name in (*names, nation))
    name_width = min(chip + 1.6 * unit + widest + 1 * unit, max(width - least, 0.3 * width))
    right = [x + name_width + edge for edge in _edges(words, width - name_width, plain.size, 1.6 * unit)]
    steps = [b - a for a, b in pairwise([x + name_width, *right])]
    items: list[PageItem] = []
    heads = [
        [*wrapped(short, head.size, step), *([unit_text] if unit_text else [])]
        for (short, unit_text), step in zip(headings, steps, strict=True)
    ]
    deepest = max(len(lines) for lines in heads)
    for lines, edge in zip(heads, right, strict=True):
        for number, line in enumerate(lines):
            base = y + (deepest - len(lines) + number + 1) * 1.25 * head.size
            items.append(PageText(edge, base, line, head, "right"))
    y += deepest * 1.25 * head.size + 1.4 * unit
    items.append(PageLine(((x, y), (x + width, y)), theme.frame, 0.25 * unit))
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
        for texts, edge in zip(cells, right, strict=True):
            items.append(PageText(edge, base, texts[row], style, "right"))
        y += row_height
        items.append(PageLine(((x, y), (x + width, y)), mixed(theme.frame, theme.paper, 0.45), 0.12 * unit))
    note = context.texts.translate("Table", "{dash}: no data.").format(dash=UNKNOWN)
    if any(indicator.series for indicator in card.indicators):
        note += context.texts.translate("Table", " Coverage: estimated from figures of the class or county.")
    items.append(PageText(x, y + 3.2 * unit, note, quiet))
    return items, y + 4 * unit
