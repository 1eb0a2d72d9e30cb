import dataclasses
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.balance.groups import BY, By, groups
from data.circles import membership, weights
from data.dataset import DataSet, load
from data.model import Circle, Definition, Member, Name, Overlap
from data.project import Project


@cache
def real() -> DataSet:
    return load()


DEFINITIONS = ("2026-01", "2024-12", "2025-09")
SHARED_2026 = {"10002", "枋寮鄉", "春日鄉", "枋山鄉", "獅子鄉", "車城鄉", "牡丹鄉", "恆春鎮", "滿州鄉"}


@cache
def areas() -> list[str]:
    return [town.code for town in real().towns] + [county.code for county in real().counties]


@st.composite
def data_sets(draw: st.DrawFn) -> DataSet:
    """The real set with a drawn definition: any towns and counties in any of up to five circles."""
    circles = [f"c{number}" for number in range(draw(st.integers(1, 5)))]
    members = draw(st.lists(st.tuples(st.sampled_from(circles), st.sampled_from(areas())), min_size=1, max_size=40))
    definition = Definition(
        "drawn", Name("測試"), "s", tuple(Member(circle, area, True, "s", "", "") for circle, area in members)
    )
    named = {circle: Circle(circle, Name(circle), circle, number, "#000000") for number, circle in enumerate(circles)}
    return dataclasses.replace(real(), definitions={"drawn": definition}, circles=named)


class TestDrawnDefinitions:
    @settings(max_examples=60, deadline=None)
    @given(data_sets())
    def test_split_adds_up_to_the_covered_towns(self, data: DataSet) -> None:
        covered = np.array([bool(circles) for circles in membership(data, "drawn")])
        split = weights(data, "drawn", Overlap.SPLIT)
        np.testing.assert_allclose(split.sum(axis=0), covered.astype(float))
        population = data.town_values("population")
        assert (split @ population).sum() == pytest.approx(population[covered].sum())

    @settings(max_examples=60, deadline=None)
    @given(data_sets())
    def test_each_is_never_less_than_split_nor_first(self, data: DataSet) -> None:
        each = weights(data, "drawn", Overlap.EACH)
        assert (each >= weights(data, "drawn", Overlap.SPLIT)).all()
        assert (each >= weights(data, "drawn", Overlap.FIRST)).all()
        assert set(np.unique(each)) <= {0.0, 1.0}

    @settings(max_examples=60, deadline=None)
    @given(data_sets())
    def test_first_is_exclusive_and_covers_the_same_towns(self, data: DataSet) -> None:
        first = weights(data, "drawn", Overlap.FIRST)
        covered = weights(data, "drawn", Overlap.EACH).any(axis=0)
        np.testing.assert_array_equal(first.sum(axis=0), covered.astype(float))
        order = data.definitions["drawn"].circles
        for town, circles in enumerate(membership(data, "drawn")):
            if circles:
                assert first[order.index(circles[0]), town] == 1

    @settings(max_examples=30, deadline=None)
    @given(data_sets(), st.sampled_from(Overlap))
    def test_nation_counts_every_town_once_whatever_the_rule(self, data: DataSet, overlap: Overlap) -> None:
        nation = groups(Project(data, "drawn", overlap), "nation")
        np.testing.assert_array_equal(nation.weights, np.ones((1, 368)))


def test_shared_towns_of_the_approved_plan() -> None:
    data = real()
    shared = {
        town.code: circles
        for town, circles in zip(data.towns, membership(data, "2026-01"), strict=True)
        if len(circles) > 1
    }
    assert len(shared) == 12 + 8
    names = {"10002" if code.startswith("10002") else data.towns[data.town_index[code]].name.zh for code in shared}
    assert names == SHARED_2026
    assert {circles for code, circles in shared.items() if code.startswith("10002")} == {("capital", "east")}
    assert {circles for code, circles in shared.items() if code.startswith("10013")} == {("south", "east")}


def test_a_town_in_no_circle_counts_in_the_nation_only() -> None:
    data = real()
    outside = [
        town.county.name.zh
        for town, circles in zip(data.towns, membership(data, "2025-09"), strict=True)
        if not circles
    ]
    assert set(outside) == {"金門縣", "連江縣", "澎湖縣"}
    shares = weights(data, "2025-09", Overlap.EACH)
    assert shares.shape == (5, 368)
    assert (shares.sum(axis=0) == 0).sum() == len(outside) == 16


@pytest.mark.parametrize("definition", DEFINITIONS)
def test_circles_come_in_the_order_of_the_definition(definition: str) -> None:
    order = real().definitions[definition].circles
    assert order == ("capital", "silicon", "precision", "south", "east", "islands")[: len(order)]
    assert groups(Project(real(), definition), "circle").ids == order


def test_weights_are_shared_and_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        weights(real(), "2026-01", Overlap.EACH)[0, 0] = 2


@pytest.mark.parametrize(("by", "count"), [("town", 368), ("county", 22), ("circle", 6), ("nation", 1)])
def test_groups_have_ids_names_and_weights_in_step(by: By, count: int) -> None:
    found = groups(Project.start(real()), by)
    assert (len(found.ids), len(found.names), found.weights.shape) == (count, count, (count, 368))
    assert all(name.zh and name.en for name in found.names)


def test_towns_counties_and_nation_hold_every_town_once() -> None:
    for by in BY:
        if by != "circle":
            sums = groups(Project.start(real()), by).weights.sum(axis=0)
            np.testing.assert_array_equal(sums, np.ones(368))


def test_hand_worked_population_of_the_overlaps() -> None:
    data = real()
    population = data.town_values("population")
    yilan = sum(population[row] for row, town in enumerate(data.towns) if town.county.code == "10002")
    pingnan = sum(population[row] for row, town in enumerate(data.towns) if town.name.zh in SHARED_2026)
    east = data.definitions["2026-01"].circles.index("east")
    each, split, first = (weights(data, "2026-01", rule)[east] @ population for rule in Overlap)
    assert each - split == pytest.approx((yilan + pingnan) / 2)
    assert each - first == pytest.approx(yilan + pingnan)
