"""Choosing sites against all subsets, on cases small enough to try them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.balance.location import exact, greedy, swapped, worth

SECONDS = 30.0


def _best(gains: np.ndarray, count: int) -> float:
    """Try every set."""
    count = min(count, gains.shape[1])
    return max(worth(gains, chosen) for chosen in combinations(range(gains.shape[1]), count))


def _covering(random: np.random.Generator, demands: int, candidates: int) -> np.ndarray:
    weight = random.integers(0, 1000, demands).astype(float)
    return (random.random((demands, candidates)) < 0.3) * weight[:, None]


def _median(random: np.random.Generator, demands: int, candidates: int) -> np.ndarray:
    """People times kilometres saved; whole kilometres, so that candidates tie."""
    weight, now = random.integers(0, 1000, demands).astype(float), random.integers(1, 20, demands)
    km = random.integers(0, 30, (demands, candidates))
    return np.maximum(now[:, None] - km, 0) * weight[:, None]


@pytest.mark.parametrize("kind", [_covering, _median])
@pytest.mark.parametrize("seed", range(25))
def test_exact_is_the_best_of_all_subsets(kind, seed: int) -> None:
    random = np.random.default_rng(seed)
    gains = kind(random, int(random.integers(1, 15)), int(random.integers(1, 10)))
    for count in range(1, min(4, gains.shape[1]) + 1):
        found = exact(gains, count, SECONDS)
        assert found.value == pytest.approx(_best(gains, count), rel=1e-9)
        assert found.value == pytest.approx(worth(gains, found.chosen))
        assert found.optimal
        assert found.bound == pytest.approx(found.value, rel=1e-9)
        assert len(found.chosen) <= count


@pytest.mark.parametrize("kind", [_covering, _median])
@pytest.mark.parametrize("seed", range(6))
def test_slices_come_to_the_same(kind, seed: int) -> None:
    gains = kind(np.random.default_rng(seed), 25, 15)
    for count in (2, 4):
        whole, sliced = exact(gains, count, SECONDS), exact(gains, count, SECONDS, at_once=0)
        assert sliced.value == pytest.approx(whole.value, rel=1e-9)
        assert sliced.optimal
        assert whole.optimal
        assert worth(gains, sliced.chosen) == pytest.approx(sliced.value)


def test_cancelled_between_slices_keeps_the_best_and_a_bound() -> None:
    gains = _median(np.random.default_rng(1), 25, 15)
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    stopped, whole = exact(gains, 3, SECONDS, cancelled, at_once=0), exact(gains, 3, SECONDS)
    assert stopped.value <= whole.value * (1 + 1e-9) <= stopped.bound * (1 + 2e-9)


def test_covering_by_hand_where_greed_fails() -> None:
    """Candidate 0 reaches the most people alone (6), but 1 and 2 together reach everybody (5 + 5)."""
    weight = np.array([2.0, 3.0, 3.0, 2.0])
    reach = np.array([[0, 1, 0], [1, 1, 0], [1, 0, 1], [0, 0, 1]], dtype=float)
    gains = reach * weight[:, None]
    assert greedy(gains, 2)[0] == 0
    assert worth(gains, greedy(gains, 2)) == 8
    assert worth(gains, swapped(gains, greedy(gains, 2))) == 10
    found = exact(gains, 2, SECONDS)
    assert (sorted(found.chosen), found.value, found.bound, found.optimal) == ([1, 2], 10, 10, True)


def test_median_by_hand() -> None:
    """A line of towns at 0, 1, 5, 6 km with 10 people each, a point far away: the medians are one of each pair."""
    places = np.array([0, 1, 5, 6])
    gains = (100 - np.abs(places[:, None] - places[None, :])) * 10.0
    assert exact(gains, 1, SECONDS).value == 4 * 1000 - 10 * (1 + 0 + 4 + 5)
    best = exact(gains, 2, SECONDS)
    assert best.value == 4 * 1000 - 20
    assert {place < 2 for place in best.chosen} == {True, False}


@settings(max_examples=60)
@given(st.integers(0, 2**32 - 1), st.sampled_from([_covering, _median]), st.integers(1, 5))
def test_greedy_keeps_its_guarantee_and_swapping_never_loses(seed: int, kind, count: int) -> None:
    gains = kind(np.random.default_rng(seed), 12, 8)
    first = greedy(gains, count)
    better = swapped(gains, first)
    best = _best(gains, count)
    assert (1 - 1 / np.e) * best - 1e-9 <= worth(gains, first) <= worth(gains, better) + 1e-9 <= best + 1e-6
    assert len(set(better)) == len(better) <= count


def test_nothing_to_gain_opens_nothing() -> None:
    found = exact(np.zeros((3, 4)), 2, SECONDS)
    assert (found.chosen, found.value, found.bound, found.optimal) == ((), 0, 0, True)
    assert greedy(np.zeros((3, 4)), 2) == ()


def test_useless_candidates_are_not_opened() -> None:
    gains = np.array([[5.0, 5.0, 0.0]])
    assert exact(gains, 3, SECONDS).chosen == (0,)


def test_order_is_by_what_each_adds() -> None:
    gains = np.diag([1.0, 3.0, 2.0])
    assert exact(gains, 3, SECONDS).chosen == (1, 2, 0)


def test_without_time_the_bound_still_holds() -> None:
    random = np.random.default_rng(3)
    places = random.random((90, 2))
    km = np.hypot(*(places[:, None, :] - places[None, :, :]).transpose(2, 0, 1))
    gains = (3 - km) * random.integers(1, 100, 90)[:, None]
    hurried, best = exact(gains, 6, 1e-3), exact(gains, 6, SECONDS)
    assert hurried.value <= best.value * (1 + 1e-9)
    assert hurried.bound >= best.value * (1 - 1e-9)
    assert not hurried.optimal or hurried.value == pytest.approx(best.value)
    assert best.optimal
