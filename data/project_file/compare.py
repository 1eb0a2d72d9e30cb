"""In what two projects differ: rows, definitions, scenarios, scenes, and the values of the scorecard."""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from itertools import chain
from typing import Literal, TypeVar

import numpy as np

from data.balance.evaluate import Side, column
from data.balance.groups import By, groups
from data.balance.own_rows import own_counts
from data.balance.scorecard import SCORECARD
from data.circles import membership
from data.dataset import DataSet
from data.model import Figure, OwnLayer, Site, Source, Variable
from data.own import figure_key
from data.project import Project
from data.scenario import Change
from data.scenario_record import change_record
from data.scene import Scene
from data.tm2 import to_tm2

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
Difference = Literal["added", "removed", "moved", "changed"]

_PLACE = frozenset({"lon", "lat", "town_code", "county_code", "precision"})
_CITED = frozenset({"source_id", "source_location"})
"""Whoever moves a site by hand is cited for it."""
_FIELDS = tuple(one.name for one in fields(Site))
_ROUNDING = 1e-9


@dataclass(frozen=True)
class SiteDifference:
    """A site of one project against that of the same id in the other."""

    change: Difference
    """"moved" where nothing but its place differs, and who says so"""
    before: Site | None
    after: Site | None
    fields: tuple[str, ...] = ()
    """names of the fields of ``Site`` that differ"""
    metres: float = 0.0
    """how far it was moved"""


@dataclass(frozen=True)
class FigureDifference:
    """A figure of one project against that which speaks of the same in the other; None where there is none."""

    before: Figure | None
    after: Figure | None


@dataclass(frozen=True)
class TownDifference:
    """A town that belongs to other circles."""

    town_code: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    """ids of circles"""


@dataclass(frozen=True)
class DefinitionDifference:
    """A definition of one project against that of the same id in the other, with the towns that differ."""

    change: Difference
    definition_id: str
    towns: tuple[TownDifference, ...] = ()
    """of a definition that was changed; () where only its words were"""


@dataclass(frozen=True)
class SceneDifference:
    """A scene of one project against that of the same id in the other; "moved" stands elsewhere in the order."""

    change: Difference
    before: Scene | None
    after: Scene | None


@dataclass(frozen=True)
class ValueDifference:
    """A value of the scorecard that differs; None is unknown."""

    indicator: str
    side: Side
    """"baseline" or "scenario" """
    area: str
    """id of the circle, '' for the nation"""
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Comparison:
    """``a`` is before, ``b`` is after; everything is empty where the projects are the same."""

    sites: tuple[SiteDifference, ...] = ()
    figures: tuple[FigureDifference, ...] = ()
    definitions: tuple[DefinitionDifference, ...] = ()
    shown: tuple[str, str] | None = None
    """ids of the definitions shown, None where they are the same"""
    towns: tuple[TownDifference, ...] = ()
    """by the definitions that are shown"""
    overlap: tuple[str, str] | None = None
    scenario_removed: tuple[Change, ...] = ()
    scenario_added: tuple[Change, ...] = ()
    index_differs: bool = False
    scenes: tuple[SceneDifference, ...] = ()
    layers: tuple[tuple[OwnLayer | None, OwnLayer | None], ...] = ()
    """own ones before and after, None where there is none of the name"""
    variables: tuple[tuple[Variable | None, Variable | None], ...] = ()
    sources: tuple[tuple[Source | None, Source | None], ...] = ()
    """those of one id before and after, None where there is none"""
    values: tuple[ValueDifference, ...] = ()


def compare(a: Project, b: Project) -> Comparison:
    """Return in what ``b`` differs from ``a``. Raises UnknownNameError where a scenario cannot be applied."""
    return Comparison(
        sites=_sites(a.data, b.data),
        figures=_figures(a.data, b.data),
        definitions=_definitions(a.data, b.data),
        shown=None if a.definition_id == b.definition_id else (a.definition_id, b.definition_id),
        towns=_towns(a.data, a.definition_id, b.data, b.definition_id),
        overlap=None if a.overlap is b.overlap else (a.overlap.value, b.overlap.value),
        scenario_removed=_missing(a.scenario.changes, b.scenario.changes),
        scenario_added=_missing(b.scenario.changes, a.scenario.changes),
        index_differs=a.index != b.index,
        scenes=_scenes(a.scenes, b.scenes),
        layers=tuple(_pairs(a.data.own_layers, b.data.own_layers)),
        variables=tuple(_pairs(a.data.variables, b.data.variables)),
        sources=tuple(_pairs(a.data.sources, b.data.sources)),
        values=_values(a, b),
    )


