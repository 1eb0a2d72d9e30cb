"""Rings are as far away on the ground as they say, in every frame, and merged."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import Layer, Place, Status
from maps.compose import compose_map
from maps.display import Fill, Veil
from maps.legend import legend
from maps.mapspace import FRAMES, to_lonlat
from maps.rings import box_area, ring_labels, ring_sites, rings, rings_section, within

ON = frozenset({"rings"})
BY_ID = {frame.id: frame for frame in FRAMES}


def site_in(data, county):
    return next(site for site in data.sites if site.county_code == county and site.status is not Status.ENDED)


@settings(max_examples=30, deadline=None)
@given(
    x=st.floats(200_000, 320_000), y=st.floats(2_500_000, 2_760_000), km=st.floats(0.5, 20.0), angle=st.floats(0, 6.28)
)
def test_on_the_main_map_a_ring_is_a_circle_on_the_ground(x, y, km, angle):
    area = within(np.array([[x, y]]), (None,), km)
    edge = x + km * 1000 * np.cos(angle), y + km * 1000 * np.sin(angle)
    assert shapely.distance(shapely.boundary(area), shapely.Point(edge)) < 0.002 * km * 1000
    assert shapely.area(area) == pytest.approx(np.pi * (km * 1000) ** 2, rel=0.003)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_in_a_frame_a_ring_is_enlarged_as_the_frame_and_ends_at_its_edge(frame):
    place = np.array([frame.content])
    area = within(place, (frame,), 1.0)
    assert shapely.area(area) == pytest.approx(np.pi * (1000 * frame.scale) ** 2, rel=0.003)
    whole = within(place, (frame,), 500.0)
    assert shapely.area(shapely.symmetric_difference(whole, box_area(FRAMES.index(frame)))) < 1


def test_a_box_inside_another_keeps_its_own_ground():
    kinmen = within(np.array([BY_ID["kinmen"].content]), (BY_ID["kinmen"],), 500.0)
    assert shapely.area(shapely.intersection(kinmen, shapely.box(*BY_ID["wuqiu"].box))) < 1


def test_what_is_on_the_main_map_does_not_reach_into_the_boxes():
    area = within(np.array([[160_000.0, 2_580_000.0]]), (None,), 60.0)
    for frame in FRAMES:
        assert shapely.area(shapely.intersection(area, shapely.box(*frame.box))) < 1


def test_rings_of_one_distance_are_one_outline():
    area = within(np.array([[250_000.0, 2_600_000.0], [255_000.0, 2_600_000.0]]), (None, None), 5.0)
    assert area.geom_type == "Polygon"


def test_nearer_rings_lie_on_farther_ones_and_the_nearest_is_the_strongest(make_context):
    context = make_context("telemedicine", layers=ON | {"telemedicine"})
    found = rings(context)
    assert [ring.km for ring in found] == [30.0, 20.0, 10.0, 5.0]
    x, y = next(iter(context.site_positions[site.id] for site in ring_sites(context)))
    point = type(found[0].outline.currentPosition())(x, y)
    assert [sum(part.contains(point) for part in ring.parts) for ring in found] == [1] * 4
    assert [ring.outline.contains(point) for ring in found] == [True] * 4
    entries = [entry.swatch.colour for entry in rings_section(context).entries]
    assert len(set(entries)) == 4


def test_a_selected_site_alone_has_rings_with_their_distances(make_context, data):
    site = site_in(data, "10015")
    context = make_context("ai", layers=ON, selected=Place("site", site.id), scale=500.0)
    assert ring_sites(context) == (site,)
    labels = ring_labels(context)
    assert [label.text for label in labels] == ["5 公里", "10 公里", "20 公里", "30 公里"]
    lon, lat = to_lonlat(labels[-1].x, labels[-1].y)
    assert abs(lon - site.lon) < 0.01
    assert (lat - site.lat) * 110.6 == pytest.approx(30, rel=0.01)
    assert site.name.text("zh") in rings_section(context).about


def test_without_a_site_selected_they_are_round_those_of_the_layer_that_are_there(make_context, data):
    context = make_context(layers=ON, rings_around="broadband", selected=Place("county", "10015"))
    wanted = {site.id for site in data.sites_of(Layer.BROADBAND) if site.status is not Status.ENDED}
    assert {site.id for site in ring_sites(context)} == wanted
    assert ring_labels(context) == []


def test_coloured_areas_keep_their_colours(make_context):
    plain = make_context("broadband")
    ringed = make_context("broadband", layers=plain.view.layers | ON)
    before, after = (
        [shape.colour for shape in compose_map(context).shapes if isinstance(shape, Fill)]
        for context in (plain, ringed)
    )
    assert before == after
    assert not any(isinstance(shape, Veil) for shape in compose_map(ringed).shapes)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_legend_has_an_entry_for_every_ring(make_context, language):
    context = make_context(layers=ON, language=language, ring_km=(2.5, 40.0))
    (section,) = legend(context)
    numbers = [entry.text for entry in section.entries]
    assert len(numbers) == 2
    assert "40" in numbers[1]
    assert section.note
