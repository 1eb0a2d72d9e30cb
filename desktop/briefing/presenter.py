"""The presenter's side of a show: which screen shows what, and the console."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from desktop import settings
from desktop.briefing.console import Console
from desktop.briefing.screens import Screens
from desktop.briefing.screens_system import put
from desktop.briefing.show_window import ShowWindow
from desktop.press import Press
from desktop.settings import Settings

ALONE = 0.8
"""Share of the only screen that the console takes as a window over the show."""


class Presenter(QObject):
    """Keeps the windows of a show on their screens, also while screens come and go, and ends with it."""

    def __init__(
        self, window: ShowWindow, screens: Screens, keep: Settings, press: Press, *, console: bool = True
    ) -> None:
        """A kiosk has no ``console``, and no keys for it."""
        super().__init__(window)
        self._window, self.screens, self._keep = window, screens, keep
        screens.setParent(self)
        self.console: Console | None = None
        self._press, self._with_console = press, console
        if console:
            window.presenter = self

    def begin(self, position: int, *, hint: bool = False) -> None:
        """Begin the show with a scene, every window on its screen."""
        put(self._window, self.screens.audience)
        self._window.begin(position, hint=hint)
        self.arrange()
        self.screens.changed.connect(self.arrange)
        self._window.closed.connect(self._end)

    def arrange(self) -> None:
        """Bring every window to its screen; a console comes or goes where that is wanted."""
        screens, window = self.screens, self._window
        put(window, screens.audience)
        if not (self._with_console and screens.has_console):
            if self.console is not None:
                self.console.hide()
            _give_keyboard(window)
            return
        if self.console is None:
            self.console = Console(window, screens, self._keep.get(settings.NOTES_SIZE), self._press)
            self.console.dismissed.connect(screens.toggle_console)
            self.console.notes.sized.connect(lambda points: self._keep.set(settings.NOTES_SIZE, points))
        console = self.console
        console.winId()
        handle = console.windowHandle()
        if screens.console is None:
            handle.setTransientParent(window.windowHandle())  # else the show lies over it as soon as it is clicked
            _put_over(console, screens.audience.geometry)
        else:
            handle.setTransientParent(None)  # type: ignore[arg-type]  # Qt's stubs know of no null here
            put(console, screens.console)
        _give_keyboard(console)

    # --- what keys do -----------------------------------------------------------------------------------------------

    def hold_clock(self) -> None:
        """Stop the clock of the show, or let it go on."""
        self._window.show_state.clock.toggle()

    def restart_clock(self) -> None:
        """Begin the time of the show anew."""
        self._window.show_state.restart_clock()

    def _end(self) -> None:
        self._keep.save()
        self.screens.changed.disconnect(self.arrange)  # a screen that comes now must not bring the windows back
        if self.console is not None:
            self.console.end()
            self.console.deleteLater()
            self.console = None


def _put_over(console: QWidget, screen: QRect) -> None:
    """Show the console as a window in the middle of a screen, where it stays once it is there."""
    if console.isVisible() and not console.isFullScreen() and screen.contains(console.geometry().center()):
        return
    size = (screen.size() * ALONE).expandedTo(console.minimumSize()).boundedTo(screen.size())
    place = QRect(screen.topLeft(), size)
    place.moveCenter(screen.center())
    console.showNormal()
    console.setGeometry(place)


def _give_keyboard(widget: QWidget) -> None:
    widget.activateWindow()
    widget.raise_()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
