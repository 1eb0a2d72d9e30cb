"""What a scenario does, in rows: measures of the nation, of the circles it touches and of the selected place.

Which measures: those that count what was changed, and the composite index with its rank; and how unequal they are
across the townships.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np

from data.balance.across import inequality_of
from data.balance.composite import rank
from data.balance.evaluate import INDEX, column, indicator_of
from data.balance.groups import NATION, By, groups
from data.balance.indicator import Indicator
from data.balance.indicators import INDICATORS
from data.circles import membership
from data.errors import InputError
from data.model import AreaLevel, Layer, Place
from data.project import Project
from data.scenario import AddSite, Change, MoveSite, SetCoverage
from desktop.whatif_words import site_of

_ALWAYS: Mapping[Layer, tuple[str, ...]] = MappingProxyType(
    {
        Layer.AI: ("ai_operating", "ai_per_100k"),
        Layer.TELEMEDICINE: (
            "telemedicine_points",
            "telemedicine_rural_share",
            "telemedicine_nearest_km",
            "telemedicine_within_10km",
        ),
        Layer.HOSPITAL: ("emergency_beds_per_100k", "beds_e2sfca", "hospital_nearest_km"),
    }
)
"""What is shown of a touched layer even where it stays as it was. No measure counts broadband sites."""

_IF_CHANGED: Mapping[Layer, tuple[str, ...]] = MappingProxyType(
    {
        Layer.AI: ("ai_planned", "compute_mw_operating"),
        Layer.TELEMEDICINE: ("telemedicine_planned", "telemedicine_hubs", "telemedicine_65plus_share"),
        Layer.HOSPITAL: ("severe_hospitals", "hospital_within_10km"),
    }
)

_UNEQUAL: Mapping[Layer, str] = MappingProxyType(
    {
        Layer.AI: "ai_per_100k",
        Layer.TELEMEDICINE: "telemedicine_nearest_km",
        Layer.HOSPITAL: "beds_e2sfca",
    }
)
"""The measure of a layer whose inequality across townships says most: every township has it."""

Kind = Literal["value", "rank", "gini"]
GINI_DECIMALS = 4
NOTHING = 5e-7
"""Differences up to this are none: the finest that is ever shown has six decimals."""


@dataclass(frozen=True)
class Row:
    """One measure of one area before and after; NaN where unknown."""

    kind: Kind
    indicator: Indicator
    by: By
    area: str
    before: float
    after: float
    bounds: tuple[str, str] = ("", "")

    @property
    def difference(self) -> float:
        return self.after - self.before

    @property
    def decimals(self) -> int:
        return {"value": self.indicator.decimals, "rank": 0, "gini": GINI_DECIMALS}[self.kind]

    @property
    def changes(self) -> bool:
        """Whether the scenario makes a known difference, more than that of adding up in another order."""
        return abs(self.difference) > NOTHING

    @property
    def better(self) -> int:
        """1 where the scenario is better, -1 where it is worse, 0 where neither."""
        direction = self.indicator.direction if self.kind == "value" else -1
        return direction * int(np.sign(self.difference)) if self.changes else 0


@dataclass(frozen=True)
class Block:
    """The rows of one area, or of the inequality across townships; ``place`` is None for the nation."""

    place: Place | None
    rows: tuple[Row, ...]
    unequal: bool = False


def compared(project: Project, selected: Place | None) -> tuple[Block, ...]:
    """Return the blocks of the nation, of every touched circle, of the selected town, county or circle, of inequality.

    A circle is touched if a change is in it; of others only what changes all the same is shown (a hospital at the
    border, a rank). Of a selected site its town is shown. Empty without a change.
    """
    if project.scenario.is_empty:
        return ()
    circles = membership(project.data, project.definition_id)
    touched = {circle for row in _touched_towns(project) for circle in circles[row]}
    own = _area_of(project, selected)
    blocks = [Block(None, tuple(_rows(project, None)))]
    for circle in project.definition.circles:
        place = Place("circle", circle)
        rows = tuple(row for row in _rows(project, place) if row.changes or circle in touched or place == own)
        if rows:
            blocks.append(Block(place, rows))
    if own is not None and own.kind != "circle":
        blocks.append(Block(own, tuple(_rows(project, own))))
    blocks.append(Block(None, tuple(_gini(project, name) for name in _unequal(project)), unequal=True))
    return tuple(blocks)


def touched_layers(project: Project) -> tuple[Layer, ...]:
    """Return the layers whose sites the scenario changes, in the order of ``Layer``."""
    found = set()
    for change in project.scenario.changes:
        if isinstance(change, AddSite):
            found.add(change.layer)
        elif not isinstance(change, SetCoverage):
            site = site_of(project, change.site_id)
            if site is not None:
                found.add(site.layer)
    return tuple(layer for layer in Layer if layer in found)


def _touched_series(project: Project) -> tuple[str, ...]:
    changed = {change.series for change in project.scenario.changes if isinstance(change, SetCoverage)}
    return tuple(
        indicator.id
        for indicator in INDICATORS.values()
        if indicator.series in changed and indicator.id.endswith(indicator.series)
    )


def _rows(project: Project, place: Place | None) -> Iterator[Row]:
    by: By = "nation" if place is None else _by(place)
    area = NATION if place is None else place.id
    layers, series = touched_layers(project), _touched_series(project)
    for layer in layers:
        yield from (_value(project, name, by, area) for name in _ALWAYS.get(layer, ()))
        others = (_value(project, name, by, area) for name in _IF_CHANGED.get(layer, ()))
        yield from (row for row in others if row.changes)
    yield from (_value(project, name, by, area) for name in series)
    if place is not None:
        yield _value(project, INDEX, by, area)
        yield _rank(project, by, area)


def _unequal(project: Project) -> tuple[str, ...]:
    of_layers = (_UNEQUAL[layer] for layer in touched_layers(project) if layer in _UNEQUAL)
    return (*of_layers, *_touched_series(project), INDEX)


def _value(project: Project, name: str, by: By, area: str) -> Row:
    before, after = column(project, name, by), column(project, name, by, "scenario")
    row = groups(project, by).ids.index(area)
    return Row(
        "value",
        indicator_of(project, name),
        by,
        area,
        float(before.values[row]),
        float(after.values[row]),
        (before.bounds[row], after.bounds[row]),
    )


def _rank(project: Project, by: By, area: str) -> Row:
    row = groups(project, by).ids.index(area)
    before, after = (float(rank(column(project, INDEX, by, side).values)[row]) for side in ("baseline", "scenario"))
    return Row("rank", indicator_of(project, INDEX), by, area, before, after)


def _gini(project: Project, name: str) -> Row:
    def gini(side: Literal["baseline", "scenario"]) -> float:
        try:
            return inequality_of(project, name, "town", "population", side).gini
        except InputError:  # an index of negative scores has no Gini coefficient
            return float("nan")

    return Row("gini", indicator_of(project, name), "town", NATION, gini("baseline"), gini("scenario"))


def _touched_towns(project: Project) -> set[int]:
    """Return the rows of the towns that a change is about: for a move both ends, for a class all of its towns."""
    data = project.data
    found: set[int] = set()
    for change in project.scenario.changes:
        if isinstance(change, SetCoverage):
            found |= {row for row, town in enumerate(data.towns) if _is_covered(change, town.code, town.rural)}
            continue
        found |= {data.town_index[code] for code in _towns_of_site(project, change) if code in data.town_index}
    return found


def _towns_of_site(project: Project, change: Change) -> Iterator[str]:
    if isinstance(change, AddSite | MoveSite):
        yield change.town_code
    if not isinstance(change, AddSite | SetCoverage):
        before = project.data.site_by_id.get(change.site_id)
        if before is not None:
            yield before.town_code


def _is_covered(change: SetCoverage, code: str, rural: bool) -> bool:
    if change.level in (AreaLevel.TOWN, AreaLevel.COUNTY):
        return code.startswith(change.area)
    return change.level is AreaLevel.NATION or rural == (change.level is AreaLevel.RURAL)


def _area_of(project: Project, selected: Place | None) -> Place | None:
    if selected is None or selected.kind != "site":
        return selected
    site = site_of(project, selected.id)
    return Place("town", site.town_code) if site is not None and site.town_code else None


def _by(place: Place) -> By:
    assert place.kind != "site"
    return place.kind
