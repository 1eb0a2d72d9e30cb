"""The scorecard tab: circles against the nation, linked with the map, with the rule it counts by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from data.balance.evaluate import INDEX, indicator_ids, indicator_of
from data.balance.groups import NATION
from data.balance.index import index_sensitivity
from data.balance.own_rows import own_counts
from data.balance.scorecard import SCORECARD, scorecard
from data.balance.sensitivity import Sensitivity
from desktop import readings, words
from desktop.index_words import Ranks, index_side, ranks
from desktop.place_table import PlaceTable
from desktop.scorecard_cell import ScorecardCell
from desktop.scorecard_columns import columns_menu
from desktop.scorecard_copy import as_table
from desktop.scorecard_model import ScorecardModel
from desktop.scorecard_sides import Sides
from desktop.session import Session
from desktop.widgets import muted
from desktop.worker import Task, Workers
from maps.table import COLUMNS

_ROW_HEIGHT = 36
"""Two lines: the number and, smaller, what it was estimated from; in English also two lines of a name.
Below 35 the two lines touch each other."""
_NAMES_WIDTH = {"zh": 128, "en": 150}
"""The longest name in one line, in English in two. Wider names would leave two columns on a small screen."""
_NAMES_TYPE = {"zh": 0.92, "en": 0.86}
"""Size of the names against the type of the window: Latin letters stay readable where ideographs do not."""
_HEADING_TYPE = 0.92
_HEADING_MARGIN = 18
"""Pixels beside a heading, for its padding and the arrow of the sorting."""
_SPACING = 4
_ROOM_FIRST = 100
"""Stretch of the table: it grows to all its rows before anything stays empty."""
_LEAST_ROWS = 3
"""Rows that stay in sight however low the window is; the others scroll."""
_QUIET = 150
"""Milliseconds without a change before the intervals of the ranks are drawn again."""


class ScorecardPanel(QWidget):
    """Compares the circles. A row selects its circle on the map; what is selected there marks its rows here."""

    columns_changed = Signal()

    fitted = Signal()
    """the rows, what stands above them or the width have changed: so has the height that is needed"""

    def __init__(self, session: Session, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._workers = session, workers
        self._stale = False
        self._followed = (session.view.name, session.view.choropleth)
        self._columns = SCORECARD
        self._hidden: frozenset[str] = frozenset()
        """what the project brings along and is not wanted among the usual columns"""
        self._ranks: Ranks | None = None
        self._asked: Task | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._ask_intervals)
        self.model = ScorecardModel(self)
        self.table = PlaceTable()
        self._set_up_table()
        self._set_up_headers()
        self.sides = Sides(session)
        self.rule = muted(wrapped=True)
        self.note = muted(wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(_SPACING)
        column.addWidget(self.sides)
        column.addWidget(self.table, _ROOM_FIRST)
        for label in (self.rule, self.note):
            label.setContentsMargins(10, 0, 10, 0)
            column.addWidget(label)
        # Reading order; Qt takes the chooser, which lies on the table, for what comes after it.
        QWidget.setTabOrder(list(self.sides.buttons.values())[-1], self.chooser)
        QWidget.setTabOrder(self.chooser, self.table)
        column.addStretch(1)  # what the table does not need would otherwise part the sentences
        self._connect()
        self.refresh()

    @property
    def columns(self) -> tuple[str, ...]:
        """The ids of the indicators that are shown, in their order: those chosen, or the usual ones and the own."""
        if self._columns == SCORECARD:
            return self._usual()
        known = indicator_ids(self._session.project)
        return tuple(one for one in self._columns if one in known) or SCORECARD

    def set_columns(self, columns: tuple[str, ...]) -> None:
        """Show these indicators, those that do not exist (of another version's settings) left out; none: the usual."""
        valid = indicator_ids(self._session.project)
        chosen = tuple(one for one in dict.fromkeys(columns) if one in valid) or SCORECARD
        if chosen != self._columns:
            self._columns = chosen
            self.refresh()
            self.columns_changed.emit()

    def refresh(self) -> None:
        """Compute the scorecard again and write every word again."""
        project, texts, side = self._session.project, self._session.texts, self._session.view.side
        self._stale = False
        self._ranks = ranks(project, "circle", side)
        card = scorecard(project, "circle", self.columns, side)
        standing = self.model.cell_of(self.table.currentIndex())
        self.model.show_card(card, project, texts, self._ranks)
        row, column = self.model.position(standing)
        if row >= 0 and column >= 0:
            self.table.stand_on(row, column)
        top = self.table.horizontalHeader()
        top.blockSignals(True)
        top.setSortIndicator(*self.model.sorted_by)
        top.blockSignals(False)
        self.table.setAccessibleName(texts.translate("Scorecard", "Scorecard of the circles and the nation"))
        self.chooser.setText(texts.translate("Scorecard", "Columns"))
        self.chooser.setToolTip(texts.translate("Scorecard", "Choose which indicators are shown"))
        self.rule.setText(words.overlap_sentence(texts, project.overlap))
        self.note.setText(
            texts.translate(
                "Scorecard",
                "Green: better, brown: worse, hatched: unknown. Not listed does not mean none. "
                "Double-click a number: its sources.",
            )
        )
        self._fit_size()
        self._follow_selection()
        self._ask_soon()

    def retranslate(self) -> None:
        """Write every word again."""
        self.refresh()

    def refresh_index(self) -> None:
        """Follow the recipe of the index, as fast as its weights are moved."""
        if not self.isVisible():
            self._stale = True
            return
        project, side = self._session.project, self._session.view.side
        self._ranks = ranks(project, "circle", side)
        self.model.update_card(scorecard(project, "circle", self.columns, side), project, self._ranks)
        self._ask_soon()

    def explain(self, index: QModelIndex) -> None:
        """Ask where the number of a cell comes from."""
        if index.isValid():
            place, indicator = self.model.place(index.row()), self.model.indicator(index.column())
            if place is not None:
                self._session.explain(indicator.id, "circle", place.id)
            elif indicator.id != INDEX:
                self._session.explain(indicator.id, "nation", NATION)

    def copy(self) -> None:
        """Put the table into the clipboard, as a spreadsheet takes it."""
        QGuiApplication.clipboard().setText(as_table(self.model, self._ranks, self._session.texts))

    def columns_menu(self) -> QMenu:
        """Return the menu that chooses the columns."""
        project, texts = self._session.project, self._session.texts
        indicators = [indicator_of(project, one) for one in (INDEX, *indicator_ids(project)[:-1])]
        return columns_menu(self, texts, indicators, self.columns, self._toggle, self._reset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        if event.size().width() != event.oldSize().width():
            self.fitted.emit()

    def comfortable_height(self) -> int:
        """Return the height at which every row and both sentences are in sight, pixels; more would be empty."""
        labels = sum(label.heightForWidth(self.width()) + _SPACING for label in (self.rule, self.note))
        return self.table.maximumHeight() + self.sides.wanted_height() + labels + 5 * _SPACING

    def _make_room(self) -> None:
        """Leave the sentences out where a row would be lost for them: the map and the tips say them too."""
        room = self.height() - self.table.maximumHeight() - 4 * _SPACING - self.sides.wanted_height()
        for label in (self.rule, self.note):
            room -= label.heightForWidth(self.width()) + _SPACING
            label.setVisible(room >= 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        else:
            self._ask_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table.viewport():
            if event.type() == QEvent.Type.Leave:
                self._session.hover(None)
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            # Qt's corner shows nothing and takes no widget; the chooser of columns lies on it.
            side, top = self.table.verticalHeader(), self.table.horizontalHeader()
            self.chooser.setGeometry(0, 0, side.width(), top.height())
        return super().eventFilter(watched, event)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(ScorecardCell(self._session, table))
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setCornerButtonEnabled(False)
        table.viewport().installEventFilter(self)
        table.horizontalHeader().installEventFilter(self)
        self.chooser = QToolButton(table)
        self.chooser.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.chooser.setAutoRaise(True)
        self.chooser.setArrowType(Qt.ArrowType.DownArrow)
        self.chooser.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.chooser.clicked.connect(self._open_columns)

    def _connect(self) -> None:
        table, session = self.table, self._session
        table.chosen.connect(self._choose)
        table.clicked.connect(lambda index: self._zoom(index.row()))
        table.activated.connect(self.explain)
        table.customContextMenuRequested.connect(self._open_menu)
        table.verticalHeader().sectionClicked.connect(self._zoom)
        table.entered.connect(lambda index: session.hover(self.model.place(index.row())))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), table, self.copy).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        session.project_changed.connect(self._renew)
        session.language_changed.connect(self._renew)
        session.index_changed.connect(self.refresh_index)
        session.theme_changed.connect(table.viewport().update)
        session.layers_changed.connect(self._follow_view)
        session.selection_changed.connect(self._follow_selection)
        session.hover_changed.connect(self._follow_hover)

    def _renew(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
            self._give_up()

    def _give_up(self) -> None:
        """Let no answer come that was asked of a project before."""
        if self._asked is not None:
            self._asked.cancel()

    def _ask_soon(self) -> None:
        self._give_up()
        self._quiet.start()

    def _ask_intervals(self) -> None:
        """Draw weights and methods for the shown index in the background, unless it is not shown at all."""
        if INDEX not in self.columns or not self.isVisible():
            return
        project, side = self._session.project, self._session.view.side

        def show(found: Sensitivity) -> None:
            self._ranks = ranks(project, "circle", side, found)
            self.model.update_card(scorecard(project, "circle", self.columns, side), project, self._ranks)
            self._fit_columns()

        self._asked = self._workers.run_task(
            lambda _task: index_sensitivity(project, "circle", index_side(side)), show, _surprise
        )

    def _toggle(self, indicator_id: str, shown: bool) -> None:
        """Show a column, at its usual place or at the end, or hide it; the last one stays."""
        if self._columns == SCORECARD and indicator_id in own_counts(self._session.project.data):
            self._hidden = self._hidden - {indicator_id} if shown else self._hidden | {indicator_id}
            self.refresh()
            self.columns_changed.emit()
            return
        if not shown:
            self.set_columns(tuple(one for one in self.columns if one != indicator_id) or self.columns)
            return
        wanted = {*self.columns, indicator_id}
        usual = tuple(one for one in SCORECARD if one in wanted)
        self.set_columns((*usual, *(one for one in (*self.columns, indicator_id) if one not in usual)))

    def _usual(self) -> tuple[str, ...]:
        own = own_counts(self._session.project.data)
        return (*SCORECARD, *(one for one in own if one not in self._hidden))

    def _reset(self) -> None:
        self._columns, self._hidden = SCORECARD, frozenset()
        self.refresh()
        self.columns_changed.emit()

    def _open_columns(self) -> None:
        self._pop_up(self.columns_menu(), self.chooser.mapToGlobal(QPoint(0, self.chooser.height())))

    def _open_menu(self, at: QPoint) -> None:
        texts, index = self._session.texts, self.table.indexAt(at)
        menu = QMenu(self)
        if index.isValid():
            indicator = self.model.indicator(index.column())
            explain = menu.addAction(texts.translate("Scorecard", "Where does this come from?"))
            explain.triggered.connect(lambda: self.explain(index))
            shown = menu.addAction(texts.translate("Scorecard", "Show on the map"))
            shown.triggered.connect(lambda: self._session.set_choropleth(indicator.id))
        menu.addAction(texts.translate("Scorecard", "Copy the table")).triggered.connect(self.copy)
        self._pop_up(menu, self.table.viewport().mapToGlobal(at))

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

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
        top.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        top.customContextMenuRequested.connect(lambda at: self._pop_up(self.columns_menu(), top.mapToGlobal(at)))

    def _fit_size(self) -> None:
        """Let the table be as high as its rows, no higher."""
        table, language = self.table, self._session.language
        table.verticalHeader().setFixedWidth(_NAMES_WIDTH[language])
        table.verticalHeader().setFont(_scaled(self.font(), _NAMES_TYPE[language]))
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self._fit_columns()
        head, bar = table.horizontalHeader().sizeHint().height(), table.horizontalScrollBar().sizeHint().height()
        table.setMinimumHeight(head + bar + _ROW_HEIGHT * _LEAST_ROWS)
        table.setMaximumHeight(head + bar + _ROW_HEIGHT * self.model.rowCount() + 2)
        self._make_room()
        self.fitted.emit()

    def _fit_columns(self) -> None:
        """Give each column the width of its longest line."""
        table = self.table
        metrics = table.horizontalHeader().fontMetrics()
        for column in range(self.model.columnCount()):
            lines = self.model.headerData(column, Qt.Orientation.Horizontal).split("\n")
            widest = max(metrics.horizontalAdvance(line) for line in lines) + _HEADING_MARGIN
            cells = (self.model.index(row, column) for row in range(self.model.rowCount()))
            table.setColumnWidth(column, max(widest, *(table.sizeHintForIndex(cell).width() for cell in cells)))

    def _choose(self, row: int) -> None:
        self._session.select(self.model.place(row))
        self._follow_selection()

    def _zoom(self, row: int) -> None:
        self._session.select(self.model.place(row), zoom=True)

    def _follow_view(self) -> None:
        """Show another side, and bring the columns of a newly chosen view or indicator to the left edge."""
        view = self._session.view
        if self.model.side != view.side:
            self._renew()
        if (view.name, view.choropleth) == self._followed:
            return
        self._followed = view.name, view.choropleth
        ready = () if view.name == "broadband" else COLUMNS.get(view.name, ())
        wanted = ready or (view.choropleth,)
        ids = [self.model.indicator(column).id for column in range(self.model.columnCount())]
        columns = [ids.index(one) for one in wanted if one in ids and one != "population"]
        if columns:
            first = 0 if view.name == "overview" else min(columns)
            self.table.horizontalScrollBar().setValue(self.table.horizontalHeader().sectionPosition(first))

    def _follow_selection(self) -> None:
        selected = self._session.view.selected
        circles = readings.circle_ids(self._session.project, selected) if selected is not None else ()
        rows = [self.model.row_of(circle) for circle in circles]
        self.table.mark([row for row in rows if row >= 0])

    def _follow_hover(self) -> None:
        hovered = self._session.view.hovered
        self.model.set_hovered(readings.circle_ids(self._session.project, hovered) if hovered else ())


def _scaled(font: QFont, factor: float) -> QFont:
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    return result


def _surprise(fault: Exception) -> None:
    raise fault
