"""How the values on the map are distributed: a small histogram for the legend, a strip of dots for few areas."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from maps.choropleth import Choropleth
from maps.classes import DIGITS, Classes
from maps.context import Context
from maps.display import PageBox, PageEllipse, PageItem, PageLine, PageText, TextStyle
from maps.fonts import ASCENT
from maps.legend_parts import Figure

FEW_AREAS = 12
"""Up to so many known values each is a dot: a bar of one or two areas would pretend to a distribution."""

MOST_BARS = 32

ABOVE, BARS, STRIP, DOT, TICK = 0.8, 8.5, 3.0, 1.1, 0.9
"""Room above, height of the bars, least height of the strip of dots, radius of a dot, length of a bound's tick, mm."""


def histogram(context: Context, classified: Choropleth) -> Figure | None:
    """Return the figure of the values, in the colours of their classes; None if there are fewer than two values."""
    known = classified.classes.member >= 0
    values, member = np.round(classified.column.values[known], DIGITS), classified.classes.member[known]
    if len(values) == 0 or values.min() == values.max():
        return None

    def draw(x: float, y: float, width: float) -> tuple[list[PageItem], float]:
        few = len(values) <= FEW_AREAS
        inset = DOT * context.unit if few else 0.0
        x, width, y = x + inset, width - 2 * inset, y + ABOVE * context.unit
        items, base = (_dots if few else _bars)(context, classified, values, member, (x, y, width))
        return _axis(context, classified, values, int((~known).sum()), items, (x, base, width))

    return draw


Place = tuple[float, float, float]
"""x, y and width on the sheet, mm"""


def _bars(
    context: Context, classified: Choropleth, values: NDArray[np.float64], member: NDArray[np.int64], place: Place
) -> tuple[list[PageItem], float]:
    """Return bars of equal width in values; each shows its areas' classes one above the other."""
    x, y, width = place
    count = min(MOST_BARS, math.ceil(1.6 * math.sqrt(len(values))))
    edges = np.linspace(values.min(), values.max(), count + 1)
    stacks = np.array([np.histogram(values[member == number], edges)[0] for number in range(len(classified.colours))])
    height, step = BARS * context.unit, width / count
    per_area, base = height / stacks.sum(axis=0).max(), y + height
    items: list[PageItem] = []
    for bar in range(count):
        top = base
        for number in np.flatnonzero(stacks[:, bar]):
            tall = float(stacks[number, bar]) * per_area
            top -= tall
            items.append(
                PageBox(QRectF(x + bar * step, top, step, tall), classified.colours[number], context.theme.frame, 0.1)
            )
    return items, base


def _dots(
    context: Context, classified: Choropleth, values: NDArray[np.float64], member: NDArray[np.int64], place: Place
) -> tuple[list[PageItem], float]:
    """Return a dot for each value; dots that would hide each other stand one above the other."""
    x, y, width = place
    radius = DOT * context.unit
    low, span = float(values.min()), float(np.ptp(values))
    cells = Counter[int]()
    places = []
    for row in np.argsort(values, kind="stable"):
        across = x + (float(values[row]) - low) / span * width
        cell = round((across - x) / (2 * radius))
        places.append((across, cells[cell], classified.colours[member[row]]))
        cells[cell] += 1
    base = y + max(STRIP * context.unit, 2 * radius * max(cells.values()) + 0.6 * context.unit)
    items: list[PageItem] = []
    for across, above, colour in places:
        middle = base - radius * (2 * above + 1) - 0.3 * context.unit
        box = QRectF(across - radius, middle - radius, 2 * radius, 2 * radius)
        items.append(PageEllipse(box, colour, context.theme.text, 0.15 * context.unit))
    return items, base


def _axis(
    context: Context,
    classified: Choropleth,
    values: NDArray[np.float64],
    missing: int,
    items: list[PageItem],
    place: Place,
) -> tuple[list[PageItem], float]:
    """Add the axis with a tick at every class bound, its ends in numbers and the count of what is unknown."""
    x, y, width = place
    unit, theme, texts = context.unit, context.theme, context.texts
    low, high = float(values.min()), float(values.max())
    items.append(PageLine(((x, y), (x + width, y)), theme.muted, 0.2 * unit))
    for bound in _bounds_between(classified.classes):
        if low < bound < high:
            at = x + (bound - low) / (high - low) * width
            items.append(PageLine(((at, y), (at, y + TICK * unit)), theme.muted, 0.2 * unit))
    quiet = TextStyle(2.1 * unit, theme.muted)
    base = y + (TICK + 0.3) * unit + ASCENT * quiet.size
    decimals = max(classified.classes.decimals, classified.indicator.decimals)
    least, most = (texts.number(value, decimals) for value in (low, high))
    items += [PageText(x, base, least, quiet), PageText(x + width, base, most, quiet, "right")]
    if missing:
        words = texts.translate("Legend", "No data: {count}").format(count=texts.number(missing))
        items.append(PageText(x + width / 2, base, words, quiet, "centre"))
    return items, base + 0.4 * quiet.size


def _bounds_between(classes: Classes) -> list[float]:
    """Return the numbers at which one class ends and the next begins."""
    return [(below[1] + above[0]) / 2 for below, above in pairwise(classes.bounds)]
