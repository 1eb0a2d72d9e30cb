"""What is told of own sites and own definitions: the names that the user gave, never the words of a code."""

from dataclasses import replace

import pytest

from data.area_facts import AreaFacts
from data.model import Definition, Layer, Member, Name, OwnLayer, Source
from data.own import NOTHING
from data.project import Project
from data.site_facts import site_facts

OFFICE = Source("office", "清冊", "某縣政府", "2026-10-01", "", "own", "")


@pytest.fixture(scope="module")
def brought(data):
    like = next(site for site in data.sites_of(Layer.AI) if site.town_code)
    site = replace(like, id="own-1", layer=Layer.OWN, category="hub", name=Name("社區廚房"), source_id="office")
    mine = Definition("own-1", Name("甲案"), "office", (Member("east", like.town_code, False, "office", "第3頁", ""),))
    own = NOTHING.with_source(OFFICE).with_layer(OwnLayer("hub", "star", "#C2185B")).with_sites([site])
    return Project(data, "own-1", own=own.with_definition(mine))


def test_a_town_tells_of_its_own_sites_with_their_source(brought):
    site = brought.data.site_by_id["own-1"]
    town = brought.data.towns[brought.data.town_index[site.town_code]]
    told = [fact for fact in AreaFacts(brought, "zh").town(town) if fact.source_id == "office"]
    assert {fact.label.zh for fact in told} == {"社區廚房", "所屬生活圈（甲案）"}
    kitchen = next(fact for fact in told if fact.label.zh == "社區廚房")
    assert kitchen.group.zh == "自訂圖層"
    assert str(kitchen.value).startswith("hub")


def test_a_site_tells_the_name_of_its_layer(brought):
    told = list(site_facts(brought.data, brought.data.site_by_id["own-1"], "zh"))
    assert (told[0].label.zh, told[0].value) == ("圖層", "hub")
    assert {fact.source_id for fact in told} == {"office"}


def test_an_address_that_is_only_the_township_is_not_said_twice(brought):
    site = brought.own.sites[0]
    town = brought.data.towns[brought.data.town_index[site.town_code]]
    name = town.full_name("zh")
    for locality, wanted in ((name, name), (name.replace("臺", "台"), name), ("某街1號", f"{name}、某街1號")):
        told = site_facts(brought.data, replace(site, locality=locality), "zh")
        (place,) = (one for one in told if one.label.zh == "位置")
        assert place.value == wanted
