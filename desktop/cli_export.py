"""``lifecircles export``: a map, its table or its places as a file; one, a series, or the scenes of a briefing."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, cast

from data.dataset import load
from data.errors import InputError
from data.files import make_folder
from data.project import Project
from data.scenario_file import read_scenario
from desktop import cli_export_scenes
from desktop.cli_common import chosen_indicators, project_of
from desktop.cli_export_options import (
    ALL_CIRCLES,
    DEFAULT_FOLDER,
    FORMATS,
    add_options,
    spec_of,
    view_of,
)
from desktop.cli_output import complain, named_file, say
from desktop.cli_project import read_project

if TYPE_CHECKING:
    from maps.export.formats import FormatId
    from maps.export.series import Series

DEFAULT_PICTURE = Path(DEFAULT_FOLDER) / "lifecircles-overview.png"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "export",
        help="a map as a picture, page, slide or geodata, without a display too",
        description="Write a map with its legend, scale and sources, the values and sites that it shows, or the "
        "scenes of a briefing.",
        allow_abbrev=False,
    )
    _add_all(command)
    command.set_defaults(run=export)


def _add_all(command: argparse.ArgumentParser) -> None:
    cli_export_scenes.add_options(command)
    add_options(command)


def export(arguments: argparse.Namespace) -> int:
    """Write what was asked for and print where.

    In a folder a file is ``<view>[-<indicator>][-<level>][-<side>][-<place>].<format>``, with what was asked for by
    name, unless there is a pattern.
    """
    if cli_export_scenes.are_wanted(arguments):
        return _export_scenes(arguments)
    scenarios = arguments.scenario or []
    if len(scenarios) > 1 and arguments.per != "scenario":
        raise InputError("Several scenarios need --per scenario.")
    project = project_of(argparse.Namespace(**{**vars(arguments), "scenario": scenarios[0] if scenarios else None}))
    if arguments.circle == ALL_CIRCLES:
        arguments.per = arguments.per or "circle"
    out, format_id = _target(arguments)
    if arguments.indicator is not None and arguments.per != "indicator" and "," in arguments.indicator:
        raise InputError("Several indicators need --per indicator.")
    view, spec = view_of(project, arguments), spec_of(arguments)

    from maps.export.formats import FORMATS as KINDS  # tables are printed without Qt, also where it is missing
    from maps.export.formats import Options, remarks
    from maps.export.series import focused, plates_of, write_series
    from maps.geometry import Atlas
    from maps.page import page_size
    from maps.plate import Plate
    from maps.prepare import offscreen_application

    page = page_size(arguments.page, arguments.dpi)
    offscreen_application()
    base = Plate(project, view, Atlas(project.data), page, spec)
    if arguments.per is not None:
        plates = plates_of(base, _series(project, arguments))
    else:
        plates = (base if view.focus is None else focused(base, view.focus),)
    kind = KINDS[format_id]
    folder = _is_folder(arguments, out, kind.suffix, together=kind.together)
    written = write_series(
        plates,
        format_id,
        out,
        together=not folder,
        pattern=arguments.pattern or _pattern(arguments),
        options=Options(outlines=arguments.outlines, title=base.title if arguments.per else ""),
    )
    for target in written:
        say(str(target))
    for remark in remarks(plates, format_id):
        complain(remark)
    return 0


def _export_scenes(arguments: argparse.Namespace) -> int:
    """Write the scenes of a briefing and print where; say what they lack."""
    cli_export_scenes.check(arguments, _add_all)
    out, format_id = _target(arguments)
    plates = cli_export_scenes.plates_of_scenes(arguments, format_id)
    pages = cli_export_scenes.pages_of(arguments, plates)

    from maps.briefing.plates import lacking
    from maps.export.formats import FORMATS as KINDS
    from maps.export.formats import Options, remarks
    from maps.export.series import write_series

    kind, title = KINDS[format_id], plates[0].briefing
    out, together = cli_export_scenes.target_of(out, kind.suffix, title, len(pages), together=kind.together)
    written = write_series(
        pages,
        format_id,
        out,
        together=together,
        pattern=arguments.pattern or cli_export_scenes.PATTERN,
        options=Options(outlines=arguments.outlines, title=title),
    )
    for target in written:
        say(str(target))
    for remark in (*lacking(plates), *remarks(pages, format_id)):
        complain(remark)
    return 0


def _target(arguments: argparse.Namespace) -> tuple[Path, FormatId]:
    """Return where to write and in which format. Raises InputError where name and format contradict each other."""
    out = named_file("--out", arguments.out)
    ending = "" if out.is_dir() else out.suffix.lower().removeprefix(".")
    format_id = arguments.format or (ending if ending in FORMATS else "png")
    if ending not in ("", format_id):
        raise InputError(
            "The file is written as {format}, but {file} ends in {ending}.",
            format=format_id.upper(),
            file=out.name,
            ending=out.suffix,
        )
    return out, cast("FormatId", format_id)


def _is_folder(arguments: argparse.Namespace, out: Path, suffix: str, *, together: bool) -> bool:
    """Tell whether ``out`` is the folder for one file a sheet, rather than the one file."""
    if out.is_dir() or arguments.out == DEFAULT_FOLDER:
        return True
    if arguments.per is None:
        return False
    named = out.suffix.lower() == suffix
    if named and not together:
        raise InputError("A file of the format {format} holds one sheet; name a folder.", format=suffix[1:])
    return not named


def _series(project: Project, arguments: argparse.Namespace) -> Series:
    from maps.export.series import Series

    chosen: tuple[str, ...] = ()
    if arguments.per == "indicator":
        if arguments.indicator is None:
            raise InputError("--per indicator needs --indicator with the ids, separated by commas.")
        chosen = chosen_indicators(project, arguments.indicator)
    scenarios = tuple(read_scenario(named_file("--scenario", name), project.data) for name in arguments.scenario or ())
    return Series(arguments.per, chosen, scenarios, overview=arguments.overview, contents=arguments.contents)


def _pattern(arguments: argparse.Namespace) -> str:
    """Return the usual names of files in a folder: what was asked for by name."""
    parts = ["{view}"]
    if arguments.indicator is not None and arguments.per != "indicator":
        parts.append("{indicator}")
    if arguments.level is not None:
        parts.append(arguments.level)
    if arguments.side is not None:
        parts.append("{side}")
    if arguments.per is not None or arguments.circle is not None or arguments.county is not None:
        parts.append("{name}")
    return "-".join(parts)


def export_default(path: Path | None = None) -> int:
    """Write the overview of a project, or of the embedded data, where there is no display to open a window on."""
    from maps.export.formats import write_plates
    from maps.geometry import Atlas
    from maps.page import page_size
    from maps.plate import Plate
    from maps.prepare import offscreen_application
    from maps.view import READY_VIEWS

    project = Project.start(load()) if path is None else read_project(path).project
    make_folder(DEFAULT_PICTURE.parent)
    offscreen_application()
    plate = Plate(project, READY_VIEWS["overview"], Atlas(project.data), page_size("1920x1080"))
    write_plates([plate], "png", DEFAULT_PICTURE)
    say(f"There is no display to open a window on; the overview was written to {DEFAULT_PICTURE} instead.")
    return 0
