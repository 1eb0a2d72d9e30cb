"""The map in the window: what is shown and where; the pictures are made in a worker.

While the user moves the map, the last picture is moved and scaled at once; the sharp one replaces it when it is
ready. A picture reaches a little beyond the window, so that a short drag shows no empty edge.
"""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from data.model import Place
from data.project import Project
from desktop.map_pictures import Picture, PictureMaker
from desktop.map_tools import Land, PointTool
from desktop.painting import painting
from maps.colour_vision import seen_as
from maps.compose import compose_marks, place_extent
from maps.context import Context
from maps.display import MapDrawing, PageItem, Viewport, fitted
from maps.geometry import Atlas
from maps.legend import legend_scale
from maps.mapspace import EXTENT, to_lonlat
from maps.overlay import Overlay, around, fitted_viewport, window_overlay, window_scale
from maps.painter import SheetPainter
from maps.picking import Picker
from maps.texts import Texts
from maps.view import MapView, Sight

LOGICAL_DOTS = 96 / 25.4
"""Logical pixels per mm of the window: type is sized for a page held at arm's length."""

PLAIN_SIZE, LARGEST_UNIT = 220.0, 1.4
"""Side in mm of a square map above which type grows, and by how much at most."""

SMALL_MAP, SMALLEST_UNIT = 130.0, 0.75
"""Side in mm below which type shrinks, so that a small window still shows a map and not only its names."""

SETTLE_MS = 40
"""Rest after the last gesture before a sharp picture is asked for: below a noticeable delay, above a wheel's rhythm."""

ZOOM_STEP = 1.25

PAN_STEP = 0.12
"""Share of the window by which an arrow key moves the map."""

NEAREST, FARTHEST = 12.0, 6000.0
"""Metres per mm between which the map can be zoomed: 1:12 000, where boundaries turn angular, to 1:6 000 000."""

PAD, CIRCLE_PAD = 0.12, 0.03
"""Country around a place brought into view, as a share of its longer side; the east is nearly as long as Taiwan."""

PICK_MM = 0.8
"""How near to a symbol the cursor counts as on it."""


