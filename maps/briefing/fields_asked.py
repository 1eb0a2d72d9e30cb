"""What every field is given: the project and the view of its scene, and how its answers are written."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from data.balance.evaluate import Side
from data.balance.groups import NATION, By
from data.circles import membership
from data.dataset import DataSet
from data.errors import UnknownNameError
from data.model import Language, Place
from data.names import fold
from data.places import county_place
from data.project import Project
from maps.charted import charted_in
from maps.showing import changed
from maps.texts import Texts
from maps.view import MapView


class WrongField(Exception):  # noqa: N818 - never an error of the program: the field stays in the text as it is written
    """A field that means nothing here."""


@dataclass(frozen=True)
class Asked:
    """One scene in one language."""

    project: Project
    view: MapView
    texts: Texts

    @property
    def language(self) -> Language:
        return self.texts.language

    @property
    def unknown(self) -> str:
        return self.texts.translate("Reading", "no data")

    def data(self, side: Side) -> DataSet:
        """Return the data set of a side; of a difference that of the scenario."""
        return (self.project if side == "baseline" else self.project.what_if).data

    def indicator_id(self, word: str) -> str:
        """Return the id of an indicator; the word "indicator" is that of the scene."""
        return charted_in(self.view) if word == "indicator" else word

    def amount(self, value: float, decimals: int = 0, unit: str = "", bound: str = "", *, signed: bool = False) -> str:
        """Return a number with its unit, a difference with its sign; unknown is said, and never a zero."""
        if not math.isfinite(value):
            return self.unknown
        text = changed(self.texts, value, decimals) if signed else self.texts.number(value, decimals, bound)
        # In a Chinese sentence 31公里 and 95.5% are written as one word, 131 Mbps is not.
        close = self.language == "zh" and (not unit.isascii() or unit == "%")
        return f"{text}{'' if close or not unit else ' '}{unit}"

    def listed(self, words: Iterable[str]) -> str:
        return self.texts.translate("Sources", ", ").join(words)

    def place(self, text: str) -> tuple[By, str]:
        """Return the area of an id, a code or a full name in either language. Raises WrongField."""
        key = fold(text)
        if not key:
            raise WrongField(text)
        if key == NATION:
            return "nation", NATION
        for circle in self.project.definition.circles:
            name = self.project.data.circles[circle].name
            if key in (fold(circle), fold(name.zh), fold(name.en)):
                return "circle", circle
        town = _towns(self.project.data.geography).get(key)
        if town is not None:
            return "town", town
        try:
            return "county", county_place(self.project, text).id
        except UnknownNameError:
            raise WrongField(text) from None

    def here(self, kind: By) -> str:
        """Return the id of the area of a kind that has the focus, is selected, or holds what is. Raises WrongField."""
        places = [place for place in (self.view.focus, self.view.selected) if place is not None]
        for place in places:
            if place.kind == kind:
                return place.id
        for place in places:
            if (holder := self._holder(place, kind)) is not None:
                return holder
        raise WrongField(kind)

    def _holder(self, place: Place, kind: By) -> str | None:
        """Return the one area of a kind that a place lies in; None where there is none, or where there are two."""
        if place.kind == "circle":
            return None
        town, county = self._town_and_county(place)
        if kind == "town":
            return town or None
        if kind == "county":
            return county
        circles = {
            of
            for one, of in zip(
                self.project.data.towns, membership(self.project.data, self.project.definition_id), strict=True
            )
            if (one.code == town if town else one.county.code == county)
        }
        found = circles.pop() if len(circles) == 1 else ()
        return found[0] if len(found) == 1 else None

    def _town_and_county(self, place: Place) -> tuple[str, str]:
        if place.kind == "site":
            sites = self.project.data.site_by_id
            site = sites.get(place.id) or self.project.what_if.data.site_by_id[place.id]
            return site.town_code, site.county_code
        if place.kind == "town":
            return place.id, self.project.data.towns[self.project.data.town_index[place.id]].county.code
        return "", place.id


@lru_cache(maxsize=2)
def _towns(geography: DataSet) -> Mapping[str, str]:
    """Return the codes of the towns by code and full name, folded."""
    return MappingProxyType(
        {
            fold(word): town.code
            for town in geography.towns
            for word in (town.code, town.full_name("zh"), town.full_name("en"))
        }
    )
