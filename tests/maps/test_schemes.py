"""Schemes of classes against the published rules, and what holds for all of them."""

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.balance.evaluate import column
from data.errors import InputError
from maps.classes import DIGITS, as_written, classify, terciles
from maps.schemes import head_tail_ends, natural_ends, pretty_breaks
from maps.symbology import MOST_CLASSES, SCHEME_NAMES, Symbology

COUNTS = st.integers(3, 9)
VALUES = st.lists(
    st.one_of(st.just(math.nan), st.floats(-1e4, 1e4), st.sampled_from([0.0, 50.0, 81.5, 98.01])), max_size=60
)
AUTOMATIC = [scheme for scheme in SCHEME_NAMES if scheme != "custom"]


def within(values, ends):
    """Return the sum of squares around the means of the classes that end at ``ends``."""
    number = np.searchsorted(ends, values, side="left")
    return sum(float(((values[number == one] - values[number == one].mean()) ** 2).sum()) for one in set(number))


class TestNatural:
    @given(
        values=st.lists(st.integers(0, 40), min_size=4, max_size=12).filter(lambda found: len(set(found)) > 3),
        count=st.integers(2, 4),
    )
    def test_no_division_has_less_within(self, values, count):
        values = np.array(values, dtype=float)
        distinct = np.unique(values)
        ends = natural_ends(values, count)
        every = (np.array([*inner, distinct[-1]]) for inner in combinations(distinct[:-1], count - 1))
        assert len(ends) == count
        assert within(values, ends) == pytest.approx(min(within(values, one) for one in every), abs=1e-9)

    @pytest.mark.slow  # mapclassify takes seconds to import
    @pytest.mark.filterwarnings("ignore:Numba not installed")
    def test_mapclassify_finds_the_same(self, project):
        from mapclassify import FisherJenks

        for indicator in ("density", "ai_per_100k", "speed_4g"):
            values = column(project, indicator, "town").values
            known = values[~np.isnan(values)]
            for count in (3, 5, 9):
                assert natural_ends(known, count) == pytest.approx(FisherJenks(known, count).bins), indicator

    def test_large_numbers_with_small_gaps_are_told_apart(self):
        values = 1e9 + np.array([0.0, 0.1, 0.2, 5.0, 5.1, 9.0])
        assert natural_ends(values, 3).tolist() == [values[2], values[4], values[5]]


class TestHeadTail:
    def test_jiang_s_example_of_a_heavy_tail(self):
        """Means of the head: 1/n has the mean 0.518 for n to 10, above it only 1; so it ends after two heads."""
        values = 1 / np.arange(1.0, 1001.0)
        ends = head_tail_ends(values, 9)
        head, wanted = values, []
        while len(head) > 1:
            mean = head.mean()
            wanted.append(head[head <= mean].max())
            head = head[head > mean]
        assert len(wanted) > 3
        assert ends == pytest.approx([*wanted, 1.0])

    def test_without_a_heavy_tail_it_divides_once(self):
        assert head_tail_ends(np.arange(10.0), 9).tolist() == [4.0, 9.0]

    def test_equal_values_whose_mean_rounds_to_less_are_one_class(self):
        assert head_tail_ends(np.array([189.7299] * 3), 5).tolist() == [189.7299]


