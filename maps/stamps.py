"""Symbols and lines of text as they are drawn, and the small pictures ("stamps") that are kept of them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from maps.display import SymbolStyle, TextStyle
from maps.fonts import ASCENT, LABEL_LINE, REFERENCE, printable, reference_font, text_width
from maps.symbols import RING, SUPPOSED_RING, inner_cross, symbol_path

HALO = 0.2
"""Width of the halo round a letter in ems."""

FADED, GONE = 0.28, 0.5
"""Opacity of a symbol outside the circle in focus, and of one that a scenario takes away."""

RING_OPACITY = 0.55
"""Of the ring round an approximate place: it qualifies the symbol and must not outshout it."""

Letters = Literal["painted", "text", "twice", "outlines"]
"""What becomes of letters: whatever is quickest on a picture; text over the outlines of its halo; text over the same
text, which ``maps.export.svg`` turns into the halo; outlines only."""

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
        painter.drawEllipse(QPointF(0, 0), RING, RING)
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
    if style.gone:
        painter.setOpacity(FADED if style.faded else 1.0)
        for pen in (QPen(ground, 2.6 * line), QPen(ink(style.gone), 1.2 * line)):
            painter.setPen(pen)
            painter.drawLines([QLineF(-1.3, -1.3, 1.3, 1.3), QLineF(-1.3, 1.3, 1.3, -1.3)])
    painter.restore()


def draw_label(
    painter: QPainter, text: str, style: TextStyle, dots: float, ink: Ink = QColor, letters: Letters = "painted"
) -> None:
    """Draw the lines of a label around the painter's origin."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        width = text_width(line, style.size, style.bold)
        baseline = (ASCENT / 2 - 0.06 + LABEL_LINE * (number - (len(lines) - 1) / 2)) * style.size
        draw_text(painter, line, style, -width / 2 * dots, baseline * dots, dots, ink, letters)


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
