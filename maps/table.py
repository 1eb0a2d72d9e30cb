"""The scorecard as a block of the sheet: the circles, the nation, and the few indicators that belong to the view."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from PySide6.QtCore import QRectF

from data.balance.composite import rank
from data.balance.evaluate import INDEX, SIDES, Side, column, indicator_of
from data.balance.groups import NATION, By, groups
from data.balance.index import IndexSide, index_sensitivity
from data.balance.indicator import Indicator
from data.balance.measures import Column
from data.balance.sensitivity import DRAWS
from data.model import Layer, Name, Place
from maps.context import Context
from maps.display import PageBox, PageItem, PageLine, PageText, TextStyle
from maps.fonts import text_width, wrapped
from maps.furniture import text_block
from maps.showing import changed
from maps.theme import mixed
from maps.view import ViewName

COLUMNS: dict[ViewName, tuple[str, ...]] = {
    "overview": ("population", "ai_operating", "ai_per_100k", "coverage_5g", "telemedicine_points"),
    "ai": ("population", "ai_operating", "ai_planned", "ai_per_100k"),
    "broadband": ("population",),
    "telemedicine": ("telemedicine_points", "telemedicine_hubs", "rural_towns", "rural_towns_with_point"),
    "index": ("population",),
    "scenario": ("population",),
}
"""Indicators of each view's table; a view with a choropleth adds the one on the map."""

UNKNOWN = "–"

CHIP, GUTTER, ROW = 2.8, 2.2, 5.6
"""Side of a circle's colour chip, room between columns and height of a row, mm."""

HEAD_GAP = 0.8
"""Room between the heads of columns in ems."""

TIGHT = 0.88
"""Size of names that would not fit otherwise, as a share of their proper size."""

_WORDS = re.compile(r"\S+")
_SHORT_PARTS = re.compile(r"[\u2e80-\uffef]{1,4}|[^\s\u2e80-\uffef]+")
"""What stays in one line of a heading: a word; in a narrow table four ideographs of one."""


def columns_of(context: Context) -> tuple[str, ...]:
    """Return the indicator ids of the table that goes with the view."""
    shown = (context.view.choropleth, context.view.second) if context.shows("choropleth") else ()
    return tuple(dict.fromkeys((*COLUMNS[context.view.name], *filter(None, shown))))


def rows_of(context: Context) -> list[tuple[By, str, Name]]:
    """Return kind, id and name of every row: the circles, the county that has the focus, the nation."""
    circles, counties = groups(context.project, "circle"), groups(context.project, "county")
    rows: list[tuple[By, str, Name]] = [
        ("circle", one, name) for one, name in zip(circles.ids, circles.names, strict=True)
    ]
    focus = context.view.focus
    if focus is not None and focus.kind == "county":
        rows.append(("county", focus.id, counties.names[counties.ids.index(focus.id)]))
    return [*rows, ("nation", NATION, groups(context.project, "nation").names[0])]


def _at(context: Context, indicator: str, side: Side) -> Iterator[tuple[Column, int]]:
    """Give for every row of the table the column its value stands in, and where."""
    for by, area, _ in rows_of(context):
        yield column(context.project, indicator, by, side), groups(context.project, by).ids.index(area)


def cell_text(context: Context, indicator: Indicator, column: Column, row: int) -> str:
    """Return a value as written in the table, a dash for unknown."""
    value = float(column.values[row])
    return UNKNOWN if math.isnan(value) else context.texts.number(value, indicator.decimals, column.bounds[row])


def _change_text(context: Context, indicator: Indicator, column: Column, row: int) -> str:
    value = float(column.values[row])
    return UNKNOWN if math.isnan(value) else changed(context.texts, value, indicator.decimals)


def _heading(context: Context, indicator: Indicator) -> tuple[str, str]:
    """Return the head of a column and its unit; a rate says its unit in its name."""
    unit = indicator.unit.text(context.view.language)
    return indicator.short.text(context.view.language), "" if "/" in indicator.unit.zh else f"({unit})"


def _edges(least: list[float], width: float) -> list[float]:
    """Return the right edges of columns that have their least widths and share the rest of ``width``."""
    spare = max(0.0, width - sum(least)) / len(least)
    return list(accumulate(one + spare for one in least))


@dataclass(frozen=True)
class _Column:
    heading: str
    unit: str
    cells: tuple[str, ...]
    """one for each of ``rows_of``"""


def _columns(context: Context) -> list[_Column]:
    """Return the columns of the table, the indicator on the map on the side shown and with what it stands on."""
    columns = []
    for name in columns_of(context):
        indicator = indicator_of(context.project, name)
        on_map = context.shows("choropleth") and name == context.view.choropleth
        # Beside sites of a scenario stand its numbers.
        shown: Side = "baseline" if context.side == "baseline" else "scenario"
        sides: tuple[Side, ...] = SIDES if on_map and shown == "scenario" else (shown,)
        columns += [_side_column(context, indicator, side, len(sides) > 1) for side in sides]
        if name == INDEX:
            columns.append(_rank_column(context))
        elif indicator.series and on_map:
            known = (float(found.known[row]) for found, row in _at(context, name, "baseline"))
            shares = (context.texts.number(100 * share, 1) for share in known)
            columns.append(_Column(context.texts.translate("Table", "People it stands on"), "(%)", tuple(shares)))
    return columns


