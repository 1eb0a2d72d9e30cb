"""Every way in which areas are written, looked up at once: today's names, earlier, shortened and English ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from data.dataset import DataSet
from data.intake.old_names import CITY_DISTRICTS, HALVES, OLD_COUNTIES, RENAMED
from data.marking import mark
from data.model import Town
from data.names import fold

EXACT = ""
OLD = mark(
    "Intake",
    "Cells whose names of areas of an earlier time were replaced by today's: {count}, for example {old} → {new}.",
)
SHORT = mark("Intake", "Cells whose shortened names of areas were completed: {count}, for example {old} → {new}.")
HALF = mark("Intake", "Cells whose part of a district was taken for the whole: {count}, for example {old} → {new}.")

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "A": "63000",
        "B": "66000",
        "C": "10017",
        "D": "67000",
        "E": "64000",
        "F": "65000",
        "G": "10002",
        "H": "68000",
        "I": "10020",
        "J": "10004",
        "K": "10005",
        "L": "66000",
        "M": "10008",
        "N": "10007",
        "O": "10018",
        "P": "10009",
        "Q": "10010",
        "R": "67000",
        "S": "64000",
        "T": "10013",
        "U": "10015",
        "V": "10014",
        "W": "09020",
        "X": "10016",
        "Z": "09007",
        "TPE": "63000",
        "TXG": "66000",
        "KEE": "10017",
        "TNN": "67000",
        "KHH": "64000",
        "NWT": "65000",
        "ILA": "10002",
        "TAO": "68000",
        "CYI": "10020",
        "HSQ": "10004",
        "MIA": "10005",
        "NAN": "10008",
        "CHA": "10007",
        "HSZ": "10018",
        "YUN": "10009",
        "CYQ": "10010",
        "PIF": "10013",
        "HUA": "10015",
        "TTT": "10014",
        "KIN": "09020",
        "PEN": "10016",
        "LIE": "09007",
    }
)
"""County by the letter of identity cards (COUNTYID of the published boundaries) and by the code of ISO 3166-2:TW."""

_SHORT_ENGLISH = {"District": ("Dist",), "Township": ("Twp", "Town"), "City": (), "County": ()}
_UPGRADED = ("64000", "65000", "66000", "67000", "68000")
VARIANTS = str.maketrans("台巿恒峯塩双莊坵嵋\u53bf\u533a\u4e61镇云\u5170\u83b2义", "臺市恆峰鹽雙庄丘眉縣區鄉鎮雲蘭蓮義")
"""Characters that are written for each other in names of areas; both sides of a comparison are translated."""
_PROVINCE = re.compile("(?:中華民國)?(?:臺灣省?|福建省)?")
_LONGEST_COUNTY = 3
_ALIKE, _CLEARLY = 0.6, 0.1
_MOST_ALIKE, _COMPARED = 3, 12
COUNTIES = "counties"


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
    county_codes: Senses
    """by LETTERS"""
    towns: Mapping[str, Senses]
    """senses within a county by its code, and under '' those anywhere"""
    english: Senses
    """of town and county together, in either order"""
    holders: Mapping[str, Set[str]]
    """codes of the areas in whose full name a character stands, by the character"""
    members: Mapping[str, Set[str]]
    """codes of the towns of each county, of all towns under '', and of the counties under COUNTIES"""

    def name(self, code: str) -> str:
        """Return the official name of an area, of a town with its county; '' for none."""
        return self.names.get(code[:5], "") + (self.names[code] if len(code) > 5 else "")

    def counties_before(self, key: str) -> Iterator[tuple[Sense, str]]:
        """Yield what county a text may begin with, the longest name first, and what follows it."""
        province = _PROVINCE.match(key)
        start = province.end() if province else 0
        for end in range(min(len(key), start + _LONGEST_COUNTY), start + 1, -1):
            sense = self.counties.get(key[start:end])
            if sense is not None and not sense.english:
                yield sense, key[end:]

    def town_in(self, county: Sense, key: str) -> Sense | None:
        """Return the town of this key in a county, or in the one of several that has it; None where none has."""
        found = {}
        for code in county.codes:
            sense = self.towns[code].get(key)
            if sense is None or (county.template == OLD and set(sense.codes) <= CITY_DISTRICTS.get(code, frozenset())):
                continue
            found[code] = sense
        if len(found) != 1:
            return None
        (sense,) = found.values()
        template = OLD if county.template == OLD else sense.template or county.template
        return sense if template == sense.template else replace(sense, template=template)

    def full_name(self, key: str) -> Sense | None:
        """Return what county and town together mean, None where that is no area."""
        for county, rest in self.counties_before(key):
            if (sense := self.town_in(county, rest)) is not None:
                return sense
        return self.english.get(key)

    def alike(self, text: str, within: str = "") -> tuple[str, ...]:
        """Return the full names of the areas most like ``text``, at most three, by the characters that they share.

        ``within`` is the code of a county whose towns are meant, '' for all towns, COUNTIES for the counties.
        """
        letters = set(place_key(text))
        meant = self.members[within]
        shared: Counter[str] = Counter()
        for letter in letters:
            shared.update(self.holders.get(letter, frozenset()) & meant)
        scored = []
        for code, count in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_COMPARED]:
            short = place_key(self.names[code])
            score = max(
                2 * count / (len(letters) + len(place_key(self.name(code)))),
                2 * len(letters.intersection(short)) / (len(letters) + len(short)),
            )
            if count > 1 and score >= _ALIKE:
                scored.append((-score, code))
        scored.sort()
        return tuple(self.name(code) for score, code in scored[:_MOST_ALIKE] if score - scored[0][0] < _CLEARLY)


class _Book:
    """Senses while they are collected: of one key the best kind counts, and areas of the same kind stand together."""

    _RANK: Mapping[str, int] = {EXACT: 0, OLD: 1, HALF: 1, SHORT: 2}

    def __init__(self) -> None:
        self._senses: dict[str, Sense] = {}

    def put(self, name: str, code: str, template: str = EXACT, english: bool = False) -> None:
        key = place_key(name)
        known = self._senses.get(key)
        new = Sense((code,), template, english)
        if known is None or self._RANK[template] < self._RANK[known.template]:
            self._senses[key] = new
        elif template == known.template and code not in known.codes:
            self._senses[key] = replace(known, codes=(*known.codes, code))

    def senses(self) -> Senses:
        return MappingProxyType(self._senses)


def place_key(text: str) -> str:
    """Return what a name of an area is looked up by: characters that are written for each other are one."""
    return fold(text).translate(VARIANTS)


@lru_cache(maxsize=2)
def gazetteer(geography: DataSet) -> Gazetteer:
    """Return the gazetteer of ``DataSet.geography``, which all data sets of one geography share."""
    counties, codes, english = _Book(), _Book(), _Book()
    for county in geography.counties:
        counties.put(county.name.zh, county.code)
        counties.put(county.name.zh[:-1], county.code, SHORT)
        for name in _english(county.name.en):
            counties.put(name, county.code, english=True)
    for name, code in OLD_COUNTIES.items():
        counties.put(name, code, OLD)
    counties.put("馬祖", "09007", SHORT)
    counties.put("Matsu", "09007", english=True)
    for letters, code in LETTERS.items():
        codes.put(letters, code, english=True)
    towns: dict[str, _Book] = defaultdict(_Book)
    for town in geography.towns:
        for name, template in _chinese(town):
            towns[town.county.code].put(name, town.code, template)
            towns[""].put(name, town.code, template)
        for name in _english(town.name.en):
            towns[town.county.code].put(name, town.code, english=True)
            towns[""].put(name, town.code, english=True)
            for county_name in _english(town.county.name.en):
                english.put(name + county_name, town.code, english=True)
                english.put(county_name + name, town.code, english=True)
    for name, code, _ in RENAMED:
        towns[code[:5]].put(name, code, OLD)
        towns[""].put(name, code, OLD)
    for name, code in HALVES.items():
        towns[code[:5]].put(name, code, HALF)
        towns[""].put(name, code, HALF)
    names = {county.code: county.name.zh for county in geography.counties}
    names |= {town.code: town.name.zh for town in geography.towns}
    return Gazetteer(
        MappingProxyType(names),
        counties.senses(),
        codes.senses(),
        MappingProxyType({code: book.senses() for code, book in towns.items()}),
        english.senses(),
        _holders(names),
        _members(names),
    )


def _chinese(town: Town) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a town is written, and the remark of each.

    Cities of counties were 鎮 or 鄉 before; of the counties that became municipalities every township became 區.
    """
    name, county = town.name.zh, town.county.code
    yield name, EXACT
    stem, suffix = name[:-1], name[-1]
    if len(stem) > 1:
        yield stem, SHORT
    if county in _UPGRADED and town.code not in CITY_DISTRICTS.get(county, ()):
        yield from ((stem + old, OLD) for old in "鄉鎮市")
    elif suffix == "市":
        yield from ((stem + old, OLD) for old in "鄉鎮")


def _english(name: str) -> Iterator[str]:
    """Yield an English name in full, with its last word shortened, and without it."""
    stem, _, kind = name.rpartition(" ")
    yield name
    yield stem
    yield from (f"{stem} {short}" for short in _SHORT_ENGLISH[kind])


def _holders(names: Mapping[str, str]) -> Mapping[str, Set[str]]:
    holders: dict[str, set[str]] = defaultdict(set)
    for code in names:
        for letter in place_key(names[code[:5]] + (names[code] if len(code) > 5 else "")):
            holders[letter].add(code)
    return MappingProxyType({letter: frozenset(codes) for letter, codes in holders.items()})


def _members(names: Mapping[str, str]) -> Mapping[str, Set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for code in names:
        for group in (code[:5], "") if len(code) > 5 else (COUNTIES,):
            members[group].add(code)
    return MappingProxyType({group: frozenset(codes) for group, codes in members.items()})
