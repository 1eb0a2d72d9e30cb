"""Which screen shows what: one to the audience, one to the presenter, however many there are just now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop import settings
from desktop.briefing.screens_system import Screen
from desktop.settings import Settings


class ScreenSource(Protocol):
    """Where screens come from: the computer, or a test that plugs and unplugs them."""

    @property
    def changed(self) -> SignalInstance: ...

    def screens(self) -> tuple[Screen, ...]: ...


class Screens(QObject):
    """The screen of the audience and that of the console.

    What was chosen is kept when its screen goes: while it is away another one stands in, and when it is back
    everything is as it was.
    """

    changed = Signal()
    """a screen came or went, or another one was chosen for something"""

    def __init__(
        self,
        source: ScreenSource,
        keep: Settings,
        desk: str = "",
        wanted: int | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``desk`` names the screen of the main window, ``wanted`` is the number (from 1) of the audience's screen."""
        super().__init__(parent)
        self._source, self._keep, self._desk = source, keep, desk
        self.all = source.screens()
        self._audience = keep.get(settings.AUDIENCE_SCREEN)
        self._console = keep.get(settings.CONSOLE_SCREEN)
        if wanted is not None and 1 <= wanted <= len(self.all):
            self._audience = self.all[wanted - 1].name
        self._beside = keep.get(settings.CONSOLE)
        self._alone = False
        source.changed.connect(self._follow)

    @property
    def audience(self) -> Screen:
        """The screen that the audience sees."""
        return self._named(self._names()[0])

    @property
    def console(self) -> Screen | None:
        """The screen that the console has for itself; None where it has none."""
        return self._named(self._names()[1]) if self.has_console and not self.is_alone else None

    @property
    def is_alone(self) -> bool:
        """Whether there is one screen only, on which a console would be a window over the show."""
        return len(self.all) == 1

    @property
    def has_console(self) -> bool:
        """Whether the console is shown: with two screens by itself, with one when it was asked for."""
        return self._alone if self.is_alone else self._beside

    def toggle_console(self) -> None:
        """Show the console, or hide it."""
        if self.is_alone:
            self._alone = not self._alone
        else:
            self._beside = not self._beside
            self._keep.set(settings.CONSOLE, self._beside)
        self.changed.emit()

    def swap(self) -> None:
        """Let audience and console change their screens."""
        if not self.is_alone:
            audience, console = self._names()
            self._choose(console, audience)

    def choose_audience(self, name: str) -> None:
        """Show the audience's picture on a screen; a console that is there takes the other one's place."""
        audience, console = self._names()
        self._choose(name, audience if name == console else console)

    def choose_console(self, name: str) -> None:
        """Show the console on a screen; a picture for the audience that is there takes the other one's place."""
        audience, console = self._names()
        if not self._beside:
            self._beside = True
            self._keep.set(settings.CONSOLE, True)
        self._choose(console if name == audience else audience, name)

    def _choose(self, audience: str, console: str) -> None:
        self._audience, self._console = audience, console
        self._keep.set(settings.AUDIENCE_SCREEN, audience)
        self._keep.set(settings.CONSOLE_SCREEN, console)
        self.changed.emit()

    def _names(self) -> tuple[str, str]:
        return assigned([one.name for one in self.all], self._audience, self._console, self._desk)

    def _named(self, name: str) -> Screen:
        return next(one for one in self.all if one.name == name)

    def _follow(self) -> None:
        found = self._source.screens()
        # A computer whose last screen went has none for a moment: the windows wait where they are.
        if found and found != self.all:
            self.all = found
            self.changed.emit()


def assigned(names: Sequence[str], audience: str, console: str, desk: str) -> tuple[str, str]:
    """Return the screen of the audience and that of the console, which are two wherever there are two.

    ``audience`` and ``console`` are what was chosen, ``desk`` is where the main window is; each may be away or "".
    Nobody's first wish is to show the notes to the room: the console stays at the desk unless it was sent elsewhere.
    """
    if audience in names:
        others = [name for name in (console, desk, *names) if name in names and name != audience]
        return audience, others[0] if others else audience
    own = next(name for name in (console, desk, *names) if name in names)
    return next((name for name in names if name != own), own), own