class TestPretty:
    @pytest.mark.parametrize(
        ("low", "high", "count", "wanted"),
        [  # what R's pretty(c(low, high), count) returns
            (0, 100, 5, [0, 20, 40, 60, 80, 100]),
            (3, 97, 5, [0, 20, 40, 60, 80, 100]),
            (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
            (-7, 12, 4, [-10, -5, 0, 5, 10, 15]),
            (1234, 9876, 5, [0, 2000, 4000, 6000, 8000, 10000]),
            (0, 35, 7, [0, 5, 10, 15, 20, 25, 30, 35]),
        ],
    )
    def test_breaks_are_those_of_r(self, low, high, count, wanted):
        assert pretty_breaks(low, high, count).tolist() == wanted

    @given(low=st.floats(-1e5, 1e5), span=st.floats(1e-3, 1e7), count=COUNTS)
    def test_breaks_hold_the_values_at_round_steps(self, low, span, count):
        high = low + span
        breaks = pretty_breaks(low, high, count)
        step = breaks[1] - breaks[0]
        assert 1 <= len(breaks) - 1 <= MOST_CLASSES
        assert breaks[0] <= low + step * 1e-8
        assert breaks[-1] >= high - step * 1e-8
        assert f"{step:.2e}"[:4] in ("1.00", "2.00", "5.00")


def test_equal_intervals_have_one_width():
    classes = classify(np.array([0.0, 3.0, 7.0, 20.0, np.nan, 1.0, 2.0]), Symbology("equal", 4), 0)
    assert classes.bounds == ((0, 5), (5, 10), (10, 15), (15, 20))
    assert classes.counts == (4, 1, 0, 1), "an interval without areas stays"


def test_equal_intervals_are_not_bent_by_rounding():
    classes = classify(np.arange(13.0), Symbology("equal", 5), 0)
    assert [high - low for low, high in classes.bounds] == pytest.approx([2.4] * 5)
    assert classes.decimals == 1


class TestDeviation:
    VALUES = np.array([2.0, 4, 4, 4, 5, 5, 7, 9])  # mean 5, standard deviation 2

    def test_an_odd_number_has_a_class_around_the_mean(self):
        classes = classify(self.VALUES, Symbology("deviation", 5), 0)
        assert classes.bounds == ((-math.inf, 4), (4, 6), (6, 8), (8, math.inf))
        assert classes.deviations == ((-math.inf, -0.5), (-0.5, 0.5), (0.5, 1.5), (1.5, math.inf))

    def test_an_even_number_parts_at_the_mean(self):
        classes = classify(self.VALUES, Symbology("deviation", 4), 0)
        assert classes.bounds == ((-math.inf, 3), (3, 5), (5, 7), (7, math.inf))
        assert classes.counts == (1, 3, 2, 2)

    def test_no_class_lies_beyond_all_values(self):
        classes = classify(np.r_[np.ones(50), 1000.0], Symbology("deviation", 9), 0)
        assert classes.counts[0] == 50
        assert classes.counts[-1] == 1


class TestCustom:
    def test_what_lies_beyond_the_breaks_falls_into_the_open_ends(self):
        classes = classify(np.array([1.0, 5.0, 9.9, 10.0, 99.0, np.nan]), Symbology("custom", breaks=(5, 10, 200)), 1)
        assert classes.bounds == ((-math.inf, 5), (5, 10), (10, 200), (200, math.inf))
        assert classes.member.tolist() == [0, 1, 1, 2, 2, -1]
        assert classes.counts == (1, 2, 2, 0)

    @pytest.mark.parametrize("breaks", [(1, 1), (2, 1), (1, math.nan), (math.inf,), tuple(range(9))])
    def test_breaks_that_are_none_are_refused_in_a_sentence(self, breaks):
        with pytest.raises(InputError, match=r"breaks.*\."):
            classify(np.arange(5.0), Symbology("custom", breaks=breaks))

    def test_breaks_are_written_as_they_were_given(self):
        assert classify(np.arange(5.0), Symbology("custom", breaks=(0.125, 3)), 0).decimals == 3

    def test_without_breaks_they_are_quantiles(self):
        values = np.arange(50.0)
        assert classify(values, Symbology("custom")).bounds == classify(values).bounds


@pytest.mark.parametrize("scheme", AUTOMATIC)
@given(values=VALUES, count=COUNTS, decimals=st.integers(0, 3))
def test_every_scheme_sorts_every_known_value_into_the_class_whose_bounds_hold_it(scheme, values, count, decimals):
    values = np.array(values, dtype=float)
    classes = classify(values, Symbology(scheme, count), decimals)
    assert ((classes.member == -1) == np.isnan(values)).all()
    assert np.bincount(classes.member[classes.member >= 0], minlength=len(classes.bounds)).tolist() == [*classes.counts]
    assert len(classes.bounds) <= MOST_CLASSES
    flat = [bound for pair in classes.bounds for bound in pair]
    assert flat == sorted(flat)
    last = len(classes.bounds) - 1
    for value, number in zip(values, classes.member, strict=True):
        if number >= 0:
            low, high = classes.bounds[number]
            read = [round(value, DIGITS), *as_written(np.array([value]), max(decimals, classes.decimals))]
            assert any(low <= one and (one < high or number == last or not classes.intervals) for one in read)


@pytest.mark.parametrize("scheme", AUTOMATIC)
@given(values=VALUES, count=COUNTS)
@example(values=[0.0, 0.0, 1.0, 2.0, 170.6875, 170.6875, 170.6875, 0.5], count=3)
def test_the_order_of_the_areas_changes_no_class_and_more_is_never_lower(scheme, values, count):
    values = np.array(values, dtype=float)
    classes = classify(values, Symbology(scheme, count), 1)
    again = classify(values[::-1], Symbology(scheme, count), 1)
    assert again.bounds == classes.bounds
    assert (again.member[::-1] == classes.member).all()
    rising = classes.member[np.argsort(values, kind="stable")][: int((~np.isnan(values)).sum())]
    assert all(a <= b for a, b in pairwise(rising))


@pytest.mark.parametrize("scheme", AUTOMATIC)
@pytest.mark.parametrize("level", ["town", "county", "circle"])
def test_real_values_have_the_classes_asked_for_or_fewer(project, scheme, level):
    for indicator in ("density", "ai_per_100k", "coverage_5g", "telemedicine_nearest_km"):
        values = column(project, indicator, level).values
        for count in (3, 9):
            classes = classify(values, Symbology(scheme, count), 1)
            most = MOST_CLASSES if scheme == "pretty" else min(count + 1, MOST_CLASSES)
            assert 1 <= len(classes.bounds) <= most
            assert sum(classes.counts) == np.isfinite(values).sum()


class TestTerciles:
    def test_thirds_of_equally_many(self):
        classes, third = terciles(np.r_[np.arange(9.0), np.nan], 0)
        assert third.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2, -1]
        assert classes.bounds == ((0, 2), (3, 5), (6, 8))

    @pytest.mark.parametrize(
        ("values", "wanted"),
        [([0, 0, 0, 0, 5], [0, 0, 0, 0, 2]), ([7, 7, 7], [1, 1, 1]), ([math.nan], [-1])],
    )
    def test_ties_never_part(self, values, wanted):
        assert terciles(np.array(values, dtype=float), 0)[1].tolist() == wanted
