"""The present view of the map as a scene."""

from __future__ import annotations

from data.project import Project
from data.scene import Extent, PanelId, Scene
from maps.briefing.scene_view import view_record
from maps.view import MapView


def capture(scene_id: str, project: Project, view: MapView, extent: Extent | None = None, panel: PanelId = "") -> Scene:
    """Return a scene that shows what is seen now, whatever becomes of the project; its title is that of the map.

    ``extent`` is the part of map space that is seen (metres), None for all of Taiwan.
    """
    return Scene(
        scene_id,
        view=view_record(view),
        extent=extent,
        panel=panel,
        definition=project.definition_id,
        overlap=project.overlap,
        scenario=project.scenario,
        index=project.index,
    )
