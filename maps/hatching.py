"""Hatches cut to an area by arithmetic: clipping each line to a path takes Qt ten times as long, and files grow."""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from maps.display import Hatch
from maps.paths import area_path, points

Floats = NDArray[np.float64]


def hatch_lines(
    path: QPainterPath, to_page: QTransform, hatch: Hatch, origin: tuple[float, float], seen: QRectF
) -> list[QLineF]:
    """Return the lines of ``hatch`` inside ``path`` by the odd-even rule, in mm on the page, as far as ``seen`` shows.

    ``to_page`` leads from the path to the page; line 0 runs through ``origin`` (mm).
    """
    rings = [points(ring) for ring in path.toSubpathPolygons(to_page)]
    if not rings:
        return []
    angle = math.radians(hatch.angle)
    along, across = np.array([math.cos(angle), -math.sin(angle)]), np.array([math.sin(angle), math.cos(angle)])
    # u runs along the lines in mm, v across them in line spacings, so that line k is where v == k.
    here = np.concatenate(rings) - origin
    there = np.concatenate([piece for ring in rings for piece in (ring[1:], ring[:1])]) - origin
    u0, u1, v0, v1 = here @ along, there @ along, here @ across / hatch.spacing, there @ across / hatch.spacing
    corners = np.array([[x, y] for x in (seen.left(), seen.right()) for y in (seen.top(), seen.bottom())]) - origin
    reach = corners @ across / hatch.spacing
    first = np.ceil(np.maximum(np.minimum(v0, v1), reach.min()))
    count = np.maximum(np.ceil(np.minimum(np.maximum(v0, v1), reach.max())) - first, 0).astype(np.int64)
    edge = np.repeat(np.arange(len(count)), count)
    k = first[edge] + np.arange(len(edge)) - np.repeat(count.cumsum() - count, count)
    u = u0[edge] + (k - v0[edge]) / (v1[edge] - v0[edge]) * (u1[edge] - u0[edge])
    order = np.lexsort((u, k))
    k, u = k[order], u[order]
    enter, leave, run = u[::2], u[1::2], corners @ along
    visible = (leave > run.min()) & (enter < run.max())
    base = k[::2, None][visible] * hatch.spacing * across + origin
    ends = np.hstack([base + enter[visible, None] * along, base + leave[visible, None] * along])
    return [QLineF(*line) for line in ends.tolist()]


def hatch_areas(path: QPainterPath, to_page: QTransform, hatch: Hatch, origin: tuple[float, float]) -> QPainterPath:
    """Return the stripes of ``hatch`` inside ``path`` as one fillable path, in mm on the page.

    ``to_page`` leads from the path to the page; the axis of stripe 0 runs through ``origin`` (mm).
    """
    rings = [shapely.linestrings(points(ring)) for ring in path.toSubpathPolygons(to_page)]
    area = shapely.build_area(shapely.multilinestrings(rings))
    angle = math.radians(hatch.angle)
    along, across = np.array([math.cos(angle), -math.sin(angle)]), np.array([math.sin(angle), math.cos(angle)])
    corners = shapely.get_coordinates(shapely.envelope(area)) - origin
    reach, run = corners @ across, corners @ along
    number = np.arange(math.floor(reach.min() / hatch.spacing), math.ceil(reach.max() / hatch.spacing) + 1)
    sides = number[:, None] * hatch.spacing + hatch.width / 2 * np.array([-1, -1, 1, 1])
    ends = np.array([run.min(), run.max(), run.max(), run.min()])
    stripes = shapely.polygons(origin + sides[..., None] * across + ends[:, None] * along)
    return area_path(shapely.multipolygons(shapely.get_parts(shapely.intersection(area, stripes))))
