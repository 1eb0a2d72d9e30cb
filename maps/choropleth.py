"""Towns, counties or circles coloured by an indicator, by the index, or by what a scenario changes in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.balance.evaluate import Side, column, indicator_of
from data.balance.groups import By, groups
from data.balance.indicator import Indicator
from data.balance.measures import Column
from data.project import Project
from maps.areas import STEPPED_BACK, fallback_hatch, missing_hatch, overlap_hatch
from maps.classes import Classes, classify, classify_change
from maps.context import Context
from maps.display import Fill, Hatch
from maps.ramps import diverging, sequential
from maps.symbology import Symbology
from maps.theme import mixed

ESTIMATED_LEVELS = frozenset({"rural/non-rural", "nation"})
"""Fallback levels whose value was reported for a class or the nation and only lent to the town."""

FEW_PEOPLE = 0.5
"""Share of an area's people below which a value says more about the gaps in the data than about the area."""

UNKNOWN = -1
"""Class number of areas without a value."""


@dataclass(frozen=True, eq=False)
class Shading:
    """The colours of all areas of one level."""

    ids: tuple[str, ...]
    member: NDArray[np.int64]
    """class number of each area, -1 for unknown"""
    colours: tuple[str, ...]
    """one a class"""
    hatched: frozenset[int]
    """rows of areas whose value is not their own, or stands on few of their people"""


@dataclass(frozen=True, eq=False)
class Choropleth:
    """An indicator of all areas of one level, sorted into classes. Sets hold rows of ``ids``."""

    indicator: Indicator
    ids: tuple[str, ...]
    column: Column
    classes: Classes
    colours: tuple[str, ...]
    """one a class"""
    estimated: frozenset[int]
    """areas whose value was only lent to them by a class or the nation"""
    doubtful: frozenset[int]
    """areas whose value stands on fewer than half of their people"""

    @property
    def shading(self) -> Shading:
        return Shading(self.ids, self.classes.member, self.colours, self.estimated | self.doubtful)


@lru_cache(maxsize=16)
def _classified(
    project: Project, indicator_id: str, level: By, side: Side, symbology: Symbology
) -> tuple[Column, Classes, frozenset[int], frozenset[int]]:
    values = column(project, indicator_id, level, side)
    decimals = indicator_of(project, indicator_id).decimals
    if side == "difference":
        classes = classify_change(values.values, decimals, symbology.classes)
        # That nothing changes is sure, however little is known of the area.
        sure = [UNKNOWN, *(number for number, step in enumerate(classes.steps) if step == 0)]
    else:
        classes = classify(values.values, symbology, decimals)
        sure = [UNKNOWN]
    doubted = np.flatnonzero(~np.isin(classes.member, sure)).tolist()
    return values, classes, *not_its_own(values, doubted)


def not_its_own(column: Column, rows: Collection[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Return those of ``rows`` whose value was lent to them, and those whose value stands on few of their people."""
    levels = {row: set(column.levels[row].split("+")) for row in rows if column.levels[row]}
    estimated = frozenset(row for row, found in levels.items() if found <= ESTIMATED_LEVELS)
    return estimated, frozenset(row for row in rows if column.known[row] < FEW_PEOPLE)


def areas_in_focus(context: Context) -> NDArray[np.bool_]:
    """Return (n,) which areas of the level shown stand in front: a county does with any of its towns."""
    focus, towns = context.view.focus, context.towns_in_focus
    if context.view.level == "town":
        return towns
    if context.view.level == "county":
        counties = context.project.data.town_county_rows
        return np.asarray(np.bincount(counties, weights=towns) > 0)
    circles = context.project.definition.circles
    return np.array([focus is None or focus.kind != "circle" or focus.id == circle for circle in circles])


def choropleth(context: Context) -> Choropleth:
    """Return the classified indicator of the view."""
    project, view = context.project, context.view
    found = _classified(project, view.choropleth, view.level, context.side, view.symbology)
    values, classes, estimated, doubtful = found
    indicator = indicator_of(project, view.choropleth)
    if context.side == "difference":
        colours = diverging(classes.steps, context.theme, indicator.direction, view.symbology)
    else:
        colours = sequential(len(classes.bounds), context.theme, view.symbology)
    ids = groups(project, view.level).ids
    return Choropleth(indicator, ids, values, classes, colours, estimated, doubtful)


def choropleth_fills(context: Context) -> list[Fill]:
    """Return the areas in the colours of the indicator of the view."""
    return shading_fills(context, choropleth(context).shading)


def shading_fills(context: Context, shading: Shading) -> list[Fill]:
    """Return the coloured areas, unknown ones hatched, then the hatch of values that are not the area's own."""
    if context.view.level == "circle":
        return list(_circle_fills(context, shading))
    of_town = _area_of_town(context)
    return [*_class_fills(context, shading, of_town), *_lent_fills(context, shading, of_town)]


def _area_of_town(context: Context) -> NDArray[np.intp]:
    """Return (368,) the row of the town or county that each town is coloured as."""
    data = context.project.data
    return data.town_county_rows if context.view.level == "county" else np.arange(len(data.towns), dtype=np.intp)


def _class_fills(context: Context, shading: Shading, of_town: NDArray[np.intp]) -> Iterator[Fill]:
    theme, unit = context.theme, context.unit
    member = shading.member[of_town]
    front = context.towns_in_focus
    for number in range(UNKNOWN, len(shading.colours)):
        known = number != UNKNOWN
        colour = shading.colours[number] if known else theme.missing
        for in_front in (True, False):
            rows = np.flatnonzero((member == number) & (front == in_front))
            if not len(rows):
                continue
            shade = colour if in_front else mixed(colour, theme.land, STEPPED_BACK)
            towns = tuple(rows.tolist())
            if in_front and not known:
                yield Fill(context.detail.dissolved(towns), shade, (missing_hatch(theme, unit),))
                continue
            for part in context.detail.dissolved_parts(towns):
                yield Fill(part, shade)


def _lent_fills(context: Context, shading: Shading, of_town: NDArray[np.intp]) -> Iterator[Fill]:
    hatched = np.isin(of_town, list(shading.hatched))
    rows = tuple(np.flatnonzero(hatched & context.towns_in_focus).tolist())
    if rows:
        yield Fill(context.detail.dissolved(rows), "", (fallback_hatch(context.theme, context.unit),))


def _circle_fills(context: Context, shading: Shading) -> Iterator[Fill]:
    """Yield the circles; the towns of several are striped in the colours of all, unless these are the same."""
    theme, unit = context.theme, context.unit
    for region in context.shapes.regions:
        if not region.circles:
            yield Fill(region.path, theme.land)
            continue
        rows = [shading.ids.index(circle) for circle in region.circles]
        front = context.in_focus(region.circles)
        colours = [_colour(shading, row, context) for row in rows]
        shades = [colour if front else mixed(colour, theme.land, STEPPED_BACK) for colour in colours]
        first, *others = dict.fromkeys(shades)
        stripes = overlap_hatch(context, region.circles[0], unit)
        hatches = [Hatch(shade, stripes.spacing, stripes.width) for shade in others]
        if front and all(shading.member[row] == UNKNOWN for row in rows):
            hatches.append(missing_hatch(theme, unit))
        if front and any(row in shading.hatched for row in rows):
            hatches.append(fallback_hatch(theme, unit))
        yield Fill(region.path, first, tuple(hatches))


def _colour(shading: Shading, row: int, context: Context) -> str:
    number = int(shading.member[row])
    return context.theme.missing if number == UNKNOWN else shading.colours[number]
