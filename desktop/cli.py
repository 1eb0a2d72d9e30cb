"""The command line. Without a command it opens the window; with one it works without a display, and without Qt."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.errors import InputError, UserError
from data.version import program_version
from desktop import (
    cli_access,
    cli_assess,
    cli_check,
    cli_compare,
    cli_explain,
    cli_export,
    cli_import,
    cli_index,
    cli_indicators,
    cli_inequality,
    cli_pack,
    cli_present,
    cli_report,
    cli_scenes,
    cli_site,
    cli_tables,
    cli_targets,
)
from desktop.cli_output import complain, hang_up, has_display, keep_what_is_read, speak_utf8
from desktop.cli_project import existing_project, is_project, names_list, names_project

TABLES = (
    cli_indicators,
    cli_assess,
    cli_inequality,
    cli_index,
    cli_access,
    cli_site,
    cli_targets,
    cli_explain,
    cli_scenes,
)
"""The commands that write tables, in the order in which help lists them; each adds its own parser."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the arguments and return its exit code: 0 done, 1 could not, 2 asked wrongly."""
    speak_utf8()
    try:
        arguments = _arguments(sys.argv[1:] if argv is None else argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    try:
        keep_what_is_read(arguments)
        code: int = arguments.run(arguments)
    except UserError as error:
        complain(error)
        return error.exit_code
    except BrokenPipeError:
        hang_up()
        return 0
    except MemoryError:
        complain("There is not enough memory for this.")
        return 1
    except OSError as error:  # whatever else the system refuses is no matter for a traceback either
        complain(f"{error.filename or 'Standard output'}: {error.strerror or error}.")
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _open_window(arguments: argparse.Namespace) -> int:
    named = arguments.opened
    path = None if named is None else existing_project(named)
    is_list = path is not None and not is_project(path)
    if not has_display():
        if is_list:
            raise InputError(
                "There is no display for a window; lifecircles import takes {path} into a project.", path=path
            )
        return cli_export.export_default(path)
    from desktop import app  # the command line must work where Qt cannot be imported

    return app.run([], listed=path) if is_list else app.run([], project=path)


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments. A file to open is no command, so it is taken before argparse looks for one."""
    parser = _parser()
    if len(argv) == 1 and (names_project(argv[0]) or names_list(argv[0])):
        return parser.parse_args([], argparse.Namespace(opened=argv[0]))
    return parser.parse_args(argv, argparse.Namespace(opened=None))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lifecircles",
        description="六圈均衡圖臺: Taiwan's six regional life circles against AI sites, broadband and telemedicine. "
        "Without a command the window opens, with a project if one is named: lifecircles PROJECT; of a list "
        "(CSV, XLSX …) the import opens.",
        epilog="Exit codes: 0 done, 1 could not be done (the reason is one sentence), 2 an unknown name or option.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {program_version()}")
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_info(commands)
    for command in TABLES:
        command.add_parser(commands)
    cli_check.add_parser(commands)
    cli_import.add_parser(commands)
    cli_export.add_parser(commands)
    cli_report.add_parser(commands)
    cli_present.add_parser(commands)
    cli_compare.add_parser(commands)
    cli_pack.add_parser(commands)
    return parser


def _add_info(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    info = commands.add_parser(
        "info",
        help="what the program and its data set hold, or a project",
        description="Print the version, the data set, the number of sites of each layer by status, and the "
        "definitions of the circles; of a project what it adds, changes and removes, its sources, scenario and scenes.",
        allow_abbrev=False,
    )
    info.add_argument("project", nargs="?", type=Path, metavar="PROJECT", help="a project file")
    info.add_argument("--json", action="store_true", help="print it as JSON")
    info.set_defaults(run=cli_tables.info)
