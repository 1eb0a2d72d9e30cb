"""Finding towns, counties, circles and sites by what people type: zh or en, 台 or 臺, any width and case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.dataset import DataSet
from data.model import Name, Place, Site, Town
from data.names import fold

_EXACT, _PREFIX, _INSIDE, _WORDS = 4, 3, 2, 1
_KIND_ORDER = {"circle": 0, "county": 1, "town": 2, "site": 3}
_SUFFIXES = "縣市鄉鎮區"


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found. ``where`` tells places of one name apart; it is empty for circles and counties."""

    place: Place
    name: Name
    where: Name
    score: int
    """4 the whole name, 3 its beginning, 2 a part of it, 1 all words somewhere in name, operator or area"""


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    name: Name
    where: Name
    keys: str
    """folded names, each between line feeds"""
    context: str
    """folded names, operator and area, for searches of several words"""
    order: tuple[int, int, str]


def search(data: DataSet, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """Return the best ``limit`` hits, best first; none for a text without a letter or digit.

    Whole names come before beginnings, these before parts; then circles, counties, towns, sites; then shorter names.
    """
    key = fold(text)
    if not key:
        return ()
    words = [word for word in map(fold, text.split()) if word]
    found = [(score, entry) for entry in _index(data) if (score := _score(entry, key, words))]
    found.sort(key=lambda hit: (-hit[0], hit[1].order))
    return tuple(Hit(entry.place, entry.name, entry.where, score) for score, entry in found[:limit])


def _score(entry: _Entry, key: str, words: list[str]) -> int:
    if key in entry.keys:
        if f"\n{key}\n" in entry.keys:
            return _EXACT
        return _PREFIX if f"\n{key}" in entry.keys else _INSIDE
    return _WORDS if len(words) > 1 and all(word in entry.context for word in words) else 0


@lru_cache(maxsize=2)
def _index(data: DataSet) -> tuple[_Entry, ...]:
    return tuple(_entries(data))


def _entries(data: DataSet) -> Iterator[_Entry]:
    nowhere = Name("")
    for circle in data.circles.values():
        yield _entry(Place("circle", circle.id), circle.name, nowhere, (circle.short, circle.id))
    for county in data.counties:
        short = _short(county.name)
        yield _entry(Place("county", county.code), county.name, nowhere, (short.zh, short.en))
    for town in data.towns:
        yield _entry(Place("town", town.code), town.name, town.county.name, _town_keys(town))
    for site in data.sites:
        where = _site_where(data, site)
        yield _entry(Place("site", site.id), site.name, where, (), f"{site.operator}\n{site.locality}")


def _entry(place: Place, name: Name, where: Name, others: tuple[str, ...], context: str = "") -> _Entry:
    folded = dict.fromkeys(fold(text) for text in (name.zh, name.en, *others))
    folded.pop("", None)
    keys = "\n" + "\n".join(folded) + "\n"
    return _Entry(
        place,
        name,
        where,
        keys,
        "\n".join((keys, *map(fold, (context, where.zh, where.en)))),
        (_KIND_ORDER[place.kind], len(name.zh), name.zh),
    )


def _town_keys(town: Town) -> tuple[str, ...]:
    """County and town together, in full and as people shorten them, and in either order in English."""
    county, short = _short(town.county.name), _short(town.name)
    return (
        short.zh,
        short.en,
        town.county.name.zh + town.name.zh,
        county.zh + town.name.zh,
        county.zh + short.zh,
        town.name.en + town.county.name.en,
        town.county.name.en + town.name.en,
        short.en + county.en,
        county.en + short.en,
    )


def _short(name: Name) -> Name:
    zh = name.zh[:-1] if len(name.zh) > 2 and name.zh[-1] in _SUFFIXES else name.zh
    return Name(zh, name.en.rsplit(" ", 1)[0])


def _site_where(data: DataSet, site: Site) -> Name:
    row = data.town_index.get(site.town_code)
    if row is not None:
        return Name(data.towns[row].full_name("zh"), data.towns[row].full_name("en"))
    return data.counties[data.county_index[site.county_code]].name
