"""The cells that could not be taken, each with its reason; a click goes to the cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from desktop.edit.row_model import RowModel
from desktop.edit.rows import Refused, sentence
from desktop.session import Session
from desktop.widgets import named, text_tip

MOST_LISTED = 500
_LINES, _FEWEST = 4, 2
_LOW = 360
"""Height of the table with this list, below which the list has the fewest lines: the rows are what is worked on."""
_REFUSED = Qt.ItemDataRole.UserRole


class RefusedList(QWidget):
    """Hidden as long as everything was taken."""

    wanted = Signal(str, str)
    """key of a record and column of the cell that is looked for"""

    def __init__(self, session: Session, model: RowModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self.title = named(QLabel(), "fault")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QListWidget()
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 6, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.list)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        model.refused.connect(self.show_refused)
        session.history.cleared.connect(self.hide)  # another project was opened
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        texts = self._session.texts
        self.close_button.setText("×")
        self.close_button.setToolTip(texts.translate("Edit", "Close the list"))
        self.close_button.setAccessibleName(self.close_button.toolTip())
        self.list.setAccessibleName(texts.translate("Edit", "Cells that were not taken"))

    def show_refused(self, refused: Sequence[Refused]) -> None:
        """List what was refused; nothing hides the list."""
        self.list.clear()
        texts = self._session.texts
        self.setVisible(bool(refused))
        if not refused:
            return
        quoted, colon = ("「{}」", "：") if texts.language == "zh" else ("“{}”", ": ")
        titles = {column.id: texts.translate("Edit", column.title) for column in self._model.rows.columns}
        for one in refused[:MOST_LISTED]:
            line = self._model.row_of(one.key)
            parts = [
                texts.translate("Edit", "row {number}").format(number=line + 1) if line >= 0 else "",
                titles.get(one.column, ""),
                quoted.format(one.text[:40]) if one.text else "",
            ]
            where = " · ".join(part for part in parts if part)
            fault = sentence(texts, one.fault)
            item = QListWidgetItem(f"{where}{colon}{fault}" if where else fault)
            item.setToolTip(text_tip(item.text()))
            item.setData(_REFUSED, (one.key, one.column))
            self.list.addItem(item)
        template = texts.translate("Edit", "Not taken: {count}. What is not listed here was taken.")
        self.title.setText(template.format(count=texts.number(len(refused))))
        line_height = self.list.sizeHintForRow(0)
        panel = self.parentWidget()
        lines = _FEWEST if panel is not None and panel.height() < _LOW else _LINES
        self.list.setFixedHeight(min(len(refused), lines) * line_height + 2 * self.list.frameWidth())

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(*item.data(_REFUSED))
