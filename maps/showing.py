"""What a choropleth shows, in the few words of a legend or a title: level, side, which way is better, classes."""

from __future__ import annotations

import math
import re

import numpy as np

from data.balance.evaluate import Side
from data.balance.groups import By
from data.balance.indicator import Indicator
from data.model import Name
from maps.choropleth import Choropleth
from maps.classes import Classes
from maps.context import Context
from maps.symbology import SchemeName
from maps.texts import Texts

LINE_END = "\u2028"
"""Unicode's line separator, which Qt's line breaking obeys."""

_IMPORTED = re.compile(r"(?:(.*?) )??(?:(\d+) rows from )?row (\d+)")
"""Where ``data.intake`` says that a site or a figure stands: table, how many rows, the first of them."""


def level_words(texts: Texts, level: By) -> str:
    """Return by what areas the map is coloured."""
    return {
        "town": texts.translate("Showing", "by township"),
        "county": texts.translate("Showing", "by county"),
        "circle": texts.translate("Showing", "by life circle"),
    }[level]


def side_words(context: Context) -> str:
    """Return the name of the scenario, or of the difference to it; '' for the baseline.

    Without coloured or measured areas no difference is to be seen: what is on the map are the sites of the scenario.
    """
    translate, name, side = context.texts.translate, context.project.scenario.name, context.side
    if side == "difference" and not (context.shows("choropleth") or context.shows("proportional")):
        side = "scenario"
    if side == "baseline":
        return ""
    if side == "scenario":
        return translate("Showing", "Scenario: {name}").format(name=name) if name else translate("Showing", "Scenario")
    if name:
        return translate("Showing", "Change by scenario: {name}").format(name=name)
    return translate("Showing", "Change by the scenario")


def better_words(texts: Texts, indicator: Indicator) -> str:
    """Return which way is better, '' where neither is and of totals, which grow with the area."""
    if indicator.direction == 0 or indicator.total:
        return ""
    if indicator.direction > 0:
        return texts.translate("Showing", "more is better")
    return texts.translate("Showing", "less is better")


def amid(name: str) -> str:
    """Return a name as it stands within a phrase: without the capital of its first word, unless this is an
    abbreviation."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def period_words(texts: Texts, indicator: Indicator) -> str:
    """Return the period of an indicator's figures."""
    return indicator.period or texts.translate("Showing", "undated")


def figures_period(texts: Texts, indicator: Indicator) -> str:
    """Return the period of an indicator's figures; sites are of different dates, which is not to be undated."""
    if indicator.layers and not indicator.period:
        return texts.translate("Chart", "dates differ by site")
    return period_words(texts, indicator)


def about(context: Context, indicator: Indicator) -> str:
    """Return period, level, side and the better way of the indicator on the map: one line, with a side two."""
    texts = context.texts
    # The index has no period of its own: its parts have several.
    period = "" if indicator.topic == "index" else figures_period(texts, indicator)
    level, side, better = level_words(texts, context.view.level), side_words(context), better_words(texts, indicator)
    # Four parts do not fit a line of the legend, which would break within a word.
    lines = ((period, level), (side, better)) if side else ((period, level, better),)
    return LINE_END.join(" · ".join(part for part in line if part) for line in lines)


def class_texts(context: Context, classified: Choropleth) -> tuple[str, ...]:
    """Return the words of the classes from low to high; the unit is left to the heading.

    A single value of a township keeps the decimals of its source.
    """
    if context.side == "difference":
        return tuple(_change_texts(context, classified))
    if classified.classes.intervals:
        return interval_texts(context.texts, classified.classes)
    return tuple(
        _single(context, classified, number)
        if low == high
        else range_words(context.texts, low, high, classified.classes.decimals)
        for number, (low, high) in enumerate(classified.classes.bounds)
    )


def range_words(texts: Texts, low: float, high: float, decimals: int) -> str:
    """Return a range that both its ends belong to."""
    if low < 0:
        # A dash between numbers below zero would look like one more sign.
        first, last = (texts.number(value, decimals) for value in (low, high))
        return texts.translate("Showing", "{low} to {high}").format(low=first, high=last)
    return f"{texts.number(low, decimals)} – {texts.number(high, decimals)}"


def interval_texts(texts: Texts, classes: Classes) -> tuple[str, ...]:
    """Return the words of classes between breaks, each number in one of them only."""
    translate = texts.translate
    found = []
    for number, (low, high) in enumerate(classes.bounds):
        first, last = (texts.number(value, classes.decimals) for value in (low, high))
        if math.isinf(low):
            words = translate("Showing", "under {least}").format(least=last)
        elif math.isinf(high):
            words = translate("Showing", "{low} or more").format(low=first)
        elif number == len(classes.bounds) - 1:
            words = range_words(texts, low, high, classes.decimals)
        else:
            words = translate("Showing", "{low} to under {high}").format(low=first, high=last)
        if classes.deviations:
            words = translate("Showing", "{range} ({deviations} sd)").format(
                range=words, deviations=_deviation_words(texts, *classes.deviations[number])
            )
        found.append(words)
    return tuple(found)


