"""A show of a few scenes on a small screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCursor

from data.model import Name
from data.project import Project
from data.scene import Scene
from maps.briefing.scene_view import view_record
from maps.geometry import Atlas
from maps.view import READY_VIEWS


def map_scene(scene_id, view="broadband", **fields):
    return Scene(scene_id, view=view_record(READY_VIEWS[view]), **fields)


SCENES = (
    Scene("cover", "title", Name("封面", "Cover")),
    map_scene("ai", "ai", title=Name("AI據點在哪裡", "Where AI is")),
    map_scene("hidden", "index", hidden=True),
    map_scene("5g", "broadband", title=Name("臺東的5G", "5G in Taitung"), extent=(200e3, 2_500e3, 300e3, 2_600e3)),
    map_scene("care", "telemedicine", title=Name("誰離遠距醫療太遠", "Who is out of reach")),
)


@pytest.fixture(scope="session")
def atlas(data):
    return Atlas(data)


@pytest.fixture(scope="session")
def stage_atlas(data):
    """Shapes that are made once: shows of tests come one after the other, so there is one painter at a time."""
    return Atlas(data)


@pytest.fixture
def make_show(qapp, data, atlas):
    """A function that makes a show of scenes, by default of four that are shown and one that is hidden."""
    from desktop.briefing.show import Show

    def make(scenes=SCENES, language="zh", **arguments):
        project = replace(Project.start(data), scenes=tuple(scenes))
        return Show(project, atlas, language, **arguments)

    return make


@pytest.fixture
def open_show(qtbot, make_show, stage_atlas, monkeypatch):
    """A function that shows a show; every window is closed after the test."""
    from desktop.briefing import stage
    from desktop.briefing.show_window import ShowWindow

    monkeypatch.setattr(stage, "Atlas", lambda _: stage_atlas)

    windows = []

    def open_one(position=1, show=None, kiosk_seconds=None, hint=False):
        window = ShowWindow(show or make_show(), kiosk_seconds)
        windows.append(window)
        window.set_motion(False)
        window.begin(position, hint=hint)
        qtbot.waitExposed(window)
        window.activateWindow()
        if window.show_state.scene.kind == "map":
            qtbot.waitUntil(window.stage.is_ready, timeout=10_000)
        return window

    yield open_one
    QCursor.setPos(-1, -1)  # the next show is not to find the cursor over its slide
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def audience(open_show):
    """A show at its second scene."""
    return open_show()
