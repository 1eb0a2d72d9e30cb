"""A captured scene, staged again, is the view that was captured."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data import dataset
from data.model import Overlap, Place
from data.project import Project
from data.scenario import RemoveSite, Scenario
from maps.briefing.capture import capture
from maps.briefing.staging import Stager
from maps.geometry import Atlas
from maps.symbology import Symbology
from maps.view import READY_VIEWS

DATA = dataset.load()
SITE = DATA.sites[0].id


@pytest.mark.parametrize("name", list(READY_VIEWS))
def test_what_is_captured_is_staged_again(name):
    view = replace(
        READY_VIEWS[name],
        theme="dark",
        side="difference",
        level="county",
        selected=Place("town", "10014120"),
        symbology=Symbology("custom", breaks=(1.0, 2.5, 9.0)),
        ring_km=(3.0,),
    )
    project = Project(DATA, "2024-12", Overlap.SPLIT, Scenario("甲", (RemoveSite(SITE),)))
    extent = (200_000.0, 2_600_000.0, 260_000.0, 2_660_000.0)
    scene = capture("a", project, replace(view, hovered=Place("county", "10014"), sight="grey"), extent, "lorenz")
    staged = Stager(Project.start(DATA), Atlas(DATA)).stage(scene, "en")
    assert staged.missing == ()
    assert staged.view == replace(view, language="en")
    assert replace(staged.project, scenes=()) == project
    assert (staged.extent, staged.scene.panel) == (extent, "lorenz")


def test_the_title_is_that_of_the_map_in_either_language():
    scene = capture("a", Project.start(DATA), READY_VIEWS["ai"])
    stager = Stager(Project.start(DATA), Atlas(DATA))
    assert "AI" in stager.stage(scene, "zh").title
    assert stager.stage(scene, "en").title == "AI industry sites in the regional life circles"
