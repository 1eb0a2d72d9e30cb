"""Proportional symbols: for every county or circle a disc whose area is its value.

Discs are comparable between the baseline and the scenario: both are drawn to the scale of the larger of their largest
values.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from data.balance.evaluate import Side, column, indicator_of
from data.balance.groups import By, groups
from data.balance.indicator import Indicator
from data.model import Overlap, Place
from data.project import Project
from maps.context import Context
from maps.display import Symbol, SymbolStyle
from maps.geometry import Atlas
from maps.legend_parts import Entry, Section
from maps.mapspace import frame_of_town
from maps.nested_circles import nested_circles, radius_of
from maps.ramps import diverging
from maps.showing import level_words, period_words, side_words, unit_words
from maps.stamps import DASHED

WIDEST = 7.0
"""Radius in mm of the disc of the largest value, at A4."""

LEAST = 0.3
"""Radius in mm below which a disc would not be seen."""

ZERO, UNKNOWN = 0.55, 0.9
"""Radii in mm of the marks of a value of zero and of an unknown one, which no area stands for."""

OPACITY = 0.5
"""Of the discs: the map under them stays legible."""

COARSE = 1000
"""Level of detail, in metres, at which the middle of a county is looked for."""


@dataclass(frozen=True, eq=False)
class Proportional:
    """The values of all areas of one level and what they are drawn to."""

    indicator: Indicator
    ids: tuple[str, ...]
    values: NDArray[np.float64]
    """(n,) in the indicator's unit, NaN where unknown"""
    largest: float
    """the value, without its sign, of the largest disc; 0 where nothing has a size"""
    places: NDArray[np.float64]
    """(n, 2) where the discs stand in map space"""


def proportional(context: Context) -> Proportional:
    """Return the values of the view's ``proportional`` indicator and where they stand."""
    project, view, side = context.project, context.view, context.side
    level = view.proportional_level
    values, largest = _values(project, view.proportional, level, side)
    places = _places(context.atlas, project.definition_id, project.overlap, level)
    indicator = indicator_of(project, view.proportional)
    return Proportional(indicator, groups(project, level).ids, values, largest, places)


@lru_cache(maxsize=8)
def _values(project: Project, indicator_id: str, level: By, side: Side) -> tuple[NDArray[np.float64], float]:
    values = column(project, indicator_id, level, side).values
    compared = [values]
    if side != "difference" and not project.scenario.is_empty:
        other: Side = "scenario" if side == "baseline" else "baseline"
        compared.append(column(project, indicator_id, level, other).values)
    sizes = np.abs(np.concatenate(compared))
    return values, float(sizes[np.isfinite(sizes)].max(initial=0.0))


@lru_cache(maxsize=8)
def _places(atlas: Atlas, definition_id: str, overlap: Overlap, level: By) -> NDArray[np.float64]:
    """Return (n, 2) the middle of the largest part of each county, the town in the middle of each circle's people."""
    data, positions = atlas.data, atlas.town_positions
    if level == "town":
        return positions
    if level == "county":
        detail = atlas.detail(COARSE)
        return np.array(
            [_visual_centre(detail.towns[detail.counties == number]) for number in range(len(data.counties))]
        )
    weights = groups(Project(data, definition_id, overlap), level).weights
    return np.array([_people_centre(atlas, row) for row in weights])


def _visual_centre(towns: NDArray[np.object_]) -> NDArray[np.float64]:
    parts = shapely.get_parts(shapely.coverage_union_all(towns))
    largest = max(parts, key=shapely.area)
    centre: NDArray[np.float64] = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 500))[0]
    return centre


