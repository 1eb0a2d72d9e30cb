"""Tables of figures, published layouts and hostile files of the torture set."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.data.intake.torture_cases import OFFICE, PLACED, TOWNS, Case, as_csv, changed, known, raw, town
from tests.data.readers import make_files as files


def _figures() -> list[Case]:
    rates = [["縣市", "5G涵蓋率（%）"], ["臺北市", "99.1"], ["新北市", "98.2%"], ["連江縣", "-"], ["花蓮縣", "120"]]
    people = [["統計年月", "區域別代碼", "區域別", "村里名稱", "戶數", "人口數"]]
    people += [
        ["11509", f"64000050{n:03}", f"高雄市三民{'一二'[n % 2]}", f"{n}里", "1,000", "2,500"] for n in range(1, 5)
    ]
    bad = [
        *people,
        ["11509", "65000010001", "新北市板橋區", "甲里", "10", "二十"],
        ["11509", "65000010002", "新北市板橋區", "乙里", "10", "20"],
    ]
    stations = [["縣市", "統計期", "業者名稱", "類別", "基地臺"]]
    stations += [
        ["臺北市", "1130430", f"{name}          ", "4G", "100"] for name in ("中華電信", "遠傳電信", "台灣大哥大")
    ]
    spots = [["主管機關", "地區", "熱點名稱", "地址", "緯度", "經度"]]
    spots += [
        [
            "甲部",
            town(code).county.name.zh,
            f"{n}樓",
            f"{town(code).full_name('zh')}1號",
            str(town(code).lat),
            str(town(code).lon),
        ]
        for code in TOWNS
        for n in range(3)
    ]
    cover = {"period": "2025", "variable": known().variables["mobile_5g_population_coverage"]}
    return [
        Case("rates of counties", as_csv(rates), 2, {5: "5G涵蓋率（%）"}, "figures", None, plan=cover),
        Case(
            "a rate stated twice",
            as_csv([*rates[:2], ["臺北市", "97"]]),
            1,
            {3: "5G涵蓋率（%）"},
            "figures",
            None,
            plan=cover,
        ),
        Case(
            "people of villages",
            as_csv(people, encoding="utf-8-sig"),
            2,
            kind="people",
            towns=None,
            remarks=("Figures that are sums",),
        ),
        Case("a sum with a bad part", as_csv(bad), 2, {6: "人口數"}, "people", None, remarks=("Sums not taken",)),
        Case(
            "people as JSON",
            lambda path: files.make_json(path.with_suffix(".json"), people, "responseData"),
            2,
            kind="people",
            towns=None,
        ),
        Case("base stations", as_csv(stations, quote_all=True), 1, kind="figures", towns=None),
        Case("hot spots", as_csv(spots), 6, kind="figures", towns=None, plan={"period": "2025-12"}),
    ]


def _institutions() -> list[Case]:
    new = [["醫事機構代碼", "醫事機構名稱", "醫事機構種類", "電話", "地址", "特約類別", "終止合約或歇業日期", "備註"]]
    new += [[f"14310100{n}", f"測試{n}醫院", "醫院", "02", OFFICE[1 + n][1], "3", "99991231", ""] for n in range(2)]
    new += [["1431010009", "測試診所", "診所", "02", OFFICE[1][1], "4", "", ""]]
    twice = [
        *new,
        ["1431010050", "重開醫院", "醫院", "", OFFICE[3][1], "3", "20100101", ""],
        ["1431010051", "重開醫院", "醫院", "", OFFICE[3][1], "3", "", ""],
    ]
    old = [
        [
            "分區別",
            "醫事機構代碼",
            "醫事機構名稱",
            "機構地址",
            "電話區域號碼 ",
            "電話號碼",
            "特約類別",
            "型態別",
            "醫事機構種類",
            "終止合約或歇業日期",
            "開業狀況",
        ]
    ]
    old += [
        ["1", f"143101000{n}", f"測試{n}醫院", OFFICE[1 + n][1], "02", "1", "2", "1", "1", "", "0"] for n in range(3)
    ]
    return [
        Case(
            "contracted institutions",
            as_csv(new, encoding="utf-8-sig"),
            2,
            kind="hospital",
            towns=TOWNS[:2],
            remarks=("Rows of clinics", "Codes whose leading zeros"),
        ),
        Case("an ended contract first", as_csv(twice), 3, kind="hospital", towns=TOWNS[:3]),
        Case("the older edition", as_csv(old, encoding="utf-16"), 3, kind="hospital", towns=TOWNS[:3]),
    ]


def _hostile() -> list[Case]:
    def zipped_as(folder: str, path: Path) -> Path:
        shp = files.make_shp(path.with_name("points.shp"), PLACED, 1, 2, 4326)
        return files.make_zipped_shp(path.with_suffix(".zip"), shp, folder)

    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE kml [<!ENTITY e0 "boom">{entities}]>'
    return [
        Case("formulas as names", as_csv(changed(OFFICE, 2, "據點名稱", "=cmd|'/c calc'!A1"))),
        Case("markup as names", as_csv(changed(OFFICE, 2, "據點名稱", "<img src=x onerror=alert(1)>"))),
        Case("a cell of 10 MB", as_csv(changed(OFFICE, 3, "備註", "長" * 3_500_000)), 5, {3: "備註"}, towns=None),
        Case("too many columns", as_csv([[f"欄{n}" for n in range(5_000)]] * 3), error=True),
        Case(
            "a bomb in a workbook",
            lambda path: files.make_bomb(path.with_suffix(".xlsx"), "xl/worksheets/sheet1.xml", 300),
            error=True,
        ),
        Case("a bomb in a shapefile", lambda path: files.make_bomb(path.with_suffix(".zip"), "a.shp", 300), error=True),
        Case(
            "entities in entities",
            lambda path: files.make_kml(path.with_suffix(".kml"), PLACED, 1, 2, head=bomb),
            error=True,
        ),
        Case("a zip that climbs", partial(zipped_as, "../../")),
        Case("a zip of absolute paths", partial(zipped_as, "/tmp/")),
        Case("nothing", raw(b""), error=True),
        Case("noise", raw(bytes(range(256)) * 40, ".xlsx"), error=True),
        Case("NUL bytes", raw(b"\0" * 4000), error=True),
        Case("only a header", as_csv(OFFICE[:1]), 0, towns=[]),
    ]


def cases() -> list[Case]:
    """Return the tables and the hostile files."""
    return [case for make in (_figures, _institutions, _hostile) for case in make()]
