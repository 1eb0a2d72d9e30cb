"""Own rows over the embedded set: what they replace, add and take away, and what stays shared."""

from dataclasses import replace

import pytest

from data.model import AreaLevel, Definition, Figure, Layer, Member, Name, OwnLayer, Source
from data.own import NOTHING, OwnData, apply_own
from data.project import Project

OFFICE = Source("office", "衛生局據點清單", "某縣衛生局", "2026-11-01", "", "own", "")


@pytest.fixture(scope="module")
def own(data):
    first = data.sites_of(Layer.AI)[0]
    return NOTHING.with_source(OFFICE).with_sites(
        [replace(first, name=Name("改名"), source_id="office"), replace(first, id="own-1", source_id="office")]
    )


def test_nothing_of_ones_own_is_the_embedded_set_itself(data):
    assert apply_own(OwnData(), data) is data
    assert Project.start(data).data is data


def test_a_changed_site_keeps_its_place_and_an_added_one_comes_last(data, own):
    changed = apply_own(own, data)
    assert [site.id for site in changed.sites] == [*(site.id for site in data.sites), "own-1"]
    assert changed.site_by_id[data.sites[0].id].name.zh == "改名"
    assert changed.sources["office"] is own.sources[0]
    assert data.sites[0].name.zh != "改名"


def test_areas_are_shared_as_long_as_no_definition_is_added(data, own):
    changed = apply_own(own, data)
    assert changed.geography is data
    assert changed.town_values("population") is data.town_values("population")
    mine = Definition("own-1", Name("自訂"), "office", (Member("capital", "63000", False, "office", "", ""),))
    other = apply_own(own.with_definition(mine), data)
    assert other.geography is not data
    assert other.geography is apply_own(replace(own, sites=()).with_definition(mine), data).geography
    assert other.boundaries() is data.boundaries()


def test_a_removed_site_is_gone_with_its_links(data):
    spoke = data.links[0].spoke_id
    gone = apply_own(NOTHING.without_sites([spoke], data), data)
    assert spoke not in gone.site_by_id
    assert all(link.spoke_id != spoke for link in gone.links)
    assert (
        apply_own(NOTHING.without_sites([spoke], data).with_sites([data.site_by_id[spoke]]), data).links == data.links
    )


def test_a_newer_edition_counts_when_it_has_all_townships(data):
    def edition(towns):
        return [
            Figure(
                f"p.{town.code}",
                "population",
                AreaLevel.TOWN,
                town.code,
                "2026-10",
                "actual",
                7.0,
                "",
                "",
                "office",
                "",
                "",
            )
            for town in towns
        ]

    half = apply_own(NOTHING.with_source(OFFICE).with_figures(edition(data.towns[:100])), data)
    assert (half.town_values("population") == data.town_values("population")).all()
    whole = apply_own(NOTHING.with_source(OFFICE).with_figures(edition(data.towns)), data)
    assert (whole.town_values("population") == 7).all()


def test_a_figure_that_speaks_of_the_same_takes_the_place_of_the_old_one(data):
    old = next(figure for figure in data.figures if figure.series == "coverage_5g")
    new = replace(old, id="mine", value=50.0)
    changed = apply_own(NOTHING.with_figures([new]), data)
    assert [
        figure.id
        for figure in changed.figures_in("coverage_5g")
        if figure.area == old.area and figure.level == old.level
    ] == ["mine"]


def test_a_layer_takes_its_sites_along_when_renamed_and_removed(data):
    layer = OwnLayer("長照據點", "star", "#7A1FA2")
    site = replace(data.sites[0], id="own-1", layer=Layer.OWN, category="長照據點")
    own = NOTHING.with_layer(layer).with_sites([site])
    renamed = own.with_layer_renamed("長照據點", replace(layer, name="長期照顧"))
    assert [one.category for one in renamed.sites] == ["長期照顧"]
    assert renamed.without_layer("長期照顧") == NOTHING
