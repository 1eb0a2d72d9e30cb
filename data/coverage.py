"""Coverage of every town from the nearest level that has a figure, and which level that was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data.arrays import read_only
from data.dataset import DataSet
from data.model import AreaLevel, CoverageSeries, Figure, Town


@dataclass(frozen=True, eq=False)
class Coverage:
    """What one series says of each of the 368 towns."""

    series: CoverageSeries
    values: NDArray[np.float64]
    """(368,) in the unit of the series' variable, NaN where no level has a figure; read-only"""
    levels: tuple[AreaLevel | None, ...]
    figures: tuple[Figure | None, ...]


@lru_cache(maxsize=32)
def coverage(data: DataSet, series_id: str) -> Coverage:
    """Look up each town in one series: the town, its county, its rural or non-rural class, the nation.

    Only figures of that series are used, so bases and periods are never mixed.
    """
    by_area = {(figure.level, figure.area): figure for figure in data.figures_in(series_id)}
    figures = tuple(next((by_area[key] for key in _keys(town) if key in by_area), None) for town in data.towns)
    values = read_only(np.array([np.nan if figure is None else figure.value for figure in figures]))
    return Coverage(
        data.series[series_id], values, tuple(None if figure is None else figure.level for figure in figures), figures
    )


def _keys(town: Town) -> Iterator[tuple[AreaLevel, str]]:
    yield AreaLevel.TOWN, town.code
    yield AreaLevel.COUNTY, town.county.code
    yield AreaLevel.RURAL if town.rural else AreaLevel.NON_RURAL, ""
    yield AreaLevel.NATION, ""
