"""What is filled in a faster way looks as it would the plain way, on pictures and on paper."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from maps.display import Fill, MapDrawing, Veil, Viewport
from maps.hexagons import WITHOUT_HOLES
from maps.mapspace import FRAMES
from maps.painter import SheetPainter
from maps.paths import area_path
from maps.rings import within

SIDE = 60.0
VIEWPORT = Viewport(QRectF(5, 5, SIDE - 10, SIDE - 10), (300_000.0, 2_700_000.0), 1000.0)
TINT = "#009e73"


def painted(*shapes, dots=4.0, stamps=True):
    """Return (rows, columns, 3) the picture of a map on white."""
    image = QImage(round(SIDE * dots), round(SIDE * dots), QImage.Format.Format_RGB32)
    image.fill("#ffffff")
    painter = QPainter(image)
    SheetPainter(painter, dots, stamps=stamps).map(MapDrawing(tuple(shapes)), VIEWPORT)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[..., :3].astype(int)


def veil_around(*centres):
    """Return a veil of three layers around places, in km from the middle of the viewport."""
    middle = np.array([VIEWPORT.centre]) + 1000 * np.array(centres, dtype=float)
    areas = (shapely.union_all(shapely.buffer(shapely.points(middle), km * 1000)) for km in (12, 7, 3))
    return Veil(tuple(tuple(area_path(part) for part in shapely.get_parts(area)) for area in areas), TINT, 0.06)


@pytest.mark.parametrize(
    "centres", [((0, 0),), ((0, 0), (9, 4)), ((-24, 0), (24, 10)), ((3.3, 25),)], ids=["one", "joined", "cut", "edge"]
)
def test_a_veil_on_a_picture_looks_as_its_areas_laid_one_over_the_other(centres):
    veil = veil_around(*centres)
    quick, plain = painted(veil), painted(*veil.fills())
    assert np.abs(quick - plain).max() <= 4
    assert (quick < 255).any()
    assert len(np.unique(quick.reshape(-1, 3), axis=0)) > 3


def test_a_veil_on_paper_is_its_areas():
    veil = veil_around((0, 0), (-24, 0))
    assert np.array_equal(painted(veil, stamps=False), painted(*veil.fills(), stamps=False))


def test_a_veil_stays_inside_the_map_and_is_nothing_beyond_it():
    cut = painted(veil_around((-24, 0)))
    assert (cut[:, : 5 * 4] == 255).all()
    assert (cut[:, 5 * 4 : 6 * 4] < 255).any()
    assert (painted(veil_around((300, 0))) == 255).all()


def test_a_veil_for_which_there_is_no_memory_is_drawn_area_by_area(monkeypatch):
    class Refused(QImage):
        def __init__(self, *_):
            super().__init__()

    veil = veil_around((0, 0))
    monkeypatch.setattr("maps.fills.QImage", Refused)
    assert np.array_equal(painted(veil), painted(*veil.fills()))


def test_parts_filled_one_by_one_are_the_same_area():
    squares = shapely.box(*np.array([[x, y, x + 3000, y + 2000] for x in range(0, 60_000, 4000) for y in (0, 9000)]).T)
    corner = np.array(VIEWPORT.centre) - (30_500, 5_250)
    moved = shapely.transform(squares, lambda xy: xy + corner)
    fill = Fill(area_path(shapely.multipolygons(moved)), TINT)
    whole, parts = painted(fill), painted(replace(fill, apart=True))
    assert np.abs(whole - parts).max() <= 2
    assert (parts < 255).any()


@settings(max_examples=20, deadline=None)
@given(
    number=st.integers(-1, len(FRAMES) - 1), shift=st.tuples(*2 * (st.floats(-20_000, 20_000),)),
    near=st.floats(0.5, 20.0), more=st.floats(1.05, 3.0),
)  # fmt: skip
def test_a_nearer_ring_lies_inside_a_farther_one(number, shift, near, more):
    frame = None if number < 0 else FRAMES[number]
    middle = VIEWPORT.centre if frame is None else frame.content
    places = np.array([middle, np.add(middle, shift)])
    inner, outer = (within(places, (frame, frame), km) for km in (near, near * more))
    assert shapely.area(shapely.difference(inner, outer)) < 1e-6 * shapely.area(inner) + 1


def test_hexagons_filled_one_by_one_are_too_narrow_for_a_hole():
    inside = [
        (outer, inner)
        for outer in FRAMES
        for inner in FRAMES
        if outer is not inner and shapely.contains(shapely.box(*outer.box), shapely.box(*inner.box))
    ]
    assert inside
    for outer, inner in inside:
        left, bottom, right, top = inner.box
        # A hexagon is a little longer than it is wide.
        assert min(right - left, top - bottom) > WITHOUT_HOLES * outer.scale
        assert np.hypot(right - left, top - bottom) > WITHOUT_HOLES * outer.scale * 2 / np.sqrt(3)
