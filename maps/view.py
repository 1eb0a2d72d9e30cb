"""What is to be seen: the layers, the indicator, the focus and the marks of one look at the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from data.balance.evaluate import INDEX, Side
from data.balance.groups import By
from data.model import Language, Place

ViewName = Literal["overview", "ai", "broadband", "telemedicine", "index", "scenario"]
ThemeName = Literal["light", "dark", "print"]
LayerName = Literal[
    "circles", "choropleth", "ai", "broadband", "telemedicine", "hospital", "digital", "links", "labels", "legend"
]

VIEW_NAMES: tuple[ViewName, ...] = get_args(ViewName)
THEME_NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
LAYER_NAMES: tuple[LayerName, ...] = get_args(LayerName)


@dataclass(frozen=True)
class MapView:
    """One look at the map.

    While the layer "choropleth" is on, the areas of ``level`` are coloured by the indicator that ``choropleth`` names
    (the composite index among them), as it is, as it would be under the scenario, or by the difference.
    """

    name: ViewName = "overview"
    language: Language = "zh"
    theme: ThemeName = "light"
    layers: frozenset[LayerName] = frozenset()
    choropleth: str = "coverage_5g"
    level: By = "town"
    side: Side = "baseline"
    """also decides which sites are shown: those of the scenario unless it is the baseline"""
    focus: str = ""
    """id of the circle in focus, the others step back; '' for none"""
    selected: Place | None = None
    hovered: Place | None = None


READY_VIEWS: Mapping[ViewName, MapView] = MappingProxyType(
    {
        "overview": MapView(
            "overview", layers=frozenset({"circles", "ai", "broadband", "telemedicine", "labels", "legend"})
        ),
        "ai": MapView("ai", layers=frozenset({"circles", "ai", "labels", "legend"})),
        "broadband": MapView("broadband", layers=frozenset({"circles", "choropleth", "broadband", "labels", "legend"})),
        "telemedicine": MapView(
            "telemedicine", layers=frozenset({"circles", "telemedicine", "links", "labels", "legend"})
        ),
        "index": MapView("index", layers=frozenset({"circles", "choropleth", "labels", "legend"}), choropleth=INDEX),
        "scenario": MapView(
            "scenario",
            layers=frozenset({"circles", "choropleth", "telemedicine", "labels", "legend"}),
            choropleth="telemedicine_nearest_km",
            side="scenario",
        ),
    }
)
