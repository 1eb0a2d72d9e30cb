"""Sites as symbols: none lost, none twice, none on top of another."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from data.model import Layer, Precision, Status
from maps.display import Viewport
from maps.legend import legend
from maps.links import link_strokes
from maps.picking import SymbolIndex
from maps.site_looks import is_hollow, shape_of
from maps.sites import DRAWN, site_symbols
from maps.symbols import RING

ALL = frozenset({"ai", "broadband", "telemedicine", "hospital", "digital"})


@pytest.fixture(scope="module")
def symbols(make_context):
    return site_symbols(make_context(layers=ALL))


def test_every_site_is_drawn_once_but_those_that_have_ended(symbols, data):
    drawn = Counter(symbol.place.id for symbol in symbols)
    assert set(drawn.values()) == {1}
    ended = {site.id for site in data.sites if site.status is Status.ENDED}
    assert ended
    assert set(drawn) == {site.id for site in data.sites} - ended


@pytest.mark.parametrize("layer", DRAWN, ids=str)
def test_a_layer_alone_shows_its_own_sites(make_context, data, layer):
    drawn = site_symbols(make_context(layers=frozenset({layer.value})))
    wanted = [site.id for site in data.sites_of(layer) if site.status is not Status.ENDED]
    assert sorted(symbol.place.id for symbol in drawn) == sorted(wanted)


def test_status_and_precision_are_to_be_seen(symbols, data):
    for symbol in symbols:
        site = data.site_by_id[symbol.place.id]
        assert symbol.style.hollow is (site.status in (Status.PLANNED, Status.UNKNOWN))
        assert symbol.style.ring is (site.precision in (Precision.TOWN, Precision.COUNTY))
        assert symbol.style.shape == ("hub" if site.category == "hub" else site.layer.value)


def test_no_symbol_hides_another_of_its_spot(symbols):
    """Symbols that share a position on the ground stand at least 0.9 of their larger radius apart."""
    spots = {}
    for symbol in symbols:
        spots.setdefault((round(symbol.x / 30), round(symbol.y / 30)), []).append(symbol)
    shared = [spot for spot in spots.values() if len(spot) > 1]
    assert max(len(spot) for spot in shared) > 8
    for spot in shared:
        places = np.array([(symbol.dx, symbol.dy) for symbol in spot])
        reach = max(symbol.style.radius for symbol in spot)
        apart = np.hypot(*(places[:, None] - places).transpose(2, 0, 1)) + 99 * np.eye(len(spot))
        assert apart.min() > 0.9 * reach
    alone = [spot[0] for spot in spots.values() if len(spot) == 1]
    assert all((symbol.dx, symbol.dy) == (0, 0) for symbol in alone)


def test_a_spot_stays_together(symbols):
    assert max(float(np.hypot(symbol.dx, symbol.dy)) for symbol in symbols) < 12


def test_the_same_sites_stand_in_the_same_places_again(make_context, symbols):
    assert site_symbols(make_context(layers=ALL)) == symbols
    moved = site_symbols(make_context(layers=ALL, scale=400.0))
    assert [(one.place, one.dx, one.dy) for one in moved] == [(one.place, one.dx, one.dy) for one in symbols]


def test_symbols_grow_with_the_unit(make_context, symbols):
    for one, other in zip(symbols, site_symbols(make_context(layers=ALL, unit=2.0)), strict=True):
        assert other.style.radius == pytest.approx(2 * one.style.radius)
        assert (other.dx, other.dy) == pytest.approx((2 * one.dx, 2 * one.dy))


def test_layers_lie_one_above_the_other(symbols, data):
    order = [DRAWN.index(data.site_by_id[symbol.place.id].layer) for symbol in symbols]
    assert order == sorted(order)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_the_legend_hold_for_every_site_they_count(make_context, data, language):
    """A heading such as 'AI site, planned' must not count sites of unknown state, nor 'Wi-Fi' another category."""
    states, kinds = {}, {}
    for site in data.sites:
        if site.status is not Status.ENDED:
            key = (shape_of(site, site.layer), is_hollow(site.status))
            states.setdefault(key, set()).add(site.status)
            kinds.setdefault(key, set()).add(site.category)
    for shape in ("ai", "hub"):
        assert Status.UNKNOWN not in states[shape, True]
    assert kinds["digital", False] == {"tribal_public_wifi"}
    assert kinds["digital", True] == {"digital_opportunity_centre"}
    assert states["digital", True] == {Status.UNKNOWN}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["overview", "ai", "broadband", "telemedicine"])
def test_the_legend_counts_what_is_drawn(make_context, name, language):
    context = make_context(name, language=language)
    drawn = Counter((symbol.style.shape, symbol.style.hollow) for symbol in site_symbols(context))
    entries = [entry for section in legend(context) for entry in section.entries if hasattr(entry.swatch, "shape")]
    counted = {
        (entry.swatch.shape, entry.swatch.hollow): int(entry.count.replace(",", "")) for entry in entries if entry.count
    }
    assert counted == dict(drawn)


def test_links_join_a_point_with_its_hospital(make_context, data, atlas):
    whole, dashed = link_strokes(make_context("telemedicine"))
    assert not whole.dash
    assert dashed.dash
    ends = set()
    for stroke in (whole, dashed):
        elements = [stroke.path.elementAt(i) for i in range(stroke.path.elementCount())]
        starts = [(element.x, element.y) for element in elements if element.isMoveTo()]
        # A link is a start and one curve of three further elements, the last of them its end.
        ends |= {(start, (last.x, last.y)) for start, last in zip(starts, elements[3::4], strict=True)}
    wanted = {
        (atlas.site_positions[link.spoke_id], atlas.site_positions[link.hub_id])
        for link in data.links
        if Status.ENDED not in (data.site_by_id[link.spoke_id].status, data.site_by_id[link.hub_id].status)
    }
    assert ends == wanted


class TestPicking:
    def test_every_symbol_is_found_under_its_middle(self, make_context, symbols):
        viewport = Viewport(QRectF(0, 0, 200, 200), (200_000.0, 2_600_000.0), 300.0)
        index = SymbolIndex(tuple(symbols))
        missed = 0
        for symbol in symbols:
            x, y = viewport.to_page(symbol.x, symbol.y)
            found = index.site_at(viewport, x + symbol.dx, y + symbol.dy, 0.0)
            missed += found != symbol.place
            assert found is not None
        # Where symbols of different spots overlap, the one whose edge is further from the cursor loses.
        assert missed < 0.1 * len(symbols)

    def test_slack_and_emptiness(self, symbols):
        viewport = Viewport(QRectF(0, 0, 40, 40), (0.0, 0.0), 100.0)
        one = replace(symbols[0], x=0.0, y=0.0, dx=0.0, dy=0.0)
        index, reach = SymbolIndex((one,)), one.style.radius
        assert index.site_at(viewport, 20 + reach + 0.7, 20, 0.8) == one.place
        assert index.site_at(viewport, 20 + reach + 0.9, 20, 0.8) is None
        assert SymbolIndex(()).site_at(viewport, 20, 20, 99) is None


def test_the_ring_is_wider_than_the_symbol():
    assert RING > 1.2
    assert Layer.AI in DRAWN
