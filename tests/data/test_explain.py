import dataclasses
import math

import numpy as np
import pytest

from data.balance.composite import combine
from data.balance.evaluate import INDEX, Side, column, indicator_ids
from data.balance.explain import Explanation, by_of, explain
from data.balance.groups import BY, By, groups
from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import AreaLevel, Layer, Overlap, Status
from data.project import Project
from data.scenario import AddSite, RemoveSite, Scenario, SetCoverage, UpgradeSite

AREAS: tuple[tuple[By, str], ...] = (
    ("town", "63000030"),  # 臺北市大安區
    ("town", "10014160"),  # 臺東縣蘭嶼鄉: an island with one point
    ("town", "10016010"),  # 澎湖縣馬公市: beds of the town, not of its hospitals
    ("town", "68000070"),  # 桃園市龜山區: a campus whose parts are of another status
    ("town", "10013190"),  # 屏東縣春日鄉: in two circles
    ("county", "09020"),  # 金門縣: a lower bound of its own
    ("county", "10014"),
    ("circle", "capital"),
    ("circle", "east"),
    ("circle", "islands"),
    ("nation", "nation"),
)


@pytest.fixture(scope="module")
def project(data: DataSet) -> Project:
    return Project(data, "2026-01", Overlap.SPLIT)


@pytest.fixture(scope="module")
def scenario(project: Project) -> Project:
    changes = (
        AddSite(Layer.TELEMEDICINE, "new-1", "蘭嶼二站", "10014160", 121.55, 22.05),
        AddSite(Layer.AI, "new-2", "花蓮資料中心", "10015010", 121.6, 23.98, "data-centre"),
        RemoveSite("ai125"),
        UpgradeSite("ai032", Status.OPERATING),
        SetCoverage("coverage_5g", AreaLevel.RURAL, "", 95),
    )
    return dataclasses.replace(project, scenario=Scenario("試算", changes))


def recomputed(explanation: Explanation) -> float:
    """The value from its inputs alone, by the formula of ``data.balance.trace``."""
    total, base, factor, taken_off = 0.0, 0.0, explanation.factor, 0.0
    divided = False
    for one in explanation.inputs:
        if one.role == "evidence":
            continue
        assert one.value is not None
        if one.role == "sum":
            total += one.value * one.weight
        elif one.role == "mean":
            total += one.value * one.weight
            base += one.weight
            divided = True
        elif one.role == "base":
            base += one.value * one.weight
            divided = True
        elif one.role == "times":
            factor *= one.value
        elif one.role == "per":
            factor /= one.value
        else:
            assert one.role == "minus"
            taken_off += one.value * one.weight
    return factor * (total / base if divided else total) - taken_off


@pytest.mark.parametrize(("by", "area"), AREAS)
@pytest.mark.parametrize("name", [name for name in indicator_ids() if name != INDEX])
def test_the_inputs_reproduce_the_value(project: Project, name: str, by: By, area: str) -> None:
    found = explain(project, name, by, area)
    if found.value is None:
        assert math.isnan(column(project, name, by).values[groups(project, by).ids.index(area)])
    else:
        assert recomputed(found) == pytest.approx(found.value, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("by", "area"), AREAS)
