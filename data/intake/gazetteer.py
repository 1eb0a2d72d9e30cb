"""Every way in which the areas are written, looked up at once: today's names, earlier ones, shortened and English ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from types import MappingProxyType

from data.dataset import DataSet
from data.intake.old_names import CITY_DISTRICTS, HALVES, OLD_COUNTIES, OLD_COUNTY_CODES, RENAMED
from data.model import Town
from data.names import fold, official

EXACT = ""
OLD = "{count} cells: names of areas of an earlier time were replaced by today's, as in {old} → {new}."
SHORT = "{count} cells: shortened names of areas were completed, as in {old} → {new}."
HALF = "{count} cells: parts of a district were taken for the whole, as in {old} → {new}."

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        **{"A": "63000", "B": "66000", "C": "10017", "D": "67000", "E": "64000", "F": "65000", "G": "10002"},
        **{"H": "68000", "I": "10020", "J": "10004", "K": "10005", "L": "66000", "M": "10008", "N": "10007"},
        **{"O": "10018", "P": "10009", "Q": "10010", "R": "67000", "S": "64000", "T": "10013", "U": "10015"},
        **{"V": "10014", "W": "09020", "X": "10016", "Z": "09007"},
        **{"TPE": "63000", "TXG": "66000", "KEE": "10017", "TNN": "67000", "KHH": "64000", "NWT": "65000"},
        **{"ILA": "10002", "TAO": "68000", "CYI": "10020", "HSQ": "10004", "MIA": "10005", "NAN": "10008"},
        **{"CHA": "10007", "HSZ": "10018", "YUN": "10009", "CYQ": "10010", "PIF": "10013", "HUA": "10015"},
        **{"TTT": "10014", "KIN": "09020", "PEN": "10016", "LIE": "09007"},
    }
)
"""County by the letter of identity cards (COUNTYID of the published boundaries) and by the code of ISO 3166-2:TW."""

SUFFIXES = "縣市鄉鎮區"
_UPGRADED = ("64000", "65000", "66000", "67000", "68000")
_VARIANTS = str.maketrans("巿恒峯塩双莊坵嵋县区乡镇云兰莲义", "市恆峰鹽雙庄丘眉縣區鄉鎮雲蘭蓮義")
_ALIKE = 0.6
_MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """What a way of writing means: one area or several, and the remark that it deserves."""

    codes: tuple[str, ...]
    template: str = EXACT
    english: bool = False


Senses = Mapping[str, Sense]


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """The senses by their ``place_key``."""

    names: Mapping[str, str]
    """official name by code, of counties and of towns without their county"""
    counties: Senses
    county_letters: Senses
    towns: Mapping[str, Senses]
    """senses within a county by its code, and under '' those anywhere"""
    full_names: Senses
    """of county and town together, in any of their names"""
    old_codes: Mapping[str, str]
    holders: Mapping[str, Set[str]]
    """codes of the areas in whose full name a character stands"""

    def name(self, code: str) -> str:
        """Return the official name of an area, of a town with its county; '' for none."""
        return self.names.get(code[:5], "") + (self.names[code] if len(code) > 5 else "")

    def towns_of(self, county: str) -> Senses:
        return self.towns.get(county, {})

    def alike(self, text: str, codes: Set[str]) -> tuple[str, ...]:
        """Return the names most like ``text`` among these areas, at most three; in full where ``text`` is."""
        key = place_key(text)
        shared: dict[str, int] = defaultdict(int)
        for letter in set(key):
            for code in self.holders.get(letter, ()):
                shared[code] += code in codes
        likely = sorted((code for code in shared if shared[code] > 1), key=lambda code: (-shared[code], code))[:40]
        scored = []
        for code in likely:
            score = max(SequenceMatcher(None, key, place_key(name)).ratio() for name in (self.names[code], self.name(code)))
            if score >= _ALIKE:
                scored.append((-score, code))
        return tuple(self.name(code) for _, code in sorted(scored)[:_MOST_ALIKE])


def place_key(text: str) -> str:
    """Return what a name of an area is looked up by: characters that are written for each other are one."""
    return fold(text).translate(_VARIANTS)


@lru_cache(maxsize=2)
def gazetteer(geography: DataSet) -> Gazetteer:
    """Return the gazetteer of ``DataSet.geography``, which all data sets of one geography share."""
    counties, letters = _Book(), _Book()
    for county in geography.counties:
        counties.put(county.name.zh, county.code)
        counties.put(county.name.zh[:-1], county.code, SHORT)
        for name in (county.name.en, county.name.en.rsplit(" ", 1)[0]):
            counties.put(name, county.code, english=True)
    for name, code in OLD_COUNTIES.items():
        counties.put(name, code, OLD)
    counties.put("馬祖", "09007", SHORT)
    counties.put("Matsu", "09007", english=True)
    for letter, code in LETTERS.items():
        letters.put(letter, code, english=True)
    towns: dict[str, _Book] = defaultdict(_Book)
    full = _Book()
    for town in geography.towns:
        for way in _ways(town):
            for book in (towns[town.county.code], towns[""]):
                book.put(*way)
    for town in geography.towns:
        county = town.county
        for name, code, template, english in _ways(town):
            if english:
                full.put(name + county.name.en, code, template, True)
                full.put(county.name.en + name, code, template, True)
                continue
            full.put(county.name.zh + name, code, template)
            full.put(county.name.zh[:-1] + name, code, template or SHORT)
            if name[-1] in SUFFIXES:
                full.put(f"{county.name.zh}{name}".replace(county.name.zh, f"臺灣省{county.name.zh}"), code, template)
            for old, today in OLD_COUNTIES.items():
                if today == county.code and code not in CITY_DISTRICTS.get(county.code, ()):
                    full.put(old + name, code, OLD)
    names = {county.code: county.name.zh for county in geography.counties}
    names |= {town.code: town.name.zh for town in geography.towns}
    return Gazetteer(
        names,
        counties.senses(),
        letters.senses(),
        {county: book.senses() for county, book in towns.items()},
        full.senses(),
        OLD_COUNTY_CODES,
        _holders(names),
    )
