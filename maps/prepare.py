"""What must happen on the main thread before anything is painted in another.

PySide makes the Python side of an enumeration when a function that takes it is first called. Two threads that call
such a function for the first time at once end the process. So one of everything is drawn here, on a picture of a few
pixels, before there are threads.
"""

from __future__ import annotations

import os
import sys

import numpy as np
import shapely
from PySide6.QtCore import QLoggingCategory, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage

from data.model import Place
from maps.display import (
    Discs,
    Dots,
    Fill,
    Hatch,
    Label,
    MapDrawing,
    PageBox,
    PageEllipse,
    PageItem,
    PageLine,
    PagePicture,
    PageSymbol,
    PageText,
    Sheet,
    Stroke,
    Symbol,
    SymbolStyle,
    TextStyle,
    Veil,
    Viewport,
)
from maps.export.png import encoded, render_sheet
from maps.fonts import load_fonts, wrapped
from maps.label_raster import share_of
from maps.page import PageSize
from maps.paths import area_path
from maps.stamps import DASHED, INNER_DOT
from maps.symbols import SHAPES
from maps.theme import mixed

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0L4 4L0 4z" fill="#000"/></svg>'

_SIDE = 12.0
"""Side in mm of the picture that nobody sees."""


def prepare() -> None:
    """Load the fonts and draw one of everything; needs a QGuiApplication. Raises DataSetError for a missing font."""
    load_fonts()
    area = area_path(shapely.box(1, 1, 10, 10))
    black, white = "#000000", "#ffffff"
    hatches = (Hatch(black, 1.0, 0.1), Hatch(white, 2.0, 1.0))
    styles = [
        SymbolStyle(shape, 1.0, black, white, hollow, True, hollow, black, black, True, mark, "6")
        for shape in SHAPES
        for hollow in (True, False)
        for mark in (INNER_DOT, DASHED if shape == "disc" else "ai")
    ]
    texts = (TextStyle(3.0, black), TextStyle(3.0, black, bold=True, halo=white))
    drawing = MapDrawing(
        shapes=(
            Fill(area, mixed(black, white, 0.5), hatches),
            Stroke(area, black, 0.1),
            Stroke(area, black, 1.0, (2, 1)),
            Dots(np.array([[5.0, 5.0]]), 0.1, black),
            Dots(np.array([[5.0, 5.0]]), 4.0, black),
            Discs(np.array([[5.0, 5.0]]), np.array([1.0]), black, white),
            Veil(((area,),), black, 0.5),
        ),
        symbols=tuple(Symbol(5, 5, 0, 0, style, Place("site", "")) for style in styles),
        labels=tuple(Label(5, 5, 0, 0, "六\n圈", style, "six", "left", ((0, 0), (1, 1))) for style in texts),
    )
    page: tuple[PageItem, ...] = (
        PageBox(QRectF(1, 1, 5, 5), black, white, hatches=hatches, radius=1.0),
        PageLine(((1, 1), (5, 5), (1, 5)), black, 0.2, (2, 1)),
        PageLine(((1, 1), (5, 5), (1, 5)), black, 0.2, closed=True),
        PageSymbol(5, 5, styles[0]),
        PageEllipse(QRectF(1, 1, 5, 5), black, white),
        PagePicture(QRectF(1, 1, 5, 5), QImage(4, 4, QImage.Format.Format_RGB32)),
        PagePicture(QRectF(1, 1, 5, 5), QImage(), _SVG),
        *(PageText(5, 5, line, style) for style in texts for line in wrapped("六圈 circles", 3.0, 9.0)),
    )
    sheet = Sheet(_SIDE, _SIDE, white, Viewport(QRectF(0, 0, _SIDE, _SIDE), (6, 6), 1.0), drawing, page, page)
    picture = render_sheet(sheet, PageSize(_SIDE, _SIDE, (48, 48)))
    encoded(picture)
    picture.scaled(QSize(8, 8), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    share_of(area)


_application: QGuiApplication | None = None


def offscreen_application() -> QGuiApplication:
    """Return an application object that can paint, with or without a display, prepared to do so in any thread."""
    global _application
    existing = QGuiApplication.instance()
    if isinstance(existing, QGuiApplication):
        prepare()
        return existing
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # What Qt thinks of a logo is said in a sentence of our own.
    QLoggingCategory.setFilterRules("qt.svg*=false\nqt.gui.imageio*=false")
    _application = QGuiApplication(sys.argv[:1])
    prepare()
    return _application
