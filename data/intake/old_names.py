"""Names and codes of areas of an earlier time, as they stand in lists that are older than the areas of today.

臺北縣, 臺中縣, 臺南縣 and 高雄縣 became or joined municipalities on 2010-12-25, 桃園縣 on 2014-12-25, and their
townships became districts. What else was renamed is listed with its year.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OLD_COUNTIES: Mapping[str, str] = MappingProxyType(
    {"臺北縣": "65000", "桃園縣": "68000", "臺中縣": "66000", "臺南縣": "67000", "高雄縣": "64000"}
)
"""Today's county by the name of one that was."""

OLD_COUNTY_CODES: Mapping[str, str] = MappingProxyType(
    {
        "10001": "65000",
        "10003": "68000",
        "10006": "66000",
        "10011": "67000",
        "10012": "64000",
        "10019": "66000",
        "10021": "67000",
    }
)
"""Today's county by the code of one that was; the last two are the cities 臺中市 and 臺南市 before 2010."""

CITY_DISTRICTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "64000": frozenset(f"64000{number:02}0" for number in range(1, 12)),
        "66000": frozenset(f"66000{number:02}0" for number in range(1, 9)),
        "67000": frozenset(f"67000{number:02}0" for number in range(32, 38)),
    }
)
"""By county the towns that were districts of a city before 2010, so never 鄉, 鎮 or 市 of a county."""

RENAMED: tuple[tuple[str, str, int], ...] = (
    ("城中區", "63000050", 1990),
    ("雙園區", "63000070", 1990),
    ("龍山區", "63000070", 1990),
    ("延平區", "63000060", 1990),
    ("建成區", "63000060", 1990),
    ("景美區", "63000080", 1990),
    ("木柵區", "63000080", 1990),
    ("中區", "67000370", 2004),
    ("西區", "67000370", 2004),
    ("三民鄉", "64000380", 2008),
    ("吳鳳鄉", "10010180", 1989),
    ("三地鄉", "10013260", 1992),
    ("古亭區", "63000050", 1990),
    ("古亭區", "63000030", 1990),
)
"""Names that were given up, the code of today's town in the same county of today, and the year; one was divided."""

HALVES: Mapping[str, str] = MappingProxyType(
    {"三民一": "64000050", "三民二": "64000050", "鳳山一": "64000120", "鳳山二": "64000120"}
)
"""Town code by the offices of household registration that tables of population name instead of two districts."""
