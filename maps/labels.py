"""Labels without overlaps, placed for a whole scale at once, so that they stand still while the map is panned.

Placing works on a coarse raster of map space. Land, symbols, inset boxes and labels already placed are obstacles with
a price; a summed-area table tells the price of every possible place of a label at once, and the cheapest wins.
Circle names look for open sea beside their circle, county names for a free place inside the county.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from data.dataset import DataSet
from maps.areas import FRAME_PAD
from maps.context import Context
from maps.display import Label, Symbol, TextStyle
from maps.fonts import text_width
from maps.furniture import length_text
from maps.geometry import CircleShapes, Detail
from maps.mapspace import EXTENT, FRAMES, frame_of_town
from maps.theme import mixed

CELL = 1500.0
"""Raster cell in metres: finer costs time, coarser lets labels touch."""

STRIDE = 3
"""Circle names try every third cell: they are long, and a few km to the side make no difference."""

TOWN_SCALE = 600.0
"""Metres per mm (1:600 000) below which towns are named."""

NEVER = 1e9

TAKEN = 1e6
"""Price of a cell under a placed label: so high that one such cell in a thousand still rules a place out."""

SIZE_CIRCLE, SIZE_COUNTY, SIZE_TOWN = 3.5, 2.75, 2.5
"""Em heights in mm; 2.5 mm is 7 points, the smallest that survives a projector."""


class Raster:
    """Prices over map space; row 0 is the south."""

    def __init__(self) -> None:
        left, bottom, right, top = EXTENT
        self.origin = (left, bottom)
        self.shape = (math.ceil((top - bottom) / CELL), math.ceil((right - left) / CELL))
        self.price = np.zeros(self.shape)

    def cells(self, x0: float, y0: float, x1: float, y1: float) -> tuple[slice, slice]:
        """Return the rows and columns that a rectangle of map space touches."""
        columns = slice(max(0, int((x0 - self.origin[0]) // CELL)), max(0, int((x1 - self.origin[0]) // CELL) + 1))
        rows = slice(max(0, int((y0 - self.origin[1]) // CELL)), max(0, int((y1 - self.origin[1]) // CELL) + 1))
        return rows, columns

    def block(self, x0: float, y0: float, x1: float, y1: float, price: float) -> None:
        """Add ``price`` to every cell of a rectangle of map space."""
        self.price[self.cells(x0, y0, x1, y1)] += price

    def part(self, x0: float, y0: float, x1: float, y1: float) -> Raster:
        """Return the cells that a rectangle of map space touches as a raster of their own."""
        rows, columns = self.cells(x0, y0, x1, y1)
        part = Raster()
        part.price = self.price[rows, columns]
        part.shape = part.price.shape
        part.origin = (self.origin[0] + columns.start * CELL, self.origin[1] + rows.start * CELL)
        return part

    def window(self, width: float, height: float) -> tuple[NDArray[np.float64], float, float]:
        """Return the mean price of a label of this size at every place, and the map-space middle of place (0, 0)."""
        rows, columns = math.ceil(height / CELL), math.ceil(width / CELL)
        means = self.mean_of(self.price, width, height)
        return means, self.origin[0] + columns * CELL / 2, self.origin[1] + rows * CELL / 2

    def mean_of(self, values: NDArray[np.float64], width: float, height: float) -> NDArray[np.float64]:
        """Return the mean of ``values`` (one a cell) under a label of this size at every place."""
        rows, columns = math.ceil(height / CELL), math.ceil(width / CELL)
        if rows >= self.shape[0] or columns >= self.shape[1]:
            return np.full((1, 1), NEVER)
        total = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        sums = total[rows:, columns:] - total[:-rows, columns:] - total[rows:, :-columns] + total[:-rows, :-columns]
        means: NDArray[np.float64] = sums / (rows * columns)
        return means


def _share_of(path: QPainterPath) -> NDArray[np.float64]:
    """Return which share (0 to 1) of every cell an area of map space covers."""
    raster = Raster()
    rows, columns = raster.shape
    image = QImage(columns, rows, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(1 / CELL, 0, 0, 1 / CELL, -raster.origin[0] / CELL, -raster.origin[1] / CELL))
    painter.fillPath(path, QColor(Qt.GlobalColor.white))
    painter.end()
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(rows, image.bytesPerLine())[:, :columns]
    return pixels.astype(np.float64) / 255


@lru_cache(maxsize=8)
def _grounds(shapes: CircleShapes) -> tuple[NDArray[np.float64], dict[str, NDArray[np.float64]]]:
    """Return the share of land of every cell, and the share of each circle."""
    whole = QPainterPath()
    for region in shapes.regions:
        whole.addPath(region.path)
    return _share_of(whole), {circle: _share_of(shapes.circle_path(circle)) for circle in shapes.areas}


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


def map_labels(context: Context, symbols: Sequence[Symbol]) -> list[Label]:
    """Return the labels of circles, counties and, at large scales, towns; ``symbols`` are kept clear where possible."""
    coarse = context.atlas.detail(1000)
    raster = Raster()
    scale = context.metres_per_mm
    for symbol in symbols:
        raster.block(*_symbol_bounds(symbol, scale), 2.0)
    for frame in FRAMES:
        raster.block(*frame.box, 50.0)
    captions = frame_labels(context)
    for caption in captions:
        _take(raster, caption, scale)
    counties = _county_labels(context, coarse, raster)
    circles = _circle_labels(context, coarse, raster) if context.shows("circles") else []
    towns = _town_labels(context, [*captions, *counties, *circles], symbols) if scale < TOWN_SCALE else []
    return [*towns, *counties, *circles]


def _take(raster: Raster, label: Label, scale: float, air: float = 0.0) -> None:
    """Mark the ground of a placed label and ``air`` metres beside it, so that the next one keeps off."""
    x0, y0, x1, y1 = _bounds(label, scale)
    raster.block(x0 - air, y0, x1 + air, y1, TAKEN)


def _bounds(label: Label, scale: float) -> tuple[float, float, float, float]:
    """Return the rectangle of a label in map space, with a little air."""
    half_w = (text_width(label.text, label.style.size, label.style.bold) / 2 + 0.3 * label.style.size) * scale
    half_h = 0.62 * label.style.size * scale
    x, y = label.x + label.dx * scale, label.y - label.dy * scale
    return x - half_w, y - half_h, x + half_w, y + half_h


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
        _take(raster, label, scale)
    return labels


def _county_names(context: Context) -> dict[str, str]:
    """Return the names of the counties, short in English where that leaves them distinct (not Hsinchu, not Chiayi)."""
    full = {county.code: county.name.text(context.view.language) for county in context.project.data.counties}
    short = {code: name.removesuffix(" County").removesuffix(" City") for code, name in full.items()}
    uses = Counter(short.values())
    return {code: short[code] if uses[short[code]] == 1 else name for code, name in full.items()}


def _circle_labels(context: Context, coarse: Detail, raster: Raster) -> list[Label]:
    data, scale, theme = context.project.data, context.metres_per_mm, context.theme
    shapes = context.atlas.circles(coarse.tolerance, context.project.definition_id)
    land, own = _grounds(shapes)
    on_main = np.array([frame_of_town(town.code) is None for town in data.towns])
    labels = []
    rows_of = {
        circle: np.array([circle in circles for circles in shapes.members])
        for circle in context.project.definition.circles
        if context.in_focus((circle,))
    }
    # Circles of islands choose first: they have least room.
    for circle, rows in sorted(rows_of.items(), key=lambda item: bool(item[1][on_main].any())):
        points = shapely.get_coordinates(coarse.towns[rows])
        text = data.circles[circle].name.text(context.view.language)
        colour = mixed(data.circles[circle].colour, theme.text, 0.62)
        style = TextStyle(SIZE_CIRCLE * context.unit, colour, bold=True, halo=theme.halo)
        width = (text_width(text, style.size, True) + 0.6 * style.size) * scale
        price, x0, y0 = raster.window(width, 1.4 * style.size * scale)
        # The name may lie on its own ground rather than on a neighbour's, but best of all on the sea.
        ground = raster.mean_of(10 * land - 6.5 * own[circle], width, 1.4 * style.size * scale)
        price, ground = price[::STRIDE, ::STRIDE], ground[::STRIDE, ::STRIDE]
        away = _distance_to(points, price.shape, x0, y0, width / 2, 0.7 * style.size * scale)
        middle = points.mean(axis=0)
        x = x0 + np.arange(price.shape[1])[None, :] * STRIDE * CELL - middle[0]
        y = y0 + np.arange(price.shape[0])[:, None] * STRIDE * CELL - middle[1]
        # Beside the middle of the circle rather than at one of its ends, where the name could be a neighbour's.
        aside = np.hypot(x, y) / 110_000
        if not rows[on_main].any():
            # A circle of islands only is named above or below its boxes, not beside another circle's coast.
            aside = aside + np.abs(x) / 20_000
        cost = price + ground + (away / 14_000) ** 2 + aside
        row, column = np.unravel_index(int(np.argmin(cost)), cost.shape)
        if price[row, column] > 20:
            continue
        label = Label(x0 + column * STRIDE * CELL, y0 + row * STRIDE * CELL, 0, 0, text, style)
        labels.append(label)
        # Two names on one line would read as one.
        _take(raster, label, scale, air=1.5 * style.size * scale)
    return labels


def _distance_to(
    points: NDArray[np.float64], shape: tuple[int, ...], x0: float, y0: float, half_w: float, half_h: float
) -> NDArray[np.float64]:
    """Return for every place of a label the distance in metres from its rectangle to the nearest of ``points``.

    The points are thinned to the raster first; that keeps the matrix small and the error below a cell.
    """
    cells = np.unique(np.round(points / (4 * CELL)), axis=0) * 4 * CELL
    x = x0 + np.arange(shape[1]) * STRIDE * CELL
    y = y0 + np.arange(shape[0]) * STRIDE * CELL
    nearest = np.full(shape, np.inf)
    for px, py in cells:
        dx = np.maximum(np.abs(x - px) - half_w, 0)
        dy = np.maximum(np.abs(y - py) - half_h, 0)
        np.minimum(nearest, dx[None, :] ** 2 + dy[:, None] ** 2, out=nearest)
    distance: NDArray[np.float64] = np.sqrt(nearest)
    return distance


def _town_labels(context: Context, placed: list[Label], symbols: Sequence[Symbol]) -> list[Label]:
    """Name towns in the order of their population, where no label stands yet and as few symbols as possible."""
    data, scale, theme = context.project.data, context.metres_per_mm, context.theme
    style = TextStyle(SIZE_TOWN * context.unit, theme.text, halo=theme.halo)
    positions = context.atlas.town_positions
    people = np.nan_to_num(data.town_values("population"))
    boxes = np.array([_bounds(label, scale) for label in placed]).reshape(-1, 4)
    marks = np.array([_symbol_bounds(symbol, scale) for symbol in symbols]).reshape(-1, 4)
    labels = []
    for row in np.argsort(-people, kind="stable"):
        x, y = map(float, positions[row])
        name = data.towns[row].name.text(context.view.language).removesuffix(" Township").removesuffix(" District")
        aside = text_width(name, style.size) / 2 + 2.4 * context.unit
        below = 3.0 * context.unit
        places = ((0.0, 0.0), (0.0, below), (0.0, -below), (aside, 0.0), (-aside, 0.0))
        candidates = [Label(x, y, dx, dy, name, style) for dx, dy in places]
        free = [label for label in candidates if not _meets(_bounds(label, scale), boxes).any()]
        if free:
            best = min(free, key=lambda label: int(_meets(_bounds(label, scale), marks).sum()))
            labels.append(best)
            boxes = np.vstack([boxes, _bounds(best, scale)])
    return labels


def _meets(box: tuple[float, float, float, float], others: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which of ``others``, shape (n, 4), a rectangle overlaps."""
    x0, y0, x1, y1 = box
    hit: NDArray[np.bool_] = (others[:, 0] < x1) & (others[:, 2] > x0) & (others[:, 1] < y1) & (others[:, 3] > y0)
    return hit


def _symbol_bounds(symbol: Symbol, scale: float) -> tuple[float, float, float, float]:
    reach = symbol.style.radius * scale
    x, y = symbol.x + symbol.dx * scale, symbol.y - symbol.dy * scale
    return x - reach, y - reach, x + reach, y + reach


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
