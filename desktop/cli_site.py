"""``lifecircles site``: where the next points would do most good, and what they would do."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data.balance.siting import (
    DEMANDS,
    METHODS,
    SITEABLE,
    TIME_LIMIT,
    SitingOrder,
    SitingResult,
    solve,
    with_suggestion,
)
from data.balance.siting_effects import Change, Effects, effects
from data.errors import InputError, TargetError
from data.model import Layer, Name
from data.project import Project
from data.scenario_file import write_scenario
from desktop.cli_access import parse_km
from desktop.cli_common import (
    add_circles,
    add_scenario,
    add_table_output,
    chosen_circle,
    head,
    project_of,
    write_json,
    write_rows,
)
from desktop.cli_output import STANDARD_OUTPUT, check_target

_FORMULA: Mapping[str, str] = {
    "mclp": "maximal covering (Church and ReVelle 1974): open count townships so that most of the demand has a point "
    "within the distance; objective: people of the demand within it, existing points included",
    "pmedian": "p-median (Hakimi 1964): open count townships so that the mean distance of the demand to its nearest "
    "point is least; objective: that mean in km, existing points included; people on a landmass without a point count "
    "with penalty_km, the greatest distance between two townships of one landmass",
}
_NOTE = (
    "straight lines between the representative points of townships, only on the same landmass; the list of existing "
    "points is incomplete, so the suggestion is the better the more of them are known; candidates are the "
    "representative points of the townships"
)


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``site``."""
    command = commands.add_parser(
        "site",
        help="where the next points would reach most people",
        description="Suggest townships for new points, existing ones kept: those that bring most of the demand within "
        "a distance (mclp), or those that make its mean distance least (pmedian). The answer is proven optimal or "
        "says how far off it can be. CSV lists the townships, each with what the whole suggestion does; JSON adds what "
        "happens to every indicator of the layer.",
        allow_abbrev=False,
    )
    command.add_argument("--layer", choices=[layer.value for layer in SITEABLE], required=True, help="what is opened")
    command.add_argument("--count", metavar="K", required=True, help="how many")
    command.add_argument("--within", metavar="KM", required=True, help="the distance within which people are reached")
    command.add_argument(
        "--demand", choices=DEMANDS, default="population", help="whom it is for; rural: the people of rural townships"
    )
    command.add_argument("--circle", metavar="ID", help="only townships of this circle may be chosen (default: all)")
    command.add_argument("--method", choices=METHODS, default="mclp", help="default: mclp")
    command.add_argument(
        "--time-limit",
        metavar="SECONDS",
        default=f"{TIME_LIMIT:g}",
        help="how long to look for a proof (default: %(default)s)",
    )
    command.add_argument(
        "--scenario-out", metavar="FILE", help="write the scenario with the suggestion added, to be used by --scenario"
    )
    add_circles(command)
    add_scenario(command, "its sites and people are those that the suggestion starts from")
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the suggestion. Raises UserError."""
    count, within = _count(arguments.count), parse_km("--within", arguments.within)
    limit = _seconds(arguments.time_limit)
    scenario_file = _scenario_file(arguments)
    project = project_of(arguments)
    circle = chosen_circle(project, arguments.circle)
    order = SitingOrder(Layer(arguments.layer), count, within, arguments.demand, circle, arguments.method)
    result = solve(project, order, time_limit=limit)
    found = effects(project, result)
    if scenario_file is not None:
        write_scenario(with_suggestion(project, result).scenario, scenario_file)
    if arguments.format == "json":
        write_json(arguments, _content(project, result, found))
    else:
        whole = {**_totals(result), **_balance(found)}
        towns = _towns(project, result.towns) or [dict.fromkeys(("town_code", "name_zh", "name_en"), "")]
        write_rows(arguments, [{**town, **whole} for town in towns], {})
    return 0


def _scenario_file(arguments: argparse.Namespace) -> Path | None:
    """Return where the scenario goes, when both files can be written: one of two is half an answer."""
    if arguments.scenario_out is None:
        return None
    if arguments.scenario_out in (STANDARD_OUTPUT, arguments.out):
        raise InputError("--scenario-out needs a file of its own; the table goes to {out}.", out=arguments.out)
    if arguments.out != STANDARD_OUTPUT:
        check_target("--out", arguments.out)
    path = check_target("--scenario-out", arguments.scenario_out)
    if path.exists() and not path.is_file():
        raise TargetError("{path} is not a file.", path=path)
    return path


def _count(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise InputError("--count {value} is not a whole number.", value=repr(text)) from None


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 3600:
        raise InputError("--time-limit {value} is not a number of seconds above 0 and at most 3600.", value=repr(text))
    return value


def _content(project: Project, result: SitingResult, found: Effects) -> dict[str, Any]:
    order = result.order
    return {
        **head(project),
        "layer": order.layer.value,
        "method": order.method,
        "count": order.count,
        "within_km": order.within_km,
        "demand": order.demand,
        "circle": order.circle,
        "towns": _towns(project, result.towns),
        "reached_towns": _towns(project, result.reached_towns),
        **_totals(result),
        "effects": _effects(found),
        "formula": _FORMULA[order.method],
        "note": _NOTE,
    }


def _towns(project: Project, codes: tuple[str, ...]) -> list[dict[str, object]]:
    towns = [project.data.towns[project.data.town_index[code]] for code in codes]
    return [
        {"town_code": town.code, "name_zh": town.full_name("zh"), "name_en": town.full_name("en")} for town in towns
    ]


def _totals(result: SitingResult) -> dict[str, object]:
    """Return what the whole suggestion does; in CSV every row repeats it."""
    return {
        "newly_reached": result.newly_reached,
        "share_before": result.share_before,
        "share_after": result.share_after,
        "mean_km_before": result.mean_km_before,
        "mean_km_after": result.mean_km_after,
        "penalty_km": result.penalty_km,
        "objective": result.objective,
        "bound": result.bound,
        "optimal": result.optimal,
    }


def _balance(found: Effects) -> dict[str, object]:
    """Return what a row of CSV can hold of the effects: the index of each circle and the Gini of the index."""
    index = found.index
    cells: dict[str, object] = {"index_gini_before": index.gini_before, "index_gini_after": index.gini_after}
    for circle, before, after in zip(found.circles, index.before, index.after, strict=True):
        cells |= {f"index_{circle}_before": float(before), f"index_{circle}_after": float(after)}
    return cells


def _effects(found: Effects) -> dict[str, Any]:
    return {
        "index": _change(found, found.index),
        "indicators": [_change(found, change) for change in found.indicators],
    }


def _change(found: Effects, change: Change) -> dict[str, Any]:
    name: Name = change.indicator.name
    return {
        "id": change.indicator.id,
        "name_zh": name.zh,
        "name_en": name.en,
        "unit": change.indicator.unit.en,
        "nation": {"before": change.nation_before, "after": change.nation_after},
        "gini_across_towns": {"before": change.gini_before, "after": change.gini_after},
        "circles": [
            {"id": circle, "before": float(before), "after": float(after)}
            for circle, before, after in zip(found.circles, change.before, change.after, strict=True)
        ],
    }
