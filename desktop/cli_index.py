"""``lifecircles index``: the composite index of areas or of the rows of anybody's table, and how sure its ranks are."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from data.balance.across import ACROSS
from data.balance.composite import combine, rank, scores
from data.balance.evaluate import INDEX
from data.balance.groups import By, groups
from data.balance.index import index_column, index_scores, index_sensitivity, index_values, parts_of
from data.balance.sensitivity import CONCENTRATION, SEED, Sensitivity, sensitivity
from data.errors import InputError
from data.index_spec import AGGREGATE, DEFAULT_INDEX, NORMALISE, IndexPart, IndexSpec
from data.own_table import LARGEST_NUMBER, SMALLEST_NUMBER, OwnTable, read_table
from desktop.cli_common import add_circles, add_scenario, add_table_output, has_scenario, head, project_of, write_rows
from desktop.cli_output import named_file

Array = NDArray[np.float64]

MOST_DRAWS = 100_000
MOST_CELLS = 40_000_000
"""Areas × draws: all places of all areas are kept until their quantiles are known, 4 bytes each."""
LARGEST_SEED = 2**32 - 1

_ANSWER = ("id", "name", "name_en", INDEX, "rank", "known")
_SIGNS: Mapping[str, Literal[-1, 1]] = {"+": 1, "-": -1}
_OF_PROJECT = ("by", "definition", "overlap", "scenario", "project_file")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``index``."""
    command = commands.add_parser(
        "index",
        help="the composite index of areas or of your own table, and how sure the ranks are",
        description="Normalise indicators, weigh them and put them together into one index for each area, or each row "
        "of your own CSV file; with --sensitivity also the interval in which its rank lies when weights and methods "
        "are varied. A township of several circles counts fully in each of them unless --overlap says otherwise.",
        allow_abbrev=False,
    )
    command.add_argument("--by", choices=ACROSS, help="the areas (default: circle)")
    command.add_argument("--input", metavar="FILE", help="your own table: CSV or TSV with a header row")
    command.add_argument("--id", metavar="COLUMN", help="with --input: the column that names the rows")
    command.add_argument(
        "--indicators",
        metavar="ID:+:WEIGHT,ID:-:WEIGHT",
        help="indicators (with --input: columns), whether more (+) or less (-) is better, and their weights, which "
        "count by their shares (default: the project's)",
    )
    command.add_argument("--normalise", choices=NORMALISE, help=f"default: the project's, {DEFAULT_INDEX.normalise}")
    command.add_argument("--aggregate", choices=AGGREGATE, help=f"default: the project's, {DEFAULT_INDEX.aggregate}")
    command.add_argument(
        "--sensitivity", metavar="N", default="0", help=f"draws, at most {MOST_DRAWS} (default: 0, none)"
    )
    command.add_argument("--seed", metavar="S", default=str(SEED), help="of the draws (default: %(default)s)")
    add_circles(command, None)
    add_scenario(command)
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the index. Raises UserError."""
    draws = _whole("--sensitivity", arguments.sensitivity, MOST_DRAWS)
    seed = _whole("--seed", arguments.seed, LARGEST_SEED)
    if arguments.input is not None:
        for name in _OF_PROJECT:
            if getattr(arguments, name) is not None:
                raise InputError(
                    "{option} does not go with {other}.", option=f"--{name.removesuffix('_file')}", other="--input"
                )
        _of_table(arguments, draws, seed)
    else:
        if arguments.id is not None:
            raise InputError("{option} belongs to {other}.", option="--id", other="--input")
        _of_project(arguments, draws, seed)
    return 0


def parse_parts(text: str) -> tuple[IndexPart, ...]:
    """Return the parts that ``ID:+:WEIGHT,ID:-:WEIGHT`` spells. Raises InputError naming what cannot be read.

    An id with a comma is put in double quotes together with sign and weight.
    """
    parts = []
    try:
        listed = next(csv.reader([text], skipinitialspace=True), [])
    except csv.Error:
        raise InputError("{part} is not of the form ID:+:WEIGHT or ID:-:WEIGHT.", part=repr(text)) from None
    for one in listed:
        fields = [field.strip() for field in one.rsplit(":", 2)]
        if len(fields) < 3 or not fields[0] or fields[1] not in _SIGNS:
            raise InputError("{part} is not of the form ID:+:WEIGHT or ID:-:WEIGHT.", part=repr(one))
        try:
            weight = float(fields[2])
        except ValueError:
            raise InputError(
                "The weight {weight} of {indicator} is not a number.", weight=repr(fields[2]), indicator=fields[0]
            ) from None
        if weight > LARGEST_NUMBER or 0 < weight < SMALLEST_NUMBER:
            raise InputError(
                "The weight {weight} of {indicator} is too large or too small to be computed with.",
                weight=repr(fields[2]),
                indicator=fields[0],
            )
        parts.append(IndexPart(fields[0], _SIGNS[fields[1]], weight))
    return tuple(parts)


def _whole(option: str, text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and int(text) <= most):
        raise InputError(
            "{option} {value}: please give a whole number from 0 to {most}.", option=option, value=text, most=most
        )
    return int(text)


def _check_size(areas: int, draws: int) -> None:
    if areas * draws > MOST_CELLS:
        raise InputError(
            "--sensitivity {draws} is too much for {rows} rows; at most {most} draws fit.",
            draws=draws,
            rows=areas,
            most=MOST_CELLS // areas,
        )


@dataclass(frozen=True, eq=False)
class _Areas:
    """The answer, column by column: (n,) each, (n, k) values and scores."""

    names: Sequence[Mapping[str, str]]
    index: Array
    known: Array
    values: Array
    scores: Array
    sensitivity: Sensitivity | None
    baseline: Array | None


def _of_project(arguments: argparse.Namespace, draws: int, seed: int) -> None:
    by: By = arguments.by or "circle"
    project = project_of(arguments)
    parts = project.index.parts if arguments.indicators is None else parse_parts(arguments.indicators)
    usual = project.index
    spec = IndexSpec(parts, arguments.normalise or usual.normalise, arguments.aggregate or usual.aggregate)
    indicators = parts_of(spec, project.data)
    project = replace(project, index=spec)
    compared = has_scenario(arguments, project)
    side: Literal["baseline", "scenario"] = "scenario" if compared else "baseline"
    areas = groups(project, by)
    _check_size(len(areas.ids), draws)
    column = index_column(project, by, side)
    names = [{"id": id_, "name": n.zh, "name_en": n.en} for id_, n in zip(areas.ids, areas.names, strict=True)]
    answer = _Areas(
        names,
        column.values,
        column.known,
        index_values(project, by, side),
        index_scores(project, by, side),
        index_sensitivity(project, by, side, draws, seed) if draws else None,
        index_column(project, by).values if compared else None,
    )
    told = [{"name_zh": one.name.zh, "name_en": one.name.en, "unit": one.unit.en} for one in indicators]
    _write(arguments, spec, answer, {**head(project), "by": by}, told)


def _of_table(arguments: argparse.Namespace, draws: int, seed: int) -> None:
    if arguments.id is None or arguments.indicators is None:
        raise InputError("--input needs --id, the column that names the rows, and --indicators, the columns to use.")
    usual = DEFAULT_INDEX
    parts = parse_parts(arguments.indicators)
    spec = IndexSpec(parts, arguments.normalise or usual.normalise, arguments.aggregate or usual.aggregate)
    table = read_table(named_file("--input", arguments.input))
    names = [{"id": name, "name": name} for name in _row_names(table, arguments.id)]
    _check_size(len(names), draws)
    values = np.column_stack([table.numbers(part.indicator) for part in spec.parts])
    directions = [part.direction for part in spec.parts]
    normalised = scores(values, directions, spec.normalise)
    index, known = combine(normalised, spec.shares, spec.aggregate, spec.normalise)
    drawn = sensitivity(values, directions, spec.shares, draws, seed) if draws else None
    answer = _Areas(names, index, known, values, normalised, drawn, None)
    _write(arguments, spec, answer, {"input": table.path.name, "id": arguments.id}, [{}] * len(spec.parts))


def _row_names(table: OwnTable, column: str) -> tuple[str, ...]:
    names = table.texts(column)
    seen: set[str] = set()
    for row, name in enumerate(names):
        if not name or name in seen:
            raise InputError(
                "{file}, line {line}, column {column}: {value} does not name one row alone.",
                file=table.path.name,
                line=int(table.lines[row]),
                column=column,
                value=repr(name),
            )
        seen.add(name)
    return names


def _write(
    arguments: argparse.Namespace,
    spec: IndexSpec,
    answer: _Areas,
    told: Mapping[str, Any],
    indicators: Sequence[Mapping[str, str]],
) -> None:
    columns = _columns(answer)
    for position, part in enumerate(spec.parts):
        for name, values in ((part.indicator, answer.values), (f"{part.indicator}_score", answer.scores)):
            if name in columns or name in _ANSWER:
                raise InputError("{name} is a column of the answer already; please rename the column.", name=name)
            columns[name] = values[:, position]
    rows = [
        {**name, **{column: float(values[row]) for column, values in columns.items()}}
        for row, name in enumerate(answer.names)
    ]
    meta: dict[str, Any] = {
        **told,
        "normalise": spec.normalise,
        "aggregate": spec.aggregate,
        "indicators": [
            {"id": part.indicator, "direction": part.direction, "weight": part.weight, "share": share, **words}
            for part, share, words in zip(spec.parts, spec.shares, indicators, strict=True)
        ],
        "formula": "see docs/measures.md: scores by the normalisation, higher is better; their weighted mean; the "
        "weight of an unknown indicator goes to the others, below half of the weights there is no index",
    }
    if answer.sensitivity is not None:
        meta["sensitivity"] = {
            "draws": answer.sensitivity.draws,
            "seed": answer.sensitivity.seed,
            "concentration": CONCENTRATION,
            "interval": "5 to 95 % of the draws",
        }
    write_rows(arguments, rows, meta)


def _columns(answer: _Areas) -> dict[str, Array]:
    ranks = rank(answer.index)
    columns = {INDEX: answer.index, "rank": ranks, "known": answer.known}
    if answer.baseline is not None:
        columns["index_baseline"] = answer.baseline
        columns["index_difference"] = answer.index - answer.baseline
        columns["rank_baseline"] = rank(answer.baseline)
    if answer.sensitivity is not None:
        found = answer.sensitivity
        columns["median_rank"], columns["low_rank"] = found.median_rank, found.low_rank
        columns["high_rank"], columns["p_last"] = found.high_rank, found.p_last
    return columns
