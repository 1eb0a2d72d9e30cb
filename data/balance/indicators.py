"""Every indicator: what it is called, how it is formed, what it stands on. A new one is one row here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from data.balance import measures
from data.balance.measures import Column, Compute
from data.dataset import DataSet
from data.model import AreaLevel, Layer, Name, Status

__all__ = ["BROADBAND_INDICATORS", "INDICATORS", "Column", "Indicator"]

Topic = Literal["context", "ai", "broadband", "telemedicine"]
Direction = Literal[-1, 0, 1]


@dataclass(frozen=True)
class Indicator:
    """A quantity computed for every town, county, circle and the nation."""

    id: str
    topic: Topic
    name: Name
    short: Name
    """for a column head or a chip"""
    unit: Name
    decimals: int
    """digits after the point when shown"""
    direction: Direction
    """1 where more is better, -1 where less is, 0 where neither"""
    period: str
    formula: Name
    compute: Compute
    variables: tuple[str, ...] = ()
    """variables whose town figures it uses"""
    series: str = ""
    """id of the coverage series it uses, or ''"""
    layers: tuple[Layer, ...] = ()
    """layers whose sites it counts"""
    classes: bool = False
    """whether it uses the town classes (rural or not)"""

    def sources(self, data: DataSet) -> tuple[str, ...]:
        """Return the ids of all sources it stands on, each once."""
        return tuple(dict.fromkeys(self._sources(data)))

    def _sources(self, data: DataSet) -> Iterator[str]:
        for variable in self.variables:
            yield from (figure.source_id for figure in data.town_figures(variable) if figure is not None)
        if self.series:
            yield from (figure.source_id for figure in data.figures_in(self.series))
        for layer in self.layers:
            yield from (site.source_id for site in data.sites_of(layer))
        if self.classes or self._falls_back_on_class(data):
            yield from (town.class_source_id for town in data.towns if town.class_source_id)

    def _falls_back_on_class(self, data: DataSet) -> bool:
        levels = {figure.level for figure in data.figures_in(self.series)} if self.series else set()
        return bool(levels & {AreaLevel.RURAL, AreaLevel.NON_RURAL})


_PERSONS = Name("人", "people")
_PERCENT = Name("%", "%")
_SITES = Name("處", "sites")
_TOWNS = Name("個", "townships")
_POINTS = Name("處", "points")
_POPULATION_PERIOD = "2026-08"

_COVERAGE_FORMULA = Name(
    "Σ（人口×涵蓋率）÷Σ人口；各鄉鎮市區取同一序列中最近一層有數據者（鄉鎮→縣市→偏鄉／非偏鄉→全國），無數據者不計",
    "Σ(people × coverage) ÷ Σ people; each township takes the nearest level of the same series that has a figure "
    "(township, county, rural or non-rural class, nation); townships without any are left out",
)
_LISTED_SITES = (
    "名單為彙編所得，資料日期不一；0表示名單上沒有",
    "the list is compiled from sources of different dates; 0 means none listed",
)
_LISTED_POINTS = (
    "名單不完整，資料日期不一；未列有據點之地區為不詳，不是零；人口占比指居住於名單有據點之縣市者，不表示該縣市名單完整",
    "the list is incomplete and of different dates: an area without a listed point is unknown, not zero; the known "
    "share is of people in counties with a listed point, and does not mean that the list is complete there",
)


def _listed(zh: str, en: str, note: tuple[str, str]) -> Name:
    return Name(f"{zh}；{note[0]}", f"{en}; {note[1]}")


_MOBILE = (
    "偏鄉數據之來源未載明分母；部分縣市數據為下限",
    "the source of the rural figure does not state its base; a county's figure may be a lower bound",
)
_FIXED = "家戶涵蓋率以人口加權", "a share of households, weighted by people"
_FIXED_UNDATED = (
    "家戶涵蓋率以人口加權；來源未載日期，分母推定為家戶",
    "a share of households, weighted by people; the source is undated, households are assumed",
)


def _coverage(series: str, name: Name, short: Name, period: str, note: tuple[str, str]) -> Indicator:
    return Indicator(
        series, "broadband", name, short, _PERCENT, 1, 1, period,
        _listed(_COVERAGE_FORMULA.zh, _COVERAGE_FORMULA.en, note),
        measures.coverage_mean(series), ("population",), series,
    )  # fmt: skip


_TABLE: tuple[Indicator, ...] = (
    Indicator(
        "population", "context", Name("人口", "Population"), Name("人口", "Population"), _PERSONS, 0, 0,
        _POPULATION_PERIOD, Name("Σ戶籍登記人口數", "Σ registered population"),
        measures.total("population"), ("population",),
    ),
    Indicator(
        "population_65plus_share", "context", Name("65歲以上人口占比", "Share of people aged 65 and over"),
        Name("65歲以上", "65+"), _PERCENT, 1, 0, "2024-12 / 2026-08",
        Name(
            "Σ65歲以上人口（2024-12）÷Σ人口（2026-08）；兩者月份不同",
            "Σ people aged 65 and over (2024-12) ÷ Σ population (2026-08); the two months differ",
        ),
        measures.ratio("population_65plus", "population", 100), ("population_65plus", "population"),
    ),
    Indicator(
        "area", "context", Name("土地面積", "Land area"), Name("面積", "Area"), Name("km²", "km²"), 1, 0, "2013",
        Name("Σ土地面積", "Σ land area"), measures.total("area_km2"), ("area_km2",),
    ),
    Indicator(
        "density", "context", Name("人口密度", "Population density"), Name("密度", "Density"),
        Name("人/km²", "people/km²"), 0, 0, "2026-08 / 2013",
        Name("Σ人口（2026-08）÷Σ土地面積（2013）", "Σ population (2026-08) ÷ Σ land area (2013)"),
        measures.ratio("population", "area_km2"), ("population", "area_km2"),
    ),
    Indicator(
        "ai_operating", "ai", Name("營運中AI據點", "AI sites in operation"), Name("AI營運中", "AI operating"),
        _SITES, 0, 1, "", _listed(
            "營運中之AI據點數（含試辦）", "number of AI sites in operation, pilots among them", _LISTED_SITES
        ),
        measures.site_count(Layer.AI, Status.OPERATING), layers=(Layer.AI,),
    ),
    Indicator(
        "ai_planned", "ai", Name("規劃或興建中AI據點", "AI sites planned or under construction"),
        Name("AI規劃中", "AI planned"), _SITES, 0, 0, "",
        _listed("規劃或興建中之AI據點數", "number of AI sites planned or under construction", _LISTED_SITES),
        measures.site_count(Layer.AI, Status.PLANNED), layers=(Layer.AI,),
    ),
    Indicator(
        "ai_per_100k", "ai", Name("每十萬人營運中AI據點", "AI sites in operation per 100,000 people"),
        Name("AI/10萬人", "AI per 100k"), Name("處/10萬人", "per 100,000 people"), 2, 1, "",
        _listed(
            "營運中AI據點數（含試辦）÷Σ人口（2026-08）×100000",
            "AI sites in operation, pilots among them ÷ Σ people (2026-08) × 100,000", _LISTED_SITES,
        ),
        measures.sites_per_people(Layer.AI, Status.OPERATING, 100_000), ("population",), layers=(Layer.AI,),
    ),
    _coverage(
        "coverage_5g", Name("5G涵蓋率", "5G mobile coverage"), Name("5G", "5G"), "2024", _MOBILE,
    ),
    _coverage(
        "coverage_2gbps", Name("2 Gbps固網涵蓋率", "2 Gbps fixed coverage"), Name("2 Gbps", "2 Gbps"), "2025", _FIXED,
    ),
    _coverage(
        "coverage_1gbps", Name("1 Gbps固網涵蓋率", "1 Gbps fixed coverage"), Name("1 Gbps", "1 Gbps"), "",
        _FIXED_UNDATED,
    ),
    _coverage(
        "coverage_100mbps", Name("100 Mbps固網涵蓋率", "100 Mbps fixed coverage"), Name("100 Mbps", "100 Mbps"), "",
        _FIXED_UNDATED,
    ),
    Indicator(
        "speed_4g", "broadband", Name("4G平均下載速率", "Mean 4G download speed"), Name("4G速率", "4G speed"),
        Name("Mbps", "Mbps"), 1, 1, "2021",
        Name(
            "Σ（人口×鄉鎮市區三業者平均下載速率）÷Σ人口；未量測之鄉鎮市區不計",
            "Σ(people × the township's mean of three operators) ÷ Σ people; unmeasured townships are left out",
        ),
        measures.people_mean("mobile_4g_download_mbps_mean3"), ("mobile_4g_download_mbps_mean3", "population"),
    ),
    Indicator(
        "stations_per_1000", "broadband", Name("每千人4G基地臺", "4G base stations per 1,000 people"),
        Name("基地臺/千人", "Stations per 1k"), Name("座/千人", "per 1,000 people"), 2, 1, "2022-11 / 2026-08",
        Name(
            "Σ4G基地臺執照數（2022-11）÷Σ人口（2026-08）×1000；執照數非涵蓋範圍",
            "Σ licensed 4G base stations (2022-11) ÷ Σ people (2026-08) × 1,000; licences are not coverage",
        ),
        measures.per_people("mobile_4g_base_stations", 1_000), ("mobile_4g_base_stations", "population"),
    ),
    Indicator(
        "hotspots_per_10000", "broadband",
        Name("每萬人iTaiwan熱點", "iTaiwan public hot spots per 10,000 people"),
        Name("熱點/萬人", "Hot spots per 10k"), Name("處/萬人", "per 10,000 people"), 2, 1, "2025-11 / 2026-08",
        Name(
            "Σ iTaiwan熱點數（2025-11）÷Σ人口（2026-08）×10000",
            "Σ iTaiwan hot spots (2025-11) ÷ Σ people (2026-08) × 10,000",
        ),
        measures.per_people("public_wifi_hotspots_itaiwan", 10_000), ("public_wifi_hotspots_itaiwan", "population"),
    ),
    Indicator(
        "digital_class", "broadband", Name("數位發展分類（平均）", "Digital development class (mean)"),
        Name("數位分類", "Digital class"), Name("級", "class"), 2, -1, "2020",
        Name(
            "Σ（人口×分類）÷Σ人口；1成熟、2潛力、3起步、4萌動",
            "Σ(people × class) ÷ Σ people; 1 mature, 2 potential, 3 starting, 4 budding",
        ),
        measures.people_mean("digital_class"), ("digital_class", "population"),
    ),
    Indicator(
        "telemedicine_points", "telemedicine", Name("營運中遠距醫療據點", "Telemedicine points in operation"),
        Name("遠距據點", "Telemedicine"), _POINTS, 0, 1, "",
        _listed(
            "名單所列營運中之衛生所及診所（含試辦及僅早期資料載明營運者）",
            "listed health centres and clinics in operation, pilots among them and those of which only an older page "
            "says so", _LISTED_POINTS,
        ),
        measures.telemedicine_count(measures.SPOKE, Status.OPERATING), layers=(Layer.TELEMEDICINE,),
    ),
    Indicator(
        "telemedicine_planned", "telemedicine", Name("規劃中遠距醫療據點", "Telemedicine points planned"),
        Name("遠距規劃中", "Tele planned"), _POINTS, 0, 0, "",
        _listed(
            "名單所列規劃中之衛生所及診所（資料日期時；是否已啟用未查得）",
            "listed health centres and clinics that were planned when their source was written; whether they have "
            "opened is not known", _LISTED_POINTS,
        ),
        measures.telemedicine_count(measures.SPOKE, Status.PLANNED), layers=(Layer.TELEMEDICINE,),
    ),
    Indicator(
        "telemedicine_hubs", "telemedicine", Name("遠距醫療支援醫院", "Telemedicine hub hospitals"),
        Name("支援醫院", "Hubs"), Name("家", "hospitals"), 0, 1, "",
        _listed(
            "名單所列營運中之支援醫院（含試辦及僅早期資料載明營運者）",
            "listed hub hospitals in operation, pilots among them and those of which only an older page says so",
            _LISTED_POINTS,
        ),
        measures.telemedicine_count(measures.HUB, Status.OPERATING), layers=(Layer.TELEMEDICINE,),
    ),
    Indicator(
        "rural_towns", "telemedicine", Name("偏鄉數", "Rural townships"), Name("偏鄉", "Rural"), _TOWNS, 0, 0,
        _POPULATION_PERIOD,
        Name(
            "法定偏鄉數（依密度與離島規則計算為88個；主管機關公布87個，名單未公開）",
            "number of statutory rural townships, computed from the rule: 88 in the nation, where the ministry counts "
            "87 and publishes no list",
        ),
        measures.rural_towns, classes=True,
    ),
    Indicator(
        "rural_towns_with_point", "telemedicine",
        Name("有已知遠距據點之偏鄉", "Rural townships with a known telemedicine point"),
        Name("偏鄉有據點", "Rural with"), _TOWNS, 0, 1, "",
        _listed(
            "名單列有營運中據點之偏鄉數", "number of rural townships with a listed point in operation", _LISTED_POINTS
        ),
        measures.rural_towns_with_point, layers=(Layer.TELEMEDICINE,), classes=True,
    ),
    Indicator(
        "rural_towns_without_known_point", "telemedicine",
        Name("無已知遠距據點之偏鄉", "Rural townships without a known telemedicine point"),
        Name("偏鄉無已知據點", "Rural without"), _TOWNS, 0, -1, "",
        Name(
            "名單未列營運中據點之偏鄉數；不詳不等於沒有",
            "number of rural townships without a listed point in operation; not known does not mean none",
        ),
        measures.rural_towns_without_known_point, layers=(Layer.TELEMEDICINE,), classes=True,
    ),
    Indicator(
        "emergency_beds_per_100k", "telemedicine",
        Name("每十萬人急診病床", "Emergency beds per 100,000 people"), Name("急診床/10萬人", "Beds per 100k"),
        Name("床/10萬人", "per 100,000 people"), 1, 1, "~2019 / 2026-08",
        Name(
            "Σ急診病床（約2019年名單）÷Σ人口（2026-08）×100000；有全鄉鎮市區數據者用之，否則為所列醫院之和（含現況不詳者）；"
            "床數不詳之醫院不計，並降低人口占比",
            "Σ emergency beds (list of about 2019) ÷ Σ people (2026-08) × 100,000; the township's own figure where "
            "there is one, else the sum of its listed hospitals, also of those whose status today is unknown; "
            "hospitals with an unknown number are left out and lower the known share",
        ),
        measures.emergency_beds_per_people(100_000), ("emergency_beds", "population"), layers=(Layer.HOSPITAL,),
    ),
)  # fmt: skip

INDICATORS: Mapping[str, Indicator] = MappingProxyType({indicator.id: indicator for indicator in _TABLE})

BROADBAND_INDICATORS: tuple[str, ...] = (
    "coverage_5g",
    "coverage_2gbps",
    "coverage_1gbps",
    "coverage_100mbps",
    "speed_4g",
    "stations_per_1000",
    "hotspots_per_10000",
    "digital_class",
)
"""What the broadband view can colour the towns by; the first is the default."""
