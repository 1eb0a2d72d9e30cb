"""The map of the last step: Taiwan as the program draws it, and every place of the import on it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from data.intake.outcome import Change
from desktop.intake.points import CHANGES, NO_POINTS, Points
from desktop.map_canvas import LOGICAL_DOTS, MapCanvas
from maps.context import Context
from maps.display import PageItem, Viewport
from maps.overlay import Overlay
from maps.painter import SheetPainter
from maps.view import ThemeName

COLOURS: Mapping[str, Mapping[Change, str]] = {
    "light": {
        "same": "#8A949E",
        "removed": "#5A6570",
        "changed": "#0B62A8",
        "moved": "#8F4A00",
        "added": "#B3261E",
    },
    "dark": {
        "same": "#7E8A96",
        "removed": "#AEB9C4",
        "changed": "#7FC4FF",
        "moved": "#FFB867",
        "added": "#FF8A80",
    },
}
"""What an import does to a site, in both themes; all with 3:1 on land."""

_ORDER: tuple[Change, ...] = ("same", "removed", "changed", "moved", "added")
"""From the lowest to the uppermost: what is new lies over what was there."""

_RADIUS = 3.4
"""Of a point, logical pixels: four of them at one town are still four."""
_FEW = 1500
"""Points up to which each is drawn as a disc with an edge; more become dots, one for each pixel they fall on."""
_REACH = 9.0
"""Logical pixels from a point at which a click still means it."""


class PreviewMap(MapCanvas):
    """The map with the points of an import. It knows no plan: it draws what it is given and tells what was clicked."""

    point_chosen = Signal(int)
    """row of ``Points`` of the point that was clicked"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(150, 120)
        self._points = NO_POINTS
        self._chosen = -1
        self._marked: tuple[float, float] | None = None
        self._dots: tuple[tuple[object, ...], QImage] | None = None

    def set_points(self, points: Points) -> None:
        """Draw these places instead of the ones before; none of them is marked."""
        self._points, self._chosen, self._marked, self._dots = points, -1, None, None
        self.update()

    def choose(self, row: int) -> None:
        """Mark a point and bring it into the window if it lies outside; -1 marks none."""
        self.mark(None if row < 0 else (float(self._points.xy[row, 0]), float(self._points.xy[row, 1])))
        self._chosen = row

    def mark(self, place: tuple[float, float] | None) -> None:
        """Mark a place (map space, metres) where there need not be a point, and bring it into the window."""
        self._chosen, self._marked = -1, place
        if place is not None:
            x, y = place
            left, bottom, right, top = self.extent()
            if not (left < x < right and bottom < y < top):
                half = (right - left) / 2, (top - bottom) / 2
                self.set_extent((x - half[0], y - half[1], x + half[0], y + half[1]))
        self.update()

    @property
    def marked(self) -> tuple[float, float] | None:
        """The marked place, None for none."""
        return self._marked

    @property
    def chosen(self) -> int:
        """Row of the marked point, -1 for none."""
        return self._chosen

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._pressed is not None and not self._dragged
        super().mouseReleaseEvent(event)
        if clicked and event.button() is Qt.MouseButton.LeftButton:
            row = self.point_at(event.position())
            if row >= 0:
                self.choose(row)
                self.point_chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.zoom_by_key(event.key()):
            super().keyPressEvent(event)

    def point_at(self, place: QPointF) -> int:
        """Return the row of the point nearest to a place of the window, -1 where none is near."""
        if not len(self._points.xy):
            return -1
        away = np.hypot(*(self._in_window(self.viewport()) - (place.x(), place.y())).T)
        row = int(away.argmin())
        return row if away[row] <= _REACH else -1

    def _in_window(self, now: Viewport) -> NDArray[np.float64]:
        """Return where the points are in the window, (n, 2) logical pixels."""
        middle = now.rect.center()
        xy = self._points.xy
        placed = np.empty_like(xy)  # column by column, which takes a third of the time
        placed[:, 0] = ((xy[:, 0] - now.centre[0]) / now.metres_per_mm + middle.x()) * LOGICAL_DOTS
        placed[:, 1] = ((now.centre[1] - xy[:, 1]) / now.metres_per_mm + middle.y()) * LOGICAL_DOTS
        return placed

    def _lay_out(self, context: Context, rect: QRectF) -> Overlay:
        return Overlay((), rect)

    def _signs(self, context: Context, now: Viewport) -> list[PageItem]:
        return []

    def _paint_over_map(self, sheet: SheetPainter, now: Viewport) -> None:
        if self._view is None:
            return
        painter = sheet.painter
        painter.save()
        painter.resetTransform()
        if len(self._points.xy):
            painter.drawImage(0, 0, self._picture(now, self._view.theme))
        if self._marked is not None:
            x, y = (LOGICAL_DOTS * mm for mm in now.to_page(*self._marked))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            dark = self._view.theme == "dark"
            for colour, width in (("#000000" if dark else "#FFFFFF", 5.0), ("#FFD04D" if dark else "#111111", 2.2)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawEllipse(QPointF(x, y), 9.0, 9.0)
        painter.restore()

    def _picture(self, now: Viewport, theme: ThemeName) -> QImage:
        """Return the points as a transparent picture of the window; a chosen point does not change it."""
        ratio = self.devicePixelRatioF()
        key = (self._points, now.centre, now.metres_per_mm, self.size(), ratio, theme)
        if self._dots is None or self._dots[0] != key:
            colours = COLOURS["dark" if theme == "dark" else "light"]
            placed = self._in_window(now)
            x, y = placed.T
            seen = (x > -_RADIUS) & (x < self.width() + _RADIUS) & (y > -_RADIUS) & (y < self.height() + _RADIUS)
            few = int(seen.sum()) <= _FEW
            draw = _discs if few else _dots
            image = draw(placed[seen], self._points.changes[seen], colours, self.size(), ratio)
            image.setDevicePixelRatio(ratio)
            self._dots = (key, image)
        return self._dots[1]


def sign(change: Change, theme: ThemeName, ratio: float) -> QPixmap:
    """Return a point as the map draws it, for the legend."""
    colours = COLOURS["dark" if theme == "dark" else "light"]
    middle, changes = np.array([[6.0, 6.0]]), np.array([CHANGES.index(change)], dtype=np.int8)
    image = _discs(middle, changes, colours, QSize(12, 12), ratio)
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def _discs(
    placed: NDArray[np.float64],
    changes: NDArray[np.int8],
    colours: Mapping[Change, str],
    size: QSize,
    ratio: float,
) -> QImage:
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    for change in _ORDER:
        if change == "removed":
            painter.setPen(QPen(QColor(colours[change]), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(QPen(QColor("#FFFFFF"), 1.0))
            painter.setBrush(QColor(colours[change]))
        for x, y in placed[changes == CHANGES.index(change)]:
            painter.drawEllipse(QPointF(x, y), _RADIUS, _RADIUS)
    painter.end()
    return image


def _dots(
    placed: NDArray[np.float64],
    changes: NDArray[np.int8],
    colours: Mapping[Change, str],
    size: QSize,
    ratio: float,
) -> QImage:
    """Draw points as dots of some pixels by writing them into a picture: a million take as long as it has pixels."""
    width, height = round(size.width() * ratio), round(size.height() * ratio)
    pixels = np.zeros((height, width), dtype=np.uint32)
    reach = max(1, round(ratio))
    for change in _ORDER:
        x, y = np.round(placed[changes == CHANGES.index(change)] * ratio).astype(np.int64).T + reach
        inside = (x >= 0) & (x < width + 2 * reach) & (y >= 0) & (y < height + 2 * reach)
        if not inside.any():
            continue
        there = np.zeros((height + 2 * reach, width + 2 * reach), dtype=np.bool_)
        there[y[inside], x[inside]] = True
        for right in range(2 * reach + 1):
            for down in range(2 * reach + 1):
                pixels[there[down : down + height, right : right + width]] = QColor(colours[change]).rgba()
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()
