"""Colour ramps for choropleths, light to dark on a light ground and dark to light on a dark one.

Where the stops come from: ColorBrewer's sequential and diverging ones are Cynthia Brewer's (ColorBrewer 2.0, Apache
License 2.0). cividis is that of Nuñez, Anderton and Renslow (2018), "Optimizing colormaps with consideration for color
vision deficiency", PLOS ONE 13 (7), in the public domain (CC0) with Matplotlib. batlow is that of Fabio Crameri (2018),
"Scientific colour maps", MIT License. All stay ordered in greyscale and under the three colour-vision deficiencies.
On the dark ground the neutral middle of the diverging ones is dark as well.

Neighbouring classes differ by at least 4 in CAM02-UCS, whoever looks and in greyscale; ``most_classes`` says up to how
many classes it is 5. The two directions of a diverging ramp are alike in greyscale, see ``alike_in_grey``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtGui import QColor

from maps.symbology import DivergingName, RampName, Symbology
from maps.theme import Theme
from maps.view import ThemeName

SEQUENTIAL: Mapping[RampName, tuple[str, ...]] = {
    "YlGnBu": (
        "#ffffd9", "#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#253494", "#081d58",
    ),
    "YlOrRd": (
        "#ffffcc", "#ffeda0", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#bd0026", "#800026",
    ),
    "Blues": (
        "#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c", "#08306b",
    ),
    "Greens": (
        "#f7fcf5", "#e5f5e0", "#c7e9c0", "#a1d99b", "#74c476", "#41ab5d", "#238b45", "#006d2c", "#00441b",
    ),
    "Purples": (
        "#fcfbfd", "#efedf5", "#dadaeb", "#bcbddc", "#9e9ac8", "#807dba", "#6a51a3", "#54278f", "#3f007d",
    ),
    "Oranges": (
        "#fff5eb", "#fee6ce", "#fdd0a2", "#fdae6b", "#fd8d3c", "#f16913", "#d94801", "#a63603", "#7f2704",
    ),
    "Greys": (
        "#ffffff", "#f0f0f0", "#d9d9d9", "#bdbdbd", "#969696", "#737373", "#525252", "#252525", "#000000",
    ),
    "cividis": (
        "#fee838", "#e5cf52", "#c8b866", "#aea371", "#948e77", "#7d7c78", "#666970", "#4f576c", "#35456c", "#083370",
        "#00224e",
    ),
    "batlow": (
        "#faccfa", "#fdb9c2", "#fba689", "#e19752", "#b38e2f", "#828231", "#577647", "#30685c", "#185562", "#0f3c5f",
        "#011959",
    ),
}  # fmt: skip
"""Equally distant stops of each ramp, from light to dark."""

DIVERGING: Mapping[DivergingName, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "BrBG": (("#c7eae5", "#80cdc1", "#35978f", "#01665e"), ("#f6e8c3", "#dfc27d", "#bf812d", "#8c510a")),
    "PuOr": (("#d8daeb", "#b2abd2", "#8073ac", "#542788"), ("#fee0b6", "#fdb863", "#e08214", "#b35806")),
    "RdBu": (("#d1e5f0", "#92c5de", "#4393c3", "#2166ac"), ("#fddbc7", "#f4a582", "#d6604d", "#b2182b")),
}
"""Stops of what is better and of what is worse, from the lightest on."""

_NEUTRAL: Mapping[ThemeName, str] = {"light": "#fafaf5", "print": "#ffffff", "dark": "#262e37"}
"""No change."""

_PALEST: Mapping[RampName, float] = {
    "YlGnBu": 0.17,
    "YlOrRd": 0.14,
    "Blues": 0.22,
    "Greens": 0.2,
    "Purples": 0.27,
    "Oranges": 0.17,
    "Greys": 0.32,
    "cividis": 0.05,
    "batlow": 0.05,
}
"""Where a ramp begins on a light ground: paler colours look like land or like no data."""

_PALEST_ON_DARK = 0.17
_DEEPEST_GREY_ON_DARK = 0.74
"""Deeper greys look like land or like no data on the dark ground."""

_DEEPEST, _DEEPEST_OF_MANY, MANY = 0.83, 0.96, 7
"""Where a ramp ends; from seven classes on it goes deeper, or neighbours came too close."""

APART, WELL_APART = 4.0, 5.0
"""Least difference of neighbouring classes in CAM02-UCS, in every theme and sight: of nine classes, and of as many
as ``most_classes`` says. Colours that differ by less than 1 look alike side by side; on a map they lie apart."""

_MOST: Mapping[RampName, tuple[int, int]] = {
    "YlGnBu": (9, 9),
    "YlOrRd": (7, 8),
    "Blues": (8, 8),
    "Greens": (8, 7),
    "Purples": (9, 9),
    "Oranges": (8, 8),
    "Greys": (9, 7),
    "cividis": (9, 9),
    "batlow": (9, 9),
}
"""Classes that are well apart, on light and on dark ground; measured, and measured again by the tests."""


def sequential(count: int, theme: Theme, symbology: Symbology = Symbology()) -> tuple[str, ...]:
    """Return ``count`` colours from low to high."""
    return ramp_preview(symbology.ramp, count, theme, symbology.reverse)


def ramp_preview(ramp: RampName, count: int, theme: Theme, reverse: bool = False) -> tuple[str, ...]:
    """Return ``count`` colours of a ramp from low to high, as the map has them under this theme."""
    pale, deep = _ends(ramp, count, theme)
    # A single class takes a middle tone: neither "low" nor "high" is known.
    wanted = np.linspace(pale, deep, count) if count > 1 else np.array([pale + 0.4 * (deep - pale)])
    colours = tuple(_between(SEQUENTIAL[ramp], float(at)) for at in wanted)
    return colours[::-1] if (theme.name == "dark") != reverse else colours


def _ends(ramp: RampName, count: int, theme: Theme) -> tuple[float, float]:
    """Return the shares of a ramp's length between which the colours are taken."""
    deepest = _DEEPEST if count < MANY else _DEEPEST_OF_MANY
    if theme.name != "dark":
        return _PALEST[ramp], deepest
    return _PALEST_ON_DARK, _DEEPEST_GREY_ON_DARK if ramp == "Greys" else deepest


