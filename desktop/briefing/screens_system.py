"""The screens of the computer, as they come and go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Screen:
    """A screen: the name by which it is remembered, its place on the desktop in logical pixels, Qt's handle of it."""

    name: str
    geometry: QRect
    handle: QScreen | None = None

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in device pixels."""
        ratio = 1.0 if self.handle is None else self.handle.devicePixelRatio()
        return round(self.geometry.width() * ratio), round(self.geometry.height() * ratio)


class SystemScreens(QObject):
    """The screens of the computer. Whoever follows ``changed`` needs to know no more than that and ``screens``."""

    changed = Signal()
    """a screen came or went, or has another size; told once for all that happens together"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        # Qt moves the windows of a screen that went by itself; only when it has done so is it our turn.
        app.screenRemoved.connect(self._wait)
        app.primaryScreenChanged.connect(self._wait)
        for screen in app.screens():
            screen.geometryChanged.connect(self._wait)

    def screens(self) -> tuple[Screen, ...]:
        """Return the screens, the primary one first, each by a name of its own.

        A screen that shows what another one shows too (a mirrored projector) is no screen of its own.
        """
        found: list[Screen] = []
        names: Counter[str] = Counter()
        for one in QGuiApplication.screens():
            place = one.geometry()
            if any(other.geometry.contains(place) for other in found):
                continue
            names[one.name()] += 1
            number = names[one.name()]
            found.append(Screen(one.name() if number == 1 else f"{one.name()} ({number})", place, one))
        return tuple(found)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._wait)
        self._wait()

    def _wait(self) -> None:
        self._timer.start(0)


def put(widget: QWidget, screen: Screen) -> None:
    """Show a window on the whole of a screen. One that is there already is left alone, so that nothing flickers."""
    if widget.isVisible() and widget.isFullScreen() and widget.geometry() == screen.geometry:
        return
    if widget.isVisible():
        # Window managers ignore a window that moves while it fills a screen.
        widget.showNormal()
    if screen.handle is not None:
        widget.setScreen(screen.handle)
    widget.setGeometry(screen.geometry)
    widget.showFullScreen()
