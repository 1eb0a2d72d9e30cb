"""Broadband: coverage, speed, stations, hot spots, digital development."""

from __future__ import annotations

from data.balance import measures
from data.balance.indicator import Direction, Indicator
from data.balance.target_gap import GapToTarget
from data.balance.topics.words import PERCENT, POINTS_OF_PERCENT, listed
from data.model import Name

_COVERAGE_FORMULA = Name(
    "Σ（人口×涵蓋率）÷Σ人口；各鄉鎮市區取同一序列中最近一層有數據者（鄉鎮→縣市→偏鄉／非偏鄉→全國），無數據者不計",
    "Σ(people × coverage) ÷ Σ people; each township takes the nearest level of the same series that has a figure "
    "(township, county, rural or non-rural class, nation); townships without any are left out",
)

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
        series, "broadband", name, short, PERCENT, 1, 1, period,
        listed(_COVERAGE_FORMULA.zh, _COVERAGE_FORMULA.en, note),
        measures.coverage_mean(series), ("population",), series,
    )  # fmt: skip


DIGITAL_CLASSES: tuple[tuple[int, Name, Direction], ...] = (
    (1, Name("成熟區", "mature"), 1),
    (2, Name("潛力區", "potential"), 0),
    (3, Name("起步區", "starting"), 0),
    (4, Name("萌動區", "budding"), -1),
)


def _class_share(number: int, kind: Name, direction: Direction) -> Indicator:
    return Indicator(
        f"digital_class_{number}_share", "broadband",
        Name(f"數位發展{kind.zh}人口占比", f"Share of people in digitally {kind.en} townships (class {number})"),
        Name(f"數位{kind.zh}", f"Digital: {kind.en}"), PERCENT, 1, direction, "2020 / 2026-08",
        Name(
            f"Σ居住於數位發展分類{number}（{kind.zh}，2020）鄉鎮市區之人口（2026-08）÷Σ人口×100",
            f"Σ people (2026-08) of townships of digital development class {number} ({kind.en}, 2020) ÷ Σ people × 100",
        ),
        measures.PeopleShare("digital_class", number), ("digital_class", "population"),
    )  # fmt: skip


def _gap_to_target(series: str, name: Name, short: Name, period: str, note: tuple[str, str]) -> Indicator:
    return Indicator(
        f"{series}_gap_target", "broadband", name, short, POINTS_OF_PERCENT, 1, 1, period,
        listed(
            "目標所定地區（5G、2 Gbps：非偏鄉）之人口加權涵蓋率−次一政策目標；目標未及之鄉鎮市區不計，全無者為不詳；"
            "多為類別值，各地相同",
            "coverage, weighted by people, of the townships for which the target was set (5G and 2 Gbps: non-rural) − "
            "the next policy target; other townships are left out, and an area without any is unknown; most values are "
            "those of the class, the same everywhere", note,
        ),
        GapToTarget(series), ("population",), series, targets=True,
    )  # fmt: skip


ROWS: tuple[Indicator, ...] = (
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
        "coverage_5g_gap_nation", "broadband",
        Name("5G涵蓋率與全國之差", "5G coverage against the nation"), Name("5G與全國差", "5G vs nation"),
        POINTS_OF_PERCENT, 1, 1, "2024",
        listed(
            f"地區涵蓋率−全國涵蓋率（同一序列，均以人口加權）；{_COVERAGE_FORMULA.zh}",
            "coverage of the area − coverage of the nation (same series, both weighted by people); "
            f"{_COVERAGE_FORMULA.en}", _MOBILE,
        ),
        measures.GapToNation("coverage_5g"), ("population",), "coverage_5g",
    ),
    Indicator(
        "stations_per_km2", "broadband", Name("每平方公里4G基地臺", "4G base stations per km²"),
        Name("基地臺/km²", "Stations per km²"), Name("座/km²", "per km²"), 2, 1, "2022-11 / 2013",
        Name(
            "Σ4G基地臺執照數（2022-11）÷Σ土地面積（2013）；執照數非涵蓋範圍",
            "Σ licensed 4G base stations (2022-11) ÷ Σ land area (2013); licences are not coverage",
        ),
        measures.ratio("mobile_4g_base_stations", "area_km2"), ("mobile_4g_base_stations", "area_km2"),
    ),
    *(_class_share(*row) for row in DIGITAL_CLASSES),
    _gap_to_target(
        "coverage_5g", Name("5G涵蓋率與目標之差", "5G coverage against its target"), Name("5G與目標差", "5G vs target"),
        "2024", _MOBILE,
    ),
    _gap_to_target(
        "coverage_2gbps", Name("2 Gbps固網涵蓋率與目標之差", "2 Gbps fixed coverage against its target"),
        Name("2 Gbps與目標差", "2 Gbps vs target"), "2025", _FIXED,
    ),
)  # fmt: skip
