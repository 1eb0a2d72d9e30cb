"""Ready readers: the open data that planners download, known by the names of their columns.

The layouts are those of docs/formats of the publishers: contracted institutions of the National Health Insurance (both
editions), institutions of the Ministry of Health and Welfare, iTaiwan hot spots, base stations by county and operator,
registered population by village (ODRP), and lists of parks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from data.intake import fields
from data.intake.columns import by_name
from data.intake.headers import Header, keys_of
from data.intake.plan import SITE_KINDS, Kind
from data.marking import mark
from data.model import AreaLevel, Name, Variable
from data.names import fold
from data.readers.sheet import Row

Cells = Sequence[str]
Computed = Callable[[Header], Callable[[Cells], str] | None]
"""Given the header, what makes the cell of a field from those of a row; None where the columns for it are missing."""

MOBILE_5G = Variable(
    "mobile_5g_base_stations",
    Name("5G行動寬頻基地臺數", "5G base stations"),
    "count",
    "",
    Name("核准執照數，非涵蓋範圍", "licences, not coverage"),
    Name("國家通訊傳播委員會", "National Communications Commission"),
)
"""The base stations that the published table counts and the embedded set has not."""

_LEFT_OUT = mark("Intake", "Rows of clinics, pharmacies or other institutions, not of hospitals, left out: {count}.")
_OLD_NETWORKS = mark("Intake", "Rows of networks older than 4G, left out: {count}.")


@dataclass(frozen=True)
class Reader:
    """What is known of one published layout."""

    id: str
    name: Name
    signature: tuple[frozenset[str], ...]
    """folded names of columns; the table has one of every set"""
    kinds: tuple[Kind, ...]
    """what its rows can be, the usual one first"""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """names of the columns of fields where they are not the usual ones"""
    computed: Mapping[str, Computed] = field(default_factory=lambda: MappingProxyType({}))
    """fields that no column holds as it stands"""
    left_out: Callable[[Header], Callable[[Cells], bool]] | None = None
    """which rows are something else; only where the rows are of the first kind"""
    left_out_remark: str = ""
    level: AreaLevel = AreaLevel.TOWN
    variable: str = ""
    """id of the variable of the figures"""
    variables: tuple[Variable, ...] = ()
    """variables that the figures may be of and the embedded set has not"""
    counted: bool = False
    """every row is one of what the figure counts"""
    whole_country: bool = False
    """areas without a row count as 0 where the table has rows of every county"""
    settle: Callable[[str, frozenset[str]], str] = lambda variable, parts: variable
    """the variable of figures, given the parts that were summed in one period"""

    def kind_for(self, header: Header, rows: Sequence[Row]) -> Kind:
        """Return what the rows are: the first kind, unless a sample of them would all be left out."""
        if self.left_out is not None and rows:
            other = self.left_out(header)
            if all(other(cells) for _, cells in rows):
                return self.kinds[1]
        return self.kinds[0]


def _names(*names: str) -> frozenset[str]:
    return frozenset(map(fold, names))


def _position(header: Header, *names: str) -> int:
    """Return the position of the column with one of these names, -1 where there is none."""
    wanted = _names(*names)
    for column, name in enumerate(header.names):
        others = header.also[column] if column < len(header.also) else ""
        if wanted & {*keys_of(name), *keys_of(others)}:
            return column
    return -1


def _cell(cells: Cells, column: int) -> str:
    return cells[column].strip() if 0 <= column < len(cells) else ""


_HOSPITALS = {"1": "醫學中心", "2": "區域醫院", "3": "地區醫院"}
"""特約類別 of hospitals; 4 is a clinic, 5 a pharmacy, 6 another institution."""


def _contract(header: Header) -> Callable[[Cells], str]:
    column = _position(header, "特約類別")

    def category(cells: Cells) -> str:
        text = _cell(cells, column)
        return _HOSPITALS.get(text, text)

    return category


def _no_contracted_hospital(header: Header) -> Callable[[Cells], bool]:
    category = _contract(header)
    return lambda cells: not any(word in category(cells) for word in _HOSPITALS.values())


def _no_hospital(header: Header) -> Callable[[Cells], bool]:
    column = _position(header, "型態別")
    return lambda cells: "醫院" not in _cell(cells, column)


def _open(header: Header) -> Callable[[Cells], str] | None:
    """Return the status by 開業狀況, in which 0 stands for open; the date of the end of a contract counts besides."""
    column = _position(header, "開業狀況")
    if column < 0:
        return lambda cells: "特約中"
    return lambda cells: {"0": "開業", "": ""}.get(_cell(cells, column), _cell(cells, column))


_OLD_AGE = re.compile(r"people_?age_?(\d{3})(?:up)?_?[mf]|(?:(\d{2,3})歲(?:以上)?)[-_]?[男女]")


def _aged(header: Header) -> Callable[[Cells], str] | None:
    """Return the sum of people of 65 and more over the columns of single years of age."""
    ages: dict[int, int] = {}
    for column in range(len(header.names)):
        for name in (header.names[column], header.also[column] if column < len(header.also) else ""):
            if (found := _OLD_AGE.fullmatch(name.strip().lower())) is not None:
                ages[column] = int(found[1] or found[2])
    old = [column for column, age in ages.items() if age >= 65]
    if len(old) < 2 or max(ages.values()) < 100:
        return None

    def total(cells: Cells) -> str:
        counts = [_cell(cells, column).replace(",", "") for column in old]
        return str(sum(map(int, counts))) if all(count.isdecimal() for count in counts) else ""

    return total


def _generation(header: Header) -> Callable[[Cells], str]:
    column = _position(header, "類別")
    ids = {"4g": "mobile_4g_base_stations", "5g": MOBILE_5G.id}
    return lambda cells: ids.get(_cell(cells, column).casefold(), _cell(cells, column))


def _old_network(header: Header) -> Callable[[Cells], bool]:
    column = _position(header, "類別")
    return lambda cells: _cell(cells, column).casefold() in ("2g", "3g", "phs")


_THREE = ("中華", "遠傳", "台灣大", "臺灣大")


def _operators(variable: str, parts: frozenset[str]) -> str:
    """Return the variable by the operators that were counted: three since the mergers of 2023, five before."""
    if variable == "mobile_4g_base_stations" and parts and all(part.startswith(_THREE) for part in parts):
        return "mobile_4g_base_stations_three_operators"
    return variable


def _one(_: Header) -> Callable[[Cells], str]:
    return lambda cells: "1"


SITES: tuple[Kind, ...] = tuple(SITE_KINDS)
_CODE = _names("醫事機構代碼")
_PARKS = ("園區名稱", "產業園區名稱", "工業區名稱", "科學園區名稱", "科學園區")

READERS: tuple[Reader, ...] = (
    Reader(
        "nhi-contracted",
        Name("健保特約醫事機構", "NHI-contracted institutions"),
        (_CODE, _names("醫事機構名稱"), _names("特約類別"), _names("終止合約或歇業日期")),
        ("hospital", "own", "telemedicine"),
        {
            "name": ("醫事機構名稱",),
            "address": ("地址", "機構地址"),
            "hospital_code": ("醫事機構代碼",),
            "end": ("終止合約或歇業日期",),
            "area_code": (),
            "category": (),
            "status": (),
            "operator": (),
            "year": (),
        },
        {"category": _contract, "status": _open},
        _no_contracted_hospital,
        _LEFT_OUT,
    ),
    Reader(
        "institutions-located",
        Name("醫事機構名單（含經緯度）", "Institutions with coordinates"),
        (_CODE, _names("醫事機構名稱"), _names("經度"), _names("緯度")),
        ("hospital", "own", "telemedicine"),
        {"name": ("醫事機構名稱",), "address": ("醫事機構地址", "地址"), "hospital_code": ("醫事機構代碼",)},
    ),
    Reader(
        "medical-institutions",
        Name("醫療機構基本資料", "Medical institutions"),
        (_names("機構代碼"), _names("機構名稱"), _names("權屬別"), _names("型態別")),
        ("hospital", "own", "telemedicine"),
        {
            "name": ("機構名稱",),
            "hospital_code": ("機構代碼",),
            "place": ("縣市區名", "縣市鄉鎮"),
            "category": (),
            "operator": (),
        },
        left_out=_no_hospital,
        left_out_remark=_LEFT_OUT,
    ),
    Reader(
        "itaiwan",
        Name("iTaiwan公共無線上網熱點", "iTaiwan hot spots"),
        (_names("熱點名稱"), _names("主管機關"), _names("地區", "區域"), _names("地址")),
        ("figures", "own", "broadband"),
        {"name": ("熱點名稱",), "operator": ("主管機關",), "county": ("地區", "區域"), "place": (), "value": ()},
        {"value": _one},
        variable="public_wifi_hotspots_itaiwan",
        counted=True,
        whole_country=True,
    ),
    Reader(
        "base-stations",
        Name("行動通信業務基地臺統計數", "Base stations by county and operator"),
        (_names("縣市"), _names("統計期"), _names("業者名稱"), _names("類別"), _names("基地臺", "基地台")),
        ("figures",),
        {"value": ("基地臺", "基地台"), "part": ("業者名稱",), "period": ("統計期",), "variable": ()},
        {"variable": _generation},
        _old_network,
        _OLD_NETWORKS,
        AreaLevel.COUNTY,
        variables=(MOBILE_5G,),
        settle=_operators,
    ),
    Reader(
        "odrp-population",
        Name("村里戶籍人口（ODRP）", "Registered population by village (ODRP)"),
        (
            _names("statistic_yyymm", "統計年月"),
            _names("site_id", "區域別"),
            _names("village", "村里", "村里名稱"),
            _names("people_total", "人口數"),
        ),
        ("people",),
        {
            "period": ("statistic_yyymm", "統計年月"),
            "area_code": ("district_code", "區域別代碼"),
            "place": ("site_id", "區域別"),
            "part": ("village", "村里", "村里名稱"),
            "population": ("people_total", "人口數"),
            "households": ("household_no", "戶數"),
            "town": (),
            "county": (),
        },
        {"population_65plus": _aged},
    ),
    Reader(
        "parks",
        Name("產業園區、科學園區名單", "Science and industrial parks"),
        (_names(*_PARKS),),
        ("own", "ai"),
        {"name": _PARKS},
    ),
)
"""The more exact signatures first."""

BY_ID: Mapping[str, Reader] = MappingProxyType({reader.id: reader for reader in READERS})


def reader_of(header: Header) -> Reader | None:
    """Return the reader that knows a table by the names of its columns, None where none does."""
    names = {key for name in (*header.names, *header.also) for key in keys_of(name)}
    return next((reader for reader in READERS if all(one & names for one in reader.signature)), None)


def columns_of(reader: Reader, header: Header, kind: Kind) -> dict[str, int]:
    """Return the columns of the fields: those that the layout fixes, and by their names those that it leaves open."""
    fixed = {name: _position(header, *names) for name, names in reader.columns.items() if names}
    taken = {column for column in fixed.values() if column >= 0}
    found = {
        name: column
        for name, column in by_name(header, kind).items()
        if name not in reader.columns and column not in taken
    }
    found |= {name: column for name, column in fixed.items() if column >= 0 and kind in fields.BY_ID[name].kinds}
    return found
