"""Ink as lines of the display list."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from data.scene import Ink
from maps.briefing.ink import ink_width, strokes_of
from maps.display import MapDrawing, Viewport
from maps.painter import SheetPainter
from maps.theme import THEMES

DOTS = 4.0


def drawn(*ink, theme="light"):
    """Return a picture of 40 × 40 mm around the point (0, 0) of map space, 100 m a mm."""
    image = QImage(160, 160, QImage.Format.Format_RGB32)
    image.fill(QColor(THEMES[theme].paper))
    painter = QPainter(image)
    strokes = tuple(strokes_of(ink, THEMES[theme], 2.0))
    SheetPainter(painter, DOTS).map(MapDrawing(marks=strokes), Viewport(QRectF(0, 0, 40, 40), (0, 0), 100.0))
    painter.end()
    return image


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_a_pen_has_its_colour_in_a_casing_of_the_ground(qapp, theme):
    image = drawn(Ink("pen", "#D40000", ((-1000, 0), (1000, 0))), theme=theme)
    assert image.pixelColor(80, 80) == QColor("#D40000")
    casing = round(80 + ink_width("pen", 2.0) * DOTS / 2) - 2
    assert image.pixelColor(80, casing) == QColor(THEMES[theme].halo)


def test_a_highlighter_lets_the_ground_through_and_lies_under_pens(qapp):
    sheer = Ink("highlighter", "#2FA8FF", ((-1000, 0), (1000, 0)))
    pen = Ink("pen", "#D40000", ((0, -1000), (0, 1000)))
    image = drawn(pen, sheer)
    paper, pure = QColor(THEMES["light"].paper), QColor("#2FA8FF")
    assert pure.red() < image.pixelColor(60, 80).red() < paper.red()
    assert image.pixelColor(80, 80) == QColor("#D40000")


def test_a_long_line_is_drawn_in_pieces_without_a_gap(qapp):
    line = Ink("pen", "#D40000", tuple((-1900 + 38 * step, 0) for step in range(101)))
    strokes = strokes_of((line,), THEMES["light"], 2.0)
    assert max(stroke.path.elementCount() for stroke in strokes) < 50
    image = drawn(line)
    assert {image.pixelColor(x, 80).name() for x in range(10, 150)} == {"#d40000"}


def test_one_point_is_a_round_dot(qapp):
    ground = QColor(THEMES["dark"].paper)
    image = drawn(Ink("highlighter", "#FFE100", ((0, 0),)), theme="dark")
    marked = [(x, y) for x in range(160) for y in range(160) if image.pixelColor(x, y) != ground]
    wide = ink_width("highlighter", 2.0) * DOTS
    for place in (0, 1):
        span = [one[place] for one in marked]
        assert max(span) - min(span) == pytest.approx(wide, abs=3)
    assert len(marked) == pytest.approx(math.pi / 4 * wide**2, rel=0.12)


def test_ends_are_round_also_on_paper(qapp):
    (casing, line) = strokes_of([Ink("pen", "#D40000", ((0, 0), (10, 10)))], THEMES["print"], 1.0)
    image = QImage(80, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sheet = SheetPainter(painter, DOTS, stamps=False)
    assert sheet._pen(line.colour, line.width, rounded=line.round).capStyle() is Qt.PenCapStyle.RoundCap
    painter.end()
    assert casing.width > line.width
