"""What ``check`` and ``import`` share: the plan that their options make, and what is told of an outcome."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.dataset import DataSet
from data.errors import InputError, UnknownNameError
from data.intake.cleaned import Refusal
from data.intake.dates import date
from data.intake.fields import fields_of
from data.intake.guess import Guess, guess, match
from data.intake.headers import Header
from data.intake.outcome import Outcome, Problem
from data.intake.plan import KINDS, ImportPlan, Kind
from data.intake.refused_rows import sentence
from data.model import AreaLevel, Name, OwnLayer, Source, Variable
from data.names import fold
from data.own_layers import layer_named
from data.readers.open import open_source
from data.readers.sheet import ReadChoices, SourceFile
from desktop.cli_output import named_file
from desktop.cli_reading import LAYERS, OWN

_SHOWN = 200  # characters of a line of the report


@dataclass(frozen=True)
class Table:
    """A table that was opened, and what it is taken for."""

    file: SourceFile
    guess: Guess
    kind: Kind
    columns: Mapping[str, int]
    layer: OwnLayer | None


def opened(arguments: argparse.Namespace, data: DataSet, layer: str) -> Table:
    """Return the table that the arguments name. Raises UserError."""
    path: Path = named_file("FILE", arguments.file)
    file = open_source(path, ReadChoices(encoding=arguments.encoding))
    found = guess(file, data, arguments.sheet)
    kind = _kind(layer, found.kind)
    columns = dict(found.columns if kind == found.kind else match(found.header, found.sheet, kind, data))
    for text in arguments.map:
        field, column = _mapping(text, found.header, kind)
        columns = {name: at for name, at in columns.items() if at != column} | {field: column}
    return Table(file, found, kind, MappingProxyType(columns), _own_layer(layer, kind, found.title, data))


def plan_of(table: Table, arguments: argparse.Namespace, data: DataSet, source: Source, **choices: Any) -> ImportPlan:
    """Return the plan for a table. Raises UserError for options that mean nothing."""
    found = table.guess
    level = AreaLevel.NATION if arguments.level == "class" else AreaLevel(arguments.level or found.level.value)
    return ImportPlan(
        table.kind,
        source,
        found.sheet.name,
        found.header.rows,
        table.columns,
        arguments.crs or found.crs,
        found.swapped and not arguments.crs,
        table.layer,
        variable=_variable(arguments, found, data) if table.kind == "figures" else None,
        level=level,
        period=_period(arguments.period) or found.period,
        reader=found.reader,
        **choices,
    )


def day(option: str, text: str) -> str:
    """Return an ISO date of what an option says. Raises InputError."""
    try:
        found = date(text).value
    except Refusal as refusal:
        raise InputError("{option}: {reason}", option=option, reason=refusal) from None
    if not found:
        raise InputError("{option} needs a date.", option=option)
    return found


def report(table: Table, plan: ImportPlan, outcome: Outcome) -> dict[str, Any]:
    """Return what is told of an outcome, as JSON has it."""
    header = table.guess.header
    return {
        "file": table.file.path.name,
        "format": table.file.format,
        "encoding": table.file.encoding,
        "sheet": plan.sheet,
        "reader": plan.reader,
        "layer": OWN + plan.layer.name if plan.layer else plan.kind,
        "header_rows": list(header.rows),
        "columns": {field: header.names[column] for field, column in plan.columns.items()},
        "crs": plan.crs or None,
        "swapped": plan.swapped,
        "rows": outcome.read,
        "sites": len(outcome.sites),
        "figures": len(outcome.figures),
        "duplicates": len(outcome.duplicates),
        "remarks": [
            {"text": one.template.format(**one.values), "count": one.count, "row": one.first_row or None}
            for one in outcome.remarks
        ],
        "refused": [
            {"row": row.number, "problems": [_problem(one) for one in row.problems]} for row in outcome.refused
        ],
    }


def lines(told: Mapping[str, Any]) -> list[str]:
    """Return a report as lines for people."""
    columns = ", ".join(f"{field} ← {name}" for field, name in told["columns"].items())
    place = f", EPSG:{told['crs']}" if told["crs"] else ""
    found = [
        f"{told['file']}: {told['format']}{', ' + told['encoding'] if told['encoding'] else ''}"
        f"{', ' + told['sheet'] if told['sheet'] else ''}, read as {told['layer']}{place}",
        f"Columns: {columns}",
        f"Rows: {told['rows']}; sites: {told['sites']}; figures: {told['figures']}; refused: {len(told['refused'])}",
        *(f"- {one['text']}" for one in told["remarks"]),
    ]
    for row in told["refused"]:
        for one in row["problems"]:
            where = f", {one['column']}" if one["column"] else ""
            proposal = f" → {one['proposal']}" if one["proposal"] else ""
            found.append(f"Row {row['row']}{where}: {one['reason']}{proposal}")
    return [" ".join(line.split())[:_SHOWN] for line in found]


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "column": problem.column,
        "value": problem.value,
        "reason": sentence(problem),
        "proposal": problem.proposal,
    }


def _kind(layer: str, found: Kind) -> Kind:
    if not layer:
        return found
    if layer.startswith(OWN):
        return "own"
    for kind in KINDS:
        if kind == layer and kind != "own":
            return kind
    raise UnknownNameError("There is no layer {name}; the layers are {valid}.", name=layer, valid=", ".join(LAYERS))


def _own_layer(layer: str, kind: Kind, title: str, data: DataSet) -> OwnLayer | None:
    """Return the layer of one's own: the project's of that name, else a new one with a symbol of its own."""
    if kind != "own":
        return None
    name = layer.removeprefix(OWN).strip() or (title if not layer else "")
    if not name:
        raise InputError("{option} needs a name behind own:.", option="--as")
    return layer_named(data, name)


def _mapping(text: str, header: Header, kind: Kind) -> tuple[str, int]:
    field, sign, name = text.partition("=")
    valid = [one.id for one in fields_of(kind)]
    if not sign or field.strip() not in valid:
        raise UnknownNameError("There is no field {name}; the fields are {valid}.", name=field, valid=", ".join(valid))
    keys = [fold(one) for one in header.names]
    if fold(name) in keys:
        return field.strip(), keys.index(fold(name))
    if name.strip().isdecimal() and 0 < int(name) <= len(header.names):
        return field.strip(), int(name) - 1
    raise UnknownNameError(
        "There is no column {name}; the columns are {valid}.", name=name, valid=", ".join(header.names)
    )


def _period(text: str) -> str:
    return day("--period", text) if text else ""


def _variable(arguments: argparse.Namespace, found: Guess, data: DataSet) -> Variable | None:
    name = arguments.variable or found.variable
    if not name or name in data.variables:
        return data.variables.get(name)
    if arguments.unit:
        return Variable(name, Name(name), arguments.unit)
    raise UnknownNameError(
        "There is no variable {name}; give --unit for a new one. The variables are {valid}.",
        name=name,
        valid=", ".join(data.variables),
    )
