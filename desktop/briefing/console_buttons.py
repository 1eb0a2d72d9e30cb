"""The tools of a show as buttons of the console: each does what its key does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from desktop.briefing.show_keys import KeyMap, KeySpec, keys_text
from desktop.widgets import named
from desktop.words import mark
from maps.texts import Texts

_GAP = 6

GROUPS = (
    {
        "back": mark("Console", "◀ Back"),
        "next": mark("Console", "Next ▶"),
        "jump": mark("Console", "Go to…"),
        "home": mark("Console", "Scene view"),
        "black": mark("Console", "Black"),
        "white": mark("Console", "White"),
        "smaller": mark("Console", "A−"),
        "larger": mark("Console", "A+"),
        "help": mark("Console", "Keys"),
    },
    {
        "laser": mark("Console", "Pointer"),
        "spotlight": mark("Console", "Spotlight"),
        "pen": mark("Console", "Pen"),
        "highlighter": mark("Console", "Highlighter"),
        "colour": mark("Console", "Colour"),
        "magnifier": mark("Console", "Magnifier"),
        "wipe": mark("Console", "Wipe"),
        "keep": mark("Console", "Keep ink"),
        "timer": mark("Console", "Timer"),
    },
)
"""By the rows of the table of keys, in the order of the buttons: going about, and tools."""


class Buttons(QWidget):
    """Buttons in one row or in two. They never take the keyboard: Space and arrows stay those of the show."""

    def __init__(self, keys: KeyMap, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        known = {one.id: one for one in keys.rows()}
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._groups = []
        for group in GROUPS:
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            for row_id, words in group.items():
                if row_id in known:
                    button = key_button(keys, known[row_id], texts.translate("Console", words), texts)
                    row.addWidget(button)
                    self.buttons[row_id] = button
            row.addStretch(1)
            self._column.addLayout(row)
            self._groups.append(row)

    def set_on(self, row_id: str, on: bool) -> None:
        """Show whether what a button does is on."""
        button = self.buttons.get(row_id)
        if button is not None:
            button.setCheckable(True)
            button.setChecked(on)

    def set_colour(self, colour: str) -> None:
        """Show the colour (``#RRGGBB``) of the tool in hand, '' where it has none."""
        button = self.buttons.get("colour")
        if button is not None:
            side = self.fontMetrics().ascent()
            patch = QPixmap(side, side)
            patch.fill(QColor(colour or "transparent"))
            button.setIcon(QIcon(patch))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setEnabled(bool(colour))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(row.sizeHint().width() for row in self._groups) + _GAP
        fits = wanted <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction != self._column.direction():
            self._column.setDirection(direction)


def key_button(keys: KeyMap, row: KeySpec, words: str, texts: Texts) -> QToolButton:
    """Return a button that does what a key does, and says so."""
    button = named(QToolButton(), "tool")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setText(words)
    button.setAccessibleName(words)
    button.setToolTip(f"{texts.translate('Show', row.text)}  ({keys_text(row)})")
    button.setAccessibleDescription(button.toolTip())
    button.clicked.connect(lambda: keys.do(row.id))
    return button
