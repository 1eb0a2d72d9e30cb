"""Where would the next points do most good? Sites suggested at the representative points of the towns.

The problems and their solution are in ``data.balance.location``; docs/access.md says what is assumed. HiGHS cannot be
interrupted through SciPy, so ``solve`` asks whether it is cancelled before each slice of the search and bounds its
time; the interpreter is free meanwhile, and a window stays alive.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from data.balance import location
from data.balance.access import nearest
from data.balance.distance import town_distances
from data.balance.reach import DEMANDS, SITEABLE, Demand, Reach, check, demand_of, penalty_of
from data.circles import membership
from data.dataset import DataSet
from data.errors import InputError, UnknownNameError
from data.model import Language, Layer, Name
from data.project import Project
from data.scenario import AddSite

__all__ = [
    "DEMANDS",
    "METHODS",
    "SITEABLE",
    "TIME_LIMIT",
    "Demand",
    "Method",
    "SitingOrder",
    "SitingResult",
    "greedy",
    "scenario_of",
    "solve",
    "with_suggestion",
]

Method = Literal["mclp", "pmedian"]
METHODS: tuple[Method, ...] = get_args(Method)

TIME_LIMIT = 20.0
"""Seconds for the proof. With the points of the data set it takes less than one."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class SitingOrder:
    """What is asked for."""

    layer: Layer
    count: int
    within_km: float
    demand: Demand = "population"
    circle: str = ""
    """only towns of this circle of the project's definition may be chosen; '' for all. The demand is the nation's"""
    method: Method = "mclp"


@dataclass(frozen=True)
class SitingResult:
    """What is suggested and what it does. All shares and distances are of the demand, existing points included."""

    order: SitingOrder
    towns: tuple[str, ...]
    """codes, the one that adds most first; fewer than asked for where more would add nothing"""
    newly_reached: float
    """people of the demand who come within ``within_km`` of a point"""
    reached_towns: tuple[str, ...]
    """codes of the towns in which they live"""
    share_before: float
    """0 to 1 of the demand within ``within_km``"""
    share_after: float
    mean_km_before: float
    """weighted by the demand; people on a landmass without a point count with ``penalty_km``"""
    mean_km_after: float
    penalty_km: float
    objective: float
    """mclp: people of the demand within reach, the more the better; pmedian: ``mean_km_after``, the less the better"""
    bound: float
    """nothing can be better than this; in the unit of the objective"""
    optimal: bool
    """whether that nothing is better is proven"""
    seconds: float


@dataclass(frozen=True, eq=False)
class _Problem:
    data: DataSet
    order: SitingOrder
    km: Array
    """(368, 368) between towns"""
    now: Array
    """(368,) to the nearest existing point"""
    demand: Array
    """(368,) people"""
    candidates: NDArray[np.intp]
    penalty: float

    @property
    def gains(self) -> Array:
        """(368, candidates) what each town gains by each candidate: people newly reached, or people × km saved."""
        km = self.km[:, self.candidates]
        if self.order.method == "mclp":
            new = (km <= self.order.within_km) & (self.now > self.order.within_km)[:, None]
            return np.where(new, self.demand[:, None], 0)
        saved = np.maximum(np.minimum(self.now, self.penalty)[:, None] - km, 0)
        return saved * self.demand[:, None]


def greedy(project: Project, order: SitingOrder) -> SitingResult:
    """Return a good suggestion at once. Raises UnknownNameError or InputError for an order
    that cannot be."""
    start = time.perf_counter()
    problem = _problem(project, order)
    return _quick(problem, problem.gains, start)


