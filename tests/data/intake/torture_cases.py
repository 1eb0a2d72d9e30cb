"""What the cases of the torture set are made of: rows of lists, and what importing their file gives.

The towns and coordinates are those of the data set, so that a point that goes astray lands in another town.
"""

from __future__ import annotations

import math
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
"""板橋區, 頭城鎮, 海端鄉, 那瑪夏區, 信義鄉, 桃園區: cities, coast and hills; some have namesakes."""


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
    return 6378137 * math.radians(one.lon), 6378137 * math.log(math.tan(math.pi / 4 + math.radians(one.lat) / 2))


_DAYS = ("民國110年3月1日", "110/3/1", "1100301", "110.3.1", "2021-03-01", "20210301")

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
