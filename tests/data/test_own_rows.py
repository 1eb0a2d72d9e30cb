"""Indicators of a project's own layers and variables, and the words of those that stand on a newer edition."""

from dataclasses import replace

import numpy as np
import pytest

from data.balance.evaluate import column, indicator_ids, indicator_of
from data.balance.explain import explain
from data.balance.groups import groups
from data.balance.index import supported_index
from data.balance.scorecard import scorecard
from data.index_spec import DEFAULT_INDEX, IndexPart
from data.model import AreaLevel, Figure, Layer, Name, OwnLayer, Precision, Source, Status, Variable
from data.own import NOTHING
from data.project import Project

OFFICE = Source("office", "長照據點清單", "某縣衛生局", "2026-11-01", "", "own", "")


def of_towns(data, variable, values, period="2026-10"):
    return [
        Figure(
            f"{variable}.{town.code}.{period}", variable, AreaLevel.TOWN, town.code, period, "actual", value, "", "",
            "office", "", "",
        )
        for town, value in zip(data.towns, values, strict=False)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def project(data):
    town = data.towns[200]
    like = replace(
        data.sites[0], layer=Layer.OWN, category="長照 據點", precision=Precision.TOWN, town_code=town.code,
        county_code=town.county.code, source_id="office", status=Status.UNKNOWN, extra={},
    )  # fmt: skip
    sites = [replace(like, id=f"own-{n}", status=Status.ENDED if n == 3 else Status.UNKNOWN) for n in range(4)]
    own = (
        NOTHING.with_source(OFFICE)
        .with_layer(OwnLayer("長照 據點", "star", "#7A1FA2"))
        .with_sites(sites)
        .with_variable(Variable("own-1", Name("巡迴醫療車"), "vehicles"))
        .with_variable(Variable("own-2", Name("網速", "Speed"), "Mbps"))
        .with_figures(of_towns(data, "own-1", range(368)))
        .with_figures(of_towns(data, "own-2", [100.0, 50.0]))
    )
    return replace(Project.start(data), own=own)


def test_a_layer_is_counted_without_what_has_ended(project):
    assert column(project, "own_長照_據點", "nation").values[0] == 3
    towns = groups(project, "town")
    assert column(project, "own_長照_據點", "town").values[towns.ids.index(project.data.towns[200].code)] == 3
    assert column(project, "own_長照_據點_per_100k", "nation").values[0] == pytest.approx(
        3e5 / project.data.town_values("population").sum()
    )


def test_counts_add_up_and_other_numbers_have_a_mean_of_people(project):
    data = project.data
    assert column(project, "own_巡迴醫療車", "nation").values[0] == sum(range(368))
    people = data.town_values("population")[:2]
    assert column(project, "own_網速", "nation").values[0] == pytest.approx(np.average([100, 50], weights=people))
    assert indicator_of(project, "own_網速").total is False


def test_every_own_indicator_is_explained_and_in_a_scorecard(project):
    own = [name for name in indicator_ids(project) if name not in indicator_ids()]
    assert len(own) == 4
    card = scorecard(project, "circle", tuple(own))
    for indicator in card.indicators:
        chain = explain(project, indicator.id, "nation", "nation")
        assert chain.value == card.nation[indicator.id].values[0]
        assert "office" in indicator.sources(project.data)


def test_words_name_the_edition_that_stands(data):
    whole = NOTHING.with_source(OFFICE).with_figures(of_towns(data, "population", [1000.0] * 368))
    newer = replace(Project.start(data), own=whole)
    density = indicator_of(newer, "density")
    assert "2026-10" in density.period
    assert "2026-08" not in density.formula.zh
    assert "2026-08" in indicator_of(Project.start(data), "density").formula.zh


def test_people_per_household_are_of_one_month_and_words_say_which(data):
    people, homes = of_towns(data, "population", [1000.0] * 368), of_towns(data, "households", [500.0] * 368)
    old = of_towns(data, "population_65plus", [250.0] * 368)
    only_homes = replace(Project.start(data), own=NOTHING.with_source(OFFICE).with_figures(homes))
    assert indicator_of(only_homes, "household_size").period == "2025-10"
    assert column(only_homes, "household_size", "nation").values[0] == pytest.approx(
        column(Project.start(data), "household_size", "nation").values[0]
    )
    everything = replace(only_homes, own=only_homes.own.with_figures((*people, *old)))
    assert column(everything, "household_size", "nation").values[0] == 2
    for name in ("household_size", "population_65plus_share"):
        assert indicator_of(everything, name).period == "2026-10"
        assert indicator_of(everything, name).formula.en.count("2026-10") == 2


def test_an_index_loses_the_parts_that_are_gone(project, data):
    spec = replace(DEFAULT_INDEX, parts=(*DEFAULT_INDEX.parts, IndexPart("own_網速", 1, 1.0)))
    assert supported_index(spec, project.data) is spec
    assert supported_index(spec, data) == DEFAULT_INDEX
    only = replace(DEFAULT_INDEX, parts=(IndexPart("own_網速", 1, 1.0),))
    assert supported_index(only, data) == DEFAULT_INDEX
