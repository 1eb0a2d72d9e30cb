"""Indicators side by side: one row for each area, one for the nation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.balance.evaluate import INDEX, Side, column, indicator_of
from data.balance.groups import By, groups
from data.balance.indicators import Indicator
from data.balance.measures import Column
from data.model import Name, Overlap
from data.project import Project

SCORECARD: tuple[str, ...] = (
    INDEX,
    "population",
    "ai_operating",
    "ai_planned",
    "ai_per_100k",
    "coverage_5g",
    "coverage_2gbps",
    "coverage_1gbps",
    "coverage_100mbps",
    "speed_4g",
    "telemedicine_points",
    "telemedicine_planned",
    "telemedicine_hubs",
    "rural_towns",
    "rural_towns_with_point",
    "rural_towns_without_known_point",
    "emergency_beds_per_100k",
)
"""The indicators of the scorecard on screen, in the order of its columns."""


@dataclass(frozen=True, eq=False)
class Scorecard:
    """The columns run along ``ids``; ``nation`` holds one value each, every town counted once whatever the rule."""

    by: By
    side: Side
    overlap: Overlap
    definition_id: str
    ids: tuple[str, ...]
    names: tuple[Name, ...]
    indicators: tuple[Indicator, ...]
    columns: Mapping[str, Column]
    nation: Mapping[str, Column]


@lru_cache(maxsize=16)
def scorecard(
    project: Project, by: By = "circle", indicators: tuple[str, ...] = SCORECARD, side: Side = "baseline"
) -> Scorecard:
    """Compute the named indicators, the index among them, for every area of one kind and for the nation.

    ``side`` is that of ``data.balance.evaluate.column``; the areas are the same on every side. Raises UnknownNameError.
    """
    areas = groups(project, by)
    return Scorecard(
        by,
        side,
        project.overlap,
        project.definition_id,
        areas.ids,
        areas.names,
        tuple(indicator_of(project, name) for name in indicators),
        {name: column(project, name, by, side) for name in indicators},
        {name: column(project, name, "nation", side) for name in indicators},
    )
