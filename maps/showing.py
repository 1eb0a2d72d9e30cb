"""What a choropleth shows, in the few words of a legend or a title: level, side, which way is better, classes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from data.balance.groups import By
from data.balance.indicator import Indicator
from maps.choropleth import Choropleth
from maps.classes import Classes
from maps.context import Context
from maps.texts import Texts

MORE_DECIMALS = 2
"""How many decimals beyond the indicator's own may be shown where two classes would seem to touch."""


def level_words(texts: Texts, level: By) -> str:
    """Return by what areas the map is coloured."""
    return {
        "town": texts.translate("Showing", "by township"),
        "county": texts.translate("Showing", "by county"),
        "circle": texts.translate("Showing", "by life circle"),
    }[level]


def side_words(context: Context) -> str:
    """Return the name of the scenario, or of the difference to it; '' for the baseline."""
    translate, name, side = context.texts.translate, context.project.scenario.name, context.view.side
    if side == "baseline":
        return ""
    if side == "scenario":
        return translate("Showing", "Scenario: {name}").format(name=name) if name else translate("Showing", "Scenario")
    if name:
        return translate("Showing", "Change by scenario: {name}").format(name=name)
    return translate("Showing", "Change by the scenario")


def better_words(texts: Texts, indicator: Indicator) -> str:
    """Return which way is better, '' where neither is."""
    if indicator.direction == 0:
        return ""
    if indicator.direction > 0:
        return texts.translate("Showing", "more is better")
    return texts.translate("Showing", "less is better")


def period_words(texts: Texts, indicator: Indicator) -> str:
    """Return the period of an indicator's figures."""
    return indicator.period or texts.translate("Showing", "undated")


def about(context: Context, indicator: Indicator) -> str:
    """Return period, level, side and the better way of the indicator on the map in one line."""
    texts = context.texts
    parts = [
        # The index has no period of its own: its parts have several.
        "" if indicator.topic == "index" else period_words(texts, indicator),
        level_words(texts, context.view.level),
        side_words(context),
        better_words(texts, indicator),
    ]
    return texts.translate("Showing", ", ").join(part for part in parts if part)


def class_texts(context: Context, classified: Choropleth) -> tuple[str, ...]:
    """Return the words of the classes from low to high, the unit left to the heading; no two seem to touch.

    A single value keeps the decimals of its source, a range those of the indicator, unless it takes more to tell one
    class from the next.
    """
    indicator, classes = classified.indicator, classified.classes
    signed = context.view.side == "difference"
    decimals = _decimals(classes, indicator.decimals)
    found = []
    for number, (low, high) in enumerate(classes.bounds):
        if signed and low == high == 0:
            found.append(context.texts.translate("Showing", "No change"))
        elif low == high:
            found.append(_single(context, classified, number, decimals, signed))
        else:
            below = classes.bounds[number - 1] if number else None
            touches = below is not None and _ends(below, decimals)[1] >= round(low, decimals)
            start = below[1] if below is not None and touches else low
            first, last = (_number(context.texts, value, decimals, signed) for value in (start, high))
            words = (
                context.texts.translate("Showing", "over {low} to {high}")
                if touches
                else context.texts.translate("Showing", "{low} to {high}")
            )
            found.append(words.format(low=first, high=last))
    if signed:
        _name_better(context, classified, found)
    return tuple(found)


def _name_better(context: Context, classified: Choropleth, texts: list[str]) -> None:
    """Say at the outer classes of a difference which way is better."""
    translate, direction = context.texts.translate, classified.indicator.direction
    if not direction or not texts:
        return
    for number in {0, len(texts) - 1}:
        step = classified.classes.steps[number]
        if step:
            word = translate("Showing", "better") if step * direction > 0 else translate("Showing", "worse")
            texts[number] = translate("Showing", "{range} ({word})").format(range=texts[number], word=word)


def _single(context: Context, classified: Choropleth, number: int, decimals: int, signed: bool) -> str:
    """Return a class of one value, with the bound that all its areas share."""
    value = classified.classes.bounds[number][0]
    if signed:
        return _number(context.texts, value, decimals, signed)
    if classified.indicator.id == "digital_class" and value in DIGITAL_CLASSES:
        return _digital_class(context.texts, int(value))
    rows = np.flatnonzero(classified.classes.member == number)
    bounds = {classified.column.bounds[row] for row in rows}
    digits = _own_digits(value, decimals)
    return context.texts.number(value, digits, bounds.pop() if len(bounds) == 1 else "")


DIGITAL_CLASSES = (1.0, 2.0, 3.0, 4.0)


def _digital_class(texts: Texts, value: int) -> str:
    return {
        1: texts.translate("Legend", "1 Mature"),
        2: texts.translate("Legend", "2 Potential"),
        3: texts.translate("Legend", "3 Starting"),
        4: texts.translate("Legend", "4 Budding"),
    }[value]


def changed(texts: Texts, value: float, decimals: int) -> str:
    """Return a difference with its sign; a minus as wide as the plus, for a hyphen would look like part of a range."""
    return ("+" if value > 0 else "") + texts.number(value, decimals).replace("-", "−")


def _number(texts: Texts, value: float, decimals: int, signed: bool) -> str:
    return changed(texts, value, decimals) if signed else texts.number(value, decimals)


def _own_digits(value: float, most: int) -> int:
    """Return how many decimals a single value needs, up to two or ``most``."""
    return len(f"{value:.{max(2, most)}f}".rstrip("0").partition(".")[2])


def _ends(bounds: tuple[float, float], decimals: int) -> tuple[float, float]:
    """Return the ends of a class as they are written."""
    low, high = bounds
    digits = _own_digits(low, decimals) if low == high else decimals
    return round(low, digits), round(high, digits)


def _decimals(classes: Classes, least: int) -> int:
    """Return the fewest decimals, at least ``least``, with which no class seems to touch the next or to be empty."""
    for decimals in range(least, least + MORE_DECIMALS):
        if not _touch([_ends(bounds, decimals) for bounds in classes.bounds], classes.bounds):
            return decimals
    return least + MORE_DECIMALS


def _touch(written: Sequence[tuple[float, float]], bounds: Sequence[tuple[float, float]]) -> bool:
    meets = any(below[1] >= above[0] for below, above in pairwise(written))
    return meets or any(w[0] == w[1] and b[0] != b[1] for w, b in zip(written, bounds, strict=True))
