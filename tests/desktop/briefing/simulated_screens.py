"""Screens that a test plugs and unplugs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal

from desktop.briefing.screens_system import Screen

LAPTOP = Screen("laptop", QRect(0, 0, 1280, 800))
PROJECTOR = Screen("projector", QRect(1280, 0, 1024, 768))
WALL = Screen("wall", QRect(2304, 0, 1920, 1080))


class SimulatedScreens(QObject):
    changed = Signal()

    def __init__(self, *screens: Screen) -> None:
        super().__init__()
        self.there = screens

    def screens(self) -> tuple[Screen, ...]:
        return self.there

    def become(self, *screens: Screen) -> None:
        self.there = screens
        self.changed.emit()
