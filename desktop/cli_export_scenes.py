"""``lifecircles export --scenes``: the scenes of a briefing as slides, pages with notes, pictures or one web page."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import InputError, UnknownNameError
from data.files import make_folder
from data.scene import Scene, shown
from desktop.cli_common import project_of
from desktop.cli_export_options import checked_text, spec_data
from desktop.cli_output import named_file
from desktop.cli_project import is_project

if TYPE_CHECKING:
    from maps.briefing.plates import ScenePlate
    from maps.export.formats import FormatId
    from maps.plate import Plate

ALL = "all"
FORMATS = ("png", "svg", "pdf", "pptx", "html")
PER_PAGE = (1, 2, 4, 6)
PATTERN = "{number}-{title}"

_OWN = ("project", "scenes", "per_page", "without_notes")
_SHARED = frozenset(
    {
        "definition", "overlap", "scenario", "project_file", "lang", "theme", "page", "dpi", "title", "date",
        "calendar", "author", "format", "outlines", "pattern", "out", "run",
    }
)  # fmt: skip
"""What says of scenes what it says of a map; everything else a scene keeps itself."""


def add_options(command: argparse.ArgumentParser) -> None:
    """Add what only scenes have."""
    group = command.add_argument_group("scenes of a briefing, instead of one map")
    group.add_argument(
        "project",
        nargs="?",
        metavar="PROJECT",
        help="a project or a briefing file (default, with --scenes: the ready briefing)",
    )
    group.add_argument(
        "--scenes",
        metavar="LIST",
        help="all, or numbers such as 1,3,5 or 2-4 as lifecircles scenes counts them; hidden ones have none and are "
        "named by id (default, with PROJECT: all)",
    )
    group.add_argument(
        "--per-page", type=int, choices=PER_PAGE, help="PDF: so many slides on an A4 page, with notes or lines for them"
    )
    group.add_argument("--without-notes", action="store_true", help="leave out what the speaker says")


def are_wanted(arguments: argparse.Namespace) -> bool:
    """Tell whether scenes are to be written. Raises InputError for options that only scenes have."""
    if arguments.scenes is not None or arguments.project is not None:
        return True
    for name in _OWN:
        if getattr(arguments, name):
            raise InputError("{option} needs --scenes.", option=_option(name))
    return False


def check(arguments: argparse.Namespace, add_all: Callable[[argparse.ArgumentParser], None]) -> None:
    """Refuse what does not go with scenes; ``add_all`` adds every option of the command. Raises InputError."""
    plain = argparse.ArgumentParser()
    add_all(plain)
    for name, usual in vars(plain.parse_args([])).items():
        if name not in _SHARED and name not in _OWN and getattr(arguments, name) != usual:
            raise InputError("{option} does not go with scenes, which keep that themselves.", option=_option(name))
    if len(arguments.scenario or ()) > 1:
        raise InputError("Scenes are shown over one scenario; several were given.")
    if arguments.per_page is not None:
        arguments.format = arguments.format or "pdf"


def plates_of_scenes(arguments: argparse.Namespace, format_id: FormatId) -> tuple[ScenePlate, ...]:
    """Return a plate for every scene asked for. Raises UnknownNameError for a number that is none, InputError."""
    if format_id not in FORMATS:
        raise InputError(
            "Scenes are written as {formats}; {format} holds data.", formats=", ".join(FORMATS), format=format_id
        )
    if arguments.per_page is not None and format_id != "pdf":
        raise InputError("--per-page needs a PDF file, not {format}.", format=format_id.upper())
    spec, title = spec_data(arguments), checked_text("--title", arguments.title)
    one = (arguments.scenario or [None])[0]
    path = None if arguments.project is None else named_file("PROJECT", arguments.project)
    if path is not None and is_project(path):
        if arguments.project_file is not None:
            raise InputError("{option} does not go with {other}.", option="--project", other="PROJECT")
        arguments.project_file, path = str(path), None
    project = project_of(argparse.Namespace(**{**vars(arguments), "scenario": one}))

    from desktop.briefing.opening import briefing_of
    from maps.briefing.plates import scene_plates  # tables are printed without Qt, also where it is missing
    from maps.geometry import Atlas
    from maps.page import page_size
    from maps.prepare import offscreen_application

    page = page_size(arguments.page, arguments.dpi)
    if page.height > page.width:
        raise InputError("Slides are wider than high; {page} is not.", page=arguments.page)
    offscreen_application()
    project = briefing_of(path, project, arguments.lang)
    briefing = project.scenes
    return scene_plates(
        project,
        Atlas(project.data),
        chosen_scenes(briefing, ALL if arguments.scenes is None else arguments.scenes),
        arguments.lang,
        page,
        theme=arguments.theme,
        spec=spec,
        title=title or "",
        noted=not arguments.without_notes,
        briefing=briefing,
    )


def pages_of(arguments: argparse.Namespace, plates: tuple[ScenePlate, ...]) -> tuple[Plate, ...]:
    """Return the plates as they are to be written: slides, or pages of several of them."""
    if arguments.per_page is None:
        return plates
    from maps.briefing.handout import handout_plates

    return handout_plates(plates, arguments.per_page)


def chosen_scenes(scenes: tuple[Scene, ...], text: str) -> tuple[Scene, ...]:
    """Return the scenes that a text names, each once: ``all`` that are shown, or their numbers, ranges, and ids.

    Numbers are those of the show, from 1; a hidden scene has none. Raises UnknownNameError for what names none and
    InputError where there is nothing to show.
    """
    numbered = shown(scenes)
    if text.strip().casefold() == ALL:
        if not numbered:
            raise InputError("The briefing has no scene that is shown.")
        return numbered
    by_id = {scene.id: scene for scene in scenes}
    found: dict[str, Scene] = {}
    for part in map(str.strip, text.split(",")):
        first, dash, last = (one.strip() for one in part.partition("-"))
        if first.isdecimal() and (last.isdecimal() or not dash):
            found.update((scene.id, scene) for scene in _range(numbered, first, last or first))
        elif part in by_id:
            found[part] = by_id[part]
        else:
            raise UnknownNameError(
                "--scenes {text}: give all, numbers such as 1,3,5 or 2-4, or ids of scenes.", text=text or "''"
            )
    return tuple(found.values())


def _range(numbered: tuple[Scene, ...], first: str, last: str) -> Iterator[Scene]:
    """Yield the scenes from one number to another, backwards where the first is the larger."""
    for name in (first, last):
        if len(name) > 9 or not 1 <= int(name) <= len(numbered):
            raise UnknownNameError(
                "There is no scene {number}; the briefing has scenes 1 to {count}.", number=name, count=len(numbered)
            )
    start, end = int(first), int(last)
    step = 1 if start <= end else -1
    yield from (numbered[number - 1] for number in range(start, end + step, step))


def target_of(out: Path, suffix: str, title: str, count: int, *, together: bool) -> tuple[Path, bool]:
    """Return where to write and whether it is one file. A folder is made; a file in it is named by the title.

    Raises InputError for one file of a format that holds one sheet, TargetError.
    """
    from maps.export.file_names import file_name

    folder = out.is_dir() or not out.suffix
    if not folder:
        if count > 1 and not together:
            raise InputError("A file of the format {format} holds one sheet; name a folder.", format=suffix[1:])
        return out, True
    if not together:
        return out, False
    make_folder(out)
    return out / (file_name(title) + suffix), True


def _option(name: str) -> str:
    return "PROJECT" if name == "project" else f"--{name.replace('_', '-')}"
