"""The field in which a scene's number or title is typed, to go there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.briefing.show import Show
from desktop.briefing.show_look import CHOSEN, GROUND, LINE, MUTED, TEXT, Slate, type_font
from maps.texts import Texts

MOST_ROWS = 8
_WIDTH = 32
"""of the field, in em"""


class JumpField(Slate):
    """Lists the scenes that are meant while one types. Enter goes there; what is no scene stays and is said."""

    def __init__(self, show: Show, parent: QWidget) -> None:
        super().__init__("jump", parent)
        self._show = show
        self._texts = Texts(show.language)
        self.field, self.list, self._said = QLineEdit(), QListWidget(), QLabel(wordWrap=True)
        self.field.setAccessibleName(self._texts.translate("Show", "Number or title of a scene"))
        self.field.setPlaceholderText(self.field.accessibleName())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self._texts.translate("Show", "Scenes that are meant"))
        for bar in (self.list.setHorizontalScrollBarPolicy, self.list.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        for widget in (self.field, self.list, self._said):
            column.addWidget(widget)
        self.field.textEdited.connect(self._search)
        self.list.itemClicked.connect(lambda _item: self._go())
        self.field.installEventFilter(self)
        show.moved.connect(lambda *_: self.close_field())

    @property
    def said(self) -> str:
        """What is wrong with what was typed; nothing while nothing is."""
        return "" if self._said.isHidden() else self._said.text()

    def open(self, text: str, pixels: int) -> None:
        """Open the field with what was typed already."""
        self.set_type(pixels)
        self.setStyleSheet(
            self.styleSheet()
            + f"QLineEdit, QListWidget {{ font-size: {pixels}px; color: {TEXT}; background: {GROUND}; outline: 0;"
            f" border: 0; padding: {pixels // 4}px; }}"
            f"QLineEdit {{ border-bottom: 2px solid {LINE}; placeholder-text-color: {MUTED}; }}"
            f"QListWidget::item {{ padding: {pixels // 6}px; }}"
            f"QListWidget::item:selected {{ background: {CHOSEN}; color: {TEXT}; }}"
        )
        self.list.setFont(type_font(pixels))
        self.field.setText(text)
        self.show()
        self.raise_()
        self._search(text)
        # A shortcut would select what was typed already, and the next digit would replace it.
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Close the field; the keyboard is the show's again."""
        if self.isVisible():
            self.hide()
            self.ground.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            if key == Qt.Key.Key_Escape:
                self.close_field()
                return True
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._say("")
        self.list.clear()
        for position in self._show.matches(text):
            item = QListWidgetItem(f"{position + 1}  {self._show.titles[position]}")
            item.setData(Qt.ItemDataRole.UserRole, position)
            self.list.addItem(item)
        self.list.setCurrentRow(self._row_of(self._show.find(text) if text.strip() else self._show.at))
        self._fit()

    def _row_of(self, position: int | None) -> int:
        return next((row for row in range(self.list.count()) if self._position(row) == position), -1)

    def _position(self, row: int) -> int:
        return int(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _step(self, step: int) -> None:
        if self.list.count():
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))

    def _go(self) -> None:
        row, text = self.list.currentRow(), self.field.text().strip()
        if row >= 0:
            self._show.go(self._position(row))
            return
        if text.isdecimal():
            sentence = self._texts.translate("Show", "There is no scene {number}; the show has {count}.").format(
                number=text, count=self._texts.number(len(self._show.scenes))
            )
        else:
            sentence = self._texts.translate("Show", "No title has “{text}” in it.").format(text=text)
        self._say(sentence)
        self.field.selectAll()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._fit()

    def _fit(self) -> None:
        """Give the card the height of what it lists, in the upper middle of the screen."""
        ground = self.ground
        rows = min(self.list.count(), MOST_ROWS)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + self.pixels // 2 if rows else 0)
        width = min(_WIDTH * self.pixels, round(0.9 * ground.width()))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((ground.width() - width) // 2, ground.height() // 8)
