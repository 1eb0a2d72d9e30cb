"""Which scenes a command speaks of: those of a project or of a briefing file, or the ready briefing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from data.model import Language
from data.project import Project
from data.scene import Scene
from desktop.cli_project import is_project, read_project


def briefing_of(path: Path | None, project: Project, language: Language = "zh") -> Project:
    """Return what a show shows: the project of a file, or ``project`` with the scenes of a briefing file.

    Where there are none, they are those of the ready briefing. ``language`` names what has one name only. Raises
    UserError for a file that is neither.
    """
    if path is not None and is_project(path):
        return briefing_of(None, read_project(path).project, language)
    if path is None and project.scenes:
        return project
    return replace(project, scenes=_scenes(path, project, language))


def _scenes(path: Path | None, project: Project, language: Language) -> tuple[Scene, ...]:
    if path is not None:
        from data.briefing_file import read_briefing

        return read_briefing(path, project.data, language)

    from maps.briefing.ready import ready_briefing  # it needs Qt, which commands ask for late

    return ready_briefing(project, language)
