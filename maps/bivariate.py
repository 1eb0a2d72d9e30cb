"""Two indicators on one map: every area in one of nine colours, by the thirds of both.

Each indicator is divided into terciles, three classes of equally many areas of the level shown. The colours are those
of two ramps of a single hue laid over each other, as Stevens ("Bivariate choropleth maps", 2015) makes them: on a light
ground two inks on paper, which multiply, on a dark ground two lights, which add up. Any two of the nine differ by at
least 11 in CAM02-UCS for every eye, and by 4.5 in greyscale.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from data.balance.evaluate import Side, column, indicator_of
from data.balance.groups import By, groups
from data.balance.indicator import Indicator
from data.balance.measures import Column
from data.project import Project
from maps.choropleth import UNKNOWN, Shading, not_its_own, shading_fills
from maps.classes import Classes, terciles
from maps.context import Context
from maps.display import Fill
from maps.theme import Theme

THIRDS = 3


_PAPER, _INKS = "#efe4bd", (("#a5e1ff", "#57bcff"), ("#e6b2bc", "#c97080"))
"""The lower third of both, and the inks of the middle and the upper third of the first and of the second indicator."""

_NIGHT, _LIGHTS = "#332050", (("#a8aef0", "#545cd8"), ("#ffce81", "#ff9c34"))
"""The same on a dark ground; of the lights, what they leave dark."""


@dataclass(frozen=True, eq=False)
class Axis:
    """One of the two indicators, of all areas of one level."""

    indicator: Indicator
    column: Column
    classes: Classes
    third: NDArray[np.int64]
    """of each area: 0 lower, 1 middle, 2 upper, -1 unknown"""


@dataclass(frozen=True, eq=False)
class Bivariate:
    """Two indicators of all areas of one level. Class 3 j + i is the third i of the first and j of the second."""

    first: Axis
    second: Axis
    ids: tuple[str, ...]
    member: NDArray[np.int64]
    """class of each area, -1 where either indicator is unknown"""
    colours: tuple[str, ...]
    """nine"""
    estimated: frozenset[int]
    """rows of areas either of whose values was only lent to them"""
    doubtful: frozenset[int]
    """rows of areas either of whose values stands on fewer than half of their people"""

    @property
    def shading(self) -> Shading:
        return Shading(self.ids, self.member, self.colours, self.estimated | self.doubtful)


def is_bivariate(context: Context) -> bool:
    """Tell whether the areas show two indicators; a difference is always of one, or nine colours would mean changes."""
    view = context.view
    return view.second not in ("", view.choropleth) and context.side != "difference"


def bivariate(context: Context) -> Bivariate:
    """Return the two indicators of the view. Raises UnknownNameError for a second one that does not exist."""
    project, view = context.project, context.view
    first, second, member, estimated, doubtful = _sorted(
        project, view.choropleth, view.second, view.level, context.side
    )
    ids = groups(project, view.level).ids
    return Bivariate(first, second, ids, member, nine_colours(context.theme), estimated, doubtful)


@lru_cache(maxsize=8)
def _sorted(
    project: Project, first_id: str, second_id: str, level: By, side: Side
) -> tuple[Axis, Axis, NDArray[np.int64], frozenset[int], frozenset[int]]:
    first, second = (_axis(project, indicator, level, side) for indicator in (first_id, second_id))
    both = (first.third != UNKNOWN) & (second.third != UNKNOWN)
    member = np.where(both, THIRDS * second.third + first.third, UNKNOWN)
    rows = np.flatnonzero(both).tolist()
    lent, few = zip(*(not_its_own(axis.column, rows) for axis in (first, second)), strict=True)
    return first, second, member, lent[0] | lent[1], few[0] | few[1]


def _axis(project: Project, indicator_id: str, level: By, side: Side) -> Axis:
    indicator, values = indicator_of(project, indicator_id), column(project, indicator_id, level, side)
    return Axis(indicator, values, *terciles(values.values, indicator.decimals))


def bivariate_fills(context: Context) -> list[Fill]:
    """Return the areas in the colours of the two indicators of the view."""
    return shading_fills(context, bivariate(context).shading)


@lru_cache(maxsize=2)
def _laid_over(dark: bool) -> tuple[str, ...]:
    ground, (first, second) = (_NIGHT, _LIGHTS) if dark else (_PAPER, _INKS)
    white = "#ffffff"
    paper, across, up = (
        np.array([_channels(one) for one in ramp]) for ramp in ((ground,), (white, *first), (white, *second))
    )
    if dark:
        paper = 1 - paper
    product = paper * across[None, :] * up[:, None]
    light = 1 - product if dark else product
    return tuple(QColor.fromRgbF(*map(float, one)).name() for one in light.reshape(-1, 3))


def _channels(colour: str) -> tuple[float, float, float]:
    own = QColor(colour)
    return own.redF(), own.greenF(), own.blueF()


def nine_colours(theme: Theme) -> tuple[str, ...]:
    """Return the colours of class 3 j + i, the third i of the first indicator and j of the second."""
    return _laid_over(theme.name == "dark")
