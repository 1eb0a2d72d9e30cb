"""Areas as shares of the towns; what has no township is refused, not computed on a guess."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data.balance.evaluate import column
from data.balance.groups import groups
from data.balance.scorecard import scorecard
from data.dataset import DataSet, load
from data.errors import InputError
from data.model import Definition, Member, Name, Overlap
from data.project import Project

DATA = load()


def with_definition(*members: tuple[str, str]) -> DataSet:
    source = DATA.definitions["2026-01"].source_id
    own = Definition("own", Name("自訂", "Own"), source, tuple(Member(*one, False, source, "", "") for one in members))
    return replace(DATA, definitions={**DATA.definitions, "own": own})


def test_shares_of_the_towns():
    for by, total in (("town", 368), ("county", 368), ("nation", 368)):
        assert groups(Project.start(DATA), by).weights.sum() == total
    split = groups(Project(DATA, "2026-01", Overlap.SPLIT), "circle").weights
    np.testing.assert_allclose(split.sum(axis=0), 1)


def test_a_definition_without_a_township_is_named():
    project = Project(with_definition(), "own")
    for compute in (
        lambda: groups(project, "circle"),
        lambda: column(project, "index", "circle"),
        lambda: scorecard(project),
    ):
        with pytest.raises(InputError, match=r"^The definition own has no township\.$") as caught:
            compute()
        assert caught.value.exit_code == 2
    assert column(project, "population", "county").values.sum() == DATA.town_values("population").sum()


def test_an_empty_circle_is_named_with_the_rule_that_empties_it():
    data = with_definition(("capital", "63000"), ("east", "63000"))
    assert groups(Project(data, "own"), "circle").ids == ("capital", "east")
    with pytest.raises(InputError, match=r"circle east of the definition own has no township \(overlap rule: first\)"):
        column(Project(data, "own", Overlap.FIRST), "population", "circle")
