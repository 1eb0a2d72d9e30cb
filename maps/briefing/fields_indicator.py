"""Fields of an indicator: its words, its values of areas, the best and the last, ranks, and how unequal it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal, cast, get_args

import numpy as np
from numpy.typing import NDArray

from data.balance.across import ACROSS, MEASURES, Across, Measure, inequality_of
from data.balance.composite import rank
from data.balance.evaluate import INDEX, SIDES, Side, column, indicator_of
from data.balance.groups import By, groups
from data.balance.index import IndexSide, index_sensitivity
from data.balance.indicator import Indicator
from data.balance.sensitivity import Sensitivity
from data.errors import InputError
from data.model import Name, Overlap
from maps.briefing.fields_asked import Asked, WrongField
from maps.charts.words import areas_name
from maps.legend import coverage_definition
from maps.showing import better_words, figures_period, unit_words

Pick = Literal["top", "bottom"]
PICKS: tuple[Pick, ...] = get_args(Pick)

NAMED = 3
"""Areas that are alike best or last and are named; more are counted."""

_PERCENT = Name("%", "%")
_RATIOS: tuple[Measure, ...] = ("max_min_ratio", "top_bottom_20")


def _meaning(asked: Asked, indicator: Indicator) -> str:
    return coverage_definition(asked.project.data, indicator, asked.texts)


def _period(asked: Asked, indicator: Indicator) -> str:
    """Return the time of the figures; the index stands on figures of several."""
    return "" if indicator.id == INDEX else figures_period(asked.texts, indicator)


WORDS: Mapping[str, Callable[[Asked, Indicator], str]] = MappingProxyType(
    {
        "name": lambda asked, indicator: indicator.name.text(asked.language),
        "short": lambda asked, indicator: indicator.short.text(asked.language),
        "unit": lambda asked, indicator: indicator.unit.text(asked.language),
        "period": _period,
        "better": lambda asked, indicator: better_words(asked.texts, indicator),
        "formula": lambda asked, indicator: indicator.formula.text(asked.language),
        "meaning": _meaning,
    }
)
"""What is said of an indicator behind a point: {indicator.name}."""


@dataclass(frozen=True)
class Value:
    """An indicator of one area on one side."""

    asked: Asked
    indicator: Indicator
    by: By
    row: int
    side: Side

    @property
    def name(self) -> str:
        return groups(self.asked.project, self.by).names[self.row].text(self.asked.language)

    @property
    def shown(self) -> IndexSide:
        """The side on which ranks are told; a difference has none."""
        return "baseline" if self.side == "baseline" else "scenario"

    def text(self, *, unit: bool = True) -> str:
        found = column(self.asked.project, self.indicator.id, self.by, self.side)
        words = unit_words(self.asked.texts, self.indicator.unit, self.side) if unit else ""
        return self.asked.amount(
            float(found.values[self.row]),
            self.indicator.decimals,
            words,
            found.bounds[self.row],
            signed=self.side == "difference",
        )


def _known(value: Value) -> str:
    share = column(value.asked.project, value.indicator.id, value.by, value.side).known[value.row]
    return value.asked.amount(100 * float(share), 1 if share < 0.1 else 0, "%")


def _share(value: Value) -> str:
    """Return the part of the nation's total that an area holds. Raises WrongField for what does not add up."""
    if not value.indicator.total:
        raise WrongField(value.indicator.id)

    def part(side: Side) -> float:
        own = column(value.asked.project, value.indicator.id, value.by, side).values[value.row]
        whole = column(value.asked.project, value.indicator.id, "nation", side).values[0]
        return 100 * float(own) / float(whole) if whole else math.nan

    share = part("scenario") - part("baseline") if value.side == "difference" else part(value.side)
    signed = value.side == "difference"
    unit = unit_words(value.asked.texts, _PERCENT, value.side)
    return value.asked.amount(share, 1, unit, signed=signed)


def _rank(value: Value) -> str:
    """Return the place of an area among those of its kind, 1 the best. Raises WrongField where none is better."""
    if not value.indicator.direction or value.by == "nation":
        raise WrongField(value.indicator.id)
    values = column(value.asked.project, value.indicator.id, value.by, value.shown).values
    return value.asked.amount(float(rank(value.indicator.direction * values)[value.row]))


def _sure(value: Value) -> Sensitivity:
    """Return how sure the ranks of the index are. Raises WrongField for other indicators and for the nation."""
    if value.indicator.id != INDEX or value.by == "nation":
        raise WrongField(value.indicator.id)
    return index_sensitivity(value.asked.project, value.by, value.shown)


def _interval(value: Value) -> str:
    sure = _sure(value)
    low, high = (value.asked.amount(float(places[value.row])) for places in (sure.low_rank, sure.high_rank))
    return low if low == high else f"{low}–{high}"


def _last(value: Value) -> str:
    return value.asked.amount(100 * float(_sure(value).p_last[value.row]), 0, "%")


READINGS: Mapping[str, Callable[[Value], str]] = MappingProxyType(
    {
        "value": Value.text,
        "number": lambda value: value.text(unit=False),
        "name": lambda value: value.name,
        "known": _known,
        "share": _share,
        "rank": _rank,
        "interval": _interval,
        "last": _last,
    }
)
"""What is told of an indicator of an area: {index:east:rank}."""


