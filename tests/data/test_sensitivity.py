"""Rank intervals: what is certain stays certain, what the draws say is what they were asked, the same every time."""

import math

import numpy as np
import pytest

from data.balance import sensitivity as module
from data.balance.composite import combine, rank, scores
from data.balance.sensitivity import CONCENTRATION, sensitivity
from data.index_spec import AGGREGATE, NORMALISE


@pytest.fixture(scope="module")
def values() -> np.ndarray:
    """40 areas × 5 indicators that do not agree, some unknown."""
    generator = np.random.default_rng(3)
    found = generator.gamma(2, 10, size=(40, 5))
    found[:, 3:][generator.random((40, 2)) < 0.2] = math.nan
    found[7] = [1, math.nan, math.nan, math.nan, 2]
    return found


def columns(found: module.Sensitivity) -> tuple[np.ndarray, ...]:
    return found.median_rank, found.low_rank, found.high_rank, found.p_last


def test_the_same_seed_gives_the_same(values: np.ndarray) -> None:
    one, same, other = (sensitivity(values, np.ones(5), np.ones(5), 300, seed) for seed in (1, 1, 2))
    for left, right in zip(columns(one), columns(same), strict=True):
        assert np.array_equal(left, right, equal_nan=True)
    assert not np.array_equal(one.p_last, other.p_last, equal_nan=True)
    assert (one.draws, one.seed, other.seed) == (300, 1, 2)


