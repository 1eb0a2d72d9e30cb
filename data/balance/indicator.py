"""What an indicator is: its words, how it is computed, what it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from data.balance.measures import Compute
from data.dataset import DataSet
from data.model import AreaLevel, Layer, Name
from data.targets import target_of

Topic = Literal["context", "ai", "broadband", "telemedicine", "access", "own", "index"]
Direction = Literal[-1, 0, 1]


@dataclass(frozen=True)
class Indicator:
    """A quantity computed for every town, county, circle and the nation."""

    id: str
    topic: Topic
    name: Name
    short: Name
    """for a column head or a chip"""
    unit: Name
    decimals: int
    """digits after the point when shown"""
    direction: Direction
    """1 where more is better, -1 where less is, 0 where neither"""
    period: str
    formula: Name
    compute: Compute
    variables: tuple[str, ...] = ()
    """variables whose town figures it uses"""
    series: str = ""
    """id of the coverage series it uses, or ''"""
    layers: tuple[Layer, ...] = ()
    """layers whose sites it counts"""
    classes: bool = False
    """whether it uses the town classes (rural or not)"""
    targets: bool = False
    """whether it is measured against the target of its series"""
    total: bool = False
    """whether it adds up over areas: it then grows with them, and more of it makes no area better than another"""

    def sources(self, data: DataSet) -> tuple[str, ...]:
        """Return the ids of all sources it stands on, each once."""
        return tuple(dict.fromkeys(self._sources(data)))

    def _sources(self, data: DataSet) -> Iterator[str]:
        for variable in self.variables:
            yield from (figure.source_id for figure in data.town_figures(variable) if figure is not None)
        if self.series:
            yield from (figure.source_id for figure in data.figures_in(self.series))
        if self.targets and (target := target_of(data, self.series)) is not None:
            yield from (point.source_id for point in target.of_kind("target"))
        for layer in self.layers:
            yield from data.sources_of(layer)
        if self.classes or self._falls_back_on_class(data):
            yield from (town.class_source_id for town in data.towns if town.class_source_id)

    def _falls_back_on_class(self, data: DataSet) -> bool:
        levels = {figure.level for figure in data.figures_in(self.series)} if self.series else set()
        return bool(levels & {AreaLevel.RURAL, AreaLevel.NON_RURAL})
