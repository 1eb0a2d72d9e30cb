"""The command line. Without a command it opens the window; with one it works without a display, and without Qt."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from data.balance.evaluate import SIDES
from data.errors import UserError
from data.model import LANGUAGES
from data.version import program_version
from desktop import (
    cli_access,
    cli_assess,
    cli_explain,
    cli_export,
    cli_index,
    cli_indicators,
    cli_inequality,
    cli_site,
    cli_tables,
    cli_targets,
)
from desktop.cli_common import add_circles, add_scenario
from desktop.cli_output import complain, hang_up, speak_utf8

VIEWS = ("overview", "ai", "broadband", "telemedicine", "index", "scenario")
THEMES = ("light", "dark", "print")
LEVELS = ("town", "county", "circle")

TABLES = (
    cli_indicators,
    cli_assess,
    cli_inequality,
    cli_index,
    cli_access,
    cli_site,
    cli_targets,
    cli_explain,
)
"""The commands that write tables, in the order in which help lists them; each adds its own parser."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the arguments and return its exit code: 0 done, 1 could not, 2 asked wrongly."""
    speak_utf8()
    try:
        arguments = _parser().parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    try:
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


def _open_window(_: argparse.Namespace) -> int:
    if not _has_display():
        return cli_export.export_default()
    from desktop import app  # the command line must work where Qt cannot be imported

    return app.run([])


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lifecircles",
        description="六圈均衡圖臺: Taiwan's six regional life circles against AI sites, broadband and telemedicine. "
        "Without a command the window opens.",
        epilog="Exit codes: 0 done, 1 could not be done (the reason is one sentence), 2 an unknown name or option.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {program_version()}")
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_info(commands)
    for command in TABLES:
        command.add_parser(commands)
    _add_export(commands)
    return parser


def _add_info(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    info = commands.add_parser(
        "info",
        help="what the program and its data set hold",
        description="Print the version, the data set, the number of sites of each layer by status, and the "
        "definitions of the circles.",
        allow_abbrev=False,
    )
    info.add_argument("--json", action="store_true", help="print it as JSON")
    info.set_defaults(run=cli_tables.info)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser(
        "export",
        help="a map as a picture, without a display too",
        description="Write a map with its legend, scale and sources as a picture.",
        allow_abbrev=False,
    )
    export.add_argument("--view", choices=VIEWS, default="overview", help="what is shown (default: overview)")
    export.add_argument(
        "--circle",
        metavar="ID",
        help="the circle to show, or all for one picture of each circle (default: the nation)",
    )
    export.add_argument(
        "--indicator",
        metavar="ID",
        help="what colours the map: an indicator (lifecircles indicators lists them) or index (default: the "
        "view's own; a view without colours then gets them)",
    )
    export.add_argument("--level", choices=LEVELS, help="the areas that are coloured (default: town)")
    export.add_argument("--side", choices=SIDES, help="with --scenario: what is shown (default: scenario)")
    add_circles(export)
    add_scenario(export, "the map shows what would be under it")
    export.add_argument(
        "--size", default="1920x1080", help="WIDTHxHEIGHT in pixels, A4 or A3, landscape (default: 1920x1080)"
    )
    export.add_argument(
        "--dpi",
        type=int,
        metavar="N",
        help="dots per inch: how finely a paper size is drawn (default 300), how large a picture in "
        "pixels is on paper (default 96)",
    )
    export.add_argument("--lang", choices=LANGUAGES, default="zh", help="default: zh")
    export.add_argument("--theme", choices=THEMES, default="light", help="default: light")
    export.add_argument("--format", choices=("png",), default="png", help="default: png")
    export.add_argument(
        "--out",
        metavar="FILE|DIR",
        default=cli_export.DEFAULT_FOLDER,
        help="the file to write, or a folder to write it into; with --circle all always a folder, made if need "
        "be (default: out)",
    )
    export.set_defaults(run=cli_export.export)
