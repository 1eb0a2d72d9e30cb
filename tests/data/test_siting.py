"""Suggestions on the real towns: against all subsets where there are few, and by what must hold."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import nan

import numpy as np
import pytest

from data.balance.access import nearest, within
from data.balance.distance import town_distances
from data.balance.groups import groups
from data.balance.siting import (
    DEMANDS,
    METHODS,
    SitingOrder,
    greedy,
    scenario_of,
    solve,
    with_suggestion,
)
from data.balance.siting_effects import effects
from data.circles import membership
from data.dataset import DataSet
from data.errors import InputError, UnknownNameError
from data.model import Definition, Layer, Name
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario

KM = 10.0
ORDER = SitingOrder(Layer.TELEMEDICINE, 3, KM)


def _demand(data: DataSet, name: str) -> np.ndarray:
    people = data.town_values("population")
    rural = np.array([town.rural for town in data.towns])
    return {"population": people, "rural": people * rural, "65plus": data.town_values("population_65plus")}[name]


def _rows(data: DataSet, codes: tuple[str, ...]) -> list[int]:
    return [data.town_index[code] for code in codes]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("demand", DEMANDS)
def test_islands_are_solved_as_by_trying_every_set(project: Project, method, demand) -> None:
    data = project.data
    inside = [row for row, of in enumerate(membership(data, project.definition_id)) if "islands" in of]
    km, weight = town_distances(data), _demand(data, demand)
    now, penalty = nearest(data, Layer.TELEMEDICINE).km, np.isfinite(km)
    far = km[penalty].max()

    def value(chosen: tuple[int, ...]) -> float:
        after = np.minimum(now, km[:, chosen].min(axis=1))
        reached = weight @ (after <= KM)
        return reached if method == "mclp" else -(weight @ np.minimum(after, far)) / weight.sum()

    for count in (1, 2, 3):
        best = max(value(chosen) for chosen in combinations(inside, count))
        found = solve(project, SitingOrder(Layer.TELEMEDICINE, count, KM, demand, "islands", method))
        assert found.objective == pytest.approx(abs(best))
        assert found.bound == pytest.approx(abs(best))
        assert found.optimal
        assert set(_rows(data, found.towns)) <= set(inside)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("demand", DEMANDS)
def test_answer_is_consistent_with_the_distances(project: Project, method, demand) -> None:
    data = project.data
    found = solve(project, replace(ORDER, demand=demand, method=method))
    weight, km = _demand(data, demand), town_distances(data)
    before = nearest(data, Layer.TELEMEDICINE).km
    after = np.minimum(before, km[:, _rows(data, found.towns)].min(axis=1))
    assert found.share_before == pytest.approx(weight @ (before <= KM) / weight.sum())
    assert found.share_after == pytest.approx(weight @ (after <= KM) / weight.sum())
    assert found.newly_reached == pytest.approx((found.share_after - found.share_before) * weight.sum())
    assert sum(weight[_rows(data, found.reached_towns)]) == pytest.approx(found.newly_reached)
    assert all(weight[_rows(data, found.reached_towns)] > 0)
    assert found.mean_km_after <= found.mean_km_before
    assert found.optimal
    assert found.bound == pytest.approx(found.objective, rel=1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_more_points_never_do_less_and_the_bound_holds(project: Project, method) -> None:
    before = None
    for count in (1, 2, 4, 8):
        order = SitingOrder(Layer.TELEMEDICINE, count, KM, "rural", "", method)
        quick, best = greedy(project, order), solve(project, order)
        sign = 1 if method == "mclp" else -1
        assert not quick.optimal
        assert sign * quick.objective <= sign * best.objective + 1e-9
        assert sign * best.objective <= sign * best.bound + 1e-9 <= sign * quick.bound + 2e-9
        if before is not None:
            assert sign * best.objective >= sign * before.objective - 1e-9
            if method == "mclp":
                assert best.share_after >= before.share_after
        before = best


def test_circle_restricts_the_places_not_the_people(project: Project) -> None:
    anywhere, east = solve(project, ORDER), solve(project, replace(ORDER, circle="east"))
    assert east.share_before == anywhere.share_before
    assert east.share_after <= anywhere.share_after
    members = membership(project.data, project.definition_id)
    assert all("east" in members[row] for row in _rows(project.data, east.towns))


def test_order_names_no_more_towns_than_help(project: Project) -> None:
    order = SitingOrder(Layer.TELEMEDICINE, 10, 1000, "rural", "islands")
    found = solve(project, order)
    assert 0 < len(found.towns) < 10  # one for each landmass without a point
    assert found.share_after == 1
    assert len({project.data.towns[row].landmass for row in _rows(project.data, found.towns)}) == len(found.towns)


def test_a_suggestion_taken_up_does_what_it_said(project: Project) -> None:
    found = solve(project, ORDER)
    extended = with_suggestion(project, found)
    nation = groups(project, "nation")
    share = within(Layer.TELEMEDICINE, KM)(extended.what_if.data, nation).values[0]
    assert share == pytest.approx(100 * found.share_after)
    again = solve(extended, ORDER)
    assert again.share_before == pytest.approx(found.share_after)
    assert not set(again.towns) & set(found.towns)
    ids = [change.id for one in (project, extended) for change in scenario_of(one, found)]
    assert len(set(ids)) == 2 * len(found.towns)


def test_suggested_sites_are_named_in_one_language(project: Project) -> None:
    found = solve(project, ORDER)
    chinese, english = (with_suggestion(project, found, language).scenario.changes for language in ("zh", "en"))
    town = project.data.towns[project.data.town_index[found.towns[0]]]
    assert isinstance(chinese[0], AddSite)
    assert isinstance(english[0], AddSite)
    assert town.full_name("zh") in chinese[0].name
    assert town.full_name("en") in english[0].name
    assert english[0].name.isascii()
    assert with_suggestion(project, found).scenario.changes == chinese


def test_points_of_the_scenario_count_as_existing(project: Project) -> None:
    removed = tuple(RemoveSite(site.id) for site in project.data.sites_of(Layer.TELEMEDICINE))
    bare = replace(project, scenario=Scenario("", removed))
    found = solve(bare, replace(ORDER, demand="rural"))
    assert found.share_before == 0
    assert found.mean_km_before == pytest.approx(found.penalty_km)
    assert found.optimal


def test_greedy_comes_first_and_cancelling_keeps_it(project: Project) -> None:
    shown = []
    order = replace(ORDER, count=10)
    cancelled = solve(project, order, shown.append, lambda: True)
    assert [one.towns for one in shown] == [cancelled.towns] == [greedy(project, order).towns]
    assert not cancelled.optimal
    assert cancelled.bound >= solve(project, order).objective


def test_effects_are_those_of_the_extended_project(project: Project) -> None:
    found = solve(project, replace(ORDER, demand="rural", circle="east"))
    told = effects(project, found)
    assert told.circles == project.definition.circles
    by_id = {change.indicator.id: change for change in told.indicators}
    near = by_id["telemedicine_nearest_km"]
    east, precision = told.circles.index("east"), told.circles.index("precision")
    assert near.after[east] < near.before[east]
    assert near.after[precision] == pytest.approx(near.before[precision], abs=0.5)
    assert near.nation_after < near.nation_before
    assert near.gini_before != near.gini_after
    assert told.index.after[east] >= told.index.before[east]
    assert np.isnan(told.index.nation_before)
    assert 0 < told.index.gini_before < 1


@pytest.mark.parametrize(
    ("changed", "error", "sentence"),
    [
        ({"layer": Layer.HOSPITAL}, UnknownNameError, "hospital cannot be suggested; the layers are telemedicine"),
        ({"circle": "nowhere"}, UnknownNameError, "no circle nowhere .* capital, silicon"),
        ({"count": 0}, InputError, "between 1 and 368"),
        ({"count": -2}, InputError, "between 1 and 368"),
        ({"count": 369}, InputError, "between 1 and 368"),
        ({"count": 20, "circle": "islands"}, InputError, "between 1 and 16"),
        ({"within_km": 0.0}, InputError, "above 0"),
        ({"within_km": nan}, InputError, "above 0"),
        ({"within_km": float("inf")}, InputError, "above 0"),
        ({"demand": "children"}, UnknownNameError, "no children; choose of population, rural, 65plus"),
        ({"method": "magic"}, UnknownNameError, "no magic; choose of mclp, pmedian"),
    ],
)
def test_orders_that_cannot_be_are_refused_in_a_sentence(project: Project, changed, error, sentence: str) -> None:
    for ask in (greedy, solve):
        with pytest.raises(error, match=sentence) as raised:
            ask(project, replace(ORDER, **changed))
        assert raised.value.exit_code == 2


def test_circle_without_a_town_is_refused(data: DataSet) -> None:
    known = data.definitions[data.default_definition]
    nobody = replace(known.members[0], circle="islands", area="00000000")
    others = tuple(member for member in known.members if member.circle != "islands")
    empty = Definition("empty", Name("空"), known.source_id, (*others, nobody))
    changed = replace(data, definitions={**data.definitions, "empty": empty})
    with pytest.raises(InputError, match="circle islands has no township"):
        solve(Project(changed, "empty"), replace(ORDER, circle="islands"))
