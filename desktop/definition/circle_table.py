"""The circles of the definition that is painted: which one the brush paints, and how much each has."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from data.own_definitions import Tally, tally
from desktop import swatches
from desktop.definition.state import EditorState
from desktop.session import Session
from desktop.widgets import text_tip

_CIRCLE = Qt.ItemDataRole.UserRole
_ROW_PADDING = 6
"""Pixels above and below a name together."""


class CircleTable(QTableWidget):
    """A row for each circle in the order in which shared towns are counted, and one for the towns of no circle."""

    def __init__(self, session: Session, state: EditorState, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._session, self._state = session, state
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setIconSize(QSize(swatches.SIZE, swatches.SIZE))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        for column in range(4):
            mode = QHeaderView.ResizeMode.Stretch if column == 0 else QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        self.itemSelectionChanged.connect(self._choose)
        state.changed.connect(self.refresh)
        state.brush_changed.connect(self._follow)

    def retranslate(self) -> None:
        texts = self._session.texts
        self.setAccessibleName(texts.translate("DefinitionEditor", "Circle that is painted"))
        names = (
            texts.translate("DefinitionEditor", "Circle"),
            texts.translate("DefinitionEditor", "Towns"),
            texts.translate("DefinitionEditor", "People"),
            texts.translate("DefinitionEditor", "km²"),
        )
        for column, name in enumerate(names):
            item = QTableWidgetItem(name)
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(column, item)
        self.refresh()

    def refresh(self) -> None:
        """Count again what the circles have."""
        texts, data = self._session.texts, self._session.project.data
        draft = self._state.now.draft
        free = frozenset(data.town_index) - draft.assigned
        rows = [
            (circle, data.circles[circle].name.text(texts.language), data.circles[circle].colour, draft.of(circle))
            for circle in draft.circles
        ]
        rows.append(("", texts.translate("DefinitionEditor", "In no circle"), "", free))
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for row, (circle, name, colour, towns) in enumerate(rows):
            item = QTableWidgetItem(name)
            item.setData(_CIRCLE, circle)
            item.setToolTip(text_tip(name))
            if colour:
                item.setIcon(swatches.circle_chip(colour))
            self.setItem(row, 0, item)
            self._put_numbers(row, tally(data, towns))
        self.blockSignals(False)
        self._follow()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _put_numbers(self, row: int, found: Tally) -> None:
        number = self._session.texts.number
        for column, value in enumerate((found.towns, found.people, found.km2), start=1):
            item = QTableWidgetItem(number(value) if found.towns else "–")
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)

    def _choose(self) -> None:
        item = self.item(self.currentRow(), 0)
        if item is not None:
            self._state.choose(item.data(_CIRCLE))

    def _follow(self) -> None:
        self.blockSignals(True)
        for row in range(self.rowCount()):
            item = self.item(row, 0)
            if item is not None and item.data(_CIRCLE) == self._state.circle:
                self.setCurrentCell(row, 0)
                self.selectRow(row)
        self.blockSignals(False)

    def _fit(self) -> None:
        """Be as high as the rows, in which names wrap: the panel around it scrolls."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth())
