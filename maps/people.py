"""Where people live, as a layer: a disc for every town, or dots that each stand for as many people."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from data.arrays import read_only
from data.balance.evaluate import indicator_of
from maps.context import Context
from maps.display import Discs, Dots, SymbolStyle
from maps.furniture import round_length
from maps.geometry import Atlas, Detail
from maps.legend_parts import Entry, Section
from maps.nested_circles import nested_circles
from maps.showing import period_words
from maps.theme import mixed

POPULATION = "population"
"""The indicator and variable that both kinds show."""

WIDEST = 3.2
"""Radius in mm of the disc of the most populous town, at A4 and 1:2 000 000."""

MOST_GROWTH = 4.0
"""How much larger the discs become at most as one zooms in."""

OPACITY = 0.35
"""Of the discs, which lie under the borders and on the colours of the circles."""

PEOPLE_PER_DOT = 6000
"""People a dot stands for at 1:2 000 000: of fewer, the dots of the densest towns would leave no ground."""

DOT_SCALE = 2000.0
"""Metres per mm of that scale."""

FEWEST_PEOPLE = 100
"""Least people a dot stands for: of fewer, the even spread would pretend to know the houses."""

DOT = 0.15
"""Radius of a dot, mm."""

COARSE = 100
"""Level of detail, in metres, of the towns in which dots are spread: one for all scales, so that dots stand still."""

STEPPED_BACK = 0.3
"""Share of their colour that dots outside the focus keep."""

PLASTIC = 1.32471795724474602596
"""The plastic number, root of x³ = x + 1. Steps of its inverse powers fill a plane evenly from the first point on
(M. Roberts 2018, "The Unreasonable Effectiveness of Quasirandom Sequences")."""

SHAKE = 0.5
"""How far a point is moved at random, in mean distances of as many points as there are up to it."""

STEP = np.array([1 / PLASTIC, 1 / PLASTIC**2])


def people_shapes(context: Context) -> list[Dots | Discs]:
    """Return the layer; what is not in focus steps back."""
    front = context.towns_in_focus
    colour = context.theme.layers["people"]
    faint = mixed(colour, context.theme.land, STEPPED_BACK)
    if context.view.people == "dots":
        points, towns = people_dots(context.atlas, people_per_dot(context))
        parts = ((faint, points[~front[towns]]), (colour, points[front[towns]]))
        return [Dots(part, DOT * context.unit, shade) for shade, part in parts if len(part)]
    people = context.data.town_values(POPULATION)
    radii = widest(context) * np.sqrt(people / people.max())
    order = np.argsort(-radii, kind="stable")
    found: list[Dots | Discs] = []
    for shade, rows in ((faint, order[~front[order]]), (colour, order[front[order]])):
        if len(rows):
            found.append(Discs(context.atlas.town_positions[rows], radii[rows], _clear(shade), shade))
    return found


def widest(context: Context) -> float:
    """Return the radius in mm of the largest disc: at every second doubling of the scale it doubles."""
    nearer = DOT_SCALE * context.map_unit / context.metres_per_mm
    growth = math.sqrt(2.0 ** math.floor(math.log2(nearer) + 0.5))
    return WIDEST * context.map_unit * min(max(growth, 1.0), MOST_GROWTH)


def people_per_dot(context: Context) -> int:
    """Return for how many people a dot stands at this scale: a round number, four times fewer at twice the scale."""
    wanted = PEOPLE_PER_DOT * (context.metres_per_mm / (DOT_SCALE * context.map_unit)) ** 2
    # The nearest round number below the geometric mean of the steps keeps the density alike at all scales.
    return int(round_length(max(wanted * 1.5, FEWEST_PEOPLE)))


def people_scale(context: Context) -> float:
    """Return what the legend says of the scale: people for a dot, or the radius of the largest disc."""
    return people_per_dot(context) if context.view.people == "dots" else widest(context)


@lru_cache(maxsize=4)
def people_dots(atlas: Atlas, people: int) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    """Return (n, 2) the dots in map space and (n,) the row of the town of each; read-only.

    A town has one for every full ``people`` of its population and for more than half of them left over. Their places
    are the first of a fixed sequence of the town, so that fewer are some of more.
    """
    detail = atlas.detail(COARSE)
    wanted = np.floor(atlas.data.town_values(POPULATION) / people + 0.5).astype(int)
    parts = [spread(detail, row, int(count)) for row, count in enumerate(wanted)]
    return read_only(np.concatenate(parts)), read_only(np.repeat(np.arange(len(wanted)), wanted))


def spread(detail: Detail, row: int, count: int) -> NDArray[np.float64]:
    """Return (count, 2) the first points of the even sequence of a town that lie inside it.

    The sequence is that of Roberts over the town's bounding box, begun at a place that hangs on the town's code, and
    shaken a little, or the eye would see rows.
    """
    town = detail.towns[row]
    left, bottom, right, top = shapely.bounds(town)
    start = np.modf(int(detail.data.towns[row].code) * STEP)[0]
    random = np.random.default_rng(int(detail.data.towns[row].code))
    share = shapely.area(town) / ((right - left) * (top - bottom))
    shapely.prepare(town)
    found = np.empty((0, 2))
    made, length = 0, int(count / share * 1.1) + 16
    while len(found) < count:
        numbers = np.arange(made + 1, made + length + 1)[:, None]
        shaken = SHAKE * (random.random((length, 2)) - 0.5) / np.sqrt(numbers)
        points = (left, bottom) + np.modf(start + numbers * STEP + shaken + 1)[0] * (right - left, top - bottom)
        found = np.concatenate([found, points[shapely.contains_xy(town, points)]])
        made += length
    return found[:count]


def _clear(colour: str) -> str:
    shade = QColor(colour)
    shade.setAlphaF(OPACITY)
    return shade.name(QColor.NameFormat.HexArgb)


def people_section(context: Context) -> Section:
    """Return the legend: what a dot stands for, or discs of round numbers of people."""
    texts, theme = context.texts, context.theme
    translate = texts.translate
    indicator = indicator_of(context.project, POPULATION)
    colour = theme.layers["people"]
    title = translate("Legend", "Where people live")
    about = period_words(texts, indicator)
    if context.view.people == "circles":
        largest = float(context.data.town_values(POPULATION).max())
        note = translate("Legend", "Circles compare by area: the population of each township")
        figure = nested_circles(context, largest, widest(context), _clear(colour), colour)
        return Section(title, (), note, about, figure)
    people = people_per_dot(context)
    dots, _ = people_dots(context.atlas, people)
    swatch = SymbolStyle("digital", DOT / 0.8 * context.map_unit, colour, colour)
    words = translate("Legend", "{count} people").format(count=texts.number(people))
    note = translate(
        "Legend",
        "Dots are spread evenly inside a township; they are no addresses. A township with fewer than {half} people has none.",  # noqa: E501
    ).format(half=texts.number(people / 2))
    return Section(title, (Entry(swatch, words, texts.number(len(dots))),), note, about)
