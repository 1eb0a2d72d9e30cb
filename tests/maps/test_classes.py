"""Classes of a choropleth: nobody is lost, nobody moved."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.balance.groups import groups
from data.balance.indicators import BROADBAND_INDICATORS, INDICATORS
from maps.classes import DIGITS, FEW, classify

values = st.lists(
    st.one_of(st.just(float("nan")), st.floats(0, 100), st.sampled_from([0.0, 50.0, 81.5, 98.01])), max_size=80
)


@given(values=values, count=st.integers(1, 7))
def test_every_known_value_is_in_exactly_one_class_and_the_unknown_in_none(values, count):
    values = np.array(values, dtype=float)
    classes = classify(values, count)
    unknown = np.isnan(values)
    assert ((classes.member == -1) == unknown).all()
    assert sum(classes.counts) == (~unknown).sum()
    assert all(n > 0 for n in classes.counts)
    assert [int((classes.member == i).sum()) for i in range(len(classes.bounds))] == list(classes.counts)
    assert len(classes.bounds) <= max(count, FEW)


@given(values=values, count=st.integers(1, 7))
def test_classes_are_ordered_and_end_at_observed_values(values, count):
    values = np.round(np.array(values, dtype=float), DIGITS)
    classes = classify(values, count)
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


@pytest.mark.parametrize("distinct", range(1, FEW + 1))
def test_few_values_are_each_their_own_class(distinct):
    values = np.repeat(np.arange(distinct, dtype=float), 3)
    classes = classify(values, 2)
    assert classes.bounds == tuple((float(value), float(value)) for value in range(distinct))


def test_many_values_make_at_most_the_classes_asked_for():
    assert len(classify(np.arange(100.0), 5).bounds) == 5
    assert classify(np.arange(100.0), 5).counts == (20,) * 5
    # Nine of ten the same: four of the five quantiles are one value.
    assert len(classify(np.r_[np.zeros(90), np.arange(1.0, 11.0)], 5).bounds) == 2


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
    assert 1 <= len(classes.bounds) <= FEW
    assert sum(classes.counts) == np.isfinite(column.values).sum()
    spoken = [(round(low, 2), round(high, 2)) for low, high in classes.bounds]
    assert len(set(spoken)) == len(spoken)
