"""Definitions that a project brings along: drafts that are painted town by town, and what is kept of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import numpy as np

from data.circles import membership
from data.dataset import DataSet
from data.errors import InputError
from data.model import Definition, Member, Name, Source
from data.own_ids import PREFIX
from data.own_sources import is_date

Stroke = Literal["add", "move", "erase"]
"""What a stroke does to the towns it touches: they belong to the circle too, to it alone, or to it no longer."""

LONGEST_NAME, LONGEST_NOTE = 60, 1000
"""Letters: a name stands in the title of sheets and in choosers."""


def is_own(definition_id: str) -> bool:
    """Tell whether a definition is one that a project brought along, also where a scenario was applied to its data."""
    return definition_id.startswith(PREFIX)


@dataclass(frozen=True)
class Draft:
    """Which towns belong to which circles, for every circle of the data set, also while it has none."""

    circles: tuple[str, ...]
    """ids, in the order in which ``Overlap.FIRST`` counts them"""
    towns: tuple[frozenset[str], ...]
    """codes of the towns of each of these circles"""

    def of(self, circle: str) -> frozenset[str]:
        """Return the codes of the towns of a circle."""
        return self.towns[self.circles.index(circle)]

    def stroked(self, circle: str, codes: Iterable[str], stroke: Stroke) -> Draft:
        """Return the draft after a stroke over towns."""
        touched = frozenset(codes)
        changed = []
        for one, towns in zip(self.circles, self.towns, strict=True):
            if one == circle:
                changed.append(towns - touched if stroke == "erase" else towns | touched)
            else:
                changed.append(towns - touched if stroke == "move" else towns)
        return replace(self, towns=tuple(changed))

    def freed(self, codes: Iterable[str]) -> Draft:
        """Return the draft with these towns in no circle."""
        touched = frozenset(codes)
        return replace(self, towns=tuple(towns - touched for towns in self.towns))

    def shifted(self, circle: str, by: int) -> Draft:
        """Return the draft with a circle ``by`` places further back in the order, as far as there are places."""
        row = self.circles.index(circle)
        to = min(max(row + by, 0), len(self.circles) - 1)
        order = [one for one in range(len(self.circles)) if one != row]
        order.insert(to, row)
        return Draft(tuple(self.circles[one] for one in order), tuple(self.towns[one] for one in order))

    @property
    def assigned(self) -> frozenset[str]:
        """The codes of the towns of any circle."""
        return frozenset().union(*self.towns)

    @property
    def shared(self) -> frozenset[str]:
        """The codes of the towns of more than one circle."""
        seen: set[str] = set()
        found: set[str] = set()
        for towns in self.towns:
            found |= towns & seen
            seen |= towns
        return frozenset(found)


def empty_draft(data: DataSet) -> Draft:
    """Return the draft in which no town belongs to a circle."""
    circles = tuple(sorted(data.circles, key=lambda one: data.circles[one].order))
    return Draft(circles, (frozenset(),) * len(circles))


def draft_of(data: DataSet, definition_id: str) -> Draft:
    """Return the draft that is as a definition; circles that it has not come last. Raises KeyError."""
    named = data.definitions[definition_id].circles
    circles = (*named, *(one for one in empty_draft(data).circles if one not in named))
    towns: dict[str, set[str]] = {circle: set() for circle in circles}
    for town, found in zip(data.towns, membership(data, definition_id), strict=True):
        for circle in found:
            towns[circle].add(town.code)
    return Draft(circles, tuple(frozenset(towns[circle]) for circle in circles))


@lru_cache(maxsize=2)
def _by_county(data: DataSet) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {county.code: [] for county in data.counties}
    for town in data.towns:
        found[town.county.code].append(town.code)
    return MappingProxyType({county: tuple(codes) for county, codes in found.items()})


def towns_of_counties(data: DataSet, codes: Iterable[str]) -> frozenset[str]:
    """Return the codes of all towns of the counties in which the towns of these codes lie."""
    by_county = _by_county(data.geography)
    return frozenset(code for county in {one[:5] for one in codes} for code in by_county[county])


def areas_of(data: DataSet, codes: Set[str]) -> Iterator[str]:
    """Yield the fewest areas that are exactly these towns: a county all of whose towns are among them, else towns."""
    for county, towns in _by_county(data.geography).items():
        inside = [code for code in towns if code in codes]
        if len(inside) == len(towns):
            yield county
        else:
            yield from inside


def definition_of(
    data: DataSet, draft: Draft, definition_id: str, name: Name, source_id: str, note: str = ""
) -> Definition:
    """Return a draft as a definition, each line of which cites ``source_id``; circles without towns are left out.

    Nothing in it is an assumption of the program's: whoever painted it answers for it.
    """
    members = tuple(
        Member(circle, area, assumption=False, source_id=source_id, source_location="", note="")
        for circle, towns in zip(draft.circles, draft.towns, strict=True)
        for area in areas_of(data, towns)
    )
    return Definition(definition_id, name, source_id, members, note)


def missing(draft: Draft, name: Name, source: Source) -> InputError | None:
    """Return the first thing without which a draft cannot be kept, None if nothing is missing."""
    if not draft.assigned:
        return InputError("Paint at least one township into a circle.")
    if not name.zh:
        return InputError("Give the definition a Chinese name.")
    if max(len(name.zh), len(name.en)) > LONGEST_NAME:
        return InputError("A name has at most {count} letters.", count=LONGEST_NAME)
    if not source.title or not source.publisher:
        return InputError("Say what the definition stands on: title and publisher of the source.")
    if not is_date(source.date):
        return InputError("Write the date of the source as 2026, 2026-11 or 2026-11-21.")
    return None


@dataclass(frozen=True)
class Tally:
    """How much some towns are together; people and km² without those of towns where they are not known."""

    towns: int
    people: float
    km2: float


def tally(data: DataSet, codes: Set[str]) -> Tally:
    """Return how much these towns are together."""
    rows = [data.town_index[code] for code in codes]
    people, km2 = (float(np.nansum(data.town_values(one)[rows])) for one in ("population", "area_km2"))
    return Tally(len(rows), people, km2)
