"""Labels without overlaps, placed for a whole scale at once, so that they stand still while the map is panned.

Names of counties look for a free place inside the county, those of circles for open sea beside it (see
``maps.label_raster`` and ``maps.circle_labels``), those of towns stand at the town wherever there is room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray

from data.dataset import DataSet
from maps.areas import FRAME_PAD
from maps.circle_labels import circle_labels
from maps.context import Context
from maps.display import Label, Symbol, TextStyle
from maps.fonts import text_width
from maps.furniture import length_text
from maps.geometry import Detail
from maps.label_raster import CELL, Raster, bounds, symbol_bounds, take
from maps.mapspace import FRAMES, frame_of_town

TOWN_SCALE = 600.0
"""Metres per mm (1:600 000) below which towns are named."""

SIZE_COUNTY, SIZE_TOWN = 2.75, 2.5
"""Em heights in mm; 2.5 mm is 7 points, the smallest that survives a projector."""


@dataclass(frozen=True)
class _Anchor:
    """Where a name belongs: a point of map space and the radius of the open ground around it, in metres."""

    x: float
    y: float
    radius: float


@lru_cache(maxsize=2)
def _county_anchors(data: DataSet, detail: Detail) -> dict[str, _Anchor]:
    """Return the middle of the largest part of each county on the main map."""
    anchors = {}
    for number, county in enumerate(data.counties):
        rows = np.flatnonzero(detail.counties == number)
        if frame_of_town(data.towns[rows[0]].code) is not None:
            continue
        parts = shapely.get_parts(shapely.coverage_union_all(detail.towns[rows]))
        largest = max(parts, key=shapely.area)
        spoke = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 2000))
        radius = float(np.hypot(*(spoke[1] - spoke[0])))
        anchors[county.code] = _Anchor(float(spoke[0][0]), float(spoke[0][1]), radius)
    return anchors


@dataclass(frozen=True)
class _Wish:
    """What labels are wanted for; ``key`` is all that they depend on."""

    key: Hashable
    context: Context = field(compare=False)
    symbols: tuple[Symbol, ...] = field(compare=False)


def map_labels(context: Context, symbols: Sequence[Symbol]) -> list[Label]:
    """Return the labels of circles, counties and, at large scales, towns; ``symbols`` are kept clear where possible.

    They do not give way to what a scenario changes: names must stand still while a point is dragged. Kept, because
    finding their places takes longer than everything else while a slider of the index moves.
    """
    fixed = tuple(symbol for symbol in symbols if not symbol.style.supposed and not symbol.style.gone)
    view = context.view
    places = tuple((symbol.x, symbol.y, symbol.dx, symbol.dy, symbol.style.radius) for symbol in fixed)
    key = (
        context.atlas, context.project.definition_id, view.language, view.theme, view.focus, context.shows("circles"),
        context.metres_per_mm, context.unit, places,
    )  # fmt: skip
    return list(_placed(_Wish(key, context, fixed)))


@lru_cache(maxsize=4)
def _placed(wish: _Wish) -> tuple[Label, ...]:
    context, symbols = wish.context, wish.symbols
    coarse = context.atlas.detail(1000)
    raster = Raster()
    scale = context.metres_per_mm
    for symbol in symbols:
        raster.block(*symbol_bounds(symbol, scale), 2.0)
    for frame in FRAMES:
        raster.block(*frame.box, 50.0)
    captions = frame_labels(context)
    for caption in captions:
        take(raster, caption, scale)
    counties = _county_labels(context, coarse, raster)
    circles = circle_labels(context, coarse, raster) if context.shows("circles") else []
    towns = _town_labels(context, [*captions, *counties, *circles], symbols) if scale < TOWN_SCALE else []
    return (*towns, *counties, *circles)


def _county_labels(context: Context, coarse: Detail, raster: Raster) -> list[Label]:
    data, scale, theme = context.project.data, context.metres_per_mm, context.theme
    # Beside the names of towns those of counties are bold, or the two would be told apart by two points only.
    style = TextStyle(SIZE_COUNTY * context.unit, theme.text, bold=scale < TOWN_SCALE, halo=theme.halo)
    labels = []
    anchors = _county_anchors(data, coarse)
    names = _county_names(context)
    # The small counties choose first: a large one has room to give way.
    for code, anchor in sorted(anchors.items(), key=lambda item: item[1].radius):
        text = names[code]
        width = (text_width(text, style.size, style.bold) + 0.6 * style.size) * scale
        height = 1.24 * style.size * scale
        reach = max(anchor.radius, 1.6 * style.size * scale)
        far = 3 * reach + width
        around = raster.part(anchor.x - far, anchor.y - far, anchor.x + far, anchor.y + far)
        price, x0, y0 = around.window(width, height)
        x = x0 + np.arange(price.shape[1]) * CELL - anchor.x
        y = y0 + np.arange(price.shape[0]) * CELL - anchor.y
        cost = price + (x[None, :] ** 2 + y[:, None] ** 2) / reach**2
        row, column = np.unravel_index(int(np.argmin(cost)), cost.shape)
        if price[row, column] > 8:
            continue
        label = Label(x0 + column * CELL, y0 + row * CELL, 0, 0, text, style)
        labels.append(label)
        take(raster, label, scale)
    return labels


def _county_names(context: Context) -> dict[str, str]:
    """Return the names of the counties, short in English where that leaves them distinct (not Hsinchu, not Chiayi)."""
    full = {county.code: county.name.text(context.view.language) for county in context.project.data.counties}
    short = {code: name.removesuffix(" County").removesuffix(" City") for code, name in full.items()}
    uses = Counter(short.values())
    return {code: short[code] if uses[short[code]] == 1 else name for code, name in full.items()}


def _town_labels(context: Context, placed: list[Label], symbols: Sequence[Symbol]) -> list[Label]:
    """Name towns in the order of their population, where no label stands yet and as few symbols as possible."""
    data, scale, theme = context.project.data, context.metres_per_mm, context.theme
    style = TextStyle(SIZE_TOWN * context.unit, theme.text, halo=theme.halo)
    positions = context.atlas.town_positions
    people = np.nan_to_num(data.town_values("population"))
    boxes = np.array([bounds(label, scale) for label in placed]).reshape(-1, 4)
    marks = np.array([symbol_bounds(symbol, scale) for symbol in symbols]).reshape(-1, 4)
    labels = []
    for row in np.argsort(-people, kind="stable"):
        x, y = map(float, positions[row])
        name = data.towns[row].name.text(context.view.language).removesuffix(" Township").removesuffix(" District")
        aside = text_width(name, style.size) / 2 + 2.4 * context.unit
        below = 3.0 * context.unit
        places = ((0.0, 0.0), (0.0, below), (0.0, -below), (aside, 0.0), (-aside, 0.0))
        candidates = [Label(x, y, dx, dy, name, style) for dx, dy in places]
        free = [label for label in candidates if not _meets(bounds(label, scale), boxes).any()]
        if free:
            best = min(free, key=lambda label: int(_meets(bounds(label, scale), marks).sum()))
            labels.append(best)
            boxes = np.vstack([boxes, bounds(best, scale)])
    return labels


def _meets(box: tuple[float, float, float, float], others: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which of ``others``, shape (n, 4), a rectangle overlaps."""
    x0, y0, x1, y1 = box
    hit: NDArray[np.bool_] = (others[:, 0] < x1) & (others[:, 2] > x0) & (others[:, 1] < y1) & (others[:, 3] > y0)
    return hit


def frame_labels(context: Context) -> list[Label]:
    """Return the captions of the inset boxes, which are also the labels of their counties, and of their scale bars."""
    theme, unit = context.theme, context.unit
    caption = TextStyle(2.5 * unit, theme.text, bold=True, halo=theme.halo)
    small = TextStyle(2.1 * unit, theme.muted, halo=theme.halo)
    pad = FRAME_PAD * unit
    labels = []
    for frame in FRAMES:
        left, bottom, _, top = frame.box
        text = frame.name.text(context.view.language)
        width = text_width(text, caption.size, caption.bold)
        labels.append(Label(left, top, width / 2 + 0.7 * pad, 0.7 * pad + caption.size / 2, text, caption))
        if frame.bar_m:
            text = length_text(context, frame.bar_m)
            x = left + frame.bar_m * frame.scale
            aside = pad + 0.6 * pad + text_width(text, small.size) / 2
            labels.append(Label(x, bottom, aside, -pad - 0.2 * small.size, text, small))
    return labels