def most_classes(ramp: RampName, theme: Theme) -> int:
    """Return up to how many classes, 9 at most, are well apart for every eye and in greyscale."""
    return _MOST[ramp][theme.name == "dark"]


def alike_in_grey(ramp: DivergingName, theme: Theme) -> bool:
    """Tell whether falls and rises of equal size look alike in greyscale: only PuOr on a light ground keeps them apart,
    and that by at least 5 in CAM02-UCS."""
    return ramp != "PuOr" or theme.name == "dark"


def _between(stops: Sequence[str], at: float) -> str:
    """Return the colour at ``at``, 0 to 1, of a ramp of equally distant stops."""
    hues = [QColor(stop) for stop in stops]
    ends = np.linspace(0, 1, len(stops))
    channels = ([hue.redF() for hue in hues], [hue.greenF() for hue in hues], [hue.blueF() for hue in hues])
    return QColor.fromRgbF(*(float(np.interp(at, ends, channel)) for channel in channels)).name()


def diverging(
    steps: Sequence[float],
    theme: Theme,
    direction: int,
    symbology: Symbology = Symbology(),
) -> tuple[str, ...]:
    """Return the colours of changes: ``steps`` from -1 (the largest fall) over 0 (no change) to 1 (the largest rise).

    What is better has the first hue of the ramp (teal, purple, blue) and what is worse the second (brown, orange, red),
    whichever way the numbers run: ``direction`` is -1 where less is better. Where neither is (0), a rise has the first.
    ``reverse`` exchanges the two.
    """
    better, worse = DIVERGING[symbology.diverging]
    if theme.name == "dark":
        better, worse = better[::-1], worse[::-1]
    if symbology.reverse:
        better, worse = worse, better
    return tuple(
        _NEUTRAL[theme.name] if step == 0 else _between(better if step * (direction or 1) > 0 else worse, abs(step))
        for step in steps
    )
