"""The table of the ranking, linked with the map, and the interval of each rank drawn in its row."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from data.balance.evaluate import INDEX
from desktop.appearance import colours
from desktop.index_ranking import LAST, NAME, PARTLY_ROLE, PLOT, RANK, SPAN_ROLE, VALUE, RankingModel, Span
from desktop.place_table import PlaceTable
from desktop.session import Session
from maps.theme import mixed

_ROW_HEIGHT = 24
_DOT, _BAR = 3.4, 5.0
"""Radius of the place and thickness of its interval, pixels."""
_PLOT_WIDTH = 70
_LEAST_ROWS = 4
_NAME_LEAST = 84
"""Pixels in which names can be told apart; in a narrow dock the last columns give way, which the tips say too."""
_STALE = 0.4
"""Opacity of an interval of another recipe."""


class _RankCell(QStyledItemDelegate):
    """Text in italics where an indicator is unknown; the interval as a bar from the best to the worst rank."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == VALUE and index.data(PARTLY_ROLE):
            option.font.setItalic(True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        span = index.data(SPAN_ROLE) if index.column() == PLOT else None
        if span is not None:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_span(painter, QRectF(option.rect).adjusted(9, 0, -9, 0), span, selected)

    def _paint_span(self, painter: QPainter, rect: QRectF, span: Span, selected: bool) -> None:
        own = colours(self._session.view.theme)
        ground = own.highlight if selected else own.base
        ink = own.highlighted if selected else own.link
        middle = rect.center().y()

        def across(place: float) -> float:
            return rect.left() + rect.width() * (place - 1) / max(span.areas - 1, 1)

        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(mixed(own.muted, ground, 0.35)), 1))
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
        painter.setPen(Qt.PenStyle.NoPen)
        if span.low is not None:
            painter.setBrush(QColor(mixed(ink, ground, _STALE * 0.55 if span.stale else 0.55)))
            left, right = across(span.low), across(span.high)
            bar = QRectF(left - _BAR / 2, middle - _BAR / 2, right - left + _BAR, _BAR)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.setBrush(QColor(ink))
        painter.drawEllipse(QRectF(across(span.place) - _DOT, middle - _DOT, 2 * _DOT, 2 * _DOT))
        painter.restore()


class RankingTable(PlaceTable):
    """A row selects its area on the map; what is selected there marks its row. Enter asks where a value comes from."""

    def __init__(self, session: Session, model: RankingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self.setModel(model)
        self.setItemDelegate(_RankCell(session, self))
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.viewport().installEventFilter(self)
        self.chosen.connect(self._choose)
        self.activated.connect(lambda index: self._explain(index.row()))
        self.entered.connect(lambda index: session.hover(model.place(index.row())))
        self.customContextMenuRequested.connect(self._open_menu)
        session.selection_changed.connect(self.follow_selection)
        session.theme_changed.connect(self.viewport().update)

    def fit(self) -> None:
        """Give numbers the room they need, and names the rest."""
        metrics, head = self.fontMetrics(), self.horizontalHeader()
        count = str(self._model.rowCount())
        texts = {VALUE: "100.0", RANK: f"{count} ({count}–{count})", LAST: "100 %"}
        for column, text in texts.items():
            title = self._model.headerData(column, Qt.Orientation.Horizontal) or ""
            width = max(metrics.horizontalAdvance(text), head.fontMetrics().horizontalAdvance(title)) + 14
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(PLOT, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(PLOT, _PLOT_WIDTH)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(head.sizeHint().height() + _LEAST_ROWS * _ROW_HEIGHT)
        self._make_room()

    def _make_room(self) -> None:
        """Leave columns out until names can be read: the chance of being last first, then the picture of the range."""
        for column in (LAST, PLOT):
            self.setColumnHidden(column, False)
        for column in (LAST, PLOT):
            numbers = sum(self.columnWidth(one) for one in (VALUE, RANK, PLOT, LAST) if not self.isColumnHidden(one))
            if self.viewport().width() - numbers < _NAME_LEAST:
                self.setColumnHidden(column, True)

    def follow_selection(self) -> None:
        """Mark the row of what is selected on the map, and bring it into sight."""
        row = self._selected_row()
        self.mark([row] if row >= 0 else [])
        if row >= 0:
            self.scrollTo(self._model.index(row, NAME))

    def start_over(self) -> None:
        """Show another ranking from its first place, or where what is selected stands in it."""
        self.follow_selection()
        if self._selected_row() < 0:
            self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        row = self._selected_row()
        if row >= 0:
            self.scrollTo(self._model.index(row, NAME))

    def _selected_row(self) -> int:
        return self._model.row_of(self._session.view.selected)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and watched is self.viewport():
            self._session.hover(None)
        return super().eventFilter(watched, event)

    def _choose(self, row: int) -> None:
        self._session.select(self._model.place(row))
        self.follow_selection()

    def _explain(self, row: int) -> None:
        area = self._model.place(row)
        assert area.kind != "site"
        self._session.explain(INDEX, area.kind, area.id)

    def _open_menu(self, at: QPoint) -> None:
        row, texts = self.indexAt(at).row(), self._session.texts
        if row < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        explain = menu.addAction(texts.translate("Index", "Where does this come from?"))
        explain.triggered.connect(lambda: self._explain(row))
        zoom = menu.addAction(texts.translate("Index", "Bring into view"))
        zoom.triggered.connect(lambda: self._session.select(self._model.place(row), zoom=True))
        menu.popup(self.viewport().mapToGlobal(at))