@pytest.mark.parametrize("name", [name for name in indicator_ids() if name != INDEX])
def test_the_inputs_of_the_scenario_reproduce_its_value(scenario: Project, name: str, by: By, area: str) -> None:
    found = explain(scenario, name, by, area, "scenario")
    if found.value is not None:
        assert recomputed(found) == pytest.approx(found.value, rel=1e-9, abs=1e-9)
    changed = explain(scenario, name, by, area, "difference")
    if changed.value is not None:
        assert recomputed(changed) == pytest.approx(changed.value, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("by", BY)
def test_every_value_of_a_kind_is_reproduced(project: Project, by: By) -> None:
    """All areas, for one indicator of each way of computing."""
    names = ("population_65plus_share", "speed_4g", "coverage_5g_gap_nation", "ai_location_quotient")
    more = ("compute_mw_planned", "telemedicine_65plus_share", "severe_hospitals_per_100k", "beds_e2sfca")
    for name in (*names, *more, "telemedicine_mean3_km"):
        for area in groups(project, by).ids[::7]:
            found = explain(project, name, by, area)
            if found.value is not None:
                assert recomputed(found) == pytest.approx(found.value, rel=1e-9, abs=1e-9), (name, area)


@pytest.mark.parametrize("name", indicator_ids())
def test_every_input_that_was_not_computed_has_a_source(project: Project, name: str) -> None:
    for by, area in AREAS:
        found = explain(project, name, by, area)
        ids = [source.id for source in found.sources]
        assert len(set(ids)) == len(ids)
        named = {one.source_id for one in found.inputs if one.source_id}
        if name != INDEX:
            assert named == set(ids)
            assert named <= set(found.indicator.sources(project.data)) | {"src-fb86482c"}
        if found.value:
            assert ids, area
        for one in found.inputs:
            assert one.label.zh
            assert one.area.zh
            if one.role in ("sum", "base") and not one.source_id:
                assert found.indicator.topic == "access"  # the town's own distance: computed, its points are evidence


def test_inputs_come_weightiest_first(project: Project) -> None:
    found = explain(project, "population", "circle", "east")
    assert len(found.inputs) == np.count_nonzero(groups(project, "circle").weights[4])
    weighted = [one.contribution for one in found.inputs]
    assert weighted == sorted(weighted, reverse=True)
    halves = {one.area.zh for one in found.inputs if one.weight == 0.5}
    assert "屏東縣春日鄉" in halves
    assert "花蓮縣花蓮市" not in halves


def test_a_coverage_mean_is_one_input_for_each_figure(project: Project) -> None:
    found = explain(project, "coverage_5g", "nation", "nation")
    means = [one for one in found.inputs if one.role == "mean"]
    assert {(one.level, one.value) for one in means} == {("county", 99.0), ("rural", 81.5), ("non-rural", 98.01)}
    assert sum(one.weight for one in means) == pytest.approx(project.data.town_values("population").sum())
    assert found.bound == ">="
    assert found.note.zh.startswith("偏鄉81.5")
    assert any(one.role == "evidence" and one.source_id == "calc-rural-2026-08" for one in found.inputs)


def test_a_planned_building_is_taken_off_the_campus(project: Project) -> None:
    found = explain(project, "compute_mw_operating", "town", "68000070")
    counted = [one for one in found.inputs if one.role == "sum"]
    assert [(one.place.id if one.place else "", one.value) for one in counted] == [("ai029", 20.0)]
    assert "80 MW" in counted[0].label.zh
    inside = next(one for one in found.inputs if one.place is not None and one.place.id == "ai030")
    assert inside.role == "evidence"
    assert "不重複計入" in inside.label.zh


class TestIndex:
    @pytest.mark.parametrize("side", ["baseline", "scenario"])
    def test_scores_and_weights_make_the_index(self, scenario: Project, side: Side) -> None:
        spec = scenario.index
        for by, area in AREAS:
            found = explain(scenario, INDEX, by, area, side)
            assert [one.role for one in found.inputs] == ["part"] * len(spec.parts)
            assert sum(one.weight for one in found.inputs) == pytest.approx(1)
            if found.value is None:
                continue
            scores = [np.nan if one.score is None else one.score for one in found.inputs]
            index, known = combine([scores], [one.weight for one in found.inputs], spec.aggregate, spec.normalise)
            assert index[0] == pytest.approx(found.value)
            assert known[0] == pytest.approx(found.known)

    def test_its_difference_stands_on_both_sides(self, scenario: Project) -> None:
        found = explain(scenario, INDEX, "town", "10014160", "difference")
        assert found.value is not None
        assert recomputed(found) == pytest.approx(found.value)
        assert {one.role for one in found.inputs} == {"sum", "minus", "evidence"}
        assert "scenario" in {source.id for source in found.sources}

    def test_it_stands_on_the_sources_of_its_parts(self, project: Project) -> None:
        found = explain(project, INDEX, "circle", "east")
        of_parts = {
            source
            for part in project.index.parts
            for source in explain(project, part.indicator, "circle", "east").sources
        }
        assert set(found.sources) == of_parts

    def test_the_nation_has_parts_but_no_scores(self, project: Project) -> None:
        found = explain(project, INDEX, "nation", "nation")
        assert found.value is None
        assert all(one.score is None for one in found.inputs)
        assert any(one.value is not None for one in found.inputs)


class TestScenario:
    def test_what_it_changed_names_the_scenario_as_its_source(self, scenario: Project) -> None:
        found = explain(scenario, "telemedicine_points", "town", "10014160", "scenario")
        new = next(one for one in found.inputs if one.place is not None and one.place.id == "new-1")
        assert new.source_id == "scenario"
        assert "scenario" in {source.id for source in found.sources}
        assert "scenario" not in {s.id for s in explain(scenario, "telemedicine_points", "town", "10014160").sources}

    def test_the_difference_shows_both_values_and_only_what_changed(self, scenario: Project) -> None:
        found = explain(scenario, "ai_operating", "circle", "east", "difference")
        assert [one.role for one in found.inputs] == ["sum", "minus", "evidence"]
        assert found.inputs[2].place is not None
        assert found.inputs[2].place.id == "new-2"
        gone = explain(scenario, "ai_operating", "circle", "islands", "difference")
        assert gone.value == -1
        assert gone.inputs[2].label.zh.startswith("現況：金門大學")

    def test_nothing_changed_is_no_difference(self, project: Project) -> None:
        found = explain(project, "ai_operating", "circle", "east", "difference")
        assert found.value == 0
        assert [one.role for one in found.inputs] == ["sum", "minus"]


def test_the_kind_of_area_is_read_from_its_id(project: Project) -> None:
    assert [by_of(area) for area in ("63000030", "63000", "east", "nation")] == ["town", "county", "circle", "nation"]


@pytest.mark.parametrize(
    ("name", "area"), [("nonsense", "east"), ("population", "nowhere"), ("population", "99999999")]
)
def test_what_does_not_exist_is_a_sentence(project: Project, name: str, area: str) -> None:
    with pytest.raises(UnknownNameError, match=r"There is no (indicator nonsense|area nowhere|township 99999999)"):
        explain(project, name, by_of(area), area)