def _sites(a: DataSet, b: DataSet) -> tuple[SiteDifference, ...]:
    pairs = _pairs(a.site_by_id, b.site_by_id)
    both = [(before, after) for before, after in pairs if before is not None and after is not None]
    there, here = (to_tm2([pair[side].lon for pair in both], [pair[side].lat for pair in both], 121) for side in (0, 1))
    metres = iter(np.hypot(*(here - there).T).tolist())
    return tuple(
        _site(before, after, next(metres))
        if before is not None and after is not None
        else SiteDifference("removed" if after is None else "added", before, after)
        for before, after in pairs
    )


def _site(before: Site, after: Site, metres: float) -> SiteDifference:
    differing = tuple(name for name in _FIELDS if getattr(before, name) != getattr(after, name))
    moved = not _PLACE.isdisjoint(differing) and (_PLACE | _CITED).issuperset(differing)
    return SiteDifference("moved" if moved else "changed", before, after, differing, metres)


def _figures(a: DataSet, b: DataSet) -> tuple[FigureDifference, ...]:
    if a.figures is b.figures:
        return ()
    keyed_a, keyed_b = ({figure_key(figure): figure for figure in data.figures} for data in (a, b))
    return tuple(FigureDifference(before, after) for before, after in _pairs(keyed_a, keyed_b))


def _definitions(a: DataSet, b: DataSet) -> tuple[DefinitionDifference, ...]:
    found = []
    for before, after in _pairs(a.definitions, b.definitions):
        if before is not None and after is not None:
            found.append(DefinitionDifference("changed", before.id, _towns(a, before.id, b, after.id)))
        elif before is not None:
            found.append(DefinitionDifference("removed", before.id))
        elif after is not None:
            found.append(DefinitionDifference("added", after.id))
    return tuple(found)


def _towns(a: DataSet, before_id: str, b: DataSet, after_id: str) -> tuple[TownDifference, ...]:
    rows = zip(a.towns, membership(a, before_id), membership(b, after_id), strict=True)
    return tuple(TownDifference(town.code, before, after) for town, before, after in rows if before != after)


def _missing(changes: tuple[Change, ...], others: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes that the other scenario has not."""
    known = {json.dumps(change_record(one)) for one in others}
    return tuple(one for one in changes if json.dumps(change_record(one)) not in known)


def _scenes(a: tuple[Scene, ...], b: tuple[Scene, ...]) -> tuple[SceneDifference, ...]:
    by_id_a, by_id_b = ({scene.id: scene for scene in scenes} for scenes in (a, b))
    found = [
        SceneDifference("removed" if after is None else "added" if before is None else "changed", before, after)
        for before, after in _pairs(by_id_a, by_id_b)
    ]
    both = [[scene for scene in scenes if scene.id in by_id_a and scene.id in by_id_b] for scenes in (a, b)]
    for before, after in zip(*both, strict=True):
        if before.id != after.id:
            found.append(SceneDifference("moved", by_id_a[after.id], after))
    return tuple(found)


def _values(a: Project, b: Project) -> tuple[ValueDifference, ...]:
    """Return the values of the scorecard that differ, of circles and indicators that both have, and of the nation."""
    supposed = not (a.scenario.is_empty and b.scenario.is_empty)
    sides: tuple[Side, ...] = ("baseline", "scenario") if supposed else ("baseline",)
    theirs = own_counts(b.data)
    own = (one for one in own_counts(a.data) if one in theirs)
    shown = (*SCORECARD, *own)
    found = []
    for side in sides:
        for indicator in shown:
            for by in ("circle", "nation"):
                before, after = (_column(project, indicator, by, side) for project in (a, b))
                found += [
                    ValueDifference(indicator, side, area, _known(before[area]), _known(after[area]))
                    for area in before
                    if area in after and not _same(before[area], after[area])
                ]
    return tuple(found)


def _column(project: Project, indicator: str, by: By, side: Side) -> dict[str, float]:
    values = column(project, indicator, by, side).values
    ids = groups(project, by).ids if by == "circle" else ("",)
    return dict(zip(ids, values.tolist(), strict=True))


def _same(before: float, after: float) -> bool:
    return (math.isnan(before) and math.isnan(after)) or math.isclose(before, after, rel_tol=_ROUNDING)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def _pairs(a: Mapping[K, T], b: Mapping[K, T]) -> list[tuple[T | None, T | None]]:
    """Return what differs of two mappings, by key; None where one of them has not got it."""
    found = []
    for key in dict.fromkeys(chain(a, b)):
        before, after = a.get(key), b.get(key)
        if before is not after and before != after:
            found.append((before, after))
    return found
