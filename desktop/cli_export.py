"""``lifecircles export``: a map as a picture file, one of the nation, of a circle, or one of each circle."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Mapping
from pathlib import Path

from data.balance.evaluate import Side, indicator_of
from data.dataset import load
from data.errors import InputError, TargetError, UnknownNameError
from data.model import Place
from data.project import Project
from desktop.cli_common import project_of
from desktop.cli_output import named_file, say

ALL_CIRCLES = "all"
DEFAULT_FOLDER = "out"
DEFAULT_PICTURE = Path(DEFAULT_FOLDER) / "lifecircles-overview.png"


def export(arguments: argparse.Namespace) -> int:
    """Write the picture, or one for each circle, and print where.

    In a folder it is ``<view>[-<indicator>][-<level>][-<side>][-<circle>].png``, with what was asked for by name.
    """
    project = project_of(arguments)
    side = _side(project, arguments)
    if arguments.indicator is not None:
        indicator_of(project, arguments.indicator)
    circles = project.definition.circles
    if arguments.circle not in (None, ALL_CIRCLES, *circles):
        raise UnknownNameError(
            "There is no circle {name} in definition {definition}; the circles are {valid}, or {all}.",
            name=arguments.circle,
            definition=project.definition_id,
            valid=", ".join(circles),
            all=ALL_CIRCLES,
        )
    out = named_file("--out", arguments.out)
    chosen = circles if arguments.circle == ALL_CIRCLES else (arguments.circle or "",)
    into_folder = arguments.circle == ALL_CIRCLES or arguments.out == DEFAULT_FOLDER or out.is_dir()
    if not into_folder and out.suffix.lower() not in ("", f".{arguments.format}"):
        raise InputError(
            "The picture is written as {format}, but {file} ends in {ending}.",
            format=arguments.format.upper(),
            file=out.name,
            ending=out.suffix,
        )
    named = (arguments.view, arguments.indicator, arguments.level, arguments.side)
    targets = {
        circle: out / f"{'-'.join(filter(None, (*named, circle)))}.{arguments.format}" if into_folder else out
        for circle in chosen
    }
    _write(project, arguments, targets, side, folder=out if into_folder else None)
    for target in targets.values():
        say(str(target))
    return 0


def export_default() -> int:
    """Write the default briefing picture where there is no display to open a window on."""
    arguments = argparse.Namespace(
        view="overview", lang="zh", theme="light", indicator=None, level=None, size="1920x1080", dpi=None
    )
    _write(Project.start(load()), arguments, {"": DEFAULT_PICTURE}, "baseline", folder=DEFAULT_PICTURE.parent)
    say(f"There is no display to open a window on; the overview was written to {DEFAULT_PICTURE} instead.")
    return 0


def _side(project: Project, arguments: argparse.Namespace) -> Side:
    """Return what is shown of a scenario, by default the scenario; without one there is only the baseline."""
    if not project.scenario.is_empty:
        return arguments.side or "scenario"
    if arguments.side in (None, "baseline"):
        return "baseline"
    raise UnknownNameError("--side {side} needs --scenario.", side=arguments.side)


def _write(
    project: Project,
    arguments: argparse.Namespace,
    targets: Mapping[str, Path],
    side: Side,
    folder: Path | None = None,
) -> None:
    """Write one picture for each circle ('' is the nation), into a ``folder`` that is made first."""
    from maps.export.formats import write_plates  # tables are printed without Qt, also where it cannot be imported
    from maps.geometry import Atlas
    from maps.page import page_size
    from maps.plate import Plate
    from maps.prepare import offscreen_application
    from maps.view import READY_VIEWS, LayerName

    page = page_size(arguments.size, arguments.dpi)
    if folder is not None:
        _make_folder(folder)
    offscreen_application()
    atlas = Atlas(project.data)
    ready = READY_VIEWS[arguments.view]
    colours: frozenset[LayerName] = frozenset({"choropleth"} if arguments.indicator else ())
    view = dataclasses.replace(
        ready,
        language=arguments.lang,
        theme=arguments.theme,
        layers=ready.layers | colours,
        choropleth=arguments.indicator or ready.choropleth,
        level=arguments.level or ready.level,
        side=side,
    )
    for circle, target in targets.items():
        focused = dataclasses.replace(view, focus=Place("circle", circle) if circle else None)
        write_plates([Plate(project, focused, atlas, page)], "png", target)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetError(
            "The folder {path} could not be made ({reason}).", path=folder, reason=error.strerror or error
        ) from None
