"""``lifecircles explain``: where a value comes from, down to figures, sites and sources."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import cast

from data.balance.evaluate import SIDES, Side
from data.balance.explain import Explanation, Input, by_of, explain
from data.balance.groups import BY, By
from data.errors import InputError
from data.model import Source
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
from desktop.cli_indicators import source_row


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``explain``."""
    command = commands.add_parser(
        "explain",
        help="where a value comes from: formula, figures, sites, sources",
        description="Write the chain of one value: the value, its formula, every figure and site that goes into it, "
        "and the source of each. value = factor × N ÷ D × (times) ÷ (per) − (minus), where N adds up value × weight of "
        "the inputs whose role is sum or mean, and D value × weight of base and the weights of mean; D is left out "
        "where there are none. Inputs whose role is evidence say why and are not added; of the index, parts have a "
        "raw value, a score and their share of the weights; areas compared have their value and their share of the "
        "weights, of a correlation the second value as score.",
        allow_abbrev=False,
    )
    command.add_argument(
        "--indicator",
        metavar="ID",
        required=True,
        help="an indicator, or index; lifecircles indicators lists them. Of the nation also a measure of inequality, "
        "as gini:ID:town:population, a policy target, as target:ID, a correlation, as correlation:ID:ID:town, people "
        "whom new points bring within reach, as reach:telemedicine:20:rural:TOWN,TOWN, or with meanreach the mean "
        "distance; of a circle also the median of its areas, as median:ID:town",
    )
    command.add_argument(
        "--area", metavar="ID", required=True, help="a township (8 digits), a county (5 digits), a circle, or nation"
    )
    command.add_argument("--by", choices=BY, help="the kind of area (default: told from its id)")
    command.add_argument("--side", choices=SIDES, help="with --scenario: whose value is explained (default: scenario)")
    add_circles(command)
    add_scenario(command)
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the chain. Raises UserError."""
    project = project_of(arguments)
    compared = has_scenario(arguments, project)
    if arguments.side in ("scenario", "difference") and not compared:
        raise InputError("--side {side} needs --scenario.", side=arguments.side)
    side = cast("Side", arguments.side or ("scenario" if compared else "baseline"))
    by: By = arguments.by or by_of(arguments.area)
    found = explain(project, arguments.indicator, by, arguments.area, side)
    beside = {
        name: explain(project, arguments.indicator, by, arguments.area, name).value
        for name in ("baseline", "difference")
        if compared and name != side
    }
    if arguments.format == "json":
        write_json(arguments, _json(project, found, beside))
    else:
        write_rows(arguments, _rows(project, found, beside), {})
    return 0


def _json(project: Project, found: Explanation, beside: Mapping[str, float | None]) -> dict[str, object]:
    data, indicator = project.what_if.data, found.indicator
    return {
        **head(project),
        "indicator": indicator.id,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.text("en"),
        "by": found.by,
        "area": found.area_id,
        "area_zh": found.area.zh,
        "area_en": found.area.text("en"),
        "side": found.side,
        "value": found.value,
        **beside,
        "unit_zh": found.unit.zh,
        "unit": found.unit.text("en"),
        "period": indicator.period,
        "level": found.level,
        "known_share": found.known,
        "bound": found.bound,
        "formula_zh": found.formula.zh,
        "formula": found.formula.text("en"),
        "note_zh": found.note.zh,
        "note": found.note.text("en"),
        "factor": found.factor,
        "inputs": [_input(one) for one in found.inputs],
        "sources": [{**source_row(data, one.id), "url": one.url} for one in found.sources],
    }


def _input(one: Input) -> dict[str, object]:
    return {
        "role": one.role,
        "area_zh": one.area.zh,
        "area_en": one.area.text("en"),
        "label_zh": one.label.zh,
        "label_en": one.label.text("en"),
        "value": one.value,
        "unit_zh": one.unit.zh,
        "unit": one.unit.text("en"),
        "weight": one.weight,
        "score": one.score,
        "period": one.period,
        "level": one.level,
        "place": "" if one.place is None else one.place.id,
        "source": one.source_id,
        "location": one.location,
        "note": one.note,
    }


def _rows(project: Project, found: Explanation, beside: Mapping[str, float | None]) -> Iterator[Mapping[str, object]]:
    """The value with its formula, its companions of the other sides, then every input with its source."""
    formula = f"{found.formula.zh} | {found.formula.text('en')} | factor {found.factor:g}"
    for role, value, note in (("value", found.value, formula), *((name, one, "") for name, one in beside.items())):
        own = Input(
            found.area, found.indicator.name, value, found.unit, found.indicator.period, found.level, "", "", note, None
        )
        yield {**_input(own), "role": role, "weight": None, "place": found.area_id, **_source(None)}
    for one in found.inputs:
        yield {**_input(one), **_source(project.what_if.data.sources.get(one.source_id))}


def _source(source: Source | None) -> dict[str, object]:
    return {
        "source_title": "" if source is None else source.title,
        "source_publisher": "" if source is None else source.publisher,
        "source_date": "" if source is None else source.date,
    }
