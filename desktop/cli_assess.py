"""``lifecircles assess``: indicators as a table, one row for each area, with a scenario beside the baseline."""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from data.balance.composite import rank
from data.balance.evaluate import INDEX
from data.balance.groups import BY, NATION, NATION_NAME, By
from data.balance.indicators import Column, Indicator, indicators_of
from data.balance.scorecard import Scorecard, scorecard
from data.cells import number as rounded
from data.dataset import DataSet
from data.project import Project
from desktop.cli_common import (
    add_circles,
    add_scenario,
    add_table_output,
    chosen_indicators,
    has_scenario,
    head,
    project_of,
    write_csv,
    write_json,
)

RANK = "rank"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``assess``."""
    command = commands.add_parser(
        "assess",
        help="the indicators of circles, counties, townships or the nation as a table",
        description="Write every indicator for every area. Each has companions: its unit, the level it falls back to "
        "(empty where it is counted or measured for the area itself), the share of the area's people on whom it "
        "stands, and its bound (>= where a source says 'at least', as of 5G in Kinmen). With a scenario the values are "
        "what they would be, and baseline and difference stand beside them. Unknown values are empty (null in JSON), "
        "never zero. Numbers have up to six decimals. A table by circle ends with the nation, in which every township "
        "counts once.",
        allow_abbrev=False,
    )
    command.add_argument("--by", choices=BY, default="circle", help="the areas (default: circle)")
    command.add_argument(
        "--indicators",
        metavar="ID,ID",
        help="the indicators, in this order; lifecircles indicators lists them, and index is the composite index with "
        "its rank (default: all but the index)",
    )
    add_circles(command)
    add_scenario(command)
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table that is asked for. Raises UserError."""
    project = project_of(arguments)
    every = arguments.indicators is None
    names = tuple(indicators_of(project.data)) if every else chosen_indicators(project, arguments.indicators)
    table = _table(project, arguments.by, names, compared=has_scenario(arguments, project))
    if arguments.format == "json":
        write_json(arguments, _json(project, table))
    else:
        areas = [*_areas(table), _NATION] if arguments.by == "circle" else [*_areas(table)]
        rows = [[area.id, area.name_zh, area.name_en, *_cells(table, area)] for area in areas]
        write_csv(arguments, ["id", "name_zh", "name_en", *_heads(table)], rows)
    return 0


@dataclass(frozen=True, eq=False)
class _Table:
    """``shown`` is the scenario where there is one; then ``baseline`` and ``difference`` stand beside it."""

    shown: Scorecard
    baseline: Scorecard | None = None
    difference: Scorecard | None = None


@dataclass(frozen=True)
class _Area:
    """One row: its names, and where its values stand in the columns (None for the nation)."""

    id: str
    name_zh: str
    name_en: str
    row: int | None

    def columns(self, card: Scorecard) -> Mapping[str, Column]:
        return card.nation if self.row is None else card.columns

    def value(self, card: Scorecard, name: str) -> float:
        return float(self.columns(card)[name].values[self.row or 0])


_NATION = _Area(NATION, NATION_NAME.zh, NATION_NAME.en, None)


def _table(project: Project, by: By, names: tuple[str, ...], *, compared: bool) -> _Table:
    if not compared:
        return _Table(scorecard(project, by, names))
    return _Table(
        scorecard(project, by, names, "scenario"),
        scorecard(project, by, names),
        scorecard(project, by, names, "difference"),
    )


def _areas(table: _Table) -> Iterator[_Area]:
    card = table.shown
    for row, (area, name) in enumerate(zip(card.ids, card.names, strict=True)):
        yield _Area(area, name.zh, name.en, row)


def _heads(table: _Table) -> Iterator[str]:
    for indicator in table.shown.indicators:
        yield indicator.id
        yield from (f"{indicator.id}_{what}" for what in ("unit", "level", "known_share", "bound"))
        yield from (f"{indicator.id}_{what}" for what in _others(table))
        if indicator.id == INDEX:
            yield f"{INDEX}_{RANK}"
            if table.baseline is not None:
                yield f"{INDEX}_{RANK}_baseline"


def _others(table: _Table) -> Mapping[str, Scorecard]:
    """Return what stands beside the value, by its name."""
    if table.baseline is None or table.difference is None:
        return {}
    return {"baseline": table.baseline, "difference": table.difference}


def _cells(table: _Table, area: _Area) -> Iterator[object]:
    for indicator in table.shown.indicators:
        yield from _told(table, area, indicator).values()


def _told(table: _Table, area: _Area, indicator: Indicator) -> dict[str, object]:
    """Return all that the table says of one indicator of one area, in the order of the columns."""
    name, row = indicator.id, area.row or 0
    column = area.columns(table.shown)[name]
    told: dict[str, object] = {
        "value": rounded(area.value(table.shown, name)),
        "unit": indicator.unit.en,
        "level": column.levels[row],
        "known_share": rounded(float(column.known[row])),
        "bound": column.bounds[row],
    }
    for what, card in _others(table).items():
        told[what] = rounded(area.value(card, name))
    if name == INDEX:
        told[RANK] = _rank(table.shown, area)
        if table.baseline is not None:
            told[f"{RANK}_baseline"] = _rank(table.baseline, area)
    return told


def _rank(card: Scorecard, area: _Area) -> int | None:
    """Return the place among the areas of the table, 1 the best; None where there is no index."""
    if area.row is None:
        return None
    place = float(rank(card.columns[INDEX].values)[area.row])
    return None if math.isnan(place) else int(place)


def _json(project: Project, table: _Table) -> dict[str, Any]:
    card = table.shown
    return {
        **head(project),
        "by": card.by,
        "indicators": [_indicator(project.what_if.data, indicator) for indicator in card.indicators],
        "rows": [_row(table, area) for area in _areas(table)],
        "nation": _row(table, _NATION),
    }


def _row(table: _Table, area: _Area) -> dict[str, Any]:
    values = {indicator.id: _told(table, area, indicator) for indicator in table.shown.indicators}
    return {"id": area.id, "name_zh": area.name_zh, "name_en": area.name_en, "values": values}


def _indicator(data: DataSet, indicator: Indicator) -> dict[str, Any]:
    series = data.series.get(indicator.series)
    return {
        "id": indicator.id,
        "topic": indicator.topic,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.en,
        "unit_zh": indicator.unit.zh,
        "unit": indicator.unit.en,
        "direction": indicator.direction,
        "period": indicator.period,
        "formula_zh": indicator.formula.zh,
        "formula": indicator.formula.en,
        "series_note_zh": series.note.zh if series else "",
        "series_note": series.note.en if series else "",
        "sources": list(indicator.sources(data)),
    }
