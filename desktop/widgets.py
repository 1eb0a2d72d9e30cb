"""Small makers of widgets that the style sheets know by name."""

from __future__ import annotations

from html import escape
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import Qt, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStyle, QStyleOptionComboBox

Q = TypeVar("Q", bound=QObject)

_TIP_LINE = 80
"""Letters of a line of a tool tip that is not broken into more; Qt breaks lines of HTML only."""


def named(thing: Q, name: str) -> Q:
    """Give an object the name by which style sheets and saved window states find it."""
    thing.setObjectName(name)
    return thing


def heading() -> QLabel:
    """Return the label of a section."""
    return named(QLabel(), "heading")


def text_tip(text: str) -> str:
    """Return a text as a tool tip, also one with names of strangers.

    As it stands, unless Qt would take it for HTML, or would show it as one line however long that is.
    """
    if Qt.mightBeRichText(text) or any(len(line) > _TIP_LINE for line in text.splitlines()):
        return f"<span>{escape(text).replace(chr(10), '<br>')}</span>"
    return text


def muted(wrapped: bool = False) -> QLabel:
    """Return a label for what is read second."""
    return named(QLabel(wordWrap=wrapped), "muted")


_MARGIN, _BESIDE_ICON = 2, 4
"""Logical pixels that styles leave beside the text and the icon of a combo box."""


class Chooser(QComboBox):
    """A combo box that the wheel passes by: who scrolls a panel does not mean to choose something else.

    What has no room in it ends in dots, so that nobody takes a part for the whole.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - _MARGIN
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _BESIDE_ICON
        # By the ink: a bracket of full width ends in half a letter of nothing, for which nothing need be cut.
        if 0 < room < option.fontMetrics.tightBoundingRect(option.currentText).right():
            option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