def _side_column(context: Context, indicator: Indicator, side: Side, named: bool) -> _Column:
    """Return one indicator on one side, which the head says if it is ``named``."""
    translate = context.texts.translate
    write = _change_text if side == "difference" else cell_text
    cells = [write(context, indicator, found, row) for found, row in _at(context, indicator.id, side)]
    if indicator.id == INDEX:
        # Areas are compared with areas of their kind; the nation has nobody to be compared with.
        cells[-1] = UNKNOWN
    heading, unit = _heading(context, indicator)
    if named:
        word = {
            "baseline": translate("Table", "{indicator} now"),
            "scenario": translate("Table", "{indicator} scenario"),
            "difference": translate("Table", "Change"),
        }[side]
        heading = word.format(indicator=heading)
    return _Column(heading, unit, tuple(cells))


def _rank_column(context: Context) -> _Column:
    """Return the places of the circles by the index, with the interval that other weights and methods give them."""
    side: IndexSide = "baseline" if context.side == "baseline" else "scenario"
    spread = index_sensitivity(context.project, "circle", side)
    cells = []
    for by, area, _ in rows_of(context):
        values = column(context.project, INDEX, by, side).values
        row = groups(context.project, by).ids.index(area)
        place = float(rank(values)[row])
        if by == "nation" or math.isnan(place):
            cells.append(UNKNOWN)
        elif by == "circle":
            cells.append(f"{place:.0f} ({spread.low_rank[row]:.0f}–{spread.high_rank[row]:.0f})")
        else:
            cells.append(f"{place:.0f}/{len(values)}")
    return _Column(context.texts.translate("Table", "Rank"), "(5–95%)", tuple(cells))


@dataclass(frozen=True)
class TableWords:
    """What a table says, whatever its size."""

    rows: list[tuple[By, str, Name]]
    columns: list[_Column]
    note: str


def table_words(context: Context) -> TableWords:
    """Return what the table that goes with the view says."""
    return TableWords(rows_of(context), _columns(context), _note(context))


@dataclass(frozen=True)
class _Measures:
    """The type of a table, its words, and the least widths of its parts in mm."""

    head: TextStyle
    plain: TextStyle
    names: list[str]
    columns: list[float]
    """least width of each column"""
    whole: float
    """least width of all columns if no word of a head is broken"""
    name: float
    """least width of the names, with their chips, which may take two lines"""


def _measured(context: Context, said: TableWords, width: float, floor: float) -> _Measures:
    unit, theme = context.unit, context.theme
    head = TextStyle(max(2.3 * unit, floor), theme.muted)
    plain = TextStyle(max(2.7 * unit, floor), theme.text)
    names = [name.text(context.view.language) for _, _, name in said.rows]
    names[-1] = context.texts.translate("Table", "Nation (every township once)")
    small = max(TIGHT * plain.size, floor)
    name = (CHIP + GUTTER + 1) * unit + max(_two_lines(name, small) for name in names)
    whole, pieces = (
        [_least(column, parts, head.size, plain.size, GUTTER * unit) for column in said.columns]
        for parts in (_WORDS, _SHORT_PARTS)
    )
    least = whole if sum(whole) <= min(0.7 * width, width - name) else pieces
    return _Measures(head, plain, names, least, sum(whole), name)


def _least(column: _Column, parts: re.Pattern[str], head: float, cell: float, gap: float) -> float:
    """Return the least width of a column in which the parts of its head and its cells stay on a line each."""
    words = (text_width(word, head) + HEAD_GAP * head for word in (*parts.findall(column.heading), column.unit))
    return max(*words, *(text_width(text, cell, True) + gap for text in column.cells))


def _two_lines(name: str, size: float) -> float:
    """Return the least width in which a bold name takes two lines at most."""
    whole = text_width(name, size, True)
    shares = (0.5, 0.55, 0.6, 0.7, 0.8, 0.9)
    return next((share * whole for share in shares if len(wrapped(name, size, share * whole, True)) <= 2), whole)


def least_width(context: Context, said: TableWords, floor: float = 0.0) -> float:
    """Return the width in mm below which the table would run over its edges."""
    measures = _measured(context, said, 0.0, floor)
    return sum(measures.columns) + measures.name


def is_broken(context: Context, said: TableWords, width: float, floor: float = 0.0) -> bool:
    """Tell whether a table of ``width`` mm breaks a word of its heads or the name of a row."""
    measures = _measured(context, said, width, floor)
    return measures.whole + _name_room(context, measures, max(TIGHT * measures.plain.size, floor)) > width


