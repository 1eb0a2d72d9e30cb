"""The command line. Without a command it opens the window; with one it works without a display, and without Qt."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from data.balance.groups import BY
from data.balance.indicators import BROADBAND_INDICATORS
from data.errors import UserError
from data.model import LANGUAGES, Overlap
from desktop import cli_export, cli_tables
from desktop.cli_output import STANDARD_OUTPUT, speak_utf8
from desktop.version import program_version

VIEWS = ("overview", "ai", "broadband", "telemedicine")
THEMES = ("light", "dark", "print")


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
        print(error, file=sys.stderr)
        return error.exit_code
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
    _add_assess(commands)
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


def _add_assess(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    assess = commands.add_parser(
        "assess",
        help="the indicators of circles, counties, townships or the nation as a table",
        description="Write every indicator for every area. Each has companions: its unit, the level it falls back to "
        "(empty where it is counted or measured for the area itself), the share of the area's people on whom it "
        "stands, and its bound (>= where a source says 'at least', as of 5G in Kinmen). Unknown values are empty "
        "(null in JSON), never zero. Numbers have up to six decimals. A table by circle ends with the nation, in "
        "which every township counts once.",
        allow_abbrev=False,
    )
    assess.add_argument("--by", choices=BY, default="circle", help="the areas (default: circle)")
    _add_circles(assess)
    assess.add_argument("--format", choices=("csv", "json"), default="csv", help="default: csv")
    assess.add_argument(
        "--out",
        metavar="FILE",
        default=STANDARD_OUTPUT,
        help="the file to write, or - for standard output (default); a CSV file starts with a byte order mark, "
        "so that Excel reads its Chinese",
    )
    assess.set_defaults(run=cli_tables.assess)


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
        default="",
        help="the circle to show, or all for one picture of each circle (default: the nation)",
    )
    export.add_argument(
        "--indicator",
        choices=BROADBAND_INDICATORS,
        help=f"what colours the townships with --view broadband (default: {BROADBAND_INDICATORS[0]})",
    )
    _add_circles(export)
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
    export.set_defaults(run=_export, parser=export)


def _export(arguments: argparse.Namespace) -> int:
    if arguments.indicator is None:
        arguments.indicator = BROADBAND_INDICATORS[0]
    elif arguments.view != "broadband":
        arguments.parser.print_usage(sys.stderr)
        print("--indicator belongs to --view broadband.", file=sys.stderr)
        return 2
    return cli_export.export(arguments)


def _add_circles(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--definition",
        metavar="ID",
        help="how the circles are drawn; lifecircles info lists them (default: its default)",
    )
    command.add_argument(
        "--overlap",
        choices=[rule.value for rule in Overlap],
        default=Overlap.EACH.value,
        help="how a township of several circles counts: fully in each (default), split equally, or only in the first",
    )
