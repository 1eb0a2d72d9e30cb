"""Measures of inequality: hand-worked values, edges, and what must hold for every distribution."""

import math
import random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.balance.inequality import Inequality, inequality, lorenz
from data.errors import InputError

RELATIVE = ("gini", "theil", "hoover", "cv", "max_min_ratio", "top_bottom_20")

amounts = st.floats(0, 1e6).map(lambda value: round(value, 3))
positive = st.floats(0.01, 1e6)


def distributions(least: int = 1, values: st.SearchStrategy[float] = amounts) -> st.SearchStrategy:
    """Values with weights."""
    return st.lists(st.tuples(values, st.integers(1, 50)), min_size=least, max_size=30).filter(
        lambda rows: any(value > 0 for value, _ in rows)
    )


def columns(rows: list[tuple[float, int]]) -> tuple[np.ndarray, np.ndarray]:
    values, weights = zip(*rows, strict=True)
    return np.array(values), np.array(weights, dtype=float)


def same(one: Inequality, other: Inequality, names: tuple[str, ...] = (*RELATIVE, "range")) -> None:
    for name in names:
        assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-7, abs=1e-9, nan_ok=True), name


class TestByHand:
    def test_one_to_four(self) -> None:
        """Mean 2.5. Gini: mean absolute difference 20/16 over twice the mean. Hoover: (1.5 + 0.5)/10."""
        found = inequality([1, 2, 3, 4])
        assert found.gini == pytest.approx(0.25)
        assert found.hoover == pytest.approx(0.2)
        assert found.cv == pytest.approx(math.sqrt(1.25) / 2.5)
        shares = (0.4, 0.8, 1.2, 1.6)
        assert found.theil == pytest.approx(sum(share * math.log(share) for share in shares) / 4)
        assert (found.max_min_ratio, found.range) == (4, 3)
        assert found.top_bottom_20 == pytest.approx(4)  # 20 % of four areas lies inside the first and the last
        assert (found.n, found.missing, found.known_share) == (4, 0, 1)
        assert math.isnan(found.theil_between)
        assert math.isnan(found.theil_within)

    def test_one_holds_everything(self) -> None:
        """With n areas of which one holds all: Gini 1 − 1/n, Theil ln n, Hoover 1 − 1/n, CV √(n − 1)."""
        found = inequality([0, 0, 0, 0, 7])
        assert found.gini == pytest.approx(0.8)
        assert found.theil == pytest.approx(math.log(5))
        assert found.hoover == pytest.approx(0.8)
        assert found.cv == pytest.approx(2)

    def test_weighted(self) -> None:
        """Three quarters of the people have 1, a quarter 5: mean 2, the poor hold 3/8."""
        found = inequality([5, 1], [10, 30])
        assert found.gini == pytest.approx(3 / 4 - 3 / 8)
        assert found.hoover == pytest.approx(3 / 4 - 3 / 8)
        assert found.theil == pytest.approx(3 / 8 * math.log(0.5) + 5 / 8 * math.log(2.5))
        assert found.cv == pytest.approx(math.sqrt(3) / 2)

    def test_top_and_bottom_count_a_straddling_area_by_its_part(self) -> None:
        """Weights 15, 70, 15 of 100: the ends take 5 of the middle area each."""
        found = inequality([1, 4, 10], [15, 70, 15])
        assert found.top_bottom_20 == pytest.approx((15 * 10 + 5 * 4) / (15 * 1 + 5 * 4))

    def test_a_bottom_that_ends_between_two_areas_takes_nothing_of_the_next(self) -> None:
        """A fifth of 520 people has nothing; the last bit of a sum of shares must not give them something."""
        weights = [1, 3, 50, 50, 1, 1, 1, 1, 1, 1, 19, 5, 24, 29, 37, 50, 50, 50, 47, 49, 50]
        assert math.isnan(inequality([0] * 4 + [1] * 17, weights).top_bottom_20)

    def test_theil_of_two_groups(self) -> None:
        """Group a 1 and 3 (mean 2), b 2 and 6 (mean 4), all 3: within, both groups have the same Theil."""
        found = inequality([1, 3, 2, 6], groups=["a", "a", "b", "b"])
        inside = (0.5 * math.log(0.5) + 1.5 * math.log(1.5)) / 2
        assert found.theil_within == pytest.approx(inside)
        assert found.theil_between == pytest.approx((2 / 3 * math.log(2 / 3) + 4 / 3 * math.log(4 / 3)) / 2)

    def test_a_town_split_between_two_circles(self) -> None:
        """A town of 2 people in two circles is one person in each: the same as writing it as two towns."""
        split = inequality([1, 4, 9], [1, 2, 3], np.array([[1, 0.5, 0], [0, 0.5, 1]]))
        apart = inequality([1, 4, 4, 9], [1, 1, 1, 3], ["a", "a", "b", "b"])
        same(split, apart, ("theil", "theil_between", "theil_within"))

    def test_what_belongs_to_no_group_is_a_group_of_its_own(self) -> None:
        shares = inequality([1, 4, 9], [1, 2, 3], np.array([[1, 0.25, 0]]))
        labels = inequality([1, 4, 4, 9], [1, 0.5, 1.5, 3], ["a", "a", "", ""])
        same(shares, labels, ("theil", "theil_between", "theil_within"))


