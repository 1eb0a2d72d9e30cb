"""What is to be seen: the layers, the indicator, the focus and the marks of one look at the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from data.balance.evaluate import INDEX, Side
from data.balance.groups import By
from data.model import Language, Place
from maps.symbology import Gathering, NamesIn, People, SitesBy, Symbology

ViewName = Literal["overview", "ai", "broadband", "telemedicine", "index", "scenario"]
ThemeName = Literal["light", "dark", "print"]
LayerName = Literal[
    "circles",
    "choropleth",
    "people",
    "proportional",
    "ai",
    "broadband",
    "telemedicine",
    "hospital",
    "digital",
    "own",
    "links",
    "rings",
    "labels",
    "legend",
]
Sight = Literal["normal", "protan", "deutan", "tritan", "grey"]
"""What eye the map is drawn for: previews of the three colour-vision deficiencies and of a photocopy."""

VIEW_NAMES: tuple[ViewName, ...] = get_args(ViewName)
THEME_NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
LAYER_NAMES: tuple[LayerName, ...] = get_args(LayerName)
SIGHTS: tuple[Sight, ...] = get_args(Sight)


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
    focus: Place | None = None
    """the circle or county in focus, the others step back"""
    selected: Place | None = None
    hovered: Place | None = None
    symbology: Symbology = field(default=Symbology())
    """classes and colours of the choropleth"""
    second: str = ""
    """the second indicator of a bivariate choropleth; '' for none"""
    proportional: str = "population"
    """the indicator of the layer "proportional", whose symbols stand in the areas of ``proportional_level``"""
    proportional_level: By = "county"
    people: People = "dots"
    """how the layer "people" shows them"""
    sites_by: SitesBy = "status"
    """what the looks of site symbols tell apart"""
    gathering: Gathering = "auto"
    """how layers of many sites are drawn together"""
    rings_around: LayerName = "telemedicine"
    """around the sites of which layer, or the selected place if it is a site, the layer "rings" draws distances"""
    ring_km: tuple[float, ...] = (5.0, 10.0, 20.0, 30.0)
    names: NamesIn = "window"
    """the language of the names on the map, where it is not that of ``language``"""
    sight: Sight = "normal"
    hidden_own: frozenset[str] = frozenset()
    """names of the project's own layers that are not drawn while the layer "own" is on"""


READY_VIEWS: Mapping[ViewName, MapView] = MappingProxyType(
    {
        "overview": MapView(
            "overview", layers=frozenset({"circles", "ai", "broadband", "telemedicine", "own", "labels", "legend"})
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
