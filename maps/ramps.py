"""Colour ramps for choropleths, light to dark on a light ground and dark to light on a dark one.

The stops are ColorBrewer's YlGnBu for values and BrBG for changes (Cynthia Brewer, Apache License 2.0). YlGnBu stays
ordered in greyscale, and both under the three common colour-vision deficiencies. On the dark ground the neutral middle
of BrBG is dark as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtGui import QColor

from maps.theme import Theme
from maps.view import ThemeName

_YLGNBU = ("#F3FABF", "#C7E9B4", "#7FCDBB", "#41B6C4", "#2C8FBF", "#2260A8", "#1A3A80")
_TEAL, _BROWN = ("#C7EAE5", "#80CDC1", "#35978F", "#01665E"), ("#F6E8C3", "#DFC27D", "#BF812D", "#8C510A")
_CHANGES: Mapping[ThemeName, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "light": (_TEAL, _BROWN, "#FAFAF5"),
    "print": (_TEAL, _BROWN, "#FFFFFF"),
    "dark": (_TEAL[::-1], _BROWN[::-1], "#262E37"),
}
"""Better and worse from the smallest change to the largest, and no change."""


def sequential(count: int, theme: Theme) -> tuple[str, ...]:
    """Return ``count`` colours from low to high."""
    stops = _YLGNBU[::-1] if theme.name == "dark" else _YLGNBU
    # A single class takes a middle tone: neither "low" nor "high" is known.
    wanted = np.linspace(0.06, 0.94, count) if count > 1 else np.array([0.4])
    return tuple(_between(stops, float(at)) for at in wanted)


def _between(stops: Sequence[str], at: float) -> str:
    """Return the colour at ``at``, 0 to 1, of a ramp of equally distant stops."""
    hues = [QColor(stop) for stop in stops]
    ends = np.linspace(0, 1, len(stops))
    channels = ([hue.redF() for hue in hues], [hue.greenF() for hue in hues], [hue.blueF() for hue in hues])
    return QColor.fromRgbF(*(float(np.interp(at, ends, channel)) for channel in channels)).name()


def diverging(steps: Sequence[float], theme: Theme, direction: int) -> tuple[str, ...]:
    """Return the colours of changes: ``steps`` from -1 (the largest fall) over 0 (no change) to 1 (the largest rise).

    What is better is teal and what is worse brown, whichever way the numbers run: ``direction`` is -1 where less is
    better. Where neither is (0), a rise is teal.
    """
    better, worse, nothing = _CHANGES[theme.name]
    return tuple(
        nothing if step == 0 else _between(better if step * (direction or 1) > 0 else worse, abs(step))
        for step in steps
    )
