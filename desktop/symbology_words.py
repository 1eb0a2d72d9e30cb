"""The choices of the symbology panel in words, each table in the order of its list."""

from __future__ import annotations

from collections.abc import Mapping

from data.balance.groups import By
from desktop.words import mark
from maps.symbology import DivergingName, Gathering, NamesIn, People, RampName, SchemeName, SitesBy
from maps.view import LayerName, Sight

SCHEMES: Mapping[SchemeName, tuple[str, str]] = {
    "quantile": (
        mark("Symbology", "Quantiles"),
        mark("Symbology", "As many areas in every class: shows ranks, hides how far apart values are"),
    ),
    "equal": (
        mark("Symbology", "Equal intervals"),
        mark("Symbology", "Every class as wide: easy to read, but outliers may leave classes empty"),
    ),
    "natural": (
        mark("Symbology", "Natural breaks"),
        mark("Symbology", "Fisher-Jenks: values within a class lie as close together as they can"),
    ),
    "pretty": (
        mark("Symbology", "Round numbers"),
        mark("Symbology", "Equal intervals between round numbers; there may be a class more or fewer than asked for"),
    ),
    "head_tail": (
        mark("Symbology", "Head and tail"),
        mark("Symbology", "Split at the mean again and again: for a few very large and many small values"),
    ),
    "deviation": (
        mark("Symbology", "Standard deviation"),
        mark("Symbology", "Steps of one standard deviation round the mean"),
    ),
    "custom": (mark("Symbology", "Own breaks"), mark("Symbology", "Breaks that you give, such as policy targets")),
}

RAMPS: Mapping[RampName, str] = {
    "YlGnBu": mark("Symbology", "Yellow–green–blue"),
    "YlOrRd": mark("Symbology", "Yellow–orange–red"),
    "Blues": mark("Symbology", "Blues"),
    "Greens": mark("Symbology", "Greens"),
    "Purples": mark("Symbology", "Purples"),
    "Oranges": mark("Symbology", "Oranges"),
    "Greys": mark("Symbology", "Greys"),
    "cividis": mark("Symbology", "Cividis"),
    "batlow": mark("Symbology", "Batlow"),
}
DIVERGING: Mapping[DivergingName, str] = {
    "BrBG": mark("Symbology", "Brown–teal"),
    "PuOr": mark("Symbology", "Orange–purple"),
    "RdBu": mark("Symbology", "Red–blue"),
}
SYMBOL_LEVELS: Mapping[By, str] = {
    "county": mark("LayersPanel", "Counties and cities"),
    "circle": mark("LayersPanel", "Life circles"),
}
PEOPLE: Mapping[People, str] = {
    "dots": mark("Symbology", "As dots, each for so many people"),
    "circles": mark("Symbology", "As circles, one for each township"),
}
AROUND: Mapping[LayerName, str] = {
    "telemedicine": mark("Layer", "Telemedicine points"),
    "hospital": mark("Layer", "Hospitals"),
    "ai": mark("Layer", "AI industry sites"),
    "broadband": mark("Layer", "Broadband sites"),
    "digital": mark("Layer", "Digital service sites"),
}
SITES_BY: Mapping[SitesBy, str] = {
    "status": mark("Symbology", "Status: operating or planned"),
    "category": mark("Symbology", "Category"),
    "precision": mark("Symbology", "How exactly they are placed"),
}
GATHERINGS: Mapping[Gathering, str] = {
    "auto": mark("Symbology", "Clusters above 500 sites"),
    "none": mark("Symbology", "One by one"),
    "clusters": mark("Symbology", "Clusters"),
    "hexagons": mark("Symbology", "Hexagons"),
}
NAMES: Mapping[NamesIn, str] = {
    "window": mark("Symbology", "In the language of the window"),
    "zh": mark("Symbology", "Chinese"),
    "en": mark("Symbology", "English"),
    "both": mark("Symbology", "Chinese and English"),
}
SIGHTS: Mapping[Sight, str] = {
    "protan": mark("Symbology", "protanopia (red-blind)"),
    "deutan": mark("Symbology", "deuteranopia (green-blind)"),
    "tritan": mark("Symbology", "tritanopia (blue-blind)"),
    "grey": mark("Symbology", "greyscale"),
}
