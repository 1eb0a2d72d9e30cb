"""``lifecircles check``: what importing a file would make of it, and which rows it would refuse."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from datetime import date

from data.dataset import load
from data.errors import UserError
from data.intake.plan import SITE_KINDS
from data.model import Name, Source, Variable
from desktop.cli_output import complain, say
from desktop.cli_reading import LAYERS, add_reading


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``check``."""
    command = commands.add_parser(
        "check",
        help="whether a file can be imported, and which rows cannot",
        description="Read a file as importing it would, change nothing, and tell how it was read, what would be "
        "cleaned and which rows would be refused, with column, reason and what is proposed instead.",
        epilog="Exit codes: 0 every row can be taken, 1 some are refused, 2 the file cannot be read.",
        allow_abbrev=False,
    )
    command.add_argument(
        "--as", dest="layer", default="", metavar="LAYER", help=f"{', '.join(LAYERS)} (default: as found)"
    )
    add_reading(command)
    command.add_argument("--json", action="store_true", help="print the report as JSON")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the report, and return 1 where rows are refused, 2 where the file cannot be read."""
    from data.intake.run import run_import
    from desktop.cli_intake import lines, opened, plan_of, report

    data = load()
    try:
        table = opened(arguments, data, arguments.layer)
        source = Source("check", table.guess.title, "", date.today().isoformat(), "", "", "")
        plan = plan_of(table, arguments, data, source)
        if table.kind not in SITE_KINDS:  # what a check does not need to know
            variable = plan.variable or Variable("checked", Name(table.guess.title), "")
            plan = replace(plan, period=plan.period or source.date, variable=variable)
        outcome = run_import(table.file, plan, data)
    except UserError as error:
        complain(error)
        return 2
    told = report(table, plan, outcome)
    say(json.dumps(told, ensure_ascii=False, indent=1) if arguments.json else "\n".join(lines(told)))
    return 1 if outcome.refused else 0
