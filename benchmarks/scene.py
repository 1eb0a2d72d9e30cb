"""What is drawn and asked in every group: the embedded data, the views, a window of 1920×1080."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from data import dataset
from data.dataset import DataSet
from data.project import Project
from maps.compose import compose_map
from maps.context import Context
from maps.display import MapDrawing, Viewport
from maps.geometry import Atlas
from maps.overlay import fitted_viewport, window_overlay
from maps.painter import STAMPS, SheetPainter, Stamps
from maps.prepare import prepare
from maps.texts import Texts
from maps.view import READY_VIEWS, MapView

ROOT = Path(__file__).resolve().parents[1]
WIDTH, HEIGHT = 1920, 1080
DOTS = 96 / 25.4
"""Pixels per mm of a window at 100 %."""

OFFSCREEN = "offscreen:configfile=benchmarks/screen.json"
"""A screen of 1920×1080: the platform's own is 800×800, too small for the window. Relative to ``ROOT``."""

FULL = replace(READY_VIEWS["overview"], layers=READY_VIEWS["overview"].layers | {"hospital", "links"})
"""Circles, the three layers, hospitals, links and labels together: the budget's map of about 400 sites."""

EVERY_SITE = replace(FULL, layers=FULL.layers | {"digital"})

VIEWS: Mapping[str, MapView] = {str(name): view for name, view in READY_VIEWS.items()} | {
    "full": FULL,
    "every_site": EVERY_SITE,
}


@cache
def application() -> QApplication:
    """Return the application, painting on a screen that exists only in memory, with the shipped fonts."""
    os.chdir(ROOT)
    os.environ["QT_QPA_PLATFORM"] = OFFSCREEN
    app = QApplication(["benchmarks"])
    app.setStyle("Fusion")
    prepare()
    return app


@cache
def data() -> DataSet:
    return dataset.load()


@cache
def atlas() -> Atlas:
    return Atlas(data())


@dataclass(frozen=True)
class Picture:
    """A drawing with all that is needed to paint it."""

    context: Context
    viewport: Viewport
    drawing: MapDrawing
    pixels: tuple[int, int]

    def paint(self, stamps: Stamps = STAMPS) -> QImage:
        """Paint the whole map anew, the way the window's worker does."""
        image = QImage(*self.pixels, QImage.Format.Format_RGB32)
        image.fill(QColor(self.context.theme.paper))
        painter = QPainter(image)
        sheet = SheetPainter(painter, self.context.dots, sight=self.context.view.sight)
        sheet.stamps = stamps
        sheet.map(self.drawing, self.viewport)
        painter.end()
        return image


def fitted_context(
    view: MapView, ratio: float = 1.0, shapes: Atlas | None = None, project: Project | None = None
) -> tuple[Context, Viewport]:
    """Return context and viewport of all of Taiwan beside the legend of a window of 1920×1080 logical pixels."""
    application()
    width, height = WIDTH / DOTS, HEIGHT / DOTS
    known = project or Project.start(data())
    context = Context(known, view, shapes or atlas(), Texts(view.language), 2000.0, 1.0, DOTS * ratio)
    viewport = fitted_viewport(window_overlay(context, width, height), width, height)
    return replace(context, metres_per_mm=viewport.metres_per_mm), viewport


def fitted_picture(view: MapView, ratio: float = 1.0) -> Picture:
    """Return the picture of all of Taiwan; ``ratio`` are device pixels per logical pixel."""
    context, viewport = fitted_context(view, ratio)
    pixels = (round(WIDTH * ratio), round(HEIGHT * ratio))
    return Picture(context, viewport, compose_map(context), pixels)


def near_picture(view: MapView, denominator: float, centre: tuple[float, float]) -> Picture:
    """Return the picture at a scale of 1:``denominator`` around a point of map space."""
    context, _ = fitted_context(view)
    context = replace(context, metres_per_mm=denominator / 1000)
    viewport = Viewport(QRectF(0, 0, WIDTH / DOTS, HEIGHT / DOTS), centre, context.metres_per_mm)
    return Picture(context, viewport, compose_map(context), (WIDTH, HEIGHT))
