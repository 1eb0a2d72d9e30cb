"""The real data drawn without a window, and small helpers to look at what was drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from data import dataset
from data.model import AreaLevel, Layer
from data.project import Project
from data.scenario import AddSite, MoveSite, RemoveSite, Scenario, SetCoverage
from maps.context import Context
from maps.display import Label, MapDrawing, PageLine, PageText, Viewport, fitted
from maps.fonts import ASCENT, text_width
from maps.geometry import Atlas
from maps.label_text import text_size
from maps.mapspace import EXTENT
from maps.painter import SheetPainter
from maps.prepare import prepare
from maps.texts import Texts
from maps.view import READY_VIEWS

MEAN = 0.9
"""Mean difference of a channel, of 255, that two builds of Qt may show; the palette of the baselines takes 0.55."""

STRONG, SHARE = 48, 0.004
"""Share of the pixels that may differ by more than this: edges that another rasteriser moves by a fraction."""

A4_MAP = QRectF(0, 0, 160, 194)
"""Roughly the place of the map on an A4 sheet, mm."""


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp):
    prepare()


@pytest.fixture(scope="session")
def data():
    return dataset.load()


@pytest.fixture(scope="session")
def project(data):
    return Project.start(data)


@pytest.fixture(scope="session")
def supposed(project, data):
    """The project under a scenario with one change of every kind but the upgrade: three points more, one moved, one
    removed, one county with other coverage."""
    towns = {town.full_name("zh"): town for town in data.towns}

    def added(number, name):
        town = towns[name]
        return AddSite(Layer.TELEMEDICINE, f"new-{number}", f"新據點{number}", town.code, town.lon, town.lat)

    there, hualien = towns["臺東縣長濱鄉"], towns["花蓮縣秀林鄉"].county.code
    changes = (
        added(1, "花蓮縣秀林鄉"),
        added(2, "臺東縣海端鄉"),
        added(3, "屏東縣恆春鎮"),
        RemoveSite("tele-022"),
        MoveSite("tele-001", there.lon, there.lat, there.code),
        SetCoverage("coverage_5g", AreaLevel.COUNTY, hualien, 95.0),
    )
    return replace(project, scenario=Scenario("東部三點", changes))


@pytest.fixture(scope="session")
def atlas(data):
    return Atlas(data)


@pytest.fixture(scope="session")
def texts():
    return {language: Texts(language) for language in ("zh", "en")}


@pytest.fixture(scope="session")
def make_context(project, atlas, texts):
    """A function that gives the context of a ready view, by default at the scale of an A4 sheet."""
    whole = fitted(A4_MAP, EXTENT).metres_per_mm

    def make(name="overview", scale=whole, *, unit=1.0, dots=96 / 25.4, of=project, **changes):
        view = replace(READY_VIEWS[name], **changes)
        return Context(of, view, atlas, texts[view.language], scale, unit, dots)

    return make


def pixels(image):
    """Return an image as an array, shape (height, width, 3), red first."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    block = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return block[:, : image.width(), 2::-1].copy()


@pytest.fixture(scope="session")
def to_pixels():
    return pixels


@pytest.fixture
def looked_at(request, tmp_path):
    """A function that compares an image with the baseline at a path, or renews that (docs/baselines.md)."""

    def compare(image, path):
        if request.config.getoption("--renew-baselines"):
            small = Image.fromarray(pixels(image)).quantize(256, dither=Image.Dither.NONE)
            small.save(path, optimize=True)
            pytest.skip(f"{path.name} was renewed; look at it before it is committed")
        assert path.is_file(), f"{path} is missing; see docs/baselines.md"
        actual, wanted = pixels(image).astype(int), pixels(QImage(str(path))).astype(int)
        assert actual.shape == wanted.shape
        difference = np.abs(actual - wanted)
        mean, strong = float(difference.mean()), float((difference.max(axis=2) > STRONG).mean())
        if mean >= MEAN or strong >= SHARE:
            image.save(str(tmp_path / path.name))
            shown = np.repeat(np.minimum(255, 4 * difference.max(axis=2))[:, :, None], 3, axis=2).astype(np.uint8)
            Image.fromarray(shown).save(tmp_path / f"difference-{path.name}")
            pytest.fail(
                f"{path.name} differs: mean {mean:.2f} of 255 (limit {MEAN}), {strong:.2%} of the pixels strongly "
                f"(limit {SHARE:.2%}); {tmp_path} has the picture and the difference. If it is meant, renew the "
                "baselines."
            )

    return compare


@pytest.fixture(scope="session")
def draw():
    """A function that draws a map display list and returns its pixels; white paper, map space as given."""

    def draw_map(drawing, viewport, dots=4.0, *, paper="#FFFFFF", stamps=True, cancelled=None):
        assert isinstance(drawing, MapDrawing)
        width = round((viewport.rect.x() + viewport.rect.right()) * dots)
        height = round((viewport.rect.y() + viewport.rect.bottom()) * dots)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(paper)
        painter = QPainter(image)
        try:
            SheetPainter(painter, dots, stamps=stamps, cancelled=cancelled).map(drawing, viewport)
        finally:
            painter.end()
        return pixels(image)

    return draw_map


@pytest.fixture(scope="session")
def square():
    """A viewport of 40 x 40 mm on 4 x 4 km of map space around the origin: 100 m per mm."""
    return Viewport(QRectF(0, 0, 40, 40), (0.0, 0.0), 100.0)


@pytest.fixture(scope="session")
def label_boxes():
    """A function that returns text rectangles on the sheet, mm, shape (n, 4): left, top, right, bottom."""

    def boxes(labels: list[Label], viewport: Viewport):
        found = []
        for label in labels:
            x, y = viewport.to_page(label.x, label.y)
            width, height = text_size(label.text, label.second, label.style.size, label.style.bold)
            x, y = x + label.dx, y + label.dy
            found.append((x - width / 2, y - height / 2, x + width / 2, y + height / 2))
        return np.array(found).reshape(-1, 4)

    return boxes


@pytest.fixture(scope="session")
def page_box():
    """A function that returns left, top, right and bottom of a page item, mm."""

    def box(item):
        if isinstance(item, PageText):
            width = text_width(item.text, item.style.size, item.style.bold)
            left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.align]
            return left, item.y - ASCENT * item.style.size, left + width, item.y
        if isinstance(item, PageLine):
            x, y = zip(*item.points, strict=True)
            return min(x), min(y), max(x), max(y)
        return item.rect.left(), item.rect.top(), item.rect.right(), item.rect.bottom()

    return box


@pytest.fixture(scope="session")
def overlapping():
    """A function that returns the pairs (i, j) of rectangles that overlap by more than ``slack``."""

    def pairs(boxes, slack=0.0):
        left, top, right, bottom = boxes.T
        hit = (np.minimum(right[:, None], right) - np.maximum(left[:, None], left) > slack) & (
            np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top) > slack
        )
        return [(int(i), int(j)) for i, j in np.argwhere(np.triu(hit, 1))]

    return pairs
