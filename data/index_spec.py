"""Of what the composite index is made: indicators, their directions and weights, and how they are put together."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal, get_args

from data.errors import UnknownNameError

Normalise = Literal["minmax", "zscore", "rank"]
Aggregate = Literal["arithmetic", "geometric"]
NORMALISE: tuple[Normalise, ...] = get_args(Normalise)
AGGREGATE: tuple[Aggregate, ...] = get_args(Aggregate)


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One indicator of the index. ``weight`` is relative: only its share of the sum counts."""

    indicator: str
    direction: Literal[-1, 1]
    """1 where more is better, -1 where less is"""
    weight: float


@dataclass(frozen=True, slots=True)
class IndexSpec:
    """A recipe. Raises UnknownNameError for what cannot be: no part, a repeated one, weights that mean nothing.

    Whether the indicators exist is known where they are computed (``data.balance.index``).
    """

    parts: tuple[IndexPart, ...]
    normalise: Normalise = "minmax"
    aggregate: Aggregate = "arithmetic"

    def __post_init__(self) -> None:
        if not self.parts:
            raise UnknownNameError("The index needs at least one indicator.")
        for part in self.parts:
            if not math.isfinite(part.weight) or part.weight < 0:
                raise UnknownNameError(
                    "The weight {weight} of {indicator} is not a number of 0 or more.",
                    weight=part.weight,
                    indicator=part.indicator,
                )
        repeated = [name for name, count in Counter(part.indicator for part in self.parts).items() if count > 1]
        if repeated:
            raise UnknownNameError(
                "The index names {indicator} twice; each indicator has one weight.", indicator=repeated[0]
            )
        total = sum(part.weight for part in self.parts)
        if not total > 0:
            raise UnknownNameError("The weights of the index add up to 0; at least one must be greater.")
        if not math.isfinite(total):
            raise UnknownNameError("The weights of the index add up to more than can be computed.")

    @property
    def shares(self) -> tuple[float, ...]:
        """The weights as shares of their sum, in the order of the parts."""
        total = sum(part.weight for part in self.parts)
        return tuple(part.weight / total for part in self.parts)

    def with_weight(self, indicator: str, weight: float) -> IndexSpec:
        """Return the recipe with another weight of one of its indicators."""
        return replace(
            self,
            parts=tuple(replace(part, weight=weight) if part.indicator == indicator else part for part in self.parts),
        )


DEFAULT_INDEX = IndexSpec(
    (
        IndexPart("ai_per_100k", 1, 3),
        IndexPart("coverage_5g", 1, 1),
        IndexPart("speed_4g", 1, 1),
        IndexPart("digital_class", -1, 1),
        IndexPart("telemedicine_rural_share", 1, 1),
        IndexPart("hospital_within_10km", 1, 1),
        IndexPart("beds_e2sfca", 1, 1),
    )
)
"""AI industry, broadband and care weigh a third each; docs/index.md gives the reasons."""
