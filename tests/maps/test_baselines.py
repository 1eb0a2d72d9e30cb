"""Pictures against the pictures that were looked at and found good (docs/baselines.md)."""

from dataclasses import replace
from pathlib import Path

import pytest

from maps.export.png import render_sheet
from maps.page import page_size
from maps.sheet import page_sheet
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS, THEME_NAMES

FOLDER = Path(__file__).parent / "baselines"
SIZE = "800x450"

PICTURES = (*READY_VIEWS, "difference", "bivariate", "layers")
"""The ready views, what a scenario changes in the counties, two indicators in one, and the layers no ready view has."""

LAYERS = frozenset({"circles", "people", "proportional", "telemedicine", "rings", "labels", "legend"})


def picture(project, atlas, name, language, theme):
    if name == "difference":
        changed = {"side": "difference", "level": "county", "choropleth": "telemedicine_mean3_km"}
        view = replace(READY_VIEWS["scenario"], language=language, theme=theme, **changed)
    elif name == "bivariate":
        view = replace(READY_VIEWS["index"], language=language, theme=theme, second="density")
    elif name == "layers":
        view = replace(READY_VIEWS["telemedicine"], language=language, theme=theme, layers=LAYERS, names="both")
    else:
        view = replace(READY_VIEWS[name], language=language, theme=theme)
    spec = SheetSpec(template={"bivariate": "side", "layers": "map"}.get(name, "scorecard"))
    page = page_size(SIZE)
    return render_sheet(page_sheet(project, view, atlas, page.width, page.height, page.dots, spec), page)


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_is_the_one_that_was_looked_at(supposed, atlas, looked_at, name, language, theme):
    looked_at(picture(supposed, atlas, name, language, theme), FOLDER / f"{name}-{language}-{theme}.png")


def test_baselines_are_all_and_small(request):
    if request.config.getoption("--renew-baselines"):
        pytest.skip("they are being renewed")
    names = {
        f"{name}-{language}-{theme}.png" for name in PICTURES for language in ("zh", "en") for theme in THEME_NAMES
    }
    assert {path.name for path in FOLDER.glob("*")} == names
    assert sum(path.stat().st_size for path in FOLDER.glob("*")) < 4_000_000