class TestEdges:
    def test_nothing(self) -> None:
        for found in (inequality([]), inequality([math.nan, math.nan]), inequality([math.nan], [3])):
            assert found.n == 0
            for name in (*RELATIVE, "range", "theil_between", "theil_within"):
                assert math.isnan(getattr(found, name)), name
        assert inequality([math.nan, math.nan]).missing == 2
        assert inequality([math.nan, math.nan]).known_share == 0
        assert math.isnan(inequality([]).known_share)

    def test_all_zero_has_a_range_and_nothing_else(self) -> None:
        found = inequality([0, 0, 0], groups=["a", "b", "b"])
        assert (found.range, found.n) == (0, 3)
        for name in (*RELATIVE, "theil_between", "theil_within"):
            assert math.isnan(getattr(found, name)), name

    def test_zero_counts_as_a_value(self) -> None:
        found = inequality([0, 2])
        assert found.gini == pytest.approx(0.5)
        assert found.theil == pytest.approx(math.log(2))
        assert found.range == 2
        assert math.isnan(found.max_min_ratio)
        assert math.isnan(found.top_bottom_20)

    def test_a_group_that_holds_nothing_adds_nothing(self) -> None:
        found = inequality([0, 0, 3, 3], groups=["a", "a", "b", "b"])
        assert found.theil_between == pytest.approx(math.log(2))
        assert found.theil_within == 0

    def test_unknown_stays_out_and_is_counted(self) -> None:
        known = inequality([1, 3], [2, 6], ["a", "b"])
        found = inequality([1, math.nan, 3, 7], [2, 4, 6, math.nan], ["a", "a", "b", "b"])
        same(found, known)
        assert found.theil_between == pytest.approx(known.theil_between)
        assert (found.n, found.missing) == (2, 2)
        assert found.known_share == pytest.approx(8 / 12)

    def test_an_area_without_weight_does_not_count(self) -> None:
        found = inequality([1, 3, 100], [1, 1, 0])
        same(found, inequality([1, 3]))
        assert (found.n, found.missing, found.known_share) == (2, 0, 1)

    def test_equal_values_are_exactly_equal(self) -> None:
        found = inequality([0.1] * 7, [0.3, 1, 2, 3, 4, 5, 6.7])
        assert (found.gini, found.range, found.max_min_ratio) == (pytest.approx(0, abs=1e-15), 0, 1)
        assert min(found.gini, found.theil, found.hoover) >= 0

    def test_numbers_as_large_as_they_come(self) -> None:
        same(inequality([1e308, 1.7e308], [1e308, 1.7e308]), inequality([1, 1.7], [1, 1.7]), RELATIVE)

    def test_a_ratio_beyond_every_number_is_undefined(self) -> None:
        found = inequality([5e-324, 1, 1e6])
        assert math.isnan(found.max_min_ratio)
        assert math.isnan(found.top_bottom_20)
        assert inequality([1e-300, 1]).max_min_ratio == pytest.approx(1e300)

    @pytest.mark.parametrize(
        ("values", "weights", "named"),
        [
            ([1, -2, 3], None, "value -2.0"),
            ([1, math.inf], None, "value inf"),
            ([1, 2], [1, -1], "weight -1.0"),
            ([1, 2], [1, math.inf], "weight inf"),
            ([1, 2], [0, 0], "add up to 0"),
        ],
    )
    def test_what_has_no_inequality_is_refused(
        self, values: list[float], weights: list[float] | None, named: str
    ) -> None:
        for measure in (inequality, lorenz):
            with pytest.raises(InputError, match=named) as caught:
                measure(values, weights)
            assert caught.value.exit_code == 2

    def test_shares_that_cannot_add_up_are_a_mistake_of_the_caller(self) -> None:
        for shares in ([[1, 1], [1, 0]], [[-0.5, 1]]):
            with pytest.raises(ValueError, match="shares"):
                inequality([1, 2], groups=np.array(shares, dtype=float))
        with pytest.raises(ValueError, match="3 areas where there are 2"):
            inequality([1, 2], groups=["a", "b", "c"])
        with pytest.raises(ValueError, match="shape"):
            inequality([1, 2], [1, 2, 3])


