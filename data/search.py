"""Finding towns, counties, circles and sites by what people type: zh or en, 台 or 臺, any width and case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from operator import add

from data.dataset import DataSet
from data.model import Name, Place, Site, Town
from data.names import fold, fold_all

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
    """A circle, county or town."""

    place: Place
    name: Name
    where: Name
    keys: str
    """folded names, each between line feeds"""
    context: str
    """folded names and area, for searches of several words"""


@dataclass(frozen=True, eq=False)
class _Index:
    """What is searched of a data set. A project may bring a hundred thousand sites: lists of text, and no objects."""

    areas: tuple[_Entry, ...]
    sites: tuple[Site, ...]
    keys: list[str]
    contexts: list[str]
    """folded names, operator, address and area of the sites, made for the first search of several words"""


def search(data: DataSet, text: str, limit: int = 30) -> tuple[Hit, ...]:
    """Return the best ``limit`` hits, best first; none for a text without a letter or digit.

    Whole names come before beginnings, these before parts; then circles, counties, towns, sites; then shorter names.
    """
    key = fold(text)
    if not key:
        return ()
    words = [word for word in map(fold, text.split()) if word]
    index = _index(data)
    if len(words) > 1 and not index.contexts:
        index.contexts.extend(map(add, index.keys, _made(_site_contexts, data)))
    found: list[tuple[int, int, int, str, _Entry | Site]] = [
        (-score, _KIND_ORDER[entry.place.kind], len(entry.name.zh), entry.name.zh, entry)
        for entry in index.areas
        if (score := _score(entry.keys, entry.context, key, words))
    ]
    contexts = index.contexts or index.keys
    found += [
        (-score, _KIND_ORDER["site"], len(site.name.zh), site.name.zh, site)
        for site, keys, context in zip(index.sites, index.keys, contexts, strict=True)
        if (score := _score(keys, context, key, words))
    ]
    return tuple(_hit(data, entry, -score) for score, *_, entry in nsmallest(limit, found, lambda hit: hit[:4]))


def _hit(data: DataSet, found: _Entry | Site, score: int) -> Hit:
    if isinstance(found, Site):
        return Hit(Place("site", found.id), found.name, _site_where(data, found), score)
    return Hit(found.place, found.name, found.where, score)


def _score(keys: str, context: str, key: str, words: list[str]) -> int:
    if key in keys:
        if f"\n{key}\n" in keys:
            return _EXACT
        return _PREFIX if f"\n{key}" in keys else _INSIDE
    return _WORDS if len(words) > 1 and all(word in context for word in words) else 0


_latest: dict[Callable[..., Iterable[str]], tuple[tuple[Site, ...], list[str]]] = {}
"""For what was made last of sites, by what made it, those sites and the texts: of very many an edit changes one."""


@lru_cache(maxsize=2)
def _index(data: DataSet) -> _Index:
    return _Index(tuple(_areas(data)), data.sites, _made(_site_keys, data), [])


def _made(make: Callable[[DataSet, list[Site]], Iterable[str]], data: DataSet) -> list[str]:
    """Return the text that ``make`` makes of each site; sites that were there last time keep theirs."""
    sites, texts = _latest.get(make, ((), []))
    known = dict(zip(map(id, sites), texts, strict=True))
    new = [site for site in data.sites if id(site) not in known]
    known |= zip(map(id, new), make(data, new), strict=True)
    found = [known[id(site)] for site in data.sites]
    _latest[make] = data.sites, found
    return found


def _site_keys(_: DataSet, sites: list[Site]) -> Iterator[str]:
    return map(_keys, zip(fold_all(one.name.zh for one in sites), fold_all(one.name.en for one in sites), strict=True))


def _site_contexts(data: DataSet, sites: list[Site]) -> Iterator[str]:
    where = {(one.town_code, one.county_code): one for one in sites}
    areas = {
        area: "\n".join(map(fold, (name.zh, name.en)))
        for area, name in zip(where, (_site_where(data, one) for one in where.values()), strict=True)
    }
    operators, localities = fold_all(one.operator for one in sites), fold_all(one.locality for one in sites)
    for site, operator, locality in zip(sites, operators, localities, strict=True):
        yield f"{operator}{locality}\n{areas[site.town_code, site.county_code]}"


def _areas(data: DataSet) -> Iterator[_Entry]:
    nowhere = Name("")
    for circle in data.circles.values():
        yield _entry(Place("circle", circle.id), circle.name, nowhere, (circle.short, circle.id))
    for county in data.counties:
        short = _short(county.name)
        yield _entry(Place("county", county.code), county.name, nowhere, (short.zh, short.en))
    for town in data.towns:
        yield _entry(Place("town", town.code), town.name, town.county.name, _town_keys(town))


def _entry(place: Place, name: Name, where: Name, others: tuple[str, ...]) -> _Entry:
    keys = _keys(fold(text) for text in (name.zh, name.en, *others))
    return _Entry(place, name, where, keys, "\n".join((keys, fold(where.zh), fold(where.en))))


def _keys(folded: Iterable[str]) -> str:
    return "\n" + "\n".join(dict.fromkeys(filter(None, folded))) + "\n"


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