def _deviation_words(texts: Texts, low: float, high: float) -> str:
    """Return the bounds of a class in standard deviations from the mean."""
    decimals = 0 if all(value.is_integer() for value in (low, high) if math.isfinite(value)) else 1
    first, last = (changed(texts, value, decimals) for value in (low, high))
    if math.isinf(low):
        return texts.translate("Showing", "under {least}").format(least=last)
    if math.isinf(high):
        return texts.translate("Showing", "from {low}").format(low=first)
    return texts.translate("Showing", "{low} to {high}").format(low=first, high=last)


def scheme_words(texts: Texts, scheme: SchemeName) -> str:
    """Return how the classes were found."""
    return {
        "quantile": texts.translate("Showing", "Classes: equally many areas"),
        "equal": texts.translate("Showing", "Classes: equal intervals"),
        "natural": texts.translate("Showing", "Classes: natural breaks (Fisher-Jenks)"),
        "pretty": texts.translate("Showing", "Classes: round numbers"),
        "head_tail": texts.translate("Showing", "Classes: head/tail breaks"),
        "deviation": texts.translate("Showing", "Classes: one standard deviation (sd), around the mean of the areas"),
        "custom": texts.translate("Showing", "Classes: chosen breaks"),
    }[scheme]


def _change_texts(context: Context, classified: Choropleth) -> list[str]:
    classes, translate = classified.classes, context.texts.translate
    found = []
    for step, bounds in zip(classes.steps, classes.bounds, strict=True):
        if step == 0:
            found.append(translate("Showing", "No change"))
            continue
        low, high = bounds
        first, last = (changed(context.texts, value, classes.decimals) for value in bounds)
        if low == high == 0:
            # A change too small for the decimals is not none.
            least = changed(context.texts, math.copysign(10.0**-classes.decimals, step), classes.decimals)
            found.append(translate("Showing", "under {least}").format(least=least))
        elif low == high:
            found.append(first)
        elif low == 0 or high == 0:
            found.append(translate("Showing", "up to {most}").format(most=last if low == 0 else first))
        else:
            found.append(translate("Showing", "{low} to {high}").format(low=first, high=last))
    _name_better(context, classified, found)
    return found


def _name_better(context: Context, classified: Choropleth, texts: list[str]) -> None:
    """Say at the greatest fall and the greatest rise which way is better."""
    translate, direction = context.texts.translate, classified.indicator.direction
    if not direction or not texts:
        return
    for number, sign in ((0, -1), (len(texts) - 1, 1)):
        step = classified.classes.steps[number]
        if step * sign > 0:
            word = translate("Showing", "better") if step * direction > 0 else translate("Showing", "worse")
            texts[number] = translate("Showing", "{range} ({word})").format(range=texts[number], word=word)


def _single(context: Context, classified: Choropleth, number: int) -> str:
    """Return a class of one value, with the bound that all its areas share."""
    value, decimals = classified.classes.bounds[number][0], classified.classes.decimals
    if classified.indicator.id == "digital_class" and value.is_integer():
        return _digital_class(context.texts, int(value))
    if context.view.level == "town":
        decimals = len(f"{value:.{max(2, decimals)}f}".rstrip("0").partition(".")[2])
    bounds = {classified.column.bounds[row] for row in np.flatnonzero(classified.classes.member == number)}
    return context.texts.number(value, decimals, bounds.pop() if len(bounds) == 1 else "").replace("-", "−")


def _digital_class(texts: Texts, value: int) -> str:
    return {
        1: texts.translate("Legend", "1 Mature"),
        2: texts.translate("Legend", "2 Potential"),
        3: texts.translate("Legend", "3 Starting"),
        4: texts.translate("Legend", "4 Budding"),
    }[value]


def unit_words(texts: Texts, unit: Name, side: Side) -> str:
    """Return the unit of a number, or of a difference: percentages differ by percentage points."""
    if side == "difference" and unit.en == "%":
        return texts.translate("Showing", "percentage points")
    return unit.text(texts.language)


def location(texts: Texts, text: str) -> str:
    """Return the place in a source where a figure or a site stands; what is no line or row number stays as it is."""
    word, _, number = text.partition(" ")
    if word == "line":
        return texts.translate("Details", "line {number}").format(number=number)
    imported = _IMPORTED.fullmatch(text)
    if imported is None:
        return text
    table, rows, number = imported.groups(default="")
    row = (
        texts.translate("Details", "{rows} rows from row {number}").format(rows=rows, number=number)
        if rows
        else texts.translate("Details", "row {number}").format(number=number)
    )
    return f"{table} {row}".lstrip()


def changed(texts: Texts, value: float, decimals: int) -> str:
    """Return a difference with its sign, none where it reads as zero."""
    words = texts.number(value, decimals)
    return "+" + words if value > 0 and any(digit in words for digit in "123456789") else words
