"""Small pictures of map symbols and colours for lists and menus, drawn with the map's own shapes and colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from data.model import OwnLayer
from maps.site_layers import readable
from maps.symbols import inner_cross, symbol_path
from maps.theme import THEMES
from maps.view import ThemeName

SIZE = 16
"""Logical pixels; icons hold three times as many so that they stay sharp at 200 %."""
_SCALE = 3


def circle_chip(colour: str) -> QIcon:
    """Return the colour of a life circle as a rounded square."""
    pixmap, painter = _canvas()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(2, 2, SIZE - 4, SIZE - 4), 3, 3)
    return _icon(pixmap, painter)


def layer_icon(layer: str, theme: ThemeName) -> QIcon:
    """Return the sign of a layer as the map draws it."""
    pixmap, painter = _canvas()
    colours = THEMES[theme]
    if layer == "circles":
        painter.setPen(QPen(QColor("#0072B2"), 1.5))
        painter.setBrush(QColor("#7F9DC5E0"))
        painter.drawRoundedRect(QRectF(2, 3, SIZE - 4, SIZE - 6), 4, 4)
    elif layer == "choropleth":
        painter.setPen(Qt.PenStyle.NoPen)
        for i, shade in enumerate(("#EFF3FF", "#BDD7E7", "#6BAED6", "#2171B5")):
            painter.setBrush(QColor(shade))
            painter.drawRect(QRectF(1 + 3.5 * i, 3, 3.5, SIZE - 6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.frame), 0.7))
        painter.drawRect(QRectF(1, 3, 14, SIZE - 6))
    elif layer == "labels":
        painter.setPen(QColor(colours.text))
        font = painter.font()
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QRectF(0, 0, SIZE, SIZE), Qt.AlignmentFlag.AlignCenter, "A")
    elif layer == "legend":
        painter.setPen(QPen(QColor(colours.frame), 1))
        painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 2, 2)
        painter.setPen(QPen(QColor(colours.text), 1.3))
        for y in (5, 8, 11):
            painter.drawLine(QPointF(4, y), QPointF(5, y))
            painter.drawLine(QPointF(7, y), QPointF(12, y))
    elif layer == "links":
        colour = QColor(colours.layers["links"])
        painter.setPen(QPen(colour, 1.4))
        painter.drawLine(QPointF(3.5, 12.5), QPointF(12.5, 3.5))
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(3.5, 12.5), 1.8, 1.8)
        painter.drawRect(QRectF(10.5, 1.5, 4, 4))
    elif layer in ("rings", "people", "proportional"):
        _draw_circles(painter, layer, colours.layers["telemedicine" if layer == "rings" else layer])
    else:
        _draw_shape(painter, layer, colours.layers[layer])
        if layer == "hub":
            painter.setBrush(QColor(colours.box))
            painter.drawPath(inner_cross())
    return _icon(pixmap, painter)


def site_icon(layer: OwnLayer, theme: ThemeName) -> QIcon:
    """Return the sign of a layer of the project's own as the map draws it."""
    pixmap, painter = _canvas()
    _draw_shape(painter, layer.shape, readable(layer.colour, theme))
    return _icon(pixmap, painter)


def _draw_shape(painter: QPainter, shape: str, colour: str) -> None:
    painter.translate(SIZE / 2, SIZE / 2)
    painter.scale(6.4, 6.4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPath(symbol_path(shape))


_CIRCLES = {
    "rings": ((8, 8, 2.5), (8, 8, 6.5)),
    "people": ((4, 11, 1.3), (7, 5, 1.3), (8, 9, 1.3), (11, 12, 1.3), (12, 6, 1.3)),
    "proportional": ((6.5, 6.5, 5.5), (12.5, 12.5, 2.5)),
}
"""x, y and radius of the circles that stand for the layers made of them."""


def _draw_circles(painter: QPainter, layer: str, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1.2))
    ground = QColor(colour)
    ground.setAlphaF({"rings": 0.0, "people": 1.0, "proportional": 0.45}[layer])
    painter.setBrush(ground)
    for x, y, radius in _CIRCLES[layer]:
        painter.drawEllipse(QPointF(x, y), radius, radius)


def theme_icon(colour: str) -> QIcon:
    """Return a circle half filled: light against dark."""
    pixmap, painter = _canvas()
    painter.setPen(QPen(QColor(colour), 1.4))
    painter.drawEllipse(QPointF(SIZE / 2, SIZE / 2), 5.6, 5.6)
    painter.setBrush(QColor(colour))
    painter.drawPie(QRectF(2.4, 2.4, 11.2, 11.2), 90 * 16, 180 * 16)
    return _icon(pixmap, painter)


def _canvas() -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(QSize(SIZE, SIZE) * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    return pixmap, painter


def _icon(pixmap: QPixmap, painter: QPainter) -> QIcon:
    painter.end()
    icon = QIcon(pixmap)
    # Without its own picture Qt would tint the selected one, and a tinted circle colour is another colour.
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
