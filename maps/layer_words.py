"""The names of the layers of sites."""

from __future__ import annotations

from data.model import Layer, OwnLayer
from maps.texts import Texts


def layer_words(texts: Texts, layer: Layer | OwnLayer) -> str:
    """Return the name of a layer of sites; one of the project's own has the name that the user gave it."""
    if isinstance(layer, OwnLayer):
        return layer.name
    return {
        Layer.AI: texts.translate("Sources", "AI sites"),
        Layer.BROADBAND: texts.translate("Sources", "Broadband sites"),
        Layer.TELEMEDICINE: texts.translate("Sources", "Telemedicine"),
        Layer.HOSPITAL: texts.translate("Sources", "Hospitals"),
        Layer.DIGITAL: texts.translate("Sources", "Digital sites"),
        Layer.OWN: texts.translate("Sources", "Own layers"),
    }[layer]
