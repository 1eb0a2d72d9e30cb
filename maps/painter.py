"""The one back end: draws a display list with a QPainter, on screen and in every export alike.

Symbols and labels are drawn once into small pictures ("stamps") and copied where the target is a picture itself,
because a haloed label costs a hundred times more to stroke than to copy.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from maps.display import (
    Cancelled,
    Fill,
    Hatch,
    Label,
    MapDrawing,
    PageBox,
    PageItem,
    PageLine,
    PageSymbol,
    PageText,
    Sheet,
    Stroke,
    Symbol,
    SymbolStyle,
    TextStyle,
    Viewport,
)
from maps.fonts import ASCENT, LABEL_LINE, REFERENCE, reference_font, text_width
from maps.hatching import hatch_lines
from maps.symbols import RING, SUPPOSED_RING, inner_cross, symbol_path

HALO = 0.2
"""Width of the halo round a letter in ems."""

SLACK = 60.0
"""How far, in mm, a symbol or label may reach into the picture from outside it."""

FINE = 0.4
"""Width in mm below which the end of a hatch line shows no shape of its own."""

FADED, GONE = 0.28, 0.5
"""Opacity of a symbol outside the circle in focus, and of one that a scenario takes away."""

RING_OPACITY = 0.55
"""Of the ring round an approximate place: it qualifies the symbol and must not outshout it."""


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


class SheetPainter:
    """Draws display lists on one painter.

    ``dots`` are the device pixels of one mm. With ``stamps`` symbols and labels are copied from small pictures.
    ``cancelled`` is asked between items.
    """

    def __init__(
        self, painter: QPainter, dots: float, *, stamps: bool = True, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self.painter = painter
        self.dots = dots
        self.stamps = STAMPS if stamps else None
        self._looked_up: dict[int, tuple[SymbolStyle, QImage]] = {}
        self.cancelled = cancelled
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._page = QTransform.fromScale(dots, dots)

    def sheet(self, sheet: Sheet) -> None:
        """Draw a whole sheet."""
        self.painter.fillRect(QRectF(0, 0, sheet.width * self.dots, sheet.height * self.dots), QColor(sheet.paper))
        self.page(sheet.below)
        self.map(sheet.map, sheet.viewport)
        self.page(sheet.above)

    def map(self, drawing: MapDrawing, viewport: Viewport) -> None:
        """Draw the map items, clipped to the viewport."""
        painter = self.painter
        painter.save()
        painter.setTransform(self._page)
        painter.setClipRect(viewport.rect)
        middle, scale = viewport.rect.center(), 1 / viewport.metres_per_mm
        to_page = QTransform(
            scale, 0, 0, -scale, middle.x() - viewport.centre[0] * scale, middle.y() + viewport.centre[1] * scale
        )
        to_device = to_page * self._page
        try:
            self._map_items(drawing, to_device, viewport)
        finally:
            painter.restore()

    def _map_items(self, drawing: MapDrawing, to_device: QTransform, viewport: Viewport) -> None:
        self._shapes(drawing.shapes, to_device, viewport)
        self.painter.setTransform(QTransform())
        seen = viewport.extent()
        slack = SLACK * viewport.metres_per_mm
        left, bottom, right, top = seen[0] - slack, seen[1] - slack, seen[2] + slack, seen[3] + slack
        seen_symbols = [one for one in drawing.symbols if left < one.x < right and bottom < one.y < top]
        for symbol in seen_symbols:
            if not symbol.style.supposed:
                self._symbol(symbol, to_device)
        for label in drawing.labels:
            if left < label.x < right and bottom < label.y < top:
                self._label(label, to_device)
        # Names do not give way to the sites of a scenario, so these stand above the names.
        for symbol in seen_symbols:
            if symbol.style.supposed:
                self._symbol(symbol, to_device)
        self._shapes(drawing.marks, to_device, viewport)

    def page(self, items: Iterable[PageItem]) -> None:
        """Draw page items."""
        painter = self.painter
        painter.save()
        for item in items:
            painter.setTransform(self._page)
            if isinstance(item, PageText):
                self._page_text(item)
            elif isinstance(item, PageBox):
                self._page_box(item)
            elif isinstance(item, PageLine):
                self._page_line(item)
            else:
                self._page_symbol(item)
        painter.restore()

    def _check(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled

    def _pen(self, colour: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
        """Return a cosmetic pen, at least one device pixel wide: thinner ones are drawn no thinner, only slower."""
        pen = QPen(QColor(colour), max(1.0, width * self.dots))
        pen.setCosmetic(True)
        # At map widths no eye tells bevelled joins from round ones; they are drawn twice as fast.
        pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern(list(dash))
        return pen

    def _shapes(self, shapes: Iterable[Fill | Stroke], to_device: QTransform, viewport: Viewport) -> None:
        painter = self.painter
        for shape in shapes:
            self._check()
            painter.setTransform(to_device)
            if isinstance(shape, Fill):
                if shape.colour:
                    painter.fillPath(shape.path, QColor(shape.colour))
                for hatch in shape.hatches:
                    self._hatch_shape(hatch, shape.path, to_device, viewport)
            else:
                self._stroke(shape, to_device)

    def _hatch_shape(self, hatch: Hatch, path: QPainterPath, to_device: QTransform, viewport: Viewport) -> None:
        """Draw hatch lines inside ``path``; fine ones end across their own direction, broad ones along the outline."""
        painter = self.painter
        origin = viewport.to_page(0, 0)
        if hatch.width < FINE:
            to_page = to_device * QTransform.fromScale(1 / self.dots, 1 / self.dots)
            painter.setTransform(self._page)
            painter.setPen(self._pen(hatch.colour, hatch.width))
            painter.drawLines(hatch_lines(path, to_page, hatch, origin, viewport.rect))
            return
        painter.save()
        painter.setTransform(to_device)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setTransform(self._page)
        self._hatch(hatch, viewport.rect & _page_bounds(path, to_device, self.dots), origin)
        painter.restore()

    def _stroke(self, shape: Stroke, to_device: QTransform) -> None:
        """Draw a line. Qt strokes one broad path of n vertices in more than n steps, so it gets them piece by piece."""
        pen = self._pen(shape.colour, shape.width, shape.dash)
        if pen.widthF() <= 1:
            self.painter.strokePath(shape.path, pen)
            return
        self.painter.setTransform(QTransform())
        self.painter.setPen(pen)
        for line in shape.path.toSubpathPolygons(to_device):
            self.painter.drawPolyline(line)

    def _hatch(self, hatch: Hatch, bounds: QRectF, origin: tuple[float, float]) -> None:
        """Draw hatch lines over ``bounds`` (mm); their phase hangs on ``origin`` so that they move with the map."""
        if bounds.isEmpty():
            return
        angle = math.radians(hatch.angle)
        along = (math.cos(angle), -math.sin(angle))
        across = (math.sin(angle), math.cos(angle))
        corners = [bounds.topLeft(), bounds.topRight(), bounds.bottomLeft(), bounds.bottomRight()]
        reach = [(p.x() - origin[0]) * across[0] + (p.y() - origin[1]) * across[1] for p in corners]
        run = [(p.x() - origin[0]) * along[0] + (p.y() - origin[1]) * along[1] for p in corners]
        first, last = math.ceil(min(reach) / hatch.spacing), math.floor(max(reach) / hatch.spacing)
        start, end = min(run), max(run)
        lines = [
            QLineF(
                origin[0] + across[0] * k * hatch.spacing + along[0] * start,
                origin[1] + across[1] * k * hatch.spacing + along[1] * start,
                origin[0] + across[0] * k * hatch.spacing + along[0] * end,
                origin[1] + across[1] * k * hatch.spacing + along[1] * end,
            )
            for k in range(first, last + 1)
        ]
        self.painter.setPen(self._pen(hatch.colour, hatch.width))
        self.painter.drawLines(lines)

    # --- symbols ----------------------------------------------------------------------------------------------------

    def _symbol(self, symbol: Symbol, to_device: QTransform) -> None:
        # Maps are never turned, and a thousand symbols make QTransform.map a cost.
        x = symbol.x * to_device.m11() + to_device.dx() + symbol.dx * self.dots
        y = symbol.y * to_device.m22() + to_device.dy() + symbol.dy * self.dots
        self._symbol_at(x, y, symbol.style)

    def _symbol_at(self, x: float, y: float, style: SymbolStyle) -> None:
        if self.stamps is None:
            self.painter.setTransform(QTransform.fromTranslate(x, y))
            _draw_symbol(self.painter, style, style.radius * self.dots)
            return
        # A thousand sites share a dozen styles, and hashing a style takes as long as copying its picture.
        known = self._looked_up.get(id(style))
        if known is None:
            known = self._looked_up[id(style)] = (style, self._symbol_stamp(self.stamps, style))
        self._copy(x, y, known[1])

    def _symbol_stamp(self, stamps: Stamps, style: SymbolStyle) -> QImage:
        radius = style.radius * self.dots

        def make() -> QImage:
            half = math.ceil(radius * ((SUPPOSED_RING if style.supposed else RING) + 0.5)) + 2
            return _stamp(half, half, lambda painter: _draw_symbol(painter, style, radius))

        return stamps.get((style, self.dots), make)

    def _copy(self, x: float, y: float, stamp: QImage) -> None:
        """Copy a stamp with its middle at device pixel (x, y), moved to whole pixels so that it stays sharp.

        The painter's transform must be the identity.
        """
        self.painter.drawImage(QPointF(round(x - stamp.width() / 2), round(y - stamp.height() / 2)), stamp)

    # --- text -------------------------------------------------------------------------------------------------------

    def _label(self, label: Label, to_device: QTransform) -> None:
        at = to_device.map(QPointF(label.x, label.y))
        x, y = at.x() + label.dx * self.dots, at.y() + label.dy * self.dots
        style, text, dots = label.style, label.text, self.dots
        if self.stamps is None:
            self.painter.setTransform(QTransform.fromTranslate(x, y))
            _draw_label(self.painter, text, style, dots)
            return

        def make() -> QImage:
            lines = text.split("\n")
            width = max(text_width(line, style.size, style.bold) for line in lines)
            return _stamp(
                math.ceil((width / 2 + style.size * HALO) * dots) + 1,
                math.ceil(style.size * (0.62 + LABEL_LINE / 2 * (len(lines) - 1) + HALO) * dots) + 1,
                lambda painter: _draw_label(painter, text, style, dots),
            )

        self._copy(x, y, self.stamps.get((text, style, dots), make))

    def _page_text(self, item: PageText) -> None:
        width = text_width(item.text, item.style.size, item.style.bold)
        x = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.align]
        self.painter.setTransform(QTransform())
        _draw_text(self.painter, item.text, item.style, x * self.dots, item.y * self.dots, self.dots)

    # --- page items -------------------------------------------------------------------------------------------------

    def _page_box(self, item: PageBox) -> None:
        painter = self.painter
        path = QPainterPath()
        path.addRoundedRect(item.rect, item.radius, item.radius)
        if item.colour:
            painter.fillPath(path, QColor(item.colour))
        if item.hatches:
            painter.save()
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            for hatch in item.hatches:
                self._hatch(hatch, item.rect, (item.rect.x(), item.rect.y()))
            painter.restore()
        if item.line:
            painter.strokePath(path, self._pen(item.line, item.line_width))

    def _page_line(self, item: PageLine) -> None:
        points = QPolygonF([QPointF(x, y) for x, y in item.points])
        if item.closed:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(item.colour))
            self.painter.drawPolygon(points)
        else:
            self.painter.setPen(self._pen(item.colour, item.width, item.dash))
            self.painter.drawPolyline(points)

    def _page_symbol(self, item: PageSymbol) -> None:
        self.painter.setTransform(QTransform())
        self._symbol_at(item.x * self.dots, item.y * self.dots, item.style)


def _page_bounds(path: QPainterPath, to_device: QTransform, dots: float) -> QRectF:
    bounds = to_device.mapRect(path.controlPointRect())
    return QRectF(bounds.x() / dots, bounds.y() / dots, bounds.width() / dots, bounds.height() / dots)


def _stamp(half_width: int, half_height: int, draw: Callable[[QPainter], None]) -> QImage:
    """Return a transparent picture on which ``draw`` has drawn around its middle."""
    image = QImage(2 * half_width, 2 * half_height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(half_width, half_height)
    draw(painter)
    painter.end()
    return image


def _draw_symbol(painter: QPainter, style: SymbolStyle, radius: float) -> None:
    """Draw a symbol of ``radius`` device pixels around the painter's origin."""
    painter.save()
    if style.faded or style.gone:
        painter.setOpacity(FADED if style.faded else GONE)
    painter.scale(radius, radius)
    path = symbol_path(style.shape)
    colour, ground = QColor(style.colour), QColor(style.ground)
    line = max(0.22, 1.0 / radius)
    if style.supposed:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ground, 2.6 * line))
        painter.drawEllipse(QPointF(0, 0), SUPPOSED_RING, SUPPOSED_RING)
        dashed = QPen(QColor(style.supposed), 1.6 * line)
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
        for pen in (QPen(ground, 2.6 * line), QPen(QColor(style.gone), 1.2 * line)):
            painter.setPen(pen)
            painter.drawLines([QLineF(-1.3, -1.3, 1.3, 1.3), QLineF(-1.3, 1.3, 1.3, -1.3)])
    painter.restore()


def _draw_label(painter: QPainter, text: str, style: TextStyle, dots: float) -> None:
    """Draw the lines of a label around the painter's origin."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        width = text_width(line, style.size, style.bold)
        baseline = (ASCENT / 2 - 0.06 + LABEL_LINE * (number - (len(lines) - 1) / 2)) * style.size
        _draw_text(painter, line, style, -width / 2 * dots, baseline * dots, dots)


def _draw_text(painter: QPainter, text: str, style: TextStyle, x: float, y: float, dots: float) -> None:
    """Draw one line with its base line starting at device pixel (x, y) of the painter's coordinates."""
    painter.save()
    painter.translate(x, y)
    scale = style.size * dots / REFERENCE
    painter.scale(scale, scale)
    font = reference_font(style.bold)
    if style.halo:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # bold ideographs have overlapping contours
        path.addText(0, 0, font, text)
        pen = QPen(QColor(style.halo), HALO * REFERENCE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
        painter.fillPath(path, QBrush(QColor(style.colour)))
    else:
        painter.setFont(font)
        painter.setPen(QColor(style.colour))
        painter.drawText(QPointF(0, 0), text)
    painter.restore()
