"""Sites by the thousand: what is kept of those that did not change is what is made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.dataset import DataSet
from data.model import Layer, Name, OwnLayer, Precision, Site, Source, Status
from data.own import NOTHING, OwnData, apply_own
from maps.geometry import MANY, Atlas
from maps.mapspace import site_positions
from maps.site_layers import alike, own_layers, sites_in


@pytest.fixture(scope="module")
def own(data: DataSet) -> OwnData:
    like = data.sites_of(Layer.HOSPITAL)[0]
    source = Source("office", "清單", "局", "2026-11-01", "", "own", "")
    sites = [_site(like, number, data) for number in range(MANY + 300)]
    return NOTHING.with_source(source).with_layer(OwnLayer("甲", "hexagon", "#336699")).with_sites(sites)


def _site(like: Site, number: int, data: DataSet) -> Site:
    town = data.towns[number % len(data.towns)]
    return replace(
        like,
        id=f"own-{number}",
        layer=Layer.OWN,
        category="甲" if number % 3 else "乙",
        name=Name(f"據點{number}"),
        town_code=town.code,
        county_code=town.county.code,
        lon=town.lon,
        lat=town.lat,
        status=Status.PLANNED if number % 5 == 0 else Status.OPERATING,
        precision=Precision.TOWN,
        source_id="office",
    )


def test_positions_follow_what_comes_moves_and_goes(data: DataSet, own: OwnData) -> None:
    atlas = Atlas(data)
    brought = apply_own(own, data)
    moved = own.with_sites([replace(own.sites[5], lon=121.0)]).without_sites(["own-7", data.sites[0].id], data)
    after = apply_own(moved, data)
    large = atlas.with_data(brought)
    assert large.site_positions == site_positions(brought.sites)
    assert large.with_data(after).site_positions == site_positions(after.sites)
    assert large.with_data(data).site_positions == atlas.site_positions


def test_alike_sites_are_counted_together_and_none_is_lost(data: DataSet, own: OwnData) -> None:
    brought = apply_own(own, data)
    for layer in (*own_layers(brought), Layer.HOSPITAL):
        sites = sites_in(brought, layer)
        found = alike(brought, layer)
        assert sum(number for _, number in found) == len(sites)
        planned = sum(number for site, number in found if site.status is Status.PLANNED)
        assert planned == sum(site.status is Status.PLANNED for site in sites)
    assert {layer.name for layer in own_layers(brought)} == {"甲", "乙"}


def test_a_site_is_put_in_the_place_of_the_one_of_its_id(data: DataSet, own: OwnData) -> None:
    other = replace(own.sites[9], name=Name("改名"))
    new = replace(own.sites[9], id="own-99999")
    changed = own.with_sites([new, other])
    assert changed.sites == (*own.sites[:9], other, *own.sites[10:], new)
    brought = apply_own(changed, data)
    assert brought.site_by_id == {site.id: site for site in brought.sites}
    assert brought.sources_of(Layer.OWN) == ("office",)
