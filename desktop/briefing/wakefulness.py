"""Keeping screen saver and sleep away while a show runs. Where a system knows no way to ask, nothing happens."""

from __future__ import annotations

import ctypes
import logging
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack

_log = logging.getLogger(__name__)

_CONNECTION = "lifecircles-show"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""Flags of SetThreadExecutionState"""


class Wakefulness:
    """Holds the system awake from ``hold`` to ``release``; neither ever raises."""

    def __init__(self) -> None:
        self._held: ExitStack | None = None

    def hold(self, reason: str) -> None:
        """Ask for it; ``reason`` is what the system may tell the user. Asking twice is asking once."""
        if self._held is not None:
            return
        self._held = ExitStack()
        try:
            self._held.callback(_hold_on(sys.platform)(reason))
        except Exception:  # whatever the system refuses, the show goes on
            _log.info("the system cannot be held awake", exc_info=True)

    def release(self) -> None:
        """Let the system sleep again."""
        held, self._held = self._held, None
        if held is None:
            return
        try:
            held.close()
        except Exception:
            _log.info("the system could not be let go", exc_info=True)


def _hold_on(platform: str) -> Callable[[str], Callable[[], object]]:
    """Return what holds a system awake; what that returns lets it go."""
    return {"win32": _windows, "darwin": _mac}.get(platform, _freedesktop)


def _freedesktop(reason: str) -> Callable[[], object]:
    """Ask the screen saver of the session, over a connection of our own: when that ends, so does what was asked."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
    if bus.isConnected():
        ask = QDBusMessage.createMethodCall(
            "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "Inhibit"
        )
        ask.setArguments(["Lifecircles", reason])
        bus.send(ask)
    return lambda: QDBusConnection.disconnectFromBus(_CONNECTION)


def _windows(_reason: str) -> Callable[[], object]:
    state = getattr(ctypes, "windll").kernel32.SetThreadExecutionState  # noqa: B009 - only Windows has it
    state(ctypes.c_uint(_CONTINUOUS | _SYSTEM | _DISPLAY))
    return lambda: state(ctypes.c_uint(_CONTINUOUS))


def _mac(_reason: str) -> Callable[[], object]:
    asking = subprocess.Popen(["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())])

    def end() -> None:
        asking.terminate()
        asking.wait(5)

    return end
