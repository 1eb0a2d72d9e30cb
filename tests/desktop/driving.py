"""What a person does at the window, for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.charts_panel import ChartsPanel
from desktop.map_canvas import MapCanvas
from desktop.session import Session
from desktop.sheet_window import SheetWindow
from desktop.worker import Workers

PART_OF_TAIWAN = (200_000.0, 2_600_000.0, 260_000.0, 2_660_000.0)
"""A piece of map space, metres: xmin, ymin, xmax, ymax."""


def settle(qtbot: QtBot, canvas: MapCanvas) -> None:
    """Wait until the map shows the sharp picture of what is asked for."""
    qtbot.waitUntil(canvas.is_ready, timeout=15_000)


def settle_sheet(qtbot: QtBot, sheet: SheetWindow) -> None:
    """Wait until the preview shows the sharp sheet that is asked for."""
    qtbot.waitUntil(sheet.is_ready, timeout=20_000)


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
