"""Painted definitions: whatever is painted, the definition that is kept assigns exactly these towns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.circles import membership
from data.dataset import load
from data.errors import UserError
from data.model import Name, Source
from data.own import NOTHING, apply_own
from data.own_definitions import (
    LONGEST_NAME,
    Draft,
    areas_of,
    definition_of,
    draft_of,
    empty_draft,
    missing,
    tally,
    towns_of_counties,
)

DATA = load()
CODES = [town.code for town in DATA.towns]
COUNTIES = [county.code for county in DATA.counties]
SOURCE = Source("own-1", "本縣建議案", "某縣政府", "2026-11", "", "own", "")

strokes = st.tuples(
    st.sampled_from(sorted(DATA.circles)),
    st.one_of(
        st.sets(st.sampled_from(CODES), max_size=40),
        st.sets(st.sampled_from(COUNTIES), max_size=6).map(lambda some: {code for code in CODES if code[:5] in some}),
    ),
    st.sampled_from(["add", "move", "erase"]),
)


def kept(draft: Draft):
    """The data set with a draft as its definition own-1."""
    definition = definition_of(DATA, draft, "own-1", Name("甲案"), "own-1")
    return apply_own(NOTHING.with_source(SOURCE).with_definition(definition), DATA)


@given(st.lists(strokes, max_size=12))
def test_the_definition_assigns_the_painted_towns_and_comes_back_as_it_was(painted):
    draft = empty_draft(DATA)
    expected = {circle: set() for circle in draft.circles}
    for circle, towns, stroke in painted:
        draft = draft.stroked(circle, towns, stroke)
        if stroke == "erase":
            expected[circle] -= towns
        else:
            expected[circle] |= towns
        if stroke == "move":
            for other in expected.keys() - {circle}:
                expected[other] -= towns
    data = kept(draft)
    for town, circles in zip(DATA.towns, membership(data, "own-1"), strict=True):
        assert set(circles) == {circle for circle, towns in expected.items() if town.code in towns}
    assert set(draft.assigned) == set().union(*expected.values())
    assert set(draft.shared) == {code for code in CODES if sum(code in towns for towns in expected.values()) > 1}
    again = draft_of(data, "own-1")
    assert {circle: again.of(circle) for circle in again.circles} == expected
    used = [circle for circle in draft.circles if expected[circle]]
    assert list(again.circles[: len(used)]) == used


@given(st.sets(st.sampled_from(CODES)))
def test_whole_counties_are_kept_as_one_line_and_no_others(codes):
    areas = list(areas_of(DATA, codes))
    assert len(areas) == len(set(areas))
    for county in COUNTIES:
        inside = {code for code in CODES if code[:5] == county}
        assert (county in areas) is (inside <= codes)
        assert {area for area in areas if area in inside} == (set() if inside <= codes else inside & codes)


@pytest.mark.parametrize("definition_id", DATA.definitions)
def test_a_copy_of_a_shipped_definition_assigns_the_same_in_the_same_order(definition_id):
    draft = draft_of(DATA, definition_id)
    assert membership(kept(draft), "own-1") == membership(DATA, definition_id)
    assert sorted(draft.circles) == sorted(DATA.circles)


@given(st.permutations(range(6)), st.sampled_from(sorted(DATA.circles)), st.integers(-8, 8))
def test_moving_a_circle_changes_the_order_and_nothing_else(order, circle, by):
    start = draft_of(DATA, "2026-01")
    start = Draft(tuple(start.circles[one] for one in order), tuple(start.towns[one] for one in order))
    moved = start.shifted(circle, by)
    assert moved.circles.index(circle) == min(max(start.circles.index(circle) + by, 0), 5)
    rest = [one for one in start.circles if one != circle]
    assert [one for one in moved.circles if one != circle] == rest
    assert all(moved.of(one) == start.of(one) for one in start.circles)


def test_the_order_decides_which_circle_counts_a_shared_town_first():
    shared = draft_of(DATA, "2026-01")
    town = min(shared.shared)
    first, second = (one for one in shared.circles if town in shared.of(one))
    turned = shared.shifted(second, shared.circles.index(first) - shared.circles.index(second))
    row = DATA.town_index[town]
    assert membership(kept(shared), "own-1")[row] == (first, second)
    assert membership(kept(turned), "own-1")[row] == (second, first)


def test_freed_towns_are_in_no_circle():
    draft = draft_of(DATA, "2026-01")
    freed = draft.freed(CODES[:10])
    assert freed.assigned == draft.assigned - set(CODES[:10])


def test_whole_counties_of_touched_towns():
    assert towns_of_counties(DATA, {"10002010", "10015020"}) == {c for c in CODES if c[:5] in ("10002", "10015")}


def test_all_circles_together_are_the_people_of_the_nation():
    whole, none = tally(DATA, set(CODES)), tally(DATA, set())
    assert (whole.towns, none.towns, none.people, none.km2) == (368, 0, 0.0, 0.0)
    assert whole.people == DATA.town_values("population").sum()


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        (Name(""), SOURCE, "name"),
        (Name("長" * (LONGEST_NAME + 1)), SOURCE, "letters"),
        (Name("甲"), replace(SOURCE, title=""), "title"),
        (Name("甲"), replace(SOURCE, publisher=""), "publisher"),
        (Name("甲"), replace(SOURCE, date="去年"), "date"),
        (Name("甲"), replace(SOURCE, date="2026-13"), "date"),
    ],
)
def test_what_is_missing_is_said(name, source, said):
    fault = missing(draft_of(DATA, "2026-01"), name, source)
    assert isinstance(fault, UserError)
    assert said in str(fault)


def test_nothing_is_missing_from_a_whole_definition_and_an_empty_one_is_refused():
    assert missing(draft_of(DATA, "2026-01"), Name("甲"), SOURCE) is None
    assert "township" in str(missing(empty_draft(DATA), Name("甲"), SOURCE))
