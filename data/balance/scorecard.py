"""Indicators side by side: one row for each area, one for the nation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.balance.groups import By, groups
from data.balance.indicators import INDICATORS, Indicator
from data.balance.measures import Column
from data.model import Name, Overlap
from data.project import Project

SCORECARD: tuple[str, ...] = (
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
    overlap: Overlap
    definition_id: str
    ids: tuple[str, ...]
    names: tuple[Name, ...]
    indicators: tuple[Indicator, ...]
    columns: Mapping[str, Column]
    nation: Mapping[str, Column]


@lru_cache(maxsize=16)
def scorecard(project: Project, by: By = "circle", indicators: tuple[str, ...] = SCORECARD) -> Scorecard:
    """Compute the named indicators for every area of one kind and for the nation."""
    chosen = tuple(INDICATORS[name] for name in indicators)
    areas, nation = groups(project, by), groups(project, "nation")
    return Scorecard(
        by,
        project.overlap,
        project.definition_id,
        areas.ids,
        areas.names,
        chosen,
        {indicator.id: indicator.compute(project.data, areas) for indicator in chosen},
        {indicator.id: indicator.compute(project.data, nation) for indicator in chosen},
    )
