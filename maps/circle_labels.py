"""The names of the circles, beside their circle on the sea where there is room, in more lines where one is too long."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QPainterPath

from maps.context import Context
from maps.display import Label, TextStyle
from maps.geometry import CircleShapes, Detail
from maps.label_raster import NEVER, Box, Raster, share_of, take
from maps.label_text import label_size, languages_of, name_texts
from maps.mapspace import EXTENT, frame_of_town
from maps.theme import mixed
from maps.town_labels import TOWN_SCALE

SIZE = 3.5
"""Em height, mm."""

STRIDE = 3
"""Names try every third cell: they are long, and a few km to the side make no difference."""

TOO_DEAR = 40.0
"""Price of a place above which a name is left out: it would lie on other names or far from its circle."""

ASTRAY = 4_000.0
"""Metres by which a name may be nearer to another circle than to its own: beyond, it is read as the other's name."""

ABROAD = 1 / 3
"""Share of a name on the land of other circles above which it is read as their name: no name is better."""

MOST_LINES = 3

NEXT_LINE = 0.4
"""What each further line of a name must save to be taken: one line reads better."""


@lru_cache(maxsize=8)
def _grounds(shapes: CircleShapes, seen: Box) -> tuple[NDArray[np.float64], dict[str, NDArray[np.float64]]]:
    """Return the share of land of every cell, and the share of each circle."""
    whole = QPainterPath()
    for region in shapes.regions:
        whole.addPath(region.path)
    return share_of(whole, seen), {circle: share_of(shapes.circle_path(circle), seen) for circle in shapes.areas}


def circle_labels(context: Context, coarse: Detail, raster: Raster, seen: Box) -> list[Label]:
    """Return the names of the circles in focus and mark their ground on ``raster``, that of what is ``seen``."""
    data, scale, theme = context.project.data, context.metres_per_mm, context.theme
    shapes = context.atlas.circles(coarse.tolerance, context.project.definition_id)
    land, own = _grounds(shapes, seen)
    on_main = np.array([frame_of_town(town.code) is None for town in data.towns])
    rows_of = {
        circle: np.array([circle in circles for circles in shapes.members])
        for circle in context.project.definition.circles
    }
    vertices_of = {
        circle: _within(shapely.get_coordinates(coarse.towns[rows]), seen)
        for circle, rows in rows_of.items()
        if own[circle].any()
    }
    for circle, vertices in vertices_of.items():
        if not len(vertices):
            # All that is seen lies inside the circle: its name belongs in the middle.
            vertices_of[circle] = np.array([[(seen[0] + seen[2]) / 2, (seen[1] + seen[3]) / 2]])
    # Thinned to the raster they are few, and still as near as one place of a name is to the next.
    points_of = {
        circle: np.unique(np.round(vertices / (4 * raster.cell)), axis=0) * 4 * raster.cell
        for circle, vertices in vertices_of.items()
    }
    labels = []
    # Circles of islands choose first: they have least room.
    for circle in sorted(points_of, key=lambda one: bool(rows_of[one][on_main].any())):
        if not context.in_focus((circle,)):
            continue
        rows, middle = rows_of[circle], vertices_of[circle].mean(axis=0)
        points = points_of[circle], np.concatenate(tuple(points_of.values()))
        colour = mixed(data.circles[circle].colour, theme.text, 0.62)
        style = TextStyle(SIZE * context.unit, colour, bold=True, halo=theme.halo)
        # The name may lie on its own ground rather than on a neighbour's, but best of all on the sea.
        ground = 10 * land - 6.5 * own[circle], land - own[circle]
        found = []
        settings = _settings(name_texts(data.circles[circle].name, languages_of(context.view)))
        # Where towns are named the sea is wide enough for any name on one line, but not on every sheet.
        for text, second in settings[:1] if scale < TOWN_SCALE and context.extent is None else settings:
            width, height = (side * scale for side in label_size(text, style, second))
            cost, x, y = _best_place(raster, ground, points, middle, (width, height), bool(rows[on_main].any()))
            cost += NEXT_LINE * (text.count("\n") + second.count("\n"))
            found.append((cost, Label(x, y, 0, 0, text, style, second)))
        cost, label = min(found, key=lambda one: one[0])
        if cost < TOO_DEAR:
            labels.append(label)
            # Two names on one line would read as one.
            take(raster, label, scale, air=1.5 * style.size * scale)
    return labels


