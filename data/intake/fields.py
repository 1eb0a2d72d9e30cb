"""What the columns of a table can be: one row of FIELDS for each, with the names that offices give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from data.intake.plan import SITE_KINDS, Kind
from data.model import Name
from data.names import fold

SITES: tuple[Kind, ...] = tuple(SITE_KINDS)
EMBEDDED = tuple(kind for kind in SITES if kind != "own")
"""Kinds whose sites have categories; the category of a site of a layer of one's own is its layer."""
AREAS: tuple[Kind, ...] = ("figures", "people")
POINTED: tuple[Kind, ...] = (*SITES, "figures")
"""Kinds whose rows may be points: those of figures are then counted or summed by area."""
ALL: tuple[Kind, ...] = (*SITES, *AREAS)


@dataclass(frozen=True)
class FieldSpec:
    """A field that a column can fill."""

    id: str
    name: Name
    synonyms: tuple[str, ...]
    """names of columns, the usual ones first; compared folded (``data.names.fold``)"""
    kinds: tuple[Kind, ...]


def _field(field: str, zh: str, en: str, kinds: tuple[Kind, ...], others: str) -> FieldSpec:
    """Return a row; ``others`` are the other names of its column, separated by bars."""
    return FieldSpec(field, Name(zh, en), (zh, en, *others.split("|")), kinds)


