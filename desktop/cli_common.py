"""What the commands that write tables share: circles, scenario, format and target, and the project they speak of."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from data.balance.evaluate import indicator_of
from data.cells import guarded, number
from data.dataset import load
from data.model import Overlap
from data.places import circle_place
from data.project import Project
from data.scenario import Scenario
from data.scenario_file import read_scenario
from data.version import program_version
from desktop.cli_output import STANDARD_OUTPUT, named_file, write_text
from desktop.cli_project import read_project


def add_circles(command: argparse.ArgumentParser, default_overlap: Overlap | None = Overlap.EACH) -> None:
    """Add ``--project``, ``--definition`` and ``--overlap``.

    Without a default the command itself says what an absent rule means.
    """
    command.add_argument(
        "--definition",
        metavar="ID",
        help="how the circles are drawn; lifecircles info lists them (default: its default)",
    )
    command.add_argument(
        "--overlap",
        choices=[rule.value for rule in Overlap],
        help="how a township of several circles counts: fully in each, split equally, or only in the first "
        + (f"(default: {default_overlap.value}, or the project's)" if default_overlap else "(default: see above)"),
    )
    add_project(command)


def add_scenario(
    command: argparse.ArgumentParser,
    meaning: str = "the values are what they would be under it, with the baseline and the difference beside them",
    *,
    several: bool = False,
) -> None:
    """Add ``--scenario``; ``meaning`` says what the command does with it. ``several`` collects a list."""
    action = "append" if several else "store"
    command.add_argument("--scenario", metavar="FILE", action=action, help=f"a scenario file: {meaning}")


def add_table_output(command: argparse.ArgumentParser) -> None:
    """Add ``--format`` and ``--out``."""
    command.add_argument("--format", choices=("csv", "json"), default="csv", help="default: csv")
    command.add_argument(
        "--out",
        metavar="FILE",
        default=STANDARD_OUTPUT,
        help="the file to write, or - for standard output (default); a CSV file starts with a byte order mark, "
        "so that Excel reads its Chinese",
    )


def add_project(command: argparse.ArgumentParser) -> None:
    """Add ``--project``, where a command speaks of the embedded data otherwise."""
    command.add_argument(
        "--project",
        dest="project_file",
        metavar="FILE",
        help="a project: its own data, definition, overlap rule, scenario and index (default: the embedded data alone)",
    )


def project_of(arguments: argparse.Namespace, default_overlap: Overlap = Overlap.EACH) -> Project:
    """Return the project that the arguments describe, its scenario included. Raises UserError."""
    project = started(arguments, default_overlap)
    if arguments.definition is not None:
        project = replace(project, definition_id=arguments.definition)
    if arguments.overlap:
        project = replace(project, overlap=Overlap(arguments.overlap))
    if arguments.scenario is not None:
        scenario = read_scenario(named_file("--scenario", arguments.scenario), project.data)
        project = replace(project, scenario=scenario)
    return project


def has_scenario(arguments: argparse.Namespace, project: Project) -> bool:
    """Tell whether values are those under a scenario: one was named, or the project has one."""
    return arguments.scenario is not None or not project.scenario.is_empty


def started(arguments: argparse.Namespace, default_overlap: Overlap = Overlap.EACH) -> Project:
    """Return the project of ``--project`` as it was saved, or a fresh one on the embedded data. Raises UserError."""
    if arguments.project_file is not None:
        return read_project(named_file("--project", arguments.project_file)).project
    return replace(Project.start(load()), overlap=default_overlap)


def chosen_circle(project: Project, name: str | None) -> str:
    """Return the id of the circle asked for, '' where none is. Raises UnknownNameError."""
    return "" if name is None else circle_place(project, name).id


def chosen_indicators(project: Project, text: str) -> tuple[str, ...]:
    """Return the ids of a comma-separated list, each once. Raises UnknownNameError listing the valid ones."""
    chosen = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    for name in chosen or ("",):
        indicator_of(project, name)
    return chosen


def head(project: Project) -> dict[str, Any]:
    """Return what every table says of itself: program, data set, definition, overlap rule, scenario."""
    told: dict[str, Any] = {
        "version": program_version(),
        "data_set": project.data.version,
        "definition": project.definition_id,
        "overlap": project.overlap.value,
    }
    if project.scenario != Scenario():
        told["scenario"] = project.scenario.name or "scenario"
    return told


def write_rows(arguments: argparse.Namespace, rows: Iterable[Mapping[str, object]], meta: Mapping[str, object]) -> None:
    """Write rows of one shape: CSV with a header, or JSON as ``{**meta, "rows": [...]}``. Raises TargetError.

    Numbers are rounded, unknown ones empty (null in JSON). ``meta`` stands in JSON only.
    """
    listed = [{name: plain(value) for name, value in row.items()} for row in rows]
    if arguments.format == "json":
        write_json(arguments, {**meta, "rows": listed})
    else:
        write_csv(arguments, list(listed[0]) if listed else [], [list(row.values()) for row in listed])


def write_json(arguments: argparse.Namespace, content: Mapping[str, object]) -> None:
    """Write one JSON object. Raises TargetError."""
    write_text(json.dumps(plain(content), ensure_ascii=False, indent=1, allow_nan=False) + "\n", arguments.out)


def write_csv(arguments: argparse.Namespace, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a CSV table whose lists are joined by semicolons. Raises TargetError."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([_cell(name) for name in header])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    write_text(text.getvalue(), arguments.out, for_spreadsheet=True)


def _cell(cell: object) -> object:
    if isinstance(cell, list | tuple):
        cell = ";".join(map(str, cell))
    return guarded(cell) if isinstance(cell, str) else cell


def plain(value: Any) -> Any:
    """Return a value as JSON and CSV write it: numbers by ``number``, containers likewise, the rest as it is."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if type(value) is float:
        return number(value)
    return plain(value.item()) if hasattr(value, "item") else value
