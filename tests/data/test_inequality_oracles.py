"""The same numbers as PySAL's ``inequality`` with equal weights, on its own published data and on ours."""

import csv
import io
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inequality.gini import Gini
from inequality.schutz import Schutz
from inequality.theil import Theil, TheilD
from libpysal import examples

from data.balance.groups import groups
from data.balance.inequality import inequality
from data.dataset import load
from data.project import Project

DECADES = range(1940, 2010, 10)
THEIL = (0.20894344, 0.15222451, 0.10472941, 0.10194725, 0.09560113, 0.10511256, 0.10660832)
BETWEEN = (0.0345889, 0.02816853, 0.05260921, 0.05931219, 0.03205257, 0.02963731, 0.03635872)
WITHIN = (0.17435454, 0.12405598, 0.0521202, 0.04263506, 0.06354856, 0.07547525, 0.0702496)
"""Published with PySAL: income per head of the 32 states of Mexico, split by Hanson's (1998) regions."""

# Hale (University of Texas Inequality Project), "The Theoretical Basics of Popular Inequality Measures": the pay of
# the 400 employees of Universal Widget, as number of people and salary.
WIDGET = {
    18_000: 7, 22_000: 10, 25_000: 280, 35_000: 15, 40_000: 15, 60_000: 50, 75_000: 10, 80_000: 6, 120_000: 4,
    200_000: 2, 1_000_000: 1,
}  # fmt: skip

incomes = st.lists(st.floats(0.01, 1e6), min_size=2, max_size=40)


@pytest.fixture(scope="module")
def mexico() -> list[dict[str, str]]:
    with open(examples.get_path("mexico.csv"), encoding="utf-8") as file:
        return list(csv.DictReader(io.StringIO(file.read())))


@pytest.mark.parametrize(("decade", "theil", "between", "within"), [*zip(DECADES, THEIL, BETWEEN, WITHIN, strict=True)])
def test_mexico(mexico: list[dict[str, str]], decade: int, theil: float, between: float, within: float) -> None:
    values = np.array([float(row[f"pcgdp{decade}"]) for row in mexico])
    found = inequality(values, groups=[row["hanson98"] for row in mexico])
    assert found.theil == pytest.approx(theil, abs=5e-9)
    assert found.theil_between == pytest.approx(between, abs=5e-9)
    assert found.theil_within == pytest.approx(within, abs=5e-9)
    assert found.gini == pytest.approx(Gini(values).g, abs=1e-12)


def test_weights_are_people() -> None:
    """400 people in eleven rows with weights are to us what they are to PySAL as 400 rows."""
    pay, people = np.array(list(WIDGET), dtype=float), np.array(list(WIDGET.values()))
    everybody = np.repeat(pay, people)
    found = inequality(pay, people)
    assert len(everybody) == 400
    assert found.gini == pytest.approx(Gini(everybody).g, abs=1e-12)
    assert found.theil == pytest.approx(float(Theil(everybody).T), abs=1e-12)
    assert found.hoover == pytest.approx(Schutz(pd.DataFrame({"pay": everybody}), "pay").distance, abs=1e-12)


@settings(max_examples=60, deadline=None)
@given(incomes, st.data())
def test_any_values(values: list[float], data: st.DataObject) -> None:
    y = np.array(values)
    regions = np.array(data.draw(st.lists(st.sampled_from("abc"), min_size=len(y), max_size=len(y))))
    found = inequality(y, groups=regions)
    assert found.gini == pytest.approx(Gini(y).g, abs=1e-9)
    assert found.theil == pytest.approx(float(Theil(y).T), abs=1e-9)
    assert found.hoover == pytest.approx(Schutz(pd.DataFrame({"y": y}), "y").distance, abs=1e-9)
    split = TheilD(y, regions)
    assert found.theil_between == pytest.approx(float(split.bg.item()), abs=1e-9)
    assert found.theil_within == pytest.approx(float(split.wg.item()), abs=1e-9)


def test_zeros_are_what_their_small_number_tends_to() -> None:
    """PySAL replaces 0 by the smallest number; 0·ln 0 = 0 gives the same."""
    y = np.array([0, 0, 1, 5.0])
    assert inequality(y).theil == pytest.approx(float(Theil(y).T), abs=1e-12)
    assert inequality(y).gini == pytest.approx(Gini(y).g, abs=1e-12)


@pytest.mark.parametrize("variable", ["population", "area_km2", "mobile_4g_base_stations"])
def test_our_towns_in_their_counties(variable: str) -> None:
    data = load()
    values = data.town_values(variable)
    assert not np.isnan(values).any()
    found = inequality(values, groups=groups(Project.start(data), "county").weights)
    split = TheilD(values, data.town_county_rows)
    assert found.theil_between == pytest.approx(float(split.bg.item()), abs=1e-10)
    assert found.theil_within == pytest.approx(float(split.wg.item()), abs=1e-10)
    assert found.gini == pytest.approx(Gini(values).g, abs=1e-12)
    assert found.cv == pytest.approx(math.sqrt(np.var(values)) / np.mean(values))
