"""NumPy and Shapely geometry as QPainterPath, without a Python call per vertex."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath, QPolygonF
from shiboken6 import VoidPtr


def polygon(coordinates: NDArray[np.float64]) -> QPolygonF:
    """Return points, shape (n, 2), as a QPolygonF by copying the block of doubles as it lies in memory."""
    shape = QPolygonF()
    shape.resize(len(coordinates))
    if len(coordinates):
        # The stubs know neither the size nor the buffer protocol of a VoidPtr.
        block: Any = VoidPtr(shape.data(), 16 * len(coordinates), True)  # type: ignore[call-arg, arg-type]
        np.frombuffer(block, dtype=np.float64)[:] = np.ascontiguousarray(coordinates, dtype=np.float64).reshape(-1)
    return shape


def area_path(geometry: shapely.Geometry) -> QPainterPath:
    """Return a polygon or multipolygon as one fillable path; holes stay open by the odd-even rule."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    coordinates, owner = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(geometry)), return_index=True)
    for ring in np.split(coordinates, np.flatnonzero(np.diff(owner)) + 1):
        path.addPolygon(polygon(ring))
    return path


def line_path(lines: NDArray[np.object_]) -> QPainterPath:
    """Return (multi)lines as one strokable path."""
    path = QPainterPath()
    coordinates, owner = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
    for line in np.split(coordinates, np.flatnonzero(np.diff(owner)) + 1):
        path.addPolygon(polygon(line))
    return path
