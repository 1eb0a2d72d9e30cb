"""Small makers of widgets that the style sheets know by name."""

from __future__ import annotations

from html import escape
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import Qt, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel

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


class Chooser(QComboBox):
    """A combo box that the wheel passes by: who scrolls a panel does not mean to choose something else."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
