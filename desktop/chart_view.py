"""Shows a chart: reads values under the mouse, marks what is selected elsewhere, saves and copies the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFileDialog, QFrame, QMenu, QToolTip, QWidget

from data.errors import UserError
from data.model import Place
from desktop import readings, words
from desktop.appearance import colours
from desktop.session import Session
from desktop.worker import Workers
from maps.charts import render
from maps.charts.catalogue import ChartId
from maps.charts.chart import Chart, ChartContext, Hit
from maps.theme import THEMES, Theme

NEAR = 4.0
"""Points round a mark within which it answers: less is hard to hit, more takes hold of neighbours."""

_PAPER = (460.0, 330.0)
"""Size of a saved chart, points: the width of the text of an A4 page. Charts with many rows are higher."""
_COPY_DPI = 200
_SMALLEST = QSize(240, 200)


class ChartView(QAbstractScrollArea):
    """One chart. It draws the marks itself, so that neither hover nor selection waits for Matplotlib."""

    needed = Signal()
    """the size or the resolution is another, so another picture is wanted (see ``context``)"""
    told = Signal(str)
    """a sentence about saving or copying, for a line below the chart"""

    def __init__(self, session: Session, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workers = workers
        self._chart: Chart | None = None
        self._picture = QImage()
        self._order: tuple[ChartId, ChartContext] | None = None
        self._sentence = ""
        self._current: Hit | None = None
        self._seen: tuple[int, int, float] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(_SMALLEST)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        session.selection_changed.connect(self.viewport().update)
        session.hover_changed.connect(self.viewport().update)

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown."""
        return self._chart

    def context(self, indicator_id: str, **more: Any) -> ChartContext:
        """Return what a chart of this size, in the session's language, theme and side, is asked for."""
        session, room = self._session, self.viewport().size()
        return ChartContext(
            session.project, session.texts, THEMES[session.view.theme], room.width() / self._scale,
            room.height() / self._scale, indicator_id, side=session.view.side, **more,
        )  # fmt: skip

    def show_chart(self, chart_id: ChartId, context: ChartContext, chart: Chart, picture: QImage | None = None) -> None:
        """Show a chart, drawn here and now unless its picture comes with it."""
        self._order, self._chart, self._sentence = (chart_id, context), chart, ""
        self._picture = self.picture_of(chart) if picture is None else picture
        before = self._current
        same = (hit for hit in chart.hits if before is not None and (hit.by, hit.area) == (before.by, before.area))
        self._current = next(same, None)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.summary)
        self._fit_scrolling()
        self.viewport().update()

    def picture_of(self, chart: Chart) -> QImage:
        """Draw a chart at the resolution of the screen."""
        return render.picture(chart, *self.resolution())

    def resolution(self) -> tuple[float, float]:
        """Return the dots per inch before scaling and the scale factor of the screen."""
        return float(self.logicalDpiX()), self.devicePixelRatioF()

    def say(self, sentence: str) -> None:
        """Show a quiet sentence in the place of the chart."""
        self._chart, self._picture, self._sentence, self._order = None, QImage(), sentence, None
        self._current = None
        self.setAccessibleName(sentence)
        self.setAccessibleDescription("")
        self._fit_scrolling()
        self.viewport().update()

    def ask_where_to_save(self) -> None:
        """Ask for a file and write the chart to it."""
        if self._order is None:
            return
        title = self._session.texts.translate("ChartView", "Save chart")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name = f"lifecircles-{self._order[0]}.png"
        start = str((Path(folder) if folder and Path(folder).is_dir() else Path.home()) / name)
        path, kind = QFileDialog.getSaveFileName(self, title, start, "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)")
        if path:
            self.save(as_chosen(Path(path), name, kind))

    def save(self, path: Path) -> None:
        """Write the chart with title and sources as PNG, SVG or PDF, as the name ends; ``told`` says how it went."""
        if self._order is None:
            return
        if path.suffix.lower().lstrip(".") not in render.FORMATS:
            path = path.with_name(path.name + ".png")
        chart_id, context = self._order[0], on_paper(self._order[1])
        sentence = self._session.texts.translate("ChartView", "The chart was saved as {path}.").format(path=path)
        self._workers.run_task(
            lambda _task: render.save(render.build(chart_id, context), path),
            lambda _nothing: self.told.emit(sentence),
            self._report,
        )

    def copy(self) -> None:
        """Put the chart with title and sources on the clipboard, as a picture."""
        if self._order is None:
            return
        chart_id, context = self._order[0], on_paper(self._order[1])

        def done(picture: QImage) -> None:
            QGuiApplication.clipboard().setImage(picture)
            self.told.emit(self._session.texts.translate("ChartView", "The chart was copied."))

        self._workers.run_task(
            lambda _task: render.picture(render.build(chart_id, context), _COPY_DPI), done, self._report
        )

    def menu(self, hit: Hit | None) -> QMenu:
        """Return the context menu of a part of the chart."""
        translate, menu = self._session.texts.translate, QMenu(self)

        def add(text: str, do: Callable[[], None], possible: bool = True) -> None:
            action = menu.addAction(text)
            action.triggered.connect(lambda: do())
            action.setEnabled(possible)

        asked = hit if hit is not None else self._chart.whole if self._chart is not None else None
        if asked is not None and asked.by is not None and asked.area and asked.indicator_id:
            add(translate("ChartView", "&Where does this come from?"), lambda: self._explain(asked))
            menu.addSeparator()
        add(translate("ChartView", "&Copy chart"), self.copy, self._order is not None)
        add(translate("ChartView", "&Save chart…"), self.ask_where_to_save, self._order is not None)
        return menu

    def hit_at(self, position: QPointF) -> Hit | None:
        """Return the part of the chart under a position in the viewport; dots win over the rows they lie in."""
        if self._chart is None:
            return None
        x = position.x() / self._scale
        y = (position.y() + self.verticalScrollBar().value()) / self._scale
        near = [(hit.distance(x, y), not hit.round, hit) for hit in self._chart.hits]
        inside = [one for one in near if one[0] <= (0.0 if one[1] else NEAR)]
        return min(inside, key=lambda one: (one[1], one[0]))[2] if inside else None

    def rect_of(self, hit: Hit) -> QRectF:
        """Return where a part of the chart lies in the viewport, pixels."""
        scale = self._scale
        top = hit.y * scale - self.verticalScrollBar().value()
        return QRectF(hit.x * scale, top, hit.width * scale, hit.height * scale)

    def marked(self, place: Place | None) -> tuple[Hit, ...]:
        """Return the parts that stand for a place: its own, else those of the areas it lies in or holds."""
        if place is None or self._chart is None:
            return ()
        hits = tuple(hit for hit in self._chart.hits if hit.place is not None)
        own = tuple(hit for hit in hits if hit.place == place)
        if own:
            return own
        project = self._session.project
        around = {Place("circle", circle) for circle in readings.circle_ids(project, place)}
        if place.kind == "site":
            site = project.data.site_by_id.get(place.id) or project.what_if.data.site_by_id[place.id]
            around |= {Place("town", site.town_code), Place("county", site.county_code)}
        elif place.kind == "town":
            around.add(Place("county", place.id[:5]))
        elif place.kind == "county":
            towns = {Place("town", town.code) for town in project.data.towns if town.county.code == place.id}
            inside = tuple(hit for hit in hits if hit.place in towns)
            if inside:
                return inside
        elif place.kind == "circle":
            # any township or county that has a part in it, as in the strips
            return tuple(hit for hit in hits if hit.place and place.id in readings.circle_ids(project, hit.place))
        kinds = {hit.by for hit in hits if hit.place in around}
        # Of a town the chart of counties marks the county, not also its circle.
        nearest = next((kind for kind in ("town", "county", "circle") if kind in kinds), None)
        return tuple(hit for hit in hits if hit.place in around and hit.by == nearest)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self._session.view
        own, theme = colours(view.theme), THEMES[view.theme]
        painter.fillRect(self.viewport().rect(), QColor(theme.halo))
        if self._sentence:
            painter.setPen(QColor(own.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(16, 16, -16, -16), flags, self._sentence)
        painter.drawImage(QPointF(0, -self.verticalScrollBar().value()), self._picture)
        for hit in self.marked(view.selected):
            self._paint_mark(painter, hit, theme, 2.0)
        hovered = self.marked(view.hovered) or ((self._current,) if self._current is not None else ())
        for hit in hovered:
            self._paint_mark(painter, hit, theme, 1.2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(own.link), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(self.hit_at(event.position()), event.globalPosition().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            hit = self.hit_at(event.position())
            self._session.select(hit.place if hit is not None else None)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit_at(event.position())
        if hit is not None and hit.place is not None:
            self._session.select(hit.place, zoom=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        hits = self._chart.hits if self._chart is not None else ()
        at = hits.index(self._current) if self._current in hits else -1
        steps = {
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Left: max(at - 1, 0),
            Qt.Key.Key_Up: max(at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(hits) - 1,
        }
        key = Qt.Key(event.key())
        if hits and key in steps:
            self._walk_to(hits[min(steps[key], len(hits) - 1)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current is not None:
            self._session.select(self._current.place, zoom=key != Qt.Key.Key_Space)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self._current
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            hit = self.hit_at(QPointF(event.pos()))
        menu = self.menu(hit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_scrolling()
        self._look_at_screen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_screen()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._go_to(None, QPoint())
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look_at_screen()
        return bool(super().viewportEvent(event))

    @property
    def _scale(self) -> float:
        """Pixels of the window in a point."""
        return self.logicalDpiX() / 72

    def _look_at_screen(self) -> None:
        """Ask for another picture when the size or the resolution has changed."""
        size = self.viewport().size()
        seen = size.width(), size.height(), self.devicePixelRatioF()
        if seen != self._seen:
            self._seen = seen
            self.needed.emit()

    def _fit_scrolling(self) -> None:
        height = 0.0 if self._picture.isNull() else self._picture.height() / self._picture.devicePixelRatioF()
        room = self.viewport().height()
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setSingleStep(24)
        # A rounded pixel more than the room needs no scroll bar.
        self.verticalScrollBar().setRange(0, max(0, int(height) - room - 1))

    def _go_to(self, hit: Hit | None, where: QPoint) -> None:
        if hit is self._current:
            return
        self._current = hit
        self._session.hover(hit.place if hit is not None else None)
        self.viewport().update()
        if hit is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(where, _tip(hit.text), self.viewport(), self.rect_of(hit).toAlignedRect())

    def _walk_to(self, hit: Hit) -> None:
        rect, bar = self.rect_of(hit), self.verticalScrollBar()
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + round(rect.center().y() - self.viewport().height() / 2))
        self.setAccessibleDescription(hit.text)
        self._go_to(hit, self.viewport().mapToGlobal(self.rect_of(hit).center().toPoint()))

    def _paint_mark(self, painter: QPainter, hit: Hit, theme: Theme, width: float) -> None:
        """Draw a ring round a dot, a bar beside a row."""
        rect = self.rect_of(hit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if hit.round:
            for colour, thick, grown in ((theme.halo, width + 2, 2.0), (theme.mark, width, 2.0)):
                painter.setPen(QPen(QColor(colour), thick))
                painter.drawEllipse(rect.adjusted(-grown, -grown, grown, grown))
        else:
            painter.setPen(QPen(QColor(theme.mark), width / 2))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 3, 3)
            painter.fillRect(
                QRectF(rect.left() + 2, rect.top() + 3, 1.5 * width, rect.height() - 6), QColor(theme.mark)
            )

    def _explain(self, hit: Hit) -> None:
        if hit.by is not None:
            self._session.explain(hit.indicator_id, hit.by, hit.area, hit.side)

    def _report(self, fault: Exception) -> None:
        texts = self._session.texts
        if isinstance(fault, UserError):
            self.told.emit(words.error(texts, fault))
        else:
            self.told.emit(texts.translate("ChartView", "The chart could not be made; the log file has the details."))


def as_chosen(path: Path, suggested: str, kind: str) -> Path:
    """Return the file in the format of the dialog's list, unless its name was typed with another one.

    Qt leaves the suggested ".png" in place when "SVG (*.svg)" is chosen from the list.
    """
    own = path.suffix.lower().lstrip(".")
    if own in render.FORMATS and path.name != suggested:
        return path
    ending = "." + kind.split(" ")[0].lower()
    return path.with_suffix(ending) if own in render.FORMATS else path.with_name(path.name + ending)


def on_paper(context: ChartContext) -> ChartContext:
    """Return the look of a chart that leaves the window: in print colours, with title and sources."""
    width, height = _PAPER
    return replace(context, theme=THEMES["print"], width=width, height=height, paper=True)


def _tip(text: str) -> str:
    """Return a reading as rich text, which wraps; the first line is the name."""
    name, *rest = text.split("\n")
    return "<br>".join((f"<b>{escape(name)}</b>", *map(escape, rest)))
