"""A small project that has something of everything a project file can hold."""

from __future__ import annotations

from dataclasses import replace

from data.dataset import DataSet
from data.index_spec import IndexPart, IndexSpec
from data.model import (
    AreaLevel,
    Definition,
    Figure,
    Layer,
    Member,
    Name,
    Overlap,
    OwnLayer,
    Precision,
    Site,
    Source,
    Status,
    Variable,
)
from data.own import NOTHING, OwnData
from data.project import Project
from data.scenario import AddSite, MoveSite, RemoveSite, Scenario, SetCoverage
from data.scene import Ink, Scene

OFFICE = Source("office", "衛生局據點清單", "某縣衛生局", "2026-11-01", "https://example.org/list", "own", "")
SETTINGS = {"view": "overview", "layers": ["ai", "hospital"], "extent": [1.5, 2, 3, 4], "tab": None, "big": True}


def own_site(number: int, town_code: str = "63000010", lon: float = 121.55, lat: float = 25.05) -> Site:
    return Site(
        id=f"own-{number}",
        layer=Layer.OWN,
        category="社區據點",
        name=Name(f"據點{number}", f"Post {number}"),
        operator="",
        county_code=town_code[:5],
        town_code=town_code,
        locality="",
        lon=lon,
        lat=lat,
        precision=Precision.SITE,
        status=Status.PLANNED,
        status_text="籌備中",
        year="2026",
        value=1.5,
        unit="件",
        source_id="office",
        source_location="第 3 頁",
        note="第一行\n第二行",
        extra={"電話": "02-1234"},
    )


def sample_own(data: DataSet) -> OwnData:
    hospital, spoke = data.sites_of(Layer.HOSPITAL)[0], data.sites_of(Layer.TELEMEDICINE)[0]
    towns = [town.code for town in data.towns[:3]]
    figures = [
        Figure(f"f{town}", "own-visits", AreaLevel.TOWN, town, "2026-10", "actual", 12.25, "", "", "office", "", "")
        for town in towns
    ]
    population = next(one for one in data.figures if one.variable == "population" and one.level is AreaLevel.TOWN)
    members = (
        Member("capital", "63000", False, "office", "第 1 頁", ""),
        Member("east", towns[0], True, "office", "", "自訂"),
        Member("south", "64000", False, "office", "", ""),
    )
    return (
        NOTHING.with_source(OFFICE)
        .with_layer(OwnLayer("社區據點", "hexagon", "#336699", "自訂圖層"))
        .with_variable(
            Variable("own-visits", Name("到宅訪視", "Home visits"), "visits", "persons", Name("定義"), Name(""))
        )
        .with_sites(
            [replace(hospital, name=Name("改名醫院"), source_id="office"), own_site(1), own_site(2, lon=121.56)]
        )
        .without_sites([spoke.id], data)
        .with_figures([*figures, replace(population, value=7.0, source_id="office")])
        .without_figures([data.figures[-1].id], data)
        .with_definition(Definition("own-1", Name("自訂劃設", "Mine"), "office", members, "說明"))
    )


def sample_project(data: DataSet) -> Project:
    series = next(iter(data.series))
    ai = data.sites_of(Layer.AI)
    scenario = Scenario(
        "試算",
        (
            AddSite(Layer.AI, "new-1", "新園區", "63000010", 121.55, 25.06),
            MoveSite(ai[0].id, 121.5, 25.0, "63000010"),
            RemoveSite(ai[1].id),
            SetCoverage(series, AreaLevel.TOWN, data.towns[4].code, 88.5),
        ),
    )
    index = IndexSpec((IndexPart("ai_per_100k", 1, 2.5), IndexPart("digital_class", -1, 1)), "rank", "geometric")
    scenes = (
        Scene("scene-1", "title", Name("封面", "Cover")),
        Scene(
            "scene-2",
            title=Name("離島", "Islands"),
            notes=Name("講稿"),
            view={"name": "ai", "layers": ["ai"], "opacity": 0.5},
            extent=(0.0, 1.5, 100.0, 200.0),
            panel="bars",
            definition="own-1",
            overlap=Overlap.SPLIT,
            scenario=scenario,
            index=index,
            seconds=30.0,
            ink=(Ink("pen", "#FF0000", ((1.0, 2.0), (3.5, 4.0))),),
        ),
    )
    return Project(data, "own-1", Overlap.SPLIT, scenario, index, scenes, sample_own(data))
