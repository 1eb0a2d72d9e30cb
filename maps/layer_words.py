"""The names of the layers of sites."""

from __future__ import annotations

from data.model import Layer
from maps.texts import Texts


def layer_words(texts: Texts, layer: Layer) -> str:
    """Return the name of a layer of sites."""
    return {
        Layer.AI: texts.translate("Sources", "AI sites"),
        Layer.BROADBAND: texts.translate("Sources", "Broadband sites"),
        Layer.TELEMEDICINE: texts.translate("Sources", "Telemedicine"),
        Layer.HOSPITAL: texts.translate("Sources", "Hospitals"),
        Layer.DIGITAL: texts.translate("Sources", "Digital sites"),
    }[layer]
