"""A coarse raster of map space on which labels are placed.

Land, symbols, inset boxes and labels already placed are obstacles with a price; a summed-area table tells the price of
every possible place of a label at once, and the cheapest wins.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from maps.display import Label, Symbol, TextStyle
from maps.fonts import LABEL_LINE, text_width
from maps.mapspace import EXTENT

CELL = 1500.0
"""Raster cell in metres: finer costs time, coarser lets labels touch."""

NEVER = 1e9

TAKEN = 1e6
"""Price of a cell under a placed label: so high that one such cell in a thousand still rules a place out."""


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


def share_of(path: QPainterPath) -> NDArray[np.float64]:
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


def label_size(text: str, style: TextStyle) -> tuple[float, float]:
    """Return width and height in mm of a label of one or more lines, with a little air."""
    lines = text.split("\n")
    width = max(text_width(line, style.size, style.bold) for line in lines)
    return width + 0.6 * style.size, (1.24 + LABEL_LINE * (len(lines) - 1)) * style.size


def bounds(label: Label, scale: float) -> tuple[float, float, float, float]:
    """Return the rectangle of a label in map space."""
    width, height = label_size(label.text, label.style)
    x, y = label.x + label.dx * scale, label.y - label.dy * scale
    return x - width / 2 * scale, y - height / 2 * scale, x + width / 2 * scale, y + height / 2 * scale


def symbol_bounds(symbol: Symbol, scale: float) -> tuple[float, float, float, float]:
    """Return the rectangle of a symbol in map space."""
    reach = symbol.style.radius * scale
    x, y = symbol.x + symbol.dx * scale, symbol.y - symbol.dy * scale
    return x - reach, y - reach, x + reach, y + reach


def take(raster: Raster, label: Label, scale: float, air: float = 0.0) -> None:
    """Mark the ground of a placed label and ``air`` metres beside it, so that the next one keeps off."""
    x0, y0, x1, y1 = bounds(label, scale)
    raster.block(x0 - air, y0, x1 + air, y1, TAKEN)
