"""How far people live from care, and how many emergency beds are in their reach."""

from __future__ import annotations

from data.balance import access
from data.balance.indicator import Direction, Indicator
from data.balance.measures import BEDS, Compute
from data.balance.topics.words import PERCENT, POPULATION_PERIOD
from data.model import Layer, Name

_KM = Name("公里", "km")

_STRAIGHT = (
    "距離為鄉鎮市區代表點之直線距離（內政部資源供需衡量指標查詢系統採路網距離），僅計同一陸塊，須渡海或搭機者另列",
    "straight lines from the township's representative point, where the ministry's supply and demand system (RCI) "
    "takes the road network; only on the same landmass, crossings by sea or air are told apart",
)
_LISTED = {
    Layer.TELEMEDICINE: (
        "據點為名單所列營運中之衛生所及診所；名單不完整，實際距離可能較短、距離內占比可能較高；人口占比指居住於名單有據點之縣市者",
        "points are the listed health centres and clinics in operation; the list is incomplete, so the true distance "
        "may be shorter and the true share within a distance higher; the known share is of people in counties with a "
        "listed point",
    ),
    Layer.HOSPITAL: (
        "醫院為名單所列急救責任醫院及其他醫院，不論急救等級，含現況不詳者；名單並非所有醫院",
        "hospitals are the listed emergency-responsibility and other hospitals of any grade, those of unknown present "
        "state among them; the list does not hold every hospital",
    ),
}
_WORDS = {
    Layer.TELEMEDICINE: Name("已知遠距據點", "known telemedicine point"),
    Layer.HOSPITAL: Name("名單所列醫院", "listed hospital"),
}
_SHORT = {Layer.TELEMEDICINE: Name("遠距據點", "Telemedicine"), Layer.HOSPITAL: Name("醫院", "Hospital")}


def _notes(layer: Layer, zh: str, en: str) -> Name:
    listed = _LISTED[layer]
    return Name(f"{zh}；{_STRAIGHT[0]}；{listed[0]}", f"{en}; {_STRAIGHT[1]}; {listed[1]}")


def _row(
    name: str, layer: Layer, title: Name, short: Name, unit: Name, direction: Direction, formula: Name,
    compute: Compute,
) -> Indicator:  # fmt: skip
    return Indicator(
        name, "access", title, short, unit, 1, direction, POPULATION_PERIOD, formula, compute, ("population",),
        layers=(layer,),
    )  # fmt: skip


def _nearest(layer: Layer) -> Indicator:
    point, short = _WORDS[layer], _SHORT[layer]
    return _row(
        f"{layer.value}_nearest_km", layer,
        Name(f"至最近{point.zh}之平均距離", f"Mean distance to the nearest {point.en}"),
        Name(f"{short.zh}距離", f"{short.en} km"), _KM, -1,
        _notes(
            layer, "Σ（人口×至最近一處之距離）÷Σ人口；所在陸塊無據點者不計",
            "Σ(people × distance to the nearest) ÷ Σ people; people on a landmass without one are left out",
        ),
        access.nearest_km(layer),
    )  # fmt: skip


def _mean_of_three(layer: Layer) -> Indicator:
    point, short = _WORDS[layer], _SHORT[layer]
    return _row(
        f"{layer.value}_mean3_km", layer,
        Name(f"至最近三處{point.zh}之平均距離", f"Mean distance to the three nearest {point.en}s"),
        Name(f"{short.zh}三處距離", f"{short.en} km (3)"), _KM, -1,
        _notes(
            layer, "Σ（人口×至最近三處距離之平均）÷Σ人口；所在陸塊不足三處者不計",
            "Σ(people × mean distance to the three nearest) ÷ Σ people; people on a landmass with fewer than three are "
            "left out",
        ),
        access.nearest_km(layer, of_three=True),
    )  # fmt: skip


def _within(layer: Layer, km: int) -> Indicator:
    point, short = _WORDS[layer], _SHORT[layer]
    return _row(
        f"{layer.value}_within_{km}km", layer,
        Name(f"{km}公里內有{point.zh}之人口占比", f"Share of people within {km} km of a {point.en}"),
        Name(f"{short.zh}{km}公里內", f"{short.en} ≤ {km} km"), PERCENT, 1,
        _notes(
            layer, f"Σ最近一處在{km}公里內之人口÷Σ人口×100；所在陸塊無據點者視為不在內",
            f"Σ people whose nearest is at most {km} km away ÷ Σ people × 100; people on a landmass without one "
            "count as not within",
        ),
        access.within(layer, km),
    )  # fmt: skip


ROWS: tuple[Indicator, ...] = (
    _nearest(Layer.TELEMEDICINE),
    _mean_of_three(Layer.TELEMEDICINE),
    *(_within(Layer.TELEMEDICINE, km) for km in (5, 10, 20, 30)),
    _nearest(Layer.HOSPITAL),
    *(_within(Layer.HOSPITAL, km) for km in (10, 20, 30)),
    Indicator(
        "beds_e2sfca", "access",
        Name("每十萬人可及急診病床（E2SFCA）", "Emergency beds in reach per 100,000 people (E2SFCA)"),
        Name("可及急診床", "Beds in reach"), Name("床/10萬人", "per 100,000 people"), 1, 1, "~2019 / 2026-08",
        Name(
            "Σ（人口×可及床數）÷Σ人口；各醫院之床數先除以其服務範圍內人口（依w加權），各鄉鎮市區再將可及醫院之比值依w加總，"
            f"×100000；w為高斯衰減，{access.CATCHMENT_KM:.0f}公里處為0；{_STRAIGHT[0]}；"
            "床數（約2019年名單）不詳之醫院不計，並降低人口占比；無可及病床者為0",
            "Σ(people × beds in reach) ÷ Σ people; the beds of each hospital are divided by the people in its reach, "
            "each times w, and a township adds up these ratios of the hospitals in its reach, each times w, × 100,000; "
            f"w is a Gaussian decay that is 0 at {access.CATCHMENT_KM:.0f} km; {_STRAIGHT[1]}; hospitals with an "
            "unknown number of beds (list of about 2019) are left out and lower the known share; a place that reaches "
            "no bed has 0",
        ),
        access.beds_in_reach, (BEDS, "population"), layers=(Layer.HOSPITAL,),
    ),
)  # fmt: skip
