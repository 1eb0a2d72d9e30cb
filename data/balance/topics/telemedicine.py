"""Telemedicine and emergency care: listed points, rural townships, beds."""

from __future__ import annotations

from data.balance import measures, site_measures
from data.balance.indicator import Indicator
from data.balance.topics.words import LISTED_POINTS, POINTS, POPULATION_PERIOD, TOWNS, listed
from data.model import Layer, Name, Status

RURAL = Name("偏鄉", "rural township")

ROWS: tuple[Indicator, ...] = (
    Indicator(
        "telemedicine_points", "telemedicine", Name("營運中遠距醫療據點", "Telemedicine points in operation"),
        Name("遠距據點", "Telemedicine"), POINTS, 0, 1, "",
        listed(
            "名單所列營運中之衛生所及診所（含試辦及僅早期資料載明營運者）",
            "listed health centres and clinics in operation, pilots among them and those of which only an older page "
            "says so", LISTED_POINTS,
        ),
        site_measures.TelemedicineCount(measures.SPOKE, Status.OPERATING), layers=(Layer.TELEMEDICINE,),
    ),
    Indicator(
        "telemedicine_planned", "telemedicine", Name("規劃中遠距醫療據點", "Telemedicine points planned"),
        Name("遠距規劃中", "Tele planned"), POINTS, 0, 0, "",
        listed(
            "名單所列規劃中之衛生所及診所（資料日期時；是否已啟用未查得）",
            "listed health centres and clinics that were planned when their source was written; whether they have "
            "opened is not known", LISTED_POINTS,
        ),
        site_measures.TelemedicineCount(measures.SPOKE, Status.PLANNED), layers=(Layer.TELEMEDICINE,),
    ),
    Indicator(
        "telemedicine_hubs", "telemedicine", Name("遠距醫療支援醫院", "Telemedicine hub hospitals"),
        Name("支援醫院", "Hubs"), Name("家", "hospitals"), 0, 1, "",
        listed(
            "名單所列營運中之支援醫院（含試辦及僅早期資料載明營運者）",
            "listed hub hospitals in operation, pilots among them and those of which only an older page says so",
            LISTED_POINTS,
        ),
        site_measures.TelemedicineCount(measures.HUB, Status.OPERATING), layers=(Layer.TELEMEDICINE,),
    ),
    Indicator(
        "rural_towns", "telemedicine", Name("偏鄉數", "Rural townships"), Name("偏鄉", "Rural"), TOWNS, 0, 0,
        POPULATION_PERIOD,
        Name(
            "法定偏鄉數（依密度與離島規則計算為88個；主管機關公布87個，名單未公開）",
            "number of statutory rural townships, computed from the rule: 88 in the nation, where the ministry counts "
            "87 and publishes no list",
        ),
        site_measures.TownCount(site_measures.rural, RURAL), classes=True,
    ),
    Indicator(
        "rural_towns_with_point", "telemedicine",
        Name("有已知遠距據點之偏鄉", "Rural townships with a known telemedicine point"),
        Name("偏鄉有據點", "Rural with"), TOWNS, 0, 1, "",
        listed(
            "名單列有營運中據點之偏鄉數", "number of rural townships with a listed point in operation", LISTED_POINTS
        ),
        site_measures.TownsWithPoint(site_measures.rural, RURAL), layers=(Layer.TELEMEDICINE,), classes=True,
    ),
    Indicator(
        "rural_towns_without_known_point", "telemedicine",
        Name("無已知遠距據點之偏鄉", "Rural townships without a known telemedicine point"),
        Name("偏鄉無已知據點", "Rural without"), TOWNS, 0, -1, "",
        Name(
            "名單未列營運中據點之偏鄉數；不詳不等於沒有",
            "number of rural townships without a listed point in operation; not known does not mean none",
        ),
        site_measures.TownsWithoutKnownPoint(site_measures.rural, RURAL), layers=(Layer.TELEMEDICINE,), classes=True,
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
