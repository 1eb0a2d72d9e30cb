"""``lifecircles targets``: policy targets beside what was reached, one row a point, with the basis and the source."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from data.dataset import DataSet
from data.errors import UnknownNameError
from data.targets import (
    TOPICS,
    TargetPoint,
    TargetSeries,
    disagreements,
    gap,
    latest_actual,
    next_target,
    progress,
    reached,
)
from data.version import program_version
from desktop.cli_common import add_project, add_table_output, started, write_rows


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``targets``."""
    command = commands.add_parser(
        "targets",
        help="policy targets and what was reached, with the basis of each",
        description="Write every policy target beside the actual, baseline and estimated numbers of the same basis, "
        "one row a number, with its source. What sources say against each other stands side by side and is marked "
        "disputed. The row of the next target has the gap (target - latest actual, in the unit), the progress from "
        "the baseline (1 is the target) and whether it is met; they are empty where no actual was found.",
        allow_abbrev=False,
    )
    command.add_argument("--topic", metavar="T", help=f"only this topic: {', '.join(TOPICS)}")
    add_project(command)
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table. Raises UnknownNameError for a topic there is not."""
    topic = arguments.topic
    if topic not in (None, *TOPICS):
        raise UnknownNameError(
            "There is no topic {topic}; the topics are {topics}.", topic=topic, topics=", ".join(TOPICS)
        )
    data = started(arguments).data
    chosen = [series for series in data.targets if topic in (None, series.topic)]
    meta = {"version": program_version(), "data_set": data.version, "topic": topic or "all", "series": len(chosen)}
    write_rows(arguments, [row for series in chosen for row in _rows(data, series)], meta)
    return 0


def _rows(data: DataSet, series: TargetSeries) -> Iterator[dict[str, object]]:
    disputed = {point for group in disagreements(series) for point in group}
    latest, ahead = latest_actual(series), next_target(series)
    for point in series.points:
        yield {
            "target": series.id,
            "topic": series.topic,
            "name_zh": series.name.zh,
            "name_en": series.name.en,
            "level": series.level,
            "area": series.area,
            "basis_zh": series.basis.zh,
            "basis_en": series.basis.en,
            "unit": series.unit,
            "direction": series.direction,
            "indicator": series.indicator,
            "kind": point.kind,
            "period": point.period,
            "bound": point.bound,
            "value": point.value,
            "latest": point is latest,
            "disputed": point in disputed,
            **_distance(series, point is ahead),
            **_source(data, point),
        }


def _distance(series: TargetSeries, ahead: bool) -> dict[str, object]:
    return {
        "gap": gap(series) if ahead else None,
        "progress": progress(series) if ahead else None,
        "met": reached(series) if ahead else None,
    }


def _source(data: DataSet, point: TargetPoint) -> dict[str, object]:
    return {
        "source_id": point.source_id,
        "source": data.sources[point.source_id].title,
        "source_location": point.location,
        "note": point.note,
        "figure": point.figure_id,
    }
