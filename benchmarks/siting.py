"""Suggesting sites, and the access indicators that a scenario changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from benchmarks import scene
from benchmarks.harness import Row, median_ms, timed
from data.balance.groups import BY, groups
from data.balance.siting import DEMANDS, SitingOrder, SitingResult, greedy, solve
from data.balance.siting_effects import effects
from data.balance.topics.access import ROWS
from data.dataset import DataSet
from data.model import Layer
from data.project import Project
from data.scenario import RemoveSite, Scenario

MCLP_MS = 1000.0
ACCESS_MS = 25.0
WITHIN_KM = (5.0, 10.0, 20.0, 30.0)
MOST = 10


def rows() -> Iterator[Row]:
    data = scene.data()
    project = Project.start(data)
    removed = tuple(RemoveSite(site.id) for site in data.sites_of(Layer.TELEMEDICINE))
    bare = replace(project, scenario=Scenario("", removed))
    for name, where, what in (
        ("siting.mclp", project, "existing points kept"),
        ("siting.mclp_bare", bare, "no existing points"),
    ):
        for km in WITHIN_KM:
            order = SitingOrder(Layer.TELEMEDICINE, MOST, km)
            told = f"MCLP, 368 × 368, p = {MOST}, within {km:g} km, {what}{_proof(solve(where, order))}"
            yield median_ms(f"{name}_{km:g}km", told, timed(partial(solve, where, order), 5), MCLP_MS)
    for demand in DEMANDS:
        for count in (1, 3, MOST):
            order = SitingOrder(Layer.TELEMEDICINE, count, 10, demand, method="pmedian")
            told = f"p-median, 368 × 368, p = {count}, {demand}, existing points kept{_proof(solve(project, order))}"
            yield median_ms(f"siting.pmedian_{demand}_{count}", told, timed(partial(solve, project, order), 5))
    order = SitingOrder(Layer.TELEMEDICINE, MOST, 10, method="pmedian")
    yield median_ms(
        "siting.greedy", f"the first suggestion of the p-median, p = {MOST}, with its swaps",
        timed(partial(greedy, project, order), 9),
    )  # fmt: skip
    found = solve(project, SitingOrder(Layer.TELEMEDICINE, MOST, 10))
    yield median_ms(
        "siting.effects", f"what {MOST} points do to all indicators of the layer, the index and the Gini",
        timed(lambda: effects(Project.start(replace(data)), found), 5),
    )  # fmt: skip
    fresh: list[DataSet] = []
    yield median_ms(
        "access.edit", f"the {len(ROWS)} access indicators of towns, counties, circles and nation after an edit",
        timed(lambda: _all_access(fresh[-1], project), 9, before=lambda: fresh.append(replace(data))), ACCESS_MS,
    )  # fmt: skip


def _proof(result: SitingResult) -> str:
    return ", proven optimal" if result.optimal else ", NOT proven optimal"


def _all_access(data: DataSet, project: Project) -> None:
    for by in BY:
        areas = groups(project, by)
        for row in ROWS:
            row.compute(data, areas)
