"""Edits by hand: what they make of own data, and what they refuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data import dataset
from data.errors import UserError
from data.model import AreaLevel, Figure, Layer, Name, OwnLayer, Precision, Status
from data.own import EDITS, NOTHING, apply_own
from data.own_edits import (
    changed_figure,
    changed_site,
    edits_source,
    figure_id,
    moved_site,
    new_site,
    put_sites,
    revert_figures,
    revert_sites,
    set_figures,
)
from data.own_ids import new_definition_id, new_ids, new_source_id

BY = edits_source(date(2026, 11, 21), "王小明")
PULI = "10008020"


@pytest.fixture(scope="module")
def data():
    return dataset.load()


@pytest.fixture(scope="module")
def clinic(data):
    return data.site_by_id["tele-006"]


def added(data, own=NOTHING, layer=Layer.AI, **fields):
    project_data = apply_own(own, data)
    town = data.towns[data.town_index[PULI]]
    site = new_site(project_data, layer, "", Name("新據點"), town.lon, town.lat, PULI)
    return put_sites(own, project_data, [replace(site, **fields)], BY)


def test_ids_are_the_smallest_free_ones(data):
    own = added(data)
    own = added(data, own)
    own = added(data, own)
    assert [site.id for site in own.sites] == ["own-1", "own-2", "own-3"]
    own = own.without_sites(["own-2"], data)
    assert new_ids(apply_own(own, data), 3) == ("own-2", "own-4", "own-5")
    assert new_definition_id(data) == new_source_id(data) == "own-1"


def test_a_new_site_cites_the_edits_and_has_every_field_of_its_layer(data):
    own = added(data, layer=Layer.HOSPITAL)
    (site,) = own.sites
    assert (site.source_id, site.status, site.precision) == (EDITS, Status.UNKNOWN, Precision.SITE)
    assert own.sources == (BY,)
    assert site.extra.keys() == data.sites_of(Layer.HOSPITAL)[0].extra.keys()
    assert site.county_code == PULI[:5]


def test_a_changed_site_cites_the_edits_and_names_the_source_it_had(data, clinic):
    changed = changed_site(clinic, data, status=Status.ENDED)
    assert changed.source_id == EDITS
    assert changed.status_text == ""
    assert data.sources[clinic.source_id].title in changed.source_location
    again = changed_site(changed, data, operator="臺東縣政府")
    assert again.source_location == changed.source_location
    assert changed_site(clinic, data, status=clinic.status) is clinic


def test_a_moved_site_is_exact(data, clinic):
    town = data.towns[data.town_index[PULI]]
    moved = moved_site(clinic, data, town.lon, town.lat, PULI)
    assert (moved.precision, moved.town_code, moved.county_code) == (Precision.SITE, PULI, PULI[:5])


def test_a_deleted_site_comes_back_as_it_was(data, clinic):
    gone = NOTHING.without_sites([clinic.id], data)
    assert clinic.id not in apply_own(gone, data).site_by_id
    assert revert_sites(gone, [clinic.id], data) == NOTHING
    changed = put_sites(NOTHING, data, [changed_site(clinic, data, operator="某公司")], BY)
    assert apply_own(changed, data).site_by_id[clinic.id].operator == "某公司"
    assert apply_own(revert_sites(changed, [clinic.id], data), data).site_by_id[clinic.id] is clinic


def test_reverting_leaves_sites_of_the_project_alone(data):
    own = added(data)
    assert revert_sites(own, ["own-1"], data) == own


@pytest.mark.parametrize(
    "fields",
    [
        {"name": Name("")},
        {"name": Name("長" * 201)},
        {"name": Name("a\x00b")},
        {"lon": 100.0},
        {"lat": float("nan")},
        {"town_code": "00000000"},
        {"town_code": ""},
        {"county_code": "63000"},
        {"value": float("inf")},
        {"value": -1.0},
        {"source_id": "nowhere"},
        {"layer": Layer.OWN, "category": "沒有的圖層"},
        {"layer": Layer.TELEMEDICINE, "category": "clinic"},
        {"note": "字" * 5000},
        {"extra": {"emergency_beds": "-3"}},
    ],
)
def test_a_site_that_cannot_be_is_refused_with_a_sentence(data, fields):
    with pytest.raises(UserError) as fault:
        added(data, **fields)
    assert str(fault.value).endswith((".", ")")) or "valid" in fault.value.values


def test_a_site_of_an_own_layer_needs_the_layer(data):
    own = NOTHING.with_layer(OwnLayer("關懷據點", "star", "#882255"))
    own = added(data, own, layer=Layer.OWN, category="關懷據點")
    assert apply_own(own, data).sites_of(Layer.OWN)[0].category == "關懷據點"


# --- figures ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def people(data):
    return next(one for one in data.figures if one.variable == "population" and one.level is AreaLevel.TOWN)


def test_a_changed_figure_stands_in_the_place_of_the_embedded_one(data, people):
    own = set_figures(NOTHING, data, [changed_figure(people, data, value=people.value + 1)], BY)
    now = [one for one in apply_own(own, data).figures if one.id == people.id]
    assert [one.value for one in now] == [people.value + 1]
    assert now[0].source_id == EDITS
    assert apply_own(revert_figures(own, now, data), data).figures == data.figures


def test_a_deleted_figure_is_no_longer_there(data, people):
    own = NOTHING.without_figures([people.id], data)
    assert people not in apply_own(own, data).figures
    assert revert_figures(own, [people], data) == NOTHING


def test_the_id_of_a_new_figure_says_what_it_speaks_of(people):
    assert figure_id(people) == f"own.population.town.{people.area}.{people.period}.actual"


@pytest.mark.parametrize(
    "fields",
    [
        {"variable": "unheard-of"},
        {"area": "12345678"},
        {"level": AreaLevel.NATION},
        {"kind": "guess"},
        {"period": " "},
        {"value": float("nan")},
        {"value": 0.5},
        {"value": -5.0},
        {"series": "no-series"},
        {"source_id": "nowhere"},
    ],
)
def test_a_figure_that_cannot_be_is_refused_with_a_sentence(data, people, fields):
    figure: Figure = replace(people, **fields)
    with pytest.raises(UserError):
        set_figures(NOTHING, data, [figure], BY)
