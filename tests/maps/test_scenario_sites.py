"""Sites of a scenario are seen to be supposed, and found like any other."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from data.model import Layer, Place
from data.scenario import MoveSite, Scenario
from maps.compose import compose_map, compose_marks, place_extent
from maps.display import Label, MapDrawing, Symbol, TextStyle, Viewport
from maps.fonts import wrapped
from maps.labels import map_labels
from maps.legend import legend
from maps.links import link_strokes
from maps.picking import SymbolIndex
from maps.showing import LINE_END
from maps.sites import site_style, site_symbols
from maps.theme import THEMES
from maps.words import title

ADDED, REMOVED, MOVED = ("new-1", "new-2", "new-3"), "tele-022", "tele-001"


@pytest.fixture(params=["scenario", "difference"])
def context(request, make_context, supposed):
    return make_context("telemedicine", of=supposed, side=request.param, language="en")


def of_site(symbols, site_id):
    return [symbol for symbol in symbols if symbol.place == Place("site", site_id)]


def test_the_baseline_shows_nothing_of_the_scenario(make_context, supposed):
    symbols = site_symbols(make_context("telemedicine", of=supposed, side="baseline"))
    assert not any(symbol.style.supposed or symbol.style.gone for symbol in symbols)
    assert not any(of_site(symbols, site) for site in ADDED)
    assert of_site(symbols, REMOVED)


def test_what_is_added_moved_or_removed_is_marked(context, supposed):
    symbols = site_symbols(context)
    for site in ADDED:
        (symbol,) = of_site(symbols, site)
        assert symbol.style.supposed == context.theme.supposed
        assert not symbol.style.gone
    (removed,) = of_site(symbols, REMOVED)
    assert removed.style.gone
    assert not removed.style.supposed
    moved = of_site(symbols, MOVED)
    assert sorted(bool(symbol.style.gone) for symbol in moved) == [False, True]
    before, after = sorted(moved, key=lambda symbol: not symbol.style.gone)
    assert (before.x, before.y) == context.atlas.site_positions[MOVED]
    assert (after.x, after.y) == context.site_positions[MOVED]
    marked = {symbol.place.id for symbol in symbols if symbol.style.supposed or symbol.style.gone}
    assert marked == {*ADDED, REMOVED, MOVED}


def test_the_other_sites_stand_where_they_stood(make_context, supposed, context):
    before = {s.place.id: s for s in site_symbols(make_context("telemedicine", of=supposed, side="baseline"))}
    spots = {(s.x, s.y) for s in site_symbols(context) if s.style.supposed}
    for symbol in site_symbols(context):
        if not symbol.style.supposed and not symbol.style.gone and (symbol.x, symbol.y) not in spots:
            old = before[symbol.place.id]
            assert (symbol.x, symbol.y, symbol.dx, symbol.dy) == (old.x, old.y, old.dx, old.dy)


def test_what_is_supposed_is_drawn_last_and_above_the_names(context, draw, square):
    symbols = site_symbols(context)
    flags = [bool(symbol.style.supposed) for symbol in symbols]
    assert flags == sorted(flags)
    assert sum(flags) == 4
    alone = replace(symbols[-1], x=0, y=0, dx=0, dy=0)
    name = Label(0, 0, 0, 0, "花蓮縣", TextStyle(2.75, context.theme.text, halo=context.theme.halo))
    under, over = (
        draw(MapDrawing(symbols=(one,), labels=(name,)), square)
        for one in (alone, replace(alone, style=replace(alone.style, supposed="")))
    )
    only = draw(MapDrawing(symbols=(alone,)), square)
    middle = tuple(side // 2 for side in only.shape[:2])
    near = (slice(middle[0] - 2, middle[0] + 3), slice(middle[1] - 2, middle[1] + 3))
    assert (under[near] == only[near]).all(), "the name hides no supposed site"
    assert (over[near] != only[near]).any(), "a name stands above any other"


def test_the_legend_counts_them(context):
    entries = {entry.text: entry for section in legend(context) for entry in section.entries}
    supposed = next(entry for text, entry in entries.items() if text.startswith("Hypothetical"))
    gone = next(entry for text, entry in entries.items() if text.startswith("Removed"))
    assert supposed.count == "4"
    assert supposed.swatch.supposed == context.theme.supposed
    assert gone.count == "2"
    assert gone.swatch.gone


def test_they_are_picked_and_marked(context):
    symbols = tuple(site_symbols(context))
    viewport = Viewport(QRectF(0, 0, 160, 190), (196_000, 2_612_000), context.metres_per_mm)
    (symbol,) = of_site(symbols, "new-2")
    x, y = viewport.to_page(symbol.x, symbol.y)
    assert SymbolIndex(symbols).site_at(viewport, x + symbol.dx, y + symbol.dy, 0.1) == Place("site", "new-2")
    selected = replace(context, view=replace(context.view, selected=Place("site", MOVED)))
    (_, ring) = compose_marks(selected, symbols)
    assert len(ring.path.toSubpathPolygons()) == 2, "the mark is at both places of a moved site"
    for site in (*ADDED, REMOVED, MOVED):
        assert place_extent(context, Place("site", site)) is not None


def test_links_of_a_removed_point_go_and_those_of_a_moved_one_follow(make_context, supposed, context):
    def count(of):
        return sum(len(stroke.path.toSubpathPolygons()) for stroke in link_strokes(of))

    baseline = make_context("telemedicine", of=supposed, side="baseline")
    gone = sum(REMOVED in (link.spoke_id, link.hub_id) for link in supposed.data.links)
    assert count(context) == count(baseline) - gone


def test_names_stand_still_while_a_point_is_dragged(make_context, supposed):
    def labels(shift):
        change = MoveSite(MOVED, 121.2 + shift, 23.0, "10014030")
        project = replace(supposed, scenario=Scenario("", (change,)))
        context = make_context("telemedicine", of=project, side="scenario")
        return map_labels(context, site_symbols(context))

    assert labels(0.0) == labels(0.05)


def test_only_what_differs_is_projected_and_the_shapes_are_shared(atlas, supposed):
    other = atlas.with_data(supposed.what_if.data)
    assert other.data is supposed.what_if.data
    assert other.detail(1000) is atlas.detail(1000)
    assert other.circles(1000, supposed.definition_id) is atlas.circles(1000, supposed.definition_id)
    assert set(other.site_positions) == set(supposed.what_if.data.site_by_id)
    same = set(other.site_positions) - {*ADDED, MOVED}
    assert all(other.site_positions[site] == atlas.site_positions[site] for site in same)
    assert other.site_positions[MOVED] != atlas.site_positions[MOVED]
    assert atlas.with_data(atlas.data) is atlas


@pytest.mark.parametrize("theme", THEMES)
def test_they_are_told_apart_at_arms_length(make_context, supposed, draw, square, theme):
    """At a projector's 96 dots an inch the ring and the cross are there, in their own colour."""
    context = make_context("telemedicine", of=supposed, side="scenario", theme=theme)
    site = next(site for site in supposed.data.sites_of(Layer.TELEMEDICINE) if site.category == "spoke")
    plain, new, gone = (
        replace(site_style(context, site, gone=is_gone), ring=False, supposed=colour)
        for is_gone, colour in ((False, ""), (False, context.theme.supposed), (True, ""))
    )
    shown = []
    for style in (plain, new, gone):
        symbols = (Symbol(0, 0, 0, 0, style, Place("site", "")),)
        shown.append(draw(MapDrawing(symbols=symbols), square, 96 / 25.4, paper=context.theme.land).astype(int))
    ring = [int(context.theme.supposed[i : i + 2], 16) for i in (1, 3, 5)]
    assert (abs(shown[1] - ring).max(axis=2) < 60).sum() > 40
    assert (abs(shown[0] - ring).max(axis=2) < 60).sum() < 10
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert (abs(shown[one] - shown[other]).max(axis=2) > 60).sum() > 25


