"""Where the numbers of a suggestion come from: the towns listed give what the search said, without searching again."""

from __future__ import annotations

import pytest

from data.balance.chains.reach import reach_id
from data.balance.explain import explain
from data.balance.groups import NATION
from data.balance.siting import DEMANDS, METHODS, SitingOrder, greedy, with_suggestion
from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import Layer
from data.project import Project
from data.scenario import AddSite, Scenario


@pytest.fixture(scope="module")
def supposed(data: DataSet) -> Project:
    change = AddSite(Layer.TELEMEDICINE, "new-1", "七股站", "67000150", 120.14, 23.14)
    return Project(data, "2026-01", scenario=Scenario("試算", (change,)))


def asked(result, kind):
    order = result.order
    return reach_id(order.layer, order.within_km, order.demand, result.towns, kind)


def evidence(found, words):
    return next(one.value for one in found.inputs if one.role == "evidence" and words in one.label.en)


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("side", ["baseline", "scenario"])
def test_the_chain_says_what_the_search_said(project, supposed, demand, method, side):
    of = project if side == "baseline" else supposed
    result = greedy(of, SitingOrder(Layer.TELEMEDICINE, 4, 17.5, demand, method=method))
    found = explain(of, asked(result, "reach"), "nation", NATION, side)
    newly = [one for one in found.inputs if one.role == "sum"]
    assert found.value == pytest.approx(result.newly_reached)
    assert sum(one.value for one in newly) == pytest.approx(found.value)
    assert sorted(one.place.id for one in newly) == sorted(result.reached_towns)
    assert all(one.source_id in {source.id for source in found.sources} for one in newly)
    total, before, after = (evidence(found, words) for words in ("total", "before", "after"))
    assert before / total == pytest.approx(result.share_before)
    assert after / total == pytest.approx(result.share_after)
    assert after - before == pytest.approx(found.value)
    assert f"{100 * result.share_before:.1f} % before, {100 * result.share_after:.1f} % after" in found.note.en

    found = explain(of, asked(result, "meanreach"), "nation", NATION, side)
    means = [one for one in found.inputs if one.role == "mean"]
    again = sum(one.value * one.weight for one in means) / sum(one.weight for one in means)
    assert found.value == pytest.approx(result.mean_km_after)
    assert again == pytest.approx(result.mean_km_after)
    assert evidence(found, "mean distance, before") == pytest.approx(result.mean_km_before)
    assert evidence(found, "newly within") == pytest.approx(result.newly_reached)


def test_the_sources_are_those_of_the_people_the_class_and_the_points(supposed, data):
    towns = ("10014160",)
    of = {demand: {one.id for one in explain_one(supposed, demand, towns).sources} for demand in DEMANDS}
    classes = {town.class_source_id for town in data.towns if town.class_source_id}
    points = {site.source_id for site in supposed.what_if.data.sites_of(Layer.TELEMEDICINE)}
    assert "scenario" in points
    for demand, found in of.items():
        variable = "population_65plus" if demand == "65plus" else "population"
        assert {one.source_id for one in data.town_figures(variable) if one is not None} <= found
        assert "scenario" in found
        assert len(found & points) > 1
    assert classes <= of["rural"]


def explain_one(project, demand, towns, side="scenario"):
    return explain(project, reach_id("telemedicine", 20, demand, towns), "nation", NATION, side)


def test_the_way_before_and_after_stands_beside_the_people(project):
    result = greedy(project, SitingOrder(Layer.TELEMEDICINE, 2, 20, "rural"))
    found = explain(project, asked(result, "reach"), "nation", NATION)
    for one in found.inputs:
        if one.role == "sum":
            assert "→" in one.label.en
            assert "→" in one.label.zh


def test_a_difference_is_both_values(supposed):
    towns = ("67000150", "10013310")
    before, after, change = (
        explain_one(supposed, "population", towns, side) for side in ("baseline", "scenario", "difference")
    )
    assert before.value != after.value
    assert change.value == pytest.approx(after.value - before.value)
    assert [(one.role, one.value) for one in change.inputs[:2]] == [("sum", after.value), ("minus", before.value)]


def test_what_has_been_taken_into_the_scenario_brings_nobody_nearer_again(project):
    result = greedy(project, SitingOrder(Layer.TELEMEDICINE, 2, 20))
    taken = with_suggestion(project, result)
    found = explain(taken, asked(result, "reach"), "nation", NATION, "scenario")
    assert found.value == 0
    assert "have points already" in found.note.en
    assert explain(taken, asked(result, "reach"), "nation", NATION).value == pytest.approx(result.newly_reached)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("reach:ai:20:rural:10014160", "Sites of ai cannot be suggested; the layers are telemedicine"),
        ("reach:telemedicine:20:old:10014160", "There is no old; choose of population"),
        ("reach:telemedicine:20:rural:12345678", "There is no township 12345678; their codes have 8 digits"),
        ("reach:telemedicine:20:rural:10014160,10014", "There is no township 10014;"),
        ("reach:telemedicine:20:rural:", "write it like reach:telemedicine:20:population:TOWN,TOWN"),
        ("reach:telemedicine:20:rural:10014160,", "write it like"),
        ("reach:telemedicine:20:rural", "write it like"),
        ("reach:telemedicine:20:rural:10014160:more", "write it like"),
        *(
            (f"{kind}:telemedicine:{km}:rural:10014160", f"The distance {km} is not a number of kilometres above 0")
            for kind in ("reach", "meanreach")
            for km in ("nan", "inf", "-1", "0", "far", "1e3")
        ),
    ],
)
def test_a_wrong_id_is_a_sentence_of_what_is_wrong(project, wrong, said):
    with pytest.raises(UnknownNameError) as fault:
        explain(project, wrong, "nation", NATION)
    assert said in str(fault.value)
    assert fault.value.exit_code == 2
