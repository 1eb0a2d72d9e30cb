"""Edits that change no number: what is computed of a project is kept, and is what it would be anyway."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.balance.computed import _computed, computed
from data.balance.indicators import indicators_of
from data.balance.same_numbers import same_numbers
from data.model import Layer, Name, Source, Status
from data.own import NOTHING
from data.project import Project
from data.rows import differing

OFFICE = Source("office", "清單", "局", "2026-11-01", "", "own", "")


def project_with(data, *sites):
    return replace(Project.start(data), own=NOTHING.with_source(OFFICE).with_sites(sites))


def a_hospital(data, **changes):
    like = data.sites_of(Layer.HOSPITAL)[0]
    return replace(like, id="own-1", source_id="office", **changes)


def test_a_site_that_is_called_otherwise_changes_no_number(data):
    before = project_with(data, a_hospital(data))
    words = {"operator": "市", "locality": "路", "note": "註", "source_location": "row 9", "status_text": "開"}
    after = project_with(data, a_hospital(data, name=Name("改名"), **words))
    assert same_numbers(before.data) is before.data
    assert same_numbers(after.data) is before.data
    for indicator in indicators_of(after.data):
        for by in ("town", "circle"):
            kept = computed(after, indicator, by)
            anew = _computed.__wrapped__(after.data, indicator, by, after.definition_id, after.overlap)
            np.testing.assert_array_equal(kept.values, anew.values)
            np.testing.assert_array_equal(kept.known, anew.known)
            assert (kept.levels, kept.bounds) == (anew.levels, anew.bounds)


@pytest.mark.parametrize(
    "changes", [{"lon": 121.0}, {"status": Status.ENDED}, {"town_code": "63000010"}, {"extra": {}}, {"category": "x"}]
)
def test_all_else_of_a_site_may_change_numbers(data, changes):
    before, after = project_with(data, a_hospital(data)), project_with(data, a_hospital(data, **changes))
    same_numbers(before.data)
    assert same_numbers(after.data) is after.data


def test_a_site_more_or_less_may_change_numbers(data):
    before, after = (
        project_with(data, a_hospital(data)),
        project_with(data, a_hospital(data), replace(a_hospital(data), id="own-2")),
    )
    same_numbers(before.data)
    assert same_numbers(after.data) is after.data
    without = project_with(data)
    assert same_numbers(without.data) is without.data


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_what_differs_stands_between_what_both_have(before, after):
    before, after = tuple(before), tuple(after)
    left, right = differing(before, after)
    assert len(before) - len(left) == len(after) - len(right)
    places = range(len(before) - len(left) + 1)
    assert any(before[:at] + right + before[at + len(left) :] == after for at in places)
    assert not (left and right and (left[0] is right[0] or left[-1] is right[-1]))
