"""Many points as few: none lost, none moved, islands apart, and still while the map is moved."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import Layer, Precision, Status
from data.project import Project
from maps.clusters import cluster_symbols, clusters_of, gathered, points_of
from maps.compose import compose_map
from maps.display import Fill
from maps.gathering import CELL, HALF, cluster_radius, clusters, count_classes, hexagon_corners, hexagons, step_above
from maps.geometry import Atlas
from maps.hexagons import FINEST, bins, hexagon_fills, hexagon_width
from maps.legend import legend
from maps.mapspace import FRAMES, frame_at
from maps.sites import site_symbols

MANY = 1500
ON = frozenset({"digital"})

points = st.integers(1, 400).flatmap(
    lambda n: st.integers(0, 2**32 - 1).map(lambda seed: np.random.default_rng(seed).uniform(0, 60_000, (n, 2)))
)


@settings(max_examples=40, deadline=None)
@given(xy=points, cell=st.sampled_from([512.0, 4096.0, 32_768.0, 131_072.0]), seed=st.integers(0, 99))
def test_clusters_keep_every_point_and_never_mix_groups(xy, cell, seed):
    group = np.random.default_rng(seed).integers(0, 3, len(xy))
    found = clusters(xy, group, cell)
    assert found.count.sum() == len(xy)
    assert np.array_equal(np.bincount(found.member, minlength=len(found.count)), found.count)
    assert np.array_equal(found.member[found.nearest], np.arange(len(found.count)))
    for number in range(len(found.count)):
        assert len(set(group[found.member == number].tolist())) == 1


@settings(max_examples=40, deadline=None)
@given(xy=points, cell=st.sampled_from([4096.0, 16_384.0]))
def test_a_cluster_stands_at_the_member_nearest_to_its_mean(xy, cell):
    found = clusters(xy, np.zeros(len(xy), dtype=np.int64), cell)
    for number, row in enumerate(found.nearest):
        members = xy[found.member == number]
        away = np.hypot(*(members - members.mean(axis=0)).T)
        assert np.hypot(*(xy[row] - members.mean(axis=0))) == pytest.approx(away.min(), abs=1e-6)


def test_few_discs_touch():
    xy = np.random.default_rng(7).normal(100_000, 20_000, (20_000, 2))
    found = clusters(xy, np.zeros(len(xy), dtype=np.int64), 8192.0)
    places, radii = xy[found.nearest], cluster_radius(found.count) * 8192.0 / CELL
    apart = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
    touching = np.triu(apart < 0.9 * (radii[:, None] + radii), 1).sum()
    assert len(found.count) > 50
    assert touching <= 0.05 * len(found.count)


@settings(max_examples=40, deadline=None)
@given(xy=points, width=st.floats(500, 40_000))
def test_hexagons_keep_every_point_inside_its_own(xy, width):
    found = hexagons(xy, width)
    assert found.count.sum() == len(xy)
    away = xy - found.centres[found.member]
    # The three directions across the flats of a hexagon that stands on a corner.
    for angle in np.radians([0, 60, 120]):
        assert np.abs(away @ (np.cos(angle), np.sin(angle))).max() <= width / 2 * (1 + 1e-9)
    assert len(np.unique(np.round(found.centres, 3), axis=0)) == len(found.count)


def test_hexagons_are_closed_and_nearly_meet():
    corners = hexagon_corners(np.array([[0.0, 0.0]]), 1000.0)[0]
    assert corners[0] == pytest.approx(corners[-1])
    assert np.ptp(corners[:, 0]) == pytest.approx(960, rel=0.001)
    assert np.ptp(corners[:, 1]) == pytest.approx(960 * 2 / HALF, rel=0.001)


@given(most=st.integers(1, 10**6))
def test_classes_of_counts_begin_at_one_and_rise_in_round_steps(most):
    lows = count_classes(most)
    assert lows[0] == 1
    assert list(lows) == sorted(set(lows))
    assert len(lows) <= 5
    assert lows[-1] <= most
    assert all(str(low).rstrip("0") in ("1", "2", "5") for low in lows)


def test_sides_of_cells_are_powers_of_two():
    assert [step_above(length) for length in (1.0, 1.1, 4096.0, 5000.0)] == [1.0, 2.0, 4096.0, 8192.0]


@pytest.fixture(scope="module")
def crowd(data):
    """The project with 1 500 made-up digital sites where people live, some 30 on one spot; data of the test only."""
    random = np.random.default_rng(20)
    people = data.town_values("population")
    rows = random.choice(368, MANY, p=people / people.sum())
    rows[:30] = data.town_index[data.sites_of(Layer.HOSPITAL)[0].town_code]
    offshore = [row for row, town in enumerate(data.towns) if town.offshore]
    rows[30 : 30 + 2 * len(offshore)] = offshore * 2
    shift = random.normal(0, 0.01, (MANY, 2))
    shift[:30] = 0
    like = data.sites_of(Layer.DIGITAL)[0]
    made = tuple(
        replace(
            like, id=f"made-{number:04d}", town_code=data.towns[row].code, county_code=data.towns[row].county.code,
            lon=data.towns[row].lon + float(shift[number, 0]), lat=data.towns[row].lat + float(shift[number, 1]),
            precision=Precision.SITE, status=Status.OPERATING,
        )
        for number, row in enumerate(rows.tolist())
    )  # fmt: skip
    return Project.start(
        replace(data, sites=(*(site for site in data.sites if site.layer is not Layer.DIGITAL), *made))
    )


@pytest.fixture(scope="module")
def gather(crowd, texts):
    """A function that gives a context of the crowd."""
    from maps.context import Context
    from maps.view import MapView

    atlas = Atlas(crowd.data)

    def make(scale=2000.0, layers=ON, **changes):
        view = MapView(layers=layers, **changes)
        return Context(crowd, view, atlas, texts[view.language], scale)

    return make


def test_only_layers_of_more_than_500_sites_are_gathered_unless_one_wishes(gather, make_context):
    assert gathered(gather(), Layer.DIGITAL) == "clusters"
    assert gathered(gather(), Layer.AI) == ""
    assert gathered(gather(gathering="none"), Layer.DIGITAL) == ""
    assert gathered(gather(gathering="hexagons"), Layer.AI) == "hexagons"
    context = make_context(layers=frozenset({"ai", "broadband", "telemedicine", "hospital", "digital"}))
    assert {gathered(context, layer) for layer in Layer} == {""}


@pytest.mark.parametrize("scale", [3000.0, 800.0, 150.0, 40.0])
def test_clusters_and_single_sites_add_up(gather, scale):
    symbols = site_symbols(gather(scale))
    counted = sum(int(symbol.style.text.replace(",", "")) if symbol.style.text else 1 for symbol in symbols)
    assert counted == MANY


def test_clusters_unfold_by_zoom_down_to_the_sites_of_one_spot(gather):
    discs = [sum(bool(symbol.style.text) for symbol in site_symbols(gather(scale))) for scale in (300.0, 20.0, 0.5)]
    sites = [sum(not symbol.style.text for symbol in site_symbols(gather(scale))) for scale in (3000.0, 300.0, 20.0)]
    assert discs[-1] == 0
    assert sites == sorted(sites)
    assert sites[0] < 0.1 * MANY < sites[-1]


def test_clusters_stand_still_between_two_steps_of_scale(gather):
    places = [
        {(symbol.x, symbol.y, symbol.style.text) for symbol in cluster_symbols(gather(scale), Layer.DIGITAL)}
        for scale in (900.0, 1600.0, 2500.0)
    ]
    assert places[0] == places[1] != places[2]


def test_clusters_do_not_join_islands(gather, crowd):
    context = gather(3000.0)
    land = [crowd.data.towns[row].landmass for row in points_of(context, Layer.DIGITAL).town]
    found = clusters_of(context, Layer.DIGITAL)
    for number in range(len(found.count)):
        assert len({land[row] for row in np.flatnonzero(found.member == number)}) == 1
    assert len(set(land)) > 5


def test_larger_clusters_are_larger_and_a_disc_stands_at_one_of_its_sites(gather):
    symbols = cluster_symbols(gather(), Layer.DIGITAL)
    context = gather()
    sizes = sorted((int(symbol.style.text.replace(",", "")), symbol.style.radius) for symbol in symbols)
    assert [radius for _, radius in sizes] == sorted(radius for _, radius in sizes)
    for symbol in symbols:
        assert context.site_positions[symbol.place.id] == (symbol.x, symbol.y)
        assert symbol.style.mark == "digital"


def test_what_a_scenario_supposes_is_never_gathered(make_context, supposed):
    context = make_context("telemedicine", of=supposed, side="scenario", gathering="hexagons")
    symbols = site_symbols(context)
    assert any(symbol.style.supposed for symbol in symbols)
    assert all(symbol.style.supposed or symbol.style.gone for symbol in symbols)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", [2000.0, 400.0])
def test_hexagons_count_every_site_and_the_legend_counts_the_hexagons(gather, scale, language):
    context = gather(scale, gathering="hexagons", language=language)
    assert site_symbols(context) == []
    found = bins(context)
    assert found.count.sum() == MANY
    section = legend(context)[0]
    assert sum(int(entry.count.replace(",", "")) for entry in section.entries) == len(found.count)
    assert f"{hexagon_width(context) / 1000:g}" in section.title
    colours = {fill.colour for fill in hexagon_fills(context)}
    assert colours <= {entry.swatch.colour for entry in section.entries}


def test_hexagons_step_by_powers_of_two_and_end_at_one_kilometre(gather):
    widths = [hexagon_width(gather(scale)) for scale in (4000.0, 2000.0, 1000.0, 500.0, 20.0)]
    assert all(one / other == 2 for one, other in pairwise(widths[:4]))
    assert widths[-1] == FINEST


def test_in_an_inset_hexagons_are_enlarged_and_stay_in_its_box(gather):
    context = gather(2000.0, gathering="hexagons")
    found = bins(context)
    width = hexagon_width(context)
    across = np.ptp(found.corners[:, :, 0], axis=1)
    for number, frame in enumerate(FRAMES):
        here = found.frame == number
        if here.any():
            assert across[here] == pytest.approx(0.96 * width * frame.scale)
    assert (found.frame >= 0).any()
    for fill in hexagon_fills(context):
        for ring in fill.path.toSubpathPolygons():
            bounds = ring.boundingRect()
            frame = frame_at(bounds.center().x(), bounds.center().y())
            if frame is not None:
                left, bottom, right, top = frame.box
                assert left - 1 <= bounds.left() <= bounds.right() <= right + 1
                assert bottom - 1 <= bounds.top() <= bounds.bottom() <= top + 1


def test_several_layers_are_counted_together(gather):
    layers = frozenset({"ai", "digital"})
    context = gather(gathering="hexagons", layers=layers, language="en")
    assert bins(context).count.sum() == MANY + len(points_of(context, Layer.AI).sites)
    section = legend(context)[0]
    assert section.about == "AI sites, Digital sites"


def test_hexagons_lie_under_the_borders(gather):
    context = gather(gathering="hexagons")
    shapes = compose_map(context).shapes
    hexes = [
        number for number, shape in enumerate(shapes) if isinstance(shape, Fill) and shape in hexagon_fills(context)
    ]
    lines = [number for number, shape in enumerate(shapes) if not isinstance(shape, Fill)]
    assert max(hexes) < min(lines)
