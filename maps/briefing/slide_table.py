"""The scorecard of a slide: the circles, the nation, and a few large columns of numbers that can grow."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF

from data.balance.composite import rank
from data.balance.evaluate import INDEX, SIDES, Side, column, indicator_of
from data.balance.groups import NATION, By, groups
from data.balance.index import IndexSide, index_sensitivity
from data.balance.indicator import Indicator
from maps.briefing.slide_layout import Values
from maps.briefing.slide_page import Lines, SlidePage, fitting
from maps.context import Context
from maps.display import PageBox, PageItem, PageLine, PageText, TextStyle
from maps.fonts import ASCENT, text_width, wrapped
from maps.showing import changed
from maps.table import UNKNOWN, columns_of
from maps.theme import mixed

MOST = 4
"""Columns that are read from the back of a room."""

CELL = 1.2
"""Em height of the numbers, in least ems."""

CHIP, AIR = 0.9, 1.0
"""Side of a circle's chip and room between columns, in ems."""

LEAST_ROW, BEST_ROW = 1.9, 2.8
"""Height of a row of one line, in ems."""


@dataclass(frozen=True, eq=False)
class _Column:
    """One indicator on one side, or the places by the index, which are no numbers that grow."""

    heading: str
    unit: str
    indicator: Indicator | None
    side: Side
    values: Values
    """one for each circle and for the nation"""
    bounds: tuple[str, ...]
    texts: tuple[str, ...]
    main: bool = False
    """whether it is what the map shows"""


def columns(context: Context) -> list[_Column]:
    """Return the columns that go with a view, what the map shows first, people last."""
    ids = [one for one in columns_of(context) if one != "population"]
    main = context.view.choropleth if context.shows("choropleth") else ""
    ids.sort(key=lambda one: one != main)
    found: list[_Column] = []
    for name in [*ids, "population"]:
        sides: tuple[Side, ...] = (context.side,) if context.side == "baseline" else ("scenario",)
        if name == main and context.side != "baseline":
            sides = ("difference", "scenario", "baseline") if context.side == "difference" else SIDES[1:] + SIDES[:1]
        found += [_column(context, indicator_of(context.project, name), side, name == main) for side in sides]
        if name == INDEX:
            found.append(_ranks(context))
    return found


def _column(context: Context, indicator: Indicator, side: Side, main: bool) -> _Column:
    project, translate = context.project, context.texts.translate
    values: list[float] = []
    bounds: list[str] = []
    for by in _KINDS:
        one = column(project, indicator.id, by, side)
        values += one.values.tolist()
        bounds += one.bounds
    if indicator.id == INDEX:
        values[-1] = math.nan  # the nation has nobody to be compared with
    known = tuple(None if math.isnan(value) else value for value in values)
    texts = tuple(_written(context, indicator, side, value, bound) for value, bound in zip(known, bounds, strict=True))
    heading = indicator.short.text(context.view.language)
    if main and context.side != "baseline":
        heading = {
            "baseline": translate("Slide", "Now"),
            "scenario": translate("Slide", "Scenario"),
            "difference": translate("Table", "Change"),
        }[side]
    unit = "" if "/" in indicator.unit.zh else indicator.unit.text(context.view.language)
    return _Column(heading, unit, indicator, side, known, tuple(bounds), texts, main)


_KINDS: tuple[By, ...] = ("circle", "nation")


def _written(context: Context, indicator: Indicator, side: Side, value: float | None, bound: str = "") -> str:
    if value is None:
        return UNKNOWN
    if side == "difference":
        return changed(context.texts, value, indicator.decimals)
    return context.texts.number(value, indicator.decimals, bound)


def _ranks(context: Context) -> _Column:
    """Return the places of the circles by the index and the interval that other weights and methods give them."""
    side: IndexSide = "baseline" if context.side == "baseline" else "scenario"
    spread = index_sensitivity(context.project, "circle", side)
    places = rank(column(context.project, INDEX, "circle", side).values)
    texts = [
        UNKNOWN if math.isnan(place) else f"{place:.0f} ({low:.0f}–{high:.0f})"
        for place, low, high in zip(places, spread.low_rank, spread.high_rank, strict=True)
    ]
    nothing = (None,) * (len(texts) + 1)
    heading = context.texts.translate("Table", "Rank")
    return _Column(heading, "5–95%", None, side, nothing, ("",) * len(nothing), (*texts, UNKNOWN), True)


