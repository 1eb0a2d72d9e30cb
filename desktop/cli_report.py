"""``lifecircles report``: the assessment of the circles as pages, slides or one file for a browser."""

from __future__ import annotations

import argparse
import dataclasses
from typing import cast

from data.errors import InputError
from data.model import LANGUAGES
from desktop.cli_common import add_circles, add_scenario, project_of
from desktop.cli_export_options import THEMES, add_sheet_data, checked_text, spec_data
from desktop.cli_output import check_target, complain, say

FORMATS = ("pdf", "pptx", "html")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "report",
        help="the assessment of the circles as PDF, slides or HTML",
        description="Write a report: cover, overview, scorecard, layers, index, a page for each circle, access, "
        "inequality, policy targets, method and sources. With --scenario its numbers are those of the scenario.",
        allow_abbrev=False,
    )
    command.add_argument("--out", metavar="FILE", required=True, help="a file that ends in .pdf, .pptx or .html")
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="default: zh")
    command.add_argument("--theme", choices=THEMES, default="print", help="default: print")
    command.add_argument("--title", metavar="TEXT", help="instead of the usual title")
    add_sheet_data(command)
    add_circles(command)
    add_scenario(command, "the numbers of the report are those under it")
    command.set_defaults(run=report)


def report(arguments: argparse.Namespace) -> int:
    """Write the report and print where."""
    out = check_target("--out", arguments.out)
    ending = out.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise InputError(
            "A report is written as {formats}; {file} is none of them.", formats=", ".join(FORMATS), file=out
        )
    project = project_of(arguments)
    spec = spec_data(arguments)

    from maps.geometry import Atlas  # tables are printed without Qt, also where it is missing
    from maps.prepare import offscreen_application
    from maps.report.files import ReportFormat, write_report
    from maps.view import MapView

    offscreen_application()
    if arguments.title is not None:
        spec = dataclasses.replace(spec, texts={"title": checked_text("--title", arguments.title)})
    look = MapView(language=arguments.lang, theme=arguments.theme)
    told = write_report(project, Atlas(project.data), look, spec, cast("ReportFormat", ending), out)
    say(str(out))
    for remark in told:
        complain(remark)
    return 0
