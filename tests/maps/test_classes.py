"""Classes of a choropleth: nobody is lost, nobody moved."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from data.balance.groups import groups
from data.balance.indicators import BROADBAND_INDICATORS, INDICATORS
from maps.classes import DIGITS, MORE_DECIMALS, as_written, classify, classify_change
from maps.symbology import Symbology

values = st.lists(
    st.one_of(st.just(float("nan")), st.floats(0, 100), st.sampled_from([0.0, 50.0, 81.5, 98.01])), max_size=80
)


def quantiles(count):
    return Symbology(classes=count)


@given(values=values, count=st.integers(3, 9))
def test_every_known_value_is_in_exactly_one_class_and_the_unknown_in_none(values, count):
    values = np.array(values, dtype=float)
    classes = classify(values, quantiles(count))
    unknown = np.isnan(values)
    assert ((classes.member == -1) == unknown).all()
    assert sum(classes.counts) == (~unknown).sum()
    assert all(n > 0 for n in classes.counts)
    assert [int((classes.member == i).sum()) for i in range(len(classes.bounds))] == list(classes.counts)
    assert len(classes.bounds) <= min(count + 1, 9)


@given(values=values, count=st.integers(3, 9))
def test_classes_are_ordered_and_end_at_observed_values(values, count):
    values = np.round(np.array(values, dtype=float), DIGITS)
    classes = classify(values, quantiles(count))
    flat = [bound for pair in classes.bounds for bound in pair]
    assert flat == sorted(flat)
    for (_, high), (low, _) in zip(classes.bounds, classes.bounds[1:], strict=False):
        assert high < low
    for number, (low, high) in enumerate(classes.bounds):
        own = values[classes.member == number]
        assert (own.min(), own.max()) == (low, high)


@given(values=values)
def test_ties_stay_together(values):
    values = np.round(np.array(values, dtype=float), DIGITS)
    classes = classify(values)
    for value in np.unique(values[~np.isnan(values)]):
        assert len(set(classes.member[values == value])) == 1


@pytest.mark.parametrize(("distinct", "count"), [(1, 3), (4, 3), (6, 5), (9, 8), (9, 9)])
def test_few_values_are_each_their_own_class(distinct, count):
    values = np.repeat(np.arange(distinct, dtype=float), 3)
    classes = classify(values, quantiles(count))
    assert classes.bounds == tuple((float(value), float(value)) for value in range(distinct))


def test_many_values_make_at_most_the_classes_asked_for():
    assert len(classify(np.arange(100.0)).bounds) == 5
    assert classify(np.arange(100.0)).counts == (20,) * 5
    # Nine of ten the same: four of the five quantiles are one value.
    assert len(classify(np.r_[np.zeros(90), np.arange(1.0, 11.0)]).bounds) == 2


def test_the_last_bit_of_a_mean_makes_no_class():
    values = np.full(300, 98.01)
    values[::2] = values[::2] * (1 / 3) * 3 + 1e-14
    assert classify(values).bounds == ((98.01, 98.01),)


def test_nothing_known_is_no_class():
    classes = classify(np.full(5, np.nan))
    assert classes.bounds == ()
    assert (classes.member == -1).all()


@pytest.mark.parametrize("indicator", BROADBAND_INDICATORS)
def test_real_indicators_have_readable_classes(indicator, project):
    column = INDICATORS[indicator].compute(project.data, groups(project, "town"))
    classes = classify(column.values)
    assert 1 <= len(classes.bounds) <= 6
    assert sum(classes.counts) == np.isfinite(column.values).sum()
    spoken = [(round(low, 2), round(high, 2)) for low, high in classes.bounds]
    assert len(set(spoken)) == len(spoken)


@given(values=values, decimals=st.integers(0, 3))
def test_values_that_read_alike_share_a_class_unless_it_costs_one(values, decimals):
    values = np.array(values, dtype=float)
    classes = classify(values, decimals=decimals)
    assert len(classes.bounds) == len(classify(values).bounds) or classes.decimals == decimals + MORE_DECIMALS
    if len(np.unique(np.round(values[~np.isnan(values)], DIGITS))) > 6:
        written = as_written(values, classes.decimals)
        for value in np.unique(written[~np.isnan(written)]):
            assert len(set(classes.member[written == value])) == 1


def test_numbers_are_rounded_as_they_are_written():
    locale = QLocale("en_GB")
    values = np.r_[117.55, 0.25, 0.75, 0.35, 2.5, -0.25, np.arange(0, 3, 0.05)]
    written = [float(locale.toString(float(value), "f", 1)) for value in values]
    assert as_written(values, 1).tolist() == written
    assert np.isnan(as_written(np.array([np.nan]), 1)).all()


class TestChanges:
    def test_both_sides_have_the_same_classes(self):
        sizes = np.r_[1.0:10.0]
        classes = classify_change(np.r_[-sizes, 0.0, sizes, np.nan], 1)
        assert classes.steps == pytest.approx((-1, -2 / 3, -1 / 3, 0, 1 / 3, 2 / 3, 1))
        assert classes.bounds == ((-9, -7), (-6, -4), (-3, -1), (0, 0), (1, 3), (4, 6), (7, 9))
        assert classes.counts == (3, 3, 3, 1, 3, 3, 3)
        assert classes.member[-1] == -1

    def test_what_is_not_there_has_no_class(self):
        classes = classify_change(np.array([0.0, 0.0, 2.0, np.nan]), 1)
        assert classes.steps == (0.0, 1.0)
        assert classes.bounds == ((0, 0), (2, 2))

    def test_nothing_changes(self):
        assert classify_change(np.zeros(4), 1).steps == (0.0,)
        assert classify_change(np.full(3, np.nan), 1).bounds == ()

    def test_a_small_change_is_not_none_and_the_last_bit_is_no_change(self):
        classes = classify_change(np.array([0.0, 1e-14, 0.004, 5.0]), 1)
        assert classes.member.tolist() == [0, 0, 1, 2]

    @given(values=st.lists(st.floats(-100, 100), min_size=1, max_size=60), decimals=st.integers(0, 2))
    def test_the_sign_of_the_class_is_that_of_the_change(self, values, decimals):
        rounded = np.round(values, DIGITS)
        classes = classify_change(np.array(values), decimals)
        steps = np.array(classes.steps)[classes.member]
        assert (np.sign(steps) == np.sign(rounded)).all()
        order = np.argsort(rounded, kind="stable")
        assert (np.diff(steps[order]) >= 0).all()