class MapSurface(QWidget):
    """The map as a picture that can be moved and scaled, without the hands that do it (``MapCanvas``)."""

    scale_changed = Signal(float)
    """n of the scale 1:n"""
    settled = Signal()
    """a sharp picture of the present view is on screen"""

    _symbols = 1.0
    """size of sites' symbols against everything else on the map"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._project: Project | None = None
        self._view: MapView | None = None
        self._texts: Texts | None = None
        self._atlas: Atlas | None = None
        self._picker: Picker | None = None
        self._centre = ((EXTENT[0] + EXTENT[2]) / 2, (EXTENT[1] + EXTENT[3]) / 2)
        self._metres_per_mm = 2000.0
        self._fitted = True
        self._overlay: tuple[tuple[object, ...], Overlay, QImage] | None = None
        self._pictures = PictureMaker(self)
        self._pictures.made.connect(self._show_picture)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._render)
        self._tool = PointTool()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def set_project(self, project: Project, view: MapView | None = None) -> None:
        """Show another state of the project; boundaries are kept when only scenario, index or circles change.

        A ``view`` comes at once with it: the one before may show what the project has no more.

        The picture being made is finished and shown before the newest is begun: under a slider, changes come faster
        than pictures, and if each gave up the one before, nothing would move until the slider rests.
        """
        if self._project is None or self._project.data is not project.data:
            self._atlas = Atlas(project.data) if self._atlas is None else self._atlas.with_data(project.data)
            self._picker = Picker(self._atlas)
        self._project = project
        self._view = view or self._view
        if self._pictures.busy:
            self._fit_if_whole()
            self.update()
        else:
            self._changed()

    def set_view(self, view: MapView) -> None:
        """Show another view; a change of what is selected or hovered alone redraws no map."""
        before, self._view = self._view, view
        if self._texts is None or self._texts.language != view.language:
            self._texts = Texts(view.language)
        if before is None or without_marks(before) != without_marks(view):
            self._changed()
        else:
            self.update()

    def _changed(self) -> None:
        self._fit_if_whole()
        self.update()
        # Begun anew by every change, a timer of no time would never end while changes come as fast as events.
        if not self._timer.isActive() or self._timer.interval() > 0:
            self._timer.start(0)

    def _fit_if_whole(self) -> None:
        if self._fitted:
            self._fit_now()

    def is_ready(self) -> bool:
        """Tell whether the picture on screen is the sharp one of the present view."""
        picture, composed = self._pictures.picture, self._pictures.composed
        return (
            picture is not None
            and composed is not None
            and composed.key == self._key()
            and picture.viewport.metres_per_mm == self._metres_per_mm
            and picture.covers(self.viewport())
            and not self._timer.isActive()
            and not self._pictures.busy
        )

    # --- where ------------------------------------------------------------------------------------------------------

    def viewport(self) -> Viewport:
        """Return the present place and scale, the window measured in mm."""
        return Viewport(self._rect_mm(), self._centre, self._metres_per_mm)

    def extent(self) -> tuple[float, float, float, float]:
        """Return xmin, ymin, xmax, ymax of map space in the window, metres."""
        return self.viewport().extent()

    def is_fitted(self) -> bool:
        """Tell whether all of Taiwan is shown and will be after the window has changed its size."""
        return self._fitted

    def set_extent(self, extent: tuple[float, float, float, float]) -> None:
        """Show at least ``extent`` (map space, metres)."""
        self._fitted = False
        self._go(fitted(self._rect_mm(), extent))

    def fit(self) -> None:
        """Show all of Taiwan beside the legend."""
        self._fitted = True
        self._fit_now()
        self._timer.start(0)

    def zoom_to(self, place: Place) -> None:
        """Bring a place into view with some country around it."""
        context = self._context()
        extent = None if context is None else place_extent(context, place)
        if extent is None:
            return
        pad = (CIRCLE_PAD if place.kind == "circle" else PAD) * max(extent[2] - extent[0], extent[3] - extent[1])
        wanted = fitted(self._layout().free, (extent[0] - pad, extent[1] - pad, extent[2] + pad, extent[3] + pad))
        if wanted.metres_per_mm > self._whole().metres_per_mm:
            self.fit()
            return
        self._fitted = False
        self._go(around(wanted, self._rect_mm()))

    def zoom_in(self) -> None:
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        self.zoom_by(1 / ZOOM_STEP)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge by ``factor`` around a point of the window (logical pixels), by default its middle."""
        rect = self._rect_mm()
        point = rect.center() if at is None else QPointF(at.x() / LOGICAL_DOTS, at.y() / LOGICAL_DOTS)
        x, y = self.viewport().to_map(point.x(), point.y())
        scale = min(max(self._metres_per_mm / factor, NEAREST), FARTHEST)
        middle = rect.center()
        centre = x - (point.x() - middle.x()) * scale, y + (point.y() - middle.y()) * scale
        self._fitted = False
        self._go(Viewport(rect, centre, scale))

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the map by logical pixels to the right and down."""
        step = self._metres_per_mm / LOGICAL_DOTS
        self._fitted = False
        self._go(
            Viewport(self._rect_mm(), (self._centre[0] - dx * step, self._centre[1] + dy * step), self._metres_per_mm)
        )

    def pan_by_key(self, key: int) -> bool:
        """Move the map by a step if this is an arrow key."""
        steps = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        if key not in steps:
            return False
        right, down = steps[Qt.Key(key)]
        self.pan_by(right * self.width() * PAN_STEP, down * self.height() * PAN_STEP)
        return True

    def zoom_by_key(self, key: int) -> bool:
        """Zoom the map if this is a key for it: + and −, and Home for all of it. In the window the menu has them."""
        acts = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_Underscore: self.zoom_out,
            Qt.Key.Key_Home: self.fit,
        }
        if key not in acts:
            return False
        acts[Qt.Key(key)]()
        return True

    def _go(self, viewport: Viewport) -> None:
        left, bottom, right, top = EXTENT
        x, y = viewport.centre
        centre = min(max(x, left), right), min(max(y, bottom), top)
        scale = min(max(viewport.metres_per_mm, NEAREST), FARTHEST)
        stays = (centre, scale) == (self._centre, self._metres_per_mm)
        self._centre = centre
        if scale != self._metres_per_mm:
            self._metres_per_mm = scale
            self.scale_changed.emit(scale * 1000)
        self.update()
        picture = self._pictures.picture
        if stays and picture is not None and picture.covers(self.viewport()):
            return
        if picture is None or picture.covers(self.viewport()):
            self._pictures.cancel()
            self._timer.start(SETTLE_MS)
        elif not self._timer.isActive() and not self._pictures.busy:
            # The gesture has left the picture: the next one must come while it goes on.
            self._timer.start(0)

    def _fit_now(self) -> None:
        if self._context() is not None:
            self._go(self._whole())

    def _whole(self) -> Viewport:
        rect = self._rect_mm()
        return fitted_viewport(self._layout(), rect.width(), rect.height())

    def _rect_mm(self) -> QRectF:
        return QRectF(0, 0, max(self.width(), 1) / LOGICAL_DOTS, max(self.height(), 1) / LOGICAL_DOTS)

    # --- what is there ------------------------------------------------------------------------------------------------

    def place_at(self, point: QPointF) -> Place | None:
        """Return the site or else the town at a point of the window, logical pixels."""
        if self._picker is None:
            return None
        now = self.viewport()
        x_mm, y_mm = point.x() / LOGICAL_DOTS, point.y() / LOGICAL_DOTS
        if self._pictures.composed is not None:
            site = self._pictures.composed.symbols.site_at(now, x_mm, y_mm, PICK_MM)
            if site is not None:
                return site
        return self._picker.town_at(*now.to_map(x_mm, y_mm))

    def land_at(self, point: QPointF) -> Land | None:
        """Return longitude, latitude and town code at a point of the window, logical pixels; None at sea."""
        if self._picker is None:
            return None
        x, y = self._to_map(point)
        town = self._picker.town_at(x, y)
        return None if town is None else Land(*to_lonlat(x, y), town.id)

    def _to_map(self, point: QPointF) -> tuple[float, float]:
        return self.viewport().to_map(point.x() / LOGICAL_DOTS, point.y() / LOGICAL_DOTS)

    # --- drawing ----------------------------------------------------------------------------------------------------

    def _context(self) -> Context | None:
        if self._project is None or self._view is None or self._atlas is None or self._texts is None:
            return None
        dots = LOGICAL_DOTS * self.devicePixelRatioF()
        where = self._metres_per_mm, self._unit(), dots
        return Context(self._project, self._view, self._atlas, self._texts, *where, symbols=self._symbols)

    def _unit(self) -> float:
        """Return the enlargement of type and symbols: a large map is read from further away."""
        rect = self._rect_mm()
        side = math.sqrt(rect.width() * rect.height())
        if side < SMALL_MAP:
            return max(side / SMALL_MAP, SMALLEST_UNIT)
        return min(max(side / PLAIN_SIZE, 1.0), LARGEST_UNIT)

    def _key(self) -> tuple[object, ...]:
        view = None if self._view is None else without_marks(self._view)
        return (self._project, view, self._metres_per_mm, self._unit(), self.devicePixelRatioF())

    def _layout(self) -> Overlay:
        return self._furniture()[1]

    def _furniture(self) -> tuple[tuple[object, ...], Overlay, QImage]:
        """Return the furniture and its picture, laid out anew only when the view or the window has changed."""
        context = self._context()
        assert context is not None
        ratio = self.devicePixelRatioF()
        key = (self._project, without_marks(context.view), self.size(), ratio, legend_scale(context))
        if self._overlay is None or self._overlay[0] != key:
            rect = self._rect_mm()
            overlay = self._lay_out(context, rect)
            self._overlay = (key, overlay, self._page_picture(overlay.items, ratio, context.view.sight))
        return self._overlay

    def _lay_out(self, context: Context, rect: QRectF) -> Overlay:
        """Return what stands still over the map in ``rect`` (mm)."""
        return window_overlay(context, rect.width(), rect.height())

    def _signs(self, context: Context, now: Viewport) -> list[PageItem]:
        """Return what stands over the map and changes with its scale."""
        return window_scale(context, now, self._layout().free)

    def _page_picture(self, items: tuple[PageItem, ...], ratio: float, sight: Sight) -> QImage:
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        SheetPainter(painter, LOGICAL_DOTS * ratio, sight=sight).page(items)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image

    def _render(self) -> None:
        context = self._context()
        if context is not None and self.width() > 1 and self.isVisible():
            self._pictures.make(self._key(), context, self.viewport(), self.size(), self.devicePixelRatioF())

    def _show_picture(self) -> None:
        self.update()
        if self.is_ready():
            self._tool.forget_dropped()
            self.settled.emit()
        elif not self._timer.isActive():
            outdated = self._pictures.composed is None or self._pictures.composed.key != self._key()
            self._timer.start(0 if outdated else SETTLE_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, self._paint_plainly) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        context = self._context()
        if context is None:
            painter.fillRect(self.rect(), self.palette().window())
            return
        sight = context.view.sight
        painter.fillRect(self.rect(), QColor(seen_as(context.theme.paper, sight)))
        now = self.viewport()
        picture, composed = self._pictures.picture, self._pictures.composed
        if picture is not None:
            painter.drawImage(self._picture_rect(picture, now), picture.image)
        symbols = composed.drawing.symbols if composed is not None else ()
        marks = MapDrawing(marks=compose_marks(context, symbols))
        sheet = SheetPainter(painter, LOGICAL_DOTS, sight=sight)
        sheet.map(marks, now)
        if self._tool.floating is not None:
            sheet.map(MapDrawing(symbols=(self._tool.floating,)), now)
        self._paint_over_map(sheet, now)
        painter.drawImage(0, 0, self._furniture()[2])
        sheet.page(self._signs(context, now))

    def _paint_plainly(self, painter: QPainter) -> None:
        """Paint the last picture of the map and nothing else: what should be painted cannot be."""
        painter.fillRect(self.rect(), self.palette().window())
        picture = self._pictures.picture
        if picture is not None:
            painter.drawImage(self._picture_rect(picture, self.viewport()), picture.image)

    def _paint_over_map(self, sheet: SheetPainter, now: Viewport) -> None:
        """Draw what lies over the map and under the furniture."""

    @staticmethod
    def _picture_rect(picture: Picture, now: Viewport) -> QRectF:
        """Return where a picture belongs in the window now, logical pixels."""
        left, bottom, right, top = picture.viewport.extent()
        x0, y0 = now.to_page(left, top)
        x1, y1 = now.to_page(right, bottom)
        return QRectF(x0 * LOGICAL_DOTS, y0 * LOGICAL_DOTS, (x1 - x0) * LOGICAL_DOTS, (y1 - y0) * LOGICAL_DOTS)

    # --- the window -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitted:
            self._fit_now()
        self._timer.start(SETTLE_MS)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(0)

    def close_workers(self) -> None:
        """Wait for the picture being made, so that no thread outlives the window."""
        self._timer.stop()
        self._pictures.close()


def without_marks(view: MapView) -> MapView:
    """Return a view as far as the drawing of the map depends on it."""
    # A selected site is more than marked where rings are drawn around it.
    ringed = "rings" in view.layers and view.selected is not None and view.selected.kind == "site"
    return replace(view, selected=view.selected if ringed else None, hovered=None)
