"""``lifecircles compare``: in what two projects differ."""

from __future__ import annotations

import argparse
import json
from typing import Any

from data.dataset import load
from data.project import Project
from desktop.cli_output import STANDARD_OUTPUT, named_file, write_text
from desktop.cli_project import read_project


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "compare",
        help="in what two projects differ",
        description="Write in what project B differs from project A: sites, figures, circles of townships, scenario, "
        "scenes, settings, and the values of the scorecard.",
        allow_abbrev=False,
    )
    command.add_argument("before", metavar="A", help="a project, or - for the embedded data alone")
    command.add_argument("after", metavar="B", help="another one")
    command.add_argument("--json", action="store_true", help="print it as JSON")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the differences. Raises UserError."""
    from data.project_file.compare import compare
    from desktop.project.compare_tables import compared_tables
    from maps.texts import Texts

    a, b = (_project(name, text) for name, text in (("A", arguments.before), ("B", arguments.after)))
    found = compared_tables(compare(a, b), a, b, Texts("en"))
    tables = [one.table for one in found]
    if arguments.json:
        content: dict[str, Any] = {"before": arguments.before, "after": arguments.after, "same": not tables}
        for table in tables:
            names = [column.id for column in table.columns]
            content[table.id] = [dict(zip(names, row, strict=True)) for row in table.rows]
        write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", STANDARD_OUTPUT)
        return 0
    lines = [] if tables else ["The two projects hold the same."]
    for one in found:
        columns = one.table.for_people()
        lines.append(f"{one.table.title} ({len(one.table.rows)})")
        for row in one.words():
            said = (f"{column.heading}: {cell}" for column, cell in zip(columns, row, strict=True) if cell)
            lines.append("  " + " | ".join(" ".join(part.split()) for part in said))
    write_text("\n".join(lines) + "\n", STANDARD_OUTPUT)
    return 0


def _project(name: str, text: str) -> Project:
    if text == "-":
        return Project.start(load())
    return read_project(named_file(name, text)).project
