"""Choosing sites: the few candidates of many that serve a demand best.

Both problems of siting are one. ``gains`` (m, n) says what demand i gains when candidate j is open; it takes only
the best of the open ones, so a set S is worth Σ_i max_{j in S} gains[i, j], and at most p candidates may be open.

- Maximal covering (MCLP): the gain is the demand within reach. R. Church, C. ReVelle, The maximal covering location
  problem, Papers of the Regional Science Association 32 (1974), 101-118.
- p-median: the gain is the demand times the kilometres saved. S. L. Hakimi, Optimum locations of switching centers and
  the absolute centers and medians of a graph, Operations Research 12 (1964), 450-459.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Chosen = tuple[int, ...]

OPTIMAL_GAP = 1e-9
"""A solution is called optimal when the bound is no further off, relative to it. HiGHS is asked for 0."""


LEVELS_AT_ONCE = 20_000
"""Gains above 0 that HiGHS gets in one piece. Fewer and slices take longer than the whole; with ten times more the
whole takes minutes."""

FIRST_LEVELS = 5
"""Levels beyond what the first guess suggests, with which slices begin."""

SOLVED = 0
"""SciPy's status of a search that came to its end."""


@dataclass(frozen=True)
class Optimum:
    """The result of the exact search."""

    chosen: Chosen
    """columns of ``gains``, the one that adds most first; without any that adds nothing"""
    value: float
    bound: float
    """no set is worth more"""
    optimal: bool
    """whether the solver proved that no set is better"""


def worth(gains: Array, chosen: Chosen) -> float:
    """Return what a set of candidates is worth: Σ_i max_j gains[i, j]."""
    return float(gains[:, chosen].max(axis=1, initial=0).sum())


def greedy(gains: Array, count: int, within: Chosen | None = None) -> Chosen:
    """Open one candidate after the other, each time that which adds most; stop at ``count`` or when none adds.

    ``within`` restricts to some columns. Never worse than 1 - 1/e of the best set: G. L. Nemhauser, L. A. Wolsey,
    M. L. Fisher, An analysis of approximations for maximizing submodular set functions I, Mathematical
    Programming 14 (1978), 265-294.
    """
    columns = np.arange(gains.shape[1]) if within is None else np.array(within, dtype=int)
    have = np.zeros(len(gains))
    chosen: list[int] = []
    while len(chosen) < count and len(columns):
        added = np.maximum(gains[:, columns] - have[:, None], 0).sum(axis=0)
        best = int(added.argmax())
        if added[best] <= 0:
            break
        chosen.append(int(columns[best]))
        have = np.maximum(have, gains[:, chosen[-1]])
    return tuple(chosen)


def swapped(gains: Array, chosen: Chosen, cancelled: Callable[[], bool] = lambda: False) -> Chosen:
    """Exchange a chosen candidate for another as long as that adds.

    Source: M. B. Teitz, P. Bart, Heuristic methods for estimating the generalized vertex median of a weighted graph,
    Operations Research 16 (1968), 955-961; here always the best exchange for the place at hand.
    """
    current = list(chosen)
    better = True
    while better and not cancelled():
        better = False
        for place in range(len(current)):
            rest = current[:place] + current[place + 1 :]
            have = gains[:, rest].max(axis=1, initial=0)
            added = np.maximum(gains - have[:, None], 0).sum(axis=0)
            best = int(added.argmax())
            if added[best] > added[current[place]] * (1 + OPTIMAL_GAP):
                current[place] = best
                better = True
    return greedy(gains, len(current), tuple(current))


