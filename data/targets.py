"""Policy targets beside what was reached: series of one quantity on one basis, with every source that speaks of it.

Only ``actual`` points are measured; an estimate never counts as reached. What sources say against each other stands
side by side (``disagreements``), and the basis says for whom a number is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from data.model import Name

if TYPE_CHECKING:  # the data set holds the series
    from data.dataset import DataSet

TOPICS: Mapping[str, Name] = MappingProxyType(
    {
        "broadband": Name("寬頻", "Broadband"),
        "telemedicine": Name("遠距醫療", "Telemedicine"),
        "health": Name("健康", "Health"),
        "inclusion": Name("數位包容", "Digital inclusion"),
        "ai": Name("AI", "AI"),
        "talent": Name("人才", "Talent"),
        "industry": Name("產業", "Industry"),
        "economy": Name("經濟", "Economy"),
    }
)
"""What targets are about, in the order of the table."""

LEVELS: Mapping[str, Name] = MappingProxyType(
    {
        "nation": Name("全國", "nation"),
        "rural": Name("偏鄉", "rural areas"),
        "non-rural": Name("非偏鄉", "non-rural areas"),
        "remote-tribe": Name("原鄉部落", "indigenous tribes"),
        "island": Name("離島", "islands"),
        "circle": Name("生活圈", "circle"),
        "county": Name("縣市", "county"),
        "town": Name("鄉鎮市區", "township"),
        "other": Name("特定地點", "a place"),
    }
)
"""For what kind of area a target holds; a target for one kind says nothing of another."""

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?![0-9])(?:-([0-9]{2}))?|-?([QH])([1-4]))?")
_MONTHS = {"Q": 3, "H": 6}


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """One number of a series, as one source gives it."""

    kind: str
    """actual, target, baseline or estimate"""
    period: str
    """as the source words it, '' where it does not say"""
    value: float
    bound: str
    """'>=' where the source says 'at least', '<=' for 'at most', else ''"""
    disputed: bool
    """True where another source, or another place of the same, says otherwise (see ``disagreements``)"""
    source_id: str
    location: str
    note: str
    figure_id: str
    """id of the figure or policy figure it was taken from"""


@dataclass(frozen=True, slots=True)
class TargetSeries:
    """One quantity on one basis. ``points`` are in the order of their period."""

    id: str
    topic: str
    """key of TOPICS"""
    name: Name
    unit: str
    basis: Name
    """what counts, and for whom"""
    level: str
    """key of LEVELS"""
    area: str
    """town code, county code or circle id, '' where the level needs none"""
    direction: Literal[-1, 1]
    """1 where more is better, -1 where less is"""
    indicator: str
    """id of the indicator this target belongs to, or ''"""
    points: tuple[TargetPoint, ...]

    def of_kind(self, kind: str) -> tuple[TargetPoint, ...]:
        """Return the points of one kind, in the order of their period."""
        return tuple(point for point in self.points if point.kind == kind)


def period_end(period: str) -> str:
    """Return the last month of ``period`` as 'YYYY-MM', '' where it is unknown.

    Understands years, halves, quarters, months and days, and spans of them; a year or an open span ends in December.
    """
    found = list(_DATE.finditer(period))
    if not found:
        return ""
    year, month, _, part, number = found[-1].groups()
    return f"{year}-{month or f'{int(number) * _MONTHS[part] if part else 12:02}'}"


def latest_actual(series: TargetSeries) -> TargetPoint | None:
    """Return the actual point of the latest period, None where nothing is reported. Of equals the last is taken."""
    actuals = series.of_kind("actual")
    return max(reversed(actuals), key=lambda point: period_end(point.period)) if actuals else None


def next_target(series: TargetSeries) -> TargetPoint | None:
    """Return the first target that ends with or after the latest actual, else the last one; None without targets.

    A target without a period is taken last.
    """
    targets = sorted(series.of_kind("target"), key=lambda point: period_end(point.period) or "9999")
    actual = latest_actual(series)
    reached = period_end(actual.period) if actual else ""
    ahead = [point for point in targets if (period_end(point.period) or "9999") >= reached]
    return next(iter(ahead or targets[-1:]), None)


def gap(series: TargetSeries) -> float | None:
    """Return next target - latest actual in the unit of the series; None where either is missing."""
    actual, target = latest_actual(series), next_target(series)
    return None if actual is None or target is None else target.value - actual.value


def reached(series: TargetSeries) -> bool | None:
    """Whether the latest actual meets the next target; None where either is missing or a bound leaves it open.

    An actual of 'at least' 98 meets 90 and leaves 99 open.
    """
    actual, missing = latest_actual(series), gap(series)
    if actual is None or missing is None:
        return None
    met = missing * series.direction <= 0
    or_better = ">=" if series.direction == 1 else "<="
    if actual.bound and (actual.bound == or_better) != met:
        return None
    return met


def progress(series: TargetSeries) -> float | None:
    """Return (latest actual - baseline) / (next target - baseline): 0 at the start, 1 where the target is met.

    The baseline is the latest one. None where a point is missing or the target is the baseline.
    """
    actual, target, baselines = latest_actual(series), next_target(series), series.of_kind("baseline")
    if actual is None or target is None or not baselines or target.value == baselines[-1].value:
        return None
    return (actual.value - baselines[-1].value) / (target.value - baselines[-1].value)


def disagreements(series: TargetSeries) -> tuple[tuple[TargetPoint, ...], ...]:
    """Return the groups of points that contradict each other: those marked as disputed, kind by kind, and those of one
    kind and period with different values."""
    found: list[tuple[TargetPoint, ...]] = []
    by_kind = sorted(series.points, key=lambda point: point.kind)
    for _, kind in groupby(by_kind, lambda point: point.kind):
        points = tuple(kind)
        disputed = tuple(point for point in points if point.disputed)
        if disputed:
            found.append(disputed)
        open_points = sorted((point for point in points if not point.disputed), key=lambda point: point.period)
        for _, same in groupby(open_points, lambda point: point.period):
            group = tuple(same)
            if len({(point.value, point.bound) for point in group}) > 1:
                found.append(group)
    return tuple(found)


def target_of(data: DataSet, indicator_id: str) -> TargetSeries | None:
    """Return the series whose target an indicator's gap is measured against; None where the indicator has none.

    The target holds for ``series.level`` only (5G and 2 Gbps: non-rural areas), and its basis must be shown.
    """
    return next((series for series in data.targets if series.indicator == indicator_id), None)
