"""The scorecard tab: circles against the nation, linked with the map, with the rule it counts by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from data.balance.scorecard import scorecard
from desktop import readings, words
from desktop.appearance import colours
from desktop.scorecard_model import COLOUR_ROLE, DOUBTFUL_ROLE, HOVER_ROLE, LEVEL_ROLE, SHARE_ROLE, ScorecardModel
from desktop.session import Session
from desktop.widgets import muted
from maps.table import COLUMNS

_ROW_HEIGHT = 38
"""Two lines: the number and, smaller, what it was estimated from; in English also two lines of a name.
Below 36 the second line touches the bar."""
_NAMES_WIDTH = {"zh": 128, "en": 150}
"""The longest name in one line, in English in two. Wider names would leave two columns on a small screen."""
_NAMES_TYPE = {"zh": 0.92, "en": 0.86}
"""Size of the names against the type of the window: Latin letters stay readable where ideographs do not."""
_HEADING_TYPE = 0.92
_HEADING_MARGIN = 18
"""Pixels beside a heading, for its padding and the arrow of the sorting."""
_SPACING = 4
_LEAST_ROWS = 3
"""Rows that stay in sight however low the window is; the others scroll."""


class _Cell(QStyledItemDelegate):
    """A number, what it stands on, and a thin bar that compares it with the largest circle.

    A number that stands on few people steps back: muted, in italics, its bar hollow as what is planned on the map.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        own = colours(self._session.view.theme)
        selected = bool(option.state & option.state.State_Selected)
        nation = not index.data(COLOUR_ROLE)
        rect: QRect = option.rect
        if selected:
            painter.fillRect(rect, QColor(own.highlight))
        elif index.data(HOVER_ROLE) or nation:
            painter.fillRect(rect, QColor(own.alternate if nation else own.window))
        inside = rect.adjusted(6, 3, -8, -6)
        level = index.data(LEVEL_ROLE)
        painter.save()
        font = option.font
        doubtful = bool(index.data(DOUBTFUL_ROLE))
        font.setBold(nation and not doubtful)
        font.setItalic(doubtful)
        painter.setFont(font)
        painter.setPen(QColor(own.highlighted if selected else own.muted if doubtful else own.text))
        right = Qt.AlignmentFlag.AlignRight
        if level:
            painter.drawText(inside, right | Qt.AlignmentFlag.AlignTop, index.data())
            font.setBold(False)
            font.setItalic(False)
            font.setPointSizeF(font.pointSizeF() * 0.78)
            painter.setFont(font)
            painter.setPen(QColor(own.highlighted if selected else own.muted))
            painter.drawText(inside, right | Qt.AlignmentFlag.AlignBottom, level)
        else:
            painter.drawText(inside, right | Qt.AlignmentFlag.AlignVCenter, index.data())
        self._paint_bar(painter, rect, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font = option.font
        font.setBold(not index.data(COLOUR_ROLE))
        number = QFontMetrics(font).horizontalAdvance(index.data() or "")
        widest = max(number, option.fontMetrics.horizontalAdvance(index.data(LEVEL_ROLE) or "") * 0.8)
        return QSize(int(widest) + 15, option.rect.height())

    def _paint_bar(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        share = index.data(SHARE_ROLE)
        if share is None:
            return
        colour, width = QColor(index.data(COLOUR_ROLE)), max(1, round((rect.width() - 14) * share))
        if index.data(DOUBTFUL_ROLE):
            painter.setPen(colour)
            painter.drawRect(rect.x() + 6, rect.bottom() - 3, width - 1, 2)
        else:
            painter.fillRect(rect.x() + 6, rect.bottom() - 3, width, 3, colour)


class ScorecardPanel(QWidget):
    """Compares the circles. A row selects its circle on the map; what is selected there marks its rows here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._following = False
        self._followed = (session.view.name, session.view.choropleth)
        self.model = ScorecardModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(_Cell(session, self.table))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setCornerButtonEnabled(False)
        self.table.setWordWrap(False)
        self.table.setMouseTracking(True)
        self.table.setTabKeyNavigation(False)
        self.table.viewport().installEventFilter(self)
        self._set_up_headers()
        self.rule = muted(wrapped=True)
        self.note = muted(wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(_SPACING)
        column.addWidget(self.table, 1)
        for label in (self.rule, self.note):
            label.setContentsMargins(10, 0, 10, 0)
            column.addWidget(label)

        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.clicked.connect(lambda index: self._zoom(index.row()))
        self.table.activated.connect(lambda index: self._zoom(index.row()))
        self.table.verticalHeader().sectionClicked.connect(self._zoom)
        self.table.entered.connect(lambda index: session.hover(self.model.place(index.row())))
        session.project_changed.connect(self.refresh)
        session.language_changed.connect(self.refresh)
        session.theme_changed.connect(self.table.viewport().update)
        session.layers_changed.connect(self._follow_view)
        session.selection_changed.connect(self._follow_selection)
        session.hover_changed.connect(self._follow_hover)
        self.refresh()

    def refresh(self) -> None:
        """Compute the scorecard again and write every word again."""
        project, texts = self._session.project, self._session.texts
        self._following = True
        self.model.show_card(scorecard(project), project, texts)
        self._following = False
        self.table.setAccessibleName(texts.translate("Scorecard", "Scorecard of the circles and the nation"))
        self.rule.setText(words.overlap_sentence(texts, project.overlap))
        self.note.setText(
            texts.translate(
                "Scorecard",
                "Not listed does not mean none. Point at a heading or number for its formula, level and sources.",
            )
        )
        self._fit_size()
        self._follow_selection()

    def comfortable_height(self, width: int) -> int:
        """Return the height at which every row and both sentences are in sight at this width, in pixels."""
        labels = sum(label.heightForWidth(width) for label in (self.rule, self.note))
        return self.table.maximumHeight() + labels + 4 * _SPACING

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a very low window the sentences would lie on the rows; both are said on the map and in the tips too.
        labels = sum(label.heightForWidth(event.size().width()) for label in (self.rule, self.note))
        for label in (self.rule, self.note):
            label.setVisible(event.size().height() >= self.table.minimumHeight() + labels + 4 * _SPACING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and watched is self.table.viewport():
            self._session.hover(None)
        return super().eventFilter(watched, event)

    def _set_up_headers(self) -> None:
        top, side = self.table.horizontalHeader(), self.table.verticalHeader()
        self.table.setSortingEnabled(True)
        top.setSortIndicatorClearable(True)
        top.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        top.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.setMinimumSectionSize(62)
        top.setHighlightSections(False)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        top.setFont(_scaled(self.font(), _HEADING_TYPE))
        side.setSectionsClickable(True)
        side.setHighlightSections(False)
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        side.setDefaultAlignment(wrapped)

    def _fit_size(self) -> None:
        """Give each column the width of its longest line, and let the table be as high as its rows, no higher."""
        table, language = self.table, self._session.language
        table.verticalHeader().setFixedWidth(_NAMES_WIDTH[language])
        table.verticalHeader().setFont(_scaled(self.font(), _NAMES_TYPE[language]))
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        metrics = table.horizontalHeader().fontMetrics()
        for column in range(self.model.columnCount()):
            lines = self.model.headerData(column, Qt.Orientation.Horizontal).split("\n")
            widest = max(metrics.horizontalAdvance(line) for line in lines) + _HEADING_MARGIN
            cells = (self.model.index(row, column) for row in range(self.model.rowCount()))
            table.setColumnWidth(column, max(widest, *(table.sizeHintForIndex(cell).width() for cell in cells)))
        head, bar = table.horizontalHeader().sizeHint().height(), table.horizontalScrollBar().sizeHint().height()
        table.setMinimumHeight(head + bar + _ROW_HEIGHT * _LEAST_ROWS)
        table.setMaximumHeight(head + bar + _ROW_HEIGHT * self.model.rowCount() + 2)

    def _choose(self, current: QModelIndex) -> None:
        if self._following or not current.isValid():
            return
        self._following = True
        self._session.select(self.model.place(current.row()))
        self._following = False

    def _zoom(self, row: int) -> None:
        self._following = True
        self._session.select(self.model.place(row), zoom=True)
        self._following = False

    def _follow_view(self) -> None:
        """Bring the columns of a newly chosen view or indicator to the left edge."""
        view = self._session.view
        if (view.name, view.choropleth) == self._followed:
            return
        self._followed = view.name, view.choropleth
        wanted = (view.choropleth,) if view.name == "broadband" else COLUMNS[view.name]
        ids = [self.model.indicator(column).id for column in range(self.model.columnCount())]
        columns = [ids.index(one) for one in wanted if one in ids and one != "population"]
        if columns:
            first = 0 if view.name == "overview" else min(columns)
            self.table.horizontalScrollBar().setValue(self.table.horizontalHeader().sectionPosition(first))

    def _follow_selection(self) -> None:
        if self._following:
            return
        self._following = True
        selected = self._session.view.selected
        marks = self.table.selectionModel()
        marks.clear()
        if selected is not None:
            how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for circle in readings.circle_ids(self._session.project, selected):
                row = self.model.row_of(circle)
                if row >= 0:
                    marks.select(self.model.index(row, 0), how)
        self._following = False

    def _follow_hover(self) -> None:
        hovered = self._session.view.hovered
        self.model.set_hovered(readings.circle_ids(self._session.project, hovered) if hovered else ())


def _scaled(font: QFont, factor: float) -> QFont:
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    return result