def test_working_in_blocks_changes_nothing(values: np.ndarray, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sensitivity(values, np.ones(5), np.ones(5), 250, 5)
    monkeypatch.setattr(module, "_AT_ONCE", 39 * 60)
    blocks = sensitivity(values, np.ones(5), np.ones(5), 250, 5)
    for left, right in zip(columns(whole), columns(blocks), strict=True):
        assert np.array_equal(left, right, equal_nan=True)


def test_what_is_best_in_everything_is_first_in_every_draw() -> None:
    found = sensitivity([[3.0, 30, 1], [2, 20, 2], [1, 10, 3]], [1, 1, -1], [1, 1, 1], 200, 0)
    for places in (found.median_rank, found.low_rank, found.high_rank):
        assert places.tolist() == [1, 2, 3]
    assert found.p_last.tolist() == [0, 0, 1]


def test_intervals_hold_the_median_and_the_places(values: np.ndarray) -> None:
    found = sensitivity(values, np.ones(5), np.ones(5), 400, 9)
    seen = ~np.isnan(found.median_rank)
    assert seen.sum() == 39
    assert np.all(found.low_rank[seen] <= found.median_rank[seen])
    assert np.all(found.median_rank[seen] <= found.high_rank[seen])
    assert found.low_rank[seen].min() >= 1
    assert found.high_rank[seen].max() <= 39
    assert found.p_last[seen].sum() == pytest.approx(1, abs=0.02)  # ties at the end are rare
    assert np.all(found.low_rank[seen] == np.round(found.low_rank[seen]))


def test_an_area_without_index_stays_unknown_and_is_not_ranked(values: np.ndarray) -> None:
    found = sensitivity(values, np.ones(5), np.ones(5), 100, 0)
    for column in columns(found):
        assert np.flatnonzero(np.isnan(column)).tolist() == [7]
    without = sensitivity(np.delete(values, 7, axis=0), np.ones(5), np.ones(5), 100, 0, reference=None)
    assert np.nanmax(found.high_rank) <= 39
    assert len(without.p_last) == 39


def test_nothing_known_is_nothing_ranked() -> None:
    found = sensitivity(np.full((3, 2), math.nan), [1, 1], [1, 1], 50, 0)
    for column in columns(found):
        assert np.isnan(column).all()


def test_a_part_of_weight_0_is_in_no_draw(values: np.ndarray) -> None:
    with_zero = sensitivity(values, np.ones(5), [1, 2, 0, 1, 0], 200, 4)
    without = sensitivity(values[:, [0, 1, 3]], np.ones(3), [1, 2, 1], 200, 4)
    for left, right in zip(columns(with_zero), columns(without), strict=True):
        assert np.array_equal(left, right, equal_nan=True)


def test_a_single_indicator_leaves_no_doubt(values: np.ndarray) -> None:
    found = sensitivity(values[:, :1], [1], [3], 60, 0)
    assert np.array_equal(found.low_rank, found.high_rank, equal_nan=True)
    assert np.array_equal(found.median_rank, rank(values[:, 0]), equal_nan=True)


def test_close_to_the_chosen_weights_only_the_six_methods_are_left(values: np.ndarray) -> None:
    """With a concentration that leaves the weights alone, the places are those of the six variants, each as often."""
    known = values[~np.isnan(values).any(axis=1)]
    weights = np.sqrt([1, 2, 3, 5, 7])  # no two different sums of places are equal
    found = sensitivity(known, np.ones(5), weights, 3000, 0, concentration=1e9)
    variants = np.array(
        [
            rank(combine(scores(known, np.ones(5), method), weights, aggregate, method)[0])
            for method in NORMALISE
            for aggregate in AGGREGATE
        ]
    )
    assert np.array_equal(found.low_rank, variants.min(axis=0))
    assert np.array_equal(found.high_rank, variants.max(axis=0))
    assert found.p_last == pytest.approx((variants == len(known)).mean(axis=0), abs=0.04)


def test_the_concentration_says_how_far_weights_stray() -> None:
    """One of five equal weights varies with a coefficient of 0.4, as the documentation says."""
    drawn = np.random.default_rng(0).dirichlet(np.full(5, CONCENTRATION / 5), size=200_000)[:, 0]
    assert drawn.std() / drawn.mean() == pytest.approx(0.4, abs=0.005)
    assert math.sqrt((1 - 0.2) / (0.2 * (CONCENTRATION + 1))) == pytest.approx(0.4)


def test_two_areas_that_mirror_each_other_are_equally_often_last() -> None:
    found = sensitivity([[0.0, 1.0], [1.0, 0.0]], [1, 1], [1, 1], 20_000, 0)
    assert found.p_last == pytest.approx([0.5, 0.5], abs=0.02)


def test_a_scenario_is_ranked_on_the_bounds_of_the_baseline() -> None:
    before = [[0.0, 5.0], [4.0, 4.0], [10.0, 0.0]]
    after = [[100.0, 5.0], [4.0, 4.0], [10.0, 0.0]]
    found = sensitivity(after, [1, 1], [1, 1], 200, 0, reference=before)
    assert found.high_rank[0] == 1
    assert sensitivity(before, [1, 1], [1, 1], 200, 0, reference=before).high_rank[0] > 1


def test_what_a_scenario_gains_is_not_shrunk_to_the_bounds_it_sets() -> None:
    """Ten times the old best outweighs the other indicator; measured on its own bounds it would only be the best."""
    before, after = [[0.0, 0.0], [10.0, 1.0]], [[100.0, 0.0], [0.0, 1.0]]
    on_baseline = sensitivity(after, [1, 1], [1, 1], 1000, 0, reference=before).p_last[0]
    assert on_baseline < sensitivity(after, [1, 1], [1, 1], 1000, 0).p_last[0] - 0.1


def test_areas_that_tie_at_the_end_are_all_last() -> None:
    found = sensitivity([[9.0, 8.0], [1.0, 2.0], [1.0, 2.0]], [1, 1], [1, 1], 50, 0)
    assert found.p_last.tolist() == [0, 1, 1]
    assert found.high_rank.tolist() == [1, 2, 2]


@pytest.mark.parametrize("draws", [20, 1000])
@pytest.mark.parametrize("share", [0.5, 0.6, 0.63, 0.66, 0.69, 0.72, 0.75])
def test_the_interval_leaves_out_five_in_a_hundred_at_either_end(share: float, draws: int) -> None:
    """Of two areas, the first leads where its indicator weighs more than half: its places are 1 and 2 alone."""
    for seed in range(4):
        found = sensitivity([[1.0, 0.0], [0.0, 1.0]], [1, 1], [share, 1 - share], draws, seed)
        second = found.p_last[0]
        assert found.high_rank[0] == (2 if second > 0.05 else 1)
        assert found.low_rank[0] == (1 if 1 - second >= 0.05 else 2)
        assert found.median_rank[0] == (1 if 1 - second >= 0.5 else 2)
