"""Which indicator a look at the map is about, for charts and words beside it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from maps.view import MapView, ViewName

SITES: Mapping[ViewName, str] = MappingProxyType(
    {"overview": "ai_per_100k", "ai": "ai_per_100k", "telemedicine": "telemedicine_points"}
)
"""Indicators of the views without coloured areas."""


def charted_in(view: MapView) -> str:
    """Return the indicator that colours the areas, or where none does one of the sites shown."""
    return view.choropleth if "choropleth" in view.layers else SITES.get(view.name, view.choropleth)
