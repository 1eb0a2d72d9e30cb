"""The torture set of importing: encodings × formats × coordinate systems × layouts × faults, each with what comes of it.

Every case makes its file from rows; the towns and coordinates are those of the data set, so that a point that goes astray
lands in another town. ``python -m tests.data.intake.make_torture FOLDER`` writes all of them to look at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.dataset import DataSet, load
from data.model import Town
from data.tm2 import to_tm2
from tests.data.readers import make_files as files

Rows = list[list[Any]]
Make = Callable[[Path], Path]
TOWNS = ("65000010", "10002040", "10014120", "64000380", "10008120", "68000010")
"""板橋區, 頭城鎮, 海端鄉, 那瑪夏區, 信義鄉, 桃園區: cities, coast and hills; 信義 and 桃園 are names of others as well."""


@dataclass(frozen=True)
class Case:
    """A file, and what importing it gives."""

    name: str
    make: Make
    taken: int = len(TOWNS)
    """sites, or figures where ``kind`` says so"""
    refused: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """number of the row and name of the column of each refused row; '' for the whole row"""
    kind: str = ""
    """what the file must be taken for, '' where that does not matter"""
    towns: Sequence[str] | None = TOWNS
    """codes of the towns of the sites in their order, None where that does not matter"""
    remarks: tuple[str, ...] = ()
    """parts of remarks"""
    error: bool = False
    """whether the file is refused with a sentence"""
    plan: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """choices that the user makes"""
    proposal: str = ""
    """what is proposed for the first refused cell"""


@cache
def known() -> DataSet:
    return load()


def town(code: str) -> Town:
    data = known()
    return data.towns[data.town_index[code]]


def listed(*columns: str, codes: Sequence[str] = TOWNS) -> Rows:
    """Return a list with a header; the columns are those of ``_CELLS``."""
    return [list(columns), *([_CELLS[name](town(code), index) for name in columns] for index, code in enumerate(codes))]


def _dms(value: float) -> str:
    minutes, seconds = divmod(round(value * 3600, 2), 60)
    return f"{int(minutes // 60)}°{int(minutes % 60):02}'{seconds:05.2f}\""


def _tm2(one: Town, zone: Any = 121) -> Any:
    return to_tm2([one.lon], [one.lat], zone)[0]


def _twd67(one: Town) -> tuple[float, float]:
    """Return TWD67 by the published plane formula, solved for the older coordinates (two rounds are exact to a mm)."""
    east, north = map(float, _tm2(one))
    x, y = east - 807.8, north + 248.6
    for _ in range(3):
        x, y = (
            east - 807.8 - 0.00001549 * x - 0.000006521 * y,
            north + 248.6 - 0.00001549 * y - 0.000006521 * x,
        )
    return x, y


def _mercator(one: Town) -> tuple[float, float]:
    import math

    return 6378137 * math.radians(one.lon), 6378137 * math.log(math.tan(math.pi / 4 + math.radians(one.lat) / 2))


_CELLS: Mapping[str, Callable[[Town, int], Any]] = {
    "據點名稱": lambda one, index: f"{one.name.zh}第{index + 1}測試站",
    "地址": lambda one, index: f"{one.full_name('zh')}中山路{index + 1}號",
    "縣市": lambda one, index: one.county.name.zh,
    "鄉鎮市區": lambda one, index: one.name.zh,
    "縣市鄉鎮": lambda one, index: one.full_name("zh"),
    "鄉鎮市區代碼": lambda one, index: one.code,
    "村里代碼": lambda one, index: f"{one.code}{index + 1:03}",
    "經度": lambda one, index: f"{one.lon:.6f}",
    "緯度": lambda one, index: f"{one.lat:.6f}",
    "lon": lambda one, index: f"{one.lon:.6f}",
    "lat": lambda one, index: f"{one.lat:.6f}",
    "座標X": lambda one, index: f"{_tm2(one)[0]:.2f}",
    "座標Y": lambda one, index: f"{_tm2(one)[1]:.2f}",
    "X67": lambda one, index: f"{_twd67(one)[0]:.2f}",
    "Y67": lambda one, index: f"{_twd67(one)[1]:.2f}",
    "X119": lambda one, index: f"{_tm2(one, 119)[0]:.2f}",
    "Y119": lambda one, index: f"{_tm2(one, 119)[1]:.2f}",
    "WebX": lambda one, index: f"{_mercator(one)[0]:.2f}",
    "WebY": lambda one, index: f"{_mercator(one)[1]:.2f}",
    "東經": lambda one, index: _dms(one.lon),
    "北緯": lambda one, index: _dms(one.lat),
    "經度,": lambda one, index: f"{one.lon:.6f}".replace(".", ","),
    "緯度,": lambda one, index: f"{one.lat:.6f}".replace(".", ","),
    "座標": lambda one, index: f"{one.lat:.6f}, {one.lon:.6f}",
    "啟用日期": lambda one, index: ("民國110年3月1日", "110/3/1", "1100301", "110.3.1", "2021-03-01", "20210301")[
        index % 6
    ],
    "床數": lambda one, index: ("12", "１２", "12床", "1,200", "-", "無")[index % 6],
    "備註": lambda one, index: "",
}


def renamed(rows: Rows, **names: str) -> Rows:
    """Return a list with other names of columns."""
    return [[names.get(name, name) for name in rows[0]], *rows[1:]]


def changed(rows: Rows, number: int, column: str, cell: Any) -> Rows:
    """Return a list with another cell; ``number`` counts the header as 1, as the file does."""
    copy = [list(row) for row in rows]
    copy[number - 1][copy[0].index(column)] = cell
    return copy


def as_csv(rows: Rows, **options: Any) -> Make:
    return lambda path: files.make_csv(path.with_suffix(".csv"), rows, **options)


def raw(content: bytes, suffix: str = ".csv") -> Make:
    def make(path: Path) -> Path:
        path = path.with_suffix(suffix)
        path.write_bytes(content)
        return path

    return make


OFFICE = listed("據點名稱", "地址", "啟用日期", "床數", "備註")
PLACED = listed("據點名稱", "經度", "緯度", "備註")
PENGHU = ("10016010", "10016030", "10016060")
_WIDE = [["據點名稱", "地址", *(f"欄{n}" for n in range(998))], *([row[0], row[1], *["x"] * 998] for row in OFFICE[1:])]


def _encodings() -> list[Case]:
    return [
        Case(f"csv {encoding}", as_csv(OFFICE, encoding=encoding), remarks=("years of the Republic", "full-width"))
        for encoding in files.TEXT_ENCODINGS
    ]


def _texts() -> list[Case]:
    multiline = changed(OFFICE, 3, "備註", "一樓\n二樓")
    return [
        Case("semicolons", as_csv(OFFICE, delimiter=";")),
        Case("tabs in cp950", as_csv(OFFICE, delimiter="\t", encoding="cp950")),
        Case("bars", as_csv(OFFICE, delimiter="|")),
        Case("all quoted", as_csv(OFFICE, quote_all=True, end="\n")),
        Case("a line feed in a cell", as_csv(multiline)),
        Case("padding", as_csv([[f"  {cell} \u3000" for cell in row] for row in OFFICE])),
        Case("short rows", as_csv([row[: 2 if index else 5] for index, row in enumerate(OFFICE)])),
        Case("rare characters", as_csv(changed(OFFICE, 2, "據點名稱", "堃新站"), encoding="big5hkscs")),
    ]


def _books() -> list[Case]:
    def sheets(make: Any, suffix: str, content: Mapping[str, Rows], **options: Any) -> Make:
        return lambda path: make(path.with_suffix(suffix), content, **options)  # type: ignore[no-any-return]

    titled = [["114年度遠距醫療據點清冊", "", "", "", ""], ["製表日期：114/12/31", "", "", "", ""], *OFFICE]
    merged = {"清冊": ["A1:E1", "A2:E2"]}
    return [
        Case("xlsx", sheets(files.make_xlsx, ".xlsx", {"工作表1": OFFICE})),
        Case("xls", sheets(files.make_xls, ".xls", {"工作表1": OFFICE})),
        Case("ods", sheets(files.make_ods, ".ods", {"工作表1": OFFICE})),
        Case(
            "xlsx with merged titles", sheets(files.make_xlsx, ".xlsx", {"清冊": titled}, merged=merged),
            kind="telemedicine",
        ),
        Case("xlsx, the list on the second sheet", sheets(files.make_xlsx, ".xlsx", {"說明": [["見次頁"]], "清冊": OFFICE})),
        Case("xlsx named csv", lambda path: files.make_xlsx(path.with_suffix(".csv"), {"甲": OFFICE})),
        Case("a workbook with a password", lambda path: files.make_encrypted(path.with_suffix(".xlsx")), error=True),
        Case("half a workbook", _half(OFFICE), error=True),
    ]  # fmt: skip


def _half(rows: Rows) -> Make:
    def make(path: Path) -> Path:
        whole = files.make_xlsx(path.with_suffix(".xlsx"), {"甲": rows})
        content = whole.read_bytes()
        whole.write_bytes(content[: len(content) // 2])
        return whole

    return make


def _geodata() -> list[Case]:
    tm2 = listed("據點名稱", "座標X", "座標Y", "備註")

    def zipped(folder: str) -> Make:
        def make(path: Path) -> Path:
            shp = files.make_shp(path.with_name("points.shp"), PLACED, 1, 2, 3824, "cp950")
            return files.make_zipped_shp(path.with_suffix(".zip"), shp, folder)

        return make

    def kmz(path: Path) -> Path:
        return files.make_kmz(path.with_suffix(".kmz"), files.make_kml(path.with_suffix(".kml"), PLACED, 1, 2))

    hostile_sql = (
        "CREATE VIEW sight AS SELECT * FROM sites; "
        "CREATE TRIGGER catch AFTER INSERT ON sites BEGIN DELETE FROM sites; END;"
    )
    return [
        Case("geojson", lambda path: files.make_geojson(path.with_suffix(".geojson"), PLACED, 1, 2)),
        Case("geojson in tm2", lambda path: files.make_geojson(path.with_suffix(".geojson"), tm2, 1, 2, 3826)),
        Case("geojson by lines", lambda path: files.make_geojson(path.with_suffix(".geojson"), PLACED, 1, 2, lines=True)),
        Case("gpkg", lambda path: files.make_gpkg(path.with_suffix(".gpkg"), PLACED, 1, 2)),
        Case("gpkg in tm2", lambda path: files.make_gpkg(path.with_suffix(".gpkg"), tm2, 1, 2, 3826)),
        Case("gpkg with a view and a trigger",
             lambda path: files.make_gpkg(path.with_suffix(".gpkg"), PLACED, 1, 2, more=hostile_sql)),
        Case("shp with cpg", lambda path: files.make_shp(path.with_suffix(".shp"), PLACED, 1, 2, 4326, cpg="UTF-8")),
        Case("shp in cp950 without cpg", lambda path: files.make_shp(path.with_suffix(".shp"), PLACED, 1, 2, 3824, "cp950")),
        Case("shp in tm2", lambda path: files.make_shp(path.with_suffix(".shp"), tm2, 1, 2, 3826)),
        Case("shp in tm2 without prj", lambda path: files.make_shp(path.with_suffix(".shp"), tm2, 1, 2)),
        Case("shp in a zip", zipped("")),
        Case("shp in a folder of a zip", zipped("界線/")),
        Case("kml", lambda path: files.make_kml(path.with_suffix(".kml"), PLACED, 1, 2)),
        Case("kmz", kmz),
    ]  # fmt: skip


def _systems() -> list[Case]:
    swapped = renamed(listed("據點名稱", "經度", "緯度"), 經度="緯度", 緯度="經度")
    one = changed(changed(PLACED, 4, "經度", PLACED[3][2]), 4, "緯度", PLACED[3][1])
    penghu = listed("據點名稱", "X119", "Y119", "縣市", codes=PENGHU)
    named = {"X67": "座標X", "Y67": "座標Y", "X119": "座標X", "Y119": "座標Y", "WebX": "X", "WebY": "Y"}
    return [
        Case("degrees", as_csv(PLACED)),
        Case("lon and lat", as_csv(listed("據點名稱", "lat", "lon"))),
        Case("tm2 metres", as_csv(listed("據點名稱", "座標X", "座標Y"))),
        Case("tm2 of zone 119", as_csv(renamed(penghu, **named)), 3, towns=PENGHU),
        Case("twd67 with towns", as_csv(renamed(listed("據點名稱", "X67", "Y67", "縣市", "鄉鎮市區"), **named)), plan={"crs": 3828}),
        Case("web mercator", as_csv(renamed(listed("據點名稱", "WebX", "WebY"), **named))),
        Case("degrees, minutes, seconds", as_csv(listed("據點名稱", "東經", "北緯")), remarks=("degrees, minutes",)),
        Case("decimal commas",
             as_csv(renamed(listed("據點名稱", "經度,", "緯度,"), **{"經度,": "經度", "緯度,": "緯度"}), delimiter=";")),
        Case("x and y exchanged", as_csv(swapped)),
        Case("one row exchanged", as_csv(one), remarks=("x and y stood",)),
        Case("both in one cell", as_csv(listed("據點名稱", "座標"))),
        Case("coordinates and another town", as_csv(changed(listed("據點名稱", "經度", "緯度", "縣市", "鄉鎮市區"), 2, "鄉鎮市區", "中和區")),
             remarks=("the coordinates lie",)),
    ]  # fmt: skip


def _places() -> list[Case]:
    tai = [[str(cell).replace("臺", "台") for cell in row] for row in listed("據點名稱", "地址")]
    return [
        Case("county and town", as_csv(listed("據點名稱", "縣市", "鄉鎮市區"))),
        Case("county and town in one", as_csv(listed("據點名稱", "縣市鄉鎮"))),
        Case("codes of towns", as_csv(listed("據點名稱", "鄉鎮市區代碼"))),
        Case("codes of villages", as_csv(listed("據點名稱", "村里代碼"))),
        Case("codes that a spreadsheet robbed", as_csv([["據點名稱", "鄉鎮市區代碼"], ["金城站", "9020010"]]), 1,
             towns=["09020010"], remarks=("leading zeros",)),
        Case("台 for 臺", as_csv(tai), remarks=("台 was written 臺",)),
        Case("postal codes", as_csv([["據點名稱", "郵遞區號"], ["甲站", "220"], ["乙站", "95741"]]), 2,
             towns=["65000010", "10014120"]),
        Case("an era ago", as_csv([["據點名稱", "地址"], ["甲站", "臺北縣板橋市中山路1號"], ["乙站", "高雄縣三民鄉民族村1號"]]), 2,
             towns=["65000010", "64000380"], remarks=("names of areas of an earlier",)),
        Case("roads named after towns", as_csv([["據點名稱", "地址"], ["甲站", "臺北市中山區板橋路1號"]]), 1, towns=["63000040"]),
        Case("only the county", as_csv([["據點名稱", "縣市"], ["甲站", "花蓮縣"]]), 1, towns=[""], remarks=("rows say only",)),
        Case("a typing error", as_csv(changed(listed("據點名稱", "縣市", "鄉鎮市區"), 2, "鄉鎮市區", "板僑區")), 5,
             {2: "鄉鎮市區"}, towns=TOWNS[1:], proposal="新北市板橋區"),
        Case("a name of several towns", as_csv([["據點名稱", "地址"], ["甲站", "信義區松山路1號"]]), 0, {2: "地址"}, towns=[]),
    ]  # fmt: skip


def _faults() -> list[Case]:
    thousand = [
        ["據點名稱", "地址", "床數"],
        *([f"第{n}站", OFFICE[1 + n % 6][1], "壞" if n % 100 == 7 else "5"] for n in range(1000)),
    ]
    with_total = [
        *OFFICE,
        ["合 計", "", "", "1,236", ""],
        ["註：本表由各縣市提供", "", "", "", ""],
        ["1、僅供參考", "", "", "", ""],
    ]
    blanks = [OFFICE[0], *(line for row in OFFICE[1:] for line in (row, [""] * 5))]
    again = [*OFFICE[:4], OFFICE[0], *OFFICE[4:]]

    def one(column: str, cell: Any, rows: Rows = OFFICE) -> Make:
        return as_csv(changed(rows, 3, column, cell))

    rest = tuple(code for index, code in enumerate(TOWNS) if index != 1)
    return [
        Case("no name", one("據點名稱", ""), 5, {3: "據點名稱"}, towns=rest),
        Case("no such day", one("啟用日期", "114/2/30"), 5, {3: "啟用日期"}, towns=rest, proposal="2025-02-28"),
        Case("no date", one("啟用日期", "去年底"), 5, {3: "啟用日期"}, towns=rest),
        Case("no number", one("床數", "約12床左右吧"), 5, {3: "床數"}, towns=rest),
        Case("an error of a spreadsheet", one("床數", "#REF!"), 5, {3: "床數"}, towns=rest),
        Case("no place", one("地址", ""), 5, {3: ""}, towns=rest),
        Case("nowhere", one("地址", "不知道在哪裡"), 5, {3: "地址"}, towns=rest),
        Case("at sea", one("經度", "118.5", PLACED), 5, {3: "經度"}, towns=rest),
        Case("abroad", one("緯度", "35.68", PLACED), 5, {3: "經度"}, towns=rest),
        Case("not a number", one("經度", "NaN", PLACED), 5, {3: "經度"}, towns=rest),
        Case("infinite", one("經度", "inf", PLACED), 5, {3: "經度"}, towns=rest),
        Case("a coordinate alone", one("緯度", "", PLACED), 5, {3: "經度"}, towns=rest),
        Case("0, 0", as_csv(changed(changed(PLACED, 3, "經度", "0"), 3, "緯度", "0")), 5, {3: "經度"}, towns=rest),
        Case("one row in a hundred", as_csv(thousand), 990, {9 + 100 * n: "床數" for n in range(10)}, towns=None),
        Case("totals and notes", as_csv(with_total), remarks=("rows of totals", "lines of notes")),
        Case("blank rows between", as_csv(blanks), remarks=("blank rows",)),
        Case("the header again", as_csv(again), remarks=("rows that repeat",)),
        Case("twice the same", as_csv([*OFFICE, *OFFICE[1:]]), remarks=("rows are of sites",)),
        Case("twice the same, kept", as_csv([*OFFICE, *OFFICE[1:]]), 12, towns=(*TOWNS, *TOWNS), plan={"duplicates": "keep"}),
    ]  # fmt: skip


def _layouts() -> list[Case]:
    title = [["遠距醫療據點一覽表", "", "", "", ""], ["", "", "", "單位：床", ""], ["", "", "", "", ""]]
    english = ["name", "address", "opening", "beds", "note"]
    groups = [["據點名稱", "座標", "", "備註"], ["", "X", "Y", ""], *PLACED[1:]]
    return [
        Case("header in row 4", as_csv([*title, *OFFICE]), kind="telemedicine"),
        Case("header in two languages", as_csv([english, *OFFICE])),
        Case("header of groups", as_csv(groups)),
        Case("no header", as_csv(OFFICE[1:])),
        Case("unknown names of columns", as_csv(renamed(listed("據點名稱", "地址"), 據點名稱="甲欄", 地址="乙欄"))),
        Case("a thousand columns", as_csv(_WIDE)),
        Case("columns in another order", as_csv([row[::-1] for row in OFFICE])),
    ]


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
        Case("rates of counties", as_csv(rates), 2, {5: ""}, "figures", None, plan=cover),
        Case("a rate stated twice", as_csv([*rates[:2], ["臺北市", "97"]]), 1, {3: "5G涵蓋率（%）"}, "figures", None, plan=cover),
        Case("people of villages", as_csv(people, encoding="utf-8-sig"), 2, kind="people", towns=None, remarks=("figures are sums",)),
        Case("a sum with a bad part", as_csv(bad), 2, {6: "人口數"}, "people", None, remarks=("sums were not taken",)),
        Case("people as JSON", lambda path: files.make_json(path.with_suffix(".json"), people, "responseData"), 2,
             kind="people", towns=None),
        Case("base stations", as_csv(stations, quote_all=True), 1, kind="figures", towns=None),
        Case("hot spots", as_csv(spots), 6, kind="figures", towns=None, plan={"period": "2025-12"}),
    ]  # fmt: skip


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
        Case("contracted institutions", as_csv(new, encoding="utf-8-sig"), 2, kind="hospital", towns=TOWNS[:2],
             remarks=("rows are of clinics", "codes: leading zeros")),
        Case("an ended contract first", as_csv(twice), 3, kind="hospital", towns=TOWNS[:3]),
        Case("the older edition", as_csv(old, encoding="utf-16"), 3, kind="hospital", towns=TOWNS[:3]),
    ]  # fmt: skip


def _hostile() -> list[Case]:
    def climbing(path: Path) -> Path:
        shp = files.make_shp(path.with_name("points.shp"), PLACED, 1, 2, 4326)
        return files.make_zipped_shp(path.with_suffix(".zip"), shp, "../../")

    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE kml [<!ENTITY e0 "boom">{entities}]>'
    return [
        Case("formulas as names", as_csv(changed(OFFICE, 2, "據點名稱", "=cmd|'/c calc'!A1"))),
        Case("markup as names", as_csv(changed(OFFICE, 2, "據點名稱", "<img src=x onerror=alert(1)>"))),
        Case("a cell of 10 MB", as_csv(changed(OFFICE, 3, "備註", "長" * 3_500_000)), 5, {3: "備註"}, towns=None),
        Case("too many columns", as_csv([[f"欄{n}" for n in range(5_000)]] * 3), error=True),
        Case("a bomb in a workbook", lambda path: files.make_bomb(path.with_suffix(".xlsx"), "xl/worksheets/sheet1.xml", 300),
             error=True),
        Case("a bomb in a shapefile", lambda path: files.make_bomb(path.with_suffix(".zip"), "a.shp", 300), error=True),
        Case("entities in entities", lambda path: files.make_kml(path.with_suffix(".kml"), PLACED, 1, 2, head=bomb), error=True),
        Case("a zip that climbs", climbing),
        Case("nothing", raw(b""), error=True),
        Case("noise", raw(bytes(range(256)) * 40, ".xlsx"), error=True),
        Case("NUL bytes", raw(b"\0" * 4000), error=True),
        Case("only a header", as_csv(OFFICE[:1]), 0, towns=[]),
    ]  # fmt: skip


def cases() -> list[Case]:
    """Return the whole set."""
    makers = (
        _encodings,
        _texts,
        _books,
        _geodata,
        _systems,
        _places,
        _faults,
        _layouts,
        _figures,
        _institutions,
        _hostile,
    )
    return [case for make in makers for case in make()]


def main(folder: Path) -> None:
    for number, case in enumerate(cases()):
        home = folder / f"{number:03}"
        home.mkdir(parents=True, exist_ok=True)
        print(f"{number:03} {case.name}: {case.make(home / 'list').name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
