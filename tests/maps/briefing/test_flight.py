"""The way from one view to another: the formulas of van Wijk and Nuij (2003), and what they promise."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from maps.briefing.flight import LONGEST, RHO, SHORTEST, ZoomPath, eased
from maps.display import Viewport

RECT = QRectF(0, 0, 508, 286)
WIDTH = 286.0

viewports = st.builds(
    Viewport,
    st.just(RECT),
    st.tuples(st.floats(-40_000, 360_000), st.floats(2_400_000, 2_900_000)),
    st.floats(12, 6000),
)


def paper(u1: float, w0: float, w1: float, s: float) -> tuple[float, float]:
    """u(s) and w(s) as the paper has them, section 5, for u0 = 0."""
    rho2 = RHO * RHO
    b0 = (w1**2 - w0**2 + rho2**2 * u1**2) / (2 * w0 * rho2 * u1)
    r0 = math.log(-b0 + math.sqrt(b0**2 + 1))
    u = w0 / rho2 * math.cosh(r0) * math.tanh(RHO * s + r0) - w0 / rho2 * math.sinh(r0)
    return u, w0 * math.cosh(r0) / math.cosh(RHO * s + r0)


@given(viewports, viewports)
def test_both_ends_are_exact(start, end):
    path = ZoomPath(start, end)
    assert path.at(0) == start
    assert path.at(1) == end
    assert SHORTEST <= path.seconds <= LONGEST


@given(viewports, viewports)
def test_the_path_comes_near_its_ends_without_a_jump(start, end):
    path = ZoomPath(start, end)
    for share, place in ((1e-9, start), (1 - 1e-9, end)):
        near = path.at(share)
        assert math.dist(near.centre, place.centre) < 1e-3 * max(place.metres_per_mm * WIDTH, 1)
        assert near.metres_per_mm == pytest.approx(place.metres_per_mm, rel=1e-4)


@given(
    st.floats(1_000, 400_000),
    st.floats(12, 3000),
    st.floats(12, 3000),
    st.floats(0.01, 0.99),
)
def test_it_is_the_formula_of_the_paper(distance, scale0, scale1, share):
    start, end = Viewport(RECT, (0, 2_500_000), scale0), Viewport(RECT, (distance, 2_500_000), scale1)
    path = ZoomPath(start, end)
    u, w = paper(distance, scale0 * WIDTH, scale1 * WIDTH, share * path.length)
    now = path.at(share)
    assert now.centre[0] == pytest.approx(u, rel=1e-4, abs=1e-5 * scale0 * WIDTH)
    assert now.metres_per_mm * WIDTH == pytest.approx(w, rel=1e-4)


@given(viewports, viewports, st.floats(0, 1))
def test_the_way_back_is_the_same_way(start, end, share):
    there, back = ZoomPath(start, end).at(share), ZoomPath(end, start).at(1 - share)
    assert there.metres_per_mm == pytest.approx(back.metres_per_mm, rel=1e-4)
    assert math.dist(there.centre, back.centre) <= 1e-4 * there.metres_per_mm * WIDTH + 1e-3


@given(viewports, viewports)
def test_it_flies_onward_and_zooms_out_no_further_than_it_must(start, end):
    path = ZoomPath(start, end)
    places = [path.at(step / 50) for step in range(51)]
    flown = [math.dist(start.centre, place.centre) for place in places]
    scales = [place.metres_per_mm for place in places]
    slack = 1e-6 * max(path.distance, 1)
    assert all(before <= after + slack for before, after in pairwise(flown))
    # One top at most, and below it never wider than rho² times what is flown over.
    top = scales.index(max(scales))
    assert all(a <= b * (1 + 1e-9) for a, b in pairwise(scales[: top + 1]))
    assert all(a >= b * (1 - 1e-9) for a, b in pairwise(scales[top:]))
    assert max(scales) * WIDTH <= math.hypot(max(scales[0], scales[-1]) * WIDTH, RHO**2 * path.distance) * (1 + 1e-9)


def test_what_only_zooms_zooms_evenly():
    start, end = Viewport(RECT, (250_000, 2_600_000), 1500), Viewport(RECT, (250_000, 2_600_000), 187.5)
    path = ZoomPath(start, end)
    assert path.length == pytest.approx(math.log(8) / RHO)
    for step in (1, 2):
        assert path.at(step / 3).metres_per_mm == pytest.approx(1500 / 2**step)
        assert path.at(step / 3).centre == start.centre


def test_a_hair_beside_the_middle_is_no_jump():
    start = Viewport(RECT, (250_000, 2_600_000), 1500)
    plain = ZoomPath(start, Viewport(RECT, (250_000, 2_600_000), 200))
    for beside in (1e-9, 1e-5, 1e-3, 0.1):
        path = ZoomPath(start, Viewport(RECT, (250_000 + beside, 2_600_000), 200))
        assert path.at(0.5).metres_per_mm == pytest.approx(plain.at(0.5).metres_per_mm, rel=1e-3)
        assert path.length == pytest.approx(plain.length, rel=1e-3)


def test_near_flights_are_short_and_far_ones_longer():
    here, there = Viewport(RECT, (250_000, 2_600_000), 100), Viewport(RECT, (300_000, 2_750_000), 100)
    assert ZoomPath(here, here).seconds == SHORTEST
    assert SHORTEST < ZoomPath(here, there).seconds <= LONGEST


@pytest.mark.parametrize("moving", [False, True])
def test_easing_goes_from_nothing_to_all_without_turning_back(moving):
    steps = [eased(step / 100, moving=moving) for step in range(101)]
    assert (steps[0], steps[-1], eased(2, moving=moving), eased(-1, moving=moving)) == (0, 1, 1, 0)
    assert steps == sorted(steps)
    assert 1 - steps[-2] < 0.001, "it arrives slowly"
    assert (steps[1] > 0.01) == moving, "it sets off slowly unless it was moving"