FIELDS: tuple[FieldSpec, ...] = (
    _field(
        "name",
        "名稱",
        "Name",
        SITES,
        "據點名稱|機構名稱|醫院名稱|醫事機構名稱|醫療機構名稱|醫療院所名稱|單位名稱|熱點名稱|園區名稱|"
        "產業園區名稱|工業區名稱|場域名稱|場所名稱|設施名稱|站點名稱|站名|服務據點|遠距醫療據點|據點|"
        "中文名稱|全名|機構|醫院|院所名稱|衛生所名稱|計畫名稱|地點名稱|地點|名 稱|site name|site|facility|"
        "facility name|title|name_zh|hospital|station",
    ),
    _field("name_en", "英文名稱", "English name", SITES, "英文全名|name_en|英譯名稱|名稱（英文）"),
    _field(
        "category",
        "類別",
        "Category",
        EMBEDDED,
        "類型|種類|分類|據點類別|據點類型|據點種類|型態|型態別|園區類別|特約類別|評鑑等級|醫院層級|層級|角色|"
        "type|kind|class|role|level",
    ),
    _field(
        "operator",
        "營運單位",
        "Operator",
        SITES,
        "主管機關|經營單位|營運者|營運機關|業者|業者名稱|設置單位|管理單位|管理機關|主辦單位|執行單位|"
        "建置單位|開發單位|權屬|owner|agency|organization|organisation|company",
    ),
    _field(
        "address",
        "地址",
        "Address",
        POINTED,
        "住址|所在地|所在地址|機構地址|醫事機構地址|醫院地址|據點地址|詳細地址|通訊地址|園區地址|設置地址|"
        "設置地點|營業地址|門牌|門牌地址|場所地址|服務地址|地 址|addr|location|full address",
    ),
    _field(
        "county",
        "縣市",
        "County",
        ALL,
        "縣市別|縣市名稱|縣市名|所在縣市|縣（市）|縣/市|縣市政府|直轄市縣市|直轄市、縣（市）|city|countyname|"
        "county name|county/city|C_Name|設置縣市",
    ),
    _field(
        "town",
        "鄉鎮市區",
        "Township",
        ALL,
        "鄉鎮區|鄉鎮|鄉鎮市|鄉鎮市區別|鄉鎮市區名稱|鄉鎮名稱|行政區|行政區別|市區鄉鎮|鄉（鎮、市、區）|"
        "所在鄉鎮市區|所在鄉鎮|所在行政區|鄉鎮別|區別|town|townname|town name|district|T_Name",
    ),
    _field(
        "place",
        "縣市鄉鎮市區",
        "County and township",
        ALL,
        "縣市鄉鎮|縣市區名|縣市區|縣市及鄉鎮市區|區域別|行政區域|地區|地區別|區域|轄區|site_id|area|region|服務區域",
    ),
    _field(
        "area_code",
        "行政區代碼",
        "Area code",
        ALL,
        "區域別代碼|鄉鎮市區代碼|鄉鎮代碼|行政區域代碼|縣市代碼|縣市別代碼|村里代碼|district_code|towncode|"
        "town_code|countycode|county_code|area_code|villcode|代碼",
    ),
    _field(
        "postal",
        "郵遞區號",
        "Postal code",
        ALL,
        "郵遞區碼|郵區|3碼郵遞區號|五碼郵遞區號|郵號|zip|zip code|zipcode|postcode|postal",
    ),
    _field(
        "x",
        "經度",
        "Longitude or x",
        POINTED,
        "lon|lng|long|longitude|x|座標x|坐標x|x座標|x坐標|twd97x|twd97_x|x_97|twd67x|x_67|wgs84lon|wgs84經度|"
        "wgs84x|經度（wgs84）|wgs84_lon|twd97橫坐標|橫坐標|橫座標|東經|東向座標|twd97tm2x|twd97tm2_x|tm2x|"
        "tm_x|tmx|二度分帶x座標（twd97）|px|point_x|easting|經度座標|經度x|geometry x|x（橫）|位置x|"
        "twd97x座標|twd97 x座標|座標_x|坐標（x）",
    ),
    _field(
        "y",
        "緯度",
        "Latitude or y",
        POINTED,
        "lat|latitude|y|座標y|坐標y|y座標|y坐標|twd97y|twd97_y|y_97|twd67y|y_67|wgs84lat|wgs84緯度|wgs84y|"
        "緯度（wgs84）|wgs84_lat|twd97縱坐標|縱坐標|縱座標|北緯|北向座標|twd97tm2y|twd97tm2_y|tm2y|tm_y|tmy|"
        "二度分帶y座標（twd97）|py|point_y|northing|緯度座標|緯度y|geometry y|y（縱）|位置y|twd97y座標|"
        "twd97 y座標|座標_y|坐標（y）",
    ),
    _field(
        "point",
        "座標",
        "Coordinates in one cell",
        POINTED,
        "坐標|經緯度|座標位置|經緯度座標|緯經度|gps|gps座標|coordinates|latlng|lat/lon|latlon|xy",
    ),
    _field(
        "status",
        "狀態",
        "Status",
        SITES,
        "營運狀態|營運狀況|營運情形|現況|使用狀態|使用現況|辦理情形|辦理進度|進度|開業狀況|啟用狀態|設置狀態|"
        "執行情形|state|operating status",
    ),
    _field(
        "year",
        "啟用日期",
        "Opening date",
        SITES,
        "啟用年|啟用年月|啟用時間|啟用年度|設立日期|成立日期|開業日期|開辦日期|開辦年度|開幕日期|設置日期|"
        "設置年度|建置年度|建置日期|完工日期|完工年度|營運日期|開始營運日期|核定日期|合約起日|原始合約起日|"
        "成立年|設立年|年份|年度|opened|opening|established|start date|year|date",
    ),
    _field(
        "end",
        "終止日期",
        "Closing date",
        SITES,
        "終止合約或歇業日期|歇業日期|停用日期|停業日期|撤銷日期|廢止日期|結束日期|裁撤日期|closed|end date",
    ),
    _field(
        "beds",
        "床數",
        "Beds",
        ("hospital", "telemedicine", "own"),
        "病床數|總床數|總病床數|開放床數|許可床數|一般病床|一般病床數|急性一般病床|床位數|beds",
    ),
    _field(
        "emergency_beds",
        "急診病床數",
        "Emergency beds",
        ("hospital",),
        "急診床數|急診觀察床|急診觀察床數|急診暫留床|急診病床|emergency_beds",
    ),
    _field(
        "emergency_grade",
        "急救責任等級",
        "Emergency grade",
        ("hospital",),
        "急救責任醫院分級|緊急醫療能力分級|急救責任醫院等級|急重症分級|emergency_grade",
    ),
    _field(
        "hospital_code",
        "醫事機構代碼",
        "Institution code",
        ("hospital",),
        "機構代碼|醫院代碼|院所代碼|醫療機構代碼|hospital_code|nhi_code",
    ),
    _field(
        "partner_hospitals",
        "支援醫院",
        "Partner hospitals",
        ("telemedicine",),
        "合作醫院|遠距端醫院|遠距醫院|支援院所|會診醫院|後送醫院|partner_hospitals|hub",
    ),
    _field(
        "specialties",
        "診療科別",
        "Specialties",
        ("telemedicine",),
        "科別|會診科別|遠距科別|診療科目|specialties|specialty",
    ),
    _field("network", "網路", "Network", ("telemedicine",), "連線方式|網路類型|專線|network"),
    _field("mw", "電力容量（MW）", "Capacity in MW", ("ai",), "mw|容量mw|電力mw|it負載mw|用電容量mw"),
    _field(
        "value",
        "數值",
        "Value",
        (*SITES, "figures"),
        "數量|值|規模|數目|個數|總數|合計|涵蓋率|涵蓋率（%）|比率|比例|百分比|基地臺|基地臺數|面積|value|"
        "amount|count|number|quantity|coverage|percent|total",
    ),
    _field("unit", "單位", "Unit", SITES, "計量單位|數量單位|unit"),
    _field("locality", "位置說明", "Locality", SITES, "位置|場所|樓層|地點說明|部落|部落名稱|locality"),
    _field(
        "variable",
        "指標",
        "Variable",
        ("figures",),
        "指標名稱|項目|統計項目|項目名稱|資料項目|variable|indicator|item|measure",
    ),
    _field(
        "population",
        "人口數",
        "Population",
        ("people",),
        "總人口|總人口數|人口總數|人口|人口數合計|戶籍人口|戶籍人口數|人口合計|people_total|總計|合計|"
        "population|persons",
    ),
    _field("households", "戶數", "Households", ("people",), "總戶數|家戶數|戶籍戶數|household_no|households"),
    _field(
        "population_65plus",
        "65歲以上人口數",
        "Population aged 65 and over",
        ("people",),
        "65歲以上|65歲以上人口|65歲以上者|老年人口|老年人口數|老人人口|高齡人口|population_65plus|65+|"
        "65歲以上人數|65歲以上老年人口",
    ),
    _field(
        "part",
        "村里或業者",
        "Village or operator (rows are summed)",
        AREAS,
        "村里名稱|村里|村里別|里別|村別|村（里）|村里（里）|village|業者名稱|業者|電信業者|operator",
    ),
    _field(
        "period",
        "統計期",
        "Period",
        AREAS,
        "統計年月|統計時間|統計期間|資料時間|資料年月|資料期|年月|年度|年份|年|年別|月份|時間|日期|統計日期|"
        "期別|資料日期|statistic_yyymm|statistic_yyy|year|month|period|date|time",
    ),
    _field("note", "備註", "Note", ALL, "備考|附註|註記|說明|備 註|note|notes|remark|remarks|comment"),
)
"""In the order in which the wizard lists them and columns are given away."""