def _settings(texts: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the ways to break a name into lines; of two languages the first stays whole."""
    text, second = texts
    return [(text, lines) for lines in _layouts(second)] if second else [(lines, "") for lines in _layouts(text)]


def _within(points: NDArray[np.float64], seen: Box) -> NDArray[np.float64]:
    if seen == EXTENT:
        return points
    x, y = points.T
    within: NDArray[np.float64] = points[(x > seen[0]) & (x < seen[2]) & (y > seen[1]) & (y < seen[3])]
    return within


def _layouts(name: str) -> list[str]:
    """Return a name on one line and, as far as it has spaces and dashes, on two and three lines of like length."""
    words = re.findall(r"[^ –]+(?:[ –]|$)", name)
    found = [name]
    for breaks in range(1, min(len(words), MOST_LINES)):
        choices = [
            ["".join(words[start:end]).strip() for start, end in pairwise((0, *cuts, len(words)))]
            for cuts in combinations(range(1, len(words)), breaks)
        ]
        found.append("\n".join(min(choices, key=lambda lines: max(map(len, lines)))))
    return found


def _best_place(
    raster: Raster,
    grounds: tuple[NDArray[np.float64], NDArray[np.float64]],
    points: tuple[NDArray[np.float64], NDArray[np.float64]],
    middle: NDArray[np.float64],
    size: tuple[float, float],
    on_main_map: bool,
) -> tuple[float, float, float]:
    """Return the price of the cheapest place of a label of ``size`` metres, and its middle in map space.

    ``grounds`` are the price of the ground of each cell and its share of other circles' land, ``points`` are places all
    over the circle and all over every circle, and ``middle`` is that of the former, in map space.
    """
    own, every = points
    width, height = size
    price, x0, y0 = raster.window(width, height)
    price = price[::STRIDE, ::STRIDE]
    step = STRIDE * raster.cell
    x = x0 + np.arange(price.shape[1])[None, :] * step
    y = y0 + np.arange(price.shape[0])[:, None] * step
    away = _distance_to(own, x, y, width / 2, height / 2) / raster.fineness
    # Beside the middle of the circle rather than at one of its ends, where the name could be a neighbour's.
    aside = np.hypot(x - middle[0], y - middle[1]) / (110_000 * raster.fineness)
    if not on_main_map:
        # A circle of islands only is named above or below its boxes, not beside another circle's coast.
        aside = aside + np.abs(x - middle[0]) / (20_000 * raster.fineness)
    ground, foreign = (raster.mean_of(one, width, height)[::STRIDE, ::STRIDE] for one in grounds)
    cost = price + ground + TOO_DEAR * (foreign > ABROAD) + (away / 14_000) ** 2 + aside
    while True:
        row, column = np.unravel_index(int(np.argmin(cost)), cost.shape)
        place = float(x[0, column]), float(y[row, 0])
        gaps = np.maximum(np.abs(every - place) - (width / 2, height / 2), 0)
        nearest = np.sqrt((gaps**2).sum(axis=1).min()) / raster.fineness
        astray = away[row, column] - nearest - ASTRAY
        if astray <= 0 or cost[row, column] >= TOO_DEAR:
            return float(cost[row, column]), *place
        # Either distance changes by no more than a name is shifted, so that all names so near are astray as well.
        cost[np.hypot(x - place[0], y - place[1]) <= astray * raster.fineness / 2] = NEVER


def _distance_to(
    points: NDArray[np.float64], x: NDArray[Any], y: NDArray[Any], half_w: float, half_h: float
) -> NDArray[np.float64]:
    """Return for every place of a label, its middle in column ``x`` and row ``y``, the distance in metres from its
    rectangle to the nearest of ``points``."""
    nearest = np.full((y.size, x.size), np.inf)
    for px, py in points:
        dx = np.maximum(np.abs(x - px) - half_w, 0)
        dy = np.maximum(np.abs(y - py) - half_h, 0)
        np.minimum(nearest, dx**2 + dy**2, out=nearest)
    distance: NDArray[np.float64] = np.sqrt(nearest)
    return distance
