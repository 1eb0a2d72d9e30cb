"""How values become colours and sizes: the choices a planner makes, without any drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

SchemeName = Literal["quantile", "equal", "natural", "pretty", "head_tail", "deviation", "custom"]
SCHEME_NAMES: tuple[SchemeName, ...] = get_args(SchemeName)

RampName = Literal["YlGnBu", "YlOrRd", "Blues", "Greens", "Purples", "Oranges", "Greys", "cividis", "batlow"]
RAMP_NAMES: tuple[RampName, ...] = get_args(RampName)

DivergingName = Literal["BrBG", "PuOr", "RdBu"]
DIVERGING_NAMES: tuple[DivergingName, ...] = get_args(DivergingName)

FEWEST_CLASSES, MOST_CLASSES = 3, 9


@dataclass(frozen=True)
class Symbology:
    """How the values of a choropleth are sorted into classes and coloured."""

    scheme: SchemeName = "quantile"
    classes: int = 5
    """wished for, 3 to 9; values with fewer distinct ones give fewer"""
    ramp: RampName = "YlGnBu"
    reverse: bool = False
    """the last colour of the ramp first"""
    breaks: tuple[float, ...] = ()
    """the bounds between the classes of the scheme "custom", ascending; at most 8"""
    diverging: DivergingName = "BrBG"
    """the ramp of differences"""
    histogram: bool = False
    """whether the legend shows how the values are distributed"""


SitesBy = Literal["status", "category", "precision"]
SITES_BY: tuple[SitesBy, ...] = get_args(SitesBy)

Gathering = Literal["auto", "none", "clusters", "hexagons"]
GATHERINGS: tuple[Gathering, ...] = get_args(Gathering)

GATHERED_FROM = 500
"""Sites of one layer above which "auto" gathers them into clusters."""

People = Literal["circles", "dots"]
PEOPLE: tuple[People, ...] = get_args(People)

NamesIn = Literal["window", "zh", "en", "both"]
NAMES_IN: tuple[NamesIn, ...] = get_args(NamesIn)
