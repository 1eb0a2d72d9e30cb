"""Which scenes a command speaks of: those of a briefing file, or the ready briefing."""

from __future__ import annotations

from pathlib import Path

from data.model import Language
from data.project import Project
from data.scene import Scene


def scenes_of(path: Path | None, project: Project, language: Language = "zh") -> tuple[Scene, ...]:
    """Return the scenes of a briefing file, without one those of the ready briefing.

    ``language`` names what has one name only. Raises UserError for a file that is no briefing.
    """
    if path is not None:
        from data.briefing_file import read_briefing

        return read_briefing(path, project.data, language)

    from maps.briefing.ready import ready_briefing  # it needs Qt, which commands ask for late

    return ready_briefing(project, language)
