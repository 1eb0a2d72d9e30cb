"""Discs whose area is a value: true to it, in their area, comparable between the sides, and told in the legend."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QRectF

from data.balance.evaluate import column
from data.model import Overlap, Place
from maps.compose import compose_map
from maps.display import PageEllipse, PageText, Viewport
from maps.legend import legend
from maps.mapspace import frame_of_town
from maps.nested_circles import radius_of, round_values
from maps.picking import SymbolIndex
from maps.proportional import LEAST, WIDEST, colours, proportional, proportional_symbols
from maps.sites import site_symbols

ON = frozenset({"proportional"})


def shown(make_context, **changes):
    return make_context(**{"layers": ON, "language": "en", **changes})


def section_of(context):
    (section,) = legend(context)
    return section


@pytest.mark.parametrize("level", ["county", "circle"])
@pytest.mark.parametrize("indicator", ["population", "density", "ai_per_100k"])
def test_the_area_of_a_disc_is_its_value(make_context, project, level, indicator):
    context = shown(make_context, proportional=indicator, proportional_level=level)
    values = column(project, indicator, level).values
    symbols = {symbol.place.id: symbol.style for symbol in proportional_symbols(context)}
    assert len(symbols) == len(values)
    largest = np.nanmax(values)
    for area, value in zip(proportional(context).ids, values, strict=True):
        style = symbols[area]
        if value > 0:
            assert style.radius**2 == pytest.approx(max(WIDEST**2 * value / largest, LEAST**2))
            assert not style.hollow
        else:
            assert style.hollow
            assert (style.mark == "dashed") == np.isnan(value)


def test_large_discs_lie_under_small_ones_and_all_under_the_sites(make_context):
    context = make_context(layers=ON | {"ai"})
    symbols = compose_map(context).symbols
    discs = [symbol for symbol in symbols if symbol.style.shape == "disc"]
    assert list(symbols[: len(discs)]) == discs
    assert list(symbols[len(discs) :]) == site_symbols(context)
    radii = [symbol.style.radius for symbol in discs]
    assert radii == sorted(radii, reverse=True)


def test_discs_stand_in_their_own_area(make_context, project, atlas):
    context = shown(make_context)
    detail = atlas.detail(200)
    counties = {county.code: row for row, county in enumerate(project.data.counties)}
    for symbol in proportional_symbols(context):
        towns = detail.towns[detail.counties == counties[symbol.place.id]]
        assert shapely.contains_xy(towns, symbol.x, symbol.y).any(), symbol.place.id
    circles = shown(make_context, proportional_level="circle")
    for symbol in proportional_symbols(circles):
        area = circles.shapes.areas[symbol.place.id]
        assert shapely.distance(area, shapely.Point(symbol.x, symbol.y)) < 1000, symbol.place.id


def test_the_islands_circle_stands_in_one_of_its_frames(make_context, project):
    """Its people's mean would lie between the boxes."""
    (symbol,) = [
        s for s in proportional_symbols(shown(make_context, proportional_level="circle")) if s.place.id == "islands"
    ]
    kinmen = next(town for town in project.data.towns if town.county.name.zh == "金門縣")
    assert frame_of_town(kinmen.code).holds(symbol.x, symbol.y)


def test_towns_of_two_circles_count_by_the_overlap_rule(make_context, project):
    first, split = (
        proportional(shown(make_context, proportional_level="circle", of=replace(project, overlap=rule)))
        for rule in (Overlap.EACH, Overlap.SPLIT)
    )
    east = first.ids.index("east")
    assert split.values[east] < first.values[east]


def test_baseline_and_scenario_are_drawn_to_one_scale(make_context, supposed):
    sides = [
        proportional(shown(make_context, of=supposed, side=side, proportional="telemedicine_nearest_km"))
        for side in ("baseline", "scenario")
    ]
    assert not np.array_equal(sides[0].values, sides[1].values)
    assert sides[0].largest == sides[1].largest == max(np.nanmax(side.values) for side in sides)


