"""Every indicator: what it is called, how it is formed, what it stands on. A new one is one row of its topic."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from data.balance.indicator import Direction, Indicator, Topic
from data.balance.measures import Column, Rate
from data.balance.own_rows import own_indicators
from data.balance.topics import access, ai, broadband, context, telemedicine
from data.dataset import DataSet
from data.model import Name

__all__ = ["BROADBAND_INDICATORS", "INDICATORS", "Column", "Direction", "Indicator", "Topic", "indicators_of"]

_TABLE: tuple[Indicator, ...] = (*context.ROWS, *ai.ROWS, *broadband.ROWS, *telemedicine.ROWS, *access.ROWS)

INDICATORS: Mapping[str, Indicator] = MappingProxyType({indicator.id: indicator for indicator in _TABLE})
"""Those of the shipped data set. A project may have more: ``indicators_of``."""

BROADBAND_INDICATORS: tuple[str, ...] = (
    "coverage_5g",
    "coverage_2gbps",
    "coverage_1gbps",
    "coverage_100mbps",
    "speed_4g",
    "stations_per_1000",
    "hotspots_per_10000",
    "digital_class",
)
"""What the broadband view can colour the towns by; the first is the default."""


@lru_cache(maxsize=16)
def indicators_of(data: DataSet) -> Mapping[str, Indicator]:
    """Return every indicator of a data set by its id: INDICATORS, and those of what a project brings along.

    Where a project has a newer edition of the figures that an indicator stands on, its words name that edition.
    """
    if data.shipped is data:
        return INDICATORS
    rows = (*(_dated(indicator, data) for indicator in _TABLE), *own_indicators(data))
    return MappingProxyType({indicator.id: indicator for indicator in rows})


def _dated(indicator: Indicator, data: DataSet) -> Indicator:
    """Return an indicator whose words name the periods that a project's figures have."""
    newer: dict[str, str] = {}
    for variable in indicator.variables:
        old, new = (_period(indicator, variable, one) for one in (data.shipped, data))
        if old and new and old != new:
            newer[old] = new
    if not newer:
        return indicator
    # At one go: the new period of one variable may be the old one of another.
    old_periods = re.compile("|".join(map(re.escape, newer)))
    period, zh, en = (
        old_periods.sub(lambda found: newer[found[0]], text)
        for text in (indicator.period, indicator.formula.zh, indicator.formula.en)
    )
    return replace(indicator, period=" / ".join(dict.fromkeys(period.split(" / "))), formula=Name(zh, en))


def _period(indicator: Indicator, variable: str, data: DataSet) -> str:
    together = indicator.compute.period(data) if isinstance(indicator.compute, Rate) else ""
    return together or data.town_period(variable)
