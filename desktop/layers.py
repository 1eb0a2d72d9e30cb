"""The layers of the map as the window lists them: name, explanation and count of each."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import Layer
from data.project import Project
from desktop.words import mark
from maps.site_layers import own_layers
from maps.view import LayerName


@dataclass(frozen=True)
class LayerSpec:
    """How one layer is listed."""

    id: LayerName
    name: str
    tip: str


LAYERS = (
    LayerSpec(
        "circles",
        mark("Layer", "Life circles"),
        mark("Layer", "Outline and tint; hatched where two circles share townships"),
    ),
    LayerSpec(
        "ai",
        mark("Layer", "AI industry sites"),
        mark("Layer", "Filled: operating; hollow: planned; ring: place only approximate"),
    ),
    LayerSpec(
        "broadband",
        mark("Layer", "Broadband sites"),
        mark("Layer", "Cable landings, microwave backup and resilient base stations"),
    ),
    LayerSpec(
        "telemedicine",
        mark("Layer", "Telemedicine points"),
        mark("Layer", "Clinics with remote consultation and the hospitals behind them; only those that a source names"),
    ),
    LayerSpec(
        "links", mark("Layer", "Clinic to hospital lines"), mark("Layer", "Which hospital consults for which clinic")
    ),
    LayerSpec(
        "hospital", mark("Layer", "Hospitals"), mark("Layer", "Emergency-responsibility and other hospitals by campus")
    ),
    LayerSpec(
        "digital",
        mark("Layer", "Digital service sites"),
        mark("Layer", "Tribal public Wi-Fi and digital opportunity centres; of many the status today is not known"),
    ),
    LayerSpec(
        "own",
        mark("Layer", "Own layers"),
        mark("Layer", "Sites of the layers that this project brings along; each can be hidden on its own"),
    ),
    LayerSpec(
        "rings",
        mark("Layer", "Distance rings"),
        mark("Layer", "Straight-line distance around the sites of a layer, or around the selected site"),
    ),
    LayerSpec(
        "people",
        mark("Layer", "Where people live"),
        mark("Layer", "Population as dots or circles of the townships"),
    ),
    LayerSpec(
        "proportional",
        mark("Layer", "Proportional circles"),
        mark("Layer", "For each county or circle a disc whose area is its value"),
    ),
    LayerSpec(
        "labels", mark("Layer", "Names"), mark("Layer", "Names of circles and counties, of townships when zoomed in")
    ),
    LayerSpec("legend", mark("Layer", "Legend"), mark("Layer", "What the signs and colours on the map mean")),
    LayerSpec(
        "choropleth",
        mark("Layer", "Colour by indicator"),
        mark("Layer", "Colours townships, counties or circles by the indicator chosen below"),
    ),
)


def listed(project: Project) -> tuple[LayerSpec, ...]:
    """Return the layers that there are in a project: those of its own only where it has any."""
    return tuple(spec for spec in LAYERS if spec.id != "own" or own_layers(project.data))


def count(project: Project, layer: LayerName) -> int | None:
    """Return how many things a layer shows of the ``project``'s own data, or None where counting means nothing."""
    if layer == "circles":
        return len(project.definition.circles)
    if layer == "links":
        return len(project.data.links)
    return len(project.data.sites_of(Layer(layer))) if layer in tuple(Layer) else None