def test_the_whole_map_is_composed(context):
    drawing = compose_map(context)
    assert {symbol.place.id for symbol in drawing.symbols} >= {*ADDED, REMOVED, MOVED}


def test_a_map_without_coloured_areas_calls_no_difference_its_own(make_context, supposed):
    bare = make_context("overview", of=supposed, side="difference", language="en")
    coloured = make_context("index", of=supposed, side="difference", language="en")
    assert "Change" not in title(bare)
    assert "cenario" in title(bare)
    assert "Change" in title(coloured)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_percentages_differ_by_percentage_points(make_context, supposed, language):
    shown = {"of": supposed, "choropleth": "telemedicine_within_10km", "language": language}
    before, change = (legend(make_context("index", side=side, **shown))[0].title for side in ("scenario", "difference"))
    assert "%" in before
    assert "%" not in change
    assert before != change


def test_better_is_said_once_a_direction(make_context, supposed):
    for level in ("town", "county", "circle"):
        context = make_context("index", of=supposed, side="difference", level=level, language="en")
        said = [entry.text for entry in legend(context)[0].entries]
        assert sum("(better)" in text for text in said) <= 1
        assert sum("(worse)" in text for text in said) <= 1


def test_the_legend_breaks_no_word_of_what_its_colours_are(make_context, supposed):
    context = make_context("index", of=supposed, side="scenario", choropleth="telemedicine_nearest_km")
    section = next(one for one in legend(context) if one.about)
    assert wrapped(section.about, 2.3, 44.0) == tuple(section.about.split(LINE_END))
