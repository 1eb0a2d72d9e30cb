"""The legend of two indicators: a diamond of nine colours, low at its foot, with the counts of areas in it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtGui import QColor

from maps.bivariate import THIRDS, Axis, Bivariate, bivariate
from maps.choropleth import UNKNOWN, areas_in_focus
from maps.colour_vision import seen_as
from maps.context import Context
from maps.display import PageItem, PageLine, PageText, TextStyle
from maps.fonts import ASCENT, wrapped
from maps.legend_choropleth import hatch_entries, missing_entry
from maps.legend_parts import Figure, Section
from maps.showing import LINE_END, amid, level_words, period_words, range_words, side_words

CELL = 3.7
"""Half the diagonal of a cell of the diamond, mm."""

WIDEST = 56.0
"""Width of the diamond with the words at its foot, mm: in a wide legend it stands at the left as everything else."""

LEADING = 1.3


def bivariate_section(context: Context) -> Section:
    """Return the section of the two indicators on the map."""
    shown = bivariate(context)
    translate, language = context.texts.translate, context.view.language
    title = translate("Legend", "{first} × {second}").format(
        first=shown.first.indicator.name.text(language), second=amid(shown.second.indicator.name.text(language))
    )
    missing = int(((shown.member == UNKNOWN) & areas_in_focus(context)).sum())
    entries = (
        missing_entry(context, missing, translate("Legend", "No data on one or both")),
        *hatch_entries(context, shown.estimated, shown.doubtful),
    )
    return Section(title, entries, "\n".join(_notes(context, shown)), _about(context, shown), _diamond(context, shown))


def _about(context: Context, shown: Bivariate) -> str:
    """Return periods, level and side; the index has no period of its own."""
    indicators = (shown.first.indicator, shown.second.indicator)
    periods = [period_words(context.texts, one) for one in indicators if one.topic != "index"]
    line = " · ".join((*dict.fromkeys(periods), level_words(context.texts, context.view.level)))
    return LINE_END.join(filter(None, (line, side_words(context))))


def _diamond(context: Context, shown: Bivariate) -> Figure:
    """Return the diamond: the first indicator grows to the upper right, the second to the upper left."""
    unit, theme, texts = context.unit, context.theme, context.texts
    half = CELL * unit
    counted = (shown.member != UNKNOWN) & areas_in_focus(context)
    counts = np.bincount(shown.member[counted], minlength=THIRDS * THIRDS)

    def draw(x: float, y: float, width: float) -> tuple[list[PageItem], float]:
        middle, foot = x + min(width, WIDEST * unit) / 2, y + 2 * THIRDS * half
        items: list[PageItem] = []
        for number, colour in enumerate(shown.colours):
            up, across = divmod(number, THIRDS)
            cx, cy = middle + (across - up) * half, foot - (across + up + 1) * half
            corners = ((cx - half, cy), (cx, cy - half), (cx + half, cy), (cx, cy + half))
            items.append(PageLine(corners, colour, 0, closed=True))
            items.append(PageLine((*corners, corners[0]), theme.frame, 0.15 * unit))
            style = TextStyle(2.1 * unit, _ink_on(colour))
            base = cy + (ASCENT / 2 - 0.06) * style.size
            items.append(PageText(cx, base, texts.number(counts[number]), style, "centre"))
        items += _arrows(context, middle, foot)
        style = TextStyle(2.3 * unit, theme.text)
        ends = [foot]
        for axis, side in ((shown.second, -1), (shown.first, 1)):
            words = texts.translate("Legend", "higher: {indicator}").format(
                indicator=axis.indicator.short.text(context.view.language)
            )
            y = foot - 0.4 * half
            for line in wrapped(words, style.size, middle - x - half):
                at = middle + side * half
                items.append(PageText(at, y + ASCENT * style.size, line, style, "left" if side > 0 else "right"))
                y += LEADING * style.size
            ends.append(y)
        return items, max(ends)

    return draw


def _ink_on(colour: str) -> str:
    """Return black or white, whichever has the greater contrast: they are equal on #757575."""
    return "#000000" if QColor(seen_as(colour, "grey")).red() > 0x75 else "#ffffff"


def _arrows(context: Context, middle: float, foot: float) -> Iterator[PageItem]:
    """Yield an arrow along either lower side of the diamond, outwards and upwards."""
    unit, theme = context.unit, context.theme
    half, away, head = CELL * unit, 0.9 * unit, 1.0 * unit
    for side in (-1, 1):
        start = (middle + side * (0.9 * half + away), foot - 0.9 * half + away)
        end = (middle + side * (2.7 * half + away), foot - 2.7 * half + away)
        yield PageLine((start, end), theme.muted, 0.25 * unit)
        tip = ((end[0] - side * head, end[1]), end, (end[0], end[1] + head))
        yield PageLine(tip, theme.muted, 0.25 * unit)


def _notes(context: Context, shown: Bivariate) -> Iterator[str]:
    translate, language = context.texts.translate, context.view.language
    for axis, arrow in ((shown.second, "↖"), (shown.first, "↗")):
        short, unit = axis.indicator.short.text(language), axis.indicator.unit.text(language)
        # A rate says its unit in its name.
        plain = unit in short or "/" in axis.indicator.unit.zh
        name = short if plain else translate("Legend", "{indicator} ({unit})").format(indicator=short, unit=unit)
        yield translate("Legend", "{arrow} {indicator}: {ranges}").format(
            arrow=arrow, indicator=name, ranges=translate("Legend", "; ").join(_ranges(context, axis))
        )
    yield translate("Legend", "Thirds of equally many areas; numbers count the areas of each colour")
    better = _better(context, shown)
    if better:
        yield better
    if context.view.level == "circle" and any(len(region.circles) > 1 for region in context.shapes.regions):
        yield translate("Legend", "Striped: townships of two circles, in the colours of both")


def _ranges(context: Context, axis: Axis) -> Iterator[str]:
    for low, high in axis.classes.bounds:
        if low == high:
            yield context.texts.number(low, axis.classes.decimals)
        else:
            yield range_words(context.texts, low, high, axis.classes.decimals)


def _better(context: Context, shown: Bivariate) -> str:
    """Return at which corner both indicators are better; '' where one has no better way, or is a total."""
    translate = context.texts.translate
    first, second = (0 if axis.indicator.total else axis.indicator.direction for axis in (shown.first, shown.second))
    return {
        (1, 1): translate("Legend", "Better in both: top; worse in both: bottom"),
        (-1, -1): translate("Legend", "Better in both: bottom; worse in both: top"),
        (1, -1): translate("Legend", "Better in both: right; worse in both: left"),
        (-1, 1): translate("Legend", "Better in both: left; worse in both: right"),
    }.get((first, second), "")
