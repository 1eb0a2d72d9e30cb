"""``lifecircles pack``: a project with maps, tables and a page of sources in one archive."""

from __future__ import annotations

import argparse

from data.model import LANGUAGES
from desktop.cli_output import check_target, named_file, say
from desktop.cli_project import read_project


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "pack",
        help="a project with its maps, tables and sources in one file for the archive",
        description="Write a zip file with the project, its maps as PDF and PNG, its tables as XLSX, all sites as a "
        "GeoPackage, and a page (in Chinese and English) that lists every source with what stands on it.",
        allow_abbrev=False,
    )
    command.add_argument("project", metavar="PROJECT", help="the project")
    command.add_argument("--out", metavar="FILE", required=True, help="the zip file to write")
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="of maps and tables (default: zh)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the archive and print where. Raises UserError."""
    out = check_target("--out", arguments.out)
    path = named_file("PROJECT", arguments.project)
    opened = read_project(path)

    from desktop.project.document import project_name
    from desktop.project.pack import ProjectToPack, write_pack  # the other commands need no Qt
    from maps.geometry import Atlas
    from maps.prepare import offscreen_application

    offscreen_application()
    packed = ProjectToPack(
        opened.project, project_name(path), arguments.lang, opened.settings, opened.thumbnails, opened.imports, path
    )
    write_pack(packed, Atlas(opened.project.data), out)
    say(str(out))
    return 0
