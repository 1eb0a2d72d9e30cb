"""Every change by its name and time; a click goes to the state after it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from desktop.appearance import colours
from desktop.session import Session
from desktop.widgets import muted, text_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class HistoryModel(QAbstractListModel):
    """The start and every change, undone ones included; row n is the state after n changes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._texts: tuple[tuple[str, datetime], ...] = ()
        self.now = 0

    def refresh(self) -> None:
        """Follow the history."""
        self.beginResetModel()
        self._texts, self.now = self._session.history.texts(), self._session.history.index()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._texts) + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            sign = "→ " if row == self.now else "   "
            return sign + self._line(row)
        if role == Role.ToolTipRole:
            return text_tip(self._line(row))
        if role == Role.FontRole and row == self.now:
            font = QFont()
            font.setBold(True)
            return font
        if role == Role.ForegroundRole and row > self.now:
            return QColor(colours(self._session.view.theme).muted)
        return None

    def _line(self, row: int) -> str:
        texts = self._session.texts
        if row == 0:
            return texts.translate("Edit", "As it was at the start")
        text, when = self._texts[row - 1]
        line = f"{when:%H:%M:%S}  {text}"
        if row > self.now:
            return texts.translate("Edit", "{change} (undone)").format(change=line)
        return line


class HistoryPanel(QWidget):
    """Follows the history while it is seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = HistoryModel(session, self)
        self.list = QListView()
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.hint = muted(wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.clicked.connect(lambda index: session.history.go_to(index.row()))
        self.list.activated.connect(lambda index: session.history.go_to(index.row()))
        session.history.changed.connect(self.refresh)
        session.language_changed.connect(self.retranslate)
        session.theme_changed.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """Show every change, the present one in sight."""
        self.model.refresh()
        now = self.model.index(self.model.now, 0)
        self.list.setCurrentIndex(now)
        self.list.scrollTo(now)

    def retranslate(self) -> None:
        texts = self._session.texts
        self.hint.setText(
            texts.translate("Edit", "A click goes back to what was before, or forward to what was undone.")
        )
        self.list.setAccessibleName(texts.translate("Edit", "History of the changes"))
        self.refresh()
