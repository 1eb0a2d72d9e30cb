"""The search field: places and sites by name in either language, listed under the field as one types."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from data.model import Place
from data.search import Hit, search
from desktop import words
from desktop.appearance import colours
from desktop.session import Session
from desktop.widgets import named, text_tip

_HIT = Qt.ItemDataRole.UserRole
_WHERE = Qt.ItemDataRole.UserRole + 1
_WIDTH = 280
"""Pixels of the field: the placeholder in either language with room to type."""
_LIST_WIDTH = 420
"""Pixels of the list: a long English name of a site beside its township."""
_GAP = 14
_ROWS = 14
"""Results shown without scrolling: more would reach below a window of 800 pixels."""


class _Row(QStyledItemDelegate):
    """The name on the left, where it is on the right, muted; headings muted and further left."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        own = colours(self._session.view.theme)
        if index.data(_HIT) is None:
            painter.save()
            painter.setFont(index.data(Qt.ItemDataRole.FontRole))
            painter.setPen(QColor(own.muted))
            painter.drawText(option.rect.adjusted(6, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
            painter.restore()
            return
        where = index.data(_WHERE)
        selected = QStyle.StateFlag.State_Selected in option.state
        rect, metrics = option.rect.adjusted(14, 0, -8, 0), option.fontMetrics
        painter.save()
        painter.fillRect(option.rect, QColor(own.highlight if selected else own.base))
        middle = Qt.AlignmentFlag.AlignVCenter
        room = rect.width() - metrics.horizontalAdvance(where) - (_GAP if where else 0)
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(own.highlighted if selected else own.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | middle, name)
        painter.setPen(QColor(own.highlighted if selected else own.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | middle, where)
        painter.restore()


class SearchField(QLineEdit):
    """Type, choose with the arrow keys or the mouse, Enter goes there; Esc closes the list."""

    left = Signal()
    """a place was chosen or the search given up: the keyboard belongs to the map again"""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.popup = named(QListWidget(window), "results")
        self.popup.setItemDelegate(_Row(session, self.popup))
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.hide()
        self.textEdited.connect(self._search)
        self.popup.itemClicked.connect(self._go)
        session.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        texts = self._session.texts
        self.setPlaceholderText(texts.translate("Search", "Find place or site…"))
        self.setAccessibleName(texts.translate("Search", "Find place or site"))
        self.popup.setAccessibleName(texts.translate("Search", "Results"))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        # Esc is also a shortcut of the window; while the list is open it belongs to the list.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and (self.popup.isVisible() or self.text())
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.popup.hide()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.popup.currentItem()
            if self.popup.isVisible() and item is not None:
                self._go(item)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.popup.isVisible():
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.popup.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text():
            self._search(self.text())

    def _search(self, text: str) -> None:
        self.popup.clear()
        if not text.strip():
            self.popup.hide()
            return
        hits = search(self._session.project.data, text)
        order = list(dict.fromkeys(self._group(hit) for hit in hits))
        for group, members in groupby(sorted(hits, key=lambda hit: order.index(self._group(hit))), self._group):
            self._add_heading(words.kind(self._session.texts, group))
            for hit in members:
                self._add_hit(hit)
        if not hits:
            self._add_heading(self._session.texts.translate("Search", "Nothing found; 台 and 臺 are the same here."))
        self._place_popup()
        self.popup.setCurrentRow(-1)
        self._step(1)

    def _group(self, hit: Hit) -> str:
        if hit.place.kind == "site":
            return str(self._session.project.data.site_by_id[hit.place.id].layer)
        return hit.place.kind

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setPointSizeF(self.font().pointSizeF() * 0.85)
        item.setFont(font)
        self.popup.addItem(item)

    def _add_hit(self, hit: Hit) -> None:
        language = self._session.language
        item = QListWidgetItem(hit.name.text(language))
        item.setData(_HIT, hit.place)
        item.setData(_WHERE, hit.where.text(language))
        item.setToolTip(text_tip(f"{hit.name.text(language)} {hit.where.text(language)}".strip()))
        self.popup.addItem(item)

    def _place_popup(self) -> None:
        window = self._window
        # A heading is lower than a result.
        rows = range(min(self.popup.count(), _ROWS))
        height = sum(self.popup.sizeHintForRow(row) for row in rows) + 2 * self.popup.frameWidth()
        width = max(self.width(), _LIST_WIDTH)
        corner = self.mapTo(window, QPoint(self.width() - width, self.height() + 2))
        self.popup.setGeometry(max(4, corner.x()), corner.y(), width, height)
        self.popup.show()
        self.popup.raise_()

    def _step(self, by: int) -> None:
        row = self.popup.currentRow() + by
        while 0 <= row < self.popup.count():
            if self.popup.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                self.popup.setCurrentRow(row)
                return
            row += by

    def _go(self, item: QListWidgetItem) -> None:
        place: Place | None = item.data(_HIT)
        if place is None:
            return
        self.popup.hide()
        self.setText(item.text())
        self._session.select(place, zoom=True)
        self.left.emit()
