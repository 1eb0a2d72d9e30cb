"""Showing rows: a table for people, JSON for machines."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from benchmarks.harness import Row

_HEAD = f"{'benchmark':<30} {'measured':>10}  {'budget':>9}  {'peer':>9}  {'ratio':>6}  {'':<11}  what"


def head() -> str:
    """Return the line of column names."""
    return _HEAD


def line(row: Row) -> str:
    """Return one row of the table."""
    what = f"{row.what}; {row.statistic}" if row.statistic else row.what
    if row.peer is not None:
        what += f"; peer: {row.peer.name}"
        if row.peer.budget is not None:
            what += f", ratio at most {row.peer.budget:g}"
    return (
        f"{row.name:<30} {_quantity(row.value, row.unit):>10}  {_quantity(row.budget, row.unit):>9}  "
        f"{_quantity(None if row.peer is None else row.peer.value, row.unit):>9}  "
        f"{'' if row.ratio is None else format(row.ratio, '.2f'):>6}  {row.mark:<11}  {what}"
    ).rstrip()


def _quantity(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "yes/no":
        return "yes" if value else "no"
    digits = {"MB": 0, "ms": 1}.get(unit, 2)
    return f"{value:.{digits}f} {unit}"


def markdown(rows: Iterable[Row]) -> str:
    """Return the rows as a table for a page of documentation."""
    lines = ["| benchmark | what | measured | budget | peer | ratio | |", "|---|---|--:|--:|--:|--:|---|"]
    for row in rows:
        budget = _quantity(row.budget, row.unit)
        if row.peer is not None and row.peer.budget is not None:
            budget += f", ratio {row.peer.budget:g}"
        cells = (
            row.name,
            f"{row.what}; {row.statistic}" if row.statistic else row.what,
            _quantity(row.value, row.unit),
            budget,
            "" if row.peer is None else _quantity(row.peer.value, row.unit),
            "" if row.ratio is None else format(row.ratio, ".2f"),
            f"**{row.mark}**" if row.over else row.mark,
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def machine() -> dict[str, Any]:
    """Return what the figures depend on."""
    return {
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        **{name: version(name) for name in ("PySide6-Essentials", "shapely", "geopandas", "matplotlib")},
    }


def as_json(rows: Iterable[Row]) -> dict[str, Any]:
    """Return the machine and all rows as plain values."""
    return {
        "machine": machine(),
        "rows": [
            {
                "name": row.name,
                "what": row.what,
                "value": row.value,
                "unit": row.unit,
                "statistic": row.statistic,
                "budget": row.budget,
                "peer": None if row.peer is None else row.peer.name,
                "peer_value": None if row.peer is None else row.peer.value,
                "ratio": row.ratio,
                "ratio_budget": None if row.peer is None else row.peer.budget,
                "over_budget": row.over,
            }
            for row in rows
        ],
    }
