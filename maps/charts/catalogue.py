"""The charts there are: what each asks for, and how it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Literal, cast, get_args

from data.balance.groups import By
from maps.charts.chart import Chart, ChartContext
from maps.texts import Texts

ChartId = Literal["bars", "lorenz", "strip", "scatter", "ranks", "targets"]
CHART_IDS: tuple[ChartId, ...] = get_args(ChartId)


@dataclass(frozen=True)
class ChartKind:
    """One kind of chart. Its module of the same name is imported when it is first built: Matplotlib takes 0.75 s."""

    id: ChartId
    levels: tuple[By, ...] = ()
    """kinds of areas to choose from; () where there is no choice"""
    indicators: int = 1
    """how many indicators the user chooses"""

    def build(self, context: ChartContext) -> Chart:
        """Draw the chart. Needs ``maps.charts.render.prepare`` to have run."""
        build = cast(Callable[[ChartContext], Chart], import_module(f"maps.charts.{self.id}").build)
        return build(context)


CHARTS: Mapping[ChartId, ChartKind] = MappingProxyType(
    {
        "bars": ChartKind("bars"),
        "lorenz": ChartKind("lorenz", ("town", "county")),
        "strip": ChartKind("strip", ("town", "county")),
        "scatter": ChartKind("scatter", ("town", "county", "circle"), 2),
        "ranks": ChartKind("ranks", ("circle", "county", "town"), 0),
        "targets": ChartKind("targets", indicators=0),
    }
)


def chart_name(texts: Texts, chart_id: ChartId) -> str:
    """Return the name of a kind of chart."""
    return {
        "bars": texts.translate("Chart", "Bars by circle"),
        "lorenz": texts.translate("Chart", "Lorenz curve"),
        "strip": texts.translate("Chart", "Distribution within circles"),
        "scatter": texts.translate("Chart", "Two indicators"),
        "ranks": texts.translate("Chart", "Ranks of the index"),
        "targets": texts.translate("Chart", "Policy targets"),
    }[chart_id]