@dataclass(frozen=True, eq=False)
class TablePanel:
    """A table that is still to be given a place; it has as many columns as its width holds."""

    page: SlidePage
    columns: list[_Column]
    least: int = 1
    """columns without which the width is too small"""

    widths = (30.0, 26.0, 23.0, 20.0, 17.0)
    """widths worth trying, in ems, the best first"""

    @cached_property
    def names(self) -> list[str]:
        project, language = self.page.context.project, self.page.language
        names = [name.text(language) for name in groups(project, "circle").names]
        return [*names, groups(project, "nation").names[0].text(language)]

    def height(self, width: float) -> tuple[float, float]:
        """Return the least and the best height for a width, mm; the least is infinite where no column has room."""
        shown = self._shown(width)
        if not shown:
            return math.inf, math.inf
        em, lines = self.page.em, self._name_lines(width, shown)
        fixed = self._head_height(shown) + sum(line.height for line in self._notes(width, shown)) + 0.5 * em
        rows = [max(LEAST_ROW, 1.2 * len(one) + 0.5) * em for one in lines]
        return fixed + len(rows) * max(rows), fixed + len(rows) * max(max(rows), BEST_ROW * em)

    def place(self, rect: QRectF) -> tuple[list[PageItem], SlideTable]:
        """Return what stands still in ``rect`` and the numbers."""
        em, theme, width = self.page.em, self.page.theme, rect.width()
        shown = self._shown(width)
        notes, lines = self._notes(width, shown), self._name_lines(width, shown)
        top = rect.top() + self._head_height(shown)
        row = (rect.bottom() - sum(one.height for one in notes) - 0.5 * em - top) / len(lines)
        edges = self._edges(rect, shown)
        items: list[PageItem] = []
        for edge, one in zip(edges, shown, strict=True):
            heads = self._heading(one)
            for number, text in enumerate(reversed(heads)):
                style = TextStyle(em, theme.text if one.main else theme.muted, bold=one.main)
                items.append(PageText(edge, top - 0.55 * em - number * 1.2 * em, text, style, "right"))
        items.append(PageLine(((rect.left(), top), (rect.right(), top)), theme.frame, 0.08 * em))
        circles = groups(self.page.context.project, "circle").ids
        for number, name in enumerate(lines):
            y = top + number * row
            middle = y + row / 2
            if number < len(circles):
                colour = self.page.context.project.data.circles[circles[number]].colour
                chip = QRectF(rect.left(), middle - CHIP * em / 2, CHIP * em, CHIP * em)
                items.append(PageBox(chip, colour, radius=0.2 * em))
            bold = number == len(circles)
            base = middle + (ASCENT / 2 - 0.06) * em - (len(name) - 1) * 0.6 * em
            for at, text in enumerate(name):
                style = TextStyle(em, theme.text, bold=bold)
                items.append(PageText(rect.left() + (CHIP + 0.6) * em, base + at * 1.2 * em, text, style))
            rule = mixed(theme.frame, theme.box, 0.45)
            items.append(PageLine(((rect.left(), y + row), (rect.right(), y + row)), rule, 0.05 * em))
        y = rect.bottom() - sum(one.height for one in notes)
        for note in notes:
            items += note.items(rect.left(), y)
            y += note.height
        return items, SlideTable(self.page, tuple(shown), tuple(edges), top, row)

    def _shown(self, width: float) -> list[_Column]:
        """Return as many columns as there is room for beside the names."""
        em = self.page.em
        least = (CHIP + 0.6 + 1.0) * em + max(_two_lines(name, em) for name in self.names)
        shown: list[_Column] = []
        for one in self.columns:
            least += self._column_width(one)
            if least > width or len(shown) == MOST:
                break
            shown.append(one)
        if len(shown) < min(self.least, len(self.columns)):
            return []
        # Of one indicator the baseline stands first, whatever of it is most worth showing.
        return sorted(shown, key=lambda one: (not one.main, SIDES.index(one.side) if one.indicator else len(SIDES)))

    def _heading(self, one: _Column) -> list[str]:
        """Return the lines of a head: its words, its unit."""
        words = one.heading.split()
        lines = list(wrapped(one.heading, self.page.em, 5.2 * self.page.em, one.main))
        lines = words if len(words) > 1 and any(text_width(w, 1.0, True) > 5.2 for w in words) else lines
        return [*lines, f"({one.unit})"] if one.unit else lines

    def _head_height(self, shown: list[_Column]) -> float:
        return (max(len(self._heading(one)) for one in shown) * 1.2 + 0.6) * self.page.em

    def _column_width(self, one: _Column) -> float:
        em = self.page.em
        head = max(text_width(line, em, True) for line in self._heading(one))
        return max(head, *(text_width(text, CELL * em, True) for text in one.texts)) + AIR * em

    def _edges(self, rect: QRectF, shown: list[_Column]) -> list[float]:
        """Return the right edges of the columns; what the names leave is shared."""
        em = self.page.em
        widths = [self._column_width(one) for one in shown]
        names = (CHIP + 0.6 + 1.0) * em + max(text_width(name, em, True) for name in self.names)
        spare = max(0.0, rect.width() - names - sum(widths)) / len(widths)
        right = rect.right()
        edges = []
        for width in reversed(widths):
            edges.append(right)
            right -= width + spare
        return edges[::-1]

    def _name_lines(self, width: float, shown: list[_Column]) -> list[tuple[str, ...]]:
        em = self.page.em
        room = width - sum(self._column_width(one) for one in shown) - (CHIP + 0.6) * em
        return [wrapped(name, em, room, True) for name in self.names]

    def _notes(self, width: float, shown: list[_Column]) -> list[Lines]:
        style = TextStyle(self.page.em, self.page.theme.muted)
        return [fitting(text, style, width, self.page.em, 2, 1.2) for text in self._said(shown)]

    def _said(self, shown: list[_Column]) -> Iterator[str]:
        if any(UNKNOWN in one.texts[:-1] for one in shown):
            yield self.page.translate("Table", "{dash}: no data.").format(dash=UNKNOWN)
        if any(one.indicator is not None and one.indicator.series for one in shown):
            yield self.page.translate("Slide", "Coverage: in part estimated from class or county.")