def _name_room(context: Context, measures: _Measures, size: float) -> float:
    """Return the width of the names on one line each, with their chips."""
    widest = max(text_width(name, size, True) for name in measures.names)
    return (CHIP + GUTTER + 1) * context.unit + widest


def circle_table(
    context: Context, said: TableWords, x: float, y: float, width: float, floor: float = 0.0
) -> tuple[list[PageItem], float]:
    """Set the table from its upper left corner (x, y), no text below ``floor`` mm. Return the items and the y below."""
    unit, theme = context.unit, context.theme
    columns = said.columns
    measures = _measured(context, said, width, floor)
    names, head, plain = measures.names, measures.head, measures.plain
    gap = GUTTER * unit
    columns_width = sum(measures.columns)
    wish = max(width - columns_width, measures.name, 0.3 * width if columns_width <= 0.7 * width else 0.0)
    name_width = min(_name_room(context, measures, plain.size), wish)
    room = name_width - CHIP * unit - gap
    tight = any(
        text_width(names[row], plain.size, True) > room for row, one in enumerate(said.rows) if one[0] == "circle"
    )
    right = [x + name_width + edge for edge in _edges(measures.columns, width - name_width)]
    items, y = _head(columns, x + name_width, right, y, head)
    items.append(PageLine(((x, y), (x + width, y)), theme.frame, 0.25 * unit))
    for row, (by, area, _) in enumerate(said.rows):
        name = names[row]
        focused = by != "nation" and context.view.focus == Place(by, area)
        style = replace(plain, bold=by == "nation" or focused)
        items += _row_ground(context, by, area, focused, QRectF(x, y, width, ROW * unit))
        base = y + ROW * unit / 2 + 0.34 * plain.size
        small = tight or text_width(name, style.size, style.bold) > room
        written = replace(style, size=max(TIGHT * style.size, floor)) if small else style
        items += _name_lines(name, written, x + CHIP * unit + gap, base, room)
        items += [
            PageText(edge, base, column.cells[row], style, "right") for column, edge in zip(columns, right, strict=True)
        ]
        y += ROW * unit
        items.append(PageLine(((x, y), (x + width, y)), mixed(theme.frame, theme.paper, 0.45), 0.12 * unit))
    lines, y = text_block(said.note, x, y + 0.9 * unit, width, TextStyle(max(2.1 * unit, floor), theme.muted))
    return items + lines, y


def _note(context: Context) -> str:
    """Return what the table's dashes, bounds and brackets mean."""
    note = context.texts.translate("Table", "{dash}: no data.").format(dash=UNKNOWN)
    indicators = [indicator_of(context.project, name) for name in columns_of(context)]
    if any(indicator.series for indicator in indicators):
        note += context.texts.translate("Table", " Coverage: estimated from figures of the class or county.")
    if any(Layer.TELEMEDICINE in indicator.layers for indicator in indicators):
        note += context.texts.translate("Table", " Telemedicine: only what a source names; the list is incomplete.")
    if INDEX in columns_of(context):
        note += context.texts.translate(
            "Table", " Rank: in brackets its range in 90 % of {draws} draws with other weights and methods."
        ).format(draws=context.texts.number(DRAWS))
    return note


def _head(
    columns: list[_Column], left: float, right: list[float], y: float, style: TextStyle
) -> tuple[list[PageItem], float]:
    """Set the column heads with their last lines on one base line. Return the items and the y below them."""
    steps = [b - a for a, b in pairwise([left, *right])]
    heads = [
        [
            *wrapped(column.heading, style.size, step - (HEAD_GAP - 0.05) * style.size),
            *([column.unit] if column.unit else []),
        ]
        for column, step in zip(columns, steps, strict=True)
    ]
    deepest = max(len(lines) for lines in heads)
    items: list[PageItem] = [
        PageText(edge, y + (deepest - len(lines) + number + 1) * 1.25 * style.size, line, style, "right")
        for lines, edge in zip(heads, right, strict=True)
        for number, line in enumerate(lines)
    ]
    return items, y + (deepest * 1.25 + 0.6) * style.size


def _row_ground(context: Context, by: By, area: str, focused: bool, rect: QRectF) -> list[PageItem]:
    """Return the colour chip of a circle's row, and the ground of the row that has the focus."""
    unit, theme = context.unit, context.theme
    colour = context.project.data.circles[area].colour if by == "circle" else theme.muted
    chip = QRectF(rect.left(), rect.center().y() - CHIP * unit / 2, CHIP * unit, CHIP * unit)
    items: list[PageItem] = [PageBox(rect, mixed(colour, theme.paper, 0.18))] if focused else []
    return [*items, PageBox(chip, colour, radius=0.5 * unit)] if by == "circle" else items


def _name_lines(name: str, style: TextStyle, x: float, base: float, width: float) -> list[PageItem]:
    """Set a name in as many lines as it needs around the same base line."""
    lines = wrapped(name, style.size, width, style.bold)
    return [
        PageText(x, base + (number - (len(lines) - 1) / 2) * 1.15 * style.size, line, style)
        for number, line in enumerate(lines)
    ]
