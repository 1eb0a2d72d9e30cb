"""The words that cells of a table of sites or figures have for codes, and the codes of such words.

Words of both languages are understood, whichever the window speaks: tables are pasted from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from data.model import KINDS, AreaLevel, Language, Layer, Name, Precision, Status
from data.names import fold
from data.vocabulary import words

LAYERS: Mapping[str, Name] = MappingProxyType(
    {
        Layer.AI: Name("AI 產業據點", "AI industry sites"),
        Layer.BROADBAND: Name("寬頻據點", "Broadband sites"),
        Layer.TELEMEDICINE: Name("遠距醫療據點", "Telemedicine points"),
        Layer.HOSPITAL: Name("醫院", "Hospitals"),
        Layer.DIGITAL: Name("數位服務據點", "Digital service sites"),
    }
)
STATUSES: Mapping[str, Name] = MappingProxyType({status: words(status) for status in Status})
PRECISIONS: Mapping[str, Name] = MappingProxyType(
    {
        Precision.SITE: Name("據點座標", "coordinates of the site"),
        Precision.TOWN: Name("鄉鎮市區代表點", "township's point"),
        Precision.COUNTY: Name("僅知縣市", "county only"),
    }
)
LEVELS: Mapping[str, Name] = MappingProxyType(
    {
        AreaLevel.TOWN: Name("鄉鎮市區", "township"),
        AreaLevel.COUNTY: Name("縣市", "county"),
        AreaLevel.CIRCLE: Name("生活圈", "life circle"),
        AreaLevel.RURAL: Name("偏鄉", "rural class"),
        AreaLevel.NON_RURAL: Name("非偏鄉", "non-rural class"),
        AreaLevel.NATION: Name("全國", "nation"),
    }
)
FIGURE_KINDS: Mapping[str, Name] = MappingProxyType({kind: words(kind) for kind in KINDS})


def shown(table: Mapping[str, Name], code: str, language: Language) -> str:
    """Return the words of a code, the code itself where there are none."""
    name = table.get(code)
    return code if name is None else name.text(language)


def code_of(table: Mapping[str, Name], text: str) -> str | None:
    """Return the code that a text names by itself or by its words in either language; None where it names none."""
    key = fold(text)
    for code, name in table.items():
        if key in (fold(code), fold(name.zh), fold(name.en)) and key:
            return str(code)
    return None


def category_words(codes: Iterable[str]) -> Mapping[str, Name]:
    """Return the words of some categories."""
    return {code: words(code) for code in codes if code}


def listed(names: Iterable[Name]) -> Name:
    """Return names one behind the other, as a sentence names what might stand there instead."""
    found = tuple(names)
    return Name("、".join(one.zh for one in found), ", ".join(one.text("en") for one in found))
