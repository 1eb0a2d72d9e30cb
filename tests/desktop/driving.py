"""What a person does at the window, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.charts_panel import ChartsPanel
from desktop.map_canvas import MapCanvas
from desktop.session import Session
from desktop.worker import Workers


def settle(qtbot: QtBot, canvas: MapCanvas) -> None:
    """Wait until the map shows the sharp picture of what is asked for."""
    qtbot.waitUntil(canvas.is_ready, timeout=15_000)


def choose(chooser: QComboBox, value: Any) -> None:
    """Choose the entry that stands for ``value``, as a click in the list does."""
    chooser.setCurrentIndex(chooser.findData(value))
    chooser.activated.emit(chooser.currentIndex())


def charts_alone(qtbot: QtBot, session: Session, width: int, height: int) -> Iterator[ChartsPanel]:
    """Show the Charts tab by itself, with its first chart drawn, and close it in the end."""
    workers = Workers()
    widget = ChartsPanel(session, workers)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.waitUntil(widget.is_ready, timeout=20_000)
    yield widget
    workers.close()
