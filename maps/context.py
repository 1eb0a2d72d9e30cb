"""What every layer is given: the project, the view, and the scale it is drawn for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.balance.evaluate import Side
from data.dataset import DataSet
from data.project import Project
from maps.geometry import Atlas, CircleShapes, Detail, tolerance_for
from maps.texts import Texts
from maps.theme import THEMES, Theme
from maps.view import MapView


@dataclass(frozen=True, eq=False)
class Context:
    """One composing of the map.

    ``unit`` enlarges every size in mm (1 for a page read at arm's length); ``dots`` are device pixels per mm, which
    choose the level of detail and nothing else. ``atlas`` is that of the project's data set, whatever side is shown.
    ``extent`` (xmin, ymin, xmax, ymax of map space) is all that is seen on a sheet, where names are placed inside it
    and off what is ``covered``; None in the window, whose map is moved under names that must stand still.
    ``map_unit`` is the unit of the map, also where a legend beside it is set larger or smaller: circles whose size says
    something are as large there as on the map. It stays when ``unit`` alone is replaced.
    ``symbols`` is the size of sites' symbols against everything else: on a slide type is larger than on a page, and
    symbols that grew with it would hide each other.
    """

    project: Project
    view: MapView
    atlas: Atlas
    texts: Texts
    metres_per_mm: float
    unit: float = 1.0
    dots: float = 96 / 25.4
    map_unit: float = 0.0
    symbols: float = 1.0
    extent: tuple[float, float, float, float] | None = None
    covered: tuple[tuple[float, float, float, float], ...] = ()

    def __post_init__(self) -> None:
        if not self.map_unit:
            object.__setattr__(self, "map_unit", self.unit)

    @property
    def theme(self) -> Theme:
        return THEMES[self.view.theme]

    @property
    def side(self) -> Side:
        """The side that is shown: without a scenario there is only the baseline."""
        return "baseline" if self.project.scenario.is_empty else self.view.side

    @property
    def data(self) -> DataSet:
        """The data set of the side shown, from which the sites are: the scenario's, unless it is the baseline."""
        return self.project.data if self.side == "baseline" else self.project.what_if.data

    @cached_property
    def site_positions(self) -> Mapping[str, tuple[float, float]]:
        """Map-space position of every site of ``data`` by its id."""
        return self.atlas.with_data(self.data).site_positions

    @cached_property
    def detail(self) -> Detail:
        return self.atlas.detail(tolerance_for(self.metres_per_mm / self.dots))

    @cached_property
    def shapes(self) -> CircleShapes:
        return self.atlas.circles(self.detail.tolerance, self.project.definition_id)

    def shows(self, layer: str) -> bool:
        return layer in self.view.layers

    def in_focus(self, circles: tuple[str, ...]) -> bool:
        """Tell whether a place in these circles stands in front: always, unless another circle has the focus."""
        focus = self.view.focus
        return focus is None or focus.kind != "circle" or focus.id in circles

    def town_in_focus(self, town_code: str) -> bool:
        """Tell whether a town stands in front: always, unless another circle or county has the focus."""
        row, focus = self.project.data.town_index.get(town_code), self.view.focus
        if row is None or focus is None:
            return True
        if focus.kind == "county":
            return self.project.data.towns[row].county.code == focus.id
        return self.in_focus(self.shapes.members[row])

    @cached_property
    def towns_in_focus(self) -> NDArray[np.bool_]:
        """(n,) which towns stand in front."""
        return np.array([self.town_in_focus(town.code) for town in self.project.data.towns])
