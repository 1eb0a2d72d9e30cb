"""What of the view a project keeps: layers, colours, extent, marks, the tab. Language and theme stay the user's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from data.errors import UserError
from data.project import Project
from data.scene import Extent, Scene
from data.scene_record import read_scene, scene_record
from maps.geometry import Atlas
from maps.view import MapView

VIEW, TAB = "view", "tab"
_ID = "window"


def settings_of(view: MapView, extent: Extent | None, tab: str) -> dict[str, Any]:
    """Return plain values for the file of a project; no extent is all of Taiwan. The view is kept as scenes keep it."""
    from maps.briefing.scene_view import view_record  # the first map waits for nothing of the briefing

    record = {name: value for name, value in view_record(view).items() if name != "theme"}
    return {VIEW: scene_record(Scene(_ID, view=record, extent=extent)), TAB: tab}


def view_of(
    settings: Mapping[str, Any], project: Project, atlas: Atlas, base: MapView
) -> tuple[MapView, Extent | None, str]:
    """Return the view that a project was saved with, in the language and theme of ``base``, its extent and its tab.

    What it names and does not exist is that of a fresh view; ``base`` itself where the settings hold no view.
    """
    tab = settings.get(TAB)
    try:
        scene = read_scene(project.data, settings.get(VIEW), _ID, base.language)
    except UserError:
        return base, None, ""
    from maps.briefing.staging import Stager

    staged = Stager(project, atlas).stage(scene, base.language, base.theme)
    return replace(staged.view, sight=base.sight), staged.extent, tab if isinstance(tab, str) else ""