@dataclass
class Wanted:
    """The words behind the colons of a field, in any order, each kind at most once."""

    area: str = ""
    level: str = ""
    pick: str = ""
    measure: str = ""
    reading: str = ""
    side: str = ""
    flags: set[str] = field(default_factory=set)
    """words that only some fields know"""


_KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "level": frozenset(ACROSS),
        "pick": frozenset(PICKS),
        "measure": frozenset(MEASURES),
        "reading": frozenset(READINGS),
        "side": frozenset(SIDES),
    }
)


def wanted(words: tuple[str, ...], flags: tuple[str, ...] = ()) -> Wanted:
    """Sort the words of a field that knows ``flags``. Raises WrongField."""
    found = Wanted()
    for word in words:
        key = word.casefold()
        if key in flags:
            found.flags.add(key)
            continue
        kind = next((kind for kind, known in _KINDS.items() if key in known), "area")
        if getattr(found, kind) or not word:
            raise WrongField(word)
        setattr(found, kind, word if kind == "area" else key)
    return found


def indicator_words(asked: Asked, indicator_id: str, attribute: str) -> str:
    """Return a word about an indicator. Raises WrongField."""
    if attribute not in WORDS:
        raise WrongField(attribute)
    return WORDS[attribute](asked, indicator_of(asked.project, indicator_id)) or asked.unknown


def indicator_value(asked: Asked, indicator_id: str, words: tuple[str, ...]) -> str:
    """Return a number of an indicator. Raises WrongField, UnknownNameError and InputError."""
    asks = wanted(words)
    indicator = indicator_of(asked.project, indicator_id)
    side = cast(Side, asks.side or asked.view.side)
    if asks.measure:
        if asks.area or asks.pick or asks.reading not in ("", "number"):
            raise WrongField(asks.measure)
        return _measured(asked, indicator, cast(Measure, asks.measure), asks, side)
    if asks.pick:
        if asks.area:
            raise WrongField(asks.area)
        return _picked(asked, indicator, cast(Pick, asks.pick), asks, side)
    by, area = area_of(asked, asks)
    row = groups(asked.project, by).ids.index(area)
    return READINGS[asks.reading or "value"](Value(asked, indicator, by, row, side))


def area_of(asked: Asked, asks: Wanted) -> tuple[By, str]:
    """Return the area that is asked for: one that is named, that of the scene, or the nation. Raises WrongField."""
    if asks.area:
        by, area = asked.place(asks.area)
        if asks.level not in ("", by):
            raise WrongField(asks.level)
        return by, area
    level = cast(By, asks.level or "nation")
    return (level, asked.here(level)) if asks.level else asked.place(level)


def _measured(asked: Asked, indicator: Indicator, measure: Measure, asks: Wanted, side: Side) -> str:
    """Return a measure of inequality, by default across the areas by which the scene colours the map."""
    level = cast(By, asks.level or asked.view.level)
    across: Across = "town" if level == "nation" else level
    project = asked.project
    if across == "circle" and project.overlap is Overlap.EACH:
        project = replace(project, overlap=Overlap.SPLIT)  # else the people of a shared town would weigh twice

    def measured(one: Side) -> float:
        try:
            return float(getattr(inequality_of(project, indicator.id, across, "population", one), measure))
        except InputError:  # a value below 0: inequality is not defined
            return math.nan

    value = measured("scenario") - measured("baseline") if side == "difference" else measured(side)
    signed = side == "difference"
    if measure != "range":
        return asked.amount(value, 2 if measure in _RATIOS else 3, signed=signed)
    unit = "" if asks.reading else unit_words(asked.texts, indicator.unit, "difference")
    return asked.amount(value, indicator.decimals, unit, signed=signed)


def _picked(asked: Asked, indicator: Indicator, pick: Pick, asks: Wanted, side: Side) -> str:
    """Return name and value of the best or the last area, by default of a circle; what reads alike is alike."""
    by = cast(By, asks.level or "circle")
    rows = _extreme(asked, indicator, by, pick, side)
    if not len(rows):
        return asked.unknown
    alike = [Value(asked, indicator, by, int(row), side) for row in rows]

    def read(word: str) -> str:
        return asked.listed(dict.fromkeys(map(READINGS[word], alike)))

    if asks.reading not in ("", "name"):
        return read(asks.reading)
    name = areas_name(asked.texts, cast(Across, by), len(rows)) if len(rows) > NAMED else read("name")
    if asks.reading:
        return name
    return asked.texts.translate("Field", "{name} ({value})").format(name=name, value=read("value"))


def _extreme(asked: Asked, indicator: Indicator, by: By, pick: Pick, side: Side) -> NDArray[np.intp]:
    values = np.round(column(asked.project, indicator.id, by, side).values, indicator.decimals)
    known = values[~np.isnan(values)] * (indicator.direction or 1)
    if not len(known):
        return np.empty(0, dtype=np.intp)
    best = known.max() if pick == "top" else known.min()
    return np.flatnonzero(values * (indicator.direction or 1) == best)
