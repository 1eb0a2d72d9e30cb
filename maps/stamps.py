"""Symbols and lines of text as they are drawn, and the small pictures ("stamps") that are kept of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import replace
from threading import Lock
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from maps.display import Label, SymbolStyle, TextStyle
from maps.fonts import ASCENT, REFERENCE, printable, reference_font, text_width
from maps.label_text import base_line, label_lines, text_size
from maps.symbols import OUTER_RING, RING, SUPPOSED_RING, inner_cross, symbol_path

HALO = 0.26
"""Width of the halo round a letter in ems."""

FADED, GONE = 0.28, 0.5
"""Opacity of a symbol outside the circle in focus, and of one that a scenario takes away."""

RING_OPACITY = 0.55
"""Of the ring round an approximate place: it qualifies the symbol and must not outshout it."""

Letters = Literal["painted", "text", "twice", "outlines"]
"""What becomes of letters: whatever is quickest on a picture; text over the outlines of its halo; text over the same
text, which ``maps.export.svg`` turns into the halo; outlines only."""

RIM = 0.22
"""Width in mm of the rim of a disc, whose size says something and must not be blurred by a broad one."""

INNER_DOT, DASHED = "dot", "dashed"
"""Marks of a symbol that are no shape of a layer: a dot inside, a dashed rim."""

BADGE, BADGE_RADIUS = 0.78, 0.42
"""Place, right of and above the middle, and radius of the sign of its layer on a cluster, in radii of the cluster."""

LARGEST_COUNT, COUNT_WIDTH = 0.95, 1.62
"""Em height of the number in a cluster, and the width it may take, in radii of the cluster."""

Ink = Callable[[str], QColor]
"""Gives the colour to draw with for a colour of the display list."""


class Stamps:
    """Small pictures of symbols and labels by style and resolution, the least recently used forgotten first."""

    LIMIT = 4096

    def __init__(self) -> None:
        self._images: OrderedDict[Hashable, QImage] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], QImage]) -> QImage:
        """Return the picture under ``key``, made by ``make`` if there is none yet. Safe from any thread."""
        with self._lock:
            image = self._images.get(key)
            if image is not None:
                self._images.move_to_end(key)
                return image
        image = make()
        with self._lock:
            self._images[key] = image
            if len(self._images) > self.LIMIT:
                self._images.popitem(last=False)
        return image


STAMPS = Stamps()


def stamp(half_width: int, half_height: int, draw: Callable[[QPainter], None]) -> QImage:
    """Return a transparent picture on which ``draw`` has drawn around its middle."""
    image = QImage(2 * half_width, 2 * half_height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(half_width, half_height)
    draw(painter)
    painter.end()
    return image


def draw_symbol(painter: QPainter, style: SymbolStyle, radius: float, ink: Ink = QColor) -> None:
    """Draw a symbol of ``radius`` device pixels around the painter's origin."""
    if style.shape == "disc":
        _draw_disc(painter, style, radius, ink)
        return
    painter.save()
    if style.faded or style.gone:
        painter.setOpacity(FADED if style.faded else GONE)
    painter.scale(radius, radius)
    path = symbol_path(style.shape)
    colour, ground = ink(style.colour), ink(style.ground)
    line = max(0.22, 1.0 / radius)
    if style.supposed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ground, 2.6 * line))
        painter.drawEllipse(QPointF(0, 0), SUPPOSED_RING, SUPPOSED_RING)
        dashed = QPen(ink(style.supposed), 1.6 * line)
        dashed.setDashPattern([2.2, 1.0])
        dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(dashed)
        painter.drawEllipse(QPointF(0, 0), SUPPOSED_RING, SUPPOSED_RING)
    if style.ring:
        faint = QColor(colour)
        faint.setAlphaF(RING_OPACITY)
        painter.setPen(QPen(faint, max(0.1, 0.7 / radius)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for reach in (RING, OUTER_RING) if style.outer_ring else (RING,):
            painter.drawEllipse(QPointF(0, 0), reach, reach)
    if style.shape == "cluster":
        line = RIM / style.radius
    painter.strokePath(
        path, QPen(ground, 2 * line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    if style.hollow:
        painter.fillPath(path, ground)
        painter.strokePath(path, QPen(colour, 1.3 * line))
    else:
        painter.fillPath(path, colour)
    if style.shape == "hub":
        painter.fillPath(inner_cross(), colour if style.hollow else ground)
    if style.mark == INNER_DOT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour if style.hollow else ground)
        painter.drawEllipse(QPointF(0, 0.08), 0.3, 0.3)
    elif style.mark:
        _draw_badge(painter, style.mark, colour, ground)
    if style.text:
        _draw_count(painter, style.text, colour if style.hollow else ground)
    if style.gone:
        painter.setOpacity(FADED if style.faded else 1.0)
        for pen in (QPen(ground, 2.6 * line), QPen(ink(style.gone), 1.2 * line)):
            painter.setPen(pen)
            painter.drawLines([QLineF(-1.3, -1.3, 1.3, 1.3), QLineF(-1.3, 1.3, 1.3, -1.3)])
    painter.restore()


def _draw_badge(painter: QPainter, shape: str, colour: QColor, ground: QColor) -> None:
    """Draw the shape of a layer on the edge of a cluster of its sites: colour alone does not tell layers apart."""
    painter.save()
    painter.translate(BADGE, -BADGE)
    painter.scale(BADGE_RADIUS, BADGE_RADIUS)
    path = symbol_path(shape)
    painter.strokePath(
        path, QPen(ground, 0.7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.fillPath(path, colour)
    painter.restore()


def _draw_count(painter: QPainter, text: str, colour: QColor) -> None:
    """Write a number as large as it fits into a disc of radius 1 around the painter's origin."""
    size = count_size(text)
    style = TextStyle(size, colour.name(), bold=True)
    painter.setOpacity(1.0)
    draw_text(painter, text, style, -text_width(text, size, True) / 2, (ASCENT / 2 - 0.07) * size, 1.0)


def count_size(text: str) -> float:
    """Return the em height, in radii, of a number that is written into a disc."""
    return min(LARGEST_COUNT, COUNT_WIDTH / text_width(text, 1.0, True))


def _draw_disc(painter: QPainter, style: SymbolStyle, radius: float, ink: Ink) -> None:
    """Draw a disc that stands for the value of an area: its rim is as thin on a large one as on a small one.

    A hollow one is a value of zero, and dashed where the value is not known. The rim lies inside the radius, which is
    what the reader compares.
    """
    painter.save()
    if style.faded:
        painter.setOpacity(FADED)
    dots = radius / style.radius
    rim = max(1.0, RIM * dots)
    colour = ink(style.colour)
    solid = QColor(colour)
    solid.setAlpha(255)
    reach = radius - rim / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink(style.ground), 2.4 * rim))
    painter.drawEllipse(QPointF(0, 0), reach, reach)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(style.ground) if style.hollow else colour)
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(solid, rim)
    if style.mark == DASHED:
        pen.setDashPattern([2.0, 1.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawEllipse(QPointF(0, 0), reach, reach)
    painter.restore()


def draw_label(painter: QPainter, label: Label, dots: float, ink: Ink = QColor, letters: Letters = "painted") -> None:
    """Draw the lines of a label around the painter's origin."""
    style = label.style
    widest, _ = text_size(label.text, label.second, style.size, style.bold)
    for line, em, middle in label_lines(label.text, label.second, style.size):
        width = text_width(line, em, style.bold)
        x = {"left": -widest / 2, "centre": -width / 2, "right": widest / 2 - width}[label.align]
        set_in = style if em == style.size else replace(style, size=em)
        draw_text(painter, line, set_in, x * dots, (middle + base_line(em)) * dots, dots, ink, letters)


def label_reach(label: Label) -> tuple[float, float]:
    """Return how far a label with its halo reaches from its middle to the sides and up, mm."""
    width, height = text_size(label.text, label.second, label.style.size, label.style.bold)
    return width / 2 + label.style.size * HALO, height / 2 + label.style.size * (0.16 + HALO)


def draw_text(
    painter: QPainter,
    text: str,
    style: TextStyle,
    x: float,
    y: float,
    dots: float,
    ink: Ink = QColor,
    letters: Letters = "painted",
) -> None:
    """Draw one line with its base line starting at device pixel (x, y) of the painter's coordinates."""
    text = printable(text)
    painter.save()
    painter.translate(x, y)
    scale = style.size * dots / REFERENCE
    painter.scale(scale, scale)
    font = reference_font(style.bold)
    painter.setFont(font)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # bold ideographs have overlapping contours
    if letters == "outlines" or (style.halo and letters != "twice"):
        path.addText(0, 0, font, text)
    if style.halo and letters == "twice":
        painter.setPen(ink(style.halo))
        painter.drawText(QPointF(0, 0), text)
    elif style.halo:
        pen = QPen(ink(style.halo), HALO * REFERENCE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    if letters == "outlines" or (style.halo and letters == "painted"):
        painter.fillPath(path, QBrush(ink(style.colour)))
    else:
        painter.setPen(ink(style.colour))
        painter.drawText(QPointF(0, 0), text)
    painter.restore()
