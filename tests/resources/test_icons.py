from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from resources import FOLDER, icon_file

SIDE = 80  # pixels
ICONS = sorted((FOLDER / "icons").glob("*.svg"))


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_draws_inside_its_square(path: Path, qapp: object) -> None:
    renderer = QSvgRenderer(str(path))
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    inked = {(x, y) for x in range(SIDE) for y in range(SIDE) if image.pixelColor(x, y).alpha() > 0}
    assert len(inked) > SIDE
    assert not {(x, y) for x, y in inked if x in {0, SIDE - 1} or y in {0, SIDE - 1}}


def test_the_picture_of_the_application_icon_is_its_drawing(qapp: object) -> None:
    picture = QImage(str(icon_file()))
    drawn = QImage(picture.size(), QImage.Format.Format_ARGB32)
    drawn.fill(0)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / "icons" / "app.svg")).render(painter)
    painter.end()
    assert (picture.width(), picture.height()) == (256, 256)
    for x, y in [(128, 60), (75, 100), (181, 100), (75, 155), (181, 155), (128, 190), (128, 128), (20, 128)]:
        assert abs(picture.pixelColor(x, y).lightness() - drawn.pixelColor(x, y).lightness()) <= 2