class TestLorenz:
    def test_points(self) -> None:
        weight, held = lorenz([3, math.nan, 1], [1, 5, 3])
        assert weight.tolist() == [0, 0.75, 1]
        assert held.tolist() == pytest.approx([0, 0.5, 1])

    def test_only_the_origin_where_it_is_undefined(self) -> None:
        for values in ([], [0, 0], [math.nan]):
            weight, held = lorenz(values)
            assert (weight.tolist(), held.tolist()) == ([0], [0])

    @given(distributions())
    def test_lies_below_the_diagonal_and_is_the_gini(self, rows: list[tuple[float, int]]) -> None:
        values, weights = columns(rows)
        weight, held = lorenz(values, weights)
        assert (weight[0], held[0], weight[-1], held[-1]) == (0, 0, 1, 1)
        assert np.all(held <= weight + 1e-9)
        assert np.all(np.diff(weight) > 0)
        assert np.all(np.diff(held) >= 0)
        found = inequality(values, weights)
        assert 1 - 2 * np.trapezoid(held, weight) == pytest.approx(found.gini, abs=1e-9)
        assert (weight - held).max() == pytest.approx(found.hoover, abs=1e-9)  # Hoover is the widest gap


class TestAlways:
    @given(distributions(values=positive), st.floats(1e-3, 1e3))
    def test_the_unit_does_not_matter(self, rows: list[tuple[float, int]], factor: float) -> None:
        values, weights = columns(rows)
        before, after = inequality(values, weights), inequality(values * factor, weights)
        same(before, after, RELATIVE)
        assert after.range == pytest.approx(before.range * factor, rel=1e-6, abs=1e-9)
        same(before, inequality(values, weights * factor))

    @given(distributions(2), st.data())
    def test_a_progressive_transfer_never_raises_it(self, rows: list[tuple[float, int]], data: st.DataObject) -> None:
        values, weights = columns(rows)
        giver, taker = int(values.argmax()), int(values.argmin())
        assume(values[giver] > values[taker])
        # at most until both have the same
        even = (values[giver] - values[taker]) * weights[giver] * weights[taker] / (weights[giver] + weights[taker])
        gift = even * data.draw(st.floats(0, 1))
        after = values.copy()
        after[giver] -= gift / weights[giver]
        after[taker] += gift / weights[taker]
        rich, fair = inequality(values, weights), inequality(np.maximum(after, 0), weights)
        for name in ("gini", "theil", "hoover", "cv"):
            assert getattr(fair, name) <= getattr(rich, name) + 1e-9, name

    @given(distributions(), st.data())
    def test_between_and_within_add_up(self, rows: list[tuple[float, int]], data: st.DataObject) -> None:
        values, weights = columns(rows)
        labels = data.draw(st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=len(rows), max_size=len(rows)))
        found = inequality(values, weights, labels)
        assert found.theil_between + found.theil_within == pytest.approx(found.theil, rel=1e-9, abs=1e-9)
        raw = data.draw(
            st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=len(rows), max_size=len(rows))
        )
        shares = np.array(raw).T
        shares /= np.maximum(shares.sum(axis=0), 1)
        found = inequality(values, weights, shares)
        assert found.theil_between + found.theil_within == pytest.approx(found.theil, rel=1e-6, abs=1e-7)

    @given(distributions(), st.randoms(use_true_random=False))
    def test_the_order_does_not_matter(self, rows: list[tuple[float, int]], shuffler: random.Random) -> None:
        mixed = rows.copy()
        shuffler.shuffle(mixed)
        same(inequality(*columns(rows)), inequality(*columns(mixed)))

    @given(distributions())
    def test_every_area_twice_with_half_the_weight(self, rows: list[tuple[float, int]]) -> None:
        values, weights = columns(rows)
        same(inequality(values, weights), inequality(np.tile(values, 2), np.tile(weights / 2, 2)))

    @given(distributions())
    def test_whole_weights_are_repeated_rows(self, rows: list[tuple[float, int]]) -> None:
        values, weights = columns(rows)
        same(inequality(values, weights), inequality(np.repeat(values, weights.astype(int))))

    @given(distributions())
    def test_bounds(self, rows: list[tuple[float, int]]) -> None:
        found = inequality(*columns(rows))
        assert 0 <= found.hoover <= found.gini + 1e-9
        assert found.gini < 1
        assert found.theil >= 0
        if not math.isnan(found.top_bottom_20):
            assert found.top_bottom_20 >= 1 - 1e-9
        if not math.isnan(found.max_min_ratio) and not math.isnan(found.top_bottom_20):
            assert found.top_bottom_20 <= found.max_min_ratio * (1 + 1e-9)
