"""Sequential colour ramps for choropleths, light to dark on a light ground and dark to light on a dark one.

The stops are ColorBrewer's YlGnBu (Cynthia Brewer, Apache License 2.0), which stays ordered in greyscale and under
the three common colour-vision deficiencies.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor

from maps.theme import Theme

_YLGNBU = ("#F3FABF", "#C7E9B4", "#7FCDBB", "#41B6C4", "#2C8FBF", "#2260A8", "#1A3A80")


def sequential(count: int, theme: Theme) -> tuple[str, ...]:
    """Return ``count`` colours from low to high."""
    hues = [QColor(stop) for stop in _YLGNBU]
    stops = np.array([(hue.redF(), hue.greenF(), hue.blueF()) for hue in hues])
    if theme.name == "dark":
        stops = stops[::-1]
    # A single class takes a middle tone: neither "low" nor "high" is known.
    wanted = np.linspace(0.06, 0.94, count) if count > 1 else np.array([0.4])
    at = np.linspace(0, 1, len(stops))
    channels = [np.interp(wanted, at, stops[:, channel]) for channel in range(3)]
    return tuple(QColor.fromRgbF(*map(float, rgb)).name() for rgb in zip(*channels, strict=True))
