"""Cells as addresses: the township they begin with, and the address as it is written today.

Only the beginning is read: roads are named after areas everywhere (臺北市中山北路, 高雄市臺南街), so a name of an area
counts only where its place is, and with its 縣, 市, 鄉, 鎮 or 區; a county may lack it before a township's full name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from data.dataset import DataSet
from data.intake.cleaned import Cleaned, Note, Refusal, check_length, remembered, shown
from data.intake.gazetteer import SHORT, VARIANTS, Gazetteer, Sense, gazetteer, place_key
from data.intake.numbers import UNKNOWN
from data.intake.places import NOWHERE, Area, check_county, name_remarks
from data.intake.postal import area_of_postal
from data.intake.texts import clean_text
from data.marking import mark

BY_POSTAL = mark(
    "Intake", "Addresses that name no township, which the postal code gave: {count}, for example {old} → {new}."
)
BY_NAME = mark(
    "Intake", "Addresses that name no county, which the township's name gave: {count}, for example {old} → {new}."
)
ONLY_COUNTY = mark(
    "Intake", "Addresses that name no township, so that only the county is known: {count}, for example {old}."
)
OTHER_POSTAL = mark(
    "Intake",
    "Addresses elsewhere than their postal code says, of which the name counted: {count}, for example {old} → {new}.",
)

FAR_ISLANDS = {"64000100": re.compile("東沙|南沙|太平島"), "10002040": re.compile("釣魚[臺台]")}
"""Islands that the map leaves out, by the township that they belong to."""

_POSTAL = re.compile(r"[(\[（［〔]?\s*([0-9]{3}(?:[- ]?[0-9]{2,3})?)\s*[)\]）］〕]?\s*(?![0-9巷弄號鄰樓])")
_BETWEEN = " ,，、-－/／"
_WITHOUT = str.maketrans("", "", _BETWEEN)
_ENDING = re.compile(
    r"^(?:Taiwan|R\.?O\.?C\.?|\(R\.?O\.?C\.?\)|Taiwan \(R\.?O\.?C\.?\))$|\s*[0-9]{3,6}$", re.IGNORECASE
)
_SUFFIXES = frozenset("鄉鎮市區")
_ROADS = frozenset("路街")
_LONGEST = 4  # characters of a township's name
_HEAD = 16  # characters in which province, county and township stand


@dataclass(frozen=True, slots=True)
class Address:
    """Where an address lies, and how it is written today: with county and township, without postal code.

    English addresses stay as they are.
    """

    area: Area
    text: str


def find_address(raw: str, data: DataSet, county: str = "") -> Cleaned[Address]:
    """Return the township of an address, the county where it names no township; nowhere for an empty cell.

    ``county`` is the code of the county that the row states elsewhere. Raises Refusal where neither is named, where a
    township's name is that of several, and where the address lies in another county than the row says.
    """
    check_length(raw)
    return _address(data.geography, raw, county)


@remembered(maxsize=10_000)
def _address(geography: DataSet, raw: str, county: str) -> Cleaned[Address]:
    book = gazetteer(geography)
    cleaned = clean_text(raw)
    text = cleaned.value
    if text.upper() in UNKNOWN:
        return Cleaned(Address(NOWHERE, ""))
    code = _POSTAL.match(text)
    postal = _postal(code[1], geography) if code else NOWHERE
    rest = text[code.end() :] if code else text
    head = rest[: 2 * _HEAD].translate(_WITHOUT)[:_HEAD]
    sense, length = _leading(book, head.translate(VARIANTS), county, postal, rest)
    if sense is None and text.isascii():
        sense = _english(book, text)
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
    english = sense is not None and not length
    written = text if english else book.name(area.town_code or area.county_code) + _after(rest, length)
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


def _leading(book: Gazetteer, key: str, county: str, postal: Area, rest: str) -> tuple[Sense | None, int]:
    """Return the area that an address begins with, None for none, and how many characters name it.

    ``rest`` is the address behind its postal code, ``key`` its beginning as names of areas are looked up.
    """
    whole: tuple[Sense, int] | None = None
    for sense, behind in book.counties_before(key):
        start = len(key) - len(behind)
        town, length = _town(book, sense, behind)
        if town is None and (twice := _same_again(book, sense, behind)):
            start, behind = start + twice, behind[twice:]
            town, length = _town(book, sense, behind)
        if town is not None:
            return _only(book, town, postal, rest, start + length), start + length
        if sense.template != SHORT and whole is None:
            whole = sense, start
            _check_likeness(book, sense.codes[0], behind, rest, start)
    if whole is not None:
        return whole
    if county:
        town, length = _town(book, Sense((county,)), key)
        return (None, 0) if town is None else (_only(book, town, postal, rest, length), length)
    for length in _lengths(key):
        town = book.towns[""].get(key[:length])
        if town is not None and town.template != SHORT:
            return _only(book, town, postal, rest, length), length
    return None, 0


def _english(book: Gazetteer, text: str) -> Sense | None:
    """Return the township with which an English address ends: Banqiao District, New Taipei City 220, Taiwan."""
    parts = [part for part in (_ENDING.sub("", part.strip()).strip() for part in text.split(",")) if part]
    return book.english.get(place_key("".join(parts[-2:])))


def _only(book: Gazetteer, town: Sense, postal: Area, rest: str, length: int) -> Sense:
    """Return a town that is the only one of its name, or the one of the postal code. Raises Refusal."""
    if len(town.codes) == 1:
        return town
    if postal.town_code in town.codes:
        return replace(town, codes=(postal.town_code,))
    names = tuple(book.name(code) for code in town.codes)
    raise Refusal(
        "{value} may be in {candidates}.",
        value=shown(rest),
        candidates=", ".join(names),
        proposals=tuple(name + _after(rest, length) for name in names),
    )


def _same_again(book: Gazetteer, county: Sense, behind: str) -> int:
    """Return the length of a county's name that follows it once more, as where two columns were joined; 0 for none."""
    again = (len(behind) - len(rest) for sense, rest in book.counties_before(behind) if sense.codes == county.codes)
    return next(again, 0) if county.template != SHORT else 0


