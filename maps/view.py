"""What is to be seen: the layers, the indicator, the focus and the marks of one look at the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from data.model import Language, Place

ViewName = Literal["overview", "ai", "broadband", "telemedicine"]
ThemeName = Literal["light", "dark", "print"]
LayerName = Literal[
    "circles", "choropleth", "ai", "broadband", "telemedicine", "hospital", "digital", "links", "labels", "legend"
]

VIEW_NAMES: tuple[ViewName, ...] = get_args(ViewName)
THEME_NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
LAYER_NAMES: tuple[LayerName, ...] = get_args(LayerName)


@dataclass(frozen=True)
class MapView:
    """One look at the map. ``choropleth`` names the indicator that colours the towns while that layer is on."""

    name: ViewName = "overview"
    language: Language = "zh"
    theme: ThemeName = "light"
    layers: frozenset[LayerName] = frozenset()
    choropleth: str = "coverage_5g"
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
    }
)
