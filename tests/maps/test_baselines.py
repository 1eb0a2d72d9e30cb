"""Pictures against the pictures that were looked at and found good (docs/baselines.md)."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage

from maps.export.png import render_sheet
from maps.page import page_size
from maps.sheet import page_sheet
from maps.sheet_spec import SheetSpec
from maps.view import READY_VIEWS, THEME_NAMES

FOLDER = Path(__file__).parent / "baselines"
SIZE = "800x450"

MEAN = 0.9
"""Mean difference of a channel, of 255, that two builds of Qt may show; the palette of the baselines takes 0.55."""

STRONG, SHARE = 48, 0.004
"""Share of the pixels that may differ by more than this: edges that another rasteriser moves by a fraction."""


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
def test_the_picture_is_the_one_that_was_looked_at(
    supposed, atlas, to_pixels, tmp_path, request, name, language, theme
):
    path = FOLDER / f"{name}-{language}-{theme}.png"
    image = picture(supposed, atlas, name, language, theme)
    if request.config.getoption("--renew-baselines"):
        small = Image.fromarray(to_pixels(image)).quantize(256, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
        pytest.skip(f"{path.name} was renewed; look at it before it is committed")
    assert path.is_file(), f"{path} is missing; see docs/baselines.md"
    actual, wanted = to_pixels(image).astype(int), to_pixels(QImage(str(path))).astype(int)
    assert actual.shape == wanted.shape
    difference = np.abs(actual - wanted)
    mean, strong = float(difference.mean()), float((difference.max(axis=2) > STRONG).mean())
    if mean >= MEAN or strong >= SHARE:
        image.save(str(tmp_path / path.name))
        shown = QImage(image.width(), image.height(), QImage.Format.Format_Grayscale8)
        shown.fill(QColor("black"))
        for y, row in enumerate(difference.max(axis=2)):
            for x in np.flatnonzero(row):
                shown.setPixelColor(int(x), y, QColor(*(3 * [min(255, 4 * int(row[x]))])))
        shown.save(str(tmp_path / f"difference-{path.name}"))
        pytest.fail(
            f"{path.name} differs: mean {mean:.2f} of 255 (limit {MEAN}), {strong:.2%} of the pixels strongly "
            f"(limit {SHARE:.2%}); {tmp_path} has the picture and the difference. If it is meant, renew the baselines."
        )


def test_baselines_are_all_and_small(request):
    if request.config.getoption("--renew-baselines"):
        pytest.skip("they are being renewed")
    names = {
        f"{name}-{language}-{theme}.png" for name in PICTURES for language in ("zh", "en") for theme in THEME_NAMES
    }
    assert {path.name for path in FOLDER.glob("*")} == names
    assert sum(path.stat().st_size for path in FOLDER.glob("*")) < 4_000_000
