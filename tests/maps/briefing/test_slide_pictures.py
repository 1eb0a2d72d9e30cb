"""Slides against the pictures that were looked at and found good (docs/baselines.md)."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.model import Name
from data.scene import Scene
from maps.briefing.scene_view import view_record
from maps.briefing.slide import slide_sheet
from maps.briefing.staging import Stager
from maps.export.png import render_sheet
from maps.page import page_size
from maps.view import READY_VIEWS

FOLDER = Path(__file__).parent / "baselines"

SAID = Name("據點密度並不均", "The density of sites differs, and so does what is known of it")


def shown(name, panel="", **changes):
    return Scene(name, message=SAID, view=view_record(replace(READY_VIEWS[name], **changes)), panel=panel)


SCENES = {
    "cover": (Scene("cover", "title", Name("六圈均衡", "Balance in six circles"), SAID), "dark"),
    "overview": (shown("overview"), "light"),
    "bars": (shown("ai", "bars"), "light"),
    "scorecard": (shown("broadband", "scorecard"), "print"),
    "difference": (shown("scenario", "bars", side="difference", choropleth="telemedicine_mean3_km"), "dark"),
    "closing": (Scene("closing", "closing", Name("資料來源", "Sources"), SAID), "light"),
}
"""A page of every kind, and a map with every panel that is not a chart; charts have tests of their own."""


@pytest.mark.parametrize("name", SCENES)
def test_the_slide_is_the_one_that_was_looked_at(supposed, atlas, looked_at, name):
    scene, theme = SCENES[name]
    project = replace(supposed, scenes=tuple(one for one, _ in SCENES.values()))
    page = page_size("800x450")
    staged = Stager(project, atlas).stage(scene, "en", theme)
    sheet = slide_sheet(staged, atlas, page.width, page.height, page.dots)
    looked_at(render_sheet(sheet, page), FOLDER / f"{name}-{theme}.png")


def test_pictures_of_slides_are_all_and_small(request):
    if request.config.getoption("--renew-baselines"):
        pytest.skip("they are being renewed")
    assert {path.name for path in FOLDER.glob("*")} == {f"{name}-{theme}.png" for name, (_, theme) in SCENES.items()}
    assert sum(path.stat().st_size for path in FOLDER.glob("*")) < 500_000
