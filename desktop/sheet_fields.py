"""Small makers of what the tabs of the sheet window are built from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QScrollArea, QSpinBox, QWidget

from desktop.widgets import Chooser
from maps.texts import Texts

_GAPS = 3
"""Pixels."""

_LETTERS = 10
"""Letters that a closed chooser always has room for; the open list is as wide as its longest name."""


class Number(QSpinBox):
    """A number that the wheel passes by, and that tells of itself when it is typed to the end."""

    def __init__(self, least: int, most: int, step: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def chooser() -> Chooser:
    """Return a combo box that a narrow column may squeeze."""
    box = Chooser()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    return box


def fill(box: QComboBox, texts: Texts, names: Mapping[Any, str], context: str = "Sheet") -> None:
    """Write the entries of a table in the language of the window; what was chosen stays chosen."""
    at = max(box.currentIndex(), 0)
    box.clear()
    for value, name in names.items():
        box.addItem(texts.translate(context, name), value)
    box.setCurrentIndex(at)


def show(box: QComboBox, value: Any) -> None:
    """Show an entry as the chosen one."""
    at = box.findData(value)
    if at != box.currentIndex():
        box.setCurrentIndex(at)


def row(form: QFormLayout, field: QWidget) -> QLabel:
    """Add a field with a label that leads to it."""
    label = QLabel()
    label.setBuddy(field)
    form.addRow(label, field)
    return label


def name(label: QLabel, text: str, field: QWidget | None = None) -> None:
    """Write a label and give the field the same name for who cannot see it."""
    label.setText(text)
    label.setMinimumWidth(0)
    # Qt measures words without the gaps round the underlined letter, and would cut the last one.
    label.setMinimumWidth(label.sizeHint().width() + _GAPS)
    buddy = field or label.buddy()
    if buddy is not None:
        # Chinese writes the key in brackets behind the word.
        buddy.setAccessibleName(text.split("(&")[0].replace("&", ""))


def scrolled(content: QWidget) -> QScrollArea:
    """Return a tab whose controls stay in reach however low the window is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area
