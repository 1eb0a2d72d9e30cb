"""Cells as addresses: the township they begin with, and the address as it is written today.

Only the beginning is read: roads are named after areas everywhere (臺北市中山北路, 高雄市臺南街), so a name of an area
counts only where its place is, and with its 縣, 市, 鄉, 鎮 or 區; a county may lack it before a township's full name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data.dataset import DataSet
from data.intake.cleaned import Cleaned, Note, Refusal, check_length, shown
from data.intake.gazetteer import SHORT, VARIANTS, Gazetteer, Sense, gazetteer
from data.intake.numbers import UNKNOWN
from data.intake.places import NOWHERE, Area, check_county, name_remarks
from data.intake.postal import area_of_postal
from data.intake.texts import clean_text

BY_POSTAL = "{count} addresses name no township; the postal code gave it, as in {old} → {new}."
BY_NAME = "{count} addresses name no county; the township's name gave it, as in {old} → {new}."
ONLY_COUNTY = "{count} addresses name no township, so only the county is known, as of {old}."
OTHER_POSTAL = "{count} addresses lie elsewhere than their postal code says; the name counted, as in {old} → {new}."

FAR_ISLANDS = {"64000100": re.compile("東沙|南沙|太平島"), "10002040": re.compile("釣魚[臺台]")}
"""Islands that the map leaves out, by the township that they belong to."""

_POSTAL = re.compile(r"[(\[（［〔]?\s*([0-9]{3}(?:[- ]?[0-9]{2,3})?)\s*[)\]）］〕]?\s*(?![0-9巷弄號鄰樓])")
_BETWEEN = " ,，、"
_SUFFIXES = frozenset("鄉鎮市區")
_LONGEST = 4  # characters of a township's name
_HEAD = 16  # characters in which province, county and township stand


@dataclass(frozen=True, slots=True)
class Address:
    """Where an address lies, and how it is written today: with county and township, without postal code."""

    area: Area
    text: str


def find_address(raw: str, data: DataSet, county: str = "") -> Cleaned[Address]:
    """Return the township of an address, the county where it names no township; nowhere for an empty cell.

    ``county`` is the code of the county that the row states elsewhere. Raises Refusal where neither is named, where a
    township's name is that of several, and where the address lies in another county than the row says.
    """
    check_length(raw)
    return _address(data.geography, raw, county)


@lru_cache(maxsize=10_000)
def _address(geography: DataSet, raw: str, county: str) -> Cleaned[Address]:
    book = gazetteer(geography)
    cleaned = clean_text(raw)
    text = cleaned.value
    if text.upper() in UNKNOWN:
        return Cleaned(Address(NOWHERE, ""))
    code = _POSTAL.match(text)
    postal = _postal(code[1], geography) if code else NOWHERE
    rest = text[code.end() :] if code else text
    head = "".join(letter for letter in rest[: 2 * _HEAD] if letter not in _BETWEEN)[:_HEAD]
    sense, length = _leading(book, head.translate(VARIANTS), county, postal, text)
    named = Area(county) if sense is None else _area(sense.codes[0])
    area = postal if not named.town_code and _agree(named, postal) and postal.county_code else named
    if not area.county_code:
        raise Refusal("{value} begins with no county or township.", value=shown(text))
    check_county(book, text, area.county_code, county)
    if (far := FAR_ISLANDS.get(area.town_code)) and (island := far.search(rest)):
        raise Refusal("{value} lies on {name}, which the map leaves out.", value=shown(text), name=island[0])
    remarks = list(cleaned.remarks)
    if sense is not None:
        remarks += _name_remarks(book, head[:length], sense, county)
    if not area.town_code:
        remarks.append(Note(ONLY_COUNTY, shown(text)))
    elif not named.town_code:
        remarks.append(Note(BY_POSTAL, shown(text), book.name(area.town_code)))
    if not _agree(area, postal):
        remarks.append(Note(OTHER_POSTAL, shown(text), book.name(area.town_code or area.county_code)))
    written = book.name(area.town_code or area.county_code) + _after(rest, length)
    return Cleaned(Address(area, written), tuple(remarks))


def _area(code: str) -> Area:
    return Area(code[:5], code if len(code) > 5 else "")


def _agree(one: Area, other: Area) -> bool:
    """Whether one of two areas lies in the other; nowhere agrees with all."""
    codes = (one.town_code or one.county_code, other.town_code or other.county_code)
    return codes[0].startswith(codes[1]) or codes[1].startswith(codes[0])


def _postal(code: str, geography: DataSet) -> Area:
    """Return the area of the postal code before an address, nowhere for a wrong one: the name is there as well."""
    try:
        return area_of_postal(code, geography).value
    except Refusal:
        return NOWHERE


def _leading(book: Gazetteer, key: str, county: str, postal: Area, text: str) -> tuple[Sense | None, int]:
    """Return the area that an address begins with, None for none, and how many characters name it."""
    whole: tuple[Sense, int] | None = None
    for sense, rest in book.counties_before(key):
        town, length = _town(book, sense, rest)
        if town is not None:
            return town, len(key) - len(rest) + length
        if sense.template != SHORT and whole is None:
            whole = sense, len(key) - len(rest)
            _check_likeness(book, sense.codes[0], rest, text)
    if whole is not None:
        return whole
    if county:
        return _town(book, Sense((county,)), key)
    for length in range(min(_LONGEST, len(key)), 1, -1):
        town = book.towns[""].get(key[:length])
        if town is None or key[length - 1] not in _SUFFIXES:
            continue
        if len(town.codes) > 1:
            if postal.town_code not in town.codes:
                names = tuple(book.name(code) for code in town.codes)
                raise Refusal(
                    "{value} may be in {candidates}.",
                    value=shown(text),
                    candidates=", ".join(names),
                    proposals=tuple(name + _after(text, length) for name in names),
                )
            town = Sense((postal.town_code,), town.template)
        return town, length
    return None, 0


def _town(book: Gazetteer, county: Sense, key: str) -> tuple[Sense | None, int]:
    """Return the town of a county that a text begins with, and the length of its name, which has its suffix."""
    for length in range(min(_LONGEST, len(key)), 1, -1):
        if key[length - 1] in _SUFFIXES and (town := book.town_in(county, key[:length])) is not None:
            return town, length
    return None, 0


def _check_likeness(book: Gazetteer, county: str, rest: str, text: str) -> None:
    """Raise Refusal where what follows the county is nearly the name of a township of it, as 板僑區 is."""
    end = next((at for at in range(1, min(_LONGEST, len(rest))) if rest[at] in _SUFFIXES), 0)
    towns = {code for code in book.names if len(code) > 5 and code.startswith(county)}
    if end and (alike := book.alike(rest[: end + 1], towns)):
        behind = text[text.rindex(rest[: end + 1]) + end + 1 :] if rest[: end + 1] in text else ""
        raise Refusal(
            "{value} names no township of {county}.",
            value=shown(text),
            county=book.name(county),
            proposals=tuple(name + behind for name in alike),
        )


def _name_remarks(book: Gazetteer, named: str, sense: Sense, county: str) -> tuple[Note, ...]:
    remarks = name_remarks(book, named, sense)
    full = book.name(sense.codes[0])
    if len(sense.codes[0]) > 5 and not county and named[: len(full) - 1] != full[:-1] and len(named) <= _LONGEST:
        return (*remarks, Note(BY_NAME, named, full))
    return remarks


def _after(text: str, length: int) -> str:
    """Return what follows the first ``length`` characters of a text, those between names not counted."""
    at = 0
    while length:
        length -= text[at] not in _BETWEEN
        at += 1
    return text[at:].lstrip(_BETWEEN)
