"""The tools of a show as buttons of the console: each does what its key does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.briefing.show_keys import KeyMap, keys_text
from desktop.widgets import named
from desktop.words import mark
from maps.texts import Texts

LABELS = {
    "back": mark("Console", "◀ Back"),
    "next": mark("Console", "Next ▶"),
    "home": mark("Console", "View of the scene"),
    "jump": mark("Console", "Go to…"),
    "laser": mark("Console", "Pointer"),
    "spotlight": mark("Console", "Spotlight"),
    "pen": mark("Console", "Pen"),
    "highlighter": mark("Console", "Highlighter"),
    "magnifier": mark("Console", "Magnifier"),
    "wipe": mark("Console", "Wipe"),
    "keep": mark("Console", "Keep ink"),
    "timer": mark("Console", "Timer"),
    "black": mark("Console", "Black"),
    "white": mark("Console", "White"),
    "swap": mark("Console", "Swap screens"),
    "leave": mark("Console", "End the show"),
}
"""By the rows of the table of keys, in the order of the buttons."""


class Buttons(QWidget):
    """A row of buttons that never take the keyboard: Space and arrows stay those of the show."""

    def __init__(self, keys: KeyMap, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        known = {one.id: one for one in keys.rows()}
        for row_id, words in LABELS.items():
            if row_id not in known:
                continue
            button = named(QToolButton(), "tool")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setText(texts.translate("Console", words))
            says = f"{texts.translate('Show', known[row_id].text)}  ({keys_text(known[row_id])})"
            button.setToolTip(says)
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(says)
            button.clicked.connect(lambda _=False, one=row_id: keys.do(one))
            row.addWidget(button)
            self.buttons[row_id] = button
        row.addStretch(1)

    def set_on(self, row_id: str, on: bool) -> None:
        """Show whether what a button does is on."""
        button = self.buttons.get(row_id)
        if button is not None:
            button.setCheckable(True)
            button.setChecked(on)
