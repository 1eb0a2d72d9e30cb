"""What new points in some towns do: who comes within reach, and how far everybody has to go, before and after."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from data.balance.access import nearest
from data.balance.distance import town_distances
from data.balance.measures import POPULATION
from data.dataset import DataSet
from data.errors import InputError, UnknownNameError
from data.model import Layer

Demand = Literal["population", "rural", "65plus"]
DEMANDS: tuple[Demand, ...] = get_args(Demand)
OLD = "population_65plus"
SITEABLE = (Layer.TELEMEDICINE,)
"""Layers whose points a township can simply open; a hospital is not placed by distance alone."""

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Reach:
    """The ways of the 368 towns without and with the new points; shares and means are of the demand."""

    within_km: float
    demand: Array
    """(368,) people"""
    before: Array
    """(368,) km to the nearest point, inf on a landmass without one"""
    after: Array
    penalty_km: float
    """with which people on a landmass without a point count in the means"""

    @property
    def total(self) -> float:
        """People of the demand."""
        return float(self.demand.sum())

    @property
    def new(self) -> NDArray[np.bool_]:
        """(368,) which towns with people of the demand come within reach."""
        return (self.after <= self.within_km) & (self.before > self.within_km) & (self.demand > 0)

    @property
    def newly_reached(self) -> float:
        """People of the demand who come within ``within_km`` of a point."""
        return float(self.demand @ self.new)

    @property
    def reached_before(self) -> float:
        """People of the demand within ``within_km`` of a point."""
        return float(self.demand @ (self.before <= self.within_km))

    @property
    def reached_after(self) -> float:
        """The same with the new points."""
        return float(self.demand @ (self.after <= self.within_km))

    @property
    def mean_km_before(self) -> float:
        """Weighted by the demand."""
        return self._mean(self.before)

    @property
    def mean_km_after(self) -> float:
        """Weighted by the demand."""
        return self._mean(self.after)

    def _mean(self, km: Array) -> float:
        return float(self.demand @ np.minimum(km, self.penalty_km)) / self.total


def reach_of(data: DataSet, layer: Layer, within_km: float, demand: Demand, rows: Sequence[int]) -> Reach:
    """Return what points of a layer at the representative points of the towns ``rows`` do.

    Raises UnknownNameError or InputError as ``check``.
    """
    check(layer, within_km, demand)
    km, now = town_distances(data), nearest(data, layer).km
    after = np.minimum(now, km[:, list(rows)].min(axis=1, initial=np.inf))
    return Reach(within_km, demand_of(data, demand), now, after, penalty_of(km))


def check(layer: str, within_km: float, demand: str) -> None:
    """Raise UnknownNameError or InputError for what no suggestion can be asked with."""
    if layer not in SITEABLE:
        raise UnknownNameError(
            "Sites of {name} cannot be suggested; the layers are {valid}.", name=layer, valid=", ".join(SITEABLE)
        )
    if demand not in DEMANDS:
        raise UnknownNameError("There is no {name}; choose of {valid}.", name=demand, valid=", ".join(DEMANDS))
    if not math.isfinite(within_km) or within_km <= 0:
        raise InputError("The distance {value} is not a number of kilometres above 0.", value=within_km)


def penalty_of(km: Array) -> float:
    """Return the longest way between two towns of one landmass, of (368, 368) kilometres."""
    return float(km[np.isfinite(km)].max())


def demand_of(data: DataSet, demand: Demand) -> Array:
    """Return the (368,) people for whom sites are suggested."""
    if demand == "65plus":
        return np.nan_to_num(data.town_values(OLD))
    people = data.town_values(POPULATION)
    return people * np.array([town.rural for town in data.towns]) if demand == "rural" else people
