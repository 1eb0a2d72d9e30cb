"""Colours of the map in its three themes. Hues follow the design: Okabe-Ito circles, one hue for each layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor

from maps.view import ThemeName


@dataclass(frozen=True)
class Theme:
    """Every colour a sheet needs; ``#RRGGBB``."""

    name: ThemeName
    paper: str
    text: str
    muted: str
    """secondary text; at least 4.5:1 on paper"""
    halo: str
    land: str
    """towns that carry no colour of their own"""
    town_line: str
    county_line: str
    coast_line: str
    frame: str
    """inset boxes and rules"""
    box: str
    """ground of the legend"""
    mark: str
    """selected and hovered"""
    supposed: str
    """ring round what only a scenario puts there: a hue that neither circles nor ramps nor layers have"""
    missing: str
    missing_hatch: str
    fallback_hatch: str
    tint: float
    """opacity of the circle colours over the land, 0 to 1"""
    layers: Mapping[str, str]
    """colour of each layer of sites, of its links, of the values of areas and of their people"""


_LIGHT_LAYERS = MappingProxyType(
    {
        "ai": "#5B2A91",
        "broadband": "#24435C",
        "telemedicine": "#B3261E",
        "hospital": "#7A4B2A",
        "digital": "#0F6B6B",
        "own": "#5A6673",
        "proportional": "#33414F",
        "people": "#6A4A1C",
        "links": "#B3261E",
    }
)
_DARK_LAYERS = MappingProxyType(
    {
        "ai": "#C9A6FF",
        "broadband": "#9CCBF0",
        "telemedicine": "#FF8A80",
        "hospital": "#E0B48C",
        "digital": "#7FD6D0",
        "own": "#B6C2CE",
        "proportional": "#DDE6EF",
        "people": "#E3CFA0",
        "links": "#FF8A80",
    }
)

THEMES: Mapping[ThemeName, Theme] = MappingProxyType(
    {
        "light": Theme(
            name="light",
            paper="#F4F7FA",
            text="#17212B",
            muted="#52606D",
            halo="#FFFFFF",
            land="#FBFBF8",
            town_line="#FFFFFF",
            county_line="#6F7B86",
            coast_line="#7D8A96",
            frame="#9AA6B2",
            box="#FFFFFF",
            mark="#111111",
            supposed="#E0007A",
            missing="#E3E6E9",
            missing_hatch="#B4BBC2",
            fallback_hatch="#46525E",
            tint=0.42,
            layers=_LIGHT_LAYERS,
        ),
        "dark": Theme(
            name="dark",
            paper="#161C23",
            text="#F0F4F8",
            muted="#A9B6C3",
            halo="#161C23",
            land="#2A323B",
            town_line="#3D4751",
            county_line="#9AA7B4",
            coast_line="#8492A0",
            frame="#5E6B78",
            box="#1E262F",
            mark="#FFFFFF",
            supposed="#FF6FC0",
            missing="#39424C",
            missing_hatch="#5C6772",
            fallback_hatch="#DDE5EC",
            tint=0.50,
            layers=_DARK_LAYERS,
        ),
        "print": Theme(
            name="print",
            paper="#FFFFFF",
            text="#000000",
            muted="#444444",
            halo="#FFFFFF",
            land="#FFFFFF",
            town_line="#C9CED3",
            county_line="#6B6B6B",
            coast_line="#555555",
            frame="#777777",
            box="#FFFFFF",
            mark="#000000",
            supposed="#E0007A",
            missing="#F0F0F0",
            missing_hatch="#B0B0B0",
            fallback_hatch="#4A4A4A",
            tint=0.26,
            layers=_LIGHT_LAYERS,
        ),
    }
)


def mixed(over: str, under: str, opacity: float) -> str:
    """Return the opaque colour that ``over`` at this opacity shows on ``under``.

    Fills are opaque so that neighbours never add up where they touch, and so that PDF needs no transparency.
    """
    top, bottom = QColor(over), QColor(under)
    pairs = (
        (top.redF(), bottom.redF()),
        (top.greenF(), bottom.greenF()),
        (top.blueF(), bottom.blueF()),
    )
    return QColor.fromRgbF(*(a * opacity + b * (1 - opacity) for a, b in pairs)).name()
