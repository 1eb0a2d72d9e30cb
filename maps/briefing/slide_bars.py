"""The indicator of a map by circle as bars that can grow, made of page items."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from PySide6.QtCore import QRectF

from data.balance.evaluate import INDEX, column, indicator_of
from data.balance.groups import groups
from data.balance.indicator import Indicator
from data.balance.measures import Column
from maps.briefing.slide_layout import Values
from maps.briefing.slide_page import Lines, SlidePage, fitting
from maps.chart_block import charted
from maps.charts import words
from maps.display import PageBox, PageItem, PageLine, PageText, TextStyle
from maps.fonts import ASCENT, text_width, wrapped
from maps.showing import LINE_END, about, unit_words
from maps.theme import mixed

BESIDE = 0.42
"""Share of the width up to which names stand beside the bars; longer ones stand above them."""

NUMBER = 1.2
"""Em height of the numbers, in least ems."""

BAR = 1.2
"""Height of a bar in ems."""

FURTHER = 1.15
"""Height of a further line of a name, in ems."""

KEY = 1.6
"""Length of the sample of a line in ems."""


@dataclass(frozen=True, eq=False)
class Reading:
    """What the bars are of, found once."""

    indicator: Indicator
    ids: tuple[str, ...]
    names: tuple[str, ...]
    column: Column
    before: Column | None
    """the baseline, beside what a scenario makes of it"""
    nation: float
    """NaN where the nation is not to be compared with a circle: a total, the index"""
    difference: bool


def read(page: SlidePage) -> Reading:
    """Return the values of the indicator of the map for every circle, in the order of the definition.

    They keep this order from scene to scene, so that a bar grows where it stands.
    """
    context = page.context
    project, side = context.project, context.side
    indicator = indicator_of(project, charted(context))
    areas = groups(project, "circle")
    shown = column(project, indicator.id, "circle", side)
    nation = math.nan if indicator.id == INDEX else float(column(project, indicator.id, "nation", side).values[0])
    known = shown.values[~np.isnan(shown.values)]
    if not len(known) or not known.min() <= nation <= known.max():
        nation = math.nan
    names = tuple(name.text(page.language) for name in areas.names)
    before = column(project, indicator.id, "circle") if side == "scenario" else None
    return Reading(indicator, tuple(areas.ids), names, shown, before, nation, side == "difference")


@dataclass(frozen=True, eq=False)
class BarPanel:
    """Bars that are still to be given a place."""

    page: SlidePage
    reading: Reading

    widths = (25.0, 22.0, 19.0, 17.0)
    """widths worth trying, in ems, the best first"""

    def height(self, width: float) -> tuple[float, float]:
        """Return the least and the best height for a width, mm."""
        beside = self._beside(width) > 0
        further = 0 if beside else sum(len(name) - 1 for name in self._names(width))
        fixed = (
            sum(line.height for line in (*self._head(width), *self._foot(width)))
            + (1.6 + FURTHER * further) * self.page.em
        )
        rows = len(self.reading.ids) * self.page.em
        return fixed + rows * (1.7 if beside else 2.6), fixed + rows * (2.6 if beside else 3.4)

    def place(self, rect: QRectF) -> tuple[list[PageItem], SlideBars]:
        """Return what stands still in ``rect`` and the bars."""
        em, width = self.page.em, rect.width()
        items: list[PageItem] = []
        y = rect.top()
        for line in self._head(width):
            items += line.items(rect.left(), y)
            y += line.height
        foot = self._foot(width)
        bottom = rect.bottom() - sum(line.height for line in foot)
        rows = QRectF(rect.left(), y + 0.8 * em, width, bottom - y - 1.2 * em)
        beside = self._beside(width)
        names = tuple((name,) for name in self.reading.names) if beside else self._names(width)
        bars = SlideBars(self.page, self.reading, rows, beside, names)
        y = bottom
        for number, line in enumerate(foot):
            indent = KEY * em + 0.6 * em if number < len(self._keys()) else 0.0
            items += line.items(rect.left() + indent, y)
            if indent:
                items.append(self._sample(self._keys()[number][0], rect.left(), y + line.height / 2))
            y += line.height
        return [*items, *bars.still()], bars

    def _head(self, width: float) -> tuple[Lines, Lines]:
        page, em, context = self.page, self.page.em, self.page.context
        indicator = self.reading.indicator
        name, unit = indicator.name.text(page.language), unit_words(context.texts, indicator.unit, context.side)
        if unit not in name:
            name = page.translate("Legend", "{indicator} ({unit})").format(indicator=name, unit=unit)
        by_circle = replace(context, view=replace(context.view, level="circle"))
        said = about(by_circle, indicator).replace(LINE_END, " · ")
        return (
            fitting(name, TextStyle(1.2 * em, page.theme.text, bold=True), width, em, 3, 1.25),
            fitting(said, TextStyle(em, page.theme.muted), width, em, 2, 1.3),
        )

    def _keys(self) -> list[tuple[str, str]]:
        """Return what the lines over the bars are."""
        page, reading = self.page, self.reading
        keys = []
        if not math.isnan(reading.nation):
            value = words.number(page.context.texts, reading.indicator, reading.nation, signed=reading.difference)
            keys.append(("nation", page.translate("Chart", "Nation {value}").format(value=value)))
        if reading.before is not None:
            keys.append(("before", words.side_name(page.context.texts, "baseline")))
        return keys

    def _foot(self, width: float) -> list[Lines]:
        em, style = self.page.em, TextStyle(self.page.em, self.page.theme.muted)
        keys = [fitting(text, style, width - (KEY + 0.6) * em, em, 1) for _, text in self._keys()]
        return [*keys, *(fitting(note, style, width, em, 3, 1.2) for note in self._notes())]

    def _notes(self) -> Iterator[str]:
        page, found = self.page, self.reading.column
        rows = range(len(found.values))
        if any(not np.isnan(found.values[row]) and words.is_lent(found, row) for row in rows):
            yield page.translate("Slide", "* at least in part an estimate for a class or the nation")
        if any(words.is_doubtful(found, row) for row in rows):
            yield words.doubtful_note(page.context.texts)

    def _sample(self, kind: str, x: float, y: float) -> PageLine:
        em, theme = self.page.em, self.page.theme
        if kind == "nation":
            return PageLine(((x, y), (x + KEY * em, y)), theme.text, 0.12 * em, (3, 2))
        middle = x + KEY * em / 2
        return PageLine(((middle, y - 0.5 * em), (middle, y + 0.5 * em)), theme.text, 0.16 * em)

    def _names(self, width: float) -> tuple[tuple[str, ...], ...]:
        """Return the lines of the names above the bars."""
        return tuple(wrapped(name, self.page.em, width) for name in self.reading.names)

    def _beside(self, width: float) -> float:
        """Return the width of the column of names, 0 where they stand above the bars."""
        widest = max((text_width(name, self.page.em) for name in self.reading.names), default=0.0)
        widest += 0.7 * self.page.em
        return widest if widest <= BESIDE * width else 0.0


@dataclass(frozen=True, eq=False)
class SlideBars:
    """Bars with a place: they share ``rows`` (mm).

    ``names`` is the width of the names beside them, 0 where these stand above.
    """

    page: SlidePage
    reading: Reading
    rows: QRectF
    names: float
    lines: tuple[tuple[str, ...], ...]
    """of each name"""

    @cached_property
    def values(self) -> Values:
        """The values at rest, None for unknown."""
        return tuple(None if math.isnan(value) else float(value) for value in self.reading.column.values)

    @property
    def subject(self) -> tuple[object, ...]:
        """What the values are of."""
        return "bars", self.reading.indicator.id, self.reading.difference, self.reading.ids

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """The numbers at rest, with what they stand on."""
        reading = self.reading
        return tuple(
            self._number(float(value), reading.column.bounds[row])
            + (" *" if value == value and words.is_lent(reading.column, row) else "")
            for row, value in enumerate(reading.column.values)
        )

    def _number(self, value: float, bound: str = "") -> str:
        reading = self.reading
        return words.number(self.page.context.texts, reading.indicator, value, bound, reading.difference)

    @cached_property
    def _axis(self) -> tuple[float, float, float, float]:
        """Least and greatest value, the place of zero and mm per unit of the values."""
        em, reading = self.page.em, self.reading
        every = [reading.column.values, np.array([0.0, reading.nation])]
        every += [] if reading.before is None else [reading.before.values]
        known = np.concatenate(every)
        known = known[~np.isnan(known)]
        low, high = float(known.min()), float(known.max())
        if reading.difference:
            low, high = -max(-low, high), max(-low, high)
        if low == high:
            high = low + 1.0
        room = max(text_width(text, NUMBER * em) for text in self._texts) + 0.9 * em
        left = self.rows.left() + self.names + (room if low < 0 else 0.0)
        right = self.rows.right() - (room if high > 0 else 0.0)
        scale = max(right - left, em) / (high - low)
        return low, high, left - low * scale, scale

    def _row(self, row: int) -> tuple[float, float]:
        """Return the top of a row's bar and its height."""
        em = self.page.em
        further = [FURTHER * em * (len(lines) - 1) for lines in self.lines]
        step = (self.rows.height() - sum(further)) / len(self.values)
        tall = min(BAR * em, 0.72 * step) if self.names else BAR * em
        top = self.rows.top() + row * step + sum(further[: row + 1])
        return (top + (step - tall) / 2, tall) if self.names else (top + step - tall - 0.15 * em, tall)

    def still(self) -> list[PageItem]:
        """Return names and the line of zero."""
        em, theme = self.page.em, self.page.theme
        zero = self._axis[2]
        items: list[PageItem] = []
        for row, lines in enumerate(self.lines):
            top, tall = self._row(row)
            base = top + tall / 2 + (ASCENT / 2 - 0.06) * em if self.names else top - 0.38 * em
            for above, line in enumerate(reversed(lines)):
                items.append(PageText(self.rows.left(), base - above * FURTHER * em, line, TextStyle(em, theme.text)))
            items.append(PageLine(((zero, top - 0.15 * em), (zero, top + tall + 0.15 * em)), theme.muted, 0.08 * em))
        return items

    def items(self, values: Values) -> tuple[PageItem, ...]:
        """Return bars and numbers of ``values``, one for each circle, on the axis of the values at rest."""
        em, theme, reading = self.page.em, self.page.theme, self.reading
        low, high, zero, scale = self._axis
        items: list[PageItem] = []
        numbers: list[PageItem] = []
        for row, value in enumerate(values):
            top, tall = self._row(row)
            base = top + tall / 2 + (ASCENT / 2 - 0.06) * NUMBER * em
            if value is None:
                style = TextStyle(em, theme.muted)
                numbers.append(PageText(zero + 0.4 * em, base, self._number(math.nan), style))
                continue
            colour = self.page.context.project.data.circles[reading.ids[row]].colour
            hollow = words.is_doubtful(reading.column, row)
            length = min(max(value, low), high) * scale
            box = QRectF(min(zero, zero + length), top, abs(length), tall)
            edge = mixed(colour, theme.text, 0.72)
            items.append(PageBox(box, theme.box if hollow else colour, edge, 0.08 * em))
            text = self._texts[row] if value == self.values[row] else self._number(value)
            number = TextStyle(NUMBER * em, theme.muted if hollow else theme.text, bold=True)
            wide = text_width(text, number.size, True)
            x = box.left() - 0.4 * em - wide if length < 0 else box.right() + 0.4 * em
            numbers.append(PageBox(QRectF(x - 0.1 * em, top - 0.2 * em, wide + 0.2 * em, tall + 0.4 * em), theme.box))
            numbers.append(PageText(x, base, text, number))
        return (*items, *self._lines(), *numbers)

    def _lines(self) -> Iterator[PageItem]:
        """Yield the line of the nation, and what each bar was before."""
        em, theme, reading = self.page.em, self.page.theme, self.reading
        _, _, zero, scale = self._axis
        if not math.isnan(reading.nation):
            x = zero + reading.nation * scale
            for row in range(len(self.values)):
                top, tall = self._row(row)
                yield PageLine(((x, top - 0.15 * em), (x, top + tall + 0.15 * em)), theme.text, 0.12 * em, (3, 2))
        if reading.before is not None:
            for row, value in enumerate(reading.before.values):
                top, tall = self._row(row)
                if not np.isnan(value):
                    x = zero + float(value) * scale
                    yield PageLine(((x, top - 0.2 * em), (x, top + tall + 0.2 * em)), theme.text, 0.16 * em)
