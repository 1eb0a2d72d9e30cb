"""Every indicator: what it is called, how it is formed, what it stands on. A new one is one row of its topic."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from data.balance.indicator import Direction, Indicator, Topic
from data.balance.measures import Column
from data.balance.topics import access, ai, broadband, context, telemedicine

__all__ = ["BROADBAND_INDICATORS", "INDICATORS", "Column", "Direction", "Indicator", "Topic"]

_TABLE: tuple[Indicator, ...] = (*context.ROWS, *ai.ROWS, *broadband.ROWS, *telemedicine.ROWS, *access.ROWS)

INDICATORS: Mapping[str, Indicator] = MappingProxyType({indicator.id: indicator for indicator in _TABLE})

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
