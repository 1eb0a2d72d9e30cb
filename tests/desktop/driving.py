"""What a person does at the window, for the tests."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.map_canvas import MapCanvas


def settle(qtbot: QtBot, canvas: MapCanvas) -> None:
    """Wait until the map shows the sharp picture of what is asked for."""
    qtbot.waitUntil(canvas.is_ready, timeout=15_000)


def choose(chooser: QComboBox, value: Any) -> None:
    """Choose the entry that stands for ``value``, as a click in the list does."""
    chooser.setCurrentIndex(chooser.findData(value))
    chooser.activated.emit(chooser.currentIndex())
