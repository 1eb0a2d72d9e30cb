"""Labels without overlaps, placed for a whole scale at once, so that they stand still while the map is panned.

Names of counties look for a free place inside the county, those of circles for open sea beside it (see
``maps.label_raster`` and ``maps.circle_labels``), those of sites and towns for room that is left (see
``maps.label_ground``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import shapely

from data.dataset import DataSet
from data.model import Language
from maps.circle_labels import circle_labels
from maps.context import Context
from maps.display import Label, Symbol, TextStyle
from maps.frame_labels import frame_labels
from maps.geometry import Detail
from maps.label_ground import Ground, label_box, mark_box, on_ground
from maps.label_raster import TAKEN, Box, Raster, symbol_bounds, take
from maps.label_text import label_size, languages_of
from maps.mapspace import EXTENT, FRAMES, frame_of_town
from maps.site_labels import site_labels
from maps.site_names import NAMED_BELOW
from maps.town_labels import TOWN_SCALE, town_labels

SIZE_COUNTY = 2.75
"""Em height in mm."""

TOO_DEAR = 8.0
"""Price of a place above which a county is not named: the name would lie on others or on many symbols."""

HIDDEN, DISC = 4.4, 4.0
"""Radius in mm below which a disc would be hidden by the name of its county, and the price of the ground it takes."""

IN_BOX = 200.0
"""Price of the ground of an inset box: a fifth of a name that lies there is too much."""

SMALLEST = 5
"""Side in raster cells of the smallest square of a county that is named where only a part of it is seen."""

EDGE = 1.0
"""How far names keep from the edge of the map on a sheet, mm."""


@dataclass(frozen=True)
class _Anchor:
    """Where a name belongs: a point of map space and the radius of the open ground around it, in metres."""

    x: float
    y: float
    radius: float


@lru_cache(maxsize=4)
def _county_anchors(data: DataSet, detail: Detail, seen: Box) -> dict[str, _Anchor]:
    """Return the middle of the largest part of each county on the main map, as far as it is ``seen``."""
    anchors = {}
    window = None if seen == EXTENT else shapely.box(*seen)
    raster = Raster(seen)
    for number, county in enumerate(data.counties):
        rows = np.flatnonzero(detail.counties == number)
        if frame_of_town(data.towns[rows[0]].code) is not None:
            continue
        area = shapely.coverage_union_all(detail.towns[rows])
        if window is not None:
            area = shapely.intersection(area, window)
        largest = max(shapely.get_parts(area), key=shapely.area, default=None)
        # A corner of a county that is seen is not the county.
        if largest is None or largest.area < (SMALLEST * raster.cell) ** 2:
            continue
        spoke = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 2000 * raster.fineness))
        radius = float(np.hypot(*(spoke[1] - spoke[0])))
        anchors[county.code] = _Anchor(float(spoke[0][0]), float(spoke[0][1]), radius)
    return anchors


@dataclass(frozen=True)
class _Wish:
    """What labels are wanted for; ``key`` is all that they depend on."""

    key: Hashable
    context: Context = field(compare=False)
    symbols: tuple[Symbol, ...] = field(compare=False)
    placed: tuple[Label, ...] = field(compare=False)
    discs: tuple[Symbol, ...] = field(compare=False)


def map_labels(
    context: Context, symbols: Sequence[Symbol], placed: Sequence[Label] = (), discs: Sequence[Symbol] = ()
) -> list[Label]:
    """Return the names of circles, counties and, at large scales, sites and towns.

    Earlier kinds have priority, and no name lies on another: captions of the inset boxes, counties, circles, sites by
    their rank, towns by their population. All keep off what is ``placed`` already, the distances at rings. ``symbols``
    are kept clear where possible, by the names of sites always, and so are ``discs`` that a name would hide.

    In the window names do not give way to what a scenario adds: they must stand still while a point is dragged.
    Kept, because finding their places takes longer than everything else while a slider of the index moves.
    """
    view, sites = context.view, context.data.site_by_id
    if context.extent is None:
        symbols = [symbol for symbol in symbols if not symbol.style.supposed]
    fixed = tuple(symbol for symbol in symbols if not symbol.style.gone)
    places = tuple(
        (symbol.x, symbol.y, symbol.dx, symbol.dy, symbol.style, symbol.place.id, sites[symbol.place.id].name)
        for symbol in fixed
    )
    key = (
        context.atlas, context.project.definition_id, languages_of(view), context.texts.language, view.theme,
        view.focus, context.shows("circles"), context.metres_per_mm, context.unit, context.extent, context.covered,
        places, tuple(placed), tuple(discs),
    )  # fmt: skip
    small = tuple(disc for disc in discs if disc.style.radius < HIDDEN * context.unit)
    return list(_placed(_Wish(key, context, fixed, tuple(placed), small)))


@lru_cache(maxsize=4)
def _placed(wish: _Wish) -> tuple[Label, ...]:
    context, symbols = wish.context, wish.symbols
    coarse = context.atlas.detail(1000)
    scale = context.metres_per_mm
    seen = _seen(context)
    if seen is None:
        return ()
    raster = Raster(seen)
    for symbol in symbols:
        raster.block(*symbol_bounds(symbol, scale), 2.0)
    for disc in wish.discs:
        raster.block(*symbol_bounds(disc, scale), DISC)
    for frame in FRAMES:
        raster.block(*frame.box, IN_BOX)
    for box in context.covered:
        raster.block(*box, TAKEN)
    fixed = [*frame_labels(context), *wish.placed]
    for label in fixed:
        take(raster, label, scale)
    counties = _county_labels(context, coarse, raster, seen)
    circles = circle_labels(context, coarse, raster, seen) if context.shows("circles") else []
    placed = [*fixed, *counties, *circles]
    sites: list[Label] = []
    towns: list[Label] = []
    if scale < max(TOWN_SCALE, *NAMED_BELOW):
        edges = (on_ground(edge, scale) for frame in FRAMES for edge in _edges(frame.box, 0.2 * context.unit * scale))
        covered = (on_ground(box, scale) for box in context.covered)
        names = Ground((*edges, *covered, *(label_box(label, scale) for label in placed)), on_ground(seen, scale))
        marks = Ground(mark_box(symbol, scale) for symbol in (*symbols, *wish.discs))
        sites = site_labels(context, symbols, names, marks)
        towns = town_labels(context, symbols, names, marks) if scale < TOWN_SCALE else []
    return (*towns, *sites, *counties, *circles)


def _seen(context: Context) -> Box | None:
    """Return the part of map space in which names are placed, on a sheet without its very edge; None if it is empty."""
    if context.extent is None or _covers(context.extent, EXTENT):
        return EXTENT
    margin = EDGE * context.unit * context.metres_per_mm
    left, bottom, right, top = context.extent
    left, bottom = max(left + margin, EXTENT[0]), max(bottom + margin, EXTENT[1])
    right, top = min(right - margin, EXTENT[2]), min(top - margin, EXTENT[3])
    return (left, bottom, right, top) if left < right and bottom < top else None


def _covers(outer: Box, inner: Box) -> bool:
    return outer[0] < inner[0] + 1 and outer[1] < inner[1] + 1 and outer[2] > inner[2] - 1 and outer[3] > inner[3] - 1


def _edges(box: Box, width: float) -> tuple[Box, ...]:
    """Return the four edges of an inset box, ``width`` metres broad."""
    left, bottom, right, top = box
    return (
        (left - width, bottom, left + width, top),
        (right - width, bottom, right + width, top),
        (left, bottom - width, right, bottom + width),
        (left, top - width, right, top + width),
    )


def _county_labels(context: Context, coarse: Detail, raster: Raster, seen: Box) -> list[Label]:
    data, scale, theme = context.project.data, context.metres_per_mm, context.theme
    # Beside the names of towns those of counties are bold, or the two would be told apart by two points only.
    style = TextStyle(SIZE_COUNTY * context.unit, theme.text, bold=scale < TOWN_SCALE, halo=theme.halo)
    labels = []
    anchors = _county_anchors(data, coarse, seen)
    names = [_county_names(data, language) for language in languages_of(context.view)]
    # The small counties choose first: a large one has room to give way.
    for code, anchor in sorted(anchors.items(), key=lambda item: item[1].radius):
        first, *others = (known[code] for known in names)
        for second in (*others, ""):
            place = _county_place(anchor, raster, label_size(first, style, second), style.size, scale)
            if place is not None:
                label = Label(*place, 0, 0, first, style, second)
                labels.append(label)
                take(raster, label, scale)
                break
    return labels


def _county_place(
    anchor: _Anchor, raster: Raster, size: tuple[float, float], em: float, scale: float
) -> tuple[float, float] | None:
    """Return the middle of the cheapest place for a name of ``size`` mm near ``anchor``; None if all are taken."""
    width, height = size[0] * scale, size[1] * scale
    reach = max(anchor.radius, 1.6 * em * scale)
    far = 3 * reach + width
    around = raster.part(anchor.x - far, anchor.y - far, anchor.x + far, anchor.y + far)
    price, x0, y0 = around.window(width, height)
    x = x0 + np.arange(price.shape[1]) * raster.cell - anchor.x
    y = y0 + np.arange(price.shape[0]) * raster.cell - anchor.y
    cost = price + (x[None, :] ** 2 + y[:, None] ** 2) / reach**2
    row, column = np.unravel_index(int(np.argmin(cost)), cost.shape)
    if price[row, column] > TOO_DEAR:
        return None
    return x0 + float(column) * raster.cell, y0 + float(row) * raster.cell


def _county_names(data: DataSet, language: Language) -> dict[str, str]:
    """Return the names of the counties, short in English where that leaves them distinct (not Hsinchu, not Chiayi)."""
    full = {county.code: county.name.text(language) for county in data.counties}
    short = {code: name.removesuffix(" County").removesuffix(" City") for code, name in full.items()}
    uses = Counter(short.values())
    return {code: short[code] if uses[short[code]] == 1 else name for code, name in full.items()}
