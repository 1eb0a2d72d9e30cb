"""A coarse raster of map space on which labels are placed.

Land, symbols, inset boxes and labels already placed are obstacles with a price; a summed-area table tells the price of
every possible place of a label at once, and the cheapest wins.
"""

from __future__ import annotations

import math
from copy import copy

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from maps.display import Label, Symbol
from maps.label_text import label_size
from maps.mapspace import EXTENT

CELL = 1500.0
"""Raster cell in metres on a raster of the whole country: finer costs time, coarser lets labels touch."""

NEVER = 1e9

Box = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax"""

TAKEN = 1e6
"""Price of a cell under a placed label: so high that one such cell in a thousand still rules a place out."""


class Raster:
    """Prices over ``extent`` of map space; row 0 is the south. A raster of a part of the country has finer cells."""

    def __init__(self, extent: Box = EXTENT) -> None:
        left, bottom, right, top = extent
        self.origin = (left, bottom)
        self.fineness = min(
            1.0, max((right - left) / (EXTENT[2] - EXTENT[0]), (top - bottom) / (EXTENT[3] - EXTENT[1]))
        )
        self.cell = CELL * self.fineness
        self.shape = (math.ceil((top - bottom) / self.cell), math.ceil((right - left) / self.cell))
        self.price = np.zeros(self.shape)

    def cells(self, x0: float, y0: float, x1: float, y1: float) -> tuple[slice, slice]:
        """Return the rows and columns that a rectangle of map space touches."""
        (left, bottom), cell = self.origin, self.cell
        columns = slice(max(0, int((x0 - left) // cell)), max(0, int((x1 - left) // cell) + 1))
        rows = slice(max(0, int((y0 - bottom) // cell)), max(0, int((y1 - bottom) // cell) + 1))
        return rows, columns

    def block(self, x0: float, y0: float, x1: float, y1: float, price: float) -> None:
        """Add ``price`` to every cell of a rectangle of map space."""
        self.price[self.cells(x0, y0, x1, y1)] += price

    def part(self, x0: float, y0: float, x1: float, y1: float) -> Raster:
        """Return the cells that a rectangle of map space touches as a raster of their own."""
        rows, columns = self.cells(x0, y0, x1, y1)
        part = copy(self)
        part.price = self.price[rows, columns]
        part.shape = part.price.shape
        part.origin = (self.origin[0] + columns.start * self.cell, self.origin[1] + rows.start * self.cell)
        return part

    def window(self, width: float, height: float) -> tuple[NDArray[np.float64], float, float]:
        """Return the mean price of a label of this size at every place, and the map-space middle of place (0, 0)."""
        rows, columns = math.ceil(height / self.cell), math.ceil(width / self.cell)
        means = self.mean_of(self.price, width, height)
        return means, self.origin[0] + columns * self.cell / 2, self.origin[1] + rows * self.cell / 2

    def mean_of(self, values: NDArray[np.float64], width: float, height: float) -> NDArray[np.float64]:
        """Return the mean of ``values`` (one a cell) under a label of this size at every place."""
        rows, columns = math.ceil(height / self.cell), math.ceil(width / self.cell)
        if rows >= self.shape[0] or columns >= self.shape[1]:
            return np.full((1, 1), NEVER)
        total = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
        sums = total[rows:, columns:] - total[:-rows, columns:] - total[rows:, :-columns] + total[:-rows, :-columns]
        means: NDArray[np.float64] = sums / (rows * columns)
        return means


def share_of(path: QPainterPath, extent: Box = EXTENT) -> NDArray[np.float64]:
    """Return which share (0 to 1) of every cell of the raster of ``extent`` an area of map space covers."""
    raster = Raster(extent)
    (rows, columns), cell = raster.shape, raster.cell
    image = QImage(columns, rows, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setTransform(QTransform(1 / cell, 0, 0, 1 / cell, -raster.origin[0] / cell, -raster.origin[1] / cell))
    painter.fillPath(path, QColor(Qt.GlobalColor.white))
    painter.end()
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(rows, image.bytesPerLine())[:, :columns]
    return pixels.astype(np.float64) / 255


def bounds(label: Label, scale: float) -> Box:
    """Return the rectangle of a label in map space."""
    width, height = label_size(label.text, label.style, label.second)
    x, y = label.x + label.dx * scale, label.y - label.dy * scale
    return x - width / 2 * scale, y - height / 2 * scale, x + width / 2 * scale, y + height / 2 * scale


def symbol_bounds(symbol: Symbol, scale: float) -> Box:
    """Return the rectangle of a symbol in map space."""
    reach = symbol.style.radius * scale
    x, y = symbol.x + symbol.dx * scale, symbol.y - symbol.dy * scale
    return x - reach, y - reach, x + reach, y + reach


def take(raster: Raster, label: Label, scale: float, air: float = 0.0) -> None:
    """Mark the ground of a placed label and ``air`` metres beside it, so that the next one keeps off."""
    x0, y0, x1, y1 = bounds(label, scale)
    raster.block(x0 - air, y0, x1 + air, y1, TAKEN)