def _people_centre(atlas: Atlas, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the place of the town nearest to the mean place of the people, so that it lies on land.

    Between inset boxes no mean has a meaning: of a circle in several frames that with the most people counts.
    """
    data, positions = atlas.data, atlas.town_positions
    people = weights * data.town_values("population")
    frames = np.array([id(frame_of_town(town.code)) for town in data.towns])
    found, frame_rows = np.unique(frames, return_inverse=True)
    most = np.argmax(np.bincount(frame_rows, people, len(found)))
    rows = np.flatnonzero((frame_rows == most) & (weights > 0))
    mean = np.average(positions[rows], axis=0, weights=people[rows])
    place: NDArray[np.float64] = positions[rows[np.argmin(np.hypot(*(positions[rows] - mean).T))]]
    return place


def colours(context: Context) -> tuple[str, str]:
    """Return the colours of values below and above zero, half transparent.

    Of a difference the better way is teal and the worse one brown, as on a coloured map; values themselves are grey.
    """
    theme, side = context.theme, context.side
    indicator = indicator_of(context.project, context.view.proportional)
    below, above = diverging((-0.75, 0.75), theme, indicator.direction if side == "difference" else 1)
    if side != "difference":
        above = theme.layers["proportional"]
    return _clear(below), _clear(above)


def _clear(colour: str) -> str:
    shade = QColor(colour)
    shade.setAlphaF(OPACITY)
    return shade.name(QColor.NameFormat.HexArgb)


def proportional_symbols(context: Context) -> list[Symbol]:
    """Return the discs, large ones under small ones; unknown values are dashed and those of zero hollow."""
    shown, level = proportional(context), context.view.proportional_level
    if level == "nation":
        return []
    sizes = np.nan_to_num(np.abs(shown.values))
    symbols = []
    for row in np.argsort(-sizes, kind="stable").tolist():
        area = shown.ids[row]
        style = _style(context, float(shown.values[row]), shown.largest, faded=not _in_focus(context, area))
        x, y = shown.places[row].tolist()
        symbols.append(Symbol(x, y, 0.0, 0.0, style, Place(level, area)))
    return symbols


def _style(context: Context, value: float, largest: float, *, faded: bool = False) -> SymbolStyle:
    theme, unit = context.theme, context.map_unit
    below, above = colours(context)
    if np.isnan(value):
        return SymbolStyle("disc", UNKNOWN * unit, theme.muted, theme.halo, True, faded=faded, mark=DASHED)
    if value == 0:
        return SymbolStyle("disc", ZERO * unit, theme.muted, theme.halo, True, faded=faded)
    radius = max(radius_of(value, largest, WIDEST), LEAST) * unit
    return SymbolStyle("disc", radius, above if value > 0 else below, theme.halo, faded=faded)


def _in_focus(context: Context, area: str) -> bool:
    level, focus = context.view.proportional_level, context.view.focus
    if focus is None:
        return True
    if level == "circle":
        return context.in_focus((area,)) and (focus.kind != "county")
    rows = [row for row, town in enumerate(context.project.data.towns) if area in (town.code, town.county.code)]
    return bool(context.towns_in_focus[rows].any())


def proportional_section(context: Context) -> Section:
    """Return the legend of the discs: nested circles of round values, and what is no circle."""
    texts, theme = context.texts, context.theme
    translate, language = texts.translate, context.view.language
    shown = proportional(context)
    indicator = shown.indicator
    below, above = colours(context)
    changes = context.side == "difference"
    known = shown.values[~np.isnan(shown.values)]
    entries = []
    if changes or (known < 0).any():
        radius = 1.3 * context.unit
        for colour, count, words in (
            (above, (known > 0).sum(), _sign_words(context, indicator, 1)),
            (below, (known < 0).sum(), _sign_words(context, indicator, -1)),
        ):
            entries.append(Entry(SymbolStyle("disc", radius, colour, theme.halo), words, texts.number(count)))
    if (known == 0).any():
        words = translate("Legend", "No change") if changes else translate("Legend", "Zero")
        entries.append(Entry(_style(context, 0.0, 1.0), words, texts.number((known == 0).sum())))
    # Always there, as for coloured areas.
    missing = len(shown.values) - len(known)
    entries.append(Entry(_style(context, np.nan, 1.0), translate("Legend", "No data"), texts.number(missing)))
    title = translate("Legend", "{indicator} ({unit})").format(
        indicator=indicator.name.text(language), unit=unit_words(texts, indicator.unit, context.side)
    )
    period = "" if indicator.topic == "index" else period_words(texts, indicator)
    level = level_words(texts, context.view.proportional_level)
    return Section(
        title,
        tuple(entries),
        note=_note(context, indicator),
        about=" · ".join(filter(None, (period, level, side_words(context)))),
        figure=nested_circles(context, shown.largest, WIDEST * context.map_unit, above, _solid(above)),
    )


def _solid(colour: str) -> str:
    return QColor(colour).name()


def _sign_words(context: Context, indicator: Indicator, sign: int) -> str:
    translate = context.texts.translate
    if context.side != "difference":
        return translate("Legend", "Above zero") if sign > 0 else translate("Legend", "Below zero")
    words = translate("Legend", "Rise") if sign > 0 else translate("Legend", "Fall")
    if not indicator.direction:
        return words
    better = translate("Showing", "better") if sign * indicator.direction > 0 else translate("Showing", "worse")
    return translate("Showing", "{range} ({word})").format(range=words, word=better)


def _note(context: Context, indicator: Indicator) -> str:
    translate = context.texts.translate
    if context.side == "difference":
        return translate("Legend", "Circles compare by area: how much each place changes")
    if indicator.total:
        return translate("Legend", "Circles compare by area: the total of each place")
    return translate("Legend", "Circles compare by area: a rate or level, not a total")
