"""Fields of all that is no indicator: circles and places, sites, people, the definition, the scenario, the data."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

import numpy as np

from data.balance.evaluate import SIDES, Side, column, indicator_ids
from data.balance.groups import By, groups
from data.balance.indicators import INDICATORS
from data.circles import membership
from data.model import Layer
from data.scenario import AddSite
from maps.briefing.fields_asked import Asked, WrongField
from maps.briefing.fields_indicator import area_of, indicator_value, wanted
from maps.charts.words import side_name
from maps.words import overlap_words

PEOPLE_SHARES: tuple[str, ...] = tuple(
    name for name in INDICATORS if "_within_" in name or (name.startswith("digital_class_") and name.endswith("_share"))
)
"""Indicators that are a share of all people of an area, and so can be told in people."""

BEYOND = "beyond"
"""The people who are not within the share."""

EXACT_UP_TO = 10_000
"""More people than these are told in thousands: shares stand on one point for each township."""


def _definition_name(asked: Asked) -> str:
    return asked.project.definition.name.text(asked.language)


def _shared_towns(asked: Asked) -> str:
    """Return how many towns belong to more than one circle."""
    of_town = membership(asked.project.data, asked.project.definition_id)
    return asked.amount(sum(len(circles) > 1 for circles in of_town))


def _towns_in_circles(asked: Asked) -> str:
    of_town = membership(asked.project.data, asked.project.definition_id)
    return asked.amount(sum(bool(circles) for circles in of_town))


def _scenario_name(asked: Asked) -> str:
    scenario = asked.project.scenario
    if scenario.is_empty:
        return side_name(asked.texts, "baseline")
    return scenario.name or side_name(asked.texts, "scenario")


def _scenario_places(asked: Asked) -> str:
    """Return the towns in which the scenario adds sites, each once."""
    data = asked.project.data
    codes = dict.fromkeys(one.town_code for one in asked.project.scenario.changes if isinstance(one, AddSite))
    return _joined(asked, [data.towns[data.town_index[code]].full_name(asked.language) for code in codes])


def _assumed(asked: Asked) -> str:
    """Return the areas whose circle is our assumption."""
    data, members = asked.project.data, asked.project.definition.members
    areas = {county.code: county.name for county in data.counties} | {town.code: town.name for town in data.towns}
    return _joined(asked, [areas[one.area].text(asked.language) for one in members if one.assumption])


def _joined(asked: Asked, names: list[str]) -> str:
    """Join names that may hold commas."""
    return asked.texts.translate("Field", "; ").join(dict.fromkeys(names)) or asked.texts.translate("Field", "none")


FACTS: Mapping[str, Callable[[Asked], str]] = MappingProxyType(
    {
        "definition.name": _definition_name,
        "definition.circles": lambda asked: asked.amount(len(asked.project.definition.circles)),
        "definition.townships": _towns_in_circles,
        "definition.shared": _shared_towns,
        "definition.assumed": _assumed,
        "overlap.rule": lambda asked: overlap_words(asked.texts, asked.project.overlap),
        "scenario.name": _scenario_name,
        "scenario.changes": lambda asked: asked.amount(len(asked.project.scenario.changes)),
        "scenario.places": _scenario_places,
        "data.version": lambda asked: asked.project.data.version,
        "data.sources": lambda asked: asked.amount(len(asked.project.data.sources)),
        "data.sites": lambda asked: asked.amount(len(asked.project.data.sites)),
        "data.figures": lambda asked: asked.amount(len(asked.project.data.figures)),
    }
)
"""Fields of one fact each."""


def _area_name(asked: Asked, by: By, area: str) -> str:
    areas = groups(asked.project, by)
    return areas.names[areas.ids.index(area)].text(asked.language)


def _townships(asked: Asked, by: By, area: str) -> str:
    """Return how many towns an area has: a circle all that count in it by the overlap rule."""
    areas = groups(asked.project, by)
    return asked.amount(float(np.count_nonzero(areas.weights[areas.ids.index(area)])))


AREA_WORDS: Mapping[str, Callable[[Asked, By, str], str]] = MappingProxyType(
    {
        "name": _area_name,
        "population": lambda asked, by, area: indicator_value(asked, "population", (area, "baseline")),
        "townships": _townships,
    }
)
"""What is said of an area behind a point: {circle.name}, {east.population}."""


def area_field(asked: Asked, subject: str, attribute: str, words: tuple[str, ...]) -> str:
    """Return a word about the area of the scene or a named one, or an indicator of it. Raises WrongField, UserError."""
    kind = subject.casefold()
    by, area = (
        (cast(By, kind), asked.here(cast(By, kind))) if kind in ("circle", "county", "town") else asked.place(subject)
    )
    if attribute:
        if words or attribute not in AREA_WORDS:
            raise WrongField(attribute)
        return AREA_WORDS[attribute](asked, by, area)
    named = [word for word in words if word.casefold() in ("indicator", *indicator_ids(asked.project))]
    if len(named) != 1:
        raise WrongField(subject)
    rest = tuple(word for word in words if word != named[0])
    return indicator_value(asked, asked.indicator_id(named[0].casefold()), (area, *rest))


def count(asked: Asked, words: tuple[str, ...]) -> str:
    """Return how many sites of a layer there are, of a status or category. Raises WrongField."""
    keys = [word.casefold() for word in words]
    sides = [key for key in keys if key in SIDES]
    layer, *narrowed = [key for key in keys if key not in SIDES] or [""]
    if layer not in list(Layer) or len(sides) > 1:
        raise WrongField(layer)
    side = sides[0] if sides else asked.view.side

    def counted(one: Side) -> int:
        sites = asked.data(one).sites_of(Layer(layer))
        return sum(all(key in (site.status, site.category.casefold()) for key in narrowed) for site in sites)

    known = {
        word
        for site in asked.data(side).sites_of(Layer(layer))
        for word in (site.status.value, site.category.casefold())
    }
    if not known.issuperset(narrowed):
        raise WrongField(layer)
    if side == "difference":
        return asked.amount(counted("scenario") - counted("baseline"), signed=True)
    return asked.amount(counted(side))


def people(asked: Asked, words: tuple[str, ...]) -> str:
    """Return how many people the share of an indicator is, or those beyond it. Raises WrongField."""
    named = [word for word in words if asked.indicator_id(word.casefold()) in PEOPLE_SHARES]
    if len(named) != 1:
        raise WrongField("people")
    asks = wanted(tuple(word for word in words if word != named[0]), (BEYOND,))
    if asks.measure or asks.pick or asks.reading not in ("", "number"):
        raise WrongField(asks.measure or asks.pick or asks.reading)
    indicator, side = asked.indicator_id(named[0].casefold()), cast(Side, asks.side or asked.view.side)
    by, area = area_of(asked, asks)
    row = groups(asked.project, by).ids.index(area)

    def counted(one: Side) -> float:
        share = float(column(asked.project, indicator, by, one).values[row]) / 100
        everybody = float(column(asked.project, "population", by, one).values[row])
        return everybody * (1 - share if BEYOND in asks.flags else share)

    value = counted("scenario") - counted("baseline") if side == "difference" else counted(side)
    return _people(asked, value, signed=side == "difference", unit=not asks.reading)


def _people(asked: Asked, value: float, *, signed: bool, unit: bool) -> str:
    if not math.isfinite(value):
        return asked.unknown
    rounded = round(value, -3) if abs(value) >= EXACT_UP_TO else round(value)
    if asked.language == "zh" and abs(rounded) >= EXACT_UP_TO:
        return asked.amount(rounded / 10_000, 1, "萬人" if unit else "萬", signed=signed)
    return asked.amount(rounded, 0, asked.texts.translate("Field", "people") if unit else "", signed=signed)
