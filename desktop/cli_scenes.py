"""``lifecircles scenes``: the scenes of a briefing, their texts filled, and what they ask for in vain."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from data.dataset import load
from data.model import LANGUAGES
from data.project import Project
from data.scene_order import numbers
from desktop.briefing.opening import briefing_of
from desktop.cli_common import add_table_output, head, write_rows
from desktop.cli_output import complain, named_file

if TYPE_CHECKING:
    from maps.briefing.staging import Staged
    from maps.view import MapView


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command ``scenes``."""
    command = commands.add_parser(
        "scenes",
        help="the scenes of a briefing, with what they show and what they miss",
        description="Write the scenes of a briefing in their order, one row each, their titles and messages filled "
        "with live numbers: number (none where hidden: the show leaves it out), id, kind, section, title, message, "
        "indicator, level, side, scenario, panel, planned seconds, whether hidden, what is missing, and which fields "
        "in the texts mean nothing.",
        allow_abbrev=False,
    )
    command.add_argument(
        "project",
        nargs="?",
        metavar="PROJECT",
        help="a project or a briefing file (default: the ready briefing over the data set)",
    )
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="of the texts (default: zh)")
    add_table_output(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the table, and one sentence where fields mean nothing. Raises UserError."""
    path = None if arguments.project is None else named_file("PROJECT", arguments.project)
    project = briefing_of(path, Project.start(load()), arguments.lang)
    scenes = project.scenes

    from maps.briefing.staging import Stager  # tables are printed without Qt, also where it is missing
    from maps.charted import charted_in
    from maps.geometry import Atlas

    stager = Stager(project, Atlas(project.data))
    staged = [stager.stage(scene, arguments.lang) for scene in scenes]
    rows = list(_rows(staged, numbers(scenes), charted_in))
    write_rows(arguments, rows, {**head(project), "language": arguments.lang, "scenes": len(rows)})
    wrong = [f"{field} in {one.scene.id}" for one in staged for field in one.wrong]
    if wrong:
        complain(f"These fields mean nothing and stay as they are written: {', '.join(wrong)}.")
    return 0


def _rows(
    several: Iterable[Staged], numbered: Mapping[str, int], charted_in: Callable[[MapView], str]
) -> Iterator[dict[str, object]]:
    section = ""
    for staged in several:
        scene, view = staged.scene, staged.view
        section = staged.title if scene.kind == "section" else section
        shows: Mapping[str, str] = (
            {"indicator": charted_in(view), "level": view.level, "side": view.side}
            if staged.has_map and ("choropleth" in view.layers or scene.panel)
            else dict.fromkeys(("indicator", "level", "side"), "")
        )
        yield {
            "number": numbered.get(scene.id),
            "id": scene.id,
            "kind": scene.kind,
            "section": section,
            "title": staged.title,
            "message": staged.message,
            **shows,
            "scenario": staged.project.scenario.name,
            "panel": scene.panel,
            "seconds": scene.seconds,
            "hidden": scene.hidden,
            "missing": list(map(str, staged.lost)),
            "wrong": list(staged.wrong),
        }
