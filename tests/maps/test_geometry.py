"""Borders, circles and levels of detail, on small coverages made by hand and on the 368 towns."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from shapely import MultiPolygon, Polygon, box

from data.circles import membership
from data.dataset import BOUNDARY_TOLERANCES
from maps.geometry import SEA, TOLERANCES, borders_of, tolerance_for
from maps.mapspace import frame_of_town
from maps.paths import area_path, line_path, polygon


def coverage(*polygons):
    parts = [part if isinstance(part, MultiPolygon) else MultiPolygon([part]) for part in polygons]
    assert shapely.coverage_is_valid(parts)
    return np.array(parts, dtype=object)


def lengths(borders):
    pairs = [tuple(int(town) for town in pair) for pair in borders.towns]
    assert len(set(pairs)) == len(pairs)
    return dict(zip(pairs, (float(length) for length in shapely.length(borders.lines)), strict=True))


class TestBordersOfSmallCoverages:
    def test_two_squares_share_one_edge(self):
        found = lengths(borders_of(coverage(box(0, 0, 1, 1), box(1, 0, 2, 1))))
        assert found == {(SEA, 0): 3, (SEA, 1): 3, (0, 1): 1}

    def test_an_island_has_only_coast(self):
        found = lengths(borders_of(coverage(box(0, 0, 1, 1), MultiPolygon([box(3, 3, 5, 5), box(7, 7, 8, 8)]))))
        assert found == {(SEA, 0): 4, (SEA, 1): 12}

    def test_a_town_inside_another_has_one_border_and_no_coast(self):
        outer = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (3, 5), (5, 5), (5, 3)]])
        found = lengths(borders_of(coverage(outer, box(3, 3, 5, 5))))
        assert found == {(SEA, 0): 36, (0, 1): 8}

    def test_a_lake_is_coast(self):
        lake = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (3, 5), (5, 5), (5, 3)]])
        assert lengths(borders_of(coverage(lake))) == {(SEA, 0): 44}

    def test_three_towns_meet_in_a_point(self):
        left = Polygon([(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)])
        found = lengths(borders_of(coverage(left, box(1, 0, 2, 1), box(1, 1, 2, 2))))
        assert found == {(SEA, 0): 4, (SEA, 1): 2, (SEA, 2): 2, (0, 1): 1, (0, 2): 1, (1, 2): 1}

    def test_selections_of_borders(self):
        borders = borders_of(coverage(box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 0, 3, 1)))
        assert borders.coast.length() == pytest.approx(8)
        assert borders.between(np.array([0, 0, 1])).length() == pytest.approx(1)
        assert borders.between(np.array([0, 0, 0])).isEmpty()
        assert borders.around(np.array([True, True, False])).length() == pytest.approx(6)
        assert borders.around(np.array([False, True, False])).length() == pytest.approx(4)

    @given(st.lists(st.integers(0, 3), min_size=12, max_size=12))
    def test_on_any_patchwork_every_town_keeps_its_perimeter(self, owner):
        """Twelve unit squares in a 4 x 3 grid, shared out among four towns."""
        cells = np.array([box(i % 4, i // 4, i % 4 + 1, i // 4 + 1) for i in range(12)])
        merged = [shapely.union_all(cells[np.array(owner) == town]) for town in sorted(set(owner))]
        # A coverage has the same vertices on both sides of a border; merging squares drops some.
        whole = [shapely.segmentize(part, 1.0) for part in merged]
        geometries = np.array([g if isinstance(g, MultiPolygon) else MultiPolygon([g]) for g in whole], dtype=object)
        found = lengths(borders_of(geometries))
        for row, geometry in enumerate(geometries):
            assert sum(length for pair, length in found.items() if row in pair) == pytest.approx(geometry.length)


@pytest.mark.parametrize("tolerance", TOLERANCES)
def test_the_borders_of_each_town_add_up_to_its_perimeter(atlas, tolerance):
    detail = atlas.detail(tolerance)
    along = shapely.length(detail.borders.lines)
    sides = detail.borders.towns
    total = np.bincount(sides[:, 1], along, len(detail.towns))
    inland = sides[:, 0] != SEA
    total += np.bincount(sides[inland, 0], along[inland], len(detail.towns))
    assert np.allclose(total, shapely.length(detail.towns), rtol=1e-9)
    assert (sides[:, 0] < sides[:, 1]).all()
    assert len(np.unique(sides, axis=0)) == len(sides)


def test_town_county_and_coast_lines_are_all_borders_each_once(atlas):
    detail = atlas.detail(1000)
    drawn = detail.town_lines.length() + detail.county_lines.length() + detail.coast.length()
    assert drawn == pytest.approx(shapely.length(detail.borders.lines).sum(), rel=1e-6)


@pytest.mark.parametrize("tolerance", BOUNDARY_TOLERANCES)
def test_every_level_is_a_valid_coverage(atlas, data, tolerance):
    towns = atlas.detail(tolerance).towns
    assert shapely.is_valid(towns).all()
    assert not shapely.is_empty(towns).any()
    for inset in {frame_of_town(town.code) for town in data.towns}:
        rows = [row for row, town in enumerate(data.towns) if frame_of_town(town.code) is inset]
        assert shapely.coverage_is_valid(towns[rows]), inset


@given(st.floats(0.5, 20_000), st.floats(1, 10))
def test_detail_falls_with_the_scale(metres, factor):
    fine, coarse = tolerance_for(metres), tolerance_for(metres * factor)
    assert fine <= coarse
    assert coarse in (0, *TOLERANCES)
    assert fine <= max(0.6 * metres, 50)
    assert (fine == 0) == (metres < 50)


@pytest.mark.parametrize("definition", ["2026-01", "2024-12", "2025-09"])
class TestCircles:
    def test_areas_are_the_sums_of_their_towns(self, atlas, data, definition):
        shapes = atlas.circles(200, definition)
        areas = shapely.area(shapes.detail.towns)
        members = membership(data, definition)
        assert set(shapes.areas) == set(data.definitions[definition].circles)
        for circle, shape in shapes.areas.items():
            rows = [row for row, circles in enumerate(members) if circle in circles]
            assert shape.area == pytest.approx(areas[rows].sum(), rel=1e-9)

    def test_regions_part_all_towns(self, atlas, data, definition):
        shapes = atlas.circles(200, definition)
        assert {region.circles for region in shapes.regions} == set(membership(data, definition))
        for row, point in enumerate(atlas.town_positions):
            over = [region.circles for region in shapes.regions if region.path.contains(_point(point))]
            assert over == [shapes.members[row]], data.towns[row].name.zh
        drawn = sum(_area(region.path) for region in shapes.regions)
        assert drawn == pytest.approx(shapely.area(shapes.detail.towns).sum(), rel=1e-6)

    def test_bands_lie_inside_their_circle_and_touch_its_outline(self, atlas, definition):
        shapes = atlas.circles(500, definition)
        bands = shapes.bands(1000.0)
        assert set(bands) == set(shapes.areas)
        for circle, path in bands.items():
            band = _shape(path)
            area = shapes.areas[circle]
            assert band.difference(area.buffer(1)).area < 1e-6 * area.area
            inner = area.buffer(-1010)
            assert band.intersection(inner).area < 1e-3 * area.area
            assert shapely.boundary(area).difference(band.buffer(1)).length < 1e-3 * area.length


def test_islands_keep_their_own_colour_clear_of_the_outline(atlas, data):
    """A band that covered an island would be read as a class of the coloured map; the main island keeps its band."""
    shapes = atlas.circles(500, data.default_definition)
    every, clear = shapes.bands(2000.0), shapes.bands(2000.0, clear=True)
    assert 0 < _area(clear["islands"]) < 0.9 * _area(every["islands"])
    for part in shapely.get_parts(shapes.areas["islands"]):
        assert _shape(clear["islands"]).intersection(part).area <= 0.5 * part.area
    assert _area(clear["precision"]) > 0.95 * _area(every["precision"])


def test_a_shared_county_belongs_to_two_circles(atlas, data):
    shapes = atlas.circles(200, "2026-01")
    by_name = {data.towns[row].full_name("zh"): circles for row, circles in enumerate(shapes.members)}
    assert {by_name[name] for name in by_name if name.startswith("宜蘭縣")} == {("capital", "east")}
    assert by_name["屏東縣恆春鎮"] == ("south", "east")
    assert by_name["屏東縣屏東市"] == ("south",)
    overlap = shapes.areas["capital"].intersection(shapes.areas["east"])
    yilan = [row for row, town in enumerate(data.towns) if town.county.name.zh == "宜蘭縣"]
    assert overlap.area == pytest.approx(shapely.area(shapes.detail.towns[yilan]).sum(), rel=1e-6)


def test_other_definitions_have_their_own_overlaps(data):
    def counties(definition, number):
        members = zip(data.towns, membership(data, definition), strict=True)
        return {town.county.name.zh for town, circles in members if len(circles) == number}

    assert counties("2024-12", 2) == {"宜蘭縣"}
    assert counties("2024-12", 0) == set()
    assert counties("2025-09", 2) == set()
    assert counties("2025-09", 0) == {"澎湖縣", "金門縣", "連江縣"}


def test_dissolving_towns_loses_no_ground(atlas):
    detail = atlas.detail(500)
    rows = tuple(range(0, 368, 3))
    assert _area(detail.dissolved(rows)) == pytest.approx(shapely.area(detail.towns[list(rows)]).sum(), rel=1e-6)
    parts = detail.dissolved_parts(rows)
    assert len(parts) > 50
    assert sum(_area(part) for part in parts) == pytest.approx(_area(detail.dissolved(rows)))
    assert detail.dissolved_parts(rows) is parts


def test_a_path_has_the_points_it_was_given():
    points = np.array([[0.5, 1.5], [2.0, 3.0], [-4.0, 1e6]])
    assert [(p.x(), p.y()) for p in polygon(points)] == [tuple(point) for point in points]
    assert polygon(np.empty((0, 2))).isEmpty()
    ring = area_path(Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (3, 6), (6, 6), (6, 3)]]))
    assert ring.contains(_point((1, 1)))
    assert not ring.contains(_point((4, 4)))
    assert line_path(np.array([shapely.LineString([(0, 0), (3, 4)])])).length() == pytest.approx(5)


def _point(xy):
    return QPointF(float(xy[0]), float(xy[1]))


def _shape(path):
    """Return a fillable path as Shapely geometry by the odd-even rule."""
    rings = [Polygon([(p.x(), p.y()) for p in ring]) for ring in path.toSubpathPolygons() if len(ring) > 3]
    whole = Polygon()
    for ring in sorted((ring.buffer(0) for ring in rings), key=lambda one: -one.area):
        whole = whole.symmetric_difference(ring)
    return whole


def _area(path):
    """Return the area inside a path: outer rings run one way, holes the other."""
    total = 0.0
    for ring in path.toSubpathPolygons():
        xy = np.array([(p.x(), p.y()) for p in ring])
        x, y = (xy - xy[0]).T
        total += float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2
    return abs(total)
