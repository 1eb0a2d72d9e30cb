"""Colours as colour-blind eyes see them, and in greyscale, for previews of the whole map.

The matrices are those of Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE TVCG 15 (6), for complete deficiency, applied to linear RGB. Greyscale is the luminance of
Rec. 709.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from maps.view import Sight

_LUMINANCE = [0.2126, 0.7152, 0.0722]
_MATRICES: Mapping[Sight, NDArray[np.float64]] = {
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    "grey": np.array([_LUMINANCE] * 3),
}


@lru_cache(maxsize=4096)
def seen_as(colour: str, sight: Sight) -> str:
    """Return ``#RRGGBB`` as an eye with this deficiency sees it; the colour itself for normal sight."""
    if sight == "normal":
        return colour
    own = QColor(colour)
    encoded = np.array([own.redF(), own.greenF(), own.blueF()])
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    seen = np.clip(_MATRICES[sight] @ linear, 0.0, 1.0)
    shown = np.where(seen <= 0.0031308, 12.92 * seen, 1.055 * seen ** (1 / 2.4) - 0.055)
    return QColor.fromRgbF(*(float(channel) for channel in shown)).name()
