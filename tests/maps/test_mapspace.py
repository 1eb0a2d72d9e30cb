"""Every place is drawn where it belongs, and every position can be read back."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from maps.areas import frame_strokes
from maps.mapspace import EXTENT, FRAMES, WUQIU, frame_at, frame_of_town, move_geometries, project_points, to_lonlat

GEOD = Geod(ellps="GRS80")
BOXES = {frame.id: shapely.box(*frame.box) for frame in FRAMES}
metres = st.floats(-500_000, 3_500_000)


@pytest.fixture(scope="module")
def towns(data):
    """The published boundaries in map space."""
    return move_geometries(data.boundaries(0), data.towns)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
@given(points=st.lists(st.tuples(metres, metres), min_size=1, max_size=5))
def test_a_frame_can_be_read_back(frame, points):
    xy = np.array(points)
    assert np.allclose(frame.from_map(frame.to_map(xy)), xy, atol=1e-3)
    assert np.allclose(frame.to_map(frame.from_map(xy)), xy, atol=1e-3)


def test_every_town_of_the_three_island_counties_has_a_frame_and_no_other(data):
    for town in data.towns:
        frame = frame_of_town(town.code)
        assert (frame is not None) == (town.county.code in {"09007", "09020", "10016"}), town.name.zh
        assert frame is None or frame.county == town.county.code
    assert frame_of_town(WUQIU).id == "wuqiu"
    assert [town.name.zh for town in data.towns if town.code == WUQIU] == ["烏坵鄉"]


def test_all_land_of_the_islands_lies_inside_its_box(data, towns):
    for town, geometry in zip(data.towns, towns, strict=True):
        frame = frame_of_town(town.code)
        if frame is not None:
            assert BOXES[frame.id].contains(geometry), town.name.zh


def test_the_main_map_keeps_clear_of_the_boxes(data, towns):
    main = [geometry for town, geometry in zip(data.towns, towns, strict=True) if frame_of_town(town.code) is None]
    assert not shapely.intersects(shapely.union_all(list(BOXES.values())), main).any()
    assert shapely.contains(shapely.box(*EXTENT), main).all()


def test_no_other_land_lies_in_the_box_of_wuqiu(data, towns):
    others = [geometry for town, geometry in zip(data.towns, towns, strict=True) if town.code != WUQIU]
    assert not shapely.intersects(BOXES["wuqiu"], others).any()
    assert shapely.contains(BOXES["kinmen"], BOXES["wuqiu"])


def test_boxes_stay_apart_and_inside_the_extent():
    for frame in FRAMES:
        assert shapely.contains(shapely.box(*EXTENT), BOXES[frame.id])
    for one, other in (("matsu", "kinmen"), ("kinmen", "penghu"), ("matsu", "penghu")):
        assert not shapely.intersects(BOXES[one], BOXES[other])


def test_sites_and_towns_stand_in_their_own_frame(data, atlas):
    for site in data.sites:
        assert frame_at(*atlas.site_positions[site.id]) is frame_of_town(site.town_code), site.id
    for town, (x, y) in zip(data.towns, atlas.town_positions, strict=True):
        assert frame_at(x, y) is frame_of_town(town.code), town.name.zh


def test_the_representative_point_of_every_town_lies_on_its_land(data, atlas, towns):
    inside = shapely.contains(towns, shapely.points(atlas.town_positions))
    assert [town.name.zh for town, hit in zip(data.towns, inside, strict=True) if not hit] == []


def test_a_drawn_position_reads_as_the_longitude_and_latitude_it_came_from(data, atlas):
    for site in data.sites:
        lon, lat = to_lonlat(*atlas.site_positions[site.id])
        assert GEOD.inv(lon, lat, site.lon, site.lat)[2] < 1, site.id
    for town, (x, y) in zip(data.towns, atlas.town_positions, strict=True):
        lon, lat = to_lonlat(x, y)
        assert GEOD.inv(lon, lat, town.lon, town.lat)[2] < 1, town.name.zh


@given(lon=st.floats(120.3, 121.9), lat=st.floats(22.0, 25.2))
def test_any_point_of_the_main_map_reads_back(lon, lat):
    (xy,) = project_points(np.array([lon]), np.array([lat]), ("63000010",))
    assert GEOD.inv(*to_lonlat(*xy), lon, lat)[2] < 1


@pytest.mark.parametrize("frame", [frame for frame in FRAMES if frame.bar_m], ids=lambda frame: frame.id)
def test_the_scale_bar_of_a_frame_is_true(frame, make_context):
    context = make_context()
    bars = frame_strokes(context)[1].path
    lines = [line for line in bars.toSubpathPolygons() if frame.holds(line.first().x(), line.first().y())]
    (bar,) = lines
    xs = [point.x() for point in bar]
    assert max(xs) - min(xs) == pytest.approx(frame.bar_m * frame.scale)
    y = bar.boundingRect().top()
    assert GEOD.inv(*to_lonlat(min(xs), y), *to_lonlat(max(xs), y))[2] == pytest.approx(frame.bar_m, rel=2e-3)
    assert max(xs) < frame.box[2]


def test_a_frame_has_one_scale_in_every_direction(data, atlas, towns):
    """Areas in a frame grow by the square of its scale, measured on the published boundaries."""
    own = data.boundaries(0)
    for frame in FRAMES:
        rows = [row for row, town in enumerate(data.towns) if frame_of_town(town.code) is frame]
        grown = shapely.area(towns[rows]).sum() / shapely.area(own[rows]).sum()
        assert grown == pytest.approx(frame.scale**2, rel=1e-9)


def test_positions_that_all_share_cannot_be_changed(atlas):
    with pytest.raises(ValueError, match="read-only"):
        atlas.town_positions[0] = 0
    with pytest.raises(TypeError):
        atlas.site_positions["x"] = (0.0, 0.0)
