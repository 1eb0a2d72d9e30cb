"""The card that says what the keys of a show do."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.briefing.show_keys import KeyMap, KeySpec, keys_text
from desktop.briefing.show_look import LINK, Slate
from maps.texts import Texts

ROOM = 0.9
"""Share of the screen that the card may take; where that is too little, its type is smaller."""


class HelpCard(Slate):
    """One or two columns of keys in the middle of the screen."""

    def __init__(self, keys: KeyMap, texts: Texts, parent: QWidget) -> None:
        super().__init__("keys", parent)
        self._keys, self._texts = keys, texts
        self.columns = QLabel(self), QLabel(self)
        row = QHBoxLayout(self)
        for column in self.columns:
            row.addWidget(column, alignment=Qt.AlignmentFlag.AlignTop)
        self._row = row
        self.setAccessibleName(texts.translate("Show", "These keys"))

    def toggle(self, pixels: int) -> None:
        """Show the card, or hide it if it is there."""
        if self.isVisible():
            self.hide()
        else:
            self.open(pixels)

    def open(self, pixels: int) -> None:
        """Show the card in type of ``pixels``, smaller only where the screen has no room for it."""
        rows = list(self._keys.rows())
        room = self.ground.size() * ROOM
        for size in range(pixels, pixels // 2, -1):
            if any(self._fits(rows, columns, size, room) for columns in (1, 2)):
                break
        self.resize(self.sizeHint())
        self.move(self.ground.rect().center() - self.rect().center())
        self.show()
        self.raise_()

    def _fits(self, rows: list[KeySpec], columns: int, size: int, room: QSize) -> bool:
        """Lay the rows out in one or two columns of type of ``size`` pixels; return whether there is room."""
        self.set_type(size)
        self._row.setContentsMargins(size, size, size, size)
        self._row.setSpacing(2 * size)
        first = -(-len(rows) // columns)
        for column, part in zip(self.columns, (rows[:first], rows[first:]), strict=True):
            column.setText(self._table(part, size))
            column.setVisible(bool(part))
        wanted = self.sizeHint()
        return wanted.width() <= room.width() and wanted.height() <= room.height()

    def _table(self, rows: list[KeySpec], size: int) -> str:
        lines = (
            f'<tr><td style="padding-right:{size}px; padding-bottom:{size // 3}px; white-space:pre; color:{LINK}">'
            f"<b>{escape(keys_text(row))}</b></td><td>{escape(self._texts.translate('Show', row.text))}</td></tr>"
            for row in rows
        )
        return f"<table cellspacing='0' cellpadding='0'>{''.join(lines)}</table>"
