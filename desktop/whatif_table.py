"""The table before and after: baseline, scenario and difference, area by area."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem

from data.balance.chains.inequality import inequality_id
from data.balance.evaluate import SIDES, Side
from data.balance.groups import NATION_NAME, By
from desktop import readings
from desktop.appearance import colours
from desktop.session import Session
from desktop.whatif_compare import GINI_DECIMALS, NOTHING, Block, Row
from desktop.widgets import text_tip
from maps.texts import Texts

_ROW = Qt.ItemDataRole.UserRole
_FINEST = 6
_CHANGE = {1: "▲", 0: "", -1: "▼"}
"""Beside the sign, because more is not always better: up for better, down for worse."""


class WhatIfTable(QTableWidget):
    """One heading and its rows for each area; Enter or a double click asks where a number comes from."""

    def __init__(self, session: Session) -> None:
        super().__init__(0, 4)
        self._session = session
        self._headings: tuple[str, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in range(1, 4):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        self.cellDoubleClicked.connect(self._explain)

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Write the table anew; the cell with the cursor keeps it."""
        texts = self._session.texts
        place = self.currentRow(), self.currentColumn()
        self.clearSpans()
        self.setRowCount(0)
        self._headings = (
            texts.translate("WhatIf", "Measure"),
            texts.translate("WhatIf", "Before"),
            texts.translate("WhatIf", "After"),
            texts.translate("WhatIf", "Change"),
        )
        self.setHorizontalHeaderLabels(self._headings)
        self.setAccessibleName(texts.translate("WhatIf", "Before and after"))
        for block in blocks:
            self._add_heading(block)
            for row in block.rows:
                self._add_row(row)
        self._fit()
        if 0 <= place[0] < self.rowCount():
            self.setCurrentCell(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._explain(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _add_heading(self, block: Block) -> None:
        number, language = self.rowCount(), self._session.language
        self.insertRow(number)
        self.setSpan(number, 0, 1, 4)
        if block.unequal:
            name = self._session.texts.translate("WhatIf", "Inequality across townships (Gini)")
        elif block.place is None:
            name = NATION_NAME.text(language)
        else:
            name = readings.name(self._session.project.data, block.place, language)
        item = QTableWidgetItem(name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.font()
        font.setBold(True)
        item.setFont(font)
        own = colours(self._session.view.theme)
        item.setForeground(QColor(own.link))
        item.setBackground(QColor(own.alternate))
        self.setItem(number, 0, item)

    def _add_row(self, row: Row) -> None:
        number, texts = self.rowCount(), self._session.texts
        self.insertRow(number)
        label = _label(texts, row)
        cells = (label, _value(texts, row, 0), _value(texts, row, 1), difference(texts, row))
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setData(_ROW, row)
            elif row.kind != "rank":
                item.setToolTip(text_tip(row.indicator.formula.text(texts.language)))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label}, {self._headings[column]}: {text}")
            if column == 3 and row.better:
                better, worse = texts.translate("WhatIf", "Better"), texts.translate("WhatIf", "Worse")
                item.setToolTip(better if row.better > 0 else worse)
            self.setItem(number, column, item)

    def _explain(self, number: int, column: int) -> None:
        item = self.item(number, column)
        row: Row | None = None if item is None or column == 0 else item.data(_ROW)
        if row is not None:
            side: Side = SIDES[column - 1]
            asked = inequality_id(row.indicator.id) if row.kind == "gini" else row.indicator.id
            by: By = "nation" if row.kind == "gini" else row.by
            self._session.explain(asked, by, row.area, side)

    def _fit(self) -> None:
        """Leave the measures what the numbers do not need; be as high as the rows: the panel scrolls, not the table."""
        for section in range(1, 4):
            self.setColumnWidth(
                section, max(self.sizeHintForColumn(section), self.horizontalHeader().sectionSizeHint(section))
            )
        self.resizeRowsToContents()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2)


def difference(texts: Texts, row: Row) -> str:
    """Return the signed difference, with as many decimals as it takes to see it, and whether it is for the better."""
    if math.isnan(row.difference):
        return texts.translate("Reading", "no data")
    if abs(row.difference) <= NOTHING:
        return texts.number(0)
    decimals = row.decimals
    while decimals < _FINEST and round(row.difference, decimals) == 0:
        decimals += 1
    sign = "+" if row.difference > 0 else "−"
    return f"{_CHANGE[row.better]} {sign}{texts.number(abs(row.difference), decimals)}".strip()


def _label(texts: Texts, row: Row) -> str:
    short = row.indicator.short.text(texts.language)
    if row.kind == "rank":
        return texts.translate("WhatIf", "Rank by the index")
    if row.kind == "gini":
        return short
    unit = row.indicator.unit.text(texts.language)
    return short if short.endswith(f" {unit}") else f"{short} ({unit})"


def _value(texts: Texts, row: Row, side: int) -> str:
    value = (row.before, row.after)[side]
    decimals = GINI_DECIMALS if row.kind == "gini" else row.decimals
    return readings.number(texts, value, decimals, bound=row.bounds[side])
