"""Lists of sites of the torture set: encodings, formats, coordinate systems, places, faults and layouts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.data.intake.torture_cases import OFFICE, PLACED, TOWNS, Case, Make, Rows, as_csv, changed, listed, renamed
from tests.data.readers import make_files as files

PENGHU = ("10016010", "10016030", "10016060")
_WIDE = [["據點名稱", "地址", *(f"欄{n}" for n in range(998))], *([row[0], row[1], *["x"] * 998] for row in OFFICE[1:])]


def _encodings() -> list[Case]:
    return [
        Case(f"csv {encoding}", as_csv(OFFICE, encoding=encoding), remarks=("year of the Republic", "full-width"))
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
        return lambda path: make(path.with_suffix(suffix), content, **options)

    titled = [["114年度遠距醫療據點清冊", "", "", "", ""], ["製表日期：114/12/31", "", "", "", ""], *OFFICE]
    merged = {"清冊": ["A1:E1", "A2:E2"]}
    return [
        Case("xlsx", sheets(files.make_xlsx, ".xlsx", {"工作表1": OFFICE})),
        Case("xls", sheets(files.make_xls, ".xls", {"工作表1": OFFICE})),
        Case("ods", sheets(files.make_ods, ".ods", {"工作表1": OFFICE})),
        Case(
            "xlsx with merged titles",
            sheets(files.make_xlsx, ".xlsx", {"清冊": titled}, merged=merged),
            kind="telemedicine",
        ),
        Case(
            "xlsx, the list on the second sheet",
            sheets(files.make_xlsx, ".xlsx", {"說明": [["見次頁"]], "清冊": OFFICE}),
        ),
        Case("xlsx named csv", lambda path: files.make_xlsx(path.with_suffix(".csv"), {"甲": OFFICE})),
        Case("a workbook with a password", lambda path: files.make_encrypted(path.with_suffix(".xlsx")), error=True),
        Case("half a workbook", _half(OFFICE), error=True),
    ]


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
        Case(
            "geojson by lines", lambda path: files.make_geojson(path.with_suffix(".geojson"), PLACED, 1, 2, lines=True)
        ),
        Case("gpkg", lambda path: files.make_gpkg(path.with_suffix(".gpkg"), PLACED, 1, 2)),
        Case("gpkg in tm2", lambda path: files.make_gpkg(path.with_suffix(".gpkg"), tm2, 1, 2, 3826)),
        Case(
            "gpkg with a view and a trigger",
            lambda path: files.make_gpkg(path.with_suffix(".gpkg"), PLACED, 1, 2, more=hostile_sql),
        ),
        Case("shp with cpg", lambda path: files.make_shp(path.with_suffix(".shp"), PLACED, 1, 2, 4326, cpg="UTF-8")),
        Case(
            "shp in cp950 without cpg",
            lambda path: files.make_shp(path.with_suffix(".shp"), PLACED, 1, 2, 3824, "cp950"),
        ),
        Case("shp in tm2", lambda path: files.make_shp(path.with_suffix(".shp"), tm2, 1, 2, 3826)),
        Case("shp in tm2 without prj", lambda path: files.make_shp(path.with_suffix(".shp"), tm2, 1, 2)),
        Case("shp in a zip", zipped("")),
        Case("shp in a folder of a zip", zipped("界線/")),
        Case("kml", lambda path: files.make_kml(path.with_suffix(".kml"), PLACED, 1, 2)),
        Case("kmz", kmz),
    ]


def _systems() -> list[Case]:
    swapped = renamed(listed("據點名稱", "經度", "緯度"), 經度="緯度", 緯度="經度")
    one = changed(changed(PLACED, 4, "經度", PLACED[3][2]), 4, "緯度", PLACED[3][1])
    penghu = listed("據點名稱", "X119", "Y119", "縣市", codes=PENGHU)
    both = listed("據點名稱", "經度", "緯度", "縣市", "鄉鎮市區")
    named = {"X67": "座標X", "Y67": "座標Y", "X119": "座標X", "Y119": "座標Y", "WebX": "X", "WebY": "Y"}
    return [
        Case("degrees", as_csv(PLACED)),
        Case("lon and lat", as_csv(listed("據點名稱", "lat", "lon"))),
        Case("tm2 metres", as_csv(listed("據點名稱", "座標X", "座標Y"))),
        Case("tm2 of zone 119", as_csv(renamed(penghu, **named)), 3, towns=PENGHU),
        Case(
            "twd67 with towns",
            as_csv(renamed(listed("據點名稱", "X67", "Y67", "縣市", "鄉鎮市區"), **named)),
            plan={"crs": 3828},
        ),
        Case("web mercator", as_csv(renamed(listed("據點名稱", "WebX", "WebY"), **named))),
        Case("degrees, minutes, seconds", as_csv(listed("據點名稱", "東經", "北緯")), remarks=("degrees, minutes",)),
        Case(
            "decimal commas",
            as_csv(renamed(listed("據點名稱", "經度,", "緯度,"), **{"經度,": "經度", "緯度,": "緯度"}), delimiter=";"),
        ),
        Case("x and y exchanged", as_csv(swapped)),
        Case("one row exchanged", as_csv(one), remarks=("x and y stood",)),
        Case("both in one cell", as_csv(listed("據點名稱", "座標"))),
        Case(
            "coordinates and another town",
            as_csv(changed(both, 2, "鄉鎮市區", "中和區")),
            remarks=("coordinates in another township",),
        ),
    ]


def _places() -> list[Case]:
    tai = [[str(cell).replace("臺", "台") for cell in row] for row in listed("據點名稱", "地址")]
    return [
        Case("county and town", as_csv(listed("據點名稱", "縣市", "鄉鎮市區"))),
        Case("county and town in one", as_csv(listed("據點名稱", "縣市鄉鎮"))),
        Case("codes of towns", as_csv(listed("據點名稱", "鄉鎮市區代碼"))),
        Case("codes of villages", as_csv(listed("據點名稱", "村里代碼"))),
        Case(
            "codes that a spreadsheet robbed",
            as_csv([["據點名稱", "鄉鎮市區代碼"], ["金城站", "9020010"]]),
            1,
            towns=["09020010"],
            remarks=("leading zeros",),
        ),
        Case("台 for 臺", as_csv(tai), remarks=("台 in names of areas",)),
        Case(
            "postal codes",
            as_csv([["據點名稱", "郵遞區號"], ["甲站", "220"], ["乙站", "95741"]]),
            2,
            towns=["65000010", "10014120"],
        ),
        Case(
            "an era ago",
            as_csv([["據點名稱", "地址"], ["甲站", "臺北縣板橋市中山路1號"], ["乙站", "高雄縣三民鄉民族村1號"]]),
            2,
            towns=["65000010", "64000380"],
            remarks=("names of areas of an earlier",),
        ),
        Case(
            "roads named after towns",
            as_csv([["據點名稱", "地址"], ["甲站", "臺北市中山區板橋路1號"]]),
            1,
            towns=["63000040"],
        ),
        Case(
            "only the county",
            as_csv([["據點名稱", "縣市"], ["甲站", "花蓮縣"]]),
            1,
            towns=[""],
            remarks=("Rows that say only",),
        ),
        Case(
            "a typing error",
            as_csv(changed(listed("據點名稱", "縣市", "鄉鎮市區"), 2, "鄉鎮市區", "板僑區")),
            5,
            {2: "鄉鎮市區"},
            towns=TOWNS[1:],
            proposal="新北市板橋區",
        ),
        Case(
            "a name of several towns",
            as_csv([["據點名稱", "地址"], ["甲站", "信義區松山路1號"]]),
            0,
            {2: "地址"},
            towns=[],
        ),
    ]


def _faults() -> list[Case]:
    zeros = listed("據點名稱", "經度", "緯度", "地址")
    zeros = changed(changed(zeros, 3, "經度", "0"), 3, "緯度", "0.0")
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
        Case("0, 0 and an address", as_csv(zeros), remarks=("0, 0 for unknown coordinates",)),
        Case("one row in a hundred", as_csv(thousand), 990, {9 + 100 * n: "床數" for n in range(10)}, towns=None),
        Case("totals and notes", as_csv(with_total), remarks=("Rows of totals", "Lines of notes")),
        Case("blank rows between", as_csv(blanks), remarks=("Blank rows",)),
        Case("the header again", as_csv(again), remarks=("Rows that repeat",)),
        Case("twice the same", as_csv([*OFFICE, *OFFICE[1:]]), remarks=("Rows of sites",)),
        Case(
            "twice the same, kept",
            as_csv([*OFFICE, *OFFICE[1:]]),
            12,
            towns=(*TOWNS, *TOWNS),
            plan={"duplicates": "keep"},
        ),
    ]


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


def cases() -> list[Case]:
    """Return the lists of sites."""
    makers = (_encodings, _texts, _books, _geodata, _systems, _places, _faults, _layouts)
    return [case for make in makers for case in make()]
