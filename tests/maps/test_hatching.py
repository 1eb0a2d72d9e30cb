"""Hatch lines are cut exactly to their area."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform
from shapely import LineString, Polygon, affinity, box

from maps.display import Hatch
from maps.hatching import hatch_lines
from maps.paths import area_path

EVERYTHING = QRectF(-1000, -1000, 2000, 2000)


def cut(area, hatch, origin=(0.0, 0.0), seen=EVERYTHING, to_page=None):
    lines = hatch_lines(area_path(area), to_page or QTransform(), hatch, origin, seen)
    return [LineString([(line.x1(), line.y1()), (line.x2(), line.y2())]) for line in lines]


def wanted(area, hatch, origin=(0.0, 0.0)):
    """Return the length of every hatch line inside the area, by Shapely."""
    turn = math.radians(hatch.angle)
    along, across = np.array([math.cos(turn), -math.sin(turn)]), np.array([math.sin(turn), math.cos(turn)])
    reach = (shapely.get_coordinates(area) - origin) @ across / hatch.spacing
    total = 0.0
    for k in range(math.floor(reach.min()), math.ceil(reach.max()) + 1):
        middle = np.array(origin) + k * hatch.spacing * across
        total += LineString([middle - 5000 * along, middle + 5000 * along]).intersection(area).length
    return total


@pytest.mark.parametrize("angle", [45, -45, 0, 90, 30])
def test_a_square_with_a_hole(angle):
    area = box(0.3, 0.7, 40.3, 30.7).difference(box(10, 10, 20, 20))
    hatch = Hatch("#000000", 2.0, 0.1, angle)
    lines = cut(area, hatch, (1.1, 2.3))
    assert sum(line.length for line in lines) == pytest.approx(wanted(area, hatch, (1.1, 2.3)), rel=1e-9)
    assert all(area.buffer(1e-6).contains(line) for line in lines)


coordinate = st.integers(-50, 50)


@settings(deadline=None)
@given(
    st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=12, unique=True),
    st.sampled_from([45.0, -45.0, 0.0, 90.0, 17.0]),
    st.sampled_from([0.5, 1.0, 2.0, 3.7]),
)
def test_any_area_is_hatched_inside_and_nowhere_else(points, angle, spacing):
    """Whole coordinates make lines run through corners and along edges."""
    area = Polygon(points)
    assume(area.is_valid and area.area > 1)
    hatch = Hatch("#000000", spacing, 0.1, angle)
    origin = (0.123, 0.456)
    lines = cut(area, hatch, origin)
    assert sum(line.length for line in lines) == pytest.approx(wanted(area, hatch, origin), abs=1e-6)
    near = area.buffer(1e-6)
    assert all(near.contains(line) for line in lines)
    # Through the corners themselves the lines may touch, but never leave or go missing by more than a corner.
    assert all(near.contains(line) for line in cut(area, hatch))


def test_only_what_is_seen_is_cut():
    area, hatch = box(0, 0, 1000, 1000), Hatch("#000000", 1.0, 0.1)
    seen = QRectF(100, 100, 20, 20)
    window = box(100, 100, 120, 120)
    some, every = cut(area, hatch, seen=seen), cut(area, hatch)
    assert len(some) < 0.1 * len(every)
    inside = sum(line.intersection(window).length for line in some)
    assert inside == pytest.approx(sum(line.intersection(window).length for line in every), rel=1e-9)
    assert cut(area, hatch, seen=QRectF(-50, -50, 20, 20)) == []


def test_lines_move_with_the_map_and_scale_with_nothing():
    area, hatch = box(0, 0, 3000, 3000), Hatch("#000000", 2.0, 0.1)
    to_page = QTransform(0.01, 0, 0, -0.01, 50, 60)
    moved = QTransform(0.01, 0, 0, -0.01, 57, 49)
    here = cut(area, hatch, (50.0, 60.0), to_page=to_page)
    there = cut(area, hatch, (57.0, 49.0), to_page=moved)
    back = [affinity.translate(line, -7, 11) for line in there]
    assert [line.length for line in here] == pytest.approx([line.length for line in back])
    assert sum(line.length for line in here) == pytest.approx(900 / hatch.spacing, rel=0.05)


def test_nothing_has_no_lines():
    assert hatch_lines(QPainterPath(), QTransform(), Hatch("#000000", 1, 0.1), (0.0, 0.0), EVERYTHING) == []
