"""Where the numbers of a suggestion of sites come from: the towns that come nearer to a point, and their people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Literal, cast

import numpy as np

from data.balance.access import points_of
from data.balance.access_trace import KM
from data.balance.evaluate import Side
from data.balance.explanation import Chain, Explanation, difference, sources_of
from data.balance.groups import NATION, NATION_NAME, town_name
from data.balance.indicators import INDICATORS
from data.balance.measures import POPULATION
from data.balance.reach import OLD, Demand, Reach, check, reach_of
from data.balance.topics.words import PERSONS
from data.balance.trace import Input, figure_input, ordered
from data.dataset import DataSet
from data.errors import InputError, UnknownNameError
from data.model import Figure, Layer, Name, Place
from data.numbers import plain_number
from data.project import Project

Kind = Literal["reach", "meanreach"]

_DEMANDS: Mapping[Demand, Name] = MappingProxyType(
    {
        "population": Name("全體人口", "all people"),
        "rural": Name("偏鄉人口", "people in rural townships"),
        "65plus": Name("65歲以上人口", "people of 65 and over"),
    }
)


def reach_id(layer: str, within_km: float, demand: str, towns: Sequence[str], kind: Kind = "reach") -> str:
    """Return the id by which ``explain`` is asked, for the nation, what new points in some towns do.

    ``reach`` are the people who come within ``within_km`` of a point, ``meanreach`` is the mean distance.
    """
    return ":".join((kind, layer, f"{within_km:.12f}".rstrip("0").rstrip("."), demand, ",".join(towns)))


def explain_reach(
    project: Project,
    layer: Layer,
    within_km: float,
    demand: Demand,
    towns: Sequence[str],
    kind: Kind = "reach",
    side: Side = "baseline",
) -> Explanation:
    """Return what new points in the ``towns`` do beside the points that the side has; nothing is solved again.

    ``reach``: the sum of the people of each town that comes within reach. ``meanreach``: the mean of the distance of
    all towns to the nearest point, weighted by people, with the new points. Raises UnknownNameError or InputError.
    """
    if side == "difference":
        both: tuple[Side, ...] = ("baseline", "scenario")
        return difference(*(explain_reach(project, layer, within_km, demand, towns, kind, one) for one in both))
    data = project.data if side == "baseline" else project.what_if.data
    rows = _rows(data, towns)
    found, people = reach_of(data, layer, within_km, demand, rows), _DEMANDS[demand]
    value, unit = (found.newly_reached, PERSONS) if kind == "reach" else (found.mean_km_after, KM)
    name = _name(within_km, people, kind)
    indicator = replace(
        INDICATORS[POPULATION], id=reach_id(layer, within_km, demand, towns, kind), name=name, short=name, unit=unit,
        decimals=0 if kind == "reach" else 1, period="", variables=(), layers=(layer,), total=False,
    )  # fmt: skip
    inputs = _newly(data, found, demand) if kind == "reach" else _means(data, found)
    return Explanation(
        indicator, "nation", NATION, NATION_NAME, side, value, unit, _formula(found, kind), _note(found), "", 1.0, "",
        ordered((*inputs, *_evidence(data, found, people, rows, kind))), sources_of(project, _ids(data, layer, demand)),
    )  # fmt: skip


def _answer(project: Project, parts: tuple[str, ...], _area_id: str, side: Side) -> Explanation:
    kind, layer, km, demand, towns = parts
    try:
        within_km = plain_number(km)
        check(layer, within_km, demand)
    except (ValueError, InputError):
        raise UnknownNameError("The distance {value} is not a number of kilometres above 0.", value=km) from None
    codes = tuple(dict.fromkeys(towns.split(",")))
    return explain_reach(
        project, Layer(layer), within_km, cast("Demand", demand), codes, cast("Kind", kind), side
    )  # fmt: skip


CHAIN = Chain(
    ("reach", "meanreach"), "reach:telemedicine:20:population:TOWN,TOWN", "nation", (4, 4), _answer
)  # fmt: skip


def _rows(data: DataSet, towns: Sequence[str]) -> list[int]:
    for code in towns:
        if code not in data.town_index:
            raise UnknownNameError(
                "There is no township {name}; their codes have 8 digits, like {example}.",
                name=code,
                example=data.towns[0].code,
            )
    return [data.town_index[code] for code in towns]


def _name(within_km: float, people: Name, kind: Kind) -> Name:
    if kind == "reach":
        return Name(
            f"建議設點後新增{within_km:g}公里內之{people.zh}", f"Newly within {within_km:g} km: {people.text('en')}"
        )
    return Name(
        f"建議設點後至最近據點之平均距離（{people.zh}）",
        f"Mean distance to the nearest point, new ones included: {people.text('en')}",
    )


def _formula(found: Reach, kind: Kind) -> Name:
    if kind == "reach":
        km = f"{found.within_km:g}"
        return Name(
            f"Σ 人口：原最近據點逾{km}公里、設點後在{km}公里以內之各鄉鎮市區；涵蓋比率 = {km}公里內之人口 ÷ 總人口",
            f"Σ people of the townships whose nearest point was beyond {km} km and is within {km} km with the new "
            f"ones; share within reach = people within {km} km ÷ all of them",
        )
    return Name(
        f"Σ 人口·距離 ÷ Σ 人口；距離為至最近據點之直線公里數，同一陸塊無據點者以{found.penalty_km:.1f}公里計",
        f"Σ people·distance ÷ Σ people; the distance is the straight line to the nearest point in km; "
        f"{found.penalty_km:.1f} km stand for a landmass without a point",
    )


def _note(found: Reach) -> Name:
    before, after = (f"{100 * one / found.total:.1f}" for one in (found.reached_before, found.reached_after))
    said = Name(f"涵蓋比率由{before}%變為{after}%。", f"Share within reach: {before} % before, {after} % after.")
    if bool((found.after < found.before).any()):
        return said
    return Name(
        f"{said.zh}所選鄉鎮市區已有據點，故無人更近。",
        f"{said.text('en')} The chosen townships have points already: nobody comes nearer.",
    )


def _way(found: Reach, row: int) -> Name:
    before, after = (float(one[row]) for one in (found.before, found.after))
    first, last = (f"{one:.1f}" if np.isfinite(one) else "" for one in (before, after))
    if not last:
        return Name("同一陸塊無據點", "no point on the landmass")
    if first == last:
        return Name(f"最近據點{last}公里", f"nearest point {last} km")
    zh = f"{first}公里" if first else "同一陸塊無據點"
    en = f"{first} km" if first else "none on the landmass"
    return Name(f"最近據點：{zh} → {last}公里", f"nearest point: {en} → {last} km")


def _newly(data: DataSet, found: Reach, demand: Demand) -> Iterator[Input]:
    """Return the people of every town that comes within reach, with the source of the figure."""
    for row in np.flatnonzero(found.new).tolist():
        figure, way = _figures(data, demand)[row], _way(found, row)
        if figure is not None:
            one = figure_input(data, figure)
            yield replace(one, label=Name(f"{one.label.zh}；{way.zh}", f"{one.label.text('en')}; {way.text('en')}"))


def _means(data: DataSet, found: Reach) -> Iterator[Input]:
    """Return the distance of every town with people of the demand."""
    capped = np.minimum(found.after, found.penalty_km)
    for row in np.flatnonzero(found.demand > 0).tolist():
        town = data.towns[row]
        yield Input(
            town_name(town), _way(found, row), float(capped[row]), KM, "", "", "", "", "", Place("town", town.code),
            float(found.demand[row]), "mean",
        )  # fmt: skip


def _evidence(data: DataSet, found: Reach, people: Name, rows: Sequence[int], kind: Kind) -> Iterator[Input]:
    """Return the numbers beside the value, before and after, and the towns chosen with the way from each of them."""
    km = f"{found.within_km:g}"
    within = Name(f"{km}公里內之{people.zh}", f"{people.text('en')} within {km} km")
    told: list[tuple[Name, float, Name]] = [
        (Name(f"{within.zh}：設點後", f"{within.text('en')}, after"), found.reached_after, PERSONS),
        (Name(f"{within.zh}：設點前", f"{within.text('en')}, before"), found.reached_before, PERSONS),
        (Name(f"{people.zh}：總數", f"{people.text('en')}: total"), found.total, PERSONS),
    ]
    if kind == "meanreach":
        told.append((Name("平均距離：設點前", "mean distance, before"), found.mean_km_before, KM))
        told.append((Name(f"新增{km}公里內之{people.zh}", f"{people.text('en')} newly within {km} km"),
                     found.newly_reached, PERSONS))  # fmt: skip
    for label, value, unit in told:
        yield Input(NATION_NAME, label, value, unit, "", "", "", "", "", None, 1.0, "evidence")
    chosen = Name("建議設點；原最近據點之距離", "chosen for a new point; nearest point so far")
    for row in rows:
        way, town = float(found.before[row]), data.towns[row]
        yield Input(
            town_name(town), chosen, way if np.isfinite(way) else None, KM, "", "", "", "", "",
            Place("town", town.code), 1.0, "evidence",
        )  # fmt: skip


def _ids(data: DataSet, layer: Layer, demand: Demand) -> Iterator[str]:
    """Return the sources of the people, of the class of the towns where it counts, and of the existing points."""
    yield from (figure.source_id for figure in _figures(data, demand) if figure is not None)
    if demand == "rural":
        yield from (town.class_source_id for town in data.towns)
    yield from (site.source_id for site in points_of(data, layer))


def _figures(data: DataSet, demand: Demand) -> tuple[Figure | None, ...]:
    return data.town_figures(OLD if demand == "65plus" else POPULATION)
