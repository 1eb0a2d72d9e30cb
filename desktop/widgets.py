"""Small makers of widgets that the style sheets know by name."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

Q = TypeVar("Q", bound=QObject)


def named(thing: Q, name: str) -> Q:
    """Give an object the name by which style sheets and saved window states find it."""
    thing.setObjectName(name)
    return thing


def heading() -> QLabel:
    """Return the label of a section."""
    return named(QLabel(), "heading")


def muted(wrapped: bool = False) -> QLabel:
    """Return a label for what is read second."""
    return named(QLabel(wordWrap=wrapped), "muted")
