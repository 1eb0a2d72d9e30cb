"""What the values of access are made of: the towns' own distances or reachable beds, and the sites behind these."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from data.balance.access import BEDS_PER, bed_supply, beds_around, nearest, point_distances, points_of
from data.balance.groups import Groups, town_name
from data.balance.indicator import Indicator
from data.balance.measures import BEDS, POPULATION
from data.balance.trace import (
    Input,
    Trace,
    figure_input,
    figures_total,
    ordered,
    site_input,
    site_label,
)
from data.dataset import DataSet
from data.model import Name, Place, Site

SHOWN_POINTS = 3
"""How many of a town's nearest points are shown: the mean of three needs three."""

KM = Name("公里", "km")


def access_trace(
    data: DataSet, groups: Groups, row: int, indicator: Indicator, town_values: NDArray[np.float64]
) -> Trace:
    """Return what an indicator of access is made of; ``town_values`` (368,) are its values of the towns."""
    if groups.by == "town":
        town = int(np.flatnonzero(groups.weights[row])[0])
        if BEDS in indicator.variables:
            return Trace(ordered(_beds_in_reach(data, town)))
        return Trace(tuple(_nearest_points(data, town, indicator, float(town_values[town]))))
    people = data.town_values(POPULATION)
    share = groups.weights[row] * ~np.isnan(town_values)
    inputs = [
        Input(
            town_name(data.towns[town]), indicator.name, float(town_values[town]), indicator.unit, indicator.period, "",
            "", "", "", Place("town", data.towns[town].code), float(share[town] * people[town]), "mean",
        )
        for town in np.flatnonzero(share).tolist()
    ]  # fmt: skip
    inputs += figures_total(data, groups, row, data.town_figures(POPULATION), share, role="evidence")
    if BEDS not in indicator.variables:
        reached = dict.fromkeys(
            name
            for town in np.flatnonzero(groups.weights[row])
            if (name := nearest(data, indicator.layers[0]).site_ids[town])
        )
        inputs += [
            site_input(data, data.site_by_id[name], None, label=_as_nearest(data, name), role="evidence")
            for name in reached
        ]
    return Trace(ordered(inputs))


def _as_nearest(data: DataSet, site: str) -> Name:
    return site_label(data.site_by_id[site], Name("為區內鄉鎮市區之最近據點", "nearest of a township of the area"))


def _nearest_points(data: DataSet, town: int, indicator: Indicator, value: float) -> list[Input]:
    """A distance is that of the nearest points on the same landmass; else they, or the crossing, are evidence."""
    layer = indicator.layers[0]
    found, points = nearest(data, layer), points_of(data, layer)
    closest: list[Site]
    also: tuple[Name, ...]
    if found.crossing[town]:
        closest, km_of, also = [], {}, (Name("須渡海或搭機", "by sea or air"),)
        if found.crossing_ids[town]:
            closest = [data.site_by_id[found.crossing_ids[town]]]
            km_of = {closest[0].id: float(found.crossing_km[town])}
    else:
        km = point_distances(data, layer, town)
        rows = [one for one in np.argsort(km, kind="stable")[:SHOWN_POINTS].tolist() if np.isfinite(km[one])]
        closest, km_of, also = [points[one] for one in rows], {points[one].id: float(km[one]) for one in rows}, ()
    averaged = 0
    if indicator.unit == KM and not np.isnan(value):
        averaged = 1 if np.isclose(value, found.km[town]) else SHOWN_POINTS
    inputs = [
        site_input(
            data, site, km_of[site.id], unit_name=KM, label=site_label(site, *also),
            role="mean" if rank < averaged else "evidence",
        )
        for rank, site in enumerate(closest)
    ]  # fmt: skip
    if not averaged and not np.isnan(value):
        place = data.towns[town]
        own = Input(
            town_name(place), indicator.name, value, indicator.unit, indicator.period, "", "", "", "",
            Place("town", place.code),
        )  # fmt: skip
        inputs.insert(0, own)
    return inputs


def _beds_in_reach(data: DataSet, town: int) -> list[Input]:
    """Each supply in reach: its beds per 100,000 people in its own reach, with the weight of the distance to it."""
    supply, own = bed_supply(data), data.town_figures(BEDS)
    sites = supply.hospitals
    figures = [figure for figure in own if figure is not None]
    per_100k = Name("床/10萬人", "per 100,000 people")
    inputs = []
    for one, share, demand in zip(*(found.tolist() for found in beds_around(data, town)), strict=True):
        ratio = float(supply.beds[one] / demand * BEDS_PER)
        said = Name(
            f"{supply.beds[one]:g}床／服務範圍內加權人口", f"{supply.beds[one]:g} beds ÷ weighted people in its reach"
        )
        if one < len(sites):
            label = site_label(sites[one], said)
            inputs.append(site_input(data, sites[one], ratio, unit_name=per_100k, label=label, weight=share))
            continue
        figure = figures[one - len(sites)]
        plain = figure_input(data, figure, weight=share)
        label = Name(f"{plain.label.zh}（{said.zh}）", f"{plain.label.text('en')} ({said.en})")
        inputs.append(
            Input(
                plain.area, label, ratio, per_100k, plain.period, plain.level, plain.source_id, plain.location,
                plain.note, plain.place, share,
            )
        )  # fmt: skip
    return inputs
