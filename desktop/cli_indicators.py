"""``lifecircles indicators``: every indicator with its unit, direction, formula and sources."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from data.balance.evaluate import indicator_ids, indicator_of
from data.dataset import DataSet
from data.model import Source
from data.project import Project
from desktop.cli_common import add_circles, add_scenario, add_table_output, head, project_of, write_rows


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``indicators``."""
    command = commands.add_parser(
        "indicators",
        help="the indicators: id, unit, direction, formula, sources",
        description="List every indicator: its id, topic, names, unit, direction (1 where more is better, -1 where "
        "less is, 0 where neither), decimals shown, period, formula and sources. In CSV the sources are ids joined by "
        "semicolons; in JSON each has title, publisher and date. The last one is the composite index.",
        allow_abbrev=False,
    )
    add_circles(command)
    add_scenario(command, "its own source stands among those of the indicators that it changes")
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the list. Raises UserError."""
    project = project_of(arguments)
    with_sources = arguments.format == "json"
    rows = [_row(project, name, with_sources) for name in indicator_ids(project)]
    write_rows(arguments, rows, head(project))
    return 0


def _row(project: Project, name: str, with_sources: bool) -> Mapping[str, object]:
    indicator, data = indicator_of(project, name), project.what_if.data
    sources = indicator.sources(data)
    return {
        "id": indicator.id,
        "topic": indicator.topic,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.text("en"),
        "unit_zh": indicator.unit.zh,
        "unit": indicator.unit.text("en"),
        "direction": indicator.direction,
        "decimals": indicator.decimals,
        "period": indicator.period,
        "formula_zh": indicator.formula.zh,
        "formula": indicator.formula.text("en"),
        "sources": [source_row(data, one) for one in sources] if with_sources else list(sources),
    }


def source_row(data: DataSet, source_id: str) -> dict[str, object]:
    """Return a source as JSON shows it."""
    source: Source = data.sources[source_id]
    return {"id": source.id, "title": source.title, "publisher": source.publisher, "date": source.date}
