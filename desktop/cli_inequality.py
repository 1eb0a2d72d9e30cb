"""``lifecircles inequality``: how unequal an indicator, or a column of anybody's table, is across areas."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from data.balance.across import ACROSS, WEIGHTS, Across, Weight, distribution
from data.balance.evaluate import Side, column, indicator_of
from data.balance.inequality import Inequality, inequality, lorenz
from data.errors import InputError, UnknownNameError
from data.model import Overlap
from data.own_table import read_table
from data.project import Project
from desktop.cli_common import (
    add_circles,
    add_scenario,
    add_table_output,
    has_scenario,
    head,
    project_of,
    write_json,
    write_rows,
)
from desktop.cli_output import named_file

FORMULA = (
    "Gini, Theil T, Hoover, coefficient of variation, max/min, range and the ratio of the top to the bottom areas that "
    "hold 20 % of the weight each, as docs/measures.md defines them; null where undefined; areas with an unknown value "
    "are left out and counted in missing"
)
_FALLEN_BACK = (
    "; some values fall back to the coarser levels named in levels, where areas look more alike than they may be"
)
_OF_INDICATOR = ("across", "definition", "overlap", "scenario", "project_file")
_OF_TABLE = ("value", "group")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``inequality``."""
    command = commands.add_parser(
        "inequality",
        help="how unequal an indicator or a column of your own table is across areas",
        description="Measure the inequality of an indicator across townships, counties or circles, or of a column of "
        "your own CSV file: Gini, Theil (split into between and within the circles or your groups), Hoover, "
        "coefficient of variation, max/min, range, and the top over the bottom areas that hold 20 % each. "
        "Across circles a township of several circles is split equally between them unless --overlap says otherwise; "
        "elsewhere the default is each, and Theil's split then takes equal parts, because its parts must add up to "
        "the whole.",
        allow_abbrev=False,
    )
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--indicator", metavar="ID", help="an indicator, or index; lifecircles indicators lists them")
    what.add_argument("--input", metavar="FILE", help="your own table: CSV or TSV with a header row")
    command.add_argument("--across", choices=ACROSS, help="with --indicator: the areas (default: circle)")
    command.add_argument("--value", metavar="COLUMN", help="with --input: the column to measure")
    command.add_argument(
        "--weight",
        metavar="population|none|COLUMN",
        help="with --indicator: whether areas count by their people (default) or alike; with --input: the column of "
        "weights (default: all rows count alike)",
    )
    command.add_argument("--group", metavar="COLUMN", help="with --input: the column of groups that Theil is split by")
    command.add_argument("--lorenz", action="store_true", help="with --format json: add the points of the Lorenz curve")
    add_circles(command, None)
    add_scenario(command)
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the measures. Raises UserError."""
    if arguments.lorenz and arguments.format != "json":
        raise InputError("--lorenz adds a list of points and needs --format json.")
    if arguments.input is not None:
        _refuse_options(arguments, _OF_INDICATOR, "--indicator")
        _of_table(arguments)
    else:
        _refuse_options(arguments, _OF_TABLE, "--input")
        _of_indicator(arguments)
    return 0


def _refuse_options(arguments: argparse.Namespace, names: tuple[str, ...], belongs_to: str) -> None:
    """Raise InputError for the first of the options that was given though it belongs to another way of asking."""
    for name in names:
        if getattr(arguments, name) is not None:
            raise InputError("{option} belongs to {other}.", option=f"--{name.removesuffix('_file')}", other=belongs_to)


def _of_indicator(arguments: argparse.Namespace) -> None:
    across: Across = arguments.across or "circle"
    weight = _weight(arguments.weight)
    project = project_of(arguments, Overlap.SPLIT if across == "circle" else Overlap.EACH)
    indicator = indicator_of(project, arguments.indicator)
    compared = has_scenario(arguments, project)
    side: Side = "scenario" if compared else "baseline"
    found = distribution(project, indicator.id, across, weight, side)
    baseline = inequality(*distribution(project, indicator.id, across, weight)) if compared else None
    levels = {
        level for area in column(project, indicator.id, across, side).levels for level in area.split("+") if level
    }
    meta = {
        **head(project),
        "indicator": indicator.id,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.en,
        "unit": indicator.unit.en,
        "across": across,
        "weight": weight,
        "indicator_formula": indicator.formula.en,
        "formula": FORMULA,
        "levels": sorted(levels),
        "note": _note(project, across) + (_FALLEN_BACK if levels else ""),
    }
    _write(arguments, inequality(*found), baseline, meta, lorenz(*found[:2]) if arguments.lorenz else None)


def _weight(text: str | None) -> Weight:
    for weight in WEIGHTS:
        if text in (None, weight):
            return weight
    raise UnknownNameError(
        "There is no weight {name} of an indicator; the weights are {valid}.", name=text, valid=", ".join(WEIGHTS)
    )


def _note(project: Project, across: Across) -> str:
    if across == "circle":
        return (
            "each circle is one value, so there is nothing inside it to split: theil_between and theil_within are "
            "undefined; --across town tells how much of the inequality lies within the circles"
        )
    parts = "in equal parts" if project.overlap is Overlap.EACH else f"by the rule {project.overlap}"
    return f"theil_between and theil_within are split by circles, townships of several circles {parts}"


def _of_table(arguments: argparse.Namespace) -> None:
    if arguments.value is None:
        raise InputError("--input needs --value: the column to measure.")
    table = read_table(named_file("--input", arguments.input))
    values = table.measures(arguments.value)
    weights = None if arguments.weight is None else table.measures(arguments.weight)
    if weights is not None and not (weights > 0).any():
        raise InputError(
            "{file}, column {column}: the weights add up to 0; at least one must be greater.",
            file=table.path.name,
            column=arguments.weight,
        )
    labels = None if arguments.group is None else table.texts(arguments.group)
    meta = {
        "input": table.path.name,
        "rows": len(values),
        "value": arguments.value,
        "weight": arguments.weight,
        "group": arguments.group,
        "formula": FORMULA,
        "note": "" if labels is None else "rows with an empty group are one group of their own",
    }
    curve = lorenz(values, weights) if arguments.lorenz else None
    _write(arguments, inequality(values, weights, labels), None, meta, curve)


def _write(
    arguments: argparse.Namespace,
    found: Inequality,
    baseline: Inequality | None,
    meta: Mapping[str, Any],
    curve: tuple[Any, Any] | None,
) -> None:
    measures = asdict(found)
    before = {} if baseline is None else asdict(baseline)
    difference = {name: measures[name] - value for name, value in before.items()}
    if arguments.format == "json":
        content = {**measures}
        if baseline is not None:
            content |= {"baseline": before, "difference": difference}
        if curve is not None:
            content["lorenz"] = {"weight_share": curve[0].tolist(), "value_share": curve[1].tolist()}
        write_json(arguments, {**content, "meta": meta})
        return
    row: dict[str, object] = {}
    for name, value in measures.items():
        row[name] = value
        if baseline is not None:
            row |= {f"{name}_baseline": before[name], f"{name}_difference": difference[name]}
    write_rows(arguments, [row], meta)
