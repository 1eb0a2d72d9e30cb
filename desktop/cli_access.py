"""``lifecircles access``: how far people live from care, and the beds in their reach."""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.balance.access import (
    ACCESS_LAYERS,
    CATCHMENT_KM,
    BedAccess,
    Nearest,
    e2sfca,
    mean_of_beds,
    nearest,
    nearest_km,
    within,
)
from data.balance.groups import BY, By, Groups, groups
from data.balance.measures import POPULATION
from data.dataset import DataSet
from data.errors import InputError
from data.model import Layer
from data.project import Project
from desktop.cli_common import add_circles, add_scenario, add_table_output, has_scenario, head, project_of, write_rows

METHODS = ("nearest", "e2sfca")
DEFAULT_BANDS = "5,10,20,30"
LARGEST_KM = 1000.0

_STRAIGHT = (
    "straight lines from the representative point of the township, in which all its people are taken to live; only on "
    "the same landmass; the RCI of the ministry measures on the road network"
)
_NEAREST = (
    "nearest_km, mean3_km: people-weighted mean of the distance to the nearest point and of the mean of the three "
    "nearest, without people on a landmass that has none (three); within_Nkm: percent of people whose nearest point is "
    "at most N km away; crossing_people: people on a landmass without a point; " + _STRAIGHT
)
_E2SFCA = (
    "beds_per_100k: people-weighted mean of the E2SFCA (Luo and Qi 2009) with the Gaussian decay of Dai 2010, which is "
    "0 at the catchment; a township that reaches no bed has 0 and counts in unreached_people; " + _STRAIGHT
)
_LISTED = {
    Layer.TELEMEDICINE: "points are the listed health centres and clinics in operation; the list is incomplete, so the "
    "true distance may be shorter; known_share: people in counties with a listed point",
    Layer.HOSPITAL: "points are the listed hospitals of any emergency grade that are not known to have ended",
}

Array = NDArray[np.float64]
Columns = dict[str, Array]


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``access``."""
    command = commands.add_parser(
        "access",
        help="how far people live from telemedicine points or hospitals, and the beds in their reach",
        description="Write the distance to the nearest point, the mean of the three nearest and the share of people "
        "within each band, or the emergency beds in reach by the enhanced two-step floating catchment area (E2SFCA). "
        "Distances are straight lines on one landmass; where a crossing by sea or air is needed, it is told apart. A "
        "table by circle ends with the nation.",
        allow_abbrev=False,
    )
    command.add_argument(
        "--layer", choices=[layer.value for layer in ACCESS_LAYERS], required=True, help="the points people go to"
    )
    command.add_argument(
        "--bands", metavar="KM,KM,…", help=f"with nearest: distances in kilometres (default: {DEFAULT_BANDS})"
    )
    command.add_argument("--by", choices=BY, default="circle", help="the areas (default: circle)")
    command.add_argument("--method", choices=METHODS, default="nearest", help="default: nearest")
    command.add_argument(
        "--catchment",
        metavar="KM",
        help=f"with e2sfca: the distance at which a bed counts for nothing (default: {CATCHMENT_KM:g})",
    )
    add_circles(command)
    add_scenario(command)
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table. Raises UserError."""
    layer = Layer(arguments.layer)
    answer: _Answer
    if arguments.method == "nearest":
        if arguments.catchment is not None:
            raise InputError("{option} belongs to {other}.", option="--catchment", other="--method e2sfca")
        answer = _OfNearest(layer, parse_bands(arguments.bands if arguments.bands is not None else DEFAULT_BANDS))
    else:
        if arguments.bands is not None:
            raise InputError("{option} belongs to {other}.", option="--bands", other="--method nearest")
        if layer is not Layer.HOSPITAL:
            raise InputError("Only hospitals have beds: --method e2sfca needs --layer hospital.")
        text = arguments.catchment
        answer = _OfBeds(CATCHMENT_KM if text is None else parse_km("--catchment", text))
    project = project_of(arguments)
    data = project.what_if.data
    compared = has_scenario(arguments, project)
    rows = _rows(project, arguments.by, answer, compared=compared)
    nation = _rows(project, "nation", answer, compared=compared) if arguments.by == "circle" else []
    told = {"by": arguments.by, "layer": layer.value, "method": arguments.method, **answer.told(data)}
    if arguments.format == "csv":
        rows += nation
    elif nation:
        told["nation"] = nation[0]
    write_rows(arguments, rows, {**head(project), **told})
    return 0


