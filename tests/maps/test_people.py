"""Dots stand in their towns, as many as there are people for, always in the same places."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from maps.compose import compose_map
from maps.display import Discs, Dots, PageEllipse, Viewport
from maps.geometry import Atlas
from maps.legend import legend, legend_scale
from maps.people import COARSE, WIDEST, people_dots, people_per_dot, people_shapes, spread

ON = frozenset({"people"})


@pytest.mark.parametrize("people", [1000, 5000])
def test_every_dot_stands_in_its_town_and_every_town_has_its_number(atlas, data, people):
    points, towns = people_dots(atlas, people)
    shapes = atlas.detail(COARSE).towns
    assert shapely.contains_xy(shapes[towns], points[:, 0], points[:, 1]).all()
    population = data.town_values("population")
    assert np.abs(np.bincount(towns, minlength=368) - population / people).max() <= 0.5
    assert len(points) * people == pytest.approx(population.sum(), rel=0.02)


def test_dots_are_the_same_in_another_run(data, atlas):
    points, towns = people_dots(Atlas(data), 5000)
    again, same = people_dots(atlas, 5000)
    assert np.array_equal(points, again)
    assert np.array_equal(towns, same)


@settings(max_examples=20, deadline=None)
@given(row=st.integers(0, 367), few=st.integers(1, 60), more=st.integers(0, 200))
def test_fewer_dots_of_a_town_are_some_of_more(atlas, row, few, more):
    detail = atlas.detail(COARSE)
    assert np.array_equal(spread(detail, row, few), spread(detail, row, few + more)[:few])


def test_dots_are_spread_more_evenly_than_by_chance(atlas, data):
    """The nearest neighbour of random points is half a mean distance away (Clark and Evans 1954: ratio 1)."""
    row = data.town_index[next(town.code for town in data.towns if town.full_name("zh") == "臺中市西屯區")]
    detail = atlas.detail(COARSE)
    points = spread(detail, row, 400)
    apart = np.hypot(*(points[:, None] - points).transpose(2, 0, 1)) + np.diag(np.full(400, np.inf))
    expected = 0.5 * np.sqrt(shapely.area(detail.towns[row]) / 400)
    assert apart.min(axis=1).mean() / expected > 1.2


def test_a_dot_stands_for_fewer_people_as_one_zooms_in(make_context):
    counts = [people_per_dot(make_context(scale=scale)) for scale in (4000.0, 2000.0, 1000.0, 500.0, 100.0, 20.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 5 * counts[2]
    assert counts[-1] == 100
    assert all(str(count)[0] in "125" for count in counts)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_legend_says_what_a_dot_is_and_how_many_there_are(make_context, language):
    context = make_context(layers=ON, language=language)
    (section,) = legend(context)
    (entry,) = section.entries
    drawn = sum(len(shape.points) for shape in compose_map(context).shapes if isinstance(shape, Dots))
    assert int(entry.count.replace(",", "")) == drawn
    assert context.texts.number(people_per_dot(context)) in entry.text
    if language == "en":
        assert "no addresses" in section.note
    nearer = make_context(layers=ON, scale=200.0)
    assert legend_scale(nearer) != legend_scale(context)


def test_circles_are_true_to_the_population_and_the_largest_lie_below(make_context, data):
    (discs,) = people_shapes(make_context(layers=ON, people="circles"))
    assert isinstance(discs, Discs)
    people = data.town_values("population")
    assert np.sort(discs.radii) == pytest.approx(WIDEST * np.sqrt(np.sort(people) / people.max()))
    assert (np.diff(discs.radii) <= 0).all()


def test_circles_grow_as_one_zooms_in_and_the_legend_with_them(make_context):
    largest = []
    for scale in (4000.0, 2000.0, 500.0, 125.0, 10.0):
        context = make_context(layers=ON, people="circles", scale=scale, language="en")
        (discs,) = people_shapes(context)
        largest.append(float(discs.radii.max()))
        items, _ = legend(context)[0].figure(0.0, 0.0, 60.0)
        outer = next(item.rect for item in items if isinstance(item, PageEllipse))
        people = context.data.town_values("population").max()
        assert outer.width() / 2 == pytest.approx(largest[-1] * np.sqrt(500_000 / people))
    assert largest == pytest.approx([WIDEST, WIDEST, 2 * WIDEST, 4 * WIDEST, 4 * WIDEST])


def test_other_circles_step_back(make_context, data):
    from data.model import Place

    context = make_context(layers=ON, focus=Place("circle", "east"))
    faint, front = people_shapes(context)
    assert faint.colour != front.colour
    assert (
        len(front.points)
        == np.bincount(people_dots(context.atlas, people_per_dot(context))[1], minlength=368)[
            context.towns_in_focus
        ].sum()
    )


@pytest.mark.parametrize("stamps", [True, False])
@pytest.mark.parametrize("radius", [0.1, 0.3, 1.0])
def test_dots_are_painted_as_large_as_asked_for(draw, square, stamps, radius):
    points = np.array([[-1000.0, 0.0], [1000.0, 0.0], [9000.0, 0.0]])
    drawn = draw_shapes(draw, square, (Dots(points, radius, "#000000"),), stamps)
    ink = (255 - drawn.astype(float)).sum() / 3 / 255
    across = max(1.0, 2 * radius * 4)
    assert ink == pytest.approx(2 * np.pi / 4 * across**2, rel=0.45)
    assert drawn[75:85, 35:45].min() < 128
    assert drawn[:, 60:100].min() == 255


def test_discs_are_painted_at_their_places_in_their_sizes(draw, square):
    discs = Discs(np.array([[0.0, 0.0], [0.0, 1500.0]]), np.array([5.0, 1.0]), "#000000", "#000000")
    drawn = draw_shapes(draw, square, (discs,), True)
    dark = (drawn[:, :, 0] < 128).sum()
    assert dark == pytest.approx(np.pi * 16 * (5.1**2 + 1.1**2), rel=0.05)
    assert drawn[20, 80].max() < 128


def draw_shapes(draw, square, shapes, stamps):
    from maps.display import MapDrawing

    assert isinstance(square, Viewport)
    return draw(MapDrawing(shapes=shapes), square, stamps=stamps)