def solve(
    project: Project,
    order: SitingOrder,
    on_progress: Callable[[SitingResult], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    time_limit: float = TIME_LIMIT,
) -> SitingResult:
    """Return the best suggestion, or the best found within ``time_limit`` seconds; ``optimal`` says which.

    ``on_progress`` first gets the greedy one. If cancelled, the best so far is the result. Existing
    points are those of the project's scenario. Raises UnknownNameError or InputError for an order
    that cannot be.
    """
    start = time.perf_counter()
    problem = _problem(project, order)
    gains = problem.gains
    quick = _quick(problem, gains, start)
    if on_progress is not None:
        on_progress(quick)
    if cancelled():
        return quick
    best = location.exact(gains, order.count, time_limit, cancelled)
    return _result(problem, best.chosen, best.bound, best.optimal, time.perf_counter() - start)


def scenario_of(project: Project, result: SitingResult, language: Language = "zh") -> tuple[AddSite, ...]:
    """Return the suggestion as changes of the project's scenario, under ids that are still free.

    A site of a scenario has one name, as if typed by hand; it is made in ``language``.
    """
    data = project.what_if.data
    changes = []
    for code in result.towns:
        town = data.towns[data.town_index[code]]
        name = f"suggested-{code}"
        free = name
        number = 1
        while free in data.site_by_id:
            number += 1
            free = f"{name}-{number}"
        title = Name(f"{town.full_name('zh')}建議據點", f"Suggested point, {town.full_name('en')}").text(language)
        changes.append(AddSite(result.order.layer, free, title, code, town.lon, town.lat))
    return tuple(changes)


def with_suggestion(project: Project, result: SitingResult, language: Language = "zh") -> Project:
    """Return the project with the suggestion added to its scenario, its sites named in ``language``."""
    scenario = project.scenario
    for change in scenario_of(project, result, language):
        scenario = scenario.with_change(change)
    return replace(project, scenario=scenario)


def _quick(problem: _Problem, gains: Array, start: float) -> SitingResult:
    """Return what is found without a proof; the bound is what all candidates together would do."""
    chosen = location.greedy(gains, problem.order.count)
    if problem.order.method == "pmedian":
        chosen = location.swapped(gains, chosen)
    return _result(problem, chosen, float(gains.max(axis=1).sum()), False, time.perf_counter() - start)


def _problem(project: Project, order: SitingOrder) -> _Problem:
    """Check the order and put it into numbers."""
    data = project.what_if.data
    check(order.layer, order.within_km, order.demand)
    if order.method not in METHODS:
        raise UnknownNameError("There is no {name}; choose of {valid}.", name=order.method, valid=", ".join(METHODS))
    candidates = _candidates(project, order.circle)
    if not 1 <= order.count <= len(candidates):
        raise InputError(
            "{count} sites cannot be suggested; between 1 and {most} townships can be chosen.",
            count=order.count,
            most=len(candidates),
        )
    km = town_distances(data)
    now, demand = nearest(data, order.layer).km, demand_of(data, order.demand)
    return _Problem(data, order, km, now, demand, candidates, penalty_of(km))


def _candidates(project: Project, circle: str) -> NDArray[np.intp]:
    """Return the rows of the towns that may be chosen."""
    if not circle:
        return np.arange(len(project.data.towns))
    if circle not in project.definition.circles:
        raise UnknownNameError(
            "There is no circle {name} in the definition {definition}; the circles are {valid}.",
            name=circle,
            definition=project.definition_id,
            valid=", ".join(project.definition.circles),
        )
    members = membership(project.data, project.definition_id)
    rows = np.flatnonzero([circle in circles for circles in members])
    if not len(rows):
        raise InputError("The circle {name} has no township to choose from.", name=circle)
    return rows


def _result(problem: _Problem, chosen: location.Chosen, bound: float, optimal: bool, seconds: float) -> SitingResult:
    """Say what a choice does; ``chosen`` are columns of the gains, ``bound`` is in their unit."""
    order, now = problem.order, problem.now
    rows = problem.candidates[list(chosen)]
    after = np.minimum(now, problem.km[:, rows].min(axis=1, initial=np.inf))
    reach = Reach(order.within_km, problem.demand, now, after, problem.penalty)
    mclp = order.method == "mclp"
    codes = [town.code for town in problem.data.towns]
    return SitingResult(
        order=order,
        towns=tuple(codes[row] for row in rows),
        newly_reached=reach.newly_reached,
        reached_towns=tuple(codes[row] for row in np.flatnonzero(reach.new)),
        share_before=reach.reached_before / reach.total,
        share_after=reach.reached_after / reach.total,
        mean_km_before=reach.mean_km_before,
        mean_km_after=reach.mean_km_after,
        penalty_km=problem.penalty,
        objective=reach.reached_after if mclp else reach.mean_km_after,
        bound=reach.reached_before + bound if mclp else reach.mean_km_before - bound / reach.total,
        optimal=optimal,
        seconds=seconds,
    )
