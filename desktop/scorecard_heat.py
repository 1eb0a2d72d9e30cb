"""The tints of the scorecard: whether a number is among the better or the worse ones of its column."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from data.balance.evaluate import Side
from data.balance.indicators import Indicator
from data.balance.measures import Column
from desktop.appearance import colours
from maps.choropleth import FEW_PEOPLE
from maps.theme import mixed
from maps.view import ThemeName

BETTER = {"light": "#01857A", "dark": "#4FC3B6"}
WORSE = {"light": "#B3661A", "dark": "#E39B4A"}
"""Green-blue and brown (after ColorBrewer's BrBG): told apart by the colour-blind, and no circle has them."""

STRONGEST = {"light": 0.46, "dark": 0.42}
"""Opacity of the best and the worst. More: numbers lose contrast. Less: the middle looks like the ends."""


def judgements(indicator: Indicator, column: Column, side: Side) -> NDArray[np.float64]:
    """Return (n,) from -1, the worst of the column, to 1, the best; NaN where no judgement is due.

    None is due where neither direction is better, of totals, which grow with the area (but of their differences),
    where the number is unknown, and where it stands on less than half of the people, which also sets no scale for the
    others. Differences are judged by their sign and their share of the largest one; where all are equal, all are 0.
    """
    fit = ~np.isnan(column.values) & (column.known >= FEW_PEOPLE)
    result = np.full(len(column.values), np.nan)
    if not indicator.direction or not fit.any() or (indicator.total and side != "difference"):
        return result
    values = indicator.direction * column.values[fit]
    if side == "difference":
        largest = np.abs(values).max()
        result[fit] = values / largest if largest else 0.0
        return result
    low, high = values.min(), values.max()
    same = high - low <= 1e-9 * max(abs(low), abs(high))
    result[fit] = 0.0 if same else 2 * (values - low) / (high - low) - 1
    return result


def tint(judgement: float, theme: ThemeName) -> str:
    """Return the ground of a cell, #RRGGBB, on which the text of the theme has a contrast of at least 4.5."""
    name = "dark" if theme == "dark" else "light"
    base = colours(theme).base
    if np.isnan(judgement):
        return base
    hue = BETTER[name] if judgement > 0 else WORSE[name]
    return mixed(hue, base, STRONGEST[name] * min(abs(judgement), 1.0))
