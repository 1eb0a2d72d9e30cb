"""What the symbols and colours of a project's own layers are called."""

from __future__ import annotations

from collections.abc import Mapping

from data.model import OwnShape
from data.own_layers import COLOURS
from desktop.words import mark

SHAPE_NAMES: Mapping[OwnShape, str] = {
    "star": mark("Intake", "Star"),
    "pentagon": mark("Intake", "Pentagon"),
    "hexagon": mark("Intake", "Hexagon"),
    "drop": mark("Intake", "Drop"),
    "bar": mark("Intake", "Bar"),
    "ring": mark("Intake", "Ring"),
}
COLOUR_NAMES: Mapping[str, str] = dict(
    zip(
        COLOURS,
        (
            mark("Intake", "Violet"),
            mark("Intake", "Brown"),
            mark("Intake", "Teal"),
            mark("Intake", "Crimson"),
            mark("Intake", "Olive"),
            mark("Intake", "Indigo"),
        ),
        strict=True,
    )
)
"""Of the colours that are offered for a new layer."""