def exact(
    gains: Array,
    count: int,
    time_limit: float,
    cancelled: Callable[[], bool] = lambda: False,
    at_once: int = LEVELS_AT_ONCE,
) -> Optimum:
    """Find the best set by branch and bound (HiGHS), or the best found within ``time_limit`` seconds.

    For demand i the distinct gains b_1 > b_2 > ... > 0 are levels; z_ik, between 0 and 1, says whether a candidate of
    level k or better is open: z_ik ≤ z_i,k-1 + Σ_{j: gains[i, j] = b_k} x_j. Maximise Σ (b_k - b_k+1) z_ik with
    Σ x_j ≤ count. Of a covering problem every demand has one level, and this is the formulation of Church and
    ReVelle; for the p-median it is as tight as the usual y_ij ≤ x_j with fewer numbers. Source: S. Elloumi, A tighter
    formulation of the p-median problem, Journal of Combinatorial Optimization 19 (2010), 69-83.

    With more than ``at_once`` gains the lower levels of each demand are given away free at first, which cannot lower
    the optimum, so every slice bounds it; demands that took the gift get more levels, until the bound is met. Source:
    S. García, M. Labbé, A. Marín, Solving large p-median problems with a radius formulation, INFORMS Journal on
    Computing 23 (2011), 546-556. ``cancelled`` is asked between slices. One site is found by trying all.
    """
    chosen = swapped(gains, greedy(gains, count), cancelled)
    value = worth(gains, chosen)
    if count == 1 or not chosen:
        return Optimum(chosen, value, value, True)
    stop = time.perf_counter() + time_limit
    bound = float(gains.max(axis=1).sum())
    levels = -np.sort(-gains, axis=1)
    demands, candidates = np.arange(len(gains)), gains.shape[1]
    depth = np.full(len(gains), candidates)
    if np.count_nonzero(gains) > at_once:
        better = (gains > gains[:, chosen].max(axis=1)[:, None]).sum(axis=1)
        depth = better * 3 // 2 + FIRST_LEVELS
    while bound - value > OPTIMAL_GAP * value and not cancelled() and time.perf_counter() < stop:
        free = np.where(depth < candidates, levels[demands, np.minimum(depth, candidates - 1)], 0)
        found = _solve(np.maximum(gains - free[:, None], 0), count, stop - time.perf_counter())
        if found.mip_dual_bound is not None:
            bound = max(value, min(bound, float(free.sum()) - float(found.mip_dual_bound)))
        if found.x is None:
            break
        opened = tuple(int(column) for column in np.flatnonzero(found.x[:candidates] > 0.5))
        if worth(gains, opened) > value:
            value, chosen = worth(gains, opened), opened
        gift = gains[:, opened].max(axis=1, initial=0) < free
        if found.status != SOLVED or not gift.any():
            break
        depth[gift] = 2 * depth[gift]
    bound = max(value, bound)
    return Optimum(greedy(gains, len(chosen), chosen), value, bound, bound - value <= OPTIMAL_GAP * value)


def _solve(gains: Array, count: int, time_limit: float) -> Any:
    """Return SciPy's result, whose ``x`` starts with the candidates; None where nothing was found in time."""
    # SciPy takes long to import, and few ask for sites.
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array, csr_array

    sites = gains.shape[1]
    demand, candidate = np.nonzero(gains > 0)
    if not len(demand):  # everything was given away
        return SimpleNamespace(x=np.zeros(sites), mip_dual_bound=0.0, status=SOLVED)
    order = np.lexsort((-gains[demand, candidate], demand))
    demand, candidate = demand[order], candidate[order]
    gain = gains[demand, candidate]
    first = np.append(True, demand[1:] != demand[:-1])  # the best level of a demand
    new = first | np.append(True, gain[1:] != gain[:-1])
    level = np.cumsum(new) - 1
    levels = int(level[-1]) + 1
    chained = np.flatnonzero(~first[new])
    worth_of_level = gain[new]
    below = np.append(worth_of_level[1:], 0)
    below[np.append(first[new][1:], True)] = 0
    rows = np.concatenate([np.arange(levels), level, chained])
    cells = np.concatenate([sites + np.arange(levels), candidate, sites + chained - 1])
    signs = np.concatenate([np.ones(levels), -np.ones(len(candidate) + len(chained))])
    reached = coo_array((signs, (rows, cells)), shape=(levels, sites + levels)).tocsr()
    opened = csr_array(np.append(np.ones(sites), np.zeros(levels))[None])
    return milp(
        np.append(np.zeros(sites), below - worth_of_level),
        constraints=[LinearConstraint(reached, -np.inf, 0), LinearConstraint(opened, 0, count)],
        integrality=np.append(np.ones(sites), np.zeros(levels)),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0, "time_limit": time_limit},
    )
