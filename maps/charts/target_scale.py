"""How the bar of a policy target is scaled: the same in the chart and in the list, and without Matplotlib."""

from __future__ import annotations

from dataclasses import dataclass

from data.targets import TargetPoint, TargetSeries, disagreements, latest_actual, next_target

_PERCENT = 100.0


@dataclass(frozen=True)
class TargetScale:
    """What a bar shows, and where it ends; it starts at 0. Values are in the unit of the series."""

    end: float
    """100 for percentages, which thereby compare with each other; else the largest number shown"""
    ticks: tuple[float, ...]
    """numbers written below the bar"""
    actual: float | None
    """end of the bar; None where nothing is reported or sources disagree about it"""
    target: float | None
    contested: tuple[float, ...]
    """what sources that disagree say was reached, in place of a bar"""


def target_scale(series: TargetSeries) -> TargetScale | None:
    """Return the scale of a series; None where there is nothing to compare: no target, and no disagreement."""
    actual, target = latest_actual(series), next_target(series)
    groups = disagreements(series)
    if target is None and not groups:
        return None
    contested = tuple(dict.fromkeys(point.value for group in groups for point in group if point.kind == "actual"))
    reached = None if contested else _value(actual)
    shown = [one for one in (reached, _value(target), *contested) if one is not None]
    largest = max(shown, default=0.0)
    if series.unit == "percent" and largest <= _PERCENT:
        return TargetScale(_PERCENT, (0.0, 50.0, 100.0), reached, _value(target), contested)
    end = largest if largest > 0 else 1.0
    return TargetScale(end, (0.0, end), reached, _value(target), contested)


def _value(point: TargetPoint | None) -> float | None:
    return None if point is None else point.value
