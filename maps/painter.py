"""The one back end: draws a display list with a QPainter, on screen and in every export alike.

Symbols and labels are drawn once into small pictures ("stamps") and copied where the target is a picture itself,
because a haloed label costs a hundred times more to stroke than to copy.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from PySide6.QtCore import QByteArray, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtSvg import QSvgRenderer

from maps.colour_vision import seen_as
from maps.display import (
    Cancelled,
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
    Shape,
    Sheet,
    Stroke,
    Symbol,
    SymbolStyle,
    Veil,
    Viewport,
)
from maps.dots import draw_discs, draw_dots
from maps.fills import draw_veil, fill_parts
from maps.fonts import left_edge, text_width
from maps.hatching import hatch_areas, hatch_lines
from maps.paths import cut_to
from maps.picture_vision import picture_seen_as, stroked_where_said, svg_seen_as
from maps.stamps import STAMPS, Letters, Stamps, draw_label, draw_symbol, draw_text, label_reach, stamp
from maps.symbols import RING, SUPPOSED_RING
from maps.view import Sight
from maps.within import is_seen, meets

SLACK = 60.0
"""How far, in mm, a symbol or label may reach into the picture from outside it."""

LEADER = 0.06
"""Width of a leader line in ems of the name it leads to."""

REACH = 2.4
"""How far the ring, cross or rim of a symbol reaches, in its radii."""

THINNEST = 0.02
"""Width in mm of the thinnest line on paper: Qt takes a pen of width 0 for the thinnest that the device has."""

BROADEST = 2.0
"""How far, in mm, the pen of a line may reach beyond its path."""

FINE = 0.4
"""Width in mm below which the end of a hatch line shows no shape of its own."""


class SheetPainter:
    """Draws display lists on one painter.

    ``dots`` are the device pixels of one mm. With ``stamps`` symbols and labels are copied from small pictures; without
    them, for a page description or a printer, everything is drawn as shapes and text and lines keep their width however
    thin they are. ``letters`` is what such a target makes of text. ``cancelled`` is asked between items. ``sight``
    draws everything in the colours that such an eye sees.
    """

    def __init__(
        self,
        painter: QPainter,
        dots: float,
        *,
        stamps: bool = True,
        letters: Letters = "painted",
        cancelled: Callable[[], bool] | None = None,
        sight: Sight = "normal",
    ) -> None:
        self.painter = painter
        self.dots = dots
        self.sight: Sight = sight
        self.letters: Letters = letters
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
        self.painter.fillRect(QRectF(0, 0, sheet.width * self.dots, sheet.height * self.dots), self._ink(sheet.paper))
        self.page(sheet.below)
        self.map(sheet.map, sheet.viewport)
        self.page(sheet.above)
        for inset in sheet.insets:
            self.page(inset.below)
            self.map(inset.map, inset.viewport)
            self.page(inset.above)

    def _ink(self, colour: str) -> QColor:
        """Return a colour of the display list as the eye that is drawn for sees it, as transparent as it is."""
        own = QColor(colour)
        if self.sight == "normal":
            return own
        seen = QColor(seen_as(colour, self.sight))
        seen.setAlpha(own.alpha())
        return seen

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
        seen_labels = [one for one in drawing.labels if left < one.x < right and bottom < one.y < top]
        if self.stamps is None:
            # Files are looked at by programs that do not clip: what is wholly outside must not be in them.
            seen_symbols = [one for one in seen_symbols if is_seen(one, *2 * (one.style.radius * REACH,), viewport)]
            seen_labels = [one for one in seen_labels if is_seen(one, *label_reach(one), viewport)]
        for symbol in seen_symbols:
            if not symbol.style.supposed:
                self._symbol(symbol, to_device)
        self._leaders(seen_labels, to_device)
        for label in seen_labels:
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
            elif isinstance(item, PageEllipse):
                self._page_ellipse(item)
            elif isinstance(item, PagePicture):
                self._page_picture(item)
            else:
                self._page_symbol(item)
        painter.restore()

    def _check(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled

    def _pen(self, colour: str, width: float, dash: tuple[float, ...] = (), *, rounded: bool = False) -> QPen:
        """Return a pen for the page's transform. On pictures it is cosmetic and at least one device pixel wide: thinner
        ones are drawn no thinner, only slower."""
        if self.stamps is None:
            pen = QPen(self._ink(colour), max(width, THINNEST))
        else:
            pen = QPen(self._ink(colour), max(1.0, width * self.dots))
            pen.setCosmetic(True)
        # At map widths no eye tells bevelled joins from round ones; they are drawn twice as fast.
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if rounded else Qt.PenJoinStyle.BevelJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if rounded else Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern(list(dash))
        return pen

    def _shapes(self, shapes: Iterable[Shape], to_device: QTransform, viewport: Viewport) -> None:
        painter, on_paper = self.painter, self.stamps is None
        left, bottom, right, top = viewport.extent()
        slack = BROADEST * viewport.metres_per_mm
        seen = QRectF(left - slack, bottom - slack, right - left + 2 * slack, top - bottom + 2 * slack)
        for shape in shapes:
            self._check()
            if isinstance(shape, Fill | Stroke):
                if not meets(seen, shape.path.controlPointRect()):
                    continue
                if on_paper:
                    self._shape_on_paper(shape, to_device * self._page.inverted()[0], viewport)
                    continue
            painter.setTransform(to_device)
            if isinstance(shape, Fill):
                if shape.apart:
                    fill_parts(painter, shape.path, to_device, self._ink(shape.colour))
                elif shape.colour:
                    painter.fillPath(shape.path, self._ink(shape.colour))
                for hatch in shape.hatches:
                    self._hatch_shape(hatch, shape.path, to_device, viewport)
            elif isinstance(shape, Dots):
                draw_dots(painter, shape, to_device, viewport, self.dots, self._ink, pixels=not on_paper)
            elif isinstance(shape, Discs):
                draw_discs(painter, shape, to_device, viewport, self.dots, self._ink)
            elif isinstance(shape, Veil):
                if on_paper or not draw_veil(painter, shape, to_device, viewport, self.dots, self._ink):
                    self._shapes(shape.fills(), to_device, viewport)
            else:
                self._stroke(shape, to_device)

    def _shape_on_paper(self, shape: Fill | Stroke, to_page: QTransform, viewport: Viewport) -> None:
        """Draw an area or line in mm, and only what is seen of it: viewers of files need not know how to clip."""
        path = cut_to(viewport.extent(), shape.path, area=isinstance(shape, Fill))
        if path.isEmpty():
            return
        painter = self.painter
        painter.setTransform(self._page)
        if isinstance(shape, Stroke):
            painter.strokePath(to_page.map(path), self._pen(shape.colour, shape.width, shape.dash, rounded=shape.round))
            return
        if shape.colour:
            painter.fillPath(to_page.map(path), self._ink(shape.colour))
        for hatch in shape.hatches:
            origin = viewport.to_page(0, 0)
            if hatch.width < FINE:
                painter.setPen(self._pen(hatch.colour, hatch.width))
                painter.drawLines(hatch_lines(path, to_page, hatch, origin, viewport.rect))
            else:
                painter.fillPath(hatch_areas(path, to_page, hatch, origin), self._ink(hatch.colour))

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
        pen = self._pen(shape.colour, shape.width, shape.dash, rounded=shape.round)
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
            draw_symbol(self.painter, style, style.radius * self.dots, self._ink)
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
            return stamp(half, half, lambda painter: draw_symbol(painter, style, radius, self._ink))

        return stamps.get((style, self.dots, self.sight), make)

    def _copy(self, x: float, y: float, stamp: QImage) -> None:
        """Copy a stamp with its middle at device pixel (x, y), moved to whole pixels so that it stays sharp.

        The painter's transform must be the identity.
        """
        self.painter.drawImage(QPointF(round(x - stamp.width() / 2), round(y - stamp.height() / 2)), stamp)

    # --- text -------------------------------------------------------------------------------------------------------

    def _label(self, label: Label, to_device: QTransform) -> None:
        at = to_device.map(QPointF(label.x, label.y))
        x, y = at.x() + label.dx * self.dots, at.y() + label.dy * self.dots
        style, dots = label.style, self.dots
        if self.stamps is None:
            self.painter.setTransform(QTransform.fromTranslate(x, y))
            draw_label(self.painter, label, dots, self._ink, self.letters)
            return

        def make() -> QImage:
            width, height = label_reach(label)
            return stamp(
                math.ceil(width * dots) + 1,
                math.ceil(height * dots) + 1,
                lambda painter: draw_label(painter, label, dots, self._ink),
            )

        key = (label.text, label.second, label.align, style, dots, self.sight)
        self._copy(x, y, self.stamps.get(key, make))

    def _leaders(self, labels: Iterable[Label], to_device: QTransform) -> None:
        """Draw the lines from symbols to their names, on a halo that parts them from what they pass over."""
        self.painter.setTransform(self._page)
        for label in labels:
            if label.leader:
                at = to_device.map(QPointF(label.x, label.y)) / self.dots
                points = QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in label.leader])
                for colour, ems in ((label.style.halo, 3 * LEADER), (label.style.colour, LEADER)):
                    if colour:
                        self.painter.setPen(self._pen(colour, ems * label.style.size))
                        self.painter.drawPolyline(points)
        self.painter.setTransform(QTransform())

    def _page_text(self, item: PageText) -> None:
        width = text_width(item.text, item.style.size, item.style.bold)
        x = left_edge(item.x, width, item.align)
        self.painter.setTransform(QTransform())
        x, y = x * self.dots, item.y * self.dots
        draw_text(self.painter, item.text, item.style, x, y, self.dots, self._ink, self.letters)

    # --- page items -------------------------------------------------------------------------------------------------

    def _page_box(self, item: PageBox) -> None:
        painter = self.painter
        path = QPainterPath()
        path.addRoundedRect(item.rect, item.radius, item.radius)
        if item.colour:
            painter.fillPath(path, self._ink(item.colour))
        if self.stamps is None:
            for hatch in item.hatches:
                origin = (item.rect.x(), item.rect.y())
                painter.fillPath(hatch_areas(path, QTransform(), hatch, origin), self._ink(hatch.colour))
        elif item.hatches:
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
            self.painter.setBrush(self._ink(item.colour))
            self.painter.drawPolygon(points)
        else:
            self.painter.setPen(self._pen(item.colour, item.width, item.dash))
            self.painter.drawPolyline(points)

    def _page_ellipse(self, item: PageEllipse) -> None:
        path = QPainterPath()
        path.addEllipse(item.rect)
        if item.colour:
            self.painter.fillPath(path, self._ink(item.colour))
        if item.line:
            self.painter.strokePath(path, self._pen(item.line, item.line_width))

    def _page_picture(self, item: PagePicture) -> None:
        """Draw a picture as large as its box allows without changing its proportions, in the middle of it."""
        renderer = QSvgRenderer(QByteArray(stroked_where_said(svg_seen_as(item.svg, self.sight)))) if item.svg else None
        size = renderer.defaultSize().toSizeF() if renderer else item.image.size().toSizeF()
        size.scale(item.rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(item.rect.center())
        if renderer:
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)  # its default size is whole pixels
            renderer.render(self.painter, box)
        else:
            self.painter.drawImage(box, picture_seen_as(item.image, self.sight))

    def _page_symbol(self, item: PageSymbol) -> None:
        self.painter.setTransform(QTransform())
        self._symbol_at(item.x * self.dots, item.y * self.dots, item.style)


def _page_bounds(path: QPainterPath, to_device: QTransform, dots: float) -> QRectF:
    bounds = to_device.mapRect(path.controlPointRect())
    return QRectF(bounds.x() / dots, bounds.y() / dots, bounds.width() / dots, bounds.height() / dots)
