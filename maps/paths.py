"""NumPy and Shapely geometry as QPainterPath, without a Python call per vertex."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
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


def points(shape: QPolygonF) -> NDArray[np.float64]:
    """Return the points of a QPolygonF, shape (n, 2), copied."""
    block: Any = VoidPtr(shape.constData(), 16 * len(shape), False)  # type: ignore[call-arg, arg-type]
    return np.frombuffer(block, dtype=np.float64).reshape(-1, 2).copy()


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


def cut_to(extent: tuple[float, float, float, float], path: QPainterPath, *, area: bool) -> QPainterPath:
    """Return what of a path lies within xmin, ymin, xmax, ymax: of an area by the odd-even rule, or of a line."""
    left, bottom, right, top = extent
    window, bounds = QRectF(left, bottom, right - left, top - bottom), path.controlPointRect()
    if window.contains(bounds):
        return path
    if bounds.left() > right or bounds.right() < left or bounds.top() > top or bounds.bottom() < bottom:
        return QPainterPath()
    lines = [points(line) for line in path.toSubpathPolygons()]
    if area:
        rings = shapely.polygons([shapely.linearrings(line) for line in lines if len(line) > 3])
        return area_path(shapely.multipolygons(shapely.get_parts(shapely.clip_by_rect(rings, *extent))))
    strings = np.array([shapely.linestrings(line) for line in lines if len(line) > 1], dtype=object)
    return line_path(shapely.clip_by_rect(strings, *extent))
