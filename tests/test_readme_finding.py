"""The finding of the README: a data set or a recipe that changes its numbers must change what is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from data.balance.access import nearest
from data.balance.across import inequality_of
from data.balance.composite import rank
from data.balance.evaluate import INDEX, column
from data.balance.groups import groups
from data.balance.index import index_indicator, index_sensitivity
from data.dataset import load
from data.model import Layer, Overlap
from data.project import Project

ENGLISH, _, CHINESE = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8").partition("## 中文說明")


@pytest.fixture(scope="module")
def project() -> Project:
    return Project.start(load())


def test_the_table_tells_index_ranks_and_their_reasons(project):
    ids, names = groups(project, "circle").ids, groups(project, "circle").names
    index, found = column(project, INDEX, "circle").values, index_sensitivity(project, "circle")
    places = rank(index)
    sites = column(project, "ai_per_100k", "circle").values
    hospitals = column(project, "hospital_within_10km", "circle").values
    rows = [line for line in ENGLISH.splitlines() if line.startswith("| ") and line.endswith("% |")]
    assert len(rows) == len(ids)
    for row, name in enumerate(names):
        line = next(line for line in rows if name.zh in line)
        assert [cell.strip() for cell in line.strip("|").split("|")][1:] == [
            f"{index[row]:.1f}",
            f"{places[row]:.0f} ({found.low_rank[row]:.0f}–{found.high_rank[row]:.0f})",
            f"{100 * found.p_last[row]:.0f} %",
            f"{sites[row]:.2f}",
            f"{hospitals[row]:.1f} %",
        ]
    last = sum(float(found.p_last[ids.index(circle)]) for circle in ("capital", "islands"))
    assert f"{100 * last:.0f} of 100 draws" in ENGLISH
    assert f"占 {100 * last:.0f}%" in CHINESE
    sources = len(index_indicator(project.index).sources(project.data))
    assert f"{sources} sources in all" in ENGLISH
    assert f"來源計 {sources} 項" in CHINESE


def test_the_capitals_share_of_people_and_sites(project):
    people, sites = (
        column(project, name, "circle").values[0] / column(project, name, "nation").values[0]
        for name in ("population", "ai_operating")
    )
    quotient = column(project, "ai_location_quotient", "circle").values[0]
    total = column(project, "ai_operating", "nation").values[0]
    assert f"{100 * people:.0f} % of the people and {100 * sites:.0f} % of the {total:.0f} operating" in ENGLISH
    assert f"人口占 {100 * people:.0f}%，營運中 AI 據點僅占 {100 * sites:.0f}%" in CHINESE
    assert all(f"{quotient:.2f}" in half for half in (ENGLISH, CHINESE))


def test_who_needs_a_crossing_to_a_hospital(project):
    crossing = nearest(project.data, Layer.HOSPITAL).crossing
    people = project.data.town_values("population")[crossing].sum()
    towns = [town.name.zh for town, needs in zip(project.data.towns, crossing, strict=True) if needs]
    assert all(f"{people:,.0f}" in half for half in (ENGLISH, CHINESE))
    assert len(towns) == 9
    assert all(name[:-1] in ENGLISH for name in towns)


def test_the_gaps_are_within_the_circles(project):
    found = inequality_of(replace(project, overlap=Overlap.SPLIT), "beds_e2sfca", "town", "population")
    within = 100 * found.theil_within / found.theil
    assert f"Theil {found.theil:.4f}, Gini {found.gini:.3f}) {within:.0f} %" in ENGLISH
    assert f"泰爾指數 {found.theil:.4f}）有 {within:.0f}% 在圈內、{100 - within:.0f}% 在圈際" in CHINESE