@dataclass(frozen=True, eq=False)
class SlideTable:
    """The numbers of a table with a place: right ``edges`` of the columns, ``top`` of the first row, height of each."""

    page: SlidePage
    columns: tuple[_Column, ...]
    edges: tuple[float, ...]
    top: float
    row: float

    @cached_property
    def values(self) -> Values:
        """The values at rest, column by column."""
        return tuple(value for one in self.columns for value in one.values)

    @property
    def subject(self) -> tuple[object, ...]:
        """What the values are of."""
        ids = groups(self.page.context.project, "circle").ids
        return ("scorecard", *((one.heading, one.side) for one in self.columns), tuple(ids), NATION)

    def items(self, values: Values) -> tuple[PageItem, ...]:
        """Return the numbers of ``values``, in the order of those at rest."""
        em, theme = self.page.em, self.page.theme
        items: list[PageItem] = []
        at = 0
        for edge, one in zip(self.edges, self.columns, strict=True):
            for row, rest in enumerate(one.values):
                value, text = values[at], one.texts[row]
                if one.indicator is not None and value != rest:
                    text = _written(self.page.context, one.indicator, one.side, value)
                bold = one.main or row == len(one.values) - 1
                style = TextStyle(CELL * em, theme.muted if text == UNKNOWN else theme.text, bold=bold)
                base = self.top + (row + 0.5) * self.row + (ASCENT / 2 - 0.06) * CELL * em
                items.append(PageText(edge, base, text, style, "right"))
                at += 1
        return tuple(items)


def _two_lines(name: str, size: float) -> float:
    """Return the least width in which a bold name takes two lines at most."""
    whole = text_width(name, size, True)
    shares = (0.5, 0.55, 0.6, 0.7, 0.8, 0.9)
    return next((share * whole for share in shares if len(wrapped(name, size, share * whole, True)) <= 2), whole)