def _rows(project: Project, by: By, answer: _Answer, *, compared: bool) -> list[dict[str, object]]:
    data, areas = project.what_if.data, groups(project, by)
    columns = answer.columns(data, areas)
    if compared:
        columns = _compared(columns, answer.columns(project.data, areas))
    texts = answer.texts(data) if by == "town" else {}
    return [
        {
            "id": area,
            "name_zh": name.zh,
            "name_en": name.en,
            **{title: float(values[row]) for title, values in columns.items()},
            **{title: values[row] for title, values in texts.items()},
        }
        for row, (area, name) in enumerate(zip(areas.ids, areas.names, strict=True))
    ]


def parse_bands(text: str) -> tuple[float, ...]:
    """Return the distances of a comma-separated list, ascending, each once. Raises InputError.

    They have six digits, as the names of their columns do.
    """
    return tuple(sorted({float(f"{parse_km('--bands', part):g}") for part in text.split(",")}))


def parse_km(option: str, text: str) -> float:
    """Return a distance in kilometres. Raises InputError naming the option and what cannot be read."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 < value <= LARGEST_KM:
        raise InputError(
            "{option}: {value} is not a number of kilometres above 0 and at most {most}.",
            option=option,
            value=repr(text.strip()),
            most=f"{LARGEST_KM:g}",
        )
    return value


@dataclass(frozen=True)
class _OfNearest:
    layer: Layer
    bands: tuple[float, ...]

    def columns(self, data: DataSet, areas: Groups) -> Columns:
        near, three = nearest_km(self.layer)(data, areas), nearest_km(self.layer, of_three=True)(data, areas)
        inside = {f"within_{km:g}km": within(self.layer, km)(data, areas) for km in self.bands}
        people = data.town_values(POPULATION)
        found = nearest(data, self.layer)
        columns = {
            "people": areas.weights @ people,
            "nearest_km": near.values,
            "mean3_km": three.values,
            **{title: column.values for title, column in inside.items()},
            "known_share": next(iter(inside.values())).known,
            "crossing_people": areas.weights @ (people * found.crossing),
        }
        if areas.by == "town":
            columns["crossing_km"] = found.crossing_km
        return columns

    def texts(self, data: DataSet) -> Mapping[str, Sequence[str]]:
        found = nearest(data, self.layer)
        ids = [near or over for near, over in zip(found.site_ids, found.crossing_ids, strict=True)]
        return {
            "nearest_site": ids,
            "nearest_site_name": [data.site_by_id[one].name.zh if one else "" for one in ids],
            "crossing": ["yes" if over else "no" for over in found.crossing],
        }

    def told(self, data: DataSet) -> Mapping[str, Any]:
        found: Nearest = nearest(data, self.layer)
        return {
            "bands_km": list(self.bands),
            "points": found.points,
            "approximate_points": found.approximate,
            "formula": _NEAREST,
            "note": _LISTED[self.layer],
        }


@dataclass(frozen=True)
class _OfBeds:
    catchment_km: float

    def columns(self, data: DataSet, areas: Groups) -> Columns:
        found = e2sfca(data, self.catchment_km)
        people = data.town_values(POPULATION)
        column = mean_of_beds(data, areas, self.catchment_km)
        return {
            "people": areas.weights @ people,
            "beds_per_100k": column.values,
            "known_share": column.known,
            "unreached_people": areas.weights @ (people * ~found.reached),
        }

    def texts(self, data: DataSet) -> Mapping[str, Sequence[str]]:
        return {"reaches_a_bed": ["yes" if reached else "no" for reached in e2sfca(data, self.catchment_km).reached]}

    def told(self, data: DataSet) -> Mapping[str, Any]:
        found: BedAccess = e2sfca(data, self.catchment_km)
        return {
            "catchment_km": self.catchment_km,
            "beds": float(found.supply.beds.sum()),
            "hospitals_of_unknown_beds": [site.id for site in found.supply.unknown],
            "points": len(found.supply.beds),
            "approximate_points": found.supply.approximate,
            "formula": _E2SFCA,
            "note": "beds of a list of about 2019 over people of 2026-08; known_share: hospitals in reach whose beds "
            "are known, by the weight of their distance; " + _LISTED[Layer.HOSPITAL],
        }


_Answer = _OfNearest | _OfBeds


def _compared(after: Columns, before: Columns) -> Columns:
    """Return each column with the baseline and the difference beside it."""
    columns: Columns = {}
    for title, values in after.items():
        columns[title] = values
        if title != "people":
            columns[f"{title}_baseline"] = before[title]
            columns[f"{title}_difference"] = values - before[title]
    return columns