BY_ID: Mapping[str, FieldSpec] = MappingProxyType({field.id: field for field in FIELDS})

Group = tuple[frozenset[str], ...]
"""Of a group one set must be there as a whole."""

_PLACES = ("area_code", "town", "place", "postal", "county")
_SITE_PLACE: Group = (
    frozenset({"x", "y"}),
    frozenset({"point"}),
    frozenset({"address"}),
    *(frozenset({field}) for field in _PLACES),
)
_AREA: Group = tuple(frozenset({field}) for field in _PLACES)
_PEOPLE: Group = tuple(frozenset({field}) for field in ("population", "households", "population_65plus"))

REQUIRED: Mapping[Kind, tuple[Group, ...]] = MappingProxyType(
    {
        **{kind: ((frozenset({"name"}),), _SITE_PLACE) for kind in SITES},
        "figures": ((frozenset({"value"}),), _SITE_PLACE),
        "people": (_PEOPLE, _AREA),
    }
)
"""What must be there before rows of a kind can be taken: of every group one set of fields."""


def fields_of(kind: Kind) -> tuple[FieldSpec, ...]:
    """Return the fields that a table of this kind can have."""
    return tuple(field for field in FIELDS if kind in field.kinds)


def missing(kind: Kind, given: set[str]) -> tuple[Group, ...]:
    """Return the groups of which the fields that are given hold no set as a whole."""
    return tuple(group for group in REQUIRED[kind] if not any(one <= given for one in group))


@lru_cache(maxsize=len(ALL))
def synonyms(kind: Kind) -> Mapping[str, tuple[str, int]]:
    """Return field and rank (0 the usual name) for each folded name of a column."""
    found: dict[str, tuple[str, int]] = {}
    for field in fields_of(kind):
        for rank, name in enumerate(field.synonyms):
            key = fold(name)
            if key not in found or rank < found[key][1]:
                found[key] = field.id, rank
    return MappingProxyType(found)
