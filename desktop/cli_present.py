"""``lifecircles present``: a show and nothing else, for a meeting room or a kiosk."""

from __future__ import annotations

import argparse
import math

from data.dataset import load
from data.errors import InputError, UserError
from data.model import LANGUAGES
from data.project import Project
from data.scene import shown
from data.scene_record import MOST_SECONDS
from desktop.cli_export_options import THEMES
from desktop.cli_output import has_display, named_file


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command = commands.add_parser(
        "present",
        help="show a briefing full screen",
        description="Show the scenes of a briefing, and nothing else, until Esc is pressed or the show is over. "
        "On a second screen the presenter has a console.",
        allow_abbrev=False,
    )
    command.add_argument(
        "project", metavar="PROJECT", nargs="?", help="a project or a briefing file (default: the ready briefing)"
    )
    command.add_argument("--scene", type=int, default=1, metavar="N", help="begin with this scene (default: 1)")
    command.add_argument(
        "--kiosk",
        type=float,
        metavar="SECONDS",
        help="show it over and over, each scene for so long unless it is planned a time of its own",
    )
    command.add_argument("--screen", type=int, metavar="N", help="the screen of the audience, counted from 1")
    command.add_argument("--lang", choices=LANGUAGES, default="zh", help="default: zh")
    command.add_argument("--theme", choices=THEMES, help="of all scenes (default: their own)")
    command.add_argument("--cut", action="store_true", help="cut from scene to scene instead of flying")
    command.set_defaults(run=present)


def present(arguments: argparse.Namespace) -> int:
    """Show the briefing; return when it is over."""
    kiosk = arguments.kiosk
    if kiosk is not None and not (math.isfinite(kiosk) and 1 <= kiosk <= MOST_SECONDS):
        raise InputError("--kiosk needs 1 to {most} seconds, not {given}.", most=round(MOST_SECONDS), given=kiosk)
    path = None if arguments.project is None else named_file("PROJECT", arguments.project)
    if not has_display():
        raise UserError("There is no display to show a briefing on; lifecircles export --scenes all makes files of it.")
    from desktop.briefing.opening import briefing_of

    project = briefing_of(path, Project.start(load()), arguments.lang)
    count = len(shown(project.scenes))
    if count == 0:
        raise InputError("All scenes are hidden: there is nothing to show.")
    if not 1 <= arguments.scene <= count:
        raise InputError("There is no scene {number}; the show has {count}.", number=arguments.scene, count=count)

    from desktop.briefing.presenting import run  # the command line must work where Qt cannot be imported

    return run(
        project,
        arguments.lang,
        position=arguments.scene - 1,
        screen=arguments.screen,
        kiosk_seconds=kiosk,
        theme=arguments.theme,
        cut=arguments.cut,
    )
