"""Sites that are there already: the same name at the same place."""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from data.model import Name, Precision, Site, Status
from data.names import fold

NEAR = 150.0
"""Metres within which two sites of one name are one. Geocoders differ by as much; branches are farther apart."""

_DEGREE = 111_320.0
"""Metres of a degree of latitude; of one of longitude it is the cosine of the latitude of that."""

_SIMPLE = re.compile(r"[\u4e00-\u9fff0-9a-z]+")

Cell = tuple[int, int]
Key = tuple[str, str]


def name_key(name: str) -> str:
    """Return ``fold(name)``, at once for the names that folding leaves alone but for 台."""
    return name.replace("台", "臺") if _SIMPLE.fullmatch(name) else fold(name)


def distance(one: Site, other: Site) -> float:
    """Return about how many metres two sites are apart; exact to a thousandth over some kilometres."""
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(east, one.lat - other.lat) * _DEGREE


def same_place(one: Site, other: Site) -> bool:
    """Whether two sites of one name and area are one: the same address, or near each other, or known no better."""
    exact = one.precision is Precision.SITE and other.precision is Precision.SITE
    if exact and distance(one, other) <= NEAR:
        return True
    if one.locality and other.locality:
        return fold(one.locality) == fold(other.locality)
    return not exact


def merged(there: Site, site: Site) -> Site:
    """Return a site with what a row says of it where it said nothing; a better place counts as more."""
    filled = {
        name: getattr(site, name)
        for name in ("operator", "locality", "year", "note", "category")
        if not getattr(there, name) and getattr(site, name)
    }
    if there.value is None and site.value is not None:
        filled |= {"value": site.value, "unit": site.unit}
    if there.status is Status.UNKNOWN and site.status is not Status.UNKNOWN:
        filled |= {"status": site.status, "status_text": site.status_text}
    if not there.name.en and site.name.en:
        filled["name"] = Name(there.name.zh, site.name.en)
    if site.precision is Precision.SITE and there.precision is not Precision.SITE:
        filled |= {"lon": site.lon, "lat": site.lat, "precision": site.precision, "town_code": site.town_code}
    extra = {**there.extra, **{key: text for key, text in site.extra.items() if text and not there.extra.get(key)}}
    if not filled and extra == dict(there.extra):
        return there
    return replace(there, extra=extra, source_id=site.source_id, source_location=site.source_location, **filled)


def renewed(there: Site, site: Site, told: Container[str]) -> Site:
    """Return a site as a row has it, in the place of the one that was there.

    ``told`` are the fields that the table speaks of. Of the others it says nothing, so they stay as they were, and so
    does the exact place where the row names no more than the township that it is in.
    """
    kept: dict[str, Any] = {name: getattr(there, name) for name in _PLAIN if name not in told}
    if "status" not in told:
        kept |= {"status": there.status, "status_text": there.status_text}
    if "value" not in told:
        kept |= {"value": there.value, "unit": there.unit}
    if "name_en" not in told:
        kept["name"] = Name(site.name.zh, there.name.en)
    exact = there.precision is Precision.SITE and site.precision is not Precision.SITE
    if exact and site.town_code in ("", there.town_code) and site.county_code == there.county_code:
        kept |= {name: getattr(there, name) for name in ("town_code", "lon", "lat", "precision")}
    extra = {**there.extra, **{key: text for key, text in site.extra.items() if key in told or key not in there.extra}}
    return replace(site, id=there.id, extra=extra, **kept)


_PLAIN = ("category", "operator", "locality", "year", "note")


@dataclass(slots=True)
class _Namesakes:
    """Many sites of one name in one area, found by place: chains and hot spots have hundreds."""

    first: int
    cells: dict[Cell, list[int]] = field(default_factory=dict)
    addresses: dict[str, int] = field(default_factory=dict)
    no_address: int = -1
    """the first of those without an address whose place is not exact"""
    vague: int = -1
    """the first whose place is not exact"""
    bare: int = -1
    """the first without an address"""


class Standing:
    """Sites that are there, to be asked for one of the same name at the same place."""

    def __init__(self, sites: Iterable[Site] = ()) -> None:
        self.sites: list[Site] = []
        self.rows: list[int] = []
        """number of the row that gave each site, 0 for those of the project"""
        self._named: dict[Key, int | _Namesakes] = {}
        for site in sites:
            self.add(site, 0, self.key(site))

    def key(self, site: Site) -> Key:
        """Return what namesakes have in common: name and area."""
        return name_key(site.name.zh or site.name.en), site.town_code or site.county_code

    def add(self, site: Site, row: int, key: Key) -> int:
        """Take in a site, and return its position."""
        at = len(self.sites)
        self.sites.append(site)
        self.rows.append(row)
        held = self._named.get(key)
        if held is None:
            self._named[key] = at
            return at
        if isinstance(held, int):
            first, held = held, _Namesakes(held)
            self._named[key] = held
            self._put(held, first)
        self._put(held, at)
        return at

    def find(self, site: Site, key: Key) -> int:
        """Return the position of a site of the same name at the same place, -1 where there is none."""
        held = self._named.get(key)
        if held is None:
            return -1
        if isinstance(held, int):
            return held if same_place(self.sites[held], site) else -1
        return self._among(held, site)

    def add_apart(self, site: Site, row: int) -> None:
        """Take in a site beside one that is found in its stead."""
        self.sites.append(site)
        self.rows.append(row)

    def replace(self, at: int, site: Site, row: int) -> None:
        """Put another site in the place of one; it has the same name and place."""
        self.sites[at] = site
        self.rows[at] = row

    def _put(self, held: _Namesakes, at: int) -> None:
        site = self.sites[at]
        address = fold(site.locality) if site.locality else ""
        if address:
            held.addresses.setdefault(address, at)
        elif held.bare < 0:
            held.bare = at
        if site.precision is Precision.SITE:
            held.cells.setdefault(_cell(site), []).append(at)
        elif held.vague < 0:
            held.vague = at
        if site.precision is not Precision.SITE and not address and held.no_address < 0:
            held.no_address = at

    def _among(self, held: _Namesakes, site: Site) -> int:
        address = fold(site.locality) if site.locality else ""
        if address and (at := held.addresses.get(address, -1)) >= 0:
            return at
        exact = site.precision is Precision.SITE
        if exact:
            column, row = _cell(site)
            near = (
                at
                for x in (column - 1, column, column + 1)
                for y in (row - 1, row, row + 1)
                for at in held.cells.get((x, y), ())
            )
            if (at := next((at for at in near if distance(self.sites[at], site) <= NEAR), -1)) >= 0:
                return at
            return held.no_address if address else held.vague
        return held.bare if address else held.first


def _cell(site: Site) -> Cell:
    """Return the cell of a grid somewhat wider than NEAR."""
    return int(site.lon * 500), int(site.lat * 600)