def test_a_difference_is_sized_without_its_sign_and_coloured_by_which_way_is_better(make_context, supposed):
    context = shown(make_context, of=supposed, side="difference", proportional="telemedicine_nearest_km")
    worse_above, better_below = colours(context)[::-1]
    values = dict(zip(proportional(context).ids, proportional(context).values, strict=True))
    assert min(values.values()) < 0 < max(values.values())
    largest = max(map(abs, values.values()))
    for symbol in proportional_symbols(context):
        value = values[symbol.place.id]
        if value:
            assert symbol.style.radius == pytest.approx(max(radius_of(value, largest, WIDEST), LEAST))
            assert symbol.style.colour == (worse_above if value > 0 else better_below)
        else:
            assert symbol.style.hollow
    texts = {entry.text: entry.count for entry in section_of(context).entries}
    assert texts["Rise (worse)"] == str(sum(value > 0 for value in values.values()))
    assert texts["Fall (better)"] == str(sum(value < 0 for value in values.values()))
    assert texts["No change"] == str(sum(value == 0 for value in values.values()))
    assert texts["No data"] == "0"
    assert "Change by scenario" in section_of(context).about


def test_values_below_zero_have_their_own_colour_and_entry(make_context):
    context = shown(make_context, proportional="coverage_5g_gap_nation", proportional_level="circle")
    values = proportional(context).values
    assert (values < 0).any()
    below, above = colours(context)
    assert below != above
    styles = {symbol.place.id: symbol.style for symbol in proportional_symbols(context)}
    for area, value in zip(proportional(context).ids, values, strict=True):
        if value:
            assert styles[area].colour == (above if value > 0 else below)
    assert {"Above zero", "Below zero"} <= {entry.text for entry in section_of(context).entries}


@pytest.mark.parametrize("largest", [0.0, 0.003, 0.9, 7.0, 99.9, 4_047_000.0])
def test_the_legend_takes_round_values(largest):
    values = round_values(largest)
    assert bool(values) == bool(largest)
    assert list(values) == sorted(set(values), reverse=True)
    for value in values:
        assert 0 < value <= largest
        assert f"{value:e}"[0] in "125"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("unit", [0.6, 1.0, 1.3])
def test_the_nested_circles_are_as_large_as_on_the_map_however_the_legend_is_set(make_context, language, unit):
    on_map = shown(make_context, language=language)
    beside = replace(on_map, unit=unit)
    items, bottom = section_of(beside).figure(3.0, 5.0, 60.0)
    circles = [item.rect for item in items if isinstance(item, PageEllipse)]
    largest = proportional(on_map).largest
    assert [rect.width() / 2 for rect in circles] == pytest.approx(
        [radius_of(value, largest, WIDEST) for value in round_values(largest)]
    )
    assert {round(rect.bottom(), 6) for rect in circles} == {round(bottom, 6)}
    assert min(rect.top() for rect in circles) >= 5.0
    lines = sorted(item.y for item in items if isinstance(item, PageText))
    assert min(np.diff(lines)) >= 2.3 * unit
    assert lines[-1] <= bottom + 1.0 * unit


def test_the_legend_says_whether_a_total_or_a_rate_is_shown(make_context):
    assert "total of each place" in section_of(shown(make_context)).note
    assert "not a total" in section_of(shown(make_context, proportional="density")).note


def test_a_site_is_found_before_the_disc_it_stands_on(make_context):
    context = make_context(layers=ON | {"ai"}, proportional_level="circle")
    symbols = compose_map(context).symbols
    disc = next(symbol for symbol in symbols if symbol.place == Place("circle", "capital"))
    site = next(symbol for symbol in symbols if symbol.place.kind == "site")
    site = replace(site, x=disc.x, y=disc.y, dx=3.0, dy=0.0)
    small = replace(disc, place=Place("county", "small"), style=replace(disc.style, radius=1.0), dx=-3.0)
    viewport = Viewport(QRectF(0, 0, 40, 40), (disc.x, disc.y), 2000.0)
    index = SymbolIndex((disc, small, site))
    assert index.site_at(viewport, 23, 20, 0.5) == site.place
    assert index.site_at(viewport, 20, 20, 0.5) == disc.place
    assert index.site_at(viewport, 17, 20, 0.5) == small.place
    assert index.site_at(viewport, 39, 20, 0.5) is None


def test_what_is_not_in_focus_steps_back(make_context):
    symbols = proportional_symbols(shown(make_context, proportional_level="circle", focus=Place("circle", "east")))
    assert {symbol.place.id for symbol in symbols if not symbol.style.faded} == {"east"}
