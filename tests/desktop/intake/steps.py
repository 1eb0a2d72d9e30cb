"""What a person does in the window of imports, for the tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.intake.questions import can_be_checked
from desktop.intake.state import ImportState
from desktop.intake.window import ImportWindow


def settle(qtbot: QtBot, state: ImportState) -> None:
    """Wait until the plan was carried out as it stands, or cannot be."""

    def is_settled() -> bool:
        resting = not state.doing and not state.waits
        idle = state.fault is not None or (state.plan is not None and not can_be_checked(state.plan))
        return resting and (idle or not state.is_outdated)

    qtbot.waitUntil(is_settled, timeout=20_000)


def open_file(qtbot: QtBot, window: ImportWindow, path: Path) -> ImportState:
    window.state.open(path)
    settle(qtbot, window.state)
    return window.state


def write(field: QLineEdit, text: str) -> None:
    """Write into a field as the keyboard does."""
    field.setText(text)
    field.setModified(True)
    field.textEdited.emit(text)
    field.editingFinished.emit()


def choose(box: QComboBox, value: object) -> None:
    """Choose the entry that stands for ``value``."""
    at = box.findData(value)
    assert at >= 0, f"{value} is not offered"
    box.setCurrentIndex(at)
    box.activated.emit(at)


def name_source(window: ImportWindow, publisher: str = "臺東縣衛生局", date: str = "115/3/1") -> None:
    """Say who made the list and when."""
    fields = window.pages["check"].source
    write(fields.publisher, publisher)
    write(fields.date, date)