def _town(book: Gazetteer, county: Sense, key: str) -> tuple[Sense | None, int]:
    """Return the town of a county that a text begins with, and the length of its name; alone it may be shortened."""
    if len(key) <= _LONGEST and (alone := book.town_in(county, key)) is not None:
        return alone, len(key)
    for length in _lengths(key):
        town = book.town_in(county, key[:length])
        if town is not None and book.towns[town.codes[0][:5]][key[:length]].template != SHORT:
            return town, length
    return None, 0


def _lengths(key: str) -> Iterator[int]:
    """Yield the lengths, longest first, of which the beginning of a text may be the full name of a township.

    前鎮 and 新市 end like names of townships and are halves of them, which is seen later; 太平市場 is a market.
    """
    for length in range(min(_LONGEST, len(key)), 1, -1):
        if key[length - 1] in _SUFFIXES and key[length : length + 1] != "場":
            yield length


def _check_likeness(book: Gazetteer, county: str, behind: str, rest: str, start: int) -> None:
    """Raise Refusal where what follows the county is nearly the name of a township of it, as 板僑區 is."""
    for length in reversed(tuple(_lengths(behind))):
        likely = behind[:length]
        if likely in book.towns[county] or behind[length : length + 1] in _ROADS:
            continue
        if names := book.alike(likely, county):
            raise Refusal(
                "{value} names no township of {county}.",
                value=shown(rest),
                county=book.name(county),
                proposals=tuple(name + _after(rest, start + length) for name in names),
            )


def _name_remarks(book: Gazetteer, named: str, sense: Sense, county: str) -> tuple[Note, ...]:
    remarks = name_remarks(book, named, sense)
    full = book.name(sense.codes[0])
    stated = county or not named  # an English address, which is known by township and county
    if len(sense.codes[0]) > 5 and not stated and named[: len(full) - 1] != full[:-1] and len(named) <= _LONGEST:
        return (*remarks, Note(BY_NAME, named, full))
    return remarks


def _after(text: str, length: int) -> str:
    """Return what follows the first ``length`` characters of a text, those between names not counted."""
    at = 0
    while length:
        length -= text[at] not in _BETWEEN
        at += 1
    return text[at:].lstrip(_BETWEEN)
