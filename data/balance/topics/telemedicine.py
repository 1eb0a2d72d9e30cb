"""Telemedicine and emergency care: listed points, rural townships, beds."""

from __future__ import annotations

from collections.abc import Callable

from data.balance import measures, site_measures
from data.balance.indicator import Indicator
from data.balance.topics.words import LISTED_POINTS, PERCENT, POINTS, POPULATION_PERIOD, TOWNS, listed
from data.model import Layer, Name, Status, Town

RURAL = Name("偏鄉", "rural township")


def _people_with_point(
    name: str, kind: Name, people: Name, variable: str, belongs: Callable[[Town], bool]
) -> Indicator:
    month = "2024-12" if variable == "population_65plus" else POPULATION_PERIOD
    on_classes = belongs is not site_measures.everywhere
    return Indicator(
        name, "telemedicine",
        Name(f"{people.zh}居於有已知遠距據點鄉鎮市區之占比", f"Share of {people.en} in a township with a known point"),
        Name(f"{kind.zh}有據點", f"{kind.en.capitalize()} with point"), PERCENT, 1, 1, month,
        listed(
            f"Σ居於名單列有營運中據點鄉鎮市區之{people.zh}（{month}）÷Σ{people.zh}×100；無此類人口者無值；"
            "名單無據點之縣市，其人口仍計入分母，故為下限",
            f"Σ {people.en} ({month}) who live in a township with a listed point in operation ÷ Σ {people.en} × 100; "
            "no value where there are none; people of counties without a listed point are in the denominator, so that "
            "the share is a lower bound", LISTED_POINTS,
        ),
        site_measures.PeopleWithPoint(variable, belongs), (variable,), layers=(Layer.TELEMEDICINE,), classes=on_classes,
    )  # fmt: skip


def _listed_grades(zh: str, en: str) -> Name:
    return Name(
        f"{zh}；分級如名單所載；現況不詳之醫院不計，分級不詳者不計並降低人口占比；無已知重度級而有分級不詳者為不詳，不是零",
        f"{en}; grades as listed; hospitals of unknown present state are left out, those of unknown grade too, and "
        "these lower the known share; where none is known to be severe and a grade is unknown, the area is unknown, "
        "not zero",
    )


ROWS: tuple[Indicator, ...] = (
    Indicator(
        "telemedicine_points", "telemedicine", Name("營運中遠距醫療據點", "Telemedicine points in operation"),
        Name("遠距據點", "Telemedicine"), POINTS, 0, 1, "",
        listed(
            "名單所列營運中之衛生所及診所（含試辦及僅早期資料載明營運者）",
            "listed health centres and clinics in operation, pilots among them and those of which only an older page "
            "says so", LISTED_POINTS,
        ),
        site_measures.TelemedicineCount(measures.SPOKE, Status.OPERATING), layers=(Layer.TELEMEDICINE,), total=True,
    ),
    Indicator(
        "telemedicine_planned", "telemedicine", Name("規劃中遠距醫療據點", "Telemedicine points planned"),
        Name("遠距規劃中", "Tele planned"), POINTS, 0, 0, "",
        listed(
            "名單所列規劃中之衛生所及診所（資料日期時；是否已啟用未查得）",
            "listed health centres and clinics that were planned when their source was written; whether they have "
            "opened is not known", LISTED_POINTS,
        ),
        site_measures.TelemedicineCount(measures.SPOKE, Status.PLANNED), layers=(Layer.TELEMEDICINE,), total=True,
    ),
    Indicator(
        "telemedicine_hubs", "telemedicine", Name("遠距醫療支援醫院", "Telemedicine hub hospitals"),
        Name("支援醫院", "Hubs"), Name("家", "hospitals"), 0, 1, "",
        listed(
            "名單所列營運中之支援醫院（含試辦及僅早期資料載明營運者）",
            "listed hub hospitals in operation, pilots among them and those of which only an older page says so",
            LISTED_POINTS,
        ),
        site_measures.TelemedicineCount(measures.HUB, Status.OPERATING), layers=(Layer.TELEMEDICINE,), total=True,
    ),
    Indicator(
        "rural_towns", "telemedicine", Name("偏鄉數", "Rural townships"), Name("偏鄉", "Rural"), TOWNS, 0, 0,
        POPULATION_PERIOD,
        Name(
            "法定偏鄉數（依密度與離島規則計算為88個；主管機關公布87個，名單未公開）",
            "number of statutory rural townships, computed from the rule: 88 in the nation, where the ministry counts "
            "87 and publishes no list",
        ),
        site_measures.TownCount(site_measures.rural, RURAL), classes=True, total=True,
    ),
    Indicator(
        "rural_towns_with_point", "telemedicine",
        Name("有已知遠距據點之偏鄉", "Rural townships with a known telemedicine point"),
        Name("偏鄉有據點", "Rural with"), TOWNS, 0, 1, "",
        listed(
            "名單列有營運中據點之偏鄉數", "number of rural townships with a listed point in operation", LISTED_POINTS
        ),
        site_measures.TownsWithPoint(site_measures.rural, RURAL), layers=(Layer.TELEMEDICINE,),
        classes=True, total=True,
    ),
    Indicator(
        "rural_towns_without_known_point", "telemedicine",
        Name("無已知遠距據點之偏鄉", "Rural townships without a known telemedicine point"),
        Name("偏鄉無已知據點", "Rural without"), TOWNS, 0, -1, "",
        Name(
            "名單未列營運中據點之偏鄉數；不詳不等於沒有",
            "number of rural townships without a listed point in operation; not known does not mean none",
        ),
        site_measures.TownsWithoutKnownPoint(site_measures.rural, RURAL), layers=(Layer.TELEMEDICINE,),
        classes=True, total=True,
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
    _people_with_point(
        "telemedicine_rural_share", Name("偏鄉", "rural"), Name("偏鄉人口", "people of rural townships"),
        "population", site_measures.rural,
    ),
    _people_with_point(
        "telemedicine_indigenous_share", Name("原鄉", "indigenous"),
        Name("原住民族地區（山地及平地）人口", "people of the townships of indigenous areas (mountain and plains)"),
        "population", site_measures.indigenous,
    ),
    _people_with_point(
        "telemedicine_offshore_share", Name("離島", "offshore"), Name("離島人口", "people of the outlying islands"),
        "population", site_measures.offshore,
    ),
    _people_with_point(
        "telemedicine_65plus_share", Name("65歲以上", "65+"), Name("65歲以上人口", "people aged 65 and over"),
        "population_65plus", site_measures.everywhere,
    ),
    Indicator(
        "severe_hospitals", "telemedicine",
        Name("重度級急救責任醫院", "Severe-grade emergency hospitals"), Name("重度級醫院", "Severe-grade"),
        Name("家", "hospitals"), 0, 1, "",
        _listed_grades("營運中之重度級急救責任醫院數", "operating hospitals of the severe grade"),
        site_measures.SevereHospitals(), layers=(Layer.HOSPITAL,), total=True,
    ),
    Indicator(
        "severe_hospitals_per_100k", "telemedicine",
        Name("每十萬人重度級急救責任醫院", "Severe-grade emergency hospitals per 100,000 people"),
        Name("重度級/10萬人", "Severe per 100k"), Name("家/10萬人", "per 100,000 people"), 2, 1, "",
        _listed_grades(
            "營運中之重度級急救責任醫院數÷Σ人口（2026-08）×100000",
            "operating hospitals of the severe grade ÷ Σ people (2026-08) × 100,000",
        ),
        site_measures.SevereHospitals(100_000), ("population",), layers=(Layer.HOSPITAL,),
    ),
)  # fmt: skip
